"""Tracks of segments in a gutter: none is shared, few are used, few lines cross."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprints.layout.tracks import Segment, assign_tracks, crossings

UP, DOWN = -1, 1
SIDES = st.sampled_from((UP, DOWN))


def segment(low: float, high: float, low_side: int = UP, high_side: int = UP) -> Segment:
    """A segment between two columns' middles."""
    return Segment((low, 0.0), (high, 0.0), low_side, high_side)


@st.composite
def _stretches(draw: st.DrawFn) -> Segment:
    ends = sorted(draw(st.tuples(st.integers(0, 6), st.integers(0, 6))))
    places = sorted(draw(st.tuples(st.sampled_from((-8.0, 0.0, 8.0)), st.sampled_from((-8.0, 0.0, 8.0)))))
    return Segment((ends[0], places[0]), (ends[1], places[1]), draw(SIDES), draw(SIDES))


def drawn_crossings(segments: Sequence[Segment], tracks: Sequence[int]) -> int:
    """How often a line that leaves the gutter passes over another segment, counted as a ruler would."""
    found = 0
    for one, track in zip(segments, tracks, strict=True):
        for x, side in ((one.low, one.low_side), (one.high, one.high_side)):
            for other, level in zip(segments, tracks, strict=True):
                passed = level > track if side == DOWN else level < track
                found += passed and other.low < x < other.high
    return found


def density(segments: Sequence[Segment]) -> int:
    """The most segments that pass one place."""
    return max((sum(one.low <= at.low <= one.high for one in segments) for at in segments), default=0)


def least_crossings(segments: Sequence[Segment]) -> int:
    """The fewest crossings in any order of tracks."""
    return min(drawn_crossings(segments, order) for order in permutations(range(len(segments))))


@given(_stretches(), _stretches())
def test_crossings_are_those_that_a_ruler_finds(upper: Segment, lower: Segment) -> None:
    assert crossings(upper, lower) == drawn_crossings([upper, lower], [0, 1])


@given(_stretches(), _stretches())
def test_two_overlap_where_they_have_a_place_in_common(one: Segment, other: Segment) -> None:
    places = {one.low, one.high, other.low, other.high}
    common = any(one.low <= at <= one.high and other.low <= at <= other.high for at in places)
    assert one.overlaps(other) == common


@given(st.lists(_stretches(), max_size=24))
def test_no_two_share_a_track_and_few_tracks_are_spent(segments: list[Segment]) -> None:
    tracks = assign_tracks(segments)
    for (one, first), (other, second) in combinations(zip(segments, tracks, strict=True), 2):
        assert first != second or not one.overlaps(other)
    assert set(tracks) == set(range(len(set(tracks))))
    assert density(segments) <= len(set(tracks)) <= density(segments) + 3


@given(_stretches(), _stretches())
def test_two_cross_no_more_than_they_must(one: Segment, other: Segment) -> None:
    assert drawn_crossings([one, other], assign_tracks([one, other])) == least_crossings([one, other])


@given(st.lists(_stretches(), min_size=3, max_size=3))
def test_no_neighbours_would_gain_by_changing_places(segments: list[Segment]) -> None:
    """With all three on tracks of their own; a swap of two that lie next to each other saves nothing."""
    tracks = assign_tracks(segments)
    if sorted(tracks) != [0, 1, 2]:
        return
    order = sorted(range(3), key=tracks.__getitem__)
    for upper, lower in ((order[0], order[1]), (order[1], order[2])):
        if segments[upper].overlaps(segments[lower]):
            one, other = segments[upper], segments[lower]
            assert crossings(one, other) <= crossings(other, one)


def test_of_all_threes_nearly_none_crosses_more_than_it_must() -> None:
    """Every three of segments between four places, against the best order: swaps of neighbours miss it seldom."""
    kinds = [
        segment(low, high, *sides) for low, high in combinations(range(4), 2) for sides in product((UP, DOWN), repeat=2)
    ]
    threes = list(combinations(kinds, 3))
    excess = [drawn_crossings(three, assign_tracks(three)) - least_crossings(three) for three in threes]
    assert max(excess) <= 1
    assert sum(excess) <= len(threes) * 0.03


@pytest.mark.parametrize("side", [UP, DOWN])
def test_of_nested_ones_the_shortest_lies_nearest_to_where_it_turns(side: int) -> None:
    nested = [segment(0, 9, side, side), segment(2, 5, side, side), segment(1, 7, side, side)]
    assert assign_tracks(nested) == ([2, 0, 1] if side == UP else [0, 2, 1])


def test_one_that_turns_up_lies_over_one_that_turns_down() -> None:
    assert assign_tracks([segment(0, 4, DOWN, DOWN), segment(2, 6, UP, UP)]) == [1, 0]


@pytest.mark.parametrize(("count", "tracks"), [(5, [0, 1, 2, 3, 4]), (6, [0, 1, 0, 1, 0, 1])])
def test_a_staircase_is_kept_until_it_costs_too_many_tracks(count: int, tracks: list[int]) -> None:
    """Each touches the next: two tracks would do. Three more are spent at most on keeping the order."""
    assert assign_tracks([segment(at, at + 1, DOWN, UP) for at in range(count)]) == tracks


def test_falling_and_rising_staircases_keep_to_their_side() -> None:
    falling = [segment(at, at + 2, UP, DOWN) for at in range(3)]
    assert assign_tracks(falling) == [2, 1, 0]
    rising = [segment(at, at + 2, DOWN, UP) for at in range(3)]
    assert assign_tracks(rising) == [0, 1, 2]


def test_no_stretches_have_no_tracks() -> None:
    assert assign_tracks([]) == []
