"""`journeys draw`: service blueprints as files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from blueprints.formats import FORMATS, format_of
from journeys.language.model.drawn import MOST_COLUMNS, THEMES, VIEWS, WORDS
from journeys.surfaces.cli.options import no_dash, or_here, paths_argument, say

Command = Callable[..., Any]


def narrowing_options(command: Command) -> Command:
    """The options that say what to leave out, by the words of the language."""
    for word in reversed(WORDS):
        names = [f"--{name}" for name in (word.name, *word.also)]
        kind = click.Choice(word.choices) if word.choices else click.IntRange(1, MOST_COLUMNS) if word.number else None
        command = click.option(*names, word.name, multiple=word.many, type=kind, help=word.help)(command)
    return command


@click.command(name="draw")
@paths_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("drawings"),
    show_default=True,
    callback=no_dash("name the folder or file to draw into"),
    help="The folder to draw into, or the file of a single drawing.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("svg",),
    show_default=True,
    type=click.Choice(list(FORMATS)),
    help="May be said several times.",
)
@click.option(
    "--view",
    "views",
    multiple=True,
    default=("blueprint",),
    show_default=True,
    type=click.Choice([*VIEWS, "all"]),
    help="May be said several times.",
)
@click.option("--theme", default="light", show_default=True, help=f"{', '.join(THEMES[:-1])}, or {THEMES[-1]}.")
@narrowing_options
@click.option("--paper", default="", help="Cut into pages that can be read in print: A3, A4 or letter.")
@click.option("--portrait", "orientation", flag_value="portrait", default="", help="Paper upright.")
@click.option(
    "--landscape", "orientation", flag_value="landscape", help="Paper on its side. Else: as few pages as can be."
)
@click.option("--scale", type=click.FloatRange(0.1, 8), default=2.0, show_default=True, help="How large a PNG is.")
@click.option("--dot", type=click.Path(path_type=Path), help="A Graphviz program to use instead of the one found.")
@click.option("--findings/--no-findings", default=True, show_default=True, help="Mark findings and broken promises.")
@click.option("--figures", is_flag=True, help="Show at steps what customers answered, by the surveys in the files.")
@click.option("--named/--no-named", default=True, show_default=True, help="Draw the blueprints that files name, too.")
@click.option("--dates/--no-dates", default=True, show_default=True, help="Say when each file was last changed.")
@click.option("--again", is_flag=True, help="Draw also what has not changed.")
@click.option("--force", is_flag=True, help="Write also over files that were not drawn by `journeys`.")
def command(
    paths: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...],
    views: tuple[str, ...],
    theme: str,
    paper: str,
    orientation: str,
    scale: float,
    dot: Path | None,
    findings: bool,
    figures: bool,
    named: bool,
    dates: bool,
    again: bool,
    force: bool,
    **narrower: Any,
) -> int:
    """Draw the journeys in PATHS (files or folders, `-` for the standard input; the working folder if none is named).

    Each journey is drawn in each view and format, and so is each blueprint that the files name.

    Exit codes: 0 all is drawn, 1 something could not be read or drawn, or a picture has empty boxes for want of a font,
    2 wrong use, 3 the tool failed.
    """
    from blueprints.views.narrow import Narrowing, narrowing_of_words
    from journeys.api import load_workspaces
    from journeys.features.drawing import DrawnFile, Order, drawable, plan

    _one_format(output, formats)
    said = {name: value if isinstance(value, tuple) else (str(value),) for name, value in narrower.items() if value}
    narrowing = narrowing_of_words(said)
    whole = narrowing == Narrowing()
    order = Order(
        output,
        formats,
        VIEWS if "all" in views else tuple(dict.fromkeys(views)),
        narrowing,
        theme,
        scale,
        dot,
        findings,
        named and whole and not output.suffix,
        again,
        force,
        paper,
        orientation or "",
        silent="all" not in views,
        figures=figures,
        dates=dates,
    )

    def tell(drawn: DrawnFile) -> None:
        say(f"{'drew' if drawn.fresh else 'same'} {drawn.path}")

    workspaces = load_workspaces(or_here(paths))
    left_out: list[str] = []
    for workspace in workspaces:
        kept = {journey.file for journey in drawable(workspace)}
        left_out += [journey.file for journey in workspace.selected if journey.file not in kept]
    for file in left_out:
        say(f"journeys: {file} cannot be drawn; `journeys check` says why", err=True)
    planned = plan(workspaces, order)
    for line in planned.left_out:
        say(f"journeys: left out {line}", err=True)
    for path, reason in planned.lacking.items():
        say(f"journeys: {path} {reason}", err=True)
    code = 1 if left_out or planned.failed or planned.lacking else 0
    if sys.stderr is None or not sys.stderr.isatty():
        for drawn in planned.draw():
            tell(drawn)
        return code
    with click.progressbar(planned.draw(), len(planned.marks), "drawing", show_pos=True, file=sys.stderr) as bar:
        done = list(bar)
    for drawn in done:
        tell(drawn)
    return code


def _one_format(output: Path, formats: tuple[str, ...]) -> None:
    """Refuse formats that the file to write contradicts."""
    from journeys.errors import UsageError

    asked = click.get_current_context().get_parameter_source("formats") is not ParameterSource.DEFAULT
    if asked and output.suffix and not output.is_dir() and set(formats) != {format_of(output).name}:
        said = " and ".join(formats)
        raise UsageError(
            f"{output} is one file, and --format says {said}: leave out --format, or name a folder with -o"
        )
