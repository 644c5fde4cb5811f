"""Drawings in other formats. Each is a module, imported when it is asked for.

A module of `WORDS` has `render(view) -> str`: it needs no geometry. One of `PAGES` has
`render(drawing, chains) -> str`: it holds the drawing itself; `chains` gives for each promise the
node ids that belong to it. Texts end in a line break.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from journeys.errors import UsageError

if TYPE_CHECKING:
    from blueprints.drawing import Drawing

__all__ = ["ENDINGS", "PAGES", "WORDS", "render"]

WORDS: tuple[str, ...] = ("text", "markdown", "mermaid")
PAGES: tuple[str, ...] = ("html", "json")
ENDINGS: Mapping[str, str] = MappingProxyType(
    {"text": "txt", "markdown": "md", "mermaid": "mmd", "html": "html", "json": "json"}
)
"""The ending of a file in each format."""

_NO_CHAINS: Mapping[str, Sequence[str]] = MappingProxyType({})


def render(name: str, drawing: Drawing, chains: Mapping[str, Sequence[str]] = _NO_CHAINS) -> str:
    """The drawing in the format called `name`, one of `WORDS` or `PAGES`. Raises UsageError for another name."""
    if name not in (*WORDS, *PAGES):
        raise UsageError(f"unknown format {name!r}: choose one of {', '.join((*WORDS, *PAGES))}")
    module = import_module(f"blueprints.formats.{name}")
    text: str = module.render(drawing.view) if name in WORDS else module.render(drawing, chains)
    return text
