"""The nearest right word for a wrong one."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from journeys.language.signs import plain

_SURE = 0.8
_MANY, _NEIGHBOURS = 100, 25
"""Of more known words than this, only so many before and after the wrong one in the alphabet are compared with it."""
_MEANT = {
    "touchpoint": "frontstage",
    "touchpoints": "frontstage",
    "front": "frontstage",
    "back": "backstage",
    "accountable": "owner",
    "responsible": "owner",
    "title": "promise",
    "duration": "takes",
    "time": "takes",
    "sla": "within",
    "deadline": "within",
    "rate": "at_least",
    "from": "by",
    "promiser": "by",
    "promisee": "to",
    "depends_on": "relies_on",
    "requires": "relies_on",
    "persona": "customer",
    "stages": "phases",
    "stage": "phase",
    "if": "when",
    "goal": "job",
    "sentiment": "feeling",
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None. Case, blanks and hyphens do not count."""
    vocabulary = _vocabulary(tuple(known))
    folded, wanted = vocabulary.first, _fold(word)
    if wanted in folded:
        return folded[wanted]
    meant = _MEANT.get(wanted, "")
    if meant in folded:
        return folded[meant]
    close = get_close_matches(wanted[:80], vocabulary.around(wanted), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def known_as(word: str, known: Iterable[str]) -> str | None:
    """The known word that is the same but for case, blanks, hyphens, and characters that only look alike; or None."""
    return _vocabulary(tuple(known)).first.get(_fold(plain(word)))


class _Vocabulary(NamedTuple):
    """Known words by what is left of them without case, blanks and hyphens: the first written so, and the last."""

    first: Mapping[str, str]
    last: Mapping[str, str]
    sorted: Sequence[str]

    def around(self, wanted: str) -> Iterable[str]:
        """The words to compare with a wrong one: all, or of very many its neighbours in the alphabet."""
        if len(self.first) <= _MANY:
            return self.first
        at = bisect(self.sorted, wanted)
        return self.sorted[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]


@lru_cache(maxsize=8)
def _vocabulary(known: tuple[str, ...]) -> _Vocabulary:
    first: dict[str, str] = {}
    for word in known:
        first.setdefault(_fold(word), word)
    return _Vocabulary(first, {_fold(word): word for word in known}, sorted(first) if len(first) > _MANY else ())


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Help for an unknown word: the nearest one, or the first few there are."""
    words = list(known)
    return suggestion(nearest(word, words), words)


def is_slip(word: str, meant: str) -> bool:
    """Whether a word is so near to the one that was probably meant that it may be put right without asking."""
    one, other = _fold(word), _fold(meant)
    return one == other or _MEANT.get(one) == other or SequenceMatcher(None, one, other).ratio() >= _SURE


def suggestion(found: str | None, words: Sequence[str]) -> str:
    """Help for an unknown word of which the nearest known one was looked for already."""
    if found:
        return f"did you mean `{found}`?"
    # A slug and the name it is made of are one: the name is shown.
    distinct = _vocabulary(tuple(words)).last
    shown = ", ".join(f"`{known_word}`" for known_word in islice(distinct.values(), 8))
    more = f" and {len(distinct) - 8} more" if len(distinct) > 8 else ""
    return f"known here: {shown}{more}" if words else "none is declared yet: declare it first"


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
