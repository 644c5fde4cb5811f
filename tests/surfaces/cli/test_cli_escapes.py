"""What hostile texts and names come to in everything that is printed: no command, no escape, no formula, no script."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

BAD = '"\\e[31m\\n::error::x ##[add-mask]x ##vso[x]\\u202e"'
JOURNEY = f"""\
journey: {BAD}
id: x
owner: '::error::o'
customer: '::error::c'
owners: {{'::error::o': {{name: '::error::owner', kind: {BAD}}}, p: {{name: '##[stop-commands]'}}}}
customers: {{'::error::c': {{name: '::error::customer'}}}}
steps:
  - step: '::error::step'
    customer: {BAD}
    frontstage: {{do: {BAD}, owner: '::error::o', takes: 2 h, system: '::error::system'}}
  - step: {BAD}
    customer: '::error::other'
    frontstage: {{do: '##[debug] other', owner: nobody, takes: 2 h}}
    end: true
promises:
  '::error::p': {{promise: '::error::promise', by: '::error::o', to: '::error::c', made: '::error::step',
    kept: '::error::step', within: 1 h}}
blueprints: {{'::error::b': {{phases: nowhere}}, {BAD}: {{owner: nobody}}}}
"""
NAME = "::error::\x1b[31m##[x].journey.yaml"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "journeys", *words]
    around = os.environ | {"GITHUB_ACTIONS": "true"}
    return subprocess.run(command, cwd=folder, env=around, capture_output=True, timeout=120, check=False)


def commands_in(text: bytes) -> list[str]:
    lines = text.decode().split("\n")
    return [line for line in lines if line.strip().startswith("::") or re.search(r"##(vso)?\[", line)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names of files")
@pytest.mark.parametrize(
    "words",
    [
        "check", "check --format concise", "check --format markdown", "check --diff", "check --fix",
        "promises", "promises --format markdown", "whatif --ranked", "whatif --without owner:p",
        "explain ::error::p", "explain nothing", "format", "format --check", "format --diff", "draw --format text",
        "draw --format dot --theme \x1b[31m", "diff . old", "diff . old --format markdown", "site out", "docs",
        "new \x1b[31m.journey.yaml", "check --wrong=\x1b[31m", "check \x1b##[x]",
        "check --write-baseline --baseline \x1bb",
        "draw --format text -o \x1b[31m::error", "diff . old --draw \x1b.svg", "docs ::error::page.md",
    ],
)  # fmt: skip
def test_nothing_that_is_printed_for_people_is_a_command_or_an_escape(tmp_path: Path, words: str) -> None:
    (tmp_path / NAME).write_text(JOURNEY, "utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / NAME).write_text(JOURNEY.replace("2 h", "3 h").replace("other", "else"), "utf-8")
    (tmp_path / "old" / "journeys.yaml").write_text("workspace: old\n", "utf-8")
    (tmp_path / "::error::page.md").write_text("<!-- journeys: draw ::error::x -->\n", "utf-8")
    done = run(tmp_path, *words.split())
    printed = done.stdout + done.stderr
    assert printed or "--diff" in words
    assert b"Traceback" not in printed
    assert b"failed (" not in printed
    assert b"\x1b" not in printed
    assert "\u202e".encode() not in printed
    assert commands_in(printed) == []


FORMULA = re.compile(r"[=+@＝＋－＠]|-(?!\d+$)")


@pytest.mark.parametrize("before", ["", "a;", "a\t", "a,", 'a;"', "a;\n"])
def test_no_cell_is_a_formula_whichever_sign_parts_the_cells(tmp_path: Path, before: str) -> None:
    for number, sign in enumerate("=+-@＝＋－＠"):
        said = (before + sign + "1+1").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
        text = JOURNEY.replace("promise: '::error::promise'", f'promise: "{said}"').replace("::error::", "")
        (tmp_path / f"{number}.journey.yaml").write_text(text.replace("id: x", f"id: x{number}"), "utf-8")
    out = run(tmp_path, "promises", "--format", "csv").stdout.decode()
    assert out.count("1+1") == 16
    for separator in ",;\t":
        rows = csv.reader(out.splitlines(), delimiter=separator)
        assert not [cell for row in rows for cell in row if FORMULA.match(cell)]


@pytest.mark.parametrize(
    "link", ["javascript&colon;alert(1)", "javascript&#58;alert(1)", "java&Tab;script&colon;x", "&#106;avascript:x"]
)
def test_an_address_that_a_reader_takes_for_a_script_is_left_out(tmp_path: Path, link: str) -> None:
    text = f"journey: A\nsteps:\n  - {{step: Ask, link: '{link}', customer: {{do: Ask, link: '{link}'}}, end: true}}\n"
    (tmp_path / "a.journey.yaml").write_text(text, "utf-8")
    formats = ("markdown", "html", "svg", "mermaid", "json")
    assert run(tmp_path, "draw", *(word for name in formats for word in ("--format", name))).returncode == 0
    html = MarkdownIt().enable("table").render((tmp_path / "drawings" / "a.md").read_text("utf-8"))
    assert "<a " not in html
    for path in (tmp_path / "drawings").glob("a.[hsm]*"):
        assert not re.search(r"href=.?javascript", unescape(unescape(path.read_text("utf-8")))), path


def test_a_question_in_an_address_stays_as_it_is(tmp_path: Path) -> None:
    text = "journey: A\nsteps: [{step: Ask, customer: {do: Ask, link: 'https://x.example/?a=1&copy=2'}, end: true}]\n"
    (tmp_path / "a.journey.yaml").write_text(text, "utf-8")
    assert run(tmp_path, "draw", "--format", "markdown").returncode == 0
    html = MarkdownIt().enable("table").render((tmp_path / "drawings" / "a.md").read_text("utf-8"))
    assert 'href="https://x.example/?a=1&amp;copy=2"' in html
