"""Kano's plane of what was found."""

from __future__ import annotations

from collections.abc import Iterable
from math import nan
from typing import TYPE_CHECKING

from journeys.features.kano.told import Sheet, Told
from journeys.language.model.settings import Brand
from journeys.surveys.intervals import FEW
from journeys.surveys.kano import Tally

if TYPE_CHECKING:
    from blueprints.plots.plot import Plot


def as_svg(sheet: Sheet, title: str, theme: str, brand: Brand | None = None) -> str:
    """The plane as SVG, in any of the drawings' themes.

    Raises UsageError for another theme; ToolError without the library that plots.
    """
    return plane_of(sheet.features, title, theme, brand).svg()


def plane_of(features: Iterable[Told], title: str, theme: str, brand: Brand | None = None) -> Plot:
    """The plane of some features, to be written in several formats; it raises the same as `as_svg`."""
    from blueprints.pictures import branded
    from blueprints.plots import Feature, Plane, plane_plot

    def feature(one: Told) -> Feature:
        found = one.found
        before = _place(found.before[1].tally) if found.before else None
        kind = found.kind.value if found.kind else ""
        doubtful = bool(kind) and not found.tally.significant
        return Feature(one.name, *_place(found.tally), kind, found.tally.answers, before, doubtful)

    chosen = branded(theme, brand)
    return plane_plot(Plane(title, tuple(map(feature, features)), FEW), chosen)


def _place(tally: Tally) -> tuple[float, float]:
    """Better and worse; not a number where no answer says anything of them."""
    better, worse = tally.better, tally.worse
    return nan if better is None else float(better), nan if worse is None else float(worse)
