"""`journeys voices`: what the front line and customers said, and what became of it."""

from __future__ import annotations

from pathlib import Path

import click

from journeys.errors import UsageError
from journeys.surfaces.cli.options import emit, no_dash, or_here, output_option, paths_argument, terminal_width


@click.command(name="voices")
@paths_argument
@click.option("--open", "unanswered", is_flag=True, help="Only voices that no change answers.")
@click.option(
    "--owner", default="", metavar="NAME",
    help="Only voices from this owner (id or name), and voices about what it does: an action or a step that it owns, "
    "or a step at which it does something.",
)  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option(
    "--add", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write the voices of a table (CSV, XLSX, ODS, XLS) into the workspace.",
    callback=no_dash("save the voices to a file and name that"),
)  # fmt: skip
@click.option(
    "--sheet", default="", metavar="NAME", help="With --add: the sheet of the workbook, where several hold something."
)
@output_option
def command(
    paths: tuple[Path, ...],
    unanswered: bool,
    owner: str,
    format_: str,
    add: Path | None,
    sheet: str,
    output: Path | None,
) -> int:
    """What was heard from the front line and from customers: unanswered first, oldest first.

    A voice is answered when a change `answers` it, whether that is done or not. The last line counts the open ones,
    and the changes that came from the front line: that answer what somebody said who owns a touchpoint.

    With --add, the columns `voice`, `from`, `at` and `heard` of a table are read: CSV as spreadsheets write it, a sheet
    of a workbook, or Parquet (with `pip install 'journeys[evidence]'`). `at` may be empty or left out, or name several
    steps with `;` between. Each voice is written under `voices` in `journeys.yaml`, or in
    the journey's file where that is what PATHS names or there is no `journeys.yaml`. All rows are written or none.
    A voice that is there already (the same words, from the same one, about the same, on the same day) is not
    written again.

    Exit codes: 0 done, 1 a row is wrong and nothing was written, 2 wrong use, 3 the file cannot be written.
    """
    from journeys.api import load_workspaces
    from journeys.features.voices import voices
    from journeys.features.voices.formats import as_csv, as_json, text

    if add is not None:
        from journeys.surfaces.cli.hear import add_voices

        return add_voices(or_here(paths), add, sheet)
    if sheet:
        raise UsageError("`--sheet` says which sheet of a workbook `--add` reads: name the workbook there")
    found, numbers = voices(load_workspaces(or_here(paths)), unanswered=unanswered, owner=owner)
    if format_ == "json":
        said = as_json(found, numbers)
    else:
        said = as_csv(found) if format_ == "csv" else text(found, numbers, terminal_width())
    emit(said, output, format_)
    return 0
