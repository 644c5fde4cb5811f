"""The words in which a file, or a command, asks for a drawing. What they mean is for whoever draws."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

ViewName = Literal["blueprint", "journey", "owners", "promises", "org", "governance", "values"]
ThemeName = Literal["light", "dark", "print", "contrast", "auto"]
LevelName = Literal["full", "summary"]

VIEWS: tuple[str, ...] = get_args(ViewName)
THEMES: tuple[str, ...] = get_args(ThemeName)
"""`auto` is light, and dark where the reader's system is (`prefers-color-scheme`)."""
LEVELS: tuple[str, ...] = get_args(LevelName)

EXPERIENCE_LANES: Mapping[str, str] = MappingProxyType(
    {
        "feeling": "Feeling",
        "thoughts": "Thoughts",
        "pains": "Pains",
        "opportunities": "Opportunities",
        "channels": "Channels",
        "promises": "Promises to the customer",
        "promises-inside": "Promises behind the scenes",
    }
)
"""The lanes that drawings have besides those of a journey, by id, each with its name."""


class Word(NamedTuple):
    """An option by which less is drawn, in a command and in a block on a page: `--name VALUE`.

    `field` is what it says of a `Narrowing`. One of `many` may be said several times; `choices` are all its values, if
    there are few; one that is a `number` is from 1 to 1000; one that is `listed` takes several with commas between.
    """

    name: str
    field: str
    help: str
    also: tuple[str, ...] = ()
    many: bool = False
    choices: tuple[str, ...] = ()
    number: bool = False
    listed: bool = False


MOST_COLUMNS = 1000
WORDS = (
    Word("phase", "phases", "Draw this phase only; may be said several times.", ("phases",), many=True),
    Word("lanes", "lanes", "Draw these lanes only: ids with commas between.", ("lane",), many=True, listed=True),
    Word("owner", "owner", "Fade what others own."),
    Word("promise", "promise", "Light the chain of this promise, and fade the rest."),
    Word("level", "level", "Steps, or phases only.", choices=LEVELS),
    Word("columns", "columns", "So many steps on a page.", number=True),
)
"""All of them, in the order in which they are told of."""
