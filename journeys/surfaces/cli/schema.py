"""`journeys schema`: JSON Schema for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.graph.purpose_nodes import EntryNode, ExpectationNode
    from journeys.graph.workspace import Workspace
    from journeys.language.model.lanes import Lane
    from journeys.language.offered import Named


@click.command(name="schema")
@click.argument("kind", type=click.Choice(["journey", "workspace"]), default="journey")
@click.option(
    "--in", "folder", type=click.Path(exists=True), help="Allow the lanes of this workspace, and offer its names."
)
def command(kind: str, folder: str | None) -> int:
    """Print the JSON Schema of a journey file, or of the workspace file `journeys.yaml`.

    Save it, and begin a journey with the line
    `# yaml-language-server: $schema=journey.schema.json`: editors then complete and check as you write.
    """
    import json

    from journeys.language.schema import NOBODY, schema

    lanes: tuple[Lane, ...] = ()
    named: Named = NOBODY
    if folder is not None:
        from journeys.api import load_workspace

        workspace = load_workspace(folder)
        lanes, named = workspace.shared.lanes, _named(workspace)
    click.echo(json.dumps(schema(kind, lanes, named), indent=2, ensure_ascii=False))
    return 0


def _named(workspace: Workspace) -> Named:
    """What the journeys of a workspace declare, by what it is: names by id; of what stands in one, with that."""
    shared = workspace.shared
    owners = {key: node.name for key, node in shared.owners.items()}
    customers = {key: node.name for key, node in shared.customers.items()}
    channels = dict(shared.channels)
    steps: dict[str, str] = {}
    actions: dict[str, str] = {}
    promises: dict[str, str] = {}
    for journey in workspace.journeys.values():
        for owner in journey.owners.values():
            owners.setdefault(owner.key, owner.name)
        for customer in journey.customers:
            customers.setdefault(customer.key, customer.name)
        channels = {**journey.channels, **channels}
        for step in journey.steps:
            steps.setdefault(step.key, f"{step.name} ({journey.name})")
        for action in journey.actions:
            if action.company:
                actions.setdefault(action.key, f"{action.name} ({journey.name})")
        for promise in journey.promise_nodes:
            promises.setdefault(promise.key, f"{promise.name} ({journey.name})")
            promises[f"{journey.id}/{promise.key}"] = f"{promise.name} ({journey.name})"
    found = {
        "owner": owners,
        "customer": customers,
        "channel": channels,
        "step": steps,
        "action": actions,
        "promise": promises,
    }
    return {**found, **_designed(workspace)}


def _designed(workspace: Workspace) -> Named:
    """What is designed on purpose and can be referred to, by what it is: names by id."""
    kinds: Mapping[str, Mapping[str, EntryNode | ExpectationNode]] = {
        "value": workspace.values,
        "measure": workspace.measures,
        "goal": workspace.goals,
        "practice": workspace.practices,
        "voice": workspace.voices,
        "expectation": workspace.expectations,
    }
    return {kind: {node.key: node.name for node in nodes.values()} for kind, nodes in kinds.items()}
