"""`journeys explain`: a rule, or the proof of a promise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.surfaces.cli.options import emit, output_option, say, terminal_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.graph.workspace import Workspace


@click.command(name="explain")
@click.argument("what")
@click.option(
    "--in", "paths", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
    help="The files or folders where the promise stands; the working folder if none is named.",
)  # fmt: skip
@click.option("--rule", "as_rule", is_flag=True, help="WHAT is a rule.")
@click.option("--promise", "as_promise", is_flag=True, help="WHAT is a promise.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
def command(
    what: str, paths: tuple[Path, ...], as_rule: bool, as_promise: bool, format_: str, output: Path | None
) -> int:
    """Explain WHAT: a rule (code or name), or a promise (key, journey/key, or its words).

    Of a promise it prints the proof that it is sound, or what breaks it, down to each root cause. A rule's code
    is always the rule; where a rule's name is the key of a promise too, it is the promise, unless --rule is said.
    """
    from journeys.checks.rule import Rule
    from journeys.errors import UsageError
    from journeys.features.ledger import proof, proof_formats
    from journeys.features.ledger.explain import meant, rule_json, rule_named, rule_text

    if as_rule and as_promise:
        raise UsageError("say --rule or --promise, not both")

    found = meant(what, lambda: _load(paths), rule=as_rule, promise=as_promise)
    if isinstance(found, Rule):
        emit(rule_text(found) if format_ == "text" else rule_json(found), output, format_)
        return 0
    if not as_promise and rule_named(what) is not None:
        say(f"journeys: this is the promise; `journeys explain {what} --rule` is the rule of that name", err=True)
    proven = proof(found)
    emit(
        proof_formats.text(proven, terminal_width()) if format_ == "text" else proof_formats.as_json(proven),
        output,
        format_,
    )
    return 0


def _load(paths: tuple[Path, ...]) -> Sequence[Workspace]:
    from journeys.api import load_workspaces
    from journeys.surfaces.cli.options import or_here

    return load_workspaces(or_here(paths))
