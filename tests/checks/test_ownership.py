"""Ownership: custom lanes, handoffs across columns, promises that cover, and organisations of any shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import HEAD, found, marked

from journeys.api import check, load_workspace, loads_workspace
from journeys.checks.fixes import fix_text
from journeys.checks.select import Choice
from journeys.language.finding import Located

LANES = """\
lanes:
  partner: {name: Partners, after: backstage}
  cloud: {name: Cloud, after: support}
  diary: {name: Diary, kind: customer, after: customer}
steps:
  - step: Eat
    customer: Eat
    diary: Write a line
    frontstage: {do: Serve, owner: waiter}
    partner: Bring the fish
    cloud: Keep the till running
    end: true
"""


def test_lanes_of_ones_own_are_backstage_or_support_by_their_place() -> None:
    assert marked("O102", LANES) == ["Bring the fish"]
    assert marked("O103", LANES) == ["Keep the till running"]
    assert "Partners" in found("O102", LANES)[0].finding.message


def test_a_steps_owner_stands_for_its_actions_until_one_says_none() -> None:
    body = (
        "steps:\n  - {step: Eat, owner: waiter, customer: Eat, backstage: [Cook, {do: Wash, owner: none}], end: true}\n"
    )
    assert marked("O102", body) == ["Wash"]


def test_an_owner_who_is_not_declared_is_not_told_as_missing() -> None:
    assert not found("O102", "steps:\n  - {step: Eat, backstage: {do: Cook, owner: chef}, end: true}\n")


def test_a_vacant_post_is_told_once_with_all_it_holds_and_once_for_the_journey() -> None:
    head = HEAD.replace("{name: Restaurant manager}", "{name: Restaurant manager, vacant: true}")
    body = "steps:\n  - {step: Eat, frontstage: [{do: A, owner: manager}, {do: B, owner: manager}], end: true}\n"
    first, second = found("O104", body, head=head)
    assert "accountable for this journey" in first.finding.message
    assert "answers for “A” and 1 more" in second.finding.message
    assert [item.message for item in second.related] == ["declared vacant here", "this too"]


def test_an_owner_called_like_a_system_is_one_and_is_told_once_for_all_journeys() -> None:
    shared = "owners: {till: {name: Till}, waiter: Waiters}\n"
    body = "owner: waiter\nsteps:\n  - {step: Pay, frontstage: {do: Pay, owner: till, system: TILL}, end: true}\n"
    files = {f"{name}.journey.yaml": f"journey: {name}\n{body}" for name in "ab"}
    (told,) = check(loads_workspace(files, shared), Choice(only=("O105",)))
    assert told.source.name == "journeys.yaml"


class TestHandoffs:
    UNDER = "steps:\n  - {{step: Eat, frontstage: {{do: Serve, owner: waiter}}, backstage: {cell}, end: true}}\n"

    @pytest.mark.parametrize(
        ("cell", "marks"),
        [
            ("{do: Cook, owner: kitchen}", ["Cook"]),
            ("{do: Cook, owner: kitchen, promised: {within: 1 h}}", []),
            ("{do: Cook, owner: kitchen, promised: {to: manager}}", ["Cook"]),
            ("{do: Cook, owner: waiter}", []),
            ("Cook", []),
            ("[{do: Cook, owner: kitchen}, {do: Wash, owner: kitchen}]", ["Cook", "Wash"]),
            ("[{do: Cook, owner: kitchen, promised: {within: 1 h}}, {do: Wash, owner: kitchen}]", ["Wash"]),
        ],
    )
    def test_a_link_within_a_column(self, cell: str, marks: list[str]) -> None:
        assert marked("O201", self.UNDER.format(cell=cell)) == marks

    @pytest.mark.parametrize(("by", "to", "covers"), [("kitchen", "waiter", True), ("waiter", "kitchen", False)])
    def test_a_standing_promise_covers_every_place_in_its_direction(self, by: str, to: str, covers: bool) -> None:
        body = self.UNDER.format(cell="{do: Cook, owner: kitchen}")
        body += f"promises:\n  p: {{promise: Always, by: {by}, to: {to}, kept: wherever}}\n"
        assert bool(found("O201", body)) is not covers

    def test_one_promise_is_missing_where_one_owner_builds_on_an_action_from_several_columns(self) -> None:
        body = """\
steps:
  - {step: Order, frontstage: {do: Take the order, owner: waiter, uses: cook}}
  - {step: Eat, frontstage: {do: Serve, owner: waiter, uses: cook}, backstage: {do: Cook, id: cook, owner: kitchen}}
  - {step: Complain, frontstage: {do: Listen, owner: manager, uses: cook}, end: true}
"""
        messages = [item.finding.message for item in found("O201", body)]
        assert len(messages) == 2
        assert {"“Waiters”" in message for message in messages} == {True, False}

    def test_what_is_set_off_in_another_column_is_a_handoff_too(self) -> None:
        body = """\
steps:
  - {step: Eat, frontstage: {do: Serve, owner: waiter, triggers: Pay.backstage}}
  - {step: Pay, frontstage: {do: Cash, owner: kitchen}, backstage: {do: Clean, owner: kitchen}, end: true}
"""
        (told,) = found("O201", body)
        assert "to: waiter" in told.finding.help
        assert not found("O201", body.replace("do: Clean", "promised: {to: waiter}, do: Clean"))

    def test_help_names_a_written_promise_where_the_short_one_is_taken(self) -> None:
        body = self.UNDER.format(cell="{do: Cook, owner: kitchen, promised: {to: manager}}")
        assert "by: kitchen, to: waiter, kept: eat.backstage" in found("O201", body)[0].finding.help


class TestHandedOver:
    STEPS = """\
steps:
  - {step: Book, frontstage: {do: Note, owner: manager}, next: [Eat, {to: Leave, when: full}]}
  - {step: Eat, frontstage: {do: Serve, owner: waiter}, end: true}
  - {step: Leave, frontstage: {do: Apologise, owner: manager}, end: true}
"""

    @pytest.mark.parametrize(
        ("promise", "covered"),
        [
            ("", False),
            ("by: waiter, to: guest, made: Book, kept: Eat", True),
            ("by: waiter, to: guest, made: Eat, kept: Eat", False),
            ("by: manager, to: guest, made: Book, kept: Leave", False),
            ("by: waiter, to: manager, made: Book, kept: Eat", True),
            ("by: manager, to: waiter, made: Book, kept: Book", False),
        ],
    )
    def test_what_covers_it(self, promise: str, covered: bool) -> None:
        body = self.STEPS + (f"promises:\n  p: {{promise: We know you, {promise}}}\n" if promise else "")
        assert marked("O202", body) == ([] if covered else ["Serve"])

    def test_an_exit_from_anywhere_hands_nobody_over(self) -> None:
        body = "anywhere: Leave\nsteps:\n" + "".join(
            f"  - {{step: {step}, frontstage: {{do: X, owner: {owner}}}, end: true}}\n"
            for step, owner in (("Book", "waiter"), ("Eat", "waiter"), ("Leave", "manager"))
        )
        assert not found("O202", body)

    def test_one_owner_who_stays_is_enough(self) -> None:
        both = "[{do: Serve, owner: waiter}, {do: Greet, owner: manager}]"
        assert not found("O202", self.STEPS.replace("{do: Serve, owner: waiter}", both))


def test_no_mans_land_is_told_once_for_a_stretch_over_branches() -> None:
    body = """\
steps:
  - {step: Book, frontstage: {do: Note, owner: manager}, next: [{to: Walk, when: near}, {to: Drive, when: far}]}
  - {step: Walk, customer: Walk, next: Queue}
  - {step: Drive, wait: 1 h, customer: Drive, next: Queue}
  - {step: Queue, wait: 20 min, customer: Wait}
  - {step: Eat, frontstage: {do: Serve, owner: waiter}}
  - {step: Think, customer: Think it over, end: true}
"""
    (told,) = found("O203", body)
    assert told.finding.message.startswith("for 3 steps in a row, with waits of 1 h, 20 min,")


class TestSuperiors:
    BODY = "steps:\n  - {step: Eat, frontstage: {do: Serve, owner: a}, backstage: {do: Cook, owner: b%s}, end: true}\n"

    @pytest.mark.parametrize(
        ("owners", "more", "told"),
        [
            ("a: {reports_to: c}, b: {reports_to: d}, c: {reports_to: d}, d: {}", "", False),
            ("a: {reports_to: c}, b: {reports_to: d}, c: {}, d: {}", "", True),
            ("a: {}, b: {}", "", False),
            ("a: {reports_to: b}, b: {}", "", False),
            ("a: {reports_to: c}, c: {}, b: {kind: partner}", "", True),
            ("a: {reports_to: c}, c: {}, b: {kind: partner}", ", promised: {within: 1 h}", False),
            ("a: {reports_to: c}, c: {}, b: {kind: team}", ", promised: {within: 1 h}", True),
        ],
    )
    def test_who_could_decide(self, owners: str, more: str, told: bool) -> None:
        head = f"journey: Dinner\nowners: {{{owners}}}\n"
        assert bool(found("O204", self.BODY % more, head=head)) is told

    @pytest.mark.parametrize(
        ("owners", "count"),
        [
            ("a: {reports_to: a}, b: {}", 1),
            ("a: {reports_to: b}, b: {reports_to: a}, c: {reports_to: a}", 1),
            ("a: {reports_to: b}, b: {reports_to: a}, c: {reports_to: d}, d: {reports_to: c}", 2),
            ("a: {reports_to: b}, b: {reports_to: c}, c: {}", 0),
        ],
    )
    def test_circles_are_told_once(self, owners: str, count: int) -> None:
        head = f"journey: Dinner\nowners: {{{owners}}}\n"
        assert len(found("O109", self.BODY % "", head=head)) == count

    def test_a_long_line_of_superiors(self) -> None:
        count = 3000
        chain = ", ".join(f"o{number}: {{reports_to: o{number + 1}}}" for number in range(count))
        head = f"journey: Dinner\nowners: {{{chain}, o{count}: {{}}, a: {{reports_to: o0}}, b: {{reports_to: o7}}}}\n"
        assert not found("O109", self.BODY % "", head=head)
        assert not found("O204", self.BODY % "", head=head)


class TestIdleOwners:
    SHARED = "owners: {boss: Boss, waiter: {name: Waiters, reports_to: boss}, idle: Idle}\n"
    PAY = "steps:\n  - {step: Pay, frontstage: {do: Pay, owner: waiter}, end: true}\n"

    def told(self, folder: Path, *names: str) -> list[Located]:
        (folder / "journeys.yaml").write_text(self.SHARED)
        for name, owner in (("a", "waiter"), ("b", "idle")):
            body = self.PAY.replace("waiter", owner)
            (folder / f"{name}.journey.yaml").write_text(f"journey: {name}\nowner: waiter\n{body}")
        return check(load_workspace(folder / names[0] if names else folder), Choice(only=("O107",)))

    def test_all_journeys_of_a_workspace_are_asked(self, tmp_path: Path) -> None:
        assert not self.told(tmp_path)

    def test_one_journey_says_nothing_of_who_works_in_the_others(self, tmp_path: Path) -> None:
        assert not self.told(tmp_path, "a.journey.yaml")

    def test_who_does_nothing_anywhere_is_told_at_the_declaration(self) -> None:
        text = f"journey: a\nowner: waiter\n{self.PAY}"
        (told,) = check(loads_workspace({"a.journey.yaml": text}, self.SHARED), Choice(only=("O107",)))
        assert told.source.name == "journeys.yaml"
        assert "“Idle”" in told.finding.message

    @pytest.mark.parametrize(
        "part",
        [
            "governance: {authority: idle}",
            "governance: {council: [idle]}",
            "measures: {m: {measure: M, owner: idle}}",
            "changes: {c: {change: C, told: {by: idle}}}",
            "voices: {v: {voice: V, from: idle}}",
        ],
    )
    def test_who_has_a_part_in_what_is_designed_is_not_idle(self, part: str) -> None:
        text = f"journey: a\nowner: waiter\n{self.PAY}"
        only = Choice(only=("O107",))
        assert not check(loads_workspace({"a.journey.yaml": text}, self.SHARED + part), only)
        assert not check(loads_workspace({"a.journey.yaml": text + part}, self.SHARED), only)

    def test_a_journeys_own_owner_who_is_only_promised_something_is_not_idle(self) -> None:
        text = f"journey: a\nowner: waiter\nowners: {{c: C, d: D}}\n{self.PAY}"
        text += "promises:\n  p: {promise: P, by: waiter, to: c, made: Pay, kept: Pay}\n"
        found = check(loads_workspace({"a.journey.yaml": text}, self.SHARED), Choice(only=("O107",)))
        assert [item.finding.message[:3] for item in found if item.source.name == "a.journey.yaml"] == ["“D”"]


def test_the_owner_of_a_customers_action_is_taken_away_by_the_fix() -> None:
    cells = "customer: {do: Pay, owner: waiter}, frontstage: {do: Cash, owner: waiter}"
    body = f"steps:\n  - {{step: Pay, {cells}, end: true}}\n"
    workspace = loads_workspace({"a.journey.yaml": HEAD + body})
    told = check(workspace, Choice(only=("O110",)))
    fixed = fix_text(workspace.files.documents["a.journey.yaml"], told)
    assert "customer: {do: Pay}, frontstage: {do: Cash, owner: waiter}" in fixed.text


def test_the_heaviest_owner_is_told_and_the_share_can_be_set() -> None:
    promises = "".join(
        f"  p{number}: {{promise: P{number}, by: {by}, to: guest, made: Eat, kept: {kept}}}\n"
        for number, (by, kept) in enumerate([("waiter", "Eat")] * 3 + [("manager", "Pay")] * 2)
    )
    body = f"""\
steps:
  - {{step: Eat, frontstage: {{do: Serve, owner: waiter}}}}
  - {{step: Pay, frontstage: {{do: Cash, owner: manager}}, end: true}}
promises:
{promises}"""
    (told,) = found("O205", body)
    assert "3 of the 5 promises to customers rest on “Waiters”" in told.finding.message
    assert not found("O205", body + "settings: {rules: {O205: {limit: 60}}}\n")
