"""Cells with many cards, side by side: one high stack would leave the rest of the drawing empty."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from blueprints.views.view import Bar, Card, Feeling, View

MOST = 5
"""So many cards stand above one another; more go on beside them."""


def widened(view: View) -> View:
    """The view with further columns, without names, behind those with a cell of many cards.

    All else stays in the first column of its step; phases and promises reach over all of them.
    """
    counts = Counter((card.lane, card.column) for card in view.cards)
    widths = [1] * len(view.columns)
    for (_, column), count in counts.items():
        widths[column] = max(widths[column], -(-count // MOST))
    if max(widths, default=1) == 1:
        return view
    first = [sum(widths[:column]) for column in range(len(widths))]
    last = [start + width - 1 for start, width in zip(first, widths, strict=True)]
    names = [part for name, width in zip(view.columns, widths, strict=True) for part in (name, *[""] * (width - 1))]
    return replace(
        view,
        columns=tuple(names),
        phases=tuple(replace(one, first=first[one.first], last=last[one.last]) for one in view.phases),
        cards=tuple(_spread(view.cards, counts, first)),
        feelings=tuple(_moved(one, first) for one in view.feelings),
        bars=tuple(_stretched(one, first, last) for one in view.bars),
    )


def _spread(cards: Sequence[Card], counts: Mapping[tuple[int, int], int], first: Sequence[int]) -> list[Card]:
    """Each card in the first column of its step, or as far beside it as its place in a long cell says."""
    seen: defaultdict[tuple[int, int], int] = defaultdict(int)
    found = []
    for card in cards:
        cell = (card.lane, card.column)
        stacks = -(-counts[cell] // MOST)
        aside = seen[cell] // -(-counts[cell] // stacks)
        seen[cell] += 1
        found.append(replace(card, column=first[card.column] + aside))
    return found


def _moved(feeling: Feeling, first: Sequence[int]) -> Feeling:
    return replace(feeling, column=first[feeling.column], onwards=tuple(first[column] for column in feeling.onwards))


def _stretched(bar: Bar, first: Sequence[int], last: Sequence[int]) -> Bar:
    made, kept = (tuple(first[column] for column in columns) for columns in (bar.made, bar.kept))
    return replace(bar, first=first[bar.first], last=last[bar.last], made=made, kept=kept)
