"""The journey that `journeys new` writes."""

from __future__ import annotations

from importlib.resources import files

STARTER_NAME = "first.journey.yaml"


def starter() -> str:
    """The text of a commented journey that checks clean and draws."""
    return files("journeys.language").joinpath("starter.journey.yaml").read_text(encoding="utf-8")
