"""Kano's plane: every feature at its place, numbers that can be told apart, a list that names them."""

from __future__ import annotations

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from plotted import KINDS, NAMES, collisions, features, read_plot, wrong

from blueprints.plots import Feature, Plane, plane_svg
from blueprints.plots.kinds import form

NAN = float("nan")
SOME = (
    Feature("Know when the engineer comes", 0.25, -0.8, "must-be", 120),
    Feature("Follow the engineer on a map", 0.8, -0.2, "attractive", 98, (0.5, -0.1)),
    Feature("A gift on the first day", 0.2, -0.1, "indifferent", 12),
    Feature("Be told the price before", 0.7, -0.7, "performance", 64, (0.7, -0.71)),
)


@settings(max_examples=tries(40), deadline=None)
@given(st.lists(features(), max_size=30), NAMES)
def test_words_fit_and_no_number_lies_on_another_or_on_a_mark(some: list[Feature], title: str) -> None:
    found = read_plot(plane_svg(Plane(title, tuple(some))))
    assert wrong(found) == []
    numbers = [one.area for one in found.words if one.kind == "number"]
    assert len(numbers) == len(found.marks("feature"))
    assert not [pair for number in numbers for mark in found.marks("feature") for pair in collisions([number, mark])]


@settings(max_examples=tries(25), deadline=None)
@given(st.lists(features(), max_size=30))
def test_each_feature_is_at_its_place_and_in_the_list(some: list[Feature]) -> None:
    found = read_plot(plane_svg(Plane("Wishes", tuple(some))))
    across = sorted({round(x, 2) for line in found.lines("scale") for part in line for x, _ in part})
    down = sorted({round(y, 2) for line in found.lines("scale") for part in line for _, y in part})
    left, right, top, bottom = across[0], across[-1], down[0], down[-1]
    assert right - left == bottom - top
    places = sorted(
        (round(left + one.better * (right - left), 1), round(bottom + one.worse * (bottom - top), 1))
        for one in some
        if one.better == one.better
    )
    shown = sorted(
        (round((mark.left + mark.right) / 2, 1), round((mark.top + mark.bottom) / 2, 1))
        for mark in found.marks("feature")
    )
    assert [x for x, _ in shown] == pytest.approx([x for x, _ in places], abs=0.11)
    assert sorted(y for _, y in shown) == pytest.approx(sorted(y for _, y in places), abs=0.11)
    assert found.said("listed") == [str(number) for number in range(1, len(some) + 1)]
    assert len([line for line in found.said("figures") if "answer" in line]) == len(some)


def test_features_are_numbered_and_listed_by_kind() -> None:
    found = read_plot(plane_svg(Plane("What movers wish", SOME)))
    assert found.said("kind") == ["Must-be", "Performance", "Attractive", "Indifferent"]
    assert found.said("name") == [SOME[place].name for place in (0, 3, 1, 2)]
    assert found.said("number") == ["1", "2", "3", "4"]
    assert found.said("figures") == [
        "0.25 / −0.80 · 120 answers",
        "0.70 / −0.70 · 64 answers · was 0.70 / −0.71",
        "0.80 / −0.20 · 98 answers · was 0.50 / −0.10",
        "0.20 / −0.10 · 12 answers",
    ]
    told = "3. Follow the engineer on a map: attractive, better 0.80, worse −0.20, earlier 0.50 and −0.10, 98 answers"
    assert told in found.description
    assert told[3:] in [group[0].text for group in found.groups if group.get("class") == "feature"]


def test_the_quarters_have_the_names_of_kinds() -> None:
    found = read_plot(plane_svg(Plane("Wishes", SOME)))
    middles = {name: found.area(name) for name in found.said("quarter")}
    assert set(middles) == {"Must-be", "Performance", "Indifferent", "Attractive"}
    assert middles["Must-be"].right < middles["Performance"].left
    assert middles["Indifferent"].right < middles["Attractive"].left
    assert middles["Must-be"].bottom < middles["Indifferent"].top


def test_what_has_moved_has_an_arrow_from_where_it_was() -> None:
    svg = plane_svg(Plane("Wishes", SOME))
    found = read_plot(svg)
    # Of the two that were asked before, one is where it was.
    (((before, *_, now),),) = found.lines("moves")
    mark = next(mark for mark in found.marks("feature") if abs((mark.top + mark.bottom) / 2 - now[1]) < 8)
    assert before[0] < now[0] < mark.right
    assert before[1] > now[1]
    assert svg.count("<polygon") == 1
    assert "An arrow comes from where an earlier survey saw it." in " ".join(found.said("note"))
    assert "An arrow" not in plane_svg(Plane("Wishes", SOME[2:3]))


def test_few_answers_are_hollow() -> None:
    svg = plane_svg(Plane("Wishes", SOME))
    kinds = [one for one in read_plot(svg).classes if one.startswith("sign")]
    assert kinds.count("sign look-point") == 1
    assert "Hollow: fewer than 30 answers" in svg


def test_kinds_differ_by_their_marks() -> None:
    assert len({form(kind) for kind in KINDS[:-1]}) == len(KINDS) - 1
    assert form("Must-be") == form("must-be")


def test_a_feature_without_figures_is_listed_and_has_no_place() -> None:
    found = read_plot(plane_svg(Plane("Wishes", (Feature("A", NAN, NAN, "reverse", 3, (NAN, -0.2)), *SOME))))
    assert len(found.marks("feature")) == 4
    assert "no figures · 3 answers" in found.said("figures")


def test_a_kind_that_may_be_chance_is_said_to_be() -> None:
    found = read_plot(plane_svg(Plane("Wishes", (Feature("A", 0.4, -0.8, "must-be", 84, doubtful=True), *SOME))))
    assert "0.40 / −0.80 · 84 answers · its kind may be chance" in found.said("figures")
    assert "A: must-be, which may be chance, better 0.40" in found.description
    assert found.description.count("chance") == 1


def test_nothing_is_said_to_be_nothing() -> None:
    assert read_plot(plane_svg(Plane("Wishes", ()))).said("none") == ["No answers yet"]
    only = (Feature("A", NAN, NAN, "reverse", 3),)
    assert read_plot(plane_svg(Plane("Wishes", only))).said("none") == ["No figures"]


@pytest.mark.parametrize("pair", [(1.01, -0.5), (0.5, 0.5), (-0.1, -0.5), (0.5, -2.0)])
def test_figures_that_cannot_be_are_refused(pair: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        plane_svg(Plane("Wishes", (Feature("A", *pair, "must-be", 40),)))
    with pytest.raises(ValueError, match="from 0 to 1"):
        plane_svg(Plane("Wishes", (Feature("A", 0.5, -0.5, "must-be", 40, pair),)))


def test_more_features_than_numbers_find_room_for() -> None:
    some = tuple(Feature(f"Wish {n}", n / 400, -n / 400, "must-be", 40) for n in range(301))
    found = read_plot(plane_svg(Plane("Wishes", some)))
    assert not found.said("number")
    assert len(found.said("listed")) == 301
    assert "More than 300 features: their marks have no numbers." in found.said("note")[0]
