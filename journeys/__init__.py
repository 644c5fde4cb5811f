"""Customer journeys as code.

    import journeys

    journey = journeys.load("broadband.journey.yaml")
    journey.promises["online-in-five-days"].verdict
    journeys.check(journey)
    journey.graph                     # a networkx.MultiDiGraph

Names are loaded when they are used, so that importing the package costs nothing.
"""

from journeys._version import __version__

# As in `typing`, whose import takes longer than all of `journeys --version`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from journeys.api import check, examine, load, load_workspace, load_workspaces, loads, loads_workspace, render, told
    from journeys.errors import JourneysError, ToolError, UsageError
    from journeys.graph.journey import JourneyGraph, JourneyPromise
    from journeys.graph.node import Kind, Link
    from journeys.graph.verdict import State, Verdict
    from journeys.graph.workspace import Workspace
    from journeys.language.finding import Finding, Located, Severity

_HOMES = {
    "journeys.api": (
        "check",
        "examine",
        "load",
        "load_workspace",
        "load_workspaces",
        "loads",
        "loads_workspace",
        "render",
        "told",
    ),
    "journeys.errors": ("JourneysError", "ToolError", "UsageError"),
    "journeys.language.finding": ("Finding", "Located", "Severity"),
    "journeys.graph.journey": ("JourneyGraph", "JourneyPromise"),
    "journeys.graph.node": ("Kind", "Link"),
    "journeys.graph.verdict": ("State", "Verdict"),
    "journeys.graph.workspace": ("Workspace",),
}

__all__ = [
    "Finding",
    "JourneyGraph",
    "JourneyPromise",
    "JourneysError",
    "Kind",
    "Link",
    "Located",
    "Severity",
    "State",
    "ToolError",
    "UsageError",
    "Verdict",
    "Workspace",
    "__version__",
    "check",
    "examine",
    "load",
    "load_workspace",
    "load_workspaces",
    "loads",
    "loads_workspace",
    "render",
    "told",
]


def __getattr__(name: str) -> "Any":
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'journeys' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
