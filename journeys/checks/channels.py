"""Channels by what they ask of the customer, read from the kinds that a workspace declares."""

from __future__ import annotations

from collections.abc import Collection

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode

VOICE = frozenset(("phone", "telephone", "call", "hotline", "voice", "call centre", "call center"))
PAPER = frozenset(("mail", "letter", "post", "paper", "fax"))
SCREEN = frozenset(
    (
        "web",
        "website",
        "online",
        "portal",
        "app",
        "mobile",
        "chat",
        "email",
        "e-mail",
        "sms",
        "text message",
        "text",
        "messenger",
    )
)
# Where people answer without being seen: the line of visibility does not hold.
AT_A_DISTANCE = VOICE | PAPER | frozenset(("chat", "email", "e-mail", "sms", "text message", "messenger"))


def kind(journey: JourneyGraph, action: ActionNode) -> str:
    """The kind of an action's channel in small letters: as declared, else the word itself; empty if it names none."""
    word = action.channel
    return journey.channel_kinds.get(_key(journey, word), word).casefold() if word else ""


def declared(journey: JourneyGraph, word: str) -> bool:
    """Whether a word is the id or the name of a declared channel."""
    return word in journey.channels or word in journey.channels.values()


def medium(journey: JourneyGraph, actions: Collection[ActionNode]) -> str:
    """What the customer needs in hand for some touchpoints: `screen`, `voice` or `paper`; empty if it is open."""
    kinds = {kind(journey, action) for action in actions}
    for name, group in (("screen", SCREEN), ("voice", VOICE), ("paper", PAPER)):
        if kinds and kinds <= group:
            return name
    return ""


def _key(journey: JourneyGraph, word: str) -> str:
    if word in journey.channel_kinds:
        return word
    return next((key for key, name in journey.channels.items() if name == word), word)
