"""Formats of the examples: complete, valid, the same each time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from repository import ROOT
from seen import EXAMPLES, example, journey_of

import blueprints.formats
from blueprints import draw
from blueprints.drawing import Drawing
from blueprints.formats import FORMATS, format_of
from blueprints.layout.text import clean
from blueprints.views.light import chains
from journeys.api import loads
from journeys.errors import UsageError
from journeys.language.model.drawn import VIEWS

examples = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
views = pytest.mark.parametrize("view", VIEWS)
SCHEMA = json.loads((Path(blueprints.formats.__file__).parent / "geometry.schema.json").read_text(encoding="utf-8"))


@examples
@views
def test_words_tell_every_card_promise_and_finding(path: Path, view: str) -> None:
    seen = example(path, view)
    told = FORMATS["text"].render(Drawing(seen)).decode()
    for text in (
        *(card.text for card in seen.cards),
        *(bar.name for bar in seen.bars),
        *(n.message for n in seen.notes),
    ):
        assert clean(text) in told
    assert told.count(" “") >= len([link for link in seen.connectors if link.source != link.target])


@examples
@views
def test_markdown_is_one_table_with_a_column_for_each_step(path: Path, view: str) -> None:
    seen = example(path, view)
    tokens = MarkdownIt("commonmark").enable("table").parse(FORMATS["markdown"].render(Drawing(seen)).decode())
    rows = [index for index, token in enumerate(tokens) if token.type == "tr_open"]
    cells = 0
    for token in tokens[rows[0] :]:
        if token.type == "tr_close":
            break
        cells += token.type == "th_open"
    assert cells == len(seen.columns) + 1
    assert tokens[1].content == seen.title


@examples
@views
def test_geometry_follows_its_schema_and_the_drawing(path: Path, view: str) -> None:
    drawing = Drawing(example(path, view), chains=chains(journey_of(path)))
    content = json.loads(drawing.render("json"))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(content)
    assert {card["id"] for card in content["cards"]} == {card.id for card in drawing.view.cards}
    assert {one["id"] for one in content["connectors"]} == {one.id for one in drawing.view.connectors}
    assert len(content["promises"]) == len(drawing.view.bars)
    boxes = {card["id"]: card["box"] for card in content["cards"]}
    for one in content["connectors"]:
        assert _touches(one["path"][0][0], boxes[one["source"]])
        assert _touches(one["tip"], boxes[one["target"]])


def _touches(point: list[float], box: list[float]) -> bool:
    x, y, width, height = box
    return x - 1 <= point[0] <= x + width + 1 and y - 1 <= point[1] <= y + height + 1


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"png", "pdf"}))
def test_every_format_of_text_ends_in_a_line_break(name: str) -> None:
    assert Drawing(example(EXAMPLES[0], "blueprint")).render(name).endswith(b"\n")


def test_every_format_is_known_again_by_its_ending() -> None:
    assert [format_of(Path(f"drawing.{one.ending.upper()}")) for one in FORMATS.values()] == list(FORMATS.values())
    assert all(re.fullmatch("[a-z]+", one.ending) and one.name == name for name, one in FORMATS.items())


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UsageError, match="there is no format “markdwon”: did you mean `markdown`"):
        Drawing(example(EXAMPLES[0], "org")).render("markdwon")
    with pytest.raises(
        UsageError, match=r"saved as \.docx: name a file that ends in svg, png, pdf, dot, html, txt, md"
    ):
        Drawing(example(EXAMPLES[0], "org")).save("drawing.docx")


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from seen import EXAMPLES, example, journey_of\n"
        "from blueprints.drawing import Drawing\n"
        "from blueprints.views.light import chains\n"
        "for view in ('owners', 'promises', 'org'):\n"
        "    for name in ('text', 'markdown', 'mermaid', 'html', 'json'):\n"
        "        drawing = Drawing(example(EXAMPLES[0], view), chains=chains(journey_of(EXAMPLES[0])))\n"
        "        print(drawing.render(name).decode())\n"
    )
    here = Path(__file__).parents[1]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, str(here), str(ROOT / "tests")],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True, cwd=ROOT,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1


NOTED = """\
journey: Move in
note: Drawn in May
owners: {van: Movers}
customers: {kim: Kim}
phases:
  - phase: Pack
    note: A week before
    steps:
      - {step: Fill boxes, note: All day, customer: Fill, frontstage: {do: Carry, owner: van, note: By hand}, end: true}
promises: {p: {promise: Soon, by: van, to: kim, made: Fill boxes, kept: Fill boxes, note: Not on Sundays}}
"""


def test_notes_are_told_in_words() -> None:
    drawing = draw(loads(NOTED))
    outline, table = (drawing.render(name).decode() for name in ("text", "markdown"))
    assert outline.startswith("Move in\nService blueprint\nCustomer: Kim\nDrawn in May\n\nPack\nA week before\n")
    assert "\n      All day\n" in outline
    assert "\n      By hand\n" in outline
    notes = ["**Move in**: Drawn in May", "**Pack**: A week before", "**Fill boxes**: All day", "**Carry**: By hand"]
    assert table.endswith("\n\n## Notes\n\n" + "".join(f"- {note}\n" for note in notes))
    assert all("; Not on Sundays" in text for text in (outline, table))
