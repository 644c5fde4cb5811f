"""The nearest right word for a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

_SURE = 0.8
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
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(_fold(candidate), candidate)
    wanted = _fold(word)
    if wanted in folded:
        return folded[wanted]
    meant = _MEANT.get(wanted)
    if meant in folded:
        return folded[meant]
    close = get_close_matches(wanted[:80], folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


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
    distinct = list({_fold(known): known for known in words}.values())
    shown = ", ".join(f"`{known_word}`" for known_word in distinct[:8])
    more = f" and {len(distinct) - 8} more" if len(distinct) > 8 else ""
    return f"known here: {shown}{more}" if words else "none is declared yet: declare it first"


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
