from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import workspace_around
from journeys.language.finding import Finding

_STEPS = """
    steps:
      - step: Order
        evidence: Menu
        customer: Choose a dish
        frontstage: {do: Take the order, owner: waiter, channel: at the table}
      - step: Pay
%s        evidence: Receipt
        customer: Ask for the bill
        frontstage: {do: Take the payment, owner: waiter, channel: at the table}
        end: true
    voices:
      nuts: {voice: Guests ask whether there are nuts in it, from: waiter, at: %s, heard: 2026-10-02}
"""


@rule(
    "E501",
    wrong=False,
    source="Zeithaml, Berry and Parasuraman 1988, upward communication",
    profile="strict",
    bad=Example(_STEPS % ("        #     ^^^ nobody was ever heard about this step\n", "Order")),
    good=Example(_STEPS % ("", "[Order, Pay]")),
)
def no_voice_heard(journey: JourneyGraph) -> Iterator[Finding]:
    """Nobody was ever heard about a step in which the company meets customers.

    What is wrong with a step is known to those who stand there: to who picks up the phone, and to customers. Where
    nobody is asked, the step is judged from afar, and the next change is a guess. Ask the owner of the touchpoint what
    customers say there, and write it under `voices`, with the step under `at`. It is asked where any `voices` are
    written, in the journey or for its workspace.
    """
    workspace = workspace_around(journey)
    if not journey.voices or not workspace.whole:
        return
    answers = workspace.answers
    for step in journey.steps:
        if journey.touchpoints(step.id) and not answers.heard_at(step.id):
            yield step.finding(
                f"nobody was ever heard about this step, “{step.name}”",
                help="ask who works there what customers say, and write it under `voices` with this step under `at`",
            )
