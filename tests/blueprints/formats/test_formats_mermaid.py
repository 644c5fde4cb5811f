"""Flowcharts for Mermaid: by their grammar, and by Mermaid itself where MERMAID names a folder that has it."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from seen import EXAMPLES, HOSTILE, example, hostile

from blueprints.drawing import Drawing
from blueprints.formats.mermaid import escaped, render
from blueprints.layout.text import clean
from journeys.language.model.drawn import VIEWS

_LABEL = r'"(?:[^"#<>`%:;&{}|\[\]\\]|#\d+;|<br/>)+"'
_LINES = re.compile(
    "|".join(
        (
            "---", "title: .*", "flowchart TB", r"    +subgraph \w+\[" + _LABEL + r"\]", " +direction LR", " +end",
            r" +n\d+(?:\[" + _LABEL + r"\]|\(" + _LABEL + r"\)|\[/" + _LABEL + r"/\])",
            r" +p\d+x\d+>" + _LABEL + r"\]",
            r"    n\d+ (?:-->|==>|-\.-|-\.->)(?:\|" + _LABEL + r"\|)? n\d+",
            r'    click n\d+ href "[^"<>;`{}|\s]+" _blank',
            r"    classDef faded opacity:0\.3", r"    class n\d+(?:,n\d+)* faded",
        )
    )
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_keeps_the_grammar(path: Path, view: str) -> None:
    _keeps_grammar(render(Drawing(example(path, view))))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_stays_a_label(text: str) -> None:
    chart = render(Drawing(hostile(text, 'https://example.com/?a="b"&c=\';x')))
    _keeps_grammar(chart)
    assert html.unescape(escaped(text).replace("#", "&#")) == clean(text)


def _keeps_grammar(chart: str) -> None:
    wrong = [line for line in chart.splitlines() if not _LINES.fullmatch(line)]
    assert wrong == []
    assert isinstance(json.loads(chart.splitlines()[1].removeprefix("title: ")), str)
    opened = len(re.findall(r"^ +subgraph ", chart, re.MULTILINE))
    assert opened == len(re.findall(r"^ +end$", chart, re.MULTILINE))


@pytest.mark.skipif("MERMAID" not in os.environ, reason="MERMAID names no folder with Mermaid and jsdom")
def test_mermaid_itself_reads_them() -> None:
    seen = [example(path, view) for path in EXAMPLES for view in VIEWS] + [hostile(text) for text in HOSTILE]
    program = ["node", str(Path(__file__).parent / "parse_mermaid.mjs"), os.environ["MERMAID"]]
    charts = json.dumps([render(Drawing(view)) for view in seen])
    done = subprocess.run(program, input=charts, capture_output=True, text=True, check=True)
    for view, parsed in zip(seen, json.loads(done.stdout), strict=True):
        assert len(parsed["labels"]) == len(view.cards) + len(view.bars)
        assert len(parsed["edges"]) == len(view.connectors)
        labels = {_decoded(label.partition("<br>")[0]) for label in parsed["labels"]}
        assert {clean(card.text) for card in view.cards} <= labels


def _decoded(label: str) -> str:
    """Mermaid writes `#35;` as `ﬂ°°35¶ß` until it draws."""
    return html.unescape(label.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";"))
