"""What customers answered, on the site's pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from sites import HOSTILE, SHOWN
from surveyed import SHARED, TODAY, surveyed

from blueprints.plots import alone
from journeys import api
from journeys.graph.workspace import Workspace
from journeys.surfaces.site import pages
from journeys.surfaces.site.drawings import PageDrawing

Site = Mapping[str, str]


def written(workspace: Workspace, today: date = TODAY, said: Callable[[str], object] = print) -> Site:
    """The pages by path, without drawings of journeys."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("journeys.surfaces.site.drawings.sheets", lambda *_: iter([PageDrawing("blueprint", "Drawing")]))
        return {page.path: page.content.decode() for page in pages(workspace, (), today, said)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return surveyed(tmp_path_factory.mktemp("asked"))


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    return written(api.load_workspace(folder))


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<svg.*?</svg>|<[^>]*>", " ", html, flags=re.DOTALL)).split())


def section(site: Site, name: str) -> str:
    """The section of a measure, in words."""
    found = re.search(rf'<section class="measure" id="measure-{name}">(.*?)</section>', site["measures/index.html"],
                      re.DOTALL)  # fmt: skip
    assert found
    return words(found[1])


def test_measures_say_owner_unit_place_and_figure(site: Site) -> None:
    table = site["measures/index.html"].partition('<h2 id="all">')[2]
    rows = re.findall(r"<tr(?: id=\"measure[^>]*)?>\s*(<th scope=\"row\">.*?)</tr>", table, re.DOTALL)
    first, second, third, fourth = map(words, rows[:4])
    assert first.startswith("Loyalty Scale: 1 to 5 Yes is: 4, 5 the share who say yes to all of these Was it good?")
    assert "46.2% (39.5% to 52.9%) , 208 responses" in first
    assert "Half our customers are loyal Cannot be told Nobody suffers in silence Reached" in first
    assert "First evening , Connect the house (First evening) Head of experience judged by it: Head of" in first
    assert first.endswith("gets in touch: Customer care within 2 working days")
    assert "100.0 , 12 responses few They would tell a friend Cannot be told" in second
    assert "cannot be told — Order Customer care" in third
    assert fourth == "Calls that ask where the router is % lower is better — — — Customer care"


def test_an_index_has_its_figures_by_question_month_segment_and_step(site: Site) -> None:
    said = section(site, "loyalty")
    assert "46.2% 95% interval 39.5% to 52.9% responses 208" in said
    assert "Answered from 2026-01-01 to 2026-06-08" in said
    assert "Would you tell a friend? 62.5% 55.8% to 68.8% 208 39 “Would you tell a friend?” costs most" in said
    assert "2026-06 75% 40.9% to 92.9% few 8" in said
    assert "Owner of a house 45.2% 36% to 54.8% 104 Renter 47.1%" in said
    assert "First evening 49.4% 38.9% to 59.9% 83 Elsewhere" in said
    assert "Customer care owes them a call within 2 working days" in said
    assert "surveys/loyalty.csv : 208 rows" in said


def test_goals_have_their_verdict_with_the_reason(site: Site) -> None:
    said = section(site, "loyalty")
    assert "Cannot be told Half our customers are loyal at least 50% by 2027-06-30; its day is in 364 days; the" in said
    assert "Reached Nobody suffers in silence" in said
    assert "Cannot be told They would tell a friend at least 40; 12 answers, and fewer than 30 are few" in section(
        site, "tell"
    )
    governance = words(site["governance/index.html"])
    assert "Reached 46.2% as customers answered" in governance
    assert "Cannot be told 100.0 as customers answered; 12 answers" in governance


def test_the_months_are_a_plot_in_the_page_and_beside_it(site: Site) -> None:
    page, alone_ = site["measures/index.html"], site["measures/loyalty.svg"]
    assert page.count('<figure class="drawing plot">') == 1
    assert 'aria-labelledby="plot-loyalty-drawing-title plot-loyalty-drawing-description"' in page
    assert "Jun 2026: 75% (40.9% to 92.9%), 8 answers, few" in page
    assert '<a href="loyalty.svg">' in page
    assert "<style" not in page
    assert "prefers-color-scheme:dark" in alone_
    # Of one month there is no trend.
    assert "measures/tell.svg" not in site


def test_what_cannot_be_read_is_said_on_the_page_and_once_to_who_makes_the_site(folder: Path) -> None:
    said: list[str] = []
    site = written(api.load_workspace(folder), said=said.append)
    assert "What customers answered cannot be told: " in section(site, "effort")
    assert "lost.csv cannot be read: No such file or directory" in section(site, "effort")
    assert len(said) == 1
    assert said[0].startswith("“Effort” cannot be told: ")
    assert "Measured here Effort cannot be told" in words(site["journeys/broadband/index.html"])


def test_expectations_say_kind_day_age_and_what_is_past_its_time(site: Site) -> None:
    rows = re.findall(r'<tr id="expectation[^>]*>(.*?)</tr>', site["improvement/index.html"], re.DOTALL)
    assert [words(row) for row in rows] == [
        (
            "I know when it comes Order must-be customers say attractive 2024-03-01 852 days ago past its time : look "
            "again every year, by 2025-03-01 — —"
        ),
        "It works at once First evening attractive customers say performance 2026-05-01 61 days ago — —",
        "Nobody sells me more First evening — customers were asked: few answers — — —",
    ]


def test_expectations_are_not_past_their_time_before_it(folder: Path) -> None:
    site = written(api.load_workspace(folder), date(2025, 3, 1))
    page = words(site["improvement/index.html"])
    assert "past its time" not in page
    assert "look again every year, by 2025-03-01" in page
    assert "past its time" not in site["journeys/broadband/index.html"]


def test_kano_has_its_figures_its_plane_and_what_is_asked_besides(site: Site) -> None:
    page = words(site["improvement/index.html"])
    assert (
        "attractive the file says must-be 0.71 (0.57 to 0.82) -0.10 (-0.22 to -0.05) 48 Ahead of the next kind" in page
    )
    assert "Nobody sells me more few answers 0.00 (0.00 to 0.35)" in page
    assert "1 more feature was asked about that no expectation names" in page
    assert 'id="plot-kano-feature-1"' in site["improvement/index.html"]
    assert "It works at once: performance" in site["improvement/kano.svg"]
    # What is no expectation stays in the survey.
    assert not any("free mug" in page for page in site.values())


def test_a_step_and_the_owner_lead_to_the_index(site: Site) -> None:
    journey = site["journeys/broadband/index.html"]
    assert '<a href="../../measures/index.html#measure-loyalty">' in journey
    told = words(journey)
    assert "Expects I know when it comes must-be, as of 2024-03-01 past its time" in told
    assert "Loyalty 46.2% (39.5% to 52.9%) , 208 responses after this step 49.4% (38.9% to 59.9%)" in told
    assert "Owns the measure Loyalty 46.2%" in words(site["owners/cxo.html"])
    assert "Gets in touch with those who say no Loyalty within 2 working days" in words(site["owners/care.html"])
    assert "Loyalty : 46.2%" in words(site["index.html"])


def test_search_knows_measures_and_surveys_where_they_are_told(site: Site) -> None:
    index = site["assets/search-index.js"]
    assert '["Loyalty", "Measure", "measures/index.html#measure-loyalty", "Was it good? Would you buy again?' in index
    assert '"Survey", "measures/index.html#survey-evening"' in index


def test_every_link_leads_to_a_place_that_is_there(site: Site) -> None:
    ids = {path: re.findall(r' id="([^"]+)"', page) for path, page in site.items() if path.endswith(".html")}
    for path, known in ids.items():
        assert len(known) == len(set(known)), path
        for link, fragment in re.findall(r'<a href="([^"#:]*)(?:#([^"]+))?"', site[path]):
            target = normpath(join(dirname(path), link)) if link else path
            assert target in site, (path, link)
            assert not fragment or fragment in ids[target], (path, link, fragment)


def test_nobody_who_answered_is_named(site: Site) -> None:
    assert not any(re.search(r"person-\d", page) for page in site.values())


def test_hostile_answers_and_ids_stay_words(tmp_path: Path) -> None:
    evil = 'x"><script>alert(1)</script>'
    shared = re.sub(r"\bloyalty\b(?!\.csv)", f"'{evil}'", SHARED).replace(
        "measure: Loyalty", "measure: '<b>Loyalty</b>'"
    )
    folder = surveyed(tmp_path, shared=shared, renter=HOSTILE)
    site = written(api.load_workspace(folder))
    assert SHOWN in words(site["measures/index.html"])
    drawn = [path for path in site if path.endswith("script.svg")]
    assert len(drawn) == 1
    assert f'<a href="{drawn[0].removeprefix("measures/")}">' in site["measures/index.html"]
    for path, page in site.items():
        if path.endswith((".html", ".svg")):
            assert "<script>alert" not in page
            assert "<img" not in page
            assert "<b>Loyalty" not in page


def test_without_matplotlib_pages_stand_and_one_line_says_what_is_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "installed", lambda _: False)
    said: list[str] = []
    site = written(api.load_workspace(folder), said=said.append)
    assert [line for line in said if "drawn" in line] == [
        "what customers answered is not drawn: plots need matplotlib: pip install 'journeys[plots]'"
    ]
    assert "The months are not drawn: plots need matplotlib" in section(site, "loyalty")
    assert "2026-06 75% 40.9% to 92.9%" in section(site, "loyalty")
    assert "They are not drawn: plots need matplotlib" in words(site["improvement/index.html"])
    assert not any(path.endswith(("loyalty.svg", "kano.svg")) for path in site)


def test_drawings_show_the_figures_at_their_steps(folder: Path) -> None:
    from journeys.features.drawing.answers import answered
    from journeys.surfaces.site.answered import Answered

    workspace = api.load_workspace(folder)
    told = Answered(workspace, tuple(workspace.measures.values()), (), TODAY)
    assert told.at_steps == answered(workspace).figures
    (first, *_) = told.at_steps
    assert first.text.startswith("Loyalty 44.6%")


def test_the_same_answers_give_the_same_pages(folder: Path, site: Site) -> None:
    assert written(api.load_workspace(folder)) == site


def test_a_workspace_of_measures_alone_has_their_page_and_no_governance(tmp_path: Path) -> None:
    plain = "journey: Plain\nid: plain\nowners: {a: {name: A}}\nowner: a\nsteps: [{step: S, customer: A}]\n"
    (tmp_path / "plain.journey.yaml").write_text(plain + "measures: {calls: {measure: Calls, owner: a}}\n", "utf-8")
    site = written(api.load_workspace(tmp_path))
    assert "Calls" in site["measures/index.html"]
    assert "governance/index.html" not in site
    assert "improvement/index.html" not in site


def test_what_nothing_explains_is_said_with_the_command_that_asks(tmp_path: Path) -> None:
    surveyed(tmp_path)
    for name in ("letter", "wishes"):
        file = tmp_path / "surveys" / f"{name}.csv"
        file.write_text(file.read_text("utf-8").replace("9", "neun").replace("neutral", "egal"), "utf-8")
    said: list[str] = []
    site = written(api.load_workspace(tmp_path), said=said.append)
    assert "“neun” (12)" in section(site, "tell")
    assert section(site, "tell").endswith(": `journeys measure` asks for it")
    assert ": journeys kano asks for it" in words(site["improvement/index.html"])
    assert len(said) == 3


def test_a_reader_that_is_missing_is_one_line_and_the_pages_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveyed(tmp_path, shared=SHARED.replace("wishes.csv", "wishes.parquet").replace("letter.csv", "letter.parquet"))
    for name in ("letter", "wishes"):
        (tmp_path / "surveys" / f"{name}.parquet").write_bytes(b"PAR1" + bytes(64) + b"PAR1")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    said: list[str] = []
    site = written(api.load_workspace(tmp_path), said=said.append)
    assert len([line for line in said if "pip install 'journeys[evidence]'" in line]) == 2
    assert "pip install 'journeys[evidence]'" in section(site, "tell")
    assert "“What movers wish” is not read: " in words(site["improvement/index.html"])
