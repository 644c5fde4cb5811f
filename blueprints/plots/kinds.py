"""Kano's kinds on a plane: their marks, and the quarters of the plane that have their names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from blueprints.layout.text import clean


class Form(NamedTuple):
    """A mark: matplotlib's sign for it, and how broad it is beside a square that looks as large."""

    sign: str
    breadth: float = 1.0


_FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "must-be": Form("s", 0.9),
        "performance": Form("o"),
        "attractive": Form("^", 1.1),
        "indifferent": Form("D", 0.72),
        "reverse": Form("v", 1.1),
        "questionable": Form("P", 1.1),
    }
)
"""By kind, in the order in which a list has them."""
_OTHER = Form("X", 1.1)

QUARTERS = (
    ("Must-be", False, True),
    ("Performance", True, True),
    ("Indifferent", False, False),
    ("Attractive", True, False),
)
"""Each quarter's name, whether it is a right one, and whether an upper one."""


def form(kind: str) -> Form:
    """The mark of a kind."""
    return _FORMS.get(_word(kind), _OTHER)


def kind_name(kind: str) -> str:
    """A kind as it begins a line."""
    said = clean(kind)
    return said[:1].upper() + said[1:] if said else "No kind"


def rank(kind: str) -> tuple[int, str]:
    """Where a kind comes in a list."""
    word, order = _word(kind), tuple(_FORMS)
    return (order.index(word), "") if word in order else (len(order), word)


def _word(kind: str) -> str:
    return clean(kind).casefold()
