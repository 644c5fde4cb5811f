from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.examples import COVER, EATING, HEARD
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "E603",
    wrong=False,
    source="Zeithaml, Berry and Parasuraman 1993, The Nature and Determinants of Customer Expectations of Service",
    over="designed",
    bad=Example(
        EATING
        + """\
          cover:
            change: Put a cover on each dish
            at: Eat
            kind: add
            effort: 2 days
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            #        ^^^^^^^^^^^^^^^ where customers hear of it is not said
            measure: sent-back
    """,
        workspace=HEARD,
    ),
    good=Example(
        EATING + COVER,
        workspace=HEARD,
    ),
)
def change_not_told(designed: Designed) -> Iterator[Finding]:
    """A change makes an expectation, and customers are told of it nowhere.

    People expect what they were told, what they saw last time, or what others do: whoever says nothing leaves it to the
    other two. Say beforehand what they can count on, and write under `told:` at which step they hear it, and who tells
    them. It is asked of changes that say what can be expected.
    """
    for change in designed.purpose.changes.values():
        makes = bool(change.makes or change.makes_new)
        if makes and not change.told_at and not designed.unread(change.place.at("told")):
            yield change.finding(
                "customers are to expect this, and where customers hear of it is not said",
                at=change.place.at("expects", 0),
                help="write `told: {at: …, by: …}` with the step where customers hear of it, and who tells them",
            )
