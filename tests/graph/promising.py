"""Journeys in which few people promise, and short words for what their promises come to."""

from __future__ import annotations

from journeys.api import loads
from journeys.graph.nodes import PromiseNode

HEAD = """
journey: J
customer: guest
customers: {guest: {}}
owners: {cook: {}, waiter: {}, farm: {}}
"""
PEOPLE = (
    "journey: J\ncustomer: guest\ncustomers: {guest: {name: The guest}}\nowners: {cook: {name: The cook}, waiter: {}}\n"
)
EAT = "steps: [{step: A, frontstage: {do: Serve, owner: waiter}, backstage: {do: Cook, owner: cook}}]\n"


def node(text: str, key: str) -> PromiseNode:
    """A promise of a journey that begins with `HEAD`, by its id in the file."""
    return loads(HEAD + text).promises[key].node


def steps(ids: tuple[str, ...]) -> list[str]:
    """Ids of nodes without their kind and journey."""
    return [id_.rpartition("/")[2] for id_ in ids]
