"""The least mend: the smallest sets of edits that make a promise sound, each tried on the texts and judged again."""

from journeys.mending.mend import Mend, Mends
from journeys.mending.remedy import Remedy, RemedyKind
from journeys.mending.search import mends

__all__ = ["Mend", "Mends", "Remedy", "RemedyKind", "mends"]
