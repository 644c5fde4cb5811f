"""The ledger in its formats: text for people, json and csv for programs and spreadsheets, markdown for pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from journeys.checks.report import spreadsheet
from journeys.checks.report.cells import Row, table
from journeys.checks.report.markdown import escaped
from journeys.checks.report.visible import visible
from journeys.errors import UsageError
from journeys.features.ledger.entry import Entry, assuming, listed, made_where, said_rate
from journeys.graph.verdict import State
from journeys.language.quantities import counted, percent

FORMATS: tuple[str, ...] = ("text", "json", "csv", "markdown")
# The number of the JSON structure: it grows when a field changes its meaning or goes, not when one is added.
VERSION = 3
_HEADERS = ("PROMISE", "TO", "WITHIN", "SPARE", "RATE", "SURE", "LIKELY", "VERDICT")


def render(format_: str, entries: Sequence[Entry], width: int = 100) -> str:
    """The entries in one of `FORMATS`; `width` is the number of cells a line of text may take."""
    match format_:
        case "text":
            return text(entries, width)
        case "json":
            return as_json(entries)
        case "csv":
            return as_csv(entries)
        case "markdown":
            return markdown(entries)
    raise UsageError(f"unknown format {format_!r}: choose one of {', '.join(FORMATS)}")


def text(entries: Sequence[Entry], width: int) -> str:
    """The ledger by promiser, in the order of their names: what each owes, to whom, by when, and whether it holds."""
    if not entries:
        return "No promises here\n"
    lines: list[str] = []
    for owed in _by_promiser(entries):
        first = owed[0]
        holder = f" ({first.holder})" if first.holder else ""
        lines += [f"{visible(first.by_name + holder)} owes", *table(_HEADERS, [_row(one) for one in owed], width), ""]
    return "\n".join([*lines, _summary(entries)]) + "\n"


def _by_promiser(entries: Sequence[Entry]) -> list[list[Entry]]:
    found: dict[tuple[str, str, str], list[Entry]] = {}
    for one in entries:
        found.setdefault((one.by_name.casefold(), one.by_name, one.by), []).append(one)
    return [found[key] for key in sorted(found)]


def _row(one: Entry) -> Row:
    sure, likely = (percent(one.sure_rate), percent(one.likely_rate)) if said_rate(one) else ("", "")
    cells = (
        one.promise, ", ".join(one.to_names), one.within, one.slack_text, percent(one.at_least), sure, likely,
        one.state.value,
    )  # fmt: skip
    notes = [_places(one)]
    if one.because:
        notes.append(f"because {one.because}")
    if one.assumed:
        notes.append(assuming(one))
    return Row(cells, tuple(notes))


def _places(one: Entry) -> str:
    """Where it is made and kept, and its id to ask `journeys explain` about."""
    return f"{one.id}: {_made(one)}, kept {_kept(one)}"


def _made(one: Entry) -> str:
    if one.standing:
        return "stands always"
    return f"made at {listed(made_where(one), 3)}" if one.made else "made nowhere"


def _kept(one: Entry) -> str:
    if not one.kept:
        return "nowhere"
    return f"at one of {listed(one.kept, 2)}" if one.any_place else f"at {listed(one.kept, 2)}"


def _summary(entries: Sequence[Entry]) -> str:
    counts = [(sum(one.state is state for one in entries), state.value) for state in State]
    said = ", ".join(f"{number} {word}" for number, word in counts if number)
    return f"{counted(len(entries), 'promise')}: {said}"


def as_json(entries: Sequence[Entry]) -> str:
    """`{"version", "summary": {"promises", "sound", "assumed", "unproven", "broken"}, "promises": [entry…]}`.

    ASCII only. An entry has the fields of `Entry`; rates are numbers from 0 to 1, `slack` is in seconds, both null for
    none. `assumptions` are the first dozen of `assumed`; `journeys explain` has them all.
    """
    summary = {"promises": len(entries)} | {state.value: sum(one.state is state for one in entries) for state in State}
    return (
        json.dumps({"version": VERSION, "summary": summary, "promises": [data(one) for one in entries]}, indent=2)
        + "\n"
    )


def data(one: Entry) -> dict[str, Any]:
    """An entry as JSON knows it."""
    found = asdict(one)
    found["state"] = one.state.value
    for key in ("at_least", "slack", "sure_rate", "likely_rate"):
        found[key] = number(found[key])
    return found


def number(value: Fraction | None) -> int | float | None:
    """A fraction as JSON knows it: whole where it is whole."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def as_csv(entries: Sequence[Entry]) -> str:
    """A header and a row for each entry."""
    names = tuple(Entry.__dataclass_fields__)
    return spreadsheet.as_csv(names, ([found[name] for name in names] for found in map(data, entries)))


def markdown(entries: Sequence[Entry]) -> str:
    """A table for a page or a merge request, then the number of promises."""
    heads = ("Who", "owes whom", "what", "within", "to spare", "rate", "sure", "likely", "made", "kept", "verdict")
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for owed in _by_promiser(entries):
        for one in owed:
            row = _row(one).cells
            cells = (one.by_name, row[1], row[0], *row[2:7], _made(one), _kept(one), _verdict(one))
            lines.append(f"| {' | '.join(map(escaped, cells))} |")
    return "\n".join([*lines, "", _summary(entries)]) + "\n"


def _verdict(one: Entry) -> str:
    if one.because:
        return f"{one.state.value}: {one.because}"
    return f"{one.state.value}, {assuming(one)}" if one.assumed else one.state.value
