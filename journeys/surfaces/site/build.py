"""The files of a site, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources import files
from posixpath import dirname
from typing import Any

from journeys.features.ledger.entry import assuming, reach
from journeys.file_names import safe_names
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace
from journeys.language.finding import Located
from journeys.language.quantities import percent
from journeys.surfaces.site.addresses import Addresses, addresses
from journeys.surfaces.site.contents import Owed, SiteContents, name_of

_ASSETS = ("site.css", "site.js", "theme.js", "icon.svg")
_MOST_BRANCHES = 200
"""Of the promises beneath one, so many are told on its page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path from the site's root, with `/`, and its bytes."""

    path: str
    content: bytes


def pages(
    workspace: Workspace,
    located: tuple[Located, ...],
    today: date | None = None,
    note: Callable[[str], object] = lambda _: None,
) -> Iterator[Page]:
    """Every file of a workspace's site. `located` is what a check finds; the age of knowledge is that on a day (today,
    if left out).

    `note` is told, in a line each, which answers of customers cannot be read or drawn, and why; the pages say so, too.
    Raises ToolError where Jinja2 is not installed, or Graphviz fails.
    """
    contents = SiteContents(workspace, located, today or date.today())
    yield from _Site(contents).pages()
    for line in contents.answered.notes:
        note(line)


class _Site:
    """The contents, the addresses of its pages, and the pages made of them."""

    def __init__(self, contents: SiteContents) -> None:
        from journeys.checks.registry import catalogue

        self._contents = contents
        self._rules = catalogue()
        self._addresses: Addresses = addresses(
            (journey.id for journey in contents.journeys),
            (one.node.id for one in contents.owed),
            (*contents.owners, *contents.customers),
            ((rule.code, rule.name) for rule in self._rules),
            contents.purpose.pages,
        )

    def pages(self) -> Iterator[Page]:
        """The pages, then what they share."""
        yield self._page("home.html", "journeys", "journeys")
        for journey in self._contents.journeys:
            yield from self._journey(journey)
        yield from self._promises()
        yield from self._people()
        yield from self._on_purpose()
        yield self._page("findings.html", "findings", "findings")
        yield from self._rule_pages()
        yield from self._assets()

    def _page(self, template: str, id_: str, section: str, **values: Any) -> Page:
        return self._at(self._addresses.path(id_), template, section, **values)

    def _at(self, path: str, template: str, section: str, **values: Any) -> Page:
        from blueprints.formats.links import safe_link
        from journeys.surfaces.site.html import render
        from journeys.surfaces.site.shown import anchor, columns, shown_findings, words

        shared = {
            "contents": self._contents,
            "section": section,
            "name_of": name_of,
            "anchor": anchor,
            "words": words,
            "columns": columns,
            "safe_link": safe_link,
            "shown_findings": shown_findings,
            "percent": percent,
            "reach": reach,
            "assuming": assuming,
            "answered": self._contents.answered,
            "root": "../" * path.count("/"),
            "url": partial(self._addresses.link, path),
        }
        return Page(path, render(template, shared | values))

    def _journey(self, journey: JourneyGraph) -> Iterator[Page]:
        """The journey's page with its first drawing, a page for each of the others, and the drawings as files."""
        from journeys.surfaces.site.drawings import sheets
        from journeys.surfaces.site.shown import shown_phases

        home = self._addresses.path(f"journey:{journey.id}")
        figures = self._contents.answered.at_steps
        drawn = list(sheets(journey, self._contents.located_in(journey), figures)) if journey.whole else []
        stems = safe_names((sheet.name for sheet in drawn), taken=("index",))
        for number, (sheet, stem) in enumerate(zip(drawn, stems, strict=True)):
            path = f"{dirname(home)}/{stem}"
            values = {"journey": journey, "sheets": drawn, "stems": stems, "number": number, "sheet": sheet}
            if number:
                yield self._at(f"{path}.html", "drawing.html", "journeys", **values)
            else:
                yield self._at(home, "journey.html", "journeys", **values, phases=shown_phases(journey))
            if sheet.svg:
                yield Page(f"{path}.svg", sheet.file)
        if not drawn:
            yield self._at(home, "unreadable.html", "journeys", journey=journey)

    def _promises(self) -> Iterator[Page]:
        from journeys.features.ledger import proof
        from journeys.features.ledger.entry import made_where

        yield self._page("promises.html", "promises", "promises")
        for one in self._contents.owed:
            journey = self._contents.workspace.journeys[one.node.journey]
            found = proof(self._contents.workspace.promise(one.node.id))
            values = {"one": one, "journey": journey, "proof": found, "most": _MOST_BRANCHES}
            values |= {"made": made_where(one.entry), "carried": self._carried(one)}
            yield self._page("promise.html", one.node.id, "promises", **values)

    def _carried(self, one: Owed) -> tuple[Owed, ...]:
        """The promises that rely on one."""
        above = self._contents.workspace.relied_on_by(one.node.id)
        return tuple(other for other in self._contents.owed if other.node.id in above) if above else ()

    def _people(self) -> Iterator[Page]:
        from journeys.surfaces.site.people import customer_pages, owner_pages

        owners, customers = owner_pages(self._contents), customer_pages(self._contents)
        yield self._page("owners.html", "owners", "owners", owners=owners)
        for owner in owners:
            yield self._page("owner.html", owner.owner.id, "owners", one=owner)
        yield self._page("customers.html", "customers", "customers", customers=customers)
        for customer in customers:
            yield self._page("customer.html", customer.customer.id, "customers", one=customer)

    def _on_purpose(self) -> Iterator[Page]:
        """The pages of what is designed on purpose, and what was answered as drawings."""
        from journeys.language.quantities import ago, every
        from journeys.surfaces.site.purpose import IMPROVEMENT, MEASURES

        purpose, answered = self._contents.purpose, self._contents.answered
        values = {"purpose": purpose, "ago": partial(ago, today=self._contents.today), "every": every}
        for page in purpose.pages:
            yield self._page(f"{page}.html", page, page, **values)
        plots = [(MEASURES, one.plot) for one in answered.by_measure.values()]
        for page, plot in (*plots, (IMPROVEMENT, answered.kinds.plot)):
            if plot:
                yield Page(f"{dirname(self._addresses.path(page))}/{plot.name}.svg", plot.file)

    def _rule_pages(self) -> Iterator[Page]:
        from journeys.checks.rule import GROUPS

        found: dict[str, list[Located]] = {}
        for one in self._contents.located:
            found.setdefault(one.finding.code, []).append(one)
        values = {"rules": self._rules, "groups": tuple(GROUPS.values()), "found": found}
        yield self._page("rules.html", "rules", "rules", **values)
        for rule in self._rules:
            located = found.get(rule.code, ())
            yield self._page("rule.html", f"rule:{rule.code}", "rules", rule=rule, located=located)

    def _assets(self) -> Iterator[Page]:
        from journeys.surfaces.site.drawings import stylesheet
        from journeys.surfaces.site.search import index_script

        folder = files("journeys.surfaces.site").joinpath("assets")
        for name in _ASSETS:
            yield Page(f"assets/{name}", folder.joinpath(name).read_bytes())
        yield Page("assets/drawings.css", stylesheet().encode())
        yield Page("assets/search-index.js", index_script(self._contents, self._addresses, self._rules))
