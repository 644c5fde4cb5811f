"""`journeys kano`: what kind of expectations customers have, by pairs of answers."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.errors import UsageError
from journeys.language.model.drawn import THEMES
from journeys.surfaces.cli.options import (
    day_option,
    emit,
    files_argument,
    output_option,
    say,
    terminal_width,
    today_option,
)
from journeys.surfaces.cli.survey_options import parted, reading_options, save_survey, workspace_about

if TYPE_CHECKING:
    from journeys.features.kano import Sheet
    from journeys.graph.workspace import Workspace
    from journeys.language.model.settings import Brand
    from journeys.surveys.kano import Collected
    from journeys.surveys.legend import Legend
    from journeys.surveys.saving import Said


@click.command(name="kano")
@files_argument
@reading_options
@day_option("--on", "The day of answers of which no column says it; of two files, that of the last.")
@day_option("--compare", "Compare what was answered before this day with what was answered since.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "csv", "markdown", "svg"]), default="text",
    show_default=True,
)  # fmt: skip
@click.option("--theme", default="light", show_default=True, help=f"Of the drawing: {', '.join(THEMES)}.")
@click.option("--write", is_flag=True, help="Write kinds that hold into the files, with the day: `kano`, `as_of`.")
@today_option("The day on which knowledge is past its time, or not (2026-03-02); today if left out.")
@output_option
def command(
    paths: tuple[Path, ...],
    columns: tuple[str, ...],
    answers: tuple[str, ...],
    dates: str | None,
    sheet: str,
    save: str,
    on: date | None,
    compare: date | None,
    format_: str,
    theme: str,
    write: bool,
    today: date | None,
    output: Path | None,
) -> int:
    """What kind each expectation is, by a survey of pairs: how do you feel if it is there, and if it is not?

    PATHS are one file of answers (CSV, workbooks, Parquet), or two of different days that are compared; with none, the
    surveys that the workspace declares without a measure. The workspace is that of the working folder, unless its
    folder or a YAML file is named, too.

    A row is a pair, with the columns `respondent`, `feature`, `functional`, `dysfunctional` (and perhaps `when` and
    `segment`); or it is all that one person answered, with two columns for each feature, like `know-when functional`
    and `know-when dysfunctional`, or `Know when (+)` and `Know when (-)`. Other headings are said with --column: a
    column's role, or a feature's with `functional` or `dysfunctional` behind it.

    An answer is like, expect, neutral, accept or dislike, or 1 to 5, of which 1 is like and 5 is dislike. Other words
    are explained with --answer, like `egal=neutral`; nothing is guessed.

    M, P, A, I, R, Q count the pairs that speak of a must-be, performance, attractive, indifferent, reverse or
    questionable feature, by the table of Kano et al. BETTER is how much it pleases to have it, WORSE how much it
    displeases to lack it, with the interval in which they lie at 95 %. Under 30 answers no kind is told.

    Exit codes: 0 done, 2 wrong use or something has to be said first, 3 a file cannot be written.
    """
    from journeys.features.kano import told
    from journeys.surveys.kano import Unclear
    from journeys.surveys.legend import legend_said

    named, files = parted(paths)
    legend = replace(legend_said(columns, answers, dates or "", sheet), on=on)
    workspace = _workspace(named, files, needed=write or bool(save) or not files)
    try:
        found = _collected(files, workspace, legend, compare)
    except Unclear as asked:
        known = [one for one in columns if not asked.asks_for(one)]
        raise asked.with_command(_said_again(paths, known, answers, dates, sheet)) from None
    if save and workspace is not None:
        _save(workspace, save, files, legend)
        workspace = workspace_about(named, files)
    day = today or date.today()
    features = told(found, workspace, day)
    brand = workspace.brand if workspace else None
    emit(_shown(features, format_, theme, brand, day), output, format_)
    if write and workspace is not None:
        _write(workspace, found)
    return 0


def _workspace(named: Sequence[Path], files: Sequence[Path], *, needed: bool) -> Workspace | None:
    """The workspace that is meant; None where answers stand alone and nothing needs one."""
    try:
        return workspace_about(named, files)
    except UsageError:
        if named or needed:
            raise
        return None


def _collected(files: Sequence[Path], workspace: Workspace | None, legend: Legend, since: date | None) -> Collected:
    from journeys.surveys.kano import collected, collected_from

    if files or workspace is None:
        return collected_from(files, workspace, legend, since=since)
    if not any(survey.of_pairs for survey in workspace.surveys.values()):
        raise UsageError(
            "no survey of pairs is declared here: name a file of answers, as in `journeys kano answers.csv`"
        )
    return collected(workspace, legend, since=since)


def _said_again(
    paths: Sequence[Path], columns: Sequence[str], answers: Sequence[str], dates: str | None, sheet: str
) -> str:
    """The command as it was called, to which is added what is asked for."""
    pairs = [*(("--column", one) for one in columns), *(("--answer", one) for one in answers), ("--dates", dates or "")]
    pairs.append(("--sheet", sheet))
    said = [word for option, value in pairs if value for word in (option, value)]
    return shlex.join(["journeys", "kano", *map(str, paths), *said])


def _shown(sheet: Sheet, format_: str, theme: str, brand: Brand | None, today: date) -> str:
    from journeys.features.kano import formats

    if format_ == "svg":
        from journeys.features.kano.plane import as_svg

        return as_svg(sheet, "What customers expect", theme, brand)
    if format_ == "json":
        return formats.as_json(sheet, today)
    if format_ == "csv":
        return formats.as_csv(sheet)
    return formats.as_markdown(sheet) if format_ == "markdown" else formats.text(sheet, terminal_width())


def _save(workspace: Workspace, name: str, files: Sequence[Path], legend: Legend) -> None:
    from journeys.language.finding import Paired
    from journeys.surveys.kano.form import form_of
    from journeys.surveys.saving import said_of

    if len(files) > 1:
        raise UsageError("two files are two surveys: save how they are read one by one")
    form = form_of(legend)
    said = replace(legend, columns=form.columns)
    pairs = tuple((one.text, one.says) for one in form.features)

    def says(names: Sequence[str]) -> Said:
        return said_of(name.replace("-", " ").capitalize(), names, said, (("features", Paired(pairs)),))

    save_survey(workspace, name, files, says)


def _write(workspace: Workspace, found: Collected) -> None:
    from journeys.checks.fixes import write_fixed
    from journeys.features.kano import written

    result = written(workspace, found.found.values())
    for file in result.files:
        write_fixed(file)
    for line in result.changed:
        say(f"wrote {line}", err=True)
    for line in result.left:
        say(f"left {line}", err=True)
