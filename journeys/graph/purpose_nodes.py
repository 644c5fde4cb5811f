"""The typed nodes of designing on purpose, and what stands around them as plain data.

Where one refers to another it holds the ids of nodes; `*_text` is what the file says, also where nothing of the kind is
declared. Entries of the workspace file have no `journey`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from journeys.graph.node import Link, Node
from journeys.language.finding import Place
from journeys.language.model.duration import Duration
from journeys.language.model.expectation import INDIFFERENT, MUST_BE, REVERSE
from journeys.language.model.quantity import Quantity, Scale

REFERENCES: Mapping[str, Link] = MappingProxyType(
    {
        "by": Link.BY,
        "at": Link.AT,
        "serves": Link.SERVES,
        "measure": Link.MEASURED_BY,
        "measures": Link.MEASURED_BY,
        "answers": Link.ANSWERS,
        "makes": Link.EXPECTS,
        "about": Link.ABOUT,
        "against": Link.AGAINST,
        "replaces": Link.INSTEAD_OF,
        "told_at": Link.TOLD_AT,
        "told_by": Link.TOLD_BY,
        "follow_up_by": Link.FOLLOWED_UP_BY,
    }
)
"""The fields by which entries refer to other nodes, beside `owner`, and the edges that they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationNode(Node):
    """What a customer expects at a step (by id); `name` is what is expected, in words. `key` is the id or slug."""

    key: str
    step: str
    kano: str = ""
    source: str = ""
    as_of: date | None = None
    basis: str = ""
    review_every: Duration | None = None
    note: str = ""
    link: str = ""

    @property
    def must_be(self) -> bool:
        """Whether it is missed where it is not met, and not noticed where it is."""
        return self.kano.lower() == MUST_BE

    @property
    def wanted(self) -> bool:
        """Whether customers want it; not where its kind says that they do not mind, or would rather be without it."""
        return self.kano.lower() not in (INDIFFERENT, REVERSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryNode(Node):
    """What every entry of these sections has. `key` is the id in the file, of goals and decisions the slug.

    `refers` says which of its fields hold ids of other nodes, beside `owner`, and the edges that they are.
    """

    refers: ClassVar[Mapping[str, Link]] = REFERENCES

    key: str
    source: str = ""
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueNode(EntryNode):
    """A value that the company stands for."""

    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureNode(EntryNode):
    """A measure: a number in a `unit`, or an index of answers to `questions` (each an id and its words).

    `reckoned` says how answers make a number: `all` (the share of those who say yes to each), `share`, `mean`, `nps`,
    `csat`, `ces`; empty for what is no index. `unit`, `better`, `scale` and `yes` hold what these imply where nothing
    is written. `at` are steps and actions; `follow_up_by` is an owner.
    """

    unit: str = ""
    better: str = ""
    owner: str = ""
    owner_text: str = ""
    reckoned: str = ""
    questions: tuple[tuple[str, str], ...] = ()
    scale: Scale | None = None
    yes: tuple[int, ...] = ()
    at: tuple[str, ...] = ()
    follow_up_by: str = ""
    follow_up_text: str = ""
    follow_up_within: Duration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalNode(EntryNode):
    """What is to be reached; `order` is its place from 0, and the first weighs most. `from_` may be `benchmark`.

    `against` are the goals that it says it works against.
    """

    order: int = 0
    owner: str = ""
    owner_text: str = ""
    measure: str = ""
    measure_text: str = ""
    at_least: Quantity | None = None
    at_most: Quantity | None = None
    until: date | None = None
    against: tuple[str, ...] = ()
    from_: str = ""
    because: str = ""

    @property
    def bounds(self) -> str:
        """What is to be reached, in words: `at least 50%`, `at most 3 min`, or both; empty where no number is said."""
        said = (("at least", self.at_least), ("at most", self.at_most))
        return " and ".join(f"{word} {one}" for word, one in said if one)

    @property
    def aim(self) -> str:
        """The same, and the day: `at least 50% by 2027-06-30`."""
        return " ".join(filter(None, (self.bounds, f"by {self.until}" if self.until else "")))


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNode(EntryNode):
    """What was decided. `about` are promises."""

    by: str = ""
    by_text: str = ""
    on: date | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeNode(EntryNode):
    """How the company works. `serves` are values, `at` steps and actions, `measures` measures.

    `instead_of` are words, perhaps the id or name of a measure or a practice: these are in `replaces`.
    """

    instead_of: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    serves_text: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    at_text: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    owner: str = ""
    owner_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNode(EntryNode):
    """What somebody said (`by`: an owner or a customer), about steps and actions (`at`)."""

    by: str = ""
    by_text: str = ""
    at: tuple[str, ...] = ()
    heard: date | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A result: what was measured on a day. Where no unit is written it is in its measure's."""

    on: date
    value: Quantity
    place: Place

    def __str__(self) -> str:
        return f"{self.value} on {self.on}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNode(EntryNode):
    """A change of steps and actions (`at`). `kind`: `add`, `take away`, `alter`, `train`.

    `answers` are voices and expectations; `makes` the expectations of steps that it makes, `makes_new` the words of
    those that stand at no step. `results` are by day; all of one change can be compared.
    """

    at: tuple[str, ...] = ()
    kind: str = ""
    effort: Duration | None = None
    owner: str = ""
    owner_text: str = ""
    answers: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    makes_new: tuple[str, ...] = ()
    told_at: tuple[str, ...] = ()
    told_by: str = ""
    told_by_text: str = ""
    proactive: bool = False
    measure: str = ""
    measure_text: str = ""
    started: date | None = None
    done: date | None = None
    results: tuple[Measured, ...] = ()

    @property
    def difference(self) -> Fraction | None:
        """The last result less the first, in the unit of `Quantity.amount`; None for fewer than two."""
        if len(self.results) < 2:
            return None
        return self.results[-1].value.amount - self.results[0].value.amount


class Feature(NamedTuple):
    """What a survey of pairs asks about: an expectation (its id, empty for none that is there), the words that name it.

    `says` are the headings of its two columns (if it is there, if it is not), or the one word that stands for it in the
    survey's column of features.
    """

    expectation: str
    text: str
    says: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.text}: {', '.join(self.says)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyNode(EntryNode):
    """A survey: files of answers, from the folder of the file that names them (`place.file`), and how they are read.

    It is of a measure, or, where none is written, of pairs (Kano). `respondent` to `dysfunctional` and `follow_up_…`
    are headings of columns, empty where none is said. `questions` are ids of the measure's questions with their
    headings, `answers` words with what they mean: a mark, `yes`, `no`, `none`, of pairs one of `FEELINGS` or 1 to 5.
    What is written of these and means nothing is told, and is not among them. `on` is the day of answers of which no
    column says it.
    """

    refers: ClassVar[Mapping[str, Link]] = MappingProxyType({"measure": Link.MEASURED_BY, "asks_of": Link.ABOUT})

    files: tuple[str, ...] = ()
    sheet: str = ""
    measure: str = ""
    measure_text: str = ""
    respondent: str = ""
    when: str = ""
    segment: str = ""
    step: str = ""
    feature: str = ""
    functional: str = ""
    dysfunctional: str = ""
    questions: tuple[tuple[str, str], ...] = ()
    features: tuple[Feature, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    dates: str = ""
    on: date | None = None
    follow_up_file: str = ""
    follow_up_respondent: str = ""
    follow_up_when: str = ""

    @property
    def of_pairs(self) -> bool:
        """Whether it is of pairs of questions, by which Kano tells kinds, and not of a measure."""
        return not self.measure_text

    @property
    def asks_of(self) -> tuple[str, ...]:
        """The ids of the expectations that it asks about."""
        return tuple(dict.fromkeys(one.expectation for one in self.features if one.expectation))
