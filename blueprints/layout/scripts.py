"""Which parts of a text the shipped fonts lack, and whose fonts have them.

Programs that make pictures of SVG look for one font that has every character between two places, and leave gaps
where there is none. So each part is placed by itself for them. Google's Noto fonts are named after scripts.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import NamedTuple

from blueprints.layout.text import graphemes, shipped

_EMOJI = "Noto Color Emoji"
_BETWEEN = frozenset(" 0123456789.,:")
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_PACKAGE, _CJK_PACKAGE = "fonts-noto-core", "fonts-noto-cjk"
_LETTER = re.compile(r" (?:LETTER|SYLLABLE)\b")
_JOINERS = "\u200d\ufe0f"
_HAN = frozenset(
    ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HALFWIDTH", "FULLWIDTH", "IDEOGRAPHIC", "BOPOMOFO")
)
_SAID_OF_HAN = MappingProxyType({"CJK": "Chinese characters", "HIRAGANA": "Japanese kana", "KATAKANA": "Japanese kana"})
_CALLED = MappingProxyType({"Canadian": "Canadian Aboriginal", "Nko": "NKo"})
"""Scripts for which Noto has another name."""
_SHARED = frozenset(("LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER"))


class Part(NamedTuple):
    """Neighbouring characters, and the font family that has them (`""` for those that are shipped)."""

    text: str
    family: str


class Script(NamedTuple):
    """A script: what people call it, the family of fonts that has it, and Debian's package of that; empty for none."""

    said: str
    family: str
    package: str


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
    if any(joiner in cluster for joiner in _JOINERS):
        return _EMOJI
    return script_of(missing, region).family


def script_of(character: str, region: str = "SC") -> Script:
    """The script of a character that the shipped fonts lack."""
    name, kind = unicodedata.name(character, ""), unicodedata.category(character)
    first = name.partition(" ")[0]
    if first in _HAN:
        return Script(_SAID_OF_HAN.get(first, "East Asian signs"), f"Noto Sans CJK {region}", _CJK_PACKAGE)
    if first == "HANGUL":
        return Script("Korean", "Noto Sans CJK KR", _CJK_PACKAGE)
    if kind == "So" and ord(character) >= 0x1F000:
        return Script("emoji", _EMOJI, "fonts-noto-color-emoji")
    if not name:
        return Script(f"U+{ord(character):04X}", "", "")
    if kind.startswith("S"):
        return Script("signs", "Noto Sans Symbols 2", _PACKAGE)
    if first in _SHARED or not first.isalpha():
        return Script("rare letters", "Noto Sans", _PACKAGE)
    said = _LETTER.split(name)[0].title() if _LETTER.search(name) else first.title()
    return Script(said, f"Noto Sans {_CALLED.get(said, said)}", _PACKAGE)
