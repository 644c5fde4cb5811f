"""The ways to mend a promise as text that can be read aloud, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from shlex import join
from types import MappingProxyType
from typing import Any

from journeys.checks.report.cells import hanging
from journeys.checks.report.visible import visible
from journeys.features.mend.shown import Shown
from journeys.graph.node import short
from journeys.graph.nodes import OwnerNode
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.language.quantities import counted
from journeys.mending import Mend, Remedy, RemedyKind

VERSION = 1
"""The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added."""


def text(found: Shown, width: int = 100) -> str:
    """The promise and what breaks it, then each way with what it costs, the cheapest first."""
    lines = [*hanging(_head(found), width, "", "  "), "", *hanging(_answer(found), width, "", "  ")]
    for number, way in enumerate(found.ways, 1):
        lines += ["", *_way(found.workspace, found.found.promise, number, way, width)]
    number = next((number for number, way in enumerate(found.ways, 1) if way.writable), 0)
    if number:
        lines += ["", "To write one into the file, after its difference is shown:", f"   {_command(found, number)}"]
    return "\n".join(lines) + "\n"


def _command(found: Shown, number: int) -> str:
    named = join([short(found.found.promise), *found.asked])
    return visible(f"journeys mend {named} --write {number}@{found.mark}")


def _head(found: Shown) -> str:
    node = found.workspace.promises[found.found.promise]
    journey = found.workspace.journeys[node.journey]
    by = journey.called(node.by) if node.by else node.by_text or "nobody"
    to = ", ".join(map(journey.called, node.to)) or "nobody"
    because = f": {found.because}" if found.because else ""
    return f"“{node.name}” ({by} to {to}) is {found.found.state}{because}"


def _answer(found: Shown) -> str:
    stopped = "; the search was stopped before all was tried" if found.found.stopped else ""
    if found.found.state is State.SOUND:
        return "There is nothing to mend."
    if not found.ways:
        return f"No edit that the tool knows makes it hold{stopped}. `journeys explain` shows what stands against it."
    first = found.ways[0]
    said = sum(remedy.kind is RemedyKind.SAID for remedy in first.remedies)
    size = len(first.remedies) - said
    edits = " and ".join(
        (
            *([f"{counted(size, 'edit')}{' each' if len(found.ways) > 1 else ''}"] if size else ()),
            *([f"{counted(said, 'thing')} to be written down that nobody wrote"] if said else ()),
        )
    )
    how = "One way makes" if len(found.ways) == 1 else f"{len(found.ways)} ways make"
    word = "sound" if first.state is State.SOUND else f"{first.state}, and nothing found makes it sound"
    if not first.smallest:
        return f"{how} it {word}, with {edits}; found, and not proven to be the fewest{stopped}."
    fewer = "" if size + said == 1 else " No smaller set of such edits does: all were tried."
    return f"{how} it {word}, with {edits}.{fewer}"


def _way(workspace: Workspace, promise: str, number: int, way: Mend, width: int) -> Iterator[str]:
    first, rest = f"{number}. ", "   "
    done = [one for one in way.remedies if one.kind is not RemedyKind.SAID]
    for remedy in done:
        hint = f" ({remedy.hint})" if remedy.hint else ""
        yield from hanging(_capital(f"{remedy.text}{hint}."), width, first, rest)
        first = rest
    if len(done) < len(way.remedies):
        yield from hanging(_said([one for one in way.remedies if one.kind is RemedyKind.SAID]), width, first, rest)
    for line in _cost(workspace, promise, way):
        yield from hanging(line, width, "   – ", "     ")


def _said(remedies: Sequence[Remedy]) -> str:
    """What was taken for nothing, told at once: what it takes in truth only people know."""
    names = [remedy.text.partition("“")[2].rpartition("”")[0] for remedy in remedies]
    spare = f"; {remedies[0].hint}" if remedies[0].hint else ""
    if len(names) == 1:
        return (
            f"Write how long “{names[0]}” takes. It would be written that it takes no time, as is assumed today{spare}."
        )
    listed = ", ".join(f"“{name}”" for name in names)
    none = "It would be written that they take no time, as is assumed today"
    return f"Write how long these {len(names)} take: {listed}. {none}{spare}."


def _cost(workspace: Workspace, promise: str, way: Mend) -> Iterator[str]:
    def named(ids: Iterable[str]) -> str:
        return _listed([f"“{workspace.promises[id_].name}”" for id_ in ids])

    effects = way.effects
    if effects.broken:
        yield f"BREAKS what customers are promised: {named(effects.broken)}."
    if effects.worse:
        yield f"What customers are promised is surely kept no longer: {named(effects.worse)}."
    if way.weakened:
        yield f"Promised less: {named(way.weakened)}."
    if way.agree:
        yield f"To be asked: {_listed([_owner(workspace, id_) for id_ in way.agree])}."
    others = [id_ for id_ in effects.mended if id_ != promise]
    if others:
        yield f"Mended too: {named(others)}."
    if not way.writable:
        yield "The tool cannot write this: it is for people to say."


def _owner(workspace: Workspace, id_: str) -> str:
    node = workspace.node(id_)
    holder = node.holder if isinstance(node, OwnerNode) else ""
    return f"{node.name} ({holder})" if holder else node.name


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def as_json(found: Shown, _width: int = 0) -> str:
    """`{"version", "promise", "state", "because", "mark", "ways", "judged", "stopped"}`, ASCII only.

    A way has its `number`, the `state` after it, `smallest` (all smaller sets were tried), its `edits` (each with
    `kind`, `text`, `hint`, `agree`, `weakened`, `writable`), and of all of them `agree` (owners), `weakened`, `mended`,
    `broken` and `worse` (promises), and the `files` that it changes.
    """
    body = {
        "version": VERSION,
        "promise": short(found.found.promise),
        "state": found.found.state.value,
        "because": found.because,
        "mark": found.mark,
        "ways": [_json_way(number, way) for number, way in enumerate(found.ways, 1)],
        "judged": found.found.judged,
        "stopped": found.found.stopped,
    }
    return json.dumps(body, indent=2) + "\n"


def _json_way(number: int, way: Mend) -> dict[str, Any]:
    return {
        "number": number,
        "state": way.state.value,
        "smallest": way.smallest,
        "edits": [_json_remedy(one) for one in way.remedies],
        "agree": [short(id_) for id_ in way.agree],
        "weakened": [short(id_) for id_ in way.weakened],
        "mended": [short(id_) for id_ in way.effects.mended],
        "broken": [short(id_) for id_ in way.effects.broken],
        "worse": [short(id_) for id_ in way.effects.worse],
        "writable": way.writable,
        "files": sorted(way.texts),
    }


def _json_remedy(one: Remedy) -> dict[str, Any]:
    return {
        "kind": one.kind.value, "text": one.text, "hint": one.hint, "agree": [short(id_) for id_ in one.agree],
        "weakened": [short(id_) for id_ in one.weakened], "writable": one.writable,
    }  # fmt: skip


FORMATS: Mapping[str, Callable[[Shown, int], str]] = MappingProxyType({"text": text, "json": as_json})


def render(format_: str, found: Shown, width: int = 100) -> str:
    """The ways in one of `FORMATS`."""
    return FORMATS[format_](found, width)
