"""`journeys mend`: the least that makes a promise sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.surfaces.cli.options import emit, or_here, output_option, say, terminal_width

if TYPE_CHECKING:
    from journeys.features.mend import Shown


@click.command(name="mend")
@click.argument("promise")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--write", "way", metavar="N", default="",
    help="Write this way into the file, after showing the difference: its number, or N@MARK as it was shown.",
)  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
def command(promise: str, paths: tuple[Path, ...], way: str, format_: str, output: Path | None) -> int:
    """The smallest sets of edits that make PROMISE sound (its key, journey/key, or its words), by what they cost.

    It tells and does not judge: it leaves with 0 whether or not there is a way. With --write N@MARK nothing is
    written if any file of the workspace was changed since the ways were shown.
    """
    from journeys.features.mend import render

    found = _shown(promise, paths)
    if way:
        return _write(found, way)
    emit(render(format_, found, terminal_width()), output, format_)
    return 0


def _shown(word: str, paths: tuple[Path, ...]) -> Shown:
    from journeys.api import load_workspaces, whole
    from journeys.features.ledger.explain import meant
    from journeys.features.mend import shown
    from journeys.graph.journey import JourneyPromise
    from journeys.graph.workspace import workspace_around

    found = meant(word, lambda: load_workspaces(or_here(paths)), promise=True)
    assert isinstance(found, JourneyPromise)
    # Who else relies on what is mended may stand in a file that nobody named.
    return shown(whole(workspace_around(found.journey)), found.node.id, map(str, paths))


def _write(found: Shown, way: str) -> int:
    from journeys.checks.fixes import diff
    from journeys.features.mend import chosen, files_of, write
    from journeys.surfaces.cli.fixing import show

    files = files_of(found, chosen(found, way))
    show(diff(files))
    write(files)
    for file in files:
        say(f"wrote {file.source.name}", err=True)
    return 0
