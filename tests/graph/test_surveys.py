"""Surveys: what is written becomes nodes and edges; what is wrong is told at its place, and nothing else is lost."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.api import loads_workspace
from journeys.features.diff import compare
from journeys.graph.node import Kind, Link
from journeys.graph.purpose_nodes import Feature, SurveyNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Part
from journeys.language.model.survey import TABLES, table_path

MEASURES = """
measures:
  loyalty:
    measure: Loyalty
    all_of: {satisfied: Satisfied overall?, again: Would you buy again?}
    scale: 1 to 5
    yes: [4, 5]
  happy: {measure: Happy, all_of: {happy: Are you happy?}}
  nps: {measure: Net Promoter Score, of: Would you recommend us?, as: nps}
  mood: {measure: Mood, of: How are you?}
  calls: {measure: Calls, unit: calls}
"""
ONE = """
journey: One
steps:
  - step: Get it
    expects: [{id: know-when, expects: To know when}, Quick]
"""
TWO = "journey: Two\nsteps: [{step: Use it, expects: [Quick, Calm]}]\nmeasures: {own: {measure: Own, of: And you?}}\n"
OF_LOYALTY = """
surveys:
  evening:
    survey: On the second evening
    file: [surveys/spring.csv, ./surveys/autumn.csv]
    measure: loyalty
    columns: {respondent: Nr, when: Datum, segment: Kunde, step: Schritt}
    questions: {satisfied: Frage 1, Would you buy again?: Frage 2}
    answers: {ja: yes, nein: no, keine Angabe: none, sehr zufrieden: 5}
    dates: day first
    follow_up: {file: surveys/calls.csv, respondent: Nr, when: Tag}
    note: On paper
"""
OF_PAIRS = """
surveys:
  wishes:
    survey: What movers wish
    file: wishes.xlsx
    on: 2099-03-02
    columns: {respondent: Nr, feature: Merkmal, functional: wenn da, dysfunctional: wenn nicht}
    features: {know-when: Zeit, Calm: Ruhe}
    answers: {freut mich: like, setze ich voraus: expect, egal: neutral, geht so: accept, stört mich: dislike, 3: 3,
              weiß nicht: none}
"""


def workspace(surveys: str, measures: str = MEASURES, one: str = ONE) -> Workspace:
    return loads_workspace({"one.journey.yaml": one, "two.journey.yaml": TWO}, measures + surveys)


def survey(says: str, key: str = "it") -> str:
    return f"surveys: {{{key}: {{survey: S, {says}}}}}\n"


def found_in(space: Workspace) -> tuple[Finding, ...]:
    return (*space.findings, *(one for journey in space.journeys.values() for one in journey.findings))


def test_a_survey_of_a_measure_says_how_its_files_are_read() -> None:
    space = workspace(OF_LOYALTY)
    assert not found_in(space)
    one = space.surveys["survey:evening"]
    assert one == SurveyNode(
        id="survey:evening",
        name="On the second evening",
        place=one.place,
        key="evening",
        note="On paper",
        files=("surveys/spring.csv", "surveys/autumn.csv"),
        measure="measure:loyalty",
        measure_text="loyalty",
        respondent="Nr",
        when="Datum",
        segment="Kunde",
        step="Schritt",
        questions=(("satisfied", "Frage 1"), ("again", "Frage 2")),
        answers=(("ja", "yes"), ("nein", "no"), ("keine Angabe", "none"), ("sehr zufrieden", "5")),
        dates="day first",
        follow_up_file="surveys/calls.csv",
        follow_up_respondent="Nr",
        follow_up_when="Tag",
    )
    assert one.place.file == "journeys.yaml"
    assert not one.of_pairs


def test_a_survey_of_pairs_asks_about_expectations_of_any_journey() -> None:
    space = workspace(OF_PAIRS)
    assert not found_in(space)
    one = space.surveys["survey:wishes"]
    assert one.of_pairs
    assert one.on == date(2099, 3, 2)
    assert one.features == (
        Feature("expectation:one/know-when", "know-when", ("Zeit",)),
        Feature("expectation:two/calm", "Calm", ("Ruhe",)),
    )
    assert dict(one.answers)["weiß nicht"] == "none"


def test_the_graph_leads_from_surveys_to_what_they_ask_about() -> None:
    graph = workspace(OF_LOYALTY + OF_PAIRS.replace("surveys:\n", "")).graph
    assert graph.nodes["survey:evening"]["kind"] is Kind.SURVEY
    assert graph.has_edge("survey:evening", "measure:loyalty", key=Link.MEASURED_BY)
    assert set(graph.successors("survey:wishes")) == {"expectation:one/know-when", "expectation:two/calm"}
    assert graph.has_edge("survey:wishes", "expectation:two/calm", key=Link.ABOUT)


def test_a_journey_has_surveys_of_its_own_of_a_measure_of_another_too() -> None:
    own = survey("file: a.csv, measure: two/own, questions: {and-you: Q}, answers: {x: 3}")
    space = workspace(OF_LOYALTY, one=ONE + own)
    assert not found_in(space)
    assert list(space.journeys["one"].surveys) == ["evening", "it"]
    assert list(space.surveys) == ["survey:evening", "survey:one/it"]
    assert space.surveys["survey:one/it"].measure == "measure:two/own"
    assert space.surveys["survey:one/it"].questions == (("and-you", "Q"),)


def test_a_survey_is_declared_once() -> None:
    own = survey("file: a.csv", "evening")
    assert [one.message for one in found_in(workspace(OF_LOYALTY, one=ONE + own))] == [
        "the survey “evening” is declared in the workspace too"
    ]


WRITE_MARKS = "write a mark from 1 to 5, `yes`, `no` or `none`"
WRITE_PAIRS = "write `like`, `expect`, `neutral`, `accept` or `dislike`, a number from 1 to 5, or `none`"
BESIDE = "write a file beside or below this one, like `surveys/answers.csv`"


@pytest.mark.parametrize(
    ("says", "path", "message", "help_"),
    [
        ("file: a.csv, measure: loyalti", ("measure",), "there is no measure “loyalti”", "did you mean `loyalty`?"),
        ("file: a.csv, measure: calls", ("measure",),
         "“Calls” is a plain number: it asks nothing that a survey could answer",
         "say in the measure what it asks (`of: …`), or name one that asks"),
        ("file: a.csv, measure: loyalty, questions: {satisfed: Q}", ("questions", "satisfed"),
         "“Loyalty” asks no question “satisfed”", "did you mean `satisfied`?"),
        ("file: a.csv, measure: loyalty, questions: {zzz: Q}", ("questions", "zzz"),
         "“Loyalty” asks no question “zzz”", "known here: `satisfied`, `again`"),
        ("file: a.csv, measure: loyalty, questions: {again: Q, Would you buy again?: R}",
         ("questions", "Would you buy again?"), "“Would you buy again?” and “again” are one question",
         "name each question once"),
        ("file: a.csv, measure: loyalty, questions: {satisfied: Q, again: Q}", ("questions", "again"),
         "“Q” is the column of “satisfied” too", "name the column of each"),
        ("file: a.csv, measure: loyalty, answers: {ja: 6}", ("answers", "ja"),
         "`6` is no mark of the scale of “Loyalty”: 1 to 5", WRITE_MARKS),
        ("file: a.csv, measure: loyalty, answers: {ja: Yes}", ("answers", "ja"),
         "“Yes” is not what an answer can mean", "did you mean `yes`?"),
        ("file: a.csv, measure: loyalty, answers: {ja: blue}", ("answers", "ja"),
         "“blue” is not what an answer can mean", WRITE_MARKS),
        ("file: a.csv, measure: loyalty, answers: {ja: like}", ("answers", "ja"),
         "`like` answers a question of a pair, and this is a survey of “Loyalty”",
         f"{WRITE_MARKS}; or take `measure` away"),
        ("file: a.csv, measure: nps, answers: {ja: yes}", ("answers", "ja"),
         "“Net Promoter Score” is reckoned from marks, and `yes` is none", "write a mark from 0 to 10 or `none`"),
        ("file: a.csv, measure: happy, answers: {ja: 4}", ("answers", "ja"),
         "“Happy” does not say which marks are a yes, and `4` is a mark",
         "write `yes`, `no` or `none`; or say in the measure which marks are a yes: `yes: [4, 5]`"),
        ("file: a.csv, answers: {ja: yes}", ("answers", "ja"), "`yes` answers no question of a pair",
         f"{WRITE_PAIRS}; or name the `measure` that was surveyed"),
        ("file: a.csv, answers: {ja: 6}", ("answers", "ja"), "`6` answers no question of a pair",
         f"{WRITE_PAIRS}; or name the `measure` that was surveyed"),
        ("file: a.csv, answers: {ja: expects}", ("answers", "ja"), "“expects” is not what an answer can mean",
         "did you mean `expect`?"),
        ("file: a.csv, features: {knowwhen: [Q, R]}", ("features", "knowwhen"), "there is no expectation “knowwhen”",
         "did you mean `know-when`?"),
        ("file: a.csv, features: {Quick: [Q, R]}", ("features", "Quick"), "“Quick” is an expectation of 2 journeys",
         "say which: `one/Quick`, `two/Quick`"),
        ("file: a.csv, features: {know-when: [Q, R], To know when: [S, T]}", ("features", "To know when"),
         "“To know when” and “know-when” are one expectation", "name each expectation once"),
        ("file: a.csv, features: {know-when: [Q, Q]}", ("features", "know-when", 1),
         "“Q” is the column of both answers", "name the column of each"),
        ("file: a.csv, features: {know-when: [Q, R], Calm: [S, Q]}", ("features", "Calm", 1),
         "“Q” is the column of “know-when” too", "name the column of each"),
        ("file: a.csv, features: {know-when: [Q, R], Calm: S}", ("features", "Calm"),
         "“Calm” has one column, and a pair of questions has two", "write both: `[if it is there, if it is not]`"),
        ("file: a.csv, features: {know-when: Q, Calm: Q}", ("features", "Calm", 0),
         "“Q” is the word of “know-when” too", "name the word of each"),
        ("file: a.csv, features: {know-when: [Q, R, S]}", ("features", "know-when"),
         "a pair of questions has two columns, not 3", "write `[if it is there, if it is not]`"),
        ("file: a.csv, dates: iso", ("dates",), "`dates` cannot be “iso”", "write one of `day first`, `month first`"),
        ("measure: mood", (), "`file` is missing", "name the file of answers: `file: surveys/answers.csv`"),
        ("file: []", ("file",), "it names no file", "write one, like `surveys/answers.csv`"),
        ("file: [a.csv, ./a.csv]", ("file",), "“a.csv” is named twice, and its answers would count twice",
         "write it once"),
        ("file: /a.csv", ("file",), "“/a.csv” is a place on one machine", BESIDE),
        ("file: ~/a.csv", ("file",), "“~/a.csv” is a place on one machine", BESIDE),
        ("file: 'C:/a.csv'", ("file",), "“C:/a.csv” is a place on one machine", BESIDE),
        ("file: 'https://a.example/a.csv'", ("file",),
         "“https://a.example/a.csv” is an address, and only files are read", BESIDE),
        ("file: [../a.csv]", ("file", 0), "“../a.csv” leads out of the folder", BESIDE),
        ("file: b/../../a.csv", ("file",), "“b/../../a.csv” leads out of the folder", BESIDE),
        ("file: 'b\\a.csv'", ("file",), "“b\\a.csv” has backslashes in it",
         "write `/` between folders, like `surveys/answers.csv`"),
        ("file: a.pdf", ("file",), "“a.pdf” is no table that can be read",
         f"name a file that ends in {', '.join(TABLES)}"),
        ("file: a.csv, measure: mood, follow_up: {file: /a.csv}", ("follow_up", "file"),
         "“/a.csv” is a place on one machine", BESIDE),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(says: str, path: tuple[str | int, ...], message: str, help_: str) -> None:
    space = workspace(survey(says))
    (found,) = found_in(space)
    assert (found.message, found.help) == (message, help_)
    assert found.place.path == ("surveys", "it", *path)
    assert list(space.surveys) == ["survey:it"]


@pytest.mark.parametrize(
    ("says", "path", "why"),
    [
        ("measure: mood, features: {know-when: Q}", ("features",), "it is a survey of a measure, not of pairs"),
        ("measure: mood, columns: {feature: Q}", ("columns", "feature"), "it is a survey of a measure, not of pairs"),
        ("questions: {again: Q}", ("questions",), "it is a survey of pairs"),
        ("follow_up: {file: b.csv}", ("follow_up",), "it is a survey of pairs"),
        ("columns: {step: Q}", ("columns", "step"), "it is a survey of pairs"),
        ("columns: {feature: F}, features: {know-when: [Q, R]}", ("columns", "feature"), "`features` name the columns"),
        ("on: 2026-01-01, dates: day first", ("dates",), "`on` says the day, and no column is read for it"),
    ],
)
def test_a_key_without_effect_is_told(says: str, path: tuple[str, ...], why: str) -> None:
    (found,) = found_in(workspace(survey(f"file: a.csv, {says}")))
    assert (found.name, found.message) == ("key-without-effect", f"“{path[-1]}” has no effect here: {why}")
    assert (found.place.path, found.place.part) == (("surveys", "it", *path), Part.KEY)


@pytest.mark.parametrize(
    "says",
    [
        "measure: nps, answers: {x: 0, y: 10, z: none}",
        "measure: mood, answers: {x: -3, y: 99}",
        "measure: happy, answers: {x: yes, y: no}",
        "measure: loyalty, answers: {x: 1, y: 5, z: no}",
        "on: 2026-01-01, columns: {when: D}, dates: month first",
        "features: {one/Quick: [Q, R], two/Quick: [S, T]}",
    ],
)
def test_what_is_right_gives_no_finding(says: str) -> None:
    assert not found_in(workspace(survey(f"file: a.csv, {says}")))


def test_what_means_nothing_is_not_read() -> None:
    says = "file: a.csv, measure: loyalty, questions: {satisfied: Q, agen: R}, answers: {ja: yes, nein: like}"
    one = workspace(survey(says)).surveys["survey:it"]
    assert (one.questions, one.answers) == ((("satisfied", "Q"),), (("ja", "yes"),))


def test_a_slip_in_a_key_is_put_right_as_a_key() -> None:
    (found,) = found_in(workspace(survey("file: a.csv, measure: loyalty, questions: {satisfed: Q}")))
    (edit,) = found.fix
    assert (edit.action, edit.text) == ("rename", "satisfied")


def test_a_survey_of_an_unknown_measure_says_no_more() -> None:
    says = "file: a.csv, measure: loyalti, questions: {zzz: Q}, answers: {ja: blue}"
    assert len(found_in(workspace(survey(says)))) == 1


def test_a_comparison_tells_what_is_read_in_another_way() -> None:
    after = OF_LOYALTY.replace("Frage 2", "Frage 3").replace("ja: yes", "ja: 4").replace("spring", "summer")
    (change,) = compare(workspace(OF_LOYALTY), workspace(after)).shared
    assert [(one.field, one.old, one.new) for one in change.details] == [
        ("file", "surveys/spring.csv", ""),
        ("file", "", "surveys/summer.csv"),
        ("questions", "again: Frage 2", ""),
        ("questions", "", "again: Frage 3"),
        ("answers", "ja: yes", ""),
        ("answers", "", "ja: 4"),
    ]


def test_a_comparison_tells_features_by_their_words() -> None:
    (change,) = compare(workspace(OF_PAIRS), workspace(OF_PAIRS.replace("Zeit", "Uhr"))).shared
    assert [(one.old, one.new) for one in change.details] == [("know-when: Zeit", ""), ("", "know-when: Uhr")]


_PIECES = st.sampled_from(("..", ".", "a", "Ä b", "~", "C:", "http:", "", "x.csv", "x.XLSX", "x.exe", "\\", "\x00"))


@settings(max_examples=tries(300))
@given(st.lists(_PIECES, min_size=1, max_size=5), st.sampled_from(("/", "\\")))
def test_a_path_stays_below_its_folder_or_is_refused(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    try:
        path = PurePosixPath(table_path(text))
    except ValueError:
        return
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert "\\" not in str(path)
    assert path.suffix.lower() in TABLES
