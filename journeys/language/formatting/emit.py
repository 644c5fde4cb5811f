"""From a file's layout to its text, in the one way it is written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from journeys.language.formatting.layout import Entry, Note, Shape, Value
from journeys.language.formatting.order import is_section, kind_under
from journeys.language.formatting.scalars import WIDTH, one_line, plain, quoted, value_lines

STEP = 2


@dataclass(frozen=True)
class _Written:
    """An entry's lines, and those above them: comments (not indented yet) and the empty lines between them.

    `blank`: an empty line stood above it all. `section`: empty lines set it off from its neighbours.
    """

    above: list[str]
    lines: list[str]
    blank: bool
    section: bool


def emit(root: Value) -> str:
    """The text of a layout whose root is a mapping."""
    above, lines = _block(root, 0, "file")
    return "\n".join([*above, *lines, ""])


def _block(value: Value, indent: int, kind: str, *, named: bool = False) -> tuple[list[str], list[str]]:
    """What stands above the first entry of a list or mapping, and the lines from that entry on.

    `kind` is the kind of it, or of what stands in it by name (`named`).
    """
    written = [_entry(entry, indent, kind, named=named) for entry in value.entries]
    lines = list(written[0].lines)
    for before, item in pairwise(written):
        if item.blank or ((before.section or item.section) and _apart(kind, before, item)):
            lines.append("")
        lines += [*_indented(item.above, indent), *item.lines]
    if value.tail:
        lines += [""] if value.tail[0].blank else []
        lines += _indented(_above(value.tail), indent)
    return written[0].above, lines


def _above(notes: tuple[Note, ...], *, blank: bool = False) -> list[str]:
    """Comments with the empty lines between them, and below them (`blank`)."""
    lines: list[str] = []
    for note in notes:
        lines += ["", note.text] if note.blank and lines else [note.text]
    return [*lines, ""] if blank and lines else lines


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _apart(kind: str, before: _Written, item: _Written) -> bool:
    return kind == "file" or len(before.lines) > 1 or len(item.lines) > 1


def _entry(entry: Entry, indent: int, kind: str, *, named: bool) -> _Written:
    above = _above(entry.leading, blank=entry.blank)
    blank = entry.leading[0].blank if entry.leading else entry.blank
    if entry.key is None:
        return _item(entry, indent, kind, above, blank)
    inner, inner_named = (kind, False) if named else kind_under(kind, entry)
    start = " " * indent + _key(entry, flow=False) + ":"
    lines = _short(entry, start, indent)
    if lines is None:
        first, below = _block(entry.value, indent + STEP, inner, named=inner_named)
        lines = [_with_note(start, entry.trailing), *_indented(first, indent + STEP), *below]
    section = kind == "promise" if named else kind == "file" and is_section(entry.value, inner, inner_named)
    return _Written(above, lines, blank, section and (named or len(lines) > 1))


def _item(entry: Entry, indent: int, kind: str, above: list[str], blank: bool) -> _Written:
    lines = _short(entry, " " * indent + "-", indent)
    if lines is None:
        first, lines = _block(entry.value, indent + STEP, kind)
        lines[0] = " " * indent + "- " + lines[0].lstrip(" ")
        # What stands above the first thing of an item stands above its dash.
        above = [*above, *([entry.trailing.text] if entry.trailing else []), *first]
    return _Written(above, lines, blank, kind in ("phase", "step"))


def _short(entry: Entry, start: str, indent: int) -> list[str] | None:
    """The lines of a text or of a collection that fits on the line; None for one that is written as a block."""
    value = entry.value
    if value.shape is Shape.TEXT:
        if value.text is None:
            return [_with_note(start, entry.trailing)]
        first, *rest = value_lines(value.text, value.written, indent + STEP, len(start) + 1)
        return [_with_note(f"{start} {first}", entry.trailing), *rest]
    if value.entries and (not value.flow or value.commented):
        return None
    text = _flow(value)
    if text is None or (len(start) + 1 + len(text) > WIDTH and value.entries and not entry.suppresses):
        return None
    return [_with_note(f"{start} {text}", entry.trailing)]


def _flow(value: Value) -> str | None:
    """A value on one line; None where a text in it has several."""
    if value.shape is Shape.TEXT:
        if value.text is None:
            return "null"
        return None if "\n" in value.text else one_line(value.text, value.written, flow=True)
    parts = [_flow_entry(entry) for entry in value.entries]
    if None in parts:
        return None
    body = ", ".join(part for part in parts if part is not None)
    return f"{{{body}}}" if value.shape is Shape.MAP else f"[{body}]"


def _flow_entry(entry: Entry) -> str | None:
    text = _flow(entry.value)
    if entry.key is None or text is None:
        return text
    key = _key(entry, flow=True)
    return key if entry.bare and entry.value.text is None else f"{key}: {text}"


def _key(entry: Entry, *, flow: bool) -> str:
    key = entry.key or ""
    if not plain(key, flow=flow) and entry.key_written == key and "\n" not in key and key:
        return key
    return one_line(key, entry.key_written, flow=flow) if key else quoted(key)


def _with_note(line: str, note: Note | None) -> str:
    """A line with its comment: in the column where it stood if it fits there, at least two spaces away."""
    if note is None:
        return line
    column = note.column if note.column + len(note.text) <= WIDTH else 0
    return line.ljust(max(column, len(line) + 2)) + note.text
