"""Owners, customers, channels, lanes and calendar: a workspace's and a journey's own, put together."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import CustomerNode, OwnerNode
from journeys.language.finding import Part

SHARED = """
workspace: House
owners: {chef: {name: The chef, kind: role}, cook: {reports_to: chef}}
customers: {guest: {name: The guest, goals: [Eat]}}
channels: {web: {name: The web, kind: app}, letter: {}}
lanes: {system: {name: Systems, after: backstage}}
calendar: {day: 6 h, week: 4 days}
"""
OWN = "journey: Dinner\n%s\nsteps: [{step: Eat}]\n"


def journey_of(own: str, shared: str = SHARED) -> JourneyGraph:
    return loads_workspace({"dinner.journey.yaml": OWN % own}, shared).journeys["dinner"]


def lanes(journey: JourneyGraph) -> list[str]:
    return [lane.id for lane in journey.lanes]


class TestTogether:
    def test_what_the_workspace_declares_is_every_journeys(self) -> None:
        journey = journey_of("")
        assert journey.owners["chef"] == OwnerNode(
            id="owner:chef", name="The chef", place=journey.owners["chef"].place, key="chef", kind="role"
        )
        assert journey.known_customers["guest"] == CustomerNode(
            id="customer:guest",
            name="The guest",
            place=journey.known_customers["guest"].place,
            key="guest",
            goals=("Eat",),
        )
        assert (journey.owners["cook"].name, journey.owners["cook"].reports_to) == ("cook", "chef")
        assert journey.owners["cook"].place == ("journeys.yaml", ("owners", "cook"), Part.KEY)
        assert journey.known_customers["guest"].place == ("journeys.yaml", ("customers", "guest"), Part.KEY)
        assert journey.channels == {"web": "The web", "letter": "letter"}
        assert journey.channel_kinds == {"web": "app", "letter": "letter"}
        assert (journey.working_time.day, journey.working_time.week) == (6 * 3600, 4)
        assert "system" in lanes(journey)
        assert journey.findings == ()

    def test_what_a_journey_declares_is_added(self) -> None:
        journey = journey_of(
            "owners: {waiter: {}}\ncustomers: {child: {}}\nchannels: {web: {}, shop: {kind: in person}}\n"
            "lanes: {robot: {}}\ncalendar: {day: 5 h}"
        )
        assert [(owner.key, owner.id, owner.journey) for owner in journey.owners.values()] == [
            ("chef", "owner:chef", ""),
            ("cook", "owner:cook", ""),
            ("waiter", "owner:dinner/waiter", "dinner"),
        ]
        assert [(one.key, one.id, one.journey) for one in journey.known_customers.values()] == [
            ("guest", "customer:guest", ""),
            ("child", "customer:dinner/child", "dinner"),
        ]
        assert journey.channels == {"web": "web", "letter": "letter", "shop": "shop"}
        assert journey.channel_kinds == {"web": "web", "letter": "letter", "shop": "in person"}
        assert lanes(journey)[-1] == "robot"
        assert (journey.working_time.day, journey.working_time.week) == (5 * 3600, 4)

    def test_one_journey_knows_nothing_of_what_another_declares(self) -> None:
        texts = {
            "a.journey.yaml": "journey: A\nowners: {x: {}}\nlanes: {robot: {}}\nsteps: [{step: S}]",
            "b.journey.yaml": "journey: B\nsteps: [{step: S}]",
        }
        other = loads_workspace(texts, SHARED).journeys["b"]
        assert list(other.owners) == ["chef", "cook"]
        assert "robot" not in lanes(other)


class TestSaidTwice:
    @pytest.mark.parametrize(
        ("section", "key", "what"), [("owners", "chef", "owner"), ("customers", "guest", "customer")]
    )
    def test_who_is_declared_in_the_workspace_too_is_said(self, section: str, key: str, what: str) -> None:
        journey = journey_of(f"{section}: {{{key}: Mine, other: {{}}}}")
        (finding,) = journey.findings
        assert finding.message == f"the {what} “{key}” is declared in the workspace too"
        assert finding.place == ("dinner.journey.yaml", (section, key), Part.KEY)
        assert finding.related == (
            (("journeys.yaml", (section, key), Part.KEY), "it is declared here for all journeys"),
        )
        assert finding.help == "leave it out here, or give it an id of its own"
        assert finding.name == "name-said-twice"

    def test_the_journeys_own_is_the_one_that_counts(self) -> None:
        journey = journey_of("owners: {chef: Mine}\ncustomers: {guest: Mine}")
        assert (journey.owners["chef"].name, journey.owners["chef"].id) == ("Mine", "owner:dinner/chef")
        assert (journey.known_customers["guest"].name, journey.known_customers["guest"].id) == (
            "Mine",
            "customer:dinner/guest",
        )

    @pytest.mark.parametrize(
        ("key", "path", "message"),
        [
            ("system", (), "there is a lane “system” already"),
            (
                "frontstage",
                ("before",),
                "the lane “frontstage” is built in: its kind and its place are what they are",
            ),
        ],
    )
    def test_a_lane_that_is_there_already_is_said_and_left_as_it_was(
        self, key: str, path: tuple[str, ...], message: str
    ) -> None:
        journey = journey_of(f"lanes: {{{key}: {{name: Mine, before: evidence}}, robot: {{}}}}")
        (finding,) = journey.findings
        assert finding.message == message
        assert finding.place == ("dinner.journey.yaml", ("lanes", key, *path), Part.KEY)
        assert finding.name == "name-said-twice"
        assert lanes(journey) == [
            "evidence",
            "customer",
            "frontstage",
            "backstage",
            "system",
            "support",
            "robot",
        ]
        assert "Mine" not in [lane.name for lane in journey.lanes]


class TestLanes:
    @pytest.mark.parametrize(
        ("declared", "expected"),
        [
            ("new: {}", "evidence customer frontstage backstage support new"),
            ("new: {after: frontstage}", "evidence customer frontstage new backstage support"),
            ("new: {before: frontstage}", "evidence customer new frontstage backstage support"),
            ("new: {after: Backstage}", "evidence customer frontstage backstage new support"),
            ("new: {before: evidence}", "new evidence customer frontstage backstage support"),
            ("new: {kind: evidence}", "evidence new customer frontstage backstage support"),
            ("new: {kind: customer}", "evidence customer frontstage backstage support new"),
            ("new: {kind: evidence, after: customer}", "evidence customer new frontstage backstage support"),
            (
                "first: {before: evidence}, new: {kind: evidence}",
                "first evidence customer frontstage backstage support new",
            ),
            ("one: {after: support}, two: {after: one}", "evidence customer frontstage backstage support one two"),
            ("one: {after: support}, two: {before: one}", "evidence customer frontstage backstage support two one"),
            ("one: {after: two}, two: {after: three}, three: {before: evidence}", "three two one evidence customer"),
            (
                "one: {after: The other}, two: {name: The other, after: customer}",
                "evidence customer two one frontstage",
            ),
        ],
    )
    def test_a_lane_stands_where_it_says_or_last(self, declared: str, expected: str) -> None:
        journey = loads(OWN % f"lanes: {{{declared}}}")
        assert lanes(journey)[: len(expected.split())] == expected.split()
        assert journey.findings == ()

    def test_lanes_that_are_put_beside_one_another_in_a_circle_stand_last_and_one_is_told(self) -> None:
        journey = loads(OWN % "lanes: {one: {after: two}, two: {after: three}, three: {after: one}, own: {after: own}}")
        assert [finding.message for finding in journey.findings] == ["there is no lane “two”", "there is no lane “own”"]
        assert lanes(journey)[-4:] == ["one", "three", "two", "own"]

    def test_a_lane_has_a_name_and_a_kind(self) -> None:
        journey = loads(OWN % "lanes: {bot: {name: Robots}, crowd: {kind: customer}}")
        assert [(lane.name, lane.kind) for lane in journey.lanes[-2:]] == [("Robots", "company"), ("crowd", "customer")]

    @pytest.mark.parametrize("where", ["after", "before"])
    def test_a_lane_beside_one_that_is_not_there_is_said_and_stands_last(self, where: str) -> None:
        journey = loads(OWN % f"lanes: {{new: {{{where}: frontstag}}}}")
        (finding,) = journey.findings
        assert finding.message == "there is no lane “frontstag”"
        assert finding.place == ("text.journey.yaml", ("lanes", "new", where), Part.VALUE)
        assert (finding.name, finding.help) == ("unknown-reference", "did you mean `frontstage`?")
        assert lanes(journey)[-1] == "new"

    def test_the_workspaces_lanes_come_before_a_journeys(self) -> None:
        journey = journey_of("lanes: {mine: {after: Systems}}")
        assert lanes(journey) == ["evidence", "customer", "frontstage", "backstage", "system", "mine", "support"]


class TestWorkingTime:
    @pytest.mark.parametrize(
        ("calendar", "day", "week"),
        [
            ("{day: 6 h}", 6 * 3600, 5),
            ("{week: 4 days}", 8 * 3600, 4),
            ("{week: 4 working days}", 8 * 3600, 4),
            ("{day: 7.5 h, week: 6 days}", 27000, 6),
            ("{day: 1 s}", 1, 5),
        ],
    )
    def test_it_is_what_is_said_and_else_eight_hours_on_five_days(self, calendar: str, day: int, week: int) -> None:
        journey = loads(OWN % f"calendar: {calendar}")
        assert (journey.working_time.day, journey.working_time.week) == (day, week)
