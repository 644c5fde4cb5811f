"""The pictures of README: what is drawn in each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import journeys
from blueprints.drawing import Drawing
from journeys.language.starter import starter
from journeys.surfaces.embed.picture import drawn
from journeys.surfaces.embed.request import Request


@cache
def pictures() -> Mapping[str, Drawing]:
    """The drawing of each picture, by its path in the repository."""
    return {"docs/images/bicycle.svg": _drawing(starter())}


def _drawing(text: str) -> Drawing:
    journey = journeys.loads(text)
    (drawing,) = drawn(Request("draw"), journey, journeys.check(journey))
    return drawing
