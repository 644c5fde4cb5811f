"""`journeys docs`: blocks in Markdown files, kept up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.checks.report import FORMATS
from journeys.surfaces.cli.options import colour_option, emit, files_argument, or_here, output_option, say, wants_colour

if TYPE_CHECKING:
    from journeys.language.finding import Located
    from journeys.surfaces.embed.updates import PageUpdate

_FOR_PEOPLE = ("text", "concise", "github", "markdown")


@click.command(name="docs")
@files_argument
@click.option("--check", is_flag=True, help="Change nothing; fail if anything would change.")
@click.option("--tracked", is_flag=True, help="Fail also for drawings that git does not track.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@output_option
@colour_option
def command(
    paths: tuple[Path, ...], check: bool, tracked: bool, format_: str, output: Path | None, colour: bool | None
) -> int:
    """Bring the blocks in Markdown files up to date, in PATHS (files or folders; the working folder if none is named).

    A block is what stands between the lines

    \b
        <!-- journeys: draw broadband --promise online-in-five-days -->
        <!-- /journeys -->

    It asks for `draw`, `promises`, `findings`, `owners`, `pains`, `opportunities`, `changes`, `voices`, `expectations`,
    `governance` or `values`. Drawings go into the folder
    `blueprints` beside the page; `--tracked`, as in a hook before a commit, fails for those that git does not track.

    Exit codes: 0 all is up to date, 1 findings, 2 wrong use, 3 the tool failed.
    """
    from journeys.language.loading.discover import shown
    from journeys.surfaces.embed.pages import find_pages
    from journeys.surfaces.embed.updates import PageUpdater, carry_out, untracked

    found = find_pages(or_here(paths))
    for note in found.notes:
        _note(note)
    updater = PageUpdater()
    updates: list[PageUpdate] = []
    findings: list[Located] = []
    for path in found.files:
        # Read when its turn comes: it may be the page before, by another name, and others may write it meanwhile.
        update = updater.update_of(path)
        updates.append(update)
        findings += update.findings
        findings += untracked(update) if tracked else ()
        if check:
            findings += update.stale
            continue
        written, refused = carry_out(update)
        findings += refused
        for file in written:
            _note(f"wrote {shown(file)}")
    _report(updates, findings, format_, output, coloured=format_ == "text" and output is None and wants_colour(colour))
    return 1 if findings else 0


def _note(text: str) -> None:
    say(text, err=True)


def _report(
    updates: list[PageUpdate], findings: list[Located], format_: str, output: Path | None, *, coloured: bool
) -> None:
    from journeys._version import __version__
    from journeys.checks.report import Report, render
    from journeys.language.quantities import counted
    from journeys.surfaces.embed.findings import RULES

    pages = sum(bool(update.blocks or update.findings) for update in updates)
    if not findings and format_ in _FOR_PEOPLE:
        blocks = sum(update.blocks for update in updates)
        every = "" if blocks == 1 else "all "
        emit(f"{counted(blocks, 'block')} in {counted(pages, 'page')}, {every}up to date\n", output)
        return
    ordered = sorted(findings, key=lambda item: (item.source.name, item.span))
    emit(
        render(format_, Report(ordered, files=pages, version=__version__, rules=RULES, colour=coloured)),
        output,
        format_,
    )
