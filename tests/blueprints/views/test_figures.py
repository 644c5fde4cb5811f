"""What customers answered, at the steps of any view, in every format that shows details."""

from __future__ import annotations

import pytest

import blueprints
from blueprints import Figure
from blueprints.pictures import pictures
from blueprints.views.narrow import Narrowing
from blueprints.views.view import Detail, Tone
from journeys import api

CAKE = """\
journey: Collect a cake
phases:
  - phase: Before
    steps:
      - step: Order
        customer: Order
  - phase: At the shop
    steps:
      - step: Collect
        customer: Collect
        frontstage: Hand over the cake
        end: true
"""
JOURNEY = api.loads(CAKE)
IDS = {node.name: node.id for node in (*JOURNEY.actions, *JOURNEY.steps)}
LOYAL = Figure(IDS["Collect"], "Loyal 61% (52% to 69%), 120 answers", "good")
AT_HAND = Figure(IDS["Hand over the cake"], "Friendly 4.20 (4.01 to 4.39), 98 answers")
ICONS = [Detail("answers", LOYAL.text, Tone.GOOD)]


def test_a_figure_is_a_line_on_its_card_with_a_sign_of_its_own() -> None:
    drawing = blueprints.draw(JOURNEY, figures=[LOYAL, AT_HAND])
    cards = {card.id: [one for one in card.details if one.icon == "answers"] for card in drawing.view.cards}
    assert cards[LOYAL.node_id] == ICONS
    assert cards[AT_HAND.node_id] == [Detail("answers", AT_HAND.text, Tone.QUIET)]
    assert sum(map(len, cards.values())) == 2
    assert "What customers answered, and how sure that is" in drawing.svg()


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_it_is_told_in_formats_of_words(format_: str) -> None:
    assert LOYAL.text in blueprints.draw(JOURNEY, figures=[LOYAL]).render(format_).decode()


def test_it_is_told_in_mermaid() -> None:
    told = blueprints.draw(JOURNEY, figures=[LOYAL]).render("mermaid").decode()
    assert LOYAL.text.replace("%", "#37;") in told


@pytest.mark.parametrize("view", ["blueprint", "journey"])
def test_it_stands_in_narrowed_views_and_summaries(view: str) -> None:
    for narrowing in (Narrowing(), Narrowing(phases=("At the shop",)), Narrowing(level="summary")):
        (page,) = pictures(JOURNEY, view=view, narrowing=narrowing, figures=[LOYAL])
        assert ICONS[0] in [one for card in page.drawing.view.cards for one in card.details]


def test_without_figures_and_for_places_that_are_not_drawn_nothing_changes() -> None:
    plain = blueprints.draw(JOURNEY)
    assert blueprints.draw(JOURNEY, figures=[Figure("step:elsewhere/x", "Loyal")]).view == plain.view
    assert "answered" not in plain.svg()
