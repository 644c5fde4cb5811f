"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead of the screen."
)
colour_option = click.option("--colour/--no-colour", "--color/--no-color", default=None, help="Colours, or none.")


def or_here(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths somebody named, or the working folder."""
    return paths or (Path(),)


def wants_colour(choice: bool | None) -> bool:
    """Whether to colour: as asked, else on a terminal that does not say no (https://no-color.org)."""
    if choice is not None:
        return choice
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def emit(text: str, output: Path | None) -> None:
    """Print a text that ends in a line break, or write it to a file, whole."""
    if output is None:
        click.echo(text, nl=False, color=True)
        return
    from journeys.writing import write_whole

    write_whole(output, text.encode("utf-8", "backslashreplace"))
