"""A proof, or a counterexample, as a text to be read aloud and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from journeys.checks.report.cells import hanging
from journeys.features.ledger.entry import Entry, listed
from journeys.features.ledger.formats import data
from journeys.features.ledger.formats import number as json_number
from journeys.features.ledger.proof import Proof
from journeys.features.ledger.tree import Branch, ToldAssumption, ToldCause
from journeys.graph.verdict import Root, State
from journeys.language.quantities import counted, percent

# The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added.
VERSION = 3
# Of the facts behind a point so many are told, of assumptions, and of branches of a tree; JSON has them all.
_MOST_FACTS, _MOST_ASSUMPTIONS, _MOST_BRANCHES = 12, 24, 200
# Further in than this, a branch says its depth instead of being moved to the right.
_DEEPEST = 8
_TOLD = {
    State.SOUND: "is sound: it can be kept, and here is why.",
    State.ASSUMED: "is assumed: it can be kept if what nobody wrote down is nothing.",
    State.UNPROVEN: "is unproven: nothing is wrong, but nobody can say how late it may be, or how often it is kept.",
    State.BROKEN: "is broken: as it stands it cannot be kept.",
}
_ASSUMED_BENEATH = "is assumed: it can be kept if what nobody wrote down of the promises it relies on is nothing."
_WHY = {State.SOUND: "Why", State.ASSUMED: "Why it holds then"}
_OPEN_MARK, _HOLDS_MARK = "(✓)", " ✓ "


def text(found: Proof, width: int = 100) -> str:
    """The promise in a sentence, what breaks it, the points that hold, and what it relies on."""
    one = found.promise
    lines = [*hanging(f"“{one.promise}” {_verdict(found)}", width, "", ""), *hanging(_terms(one), width, "", "")]
    lines += hanging(f"{one.id}, {one.file}:{one.line}", width, "", "")
    if found.counterexample:
        title = "What breaks it" if one.state is State.BROKEN else "What leaves it open"
        lines += ["", title, *_tree(found.counterexample, _Telling(found.counterexample).words, width)]
    if found.assumptions:
        lines += ["", *_assumptions(found.assumptions, width)]
    if found.claims:
        lines += ["", _WHY.get(one.state, "What holds"), *_claims(found, width)]
    if len(found.conditions) > 1 and one.state is not State.BROKEN:
        lines += ["", "What it relies on", *_tree(found.conditions, _condition_words, width)]
    return "\n".join(lines) + "\n"


def _verdict(found: Proof) -> str:
    own = any(len(one.way) == 1 for one in found.assumptions)
    return _TOLD[found.promise.state] if own or found.promise.state is not State.ASSUMED else _ASSUMED_BENEATH


def _terms(one: Entry) -> str:
    """What is promised, as somebody would say it."""
    said = f"{one.by_name} promises {listed(one.to_names) or 'nobody'}"
    if one.within:
        said += f", within {one.within}"
    if one.at_least is not None:
        said += f", {percent(one.at_least)} of the time"
    return f"{said}."


def _assumptions(found: Sequence[ToldAssumption], width: int) -> list[str]:
    """What is taken for nothing, by what to write: the same advice stands once beneath all that it is for."""
    lines = [f"What is assumed, in {counted(len(found), 'place')}"]
    by_help: dict[str, list[ToldAssumption]] = {}
    for one in found[:_MOST_ASSUMPTIONS]:
        by_help.setdefault(one.help, []).append(one)
    for help_, ones in by_help.items():
        for one in ones:
            lines += hanging(f"{one.says} ({one.at})", width, "  - ", "    ")
        if help_:
            lines += hanging(help_, width, "    → ", "      ")
    if len(found) > _MOST_ASSUMPTIONS:
        lines.append(f"  … and {len(found) - _MOST_ASSUMPTIONS} more (--format json has them all)")
    return lines


def _claims(found: Proof, width: int) -> list[str]:
    lines: list[str] = []
    for claim in found.claims:
        mark = _OPEN_MARK if claim.assumed else _HOLDS_MARK
        lines += hanging(f"{claim.point.value}: {claim.says}", width, f" {mark} ", "     ")
        for doubt in found.doubts.get(claim.point, ()) if claim.assumed else ():
            lines += hanging(doubt, width, "      ? ", "        ")
        if found.promise.state is State.BROKEN:
            continue
        for fact in claim.rests_on[:_MOST_FACTS]:
            lines += hanging(fact, width, "      - ", "        ")
        if len(claim.rests_on) > _MOST_FACTS:
            lines.append(f"      … and {len(claim.rests_on) - _MOST_FACTS} more")
    return lines


def _condition_words(branch: Branch) -> tuple[str, ...]:
    one = branch.promise
    where = " (its conditions are shown above)" if branch.again else ""
    return (f"“{one.promise}”: {_terms(one)[:-1]}: {one.state.value}{where}",)


class _Telling:
    """The words for each branch of a counterexample; a root cause is told in full where it is met first."""

    def __init__(self, branches: Sequence[Branch]) -> None:
        first: dict[Root, Branch] = {}
        for branch in branches:
            for cause in branch.causes:
                first.setdefault(cause.root, branch)
        self._first = first

    def words(self, branch: Branch) -> tuple[str, ...]:
        """The promise and its state, then a line for each of its own root causes and its places."""
        one = branch.promise
        opening = f"“{one.promise}”" if branch.depth == 0 else f"it relies on “{one.promise}”, which {_promised(one)}"
        if branch.again:
            return (f"{opening}: {one.state.value}, as shown above",)
        causes = [line for cause in branch.causes for line in self._cause(cause, branch)]
        return (f"{opening}: {one.state.value}", *causes)

    def _cause(self, cause: ToldCause, branch: Branch) -> list[str]:
        if self._first[cause.root] is not branch:
            return [f"✗ the same root cause as above: {cause.says} ({cause.at})"]
        kind = "open" if cause.unproven else "root cause"
        lines = [f"✗ {kind}, {cause.point}: {cause.says} ({cause.at})"]
        lines += [f"    {stop.says} ({stop.at})" for stop in cause.stops]
        return [*lines, f"    → {cause.help}"] if cause.help else lines


def _promised(one: Entry) -> str:
    return f"{one.by_name} promises {listed(one.to_names) or 'nobody'}"


def _tree(branches: Sequence[Branch], words: Callable[[Branch], tuple[str, ...]], width: int) -> list[str]:
    shown = branches[:_MOST_BRANCHES]
    last = _last(branches)
    trunk: list[str] = []
    lines: list[str] = []
    for number, branch in enumerate(shown):
        depth = min(branch.depth, _DEEPEST)
        del trunk[max(0, depth - 1) :]
        stem = "".join(trunk)
        mark = "" if branch.depth == 0 else ("└─ " if last[number] else "├─ ")
        if branch.depth:
            trunk.append("   " if last[number] else "│  ")
        first, *rest = words(branch)
        inner = "  " + stem + ("   " if last[number] else "│  ") * bool(branch.depth)
        below = "│  " if number + 1 < len(shown) and shown[number + 1].depth > branch.depth else "   "
        level = f"[{branch.depth}] " if branch.depth > _DEEPEST else ""
        lines += hanging(level + first, width, f"  {stem}{mark}", inner)
        for line in rest:
            indent = " " * (len(line) - len(line.lstrip()))
            lines += hanging(line.strip(), width, inner + below + indent, inner + below + indent + "  ")
    if left := len(branches) - len(shown):
        lines.append(f"  … and {left} more (--format json has them all)")
    return lines


def _last(branches: Sequence[Branch]) -> list[bool]:
    """Whether each branch is the last of those beside it."""
    found = [True] * len(branches)
    later: list[int] = []
    for number in range(len(branches) - 1, -1, -1):
        depth = branches[number].depth
        while later and later[-1] > depth:
            later.pop()
        found[number] = not later or later[-1] != depth
        if found[number]:
            later.append(depth)
    return found


def as_json(found: Proof) -> str:
    """`{"version", "promise", "claims", "path", "conditions", "counterexample", "assumptions"}`, ASCII only.

    It is flat, however deep. `promise` is an entry of the ledger; a claim has `point`, `says`, `rests_on`, whether it
    is `assumed`, and the `doubts` that it leans on; a stop of the critical `path` has the `id` of the step, or of the
    promise that is kept, its `name`, and the `seconds` from where the promise is made, by its `clock`; an assumption
    has `silence`, `message`, `at`, `help` and the `way` of promises to the one that needs it; a branch has `depth`,
    `promise` (its id), `name`, `by`, `to`, `state`, `again` and `causes`, each of these with `key`, `point`, the `code`
    and `name` of its rule, `message`, `at` (`file:line`), `related`, `help` and `unproven`. A branch stands before
    those below it.
    """
    body: dict[str, Any] = {
        "version": VERSION,
        "promise": data(found.promise),
        "claims": [
            {
                "point": claim.point.value,
                "says": claim.says,
                "rests_on": list(claim.rests_on),
                "assumed": claim.assumed,
                "doubts": list(found.doubts.get(claim.point, ())),
            }
            for claim in found.claims
        ],
        "path": [{"id": stop.id, "name": stop.name, "seconds": json_number(stop.seconds)} for stop in found.path],
        "conditions": [_branch(branch) for branch in found.conditions],
        "counterexample": [_branch(branch) for branch in found.counterexample],
        "assumptions": [
            {"silence": one.silence, "message": one.says, "at": one.at, "help": one.help, "way": list(one.way)}
            for one in found.assumptions
        ],
    }
    return json.dumps(body, indent=2) + "\n"


def _branch(branch: Branch) -> dict[str, Any]:
    one = branch.promise
    return {
        "depth": branch.depth,
        "promise": one.id,
        "name": one.promise,
        "by": one.by,
        "to": list(one.to),
        "state": one.state.value,
        "again": branch.again,
        "causes": [_cause_data(cause) for cause in branch.causes],
    }


def _cause_data(cause: ToldCause) -> dict[str, Any]:
    return {
        "key": str(cause.root),
        "point": cause.point,
        "code": cause.code,
        "name": cause.name,
        "message": cause.says,
        "at": cause.at,
        "related": [{"at": stop.at, "message": stop.says} for stop in cause.stops],
        "help": cause.help,
        "unproven": cause.unproven,
    }
