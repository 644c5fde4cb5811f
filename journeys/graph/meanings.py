"""What the words of answers may be said to mean, in a survey of a measure and in one of pairs."""

from __future__ import annotations

import re

from journeys.graph.index import Index
from journeys.language.finding import Edit, Finding, Place
from journeys.language.model.survey import FEELINGS
from journeys.language.words import is_slip, nearest, shortened

NO_ANSWER = "none"
_YES_OR_NO = ("yes", "no")
_MARK = re.compile(r"-?\d{1,3}", re.ASCII)
_OF_PAIRS = (*FEELINGS, *map(str, range(1, len(FEELINGS) + 1)), NO_ANSWER)


def meaning_of_pair(meaning: str, place: Place) -> Finding | None:
    """What is wrong with what a word is said to mean (at a place) in a survey of pairs; None for nothing."""
    if meaning in _OF_PAIRS:
        return None
    write = f"write {_listed(FEELINGS)}, a number from 1 to {len(FEELINGS)}, or `{NO_ANSWER}`"
    if meaning in _YES_OR_NO or _MARK.fullmatch(meaning):
        message = f"`{meaning}` answers no question of a pair"
        return _wrong(message, place, f"{write}; or name the `measure` that was surveyed")
    return _no_meaning(meaning, place, _OF_PAIRS, write)


def meaning_of_mark(meaning: str, measure: str, index: Index, place: Place) -> Finding | None:
    """The same in a survey of a measure, by the measure's name and what it asks."""
    marks, words = _marks(index), (*(_YES_OR_NO if index.a_share else ()), NO_ANSWER)
    write = f"write {marks}{', ' if len(words) > 1 else ' or '}{_listed(words)}" if marks else f"write {_listed(words)}"
    if meaning in words:
        return None
    if meaning in FEELINGS:
        message = f"`{meaning}` answers a question of a pair, and this is a survey of “{measure}”"
        return _wrong(message, place, f"{write}; or take `measure` away")
    if meaning in _YES_OR_NO:
        return _wrong(f"“{measure}” is reckoned from marks, and `{meaning}` is none", place, write)
    if not _MARK.fullmatch(meaning):
        return _no_meaning(meaning, place, words, write)
    if not marks:
        message = f"“{measure}” does not say which marks are a yes, and `{meaning}` is a mark"
        return _wrong(message, place, f"{write}; or say in the measure which marks are a yes: `yes: [4, 5]`")
    if index.scale and not index.scale.low <= int(meaning) <= index.scale.high:
        return _wrong(f"`{meaning}` is no mark of the scale of “{measure}”: {index.scale}", place, write)
    return None


def _marks(index: Index) -> str:
    """The marks that can be meant, in words; empty where a mark says nothing."""
    if index.a_share and not index.yes:
        return ""
    return f"a mark from {index.scale}" if index.scale else "a mark, like `4`"


def _no_meaning(meaning: str, place: Place, words: tuple[str, ...], write: str) -> Finding:
    found = nearest(meaning, words)
    fix = (Edit(place, "replace", found),) if found and is_slip(meaning, found) else ()
    help_ = f"did you mean `{found}`?" if found else write
    return Finding(
        f"“{shortened(meaning)}” is not what an answer can mean", place, help=help_, fix=fix, name="wrong-type"
    )


def _wrong(message: str, place: Place, help_: str) -> Finding:
    return Finding(message, place, help=help_, name="wrong-type")


def _listed(words: tuple[str, ...]) -> str:
    *others, last = (f"`{word}`" for word in words)
    return f"{', '.join(others)} or {last}" if others else last
