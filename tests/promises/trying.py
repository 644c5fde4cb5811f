"""A workspace against which there are complaints is made small and shown as it would be written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from .bruteforce.generate import shrink
from .bruteforce.reading import Workspace

Complaints = Callable[[Workspace], list[str]]


def holds(workspace: Workspace, complaints: Complaints) -> None:
    """Fail if there are complaints about a workspace, with the smallest one about which there are any."""
    if not complaints(workspace):
        return
    small = shrink(workspace, lambda smaller: bool(complaints(smaller)))
    pytest.fail("\n".join([*complaints(small), written(small)]), pytrace=False)


def written(workspace: Workspace) -> str:
    """The files of a workspace as YAML, one after the other."""
    files = {f"{id_}.journey.yaml": journey for id_, journey in workspace["journeys"].items()}
    return "\n".join(
        f"# {name}\n{yaml.safe_dump(data, sort_keys=False, width=110)}"
        for name, data in {**files, "journeys.yaml": workspace["shared"]}.items()
    )
