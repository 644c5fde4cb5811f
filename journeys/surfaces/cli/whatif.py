"""`journeys whatif`: what breaks if somebody or something were gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.surfaces.cli.options import emit, or_here, output_option, paths_argument, terminal_width

if TYPE_CHECKING:
    from journeys.features.ledger import Hypothesis
    from journeys.graph.workspace import Workspace


@click.command(name="whatif")
@paths_argument
@click.option(
    "--without", "gone", multiple=True, metavar="KIND:NAME",
    help="Suppose it gone: owner:network, system:Netcracker, action:step.lane, promise:key. May be said again.",
)  # fmt: skip
@click.option(
    "--late", "delays", multiple=True, metavar="PROMISE=TIME",
    help="Suppose a promise kept that much later than it says: line-switched-on=2d. May be said again.",
)  # fmt: skip
@click.option("--ranked", "rank", is_flag=True, help="List owners, systems and actions by the promises they carry.")
@click.option("--top", type=click.IntRange(min=0), default=20, show_default=True, help="How many to list; 0 for all.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@output_option
def command(
    paths: tuple[Path, ...],
    gone: tuple[str, ...],
    delays: tuple[str, ...],
    rank: bool,
    top: int,
    format_: str,
    output: Path | None,
) -> int:
    """Which promises to customers break if an owner, a system, an action or a promise were gone, or late.

    All suppositions hold at once; with --ranked, the list is made under them. It tells and does not judge: it
    leaves with 0 whatever breaks.
    """
    from journeys.errors import UsageError

    if not (gone or delays or rank):
        raise UsageError("say what is gone (--without owner:network), what is late (--late promise=2d), or --ranked")
    workspace = _workspace(paths)
    emit(_answer(workspace, _hypotheses(workspace, gone, delays), rank, top, format_), output, format_)
    return 0


def _workspace(paths: tuple[Path, ...]) -> Workspace:
    from journeys.api import load_workspaces
    from journeys.errors import UsageError

    found = load_workspaces(or_here(paths))
    if len(found) != 1:
        names = ", ".join(str(workspace.files.root or ".") for workspace in found[:5])
        raise UsageError(f"there are {len(found)} workspaces here ({names}): name one")
    return found[0]


def _hypotheses(workspace: Workspace, gone: tuple[str, ...], delays: tuple[str, ...]) -> list[Hypothesis]:
    from journeys.features.ledger import late, without

    return [without(workspace, word) for word in gone] + [late(workspace, word) for word in delays]


def _answer(workspace: Workspace, supposed: list[Hypothesis], rank: bool, top: int, format_: str) -> str:
    from journeys.features.ledger import imagine, ranked, whatif
    from journeys.features.ledger import whatif_formats as formats

    if rank:
        carriers = ranked(imagine(workspace, supposed))
        text = format_ == "text"
        return (
            formats.ranked_text(workspace, carriers, top, terminal_width()) if text else formats.ranked_json(carriers)
        )
    found = whatif(workspace, supposed)
    return formats.consequences_text(found, terminal_width()) if format_ == "text" else formats.consequences_json(found)
