from collections.abc import Iterator
from pathlib import PurePosixPath

from journeys.checks.rule import Example, rule
from journeys.graph.directory import journey_id
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Place, Related
from journeys.language.loading.files import LoadedFile


@rule(
    "F205",
    wrong=True,
    source="language.md, References",
    profile="draft",
    over="workspace",
    bad=Example(
        """
            journey: Dinner for two
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """,
        other="""
            journey: Dinner for two
            #        ^^^^^^^^^^^^^^ another journey has the id “dinner-for-two” too
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """,
    ),
    good=Example(
        """
            journey: Dinner for two
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """,
        other="""
            journey: Dinner for two, in the garden
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """,
    ),
)
def duplicate_journey_id(workspace: Workspace) -> Iterator[Finding]:
    """Two journeys have one id.

    A journey's id is what it says under `id`, or else made of its name. Promises in other journeys,
    drawings and pages are found by it, so of two journeys with one id only the first can be spoken of. Give
    one of them another `id`.
    """
    first: dict[str, LoadedFile] = {}
    for file in workspace.files.journeys:
        id_ = journey_id(file.model, file.stem)
        other = first.setdefault(_scope(workspace, file) + id_, file)
        if other is not file:
            yield Finding(
                f"another journey has the id “{id_}” too",
                _said(file),
                (Related(_said(other), "it is this one's as well"),),
                "give one of the two another `id`",
                journey=id_,
            )


def _scope(workspace: Workspace, file: LoadedFile) -> str:
    """Files that no workspace file holds together have a folder in common, or nothing."""
    return "" if workspace.files.root else f"{PurePosixPath(file.source.name).parent}/"


def _said(file: LoadedFile) -> Place:
    return Place(file.source.name, ("id" if file.model.id else "journey",))
