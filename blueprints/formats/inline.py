"""An SVG as a part of an HTML page."""

from __future__ import annotations

import re

_STYLE = re.compile(r"<style>[^<]*</style>\n?")
_ID = re.compile(r'(?<=<)(g|title|desc) id="')
_LABELLED = re.compile(r'(<svg [^>]*aria-labelledby=")([^"]*)"')


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
    svg = _ID.sub(rf'\1 id="{prefix}', svg)
    return _LABELLED.sub(lambda found: f'{found[1]}{" ".join(prefix + id_ for id_ in found[2].split())}"', svg, count=1)
