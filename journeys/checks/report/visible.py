"""Text made safe and measurable for a terminal: nothing in a file may move the cursor or reorder a line."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"

# Controls, invisible and bidirectional format characters, line separators, lone surrogates and tags.
# The zero-width joiners stay: Persian, Indic scripts and emoji are spelled with them.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)

_COMMAND = re.compile(r"^[^\S\n]*:(?=:)|#(?=#(?:vso)?\[)", re.MULTILINE)

_SEQUENCE = re.compile("[\u200d\ufe0f\U0001f3fb-\U0001f3ff]")
"""What joins emoji into one."""


def visible(text: str) -> str:
    """`text` on one line, each control or invisible character replaced by a sign for it (`␛`, `<U+202E>`)."""
    return text if text.isprintable() else _HIDDEN.sub(_sign, text)


def harmless(text: str) -> str:
    """Lines in which a runner of CI sees no command (`::error::`, `##[add-mask]`): a blank parts its beginning.

    After `ActionCommand` of GitHub's runner: one at the beginning of a line, the other anywhere.
    """
    return _COMMAND.sub(r"\g<0> ", text) if "::" in text or "##" in text else text


def visible_lines(text: str) -> list[str]:
    """The lines of `text`, each made visible."""
    return [visible(line) for line in text.replace("\r\n", "\n").split("\n")]


def _sign(match: re.Match[str]) -> str:
    number = ord(match.group())
    if number < 0x20:
        return chr(0x2400 + number)
    return "␡" if number == 0x7F else f"<U+{number:04X}>"


def widths(text: str) -> list[int]:
    """The terminal cells each character takes (0, 1 or 2), those of an emoji sequence counted at its first.

    Unicode Standard Annex 11 (East Asian Width) and the emoji sequences of Unicode Technical Standard 51.
    """
    if not _SEQUENCE.search(text):
        return list(map(_cells, text))
    cells: list[int] = []
    before = ""
    for character in text:
        cell = _cells(character)
        if _joined(before, character):
            cell = 0
        elif character == _EMOJI_STYLE and cells and cells[-1] == 1 and _has_emoji_style(before):
            cells[-1] = 2
        cells.append(cell)
        before = character
    return cells


def _joined(before: str, character: str) -> bool:
    """Whether an emoji melts into the one before it, as a skin tone or after a zero-width joiner."""
    if before == _JOINER:
        return category(character) == "So"
    return before != "" and "\U0001f3fb" <= character <= "\U0001f3ff" and _cells(before) == 2


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if character == "\u200c" or category(character) in ("Mn", "Me") or character == _JOINER:
        return 0
    if "\u1160" <= character <= "\u11ff":  # Hangul vowels and finals join the syllable before them.
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _has_emoji_style(character: str) -> bool:
    return character in "#*0123456789" or category(character) in ("So", "Sm", "Po")
