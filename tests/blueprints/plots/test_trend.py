"""A trend: every month at its height, gaps that stay gaps, words that fit."""

from __future__ import annotations

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from plotted import NAMES, points, read_plot, wrong

from blueprints.plots import Point, Trend, trend_svg
from blueprints.plots.months import is_month, whole

SPRING = (
    Point("2026-01", 61.4, 52, 69, 120),
    Point("2026-02", 58, 49, 66, 29),
    Point("2026-04", 70, 62, 77, 1204),
    Point("2026-05", 66, 58, 73, 98),
)


@settings(max_examples=tries(40), deadline=None)
@given(
    points(), st.lists(st.tuples(NAMES, st.floats(0, 100)), max_size=6), NAMES, st.sampled_from(("%", "", "W" * 2000))
)
def test_words_fit_and_nothing_leaves_the_page(
    some: tuple[Point, ...], bounds: list[tuple[str, float]], title: str, unit: str
) -> None:
    assert wrong(read_plot(trend_svg(Trend(title, unit, some, tuple(bounds))))) == []


@settings(max_examples=tries(25), deadline=None)
@given(points())
def test_every_month_with_answers_has_its_mark_at_its_height_and_is_told(some: tuple[Point, ...]) -> None:
    found = read_plot(trend_svg(Trend("Loyal", "%", some)))
    answered = [one for one in whole(some) if one.answers]
    bottom, top = (found.area(word).top + found.area(word).bottom for word in ("0%", "100%"))
    middles = [(mark.top + mark.bottom) / 2 for mark in found.marks("month")]
    # The middle of the letters is a little beneath that of their line.
    beneath = (bottom + top) / 4 - sum(line[0][0][1] for line in found.lines("scale")) / len(found.lines("scale"))
    heights = [(bottom + (top - bottom) * one.value / 100) / 2 - beneath for one in answered]
    assert middles == pytest.approx(heights, abs=0.05)
    intervals = [[y for part in line for _, y in part] for line in found.lines("month")]
    for one, interval in zip(answered, intervals, strict=True):
        assert max(interval) - min(interval) == pytest.approx((one.high - one.low) * (bottom - top) / 200, abs=0.05)
    told = [group[0].text or "" for group in found.groups if group.get("class") == "month"]
    assert all(line in found.description for line in told)
    assert [", few" in line for line in told] == [one.answers < 30 for one in answered]
    assert found.description.count(": no answers") == len(whole(some)) - len(answered)


@settings(max_examples=tries(25), deadline=None)
@given(points())
def test_no_line_goes_over_a_month_without_answers(some: tuple[Point, ...]) -> None:
    ways = read_plot(trend_svg(Trend("Loyal", "%", some))).lines("line")
    runs, length = [], 0
    for one in (*whole(some), Point("", 0, 0, 0, 0)):
        if one.answers:
            length += 1
            continue
        runs += [length] if length > 1 else []
        length = 0
    if not all(is_month(one.label) for one in some):
        assert ways == []
        return
    assert [len(part) for way in ways for part in way if len(part) > 1] == runs


def test_a_month_that_is_left_out_is_a_gap_with_no_answers() -> None:
    found = read_plot(trend_svg(Trend("Loyal", "%", SPRING)))
    assert found.said("label") == ["Jan", "Feb", "Mar", "Apr", "May"]
    assert found.said("year") == ["2026"]
    assert found.said("count") == ["120", "29", "0", "1,204", "98"]
    assert "Mar 2026: no answers" in found.description
    assert "No mark: no answers." in found.said("note")[0]
    assert [len(part) for part in found.lines("line")[0]] == [2, 2]


def test_a_month_of_few_answers_is_hollow_and_the_word_says_why() -> None:
    svg = trend_svg(Trend("Loyal", "%", SPRING))
    signs = [kind for kind in read_plot(svg).classes if kind.startswith("sign")]
    assert signs == ["sign look-end-full", "sign look-point", "sign look-end-full", "sign look-end-full"]
    assert "Hollow: fewer than 30 answers, too few to judge." in svg
    assert "Hollow" not in trend_svg(Trend("Loyal", "%", SPRING[2:]))


def test_the_last_figure_and_the_goals_stand_beside_their_heights() -> None:
    trend = Trend("Loyal", "%", SPRING, (("By the end of the year: at least", 80.0), ("Never below", 40)))
    found = read_plot(trend_svg(trend))
    goals = ["By the end of the year: at least 80%", "Never below 40%"]
    assert found.said("told") == [*goals, "May 2026: 66%", "58% to 73%, 98 answers"]
    lines = [line[0][0][1] for line in found.lines("goals")]
    assert lines[0] < lines[1]
    for y, words in zip(lines, goals, strict=True):
        assert abs((found.area(words).top + found.area(words).bottom) / 2 - y) < 12
    assert "Goal: By the end of the year: at least 80%" in found.description


def test_no_answers_are_said() -> None:
    found = read_plot(trend_svg(Trend("Loyal", "%", ())))
    assert found.said("none") == ["No answers yet"]
    assert found.description == "No answers yet."
    found = read_plot(trend_svg(Trend("Loyal", "%", (Point("2026-01", 0, 0, 0, 0),))))
    assert found.said("none") == ["No answers in these months"]
    assert not found.marks("month")


def test_one_month_stands_alone() -> None:
    found = read_plot(trend_svg(Trend("Loyal", "%", SPRING[:1])))
    assert len(found.marks("month")) == 1
    assert not found.lines("line")
    assert found.said("told") == ["Jan 2026: 61.4%", "52% to 69%, 120 answers"]


def test_sixty_months_have_sticks_for_numbers_and_letters_for_names() -> None:
    some = tuple(Point(f"{2021 + n // 12}-{n % 12 + 1:02d}", 50, 40, 60, 100 + n) for n in range(60))
    found = read_plot(trend_svg(Trend("Loyal", "%", some)))
    assert wrong(found) == []
    assert found.said("label") == [*"JFMAMJJASOND" * 5]
    assert found.said("year") == ["2021", "2022", "2023", "2024", "2025"]
    assert found.said("answers") == ["Answers", "at most 159 a month"]
    heights = [line[0][0][1] - line[0][-1][1] for line in found.lines("foot")]
    assert heights == pytest.approx([24 * (100 + n) / 159 for n in range(60)], abs=0.05)


def test_centuries_between_two_months_are_one_gap() -> None:
    found = read_plot(trend_svg(Trend("Loyal", "%", (SPRING[0]._replace(label="0026-01"), SPRING[1]))))
    assert found.said("label") == ["Jan", "…", "Feb"]
    assert len(found.lines("line")) == 0


@pytest.mark.parametrize(
    ("trend", "scale"),
    [
        (Trend("NPS", "", SPRING, low=-100, high=100), ["−100", "−50", "0", "50", "100"]),
        (Trend("Ease", "", (Point("2026-01", 5.25, 5, 5.5, 40),), low=1, high=7), ["1", "2", "3", "4", "5", "6", "7"]),
        (Trend("Wait", "d", (Point("2026-01", 5.25, 5, 5.5, 40),), (("Goal", 3),)),
         ["3 d", "3.5 d", "4 d", "4.5 d", "5 d", "5.5 d"]),
        (Trend("Loyal", "%", ()), ["0%", "20%", "40%", "60%", "80%", "100%"]),
    ],
)  # fmt: skip
def test_the_scale_has_round_figures(trend: Trend, scale: list[str]) -> None:
    assert read_plot(trend_svg(trend)).said("level") == scale


@pytest.mark.parametrize(
    ("value", "unit", "low", "high", "said"),
    [
        (99.97, "%", None, None, "99.97%"),
        (0.004, "%", None, None, "0.004%"),
        (100, "%", None, None, "100%"),
        (46.349, "%", None, None, "46.3%"),
        (-12.5, "", -100, 100, "−12.5"),
        (3.857, "", 1, 5, "3.86"),
    ],
)
def test_figures_are_written_as_texts_write_them(
    value: float, unit: str, low: float | None, high: float | None, said: str
) -> None:
    found = read_plot(trend_svg(Trend("T", unit, (Point("2026-01", value, value, value, 40),), low=low, high=high)))
    assert found.said("told")[0] == f"Jan 2026: {said}"


def test_a_goal_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="are numbers"):
        trend_svg(Trend("Loyal", "%", SPRING, (("Goal", float("nan")),)))
