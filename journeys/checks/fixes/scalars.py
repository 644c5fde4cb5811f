"""A text as YAML: plain where that reads back as the same text, in double quotes elsewhere."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from journeys.language.loading.tree import parse

# What YAML's double quotes cannot hold as it is: control characters, and line breaks of other alphabets.
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@lru_cache(maxsize=1024)
def scalar(text: str) -> str:
    """`text` as a value that stands in block and in flow alike. A value that spans lines is put in quotes."""
    return text if _reads_back(text, f"- a: {text}\n- [{text}]", [{"a": text}, [text]]) else _quoted(text)


def key(text: str) -> str:
    """`text` as a key."""
    return text if _reads_back(text, f"[{{{text}: x}}]", [{text: "x"}]) else _quoted(text)


def _reads_back(text: str, written: str, meant: object) -> bool:
    # A lone hyphen is a text within brackets, and begins a list elsewhere.
    if "\n" in text or "\r" in text or text != text.strip() or text == "-":
        return False
    tree = parse(written)
    return tree.whole and not tree.findings and tree.data == meant and text.isprintable()


def _quoted(text: str) -> str:
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
