"""Laws that hold whatever a workspace says: what must not change, or must not get better, when it is changed.

Each law is a function from a workspace to complaints, so that the smallest workspace against it can be shown.
"""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Point, State

from .agreement import failing
from .judging import Judged, better, changes, judged, worse
from .strategies import OWNERS, Draft, workspaces
from .trying import EXAMPLES, RANDOM_WORKSPACES, holds

LAW = settings(RANDOM_WORKSPACES, max_examples=max(1, EXAMPLES // 5))
SEEDS = st.integers(0, 2**32)
Data = dict[str, Any]


def copied(draft: Draft) -> Draft:
    return copy.deepcopy(draft)


def groups(journey: Data) -> list[list[Data]]:
    """The lists of steps of a journey: one, or one for each phase."""
    return [phase["steps"] for phase in journey["phases"]] if "phases" in journey else [journey["steps"]]


def written(draft: Draft, node: PromiseNode) -> Data:
    """The promise of a node, as it stands in its file."""
    promises: dict[str, Data] = draft.journeys[f"{node.journey}.journey.yaml"]["promises"]
    return promises[node.key]


def to_customers(draft: Draft, key: str) -> list[PromiseNode]:
    """The promises written to customers that say something under a key."""
    nodes = draft.load().promises.values()
    return [node for node in nodes if node.to_customer and not node.implied and key in written(draft, node)]


@LAW
@given(workspaces(), SEEDS)
def test_a_step_that_nobody_comes_to_changes_no_verdict(draft: Draft, seed: int) -> None:
    def law(draft: Draft) -> list[str]:
        grown = copied(draft)
        _add_unrelated(grown, Random(seed))
        return changes(judged(draft), judged(grown))

    holds(draft, law)


def _add_unrelated(draft: Draft, rng: Random) -> None:
    journey = rng.choice(list(draft.journeys.values()))
    group = rng.choice([group for group in groups(journey) if group])
    steps = [step for group in groups(journey) for step in group]
    at = rng.randrange(len(group))
    number = steps.index(group[at])
    if number and "next" not in steps[number - 1] and "end" not in steps[number - 1]:
        steps[number - 1]["next"] = steps[number]["id"]
    touchpoint = {"do": "Do something else", "id": "unrelated-action", "owner": rng.choice(OWNERS), "takes": "1 month"}
    unrelated = {"step": "Unrelated", "id": "unrelated", "wait": "3 weeks", "frontstage": touchpoint}
    group.insert(at, {**unrelated, "next": [{"to": rng.choice(steps)["id"], "after": "1 month"}]})


@LAW
@given(workspaces(), SEEDS)
def test_the_order_of_files_sections_and_keys_changes_no_verdict(draft: Draft, seed: int) -> None:
    def shuffled(data: Any, rng: Random) -> Any:
        if isinstance(data, dict):
            return {key: shuffled(data[key], rng) for key in rng.sample(list(data), len(data))}
        return [shuffled(item, rng) for item in data] if isinstance(data, list) else data

    def law(draft: Draft) -> list[str]:
        rng = Random(seed)
        return changes(judged(draft), judged(Draft(shuffled(draft.journeys, rng), shuffled(draft.shared, rng))))

    holds(draft, law)


@LAW
@given(workspaces(), SEEDS)
def test_to_rely_on_one_more_sound_promise_without_a_measure_makes_nothing_worse(draft: Draft, seed: int) -> None:
    def law(draft: Draft) -> list[str]:
        linked = Draft({**copied(draft).journeys, "aid.journey.yaml": _aid()}, draft.shared)
        promises = [linked.journeys[name].get("promises", {}).values() for name in draft.journeys]
        able = [promise for group in promises for promise in group if promise["by"] in OWNERS]
        before = judged(linked)
        if able:
            promise = Random(seed).choice(able)
            promise["relies_on"] = [*promise.get("relies_on", []), f"aid/{promise['by']}"]
        return worse(before, judged(linked))

    holds(draft, law)


def _aid() -> Data:
    """A journey in which each owner soundly promises something to himself."""
    helping = [{"do": f"Aid of {owner}", "id": f"aid-{owner}", "owner": owner} for owner in OWNERS]
    promises = {
        owner: {"promise": f"Aid of {owner}", "by": owner, "to": owner, "made": "aid", "kept": f"aid-{owner}"}
        for owner in OWNERS
    }
    steps = [{"step": "Aid", "id": "aid", "end": True, "frontstage": helping}]
    return {"journey": "Aid", "id": "aid", "steps": steps, "promises": promises}


@LAW
@given(workspaces())
def test_a_promise_at_an_uncovered_link_closes_it_and_if_sound_breaks_nothing(draft: Draft) -> None:
    def law(draft: Draft) -> list[str]:
        return [complaint for id_, action in _open_links(draft) for complaint in _closed(draft, id_, action)]

    holds(draft, law)


def _open_links(draft: Draft) -> list[tuple[str, str]]:
    """Promises, and actions beneath that nobody promised to those whom they support."""
    return [
        (id_, cause.at)
        for id_, verdict in draft.load().verdicts.items()
        for cause in verdict.causes
        if cause.point is Point.BACKED and not cause.rule.endswith("-without-owner")
    ]


def _closed(draft: Draft, id_: str, action: str) -> list[str]:
    linked = copied(draft)
    if not _promise_at(linked, draft.load().node(action).name):
        return []
    after = linked.load()
    if (id_, action) in _open_links(linked):
        return [f"{id_} is still open at {action}"]
    added = next(node for node in after.promises.values() if node.key == "added")
    causes = [cause for verdict in after.verdicts.values() for cause in verdict.causes]
    # Work that comes after what it supports is of no use there, and now that it is promised this is seen.
    late = any(cause.rule == "condition-kept-too-late" and cause.at == added.id for cause in causes)
    harmless = after.verdicts[added.id].state is State.SOUND and not added.relies_on and not added.beneath and not late
    return worse(judged(draft), judged(linked)) if harmless else []


def _promise_at(draft: Draft, name: str) -> bool:
    """Let the owner of an action promise it to those it supports; False where he promises something already."""
    steps = [step for journey in draft.journeys.values() for group in groups(journey) for step in group]
    cells = [step.get(lane, []) for step in steps for lane in ("frontstage", "backstage", "support")]
    actions = [action for cell in cells for action in (cell if isinstance(cell, list) else [cell])]
    action = next(action for action in actions if action["do"] == name)
    if "promised" in action:
        return False
    action["promised"] = {"id": "added", "promise": "Added"}
    return True


@LAW
@given(workspaces(), SEEDS)
def test_to_raise_within_never_makes_a_promise_to_a_customer_late(draft: Draft, seed: int) -> None:
    def law(draft: Draft) -> list[str]:
        able = to_customers(draft, "within")
        return _raised(draft, Random(seed).choice(able)) if able else []

    holds(draft, law)


def _raised(draft: Draft, node: PromiseNode) -> list[str]:
    raised = copied(draft)
    promise = written(raised, node)
    amount, _, unit = promise["within"].partition(" ")
    promise["within"] = f"{int(amount) * 2} {unit}"
    old, new = draft.load().verdicts[node.id], raised.load().verdicts[node.id]
    # Where hours become a matter of days, the calendar is taken instead of plain seconds: nothing is said of that.
    if not old.timing or not new.timing or old.timing.calendar != new.timing.calendar:
        return []
    assert old.slack is not None
    assert new.slack is not None
    # In a circle a promise waits for as long as it says itself.
    less = new.slack < old.slack and Point.NO_CIRCLE not in failing(old)
    late = Point.IN_TIME in failing(new) and Point.IN_TIME not in failing(old)
    return [f"{node.id}: slack {old.slack} → {new.slack}"] if late or less else []


@LAW
@given(workspaces(), SEEDS)
def test_to_promise_more_often_never_mends_a_promise_to_a_customer(draft: Draft, seed: int) -> None:
    def law(draft: Draft) -> list[str]:
        able = to_customers(draft, "at_least")
        if not able:
            return []
        node, raised = Random(seed).choice(able), copied(draft)
        written(raised, node)["at_least"] = "100%"
        mended = failing(draft.load().verdicts[node.id]) - failing(raised.load().verdicts[node.id])
        return [f"{node.id}: {point}" for point in mended - {Point.ONE_WORD}]

    holds(draft, law)


@LAW
@given(workspaces(), st.sampled_from(OWNERS))
def test_to_take_an_owner_away_never_mends_a_broken_promise(draft: Draft, owner: str) -> None:
    def law(draft: Draft) -> list[str]:
        without = copied(draft)
        without.shared["owners"].pop(owner, None)
        return [line for line in better(judged(draft), judged(without)) if line.startswith(State.BROKEN)]

    holds(draft, law)


@LAW
@given(workspaces(), st.sampled_from(OWNERS))
def test_to_vacate_a_post_mends_nothing_and_voids_what_it_promises(draft: Draft, owner: str) -> None:
    def law(draft: Draft) -> list[str]:
        vacated = copied(draft)
        vacated.shared["owners"][owner]["vacant"] = True
        after: dict[str, Judged] = judged(vacated)
        its = [id_ for id_, node in vacated.load().promises.items() if node.by == f"owner:{owner}"]
        return better(judged(draft), after) + [id_ for id_ in its if Point.PROMISED not in after[id_].failing]

    holds(draft, law)
