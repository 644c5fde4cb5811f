"""Which parts of a text the shipped fonts lack, and whose fonts have them.

Programs that make pictures of SVG look for one font that has every character between two places, and leave gaps
where there is none. So each part is placed by itself for them. Google's Noto fonts are named after scripts.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from blueprints.layout.text import graphemes, shipped

_EMOJI = "Noto Color Emoji"
_BETWEEN = frozenset(" 0123456789.,:")
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_JOINERS = "\u200d\ufe0f"
_HAN = frozenset(
    ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HALFWIDTH", "FULLWIDTH", "IDEOGRAPHIC", "BOPOMOFO")
)
_SHARED = frozenset(("LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER"))


class Part(NamedTuple):
    """Neighbouring characters, and the font family that has them (`""` for those that are shipped)."""

    text: str
    family: str


def han_region(text: str) -> str:
    """Whose forms Chinese characters have in a text: `JP` where there are kana in it, else `SC`."""
    return "JP" if any("\u3040" <= character <= "\u30ff" for character in text) else "SC"


def parts(text: str, region: str = "SC") -> list[Part]:
    """A text in parts, in its order; spaces and numbers between two of one family belong to them.

    Isolates, which tell a browser what is to be read by itself, are left out.
    """
    found: list[Part] = []
    for cluster in graphemes(text.translate(_ISOLATES)):
        family = _family(cluster, region)
        if found and found[-1].family == family:
            found[-1] = Part(found[-1].text + cluster, family)
        elif len(found) > 1 and family and found[-2].family == family and _BETWEEN.issuperset(found[-1].text):
            between = found.pop()
            found[-1] = Part(found[-1].text + between.text + cluster, family)
        else:
            found.append(Part(cluster, family))
    return found


def _family(cluster: str, region: str) -> str:
    missing = next((character for character in cluster if not shipped(character)), "")
    if not missing:
        return ""
    if ord(cluster[0]) >= 0x1F000 or any(joiner in cluster for joiner in _JOINERS):
        return _EMOJI
    script = unicodedata.name(missing, "").partition(" ")[0]
    if script in _HAN:
        return f"Noto Sans CJK {region}"
    if script == "HANGUL":
        return "Noto Sans CJK KR"
    return "Noto Sans" if script in _SHARED or not script.isalpha() else f"Noto Sans {script.title()}"
