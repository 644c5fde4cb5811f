"""The cases by which the calculus was revised, by their numbers: a smallest journey each, with its right verdict."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace, told
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Fault, Silence, State, Verdict
from journeys.language.finding import Finding

HOUR, DAY = 3600, 86400
HEAD = """
journey: J
id: j
owner: shop
customer: buyer
customers: {buyer: {}}
owners: {shop: {}, depot: {}, data: {}}
steps:
"""


def judged(steps: str, promises: str = "") -> dict[str, Verdict]:
    """The verdicts on the promises of a journey, by their keys."""
    return {key: promise.verdict for key, promise in loaded(steps, promises).promises.items()}


def loaded(steps: str, promises: str) -> JourneyGraph:
    return loads(HEAD + steps + (f"promises:\n{promises}" if promises else ""))


P = "  p: {{promise: P, by: shop, to: buyer, {}}}\n"


def p(steps: str, words: str) -> Verdict:
    """The verdict on the promise p."""
    return judged(steps, P.format(words))["p"]


def said(steps: str, words: str) -> list[Finding]:
    """What is said of the causes at which the promise p fails."""
    journey = loaded(steps, P.format(words))
    return [told(cause, journey) for cause in journey.promises["p"].verdict.causes]


def faults(verdict: Verdict) -> list[tuple[Fault, str]]:
    """What fails or cannot be proven, and where: the faults, and the names of the nodes."""
    return [(cause.root.fault, cause.at.rpartition("/")[2]) for cause in verdict.causes]


def silences(verdict: Verdict) -> list[tuple[Silence, str]]:
    """What is assumed, and where."""
    return [(one.silence, one.at.rpartition("/")[2]) for one in verdict.assumptions]


SERVE = "made: Order, kept: Serve"
ORDER = "  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}}\n"
AT_SERVE = ORDER + "  - {step: Serve, end: true, frontstage: {do: Hand over, owner: shop%s}%s}\n"


class Test1ListsCount:
    def test_every_action_of_the_next_lane_supports(self) -> None:
        below = ", backstage: [{do: Bake, owner: depot}, {do: Write the name, owner: depot}]"
        verdict = p(AT_SERVE % ("", below), SERVE)
        assert verdict.state is State.BROKEN
        assert faults(verdict) == [
            (Fault.UNCOVERED, "serve.backstage.1"),
            (Fault.UNCOVERED, "serve.backstage.2"),
        ]

    def test_one_of_them_that_nobody_owns_breaks_it(self) -> None:
        verdict = p(AT_SERVE % ("", ", backstage: [{do: Pack, owner: shop}, {do: Label}]"), SERVE)
        assert faults(verdict) == [(Fault.UNOWNED, "serve.backstage.2")]


class Test2UsesTakesNothingAway:
    STEPS = (
        "  - {step: Order, frontstage: {do: Take, owner: shop}, backstage: {do: Mails, id: mailer, owner: shop}}\n"
        "  - {step: Shipped, end: true, frontstage: {do: Send mail, owner: shop, uses: %s},"
        " backstage: {do: Pack, owner: depot}}\n"
    )

    def test_what_is_used_elsewhere_is_added(self) -> None:
        verdict = p(self.STEPS % "mailer", "made: Order, kept: Shipped")
        assert faults(verdict) == [(Fault.UNCOVERED, "shipped.backstage.1")]

    def test_that_nothing_is_used_is_said(self) -> None:
        assert p(self.STEPS % "none", "made: Order, kept: Shipped").state is State.SOUND


class Test3When:
    def test_it_holds_for_its_own_place(self) -> None:
        steps = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [{to: Gift, when: gift}, Ask]}
  - {step: Gift, frontstage: {do: Wrap it, owner: shop}, next: Serve}
  - {step: Ask, frontstage: {do: Ask, owner: shop}, next: [Serve, Leave]}
  - {step: Leave, customer: Leave, end: true}
  - {step: Serve, frontstage: {do: Hand over, owner: shop}, end: true}
"""
        both = p(steps, "made: [{at: Order, when: gift}, Ask], kept: Serve")
        assert faults(both) == faults(p(steps, "made: Ask, kept: Serve")) == [(Fault.MISSED, "leave")]
        assert p(steps, "made: {at: Order, when: gift}, kept: Serve").state is State.SOUND

    def test_it_holds_for_the_way_taken_there_once(self) -> None:
        steps = """
  - {step: Taste, frontstage: {do: Ask, owner: shop}, next: [{to: Taste, when: too sweet, at_most: 2},
     {to: Collect, when: right}]}
  - {step: Collect, frontstage: {do: Hand over, owner: shop}, end: true}
"""
        assert p(steps, "made: {at: Taste, when: too sweet}, kept: Collect").state is State.SOUND


class Test4KeptAtACustomersAction:
    def test_it_fails_by_name_and_nobody_is_told_to_give_the_customer_an_owner(self) -> None:
        text = AT_SERVE % ("", ", customer: {do: Eat, id: eat}"), "made: Order, kept: eat"
        (cause,) = p(*text).causes
        assert (cause.root.fault, cause.point.value) == (Fault.UNFIT, "somewhere kept")
        (finding,) = said(*text)
        assert "“eat”" in finding.message
        assert "owner" not in finding.help


class Test5OneWord:
    @pytest.mark.parametrize("rates", [("", ""), (", at_least: 90%", ", at_least: 90%")], ids=["unsaid", "said"])
    def test_seven_days_and_seven_working_days_are_two(self, rates: tuple[str, str]) -> None:
        promises = "".join(
            f"  {key}: {{promise: P, by: shop, to: buyer, {SERVE}, within: {within}{rate}}}\n"
            for key, within, rate in zip("pq", ("7 days", "7 working days"), rates, strict=True)
        )
        found = judged(AT_SERVE % (", takes: none", ""), promises)
        assert [[rule for rule, _ in faults(one)] for one in found.values()] == [[Fault.CONTRADICTION]] * 2


class Test6WorkFollowsSupport:
    BAKED = ", backstage: {do: Bake, owner: depot, takes: 1 h, promised: {within: 3 days}}"

    def test_a_consumers_own_work_comes_after_what_it_waits_for(self) -> None:
        late = p(AT_SERVE % (", takes: 1 day", self.BAKED), f"{SERVE}, within: 73 h")
        assert [rule for rule, _ in faults(late)] == [Fault.TOO_LATE]
        assert (late.timing and late.timing.latest, late.slack) == (96 * HOUR, -23 * HOUR)
        in_time = p(AT_SERVE % (", takes: 1 day", self.BAKED), f"{SERVE}, within: 4 days")
        assert (in_time.state, in_time.slack) == (State.SOUND, 0)

    def test_a_supplier_is_not_charged_with_its_consumers_time(self) -> None:
        steps = """
  - step: Plan
    frontstage: {do: Show, owner: shop}
    backstage: {do: Choose, owner: depot, takes: 10 s, promised: {id: choose, within: 15 s}}
    support: {do: Serve, owner: data, promised: {id: serve, within: 1 s}}
    end: true
"""
        found = judged(steps)
        assert (found["serve"].state, silences(found["serve"])) == (
            State.ASSUMED,
            [(Silence.TIME, "plan.support.1")],
        )
        assert (found["choose"].state, found["choose"].slack, found["choose"].causes) == (State.ASSUMED, 4, ())
        assert (silences(found["choose"]), found["choose"].assumed_conditions) == ([], ("promise:j/serve",))


class Test7WorkingAndElapsedTime:
    @pytest.mark.parametrize(
        ("takes", "within", "start", "late"),
        [
            # From Thursday at 9:00 … two working days are Friday at 17:00; from Friday at 17:00, Tuesday at 17:00.
            ("2 working days", "23 h", "Friday at 17:00", 96 * HOUR - 23 * HOUR),
            ("2 working hours", "2 h", "Friday at 17:00", 66 * HOUR - 2 * HOUR),
        ],
    )
    def test_they_meet_on_the_calendar(self, takes: str, within: str, start: str, late: int) -> None:
        text = AT_SERVE % (f", takes: {takes}", ""), f"{SERVE}, within: {within}"
        verdict = p(*text)
        (cause,) = verdict.causes
        assert cause.root.fault is Fault.TOO_LATE
        (finding,) = said(*text)
        assert f"made on a {start}" in finding.message
        assert "if the clock stops while nobody works, say `within` in working hours" in finding.help
        assert verdict.timing is not None
        assert verdict.timing.calendar
        assert verdict.slack == -late

    def test_two_working_hours_hold_two_working_hours(self) -> None:
        verdict = p(AT_SERVE % (", takes: 2 working hours", ""), f"{SERVE}, within: 2 working hours")
        assert (verdict.state, verdict.slack) == (State.SOUND, 0)


class Test8AConditionElsewhereWithoutWithin:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [Serve, Gift]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
  - {step: Gift, frontstage: {do: Wrap it, owner: shop}, end: true}
"""

    @pytest.mark.parametrize(
        ("within", "state", "slack"),
        [("", State.UNPROVEN, None), (", within: 1 day", State.ASSUMED, 0), (", within: 2 days", State.BROKEN, -DAY)],
    )
    def test_it_has_no_bound(self, within: str, state: State, slack: int | None) -> None:
        people = "customers: {buyer: {}}\nowners: {shop: {}, depot: {}}\n"
        here = (
            "journey: J\ncustomer: buyer\nsteps:\n"
            f"{AT_SERVE % (', takes: none', '')}promises:\n"
            f"  p: {{promise: P, by: shop, to: buyer, {SERVE}, within: 1 day, relies_on: k/q}}\n"
        )
        there = (
            "journey: K\ncustomer: buyer\n"
            "steps: [{step: A, end: true, frontstage: {do: Do, owner: depot, takes: none}}]\n"
            f"promises: {{q: {{promise: Q, by: depot, to: shop, made: A, kept: A{within}}}}}\n"
        )
        workspace = loads_workspace({"j.journey.yaml": here, "k.journey.yaml": there}, people)
        verdict = workspace.verdicts["promise:j/p"]
        assert verdict.state is state
        assert slack is None or verdict.slack == slack
        if not within:
            assert faults(verdict) == [(Fault.BOUNDLESS, "q")]
            assert verdict.causes[0].unproven


class Test9NestedLoops:
    STEPS = """
  - {step: Fill in, frontstage: {do: Take it, owner: shop, takes: none}}
  - {step: Check, frontstage: {do: Check, owner: shop, takes: none}, next: [Decide, {to: Fill in, at_most: 2}]}
  - {step: Decide, wait: 10 days, frontstage: {do: Decide, owner: shop}, next: [Serve, {to: Fill in, at_most: 1}]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
"""

    def test_they_are_not_multiplied(self) -> None:
        verdict = p(self.STEPS, "made: Fill in, kept: Serve, within: 20 days")
        assert (verdict.state, verdict.slack) == (State.SOUND, 0)
        assert verdict.timing is not None
        assert verdict.timing.latest == 20 * DAY


class Test10Silence:
    def test_each_action_that_says_no_time_is_an_assumption(self) -> None:
        steps = AT_SERVE % ("", ", backstage: {do: Bake, owner: shop}")
        verdict = p(steps, f"{SERVE}, within: 1 day")
        assert (verdict.state, verdict.slack) == (State.ASSUMED, DAY)
        assert silences(verdict) == [(Silence.TIME, "serve.backstage.1"), (Silence.TIME, "serve.frontstage.1")]

    @pytest.mark.parametrize(
        ("steps", "lanes"),
        [
            (AT_SERVE % (", takes: none", ", backstage: {do: Bake, owner: shop, takes: none}"), ""),
            (
                AT_SERVE % ("", ", backstage: {do: Bake, owner: shop}"),
                "lanes: {frontstage: {takes: none}, backstage: {takes: none}}\n",
            ),
            (AT_SERVE % ("", ", wait: 1 h, backstage: {do: Bake, owner: shop}"), ""),
        ],
        ids=["action by action", "by the lane", "by a wait"],
    )
    def test_it_is_settled_by_saying_so(self, steps: str, lanes: str) -> None:
        words = f"promises: {{p: {{promise: P, by: shop, to: buyer, {SERVE}, within: 1 day}}}}\n"
        assert loads(HEAD.replace("steps:", f"{lanes}steps:") + steps + words).promises["p"].verdict.state is (
            State.SOUND
        )

    def test_one_that_says_no_within_is_asked_no_time(self) -> None:
        assert p(AT_SERVE % ("", ""), SERVE).state is State.SOUND


class Test11EveryEscapeAtOnce:
    def test_six_ends_are_one_finding(self) -> None:
        ends = "".join(f"  - {{step: E{number}, customer: Leave, end: true}}\n" for number in range(6))
        ways = ", ".join(f"E{number}" for number in range(6))
        steps = (
            f"  - {{step: Order, frontstage: {{do: Take it, owner: shop}}, next: [Serve, {ways}]}}\n"
            "  - {step: Serve, frontstage: {do: Hand over, owner: shop}, end: true}\n"
        )
        (finding,) = said(steps + ends, SERVE)
        assert finding.name == "promise-missed-on-a-path"
        assert [place.path[1] for place, message in finding.related if "missed here" in message] == [2, 3, 4, 5, 6, 7]
        assert f"`unless: [{ways}]`" in finding.help
        assert p(steps + ends, f"{SERVE}, unless: [{ways}]").state is State.SOUND


class Test12ConditionsComeFirst:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [{to: Check, when: large}, Serve]}
  - {step: Check, frontstage: {do: Check, owner: depot}, next: Serve}
  - {step: Serve, frontstage: {do: Hand over, owner: shop}, next: [Later, {to: Order, at_most: 1}]}
  - {step: Later, frontstage: {do: Call, owner: depot}, next: [Leave, {to: Serve, at_most: 1}]}
  - {step: Leave, customer: Leave, end: true}
"""
    PROMISES = """
  p: {promise: P, by: shop, to: buyer, made: Order, kept: Serve, relies_on: [q]}
  q: {promise: Q, by: depot, to: shop, made: MADE, kept: KEPT}
"""

    def found(self, made: str, kept: str) -> dict[str, Verdict]:
        return judged(self.STEPS, self.PROMISES.replace("MADE", made).replace("KEPT", kept))

    def test_one_that_comes_first_only_by_looping_back_is_too_late(self) -> None:
        found = self.found("Later", "Later")
        assert found["q"].state is State.SOUND
        assert faults(found["p"]) == [(Fault.AFTER, "q")]

    def test_one_on_some_ways_only_is_an_assumption(self) -> None:
        found = self.found("Check", "Check")
        assert (found["p"].state, silences(found["p"])) == (State.ASSUMED, [(Silence.CONDITION, "q")])


ALL = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [{all: [Bake, Wrap]}]}
  - {step: Bake, wait: 2 days, frontstage: {do: Bake, owner: shop}, next: Serve}
  - {step: Wrap, wait: 5 days, frontstage: {do: Wrap, owner: shop}, next: %s}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
  - {step: Leave, customer: Leave, end: true}
"""


class Test13:
    def test_of_ways_at_once_the_longest_counts(self) -> None:
        verdict = p(ALL % "Serve", f"{SERVE}, within: 5 days")
        assert (verdict.state, verdict.slack) == (State.SOUND, 0)

    def test_of_ways_at_once_one_has_to_come_there(self) -> None:
        assert p(ALL % "Leave", SERVE).state is State.SOUND
        one_or_other = (ALL % "Leave").replace("{all: [Bake, Wrap]}", "Bake, Wrap")
        assert faults(p(one_or_other, SERVE)) == [(Fault.MISSED, "leave")]

    def test_a_step_takes_as_long_as_the_journey_that_it_stands_for(self) -> None:
        people = "customers: {buyer: {}}\nowners: {shop: {}}\n"
        outer = (
            "journey: J\ncustomer: buyer\nsteps:\n"
            "  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}}\n"
            "  - {step: Move, journey: k}\n"
            "  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}\n"
            f"promises: {{p: {{promise: P, by: shop, to: buyer, {SERVE}, within: %s}}}}\n"
        )
        inner = "journey: K\ncustomer: buyer\nsteps: [{step: A, wait: 10 days, customer: Wait, end: true}]\n"
        for within, state in (("10 days", State.SOUND), ("9 days", State.BROKEN)):
            texts = {"j.journey.yaml": outer % within, "k.journey.yaml": inner}
            assert loads_workspace(texts, people).verdicts["promise:j/p"].state is state

    @pytest.mark.parametrize("where", ["phase", "lane", "step"])
    def test_an_owner_may_be_said_for_many_actions(self, where: str) -> None:
        said = {one: f", owner: {'shop' if one == where else 'none'}" for one in ("phase", "step")}
        lane = "lanes: {frontstage: {owner: shop}}\n" if where == "lane" else ""
        steps = (
            f"steps: [{{step: Order, end: true, frontstage: {{do: Take it}}{said['step'] if where == 'step' else ''}}}]"
        )
        phase = f"phases: [{{phase: One{said['phase'] if where == 'phase' else ''}, {steps}}}]\n"
        text = HEAD.replace("steps:\n", lane) + phase
        words = "promises: {p: {promise: P, by: shop, to: buyer, made: Order, kept: Order}}\n"
        assert loads(text + words).promises["p"].verdict.state is State.SOUND

    def test_an_end_where_the_customer_drops_out_is_one_at_which_it_is_missed(self) -> None:
        steps = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [Serve, Leave]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop}, end: true}
  - {step: Leave, customer: Leave, end: dropped out}
"""
        assert faults(p(steps, SERVE)) == [(Fault.MISSED, "leave")]
        assert p(steps, f"{SERVE}, unless: Leave").state is State.SOUND

    def test_uses_and_kept_lead_into_other_files(self) -> None:
        people = "customers: {buyer: {}}\nowners: {shop: {}, depot: {}}\n"
        here = (
            "journey: J\ncustomer: buyer\nsteps:\n"
            "  - {step: Order, frontstage: {do: Take it, owner: shop%s}, next: %s}\n"
            "promises: {p: {promise: P, by: shop, to: buyer, made: Order, kept: %s}}\n"
        )
        there = "journey: K\ncustomer: buyer\nsteps: [{step: A, end: true, frontstage: {do: Do, id: do, owner: %s}}]\n"

        def verdict(here: str, owner: str) -> Verdict:
            texts = {"j.journey.yaml": here, "k.journey.yaml": there % owner}
            return loads_workspace(texts, people).verdicts["promise:j/p"]

        assert faults(verdict(here % (", uses: k/do", "k/", "Order"), "depot")) == [(Fault.UNCOVERED, "a.frontstage.1")]
        assert verdict(here % ("", "k/", "k/do"), "shop").state is State.SOUND
        assert faults(verdict((here % ("", "x", "k/do")).replace("next: x", "end: true"), "shop")) == [
            (Fault.OUT_OF_REACH, "a")
        ]


class Test14SureAndLikelyRates:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop%s}}
  - {step: Serve, frontstage: {do: Hand over, owner: shop%s}, end: true}
"""
    PROMISES = """
  p: {promise: P, by: shop, to: buyer, made: Order, kept: Serve, at_least: %s, relies_on: [q, r]}
  q: {promise: Q, by: shop, to: shop, made: Order, kept: Order, at_least: 95%%}
  r: {promise: R, by: shop, to: shop, made: Order, kept: Serve, at_least: 95%%}
"""

    @pytest.mark.parametrize("shared", ["", ", system: db"], ids=["apart", "with a system in common"])
    @pytest.mark.parametrize(
        ("rate", "state"),
        [("90%", State.SOUND), ("90.25%", State.ASSUMED), ("93%", State.BROKEN), ("95.1%", State.BROKEN)],
    )
    def test_nothing_is_better_for_something_shared(self, rate: str, state: State, shared: str) -> None:
        verdict = judged(self.STEPS % (shared, shared), self.PROMISES % rate)["p"]
        together = shared and rate == "93%"
        assert verdict.state is (State.UNPROVEN if together else state)
        assert verdict.rate is not None
        assert (float(verdict.rate.sure), float(verdict.rate.likely)) == (0.9, 0.9025)
        rule = Fault.RATE_UNPROVEN if together else Fault.TOO_OFTEN
        assert faults(verdict) == ([(rule, "p")] if state is State.BROKEN else [])
        assert silences(verdict) == ([(Silence.INDEPENDENCE, "p")] if state is State.ASSUMED else [])

    def test_an_unsaid_rate_counts_as_what_follows_from_those_beneath(self) -> None:
        promises = (self.PROMISES % "99%").replace("relies_on: [q, r]", "relies_on: m")
        promises = promises.replace("95%", "99%") + (
            "  m: {promise: M, by: shop, to: shop, made: Order, kept: [Order, Serve], relies_on: [q]}\n"
        )
        verdict = judged(self.STEPS % ("", ""), promises)["p"]
        assert (verdict.state, verdict.best_rate) == (State.SOUND, pytest.approx(0.99))


class Test15OneOfSeveralPlaces:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [Home, Pick up]}
  - {step: Home, frontstage: {do: Bring, owner: shop}, end: true}
  - {step: Pick up, frontstage: {do: Hand over, owner: shop}, end: true}
"""

    def test_any_means_one_and_a_list_each(self) -> None:
        assert p(self.STEPS, "made: Order, kept: {any: [Home, Pick up]}").state is State.SOUND
        each = self.STEPS, "made: Order, kept: [Home, Pick up]"
        assert faults(p(*each)) == [(Fault.MISSED, "pick-up"), (Fault.MISSED, "home")]
        assert all("`kept: {any: [Home, Pick up]}`" in finding.help for finding in said(*each))
