"""The rows of a blueprint: those that are built in, and what kinds there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LaneKind(StrEnum):
    """Whose lane it is: only company lanes hold actions that need an owner."""

    EVIDENCE = "evidence"
    CUSTOMER = "customer"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the blueprint. `id` is the key in the file (`frontstage`), `name` what is shown."""

    id: str
    name: str
    kind: LaneKind


EVIDENCE = Lane("evidence", "Evidence", LaneKind.EVIDENCE)
CUSTOMER = Lane("customer", "Customer", LaneKind.CUSTOMER)
FRONTSTAGE = Lane("frontstage", "Frontstage", LaneKind.COMPANY)
BACKSTAGE = Lane("backstage", "Backstage", LaneKind.COMPANY)
SUPPORT = Lane("support", "Support", LaneKind.COMPANY)
STANDARD_LANES = (EVIDENCE, CUSTOMER, FRONTSTAGE, BACKSTAGE, SUPPORT)
