"""`journeys promises`: the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from journeys.surfaces.cli.options import emit, or_here, output_option, paths_argument, terminal_width


@click.command(name="promises")
@paths_argument
@click.option("--broken", is_flag=True, help="Only promises that cannot be kept; the same as --state broken.")
@click.option(
    "--state", "states", multiple=True, type=click.Choice(["sound", "assumed", "unproven", "broken"]),
    help="Only promises of this verdict; may be said again.",
)  # fmt: skip
@click.option("--owner", default="", metavar="NAME", help="Only what this owner promises (id or name).")
@click.option("--customer", default="", metavar="NAME", help="Only what this customer is promised (id or name).")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "csv", "markdown"]), default="text", show_default=True
)
@output_option
def command(
    paths: tuple[Path, ...],
    broken: bool,
    states: tuple[str, ...],
    owner: str,
    customer: str,
    format_: str,
    output: Path | None,
) -> int:
    """Who owes whom what, by when, made and kept where, and whether it holds.

    The ledger tells and does not judge: it leaves with 0 even if promises are broken (`journeys check` fails then).
    """
    from journeys.api import load_workspaces
    from journeys.features.ledger import ledgers
    from journeys.features.ledger.formats import render
    from journeys.graph.verdict import State

    chosen = frozenset(map(State, (*states, *(["broken"] if broken else []))))
    entries = ledgers(load_workspaces(or_here(paths)), states=chosen, owner=owner, customer=customer)
    emit(render(format_, entries, terminal_width()), output, format_)
    return 0
