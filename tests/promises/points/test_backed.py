"""Points 4 and 5: own behaviour, and backed all the way down."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.verdict import Fault, Point, State
from promises.cases import ORDER_AND_VISIT, points, promise, promises, roots, state
from promises.shop import AT_SERVE, SERVE, SHOP, faults, p


class TestOwnBehaviour:
    """Point 4."""

    def test_nobody_promises_what_another_does(self) -> None:
        online = promise(
            ORDER_AND_VISIT + "promises: {online: {promise: Online, by: shop, to: mover, made: Order, kept: Visit}}"
        )
        assert points(online) == {Point.OWN_BEHAVIOUR}

    def test_unless_the_other_has_promised_it_to_him(self) -> None:
        found = promises(
            ORDER_AND_VISIT
            + """
promises:
  online: {promise: Online, by: shop, to: mover, made: Order, kept: Visit, relies_on: [visit]}
  visit: {promise: A visit, by: field, to: shop, made: Order, kept: Visit}
"""
        )
        assert state(found["online"]) is State.SOUND
        assert found["online"].relies_on == {"promise:broadband/visit"}
        assert found["visit"].relied_on_by == {"promise:broadband/online"}

    def test_what_nobody_owns_nobody_can_promise(self) -> None:
        online = promise(
            ORDER_AND_VISIT.replace(", owner: field", "")
            + "promises: {online: {promise: Online, by: field, to: mover, made: Order, kept: Visit}}"
        )
        assert points(online) == {Point.OWN_BEHAVIOUR}


class TestOwners:
    @pytest.mark.parametrize("where", ["phase", "lane", "step"])
    def test_an_owner_may_be_said_for_many_actions(self, where: str) -> None:
        said = {one: f", owner: {'shop' if one == where else 'none'}" for one in ("phase", "step")}
        lane = "lanes: {frontstage: {owner: shop}}\n" if where == "lane" else ""
        steps = (
            f"steps: [{{step: Order, end: true, frontstage: {{do: Take it}}{said['step'] if where == 'step' else ''}}}]"
        )
        phase = f"phases: [{{phase: One{said['phase'] if where == 'phase' else ''}, {steps}}}]\n"
        text = SHOP.replace("steps:\n", lane) + phase
        words = "promises: {p: {promise: P, by: shop, to: buyer, made: Order, kept: Order}}\n"
        assert loads(text + words).promises["p"].verdict.state is State.SOUND


COLUMN = """
steps:
  - step: Visit
    frontstage: {do: Install the line, owner: field%s}
    backstage: {do: Switch it on, owner: network%s}
    support: {do: Find the line%s}
promises:
  online: {promise: Online, by: field, to: mover, made: Visit, kept: Visit%s}
"""


class TestBackedAllTheWayDown:
    """Point 5."""

    def test_each_handoff_below_is_promised(self) -> None:
        found = promises(COLUMN % ("", ", promised: {id: switched}", ", owner: shop, promised: {id: found}", ""))
        assert state(found["online"]) is State.SOUND
        assert found["online"].relies_on == {"promise:broadband/switched", "promise:broadband/found"}

    def test_one_that_is_not_breaks_all_above(self) -> None:
        found = promises(COLUMN % ("", ", promised: {id: switched}", ", owner: shop", ""))
        assert state(found["online"]) is State.BROKEN
        assert state(found["switched"]) is State.BROKEN
        assert {point for _, point in roots(found["online"])} == {Point.BACKED}

    def test_one_owner_needs_no_promise_to_himself(self) -> None:
        assert state(promise((COLUMN % ("", "", ", owner: field", "")).replace("network}", "field}"))) is State.SOUND

    def test_an_action_that_nobody_owns_breaks_the_chain(self) -> None:
        online = promise(COLUMN % ("", ", promised: {id: switched}", "", ""))
        assert state(online) is State.BROKEN
        assert {chain.cause.at for chain in online.chains} == {"action:broadband/visit.support.1"}

    def test_all_of_a_list_below_supports_until_uses_says_what_does(self) -> None:
        text = """
steps:
  - step: Visit
    frontstage: {do: Install the line, owner: field%s}
    backstage: [{do: Switch it on, id: switch, owner: network}, {do: Clean up, id: clean, owner: field}]
promises: {online: {promise: Online, by: field, to: mover, made: Visit, kept: Visit}}
"""
        assert points(promise(text % "")) == {Point.BACKED}
        assert state(promise(text % ", uses: clean")) is State.SOUND
        assert state(promise(text % ", uses: none")) is State.SOUND
        assert points(promise(text % ", uses: switch")) == {Point.BACKED}


class TestListsCount:
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


class TestUsesTakesNothingAway:
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
