"""The rows of a blueprint: those that are built in, and what kinds there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class LaneKind(StrEnum):
    """Whose lane it is: only company lanes hold actions that need an owner, and info lanes hold no actions at all."""

    EVIDENCE = "evidence"
    CUSTOMER = "customer"
    COMPANY = "company"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the blueprint. `id` is the key in the file (`frontstage`), `name` what is shown.

    Two of an id are one lane, whatever it is called.
    """

    id: str
    name: str = field(compare=False)
    kind: LaneKind = field(compare=False)


EVIDENCE = Lane("evidence", "Evidence", LaneKind.EVIDENCE)
CUSTOMER = Lane("customer", "Customer", LaneKind.CUSTOMER)
FRONTSTAGE = Lane("frontstage", "Frontstage", LaneKind.COMPANY)
BACKSTAGE = Lane("backstage", "Backstage", LaneKind.COMPANY)
SUPPORT = Lane("support", "Support", LaneKind.COMPANY)
STANDARD_LANES = (EVIDENCE, CUSTOMER, FRONTSTAGE, BACKSTAGE, SUPPORT)
