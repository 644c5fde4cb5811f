"""Consequences and carriers as text that can be read aloud, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journeys.checks.report.cells import Row, hanging, table
from journeys.features.ledger.entry import Entry, listed
from journeys.features.ledger.hypothesis import Hypothesis
from journeys.features.ledger.ranked import Carrier
from journeys.features.ledger.whatif import BrokenPromise, Consequences
from journeys.graph.node import short
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import Duration
from journeys.language.quantities import counted

# The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added.
VERSION = 2
# Of whom carries most of a company's promises the names would fill the screen, and the others go unseen.
_MOST_NAMED = 3


def consequences_text(found: Consequences, width: int = 100) -> str:
    """The supposition as a question, the answer in one sentence, then each promise with its chain."""
    asked = " and ".join(one.text for one in found.hypotheses)
    lines = [*hanging(f"What if {asked}?", width, "", "  "), *hanging(_answer(found), width, "", "  ")]
    for one in found.void:
        lines += ["", *_void(one, width)]
    if found.open:
        lines += ["", *hanging(_open(found), width, "", "  ")]
        for one in found.open:
            lines += ["", *_void(one, width)]
    if found.already:
        lines += ["", *hanging(_already(found), width, "", "  ")]
        for entry in found.already:
            lines += hanging(_owed(entry), width, "  - ", "    ")
    return "\n".join(lines) + "\n"


def _answer(found: Consequences) -> str:
    holding = found.standing + len(found.void)
    if not holding:
        return "No promise to a customer holds today, so that none is lost."
    if holding == 1:
        return f"The one promise to a customer that holds today {'breaks:' if found.void else 'goes on holding.'}"
    if not found.void:
        return f"All {holding} promises to customers that hold today go on holding."
    said = "breaks" if len(found.void) == 1 else "break"
    return f"Of {holding} promises to customers that hold today, {len(found.void)} {said}:"


def _open(found: Consequences) -> str:
    if len(found.open) == 1:
        return "One that is unproven today, and so does not count as holding, would break too:"
    return f"{len(found.open)} that are unproven today, and so do not count as holding, would break too:"


def _already(found: Consequences) -> str:
    if len(found.already) == 1:
        return "One that is broken already rests on it too:"
    return f"{len(found.already)} that are broken already rest on it too:"


def _owed(entry: Entry) -> str:
    return f"“{entry.promise}” ({entry.by_name} to {listed(entry.to_names)}; {entry.id})"


def _void(one: BrokenPromise, width: int) -> list[str]:
    lines = hanging(_owed(one.promise), width, "✗ ", "  ")
    for depth, entry in enumerate(one.chain[1:], 1):
        if one.left_out and depth == len(one.chain) - 1:
            lines.append(f"{_indent(depth)}… and so on, over {counted(one.left_out, 'promise')} more, until")
        said = f"it relies on “{entry.promise}”, which {entry.by_name} promises {listed(entry.to_names)}"
        lines += hanging(said, width, _indent(depth) + "└─ ", _indent(depth) + "   ")
    depth = len(one.chain)
    return lines + hanging(f"{one.because} ({one.at})", width, _indent(depth) + "└─ ", _indent(depth) + "   ")


def _indent(depth: int) -> str:
    """Far down the chain lines stay where they are: there is no room to go on to the right."""
    return "  " + "   " * min(depth - 1, 10)


def consequences_json(found: Consequences) -> str:
    """`{"version", "hypotheses", "summary", "void", "open", "already"}`, ASCII only.

    A void promise has `promise` (its id, `journey/key`), `name`, `to`, `chain`, `left_out`, `because` and `at`; its
    chain goes to the promise that fails by itself, of a long one the first and the last, with the number `left_out`
    between. In `summary`, `held` promises to customers held before (were sound or assumed), `void` of them break,
    `unproven` and `broken` were so before. `open` are those unproven before that break too.
    """
    body = {
        "version": VERSION,
        "hypotheses": [_hypothesis(one) for one in found.hypotheses],
        "summary": {
            "held": found.standing + len(found.void), "void": len(found.void), "unproven": found.unproven,
            "broken": found.broken,
        },
        "void": [_broken(one) for one in found.void],
        "open": [_broken(one) for one in found.open],
        "already": [entry.id for entry in found.already],
    }  # fmt: skip
    return json.dumps(body, indent=2) + "\n"


def _broken(one: BrokenPromise) -> dict[str, Any]:
    return {
        "promise": one.promise.id,
        "name": one.promise.promise,
        "to": list(one.promise.to),
        "chain": [entry.id for entry in one.chain],
        "left_out": one.left_out,
        "because": one.because,
        "at": one.at,
    }


def _hypothesis(one: Hypothesis) -> dict[str, Any]:
    return {"kind": one.kind.value, "without": one.word, "text": one.text, "late": _said(one.late)}


def _said(duration: Duration | None) -> str | None:
    return duration.text if duration else None


def ranked_text(workspace: Workspace, carriers: Sequence[Carrier], top: int, width: int = 100) -> str:
    """The heaviest `top` carriers (0: all) with the first promises that each would take with it; JSON has them all."""
    if not carriers:
        return "No promise to a customer that holds today rests on anybody or anything here\n"
    shown = carriers[:top] if top else carriers
    rows = [_row(workspace, one) for one in shown]
    held = len({id_ for one in carriers for id_ in one.promises})
    lines = [
        *hanging(
            f"Single points of failure, by the promises to customers they carry, of {held} that hold today",
            width,
            "",
            "",
        ),
        "",
        *table(("WITHOUT", "", "BREAKS"), rows, width),
    ]
    if left := len(carriers) - len(shown):
        lines += ["", f"and {left} more that carry no more than these (--top 0 shows all)"]
    return "\n".join(lines) + "\n"


def _row(workspace: Workspace, one: Carrier) -> Row:
    named = [f"- {workspace.promises[id_].name}" for id_ in one.promises[:_MOST_NAMED]]
    left = len(one.promises) - len(named)
    notes = (one.word, *named, *([f"and {left} more"] if left else []))
    return Row((one.name, one.kind.value, str(len(one.promises))), notes)


def ranked_json(carriers: Sequence[Carrier]) -> str:
    """`{"version", "ranked": [{"kind", "without", "name", "breaks", "promises"}]}`, heaviest first, ASCII only."""
    body = [
        {
            "kind": one.kind.value,
            "without": one.word,
            "name": one.name,
            "breaks": len(one.promises),
            "promises": [short(id_) for id_ in one.promises],
        }
        for one in carriers
    ]
    return json.dumps({"version": VERSION, "ranked": body}, indent=2) + "\n"
