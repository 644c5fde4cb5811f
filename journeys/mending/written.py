"""A mend as it is written into the files: every edit read back, comments kept, a canonical layout kept canonical."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeys.api import edited
from journeys.errors import ToolError
from journeys.graph.workspace import Workspace
from journeys.language.formatting import format_text
from journeys.mending.imagined import changed
from journeys.mending.remedy import Remedy


def written(workspace: Workspace, remedies: Iterable[Remedy]) -> Mapping[str, str] | None:
    """The files that some remedies change, by name, with their new texts; None where one cannot be made without loss.

    A remedy's places are those of the files after the ones before it.
    """
    texts: dict[str, str] = {}
    for remedy in remedies:
        more = changed(edited(workspace, texts) if texts else workspace, remedy.edits, proven=True)
        if not more:
            return None
        texts.update(more)
    documents = workspace.files.documents
    return {name: _laid_out(documents[name].source.text, text) for name, text in texts.items()}


def _laid_out(before: str, after: str) -> str:
    """The text in the canonical layout, if it was in it before."""
    try:
        return after if format_text(before).changed else format_text(after).after
    except ToolError:
        return after
