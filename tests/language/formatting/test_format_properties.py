"""What holds of every file that is laid out: it says the same, keeps its comments, and is not laid out twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from repository import EXAMPLES
from yaml_texts import yaml_texts

from journeys.api import loads
from journeys.language.formatting import format_text
from journeys.language.formatting.gather import gather
from journeys.language.formatting.layout import Value
from journeys.language.formatting.order import KINDS
from journeys.language.formatting.text import _comments
from journeys.language.loading.tree import parse
from journeys.language.model import purpose
from journeys.language.model.action import Action, Promised
from journeys.language.model.base import Model, fields_of
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.calendar import Calendar
from journeys.language.model.expectation import Expectation
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.promise import Agreed, AnyPlace, Made, Promise
from journeys.language.model.settings import Brand, RuleSettings, Settings
from journeys.language.model.shared import Channel, Customer, LaneModel, Owner
from journeys.language.model.step import Next, Phase, Step, Together
from journeys.language.model.survey import CalledBack, Columns, Survey
from journeys.language.model.taking import Spread

FILES = sorted(EXAMPLES.rglob("*.yaml"))
MODELS: dict[str, tuple[type[Model], ...]] = {
    "file": (Journey, WorkspaceFile), "phase": (Phase,), "step": (Step,), "action": (Action,), "promised": (Promised,),
    "next": (Next, Together), "promise": (Promise,), "made": (Made,), "owner": (Owner,), "customer": (Customer,),
    "channel": (Channel,), "lane": (LaneModel,), "calendar": (Calendar,), "places": (AnyPlace,), "takes": (Spread,),
    "settings": (Settings,), "rule": (RuleSettings,), "brand": (Brand,), "blueprint": (BlueprintSpec,),
    "agreed": (Agreed,), "expectation": (Expectation,), "value": (purpose.Value,), "governance": (purpose.Governance,),
    "goal": (purpose.Goal,), "decision": (purpose.Decision,), "measure": (purpose.Measure,),
    "follow_up": (purpose.FollowUp,), "practice": (purpose.Practice,), "voice": (purpose.Voice,),
    "change": (purpose.Change,), "told": (purpose.Told,), "result": (purpose.Result,),
    "survey": (Survey,), "columns": (Columns,), "called_back": (CalledBack,),
}  # fmt: skip


@settings(max_examples=tries(400), suppress_health_check=[HealthCheck.too_slow])
@given(yaml_texts())
def test_a_layout_says_the_same_keeps_each_comment_and_is_stable(text: str) -> None:
    before = parse(text)
    formatted = format_text(text)
    if before.findings:
        assert formatted.after == text
        return
    assert format_text(formatted.after).after == formatted.after
    laid_out, unix = formatted.after.replace("\r\n", "\n"), text.replace("\r\n", "\n")
    assert formatted.after in (laid_out, laid_out.replace("\n", "\r\n"))
    after = parse(laid_out)
    assert not after.findings
    assert after.data == before.data
    assert laid_out.endswith("\n")
    assert not laid_out.endswith("\n\n")
    assert "\r" not in laid_out
    assert Counter(re.findall(r"# journeys: ignore\[O101\] why", laid_out)) == Counter(
        re.findall(r"# journeys: ignore\[O101\] why", unix)
    )
    assert Counter(_comments(gather(laid_out, after))) == Counter(_comments(gather(unix, parse(unix))))


def _in_order(value: Value) -> list[str]:
    found: list[str] = []
    for entry in value.entries:
        found += [note.text for note in entry.leading]
        mark = [entry.trailing.text] if entry.trailing else []
        found += mark + _in_order(entry.value)
    return found + [note.text for note in value.tail]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_comments_of_the_examples_stay_in_order(path: Path) -> None:
    text = path.read_text("utf-8")
    after = format_text(text).after
    comments = re.findall(r"(?:^|\s)(#.*)", text)
    assert comments
    assert re.findall(r"(?:^|\s)(#.*)", after) == comments
    assert _in_order(gather(after, parse(after)))[0] == comments[0]


@pytest.mark.parametrize("path", [path for path in FILES if path.name != "journeys.yaml"], ids=lambda path: path.name)
def test_the_model_of_an_example_is_the_same_after_its_layout_was_lost(path: Path) -> None:
    text = path.read_text("utf-8")
    ragged = re.sub(r"^( +)", lambda match: match[1] * 2, text, flags=re.MULTILINE).replace(": ", ":   ")
    assert ragged != text
    model = loads(text).workspace.files.journeys[0].model
    assert (
        loads(format_text(ragged).after).workspace.files.journeys[0].model
        == loads(ragged).workspace.files.journeys[0].model
    )
    assert loads(format_text(text).after).workspace.files.journeys[0].model == model


@pytest.mark.parametrize("kind", KINDS)
def test_each_key_of_the_language_has_its_place(kind: str) -> None:
    fields = {key for model in MODELS[kind] for key in fields_of(model)}
    assert set(KINDS[kind].keys) == fields
    assert len(set(KINDS[kind].keys)) == len(KINDS[kind].keys)
