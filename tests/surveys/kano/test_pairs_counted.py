"""Better and worse, kinds, strength and significance, against what they are by definition."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.surveys.kano import Kind
from journeys.surveys.kano.tally import tally

M, P, A, N, R, Q = Kind
many = st.lists(st.sampled_from(Kind), max_size=120)


@given(many)
@settings(max_examples=tries(200))
def test_a_tally_is_what_counting_by_hand_gives(kinds: list[Kind]) -> None:
    found, counts = tally(kinds), Counter(kinds)
    settled = [one for one in kinds if one in (M, P, A, N)]
    assert found.answers == len(kinds)
    assert found.better == (Fraction(sum(one in (A, P) for one in settled), len(settled)) if settled else None)
    assert found.worse == (-Fraction(sum(one in (P, M) for one in settled), len(settled)) if settled else None)
    ranked = sorted((counts[kind] for kind in Kind if kind is not Q), reverse=True)
    if kinds:
        assert found.strength == Fraction(ranked[0], len(kinds)) - Fraction(ranked[1], len(kinds))
        assert found.total_strength == Fraction(sum(one in (A, P, M) for one in kinds), len(kinds))
    top = [kind for kind in Kind if counts[kind] == max(counts.values(), default=0)] if kinds else []
    undecided = not top or (len(top) > 1 and not {R, Q}.isdisjoint(top))
    assert found.kind is (None if undecided else min(top, key=(M, P, A, N, R, Q).index))


@given(many.filter(bool))
@settings(max_examples=tries(200))
def test_fong_s_test_is_exact(kinds: list[Kind]) -> None:
    found, n = tally(kinds), len(kinds)
    a, b, *_ = sorted((kinds.count(kind) for kind in Kind if kind is not Q), reverse=True)
    with localcontext() as context:
        context.prec = 60
        bound = Decimal("1.65") * (Decimal((a + b) * (2 * n - a - b)) / (2 * n)).sqrt()
        assert found.significant == (a - b > bound)
    assert found.needed == pytest.approx(float(bound))


@given(many.filter(lambda kinds: any(kind in (M, P, A, N) for kind in kinds)))
def test_coefficients_lie_in_their_intervals_within_their_bounds(kinds: list[Kind]) -> None:
    found = tally(kinds)
    assert found.better is not None
    assert found.worse is not None
    assert found.better_interval is not None
    assert found.worse_interval is not None
    assert 0 <= found.better_interval.low <= found.better <= found.better_interval.high <= 1
    assert -1 <= found.worse_interval.low <= found.worse <= found.worse_interval.high <= 0


def test_a_tie_is_settled_by_m_before_p_before_a_before_i_and_reverse_is_not_in_that_rule() -> None:
    assert tally([N, A, P, M]).kind is M
    assert tally([N, A, P, M, P]).kind is P
    assert tally([N, A]).kind is A
    assert tally([R, A]).kind is None
    assert tally([R, A]).most == (A, R)
    assert tally([]).kind is None


def test_under_30_answers_are_few() -> None:
    assert tally([M] * 29).few
    assert not tally([M] * 30).few


def test_a_question_was_not_understood_where_more_than_2_per_cent_contradict_themselves_beyond_chance() -> None:
    assert tally([M] * 29 + [Q]).understood
    assert tally([M] * 28 + [Q] * 2).understood
    assert not tally([M] * 27 + [Q] * 3).understood
    assert tally([M] * 980 + [Q] * 20).understood
    assert not tally([Q]).understood
