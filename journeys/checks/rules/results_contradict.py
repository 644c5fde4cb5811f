from collections.abc import Iterator
from itertools import pairwise

from journeys.checks.designed import Designed
from journeys.checks.examples import COVER, EATING, HEARD
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding, Related


@rule(
    "E610",
    wrong=True,
    source="language.md, Designing on purpose",
    over="designed",
    bad=Example(
        EATING
        + COVER
        + """\
            results: [{on: 2026-09-01, value: 9%}, {on: 2026-09-01, value: 3%}]
            #                                                              ^^ 9% and 3% on one day
    """,
        workspace=HEARD,
    ),
    good=Example(
        EATING
        + COVER
        + """\
            results: [{on: 2026-09-01, value: 9%}, {on: 2026-10-01, value: 3%}]
    """,
        workspace=HEARD,
    ),
)
def results_contradict(designed: Designed) -> Iterator[Finding]:
    """A change has two results on one day, and they differ.

    What came of a change is read from its first and its last result; where one day has two, nobody can tell which of
    them counts. Keep one, or give the other the day on which it was measured.
    """
    for change in designed.purpose.changes.values():
        for one, other in pairwise(change.results):
            if one.on == other.on and one.value.amount != other.value.amount:
                yield change.finding(
                    f"this was measured twice, {one.value} and {other.value} on one day",
                    at=other.place,
                    related=(Related(one.place, "it was measured on the same day"),),
                    help="keep one of them, or give the other the day on which it was measured",
                )
