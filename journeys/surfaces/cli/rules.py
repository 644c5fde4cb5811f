"""`journeys rules`: the catalogue."""

from __future__ import annotations

import click


@click.command(name="rules")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--group", help="Only one group: file, ownership, promises, blueprint, experience, suppressions.")
def command(format_: str, group: str | None) -> int:
    """List the rules: code, name, what it says, how much it weighs, and the first profile that asks it."""
    from journeys.checks.catalogue import listing

    click.echo(listing(format_, group), nl=False)
    return 0
