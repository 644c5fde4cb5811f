"""Blueprints that are kept as text: those which journeys and workspaces name under `blueprints`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from blueprints.pictures import Picture, pictures
from blueprints.views.findings import Figure, Mark, PromiseState
from blueprints.views.narrow import Narrowing
from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.words import did_you_mean


@dataclass(frozen=True)
class Named:
    """A blueprint that a file names, and the journey it is of."""

    name: str
    spec: BlueprintSpec
    journey: JourneyGraph

    @property
    def file_name(self) -> str:
        """What its files are called: the journey's id and its own name."""
        return f"{self.journey.id}-{self.name}"


def named_blueprints(workspace: Workspace) -> Iterator[Named]:
    """The blueprints of the journeys that were asked for, then those of the workspace's file.

    One in the workspace's file that names no journey is of each; of one whose journey is not there a check tells.
    """
    selected = workspace.selected
    for journey in selected:
        for name, spec in journey.blueprints.items():
            yield Named(name, spec, journey)
    for name, spec in workspace.blueprints.items():
        wanted = workspace.journey_named(spec.journey) if spec.journey else ""
        for journey in selected:
            if not spec.journey or journey.id == wanted:
                yield Named(name, spec, journey)


def homeless(workspace: Workspace) -> Iterator[str]:
    """A line for each blueprint of the workspace's file whose journey is not there."""
    for name, spec in workspace.blueprints.items():
        if spec.journey and not workspace.journey_named(spec.journey):
            help_ = did_you_mean(spec.journey, workspace.journey_words())
            yield f"“{name}”: it is of a journey “{spec.journey}” that is not there: {help_}"


def draw_named(
    named: Named,
    *,
    findings: Sequence[Mark] = (),
    promises: Sequence[PromiseState] = (),
    figures: Sequence[Figure] = (),
    theme: str = "light",
    dot: str | Path | None = None,
    changed: str = "",
    paper: str = "",
    orientation: str = "",
) -> tuple[Picture, ...]:
    """A named blueprint's pages; `theme` is for one that names none.

    Raises UsageError, with the blueprint's name, for a phase, lane, owner or promise that is not there.
    """
    spec = named.spec
    try:
        return pictures(
            named.journey,
            view=spec.view,
            narrowing=narrowing_of(spec),
            findings=findings,
            promises=promises,
            figures=figures,
            theme=spec.theme or theme,
            dot=dot,
            name=named.file_name,
            title=spec.title or "",
            changed=changed,
            paper=paper,
            orientation=orientation,
        )
    except UsageError as error:
        raise UsageError(f"the blueprint “{named.name}” of “{named.journey.name}”: {error}") from None


def narrowing_of(spec: BlueprintSpec) -> Narrowing:
    """What a blueprint in a file asks to be shown."""
    return Narrowing(
        phases=spec.phases,
        lanes=spec.lanes,
        owner=spec.owner or "",
        promise=spec.promise or "",
        level=spec.level,
        columns=spec.columns,
    )
