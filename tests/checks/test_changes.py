"""What is said of changes: those of a journey and of the workspace, by the settings of each."""

from __future__ import annotations

import pytest
from asking import HEAD, found, marked

from journeys.api import check, loads_workspace
from journeys.checks.select import Choice
from journeys.language.finding import Located

STEPS = """
steps:
  - step: Order
    expects: [{id: hot, expects: The dish is hot}]
    frontstage: {do: Take the order, owner: waiter}
  - step: Eat
    frontstage: {do: Serve the dish, owner: waiter}
"""


def changed(entry: str, **more: str) -> str:
    entries = {"it": entry} | more
    return STEPS + "changes:\n" + "".join(f"  {key}: {{{words}}}\n" for key, words in entries.items())


def messages(rule: str, entry: str, **more: str) -> list[str]:
    return [item.finding.message for item in found(rule, changed(entry, **more))]


class TestTooLarge:
    @pytest.mark.parametrize(
        ("effort", "told"),
        [
            ("2 weeks", False),
            ("15 days", True),
            ("10 working days", False),
            ("11 working days", True),
            ("80 working hours", False),
            ("2 working weeks", False),
            ("3 weeks, done: 2026-01-01", False),
        ],
    )
    def test_two_weeks_are_the_most_of_what_is_not_done(self, effort: str, told: bool) -> None:
        assert bool(found("E601", changed(f"change: C, effort: {effort}"))) is told

    def test_a_journey_sets_its_own_limit(self) -> None:
        head = HEAD + "settings: {rules: {change-too-large: {limit: 3}}}\n"
        (one,) = found("E601", changed("change: C, effort: 4 days"), head=head)
        assert "several changes of 3 days at most" in one.finding.help

    def test_the_workspaces_changes_are_asked_by_its_settings(self) -> None:
        shared = "settings: {rules: {E601: {limit: 7}}}\nchanges: {it: {change: C, effort: 8 days}}\n"
        (one,) = found("E601", STEPS, shared=shared)
        assert (one.source.name, one.finding.help.split(",")[0]) == (
            "journeys.yaml",
            "make it several changes of 1 week at most",
        )


class TestExpectations:
    def test_what_answers_an_expectation_that_is_there_needs_no_other(self) -> None:
        assert not found("E602", changed("change: C, answers: [hot]"))

    @pytest.mark.parametrize("rule", ["E602", "E603"])
    def test_what_is_misspelt_is_not_left_out(self, rule: str) -> None:
        words = "answers: [hott]" if rule == "E602" else "expects: hot, told: {at: Ordr}"
        assert not found(rule, changed(f"change: C, {words}"))

    def test_who_tells_says_not_where(self) -> None:
        assert marked("E603", changed("change: C, expects: [hot], told: {by: waiter}")) == ["hot"]


class TestResults:
    @pytest.mark.parametrize(("day", "told"), [("2026-03-01", True), ("2026-03-02", False), ("2026-04-01", False)])
    def test_what_was_measured_before_it_was_done_is_no_result(self, day: str, told: bool) -> None:
        entry = f"change: C, done: 2026-03-02, results: [{{on: {day}, value: 3%}}]"
        assert bool(found("E604", changed(entry))) is told

    def test_a_measure_is_asked_for_where_none_is_named(self) -> None:
        helps = [
            found("E604", changed(f"change: C, done: 2026-03-02{measure}"))[0].finding.help
            for measure in ("", ", measure: m")
        ]
        assert ["measure:" in help_ for help_ in helps] == [True, False]

    def test_a_result_that_cannot_be_read_is_not_missing(self) -> None:
        assert not found("E604", changed("change: C, done: 2026-03-02, results: [{on: soon, value: 3%}]"))


BROKEN = """
promises:
  hot: {promise: Hot, by: kitchen, to: guest, made: Order, kept: Eat, within: 5 min}
"""


class TestTraining:
    def test_it_is_no_answer_to_a_broken_promise(self) -> None:
        body = changed("change: C, at: Eat.frontstage, kind: train") + BROKEN
        (one,) = found("E605", body)
        assert one.finding.message == "training is the only answer to the broken promise “Hot”"

    def test_where_nothing_is_wrong_people_are_trained_freely(self) -> None:
        assert not found("E605", changed("change: C, at: Eat, kind: train"))

    def test_another_change_of_the_workspace_is_an_answer_too(self) -> None:
        body = changed("change: C, at: Eat, kind: train") + BROKEN
        assert found("E605", body)
        assert not found("E605", body, shared="changes: {other: {change: D, at: Eat}}\n")


def test_half_a_file_says_nothing_of_what_is_missing() -> None:
    shared = "changes: {it: {change: C}}\nowners: {a: {name: A}"
    assert not [item for item in _strict(shared) if item.finding.code.startswith("E60")]


def _strict(shared: str) -> list[Located]:
    return check(loads_workspace({"a.journey.yaml": HEAD + STEPS}, shared), Choice(profile="strict"))


class TestNames:
    def test_two_of_a_name_are_told_once_whichever_file_they_stand_in(self) -> None:
        assert marked("E606", changed("change: A cover", other="change: a  Cover")) == ["other"]
        shared = "changes: {one: {change: A cover}, two: {change: A cover}}\n"
        assert [item.source.name for item in found("E606", STEPS, shared=shared)] == ["journeys.yaml"]
        (one,) = found("E606", changed("change: A cover"), shared="changes: {one: {change: A cover}}\n")
        assert (one.source.name, one.finding.message) == (
            "a.journey.yaml",
            "the change `one` is called “A cover” too",
        )

    def test_two_of_one_id_are_another_rules(self) -> None:
        shared = "changes: {it: {change: A cover}}\n"
        assert not found("E606", changed("change: A cover"), shared=shared)
        assert found("F203", changed("change: A cover"), shared=shared)


@pytest.mark.parametrize(("value", "told"), [("60 s", []), ("2 min", ["2 min"])])
def test_two_results_of_one_day_are_the_same(value: str, told: list[str]) -> None:
    results = (
        f"[{{on: 2026-01-01, value: 1 min}}, {{on: 2026-02-01, value: 3 min}}, {{on: 2026-01-01, value: {value}}}]"
    )
    assert marked("E610", changed(f"change: C, results: {results}")) == told
