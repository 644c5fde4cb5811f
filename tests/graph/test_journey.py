"""A journey as a whole: its head, and the questions asked of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.api import loads
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode

from .everything import TEXT


def test_a_journey_says_what_is_written_at_its_head() -> None:
    journey = loads(TEXT)
    assert (journey.id, journey.name, journey.file) == ("line", "Get broadband installed", "text.journey.yaml")
    assert journey.place.path == ("journey",)
    assert (journey.job, journey.status, journey.version, journey.date) == ("Be online", "to-be", "3", "2026-05-01")
    assert (journey.authors, journey.entry, journey.success) == (("Ama", "Bo"), ("A leaflet",), ("Online", "Happy"))
    assert (journey.owner, journey.owner_text) == ("owner:line/shop", "shop")
    assert [customer.key for customer in journey.customers] == ["mover"]
    assert list(journey.known_customers) == ["mover", "tenant"]
    assert list(journey.owners) == ["shop", "coo", "net"]
    assert journey.phases == ("Order", "Rest")
    assert journey.channels == {"web": "The web", "letter": "letter"}
    assert journey.channel_kinds == {"web": "app", "letter": "letter"}
    assert (journey.working_time.day, journey.working_time.week) == (6 * 3600, 4)
    assert list(journey.blueprints) == ["wall"]
    assert journey.settings is not None
    assert journey.settings.profile == "strict"


def test_what_a_head_does_not_say_is_nothing() -> None:
    journey = loads("steps: [{step: Eat}]")
    assert (journey.job, journey.status, journey.version, journey.date) == ("", "", "", "")
    assert (journey.owner, journey.owner_text, journey.customers) == ("", "", ())
    assert (journey.working_time.day, journey.working_time.week) == (8 * 3600, 5)
    assert (journey.phases, journey.settings) == (("",), None)


QUESTIONS = """
journey: J
owner: chef
owners: {cook: {name: The cook}, chef: {name: The chef}}
customers: {guest: {}}
steps:
  - {step: A, owner: cook, evidence: [Bill, Bag], customer: Ask, frontstage: [F, {do: G, owner: none}], next: [C, o/]}
  - {step: B, support: [{do: S, owner: stranger}, T], end: true, next: C}
  - {step: C, start: true}
  - {step: D, end: true}
promises:
  p: {promise: P, by: cook, to: guest, made: A, kept: [F, T]}
  q: {promise: Q, by: nobody, to: guest, kept: T}
"""


@pytest.fixture
def asked() -> JourneyGraph:
    return loads(QUESTIONS)


def names(nodes: object) -> list[str]:
    return [node.name for node in nodes]  # type: ignore[attr-defined]


class TestQuestions:
    def test_who_owns_what(self, asked: JourneyGraph) -> None:
        def owner(node: object) -> str:
            found = asked.owner_of(node)
            assert found is None or isinstance(found, OwnerNode)
            return found.name if found else ""

        assert owner(asked) == "The chef"
        assert owner(asked.steps[0]) == owner(asked.action("action:j/a.frontstage.1")) == "The cook"
        assert owner(asked.promises["p"].node) == "The cook"
        for nobody in (
            asked.steps[1],
            asked.promises["q"].node,
            asked.actions[0],
            asked.action("action:j/b.support.1"),
        ):
            assert owner(nobody) == ""

    def test_what_stands_at_a_step(self, asked: JourneyGraph) -> None:
        assert names(asked.actions_of("step:j/a")) == ["Ask", "F", "G"]
        assert names(asked.touchpoints("step:j/a")) == ["F", "G"]
        assert names(asked.touchpoints("step:j/b")) == []
        assert names(asked.evidence_of("step:j/a")) == ["Bill", "Bag"]
        assert (asked.actions_of("step:j/c"), asked.evidence_of("step:j/c")) == ((), ())
        assert names(asked.cell("step:j/b", "support")) == ["S", "T"]
        assert asked.step_of(asked.actions[0]) is asked.steps[0]
        assert asked.step_of(asked.evidence[1]) is asked.steps[0]

    def test_only_an_action_is_one(self, asked: JourneyGraph) -> None:
        assert asked.action("action:j/a.customer.1").name == "Ask"
        for other in ("step:j/a", "action:j/a.customer.2"):
            with pytest.raises(KeyError, match=other):
                asked.action(other)

    def test_actions_that_name_no_owner_at_all(self, asked: JourneyGraph) -> None:
        assert names(asked.unowned("frontstage")) == ["G"]
        assert names(asked.unowned("support")) == ["T"]
        assert names(asked.unowned("customer")) == names(asked.unowned("backstage")) == []

    def test_promises_at_the_actions_where_they_are_kept(self, asked: JourneyGraph) -> None:
        assert names(asked.kept_at("action:j/b.support.2")) == ["P", "Q"]
        assert names(asked.kept_at("action:j/a.frontstage.1")) == ["P"]
        assert asked.kept_at("action:j/a.customer.1") == ()

    def test_where_it_starts_and_ends(self, asked: JourneyGraph) -> None:
        assert names(asked.starts) == ["A", "C"]
        assert names(asked.ends) == ["A", "B", "D"]

    def test_the_last_step_ends_whether_or_not_it_says_so(self) -> None:
        assert names(loads("journey: J\nsteps: [{step: A}, {step: B, end: true}, {step: C}]").ends) == ["B", "C"]
        assert names(loads("journey: J\nsteps: [{step: A}, {step: B, next: A}]").ends) == []

    @pytest.mark.parametrize(
        ("id_", "name"),
        [
            ("step:j/a", "A"),
            ("owner:j/cook", "The cook"),
            ("promise:j/p", "P"),
            ("evidence:j/a.2", "Bag"),
            ("", "nobody"),
        ],
    )
    def test_what_a_node_is_called(self, asked: JourneyGraph, id_: str, name: str) -> None:
        assert asked.called(id_) == name

    def test_a_journey_asks_itself_first(self, asked: JourneyGraph) -> None:
        changed = replace(asked, steps=tuple(replace(step, name=f"New {step.name}") for step in asked.steps))
        assert changed.node("step:j/a").name == changed.called("step:j/a") == "New A"
        assert asked.workspace.node("step:j/a").name == "A"

    def test_a_finding_may_name_more(self, asked: JourneyGraph) -> None:
        related = (asked.steps[0].mention("here"),)
        finding = asked.finding("So", related=related)
        assert (finding.related, finding.help, finding.place.path) == (related, "", ("journey",))


class TestGraphs:
    def test_steps_and_which_leads_to_which(self, asked: JourneyGraph) -> None:
        assert list(asked.step_graph) == [step.id for step in asked.steps]
        assert set(asked.step_graph.edges) == {
            ("step:j/a", "step:j/c"),
            ("step:j/b", "step:j/c"),
            ("step:j/c", "step:j/d"),
        }

    def test_actions_and_what_supports_them(self) -> None:
        text = "steps: [{step: A, customer: C, frontstage: F, support: [S, T]}, {step: B, support: {do: U, uses: S}}]"
        journey = loads(f"journey: J\n{text}")
        assert list(journey.support_graph) == [action.id for action in journey.actions]
        assert {(journey.called(one), journey.called(two)) for one, two in journey.support_graph.edges} == {
            ("C", "F"),
            ("F", "S"),
            ("F", "T"),
            ("U", "S"),
        }
