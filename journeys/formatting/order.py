"""The order in which the keys of each thing are read aloud: what it is called, how it is, what it holds, where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journeys.formatting.layout import Entry, Shape, Value


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
            "step id journey for event status start owner wait moment_of_truth proactive feeling emotion thought expects"
            " pains opportunities data evidence customer frontstage backstage support lanes note link next end"
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


def arranged(value: Value, kind: str = "file", *, named: bool = False) -> Value:
    """The layout with the entries of each mapping in their order; each takes its comments along."""
    entries = tuple(_arranged_entry(entry, kind, named=named) for entry in value.entries)
    if value.shape is Shape.MAP and not named:
        entries = _ordered(kind, entries)
    return replace(value, entries=entries)


def _arranged_entry(entry: Entry, kind: str, *, named: bool) -> Entry:
    if entry.key is not None and not named:
        kind, named = kind_under(kind, entry)
        return replace(entry, value=arranged(entry.value, kind, named=named))
    value = arranged(entry.value, kind)
    if entry.key is None and entry.suppresses and entry.value.entries:
        # The comment speaks of the item's first line, so what stands there must stay.
        first = next(inner for inner in value.entries if inner.key == entry.value.entries[0].key)
        value = replace(value, entries=(first, *(inner for inner in value.entries if inner is not first)))
    return replace(entry, value=value)


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
