"""How a file of answers is read can be said in words, by a survey or in a command, and saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeys.api import loads_workspace
from journeys.errors import UsageError
from journeys.language.finding import Paired
from journeys.surveys.legend import Legend, legend_of, legend_said
from journeys.surveys.saving import beside, said_of, saved

JOURNEY = """\
journey: Get broadband
steps:
  - step: Order
    customer: Order
    end: true
"""
SHARED = """\
workspace: Broadband
measures:
  loyalty: {measure: Loyalty, all_of: {good: Was it good?, again: Again?}, scale: 1 to 5, yes: [4, 5]}
surveys:  # what was asked
  first: {survey: The first, file: a.csv, measure: loyalty, columns: {respondent: Nr}, questions: {good: F1}}
  # the last line
"""
LEGEND = Legend({"respondent": "Nr"}, {"good": "Frage: 1"}, {"ja": "yes", "no": "no"}, "day first")


def test_options_are_parted_at_the_first_sign_of_a_heading_and_the_last_of_a_word() -> None:
    legend = legend_said(["good=a=b", "when = Datum"], ["a=b=5", "ja= yes"], "day first")
    assert legend == Legend({"good": "a=b", "when": "Datum"}, {}, {"a=b": "5", "ja": "yes"}, "day first")
    assert legend.asking(["good", "when"]).questions == {"good": "a=b"}


@pytest.mark.parametrize(
    ("columns", "answers", "dates", "said"),
    [
        (["good"], [], "", "--column “good” is not understood: write it like `respondent"),
        ([], ["ja="], "", "--answer “ja=” is not understood"),
        ([], ["ja=yes", "ja=no"], "", "--answer says two things of “ja”: “yes” and “no”"),
        ([], [], "dmy", '--dates is "day first" or "month first", not “dmy”'),
    ],
)
def test_what_cannot_be_understood_is_told(columns: list[str], answers: list[str], dates: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        legend_said(columns, answers, dates)


def test_what_is_saved_reads_back_behind_what_is_there_and_comments_stay() -> None:
    workspace = loads_workspace({"a.journey.yaml": JOURNEY}, SHARED)
    says = said_of("The second", ["b.csv", "c.csv"], LEGEND, (("features", Paired(())),), "loyalty")
    text = saved(workspace, "journeys.yaml", "second", says).fixed.text
    before, comment = SHARED.split("  # the last")
    assert text.startswith(before)
    assert text.endswith(f"  # the last{comment}")
    after = loads_workspace({"a.journey.yaml": JOURNEY}, text)
    assert not after.findings
    survey = after.surveys["survey:second"]
    assert (survey.name, survey.files, survey.measure) == ("The second", ("b.csv", "c.csv"), "measure:loyalty")
    assert legend_of(survey) == LEGEND
    assert legend_of(survey).on_top_of(legend_of(after.surveys["survey:first"])) == LEGEND


def test_a_first_survey_makes_its_section() -> None:
    shared = SHARED.partition("surveys:")[0]
    workspace = loads_workspace({"a.journey.yaml": JOURNEY}, shared)
    text = saved(workspace, "journeys.yaml", "one", said_of("One", ["b.csv"], Legend(), measure="loyalty")).fixed.text
    assert text == f"{shared}\nsurveys:\n  one: {{survey: One, file: b.csv, measure: loyalty}}\n"


@pytest.mark.parametrize(
    ("shared", "name", "files", "said"),
    [
        (SHARED, "first", ["b.csv"], "has a survey of that name already"),
        (SHARED, "x", ["../b.csv"], "leads out of the folder"),
        (SHARED, "x", ["b.doc"], "is no table that can be read"),
        (SHARED + "lanes: [a", "x", ["b.csv"], "cannot be read to its end"),
    ],
)
def test_what_would_not_be_right_is_not_saved(shared: str, name: str, files: list[str], said: str) -> None:
    workspace = loads_workspace({"a.journey.yaml": JOURNEY}, shared)
    with pytest.raises(UsageError, match=said):
        saved(workspace, "journeys.yaml", name, said_of("X", files, Legend(), measure="loyalty"))


def test_files_have_to_be_beside_or_below(tmp_path: Path) -> None:
    target = tmp_path / "a" / "journeys.yaml"
    assert list(beside(target, [tmp_path / "a" / "s" / "b.csv"])) == ["s/b.csv"]
    with pytest.raises(UsageError, match="is not beside or below"):
        list(beside(target, [tmp_path / "b.csv"]))
