"""Names and ids: how one is made from the other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Stands for a name that had to be there and was not; nothing refers to it.
UNSAID = "…"
_NOT_WORD = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """The id a name gives: lower case, words joined by hyphens, Unicode letters kept. May be empty."""
    folded = unicodedata.normalize("NFC", name).lower()
    return _NOT_WORD.sub("-", folded).strip("-")
