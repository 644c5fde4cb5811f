"""Answers in pairs, read from tables of both shapes, and whatever people do to such tables."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlsxwriter
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.errors import UsageError
from journeys.surveys.kano import Answer, Kind, Unclear, kind_of
from journeys.surveys.kano.answered import Reading
from journeys.surveys.kano.form import form_of, side_of
from journeys.surveys.kano.reading import read
from journeys.surveys.legend import NO_LEGEND, Legend
from journeys.tables import open_table

SPELLED: Mapping[Answer, Sequence[str]] = {
    Answer.LIKE: ("like", "1", "I like it that way"),
    Answer.EXPECT: ("Expect", "2", "must be"),
    Answer.NEUTRAL: ("neutral", "3", "I am neutral."),
    Answer.ACCEPT: ("accept", "4", "live with"),
    Answer.DISLIKE: ("DISLIKE", "5", "I dislike it that way"),
}
FEATURES = ("Know when", "one bill", "A person; not a menu")
Row = tuple[str, tuple[tuple[tuple[Answer | None, str], tuple[Answer | None, str]], ...]]
said = st.sampled_from(Answer).flatmap(lambda one: st.tuples(st.just(one), st.sampled_from(SPELLED[one])))
blank = st.tuples(st.none(), st.sampled_from(("", " ")))
pair = st.tuples(said | blank, said | blank)
surveys = st.lists(st.tuples(st.sampled_from("ab"), st.tuples(*[pair] * len(FEATURES))), max_size=12)


def from_text(text: str, legend: Legend = NO_LEGEND, *, since: date | None = None, encoding: str = "utf-8") -> Reading:
    with TemporaryDirectory() as folder:
        file = Path(folder, "wishes.csv")
        file.write_bytes(text.encode(encoding))
        return from_file(file, legend, since)


def from_file(file: Path, legend: Legend = NO_LEGEND, since: date | None = None) -> Reading:
    return read("Wishes", [open_table(file)], form_of(legend), lambda _: "", since=since)


def lines(rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def counts(reading: Reading, number: int = 0) -> dict[str, dict[Kind, int]]:
    features = reading.surveys[number].features.values() if reading.surveys else ()
    return {one.name: {kind: many for kind, many in one.tally.counts.items() if many} for one in features}


@given(surveys)
@settings(max_examples=tries(60))
def test_both_shapes_are_counted_as_by_hand(
    survey: list[tuple[str, tuple[tuple[tuple[Answer | None, str], ...], ...]]],
) -> None:
    wide = [["id", "segment", *(f"{name} {side}" for name in FEATURES for side in ("functional", "dysfunctional"))]]
    long = [["respondent", "Segment", "feature", "functional", "dysfunctional"]]
    by_hand: dict[str, Counter[tuple[str, Kind]]] = {name: Counter() for name in FEATURES}
    missing: Counter[tuple[str, bool]] = Counter()
    for number, (segment, pairs) in enumerate(survey):
        wide.append([str(number), segment, *(text for there, not_there in pairs for text in (there[1], not_there[1]))])
        for name, ((there, one), (not_there, other)) in zip(FEATURES, pairs, strict=True):
            long.append([str(number), segment, name, one, other])
            if there and not_there:
                by_hand[name][segment, kind_of(there, not_there)] += 1
            else:
                missing[name, there is not_there] += 1
    for rows in (wide, long):
        reading = from_text(lines(rows))
        features = reading.surveys[0].features.values() if reading.surveys else ()
        assert [one.name for one in features] == (list(FEATURES) if survey else [])
        for one in features:
            mine = by_hand[one.name]
            assert {kind: many for kind, many in one.tally.counts.items() if many} == dict(
                sum((Counter({kind: many}) for (_, kind), many in mine.items()), Counter())
            )
            assert {
                (segment, kind): many
                for segment, tally in one.segments.items()
                for kind, many in tally.counts.items()
                if many
            } == dict(mine)
            assert (one.half, one.silent) == (missing[one.name, False], missing[one.name, True])
        assert not reading.lines


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("know-when functional", ("know-when", "functional")),
        ("know_when_dysfunctional", ("know_when", "dysfunctional")),
        ("Know when (+)", ("Know when", "functional")), ("Know when (-)", ("Know when", "dysfunctional")),
        ("Know when (functional)", ("Know when", "functional")), ("Q1 +", ("Q1", "functional")),
        ("Q1 −", ("Q1", "dysfunctional")), ("Q1: Functional", ("Q1", "functional")), ("know-when", None),
        ("functional", None), ("dysfunctional", None), ("+", None), ("unfunctional", None), ("Q1-", None), ("", None),
    ],
)  # fmt: skip
def test_a_heading_tells_its_feature_and_its_question_or_nothing(heading: str, told: tuple[str, str] | None) -> None:
    assert side_of(heading) == told


LONG = "respondent,feature,functional,dysfunctional\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (LONG + "1,Über alles,like,dislike\n", "utf-8-sig"),
        (LONG.replace(",", ";") + "1;Über alles;like;dislike\n", "cp1252"),
        (LONG.replace(",", "\t") + "1\tÜber alles\t1,0\t5,0\n", "utf-16"),
        ("sep=|\r\n" + LONG.replace(",", "|") + '1|"Über alles"|like|dislike\r\n', "utf-8"),
    ],
)
def test_any_separator_and_encoding_is_read(text: str, encoding: str) -> None:
    assert counts(from_text(text, encoding=encoding)) == {"Über alles": {Kind.PERFORMANCE: 1}}


def test_a_workbook_is_read_and_its_formulas_are_what_they_last_gave(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "wishes.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "Know when (+)", "Know when (-)"])
        sheet.write_row(1, 0, [1, 1, 5])
        sheet.write_formula(2, 1, "=1+1", value=2)
        sheet.write_row(2, 2, [5])
    assert counts(from_file(tmp_path / "wishes.xlsx")) == {"Know when": {Kind.PERFORMANCE: 1, Kind.MUST_BE: 1}}


def test_words_that_nobody_explained_are_asked_for_and_no_page_shows_them() -> None:
    text = LONG + "1,a,gut,egal\n2,a,gut,5\n3,a,3,-- DROP TABLE seen\n"
    with pytest.raises(Unclear, match="nothing says what 3 words in the answers mean: like, expect") as asked:
        from_text(text)
    assert "gut" not in str(asked.value)
    assert asked.value.shown == "“gut” (2), “-- DROP TABLE seen” (1), “egal” (1)"
    assert asked.value.options == ("--answer gut=…", "--answer '-- DROP TABLE seen'=…", "--answer egal=…")
    answers = {"GUT": "like", "egal": "neutral", "-- drop table seen": "none"}
    reading = from_text(text, Legend(answers=answers))
    assert counts(reading) == {"a": {Kind.ATTRACTIVE: 1, Kind.PERFORMANCE: 1}}
    assert next(iter(reading.surveys[0].features.values())).half == 1


def test_columns_that_nothing_tells_are_asked_for_with_the_headings_that_there_are() -> None:
    with pytest.raises(Unclear, match=r"call one “functional”.*the columns are “Nr”, “Frage 1”, “Frage 2”") as asked:
        from_text("Nr,Frage 1,Frage 2\n1,1,5\n")
    assert asked.value.options == tuple(f"--column {role}=…" for role in ("feature", "functional", "dysfunctional"))
    columns = {"know-when functional": "Frage 1", "know-when dysfunctional": "Frage 2"}
    assert counts(from_text("Nr,Frage 1,Frage 2\n1,1,5\n", Legend(columns))) == {"know-when": {Kind.PERFORMANCE: 1}}
    with pytest.raises(Unclear, match="no column is called “Frage 3”, which is to say the dysfunctional answer to"):
        from_text("Nr,Frage 1,Frage 2\n", Legend({**columns, "know-when dysfunctional": "Frage 3"}))


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"know-when functional": "a"}, "only the functional column of “know-when” is said: say the other one"),
        ({"colour": "a"}, "“colour” is nothing that a column says here"),
    ],
)
def test_what_is_said_of_columns_has_to_make_sense(columns: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        form_of(Legend(columns))


def test_a_question_that_is_missing_is_told_and_the_others_are_counted() -> None:
    reading = from_text("id,a +,a -,b functional\n1,1,5,2\n")
    assert counts(reading) == {"a": {Kind.PERFORMANCE: 1}}
    assert any("“b” has no dysfunctional column, and is not reckoned" in note for note in reading.notes)


def test_rows_that_cannot_be_counted_are_told_by_line() -> None:
    reading = from_text(LONG + "1,a,1,5\n2,,1,5\n3,a,1,5,like\n\n4,a,2,5\n")
    assert counts(reading) == {"a": {Kind.PERFORMANCE: 1, Kind.MUST_BE: 1}}
    assert [line.partition("wishes.csv")[2] for line in reading.lines] == [
        ":3: no feature is named",
        ":4: 5 cells, and the heading has 4: put a text that holds `,` in quotation marks",
    ]
    assert "1 row cannot be read: not counted" in reading.notes
    assert "1 row without a feature: not counted" in reading.notes


def test_who_answers_the_same_twice_counts_once_and_who_contradicts_himself_does_not() -> None:
    reading = from_text(LONG + "1,a,1,5\n1,A,like,dislike\n2,a,1,5\n2,a,2,5\n2,b,3,3\n,a,4,4\n,a,4,4\n3,a,,\n3,a,1,1\n")
    assert counts(reading) == {
        "a": {Kind.PERFORMANCE: 1, Kind.INDIFFERENT: 2, Kind.QUESTIONABLE: 1}, "b": {Kind.INDIFFERENT: 1},
    }  # fmt: skip
    assert [line.partition("wishes.csv")[2] for line in reading.lines] == [
        ":2: the same person answered the same in line 3",
        ":4: the same person answered otherwise in line 5",
    ]
    assert "2 rows of nobody who is named: nobody can tell whether that was answered twice" in reading.notes


def test_of_two_answers_at_two_times_the_later_counts() -> None:
    text = "id,when,a +,a -\n1,2026-03-02 10:00,1,5\n1,2026-03-02 09:00,2,5\n2,2026-03-02 09:30,1,2\n"
    assert counts(from_text(text)) == {"a": {Kind.PERFORMANCE: 1, Kind.ATTRACTIVE: 1}}


TWO_DAYS = "id,date,a +,a -\n1,2025-03-02,1,2\n2,2025-03-02,1,2\n1,2026-03-02,2,5\n"


def test_answers_of_just_two_days_are_two_surveys_in_which_one_person_may_answer_once_each() -> None:
    reading = from_text(TWO_DAYS)
    assert [(one.first, one.last) for one in reading.surveys] == [(date(2025, 3, 2),) * 2, (date(2026, 3, 2),) * 2]
    assert [counts(reading, number) for number in (0, 1)] == [{"a": {Kind.ATTRACTIVE: 2}}, {"a": {Kind.MUST_BE: 1}}]


def test_answers_of_more_days_are_one_survey_unless_a_day_parts_them() -> None:
    text = TWO_DAYS + "3,2025-04-01,1,2\n4,soon,1,2\n"
    (whole,) = from_text(text).surveys
    assert (whole.first, whole.last) == (date(2025, 3, 2), date(2026, 3, 2))
    parted = from_text(text, since=date(2026, 1, 1))
    assert [one.last for one in parted.surveys] == [date(2025, 4, 1), date(2026, 3, 2)]
    assert "1 row without a day: in neither survey" in parted.notes


def test_a_day_that_can_be_read_two_ways_is_asked_about() -> None:
    text = "id,date,a +,a -\n1,3/4/2026,1,2\n2,5/4/2026,1,2\n"
    with pytest.raises(Unclear, match="days can be read two ways") as asked:
        from_text(text)
    assert asked.value.options == ("--dates '… first'",)
    assert "2026-04-03 if the day comes first" in asked.value.shown
    assert from_text(text, Legend(dates="day first")).surveys[0].last == date(2026, 4, 3)


def test_the_day_of_answers_without_a_column_is_what_the_survey_says() -> None:
    assert from_text(LONG + "1,a,1,5\n", Legend(on=date(2026, 3, 2))).surveys[0].last == date(2026, 3, 2)


def test_names_that_are_code_are_names() -> None:
    text = "respondent,segment,feature,functional,dysfunctional\n1,'); drop table seen;--,=cmd|' /c calc'!A1,1,5\n"
    (survey,) = from_text(text).surveys
    assert [one.name for one in survey.features.values()] == ["=cmd|' /c calc'!A1"]


def test_with_very_many_segments_nothing_is_told_by_segment_and_with_very_many_features_something_is_wrong() -> None:
    rows = "".join(f"{number},{number},a,1,5\n" for number in range(50))
    reading = from_text("id,segment,feature,functional,dysfunctional\n" + rows)
    assert reading.surveys[0].features["a"].segments == {}
    assert "there are more than 40 segments: nothing is told by segment" in reading.notes
    with pytest.raises(UsageError, match="more than 1,000 features are named"):
        from_text(LONG + "".join(f"1,f{number},1,5\n" for number in range(1001)))
