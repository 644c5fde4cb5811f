"""`journeys schema`: JSON Schema for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from journeys.language.model.lanes import Lane


@click.command(name="schema")
@click.argument("kind", type=click.Choice(["journey", "workspace"]), default="journey")
@click.option("--in", "folder", type=click.Path(exists=True), help="Allow the lanes that this workspace declares.")
def command(kind: str, folder: str | None) -> int:
    """Print the JSON Schema of a journey file, or of the workspace file `journeys.yaml`.

    Save it, and begin a journey with the line
    `# yaml-language-server: $schema=journey.schema.json`: editors then complete and check as you write.
    """
    import json

    from journeys.language.schema import schema

    lanes: tuple[Lane, ...] = ()
    if folder is not None:
        from journeys.api import load_workspace

        lanes = load_workspace(folder).shared.lanes
    click.echo(json.dumps(schema(kind, lanes), indent=2, ensure_ascii=False))
    return 0
