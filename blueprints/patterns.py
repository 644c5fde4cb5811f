"""Fill patterns for themes without colours, as SVG definitions."""

from __future__ import annotations

from collections.abc import Iterable

_SIDE = 3
_LINES = {
    "hatch": "M0,3L3,0",
    "back": "M0,0L3,3",
    "cross": "M0,1.5L3,1.5M1.5,0L1.5,3",
    "bars": "M1.5,0L1.5,3",
    "rows": "M0,1.5L3,1.5",
}


def pattern_fill(name: str, ground: str) -> str:
    """What to fill with, for a pattern's name and the colour behind it."""
    return f"url(#pattern-{name})" if name in _LINES or name == "dots" else ground


def pattern_definitions(names: Iterable[str], ink: str, ground: str) -> str:
    """The definitions of the patterns of some names, in one ink on one ground."""
    found = [_definition(name, ink, ground) for name in sorted(set(names)) if name in _LINES or name == "dots"]
    return f"<defs>{''.join(found)}</defs>\n" if found else ""


def _definition(name: str, ink: str, ground: str) -> str:
    size = f'width="{_SIDE}" height="{_SIDE}"'
    drawn = f'<circle cx="1.5" cy="1.5" r="0.8" fill="{ink}"/>'
    if name in _LINES:
        drawn = f'<path d="{_LINES[name]}" stroke="{ink}" stroke-width="0.9"/>'
    ground_rect = f'<rect {size} fill="{ground}"/>'
    return f'<pattern id="pattern-{name}" {size} patternUnits="userSpaceOnUse">{ground_rect}{drawn}</pattern>'
