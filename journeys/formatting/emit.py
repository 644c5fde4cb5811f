"""From a file's layout to its text, in the one way it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeys.formatting.layout import Entry, Note, Shape, Value
from journeys.formatting.order import is_section, kind_under
from journeys.formatting.scalars import WIDTH, one_line, plain, quoted, value_lines

STEP = 2


@dataclass(frozen=True)
class _Written:
    """An entry's lines, the comments above them, and whether empty lines set it off from its neighbours."""

    leading: tuple[Note, ...]
    lines: list[str]
    blank: bool
    section: bool


def emit(root: Value) -> str:
    """The text of a layout whose root is a mapping."""
    return "\n".join([*_block(root, 0, "file"), ""])


def _block(value: Value, indent: int, kind: str, *, named: bool = False) -> list[str]:
    """The lines of a list or mapping. `kind` is the kind of it, or of what stands in it by name (`named`)."""
    written = [_entry(entry, indent, kind, named=named) for entry in value.entries]
    lines: list[str] = []
    for number, item in enumerate(written):
        notes = [*((note.text, note.blank) for note in item.leading), ("", item.blank)]
        if number == 0:
            notes[0] = (notes[0][0], False)
        elif item.section or written[number - 1].section:
            notes[0] = (notes[0][0], _apart(kind, named, written[number - 1], item) or notes[0][1])
        for text, blank in notes:
            lines += [""] if blank else []
            lines += [" " * indent + text] if text else []
        lines += item.lines
    for note in value.tail:
        lines += [""] if note.blank and lines else []
        lines.append(" " * indent + note.text)
    return lines


def _apart(kind: str, named: bool, before: _Written, item: _Written) -> bool:
    return kind == "file" or len(before.lines) > 1 or len(item.lines) > 1


def _entry(entry: Entry, indent: int, kind: str, *, named: bool) -> _Written:
    if entry.key is None:
        return _item(entry, indent, kind)
    inner, inner_named = (kind, False) if named else kind_under(kind, entry)
    start = " " * indent + _key(entry, flow=False) + ":"
    leading = entry.leading
    lines = _short(entry, start, indent)
    if lines is None:
        below = _block(entry.value, indent + STEP, inner, named=inner_named)
        lines = [_with_note(start, entry.trailing), *below]
    section = kind == "promise" if named else kind == "file" and is_section(entry.value, inner, inner_named)
    return _Written(leading, lines, entry.blank, section and (named or len(lines) > 1))


def _item(entry: Entry, indent: int, kind: str) -> _Written:
    lines = _short(entry, " " * indent + "-", indent)
    section = kind in ("phase", "step")
    if lines is not None:
        return _Written(entry.leading, lines, entry.blank, section)
    leading = entry.leading if entry.trailing is None else (*entry.leading, replace(entry.trailing, blank=False))
    above, value = _hoisted(entry.value)
    below = _block(value, indent + STEP, kind)
    below[0] = " " * indent + "- " + below[0].lstrip(" ")
    return _Written((*leading, *above), below, entry.blank, section)


def _hoisted(value: Value) -> tuple[tuple[Note, ...], Value]:
    """The comments above the first thing of an item, which must stand above its dash; and the rest."""
    first = value.entries[0]
    above, inner = first.leading, first.value
    if first.key is None and inner.entries:
        more, inner = _hoisted(inner)
        above = (*above, *more)
    return above, replace(value, entries=(replace(first, leading=(), value=inner), *value.entries[1:]))


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
    """A line with its comment: in the column where it stood, at least two spaces away."""
    if note is None:
        return line
    return line.ljust(max(note.column, len(line) + 2)) + note.text

