"""The command line as people use it: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from repository import EXAMPLES


def journeys(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "journeys", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_new_journey_checks_clean_under_the_strictest_rules_and_draws(tmp_path: Path) -> None:
    assert journeys("new", cwd=tmp_path).returncode == 0
    checked = journeys("check", "--profile", "strict", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    drawn = journeys("draw", "--format", "svg", "--format", "png", "--format", "dot", cwd=tmp_path)
    assert drawn.returncode == 0, drawn.stderr
    assert (tmp_path / "drawings/borrow-a-bicycle.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "drawings/borrow-a-bicycle.png").read_bytes().startswith(b"\x89PNG")
    assert "\ndigraph blueprint {" in (tmp_path / "drawings/borrow-a-bicycle.dot").read_text("utf-8")


def test_new_never_writes_over_a_file(tmp_path: Path) -> None:
    target = tmp_path / "mine.journey.yaml"
    target.write_text("mine", "utf-8")
    refused = journeys("new", target)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert target.read_text("utf-8") == "mine"
    assert journeys("new", target, "--force").returncode == 0
    assert "Borrow a bicycle" in target.read_text("utf-8")


def test_the_clean_example_is_clean_and_the_broken_one_is_not() -> None:
    clean = journeys("check", EXAMPLES / "marketplace", "--profile", "strict")
    assert (clean.returncode, clean.stdout) == (0, "All promises hold: nothing found in 1 journey\n")
    broken = journeys("check", EXAMPLES / "benefits", "--format", "json")
    assert broken.returncode == 1
    codes = {finding["code"] for finding in json.loads(broken.stdout)["findings"]}
    assert {"O101", "O102", "O103", "O201", "P001", "P102", "P104", "P202", "P203", "P301", "P304", "P401"} <= codes


def test_checking_with_max_warnings_fails_on_errors_or_more_warnings(tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    assert journeys("new", file).returncode == 0
    text = file.read_text("utf-8").replace("job: Get across town before the meeting", "#")
    file.write_text(text, "utf-8")
    assert journeys("check", file).returncode == 1
    assert journeys("check", file, "--max-warnings", "1").returncode == 0
    assert journeys("check", file, "--max-warnings", "0").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["check", "nowhere"], 2, "no such file"),
        (["check", "."], 2, "journeys new"),
        (["chek"], 2, "Did you mean `check`"),
        (["check", "--select", "touchpoint-without-ownr", EXAMPLES], 2, "touchpoint-without-owner"),
        (["draw", EXAMPLES / "broadband", "--dot", "/nowhere/dot"], 3, "not a program"),
        (["draw", EXAMPLES / "broadband", "--theme", "pink"], 2, "print"),
        (["explain", "touchpoint-without-ownr", "--in", EXAMPLES], 2, "touchpoint-without-owner"),
    ],
)
def test_wrong_use_is_one_line_that_says_what_to_do(
    arguments: list[object], code: int, words: str, tmp_path: Path
) -> None:
    done = journeys(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_graphviz_that_hangs_or_fails_is_one_line(tmp_path: Path) -> None:
    failing = tmp_path / "dot"
    failing.write_text("#!/bin/sh\necho 'Error: out of ink' >&2\nexit 1\n", "utf-8")
    failing.chmod(0o755)
    done = journeys("draw", EXAMPLES / "broadband", "-o", tmp_path / "out", "--dot", failing)
    assert done.returncode == 3
    assert "out of ink" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "out").glob("*"))


def test_a_graphviz_in_the_working_folder_is_meant_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("#!/bin/sh\necho 'Error: my own' >&2\nexit 1\n", "utf-8")
    (tmp_path / "own").chmod(0o755)
    assert "my own" in journeys("draw", EXAMPLES / "broadband", "--dot", "./own", cwd=tmp_path).stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("arguments", [["promises"], ["check"], ["promises", "--format", "csv"], ["rules"]])
def test_a_screen_of_any_encoding_shows_any_name(tmp_path: Path, encoding: str, arguments: list[str]) -> None:
    journeys("new", cwd=tmp_path)
    path = tmp_path / "first.journey.yaml"
    path.write_text(
        path.read_text("utf-8").replace("bicycle", "自転車").replace("owner: streets", "owner: 街"), "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "journeys", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout
    assert not done.stderr


@pytest.mark.parametrize("redirection", ["| true", ">&-", "2>&-", ">/dev/full", "2>/dev/full"])
@pytest.mark.parametrize("arguments", ["--version", "--help", "check .", "explain O101", "draw . -o drawings --again"])
def test_an_output_that_is_closed_or_full_leaves_no_traceback(tmp_path: Path, arguments: str, redirection: str) -> None:
    journeys("new", cwd=tmp_path)
    if redirection.endswith("/dev/full") and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    command = f"(sleep 0.2; {sys.executable} -m journeys {arguments}; echo $? >code) {redirection}"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert b"tool failed" not in done.stderr
    assert int((tmp_path / "code").read_text()) in (0, 1, 3, 141)


def test_output_is_the_same_whatever_the_hash_seed(tmp_path: Path) -> None:
    outputs = set()
    for seed in ("0", "1", "77"):
        folder = tmp_path / seed
        drawn = journeys("draw", EXAMPLES / "broadband", "-o", folder, PYTHONHASHSEED=seed)
        assert drawn.returncode == 0, drawn.stderr
        checked = journeys("check", EXAMPLES, "--format", "sarif", PYTHONHASHSEED=seed)
        outputs.add(((folder / "broadband.svg").read_bytes(), checked.stdout))
    assert len(outputs) == 1


def test_help_and_version_load_nothing_heavy() -> None:
    for arguments in (["--version"], ["--help"]):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "journeys", *arguments],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
        assert not loaded & {"pydantic", "networkx", "yaml", "graphviz", "blueprints"}
        if arguments == ["--version"]:
            assert "click" not in loaded


def test_the_schema_knows_the_workspaces_own_lanes() -> None:
    plain = json.loads(journeys("schema").stdout)
    assert plain["$schema"].startswith("https://json-schema.org/")
    assert "partner" not in plain["$defs"]["Step"]["properties"]
    own = json.loads(journeys("schema", "--in", EXAMPLES).stdout)
    assert "partner" in own["$defs"]["Step"]["properties"]
    known = {kind: own["$defs"][f"Known{kind}"]["anyOf"] for kind in ("Owner", "Customer", "Step", "Promise")}
    assert any("(Get broadband installed in the new home)" in word["description"] for word in known["Step"])
    assert all(word["const"] and word["description"] for words in known.values() for word in words)


def test_examples_are_valid_under_the_schemas() -> None:
    import jsonschema
    import yaml

    own = json.loads(journeys("schema", "--in", EXAMPLES).stdout)
    workspace = json.loads(journeys("schema", "workspace", "--in", EXAMPLES).stdout)
    jsonschema.Draft202012Validator.check_schema(workspace)
    jsonschema.Draft202012Validator.check_schema(own)
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        schema = workspace if path.name == "journeys.yaml" else own
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        data = json.loads(json.dumps(data).replace('"true"', "true"))
        errors = [
            error
            for error in jsonschema.Draft202012Validator(schema).iter_errors(data)
            if error.validator != "type" and "is not valid under any" not in error.message
        ]
        assert not errors, (path, errors[:3])
