from collections.abc import Iterator

from journeys.checks.ownership import all_asked
from journeys.checks.rule import Example, rule
from journeys.graph.workspace import Workspace
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
    changes:
      marks:
%s        change: Mark on the menu what has nuts in it
        at: Order
        expects: To see what has nuts in it
        told: {at: Order, by: waiter}
"""


@rule(
    "E503",
    wrong=False,
    source="Imai 1986, Kaizen",
    profile="strict",
    over="workspace",
    bad=Example(_STEPS % "    # ^^^^^ no change answers what anybody said\n"),
    good=Example(_STEPS % "" + "        answers: nuts\n"),
)
def changes_answer_no_voice(workspace: Workspace) -> Iterator[Finding]:
    """No change answers a voice: all of them come from the top.

    Changes are written down, and none of them answers what somebody at the front line or a customer said. Those who
    know what is wrong learn that nobody listens, and stop saying it. Let the next change be one that a voice asks for,
    and write that under `answers`. It is asked where a workspace has any `changes`, of all its journeys at once.
    """
    changes = tuple(workspace.changes.values())
    if any(id_ in workspace.voices for one in changes for id_ in one.answers):
        return
    if changes and workspace.whole and all_asked(workspace):
        yield changes[0].finding(
            "no change answers what anybody said, this one neither"
            if len(changes) > 1
            else "no change answers what anybody said",
            help="let the next change answer a voice, and name that under `answers`; `journeys voices` lists them",
        )
