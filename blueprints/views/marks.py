"""Findings as numbered marks: which number stands on which node."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprints.views.findings import Mark
from blueprints.views.view import Note


@dataclass(frozen=True, slots=True)
class Numbered:
    """The legend's notes, and the numbers at each node."""

    notes: tuple[Note, ...]
    numbers: Mapping[str, tuple[int, ...]]

    def at(self, node_id: str) -> tuple[int, ...]:
        """The numbers of the marks at a node."""
        return self.numbers.get(node_id, ())


def number_marks(findings: Sequence[Mark], order: Mapping[str, int]) -> Numbered:
    """Number the findings by where their nodes come in the drawing (`order`); the rest come last."""
    last = len(order)
    ranked = sorted(findings, key=lambda mark: (order.get(mark.node_id, last), mark.severity, mark.code))
    notes: list[Note] = []
    numbers: dict[str, list[int]] = {}
    for number, mark in enumerate(ranked, start=1):
        notes.append(Note(number, mark.code, mark.message, mark.severity))
        numbers.setdefault(mark.node_id, []).append(number)
    return Numbered(tuple(notes), {node: tuple(found) for node, found in numbers.items()})
