"""An SVG as a part of an HTML page."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

_STYLE = re.compile(r"<style>[^<]*</style>\n?")
_ID = re.compile(r'(?<=<)(g|title|desc|pattern) id="')
_FILL = re.compile(r'(?<= fill="url\(#)')
_LABELLED = re.compile(r'(<svg [^>]*aria-labelledby=")([^"]*)"')

_HOST = "all:initial!important;display:block!important;direction:ltr!important"
"""What a page says of every `div` ends here, and so does what would be inherited from it: font, colour, spacing."""
_ATTACH = (
    "(d=>{for(const t of d.querySelectorAll(':scope>template'))"
    "{d.attachShadow({mode:'open'}).append(t.content);t.remove()}})(document.currentScript.parentNode)"
)
"""Does what `shadowrootmode` does where that is not known or not read: in a page that a script puts together.

It stands in an attribute, for the search of a site takes all that stands between tags for words.
"""


def inline(svg: str, prefix: str = "", *, styled: bool = True) -> str:
    """One of our SVGs without its prolog, each of its ids begun with `prefix` for no other on the page to have it.

    It keeps its rules for dark screens only where it is to be `styled` by itself. Title and description stay: they are
    what is read aloud.
    """
    svg = svg[svg.index("<svg") :]
    if not styled:
        svg = _STYLE.sub("", svg, count=1)
    if not prefix:
        return svg
    svg = _FILL.sub(prefix, _ID.sub(rf'\1 id="{prefix}', svg))
    return _LABELLED.sub(lambda found: f'{found[1]}{" ".join(prefix + id_ for id_ in found[2].split())}"', svg, count=1)


def isolated(svg: str, said: str) -> str:
    """A `div` that shows inline SVG in a shadow root: no rule of the page reaches it, and none of it the page.

    Presentation attributes lose to any rule of a page (`text {…}`, Bootstrap's `.card {height: …}`), and no prefix of
    classes helps against rules for elements; a tree of its own does. `said` is text for where neither a browser of
    2024 nor a script shows the drawing, such as a feed.
    """
    return (
        f'<div style="{_HOST}">\n<template shadowrootmode="open">{svg.strip()}</template>\n'
        f'<p>{escape(said)}</p>\n<script src="data:text/javascript,{quote(_ATTACH)}"></script>\n</div>\n'
    )
