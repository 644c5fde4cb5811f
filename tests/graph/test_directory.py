"""Journeys by their ids and other words, and the promises that other journeys rely on."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.workspace import Workspace

FARM = """
journey: The farm
id: farm
owners: {farmer: {}}
phases: [{phase: P, steps: [{step: Sow, frontstage: {do: Greet, owner: farmer, promised: {id: greeted}}}]}]
steps:
  - {step: Reap, backstage: {do: Cut, owner: farmer, promised: {id: cut}}, support: [{do: Rest, owner: farmer}]}
  - {step: Sell, support: {do: Load, owner: farmer, promised: {id: loaded}}, robot: {do: Roll, promised: {id: rolled}}}
lanes: {robot: {}}
promises: {grown: {promise: Grown, by: farmer, to: farmer}}
"""


def relying(*words: str, others: dict[str, str] | None = None) -> Workspace:
    """A farm and a dinner of which one promise relies on some words."""
    dinner = "journey: Dinner\nowners: {cook: {}}\nsteps: [{step: Eat}]\n"
    dinner += f"promises: {{warm: {{promise: Warm, by: cook, to: cook, relies_on: {[*words]}}}}}"
    return loads_workspace({"dinner.journey.yaml": dinner, "acre.journey.yaml": FARM, **(others or {})})


class TestIds:
    @pytest.mark.parametrize(
        ("head", "id_"),
        [
            ("id: mine\njourney: A name", "mine"),
            ("journey: A name", "a-name"),
            ("journey: '!'", "file-name"),
            ("journey: …", "file-name"),
            ("job: Nothing", "file-name"),
        ],
    )
    def test_a_journeys_id_is_said_or_made_of_its_name_or_of_its_files(self, head: str, id_: str) -> None:
        assert loads(f"{head}\nsteps: [{{step: A}}]", name="file-name.journey.yaml").id == id_

    def test_journeys_of_one_id_are_told_apart(self) -> None:
        text = "journey: Same\nsteps: [{step: %s}]"
        texts = {f"{letter}.journey.yaml": text % letter for letter in "abc"}
        journeys = loads_workspace(texts).journeys
        assert list(journeys) == ["same", "same~2", "same~3"]
        assert [journey.id for journey in journeys.values()] == ["same", "same~2", "same~3"]
        assert [journey.steps[0].id for journey in journeys.values()] == [
            "step:same/a",
            "step:same~2/b",
            "step:same~3/c",
        ]

    def test_a_word_for_two_journeys_means_the_first(self) -> None:
        text = "journey: Same\nid: %s\nsteps: [{step: A}]"
        texts = {f"file-{letter}.journey.yaml": text % letter for letter in "xy"}
        workspace = loads_workspace(texts)
        assert workspace.journey_named("Same") == "x"
        assert workspace.journey_named("file-y") == "y"

    def test_an_id_goes_before_every_other_word(self) -> None:
        texts = {
            "one.journey.yaml": "journey: two\nid: first\nsteps: [{step: A}]",
            "other.journey.yaml": "journey: Other\nid: two\nsteps: [{step: A}]",
        }
        assert loads_workspace(texts).journey_named("two") == "two"


class TestPromisesElsewhere:
    @pytest.mark.parametrize("journey", ["farm", "acre", "The farm"])
    @pytest.mark.parametrize("key", ["grown", "greeted", "cut", "loaded", "rolled"])
    def test_each_is_known_by_its_journey_and_id(self, journey: str, key: str) -> None:
        node = relying(f"{journey}/{key}").promises["promise:dinner/warm"]
        assert (node.relies_on, node.unmet) == ((f"promise:farm/{key}",), ())

    def test_two_of_one_journey_are_both_found(self) -> None:
        node = relying("farm/grown", "acre/cut").promises["promise:dinner/warm"]
        assert node.relies_on == ("promise:farm/grown", "promise:farm/cut")
        assert [place.path[-1] for place in node.relies_on_at] == [0, 1]

    @pytest.mark.parametrize(
        ("word", "help_"),
        [
            ("farm/growm", "did you mean `farm/grown`?"),
            ("farn/grown", "did you mean `farm/grown`?"),
            (
                "farm/zzzzzz",
                "known here: `farm/cut`, `farm/greeted`, `farm/grown`, `farm/loaded`, `farm/rolled`",
            ),
            ("acre/zzzzzz", "known here: `farm/cut`, `farm/greeted`, `farm/grown`, `farm/loaded`, `farm/rolled`"),
            ("qqqqqqqqqqqqq/zzzzzz", "known here: `dinner/zzzzzz`, `farm/zzzzzz`"),
            ("zzzzzz", "known here: `Warm`"),
        ],
    )
    def test_one_that_is_not_there_is_unmet_with_what_is_known(self, word: str, help_: str) -> None:
        node = relying("farm/grown", word).promises["promise:dinner/warm"]
        assert node.relies_on == ("promise:farm/grown",)
        (unmet,) = node.unmet
        assert (unmet.word, unmet.help) == (word, help_)
        assert unmet.place.path == ("promises", "warm", "relies_on", 1)

    def test_the_first_slash_ends_the_journeys_name(self) -> None:
        other = "journey: Other\nowners: {a: {}}\nsteps: [{step: A}]\npromises: {x/y: {promise: X, by: a, to: a}}"
        node = relying("other/x/y", others={"other.journey.yaml": other}).promises["promise:dinner/warm"]
        assert node.relies_on == ("promise:other/x/y",)


class TestExits:
    @pytest.mark.parametrize("word", ["farm", "acre", "The farm"])
    def test_an_exit_may_name_a_journey_by_any_of_its_words(self, word: str) -> None:
        text = f"journey: Dinner\nsteps: [{{step: Eat, next: '{word}/'}}]"
        dinner = loads_workspace({"dinner.journey.yaml": text, "acre.journey.yaml": FARM}).journeys["dinner"]
        assert dinner.findings == ()
        assert [flow.to_journey for flow in dinner.flows] == [word]

    def test_each_journey_that_is_not_there_is_said_with_the_others_that_are(self) -> None:
        text = "journey: Dinner\nsteps: [{step: Eat, next: [qqqqqqqq/, farm/, far/, qqqqqqqq/]}]"
        dinner = loads_workspace({"dinner.journey.yaml": text, "acre.journey.yaml": FARM}).journeys["dinner"]
        assert [(one.message, one.help, one.place.path[-2]) for one in dinner.findings] == [
            ("there is no journey “qqqqqqqq/”", "known here: `farm/`", 0),
            ("there is no journey “far/”", "did you mean `farm/`?", 2),
        ]
        assert {one.name for one in dinner.findings} == {"unknown-reference"}
