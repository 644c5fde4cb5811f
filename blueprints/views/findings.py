"""What a drawing may be told of a journey's soundness and of answers: plain data, so that drawing knows no checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeys.graph.verdict import Root


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at a node of the graph (a step, an action, a promise), shown as a number with a legend.

    `tagged` is said of one that the node's card shows already, by the tag of an owner who is not there.
    """

    node_id: str
    code: str
    message: str
    severity: Literal["error", "warning"] = "error"
    tagged: bool = False


@dataclass(frozen=True, slots=True)
class RootCause:
    """Why a promise does not hold by itself, in words. `root` is the same for one cause seen from several promises.

    `unproven`: it is not wrong, but nobody can say how late, or how often.
    """

    root: Root
    message: str
    unproven: bool = False


@dataclass(frozen=True, slots=True)
class PromiseState:
    """What is known of a promise (by node id): its verdict, the codes of its findings, and what to write beside it.

    `assumed` is the number of assumptions at and beneath it; `assumptions` says the first of them, for its tooltip, and
    `own` says those that it makes itself. `causes` are its own. `broken_at` is the node (id) at which the nearest root
    cause of a broken promise lies.
    """

    promise_id: str
    state: Literal["sound", "assumed", "unproven", "broken"]
    codes: tuple[str, ...] = ()
    slack_text: str = ""
    deadline_text: str = ""
    assumed: int = 0
    assumptions: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    causes: tuple[RootCause, ...] = ()
    broken_at: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What customers answered at a step or an action (by node id), in words: `Loyal 61% (52% to 69%), 120 answers`.

    `tone` is `good` where a goal is reached by it, and `bad` where it is not.
    """

    node_id: str
    text: str
    tone: Literal["quiet", "good", "bad"] = "quiet"


def said_assumptions(number: int) -> str:
    """How many assumptions there are, as it stands beside a promise."""
    return "on one assumption" if number == 1 else f"on {number} assumptions"


def assumptions_spoken(state: PromiseState | None) -> str:
    """What is taken for nothing, as one text for where a pointer rests; empty for nothing."""
    if state is None or not state.assumptions:
        return ""
    more = state.assumed - len(state.assumptions)
    return f"Assumed: {'; '.join(state.assumptions)}" + (f"; and {more} more" if more > 0 else "")
