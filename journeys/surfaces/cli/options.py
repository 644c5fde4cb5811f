"""Options that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from journeys.errors import UsageError

Value = TypeVar("Value")


def no_dash(instead: str) -> Callable[[click.Context, click.Parameter, Value], Value]:
    """A callback for a path: it raises UsageError for `-`, which other programs take for standard input or output.

    Taken for the name of a file it would be missed, or written and never found. `instead` says what to do.
    """

    def checked(_ctx: click.Context, _param: click.Parameter, value: Value) -> Value:
        for one in value if isinstance(value, tuple) else (value,):
            if str(one) == "-":
                raise UsageError(f"`-` is no file here: {instead}")
        return value

    return checked


from_a_file: Callable[[click.Context, click.Parameter, Any], Any] = no_dash(
    "the standard input is not read, so save the text to a file and name that"
)
paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
files_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), callback=from_a_file)
"""Paths of a command that needs files: what it makes is kept beside them, or links to them."""
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead of the screen.",
    callback=no_dash("leave out -o, and the standard output is written to"),
)  # fmt: skip
colour_option = click.option("--colour/--no-colour", "--color/--no-color", default=None, help="Colours, or none.")


def day_option(name: str, help_: str) -> Callable[[Any], Any]:
    """An option that takes a date. It raises UsageError, in words, for what is none."""

    def read(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
        from journeys.language.model.provenance import read_day

        try:
            return None if value is None else read_day(value)
        except ValueError as error:
            raise UsageError(f"{name}: {error}") from None

    return click.option(name, metavar="DATE", help=help_, callback=read)


def today_option(help_: str) -> Callable[[Any], Any]:
    """The option `--today DATE`."""
    return day_option("--today", help_)


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


_FOR_PROGRAMS = ("json", "sarif", "github", "gitlab", "junit", "csv", "svg")


def emit(text: str, output: Path | None, format_: str = "text") -> None:
    """Print a text that ends in a line break, or write it to a file, whole."""
    if output is None:
        from journeys.checks.report.visible import harmless

        click.echo(text if format_ in _FOR_PROGRAMS else harmless(text), nl=False, color=True)
        return
    from journeys.writing import write_output

    write_output(output, text.encode("utf-8", "backslashreplace"))


def say(line: str, *, err: bool = False) -> None:
    """Print a line for people: nothing in it moves the cursor, or is a command to a runner of CI."""
    from journeys.checks.report.visible import harmless, visible

    click.echo(harmless(visible(line)), err=err)


def terminal_width() -> int:
    """The cells of a line: the terminal's, or what COLUMNS says, or 100; never so many that nobody reads to the end."""
    return max(60, min(140, shutil.get_terminal_size((100, 24)).columns))
