from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

_REST = """\
        values: {calm: You have the table for the evening}
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, takes: 1 min}
            end: true
        promises:
          table:
            promise: The table is yours all evening
            by: waiter
            to: guest
            made: Eat
            kept: Eat
            within: 1 h
            aim: 30 min
            valid: 4 h
            measure: guests who were asked to leave
            if_broken: Dinner is on the house
            agreed: manager
            serves: calm
    """


@rule(
    "E409",
    wrong=False,
    source="Porter 1996, What is strategy?",
    over="designed",
    bad=Example(
        """
        practices:
          cards: {practice: Take every card}
        # ^^^^^ this practice serves no value and sets nothing aside
          no-hurry: {practice: Nobody is asked to pay before they ask, serves: calm}
        # ^^^^^^^^ this practice sets nothing aside
"""
        + _REST
    ),
    good=Example(
        """
        practices:
          no-hurry:
            practice: Nobody is asked to pay before they ask
            instead_of: two sittings an evening
            serves: calm
"""
        + _REST
    ),
)
def practice_of_everybody(designed: Designed) -> Iterator[Finding]:
    """A practice serves no value, or sets nothing aside.

    A best practice is everybody's: it makes a company equal to others. What makes it different is a practice that
    serves what it stands for and is done instead of what others do, at a price. Name under `serves:` the value that
    it is for, and under `instead_of:` what you no longer do; or leave out of `practices` what is good craft and no
    more.
    """
    for practice in designed.purpose.practices.values():
        missing = {} if practice.serves_text else {"serves no value": "`serves:` and a value"}
        missing |= {} if practice.instead_of else {"sets nothing aside": "`instead_of:` and what you no longer do"}
        if missing:
            yield practice.finding(
                f"this practice {' and '.join(missing)}: it is a best practice, and so is everybody's",
                help=f"write {', and '.join(missing.values())}, or leave it out of `practices`",
            )
