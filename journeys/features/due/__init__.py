"""Everything with a time, as a list for a day."""

from journeys.features.due.listed import Listed, When, listed

__all__ = ["Listed", "When", "listed"]
