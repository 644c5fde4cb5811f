"""Files that show old and new journeys in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from blueprints.drawing import Drawing
from blueprints.formats import format_of
from journeys.errors import UsageError
from journeys.features.drawing.manifest import FORCE, is_drawing, record, recorded
from journeys.features.drawing.merged import merged_view
from journeys.features.drawing.revision import Revision
from journeys.file_names import safe_names
from journeys.writing import check_output, write_output


def draw_differences(revisions: Iterable[Revision], output: Path, *, force: bool = False) -> Iterator[Path]:
    """Draw each journey that differs (or the first one): into a file, or a folder where there are several.

    `force` replaces files that were not drawn here. Raises UsageError where there is none, several are to go into one
    file, or a file may not be written; ToolError where drawing fails.
    """
    drawn = [(one.new, merged_view(one)) for one in revisions]
    differing = [(journey, view) for journey, view in drawn if view.changes]
    chosen = differing or drawn[:1]
    if not chosen:
        raise UsageError("there is nothing to draw: no journey is on both sides")
    single = bool(output.suffix)
    if single and len(chosen) > 1:
        raise UsageError(f"{output} is one file, and {len(chosen)} journeys differ: name a folder, or one journey")
    names = safe_names(journey.id for journey, _ in chosen)
    targets = [output] if single else [output / f"{name}.svg" for name in names]
    ours = recorded(targets)
    owned = [force or path in ours or is_drawing(path) for path in targets]
    within = None if single else output
    for path, replaces in zip(targets, owned, strict=True):
        check_output(path, within=within, replaces=replaces, otherwise=FORCE)
    for (_, view), path, replaces in zip(chosen, targets, owned, strict=True):
        content = format_of(path).render(Drawing(view), scale=2.0)
        write_output(path, content, within=within, replaces=replaces)
        record({path: sha256(content).hexdigest()[:32]})
        yield path
