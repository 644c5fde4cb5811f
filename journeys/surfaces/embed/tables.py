"""The ledger, the findings and the owners of some journeys as tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from journeys.errors import UsageError
from journeys.features.ledger.entry import Entry, assuming, reach
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode
from journeys.graph.verdict import State
from journeys.language.finding import Located
from journeys.language.quantities import counted, percent, to_spare
from journeys.language.source import Source, Span
from journeys.language.words import did_you_mean
from journeys.surfaces.embed.table import Line, Link, Table


def promises_table(entries: Sequence[Entry]) -> Table:
    """Who owes whom what, by when, and whether it holds; few columns, for a page is narrow."""
    rows = tuple(
        (
            f"{one.by_name} ({one.holder})" if one.holder else one.by_name,
            ", ".join(one.to_names),
            _said_of(one.promise, one.because and f"↳ because {one.because}", one.assumed and f"↳ {assuming(one)}"),
            _said_of(one.within, percent(one.at_least) and f"{percent(one.at_least)} of the times"),
            _said_of(
                to_spare(one.slack_text),
                reach(one) and f"can reach {reach(one)}",
            ),
            one.state.value,
        )
        for one in entries
    )
    states = [one.state for one in entries]
    counts = ", ".join(f"{states.count(state)} {state.value}" for state in State if state in states)
    heads = ("Who", "owes whom", "what", "by when", "to spare", "verdict")
    return Table(heads, rows, f"{counted(len(rows), 'promise')}: {counts}" if rows else "No promises here")


def _said_of(*lines: object) -> tuple[Line, ...]:
    return tuple(line for line in lines if line and isinstance(line, str)) or ("",)


def findings_table(located: Sequence[Located], folder: Path) -> Table:
    """What a check finds; places are links from `folder`."""
    rows = tuple(
        (
            f"{item.finding.severity} {item.finding.code}",
            _place(item.source, item.span, folder),
            _said(item, folder),
            tuple(item.finding.help.splitlines() or [""]),
        )
        for item in located
    )
    heads = ("Weight", "Place", "Finding", "What to write")
    return Table(heads, rows, counted(len(rows), "finding") if rows else "No findings")


def _said(item: Located, folder: Path) -> tuple[Line, ...]:
    related = (f"↳ {_place(one.source, one.span, folder).text}: {one.message}" for one in item.related)
    return (item.finding.message, *related)


def _place(source: Source, span: Span, folder: Path) -> Link:
    path = relative(source.name, folder)
    line = source.position(span.start).line
    return Link(f"{path.rsplit('/', 1)[-1]}:{line}", f"{path}#L{line}")


def relative(name: str, folder: Path) -> str:
    """A file that reports call `name`, seen from a folder."""
    return Path(os.path.relpath(Path.cwd() / name, folder)).as_posix()


def owners_table(journeys: Sequence[JourneyGraph], word: str = "") -> Table:
    """What each owner owns, owes and is owed in some journeys; `word` (an id or a name) keeps to one owner.

    Raises UsageError for an owner whom none of them knows.
    """
    known = {owner.id: owner for journey in journeys for owner in journey.owners.values()}
    owners = [owner for owner in known.values() if not word or word in (owner.key, owner.name)]
    if word and not owners:
        names = dict.fromkeys(name for owner in known.values() for name in (owner.key, owner.name))
        raise UsageError(f"no owner is called “{word}”: {did_you_mean(word, names)}")
    rows = [_owner_row(owner, journeys) for owner in owners]
    kept = tuple(row for row in rows if word or any(row[1:]))
    heads = ("Owner", "owns", "owes", "is owed")
    return Table(heads, kept, counted(len(kept), "owner") if kept else "No owners here")


def _owner_row(
    owner: OwnerNode, journeys: Iterable[JourneyGraph]
) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    owns, owes, owed = [], [], []
    for journey in journeys:
        owns += [f"{journey.step_of(one).name}: {one.name}" for one in journey.actions if one.owner == owner.id]
        for promise in journey.promises.values():
            said = f"{promise.node.name} ({promise.verdict.state.value})"
            if promise.node.by == owner.id:
                owes.append(said)
            if owner.id in promise.node.to:
                owed.append(said)
    holder = "vacant" if owner.vacant else owner.holder
    return f"{owner.name} ({holder})" if holder else owner.name, tuple(owns), tuple(owes), tuple(owed)


def notes_table(journeys: Sequence[JourneyGraph], kind: str, phases: Sequence[str] = ()) -> Table:
    """The `pains` or the `opportunities` (`kind`) of some journeys, step by step; `phases` (ids or names) keep to some.

    Raises UsageError for a phase that none of them has.
    """
    steps = [(journey, step) for journey in journeys for step in journey.steps]
    known = dict.fromkeys(word for _, step in steps for word in (step.phase_key, step.phase) if word)
    for word in phases:
        if word not in known:
            raise UsageError(f"no phase is called “{word}”: {did_you_mean(word, known) or 'there are none'}")
    rows = tuple(
        (*((journey.name,) if len(journeys) > 1 else ()), step.phase, step.name, text)
        for journey, step in steps
        if not phases or {step.phase_key, step.phase} & set(phases)
        for text in (step.pains if kind == "pains" else step.opportunities)
    )
    one = "pain" if kind == "pains" else "opportunity"
    said = f"{len(rows)} {one if len(rows) == 1 else kind}" if rows else f"No {kind} here"
    heads = (*(("Journey",) if len(journeys) > 1 else ()), "Phase", "Step", one.capitalize())
    return Table(heads, rows, said)
