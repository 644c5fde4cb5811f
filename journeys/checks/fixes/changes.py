"""One edit of a finding as a change of the text."""

from __future__ import annotations

import re

from journeys.checks.fixes import entries, scalars
from journeys.checks.fixes.change import Change, entry_put, line_end
from journeys.checks.fixes.put import put
from journeys.checks.fixes.where import Spot, spot
from journeys.language.finding import Edit
from journeys.language.loading.document import RAW, Document
from journeys.language.loading.spans import Spans

_BLANK = re.compile(r"[ \t]*")
_DASH = re.compile(r"-[ \t]*\Z")


def change(document: Document, edit: Edit) -> Change | None:
    """The change of the text that an edit asks for; None where it cannot be made without loss."""
    if edit.place.path[:1] == (RAW,):
        return _raw(document, edit)
    if edit.action == "put":
        return put(document, edit)
    at = spot(document, edit.place)
    if at is None:
        return None
    if edit.action == "insert":
        return _insert(document, at.node, edit)
    if edit.action == "extend":
        return _extend(document, at.node, edit)
    if edit.action == "enter":
        return _enter(document, at.node, edit)
    if at.parent is None:
        return None
    if edit.action == "rename":
        return _rename(at, edit)
    if edit.action == "remove":
        return _remove(document.source.text, at)
    return _replace(document.source.text, at, edit) if edit.action == "replace" else None


def _raw(document: Document, edit: Edit) -> Change | None:
    """A stretch of text that no key leads to; of a list of words, a comma goes with the word that is removed."""
    text, (start, end) = document.source.text, document.span(edit.place)
    if edit.action == "replace":
        return Change(start, end, edit.text)
    if edit.action != "remove":
        return None
    if text[start : start + 1] == "#":
        return _without_comment(text, start, end)
    after = re.compile(r"[ \t]*,[ \t]*").match(text, end)
    if after:
        return Change(start, after.end(), "")
    before = re.compile(r",[ \t]*\Z").search(text[max(0, start - 20) : start])
    return Change(start - len(before[0]) if before else start, end, "")


def _without_comment(text: str, start: int, end: int) -> Change:
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        return Change(line + len(text[line:start].rstrip()), end, "")
    return Change(line, line_end(text, end), "")


def _replace(text: str, at: Spot, edit: Edit) -> Change:
    written = scalars.scalar(edit.text)
    if at.node.start == at.node.end:  # an empty value: what is put there needs a blank before it
        return Change(at.node.start, at.node.end, f" {written}")
    quote = text[at.node.start]
    if quote == '"' and written == edit.text:
        written = f'"{edit.text}"'
    elif quote == "'" and written == edit.text:
        written = "'" + edit.text.replace("'", "''") + "'"
    return Change(at.node.start, at.node.end, written)


def _rename(at: Spot, edit: Edit) -> Change | None:
    if at.entry is None or at.parent is None or not isinstance(at.parent.items, dict) or edit.text in at.parent.items:
        return None
    return Change(at.entry.key.start, at.entry.key.end, scalars.key(edit.text))


def _insert(document: Document, node: Spans, edit: Edit) -> Change | None:
    if not isinstance(node.items, dict) or not node.items or edit.key in node.items:
        return None
    return entry_put(document, node, f"{scalars.key(edit.key)}: {scalars.scalar(edit.text)}")


def _enter(document: Document, node: Spans, edit: Edit) -> Change | None:
    """Entries for a mapping: after its last one, or with the mapping, at the end of what it stands in."""
    if not isinstance(node.items, dict) or not node.items:
        return None
    if edit.key not in node.items:
        if node.flow:
            return entry_put(document, node, f"{scalars.key(edit.key)}: {_braced(edit)}")
        parted = () if edit.place.path else ("",)  # A section of a file stands apart.
        return entry_put(document, node, *parted, f"{scalars.key(edit.key)}:", *(f"  {line}" for line in _lines(edit)))
    value = node.items[edit.key].value
    if value.items is None and value.start == value.end:
        return _fill(document, node, value, edit)
    if not isinstance(value.items, dict) or any(entry.key in value.items for entry in edit.entries):
        return None
    if not value.items:
        return _fill(document, node, value, edit)
    return entry_put(document, value, *(map(entries.in_line, edit.entries) if value.flow else _lines(edit)))


def _fill(document: Document, node: Spans, value: Spans, edit: Edit) -> Change:
    """Entries in the place of a mapping that is empty, or of nothing; what follows it on its line stays there."""
    assert isinstance(node.items, dict)
    if node.flow:
        return Change(value.start, value.end, f"{'' if value.end > value.start else ' '}{_braced(edit)}")
    text, key = document.source.text, node.items[edit.key].key.start
    indent = " " * (key - text.rfind("\n", 0, key) - 1 + 2)
    newline = "\r\n" if "\r\n" in text else "\n"
    end = line_end(text, value.end)
    rest = text[value.end : end].rstrip()
    return Change(value.start, end, rest + "".join(f"{newline}{indent}{line}" for line in _lines(edit)) + newline)


def _braced(edit: Edit) -> str:
    return f"{{{', '.join(map(entries.in_line, edit.entries))}}}"


def _lines(edit: Edit) -> list[str]:
    return [line for entry in edit.entries for line in entries.in_lines(entry)]


def _extend(document: Document, node: Spans, edit: Edit) -> Change | None:
    """Items for a list: in its brackets, as lines beneath its last one, or as a new list in brackets."""
    if not isinstance(node.items, dict) or not node.items:
        return None
    more = [scalars.scalar(item) for item in edit.items]
    listed = ", ".join(more)
    if edit.key not in node.items:
        return entry_put(document, node, f"{scalars.key(edit.key)}: [{listed}]")
    text, value = document.source.text, node.items[edit.key].value
    if value.items is None:
        single = text[value.start : value.end]
        if single[:1] in ("|", ">", "&", "!", "*") or "\n" in single:
            return None
        return Change(value.start, value.end, f"[{single}, {listed}]" if single.strip() else f" [{listed}]")
    if not isinstance(value.items, list) or not value.items:
        return None
    last, first = value.items[-1], value.items[0]
    if value.flow:
        return Change(last.end, last.end, f", {listed}")
    if isinstance(last.items, list | dict):
        return None
    line = text.rfind("\n", 0, first.start) + 1
    dash = _DASH.search(text[line : first.start])
    end = line_end(text, last.end)
    if dash is None or text[line : line + dash.start()].strip() or not text.endswith("\n", 0, end):
        return None
    newline = "\r\n" if text.endswith("\r\n", 0, end) else "\n"
    indent = text[line : line + dash.start()]
    return Change(end, end, "".join(f"{indent}- {item}{newline}" for item in more))


def _remove(text: str, at: Spot) -> Change | None:
    assert at.parent is not None
    stretches, index = _siblings(at.parent, at.last)
    if at.parent.flow:
        return _remove_flow(stretches, index)
    return None if len(stretches) == 1 else _remove_block(text, at, stretches, index)


def _siblings(parent: Spans, key: str | int) -> tuple[list[tuple[int, int]], int]:
    """Where each entry or item of a collection begins and ends, and which one stands under a key or index."""
    if isinstance(parent.items, dict):
        entries = parent.items.values()
        return [(entry.key.start, max(entry.key.end, entry.value.end)) for entry in entries], list(parent.items).index(
            str(key)
        )
    return [(item.start, item.end) for item in parent.items or ()], int(key)


def _remove_flow(stretches: list[tuple[int, int]], index: int) -> Change:
    start, end = stretches[index]
    if index + 1 < len(stretches):
        return Change(start, stretches[index + 1][0], "")
    return Change(stretches[index - 1][1] if index else start, end, "")


def _remove_block(text: str, at: Spot, stretches: list[tuple[int, int]], index: int) -> Change | None:
    start, end = stretches[index]
    line = text.rfind("\n", 0, start) + 1
    if isinstance(at.last, int):
        dash = _DASH.search(text[line:start])
        if dash is None:
            return None
        start = line + dash.start()
    rest = text[end : line_end(text, end)]
    if text[line:start].strip():  # it stands behind a dash: the next one moves up into its place
        following = stretches[index + 1][0] if index + 1 < len(stretches) else None
        return Change(start, following, "") if following is not None and not rest.strip() else None
    if rest.strip():  # a comment behind it stays
        return Change(start, end + len(rest) - len(rest.lstrip(" \t")), "")
    return Change(line, line_end(text, end), "")
