"""`journeys measure`: what customers answered, as a number with how sure it is."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.language.model.drawn import THEMES
from journeys.surfaces.cli.options import (
    day_option,
    emit,
    files_argument,
    no_dash,
    output_option,
    terminal_width,
    today_option,
)
from journeys.surfaces.cli.survey_options import parted, reading_options, save_survey, workspace_about

if TYPE_CHECKING:
    from journeys.features.measure import Chosen
    from journeys.graph.workspace import Workspace
    from journeys.surveys.saving import Said


@click.command(name="measure")
@files_argument
@click.option("--of", default="", metavar="MEASURE", help="The measure that was asked about (id or name).")
@click.option("--survey", default="", metavar="NAME", help="Only this survey (id or name), or files read as it says.")
@reading_options
@day_option("--since", "Only what was answered on this day or later (2026-03-02).")
@click.option(
    "--follow-up", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="A file of those who were called back, and when: list who said no, and whether that came in time.",
    callback=no_dash("save the calls to a file and name that"),
)  # fmt: skip
@click.option("--who", is_flag=True, help="List who said no, and who was called back by the files that surveys name.")
@today_option("The day on which it is looked at who was called back (2026-03-02); today if left out.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "csv", "markdown", "svg"]), default="text",
    show_default=True,
)  # fmt: skip
@click.option("--theme", default="light", show_default=True, help=f"Of the drawing: {', '.join(THEMES)}.")
@output_option
def command(
    paths: tuple[Path, ...],
    of: str,
    survey: str,
    columns: tuple[str, ...],
    answers: tuple[str, ...],
    dates: str | None,
    sheet: str,
    save: str,
    since: date | None,
    follow_up: Path | None,
    who: bool,
    today: date | None,
    format_: str,
    theme: str,
    output: Path | None,
) -> int:
    """What customers answered, as a number with how sure it is: a share, a mean, an NPS; an index of questions.

    PATHS are files of answers (CSV, workbooks, Parquet), a row for each response; with none, those of the surveys that
    the workspace declares. The workspace is that of the working folder, unless its folder or a YAML file is named, too.

    What a column or a word means, the survey says that names the file, or --column and --answer do (--save writes it
    down); otherwise headings are looked up, and what nothing explains is asked for. Of a measure `all_of`, a response
    with one no is a no, whatever was not answered; one without a no that lacks an answer is left out, and told. A mark
    off the scale is no answer. A response that stands twice (the same person, day and step) counts once; where its
    answers differ, the later ones count, or none if no time of the day says which these are.

    Shares have Wilson's interval, means and NPS Student's, of 95%. A goal is reached, or not, where the whole interval
    is on one side of it, and there are 30 responses; else that cannot be told. Who said no is shown by --follow-up and
    --who alone, and what people wrote in their own words never.

    The numbers tell and do not judge: it leaves with 0 even if no goal is reached.
    """
    from journeys.features.measure import chosen, render
    from journeys.surveys.asking import Unexplained
    from journeys.surveys.legend import legend_said
    from journeys.surveys.measuring import reckoned

    named, files = parted(paths)
    workspace = workspace_about(named, files)
    legend = legend_said(columns, answers, dates or "", sheet)
    day, who = today or date.today(), who or follow_up is not None
    try:
        found = chosen(workspace, files, of=of, survey=survey, legend=legend, follow_up=follow_up)
        measured = [reckoned(workspace, measure, read, since=since, who=who, today=day) for measure, read in found]
    except Unexplained as asked:
        known = [one for one in columns if not asked.asks_for(one)]
        raise asked.with_command(
            _said_again(
                paths,
                {"--of": of, "--survey": survey, "--dates": dates, "--sheet": sheet, "--follow-up": follow_up},
                known,
                answers,
                save,
            )
        ) from None
    text = render(format_, workspace, measured, who=who, today=day, width=terminal_width(), theme=theme)
    emit(text, output, format_)
    if save:
        _save(workspace, save, files, found, follow_up)
    return 0


def _save(workspace: Workspace, name: str, files: Sequence[Path], found: Sequence[Chosen], calls: Path | None) -> None:
    from journeys.errors import UsageError
    from journeys.surveys.saving import called_back, said_of

    if len(found) != 1:
        raise UsageError(f"--save {name}: a survey is of one measure; say which, with --of")
    measure, sources = found[0]
    legend = sources[0].legend

    def says(paths: Sequence[str]) -> Said:
        follow_up = called_back(paths[-1], legend) if calls else ()
        read = paths[:-1] if calls else paths
        title = name.replace("-", " ").capitalize()
        return said_of(title, read, legend, measure=measure.id.partition(":")[2], last=follow_up)

    save_survey(workspace, name, [*files, *([calls] if calls else [])] if files else [], says)


def _said_again(
    paths: Sequence[Path], options: Mapping[str, object], columns: Sequence[str], answers: Sequence[str], save: str
) -> str:
    """The command as it was called, to which is added what is asked for."""
    pairs = [*options.items(), *(("--column", one) for one in columns), *(("--answer", one) for one in answers)]
    said = [str(word) for option, value in pairs if value for word in (option, value)]
    return f"{shlex.join(['journeys', 'measure', *map(str, paths), *said])} --save {shlex.quote(save or 'NAME')}"
