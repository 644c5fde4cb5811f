"""A small change that could be made next, and what it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CandidateKind(StrEnum):
    """From what a candidate comes."""

    MEND = "broken promise"
    EXPECTATION = "expectation"
    WAIT = "silent wait"
    LOW_POINT = "low point"
    PAIN = "pain"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change: what to do (`do`) and `because` of what, in words; `entry` is what to write under `changes:`, as YAML.

    `mended` and `broken` are promises to customers (ids) that would hold, or break, if it were made; `assumed` is how
    many of all would hold on assumptions. `must_be` and `voices` count what it answers, `agree` are the names of the
    owners who have to agree, `effort` the number of things to be done. `writes` are the lines besides: what would be
    written in the file for the change to have its effect; `command` is one that writes them.
    """

    kind: CandidateKind
    do: str
    because: str
    at: tuple[str, ...]
    entry: tuple[str, ...]
    mended: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    assumed: int = 0
    must_be: int = 0
    voices: int = 0
    agree: tuple[str, ...] = ()
    effort: int = 1
    writes: tuple[str, ...] = ()
    command: str = ""

    @property
    def rank(self) -> tuple[int, int, int, int, int, int, str]:
        """What puts one before another: promises to customers mended less broken; must-be expectations answered;
        voices answered; then fewest owners to ask, and least effort. What is left weighs alike: by what it comes from,
        in the order of the kinds."""
        kept = len(self.broken) - len(self.mended)
        place = list(CandidateKind).index(self.kind)
        return kept, -self.must_be, -self.voices, len(self.agree), self.effort, place, self.do
