"""The machines' formats, each held to its published schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from markdown_it import MarkdownIt
from markdown_it.token import Token
from report_samples import CHAIN, HOSTILE, RULES, SCHEMAS, TEXT, full, hostile, located, schema, warning

import journeys.checks.report
from journeys.checks.report import FORMATS, Report, render
from journeys.errors import UsageError
from journeys.graph.verdict import State
from journeys.language.source import Source, Span

REPORTS = [
    pytest.param(full(), id="full"),
    pytest.param(hostile(), id="hostile"),
    pytest.param(Report([], 2, 2, version="1"), id="clean"),
    pytest.param(Report([]), id="nothing"),
]


def load(name: str, report: Report) -> Any:
    return json.loads(render(name, report))


def validate(document: Any, described: Any) -> None:
    checker = jsonschema.validators.validator_for(described)
    checker(described, format_checker=checker.FORMAT_CHECKER).validate(document)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", REPORTS)
def test_every_format_is_a_file_of_whole_lines_and_the_same_each_time(name: str, report: Report) -> None:
    text = render(name, report)
    assert text.endswith("\n")
    assert text.encode("utf-8").decode("utf-8") == text
    assert render(name, report) == text


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="'yaml': choose one of text, concise, json, sarif"):
        render("yaml", full())


# JSON


@pytest.mark.parametrize("report", REPORTS)
def test_json_follows_its_schema(report: Report) -> None:
    described = json.loads(
        (Path(journeys.checks.report.__file__).parent / "report.schema.json").read_text(encoding="utf-8")
    )
    validate(load("json", report), described)
    assert render("json", report).isascii()


def test_json_holds_everything_of_a_finding() -> None:
    text = "a: 👍 pay"
    item = located("m", text=text, at="pay", why="w", help="h", related=(("a", "r"),))
    document = load("json", Report([item], 3, 2, 1, 4, "1.2.3"))
    assert document["tool"] == {"name": "journeys", "version": "1.2.3"}
    assert document["summary"] == {
        "files": 3, "journeys": 2, "errors": 1, "warnings": 0, "suppressed": 1, "baseline": 4
    }  # fmt: skip
    [finding] = document["findings"]
    assert finding["start"] == {"line": 1, "column": 6, "offset": 5, "utf16": 6}
    assert finding["end"] == {"line": 1, "column": 9, "offset": 8, "utf16": 9}
    assert finding["related"][0]["message"] == "r"
    assert finding["related"][0]["end"] == {"line": 1, "column": 2, "offset": 1, "utf16": 1}
    assert finding["path"] == ["phases", 0, "steps", 0, "frontstage"]
    assert finding["fix"] == [
        {
            "file": "shop/pay.journey.yaml",
            "path": ["phases", 0, "steps", 0, "frontstage", "owner"],
            "part": "value",
            "action": "insert",
            "key": "owner",
            "text": "digital",
            "items": [],
        }
    ]
    assert (finding["code"], finding["name"], finding["severity"]) == ("O101", "touchpoint-without-owner", "error")
    assert (finding["why"], finding["help"], finding["journey"]) == ("w", "h", "get-broadband")
    assert finding["fingerprint"] == "f00d"


def test_json_gives_hostile_texts_back() -> None:
    assert [item["message"] for item in load("json", hostile())["findings"]] == [
        item.finding.message for item in hostile().located
    ]


# SARIF


@pytest.mark.parametrize("report", REPORTS)
def test_sarif_follows_its_schema(report: Report) -> None:
    validate(load("sarif", report), schema("sarif-2.1.0.schema.json"))


def test_sarif_has_what_code_scanning_reads() -> None:
    [run] = load("sarif", full())["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["O101", "P201", "X301"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    chained = run["results"][1]
    assert chained["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "shop/pay.journey.yaml"},
        "region": {"startLine": 6, "startColumn": 21, "endLine": 6, "endColumn": 37},
    }
    assert chained["message"]["text"] == "nobody owns this touchpoint\nowner: digital\nor another one"
    assert [link["message"]["text"] for link in chained["relatedLocations"]] == [text for _, text in CHAIN]
    [flow] = chained["codeFlows"][0]["threadFlows"]
    assert [step["location"]["message"]["text"] for step in flow["locations"]] == [
        "nobody owns this touchpoint",
        *(text for _, text in CHAIN),
    ]
    assert "codeFlows" not in run["results"][3]


def test_sarif_tells_equal_findings_apart() -> None:
    results = load("sarif", full())["runs"][0]["results"]
    marks = [result["partialFingerprints"]["journeysFinding/v1"] for result in results]
    assert marks[:2] == ["beef", "f00d"]
    assert all(marks)
    assert len(set(marks)) == len(marks)


def test_sarif_keeps_the_errors_of_too_many_results_and_says_so() -> None:
    report = Report([warning()] * 25_000 + [located()] * 3, 1, 1)
    [run] = load("sarif", report)["runs"]
    assert len(run["results"]) == 25_000
    assert [result["level"] for result in run["results"][:4]] == ["error", "error", "error", "warning"]
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("3 more results are left out")


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b/c#d?e%.yaml", "a%20b/c%23d%3Fe%25.yaml"),
        ("/work/ä.yaml", "file:///work/%C3%A4.yaml"),
        ("C:/work/a.yaml", "file:///C:/work/a.yaml"),
    ],
)
def test_sarif_paths_are_uris(name: str, uri: str) -> None:
    [result] = load("sarif", Report([located(file=name)], 1, 1))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert unquote(uri).endswith(name)


def test_sarif_messages_hold_no_links() -> None:
    [result] = load("sarif", Report([located("see [here](https://example.org)")], 1, 1))["runs"][0]["results"]
    assert not re.search(r"\[.*\]\(", result["message"]["text"])


# GitHub


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands of an output, read as the runner reads them: level, properties, message."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        if match:
            pairs = (pair.split("=", 1) for pair in match[2].split(","))
            found.append((match[1], {key: unescaped(value) for key, value in pairs}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    signs = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return re.sub("%(?:0D|0A|3A|2C|25)", lambda match: signs[match.group()], text)


def test_github_annotates_errors_first_and_counts_at_the_end() -> None:
    output = render("github", Report([warning(), located(help="owner: x", related=CHAIN)], 2, 2))
    assert output.startswith("::error file=shop/pay.journey.yaml,line=6,endLine=6,title=O101 touchpoint-without-owner,")
    error, warned, closing = commands(output)
    assert error[1] == {
        "file": "shop/pay.journey.yaml",
        "line": "6",
        "endLine": "6",
        "col": "21",
        "endColumn": "37",
        "title": "O101 touchpoint-without-owner",
    }
    assert error[2].splitlines() == [
        "nobody owns this touchpoint",
        "shop/pay.journey.yaml:8:3: relies on line-switched-on",
        "shop/pay.journey.yaml:9:17: nobody promises this",
        "help: owner: x",
    ]
    assert warned[0] == "warning"
    assert closing == ("notice", {"title": "journeys"}, "1 error, 1 warning in 2 journeys")


def test_github_has_no_columns_for_a_span_over_lines_and_no_notice_for_a_clean_run() -> None:
    [command, _] = commands(render("github", Report([located(at=Span(0, len(TEXT)))], 1, 1)))
    assert command[1] == {"file": "shop/pay.journey.yaml", "line": "1", "endLine": "10", "title": command[1]["title"]}
    assert (
        render("github", Report([], 1, 1, promises={State.SOUND: 1}))
        == "All promises hold: nothing found in 1 journey\n"
    )


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable() or "%0A" in text or "\n" in text])
def test_github_escapes_come_back(text: str) -> None:
    [command, _] = commands(render("github", Report([located(text, file=f"{text}.yaml")], 1, 1)))
    assert command[0] == "error"
    if text.isprintable():
        assert command[1]["file"] == f"{text}.yaml"
        assert command[2] == text
    else:
        assert command[2].splitlines()[0] == "line"


def test_github_commands_cannot_be_forged() -> None:
    output = render("github", hostile())
    assert len(commands(output)) == len(output.splitlines()) == len(hostile().located) + 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", output)


# GitLab


@pytest.mark.parametrize("report", REPORTS)
def test_gitlab_follows_its_schema(report: Report) -> None:
    issues = load("gitlab", report)
    validate(issues, schema("gitlab-code-quality.schema.json"))
    assert len({issue["fingerprint"] for issue in issues}) == len(report.located)


def test_gitlab_issue() -> None:
    [issue] = load("gitlab", Report([located(file="./shop/pay.journey.yaml")], 1, 1))
    assert issue == {
        "description": "nobody owns this touchpoint",
        "check_name": "O101",
        "fingerprint": "f00d",
        "severity": "major",
        "location": {"path": "shop/pay.journey.yaml", "lines": {"begin": 6, "end": 6}},
    }
    assert load("gitlab", Report([warning()], 1, 1))[0]["severity"] == "minor"


# JUnit

JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


@pytest.mark.parametrize("report", REPORTS)
def test_junit_follows_its_schema(report: Report) -> None:
    JUNIT.validate(render("junit", report))


def test_junit_has_a_suite_a_file_and_a_case_a_rule() -> None:
    root = ElementTree.fromstring(render("junit", full()))
    assert (root.get("tests"), root.get("failures")) == ("4", "6")
    suites = {suite.get("name"): [case.get("name") for case in suite] for suite in root}
    assert suites == {
        "shop/wait.journey.yaml": ["X301 silent-wait"],
        "shop/pay.journey.yaml": ["O101 touchpoint-without-owner", "P201"],
        "empty.journey.yaml": ["O101 touchpoint-without-owner"],
    }
    failures = root.findall("testsuite[2]/testcase[1]/failure")
    assert [failure.get("message") for failure in failures] == [
        "nobody owns this touchpoint",
        "the same again",
        "at the end",
    ]
    assert failures[0].get("type") == "error"
    assert (failures[0].text or "").splitlines() == [
        "shop/pay.journey.yaml:6:21: O101 nobody owns this touchpoint",
        "shop/pay.journey.yaml:8:3: relies on line-switched-on",
        "shop/pay.journey.yaml:9:17: nobody promises this",
        "why: What nobody owns, nobody keeps.",
        "help: owner: digital",
        "or another one",
    ]


def test_junit_of_a_clean_run_passes_one_case() -> None:
    root = ElementTree.fromstring(render("junit", Report([], 2, 2, promises={State.SOUND: 1})))
    [case] = root.findall("testsuite/testcase")
    assert case.get("name") == "All promises hold: nothing found in 2 journeys"
    assert (root.get("tests"), root.get("failures"), len(case)) == ("1", "0", 0)


def test_junit_shows_what_xml_cannot_hold() -> None:
    root = ElementTree.fromstring(render("junit", Report([located('a\x1b\x00\r\n\t\ud800\uffff<&">]]>')], 1, 1)))
    [failure] = root.iter("failure")
    assert failure.get("message") == 'a␛␀␍\n\t<U+D800>\ufffd<&">]]>'


# Markdown


def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def cells(text: str) -> list[list[str]]:
    """The table's rows below its head, each cell as a reader sees it."""
    rows: list[list[str]] = []
    inside = False
    for token in tokens(text):
        if token.type == "tbody_open":
            inside = True
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and inside:
            rows[-1].append("".join(map(seen, token.children or [])))
        elif token.type == "tbody_close":
            inside = False
    return rows[1:]


def seen(token: Token) -> str:
    assert token.type in ("text", "html_inline", "text_special"), token
    if token.type == "html_inline":
        assert token.content in ("<br>", "<!-- -->")
        return "\n" if token.content == "<br>" else ""
    return token.content


def test_markdown_is_a_heading_a_table_and_the_reasons() -> None:
    item = located(help="owner: digital\nor another", related=CHAIN[:1])
    output = render("markdown", Report([item, warning()], 2, 2, rules=RULES))
    assert output.startswith("### 1 error, 1 warning in 2 journeys\n\n| | Place | Finding | What to write |\n")
    assert cells(output) == [
        [
            "error O101",
            "shop/pay.journey.yaml:6:21",
            "nobody owns this touchpoint\n↳ shop/pay.journey.yaml:8:3: relies on line-switched-on",
            "owner: digital\nor another",
        ],
        ["warning X301", "shop/wait.journey.yaml:6:21", "nothing is said while the customer waits", ""],
    ]
    assert "- **O101 touchpoint-without-owner**: What nobody owns, nobody keeps.\n" in output
    assert (
        render("markdown", Report([], 1, 1, promises={State.SOUND: 1}))
        == "### All promises hold\\: nothing found in 1 journey\n"
    )


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable() and text.strip()])
def test_markdown_shows_hostile_texts_as_they_are(text: str) -> None:
    output = render("markdown", Report([located(text, file=f"{text}.yaml", help=text)], 1, 1))
    assert cells(output) == [["error O101", f"{text}.yaml:6:21", text, text]]
    assert not re.search(r"[@#]\w|https?://|(?i:www\.)", output)


def test_markdown_stays_a_table_whatever_the_names() -> None:
    rows = cells(render("markdown", hostile()))
    assert len(rows) == len(hostile().located)
    assert {len(row) for row in rows} == {4}


def test_markdown_fits_into_a_comment() -> None:
    output = render("markdown", Report([located("|" * 200)] * 5_000, 1, 1, rules=RULES))
    assert len(output) < 65_536
    shown = len(cells(output))
    assert f"\n\n… and {5_000 - shown} more.\n" in output


def test_colour_changes_no_machine_format() -> None:
    for name in FORMATS[1:]:
        assert render(name, replace(full(), colour=True)) == render(name, full())


def test_windows_line_ends_do_not_move_positions() -> None:
    source = Source("a.yaml", "a: 1\r\nb: 2\r\n")
    item = replace(located(), source=source, span=Span(source.text.index("2"), source.text.index("2") + 1))
    [finding] = load("json", Report([item], 1, 1))["findings"]
    assert (finding["start"]["line"], finding["start"]["column"]) == (2, 4)
