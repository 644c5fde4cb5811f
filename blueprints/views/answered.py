"""What customers answered, at the steps and actions of any view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from blueprints.views.findings import Figure
from blueprints.views.view import Detail, Tone, View

ANSWERS = "answers"
"""The sign of a figure made of answers."""


def with_figures(view: View, figures: Sequence[Figure]) -> View:
    """The view with each figure on the card of its step or action, in the order given, beneath what stands there."""
    told: defaultdict[str, list[Detail]] = defaultdict(list)
    for one in figures:
        told[one.node_id].append(Detail(ANSWERS, one.text, Tone(one.tone)))
    if not told:
        return view
    cards = (replace(card, details=(*card.details, *told.get(card.id, ()))) for card in view.cards)
    return replace(view, cards=tuple(cards))
