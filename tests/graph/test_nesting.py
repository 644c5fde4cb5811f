"""Steps that stand for whole journeys, ways that are taken at once, and ends that nobody wished for."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace


def chain(names: list[str], last: str = "") -> dict[str, str]:
    """Journeys each of which holds the next as a step."""
    stands = [f", journey: {other}" if other else "" for other in (*names[1:], last)]
    return {
        f"{name}.journey.yaml": f"journey: {name}\nsteps: [{{step: S{more}, end: true}}]\n"
        for name, more in zip(names, stands, strict=True)
    }


def test_a_step_stands_for_a_journey_by_any_of_its_names() -> None:
    texts = {
        "a.journey.yaml": "journey: A\nsteps: [{step: S, journey: long way}, {step: T, journey: The Long Way}]\n",
        "long way.journey.yaml": "journey: The Long Way\nid: long\nsteps: [{step: T, end: true}]\n",
    }
    journey = loads_workspace(texts).journeys["a"]
    assert [step.nested for step in journey.steps] == ["long", "long"]
    assert journey.findings == ()


def test_one_that_is_not_there_is_found_at_its_place() -> None:
    journey = loads_workspace(chain(["alpha", "beta"], "bata")).journeys["beta"]
    (finding,) = journey.findings
    assert (finding.message, finding.place.path) == ("there is no journey “bata”", ("steps", 0, "journey"))
    assert journey.steps[0].nested == ""
    assert journey.steps[0].end


@pytest.mark.parametrize("length", [1, 2, 10])
def test_a_circle_of_files_is_found_in_each(length: int) -> None:
    names = [f"j{number}" for number in range(length)]
    journeys = loads_workspace(chain(names, names[0])).journeys
    for journey in journeys.values():
        (finding,) = journey.findings
        assert (finding.name, finding.place.path) == ("journey-within-itself", ("steps", 0, "journey"))
        assert [step.nested for step in journey.steps] == [""]


def test_a_journey_a_thousand_deep_is_no_circle() -> None:
    names = [f"j{number}" for number in range(1000)]
    journeys = loads_workspace(chain(names)).journeys
    assert [journey.steps[0].nested for journey in journeys.values()] == [*names[1:], ""]
    assert all(journey.findings == () for journey in journeys.values())


STEPS = "[{step: A, next: %s}, {step: B, next: D}, {step: C}, {step: D, end: dropped out}]"


def test_ways_that_are_taken_at_once_are_told_from_others() -> None:
    journey = loads(f"journey: J\nsteps: {STEPS % '[{all: [B, C], when: w, after: 2 h}, {to: D, when: v}]'}")
    found = [(flow.target, flow.together, flow.when, str(flow.after)) for flow in journey.flows_from("step:j/a")]
    assert found == [
        ("step:j/b", True, "w", "2 h"),
        ("step:j/c", True, "w", "2 h"),
        ("step:j/d", False, "v", "None"),
    ]
    assert journey.flows[1].place.path == ("steps", 0, "next", 0, "all", 1)
    assert journey.findings == ()
    assert journey.graph.edges["step:j/a", "step:j/b", "next"]["together"]


@pytest.mark.parametrize(
    ("next_", "path", "message"),
    [
        ("{all: [B, gone]}", ("all", 1), "there is no step “gone”"),
        ("[{all: [B, C]}, {all: [C, D]}]", (1, "all"),
         "a second `all`: the customer cannot take two sets of ways at once"),
        ("{all: [B, C], at_most: 2}", ("at_most",), "“at_most” is not a word of the language here"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_at_once_is_found(next_: str, path: tuple[str | int, ...], message: str) -> None:
    journey = loads(f"journey: J\nsteps: {STEPS % next_}")
    (finding,) = journey.findings
    assert finding.message == message
    assert [key for key in finding.place.path[3:] if key != 0] == [key for key in path if key != 0]
    assert len(journey.steps) == 4


def test_an_end_may_be_one_that_nobody_wished_for() -> None:
    journey = loads(f"journey: J\nsteps: {STEPS % 'B'}")
    assert [(step.end, step.dropped_out) for step in journey.steps] == [(False, False)] * 3 + [(True, True)]
