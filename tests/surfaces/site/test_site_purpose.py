"""The pages for improvement and governance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from posixpath import dirname, join, normpath

import pytest
from lived import CAKE, SHARED, cakes

from journeys import api
from journeys.surfaces.site import pages
from journeys.surfaces.site.drawings import PageDrawing

TODAY = date(2026, 3, 1)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """The pages of the cake shop by path, without drawings."""
    return written(monkeypatch)


def written(monkeypatch: pytest.MonkeyPatch, cake: str = CAKE, shared: str = SHARED) -> Mapping[str, str]:
    monkeypatch.setattr(
        "journeys.surfaces.site.drawings.sheets", lambda *_: iter([PageDrawing("blueprint", "Drawing")])
    )
    found = pages(cakes(cake, shared), (), TODAY)
    return {page.path: page.content.decode() for page in found}


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_the_board_shows_each_change_by_how_far_it_has_come(site: Mapping[str, str]) -> None:
    page = site["improvement/index.html"]
    stages = re.findall(r'<section class="stage[^"]*"><h3>(.*?) <.*?</section>', page, re.DOTALL)
    assert stages == ["Thought of", "Begun", "Done", "Measured", "Lasted"]
    heads = [words(part).partition(" ") for part in re.findall(r"<h4[^>]*>(.*?)</h4>", page)]
    assert len(heads) == 5
    assert "40% 2026-01-01 30% 2026-01-20 12% 2026-03-01 better" in words(page)


def test_voices_say_who_when_and_what_answers_them(site: Mapping[str, str]) -> None:
    page = site["improvement/index.html"]
    rows = [words(row) for row in re.findall(r'<tr id="voice[^>]*>(.*?)</tr>', page, re.DOTALL)]
    assert rows == [
        "“It was cold” Host — Collect open",
        "“It comes late” Shop 2026-01-15 Hand over the cake (Collect) Call when it is late",
        "“Where is my cake?” Host 2026-02-01 Collect Send a text",
    ]


def test_expectations_say_their_kind_their_day_and_their_promise(site: Mapping[str, str]) -> None:
    rows = re.findall(r'<tr id="expectation[^>]*>(.*?)</tr>', site["improvement/index.html"], re.DOTALL)
    assert [words(row) for row in rows] == [
        "It is warm Collect must-be 2025-03-01 365 days ago Ready in ten minutes A slip with the hour",
        "It has my name on it Collect — — — —",
    ]


def test_governance_says_who_decides_and_where_goals_stand(site: Mapping[str, str]) -> None:
    page = words(site["governance/index.html"])
    assert "Decides Head of experience reports to Head of everything" in page
    assert "Last met 2026-02-10 before that 2026-01-10" in page
    assert "at most 10% 2026-12-31 12% , not there yet measured on 2026-03-01, after A slip with the hour" in page
    assert "We ring when it is ready Head of experience Broken Ready in ten minutes" in page
    assert "Boldness No practice and no promise serves it." in page


def test_pages_of_journeys_promises_and_owners_lead_there(site: Mapping[str, str]) -> None:
    journey = site["journeys/cake/index.html"]
    assert "3 voices, 1 open; 5 changes" in words(journey)
    assert '<a href="../../improvement/index.html#voice-cake.cold">' in journey
    assert "Answers what is expected It is warm" in words(site["promises/cake.ready.html"])
    assert "Judged by Calls that ask for the cake" in words(site["owners/joy.html"])
    assert "3 voices, 1 open" in words(site["index.html"])
    assert '"Voice", "improvement/index.html#voice-cake.where"' in site["assets/search-index.js"]


def test_every_link_leads_to_a_place_that_is_there(site: Mapping[str, str]) -> None:
    htmls = {path: page for path, page in site.items() if path.endswith(".html")}
    ids = {path: set(re.findall(r' id="([^"]+)"', page)) for path, page in htmls.items()}
    for path, page in htmls.items():
        for link, fragment in re.findall(r'<a href="([^"#:]*)#([^"]+)"', page):
            target = normpath(join(dirname(path), link)) if link else path
            assert fragment in ids[target], (path, link, fragment)


def test_pages_appear_only_where_something_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = "journey: Plain\nsteps: [{step: S, customer: A}]\n"
    monkeypatch.setattr(
        "journeys.surfaces.site.drawings.sheets", lambda *_: iter([PageDrawing("blueprint", "Drawing")])
    )
    found = {page.path: page.content.decode() for page in pages(api.loads_workspace({"plain.journey.yaml": plain}), ())}
    assert not {"improvement/index.html", "governance/index.html"} & set(found)
    assert "Improvement" not in found["index.html"]
    assert "Governance" not in found["index.html"]


def test_hostile_names_stay_words(monkeypatch: pytest.MonkeyPatch) -> None:
    evil = "'\"><script>alert(1)</script>'"
    cake = CAKE.replace("voice: It was cold", f"voice: {evil}").replace("change: Send a text", f"change: {evil}")
    shared = SHARED.replace("value: Calm", f"value: {evil}").replace("goal: All cakes are warm", f"goal: {evil}")
    for path, page in written(monkeypatch, cake, shared).items():
        assert not path.endswith(".html") or "<script>alert" not in page


def test_a_step_tells_the_first_of_many_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    voices = "".join(f"  v{number}: {{voice: Voice {number}, at: Collect}}\n" for number in range(100))
    found = written(monkeypatch, CAKE.replace("voices:\n", "voices:\n" + voices))
    assert "and 95 more" in words(found["journeys/cake/index.html"])
    assert found["improvement/index.html"].count('<tr id="voice-') == 103
