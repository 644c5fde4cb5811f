"""Flow and blueprint: branches, loops, exits, links across columns, and channels."""

from __future__ import annotations

import pytest
from asking import HEAD, found, marked

from journeys.api import check, loads_workspace
from journeys.checks.fixes import fix_text
from journeys.checks.registry import catalogue
from journeys.checks.select import Choice

FLOW = ("B102", "B103", "B104", "B105")


def flow(*steps: str, before: str = "") -> dict[str, list[str]]:
    """What the flow rules point at in a journey of some steps, given as `name` or `name, next: …`."""
    body = before + "steps:\n" + "".join(f"  - {{step: {step}, customer: x}}\n" for step in steps)
    return {rule: marks for rule in FLOW if (marks := marked(rule, body))}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["A", "B", "C, end: true"], {}),
        (["A", "B"], {"B103": ["B"]}),
        (["A, next: C", "B", "C, end: true"], {"B102": ["B"]}),
        (["A, next: D", "B", "C", "D, end: true"], {"B102": ["B"]}),
        (["A, next: D", "C, next: B", "B, next: C", "D, end: true"], {"B102": ["C"]}),
        (["A, next: D", "C", "B, start: true", "D, end: true"], {"B102": ["C"]}),
        (["A, end: true", "B, start: true"], {"B103": ["B"]}),
        (["A", "B, next: A"], {"B104": ["A"]}),
        (["A", "B, next: B"], {"B104": ["B"]}),
        (["A", "B, next: {to: A, at_most: 2}"], {"B104": ["A"]}),
        (["A", "B", "C, next: B, end: true"], {"B105": ["B"]}),
        (["A", "B", "C, next: {to: B, at_most: 3}, end: true"], {}),
        (["A, next: [B, {to: C, when: w}]", "B, end: true", "C", "D, next: C"], {"B104": ["C"]}),
        (["A, next: [A, {to: B, when: w}]", "B, next: [B, {to: A, when: w}], end: true"], {"B105": ["A"]}),
        (["A, next: {to: other/, when: w}"], {}),
    ],
)
def test_where_the_customer_gets(steps: list[str], expected: dict[str, list[str]]) -> None:
    assert flow(*steps) == expected


def test_a_bounded_loop_inside_an_unbounded_one_bounds_only_itself() -> None:
    steps = ["A", "B, next: [C, {to: A, when: w, at_most: 1}]", "C, next: {to: A, when: v}, end: true"]
    (told,) = found("B105", "steps:\n" + "".join(f"  - {{step: {step}, customer: x}}\n" for step in steps))
    assert told.source.position(told.span.start).line == HEAD.count("\n") + 4


def test_exits_from_anywhere_lead_out_of_a_loop_and_reach_their_target() -> None:
    steps = ["A", "B, next: {to: A, at_most: 9}", "Out, end: true"]
    assert set(flow(*steps)) == {"B102", "B104"}
    assert flow(*steps, before="anywhere: {to: Out, when: tired}\n") == {}


@pytest.mark.parametrize("last", ["next: Nowhere", "end: perhaps", "next: [[C]]", "next: {too: A}"])
def test_what_cannot_be_read_is_its_own_finding_and_no_other(last: str) -> None:
    assert flow("A", f"B, {last}") == {}


def test_a_name_that_leads_nowhere_leaves_open_what_is_out_of_reach() -> None:
    assert flow("A, next: Ce", "B", "C, end: true") == {}


def test_owners_and_promises_may_be_called_like_words_of_the_flow() -> None:
    body = "steps: [{step: A, customer: x}, {step: B, customer: x}]\n"
    body += "promises: {next: {promise: P, by: nobody, to: guest}}\n"
    assert marked("B103", body) == ["B"]


def test_phases_give_exits_to_their_own_steps_alone() -> None:
    body = """\
phases:
  - phase: One
    anywhere: {to: Out, when: tired}
    steps: [{step: Z, customer: x}, {step: A, customer: x}, {step: Out, customer: x}, {step: B, end: true}]
  - phase: Two
"""
    assert marked("B109", body) == ["Two"]
    (told,) = found("B110", body)
    assert "after “A” everybody comes to “Out”" in told.finding.message


class TestBranches:
    STEPS = "steps:\n  - {{step: A, next: {ways}}}\n  - {{step: B, end: true}}\n  - {{step: C, end: true}}\n"

    @pytest.mark.parametrize(
        ("ways", "open_ways", "twice"),
        [
            ("[B, C]", ["C"], []),
            ("[B, B]", [], ["B"]),
            ("[B, {to: C, when: w}]", [], []),
            ("[B, {to: C, after: 2 h}]", [], []),
            ("[{to: B, when: w}, {to: C, when: W}]", [], ["C"]),
            ("[{to: B, when: w}, {to: C, when: w, after: 1 h}]", [], []),
            ("[{to: B, when: w}, {to: B, when: v}]", [], []),
            ("[B, C, other/]", ["C"], []),
        ],
    )
    def test_who_goes_where(self, ways: str, open_ways: list[str], twice: list[str]) -> None:
        body = self.STEPS.format(ways=ways)
        assert marked("B106", body) == open_ways
        assert marked("B107", body) == twice

    def test_a_way_said_twice_goes_and_one_of_two_conditions_does_not(self) -> None:
        for ways, mended in (
            ("[{to: B, when: w}, {to: B, when: w}, C]", "next: [{to: B, when: w}, C]"),
            ("[{to: B, when: w}, {to: C, when: w}]", ""),
        ):
            workspace = loads_workspace({"a.journey.yaml": HEAD + self.STEPS.format(ways=ways)})
            told = check(workspace, Choice(only=("B107",)))
            fixed = fix_text(workspace.files.documents["a.journey.yaml"], told)
            assert bool(told[0].finding.fix) is bool(mended)
            assert mended in fixed.text


class TestLinks:
    BODY = """\
steps:
  - step: Order
    customer: {{do: Order, {customer}}}
    frontstage: {{do: Take the order, id: take, owner: waiter, {front}}}
    backstage: {{do: Book a table, id: book, owner: waiter, {back}}}
  - step: Eat
    customer: Eat
    frontstage: {{do: Serve, id: serve, owner: waiter}}
    backstage: [{{do: Cook, id: cook, owner: kitchen, uses: [wash]}}, {{do: Wash, id: wash, owner: kitchen, {wash}}}]
    next: {{to: Order, when: hungry, at_most: 1}}
    end: true
"""

    def body(self, **more: str) -> str:
        return self.BODY.format(
            **{"customer": "id: o", "front": "note: n", "back": "note: n", "wash": "note: n"} | more
        )

    @pytest.mark.parametrize(
        ("more", "expected"),
        [
            ({}, {}),
            ({"wash": "uses: cook"}, {"B207": ["wash"]}),
            ({"wash": "uses: serve"}, {"B206": ["serve"], "B207": ["wash"]}),
            ({"back": "uses: take"}, {"B206": ["take"], "B207": ["take"]}),
            ({"customer": "uses: book"}, {"B202": ["book"]}),
            ({"customer": "uses: book, channel: phone"}, {}),
            ({"customer": "uses: take"}, {}),
            ({"back": "triggers: book"}, {"B208": ["book"]}),
            ({"back": "triggers: take"}, {}),
            ({"front": "uses: cook"}, {}),
        ],
    )
    def test_what_stands_on_what(self, more: dict[str, str], expected: dict[str, list[str]]) -> None:
        body = self.body(**more)
        assert {rule: marks for rule in ("B202", "B206", "B207", "B208") if (marks := marked(rule, body))} == expected

    def test_what_comes_later_comes_so_on_every_way(self) -> None:
        body = self.body(front="uses: cook")
        assert not found("B211", body)
        assert marked("B211", body.replace("    next: {to: Order, when: hungry, at_most: 1}\n", "")) == ["cook"]

    def test_two_who_wait_for_one_another_across_columns(self) -> None:
        (told,) = found("B207", self.body(front="uses: serve").replace("id: serve,", "id: serve, uses: take,"))
        assert "“Take the order” and “Serve”" in told.finding.message


class TestChannels:
    CHANNELS = "channels: {site: {name: Website, kind: web}, line: {name: Hotline, kind: Telephone}, desk: Desk}\n"
    BODY = """\
steps:
  - {{step: A, customer: x, frontstage: {{do: First, owner: waiter, channel: {first}}}}}
  - {{step: B, customer: x, frontstage: {second}, {more}end: true}}
"""

    @pytest.mark.parametrize(
        ("first", "second", "more", "changed"),
        [
            ("site", "line", "", True),
            ("Website", "Hotline", "", True),
            ("web", "letter", "", True),
            ("site", "desk", "", False),
            ("line", "site", "", False),
            ("desk", "line", "", False),
            ("site", "app", "", False),
            ("site", "line", "proactive: true, ", False),
            ("site", "line", "wait: 2 days, ", False),
        ],
    )
    def test_when_the_customer_has_to_change(self, first: str, second: str, more: str, changed: bool) -> None:
        cell = f"{{do: Second, owner: waiter, channel: {second}}}"
        body = self.CHANNELS + self.BODY.format(first=first, second=cell, more=more)
        assert marked("B203", body) == (["Second"] if changed else [])

    def test_a_second_way_that_goes_on_is_enough(self) -> None:
        cell = "[{do: Call, owner: waiter, channel: line}, {do: Chat, owner: waiter, channel: site}]"
        assert not found("B203", self.CHANNELS + self.BODY.format(first="site", second=cell, more=""))

    def test_a_slip_is_mended_and_a_new_word_is_not(self) -> None:
        cell = "{do: Second, owner: waiter, channel: sitee}"
        text = HEAD + self.CHANNELS + self.BODY.format(first="qqqq", second=cell, more="")
        workspace = loads_workspace({"a.journey.yaml": text})
        told = check(workspace, Choice(only=("B205",)))
        fixed = fix_text(workspace.files.documents["a.journey.yaml"], told)
        assert len(told) == 2
        assert "channel: site}" in fixed.text
        assert "channel: qqqq" in fixed.text

    def test_without_declared_channels_any_word_will_do(self) -> None:
        assert not found("B205", self.BODY.format(first="dove", second="{do: X, owner: waiter}", more=""))
        assert not found("B212", self.BODY.format(first="dove", second="{do: X, owner: waiter}", more=""))


def test_what_a_step_lacks_is_told_once() -> None:
    body = """\
lanes: {diary: {kind: customer, after: customer}, papers: {kind: evidence, after: evidence}}
steps:
  - step: Empty
  - {step: Seen, evidence: Sign}
  - {step: Busy, backstage: {do: Work, owner: kitchen}}
  - {step: Bare, customer: [Sit, Stand]}
  - {step: Written, diary: Write, papers: Letter}
  - {step: Quiet, customer: Wait, wait: 1 day, end: true}
"""
    assert marked("B209", body) == ["Empty"]
    assert marked("B210", body) == ["Busy"]
    assert marked("B201", body) == ["Sit"]


def test_a_long_journey_with_everything_linked_is_judged_without_recursion() -> None:
    count = 1500
    steps = "".join(
        f"  - {{step: S{n}, id: s{n}, customer: x, frontstage: {{do: f, id: f{n}, owner: waiter, uses: b{n}}}, "
        f"backstage: {{do: b, id: b{n}, owner: kitchen, uses: b{n + 1}}}}}\n"
        for n in range(count)
    )
    last = f"  - {{step: Last, customer: x, backstage: {{do: b, id: b{count}, owner: kitchen, uses: b0}}}}\n"
    (journey,) = loads_workspace({"a.journey.yaml": f"{HEAD}steps:\n{steps}{last}"}).journeys.values()
    told = {
        rule.code: len(list(rule.check(journey, *([] if rule.limit is None else [rule.limit]))))
        for rule in catalogue()
        if rule.code[0] in "OB" and rule.over == "journey"
    }
    assert told["B103"] == 1
    assert told["B207"] == 1
    assert told["O201"] == count
    assert told["B104"] == told["B102"] == 0


class TestAtOnce:
    """Ways that are taken all at once: what is wrong with them, and where that is said."""

    @pytest.mark.parametrize(
        ("steps", "expected"),
        [
            (["A, next: {all: [B, C]}", "B, next: D", "C", "D, end: true"], {}),
            (["A, next: {all: [B, D]}", "B, next: D", "D, end: true"], {}),
            (["A, next: {all: [B]}", "B, end: true"], {"B111": ["B"]}),
            (["A, next: {all: [B, B]}", "B, end: true"], {"B111": ["B"]}),
            (["A, next: {all: B}", "B, end: true"], {"B111": ["B"]}),
            (["A, next: {all: [B, C]}", "B, end: true", "C, end: true"], {"B112": ["all"]}),
            (["A, next: {all: [B, other/]}", "B, end: true"], {"B112": ["all"]}),
            (["A, next: {all: [B, C]}", "B, next: D", "C", "D, next: [{to: A, at_most: 2}, E]", "E, end: true"],
             {"B113": ["all"]}),
            (["A, next: {all: [B, C]}", "B, next: [{to: A, at_most: 2}, D]", "C", "D, end: true"], {"B113": ["all"]}),
            (["Z, next: [A, {to: Z, at_most: 2}]", "A, next: {all: [B, C]}", "B, next: D", "C",
              "D, next: [{to: D, at_most: 2}, E]", "E, end: true"], {}),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_told_at_its_place(self, steps: list[str], expected: dict[str, list[str]]) -> None:
        body = "steps:\n" + "".join(f"  - {{step: {one}}}\n" for one in steps)
        found = {rule: marks for rule in ("B111", "B112", "B113") if (marks := marked(rule, body))}
        assert found == expected

    def test_they_are_one_way_among_others(self) -> None:
        body = "steps: [{step: A, next: [{all: [B, C]}, D]}, {step: B, next: D}, {step: C}, {step: D, end: true}]\n"
        assert marked("B106", body) == ["D"]
        assert marked("B106", body.replace(", D]}", "]}")) == []


@pytest.mark.parametrize(("channels", "told"), [("", []), ("channels: {table: At the table}\n", ["web"])])
def test_channels_are_checked_as_soon_as_one_is_declared(channels: str, told: list[str]) -> None:
    body = "steps: [{step: Eat, customer: Eat, frontstage: {do: Serve, owner: waiter, channel: web}, end: true}]\n"
    assert marked("B205", channels + body) == told
