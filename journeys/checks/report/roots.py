"""Files named from the root of their repository, as hosts of repositories look for them, wherever a check was run."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from journeys.checks.report.report import Report
from journeys.language.finding import Located
from journeys.language.source import Source


def from_root(report: Report) -> Report:
    """The report with each file that is in a repository named from the repository's root."""
    sources: dict[str, Source] = {}

    def renamed(source: Source) -> Source:
        if source.name not in sources:
            name = _from_root(source.name)
            sources[source.name] = source if name == source.name else Source(name, source.text)
        return sources[source.name]

    def located(item: Located) -> Located:
        related = tuple(replace(link, source=renamed(link.source)) for link in item.related)
        return replace(item, source=renamed(item.source), related=related)

    return replace(report, located=tuple(map(located, report.located)))


def _from_root(name: str) -> str:
    """A path from the root of the repository that the working folder is in, else the file's own; else as it was."""
    try:
        path = Path(os.path.abspath(name))  # noqa: PTH100 - resolving would follow links
        if not os.path.lexists(path):
            return name  # A text that is no file.
        for folder in (Path.cwd(), path.parent):
            root = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)
            if root is not None and path.is_relative_to(root):
                return path.relative_to(root).as_posix() + ("/" if name.endswith("/") else "")
    except (OSError, ValueError):
        pass
    return name
