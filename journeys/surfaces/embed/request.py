"""What a page asks for, in the words of the command line: `draw broadband --promise online-in-five-days`."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from journeys.errors import UsageError
from journeys.language.model.drawn import WORDS
from journeys.language.words import did_you_mean

ON_PURPOSE = ("changes", "voices", "expectations", "governance", "values")
"""What is designed on purpose, a table each."""
ANSWERED = ("measures", "trend", "kano", "plane")
"""What customers answered: their measures as a table and over months, and kinds of expectations as both."""
KINDS = ("draw", "promises", "findings", "owners", "pains", "opportunities", *ON_PURPOSE, *ANSWERED)
_ALSO = MappingProxyType({"ledger": "promises", "measure": "measures"})
_VALUED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "draw": ("named", "view", "theme", *(word.name for word in WORDS)),
        "promises": ("owner", "customer", "state"),
        "findings": (),
        "owners": ("owner",),
        "pains": ("phase",),
        "opportunities": ("phase",),
        **dict.fromkeys(ON_PURPOSE, ()),
        "measures": ("of",),
        "trend": ("of", "theme"),
        "kano": (),
        "plane": ("theme",),
    }
)
_FLAGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"draw": ("no-findings",), "promises": ("broken",), "voices": ("open",)}
)
_SPELLED = MappingProxyType({also: word.name for word in WORDS for also in word.also})
_REPEATED = ("state", *(word.name for word in WORDS if word.many))


@dataclass(frozen=True, slots=True)
class Request:
    """A request: its kind (one of `KINDS`), the journey it names (empty for all), and its options.

    `options` holds one text for each option, several for those that may be said again, none for a flag.
    """

    kind: str
    journey: str = ""
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def option(self, name: str, default: str = "") -> str:
        """The value of an option that stands at most once."""
        return (*self.options.get(name, ()), default)[0]

    def has(self, name: str) -> bool:
        """Whether an option is given."""
        return name in self.options


def parse(text: str) -> Request:
    """The request that a text makes. Raises UsageError, with the nearest right word, for one that makes none."""
    try:
        words = shlex.split(text)
    except ValueError:
        raise UsageError("a quotation mark is opened here and never closed") from None
    if not words:
        raise UsageError(f"nothing is asked for: write one of {', '.join(KINDS)} and the name of a journey")
    kind = _ALSO.get(words[0], words[0])
    if kind not in KINDS:
        raise UsageError(f"“{words[0]}” cannot be shown on a page: {did_you_mean(words[0], (*KINDS, *_ALSO))}")
    names, options = _read(kind, words[1:])
    if len(names) > 1:
        raise UsageError(f"one journey at a time: “{names[1]}” is too many; put a name with blanks in quotation marks")
    return Request(kind, "".join(names), options)


def _read(kind: str, words: list[str]) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    names: list[str] = []
    options: dict[str, tuple[str, ...]] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            names.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        name = _SPELLED.get(name, name)
        if name in _FLAGS.get(kind, ()) and not equals:
            options[name] = ()
            continue
        _known(kind, name)
        found = value if equals else next(rest, "")
        if not found or (not equals and found.startswith("--")):
            raise UsageError(f"--{name} needs a value: --{name} NAME")
        if name in options and name not in _REPEATED:
            raise UsageError(f"--{name} stands here twice")
        options[name] = (*options.get(name, ()), found)
    return names, options


def _known(kind: str, name: str) -> None:
    if name not in _VALUED[kind]:
        known = [f"--{word}" for word in (*_VALUED[kind], *_FLAGS.get(kind, ()))]
        help_ = did_you_mean(f"--{name}", known) or "it has none"
        raise UsageError(f"{kind} has no option --{name}: {help_}")
