"""Which promises to the customer hold at a step, and which of them answer what is expected there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from journeys.graph.algorithms import leading_to, reached
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode


# Several rules ask it of one journey after the other: the last few answers are enough.
@lru_cache(maxsize=4)
def promised_steps(journey: JourneyGraph) -> frozenset[str]:
    """The steps (by id) at which some promise to a customer holds: it is made there, kept there, or under way."""
    return frozenset(step for made, kept in _stretches(journey) for step in _held(journey, made, kept))


@lru_cache(maxsize=4)
def answering(journey: JourneyGraph) -> Mapping[str, tuple[PromiseNode, ...]]:
    """The promises to a customer that answer each expectation (by id) of a journey; none for one that nobody answers.

    Those that say so (`answers`), of whichever journey. Where none does, those that hold at its step and say of nothing
    that they answer it; what customers do not want is answered by none of these.
    """
    if not journey.expectations:
        return {}
    promised = journey.workspace.answers.promised
    found = {id_: [one for one in promised(id_) if one.to_customer] for id_ in journey.expectations}
    silent = {id_: one.step for id_, one in journey.expectations.items() if one.wanted and not found[id_]}
    here = _holding(journey, frozenset(silent.values()))
    return {id_: tuple(named or here.get(silent.get(id_, ""), ())) for id_, named in found.items()}


def _holding(journey: JourneyGraph, steps: frozenset[str]) -> Mapping[str, list[PromiseNode]]:
    """By step, those promises that hold there and name nothing that they answer."""
    found: dict[str, list[PromiseNode]] = {step: [] for step in steps}
    for (made, kept), promises in _stretches(journey).items() if steps else ():
        unnamed = [promise for promise in promises if not promise.answers]
        for step in steps.intersection(_held(journey, made, kept)) if unnamed else ():
            found[step] += unnamed
    return found


def _stretches(journey: JourneyGraph) -> Mapping[tuple[frozenset[str], frozenset[str]], list[PromiseNode]]:
    """The promises to a customer by the steps where they are made and those where they are kept, of any journey."""
    found: dict[tuple[frozenset[str], frozenset[str]], list[PromiseNode]] = {}
    for promise in journey.promise_nodes:
        if promise.to_customer:
            kept = frozenset(journey.action(action).step for action in promise.kept)
            found.setdefault((frozenset(promise.made), kept), []).append(promise)
    return found


def _held(journey: JourneyGraph, made: frozenset[str], kept: frozenset[str]) -> Iterable[str]:
    """What is made in another journey holds from the first step on, what is kept in another holds to the last."""
    here = frozenset(journey.step_graph)
    there = (made | kept) & here
    if not there or not made or not kept or made == kept:
        return there
    after = here if made - here else reached(journey.step_graph, made)
    before = here if kept - here else leading_to(journey.step_graph, kept)
    return there | (after & before)
