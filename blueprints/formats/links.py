"""Which links a drawing may carry."""

from __future__ import annotations

import re
from html import unescape

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ALLOWED = ("http://", "https://", "mailto:")
_FORBIDDEN = re.compile("[\x00-\x20\x7f-\x9f\\\\\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def safe_link(link: str) -> str:
    """The link if it is http, https, mailto or relative, else nothing: no script gets into a drawing.

    It has to be that too as a reader takes it that finds entities in addresses (`javascript&colon;`), as Markdown does.
    """
    text = link.strip()
    meant = unescape(text)
    return text if _is_safe(text) and (meant == text or _is_safe(meant)) else ""


def _is_safe(text: str) -> bool:
    if not text or _FORBIDDEN.search(text) or text.startswith("//"):
        return False
    if text.lower().startswith(_ALLOWED):
        return True
    first = text.partition("/")[0].partition("?")[0].partition("#")[0]
    return not (_SCHEME.match(text) or ":" in first)
