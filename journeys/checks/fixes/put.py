"""A value of any shape put at a place, whether or not anything stands there yet."""

from __future__ import annotations

from typing import Any

from journeys.checks.fixes import scalars
from journeys.checks.fixes.change import Change, entry_put
from journeys.checks.fixes.where import spot
from journeys.language.finding import Edit, Place
from journeys.language.loading.document import Document
from journeys.language.loading.spans import Spans
from journeys.language.loading.tree import parse

_LONGEST_LINE = 100
"""A mapping that is longer is written entry by entry, where it may be."""


def put(document: Document, edit: Edit) -> Change | None:
    """The change of the text; None where it cannot be made without loss."""
    *above, key = edit.place.path
    holder = spot(document, Place(edit.place.file, tuple(above)))
    if holder is None:
        return _section(document, edit)
    node = holder.node
    if node.items is None:
        return _unfolded(document, node, edit)
    if not isinstance(node.items, dict) or not node.items:
        return None
    if key in node.items:
        return _replaced(document, node.items[str(key)].value, edit.text)
    return entry_put(document, node, _entry(str(key), edit.text, flow=node.flow))


def _replaced(document: Document, value: Spans, text: str) -> Change | None:
    if value.start == value.end:
        return Change(value.start, value.end, f" {text}")
    block = value.items is not None and not value.flow
    if block or document.source.text[value.start] in "|>&!*":
        return None
    return Change(value.start, value.end, text)


def _unfolded(document: Document, node: Spans, edit: Edit) -> Change | None:
    """A text that stands for a mapping, as that mapping."""
    written = document.source.text[node.start : node.end]
    if not edit.key or not written or written[0] in "|>&!*" or "\n" in written:
        return None
    said = parse(written).data
    if not isinstance(said, str):
        return None
    key = scalars.key(str(edit.place.path[-1]))
    return Change(node.start, node.end, f"{{{edit.key}: {scalars.scalar(said)}, {key}: {edit.text}}}")


def _section(document: Document, edit: Edit) -> Change | None:
    """A first entry of a section that the file has not got yet."""
    if len(edit.place.path) != 2 or not isinstance(document.tree.spans.items, dict) or not document.tree.spans.items:
        return None
    section, key = map(str, edit.place.path)
    inner = _entry(key, edit.text, flow=False).replace("\n", "\n  ")
    return entry_put(document, document.tree.spans, f"{scalars.key(section)}:\n  {inner}")


def _entry(key: str, text: str, *, flow: bool) -> str:
    line = f"{scalars.key(key)}: {text}"
    data = None if flow or len(line) <= _LONGEST_LINE else parse(text).data
    if not isinstance(data, dict) or not data:
        return line
    return "\n  ".join(
        (f"{scalars.key(key)}:", *(f"{scalars.key(one)}: {flowing(value)}" for one, value in data.items()))
    )


def flowing(data: Any) -> str:
    """Plain data (texts, lists, mappings by text) as YAML on one line."""
    if isinstance(data, dict):
        return f"{{{', '.join(f'{scalars.key(key)}: {flowing(value)}' for key, value in data.items())}}}"
    if isinstance(data, list | tuple):
        return f"[{', '.join(map(flowing, data))}]"
    return scalars.scalar(str(data))
