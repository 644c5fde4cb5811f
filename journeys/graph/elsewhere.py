"""What a journey can ask of all that it does not know itself: the journeys around it, and what is proven of promises.

A workspace answers. A journey is handed one when it is made, and needs to know no more of it than this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from journeys.graph.nodes import AnyNode, PromiseNode, Support
from journeys.graph.purpose import Purpose
from journeys.graph.verdict import Breakage, Cause, Chain, Fault, Root, Verdict
from journeys.language.model.settings import Brand, Settings

if TYPE_CHECKING:
    from journeys.graph.purpose_questions import Answers


class Elsewhere(Protocol):
    """The nodes of all journeys by id, and the verdicts on their promises."""

    @property
    def settings(self) -> Settings | None:
        """The settings that all journeys share."""

    @property
    def brand(self) -> Brand | None:
        """The company's colours and font."""

    @property
    def purpose(self) -> Purpose:
        """What the workspace's file says of designing on purpose."""

    @property
    def answers(self) -> Answers:
        """What became of what was heard, expected and changed, in all files."""

    def journey_name(self, id_: str) -> str:
        """What a journey (by id) is called; the id where there is none."""

    @property
    def promises(self) -> Mapping[str, PromiseNode]:
        """Every promise of every journey by node id."""

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """A verdict by promise node id."""

    @property
    def causes(self) -> Mapping[Fault, tuple[Cause, ...]]:
        """Every root cause once, by what fails."""

    def kept_at(self, action: str) -> tuple[PromiseNode, ...]:
        """The promises, of whichever journey, that are kept at an action (by id)."""

    def supports_of(self, action: str) -> tuple[Support, ...]:
        """The links from an action (of whichever journey) down to what supports it."""

    def supported_by(self, action: str) -> tuple[Support, ...]:
        """The links from what an action supports, in whichever journey, down to it."""

    @property
    def support_circles(self) -> tuple[tuple[str, ...], ...]:
        """The circles of actions (ids) that support one another, within a journey or over several."""

    def find(self, id_: str) -> AnyNode | None:
        """The node of an id in any journey, or None."""

    def node(self, id_: str) -> AnyNode:
        """The node of an id in any journey. Raises KeyError."""

    def chains(self, promise: str) -> tuple[Chain, ...]:
        """The way from a promise to each root cause."""

    def breakage(self, promise: str) -> Breakage | None:
        """Why a promise is broken."""

    def broken_by(self, root: Root) -> Sequence[str]:
        """The promises to customers that a root cause breaks."""

    def relies_on(self, promise: str) -> frozenset[str]:
        """All promises that a promise relies on, to any depth."""

    def relied_on_by(self, promise: str) -> frozenset[str]:
        """All promises that rely on a promise, to any depth."""
