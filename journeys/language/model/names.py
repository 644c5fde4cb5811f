"""Names and ids: how one is made from the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

# Stands for a name that had to be there and was not; nothing refers to it.
UNSAID = "…"
_NOT_WORD = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """The id a name gives: lower case, words joined by hyphens, Unicode letters kept. May be empty."""
    folded = unicodedata.normalize("NFC", name).lower()
    return _NOT_WORD.sub("-", folded).strip("-")


def unlike(id_: str, taken: Container[str], alike: dict[str, int]) -> str:
    """An id that is not among the `taken` ones: this one, or with a number behind it.

    `alike` counts by id how many have been given out, so that the next is found at once; it is kept up.
    """
    found = id_
    while found in taken:
        alike[id_] = alike.get(id_, 1) + 1
        found = f"{id_}~{alike[id_]}"
    return found


def listed(kind: str, prefix: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The id and the key of each entry of a list: the slug of its words, or else its place in the list.

    Of those whose words are alike the later ones get a number.
    """
    taken: set[str] = set()
    alike: dict[str, int] = {}
    for number, name in enumerate(names):
        key = unlike(slug(name) or str(number), taken, alike)
        taken.add(key)
        yield f"{kind}:{prefix}{key}", key


def meant(word: str, names: Mapping[str, str]) -> str:
    """The id that a word means among names by id: an id, a name, or the slug of either; empty for none."""
    if word in names:
        return word
    for spelled in (str, str.casefold, slug):
        for id_, name in names.items():
            if spelled(word) in (spelled(id_), spelled(name)):
                return id_
    return ""
