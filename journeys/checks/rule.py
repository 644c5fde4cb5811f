"""What a rule is: prose, examples and code in one place."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from journeys.documented import documented
from journeys.file_names import WORKSPACE
from journeys.graph.due import DueKind
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Severity

Profile = Literal["draft", "standard", "strict"]
# What a rule is asked of: a journey; all journeys of a workspace; each root cause of one fault, with the workspace; a
# journey and what tells a cause in words; what each file says of designing on purpose, the workspace's own too; what is
# overdue, where a day was said; what was noted of each of these files, of the settings, and of the comments that
# suppress findings.
Over = Literal["journey", "workspace", "cause", "told", "designed", "due", "file", "settings", "comments"]
# A root cause in words; None where it belongs to another rule of the same fault.
Words = Callable[[Cause, Workspace], Finding | None]
PROFILES: tuple[Profile, ...] = ("draft", "standard", "strict")
GROUPS = {"F": "file", "O": "ownership", "P": "promises", "B": "blueprint", "E": "experience", "X": "suppressions"}

ALL = "*"
EXAMPLE_DAY = date(2026, 12, 1)
"""The day for which the examples of rules about what is overdue are read."""
EXAMPLE_FILE = "text.journey.yaml"
OTHER_FILE = "other.journey.yaml"
# What an example leaves out, so that it can show what it is about and nothing else.
_HEADER = {
    "journey": "journey: Dinner for two",
    "owner": "owner: manager",
    "customer": "customer: guest",
    "job": "job: A good evening without thinking about anything",
    "success": "success: The guests come back",
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
    """What an example says is found: line and columns (from 1, `end` exclusive), and words of the message.

    `file` is the name of the file it is found in, empty for the example's own.
    """

    line: int
    column: int
    end: int
    words: str
    file: str = ""


@dataclass(frozen=True)
class Example:
    """A journey, or the part of one that matters. Carets in a comment mark the line above it.

    `without` names the keys of the usual header that are to stay away (`ALL`: it is the whole file); `also` the
    other rules it trips. `workspace` is the text of a `journeys.yaml` beside it, `other` of another journey.
    `times` makes a file of that many copies of the text. `marks` says what is found where no caret can.
    """

    text: str
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    workspace: str = ""
    other: str = ""
    times: int = 1
    marks: tuple[Expected, ...] = ()

    @property
    def shown(self) -> str:
        """The text as documentation shows it."""
        return _dedented(self.text)

    @property
    def source(self) -> str:
        """The whole file: the text, then what of the header it does not say itself."""
        return self._whole(self.shown) * self.times

    @property
    def shared(self) -> str:
        """The whole of the workspace file, empty if there is none."""
        return _dedented(self.workspace) if self.workspace else ""

    @property
    def files(self) -> dict[str, str]:
        """The texts of the journeys by the names of their files."""
        found = {EXAMPLE_FILE: self.source}
        return found | {OTHER_FILE: self._whole(_dedented(self.other))} if self.other else found

    def _whole(self, text: str) -> str:
        written = set(re.findall(r"^([\w-]+):", text + self.shared, re.MULTILINE))
        left_out = set(_HEADER) if ALL in self.without else {*written, *self.without}
        return text + "".join(f"{part}\n" for key, part in _HEADER.items() if key not in left_out)

    @property
    def expected(self) -> tuple[Expected, ...]:
        """The findings that its carets, or `marks`, announce: by file, then in the order of lines."""
        if self.marks:
            return self.marks
        other, shared = _dedented(self.other), _dedented(self.workspace)
        return (*_announced(shared, WORKSPACE), *_announced(other, OTHER_FILE), *_announced(self.shown, ""))


def _dedented(text: str) -> str:
    return textwrap.dedent(text).strip("\n") + "\n"


def _announced(text: str, file: str) -> Iterator[Expected]:
    target = 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _CARETS.match(line)
        if match is None:
            target = number
        else:
            yield Expected(target, match.start(1) + 1, match.end(1) + 1, match[2].strip(), file)


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue. `check` takes what `over` says: a journey, a workspace, a cause, or what was noted.

    `fault` is what fails where it reports a root cause, and `words` tells of such a cause. `due` is the kind of what is
    overdue where it reports that.
    """

    code: str
    name: str
    summary: str
    why: str
    wrong: bool
    source: str
    profile: Profile
    over: Over
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    check: Callable[..., Any]
    limit: int | None = None
    fixes: bool = False
    fault: Fault | None = None
    words: Words | None = None
    due: DueKind | None = None

    @property
    def group(self) -> str:
        """The group, by the letter of the code."""
        return GROUPS[self.code[0]]

    @property
    def reason(self) -> str:
        """The first sentence of why it matters: what a finding tells."""
        first, dot, _ = self.why.partition(". ")
        return first + dot.strip()

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
    over: Over = "journey",
    limit: int | None = None,
    fixes: bool = False,
    fault: Fault | None = None,
    words: Words | None = None,
    due: DueKind | None = None,
) -> Callable[[Callable[..., Any]], Rule]:
    """Make a function a rule. Its name is the rule's, its docstring the summary and, below, why and how to mend.

    `profile` is the first profile that asks it; `limit` a number that settings may change, handed to the
    function as `limit`; `fixes` says that its findings may carry a fix.

    With `over="cause"` the function takes a root cause of a `fault`, and the workspace, and returns the finding. A rule
    that finds such places by itself, whether or not a promise rests on them, names the `fault` too, and gives `words`.

    With `over="due"` the function takes something with a time, of the kind `due`, that is overdue, and returns the
    finding. It is asked only where somebody says which day it is.
    """

    def decorate(check: Callable[..., Any]) -> Rule:
        summary, _, why = documented(check).partition("\n")
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
            fault=fault,
            words=check if over == "cause" else words,
            due=due,
        )

    return decorate


def _tuple(examples: Any) -> tuple[Example, ...]:
    return examples if isinstance(examples, tuple) else (examples,)
