"""Where each thing has its page: ids of nodes to paths within the site, and links from one page to another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from journeys.file_names import free_path, safe_name
from journeys.graph.node import short

_HOME = "index.html"
_FIXED = {
    "journeys": _HOME,
    "promises": "promises/index.html",
    "owners": "owners/index.html",
    "customers": "customers/index.html",
    "findings": "findings/index.html",
    "rules": "rules/index.html",
}


@dataclass(frozen=True)
class Addresses:
    """Paths of pages by id. `journey:x` is a page in a folder of its own, everything else stands beside its like."""

    paths: Mapping[str, str] = field(default_factory=dict)

    def path(self, id_: str) -> str:
        """The path of a page within the site. Raises KeyError for what has none."""
        return self.paths[id_]

    def link(self, page: str, id_: str, fragment: str = "") -> str:
        """The way from the page at a path to the page of an id; empty where there is no such page."""
        return (
            relative(page, self.paths[id_]) + (f"#{quote(fragment)}" if fragment else "") if id_ in self.paths else ""
        )


def relative(page: str, target: str) -> str:
    """A link from one path within the site to another, percent-encoded."""
    return quote(posixpath.relpath(target, posixpath.dirname(page) or "."), safe="/")


def addresses(
    journeys: Iterable[str],
    promises: Iterable[str],
    people: Iterable[str],
    rules: Iterable[tuple[str, str]],
    besides: Iterable[str] = (),
) -> Addresses:
    """Addresses for the ids of journeys, of the nodes of promises and of owners and customers, and of rules with names.

    `besides` are the ids of pages that not every site has.
    Names that file systems would take for one another are told apart by a number, in the order they come.
    """
    paths = _FIXED | {id_: f"{id_}/{_HOME}" for id_ in besides}
    taken: set[str] = {path.casefold() for path in paths.values()}

    def add(id_: str, folder: str, name: str, ending: str) -> None:
        paths[id_] = free_path(taken, folder, safe_name(name), ending)

    for id_ in journeys:
        add(f"journey:{id_}", "journeys", id_, f"/{_HOME}")
    for id_ in promises:
        add(id_, "promises", short(id_).replace("/", "."), ".html")
    for id_ in people:
        kind, _, key = id_.partition(":")
        add(id_, f"{kind}s", key.replace("/", "."), ".html")
    for code, name in rules:
        add(f"rule:{code}", "rules", name, ".html")
    return Addresses(paths)
