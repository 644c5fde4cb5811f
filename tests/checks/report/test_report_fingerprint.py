"""Fingerprints: the same for the same finding, and for no other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journeys.checks.report.fingerprint import fingerprint, fingerprints
from journeys.language.finding import Finding, Place

PATH = ("phases", "Order", "steps", "Pay", "frontstage")


def finding(code: str = "O101", journey: str = "get-broadband", file: str = "a.yaml", index: int = 0) -> Finding:
    return Finding("nobody owns this", Place(file, ("phases", index)), code=code, journey=journey)


def test_it_is_known_by_rule_journey_path_and_occurrence() -> None:
    marks = [
        fingerprint(finding(), PATH),
        fingerprint(finding(code="O102"), PATH),
        fingerprint(finding(journey="other"), PATH),
        fingerprint(finding(), (*PATH, "do")),
        fingerprint(finding(), PATH, 1),
    ]
    assert len(set(marks)) == len(marks)
    assert all(len(mark) == 32 and int(mark, 16) >= 0 for mark in marks)


def test_it_is_the_same_in_every_version_because_baselines_hold_it() -> None:
    assert fingerprint(finding(), PATH) == "64b8cc9ef559f984c6f6874021b5f0ab"


def test_wording_file_and_list_index_do_not_count() -> None:
    moved = replace(finding(file="b.yaml", index=7), message="in other words", help="x", why="y")
    assert fingerprint(moved, PATH) == fingerprint(finding(), PATH)


def test_without_a_journey_the_file_counts() -> None:
    assert fingerprint(finding(journey=""), PATH) != fingerprint(finding(journey="", file="b.yaml"), PATH)
    assert fingerprint(finding(journey="", file="x"), PATH) != fingerprint(finding(journey="x"), PATH)


def test_occurrences_are_counted_apart_by_rule_and_path() -> None:
    other = finding(code="O102")
    assert fingerprints([(finding(), PATH), (other, PATH), (finding(), PATH)]) == [
        fingerprint(finding(), PATH, 0),
        fingerprint(other, PATH, 0),
        fingerprint(finding(), PATH, 1),
    ]


keys = st.lists(st.one_of(st.text(st.characters(exclude_categories=())), st.integers()), max_size=4).map(tuple)


@given(keys, keys)
def test_different_paths_have_different_fingerprints(one: tuple[str | int, ...], two: tuple[str | int, ...]) -> None:
    assert (fingerprint(finding(), one) == fingerprint(finding(), two)) == (one == two)
