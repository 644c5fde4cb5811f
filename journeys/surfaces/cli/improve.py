"""`journeys improve`: the cycle of improvement as a worksheet."""

from __future__ import annotations

from pathlib import Path

import click

from journeys.surfaces.cli.options import emit, or_here, output_option, paths_argument, terminal_width


@click.command(name="improve")
@paths_argument
@click.option("--journey", default="", metavar="NAME", help="Only this journey (id or name).")
@click.option("--all", "every", is_flag=True, help="All changes that come into question; three of each journey else.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
def command(paths: tuple[Path, ...], journey: str, every: bool, format_: str, output: Path | None) -> int:
    """For each journey the customer's job, what is expected and who answers it, and the next small change.

    Each change is weighed by computing what it would do to the promises to customers. It tells and does not judge: it
    leaves with 0.
    """
    from journeys.api import load_workspaces
    from journeys.features.improve import render, worksheets

    sheets = worksheets(load_workspaces(or_here(paths)), journey)
    emit(render(format_, sheets, terminal_width(), most=0 if every else 3), output, format_)
    return 0
