"""`journeys draw`: service blueprints as files."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.core import ParameterSource

from blueprints.formats import FORMATS, format_of
from journeys.language.model.drawn import LEVELS, THEMES, VIEWS
from journeys.surfaces.cli.options import no_dash, or_here, paths_argument


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
@click.option("--phase", "phases", multiple=True, help="Draw this phase only; may be said several times.")
@click.option("--lanes", multiple=True, help="Draw these lanes only: ids with commas between.")
@click.option("--owner", default="", help="Fade what others own.")
@click.option("--promise", default="", help="Light the chain of this promise, and fade the rest.")
@click.option("--level", type=click.Choice(LEVELS), default="full", help="Steps, or phases only.")
@click.option("--columns", type=click.IntRange(1, 1000), help="So many steps on a page.")
@click.option("--scale", type=click.FloatRange(0.1, 8), default=2.0, show_default=True, help="How large a PNG is.")
@click.option("--dot", type=click.Path(path_type=Path), help="A Graphviz program to use instead of the one found.")
@click.option("--findings/--no-findings", default=True, show_default=True, help="Mark findings and broken promises.")
@click.option("--named/--no-named", default=True, show_default=True, help="Draw the blueprints that files name, too.")
@click.option("--dates/--no-dates", default=True, show_default=True, help="Say when each file was last changed.")
@click.option("--again", is_flag=True, help="Draw also what has not changed.")
def command(
    paths: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...],
    views: tuple[str, ...],
    theme: str,
    phases: tuple[str, ...],
    lanes: tuple[str, ...],
    owner: str,
    promise: str,
    level: str,
    columns: int | None,
    scale: float,
    dot: Path | None,
    findings: bool,
    named: bool,
    dates: bool,
    again: bool,
) -> int:
    """Draw the journeys in PATHS (files or folders; the working folder if none is named).

    Each journey is drawn in each view and format, and so is each blueprint that the files name.

    Exit codes: 0 all is drawn, 1 something could not be read or drawn, or a picture has empty boxes for want of a font,
    2 wrong use, 3 the tool failed.
    """
    from blueprints.views.narrow import Narrowing
    from journeys.api import load_workspaces
    from journeys.features.drawing import DrawnFile, Order, drawable, plan

    _one_format(output, formats)
    wanted = tuple(lane.strip() for word in lanes for lane in word.split(",") if lane.strip())
    narrowing = Narrowing(phases, wanted, owner, promise, "summary" if level == "summary" else "full", columns)
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
        dates,
    )

    def tell(drawn: DrawnFile) -> None:
        click.echo(f"{'drew' if drawn.fresh else 'same'} {drawn.path}")

    workspaces = load_workspaces(or_here(paths))
    left_out: list[str] = []
    for workspace in workspaces:
        kept = {journey.file for journey in drawable(workspace)}
        left_out += [journey.file for journey in workspace.selected if journey.file not in kept]
    for file in left_out:
        click.echo(f"journeys: {file} cannot be drawn; `journeys check` says why", err=True)
    planned = plan(workspaces, order)
    for line in planned.left_out:
        click.echo(f"journeys: left out {line}", err=True)
    for path, reason in planned.lacking.items():
        click.echo(f"journeys: {path} {reason}", err=True)
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
