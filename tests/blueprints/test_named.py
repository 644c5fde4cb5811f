"""Blueprints kept as text in the file, drawn to files."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprints.formats import FORMATS
from blueprints.named import draw_named, homeless, named_blueprints
from blueprints.pictures import pictures
from blueprints.views.narrow import Narrowing
from journeys import api
from journeys.errors import UsageError
from journeys.graph.workspace import Workspace

JOURNEY = """
journey: Buy a bicycle
id: bicycle
owners: {shop: {name: The shop}, depot: {name: Depot}}
phases:
  - phase: Choose
    steps:
      - {step: Look, customer: Look around, frontstage: {do: Show bicycles, owner: shop}}
      - {step: Try, customer: Ride, frontstage: {do: Lend one, owner: shop}, backstage: {do: Fetch it, owner: depot}}
  - phase: Pay
    steps:
      - {step: Pay, customer: Pay, frontstage: {do: Take the money, owner: shop}, end: true}
"""
BLUEPRINTS = """
blueprints:
  for-the-wall: {title: The bicycle on one page, theme: print, level: summary}
  handover: {view: owners, owner: depot}
  pages: {columns: 2}
"""


def workspace(blueprints: str = BLUEPRINTS, shared: str = "") -> Workspace:
    """One journey with its named blueprints."""
    return api.loads_workspace({"bicycle.journey.yaml": JOURNEY + blueprints}, shared)


def test_named_blueprints_are_drawn_as_they_say() -> None:
    found = {named.name: draw_named(named) for named in named_blueprints(workspace())}
    assert list(found) == ["for-the-wall", "handover", "pages"]
    (wall,) = found["for-the-wall"]
    assert wall.name == "bicycle-for-the-wall"
    assert wall.drawing.theme.name == "print"
    assert wall.drawing.view.title == "The bicycle on one page"
    assert wall.drawing.view.columns == ("Choose", "Pay")
    (handover,) = found["handover"]
    assert {card.text for card in handover.drawing.view.cards if not card.faded} == {"Try", "Fetch it"}
    assert [page.name for page in found["pages"]] == ["bicycle-pages-1", "bicycle-pages-2"]
    assert all(picture.drawing.svg() for one in found.values() for picture in one)


def test_a_workspace_names_blueprints_of_one_journey_or_of_all() -> None:
    shared = "workspace: W\nblueprints:\n  owners: {view: owners}\n  one: {view: org, journey: Buy a bicycle}\n"
    names = [(named.name, named.journey.id) for named in named_blueprints(workspace("", shared))]
    assert names == [("owners", "bicycle"), ("one", "bicycle")]


def test_what_a_blueprint_asks_for_in_vain_is_said_with_its_name() -> None:
    (named,) = named_blueprints(workspace("blueprints: {wall: {phases: [Chose]}}\n"))
    with pytest.raises(UsageError, match=r"the blueprint “wall” of “Buy a bicycle”: .*did you mean `Choose`"):
        draw_named(named)
    (line,) = homeless(workspace("", "workspace: W\nblueprints: {one: {journey: bicycel}}\n"))
    assert "did you mean `bicycle`" in line


@pytest.mark.parametrize("format_", FORMATS)
def test_a_picture_is_saved_in_the_format_its_ending_names(tmp_path: Path, format_: str) -> None:
    journey = next(iter(workspace().journeys.values()))
    (picture,) = pictures(journey)
    target = picture.drawing.save(tmp_path / f"{picture.name}.{FORMATS[format_].ending}")
    assert target.read_bytes() == picture.drawing.render(format_)


def test_a_page_lights_the_chains_of_its_journey() -> None:
    journey = next(
        iter(workspace("promises: {p: {promise: Ride today, by: shop, to: you, kept: Try}}\n").journeys.values())
    )
    (picture,) = pictures(journey, narrowing=Narrowing(level="summary"))
    assert '"promise:bicycle/p":[' in picture.chained().render("html").decode("utf-8")


def test_an_unknown_theme_or_format_is_one_line(tmp_path: Path) -> None:
    journey = next(iter(workspace().journeys.values()))
    with pytest.raises(UsageError, match="there is no theme"):
        pictures(journey, theme="pink")
    with pytest.raises(UsageError):
        pictures(journey)[0].drawing.save(tmp_path / "x.gif")
    assert list(tmp_path.iterdir()) == []


def messages(found: Workspace) -> list[tuple[str, str]]:
    return [(one.finding.code, one.finding.message) for one in api.check(found) if one.finding.code == "F201"]


def test_a_check_tells_what_a_blueprint_names_and_nobody_has() -> None:
    wrong = "\nblueprints:\n  a: {phases: [Chose], lanes: [front], owner: depo, promise: soon}\n  b: {lanes: pains}\n"
    right = "\nblueprints:\n  a: {phases: choose, lanes: [Frontstage, feeling], owner: Depot}\n"
    assert messages(workspace(wrong)) == [
        ("F201", "there is no phase “Chose”"),
        ("F201", "there is no lane “front”"),
        ("F201", "there is no owner “depo”"),
        ("F201", "there is no promise “soon”"),
    ]
    assert messages(workspace(right)) == []


def test_a_check_tells_of_a_blueprint_whose_journey_is_not_there() -> None:
    shared = "blueprints:\n  one: {journey: bicycl}\n  two: {owner: nobody}\n  three: {journey: bicycle}\n"
    assert messages(workspace("", shared)) == [
        ("F201", "there is no journey “bicycl”"), ("F201", "there is no owner “nobody”"),
    ]  # fmt: skip
