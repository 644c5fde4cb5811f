"""What editors are told: nothing empty to write, words to choose from, and the names of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from journeys.language.schema import schema

NAMED = {
    "owner": {"shop": "The shop"},
    "customer": {"mover": "Home mover"},
    "step": {"order": "Place order (Broadband)"},
    "action": {"order.frontstage": "Take the order (Broadband)"},
    "promise": {"fast": "Fast (Broadband)"},
    "channel": {"web": "Web"},
    "value": {"calm": "Calm"},
    "measure": {"wrap-up": "Time after the call"},
    "voice": {"where": "Where is it?"},
    "expectation": {"know-when": "I know when it comes"},
}
STEP = {"step": "Order", "frontstage": {"do": "Take it"}}
PROMISE = {"promise": "Fast", "by": "shop", "to": "mover"}


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Each mapping of a schema but those below `not`, which offer nothing."""
    if isinstance(node, dict):
        yield node
        for key, value in node.items():
            yield from parts(value) if key != "not" else ()
    elif isinstance(node, list):
        for item in node:
            yield from parts(item)


def offers(made: dict[str, Any], node: Any) -> list[str]:
    """The words that are offered in a place."""
    found = []
    for part in parts(node):
        found += part.get("enum", [])
        found += [part["const"]] if "const" in part else []
        found += offers(made, made["$defs"][name]) if (name := _known(part)) else []
    return found


def _known(part: dict[str, Any]) -> str:
    name = str(part.get("$ref", "")).rpartition("/")[2]
    return name if name.startswith("Known") else ""


@pytest.mark.parametrize("kind", ["journey", "workspace"])
def test_nothing_empty_is_offered(kind: str) -> None:
    made = schema(kind, named=NAMED)
    Draft202012Validator.check_schema(made)
    for part in parts(made):
        assert part.get("type") != "null"
        assert "null" not in part.get("type", ())
        assert part.get("default", "") not in (None, [], {})


@pytest.mark.parametrize(
    ("model", "key", "words"),
    [
        ("Promise", "kano", {"must-be", "performance", "attractive"}),
        ("Promised", "kano", {"must-be", "performance", "attractive"}),
        ("Step", "status", {"as-is", "to-be"}),
        ("Action", "status", {"as-is", "to-be"}),
        ("Action", "channel", {"web", "telephone"}),
        ("Action", "takes", {"none"}),
        ("Action", "uses", {"none", "order.frontstage"}),
        ("Action", "triggers", {"order.frontstage"}),
        ("Survey", "measure", {"wrap-up"}),
        ("Survey", "answers", {"yes", "no", "none", "like", "dislike"}),
        ("Promise", "kept", {"wherever", "order", "order.frontstage"}),
        ("Promise", "made", {"order"}),
        ("Step", "next", {"order"}),
        ("Next", "to", {"order"}),
        ("Promise", "by", {"shop"}),
        ("Promise", "to", {"mover", "shop"}),
        ("Promise", "relies_on", {"fast"}),
        ("Owner", "reports_to", {"shop"}),
        ("Action", "owner", {"shop"}),
        ("Owner", "judged_by", {"wrap-up"}),
        ("Governance", "council", {"shop"}),
        ("Practice", "serves", {"calm"}),
        ("Voice", "from", {"shop", "mover"}),
        ("Change", "answers", {"where", "know-when"}),
        ("Promise", "answers", {"know-when"}),
        ("Decision", "about", {"fast"}),
    ],
)
def test_known_words_and_names_are_offered_where_they_can_stand(model: str, key: str, words: set[str]) -> None:
    made = schema(named=NAMED)
    assert words <= set(offers(made, made["$defs"][model]["properties"][key]))


def test_a_name_of_the_workspace_says_what_it_is() -> None:
    made = schema(named=NAMED)
    assert made["$defs"]["KnownStep"]["anyOf"] == [{"const": "order", "description": "Place order (Broadband)"}]
    assert not any(name.startswith("Known") for name in schema()["$defs"])


@pytest.mark.parametrize(
    "journey",
    [
        {"steps": [STEP | {"status": "some other", "next": ["Elsewhere", {"to": "other/"}], "owner": None}]},
        {"steps": STEP | {"frontstage": {"do": "x", "channel": "pigeon", "takes": "2 h", "owner": ["a", "b"]}}},
        {"steps": [], "promises": {"p": PROMISE | {"kano": "odd", "kept": ["A"], "made": {"at": "B"}, "by": "nobody"}}},
        {"phases": {"phase": "P", "steps": STEP}, "customer": ["mover", "another"], "owner": 3, "job": None},
        {"owners": {"a": "A", "b": {"reports_to": "elsewhere", "vacant": True}}, "lanes": None, "calendar": None},
    ],
)
def test_other_words_stay_valid_and_so_do_empty_keys(journey: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema(named=NAMED))
    if journey.get("lanes", "") is None:
        journey = {key: value for key, value in journey.items() if key != "lanes"}
    assert [error.message for error in validator.iter_errors({"journey": "x", **journey})] == []
    assert not validator.is_valid({"journey": "x", "stepz": []})
