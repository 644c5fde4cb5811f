"""`journeys draw`: service blueprints as files."""

from __future__ import annotations

from pathlib import Path

import click

from journeys.cli.options import or_here, paths_argument


@click.command(name="draw")
@paths_argument
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("drawings"), show_default=True,
    help="The folder to draw into, or the file for a single drawing.",
)  # fmt: skip
@click.option(
    "--format", "formats", multiple=True, default=("svg",), show_default=True, help="svg, png, dot; repeatable."
)
@click.option("--theme", default=None, help="light, dark, print, contrast or auto.")
@click.option(
    "--scale", type=click.FloatRange(0.1, 8), default=2.0, show_default=True, help="Pixels of a PNG per point."
)
@click.option("--dot", type=click.Path(path_type=Path), help="A Graphviz program to use instead of the one found.")
@click.option("--findings/--no-findings", default=True, show_default=True, help="Mark findings and broken promises.")
def command(
    paths: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...],
    theme: str | None,
    scale: float,
    dot: Path | None,
    findings: bool,
) -> int:
    """Draw the journeys in PATHS (files or folders; the working folder if none is named)."""
    from journeys.api import load_workspaces
    from journeys.cli.drawing import Order, draw_all

    order = Order(output, formats, theme or "light", scale, dot, findings)
    for path in draw_all(load_workspaces(or_here(paths)), order):
        click.echo(f"drew {path}")
    return 0
