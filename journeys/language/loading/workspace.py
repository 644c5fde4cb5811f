"""The one way in: texts by the names of their files to a workspace, wherever the texts come from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from journeys.language.loading.files import NO_SHARED, LoadedFile, LoadedWorkspace, load_journey, load_shared
from journeys.language.loading.reader import Read
from journeys.language.model.purpose import PurposeSections, words_elsewhere

Texts = Mapping[str, Read]


def load_texts(
    texts: Texts,
    *,
    shared: str = "",
    selected: Collection[str] | None = None,
    others: Callable[[], Texts] | None = None,
    root: Path | None = None,
) -> LoadedWorkspace:
    """The workspace of some texts, by name, in their order; what could not be read is there with its findings.

    `shared` names the one that is the workspace file (empty: there is none), `selected` the journeys that were asked
    for (None: all). `others` gives the journeys of the workspace that were not asked for; it is called only where one
    of the texts may speak of another journey. `root` is the folder on the disk, if there is one.
    """
    document, model, findings = load_shared(texts[shared], shared) if shared else NO_SHARED
    lanes = tuple(model.lanes) if model else ()
    journeys = [
        load_journey(got, name, lanes, selected=selected is None or name in selected)
        for name, got in texts.items()
        if name != shared
    ]
    if others is not None and (_speaks_of_journeys(model) or any(map(_refers_elsewhere, journeys))):
        journeys += (load_journey(got, name, lanes, selected=False) for name, got in others().items())
        journeys.sort(key=lambda journey: journey.source.name)
    documents = {journey.source.name: journey.document for journey in journeys}
    if document is not None:
        documents[shared] = document
    return LoadedWorkspace(tuple(journeys), document, model, findings, root, documents)


def _speaks_of_journeys(shared: PurposeSections | None) -> bool:
    """Whether a workspace's own file may speak of journeys: of their steps, voices, expectations or promises."""
    return shared is not None and any(True for _ in words_elsewhere(shared))


def _refers_elsewhere(journey: LoadedFile) -> bool:
    """Whether a journey may speak of another: a step that stands for one, or a slash where something is referred to."""
    model = journey.model
    if any(step.journey for phase in model.phases for step in phase.steps) or any(step.journey for step in model.steps):
        return True
    promises = model.promises.values()
    if any("/" in word for promise in promises for word in (*promise.relies_on, *promise.answers)):
        return True
    if any("/" in word for word in words_elsewhere(model)):
        return True
    return "/" in journey.source.text and any(
        mark in journey.source.text
        for mark in ("to:", "next:", "relies_on:", "anywhere:", "uses:", "triggers:", "kept:")
    )
