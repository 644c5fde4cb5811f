"""What is said of a root cause, as lines: rule and point, where, the words, and the places that belong to it."""

from __future__ import annotations

from textwrap import fill

from journeys.api import loads, told
from journeys.graph.verdict import Cause, Verdict
from journeys.language.finding import Finding, Part, Place

HEAD = """
journey: Broadband
id: line
customer: mover
customers: {mover: {name: Home mover}, tenant: {name: Tenant}}
owners:
  shop: {name: The shop}
  field: {name: Field operations}
  net: {name: Network}
  vans: {name: Vans, vacant: true}
"""

ORDER_AND_VISIT = """
steps:
  - step: Order
    customer: Order it
    frontstage: {do: Take the order, owner: shop}
  - step: Visit
    customer: Let them in
    frontstage: {do: Install, owner: field}
    end: true
"""
ONLINE = """
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit%s}
"""
SLOT = """\
  slot: {promise: A slot, by: shop, to: mover, made: Order, kept: Order%s}
"""


def where(place: Place) -> str:
    """A place as dotted keys; `?` where the key is meant rather than its value."""
    return ".".join(map(str, place.path)) + ("?" if place.part is Part.KEY else "")


def lines_of(cause: Cause, finding: Finding) -> str:
    """All that a cause says, each thing on a line of its own, long ones broken."""
    unproven = ", unproven" if cause.unproven else ""
    lines = (
        f"{finding.name} ({cause.point}{unproven}) {where(finding.place)} {cause.at}",
        finding.message,
        *(f"- {where(place)}: {message}" for place, message in finding.related),
        f"→ {finding.help}",
    )
    return "\n".join(fill(line, 110, subsequent_indent="  ", break_on_hyphens=False) for line in lines)


def verdicts(text: str) -> dict[str, Verdict]:
    """The verdicts of a journey by the promises' ids in the file."""
    return {key: promise.verdict for key, promise in loads(HEAD + text).promises.items()}


def causes(text: str) -> str:
    """All that is told of the promises of a journey, one after the other."""
    journey = loads(HEAD + text)
    lines = [
        f"[{key}] {lines_of(cause, told(cause, journey))}"
        for key, promise in journey.promises.items()
        for cause in promise.verdict.causes
    ]
    return "\n" + "\n".join(lines) + "\n"
