"""The cycle of improvement as a worksheet: the job, what is expected, where one waits to be asked, the next change."""

from journeys.features.improve.formats import FORMATS, render
from journeys.features.improve.worksheet import Expected, Worksheet, worksheets

__all__ = ["FORMATS", "Expected", "Worksheet", "render", "worksheets"]
