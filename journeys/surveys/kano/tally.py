"""How often a feature was answered in which way, and what follows: kind, better and worse, strength, significance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from types import MappingProxyType

from journeys.surveys.intervals import FEW, Interval, wilson
from journeys.surveys.kano.evaluation import Kind

QUESTIONABLE_SHARE = Fraction(2, 100)
"""So many pairs contradict themselves at most where a question was understood (Sauerwein et al. 1996, p. 7)."""
_SETTLED = (Kind.MUST_BE, Kind.PERFORMANCE, Kind.ATTRACTIVE, Kind.INDIFFERENT)
_FONG = Fraction(165, 100)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs of answers speak of which kind."""

    counts: Mapping[Kind, int]

    @property
    def answers(self) -> int:
        """All pairs, also those that contradict themselves."""
        return sum(self.counts.values())

    @property
    def few(self) -> bool:
        """Whether there are too few answers for a verdict."""
        return self.answers < FEW

    @property
    def settled(self) -> int:
        """The pairs that better and worse are shares of: must-be, performance, attractive and indifferent."""
        return self._sum(*_SETTLED)

    @property
    def pleased(self) -> int:
        """Those whom the feature pleases when it is there."""
        return self._sum(Kind.ATTRACTIVE, Kind.PERFORMANCE)

    @property
    def missed(self) -> int:
        """Those whom it displeases when it is not there."""
        return self._sum(Kind.PERFORMANCE, Kind.MUST_BE)

    @property
    def better(self) -> Fraction | None:
        """How much it pleases to have it, from 0 to 1: (A + P) / (A + P + M + I), by Timko in Berger et al. (1993)."""
        return self._share(self.pleased)

    @property
    def worse(self) -> Fraction | None:
        """How much it displeases to lack it, from 0 to -1: -(P + M) / (A + P + M + I), by Timko there too."""
        share = self._share(self.missed)
        return None if share is None else -share

    @property
    def better_interval(self) -> Interval | None:
        """Wilson's interval of `better`, at 95 %."""
        return wilson(self.pleased, self.settled) if self.settled else None

    @property
    def worse_interval(self) -> Interval | None:
        """Wilson's interval of `worse`, at 95 %."""
        found = wilson(self.missed, self.settled) if self.settled else None
        return None if found is None else Interval(-found.high, -found.low)

    @property
    def most(self) -> tuple[Kind, ...]:
        """The kind that most speak of; several where they are equal; none without answers."""
        top = max(self.counts.values(), default=0)
        return tuple(kind for kind in Kind if top and self.counts.get(kind, 0) == top)

    @property
    def kind(self) -> Kind | None:
        """The kind that most speak of.

        Of equal ones the first of must-be, performance, attractive, indifferent: M > O > A > I (Berger et al. 1993;
        Sauerwein et al. 1996, p. 9). That rule knows no reverse or questionable: None where one of these is equal.
        """
        most = self.most
        return most[0] if len(most) == 1 or (most and set(most) <= set(_SETTLED)) else None

    @property
    def strength(self) -> Fraction:
        """Category strength (Lee & Newcomb 1997): the share of the first kind less that of the second, 0 to 1.

        Here, in `total_strength` and in Fong's test, the share is of all pairs; the questionable are no kind.
        """
        first, second = self._largest
        return Fraction(first - second, self.answers) if self.answers else Fraction(0)

    @property
    def total_strength(self) -> Fraction:
        """How much the feature matters at all: the share of attractive, performance and must-be (Lee & Newcomb)."""
        mattering = self._sum(Kind.ATTRACTIVE, Kind.PERFORMANCE, Kind.MUST_BE)
        return Fraction(mattering, self.answers) if self.answers else Fraction(0)

    @property
    def lead(self) -> int:
        """By how many answers the first kind is ahead of the second."""
        first, second = self._largest
        return first - second

    @property
    def needed(self) -> float:
        """The lead above which Fong's test takes the first two kinds for different."""
        both, all_ = sum(self._largest), self.answers
        return float(_FONG) * sqrt(both * (2 * all_ - both) / (2 * all_)) if all_ else 0.0

    @property
    def significant(self) -> bool:
        """Whether the first kind is ahead of the second by more than chance.

        |a - b| > 1.65 √((a + b)(2n - a - b) / 2n), reckoned exactly: Fong (1996), “Using the self-stated importance
        questionnaire to interpret Kano questionnaire results”, Center for Quality Management Journal 5(3), 21-24.
        """
        both, all_ = sum(self._largest), self.answers
        return self.lead**2 * 2 * all_ > _FONG**2 * both * (2 * all_ - both)

    @property
    def understood(self) -> bool:
        """Whether the question was: no more than 2 % contradict themselves, so far as so many answers can tell.

        It was not where the whole of Wilson's interval lies above. The bound is what Sauerwein et al. (1996) had.
        """
        wrong = self.counts.get(Kind.QUESTIONABLE, 0)
        return not wrong or wilson(wrong, self.answers).low <= QUESTIONABLE_SHARE

    def of(self, kind: Kind) -> int:
        """How many speak of a kind."""
        return self.counts.get(kind, 0)

    def _sum(self, *kinds: Kind) -> int:
        return sum(map(self.of, kinds))

    def _share(self, part: int) -> Fraction | None:
        return Fraction(part, self.settled) if self.settled else None

    @property
    def _largest(self) -> tuple[int, int]:
        first, second, *_ = sorted((self.of(kind) for kind in Kind if kind is not Kind.QUESTIONABLE), reverse=True)
        return first, second


def tally(kinds: Iterable[Kind]) -> Tally:
    """The tally of some kinds, one for each pair of answers."""
    counts = dict.fromkeys(Kind, 0)
    for kind in kinds:
        counts[kind] += 1
    return Tally(MappingProxyType(counts))
