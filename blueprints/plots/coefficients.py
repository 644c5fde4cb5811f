"""The figures of a feature in words: how much better with it, how much worse without it (Berger et al. 1993)."""

from __future__ import annotations

from math import isfinite

from blueprints.layout.text import clean
from blueprints.plots.answers import Feature
from journeys.language.quantities import counted


def has_place(one: Feature) -> bool:
    """Whether a feature has figures. Raises ValueError for figures that cannot be."""
    return _is_place(one.better, one.worse)


def had_place(one: Feature) -> bool:
    """Whether it had figures in an earlier survey. Raises ValueError for figures that cannot be."""
    return one.before is not None and _is_place(*one.before)


def _is_place(better: float, worse: float) -> bool:
    if not (isfinite(better) and isfinite(worse)):
        return False
    if not (0 <= better <= 1 and -1 <= worse <= 0):
        raise ValueError(f"better is from 0 to 1 and worse from -1 to 0, not {better} and {worse}")
    return True


def coefficient(value: float) -> str:
    """A coefficient with two digits: `0.62`, `−0.21`."""
    number = round(value, 2)
    return f"{'−' if number < 0 else ''}{abs(number):.2f}"


def written(one: Feature) -> str:
    """Its figures as a list has them: `0.62 / −0.21 · 120 answers · was 0.70 / −0.10`."""
    parts = [_pair(one.better, one.worse) if has_place(one) else "no figures", counted(one.answers, "answer")]
    if one.before and had_place(one):
        parts.append(f"was {_pair(*one.before)}")
    if one.doubtful:
        parts.append("its kind may be chance")
    return " · ".join(parts)


def spoken(one: Feature) -> str:
    """All that is known of it, as it is read aloud."""
    known = f"better {coefficient(one.better)}, worse {coefficient(one.worse)}" if has_place(one) else "no figures"
    if one.before and had_place(one):
        known += f", earlier {coefficient(one.before[0])} and {coefficient(one.before[1])}"
    kind = (clean(one.kind) or "no kind") + (", which may be chance" if one.doubtful else "")
    return f"{clean(one.name)}: {kind}, {known}, {counted(one.answers, 'answer')}"


def _pair(better: float, worse: float) -> str:
    return f"{coefficient(better)} / {coefficient(worse)}"
