"""Colours, fonts and line styles: what the roles (`look`, `ink`) of a scene look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FONTS = "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif"
"""Inter is shipped and measured; the others are no wider than what is measured."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a box looks, and the ink of what is written in it."""

    fill: str
    stroke: str = "none"
    width: float = 0.0
    dashed: bool = False
    radius: float = 0.0
    ellipse: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: looks by role, inks by role, and the fonts' names."""

    name: str
    looks: Mapping[str, Look]
    inks: Mapping[str, str]
    fonts: str = FONTS
    css: str = ""
    """Style rules for the SVG, over the colours that its elements carry."""
    faded: str = "0.28"
    """Opacity of what is put into the background."""


OWNERS = 12
"""So many owners have a colour of their own; further ones begin again."""

_OWNER_COLOURS = (
    "#3B6FB6", "#C2703D", "#3F8F6B", "#8A5BAE", "#B5495B", "#4E8FA8",
    "#9A7B2D", "#5B63B7", "#7A8B3A", "#B05A8E", "#5F6B7A", "#2F8F8F",
)  # fmt: skip


def _light() -> Theme:
    card = Look("#FFFFFF", "#CCD3DD", 0.8, radius=5.0)
    looks = {
        "page": Look("#FFFFFF"),
        "phase": Look("#24344F", radius=5.0),
        "lane-name": Look("#FFFFFF"),
        "band": Look("#F5F6F8"),
        "band-customer": Look("#EDF3FB"),
        "band-evidence": Look("#F8F5EE"),
        "band-experience": Look("#F7F5FA"),
        "band-promises": Look("#F5F6F8"),
        "band-steps": Look("#FFFFFF"),
        "card-step": Look("#DEE6F1", "#B9C6D8", 0.8, radius=5.0),
        "card-evidence": Look("#FFFDF8", "#DCCFB4", 0.8),
        "card-customer": Look("#FFFFFF", "#9DB6D6", 0.9, radius=11.0),
        "card-company": card,
        "card-thought": Look("#FFFFFF", "#D4CBE3", 0.8, radius=5.0),
        "card-pain": Look("#FDF1EF", "#E3B9B3", 0.8, radius=5.0),
        "card-opportunity": Look("#EFF7F1", "#B5D3BF", 0.8, radius=5.0),
        "bar-unjudged": Look("#FFFFFF", "#AEB9C8", 0.9, radius=5.0),
        "bar-sound": Look("#EFF7F1", "#7FB392", 1.0, radius=5.0),
        "bar-broken": Look("#FDF1EF", "#B3261E", 1.2, dashed=True, radius=5.0),
        "bar-unproven": Look("#FFF9EA", "#B08A2E", 1.0, dashed=True, radius=5.0),
        "mark-error": Look("#B3261E", ellipse=True),
        "mark-warning": Look("#FFFFFF", "#8A5A00", 1.1, ellipse=True),
        "point": Look("#FFFFFF", "#24344F", 1.6, ellipse=True),
        "end-open": Look("#FFFFFF", "#24344F", 1.2, ellipse=True),
        "end-full": Look("#24344F", "#24344F", 1.2, ellipse=True),
        "owner-missing": Look("#FFFFFF", "#B3261E", 1.0, dashed=True, ellipse=True),
    }
    looks |= {f"owner-{index}": Look(colour, ellipse=True) for index, colour in enumerate(_OWNER_COLOURS)}
    inks = {
        "text": "#1B2433",
        "quiet": "#566072",
        "title": "#1B2433",
        "on-phase": "#FFFFFF",
        "lane": "#33405A",
        "icon": "#566072",
        "bad": "#A8231B",
        "good": "#1E6B3C",
        "flow": "#24344F",
        "support": "#66748A",
        "uncertain": "#66748A",
        "trigger": "#7A4E9E",
        "line": "#7C889B",
        "curve": "#24344F",
        "axis": "#C3CAD5",
        "mark-error": "#FFFFFF",
        "mark-warning": "#7A4F00",
    }
    return Theme("light", MappingProxyType(looks), MappingProxyType(inks))


def theme(name: str = "light") -> Theme:
    """The theme of a name. Raises ValueError for an unknown one."""
    makers = {"light": _light}
    if name not in makers:
        raise ValueError(f"there is no theme “{name}”; there are {', '.join(makers)}")
    return makers[name]()
