"""How a text is written: plain where it can be, in quotes where it must, over several lines where it has them."""

from __future__ import annotations

import re

WIDTH = 120

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
# What other readers of YAML take for a switch, a number, a date or a time of day, unless it stands in quotes.
_NOT_TEXT = re.compile(
    r"(?i:true|false|yes|no|on|off|y|n|null|~|[-+]?\.(?:inf|nan)|<<|=)"
    r"|[-+]?(?:0[xob])?[\d_.][\d_.,]*(?:e[-+]?\d+)?(?::[\d.]+)*|0x[\da-f]+|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE,
)
_PRINTABLE = re.compile("[\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=<")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def one_line(text: str, written: str, *, flow: bool) -> str:
    """A text on one line, plain or quoted. `written` is how it stood in the file."""
    if plain(text, flow=flow) and not (_quoted(written) and _NOT_TEXT.fullmatch(text)):
        return text
    if not _quoted(written) and written == text and "\n" not in text and not flow:
        return text
    return quoted(text)


def plain(text: str, *, flow: bool) -> bool:
    """Whether a text means itself without quotes (in a flow collection there is less that does)."""
    if text in _NULLS or text != text.strip() or not _PRINTABLE.fullmatch(text) or "\t" in text:
        return False
    if text[0] in _FIRST and not (text[0] == "-" and len(text) > 1 and text[1] not in " -"):
        return False
    if ": " in text or text.endswith(":") or " #" in text or text.startswith("..."):
        return False
    return not flow or not (set(text) & set(",[]{}") or ":" in text or "?" in text[:1])


def quoted(text: str) -> str:
    """A text in quotes: double ones, or single ones where those spare it escapes."""
    if _PRINTABLE.fullmatch(text) and "'" not in text and ('"' in text or "\\" in text) and "\t" not in text:
        return f"'{text}'"
    return '"' + "".join(_ESCAPES.get(letter) or _escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if _PRINTABLE.fullmatch(letter):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _quoted(written: str) -> bool:
    return written[:1] in ("'", '"')


def value_lines(text: str, written: str, indent: int, used: int) -> list[str]:
    """A value in a block: what follows its key or dash, then the lines below, indented by `indent`.

    `used` columns of the first line are taken already.
    """
    pad = " " * indent
    if written[:1] == ">" and (kept := _folded_as_written(text, written)) is not None:
        return [f">{_chomp(text)}", *(pad + line if line else "" for line in kept)]
    if (written[:1] == "|" or "\n" in text) and _literal(text):
        return [f"|{_chomp(text)}", *(pad + line if line else "" for line in text.removesuffix("\n").split("\n"))]
    line = one_line(text, written, flow=False)
    if "\n" in written and used + len(line) > WIDTH and _foldable(text):
        return [">-", *(pad + part for part in _wrapped(text, WIDTH - indent))]
    return [line]


def _chomp(text: str) -> str:
    return "" if text.endswith("\n") else "-"


def _literal(text: str) -> bool:
    """Whether a text can stand line by line. Blank lines at its end could not be told from those after it."""
    lines = text.removesuffix("\n").split("\n")
    return (
        bool(lines[0].strip())
        and lines[0][0] not in " \t"
        and bool(lines[-1].strip())
        and all(_PRINTABLE.fullmatch(line) for line in lines)
    )


def _folded_as_written(text: str, written: str) -> list[str] | None:
    """The lines of a folded text without their indentation; None where they cannot be told from it."""
    header, *lines = written.split("\n")
    first = next((line for line in lines if line.strip()), "")
    base = len(first) - len(first.lstrip(" "))
    if re.search(r"\d", header.partition("#")[0]) or not first or text.endswith("\n\n") or text.startswith(("\n", " ")):
        return None
    if not all(_PRINTABLE.fullmatch(line) for line in lines):
        return None
    return [line[base:] for line in lines]


def _foldable(text: str) -> bool:
    return bool(_PRINTABLE.fullmatch(text)) and text == text.strip() and "  " not in text and "\t" not in text


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
