"""A figure in words, the same wherever it is told."""

from __future__ import annotations

from fractions import Fraction

from journeys.graph.index import Index
from journeys.language.quantities import percent
from journeys.surveys.tally import Figure


def value(number: Fraction | float, index: Index) -> str:
    """A figure in its unit: `46.3%`, of an NPS `12.5`, of a mean `3.86`; never rounded to all or none."""
    if not index.a_share:
        return f"{float(number):.{1 if index.reckoned == 'nps' else 2}f}"
    said = f"{float(number):.1f}".removesuffix(".0")
    if said in ("0", "100") and said != f"{float(number):g}":
        return percent(Fraction(number) / 100)
    return f"{said}%"


def interval(figure: Figure, index: Index) -> str:
    """An interval, `41.5% to 51.2%`; empty for none."""
    if figure.interval is None:
        return ""
    return " to ".join(value(end, index) for end in figure.interval)
