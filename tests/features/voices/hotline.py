"""A small workspace in which something was heard."""

from __future__ import annotations

from pathlib import Path

SHARED = """\
workspace: Broadband
owners:
  cxo: {name: Head of experience, holder: Dana Wills}
  care: {name: Customer care, reports_to: cxo}
  shop: {name: Digital shop, reports_to: cxo}
  net: {name: Network, reports_to: cxo}
customers:
  mover: {name: Home mover}
voices:  # what people say
  where-is-it: {voice: Where is the router?, from: care, at: Receive the router, heard: 2026-10-02}
  slow: {voice: "It took three calls", from: mover, at: [Order, Receive the router], heard: 2026-08-01}
  forms: {voice: The form asks for what we know, from: net, at: order.frontstage}
  # the last word
changes:
  text: {change: Text the number the evening before, answers: [Where is the router?], done: 2026-10-09}
  poster: {change: Hang a poster, at: Order}
"""
JOURNEY = """\
journey: Get broadband
owner: cxo
customer: mover
steps:
  - step: Order
    customer: Order
    frontstage: {do: Take the order, owner: shop}
    backstage: {do: Reserve a line, owner: net}
  - step: Receive the router
    customer: Open the door
    frontstage: {do: Bring the router, owner: care}
    end: true
"""


def written(folder: Path, shared: str = SHARED, **journeys: str) -> None:
    """Write the workspace into a folder; without `shared` there is no file of the workspace."""
    if shared:
        (folder / "journeys.yaml").write_text(shared, "utf-8")
    for name, text in (journeys or {"broadband": JOURNEY}).items():
        (folder / f"{name}.journey.yaml").write_text(text, "utf-8")
