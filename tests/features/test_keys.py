"""Every key of the language has an effect, and is compared, or is refused: nothing is swallowed.

The keys are found from the models; each is changed by itself in a small workspace (`keys_written`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest
from keys_seen import LOOKS, loaded, look
from keys_walked import OWN_KEY, OWN_LANES, Under, all_kinds, keys_of, standing
from keys_written import FILES, SHARED, Case, at, cases, everything

from journeys.features.diff import WorkspaceDiff, compare
from journeys.features.reference.language import MODELS
from journeys.graph.workspace import Workspace
from journeys.language.formatting import format_text
from journeys.language.loading.tree import parse
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.settings import Brand, RuleSettings, Settings

TOLD = ("key-without-effect", "variant-not-told-apart")
"""Rules whose findings say that a key is not read where it stands: `for` is read when variants are told apart."""
_DRAWN = "how it is drawn is no part of a journey: it shows in the drawing"
_ASKED = "what is asked shows in the findings that appear and go"
NOT_COMPARED: Mapping[tuple[type, str] | type, str] = {
    BlueprintSpec: _DRAWN,
    Brand: _DRAWN,
    (Journey, "blueprints"): _DRAWN,
    (WorkspaceFile, "blueprints"): _DRAWN,
    (WorkspaceFile, "brand"): _DRAWN,
    RuleSettings: _ASKED,
    Settings: _ASKED,
    (Journey, "settings"): _ASKED,
    (WorkspaceFile, "settings"): _ASKED,
}
"""What a comparison of two states leaves out, and why."""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, Any]], Workspace]:
    """Reads data as a workspace of one folder; most changes begin with the same, which is read and looked at once."""
    folder = tmp_path_factory.mktemp("keys")
    known = cache(lambda text: loaded(folder, json.loads(text)))
    return lambda files: known(json.dumps(files))


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_key_has_an_effect_and_is_compared(case: Case, read: Callable[[dict[str, Any]], Workspace]) -> None:
    before, after = case.sides()
    assert before != after, "the change changes nothing"
    old, new = read(before), read(after)
    assert any(look(new, name) != look(old, name) for name in LOOKS), "it does nothing"
    if case.under.model not in NOT_COMPARED and (case.under.model, case.key) not in NOT_COMPARED:
        assert _says(compare(old, new)), "a comparison does not see it"


def _says(diff: WorkspaceDiff) -> bool:
    """Whether a comparison tells what was changed, and not only what follows for other findings."""
    return bool(diff.journeys or diff.people or diff.shared or any(one.name in TOLD for one in diff.appeared))


def test_the_reference_has_a_table_for_each_mapping() -> None:
    assert set(MODELS) == {under.model for under in all_kinds()}


def test_what_is_not_compared_is_a_key_or_a_mapping_of_the_language() -> None:
    known = {case.under.model for case in cases()} | {(case.under.model, case.key) for case in cases()}
    assert set(NOT_COMPARED) <= known


@pytest.mark.parametrize("file", FILES)
def test_the_layout_keeps_each_key_and_puts_it_into_the_order_of_the_model(file: str) -> None:
    text = json.dumps(_backwards(everything(file)))
    laid_out = parse(format_text(text).after).data
    assert laid_out == parse(text).data
    for under, path in standing(laid_out, Under(WorkspaceFile if file == SHARED else Journey)):
        if path:  # A file's own keys have an order of their own: what it is, what it declares, what it holds.
            known = [key for key in keys_of(under.model) if key not in (*OWN_LANES, OWN_KEY)]
            written = [key for key in at(laid_out, path) if key in known]
            assert written == [key for key in known if key in written], (str(under), path)


def _backwards(data: Any) -> Any:
    if isinstance(data, list):
        return [_backwards(one) for one in data]
    return {key: _backwards(data[key]) for key in reversed(data)} if isinstance(data, dict) else data
