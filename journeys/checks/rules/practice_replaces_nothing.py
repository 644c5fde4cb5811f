from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

_STEPS = """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
        values: {calm: You have the table for the evening}
        measures:
          table-turns: {measure: Guests per table, owner: manager}
        practices:
          no-hurry:
            practice: Nobody is asked to pay before they ask
            serves: calm
"""


@rule(
    "E413",
    wrong=False,
    source="language.md, Designing on purpose",
    over="file",
    fixes=True,
    bad=Example(
        _STEPS
        + """\
            instead_of: [table-turn, covers-sold, no-hurry]
            #            ^^^^^^^^^^ there is no measure or practice “table-turn”
            #                        ^^^^^^^^^^^ there is no measure or practice “covers-sold”
            #                                     ^^^^^^^^ a practice does not take the place of itself
    """
    ),
    good=Example(
        _STEPS
        + """\
            instead_of: [table-turns, two sittings an evening]
    """
    ),
)
def practice_replaces_nothing(file: Noted) -> Iterator[Finding]:
    """A practice sets aside a measure or a practice that nobody has, or itself.

    It reads like the id of a measure or a practice, and none is called so: whoever is still judged by what was
    meant is then never told. Write the id as it is declared, declare the measure under `measures:`, or say it in
    plain words with blanks between them.
    """
    yield from noted(file, "practice-replaces-nothing")
