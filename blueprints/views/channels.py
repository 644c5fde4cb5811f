"""Which icon stands for a channel, by the words of its name."""

from __future__ import annotations

_CHANNEL_WORDS = (
    ("app", ("app", "mobile", "ussd")),
    ("phone", ("phone", "call", "hotline", "ivr", "telephone", "telefon")),
    ("email", ("mail",)),
    ("chat", ("chat", "sms", "text", "messag", "whatsapp", "bot", "social")),
    ("post", ("post", "letter", "paper", "parcel", "courier", "fax")),
    ("web", ("web", "online", "portal", "site", "browser", "internet", "digital")),
    ("shop", ("shop", "store", "branch", "counter", "kiosk", "retail", "till", "machine", "locker")),
    ("home", ("home", "door", "visit", "on site", "house")),
    ("building", ("office", "clinic", "hospital", "ward", "desk", "court", "station", "bank")),
    ("person", ("person", "face", "meeting", "room", "video", "agent")),
)


def channel_icon(channel: str) -> str:
    """The icon for a channel's name."""
    words = channel.casefold()
    if "e-mail" in words or "email" in words:
        return "email"
    return next((icon for icon, hints in _CHANNEL_WORDS if any(hint in words for hint in hints)), "other")
