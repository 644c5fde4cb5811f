"""`journeys docs`: blocks in Markdown files, kept up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.checks.report import FORMATS
from journeys.surfaces.cli.options import colour_option, emit, or_here, output_option, paths_argument, wants_colour

if TYPE_CHECKING:
    from journeys.language.finding import Located
    from journeys.surfaces.embed.desk import Plan

_FOR_PEOPLE = ("text", "concise", "github", "markdown")


@click.command(name="docs")
@paths_argument
@click.option("--check", is_flag=True, help="Change nothing; fail if anything would change.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@output_option
@colour_option
def command(paths: tuple[Path, ...], check: bool, format_: str, output: Path | None, colour: bool | None) -> int:
    """Bring the blocks in Markdown files up to date, in PATHS (files or folders; the working folder if none is named).

    A block is what stands between the lines

    \b
        <!-- journeys: draw broadband --promise online-in-five-days -->
        <!-- /journeys -->

    It asks for `draw`, `promises`, `findings` or `owners`. Drawings go into the folder `blueprints` beside the page.

    Exit codes: 0 all is up to date, 1 findings, 2 wrong use, 3 the tool failed.
    """
    from journeys.language.loading.discover import shown
    from journeys.surfaces.embed.desk import Desk, carry_out
    from journeys.surfaces.embed.pages import find_pages

    found = find_pages(or_here(paths))
    for note in found.notes:
        _note(note)
    desk = Desk()
    plans = [desk.plan(path) for path in found.files]
    problems: list[Located] = []
    for plan in plans:
        problems += plan.problems
        if check:
            problems += plan.stale
            continue
        written, refused = carry_out(plan)
        problems += refused
        for path in written:
            _note(f"wrote {shown(path)}")
    _report(plans, problems, format_, output, coloured=format_ == "text" and output is None and wants_colour(colour))
    return 1 if problems else 0


def _note(text: str) -> None:
    from journeys.checks.report.visible import visible

    click.echo(visible(text), err=True)


def _report(plans: list[Plan], problems: list[Located], format_: str, output: Path | None, *, coloured: bool) -> None:
    from journeys._version import __version__
    from journeys.checks.report import Report, render
    from journeys.checks.report.summary import counted
    from journeys.surfaces.embed.problems import RULES

    pages = sum(bool(plan.blocks or plan.problems) for plan in plans)
    if not problems and format_ in _FOR_PEOPLE:
        blocks = counted(sum(plan.blocks for plan in plans), "block")
        emit(f"{blocks} in {counted(pages, 'page')}, all up to date\n", output)
        return
    ordered = sorted(problems, key=lambda item: (item.source.name, item.span))
    emit(render(format_, Report(ordered, files=pages, version=__version__, rules=RULES, colour=coloured)), output)
