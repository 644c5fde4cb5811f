"""Columns by their headings: found as people write them, asked for where they are not."""

from __future__ import annotations

import pytest

from journeys.tables import Wanted, find_columns
from journeys.tables.columns import letter

NUMBER = Wanted("respondent", "who answered", ("id", "respondent id", "token", "name"))
DAY = Wanted("when", "the day of the answer", ("timestamp", "date"))
MARK = Wanted("mark", "how satisfied they are", heading="Frage 1 -")


@pytest.mark.parametrize("heading", ["respondent", "ID", "Respondent_Id", " respondent-id ", "Token"])
def test_a_heading_is_found_as_people_write_it(heading: str) -> None:
    assert find_columns([NUMBER], ["x", heading]).places == {"respondent": 1}


def test_the_best_word_wins_wherever_it_stands_and_the_first_of_two_alike() -> None:
    found = find_columns([NUMBER, DAY], ["Name", "Date", "ID", "date"])
    assert (dict(found.places), found.without, found.missing) == ({"respondent": 2, "when": 1}, (), "")


def test_the_heading_that_somebody_named_is_the_only_one_that_will_do() -> None:
    assert find_columns([MARK], ["mark", "Frage 1 +", "Frage 1 -"]).places == {"mark": 2}
    assert find_columns([MARK], ["frage_1"]).places == {"mark": 0}
    found = find_columns([MARK], ["mark", "Frage 2"])
    assert (dict(found.places), found.without) == ({}, ("mark",))
    assert found.missing == (
        "no column is called “Frage 1 -”, which is to say how satisfied they are (did you mean “Frage 2”?); "
        "the columns are “mark”, “Frage 2”"
    )


def test_two_headings_that_differ_in_signs_only_are_not_taken_for_one_another() -> None:
    assert find_columns([MARK], ["frage 1", "FRAGE 1"]).without == ("mark",)


def test_a_column_without_a_heading_has_its_letter() -> None:
    wanted = Wanted("respondent", "who answered", heading="Column B")
    assert find_columns([wanted], ["a", "", "b"]).places == {"respondent": 1}
    assert [letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_what_is_missing_is_said_with_what_to_write_and_what_is_there() -> None:
    optional = Wanted("step", "the step", ("at",), needed=False)
    found = find_columns([NUMBER, DAY, optional], ["Segment", "", "x" * 50, *map(str, range(12))])
    assert found.without == ("respondent", "when")
    assert found.missing == (
        "no column says who answered: call one “respondent” (“id”, “respondent id”, “token” are read too), and no "
        "column says the day of the answer: call one “when” (“timestamp”, “date” are read too); the columns are "
        f"“Segment”, “{'x' * 40}”, “0”, “1”, “2”, “3”, “4”, “5”, “6”, “7”, “8”, “9” and 2 more"
    )


def test_of_several_missing_ones_each_is_asked_for() -> None:
    found = find_columns([Wanted("a", "this"), Wanted("b", "that", ("bee",))], ["c"])
    assert found.missing == (
        "no column says this: call one “a”, and no column says that: call one “b” (“bee” is read too); "
        "the columns are “c”"
    )
