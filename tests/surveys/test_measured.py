"""A measure is what counting by hand gives, whatever stands in the files."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from answered import LOYALTY, answers, workspace
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from journeys.errors import UsageError
from journeys.surveys import Legend, Measurement, measured
from journeys.surveys.asking import Unexplained

TODAY = date(2026, 7, 1)
LEGEND = Legend(answers={"ja": "yes", "nein": "no", "k. A.": "none", "gut": "4", "5": "5", "3": "3"})
MEANS = {"": None, "ja": True, "nein": False, "k. A.": None, "gut": True, "5": True, "3": False, "9": None, "2,5": None}
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "a", "b", "c", "d"]),
        st.sampled_from(["", "2026-01-05", "2026-01-06", "2026-02-28"]),
        st.sampled_from(["", "old", "new"]),
        st.sampled_from(["", "order", "First evening", "elsewhere"]),
        *(st.sampled_from(list(MEANS)) for _ in range(3)),
    ),
    max_size=60,
)


def measure(rows: Any, sections: str = LOYALTY, of: str = "loyalty", **more: Any) -> Measurement:
    with TemporaryDirectory() as folder:
        path = answers(
            Path(folder, "a.csv"), rows, **({"headings": more.pop("headings")} if "headings" in more else {})
        )
        return measured(workspace(sections), of, [path], today=TODAY, **{"legend": LEGEND, **more})


def once(rows: list[Any]) -> list[Any]:
    """The rows that count, each person, day and step once; a row of one that answers otherwise takes all of these."""
    by: dict[Any, list[Any]] = defaultdict(list)
    for number, row in enumerate(rows):
        marks = tuple((MEANS[cell], cell in ("9", "2,5")) for cell in row[4:])
        answered = any(mark is not None for mark, _ in marks)
        by[(row[0], row[1], row[3]) if row[0] and answered else number].append((row, marks))
    return [found[0][0] for found in by.values() if len({marks for _, marks in found}) == 1]


def loyal(row: Any) -> bool | None:
    marks = [MEANS[cell] for cell in row[4:]]
    return False if False in marks else None if None in marks else True


def matches(figure: Any, yes: list[bool]) -> None:
    assert figure.answers == len(yes)
    if yes:
        assert figure.value == Fraction(100 * sum(yes), len(yes))
        expected = stats.binomtest(sum(yes), len(yes)).proportion_ci(method="wilson")
        assert figure.interval == pytest.approx((expected.low * 100, expected.high * 100), abs=1e-9)
    else:
        assert (figure.value, figure.interval) == (None, None)


@settings(max_examples=tries(60))
@given(ROWS)
def test_an_index_of_all_is_what_counting_by_hand_gives(rows: list[Any]) -> None:
    found = measure(rows)
    counted = once([row for row in rows if any(row)])
    known = [(row, loyal(row)) for row in counted if loyal(row) is not None]
    matches(found.figure, [bool(yes) for _, yes in known])
    lacking = [row for row in counted if loyal(row) is None and any(MEANS[cell] for cell in row[4:])]
    assert found.left_out == len(lacking)
    for place, question in enumerate(found.questions, 4):
        marks = [MEANS[row[place]] for row in counted]
        matches(question.figure, [mark for mark in marks if mark is not None])
        assert question.nothing == marks.count(None)
        alone = [row for row in counted if [MEANS[cell] for cell in row[4:]].count(True) == 2]
        assert question.only_no == sum(MEANS[row[place]] is False for row in alone)
    for groups, name in (
        (found.months, lambda row: row[1][:7]),
        (found.segments, lambda row: row[2]),
        (found.steps, lambda row: {"order": "Order"}.get(row[3], row[3])),
    ):
        by = defaultdict(list)
        for row, yes in known:
            by[name(row)].append(bool(yes))
        by.pop("", None)
        assert {group.name for group in groups} == by.keys()
        for group in groups:
            matches(group.figure, by[group.name])
    days = [row[1] for row, _ in known if row[1]]
    assert (str(found.first), str(found.last)) == (min(days, default="None"), max(days, default="None"))


ONE = "measures: {x: {measure: X, of: How was it?, %s}}\n"
TWO = "measures: {x: {measure: X, of: {p: P?, q: Q?}, %s}}\n"


def of_one(kind: str, marks: list[Any]) -> Measurement:
    rows = [("", "", "", "", mark) for mark in marks]
    headings = ("respondent", "when", "segment", "step", "How was it?")
    return measure(rows, ONE % kind, "x", headings=headings, legend=Legend())


@given(st.lists(st.integers(1, 7), min_size=2, max_size=60), st.sampled_from(["as: ces", "as: mean, scale: 1 to 7"]))
def test_a_mean_has_students_interval_cut_at_the_scale(marks: list[int], kind: str) -> None:
    figure = of_one(kind, marks).figure
    assert figure.value == Fraction(sum(marks), len(marks))
    if len(set(marks)) == 1:
        assert figure.interval is None
    else:
        low, high = stats.t.interval(0.95, len(marks) - 1, loc=stats.tmean(marks), scale=stats.sem(marks))
        assert figure.interval == pytest.approx((max(low, 1), min(high, 7)), rel=1e-9)


@given(st.lists(st.integers(0, 10), min_size=2, max_size=60))
def test_an_nps_is_promoters_less_detractors_with_the_variance_of_these(marks: list[int]) -> None:
    figure = of_one("as: nps", marks).figure
    values = [100 * ((mark >= 9) - (mark <= 6)) for mark in marks]
    assert figure.value == Fraction(sum(values), len(values))
    if len(set(values)) > 1:
        low, high = stats.t.interval(0.95, len(values) - 1, loc=stats.tmean(values), scale=stats.sem(values))
        assert figure.interval == pytest.approx((max(low, -100), min(high, 100)), rel=1e-9, abs=1e-9)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=60))
def test_csat_is_the_share_of_fours_and_fives(marks: list[int]) -> None:
    matches(of_one("as: csat", marks).figure, [mark >= 4 for mark in marks])


@given(st.lists(st.tuples(st.sampled_from(["", 1, 3, 4]), st.sampled_from(["", 2, 5])), min_size=1, max_size=40))
def test_of_two_questions_a_share_is_of_all_answers_and_its_variance_between_responses(rows: list[Any]) -> None:
    found = measure(
        [("", "", "", "", *row) for row in rows],
        TWO % 'as: share, yes: "4 to 5", scale: 1 to 5',
        "x",
        headings=("respondent", "when", "segment", "step", "p", "q"),
        legend=Legend(),
    )
    pairs = [[mark >= 4 for mark in row if mark != ""] for row in rows]
    pairs = [pair for pair in pairs if pair]
    size = sum(map(len, pairs))
    if not size:
        assert found.figure.value is None
        return
    share = Fraction(sum(map(sum, pairs)), size)
    assert found.figure.value == share * 100
    if size > len(pairs) > 1:
        apart = sum((sum(pair) - share * len(pair)) ** 2 for pair in pairs)
        error = float(Fraction(len(pairs), len(pairs) - 1) * apart) ** 0.5 / size
        half = float(stats.t.ppf(0.975, len(pairs) - 1)) * error
        wide = (max(0, float(share) - half) * 100, min(1, float(share) + half) * 100)
        assert (found.figure.interval or (0, 0)) == pytest.approx(wide if error else (0, 0), rel=1e-9, abs=1e-9)


ROW = ("a", "2026-01-05", "", "", "5", "5", "5")


@pytest.mark.parametrize(
    ("rows", "counted", "notes"),
    [
        (
            [ROW, ROW, ROW],
            1,
            "2 responses left out: the same person gave the same answers on the same day, counted",
        ),
        ([ROW, (*ROW[:-1], "1")], 0, "nothing says which came later, none of them counts (line 2 and line 3)"),
        ([ROW, (*ROW[:3], "order", *ROW[4:])], 2, ""),
        ([ROW, ("a", "2026-01-06", *ROW[2:])], 2, ""),
        (
            [("a", "2026-01-05 10:00", *ROW[2:]), ("a", "2026-01-05 09:00", *ROW[2:-1], "1")],
            1,
            "gave other answers later that day, the last ones count (line 2 and line 3)",
        ),
        ([("", *ROW[1:]), ("", *ROW[1:])], 2, ""),
        ([("a", "", *ROW[2:]), ("a", "", *ROW[2:])], 1, "counted once (line 2 and line 3)"),
    ],
)
def test_a_response_that_stands_twice(rows: list[Any], counted: int, notes: str) -> None:
    found = measure(rows)
    assert found.figure.answers == counted
    assert notes in "\n".join(found.notes)
    assert bool(notes) == ("left out" in "\n".join(found.notes))


def test_of_two_answers_at_two_times_the_later_counts() -> None:
    rows = [("a", "2026-01-05 10:00", *ROW[2:]), ("a", "2026-01-05 09:00", *ROW[2:-1], "1")]
    assert measure(rows).figure.value == 100


def test_without_a_column_of_persons_or_of_days_that_is_told() -> None:
    found = measure([("5", "5", "5")] * 2, headings=("good", "again", "tell"))
    assert found.figure.answers == 2
    assert "no column says who answered" in found.notes[0]
    assert "no column says the day, so nothing is told by month" in found.notes[1]


def test_marks_off_the_scale_are_no_answer_and_told_with_their_line() -> None:
    found = measure([ROW, ("b", *ROW[1:-1], "99"), ("c", *ROW[1:-1], "2,5"), ("d", *ROW[1:-1], "99")])
    assert found.figure.answers == 1
    assert found.left_out == 3
    told = "“Would you tell others?”: marks that are none of 1 to 5 count as not answered: “99” (2), “2,5” (1)"
    assert f"{told}, the first in line 3" in "\n".join(found.notes)
    left_out = "3 responses without a no, and with a question that was not answered: left out (with them: 25.0% if"
    assert left_out in "\n".join(found.notes)


@pytest.mark.parametrize(
    ("sections", "headings", "rows", "said", "options"),
    [
        (
            LOYALTY,
            ("good", "Again?"),
            [("5", "4")],
            "--column segment=… --column step=…; if it was not asked, take the question out of the measure",
            ("--column tell=…",),
        ),
        (
            LOYALTY,
            ("good", "again", "tell"),
            [("Yes", "yes ", "1"), ("YES", "Nope", "x=y")],
            "in “good”, “again”, “tell” by “YES” (3), “Nope” (1), “x=y” (1); each can mean a mark from 1 to",
            ("--answer YES=…", "--answer Nope=…", "--answer x=y=…"),
        ),
        (
            "measures: {loyalty: {measure: L, all_of: {good: Good?}}}\n",
            ("good",),
            [("1",), ("0",), ("1",)],
            "which marks are a yes (`yes: [4, 5]`): write that there, for these are marks",
            ("--answer 1=…", "--answer 0=…"),
        ),
        (
            LOYALTY,
            ("when", "good", "again", "tell"),
            [("3/4/2026", "5", "5", "5")],
            "“3/4/2026” is 2026-04-03 if the day comes first, and 2026-03-04 if the month does",
            ("--dates '… first'",),
        ),
        (
            LOYALTY,
            ("good", "again", "tell"),
            [("5", "5", f"They came at {number}") for number in range(70)],
            "“tell” holds texts, and no answers to “tell” that can be counted",
            ("--column tell=…",),
        ),
    ],
)
def test_what_nothing_explains_is_asked_for_in_one_message(
    sections: str, headings: tuple[str, ...], rows: list[Any], said: str, options: tuple[str, ...]
) -> None:
    with pytest.raises(Unexplained) as asked:
        measure(rows, sections, headings=headings, legend=Legend())
    assert said in str(asked.value)
    assert asked.value.options == options


def test_words_are_listed_by_how_often_they_stand_and_no_more_than_twelve() -> None:
    rows = [(f"word {number % 20}", "5", "5") for number in range(45)]
    with pytest.raises(Unexplained, match=r"by “word 0” \(3\), .* and 8 more; each") as asked:
        measure(rows, headings=("good", "again", "tell"))
    assert len(asked.value.options) == 12


@pytest.mark.parametrize(
    ("sections", "of", "legend", "said"),
    [
        (LOYALTY, "loyal", Legend(), "no measure is called “loyal”"),
        ("measures: {calls: {measure: Calls}}\n", "calls", Legend(), "“Calls” is a plain number"),
        (
            ONE % "as: nps, scale: 1 to 5",
            "x",
            Legend(),
            "“X” is a Net Promoter Score, which is of marks from 0 to 10",
        ),
        (LOYALTY, "loyalty", Legend(answers={"ja": "7"}), "the answer “ja”: `7` is no mark of the scale of “Loyalty”"),
        (ONE % "as: mean", "x", Legend(answers={"ja": "yes"}), "“X” is reckoned from marks, and `yes` is none"),
        (LOYALTY, "loyalty", Legend(columns={"god": "A"}), "--column god=…: nothing is called so: did you mean `good`"),
    ],
)
def test_what_cannot_be_reckoned_is_told(sections: str, of: str, legend: Legend, said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("(", r"\(")):
        measure([ROW], sections, of, legend=legend)


def test_since_leaves_out_what_was_answered_before_and_what_has_no_day() -> None:
    rows = [ROW, ("b", "2026-02-01", *ROW[2:]), ("c", "soon", *ROW[2:])]
    found = measure(rows, since=date(2026, 1, 6))
    assert (found.figure.answers, str(found.first)) == (1, "2026-02-01")
    assert "1 response without a day that can be read, left out: the first in line 4" in found.notes
    assert "1 response without a day that can be read, in no month: the first in line 4" in measure(rows).notes


def test_what_names_no_groups_is_not_told_by_group() -> None:
    found = measure([(f"{number}", "2026-01-05", f"s{number}", "", "5", "5", "5") for number in range(500)])
    assert found.segments == ()
    assert "“segment” says too many different things to tell of each (segment)" in found.notes


def test_rows_that_cannot_be_read_are_told_with_the_first_line() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.csv")
        path.write_text("good,again,tell\n5,5,5\n5,5,5,5\n4,4,4\n", "utf-8")
        found = measured(workspace(), "loyalty", [path], today=TODAY)
    assert found.figure.answers == 2
    assert "1 row cannot be read, the first in line 3: 4 cells, and the heading has 3" in "\n".join(found.notes)


def test_files_are_counted_together_and_a_person_once_in_all() -> None:
    with TemporaryDirectory() as folder:
        one = answers(Path(folder, "a.csv"), [ROW, ("b", *ROW[1:])])
        two = answers(Path(folder, "b.csv"), [ROW, ("c", *ROW[1:])])
        found = measured(workspace(), "loyalty", [one, two, one], today=TODAY)
    assert found.figure.answers == 3
    assert [read.responses for read in found.files] == [2, 2]
    assert f"(line 2 of {one} and line 2 of {two})" in "\n".join(found.notes)
