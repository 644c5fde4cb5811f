"""What people see of a workspace: drawings, pages, findings, verdicts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from blueprints.named import draw_named, named_blueprints
from blueprints.pictures import Picture, pictures
from journeys import api
from journeys.errors import UsageError
from journeys.graph.due import due
from journeys.graph.workspace import Workspace
from journeys.language.model.drawn import VIEWS
from journeys.surfaces.site import drawings, pages


def loaded(folder: Path, files: Mapping[str, Any]) -> Workspace:
    """The workspace of some data, read from a folder."""
    for name, data in files.items():
        (folder / name).write_text(json.dumps(data), encoding="utf-8")
    return api.load_workspace(folder)


def _drawn(workspace: Workspace) -> Iterator[Picture]:
    for view in VIEWS:
        for journey in workspace.selected:
            yield from pictures(journey, view=view)
    for named in named_blueprints(workspace):
        yield from draw_named(named)


def _in_words(workspace: Workspace) -> object:
    return [one.drawing.render("markdown") for one in _drawn(workspace)]


def _in_pictures(workspace: Workspace) -> object:
    """Everything of a picture that is not Graphviz's."""
    return [(one.drawing.scene, one.drawing.theme) for one in _drawn(workspace)]


def _found(workspace: Workspace) -> object:
    report = api.examine(workspace)
    found = [(one.finding.severity, one.finding.code, one.finding.message) for one in report.located]
    return report.max_warnings, found


def _judged(workspace: Workspace) -> object:
    return {id_: (verdict.state, verdict.slack) for id_, verdict in workspace.verdicts.items()}


def _told(workspace: Workspace) -> object:
    """The site, without the drawings and findings that are looked at by themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawings, "sheets", lambda *_: iter([drawings.PageDrawing("drawing", "Drawing")]))
        return {page.path: page.content for page in pages(workspace, ())}


def _due(workspace: Workspace) -> object:
    return [(one.kind, one.name, one.day, one.every, one.owner) for one in due(workspace)]


LOOKS: Mapping[str, Callable[[Workspace], object]] = {
    "findings": _found, "verdicts": _judged, "due": _due, "words": _in_words, "pictures": _in_pictures, "site": _told,
}  # fmt: skip
"""The ways of looking, the cheapest first."""


@cache
def look(workspace: Workspace, name: str) -> object:
    """What one way of looking shows; a refusal is something to be seen too."""
    try:
        return LOOKS[name](workspace)
    except UsageError as error:
        return str(error)
