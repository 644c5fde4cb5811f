"""The words in which a file, or a command, asks for a drawing. What they mean is for whoever draws."""

from __future__ import annotations

from typing import Literal, get_args

ViewName = Literal["blueprint", "journey", "owners", "promises", "org"]
ThemeName = Literal["light", "dark", "print", "contrast", "auto"]
LevelName = Literal["full", "summary"]

VIEWS: tuple[str, ...] = get_args(ViewName)
THEMES: tuple[str, ...] = get_args(ThemeName)
"""`auto` is light, and dark where the reader's system is (`prefers-color-scheme`)."""
LEVELS: tuple[str, ...] = get_args(LevelName)
