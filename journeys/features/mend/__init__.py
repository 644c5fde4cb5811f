"""Ways to mend a promise, in words, as JSON, and written into the files."""

from journeys.features.mend.formats import FORMATS, render
from journeys.features.mend.shown import Shown, shown
from journeys.features.mend.write import chosen, files_of, write

__all__ = ["FORMATS", "Shown", "chosen", "files_of", "render", "shown", "write"]
