"""Themes: what the roles (`look`, `ink`) of a scene look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from blueprints.themes.colours import mix, pale, readable
from blueprints.themes.palettes import CONTRAST, DARK, LIGHT, PRINT, Palette
from journeys.language.model.drawn import THEMES

FONTS = "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif"
"""Inter is shipped and measured; the others are no wider than what is measured."""

OWNERS = 12
"""So many owners have a colour of their own; further ones begin again."""

PATTERNS = ("solid", "hollow", "hatch", "left", "core", "back", "cross", "foot", "bars", "rows", "corner", "dots")
"""Patterns of themes without colours."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a box looks. `pattern` fills it with one of `PATTERNS` in its stroke's colour."""

    fill: str
    stroke: str = "none"
    width: float = 0.0
    dashed: bool = False
    dotted: bool = False
    radius: float = 0.0
    ellipse: bool = False
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """Looks and inks by role, the names of fonts, and rules for the SVG over the colours of its elements.

    `fitted` stretches each line to the width that was measured, for fonts that were not; `faded` is the opacity of
    what is put into the background.
    """

    name: str
    looks: Mapping[str, Look]
    inks: Mapping[str, str]
    fonts: str = FONTS
    css: str = ""
    faded: str = "0.28"
    fitted: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        """What a theme is made again from in another process, where the views of its maps cannot go."""
        return _again, (self.name, dict(self.looks), dict(self.inks), self.fonts, self.css, self.faded, self.fitted)


def _again(name: str, looks: dict[str, Look], inks: dict[str, str], *others: Any) -> Theme:
    return Theme(name, MappingProxyType(looks), MappingProxyType(inks), *others)


@dataclass(frozen=True, slots=True)
class Company:
    """A company's own font and colours (`#RRGGBB`); empty where it has none."""

    font: str = ""
    accent: str = ""
    text: str = ""
    background: str = ""


def theme(name: str = "light", company: Company | None = None) -> Theme:
    """The theme of a name, in a company's font and colours where the theme has room for them.

    Colours are moved as little as needed for text to stay readable (WCAG AA). Raises ValueError for an unknown name
    or a colour that is none.
    """
    palettes = {"light": LIGHT, "dark": DARK, "print": PRINT, "contrast": CONTRAST, "auto": LIGHT}
    if name not in palettes:
        raise ValueError(f"there is no theme “{name}”; there are {', '.join(THEMES)}")
    company = company or Company()
    palette = palettes[name]
    if name in ("light", "auto"):
        palette = _branded(palette, company)
    css = _dark_rules(_looks(DARK), _inks(DARK)) if name == "auto" else ""
    fonts = f"{_font_name(company.font)}, {FONTS}" if company.font else FONTS
    return Theme(name, _looks(palette), _inks(palette), fonts, css, fitted=bool(company.font))


def _font_name(font: str) -> str:
    """A font's name in quotes, without what could end them."""
    kept = "".join(character for character in font if character.isalnum() or character in " -_.")
    return f"'{kept.strip()}'"


def _branded(palette: Palette, company: Company) -> Palette:
    if company.background:
        page = pale(company.background, palette.text, palette.quiet)
        palette = replace(palette, page=page, text=readable(palette.text, page), quiet=readable(palette.quiet, page))
    if company.text:
        grounds = (palette.page, palette.card, palette.step, palette.band, palette.evidence)
        palette = replace(palette, text=readable(company.text, *grounds))
    if company.accent:
        accent = company.accent
        step = mix(accent, "#FFFFFF", 0.84)
        palette = replace(
            palette, phase=accent, on_phase=readable("#FFFFFF", accent), flow=readable(accent, palette.page),
            step=step, step_edge=mix(accent, "#FFFFFF", 0.6), text=readable(palette.text, step, palette.page),
            quiet=readable(palette.quiet, step, palette.page),
        )  # fmt: skip
    return palette


def _looks(p: Palette) -> Mapping[str, Look]:
    thin, broad = 0.8 * p.stroke, 1.1 * p.stroke
    soft = 1.0 if p.stroke == 1 else 0.0  # Where borders are strong, none is softened.
    looks = {
        "page": Look(p.page),
        "phase": Look(p.phase, radius=5.0),
        "band": _band(p.band, p),
        "band-steps": Look(p.page),
        "band-customer": _band(p.band_customer, p),
        "band-evidence": _band(p.band_evidence, p),
        "band-experience": _band(p.band_experience, p),
        "band-promises": _band(p.band, p),
        "card-step": Look(p.step, p.step_edge, thin, radius=5.0),
        "card-evidence": Look(p.evidence, p.evidence_edge, thin),
        "card-customer": Look(p.card, p.customer_edge, thin, radius=11.0),
        "card-company": Look(p.card, p.card_edge, thin, radius=5.0),
        "card-thought": Look(p.card, p.thought_edge, thin, radius=5.0),
        "card-info": Look(p.card, p.axis, thin, radius=2.0),
        "card-pain": Look(p.bad_ground, mix(p.bad_edge, p.bad_ground, 0.5 * soft), thin, radius=5.0),
        "card-opportunity": Look(p.good_ground, mix(p.good_edge, p.good_ground, 0.3 * soft), thin, radius=5.0),
        "bar-unjudged": Look(p.card, p.support, thin, radius=5.0),
        "bar-sound": Look(p.good_ground, p.good_edge, broad, radius=5.0),
        "bar-assumed": Look(p.assumed_ground, p.assumed_edge, 1.4 * p.stroke, dotted=True, radius=5.0),
        "bar-broken": Look(p.bad_ground, p.bad_edge, broad, dashed=True, radius=5.0),
        "bar-unproven": Look(p.doubt_ground, p.doubt_edge, broad, dashed=True, radius=5.0),
        "card-unjudged": Look(p.card, p.support, thin, radius=5.0),
        "card-sound": Look(p.good_ground, p.good_edge, broad, radius=5.0),
        "card-assumed": Look(p.assumed_ground, p.assumed_edge, 1.4 * p.stroke, dotted=True, radius=5.0),
        "card-broken": Look(p.bad_ground, p.bad_edge, broad, dashed=True, radius=5.0),
        "card-unproven": Look(p.doubt_ground, p.doubt_edge, broad, dashed=True, radius=5.0),
        "card-cause": Look(p.bad_ground, p.bad_edge, 1.6 * p.stroke, radius=5.0),
        "card-value": Look(p.step, p.flow, broad, radius=11.0),
        "card-practice": Look(p.card, p.good_edge, broad, radius=5.0),
        "card-goal": Look(p.step, p.step_edge, broad, radius=5.0),
        "card-decision": Look(p.card, p.axis, broad, radius=2.0),
        "card-vacant": Look(p.card, p.bad_edge, broad, dashed=True, radius=5.0),
        "change-added": Look("transparent", p.good, 2.2, radius=7.0),
        "change-removed": Look("transparent", p.line, 1.3, dashed=True, radius=7.0),
        "change-changed": Look("transparent", p.doubt, 1.1, radius=7.0),
        "mark-error": Look(p.bad, ellipse=True),
        "mark-warning": Look(p.card, p.doubt_edge, broad, ellipse=True),
        "point": Look(p.card, p.flow, 1.6, ellipse=True),
        "end-open": Look(p.card, p.flow, 1.2, ellipse=True),
        "end-full": Look(p.flow, p.flow, 1.2, ellipse=True),
        "owner-missing": Look(p.card, p.bad_edge, 1.0, dashed=True, ellipse=True),
    }
    for index, colour in enumerate(p.owners):
        pattern = PATTERNS[index % len(PATTERNS)] if p.patterns else ""
        fill = p.card if pattern == "hollow" else colour
        looks[f"owner-{index}"] = Look(fill, colour, 0.8, ellipse=True, pattern=pattern)
    return MappingProxyType(looks)


def _band(fill: str, p: Palette) -> Look:
    """A lane's ground; where that is the page's, a thin border tells the lanes apart."""
    return Look(fill, p.axis, 0.5) if fill == p.page else Look(fill)


def _inks(p: Palette) -> Mapping[str, str]:
    return MappingProxyType(
        {
            "text": p.text, "title": p.text, "lane": p.text, "quiet": p.quiet, "icon": p.quiet,
            "on-phase": p.on_phase, "bad": p.bad, "good": p.good, "flow": p.flow, "support": p.support,
            "trigger": p.trigger, "line": p.line, "curve": p.flow, "axis": p.axis,
            "mark-error": p.bad_ground, "mark-warning": p.doubt,
            "assumed": p.assumed,
        }
    )  # fmt: skip


def _dark_rules(looks: Mapping[str, Look], inks: Mapping[str, str]) -> str:
    """Style rules that put the dark theme over the light one."""
    rules = []
    for name, look in looks.items():
        stroke = look.stroke if look.width else look.fill
        rules.append(f".look-{name}{{fill:{look.fill};stroke:{stroke}}}")
    for name, ink in inks.items():
        rules.append(f"text.ink-{name}{{fill:{ink}}}path.ink-{name}{{stroke:{ink}}}")
        rules.append(f"polygon.ink-{name}{{fill:{ink};stroke:{ink}}}")
    return "@media (prefers-color-scheme:dark){" + "".join(rules) + "}"
