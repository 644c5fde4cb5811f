"""`journeys format`: files in their canonical layout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journeys.surfaces.cli.options import colour_option, or_here, paths_argument, say, wants_colour

if TYPE_CHECKING:
    from journeys.language.formatting.files import Outcome


@click.command(name="format")
@paths_argument
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where something would change.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
@colour_option
def command(paths: tuple[Path, ...], check: bool, diff: bool, colour: bool | None) -> int:
    """Lay out the journey and workspace files in PATHS (files or folders; the working folder if none is named).

    Every comment is kept, and what a file says stays the same. A file that cannot be read is left alone. With `-` the
    standard input is laid out, to the standard output.

    Exit codes: 0 done, 1 a file would change (with --check) or cannot be read, 2 wrong use, 3 a file cannot be written.
    """
    from journeys.language.formatting.files import format_files

    outcomes = []
    for outcome in format_files(or_here(paths), write=not (check or diff)):
        outcomes.append(outcome)
        _tell(outcome, check=check, diff=diff, colour=wants_colour(colour))
    return _conclude(outcomes, check=check, changing=not (check or diff))


def _tell(outcome: Outcome, *, check: bool, diff: bool, colour: bool) -> None:
    from journeys.language.loading.reader import STDIN

    for reason in filter(None, (outcome.unread, outcome.failure)):
        say(f"journeys: {outcome.name}: {reason}", err=True)
    for finding in outcome.findings:
        say(finding, err=True)
    if outcome.changed and diff:
        click.echo("".join(_unified(outcome, colour)), nl=False, color=True)
    elif outcome.path == STDIN and not check:
        _print(outcome)
    elif outcome.changed:
        say(f"{'would lay out' if check else 'laid out'} {outcome.name}")


def _print(outcome: Outcome) -> None:
    """What was read from the standard input goes to the standard output in its layout, if it could be read."""
    if outcome.formatted is not None and not outcome.formatted.findings:
        click.echo(outcome.formatted.after.encode("utf-8"), nl=False)


def _unified(outcome: Outcome, colour: bool) -> list[str]:
    from difflib import unified_diff

    from journeys.checks.report.visible import harmless, visible

    assert outcome.formatted is not None
    before, after = outcome.formatted.before.split("\n"), outcome.formatted.after.split("\n")
    lines = unified_diff(before, after, visible(outcome.name), visible(outcome.name), lineterm="")
    shown = [harmless(visible(line)) for line in lines]
    colours = {"+": "green", "-": "red", "@": "cyan"}
    return [(click.style(line, fg=colours.get(line[:1])) if colour else line) + "\n" for line in shown]


def _conclude(outcomes: list[Outcome], *, check: bool, changing: bool) -> int:
    changed = sum(outcome.changed for outcome in outcomes)
    unread = sum(bool(outcome.findings or outcome.unread) for outcome in outcomes)
    failed = sum(bool(outcome.failure) for outcome in outcomes)
    neat = len(outcomes) - changed - unread - failed
    parts = [f"{changed} {'laid out' if changing else 'to lay out'}", f"{neat} as they should be"]
    parts += [f"{unread} cannot be read"] if unread else []
    parts += [f"{failed} failed"] if failed else []
    click.echo(", ".join(parts), err=True)
    if failed:
        return 3
    return 1 if unread or (check and changed) else 0
