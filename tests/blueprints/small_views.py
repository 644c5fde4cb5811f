"""Small views for tests of the layout: cards in cells, connectors between them, and any mixture of both."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from blueprints.layout.courses import Course, plot_courses, spots
from blueprints.views.view import Card, CardStyle, Connector, ConnectorKind, Lane, View

Cell = tuple[int, int]
"""Row and column."""


def view_of_cells(cells: Sequence[Cell], links: Sequence[tuple[int, int]], *, label: str = "", steps: int = 0) -> View:
    """A card for each cell (its id is its number), the first `steps` of them steps; each link joins two by number.

    Links between two steps are ways of the customer, and have the label; all others are support.
    """
    cards = tuple(
        Card(id=str(number), text=f"Card {number}", lane=row, column=column,
             style=CardStyle.STEP if number < steps else CardStyle.COMPANY)
        for number, (row, column) in enumerate(cells)
    )  # fmt: skip
    kinds = [ConnectorKind.FLOW if max(link) < steps else ConnectorKind.SUPPORT for link in links]
    connectors = tuple(
        Connector(f"{number}", str(source), str(target), kind, label if kind is ConnectorKind.FLOW else "")
        for number, ((source, target), kind) in enumerate(zip(links, kinds, strict=True))
    )
    lanes = tuple(Lane(f"lane {row}", "") for row in range(1 + max(row for row, _ in cells)))
    columns = tuple("" for _ in range(1 + max(column for _, column in cells)))
    return View("v", "View", "blueprint", columns=columns, lanes=lanes, cards=cards, connectors=connectors)


def plans_of(view: View) -> tuple[Course, ...]:
    """The ways of all connectors of a view."""
    return plot_courses(view, spots(view))


@st.composite
def small_views(draw: st.DrawFn) -> View:
    """Up to four columns of a step and up to eight more cards, with up to ten links."""
    columns = draw(st.integers(1, 4))
    heads = [(0, column) for column in range(columns)]
    others = draw(st.lists(st.tuples(st.integers(1, 3), st.integers(0, columns - 1)), max_size=8))
    numbers = st.integers(0, len(heads) + len(others) - 1)
    ends = st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1])
    links = draw(st.lists(ends, max_size=10)) if len(heads) + len(others) > 1 else []
    return view_of_cells(heads + others, links, label=draw(st.sampled_from(("", "else"))), steps=columns)
