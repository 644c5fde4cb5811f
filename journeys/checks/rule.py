"""What a rule is: prose, examples and code in one place."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from journeys.finding import Finding, Severity

Profile = Literal["draft", "standard", "strict"]
PROFILES: tuple[Profile, ...] = ("draft", "standard", "strict")
GROUPS = {"F": "file", "O": "ownership", "P": "promises", "B": "blueprint", "E": "experience", "X": "suppressions"}

# What an example leaves out, so that it can show what it is about and nothing else.
_HEADER = {
    "journey": "journey: Dinner for two",
    "owner": "owner: manager",
    "customer": "customer: guest",
    "job": "job: A good evening without thinking about anything",
    "owners": """\
owners:
  manager: {name: Restaurant manager, kind: role, holder: Noor Haddad}
  waiter: {name: Waiters, kind: team, reports_to: manager}
  kitchen: {name: Kitchen, kind: team, reports_to: manager}""",
    "customers": "customers:\n  guest: {name: Guest}",
}
_CARETS = re.compile(r"^\s*#\s*(\^+)\s*(.*)$")


@dataclass(frozen=True)
class Expected:
    """What an example says is found: line and columns (from 1, `end` exclusive), and words of the message."""

    line: int
    column: int
    end: int
    words: str


@dataclass(frozen=True)
class Example:
    """A journey, or the part of one that matters. Carets in a comment mark the line above it.

    `without` names the keys of the usual header that are to stay away; `also` the other rules it trips.
    """

    text: str
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    workspace: str = ""

    @property
    def shown(self) -> str:
        """The text as documentation shows it."""
        return textwrap.dedent(self.text).strip("\n") + "\n"

    @property
    def source(self) -> str:
        """The whole file: the text, then what of the header it does not say itself."""
        written = set(re.findall(r"^([\w-]+):", self.shown, re.MULTILINE))
        rest = [text for key, text in _HEADER.items() if key not in written and key not in self.without]
        return self.shown + "\n".join(rest) + ("\n" if rest else "")

    @property
    def expected(self) -> tuple[Expected, ...]:
        """The findings that its carets announce."""
        found: list[Expected] = []
        target = 0
        for number, line in enumerate(self.shown.splitlines(), 1):
            match = _CARETS.match(line)
            if match is None:
                target = number
            else:
                found.append(Expected(target, match.start(1) + 1, match.end(1) + 1, match[2].strip()))
        return tuple(found)


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue. `check` takes a journey (or a workspace, if `over` says so)."""

    code: str
    name: str
    summary: str
    why: str
    wrong: bool
    source: str
    profile: Profile
    over: Literal["journey", "workspace"]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    check: Callable[..., Iterable[Finding]]
    limit: int | None = None
    fixes: bool = False

    @property
    def group(self) -> str:
        """The group, by the letter of the code."""
        return GROUPS[self.code[0]]

    @property
    def severity(self) -> Severity:
        """An error if the model contradicts itself, else a warning."""
        return Severity.ERROR if self.wrong else Severity.WARNING


def rule(
    code: str,
    *,
    wrong: bool,
    source: str,
    bad: Example | tuple[Example, ...],
    good: Example | tuple[Example, ...],
    profile: Profile = "standard",
    over: Literal["journey", "workspace"] = "journey",
    limit: int | None = None,
    fixes: bool = False,
) -> Callable[[Callable[..., Iterable[Finding]]], Rule]:
    """Make a function a rule. Its name is the rule's, its docstring the summary and, below, why and how to mend.

    `profile` is the first profile that asks it; `limit` a number that settings may change, handed to the
    function as `limit`; `fixes` says that its findings may carry a fix.
    """

    def decorate(check: Callable[..., Iterable[Finding]]) -> Rule:
        summary, _, why = (check.__doc__ or "").partition("\n")
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            summary=summary.strip(),
            why=" ".join(textwrap.dedent(why).split()),
            wrong=wrong,
            source=source,
            profile=profile,
            over=over,
            bad=_tuple(bad),
            good=_tuple(good),
            check=check,
            limit=limit,
            fixes=fixes,
        )

    return decorate


def _tuple(examples: Any) -> tuple[Example, ...]:
    return examples if isinstance(examples, tuple) else (examples,)
