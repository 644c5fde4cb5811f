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


def put(document: Document, edit: Edit) -> Change | None:
    """The change of the text; None where it cannot be made without loss."""
    *above, key = edit.place.path
    holder = spot(document, Place(edit.place.file, tuple(above)))
    if holder is None:
        return None
    node = holder.node
    if node.items is None:
        return _unfolded(document, node, edit)
    if not isinstance(node.items, dict) or not node.items:
        return None
    if key in node.items:
        return _replaced(document, node.items[str(key)].value, edit.text)
    return entry_put(document, node, f"{scalars.key(str(key))}: {edit.text}")


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


def flowing(data: Any) -> str:
    """Plain data (texts, lists, mappings by text) as YAML on one line."""
    if isinstance(data, dict):
        return f"{{{', '.join(f'{scalars.key(key)}: {flowing(value)}' for key, value in data.items())}}}"
    if isinstance(data, list | tuple):
        return f"[{', '.join(map(flowing, data))}]"
    return scalars.scalar(str(data))
