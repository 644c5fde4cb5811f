"""A view narrowed to what somebody wants to see of it, and wrapped onto pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from blueprints.views.described import described
from blueprints.views.light import light, owner_nodes, promise_nodes
from blueprints.views.select import keep_columns, keep_lanes, renumbered
from blueprints.views.summary import summary
from blueprints.views.view import Fact, View
from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.language.model.drawn import LEVELS, MOST_COLUMNS, WORDS, Word
from journeys.language.model.names import meant
from journeys.language.words import did_you_mean

_PAGE = "Page"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What to show of a view. Phases, lanes, owners and promises by id or by name.

    `owner` and `promise` fade the rest; `level` is one of `LEVELS`; `columns` wraps onto pages of so many.
    """

    phases: Sequence[str] = ()
    lanes: Sequence[str] = ()
    owner: str = ""
    promise: str = ""
    level: str = "full"
    columns: int | None = None


def narrowing_of_words(said: Mapping[str, Sequence[str]], base: Narrowing | None = None) -> Narrowing:
    """What some of `WORDS` ask for, each with its values, in place of what `base` asks.

    Raises UsageError for a number of columns that is none.
    """
    changes: dict[str, object] = {}
    for word in WORDS:
        values = tuple(said.get(word.name, ()))
        if word.listed:
            values = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
        if values:
            changes[word.field] = values if word.many else _number(word, values[-1]) if word.number else values[-1]
    return replace(base or Narrowing(), **changes)  # type: ignore[arg-type]  # each word names a field of its kind


def _number(word: Word, value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= MOST_COLUMNS):
        raise UsageError(f"--{word.name} needs a number from 1 to {MOST_COLUMNS}, and “{value}” is none")
    return int(value)


def narrowed(view: View, journey: JourneyGraph, narrowing: Narrowing) -> tuple[View, ...]:
    """The pages of a narrowed view, one or more, each with a description of what it shows.

    Raises UsageError for a word that names nothing in it.
    """
    if narrowing.level not in LEVELS:
        raise UsageError(f"there is no level “{narrowing.level}”: {did_you_mean(narrowing.level, LEVELS)}")
    if narrowing.owner:
        view = lit_owner(view, journey, narrowing.owner)
    if narrowing.promise:
        view = lit_promise(view, journey, narrowing.promise)
    if narrowing.phases:
        view = only_phases(view, narrowing.phases)
    if narrowing.lanes:
        view = only_lanes(view, narrowing.lanes)
    view = renumbered(view)
    if narrowing.level == "summary":
        if not _in_steps(view):
            raise UsageError(f"the drawing “{view.kind}” has no phases to sum up: leave out --level summary")
        view = summary(view)
    if narrowing == Narrowing():
        return (view,)
    parts = pages(view, narrowing.columns) if narrowing.columns is not None else (view,)
    return tuple(_told(part, journey, narrowing) for part in parts)


def _told(view: View, journey: JourneyGraph, narrowing: Narrowing) -> View:
    """A part of a view with a description of it: of what is left, and of what stands out."""
    said = [described(view)]
    if narrowing.lanes:
        said.append(f"Only these lanes: {', '.join(lane.name for lane in view.lanes if lane.name)}.")
    if narrowing.owner:
        owners = _owner_names(journey)
        said.append(f"What has to do with {owners[_found('owner', narrowing.owner, owners)]} stands out.")
    if narrowing.promise:
        promises = _promise_names(journey)
        said.append(f"“{promises[_found('promise', narrowing.promise, promises)]}” and its chain stand out.")
    said += [f"Page {fact.text}." for fact in view.facts if fact.name == _PAGE]
    return replace(view, description=" ".join(said))


def _owner_names(journey: JourneyGraph) -> Mapping[str, str]:
    return {owner.key: owner.name for owner in journey.owners.values()}


def _promise_names(journey: JourneyGraph) -> Mapping[str, str]:
    return {node.key: node.name for node in journey.promise_nodes}


def only_phases(view: View, words: Sequence[str]) -> View:
    """The columns of some phases. Raises UsageError for a phase that is not there."""
    if not view.phases or not _in_steps(view):
        raise UsageError(f"the drawing “{view.kind}” of “{view.title}” has no phases: leave out --phase")
    names = {phase.id or phase.name: phase.name for phase in view.phases}
    wanted = {_found("phase", word, names) for word in words}
    kept = [
        column for one in view.phases if (one.id or one.name) in wanted for column in range(one.first, one.last + 1)
    ]
    return keep_columns(view, sorted(set(kept)))


def only_lanes(view: View, words: Sequence[str]) -> View:
    """Some lanes, with the heads of the columns. Raises UsageError for a lane that is not there."""
    names = {lane.id: lane.name for lane in view.lanes if lane.id != "steps"}
    wanted = {_found("lane", word, names) for word in words}
    return keep_lanes(view, wanted | {"steps"})


def lit_owner(view: View, journey: JourneyGraph, word: str) -> View:
    """The part of an owner lit, the rest faded. Raises UsageError for an owner who is not there."""
    key = _found("owner", word, _owner_names(journey))
    owner = next(one for one in journey.owners.values() if one.key == key)
    return light(view, owner_nodes(journey, owner.id))


def lit_promise(view: View, journey: JourneyGraph, word: str) -> View:
    """The chain of a promise lit, the rest faded. Raises UsageError for a promise that is not there."""
    key = _found("promise", word, _promise_names(journey))
    return light(view, promise_nodes(journey, journey.promises[key].node.id))


def pages(view: View, columns: int) -> tuple[View, ...]:
    """The view in pages of at most so many columns; a way onto another page says which. Raises UsageError below 1."""
    if columns < 1:
        raise UsageError(f"a page cannot have {columns} columns: give --columns a number from 1 on")
    starts = range(0, len(view.columns), columns)
    total = len(starts)
    if total < 2:
        return (view,)
    page_of = {column: f"page {column // columns + 1}" for column in range(len(view.columns))}
    return tuple(
        _page(keep_columns(view, range(start, min(start + columns, len(view.columns))), page_of), number, total)
        for number, start in enumerate(starts, start=1)
    )


def _page(view: View, number: int, total: int) -> View:
    return replace(view, facts=(*view.facts, Fact(_PAGE, f"{number} of {total}")))


def _in_steps(view: View) -> bool:
    """Whether the columns are the steps of a journey."""
    return any(lane.id == "steps" for lane in view.lanes)


def _found(what: str, word: str, names: Mapping[str, str]) -> str:
    """The id that a word means: an id, a name, or the slug of either."""
    if found := meant(word, names):
        return found
    raise UsageError(f"there is no {what} “{word}”: {did_you_mean(word, _words(names))}")


def _words(names: Mapping[str, str]) -> Iterable[str]:
    return dict.fromkeys(word for pair in names.items() for word in pair if word)
