"""A journey that is lived in: values, governance, measures, practices, voices and changes, and their words as data."""

from __future__ import annotations

from journeys import api
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace

SHARED = """\
workspace: Cakes
owners:
  head: {name: Head of everything, holder: Ada Berg}
  joy: {name: Head of experience, reports_to: head, function: experience, judged_by: [asks]}
  shop: {name: Shop, reports_to: head}
  bakery: {name: Bakery, reports_to: head}
customers: {host: {name: Host}}
values:
  calm: {value: Calm, says: Nobody has to ask}
  bold: {value: Boldness}
governance:
  authority: joy
  council: [joy, shop]
  meets: 1 month
  met: [2026-01-10, 2026-02-10]
  goals:
    - {goal: Nobody asks for the cake, owner: joy, measure: asks, at_most: 10%, until: 2026-12-31}
    - {goal: All cakes are warm, owner: bakery}
  decisions:
    - {decision: We ring when it is ready, by: joy, on: 2026-01-10, about: [cake/ready]}
measures:
  asks: {measure: Calls that ask for the cake, unit: "%", better: lower, owner: shop}
practices:
  ring: {practice: Ring before they do, instead_of: waiting lists, serves: [calm], at: [cake/Collect], owner: shop}
  sing: {practice: Sing in the shop}
"""
CAKE = """\
journey: Order a cake
id: cake
owner: shop
customer: host
steps:
  - step: Order
    customer: Choose a cake
    frontstage: {do: Take the order, owner: shop, takes: none}
  - step: Collect
    expects: [{id: warm, expects: It is warm, kano: must-be, as_of: 2025-03-01}, It has my name on it]
    customer: Collect the cake
    frontstage: {do: Hand over the cake, id: hand, owner: shop, takes: 1 h}
    end: true
promises:
  ready:
    {promise: Ready in ten minutes, by: shop, to: host, made: Order, kept: Collect, within: 10 min, answers: [warm]}
voices:
  where: {voice: Where is my cake?, from: host, at: Collect, heard: 2026-02-01}
  late: {voice: It comes late, from: shop, at: hand, heard: 2026-01-15}
  cold: {voice: It was cold, from: host, at: Collect}
changes:
  bell: {change: A bell at the counter, at: Order}
  list: {change: A list at the door, at: Collect, started: 2026-01-20}
  text: {change: Send a text, at: Collect, answers: [where], done: 2026-02-02}
  call: {change: Call when it is late, at: hand, answers: [late], measure: asks, done: 2026-01-20,
         results: [{on: 2026-01-01, value: 30%}, {on: 2026-02-01, value: 22%}]}
  slip: {change: A slip with the hour, at: Order, measure: asks, done: 2026-01-05, expects: warm,
         results: [{on: 2026-01-01, value: 40%}, {on: 2026-01-20, value: 30%}, {on: 2026-03-01, value: 12%}]}
"""


def cakes(cake: str = CAKE, shared: str = SHARED) -> Workspace:
    """The workspace of the cake shop."""
    return api.loads_workspace({"cake.journey.yaml": cake}, shared)


def cake(text: str = CAKE, shared: str = SHARED) -> JourneyGraph:
    """Its only journey."""
    return cakes(text, shared).journeys["cake"]
