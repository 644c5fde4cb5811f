"""`journeys new`: a commented journey to start from."""

from __future__ import annotations

from pathlib import Path

import click

from journeys.errors import UsageError
from journeys.language.starter import STARTER_NAME, starter
from journeys.surfaces.cli.options import say
from journeys.writing import write_source


@click.command(name="new")
@click.argument("path", type=click.Path(path_type=Path), default=Path(STARTER_NAME))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(path: Path, force: bool) -> int:
    """Write a commented journey that checks clean and draws, to PATH (first.journey.yaml)."""
    target = path / STARTER_NAME if path.is_dir() else path
    if not target.name.endswith(".journey.yaml"):
        raise UsageError(f"{target}: the name of a journey's file ends in .journey.yaml")
    if target.exists() and not force:
        raise UsageError(f"{target} is there already: name another file, or write over it with --force")
    # Over a link nothing is written, as nobody read what it leads to.
    before = target.read_bytes() if target.is_file() and not target.is_symlink() else None
    write_source(target, starter().encode(), before=before)
    for line in (f"wrote {target}", f"next: journeys check {target}", f"      journeys draw {target} -o drawings"):
        say(line)
    return 0
