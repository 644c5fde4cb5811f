"""The one way in: texts by the names of their files to a workspace, wherever the texts come from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from journeys.language.loading.files import NO_SHARED, LoadedFile, LoadedWorkspace, load_journey, load_shared
from journeys.language.loading.reader import Read
from journeys.language.model.journey import WorkspaceFile
from journeys.language.model.purpose import words_elsewhere

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
    of the texts, or the workspace's file, may speak of another journey. `root` is the folder on
    the disk, if there is one.
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


def with_texts(
    files: LoadedWorkspace, texts: Mapping[str, str], only: Collection[str] | None = None
) -> LoadedWorkspace:
    """A workspace with other texts for some of its files, by name; what does not change is not read again.

    `only` names the journey files that are left in it (None: all).
    """
    shared = files.shared.source.name if files.shared else ""
    document, model, findings = files.shared, files.shared_model, files.shared_findings
    if shared in texts:
        document, model, findings = load_shared(Read(texts[shared]), shared)
    lanes = tuple(model.lanes) if model else ()
    journeys = tuple(
        replace(load_journey(Read(texts[name]), name, lanes, selected=one.selected), path=one.path)
        if (name := one.source.name) in texts
        else one
        for one in files.journeys
        if only is None or one.source.name in only
    )
    documents = {one.source.name: one.document for one in journeys}
    if document is not None:
        documents[shared] = document
    return LoadedWorkspace(journeys, document, model, findings, files.root, documents)


def _speaks_of_journeys(shared: WorkspaceFile | None) -> bool:
    """Whether a workspace's own file may speak of journeys: in a blueprint, or of their steps, voices or promises."""
    return shared is not None and (bool(shared.blueprints) or any(True for _ in words_elsewhere(shared)))


def _refers_elsewhere(journey: LoadedFile) -> bool:
    """Whether a journey may speak of another: a step that stands for one, or a slash, which every reference has."""
    steps = (*(step for phase in journey.model.phases for step in phase.steps), *journey.model.steps)
    return "/" in journey.source.text or any(step.journey for step in steps)
