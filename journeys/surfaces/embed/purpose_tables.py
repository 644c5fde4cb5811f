"""What is designed on purpose as tables: changes, voices, expectations, goals with who decides, values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from journeys.graph.answering import answering
from journeys.graph.hearing import Heard
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, StepNode
from journeys.graph.purpose_nodes import EntryNode, GoalNode
from journeys.graph.purpose_questions import Answers, Progress
from journeys.graph.serving import practised_in, promises_for, promises_from
from journeys.graph.workspace import Workspace
from journeys.language.quantities import counted, every
from journeys.surfaces.embed.table import Cell, Table


@dataclass(frozen=True)
class Scope:
    """A workspace, and those of its journeys that a table is about; `whole` if no single one is named."""

    workspace: Workspace
    journeys: tuple[JourneyGraph, ...]
    whole: bool = True

    @property
    def answers(self) -> Answers:
        """What became of what was heard and changed."""
        return self.workspace.answers

    def has(self, entry: EntryNode, places: Sequence[str] = ()) -> bool:
        """Whether an entry is of these journeys: of their files, about a place in them, or about none and all are."""
        ids = {journey.id for journey in self.journeys}
        found = (self.workspace.find(id_) for id_ in places)
        homes = {entry.journey, *(node.journey for node in found if node)} - {""}
        return not ids.isdisjoint(homes) or (self.whole and not homes)

    def called(self, ids: Sequence[str], instead: Sequence[str] = ()) -> tuple[str, ...]:
        """What people call the nodes of some ids; where there are none, what a file says instead."""
        return tuple(self._name(id_) for id_ in ids) or tuple(instead) or ("",)

    def _name(self, id_: str) -> str:
        node = self.workspace.find(id_)
        if isinstance(node, ActionNode):
            return f"{self._name(node.step)}: {node.name}"
        if isinstance(node, StepNode) and len(self.journeys) > 1:
            return f"{node.name} ({self.workspace.journey_name(node.journey)})"
        return node.name if node else id_

    def one(self, id_: str, text: str) -> str:
        """Who is meant, declared or not."""
        return self._name(id_) if id_ else text


def purpose_table(kind: str, scopes: Sequence[Scope], *, only_open: bool = False) -> Table:
    """The table of a kind (one of `KINDS`) over some workspaces; of voices perhaps only the open ones."""
    heads, rows_of, closing = KINDS[kind]
    rows = [row for scope in scopes for row in rows_of(scope)]
    if only_open:
        rows = [row for row in rows if row[-1] == "open"]
    return Table(heads, tuple(rows), closing(rows, scopes))


def _changes(scope: Scope) -> Iterator[tuple[Cell, ...]]:
    answers = scope.answers
    order = list(Progress)
    found = [one for one in scope.workspace.changes.values() if scope.has(one, one.at)]
    for one in sorted(found, key=lambda change: order.index(answers.progress(change))):
        results = " → ".join(f"{result.value} ({result.on})" for result in one.results)
        better = {True: "better", False: "not better", None: ""}[answers.improved(one)]
        came = tuple(text for text in (results, better) if text) or ("",)
        yield str(answers.progress(one)), one.name, scope.called(one.at), came, scope.one(one.owner, one.owner_text)


def _voices(scope: Scope) -> Iterator[tuple[Cell, ...]]:
    for one in scope.workspace.hearing.heard:
        voice = one.voice
        if scope.has(voice, voice.at):
            who = scope.one(voice.by, voice.by_text)
            yield f"“{voice.name}”", who, str(voice.heard or ""), scope.called(voice.at), _answer(one)


def _answer(heard: Heard) -> Cell:
    return "open" if heard.open else tuple(change.name for change in heard.changes)


def _expectations(scope: Scope) -> Iterator[tuple[Cell, ...]]:
    verdicts = scope.workspace.verdicts
    for journey in scope.journeys:
        promised = answering(journey)
        for one in journey.expectations.values():
            promises = (f"{promise.name} ({verdicts[promise.id].state.value})" for promise in promised[one.id])
            answered = (*promises, *(change.name for change in scope.answers.changed_for(one.id)))
            yield one.name, scope.called((one.step,)), one.kano, str(one.as_of or ""), answered or ("",)


def _goals(scope: Scope) -> Iterator[tuple[Cell, ...]]:
    answers = scope.answers
    for number, goal in enumerate(
        (one for one in scope.workspace.goals.values() if scope.has(one) or not one.journey), 1
    ):
        measure = scope.one(goal.measure, goal.measure_text) or "no measure"
        owner = scope.one(goal.owner, goal.owner_text)
        yield f"{number}. {goal.name}", owner, measure, goal.aim, _stands(goal, answers)


def _stands(goal: GoalNode, answers: Answers) -> tuple[str, ...]:
    standing = answers.standing(goal)
    if standing is None:
        return ("no result yet",)
    reached = {True: ", reached", False: ", not there yet", None: ""}[standing.reached]
    return f"{standing.result}{reached}", f"after “{standing.change.name}”"


def _values(scope: Scope) -> Iterator[tuple[Cell, ...]]:
    space = scope.workspace
    for value in space.values.values():
        if value.journey and not scope.has(value):
            continue
        practices = [one for one in space.practices.values() if value.id in one.serves]
        promises = {one.id: one for journey in scope.journeys for one in promises_for(value, journey)}
        promises |= {
            one.id: one for j in scope.journeys for practice in practices for one in promises_from(practice, j)
        }
        places = {one.id: one for j in scope.journeys for practice in practices for one in practised_in(practice, j)}
        verdicts = tuple(f"{one.name} ({space.verdicts[id_].state.value})" for id_, one in promises.items())
        kept = dict.fromkeys((*places, *(id_ for one in promises.values() for id_ in one.kept)))
        said = (value.name, *([value.says] if value.says else []))
        yield said, tuple(one.name for one in practices) or ("nothing",), verdicts or ("",), scope.called(tuple(kept))


_Rows = Sequence[tuple[Cell, ...]]
_Scopes = Sequence[Scope]


def _count(word: str) -> Callable[[_Rows, _Scopes], str]:
    return lambda rows, _: counted(len(rows), word) if rows else f"No {word}s here"


def _states(rows: _Rows, _: _Scopes) -> str:
    states = [row[0] for row in rows]
    counts = ", ".join(f"{states.count(state)} {state}" for state in Progress if state in states)
    return f"{counted(len(rows), 'change')}: {counts}" if rows else "No changes here"


def _heard(rows: _Rows, _: _Scopes) -> str:
    unanswered = sum(row[-1] == "open" for row in rows)
    return f"{counted(len(rows), 'voice')}, {unanswered} open" if rows else "No voices here"


def _decides(_: _Rows, scopes: _Scopes) -> str:
    return " ".join(dict.fromkeys(line for scope in scopes for line in _who(scope))) or "Nobody decides on experience"


def _who(scope: Scope) -> Iterator[str]:
    own = [journey.purpose.governance for journey in scope.journeys]
    for one in (scope.workspace.governance, *own):
        if one.authority_text:
            yield f"{scope.one(one.authority, one.authority_text)} decides on experience."
        if one.council_text:
            yield f"On the council: {', '.join(scope.called(one.council, one.council_text))}."
        if one.meets or one.met:
            meets = f" {every(one.meets)}" if one.meets else ""
            yield f"It meets{meets}" + (f", last on {one.met[-1]}." if one.met else "; no meeting is written down.")


_Kind = tuple[tuple[str, ...], Callable[[Scope], Iterator[tuple[Cell, ...]]], Callable[[_Rows, _Scopes], str]]
KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "changes": (("How far", "Change", "At", "What came of it", "Owner"), _changes, _states),
        "voices": (("What was said", "Who", "Heard", "About", "Answered by"), _voices, _heard),
        "expectations": (
            ("What is expected", "At", "Kind", "Known as of", "Answered by"),
            _expectations,
            _count("expectation"),
        ),
        "governance": (("Goal", "Owner", "Measure", "To be reached", "Where it stands"), _goals, _decides),
        "values": (("Value", "Practices", "Promises there", "Where"), _values, _count("value")),
    }
)
"""The heads of each kind of table, how its rows are found, and the sentence beneath it."""
