"""What a drawing shows, in words for those who do not see it: what is drawn, but for what is in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from blueprints.views.view import Bar, Card, CardStyle, ConnectorKind, State, View
from journeys.language.quantities import counted

NOBODY = "nobody"
"""The lane of what has no owner."""
SUMMED = "phase:"
"""With this the ids of those cards begin that stand for the steps of a phase."""


def described(view: View) -> str:
    """The description of a view, as far as it is drawn; for one of another kind the one that it has."""
    return _BY_KIND[view.kind](view) if view.kind in _BY_KIND else view.description


def _blueprint(view: View) -> str:
    phases = ", ".join(phase.name for phase in view.phases)
    heads = [card.text for card in view.cards if card.id.startswith(SUMMED)]
    kind = "Service blueprint" if view.kind == "blueprint" else "Journey map"
    columns = f"summed up in {', '.join(heads)}" if heads else f"in {counted(len(view.columns), 'step')}"
    parts = [f"{kind} of “{view.title}” {columns}"]
    if phases:
        parts.append(f"through the phases {phases}" if len(view.phases) > 1 else f"through the phase {phases}")
    text = " ".join(parts) + "."
    job = next((fact.text for fact in view.facts if fact.name == "Job to be done"), "")
    if job:
        text += f" The customer's job to be done: {job}."
    bars = _bars(view)
    if bars:
        states = [bar.state for bar in bars]
        each = ", ".join(f"{states.count(state)} {state}" for state in sorted(set(states)))
        text += f" It makes {counted(len(bars), 'promise')}: {each}."
    return text


def _owners(view: View) -> str:
    company = [card for card in _cards(view) if card.style is CardStyle.COMPANY]
    used = {card.lane for card in company}
    names = [lane.name for row, lane in enumerate(view.lanes) if row in used and lane.id != NOBODY]
    unowned = sum(view.lanes[card.lane].id == NOBODY for card in company)
    handed = [one for one in view.connectors if one.kind is not ConnectorKind.FLOW and not one.faded]
    total = sum(len(above) * len(below) for above, below in (one.ends for one in handed))
    gaps = sum(
        len(above) * len(below) for above, below in (one.ends for one in handed if one.kind is ConnectorKind.GAP)
    )
    parts = [f"Who hands over to whom in “{view.title}”: {counted(len(names), 'owner')} ({', '.join(names)})"]
    parts += [f"{counted(unowned, 'action')} that nobody owns"] if unowned else []
    parts += [f"{counted(total, 'handoff')}, {_uncovered(gaps, total)}" if total else "no handoff"]
    return "; ".join(parts) + "."


def _uncovered(gaps: int, total: int) -> str:
    if total == 1:
        return "covered by no promise" if gaps else "covered by a promise"
    return f"{gaps} of them covered by no promise"


def _promises(view: View) -> str:
    cards = _cards(view)
    states = [dict(card.data).get("state") for card in cards]
    each = "it" if len(cards) == 1 else "each"
    text = f"The {counted(len(cards), 'promise')} of “{view.title}” and what {each} relies on."
    if any(states):
        roots = sum(card.style is CardStyle.CAUSE for card in cards)
        broken = states.count(State.BROKEN)
        text += f" {broken} {'is' if broken == 1 else 'are'} broken"
        text += f", by what is wrong at {roots} of them." if broken else "."
        if assumed := states.count(State.ASSUMED):
            text += f" {assumed} {'holds' if assumed == 1 else 'hold'} if what nobody wrote down is nothing."
    return text


def _organisation(view: View) -> str:
    cards = _cards(view)
    vacant = [card.text for card in cards if card.style is CardStyle.VACANT]
    they = "it reports" if len(cards) == 1 else "they report"
    text = f"The {counted(len(cards), 'owner')} in “{view.title}” and whom {they} to."
    return f"{text} Vacant: {', '.join(vacant)}." if vacant else text


def _governance(view: View) -> str:
    cards = _cards(view)
    decides = [card.text for card in cards if any(one.icon == "decides" for one in card.details)]
    goals = [card for card in cards if card.style is CardStyle.GOAL]
    reached = sum(any(one.icon == "check" for one in card.details) for card in goals)
    decisions = sum(card.style is CardStyle.DECISION for card in cards)
    seats = sum(any(one.icon == "council" for one in card.details) for card in cards)
    text = f"Who decides on experience in “{view.title}”: {', '.join(decides) or 'nobody'}"
    text += f"; {counted(seats, 'member')} of the council." if seats else "."
    text += f" {counted(len(goals), 'goal')}, {reached} of them reached." if goals else ""
    return f"{text} {counted(decisions, 'decision')}." if decisions else text


def _values(view: View) -> str:
    cards = _cards(view)
    counts = [(sum(card.style is style for card in cards), word) for style, word in _ON_PURPOSE.items()]
    text = f"From values to touchpoints in “{view.title}”: "
    text += ", ".join(counted(number, word) for number, word in counts if number) or "nothing is declared"
    broken = sum(dict(card.data).get("state") == State.BROKEN for card in cards)
    return (
        f"{text}; {counted(broken, 'promise')} beneath them {'is' if broken == 1 else 'are'} broken."
        if broken
        else f"{text}."
    )


_ON_PURPOSE = MappingProxyType(
    {CardStyle.VALUE: "value", CardStyle.PRACTICE: "practice", CardStyle.COMPANY: "touchpoint"}
)
_BY_KIND: Mapping[str, Callable[[View], str]] = MappingProxyType(
    {
        "blueprint": _blueprint,
        "journey map": _blueprint,
        "owners": _owners,
        "promises": _promises,
        "org": _organisation,
        "governance": _governance,
        "values": _values,
    }
)


def _cards(view: View) -> list[Card]:
    return [card for card in view.cards if not card.faded]


def _bars(view: View) -> list[Bar]:
    return [bar for bar in view.bars if not bar.faded]
