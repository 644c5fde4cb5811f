"""What a drawing may be told of a journey's soundness: plain data, so that drawing knows no checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at a node of the graph (a step, an action, a promise), shown as a number with a legend."""

    node_id: str
    code: str
    message: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class PromiseState:
    """What is known of a promise (by node id): its verdict, the codes of its findings, and what to write beside it."""

    promise_id: str
    state: Literal["sound", "assumed", "unproven", "broken"]
    codes: tuple[str, ...] = ()
    slack_text: str = ""
    deadline_text: str = ""
