"""Lists compared by what came and went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeys.features.diff.changes import Detail


def difference(field: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Detail]:
    """What is in the one list and not in the other, each once; their order counts for nothing."""
    yield from (Detail(field, text, "") for text in dict.fromkeys(old) if text not in new)
    yield from (Detail(field, "", text) for text in dict.fromkeys(new) if text not in old)


def differing_words(old: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The user's own keys that do not say the same: each with what it said and what it says; empty for nothing."""
    before, after = dict(old), dict(new)
    for key in before | after:
        if before.get(key) != after.get(key):
            yield key, before.get(key, ""), after.get(key, "")
