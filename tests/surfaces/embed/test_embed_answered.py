"""What customers answered, on pages of documentation: tables, plots, and what is said where there is none."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from surveyed import SHARED, surveyed

from blueprints.plots import alone
from journeys.errors import JourneysError, UsageError
from journeys.surfaces.embed.snippet import snippet
from journeys.surfaces.embed.superfences import fence

READABLE = SHARED.replace("  lost: {survey: A file that nobody has, file: surveys/lost.csv, measure: effort}\n", "")
EVIL = "<script>alert(1)</script>|`x`"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = surveyed(tmp_path_factory.mktemp("asked"), shared=READABLE, renter=EVIL)
    (folder / ".git").mkdir()
    return folder


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ("measures", "| Loyalty | Head of experience | 46.2% | 39.5% to 52.9% | 208 | Half our customers are"),
        ("measures", "by 2026-12-31): reached |"),
        ("measures", "| Recommendation | Customer care | 100.0 |  | 12 (few) | They would tell a friend (at"),
        ("measures", "| Effort | Customer care | no survey |"),
        ("measures broadband", "_2 measures_"),
        ("measure --of loyalty", "| question | Would you tell a friend? | 62.5% | 55.8% to 68.8% | 208 |"),
        ("measures --of Loyalty", "| month | 2026-06 | 75% | 40.9% to 92.9% | 8 (few) |"),
        ("measures --of loyalty", "Loyalty: 46.2% say yes to all (39.5% to 52.9%, 95% sure), of 208 responses, ans"),
        ("kano broadband", "| It works at once | performance | 0.62 (0.48 to 0.75) | -0.88 (-0.94 to -0.75) | 48 |"),
        ("kano", "| Nobody sells me more | few answers |"),
        ("kano", "_3 features, 103 pairs of answers, 2026-03-02_"),
        ("trend --of loyalty", "![Loyalty. Goal: Half our customers are loyal: at least 50%."),
        ("trend --of loyalty --theme dark", "](blueprints/trend-loyalty-dark.svg)"),
        ("plane", "![What customers expect. 1. It works at once: performance, better 0.62"),
    ],
)  # fmt: skip
def test_a_request_tells(asked: Path, request_: str, said: str) -> None:
    found = snippet(request_, asked)
    assert said in unescape(found.markdown("blueprints/"))
    assert asked / "surveys" / "loyalty.csv" in found.files
    assert asked / "surveys" / "wishes.csv" in found.files


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ("trend", "say which measure: --of loyalty or --of tell"),
        ("trend --of loyalti", "no measure is called “loyalti”: did you mean `loyalty`?"),
        ("trend --of calls", "is a plain number"),
        ("measures --of effort", "no survey of “Effort” is declared"),
        ("trend --of loyalty --theme dork", "there is no theme “dork”: did you mean `dark`?"),
        ("plane --of loyalty", "plane has no option --of"),
    ],
)
def test_what_cannot_be_shown_is_said(asked: Path, request_: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        snippet(request_, asked)
    assert said in str(error.value)


def test_answers_that_cannot_be_read_are_no_empty_table(tmp_path: Path) -> None:
    surveyed(tmp_path)
    for request in ("measures", "measures --of effort", "trend --of effort"):
        with pytest.raises(UsageError, match=r"“Effort” cannot be told: .*lost\.csv cannot be read"):
            snippet(request, tmp_path)
    assert "46.2%" in snippet("measures --of loyalty", tmp_path).markdown()
    (tmp_path / "surveys" / "wishes.csv").unlink()
    with pytest.raises(UsageError, match="“What movers wish” is not read"):
        snippet("kano", tmp_path)


def test_hostile_answers_stay_words_in_markdown_and_html(asked: Path) -> None:
    found = snippet("measures --of loyalty", asked)
    assert "<script" not in found.markdown() + found.html()
    assert f"| segment | {EVIL} | 47.1%" in unescape(found.markdown())
    assert not any(re.search(r"person-\d", text) for text in (found.markdown(), found.html()))


def test_without_matplotlib_it_is_said_what_to_install(asked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone, "installed", lambda _: False)
    for request in ("trend --of loyalty", "plane"):
        with pytest.raises(JourneysError, match=r"plots need matplotlib: pip install 'journeys\[plots\]'"):
            snippet(request, asked)


def test_a_page_falls_behind_when_answers_change(
    tmp_path: Path, journeys: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    surveyed(tmp_path, shared=READABLE)
    monkeypatch.chdir(tmp_path)
    blocks = [f"<!-- journeys: {one} -->\n<!-- /journeys -->\n" for one in ("trend --of loyalty", "plane", "measures")]
    (tmp_path / "page.md").write_text("\n".join(blocks), "utf-8")
    assert journeys("docs", "page.md").code == 0
    assert {path.name for path in (tmp_path / "blueprints").iterdir()} == {"trend-loyalty.svg", "plane.svg"}
    assert journeys("docs", "--check", "page.md").code == 0
    file = tmp_path / "surveys" / "loyalty.csv"
    file.write_text(file.read_text("utf-8") + "late,2026-06-30,Renter,Order,5,5,5\n", "utf-8")
    ran = journeys("docs", "--check", "--format", "concise", "page.md")
    assert ran.code == 1
    assert [line.partition(": error")[0] for line in ran.out.splitlines()[:2]] == ["page.md:1:1", "page.md:13:1"]


def test_a_fence_shows_tables_and_plots(asked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(asked)
    page = fence("kano\nplane\ntrend --of loyalty\nmeasures", "journeys", "journeys", {}, None)
    assert "journeys-error" not in page
    assert page.count("<table>") == 2
    assert page.count('role="graphics-document document"') == 2
    assert 'aria-label="Loyalty"' in page


def test_sphinx_prints_plots(asked: Path, tmp_path: Path) -> None:
    if find_spec("sphinx") is None:
        pytest.skip("sphinx is not installed")
    (asked / "conf.py").write_text('extensions = ["journeys.embed.sphinx"]\n', "utf-8")
    rst = "Answers\n=======\n\n.. journeys:: trend --of loyalty\n\n.. journeys:: kano\n"
    (asked / "index.rst").write_text(rst, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "latex", ".", tmp_path / "out"],
        cwd=asked, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (picture,) = (tmp_path / "out").glob("journeys-*.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
