"""Kano surveys that are published with their counts, and what their authors reckoned from them. Numbers only."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from journeys.surveys.kano.evaluation import Kind
from journeys.surveys.kano.tally import Tally


class Published(NamedTuple):
    """A row of a published table: counts of M, O (here: performance), A, I, R, Q; the results as they are printed.

    What a source does not print is None. `fong` are the lead and the bound of Fong's test.
    """

    name: str
    counts: tuple[int, int, int, int, int, int]
    better: str
    worse: str
    kind: str | None = None
    total_strength: int | None = None
    strength: int | None = None
    fong: tuple[int, str, bool] | None = None

    @property
    def tally(self) -> Tally:
        """The counts as a tally."""
        return Tally(dict(zip(Kind, self.counts, strict=True)))


CLEANING = (
    Published("Service app", (95, 123, 45, 33, 0, 0), "0.568", "-0.736", "O", 89, 9, (28, "19.4", True)),
    Published("Excellent service", (101, 54, 54, 81, 3, 3), "0.372", "-0.534", "M", 71, 7, (20, "18.5", True)),
    Published("Hotline", (15, 24, 121, 124, 6, 6), "0.511", "-0.137", "I", 54, 1, (3, "19.8", False)),
    Published("Loan machine", (65, 87, 93, 51, 0, 0), "0.608", "-0.514", "A", 83, 2, (6, "18.5", False)),
    Published("Ready-to-use return", (9, 18, 83, 177, 6, 3), "0.352", "-0.094", "I", 37, 32, (94, "19.9", True)),
)
"""Wolfgang Peter, “Kano Analyse” (2024), the README of the R package stp25kano, version of 11 May 2024
(github.com/stp4/stp25kano, commit 13ebf743): 296 answers to five attributes of a maker of cleaning machines."""
SHOP = (
    Published("App-based bonus program", (13, 56, 216, 275, 23, 24), "0.486", "-0.123"),
    Published("Smart mirror", (5, 42, 229, 276, 33, 22), "0.491", "-0.085"),
    Published("Free in-store WiFi", (46, 71, 187, 258, 19, 26), "0.459", "-0.208"),
)
"""Brand and Rese (2026), “Dual Response Kano method”, Journal of Retailing and Consumer Services 89, 104596, table 1;
read as another program's notes quote it, not in the journal."""
SKI = (
    Published("Edge grip", (50, 33, 7, 10, 0, 0), "0.40", "-0.83"),
    Published("Ease of turn", (31, 46, 11, 12, 0, 0), "0.57", "-0.78"),
    Published("Service", (3, 22, 66, 9, 0, 0), "0.89", "-0.25"),
)
"""Sauerwein, Bailom, Matzler and Hinterhuber (1996), “The Kano model: how to delight your customers”, figure 11, in
whole per cent; the authors reckoned from what they rounded, so the last digit may be one away. Quoted likewise."""


def rounded(value: Fraction, digits: int) -> str:
    """A number as such a table prints it: halves away from zero."""
    scaled = abs(value) * 10**digits
    whole = int(scaled + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // 10**digits}.{whole % 10**digits:0{digits}}" if digits else f"{sign}{whole}"
