"""The order in which keys are read aloud: what a thing is called, how it is, what it holds, where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journeys.language.formatting.layout import Entry, Note, Shape, Value


@dataclass(frozen=True)
class Kind:
    """A mapping of the language: its keys in order, and the kinds of what stands under some of them.

    `each` are keys under which things stand by their names (`owners`), `inside` those under which one thing stands
    or a list of them. What stands under any other key is of the kind `other`.
    """

    keys: tuple[str, ...]
    inside: Mapping[str, str] = field(default_factory=dict)
    each: Mapping[str, str] = field(default_factory=dict)
    other: str = ""


_LANES = ("evidence", "customer", "frontstage", "backstage", "support")


def _keys(words: str) -> tuple[str, ...]:
    return tuple(words.split())


KINDS: Mapping[str, Kind] = {
    "file": Kind(
        _keys(
            "workspace journey id owner customer job status version date authors entry success variants note link"
            " owners customers channels lanes practices settings brand anywhere phases steps promises blueprints"
        ),
        inside={
            "phases": "phase", "steps": "step", "anywhere": "next", "practices": "practices", "settings": "settings",
            "brand": "brand",
        },
        each={
            "owners": "owner", "customers": "customer", "channels": "channel", "lanes": "lane", "promises": "promise",
            "blueprints": "blueprint",
        },
    ),
    "phase": Kind(_keys("phase id note anywhere steps"), inside={"steps": "step", "anywhere": "next"}),
    "step": Kind(
        _keys(
            "step id journey for event status start owner wait moment_of_truth proactive feeling emotion thought"
            " expects pains opportunities data evidence customer frontstage backstage support lanes note link next end"
        ),
        inside={**dict.fromkeys(_LANES, "action"), "next": "next"},
        each={"lanes": "action"},
        other="action",
    ),
    "action": Kind(
        _keys(
            "do id for status owner channel system takes uses triggers promised fail_point recovery data note link"
        ),
        inside={"promised": "promised"},
    ),
    "promised": Kind(
        _keys("id promise for to within valid at_least kano measure if_broken unless relies_on note")
    ),
    "next": Kind(_keys("to for after when at_most")),
    "promise": Kind(
        _keys(
            "promise for by to made kept unless within valid at_least kano measure if_broken relies_on note link"
        ),
        inside={"made": "made"},
    ),
    "made": Kind(_keys("at when")),
    "owner": Kind(_keys("name kind reports_to holder contact vacant")),
    "customer": Kind(_keys("name description goals needs pains quote portrait")),
    "channel": Kind(_keys("name kind")),
    "lane": Kind(_keys("name kind after before")),
    "practices": Kind(_keys("working_day working_week")),
    "settings": Kind(_keys("profile select ignore rules max_warnings baseline"), each={"rules": "rule"}),
    "rule": Kind(_keys("severity limit")),
    "brand": Kind(_keys("font accent text background")),
    "blueprint": Kind(_keys("title journey view theme phases lanes owner promise level columns")),
}  # fmt: skip


def arranged(root: Value) -> Value:
    """A file's layout with the entries of each mapping in their order; each takes its comments along.

    Comments at the head of the file, with an empty line below them, stay there.
    """
    result = _arranged(root, "file", named=False)
    first = root.entries[0]
    if result.entries[0].key == first.key:
        return result
    head, own = _head(first)
    top, *rest = result.entries
    rest = [replace(entry, leading=own) if entry.key == first.key else entry for entry in rest]
    return replace(result, entries=(_below(head, top), *rest))


def _head(first: Entry) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The comments above a file's first entry that belong to the file, and those that belong to the entry."""
    notes = first.leading
    split = len(notes) if first.blank else max((place for place, note in enumerate(notes) if note.blank), default=0)
    return notes[:split], notes[split:]


def _below(head: tuple[Note, ...], entry: Entry) -> Entry:
    if not head:
        return entry
    if not entry.leading:
        return replace(entry, leading=head, blank=True)
    return replace(entry, leading=(*head, replace(entry.leading[0], blank=True), *entry.leading[1:]))


def _arranged(value: Value, kind: str, *, named: bool) -> Value:
    entries = tuple(_arranged_entry(entry, kind, named=named) for entry in value.entries)
    if value.shape is Shape.MAP and not named:
        entries = _ordered(kind, entries)
    return replace(value, entries=entries)


def _arranged_entry(entry: Entry, kind: str, *, named: bool) -> Entry:
    if entry.key is not None and not named:
        kind, named = kind_under(kind, entry)
        return replace(entry, value=_arranged(entry.value, kind, named=named))
    if entry.key is None and entry.suppresses and entry.value.entries and not entry.value.flow:
        return _arranged_below_comment(entry, kind)
    return replace(entry, value=_arranged(entry.value, kind, named=False))


def _arranged_below_comment(item: Entry, kind: str) -> Entry:
    """An item whose comment speaks of its first line: what stands there stays there, and the comment is its own."""
    value = _arranged(item.value, kind, named=False)
    first = _arranged_entry(item.value.entries[0], kind, named=False)
    others = tuple(entry for entry in value.entries if entry != first)
    first = replace(first, leading=(*item.leading, *first.leading), blank=item.blank)
    blank = item.leading[0].blank if item.leading else item.blank
    return replace(item, value=replace(value, entries=(first, *others)), leading=(), blank=blank)


def _ordered(kind: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries in the order of their kind. A key it does not know stays behind the one before it."""
    known = {key: place for place, key in enumerate(KINDS[kind].keys)} if kind else {}
    ranks: list[int] = []
    for entry in entries:
        before = ranks[-1] if ranks else -1
        ranks.append(known.get(_ranked_as(kind, entry), before))
    return tuple(entry for _, entry in sorted(zip(ranks, entries, strict=True), key=lambda pair: pair[0]))


def _ranked_as(kind: str, entry: Entry) -> str:
    """Customers may be named in a list like the one customer, or declared in a section of their own."""
    if kind == "file" and entry.key == "customers" and entry.value.shape is not Shape.MAP:
        return "customer"
    return entry.key or ""


def kind_under(kind: str, entry: Entry) -> tuple[str, bool]:
    """The kind of what stands under an entry, and whether it stands there by names of its own."""
    known = KINDS.get(kind)
    if known is None or entry.key is None:
        return "", False
    if entry.key in known.each and entry.value.shape is Shape.MAP:
        return known.each[entry.key], True
    if entry.key in known.inside:
        return known.inside[entry.key], False
    return ("", False) if entry.key in known.keys else (known.other, False)


def is_section(value: Value, kind: str, named: bool) -> bool:
    """Whether a value at the root is a part of the file that empty lines set off."""
    return bool(value.entries) and (named or kind in ("phase", "step"))
