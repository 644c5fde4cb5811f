"""Characters that are taken for others, or for nothing: what word processors, web pages and keyboards put in the place
of the signs of YAML, and of the letters of a word."""

from __future__ import annotations

import re
import unicodedata

_BULLETS = "•·∙▪▫◦‣●○■□➤➢✓★"
_DASHES = "‐‑‒–—―−﹘﹣－"
_DOUBLE, _SINGLE = "“”„‟«»＂", "‘’‚‛‹›＇"
_COLONS, _COMMAS = "：﹕∶꞉", "，﹐、"
_LIKE = {
    **dict.fromkeys(_BULLETS + _DASHES, "-"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_COLONS, ":"),
    **dict.fromkeys(_COMMAS, ","),
}
_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\x85\u2028\u2029"
_NAMELESS = {"\x85": "next line"}

ITEM = f"[{_BULLETS}{_DASHES}]"
"""What stands where `-` begins the item of a list, as the class of a regular expression; the other ones likewise."""
GAP = f"[{_BLANKS}{_HIDDEN}]"
BREAK = f"[{_BREAKS}]"
COLON = f"[{_COLONS}]"
QUOTE = f"[{_DOUBLE}{_SINGLE}]"
FLOW = f"[{_COLONS}{_COMMAS}｛｝［］]"
_UNSEEN = re.compile(f"[{_BLANKS}{_HIDDEN}{_BREAKS}]")


def meant(char: str) -> str:
    """What a character is taken for: an ASCII character, or empty for one that is not seen at all."""
    if _UNSEEN.match(char):
        return " " if unicodedata.category(char)[0] == "Z" or char == "\x85" else ""
    plain = _LIKE.get(char) or unicodedata.normalize("NFKC", char)
    return plain if plain.isascii() else ""


def described(char: str) -> str:
    """A character by its name and number in Unicode: `a fullwidth colon (U+FF1A)`."""
    name = unicodedata.name(char, _NAMELESS.get(char, "character")).lower()
    return f"{'an' if name[0] in 'aeio' else 'a'} {name} (U+{ord(char):04X})"


def in_place_of(char: str) -> str:
    """What is wrong with a character that stands where YAML has a sign of its own: to be said of its place."""
    sign = meant(char)
    if sign.strip():
        mark = sign if sign in "'\"" else f"“{sign}”"
        return f"{char if mark == sign else f'“{char}”'} is {described(char)}, and not {mark}"
    return f"{described(char)} stands here" + (", and not a blank" if sign else ", which cannot be seen")


def instead_of(char: str) -> str:
    """What to do about such a character."""
    sign = meant(char)
    if not sign:
        return "delete it"
    return f"write `{sign}` in its place" if sign.strip() else "delete it, and write a blank in its place"


def stranger(word: str, right: str) -> str:
    """The first character of a word that is no part of the right word and may be taken for one that is; or empty.

    It is one that is not seen, is another form of a plain sign, or is of another script than the rest.
    """
    foreign = "".join(char for char in word if not char.isascii() and char not in right)
    return first_odd(foreign) or next((char for char in foreign if _of_other_script(char, right)), "")


def _of_other_script(char: str, word: str) -> bool:
    return word.isascii() and char.isalpha() and not unicodedata.name(char, "").startswith("LATIN")


def first_odd(text: str) -> str:
    """The first character of a text that is not seen in it, or that is another form of a plain sign; or empty."""
    return "" if text.isascii() else next((char for char in text if _UNSEEN.match(char) or _other_form(char)), "")


def _other_form(char: str) -> bool:
    return not char.isascii() and meant(char) != ""


def plain(word: str) -> str:
    """A word without what is not seen in it, and with the plain form of each character that has one."""
    return word if word.isascii() else "".join(char if char.isascii() else meant(char) or _kept(char) for char in word)


def _kept(char: str) -> str:
    return "" if _UNSEEN.match(char) else char
