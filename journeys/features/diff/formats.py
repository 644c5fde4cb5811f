"""The formats of a comparison by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeys.features.diff import as_json, as_markdown, as_text
from journeys.features.diff.changes import WorkspaceDiff

FORMATS: Mapping[str, Callable[[WorkspaceDiff], str]] = {
    "text": as_text.render,
    "markdown": as_markdown.render,
    "json": as_json.render,
}
