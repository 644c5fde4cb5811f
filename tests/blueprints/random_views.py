"""Random views for hypothesis: lanes, stacked cells, flows, loops, links in all directions, promises, hostile names."""

from __future__ import annotations

from hypothesis import strategies as st

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
    Tone,
    View,
)

_WORDS = (
    "Ask", "Plan the visit", "Geschwindigkeitsüberschreitungsverfahren", "<b>&amp;</b>", "]]>", "100 %s \\N \\l",
    "“Quoted” \"text\"", "お客様に電話する", "الاتصال بالعميل", "להתקשר ללקוח", "👩‍👩‍👧 family", "e\u0301te\u0301",
    "line\nbreak",
    "https://example.com/a/very/long/path?with=query&and=more", "x", "<<TABLE>>", "a:b:c", "\u202eevil", "&#60;",
    "Zwei sehr lange Wörter und noch einige mehr, die umbrochen werden müssen",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
_KINDS = (ConnectorKind.SUPPORT, ConnectorKind.CELLS, ConnectorKind.TRIGGER)


@st.composite
def _cards(draw: st.DrawFn, lanes: int, columns: int, notes: int) -> list[Card]:
    cards = [
        Card(id=f"step {c}", text=draw(TEXTS), lane=0, column=c, style=CardStyle.STEP) for c in range(columns)
    ]  # fmt: skip
    for lane in range(1, lanes + 1):
        for column in range(columns):
            for place in range(draw(st.sampled_from((0, 1, 1, 1, 2, 3, 7)))):
                cards.append(_card(draw, lane, column, place, notes))
    return cards


def _card(draw: st.DrawFn, lane: int, column: int, place: int, notes: int) -> Card:
    marks = draw(st.lists(st.integers(1, notes), max_size=4, unique=True)) if notes else []
    details = draw(st.lists(st.tuples(st.sampled_from(("clock", "fail", "")), TEXTS), max_size=2))
    return Card(
        id=f"card {lane}/{column}/{place}",
        text=draw(TEXTS),
        lane=lane,
        column=column,
        style=draw(st.sampled_from((CardStyle.COMPANY, CardStyle.CUSTOMER, CardStyle.EVIDENCE, CardStyle.PAIN))),
        owner=Tag(draw(TEXTS), 3) if draw(st.booleans()) else None,
        channel=draw(st.sampled_from(("", "web", "Telefon und Brief"))),
        details=tuple(Detail(icon, text, Tone.BAD) for icon, text in details),
        marks=tuple(marks),
    )


_FEW = 3


@st.composite
def _connectors(draw: st.DrawFn, cards: list[Card], columns: int) -> list[Connector]:
    found: list[Connector] = []
    steps = st.integers(0, columns - 1)
    flows = draw(st.lists(st.tuples(steps, steps, st.booleans()), max_size=12, unique_by=lambda one: one[:2]))
    for a, b, said in flows:
        if a != b:
            label = draw(TEXTS) if said else ""
            found.append(Connector(f"flow {a} {b}", f"step {a}", f"step {b}", ConnectorKind.FLOW, label))
    others = [card.id for card in cards if card.style is not CardStyle.STEP]
    if len(others) > 1:
        picks = st.sampled_from(others)
        links = draw(st.lists(st.tuples(picks, picks, st.sampled_from(_KINDS)), max_size=25, unique=True))
        # As in a drawing of what has changed. Among many links to one card a sign may find no free place.
        signs = st.sampled_from(("", "", "+", "−") if len(links) <= _FEW else ("",))
        found += [Connector(f"{kind} {a} {b}", a, b, kind, draw(signs)) for a, b, kind in links if a != b]
    return found


@st.composite
def views(draw: st.DrawFn) -> View:
    """A view with up to 6 lanes and 8 columns."""
    columns, lanes, notes = draw(st.integers(1, 8)), draw(st.integers(0, 6)), draw(st.integers(0, 9))
    cards = draw(_cards(lanes, columns, notes))
    spans = draw(st.lists(st.tuples(st.integers(0, columns - 1), st.integers(0, columns - 1)), max_size=6))
    bars = [
        Bar(
            id=f"promise {n}", name=draw(TEXTS), lane=lanes + 2, first=min(span), last=max(span), made=(min(span),),
            kept=(max(span),), state=draw(st.sampled_from(list(State))), facts=(draw(TEXTS),), codes=("P1",),
            marks=tuple(range(1, draw(st.integers(0, notes)) + 1)),
        )
        for n, span in enumerate(spans)
    ]  # fmt: skip
    middle = draw(st.integers(0, columns))
    names = [Lane(f"lane {n}", draw(TEXTS), line_below=draw(st.sampled_from(("", "Line of visibility"))))
             for n in range(1, lanes + 1)]  # fmt: skip
    return View(
        id="random",
        title=draw(TEXTS),
        kind="blueprint",
        subtitle="Service blueprint",
        facts=(Fact("Customer", draw(TEXTS)), Fact("Job", draw(TEXTS))),
        columns=tuple(f"step {c}" for c in range(columns)),
        phases=tuple(Phase(draw(TEXTS), a, b - 1) for a, b in ((0, middle), (middle, columns)) if b > a),
        lanes=(
            Lane("steps", ""),
            *names,
            Lane("feeling", "Feeling", LaneShape.CURVE),
            Lane("promises", "Promises", LaneShape.BARS),
        ),
        cards=tuple(cards),
        connectors=tuple(draw(_connectors(cards, columns))),
        feelings=tuple(Feeling(c, draw(st.integers(-2, 2)), draw(st.sampled_from(("", "glad", "a long way off home"))),
                               tuple(sorted(draw(st.sets(st.integers(c + 1, columns - 1), max_size=3))))
                               if c + 1 < columns else ()) for c in range(columns)),
        bars=tuple(bars),
        notes=tuple(Note(n, "O101", draw(TEXTS), "error") for n in range(1, notes + 1)),
    )  # fmt: skip
