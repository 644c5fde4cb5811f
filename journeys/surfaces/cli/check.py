"""`journeys check`: findings, like a linter's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from journeys.checks.report import FORMATS
from journeys.surfaces.cli.options import (
    colour_option,
    emit,
    no_dash,
    or_here,
    output_option,
    paths_argument,
    today_option,
    wants_colour,
)


@click.command(name="check")
@paths_argument
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--profile", type=click.Choice(["draft", "standard", "strict"]), help="Which rules are asked.")
@click.option("--select", multiple=True, metavar="RULE", help="Ask these rules too: code, name or group.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not ask these.")
@click.option("--only", multiple=True, metavar="RULE", help="Ask these and no others.")
@today_option("Find what is overdue on this day, too (2026-03-02); nothing else depends on the day.")
@click.option("--max-warnings", type=click.IntRange(min=0), help="Fail only on errors, or on more warnings than this.")
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), help="A file of findings that are known.",
    callback=no_dash("name the file of what is known"),
)  # fmt: skip
@click.option("--write-baseline", is_flag=True, help="Make all that is found now known, and write the baseline.")
@click.option("--all", "every", is_flag=True, help="Tell every finding, where text tells many of one rule as one.")
@click.option("--fix", is_flag=True, help="Mend what can be mended mechanically.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@output_option
@colour_option
def command(
    paths: tuple[Path, ...],
    format_: str,
    profile: Any,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    only: tuple[str, ...],
    today: date | None,
    max_warnings: int | None,
    baseline: Path | None,
    write_baseline: bool,
    every: bool,
    fix: bool,
    diff: bool,
    output: Path | None,
    colour: bool | None,
) -> int:
    """Check journeys in PATHS (files or folders, `-` for the standard input; the working folder if none is named).

    Exit codes: 0 clean, 1 findings, 2 wrong use, 3 the tool failed.
    """
    from journeys.api import examine, load_workspaces, render
    from journeys.checks.select import Choice
    from journeys.errors import UsageError
    from journeys.language.loading.reader import STDIN

    if fix and STDIN in paths:
        raise UsageError("what is read from the standard input cannot be mended in place: use --diff, or name the file")
    written = True
    choice = Choice(profile, _split(select), _split(ignore), _split(only), today)
    workspaces = load_workspaces(or_here(paths))
    if diff or fix or write_baseline:
        from journeys.surfaces.cli import fixing

        if diff:
            return fixing.show_fixes(workspaces, choice)
        if write_baseline:
            return fixing.write_baselines(workspaces, choice, baseline)
        written = fixing.write_fixes(workspaces, choice)
        workspaces = load_workspaces(or_here(paths))
    report = examine(workspaces, choice, baseline=baseline)
    coloured = format_ == "text" and output is None and wants_colour(colour)
    emit(render(report, format_, colour=coloured, every=every), output, format_)
    if not written:
        return 3
    return 1 if report.fails(max_warnings) else 0


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Rules may be named one by one or with commas between."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
