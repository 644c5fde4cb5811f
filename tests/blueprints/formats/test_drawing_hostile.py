"""Hostile names, links and programs: nothing gets out of its place, and errors are one line."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from effort import tries
from hypothesis import given, settings
from random_views import TEXTS

from blueprints.drawing import Drawing
from blueprints.engine import find_program, run_graphviz
from blueprints.formats.links import safe_link
from blueprints.layout.text import clean
from blueprints.views.view import Card, CardStyle, Lane, View
from journeys.errors import ToolError, UsageError

HOSTILE = (
    '"><script>alert(1)</script>', "]]>", "&lt;b&gt; &amp;amp; &#60;", "%s %n %00", "\\N \\G \\l \\\\", "<b>html</b>",
    "a\nb\rc", "\x1b[31m", "<!-- -->", "<TABLE><TR>", "a:b:c", '\\"', "${x} {{y}} $(z)", "'; --", "\u202egnp.exe",
)  # fmt: skip


def drawing_of(text: str, link: str = "") -> Drawing:
    """One card with a text as everything: title, lane, id, tooltip."""
    card = Card(id=text, text=text, lane=0, column=0, style=CardStyle.COMPANY, link=link, tooltip=text, channel=text,
                data=(("owner", text),))  # fmt: skip
    return Drawing(View(text, text, "blueprint", columns=(text,), lanes=(Lane(text, text),), cards=(card,)))


def shown(svg: str) -> str:
    """What a card's text lines say, without white space."""
    root = ElementTree.fromstring(svg)
    card = next(group for group in root.iter() if group.get("class") == "card")
    return re.sub(r"\s", "", "".join(element.text or "" for element in card if element.tag.endswith("text")))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_stays_text(text: str) -> None:
    svg = drawing_of(text).svg()
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(svg).iter()}
    assert tags <= {"svg", "title", "desc", "g", "text", "rect", "polygon", "path", "ellipse"}
    assert shown(svg) == re.sub(r"\s", "", clean(text)) * 2


@given(TEXTS)
@settings(max_examples=tries(40))
def test_any_mixture_comes_out_as_it_went_in(text: str) -> None:
    assert shown(drawing_of(text).svg()) == re.sub(r"\s", "", clean(text)) * 2


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.com/?a=1&b=2", True), ("http://x", True), ("mailto:a@b.c", True), ("../other.html#x", True),
        ("page:1", False), ("javascript:alert(1)", False), (" JaVaScRiPt:alert(1)", False), ("data:text/html,x", False),
        ("//evil.example", False), ("java\nscript:x", False), ("vbscript:x", False), ("file:///etc/passwd", False),
        ("\\\\host\\share", False),
    ],
)  # fmt: skip
def test_only_harmless_links_are_kept(link: str, kept: bool) -> None:
    assert bool(safe_link(link)) == kept
    assert ("<a href" in drawing_of("x", link).svg()) == kept


def test_a_missing_program_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ToolError, match="name the path of Graphviz") as caught:
        find_program("/nowhere/dot")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("sleep 30", "did not finish within"),
        ("echo 'Error: out of paper' >&2; exit 1", "out of paper"),
        ("cat > /dev/null", "it wrote nothing"),
    ],
)
def test_a_program_that_hangs_or_fails_is_one_line(tmp_path: Path, script: str, said: str) -> None:
    program = tmp_path / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    with pytest.raises(ToolError, match=said) as caught:
        run_graphviz("digraph {}", dot=program, time_limit=1)
    assert "\n" not in str(caught.value)


def test_a_program_that_writes_no_svg_is_one_line(tmp_path: Path) -> None:
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\necho '<svg></g></svg>'\n")
    program.chmod(0o755)
    drawing = Drawing(drawing_of("x").view, dot_program=program)
    with pytest.raises(ToolError, match="cannot be read"):
        drawing.svg()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    drawing = drawing_of("x")
    for ending in ("svg", "png", "dot"):
        target = drawing.save(tmp_path / f"x.{ending}")
        assert target.read_bytes() == drawing.render(ending)
    with pytest.raises(UsageError, match=r"\.gif"):
        drawing.save(tmp_path / "x.gif")
    with pytest.raises(UsageError, match=r"cannot be written: .*x\.dot is a file"):
        drawing.save(tmp_path / "x.dot" / "x.svg")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.dot", "x.png", "x.svg"]


def test_the_same_view_gives_the_same_bytes() -> None:
    one, other = drawing_of("Größe"), drawing_of("Größe")
    assert one.svg() == other.svg()
    assert one.png() == other.png()
    assert one.png().startswith(b"\x89PNG")
