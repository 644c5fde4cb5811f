"""Point 8: what says no time is assumed to take none."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.verdict import Silence, State
from promises.shop import AT_SERVE, SERVE, SHOP, p, silences

DAY = 86400


class TestSilence:
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
        assert loads(SHOP.replace("steps:", f"{lanes}steps:") + steps + words).promises["p"].verdict.state is (
            State.SOUND
        )

    def test_one_that_says_no_within_is_asked_no_time(self) -> None:
        assert p(AT_SERVE % ("", ""), SERVE).state is State.SOUND
