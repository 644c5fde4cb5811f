"""The pictures of README and of the documentation: what is drawn in each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from page_session import ROOT

import journeys
from blueprints.drawing import Drawing
from journeys.language.starter import starter
from journeys.surfaces.embed.picture import drawn
from journeys.surfaces.embed.request import Request

_DAY = date(2026, 11, 2)
"""The day on which the tutorial looks at what movers answered."""
_IN_WORDS = re.compile(r"<title.*?</desc>", re.DOTALL)


@cache
def pictures() -> Mapping[str, Drawing]:
    """The drawing of each picture, by its path in the repository."""
    return {"docs/images/bicycle.svg": _drawing(starter())}


def _drawing(text: str) -> Drawing:
    journey = journeys.loads(text)
    (drawing,) = drawn(Request("draw"), journey, journeys.check(journey))
    return drawing


@cache
def plots() -> Mapping[str, str]:
    """The SVG of each picture of what customers answered, by its path in the repository. It needs matplotlib."""
    from journeys.features.kano import told
    from journeys.features.kano.plane import as_svg
    from journeys.features.measure import render
    from journeys.surveys.kano import collected
    from journeys.surveys.measured import measured

    workspace = journeys.load_workspace(ROOT / "examples")
    loyal = measured(workspace, "fjordnet-loyalty", today=_DAY)
    expected = told(collected(workspace), workspace, _DAY)
    return {
        "docs/images/loyal-movers.svg": render("svg", workspace, [loyal], today=_DAY, theme="light"),
        "docs/images/what-movers-expect.svg": as_svg(expected, "What customers expect", "light"),
    }


def in_words(svg: str) -> str:
    """The title and all figures of a plot, which are the same whichever release of matplotlib drew it."""
    (said,) = _IN_WORDS.findall(svg)
    return str(said)
