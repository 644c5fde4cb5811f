from collections.abc import Iterator
from fractions import Fraction

from journeys.checks.designed import Designed
from journeys.checks.examples import COVER, EATING, HEARD
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding
from journeys.language.model.duration import DAY, Duration, WorkingTime
from journeys.language.quantities import counted

_WEEK = 7


@rule(
    "E601",
    wrong=False,
    source="Deming 1986, Out of the Crisis; Rother 2009, Toyota Kata: small steps, each looked at",
    over="designed",
    limit=14,
    bad=Example(
        EATING
        + """\
          new-kitchen:
            change: Move the kitchen next to the room
            at: Eat
            kind: alter
            effort: 3 months
            #       ^^^^^^^^ it is too large
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            told: {at: Eat, by: waiter}
            measure: sent-back
    """,
        workspace=HEARD,
    ),
    good=Example(
        EATING + COVER,
        workspace=HEARD,
    ),
)
def change_too_large(designed: Designed, limit: int) -> Iterator[Finding]:
    """A change is too large to be learned from.

    What takes months is seen to be wrong after months, and by then too much was spent on it to let it go. Make it
    several changes, each of which customers notice and somebody measures, and begin with the smallest. A change takes
    two weeks of work at most (the `limit`, in days; of `working days` those count that are worked in as many). It is
    asked of changes that say their `effort` and are not done.
    """
    for change in designed.purpose.changes.values():
        if change.done is None and change.effort and _exceeds(change.effort, limit, designed.working_time):
            yield change.finding(
                f"this change is {change.effort} of work: it is too large to be learned from",
                at=change.place.at("effort"),
                help=f"make it several changes of {_said(limit)} at most, and begin with one that customers notice",
            )


def _exceeds(effort: Duration, days: int, hours: WorkingTime) -> bool:
    most = Fraction(days, _WEEK) * hours.week * hours.day if effort.working else days * DAY
    return effort.seconds(hours) > most


def _said(days: int) -> str:
    return counted(days, "day") if days % _WEEK else counted(days // _WEEK, "week")
