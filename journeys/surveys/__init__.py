"""What customers answered: how answers make a number, how sure it is, and what became of those who said no."""

from journeys.surveys.declared import Unread, figures
from journeys.surveys.legend import Legend
from journeys.surveys.measured import measured
from journeys.surveys.measurement import Measurement

__all__ = ["Legend", "Measurement", "Unread", "figures", "measured"]
