from journeys.checks.rule import Example, rule
from journeys.graph.due import Due, DueKind
from journeys.language.finding import Finding

_STEPS = """
    steps:
      - step: Order
        evidence: Menu
        customer: Choose a dish
        frontstage: {do: Take the order, owner: waiter, channel: at the table}
        end: true
    voices:
      nuts: {voice: Guests ask whether there are nuts in it, from: waiter, at: Order, heard: 2026-10-02}
"""


@rule(
    "E512",
    wrong=False,
    source="Zeithaml, Berry and Parasuraman 1988, upward communication",
    over="due",
    due=DueKind.VOICE,
    bad=Example(_STEPS + "    # ^^^^ was heard on 2026-10-02, and no change answers it\n"),
    good=Example(_STEPS + "    changes: {marks: {change: Mark what has nuts, answers: nuts, started: 2026-10-05}}\n"),
)
def voice_unanswered(due: Due) -> Finding:
    """A voice was heard long ago, and no change answers it.

    Somebody took the trouble to say what is wrong, and nothing came of it; the next time they will not say it. Make a
    small change that `answers` it, or tell them why not, and put this aside with that reason. It is due
    after `review_every` of the settings, a month if left out, which is counted from the day on which it was `heard`.
    """
    said = f"was heard on {due.since}, and no change answers it" if due.since else "is answered by no change"
    return due.finding(
        f"“{due.name}” {said}", "make a small change that `answers` it, or put this aside with the reason why not"
    )
