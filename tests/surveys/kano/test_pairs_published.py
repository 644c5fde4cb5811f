"""Our results and the published ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from kano_published import CLEANING, SHOP, SKI, Published, rounded

from journeys.surveys.kano.evaluation import Kind

LETTERS = {"M": Kind.MUST_BE, "O": Kind.PERFORMANCE, "A": Kind.ATTRACTIVE, "I": Kind.INDIFFERENT}


@pytest.mark.parametrize("row", [*CLEANING, *SHOP], ids=lambda row: row.name)
def test_better_and_worse_are_those_that_are_published(row: Published) -> None:
    better, worse = row.tally.better, row.tally.worse
    assert better is not None
    assert worse is not None
    assert (rounded(better, 3), rounded(worse, 3)) == (row.better, row.worse)


@pytest.mark.parametrize("row", CLEANING, ids=lambda row: row.name)
def test_kind_strengths_and_significance_are_those_that_are_published(row: Published) -> None:
    found = row.tally
    assert found.answers == 296
    assert found.kind is LETTERS[row.kind or ""]
    assert rounded(found.total_strength * 100, 0) == str(row.total_strength)
    assert rounded(found.strength * 100, 0) == str(row.strength)
    assert (found.lead, f"{found.needed:.1f}", found.significant) == row.fong


@pytest.mark.parametrize("row", SKI, ids=lambda row: row.name)
def test_coefficients_of_rounded_per_cent_are_at_most_one_hundredth_from_the_printed_ones(row: Published) -> None:
    better, worse = row.tally.better, row.tally.worse
    assert better is not None
    assert worse is not None
    assert abs(better - Fraction(row.better)) <= Fraction(1, 100)
    assert abs(worse - Fraction(row.worse)) <= Fraction(1, 100)
