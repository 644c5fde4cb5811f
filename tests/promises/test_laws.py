"""Laws that hold whatever a workspace says: what must not change, or must not get better, when it is changed.

Each law is a function from a workspace to complaints, so that the smallest workspace against it can be shown.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random

import pytest
from effort import tries
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journeys.graph.verdict import Fault, Point

from . import changing
from .bruteforce.generate import random_workspace
from .bruteforce.reading import Workspace
from .changing import Change
from .judging import Judged, better, changes, judged, less, worse
from .trying import holds

# A seed says nothing when it gets smaller, so hypothesis is not asked to shrink it: `holds` does.
LAW = settings(
    max_examples=tries(60),
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
SEEDS = st.integers(0, 2**32)
Law = Callable[[Workspace, Random], list[str]]


def law_holds(law: Law, seed: int) -> None:
    """Fail if a law does not hold for a random workspace."""
    holds(random_workspace(seed), lambda workspace: law(workspace, Random(seed)))


def _never_better(change: Change) -> Law:
    """More to do mends nothing; where it says to whom, or where made and kept, it is another promise."""

    def law(workspace: Workspace, rng: Random) -> list[str]:
        changed = change(workspace, rng)
        if changed is None:
            return []
        before, after = judged(workspace), judged(changed)
        return better(before, after) if before.places == after.places else []

    return law


@pytest.mark.parametrize(
    "change",
    [changing.work_added, changing.use_added, changing.way_added, changing.lengthened],
    ids=["an action in a cell", "uses", "a way to an end", "a longer time"],
)
@LAW
@given(SEEDS)
def test_more_to_do_never_makes_a_verdict_better(change: Change, seed: int) -> None:
    law_holds(_never_better(change), seed)


@LAW
@given(SEEDS)
def test_to_say_that_something_takes_no_time_never_makes_a_verdict_worse(seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        changed = changing.settled(workspace, rng)
        return worse(judged(workspace), judged(changed)) if changed else []

    law_holds(law, seed)


@LAW
@given(SEEDS)
def test_the_order_of_files_sections_and_keys_changes_nothing(seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        return changes(judged(workspace), judged(changing.shuffled(workspace, rng)))

    law_holds(law, seed)


@LAW
@given(SEEDS)
def test_ids_change_nothing(seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        changed, called = changing.renamed(workspace, rng)
        before, after = judged(workspace), judged(changed)
        pairs = [(key, before.told(key), after.told(called(key))) for key in before.verdicts]
        return [f"{key}: {old} → {new}" for key, old, new in pairs if old != new]

    law_holds(law, seed)


@LAW
@given(SEEDS)
def test_what_nobody_comes_to_changes_nothing(seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        changed = changing.unrelated_added(workspace, rng)
        return changes(judged(workspace), judged(changed)) if changed else []

    law_holds(law, seed)


@LAW
@given(SEEDS)
def test_a_raised_within_never_makes_its_promise_worse(seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        changed = copy.deepcopy(workspace)
        able = list(changing.measures(changed, "within"))
        if not able:
            return []
        key, promise = rng.choice(able)
        amount, _, unit = promise["within"].partition(" ")
        if not amount.isdecimal():
            return []
        promise["within"] = f"{int(amount) * 2} {unit}"
        before, after = judged(workspace), judged(changed)
        return _later(before, after, key)

    law_holds(law, seed)


def _later(before: Judged, after: Judged, key: str) -> list[str]:
    old, new = before.verdict(key), after.verdict(key)
    points = {cause.point for cause in new.causes}
    # Another word may contradict a third; in a circle a promise waits for itself.
    if Point.ONE_WORD in points or Point.NO_CIRCLE in points:
        return []
    worse = new.state.rank > old.state.rank or less(old.slack, new.slack)
    return [f"{key}: {old.state}, slack {old.slack} → {new.state}, slack {new.slack}"] if worse else []


@LAW
@given(SEEDS)
def test_to_promise_it_more_often_never_mends_a_promise(seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        changed = copy.deepcopy(workspace)
        able = list(changing.measures(changed, "at_least"))
        if not able:
            return []
        key, promise = rng.choice(able)
        promise["at_least"] = "100%"
        before, after = judged(workspace), judged(changed)
        points = {cause.point for cause in before.verdict(key).causes}
        return [line for line in better(before, after) if line.startswith(f"{key}:") and Point.ONE_WORD not in points]

    law_holds(law, seed)


@LAW
@given(SEEDS)
def test_a_missing_promise_added_closes_the_gap_and_makes_nothing_worse_unless_it_is_at_fault_itself(seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        before = judged(workspace)
        gaps = _gaps(before)
        if not gaps:
            return []
        at = rng.choice(sorted(gaps))
        changed = changing.promise_added(workspace, before.loaded.node(at).name.lower())
        if changed is None:
            return []
        after = judged(changed)
        node = next(node for node in after.loaded.promises.values() if node.key == "added")
        if not node.to:
            return []
        still = [f"{at} is still a gap for {promise}" for promise in gaps[at] & _gaps(after).get(at, set())]
        return still + [line for line in worse(before, after) if not _at_fault(after, line.partition(":")[0], node.id)]

    law_holds(law, seed)


def _gaps(said: Judged) -> dict[str, set[str]]:
    """The actions that nobody promised to those whom they support, with the promises that miss it."""
    found: dict[str, set[str]] = {}
    for key, verdict in said.verdicts.items():
        for cause in verdict.causes:
            if cause.root.fault is Fault.UNCOVERED:
                found.setdefault(cause.at, set()).add(key)
    return found


def _at_fault(said: Judged, key: str, added: str) -> bool:
    """Whether anything at or beneath a promise is said of the one that was added."""
    faults = [one for verdict in said.beneath(key) for one in (*verdict.causes, *verdict.assumptions)]
    return any(added in (one.promise, one.at) for one in faults)


@pytest.mark.parametrize("change", [changing.without_owner, changing.vacated], ids=["taken away", "a vacant post"])
@LAW
@given(SEEDS)
def test_without_somebody_nothing_is_better(change: Callable[[Workspace, str], Workspace], seed: int) -> None:
    def law(workspace: Workspace, rng: Random) -> list[str]:
        owner = f"o{rng.randrange(4)}"
        after = judged(change(workspace, owner))
        its = [key for key in after.verdicts if after.node(key).by_text == owner]
        fulfilled = [key for key in its if Point.PROMISED not in {one.point for one in after.verdict(key).causes}]
        return better(judged(workspace), after) + [f"{key} is still promised" for key in fulfilled]

    law_holds(law, seed)
