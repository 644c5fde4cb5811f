"""A journey as a whole: its head, and the questions asked of it."""

from __future__ import annotations

from journeys.api import loads

from .everything import TEXT


def test_a_journey_says_what_is_written_at_its_head() -> None:
    journey = loads(TEXT)
    assert (journey.id, journey.name, journey.file) == ("line", "Get broadband installed", "text.journey.yaml")
    assert journey.place.path == ("journey",)
    assert (journey.job, journey.status, journey.version, journey.date) == ("Be online", "to-be", "3", "2026-05-01")
    assert (journey.authors, journey.entry, journey.success) == (("Ama", "Bo"), ("A leaflet",), ("Online", "Happy"))
    assert (journey.owner, journey.owner_text) == ("owner:line/shop", "shop")
    assert [customer.key for customer in journey.customers] == ["mover"]
    assert list(journey.known_customers) == ["mover", "tenant"]
    assert list(journey.owners) == ["shop", "coo", "net"]
    assert journey.phases == ("Order", "Rest")
    assert journey.channels == {"web": "The web", "letter": "letter"}
    assert journey.channel_kinds == {"web": "app", "letter": "letter"}
    assert (journey.working_time.day, journey.working_time.week) == (6 * 3600, 4)
    assert list(journey.blueprints) == ["wall"]
    assert journey.settings is not None
    assert journey.settings.profile == "strict"


def test_what_a_head_does_not_say_is_nothing() -> None:
    journey = loads("steps: [{step: Eat}]")
    assert (journey.job, journey.status, journey.version, journey.date) == ("", "", "", "")
    assert (journey.owner, journey.owner_text, journey.customers) == ("", "", ())
    assert (journey.working_time.day, journey.working_time.week) == (8 * 3600, 5)
    assert (journey.phases, journey.settings) == (("",), None)
