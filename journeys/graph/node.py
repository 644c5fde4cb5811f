"""What every node of the graph has, and the kinds of nodes and edges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeys.language.finding import Edit, Finding, Place, Related


class Kind(StrEnum):
    """What a node is."""

    STEP = "step"
    ACTION = "action"
    EVIDENCE = "evidence"
    INFO = "info"
    OWNER = "owner"
    CUSTOMER = "customer"
    PROMISE = "promise"
    EXPECTATION = "expectation"
    VALUE = "value"
    MEASURE = "measure"
    GOAL = "goal"
    DECISION = "decision"
    PRACTICE = "practice"
    VOICE = "voice"
    CHANGE = "change"
    SURVEY = "survey"


class Link(StrEnum):
    """What an edge says; it is also the edge's key in the multigraph."""

    NEXT = "next"
    SUPPORTED_BY = "supported_by"
    USES = "uses"
    TRIGGERS = "triggers"
    OWNS = "owns"
    REPORTS_TO = "reports_to"
    MADE_AT = "made_at"
    KEPT_AT = "kept_at"
    BY = "by"
    TO = "to"
    RELIES_ON = "relies_on"
    SERVES = "serves"
    MEASURED_BY = "measured_by"
    JUDGED_BY = "judged_by"
    ANSWERS = "answers"
    EXPECTS = "expects"
    AT = "at"
    ABOUT = "about"
    AGAINST = "against"
    INSTEAD_OF = "instead_of"
    TOLD_AT = "told_at"
    TOLD_BY = "told_by"
    FOLLOWED_UP_BY = "followed_up_by"


def short(id_: str) -> str:
    """A node's id as people write it: `journey/key`, and `key` alone of what the workspace's file declares."""
    return id_.partition(":")[2]


def journey_of(id_: str) -> str:
    """The id of the journey that a node's id begins with."""
    return short(id_).partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every node has. `id` is unique in the workspace, `name` is what people read, `own` what users add to it."""

    id: str
    name: str
    place: Place
    journey: str = ""
    own: tuple[tuple[str, str], ...] = ()

    def finding(
        self,
        message: str,
        *,
        at: Place | None = None,
        related: tuple[Related, ...] = (),
        help: str = "",  # noqa: A002 - the field's name in a finding
        fix: tuple[Edit, ...] = (),
    ) -> Finding:
        """A finding at this node (or at `at`, a place inside it)."""
        return Finding(message, at or self.place, related, help, fix, journey=self.journey)

    def entry(self, *keys: str | int) -> Place:
        """The place of a key of the mapping that a step's or action's name stands in."""
        return Place(self.place.file, self.place.path[:-1] + keys)

    def mention(self, message: str) -> Related:
        """This node as a related place of somebody else's finding."""
        return Related(self.place, message)
