"""Kano's kinds on a plane: their marks, and the quarters of the plane that have their names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from blueprints.layout.text import clean

ORDER = ("must-be", "performance", "attractive", "indifferent", "reverse", "questionable")
"""The order in which a list names them."""

_FORMS: Mapping[str, str] = MappingProxyType(
    {"must-be": "s", "performance": "o", "attractive": "^", "indifferent": "D", "reverse": "v", "questionable": "P"}
)
_OTHER = "X"

QUARTERS = (("Must-be", 0, 1), ("Performance", 1, 1), ("Indifferent", 0, 0), ("Attractive", 1, 0))
"""Each quarter's name, whether it is the right one, and whether the upper one."""


def form(kind: str) -> str:
    """The mark of a kind: a form of matplotlib's."""
    return _FORMS.get(kind.casefold(), _OTHER)


def kind_name(kind: str) -> str:
    """A kind as it begins a line."""
    said = clean(kind)
    return said[:1].upper() + said[1:] if said else "No kind"


def rank(kind: str) -> tuple[int, str]:
    """Where a kind comes in a list."""
    word = kind.casefold()
    return (ORDER.index(word), "") if word in ORDER else (len(ORDER), word)
