"""Intervals are those of a statistics library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from journeys.surveys.intervals import around, student, wilson


@given(st.data(), st.integers(1, 10**7), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_a_share_has_wilsons_interval(data: st.DataObject, of: int, confidence: float) -> None:
    yes = data.draw(st.integers(0, of))
    expected = stats.binomtest(yes, of).proportion_ci(confidence, method="wilson")
    assert wilson(yes, of, confidence) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_a_share_of_nothing_is_none_and_all_or_none_reach_the_end() -> None:
    for yes, of in ((0, 0), (2, 1), (-1, 1)):
        with pytest.raises(ValueError, match="is no share"):
            wilson(yes, of)
    assert wilson(0, 9).low == 0
    assert wilson(9, 9).high == 1


@given(st.one_of(st.integers(1, 400), st.integers(1, 10**7)), st.sampled_from([0.6, 0.9, 0.95, 0.975, 0.995, 0.9995]))
def test_students_quantiles(freedom: int, probability: float) -> None:
    assert student(probability, freedom) == pytest.approx(float(stats.t.ppf(probability, freedom)), rel=1e-9)


def test_of_no_freedom_there_is_no_quantile() -> None:
    for probability, freedom in ((0.975, 0), (1.0, 5), (0.5, 5)):
        with pytest.raises(ValueError, match="no quantile"):
            student(probability, freedom)


@given(st.lists(st.integers(0, 10), min_size=2, max_size=60).filter(lambda marks: len(set(marks)) > 1))
def test_a_mean_has_students_interval(marks: list[int]) -> None:
    mean, variance = stats.tmean(marks), stats.tvar(marks) / len(marks)
    expected = stats.t.interval(0.95, len(marks) - 1, loc=mean, scale=stats.sem(marks))
    assert around(mean, variance, len(marks) - 1) == pytest.approx(expected, rel=1e-9, abs=1e-9)
