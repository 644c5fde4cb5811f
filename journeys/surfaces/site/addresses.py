"""Where each thing has its page: ids of nodes to paths within the site, and links from one page to another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

# Names that Windows keeps for devices, with any ending.
_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{word}{n}" for word in ("com", "lpt") for n in range(1, 10))))
_LONGEST = 60
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
    journeys: Iterable[str], promises: Iterable[str], people: Iterable[str], rules: Iterable[tuple[str, str]]
) -> Addresses:
    """Addresses for the ids of journeys, of the nodes of promises and of owners and customers, and of rules with names.

    Names that file systems would take for one another are told apart by a number, in the order they come.
    """
    taken: set[str] = {path.casefold() for path in _FIXED.values()}
    paths = dict(_FIXED)

    def add(id_: str, folder: str, name: str, ending: str) -> None:
        paths[id_] = _free(taken, folder, safe_name(name), ending)

    for id_ in journeys:
        add(f"journey:{id_}", "journeys", id_, f"/{_HOME}")
    for id_ in promises:
        add(id_, "promises", id_.partition(":")[2].replace("/", "."), ".html")
    for id_ in people:
        kind, _, key = id_.partition(":")
        add(id_, f"{kind}s", key.replace("/", "."), ".html")
    for code, name in rules:
        add(f"rule:{code}", "rules", name, ".html")
    return Addresses(paths)


def _free(taken: set[str], folder: str, name: str, ending: str) -> str:
    number, path = 1, posixpath.join(folder, name + ending)
    while path.casefold() in taken:
        number += 1
        path = posixpath.join(folder, f"{name}-{number}{ending}")
    taken.add(path.casefold())
    return path


def safe_name(text: str) -> str:
    """A text as the name of a file on any system: what one of them may not hold becomes a hyphen."""
    kept = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in text)
    name = kept.strip(".-")[:_LONGEST].rstrip(".-") or "page"
    return f"{name}-" if name.partition(".")[0].casefold() in _RESERVED else name


def safe_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names of files for some names, each its own; `index` is nobody's."""
    taken = {"index"}
    return tuple(_free(taken, "", safe_name(name), "") for name in names)
