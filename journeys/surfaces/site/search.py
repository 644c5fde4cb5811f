"""The index that the search reads: a script, as a page from a folder may fetch nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

from journeys.checks.report.visible import visible
from journeys.checks.rule import Rule
from journeys.surfaces.site.addresses import Addresses
from journeys.surfaces.site.contents import SiteContents, name_of
from journeys.surfaces.site.shown import anchor

_HOME = "index.html"
Row = tuple[str, str, str, str]


def index_script(contents: SiteContents, addresses: Addresses, rules: tuple[Rule, ...]) -> bytes:
    """Rows of title, kind, link from the site's root and further words, as an array in ASCII."""
    rows = [
        [visible(title), kind, link, visible(words)] for title, kind, link, words in _rows(contents, addresses, rules)
    ]
    body = ",\n".join(json.dumps(row) for row in rows)
    return f"window.journeysIndex = [\n{body}\n];\n".encode()


def _rows(contents: SiteContents, addresses: Addresses, rules: tuple[Rule, ...]) -> Iterator[Row]:
    for journey in contents.journeys:
        id_ = f"journey:{journey.id}"
        yield name_of(journey), "Journey", addresses.link(_HOME, id_), f"{journey.id} {journey.job}"
        for step in journey.steps:
            words = " ".join(action.name for action in journey.actions_of(step.id))
            yield step.name, "Step", addresses.link(_HOME, id_, anchor(step)), f"{name_of(journey)} {words}"
    for one in contents.owed:
        entry = one.entry
        words = f"{entry.key} {entry.state.value} {entry.by_name} {' '.join(entry.to_names)} {entry.journey_name}"
        yield entry.promise, "Promise", addresses.link(_HOME, one.node.id), words
    asked = {one.id: " ".join(words for _, words in one.questions) for one in contents.purpose.measures}
    for id_, at in contents.purpose.told.items():
        kind = id_.partition(":")[0].capitalize()
        yield at.name, kind, addresses.link(_HOME, at.page, at.fragment), asked.get(id_, "")
    for owner in contents.owners.values():
        words = f"{owner.key} {owner.holder} {owner.kind}"
        yield owner.name, "Owner", addresses.link(_HOME, owner.id), words
    for customer in contents.customers.values():
        words = f"{customer.key} {customer.description} {' '.join(customer.goals)}"
        yield customer.name, "Customer", addresses.link(_HOME, customer.id), words
    for rule in rules:
        yield f"{rule.code} {rule.name}", "Rule", addresses.link(_HOME, f"rule:{rule.code}"), rule.summary
