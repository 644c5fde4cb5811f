"""Every reference page by its path in the documentation, and writing those that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from journeys.checks.catalogue import page
from journeys.checks.registry import catalogue
from journeys.features.reference.language import language_page
from journeys.features.reference.rules import rules_page
from journeys.writing import write_output

RULES = "rules"
"""The folder of the rules' pages. Nothing else stands in it."""


def reference_pages() -> Mapping[str, str]:
    """The texts of all reference pages by their paths below the documentation's folder."""
    rules = {f"{RULES}/{rule.name}.md": page(rule) for rule in catalogue()}
    return {"reference/language.md": language_page(), f"{RULES}/index.md": rules_page(), **rules}


def write_pages(folder: Path) -> Iterator[Path]:
    """Write the pages that changed, take away those of rules that are no more, and give each path that was touched."""
    pages = reference_pages()
    for name, text in pages.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_output(path, text.encode("utf-8"), within=folder)
            yield path
    for path in stale_pages(folder):
        path.unlink()
        yield path


def stale_pages(folder: Path) -> list[Path]:
    """Pages in the rules' folder that belong to no rule."""
    pages = reference_pages()
    return sorted(path for path in (folder / RULES).glob("*.md") if f"{RULES}/{path.name}" not in pages)
