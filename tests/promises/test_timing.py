"""Point 8 of the calculus: in time, along every way, in working and in elapsed time."""

from __future__ import annotations

from fractions import Fraction

import pytest

from journeys.api import loads_workspace
from journeys.graph.journey import JourneyPromise
from journeys.graph.verdict import Fault, Point, State

from .cases import points, promise, promises, state

HOUR, DAY = 3600, 24 * 3600
WORKING_DAY = 8 * HOUR

WAY = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop%s}
  - step: Wait
    wait: %s
    customer: Wait
  - step: Visit
    frontstage: {do: Install the line, owner: field%s}
    end: true
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, within: %s%s}
"""


def slack(promise: JourneyPromise) -> Fraction | None:
    return promise.verdict.slack


def calendar(promise: JourneyPromise) -> bool:
    timing = promise.verdict.timing
    return timing is not None and timing.calendar


class TestAlongTheWay:
    def test_what_comes_one_after_the_other_adds_up(self) -> None:
        online = promise(WAY % (", takes: 1 h", "3 days", ", takes: 2 h", "4 days", ""))
        assert state(online) is State.SOUND
        assert slack(online) == DAY - 3 * HOUR

    def test_a_promise_is_late_by_what_is_missing(self) -> None:
        online = promise(WAY % ("", "3 days", ", takes: 2 h", "3 days", ""))
        assert points(online) == {Point.IN_TIME}
        assert slack(online) == -2 * HOUR

    def test_just_in_time_is_in_time(self) -> None:
        assert slack(promise(WAY % ("", "3 days", "", "3 days", ""))) == 0

    @pytest.mark.parametrize(
        ("uses", "expected"),
        [("", -2 * HOUR), (", uses: none", 2 * HOUR)],
        ids=["it follows", "or runs beside"],
    )
    def test_work_within_a_column_follows_what_supports_it(self, uses: str, expected: int) -> None:
        text = WAY % (", takes: 5 h" + uses, "1 h", ", takes: 2 h", "10 h", "")
        busy = text.replace(
            "  - step: Wait", "    backstage: {do: File the order, owner: shop, takes: 4 h}\n  - step: Wait"
        )
        assert slack(promise(busy)) == expected

    def test_the_longest_of_two_branches_counts(self) -> None:
        text = WAY % ("", "3 days", "", "5 days", "")
        branch = text.replace("  - step: Wait", "    next: [Wait, Visit]\n  - step: Wait")
        assert slack(promise(branch)) == 2 * DAY

    def test_the_time_that_triggers_a_way_counts(self) -> None:
        text = WAY % ("", "1 h", "", "5 days", "")
        branch = text.replace("  - step: Wait", "    next: [Wait, {to: Visit, after: 2 days}]\n  - step: Wait")
        assert slack(promise(branch)) == 3 * DAY

    def test_a_way_that_releases_the_promise_does_not_count(self) -> None:
        text = WAY % ("", "9 days", "", "5 days", ", unless: Wait")
        assert slack(promise(text.replace("  - step: Wait", "    next: [Wait, Visit]\n  - step: Wait"))) == 5 * DAY

    @pytest.mark.parametrize("kept", ["[Order, Visit]", "[Visit, Order]"])
    def test_of_two_places_where_it_is_kept_the_later_counts(self, kept: str) -> None:
        text = WAY % ("", "3 days", "", "5 days", "")
        assert slack(promise(text.replace("kept: Visit", f"kept: {kept}"))) == 2 * DAY

    @pytest.mark.parametrize("made", ["[Order, Visit]", "[Visit, Order]"])
    def test_of_two_places_where_it_is_made_the_earlier_counts(self, made: str) -> None:
        text = WAY % ("", "3 days", "", "5 days", "")
        assert slack(promise(text.replace("made: Order", f"made: {made}"))) == 2 * DAY

    def test_what_is_kept_where_it_is_made_takes_as_long_as_its_step(self) -> None:
        text = WAY % ("", "3 days", ", takes: 2 h", "5 days", "")
        online = promise(text.replace("made: Order", "made: Visit"))
        assert slack(online) == 5 * DAY - 2 * HOUR
        timing = online.verdict.timing
        assert timing is not None
        assert [(moment.node, moment.name, moment.seconds) for moment in timing.critical_path] == [
            ("step:broadband/visit", "Visit", 2 * HOUR)
        ]

    @pytest.mark.parametrize(("kept", "left"), [("visit.frontstage", 2 * DAY), ("visit.backstage", 4 * DAY)])
    def test_work_out_of_sight_does_not_wait_at_the_end_of_the_way(self, kept: str, left: int) -> None:
        text = (WAY % ("", "1 day", "", "5 days", "")).replace("kept: Visit", f"kept: {kept}")
        behind = "    wait: 2 days\n    backstage: {do: Switch it on, owner: field}\n    end: true"
        assert slack(promise(text.replace("    end: true", behind))) == left

    def test_a_way_that_leads_off_hides_none_that_leads_there(self) -> None:
        text = WAY % ("", "3 days", "", "5 days", ", unless: Cancel")
        text = text.replace("  - step: Wait", "    next: [Cancel, Wait]\n  - step: Wait")
        text = text.replace("    end: true", "    end: true\n  - {step: Cancel, customer: Cancel, end: true}")
        assert slack(promise(text)) == 2 * DAY

    def test_what_comes_after_it_is_kept_does_not_count(self) -> None:
        text = WAY % (", takes: none", "3 days", ", takes: none", "5 days", "")
        online = promise(text.replace("    end: true", "    next: [Wait, End]\n  - {step: End, wait: 9 days}"))
        assert (state(online), slack(online)) == (State.SOUND, 2 * DAY)

    @pytest.mark.parametrize(("wait", "left"), [("1.5 s", Fraction(17, 2)), ("0.25 s", Fraction(39, 4)), ("3 s", 7)])
    def test_parts_of_a_second_count(self, wait: str, left: Fraction) -> None:
        assert slack(promise(WAY % ("", wait, "", "10 s", ""))) == left

    def test_the_critical_path_leads_from_made_to_kept(self) -> None:
        timing = promise(WAY % (", takes: 1 h", "3 days", "", "4 days", "")).verdict.timing
        assert timing is not None
        assert [moment.name for moment in timing.critical_path] == ["Order", "Wait", "Visit"]
        assert timing.latest == timing.critical_path[-1].seconds == 3 * DAY + HOUR


class TestLoops:
    LOOP = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop, takes: 1 h}
  - step: Wait
    wait: 1 day
    customer: Wait
  - step: Visit
    frontstage: {do: Come to the door, owner: field, takes: 2 h}
    next: [Done, {to: Wait, when: nobody is in%s}]
  - step: Done
    frontstage: {do: Install the line, owner: field, takes: none}
    end: true
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Done, within: %s}
"""

    def test_a_loop_counts_once_and_as_often_as_it_may_be_taken(self) -> None:
        online = promise(self.LOOP % (", at_most: 2", "5 days"))
        assert state(online) is State.SOUND
        assert slack(online) == 5 * DAY - HOUR - 3 * (DAY + 2 * HOUR)

    def test_a_loop_without_a_bound_is_unproven(self) -> None:
        online = promise(self.LOOP % ("", "5 days"))
        assert state(online) is State.UNPROVEN
        assert [(cause.point, cause.unproven) for cause in online.verdict.causes] == [(Point.IN_TIME, True)]
        assert [chain.cause.root.fault for chain in online.chains] == [Fault.BOUNDLESS]

    def test_what_is_late_going_round_once_is_late_without_a_bound_too(self) -> None:
        assert points(promise(self.LOOP % ("", "1 day"))) == {Point.IN_TIME}

    def test_what_relies_on_it_is_unproven_too(self) -> None:
        text = self.LOOP % ("", "5 days") + (
            "  all: {promise: All, by: field, to: mover, made: Order, kept: Done, relies_on: [online]}\n"
        )
        found = promises(text)
        assert state(found["all"]) is State.UNPROVEN
        assert found["all"].verdict.unproven_conditions == ("promise:broadband/online",)


class TestConditions:
    LADDER = """
  visit: {promise: A visit, by: field, to: mover, made: %s, kept: Visit, within: %s}
"""

    @pytest.mark.parametrize(
        ("made", "within", "expected"),
        [
            ("Order", "4 days", 6 * DAY),
            ("Wait", "4 days", 6 * DAY),
            ("Visit", "4 days", 4 * DAY),
            ("Order", "1 h", 8 * DAY),
        ],
        ids=["from the beginning", "when the wait begins", "where it is kept", "sooner than the wait"],
    )
    def test_a_condition_takes_as_long_as_it_is_promised(self, made: str, within: str, expected: int) -> None:
        found = promises(WAY % ("", "2 days", "", "10 days", ", relies_on: visit") + self.LADDER % (made, within))
        assert slack(found["online"]) == expected

    @pytest.mark.parametrize(
        ("relies", "expected"),
        [("k/one", 7), ("k/two", 4), ("k/one, k/two", 4), ("l/three", 5), ("k/two, l/three", 4), ("l/three, k/one", 5)],
    )
    def test_of_conditions_in_other_journeys_the_longest_counts(self, relies: str, expected: int) -> None:
        people = "customers: {mover: {}}\nowners: {field: {}, shop: {}}\n"
        elsewhere = "journey: %s\nsteps: [{step: A, frontstage: {do: Do, owner: field}}]\npromises:\n"
        days = "  %s: {promise: P, by: field, to: mover, made: A, kept: A, within: %s days}\n"
        text = "journey: J\n" + WAY % ("", "1 day", "", "10 days", f", relies_on: [{relies}]")
        texts = {
            "j.journey.yaml": text,
            "k.journey.yaml": elsewhere % "K" + days % ("one", 3) + days % ("two", 6),
            "l.journey.yaml": elsewhere % "L" + days % ("three", 5),
        }
        judged = loads_workspace(texts, people)
        assert judged.verdicts["promise:j/online"].slack == expected * DAY

    @pytest.mark.parametrize(
        ("made", "path"),
        [
            ("Order", [("A visit", 6 * DAY), ("Visit", 6 * DAY)]),
            ("Wait", [("Order", HOUR), ("Wait", HOUR + DAY), ("A visit", HOUR + 6 * DAY), ("Visit", HOUR + 6 * DAY)]),
            ("Visit", [("Order", HOUR), ("Wait", HOUR + DAY), ("A visit", HOUR + 7 * DAY), ("Visit", HOUR + 7 * DAY)]),
        ],
    )
    def test_the_critical_path_goes_through_the_condition_that_takes_longest(
        self, made: str, path: list[tuple[str, int]]
    ) -> None:
        text = WAY % (", takes: 1 h", "1 day", "", "10 days", ", relies_on: visit")
        text += f"  visit: {{promise: A visit, by: field, to: mover, made: {made}, kept: Visit, within: 6 days}}\n"
        timing = promise(text).verdict.timing
        assert timing is not None
        assert [(moment.name, moment.seconds) for moment in timing.critical_path] == path

    def test_it_goes_through_a_standing_one_by_the_way_to_its_step(self) -> None:
        text = WAY % (", takes: 1 h", "1 day", "", "10 days", ", relies_on: lines")
        text = text.replace("    end: true", "    backstage: {do: Switch it on, owner: network}\n    end: true")
        text += "  lines: {promise: Lines, by: network, to: field, kept: wherever, within: 3 days}\n"
        timing = promise(text).verdict.timing
        assert timing is not None
        assert [moment.name for moment in timing.critical_path] == ["Order", "Wait", "Lines", "Visit"]

    def test_a_condition_without_a_time_hides_none_that_has_one(self) -> None:
        text = WAY % ("", "2 days", "", "10 days", ", relies_on: [quiet, visit]")
        quiet = "  quiet: {promise: Quiet, by: field, to: mover, made: Order, kept: Visit}\n"
        timed = "  visit: {promise: A visit, by: field, to: mover, made: Order, kept: Visit, within: 4 days}\n"
        for conditions in (quiet + timed, timed + quiet):
            assert slack(promise(text + conditions)) == 6 * DAY

    def test_a_standing_promise_begins_when_its_step_is_entered(self) -> None:
        text = WAY % ("", "2 days", "", "10 days", ", relies_on: lines")
        standing = "  lines: {promise: Lines, by: network, to: field, kept: wherever, within: 3 days}\n"
        behind = text.replace("    end: true", "    backstage: {do: Switch it on, owner: network}\n    end: true")
        assert slack(promise(behind + standing)) == 5 * DAY


class TestWorkingTime:
    def test_working_days_are_compared_with_working_days(self) -> None:
        online = promise(WAY % (", takes: 4 working hours", "3 working days", "", "5 working days", ""))
        assert not calendar(online)
        assert slack(online) == 2 * WORKING_DAY - 4 * HOUR

    def test_a_day_has_as_many_hours_as_the_workspace_says(self) -> None:
        calendar = "calendar: {day: 6 h}\n"
        online = promise(calendar + WAY % ("", "12 working hours", "", "2 working days", ""))
        assert slack(online) == 0

    @pytest.mark.parametrize(("takes", "working"), [("2 working days", True), ("2 h", False)])
    def test_so_they_are_where_a_promise_is_kept_on_the_spot(self, takes: str, working: bool) -> None:
        within = "3 working days" if working else "3 days"
        text = WAY % ("", "1 h", f", takes: {takes}", within, "")
        timing = promise(text.replace("made: Order", "made: Visit")).verdict.timing
        assert timing is not None
        assert (timing.working, timing.calendar) == (working, False)

    def test_working_days_within_elapsed_days_are_walked_on_the_calendar(self) -> None:
        online = promise(WAY % ("", "2 working days", "", "5 days", ""))
        assert calendar(online)
        # What is promised on a Friday at ten takes until Tuesday at ten.
        assert slack(online) == DAY

    @pytest.mark.parametrize(
        ("wait", "backstage", "expected"),
        [
            # What is promised on a Friday at ten and takes two working days is done on Tuesday at ten.
            ("2 working days", "1 day", 6 * DAY),
            ("1 day", "2 working days", 6 * DAY),
            ("4 days", "1 working day", 6 * DAY),
            ("6 days", "2 working days", 4 * DAY),
            ("2 working days", "6 days", 4 * DAY),
        ],
    )
    def test_of_what_runs_side_by_side_the_later_counts_on_the_calendar_too(
        self, wait: str, backstage: str, expected: int
    ) -> None:
        text = WAY % ("", wait, "", "10 days", "")
        beside = f"    customer: Wait\n    backstage: {{do: Prepare, owner: field, takes: {backstage}}}\n"
        online = promise(text.replace("    customer: Wait\n", beside))
        assert calendar(online)
        assert slack(online) == expected

    def test_the_weekend_makes_it_late(self) -> None:
        online = promise(WAY % ("", "1 working day", "", "2 days", ""))
        assert points(online) == {Point.IN_TIME}

    def test_elapsed_days_within_working_days(self) -> None:
        online = promise(WAY % ("", "1 day", "", "1 working day", ""))
        assert calendar(online)
        assert points(online) == {Point.IN_TIME}
