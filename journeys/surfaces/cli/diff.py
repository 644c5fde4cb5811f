"""`journeys diff`: what a change does to steps, owners and promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.surfaces.cli.options import emit, from_a_file, no_dash, output_option, say

if TYPE_CHECKING:
    from journeys.features.drawing.revision import Revision
    from journeys.graph.workspace import Workspace


@click.command(name="diff")
@click.argument("old", callback=from_a_file)
@click.argument("new", required=False, callback=from_a_file)
@click.option("--format", "format_", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on", "fail_on", multiple=True, type=click.Choice(["weakened", "dropped", "broken", "any"]),
    help="Exit with 1 where a promise is weakened (or dropped), dropped, broken; or on any change. Repeatable.",
)  # fmt: skip
@click.option(
    "--draw", type=click.Path(path_type=Path), help="Draw old and new in one blueprint, into this file or folder.",
    callback=no_dash("name the file or folder to draw into"),
)  # fmt: skip
@click.option("--force", is_flag=True, help="With --draw, write also over files that were not drawn by `journeys`.")
@output_option
def command(
    old: str,
    new: str | None,
    format_: str,
    fail_on: tuple[str, ...],
    draw: Path | None,
    force: bool,
    output: Path | None,
) -> int:
    """Tell what changed from OLD to NEW: in steps, owners, actions and promises, and who has to agree.

    OLD and NEW are files, folders or git revisions (`main`, `HEAD~1`, `v1:path`). NEW is the working tree if left out.

    Exit codes: 0 done, 1 the change does what --fail-on names, 2 wrong use, 3 the tool or git failed.
    """
    from journeys.features.diff.changes import FailOn
    from journeys.features.diff.formats import FORMATS
    from journeys.features.diff.sides import differences, sides

    for side in (old, new or "."):
        _refuse_what_is_shut(side)
    pairs = sides(old, new)
    diff = differences(pairs)
    if draw is not None:
        from journeys.features.drawing.differences import draw_differences

        for path in draw_differences(_revisions(pairs), draw, force=force):
            say(f"drew {path}", err=True)
    emit(FORMATS[format_](diff), output, format_)
    return 1 if diff.fails(map(FailOn, fail_on)) else 0


def _revisions(pairs: Iterable[tuple[Workspace, Workspace]]) -> Iterator[Revision]:
    """Each journey that is on both sides, as the drawing takes it."""
    from blueprints.views.view import Change
    from journeys.features.diff.changes import How
    from journeys.features.diff.matching import match
    from journeys.features.diff.nodes import steps_and_actions
    from journeys.features.drawing.revision import Revision

    for old, new in pairs:
        matching = match(old, new)
        for before, after in matching.journeys:
            found = steps_and_actions(before, after, matching)
            changes = {one.id: Change(one.how) for one in found if one.how is not How.REMOVED}
            yield Revision(before, after, matching.ids, changes)


def _refuse_what_is_shut(side: str) -> None:
    """Raise ToolError where a side is a folder of which a part cannot be searched: what is in it would seem dropped."""
    from journeys.errors import ToolError
    from journeys.language.loading.discover import shown, shut_folders

    for folder in shut_folders(Path(side)):
        raise ToolError(f"{shown(folder)}: the folder cannot be searched, and so not compared: check its permissions")
