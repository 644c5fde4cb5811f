"""The terms of a promise compared: which of them promise more now, and which less."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from journeys.features.diff.changes import Effect, Term
from journeys.features.diff.listed import differing_words
from journeys.features.diff.matching import Matching
from journeys.graph.journey import JourneyGraph, JourneyPromise
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.language.model.duration import DAY, Duration, WorkingTime
from journeys.language.model.key import keys_of
from journeys.language.model.promise import Promise
from journeys.language.quantities import percent


def terms(old: JourneyPromise, new: JourneyPromise, matching: Matching) -> Iterator[Term]:
    """Each term of a promise that differs. More, sooner, longer valid, at more places is stronger."""
    before, after = old.node, new.node
    if before.key != after.key and not (before.implied and after.implied):
        yield Term("id", before.key, after.key)
    yield from _people(old, new, matching)
    yield from _places(old, new, matching)
    yield from _measures(before, after, old.journey.working_time, new.journey.working_time)
    yield from _conditions(old, new, matching)
    yield from _named(old, new, matching)
    yield from _words(before, after)
    states = old.verdict.state, new.verdict.state
    if states[0] is not states[1]:
        effect = _compared(-states[0].rank, -states[1].rank)
        yield Term("verdict", states[0].value, states[1].value, effect)


def _people(old: JourneyPromise, new: JourneyPromise, matching: Matching) -> Iterator[Term]:
    before, after = old.node, new.node
    if matching.of(before.by) != after.by:
        yield Term("by", promiser(old), promiser(new))
    was, is_ = matching.all_of(before.to), set(after.to)
    if was != is_:
        yield Term("to", ", ".join(promisees(old)), ", ".join(promisees(new)), _sets(was, is_))


def promiser(promise: JourneyPromise) -> str:
    """The name of the owner who promises, or what the file says."""
    return promise.journey.called(promise.node.by) if promise.node.by else promise.node.by_text or "nobody"


def promisees(promise: JourneyPromise) -> tuple[str, ...]:
    """The names of those it is made to."""
    names = tuple(promise.journey.called(id_) for id_ in promise.node.to)
    return names or promise.node.to_text or ("nobody",)


def _places(old: JourneyPromise, new: JourneyPromise, matching: Matching) -> Iterator[Term]:
    before, after = old.node, new.node
    if before.standing != after.standing:
        effect = Effect.STRONGER if after.standing else Effect.WEAKER
        yield Term("kept", _where(old, before.kept), _where(new, after.kept), effect)
    elif not before.standing and (
        before.any_place != after.any_place or matching.all_of(before.kept) != set(after.kept)
    ):
        effect = _kept(before, after, matching)
        yield Term("kept", _where(old, before.kept), _where(new, after.kept), effect)
    if matching.all_of(before.unless_said) != set(after.unless_said):
        effect = _sets(set(after.unless_said), matching.all_of(before.unless_said))
        yield Term("unless", _where(old, before.unless_said), _where(new, after.unless_said), effect)
    if before.implied and after.implied:
        return  # Where it is made follows from the promises above.
    yield from _made(old, new, matching)


def _kept(before: PromiseNode, after: PromiseNode, matching: Matching) -> Effect:
    """More places, of each, are more; more, of which one will do, are less. Each of several is more than any."""
    was, is_ = matching.all_of(before.kept), set(after.kept)
    if before.any_place and after.any_place:
        return _sets(is_, was)
    if before.any_place or after.any_place:
        return Effect.WEAKER if after.any_place and is_ >= was else Effect.STRONGER if is_ >= was else Effect.OTHER
    return _sets(was, is_)


def _made(old: JourneyPromise, new: JourneyPromise, matching: Matching) -> Iterator[Term]:
    """Where it is made, and to whom there: to all is more than to those alone for whom a condition holds."""
    before, after = old.node, new.node
    if not (before.standing or after.standing) and matching.all_of(before.made) != set(after.made):
        effect = _sets(matching.all_of(before.made), set(after.made))
        yield Term("made", _where(old, before.made), _where(new, after.made), effect)
    was = {(matching.of(making.step), making.when) for making in before.makings}
    is_ = set(after.makings)
    for step in dict.fromkeys(making.step for making in after.makings):
        one, other = ({when for place, when in made if place == step} for made in (was, is_))
        if one and one != other:
            effect = Effect.WEAKER if "" in one else Effect.STRONGER if "" in other else _sets(one, other)
            yield Term("made when", ", ".join(sorted(one)), ", ".join(sorted(other)), effect)


def _where(promise: JourneyPromise, ids: tuple[str, ...]) -> str:
    if promise.node.standing and ids == promise.node.kept:
        return "wherever"
    any_ = "any of " if promise.node.any_place and ids == promise.node.kept else ""
    return any_ + ", ".join(dict.fromkeys(_place(promise.journey, id_) for id_ in ids))


def _place(journey: JourneyGraph, id_: str) -> str:
    node = journey.nodes.get(id_)
    if isinstance(node, ActionNode):
        return f"{journey.called(node.step)} ({node.lane.name}: {node.name})"
    return journey.called(id_)


def _measures(old: PromiseNode, new: PromiseNode, was: WorkingTime, is_: WorkingTime) -> Iterator[Term]:
    yield from _length("within", old.within, new.within, was, is_, longer=Effect.WEAKER)
    yield from _length("valid", old.valid, new.valid, was, is_, longer=Effect.STRONGER)
    if old.at_least != new.at_least:
        effect = _compared(old.at_least or Fraction(0), new.at_least or Fraction(0))
        yield Term("at least", percent(old.at_least), percent(new.at_least), effect)


def _length(
    field: str, old: Duration | None, new: Duration | None, was: WorkingTime, is_: WorkingTime, *, longer: Effect
) -> Iterator[Term]:
    """A bound in time. To have none is less than to have one."""
    if old is None or new is None:
        if old is not new:
            yield Term(field, str(old or ""), str(new or ""), Effect.STRONGER if old is None else Effect.WEAKER)
        return
    before, after = elapsed(old, was), elapsed(new, is_)
    if before != after:
        shorter = Effect.STRONGER if longer is Effect.WEAKER else Effect.WEAKER
        yield Term(field, str(old), str(new), longer if after > before else shorter)
    elif old.working != new.working:
        yield Term(field, str(old), str(new))


def elapsed(duration: Duration, working_time: WorkingTime) -> Fraction:
    """A length in seconds as it passes on the average, so that working days and days can be compared."""
    seconds = duration.seconds(working_time)
    if not duration.working:
        return seconds
    return seconds * 7 * DAY / (working_time.week * working_time.day)


def _conditions(old: JourneyPromise, new: JourneyPromise, matching: Matching) -> Iterator[Term]:
    if matching.all_of(old.node.relies_on) != set(new.node.relies_on):
        yield Term("relies on", _names(old), _names(new))


def _named(old: JourneyPromise, new: JourneyPromise, matching: Matching) -> Iterator[Term]:
    """The expectations that it answers, the values that it serves."""
    for key in ("answers", "serves"):
        before, after = (getattr(each.node, key) for each in (old, new))
        if matching.all_of(before) != set(after):
            yield Term(key, ", ".join(map(old.journey.called, before)), ", ".join(map(new.journey.called, after)))


def _names(promise: JourneyPromise) -> str:
    return ", ".join(promise.journey.called(id_) for id_ in promise.node.relies_on)


def _words(old: PromiseNode, new: PromiseNode) -> Iterator[Term]:
    """What is given when it is broken is a part of the promise; how it is measured and felt is not."""
    if old.if_broken != new.if_broken:
        effect = Effect.STRONGER if not old.if_broken else Effect.WEAKER if not new.if_broken else Effect.OTHER
        yield Term("if broken", old.if_broken, new.if_broken, effect)
    for name, _ in keys_of(Promise):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Term(name.replace("_", " "), str(before or ""), str(after or ""))
    yield from (Term(*one) for one in differing_words(old.own, new.own))


def _compared(old: int | Fraction, new: int | Fraction) -> Effect:
    return Effect.STRONGER if new > old else Effect.WEAKER if new < old else Effect.OTHER


def _sets(old: set[str], new: set[str]) -> Effect:
    """More is stronger, less is weaker; one for another is weaker too for whoever relied on the one."""
    return Effect.STRONGER if old < new else Effect.WEAKER if new < old else Effect.OTHER
