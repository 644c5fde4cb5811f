"""Which links a drawing may carry."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ALLOWED = ("http://", "https://", "mailto:")
_FORBIDDEN = re.compile("[\x00-\x20\x7f-\x9f\\\\\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def safe_link(link: str) -> str:
    """The link if it is http, https, mailto or relative, else nothing: no script gets into a drawing."""
    text = link.strip()
    if not text or _FORBIDDEN.search(text) or text.startswith("//"):
        return ""
    if text.lower().startswith(_ALLOWED):
        return text
    first = text.partition("/")[0].partition("?")[0].partition("#")[0]
    return "" if _SCHEME.match(text) or ":" in first else text
