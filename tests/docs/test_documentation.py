"""Every code block of README and docs is what it says: files load, commands print what is shown, Python runs."""

from __future__ import annotations

import contextlib
import io
import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from markdown_blocks import Block, blocks, commands, is_shown, needs, pages
from page_session import ROOT, Session

import journeys
from journeys.checks.rule import Example
from journeys.language.starter import starter

PAGES = pages(ROOT)
LANGUAGES = {"yaml", "console", "csv", "sh", "python", "journeys", "json", "text", "markdown", "rst", "mermaid"}
README = ROOT / "README.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_does_what_it_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page.read_text("utf-8")
    session = Session.begin(tmp_path, needs(text))
    monkeypatch.chdir(session.folder)
    names: dict[str, object] = {"__name__": "__main__"}
    for block in blocks(text):
        where = f"{page.name}:{block.line}"
        assert block.language in LANGUAGES, f"{where}: nothing here knows how to try a block of “{block.language}”"
        session.take(block)
        if block.language == "yaml" and not block.said.startswith("replaces in "):
            _try_yaml(block, session, where)
        elif block.language == "python":
            _try_python(block, names, where)
        elif block.language in ("console", "sh"):
            _try_commands(block, session, where)
        elif block.language == "journeys":
            _try_fence(block, where)
        elif block.language == "json":
            json.loads(block.text)


def _try_yaml(block: Block, session: Session, where: str) -> None:
    if block.title and not block.title.endswith((".journey.yaml", "journeys.yaml")):
        # A file of another program: that it is YAML is all that can be said here.
        assert yaml.compose(block.text) is not None, where
        return
    if block.title.endswith("journeys.yaml"):
        told = journeys.check(journeys.loads_workspace({"any.journey.yaml": starter()}, block.text))
        assert not [item.finding.message for item in told if item.finding.code.startswith("F")], where
        return
    whole = re.search(r"^journey:", block.text, re.MULTILINE)
    subject = journeys.loads(block.text if whole else Example(block.text).source)
    found = journeys.check(session.folder / block.title if block.title else subject)
    codes = {item.finding.code for item in found}
    if block.finds is None:
        assert not {code for code in codes if code.startswith("F")}, f"{where}: {codes}"
    else:
        assert codes == block.finds, f"{where}: {codes}"


def _try_python(block: Block, names: dict[str, object], where: str) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.text, where, "exec"), names)
    shown = "".join(f"{match[1]}\n" for match in re.finditer(r"^\s*#> ?(.*)$", block.text, re.MULTILINE))
    assert is_shown(shown, printed.getvalue()), f"{where} prints\n{printed.getvalue()}"


def _try_commands(block: Block, session: Session, where: str) -> None:
    if block.said.startswith("run by:"):
        return
    for command in commands(block):
        printed = session.run(command.line)
        assert block.language == "sh" or is_shown(command.output, printed), f"{where}: {command.line}\n{printed}"
        # What is found is no failure; anything else is one, unless the page shows what was printed.
        allowed = (0,) if block.language == "sh" else (0, 1, 2, 3) if command.output else (0, 1)
        assert session.code in allowed, f"{where}: {command.line}\n{printed}"


def _try_fence(block: Block, where: str) -> None:
    from journeys.surfaces.embed.snippet import snippet

    for line in block.text.splitlines():
        if line.strip():
            shown = snippet(line.strip(), ROOT)
            assert shown.table or shown.pages, where


def test_the_set_up_commands_of_the_readme_are_the_ones_that_ci_runs(tmp_path: Path) -> None:
    told = [command for block in blocks(README.read_text("utf-8")) if block.said.startswith("run by:")
            for command in commands(block)]  # fmt: skip
    assert [command.line for command in told] == [
        "pip install . && journeys draw examples/broadband -o drawings",
        "pip install -c constraints.txt -e '.[dev]' && pytest",
    ]
    ci = (ROOT / ".ci/run").read_text("utf-8")
    assert re.search(r"pip install .*-c constraints.txt -e '\.\[dev\]'", ci)
    assert re.search(r"^pytest\b", ci, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "journeys[test]" in project["optional-dependencies"]["dev"]
    assert "pytest" in " ".join(project["optional-dependencies"]["test"])
    assert "journeys" in project["scripts"]
    session = Session.begin(tmp_path, {"examples"})
    assert session.run("journeys draw examples/broadband -o drawings") == "drew drawings/broadband.svg\n"
    assert (session.folder / "drawings/broadband.svg").is_file()


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("two\n", "two\n", True),
        ("two\n", "three\n", False),
        ("two\n", "two\nthree\n", False),
        ("", "two\n", False),
        ("one … three\n", "one two three\n", True),
        ("one\n…\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n…\nfour\n", "one\ntwo\nthree\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_an_output_is_compared_to_the_letter_but_for_ellipses(shown: str, printed: str, same: bool) -> None:
    assert is_shown(shown, printed) is same


def test_the_files_for_ci_name_what_is_there() -> None:
    page = (ROOT / "docs/how-to/check-in-ci.md").read_text("utf-8")
    told = {block.title: yaml.safe_load(block.text) for block in blocks(page) if block.title}
    step = told[".github/workflows/journeys.yml"]["jobs"]["check"]["steps"][1]
    assert step["with"].keys() <= yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"].keys()
    (template,) = told[".gitlab-ci.yml"]["include"]
    spec = next(yaml.safe_load_all((ROOT / template["local"]).read_text("utf-8")))["spec"]
    assert template["inputs"].keys() <= spec["inputs"].keys()
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (repository,) = told[".pre-commit-config.yaml"]["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= hooks


def test_links_between_pages_lead_somewhere() -> None:
    missing = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*PAGES, *(ROOT / "docs/rules").glob("*.md")]
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", _prose(page.read_text("utf-8")))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert not missing, missing


def _prose(text: str) -> str:
    for block in blocks(text):
        text = text.replace(block.text, "")
    return text
