"""The nearest right word for a wrong one."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from journeys.language.signs import plain

_SURE = 0.8
_FEW = 8
"""So many known words are shown."""
_LONGEST = 80
"""What is longer is compared by its beginning."""
_PARTS = re.compile(r"[\W_]+")
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
    close = get_close_matches(wanted[:_LONGEST], vocabulary.around(wanted), n=1, cutoff=0.6)
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
    """Help for an unknown word: the nearest one, or the few there are; of many those that are near at all."""
    words = list(known)
    return suggestion(nearest(word, words), words, word)


def is_slip(word: str, meant: str) -> bool:
    """Whether a word is so near to the one that was probably meant that it may be put right without asking."""
    one, other = _fold(word), _fold(meant)
    return one == other or _MEANT.get(one) == other or SequenceMatcher(None, one, other).ratio() >= _SURE


def shortened(text: str, most: int = 60) -> str:
    """A text of the user's, as long as a finding has room for."""
    return text if len(text) <= most else text[: most - 1] + "…"


def suggestion(found: str | None, words: Sequence[str], word: str = "") -> str:
    """Help for an unknown word of which the nearest known one was looked for already.

    Of many known words those that have nothing in common with the unknown `word` are left out, if it is given.
    """
    if found:
        return f"did you mean `{found}`?"
    # A slug and the name it is made of are one: the name is shown.
    distinct = list(_vocabulary(tuple(words)).last.values())
    if word and len(distinct) > _FEW:
        near = _near(word, words)
        if not near:
            return f"none of the {len(distinct)} known here is near it"
        return f"near it {'is' if len(near) == 1 else 'are'} {_listed(near)}"
    more = f" and {len(distinct) - _FEW} more" if len(distinct) > _FEW else ""
    return f"known here: {_listed(distinct[:_FEW])}{more}" if words else "none is declared yet: declare it first"


def _near(word: str, words: Sequence[str]) -> list[str]:
    """The known words that share a part with a word, or are not wholly unlike it; the nearest first."""
    known = tuple(words)
    vocabulary, by_part, wanted = _vocabulary(known), _by_part(known), _fold(word)[:_LONGEST]
    alike = get_close_matches(wanted, vocabulary.around(wanted), n=_FEW, cutoff=0.5)
    shared = (folded for part in _parts(wanted) for folded in by_part.get(part, ()))
    return [vocabulary.last[folded] for folded in islice(dict.fromkeys((*alike, *shared)), _FEW)]


@lru_cache(maxsize=8)
def _by_part(known: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """The first few known words (folded) that have each part."""
    found: dict[str, list[str]] = {}
    for folded in _vocabulary(known).last:
        for part in _parts(folded):
            if len(having := found.setdefault(part, [])) < _FEW:
                having.append(folded)
    return found


def _parts(folded: str) -> Iterator[str]:
    """The parts of a folded word that are long enough to mean something."""
    return (part for part in _PARTS.split(folded[:_LONGEST]) if len(part) > 3)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
