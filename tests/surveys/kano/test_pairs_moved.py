"""What moved between two surveys, and the tests by which that is told, against SciPy and by definition."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from journeys.surveys.kano import Kind
from journeys.surveys.kano.moved import holm, moved, two_proportions
from journeys.surveys.kano.tally import Tally, tally

M, P, A, N, R, Q = Kind
share = st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
chances = st.lists(st.floats(0, 1), max_size=12)


@given(share, share)
@settings(max_examples=tries(200))
def test_two_shares_differ_as_scipy_has_it(then: tuple[int, int], now: tuple[int, int]) -> None:
    found = two_proportions(then, now)
    yes, of = then[0] + now[0], then[1] + now[1]
    if yes in (0, of):
        assert found == 1.0
    else:
        table = [[then[0], then[1] - then[0]], [now[0], now[1] - now[0]]]
        assert found == pytest.approx(float(chi2_contingency(table, correction=False).pvalue), rel=1e-9, abs=1e-300)


@given(chances, st.floats(0.001, 0.5))
@settings(max_examples=tries(300))
def test_holm_rejects_what_stepping_down_rejects(values: list[float], level: float) -> None:
    adjusted = holm(values)
    rejected: set[int] = set()
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        if values[place] * (len(values) - rank) > level:
            break
        rejected.add(place)
    # A chance is below the level once it is adjusted where it is, or one as small is, among those stepped over.
    assert {place for place, one in enumerate(adjusted) if one <= level} == rejected
    assert all(before <= after for before, after in zip(values, adjusted, strict=True))
    ordered = sorted(zip(values, adjusted, strict=True))
    assert all(one[1] <= other[1] for one, other in pairwise(ordered))


def test_holm_s_own_example_of_four() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))


def test_a_kind_that_moved_is_told_with_its_coefficients_and_whether_that_is_more_than_chance() -> None:
    then, now = tally([A] * 40 + [M] * 10), tally([A] * 10 + [M] * 40)
    found = moved({"same": (then, then), "moved": (then, now)})
    assert found["moved"].kinds == (A, M)
    assert found["moved"].told
    better = found["moved"].better
    assert better is not None
    assert (better.then, better.now, better.difference) == (Fraction(4, 5), Fraction(1, 5), Fraction(-3, 5))
    assert not found["same"].told
    assert found["same"].better
    assert found["same"].better.chance == 1.0


def test_many_features_at_once_make_it_harder_to_be_more_than_chance() -> None:
    then, now = tally([A] * 30 + [N] * 30), tally([A] * 43 + [N] * 17)
    alone = moved({"one": (then, now)})["one"].better
    among = moved({"one": (then, now), **{str(number): (then, then) for number in range(9)}})["one"].better
    assert alone
    assert among
    assert alone.told
    assert not among.told


@pytest.mark.parametrize("few", [tally([A] * 29), tally([])])
def test_few_answers_give_no_verdict_and_are_not_among_what_is_tested(few: Tally) -> None:
    enough = tally([A] * 30 + [N] * 30)
    found = moved({"few": (few, enough), "enough": (enough, tally([A] * 45 + [N] * 15))})
    assert found["few"].few
    assert not found["few"].told
    alone = moved({"enough": (enough, tally([A] * 45 + [N] * 15))})
    assert found["enough"] == alone["enough"]
