"""`journeys site`: a workspace as a folder of pages."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import click

from journeys.surfaces.cli.options import files_argument, no_dash, or_here, say, today_option


@click.command(name="site")
@click.argument("out", type=click.Path(path_type=Path), callback=no_dash("name the folder to write into"))
@files_argument
@today_option("The day on which knowledge is past its time, or not (2026-03-02); today if left out.")
def command(out: Path, paths: tuple[Path, ...], today: date | None) -> int:
    """Write a site into the folder OUT: journeys with their drawings, promises, owners, findings and rules.

    Where surveys are declared, their files are read: what customers answered stands with each measure and expectation,
    as figures and (with `pip install 'journeys[plots]'`) as drawings. Nobody who answered is named.

    It is of the workspace in PATHS (files or folders; the working folder if none is named), and is read from the
    folder itself, without a server: open index.html. An earlier site in OUT is replaced; a folder that holds anything
    else is refused. Needs `pip install 'journeys[site]'`.

    A site tells and does not judge: it leaves with 0 whatever is found (`journeys check` fails then).
    """
    from journeys.api import check, load_workspaces
    from journeys.errors import UsageError
    from journeys.language.quantities import counted
    from journeys.surfaces.site import pages, write_site

    spaces = load_workspaces(or_here(paths))
    if len(spaces) != 1:
        raise UsageError(f"there are {len(spaces)} workspaces here, and a site is of one: name its folder")
    workspace = spaces[0]
    count = write_site(out, pages(workspace, tuple(check(workspace)), today, partial(say, err=True)))
    for journey in workspace.selected:
        if not journey.whole:
            say(f"{journey.file} cannot be read to its end: its page says why", err=True)
    journeys, written = counted(len(workspace.selected), "journey"), counted(count, "file")
    say(f"wrote {out / 'index.html'}: {journeys}, {written}")
    return 0
