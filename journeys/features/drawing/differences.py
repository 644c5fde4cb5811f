"""Files that show old and new journeys in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from blueprints.drawing import Drawing
from journeys.errors import UsageError
from journeys.features.drawing.file_names import file_name
from journeys.features.drawing.merged import merged_view
from journeys.features.drawing.revision import Revision


def draw_differences(revisions: Iterable[Revision], output: Path) -> Iterator[Path]:
    """Draw each journey that differs (or the first one): into a file, or a folder where there are several.

    Raises UsageError where there is none, or several are to go into one file; ToolError where drawing fails.
    """
    drawn = [(one.new, merged_view(one)) for one in revisions]
    differing = [(journey, view) for journey, view in drawn if view.changes]
    chosen = differing or drawn[:1]
    if not chosen:
        raise UsageError("there is nothing to draw: no journey is on both sides")
    single = bool(output.suffix)
    if single and len(chosen) > 1:
        raise UsageError(f"{output} is one file, and {len(chosen)} journeys differ: name a folder, or one journey")
    for journey, view in chosen:
        yield Drawing(view).save(output if single else output / f"{file_name(journey.id)}.svg")
