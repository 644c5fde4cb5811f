"""Random workspaces: mostly sensible, with one or two things that are not. `shrink` makes a bad one small."""

from __future__ import annotations

import json

from .dice import Dice
from .disturbing import Disturber
from .making import Maker
from .pledging import Pledger
from .reading import Workspace
from .shrinking import shrink

__all__ = ["random_workspace", "shrink"]


def random_workspace(seed: int) -> Workspace:
    """The dicts that would be YAML: `{"journeys": {"j0": {…}}, "shared": {…}}`, the same for the same seed."""
    dice = Dice(seed)
    workspace = Maker(dice).make()
    Pledger(dice, workspace).pledge()
    for _ in range(dice.pick([0, 0, 1, 1, 1, 2])):
        Disturber(dice, workspace).disturb()
    fresh: Workspace = json.loads(json.dumps(workspace))  # no part twice: YAML would write it as an alias
    return fresh
