"""`journeys due`: everything with a time, in the order of its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from journeys.surfaces.cli.options import emit, or_here, output_option, paths_argument, terminal_width, today_option


@click.command(name="due")
@paths_argument
@today_option("The day from which it is counted (2026-03-02); today if left out.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
def command(paths: tuple[Path, ...], today: date | None, format_: str, output: Path | None) -> int:
    """Everything with a time, in the order of its day: what is overdue, what is due within a week, a month, later.

    That is: what is to be looked at again (`as_of`, `review_every`); voices that no change answers; changes that are
    done, until something is measured then, since what was measured once has not lasted (both are due after the
    `review_every` of the settings, a month if left out); goals at their date (`until`); councils (`meets`, `met`).

    The list tells and does not judge: it leaves with 0. `journeys check --today DATE` finds what is overdue.
    """
    from journeys.api import load_workspaces
    from journeys.features.due import listed
    from journeys.features.due.formats import as_json, text

    day = today or date.today()
    found = listed(load_workspaces(or_here(paths)), day)
    emit(as_json(found, day) if format_ == "json" else text(found, day, terminal_width()), output, format_)
    return 0
