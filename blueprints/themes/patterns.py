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

_WHOLE = {
    "left": '<path d="M0,0H0.5V1H0Z" fill="{ink}"/>',
    "foot": '<path d="M0,0.5H1V1H0Z" fill="{ink}"/>',
    "corner": '<path d="M0.5,0H1V0.5H0.5Z" fill="{ink}"/>',
    "core": '<circle cx="0.5" cy="0.5" r="0.26" fill="{ink}"/>',
}
"""Patterns drawn once over the whole of what they fill."""
_NAMES = frozenset((*_LINES, *_WHOLE, "dots"))


def pattern_fill(name: str, ground: str) -> str:
    """What to fill with, for a pattern's name and the colour behind it."""
    return f"url(#pattern-{name})" if name in _NAMES else ground


def pattern_definitions(names: Iterable[str], ink: str, ground: str) -> str:
    """The definitions of the patterns of some names, in one ink on one ground."""
    found = [_definition(name, ink, ground) for name in sorted(_NAMES & set(names))]
    return f"<defs>{''.join(found)}</defs>\n" if found else ""


def _definition(name: str, ink: str, ground: str) -> str:
    if name in _WHOLE:
        drawn = _WHOLE[name].format(ink=ink)
        ground_rect = f'<rect width="1" height="1" fill="{ground}"/>'
        units = 'width="1" height="1" patternContentUnits="objectBoundingBox"'
        return f'<pattern id="pattern-{name}" {units}>{ground_rect}{drawn}</pattern>'
    size = f'width="{_SIDE}" height="{_SIDE}"'
    drawn = f'<circle cx="1.5" cy="1.5" r="0.8" fill="{ink}"/>'
    if name in _LINES:
        drawn = f'<path d="{_LINES[name]}" stroke="{ink}" stroke-width="0.9"/>'
    ground_rect = f'<rect {size} fill="{ground}"/>'
    return f'<pattern id="pattern-{name}" {size} patternUnits="userSpaceOnUse">{ground_rect}{drawn}</pattern>'
