"""Examples and hostile names, as views."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from repository import JOURNEYS

from blueprints.views.registry import view_of
from blueprints.views.view import (
    Bar,
    Card,
    CardStyle,
    Connector,
    ConnectorKind,
    Detail,
    Fact,
    Feeling,
    Lane,
    LaneShape,
    Note,
    Phase,
    State,
    Tag,
    View,
)
from journeys import api
from journeys.features.drawing import marks, states
from journeys.graph.journey import JourneyGraph

EXAMPLES = JOURNEYS

HOSTILE = (
    '"><script>alert(1)</script>', "]]>", "&lt;b&gt; &amp;amp; &#60; #quot; #35;", "%%{init: {}}%% %s %n",
    "</svg></script>", "a\nb\rc", "\x1b[31m", "<!-- x -->", "| a | b |", "`code` **bold** [x](javascript:alert(1))",
    "end", "\"' onload='x'", "http://evil.example www.evil.example", "@everyone #123 :smile:", "\u202egnp.exe",
    "שלום עולם", "顧客の旅", "style:#x;", "{x} {{y}} ${z}", "---", "1. one", "subgraph a", "<style>*{}</style>",
    "$x^2$ ~~y~~ _z_", "\u2028\u2029",
)  # fmt: skip


@cache
def journey_of(path: Path) -> JourneyGraph:
    """An example's journey."""
    return api.load(path)


@cache
def example(path: Path, view: str) -> View:
    """A view of an example, with its findings and verdicts."""
    journey = journey_of(path)
    located = api.check(journey)
    return view_of(journey, view, findings=marks(journey, located), promises=states(journey, located))


def hostile(text: str, link: str = "") -> View:
    """A view in which everything that has a name is called the same."""
    head = Card(id="head", text=text, lane=0, column=0, style=CardStyle.STEP, data=(("node", "head"),), link=link)
    card = Card(
        id=text, text=text, lane=1, column=0, style=CardStyle.COMPANY, owner=Tag(text), channel=text, tooltip=text,
        details=(Detail("fail", text),), marks=(1,), link=link, data=(("node", text), ("owner", text)),
    )  # fmt: skip
    other = Card(id="other", text=text, lane=1, column=1, style=CardStyle.CUSTOMER)
    return View(
        id=text,
        title=text,
        kind="blueprint",
        subtitle=text,
        description=text,
        facts=(Fact(text, text),),
        columns=(text, text),
        phases=(Phase(text, 0, 1),),
        lanes=(
            Lane("steps", ""),
            Lane("x", text),
            Lane("feeling", text, LaneShape.CURVE),
            Lane("p", text, LaneShape.BARS),
        ),
        cards=(head, card, other),
        connectors=(Connector("c", text, "other", ConnectorKind.TRIGGER, text),),
        feelings=(Feeling(0, 1, text),),
        bars=(
            Bar(id=text, name=text, lane=3, first=0, last=1, made=(0,), kept=(1,), state=State.BROKEN, facts=(text,)),
        ),
        notes=(Note(1, "X1", text, "error"),),
    )
