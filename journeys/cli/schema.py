"""`journeys schema`: JSON Schema for editors."""

from __future__ import annotations

import click


@click.command(name="schema")
@click.argument("kind", type=click.Choice(["journey", "workspace"]), default="journey")
@click.option("--in", "folder", type=click.Path(exists=True), help="Allow the lanes that this workspace declares.")
def command(kind: str, folder: str | None) -> int:
    """Print the JSON Schema of a journey file, or of the workspace file `journeys.yaml`.

    Save it, and begin a journey with the line
    `# yaml-language-server: $schema=journey.schema.json`: editors then complete and check as you write.
    """
    import json

    from journeys.schema import schema

    click.echo(json.dumps(schema(kind, folder), indent=2, ensure_ascii=False))
    return 0
