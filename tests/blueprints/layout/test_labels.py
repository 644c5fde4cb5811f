"""Labels on routes: in the widest segment of their track that no other line passes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprints.layout import measures as m
from blueprints.layout.courses import Axis, Course, Gutter, Side, Spot
from blueprints.layout.labels import Label, place_labels, track_heights
from blueprints.layout.routes import Place, Tracks
from blueprints.layout.text import LINE_HEIGHT, measure
from blueprints.layout.tracks import Key, Segment

GUTTER = Gutter(Axis.H, 1)
UP, DOWN = -1, 1
PITCH = 100.0
"""Points from one column's middle to the next."""


def x_of(key: Key) -> float:
    """Where a coordinate is: columns stand `PITCH` apart."""
    return key[0] * PITCH + key[1]


def segment(low: float, high: float, low_side: int = DOWN, high_side: int = DOWN) -> Segment:
    """A segment from one place to another, in columns."""
    return Segment((low, 0.0), (high, 0.0), low_side, high_side)


def tracks_of(*segments: Segment, gutter: Gutter = GUTTER) -> Tracks:
    """Each segment on a track of its own, from the top; each is the only part of its course."""
    places = [Place(number, 0) for number in range(len(segments))]
    levels = {place: place.course for place in places}
    return Tracks(levels, {gutter: len(places)}, dict(zip(places, segments, strict=True)), {gutter: places})


def course(label: str = "", gutter: Gutter = GUTTER) -> Course:
    """A way through one gutter; where it begins and ends is not asked here."""
    spot = Spot("a", 0, 0, 0, 1)
    return Course("c", spot, spot, Side.TOP, Side.TOP, (gutter,), label)


def placed(text: str, *others: Segment, own: Segment, before: int = 0) -> Label:
    """The label of a segment that lies beneath the first `before` of some others, and above the rest."""
    segments = (*others[:before], own, *others[before:])
    courses = [course(text if number == before else "") for number in range(len(segments))]
    (found,) = place_labels(courses, tracks_of(*segments), x_of).values()
    return found


def middle(label: Label) -> float:
    """The x of its middle."""
    return label.x + label.width / 2


def test_a_label_stands_in_the_middle_of_its_stretch() -> None:
    found = placed("else", own=segment(1, 5))
    assert found.lines == ("else",)
    assert found.width == measure("else", m.SMALL_SIZE)
    assert found.height == m.SMALL_SIZE * LINE_HEIGHT
    assert middle(found) == pytest.approx(300)


@pytest.mark.parametrize(
    ("other", "before", "at"),
    [
        # Beneath its track: only what goes up passes.
        (segment(2, 9, UP, UP), 0, 350), (segment(2, 9, DOWN, UP), 0, 300), (segment(0, 4, DOWN, UP), 0, 250),
        # Above its track: only what goes down passes.
        (segment(2, 9, DOWN, UP), 1, 350), (segment(2, 9, UP, DOWN), 1, 300), (segment(0, 4, UP, DOWN), 1, 250),
        # At the ends of its segment, and beyond them, nothing is in the way.
        (segment(1, 5, UP, UP), 0, 300), (segment(0, 9, UP, UP), 0, 300), (segment(0, 9, DOWN, DOWN), 1, 300),
    ],
)  # fmt: skip
def test_a_label_stands_aside_of_a_line_that_passes_it(other: Segment, before: int, at: float) -> None:
    assert middle(placed("else", other, own=segment(1, 5), before=before)) == pytest.approx(at)


def test_of_two_free_places_that_are_as_wide_the_left_one_is_taken() -> None:
    assert middle(placed("else", segment(3, 9, UP, UP), own=segment(1, 5))) == pytest.approx(200)


def test_a_label_is_broken_where_its_room_ends() -> None:
    found = placed("when nobody is at home", own=segment(1, 2))
    room = PITCH - 2 * m.LABEL_GAP - m.CORNER
    assert len(found.lines) == 2
    assert " ".join(found.lines) == "when nobody is at home"
    assert found.width == max(measure(line, m.SMALL_SIZE) for line in found.lines) <= room
    assert found.height == 2 * m.SMALL_SIZE * LINE_HEIGHT


def test_a_line_that_just_fits_is_not_broken() -> None:
    """The room is the segment without a gap at either end and the bend of the line."""
    width = measure("when it works", m.SMALL_SIZE) + 2 * m.LABEL_GAP + m.CORNER
    assert len(placed("when it works", own=segment(1, 1 + (width + 0.01) / PITCH)).lines) == 1
    assert len(placed("when it works", own=segment(1, 1 + (width - 0.01) / PITCH)).lines) == 2


def test_a_label_without_room_is_not_lost() -> None:
    """At least two letters stand on a line, however short the segment."""
    found = placed("abcdefgh", own=segment(1, 1.1))
    assert "".join(found.lines) == "abcdefgh"
    assert all(measure(line, m.SMALL_SIZE) <= 2 * m.SMALL_SIZE for line in found.lines)
    assert min(map(len, found.lines[:-1])) >= 2


@st.composite
def _stretches(draw: st.DrawFn) -> Segment:
    low, high = sorted(draw(st.lists(st.integers(0, 12), min_size=2, max_size=2, unique=True)))
    sides = st.sampled_from((UP, DOWN))
    return segment(low, high, draw(sides), draw(sides))


@given(_stretches(), st.lists(_stretches(), max_size=4), st.lists(_stretches(), max_size=4))
def test_no_line_passes_a_label(own: Segment, above: list[Segment], beneath: list[Segment]) -> None:
    """Lines from above its track that go down, and from beneath that go up, keep clear of it; no gap is wider."""
    found = placed("x", *above, *beneath, own=own, before=len(above))
    passing = [x for one in above for x, side in ends(one) if side == DOWN]
    passing += [x for one in beneath for x, side in ends(one) if side == UP]
    inside = sorted(x for x in passing if x_of(own.low) < x < x_of(own.high))
    edges = [x_of(own.low), *inside, x_of(own.high)]
    widest = max(right - left for left, right in itertools.pairwise(edges))
    distance = min(abs(middle(found) - edge) for edge in edges)
    assert distance == pytest.approx(widest / 2)
    assert edges[0] < found.x < found.x + found.width < edges[-1]


def ends(one: Segment) -> list[tuple[float, int]]:
    """Where a segment leaves its gutter, and to which side."""
    return [(x_of(one.low), one.low_side), (x_of(one.high), one.high_side)]


def test_only_gutters_between_rows_have_labels() -> None:
    beside = Gutter(Axis.V, 1)
    assert place_labels([course("else", beside)], tracks_of(segment(1, 5), gutter=beside), x_of) == {}
    assert place_labels([course()], tracks_of(segment(1, 5)), x_of) == {}


def test_each_labelled_plan_has_its_own_label() -> None:
    courses = [course("one"), course(), course("three")]
    found = place_labels(courses, tracks_of(segment(1, 5), segment(2, 6), segment(7, 9)), x_of)
    assert {number: label.lines for number, label in found.items()} == {0: ("one",), 2: ("three",)}


def test_a_track_has_room_for_its_labels() -> None:
    tracks = tracks_of(segment(1, 5), segment(2, 6))
    label = Label(0, 10, 30, ("a", "b", "c"))
    assert track_heights(GUTTER, tracks, {}) == [m.TRACK, m.TRACK]
    assert track_heights(GUTTER, tracks, {1: label}) == [m.TRACK, 30 + m.LABEL_GAP]
    assert track_heights(GUTTER, tracks, {0: Label(0, 1, 0.5, ("",))}) == [m.TRACK, m.TRACK]
    assert track_heights(Gutter(Axis.H, 7), tracks, {1: label}) == []


def test_only_the_first_part_of_a_way_has_its_label() -> None:
    places = [Place(0, 2)]
    tracks = Tracks({places[0]: 0}, {GUTTER: 1}, {places[0]: segment(1, 5)}, {GUTTER: places})
    assert track_heights(GUTTER, tracks, {0: Label(0, 10, 30, ("a",))}) == [m.TRACK]


def test_of_two_labels_on_a_track_the_higher_decides() -> None:
    places = [Place(0, 0), Place(1, 0)]
    ones = {places[0]: segment(1, 3), places[1]: segment(5, 9)}
    tracks = Tracks(dict.fromkeys(places, 0), {GUTTER: 1}, ones, {GUTTER: places})
    labels = {0: Label(0, 10, 30, ("a",)), 1: Label(0, 10, 20, ("b",))}
    assert track_heights(GUTTER, tracks, labels) == [30 + m.LABEL_GAP]
