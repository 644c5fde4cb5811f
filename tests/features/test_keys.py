"""Every plain key of the language shows somewhere, and is compared; those that nothing reads stand here with why."""

from __future__ import annotations

from pathlib import Path

import pytest

import blueprints
from journeys import api
from journeys.language.model.action import Action
from journeys.language.model.base import Model
from journeys.language.model.journey import Journey
from journeys.language.model.key import keys_of
from journeys.language.model.promise import Promise
from journeys.language.model.shared import Customer
from journeys.language.model.step import Step

MODELS: tuple[type[Model], ...] = (Journey, Step, Action, Promise, Customer)
READ_LATER = {
    (Step, "event"): "read when event logs are",
    (Step, "data"): "read when event logs are",
    (Step, "expects"): "told on the site, and read by rules",
    (Journey, "entry"): "told on the site",
    (Journey, "success"): "told on the site",
    (Promise, "kano"): "told on the site",
    (Promise, "measure"): "told on the site",
    (Customer, "portrait"): "told on the site",
}
MARK = "https://example.org/zebra"
TEXTS = [
    (model, name)
    for model in MODELS
    for name, _ in keys_of(model)
    if (model, name) not in READ_LATER
    and name not in ("feeling", "wait", "takes", "start", "end", "moment_of_truth", "proactive")
]


def written(model: type[Model], name: str) -> str:
    """A journey in which a key of a model holds the mark."""
    at = dict.fromkeys(MODELS, "") | {model: f", {name}: '{MARK}'"}
    top = f"{name}: '{MARK}'\n" if model is Journey else ""
    return (
        f"journey: Alpha\n{top}owners: {{ops: Operations}}\ncustomers: {{kim: {{name: Kim{at[Customer]}}}}}\n"
        f"steps:\n  - {{step: One{at[Step]}, customer: Ask, frontstage: {{do: Answer, owner: ops{at[Action]}}}}}\n"
        f"promises:\n  p: {{promise: Done, by: ops, to: kim, made: One, kept: Answer{at[Promise]}}}\n"
    )


@pytest.mark.parametrize(("model", "name"), TEXTS, ids=lambda one: getattr(one, "__name__", one))
def test_each_plain_key_shows_in_the_drawing(model: type[Model], name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.journey.yaml"
    file.write_text(written(model, name), encoding="utf-8")
    assert "zebra" in blueprints.draw(api.load(file)).svg()


def test_no_key_is_excused_that_is_no_key() -> None:
    assert all(name in dict(keys_of(model)) for model, name in READ_LATER)
