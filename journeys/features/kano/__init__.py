"""Kinds of expectations, as customers answered: told, drawn, and written into the files."""

from journeys.features.kano.told import Sheet, Told, told
from journeys.features.kano.writing import Written, written

__all__ = ["Sheet", "Told", "Written", "told", "written"]
