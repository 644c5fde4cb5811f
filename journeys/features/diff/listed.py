"""Lists compared by what came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeys.features.diff.changes import Detail


def difference(field: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Detail]:
    """What is in the one list and not in the other, each once; their order counts for nothing."""
    yield from (Detail(field, text, "") for text in dict.fromkeys(old) if text not in new)
    yield from (Detail(field, "", text) for text in dict.fromkeys(new) if text not in old)
