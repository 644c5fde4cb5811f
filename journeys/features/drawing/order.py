"""What is asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from blueprints.views.narrow import Narrowing


@dataclass(frozen=True)
class Order:
    """What is to be drawn: into which folder or file, in which formats and views, how much of it, and how."""

    output: Path
    formats: Sequence[str] = ("svg",)
    views: Sequence[str] = ("blueprint",)
    narrowing: Narrowing = field(default_factory=Narrowing)
    theme: str = "light"
    scale: float = 2.0
    dot: Path | None = None
    findings: bool = True
    named: bool = True
    again: bool = False
    force: bool = False
    """Whether files may be replaced that were not drawn here."""
    paper: str = ""
    """Cut into pages of this paper (of `blueprints.sheets.PAPERS`), which lie as `orientation` says."""
    orientation: str = ""
    silent: bool = True
    """Whether views are drawn that have nothing to tell of a journey."""
    figures: bool = False
    """Whether steps show what customers answered there, by the surveys that the files declare."""
    dates: bool = True
    """Whether each drawing says when its journey's file was last changed."""


class DrawnFile(NamedTuple):
    """A file, and whether it was drawn now or is the same as before."""

    path: Path
    fresh: bool
