"""The oracle against the cases whose right verdict is known, and the generator against silence on any point."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from .generate import random_workspace, shrink
from .oracle import Answer, answers
from .quantities import calendar_of

P = "j/p"


def judged(steps: list[dict[str, Any]], **more: Any) -> dict[str, Answer]:
    """The verdicts of one journey with the shared head of the cases."""
    promises = {
        name: {"promise": name, "by": "shop", "to": "buyer"} | promise for name, promise in more.pop("promises").items()
    }
    steps = [*steps[:-1], {"end": "true", **steps[-1]}]
    journey = {"journey": "J", "owner": "shop", "customer": "buyer", "steps": steps, "promises": promises, **more}
    owners: dict[str, Any] = {name: {"name": name} for name in ("shop", "depot", "data")}
    shared = {"owners": owners, "customers": {"buyer": {"name": "Buyer"}}}
    return answers({"journeys": {"j": journey}, "shared": shared})


def do(name: str, owner: str = "shop", **more: Any) -> dict[str, Any]:
    """An action."""
    return {"do": name, "owner": owner, **more}


def show(name: str, **more: Any) -> dict[str, Any]:
    """A step with a touchpoint of the shop that takes no time."""
    return {"step": name, "frontstage": do(f"Do {name}", takes="none"), **more}


def kept(made: Any = "Order", at: Any = "Serve", **more: Any) -> dict[str, Any]:
    """The promise p."""
    return {"p": {"made": made, "kept": at, **more}}


def test_lists_count() -> None:
    """1: every action of the next company lane supports."""
    cake = {"step": "Serve", "frontstage": do("Hand over"), "backstage": [do("Bake", "depot"), do("Write", "depot")]}
    found = judged([show("Order"), cake], promises=kept())[P]
    assert found.faults == {(5, ("hand-over", "bake")), (5, ("hand-over", "write"))}
    label = {"step": "Serve", "frontstage": do("Hand over"), "backstage": [do("Pack"), {"do": "Label"}]}
    assert judged([show("Order"), label], promises=kept())[P].faults == {(5, ("label",))}


def test_uses_takes_nothing_away() -> None:
    """2: `uses` of actions elsewhere adds; within the cell below it narrows."""
    mails = {"step": "Order", "frontstage": do("Take"), "backstage": do("Mails", id="mailer")}

    def shipped(uses: str) -> Answer:
        step = {"step": "Serve", "frontstage": do("Send", uses=uses), "backstage": do("Pack", "depot")}
        return judged([mails, step], promises=kept())[P]

    assert shipped("mailer").faults == {(5, ("send", "pack"))}
    assert shipped("none").state == "sound"


def test_when_holds_for_its_own_place() -> None:
    """3: and for the way taken there once."""
    ways = {"next": [{"to": "Gift", "when": "gift"}, "Ask"]}
    lost = {"next": ["Serve", "Leave"]}
    steps = [show("Order", **ways), show("Gift", next="Serve"), show("Ask", **lost), show("Leave", end="true")]
    made = [{"at": "Order", "when": "gift"}, "Ask"]
    found = judged([*steps, show("Serve")], promises=kept(made))[P]
    assert found.faults == {(3, ("do-serve", "ask", ("leave",)))}
    taste = show("Taste", next=[{"to": "Taste", "when": "sweet", "at_most": "2"}, {"to": "Serve", "when": "right"}])
    assert judged([taste, show("Serve")], promises=kept({"at": "Taste", "when": "sweet"}))[P].state == "sound"


def test_kept_at_a_customers_action() -> None:
    """4: fails point 2."""
    step = show("Serve", customer=do("Take", "none", id="take"))
    found = judged([show("Order"), step], promises=kept(at="take"))[P]
    assert found.faults == {(2, ())}


def test_one_word() -> None:
    """5: 7 days and 7 working days are two."""
    promises = {name: kept(within=within)["p"] for name, within in (("p", "7 days"), ("q", "7 working days"))}
    found = judged([show("Order"), show("Serve")], promises=promises)
    assert [one.faults for one in found.values()] == [{(10, ())}] * 2


def test_work_follows_support() -> None:
    """6: a consumer's own work comes after what it waits for; a supplier is not charged with it."""
    bake = do("Bake", "depot", takes="1 h", promised={"within": "3 days"})
    step = {"step": "Serve", "frontstage": do("Hand over", takes="1 day"), "backstage": bake}
    assert judged([show("Order"), step], promises=kept(within="73 h"))[P].faults == {(8, ())}
    plan = {
        "step": "Plan",
        "frontstage": do("Show"),
        "backstage": do("Choose", "depot", takes="10 s", promised={"within": "15 s"}),
        "support": do("Serve", "data", promised={"within": "1 s"}),
    }
    found = judged([plan], promises={})
    assert (found["j/serve"].state, found["j/choose"].state, found["j/choose"].latest) == ("assumed", "assumed", 11)
    assert found["j/serve"].assumptions == {("time", "serve")}


@pytest.mark.parametrize(("takes", "within"), [("2 working days", "23 h"), ("2 working hours", "2 h")])
def test_working_and_elapsed_time(takes: str, within: str) -> None:
    """7: on the calendar, from the worst start."""
    step = {"step": "Serve", "frontstage": do("Hand over", takes=takes)}
    found = judged([show("Order"), step], promises=kept(within=within))[P]
    assert found.faults == {(8, ())}
    assert found.calendar


def test_a_working_day_in_four_days() -> None:
    """From Friday at 17:00 a working day is over on Monday at 17:00."""
    step = {"step": "Serve", "frontstage": do("Hand over", takes="1 working day")}
    found = judged([show("Order"), step], promises=kept(within="4 days"))[P]
    assert found.state == "sound"
    assert found.latest == 72 * 3600
    assert found.slack == 24 * 3600


def test_a_condition_elsewhere_without_within() -> None:
    """8: leaves the promise unproven."""
    back = {"step": "Before", "frontstage": do("Look"), "backstage": do("Stock", "depot", takes="1 h")}
    condition = {"by": "depot", "to": "shop", "made": "Before", "kept": "stock"}
    ways = {"start": "true", "takes": "none"}
    steps = [back, show("Order", **ways), show("Serve")]
    promises = kept(within="1 day", relies_on=["q"]) | {"q": condition}
    assert judged(steps, promises=promises)[P].unproven == {"condition:j/q"}


def test_nested_loops() -> None:
    """9: Check → Fill in twice, Decide (10 days) → Fill in once is 20 days at the worst."""
    steps = [
        show("Fill in"),
        show("Check", next=["Decide", {"to": "Fill in", "at_most": "2"}]),
        show("Decide", wait="10 days", next=["Serve", {"to": "Fill in", "at_most": "1"}]),
        show("Serve"),
    ]
    found = judged(steps, promises=kept("Fill in", within="20 days"))[P]
    assert found.state == "sound"
    assert found.latest == 20 * 86400
    assert found.slack == 0


def test_silence() -> None:
    """10: action by action; `takes: none` settles it."""
    steps: list[dict[str, Any]] = [
        {"step": "Order", "frontstage": do("Take")},
        {"step": "Rest", "customer": "Wait"},
        show("Serve"),
    ]
    found = judged(steps, promises=kept(within="1 day"))[P]
    assert found.state == "assumed"
    assert found.assumptions == {("time", "take"), ("time", "rest")}
    assert judged([show("Order"), show("Serve")], promises=kept(within="1 day"))[P].state == "sound"


def test_every_escape_at_once() -> None:
    """11: one finding with all its ends."""
    steps = [show("Order", next=["A", "B", "Serve"]), show("A", end="true"), show("B", end="dropped out")]
    found = judged([*steps, show("Serve")], promises=kept())[P]
    assert found.faults == {(3, ("do-serve", "order", ("a", "b")))}


def test_conditions_come_first() -> None:
    """12: one that is kept before only by looping back is too late; one on some ways only is an assumption."""
    condition = {"by": "depot", "to": "shop", "made": "Order", "kept": "back"}
    promises = kept(relies_on=["q"]) | {"q": condition}
    after = show("After", backstage=do("Back", "depot"), next=[{"to": "Order", "at_most": "1"}, "End"])
    after["frontstage"]["uses"] = "none"
    looped = judged([show("Start"), show("Order"), show("Serve"), after, show("End")], promises=promises)
    assert looped[P].faults == {(6, "j/q")}
    side = show("Side", backstage=do("Back", "depot"), next="Serve")
    side["frontstage"]["uses"] = "none"
    steps = [show("Order", next=["Side", "Serve"]), side, show("Serve")]
    found = judged(steps, promises=kept(relies_on=["q"]) | {"q": condition | {"made": "Side"}})[P]
    assert found.state == "assumed"
    assert found.assumptions == {("condition", "j/q")}


def test_all_ways_at_once() -> None:
    """13: it is enough that one of them comes to k; the longest counts."""
    steps = [
        show("Order", next={"all": ["A", "B"]}),
        show("A", next="Meet", wait="2 days"),
        show("B", next="Meet", wait="3 days"),
        show("Meet"),
    ]
    found = judged(steps, promises=kept(at="A", within="1 day") | {"q": kept(at="Meet", within="3 days")["p"]})
    assert [found[P].state, found["j/q"].state] == ["broken", "sound"]
    assert found["j/q"].slack == 0
    assert found[P].faults == {(8, ())}


def test_rates() -> None:
    """14: sound up to Σ − (n − 1), assumed up to the product; shared, unproven up to the least."""

    def rated(at_least: str, **more: Any) -> Answer:
        cell = [do(f"Do {name}", "depot", promised={"id": name, "at_least": "95%"}, **more) for name in "qr"]
        steps = [{"step": "Order", "frontstage": do("Hand over"), "backstage": cell, "support": do("Db", "depot")}]
        return judged(steps, promises=kept(at="hand-over", at_least=at_least))[P]

    assert [rated(rate, uses="none").state for rate in ("90%", "90.25%", "93%")] == ["sound", "assumed", "broken"]
    assert [rated(rate).state for rate in ("90%", "90.25%", "93%", "96%")] == ["sound", "assumed", "unproven", "broken"]


def test_working_time_walks_the_calendar() -> None:
    """The end of a day is that day's; the next work begins when people do."""
    calendar, hour, day = calendar_of(None), 3600, 86400
    assert calendar.later(9 * hour, 8 * hour) == 17 * hour
    assert calendar.later(4 * day + 16 * hour, 2 * hour) == 7 * day + 10 * hour
    assert calendar.later(5 * day, 40 * hour) == 7 * day + 4 * day + 17 * hour
    assert calendar_of({"day": "7.5 h", "week": "6 days"}).week == 45 * hour


def test_a_shrunk_workspace_is_still_wrong() -> None:
    """And can be made no smaller by deleting."""

    def wrong(workspace: dict[str, Any]) -> bool:
        return any({point for point, _ in one.faults} == {5} for one in answers(workspace).values())

    found = next(workspace for workspace in map(random_workspace, range(200)) if wrong(workspace))
    small = shrink(found, wrong)
    assert wrong(small)
    assert len(str(small)) < len(str(found))


def test_kept_at_any() -> None:
    """15: a list means each, `any` one of them."""
    steps = [show("Order", next=["Home", "Shop"]), show("Home", end="true"), show("Shop")]
    assert judged(steps, promises=kept(at=["Home", "Shop"]))[P].state == "broken"
    assert judged(steps, promises=kept(at={"any": ["Home", "Shop"]}))[P].state == "sound"


def test_every_state_and_point_occurs() -> None:
    """The generator leaves no verdict and no point out."""
    states: Counter[str] = Counter()
    faults: Counter[int] = Counter()
    for seed in range(400):
        for answer in answers(random_workspace(seed)).values():
            states[answer.state] += 1
            faults.update({point for point, _ in answer.faults})
    assert set(states) == {"sound", "assumed", "unproven", "broken"}
    assert set(faults) == set(range(1, 11))
