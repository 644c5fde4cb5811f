"""Actions as cards, with their owners as tags."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.themes.theme import OWNERS
from blueprints.views.links import links_elsewhere
from blueprints.views.marks import Numbered
from blueprints.views.view import Card, CardStyle, Detail, Tag, Tone
from journeys.graph.journey import JourneyGraph
from journeys.graph.node import Node
from journeys.graph.nodes import ActionNode, CellNode, EvidenceNode
from journeys.graph.purpose_nodes import DecisionNode, GoalNode, PracticeNode
from journeys.language.model.action import Action
from journeys.language.model.duration import NO_TIME
from journeys.language.model.key import said

NOBODY = Tag("no owner", missing=True)


class Tags:
    """Owners as tags. An owner's colour follows from its place among the workspace's owners."""

    def __init__(self, journey: JourneyGraph) -> None:
        self._colours = {owner.key: place % OWNERS for place, owner in enumerate(journey.owners.values())}
        self._journey = journey
        self._used: dict[str, Tag] = {}

    @property
    def used(self) -> tuple[Tag, ...]:
        """The tags given out so far, in the order of their first use; nobody comes last."""
        tags = list(dict.fromkeys(self._used.values()))
        return tuple(sorted(tags, key=lambda tag: tag.missing))

    def of(self, action: ActionNode) -> Tag:
        """The tag of an action's owner, or of nobody."""
        return self._tag(action, action.owner_text) or self._used.setdefault(NOBODY.text, NOBODY)

    def named(self, entry: GoalNode | DecisionNode | PracticeNode) -> Tag | None:
        """The tag of whom an entry of designing on purpose names; None where it names nobody."""
        return self._tag(entry, entry.by_text if isinstance(entry, DecisionNode) else entry.owner_text)

    def _tag(self, node: Node, text: str) -> Tag | None:
        owner = self._journey.owner_of(node)
        if owner is None:
            if text in ("", "none"):
                return None
            tag = Tag(f"{text} (unknown)", missing=True)
        elif owner.vacant:
            tag = Tag(f"{owner.name} (vacant)", missing=True)
        else:
            tag = Tag(owner.name, self._colours.get(owner.key, 0))
        return self._used.setdefault(tag.text, tag)


def action_card(action: ActionNode, column: int, journey: JourneyGraph, tags: Tags, marks: Numbered) -> Card:
    """The card of an action in a column."""
    return Card(
        id=action.id,
        text=action.name,
        lane=0,
        column=column,
        style=CardStyle.COMPANY if action.company else CardStyle.CUSTOMER,
        owner=tags.of(action) if action.company else None,
        channel=journey.channels.get(action.channel, action.channel),
        details=(*_details(action), *links_elsewhere(action, journey)),
        marks=marks.at(action.id),
        link=action.link,
        tooltip=said(Action, action),
        data=(
            ("owner", action.owner),
            ("channel", action.channel),
            ("status", action.status),
        ),
    )


def evidence_card(piece: EvidenceNode, column: int, journey: JourneyGraph, marks: Numbered) -> Card:
    """The card of a piece of evidence in a column."""
    return Card(
        id=piece.id,
        text=piece.name,
        lane=0,
        column=column,
        style=CardStyle.EVIDENCE,
        channel=journey.channels.get(piece.channel, piece.channel),
        details=tuple(_details(piece)),
        marks=marks.at(piece.id),
        link=piece.link,
        tooltip=said(Action, piece),
    )


def _details(action: CellNode) -> Iterator[Detail]:
    if action.takes and action.takes != NO_TIME:
        yield Detail("clock", str(action.takes))
    if action.system:
        yield Detail("system", ", ".join(action.system))
    if action.data:
        yield Detail("data", ", ".join(action.data))
    if action.fail_point:
        yield Detail("fail", action.fail_point, Tone.BAD)
    if action.recovery:
        yield Detail("recovery", action.recovery)
