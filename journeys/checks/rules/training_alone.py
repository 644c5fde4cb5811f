from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.checks.designed import Designed
from journeys.checks.examples import HEARD
from journeys.checks.rule import Example, rule
from journeys.graph.nodes import PromiseNode, StepNode
from journeys.graph.verdict import State
from journeys.language.finding import Finding, Related

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ChangeNode

_TRAINING = "train"


@rule(
    "E605",
    wrong=False,
    source="Deming 1986; Norman 1988, The Design of Everyday Things: mend the work, not those who do it",
    over="designed",
    bad=Example(
        """
        steps:
          - step: Eat
            feeling: 1
            pains: [The dish is cold]
            opportunities: [A cover on each dish]
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
        changes:
          faster:
            change: Train the waiters to walk faster
            at: Eat
            kind: train
            #     ^^^^^ training is the only answer to “The dish is cold”
            effort: 2 days
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            told: {at: Eat, by: waiter}
            measure: sent-back
    """,
        workspace=HEARD,
    ),
    good=Example(
        """
        steps:
          - step: Eat
            feeling: 1
            pains: [The dish is cold]
            opportunities: [A cover on each dish]
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
        changes:
          faster:
            change: Train the waiters to walk faster
            at: Eat
            kind: train
            effort: 2 days
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            told: {at: Eat, by: waiter}
            measure: sent-back
          cover:
            change: Put a cover on each dish
            at: Eat
            kind: add
            effort: 2 days
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            told: {at: Eat, by: waiter}
            measure: sent-back
    """,
        workspace=HEARD,
    ),
)
def training_alone(designed: Designed) -> Iterator[Finding]:
    """Training is the only answer to a broken promise, or to a pain.

    Most of what goes wrong comes from how the work is arranged, and little from what people do not know; they forget
    what they were taught, and leave. Change what is done, what is there or what is left out, and train people for that.
    It is asked of changes of `kind: train` at steps where a promise is broken or customers have `pains`, and where no
    other change is made.
    """
    training = [change for change in designed.purpose.changes.values() if change.kind == _TRAINING]
    if not training:
        return
    others = [change for change in designed.workspace.changes.values() if change.kind != _TRAINING]
    changed = {step.id for change in others for step in designed.steps(change.at)}
    for change in training:
        steps = [step for step in designed.steps(change.at) if step.id not in changed]
        broken = [promise for step in steps for promise in _broken(designed, step)]
        yield from _told(change, steps, list(dict.fromkeys(broken)))


def _told(change: ChangeNode, steps: list[StepNode], broken: list[PromiseNode]) -> Iterator[Finding]:
    pains = [(step, pain) for step in steps for pain in step.pains]
    related = [promise.mention("this promise is broken") for promise in broken]
    related += [Related(step.entry("pains"), f"“{pain}” hurts customers here") for step, pain in pains]
    if related:
        what = f"the broken promise “{broken[0].name}”" if broken else f"“{pains[0][1]}”, which hurts customers"
        yield change.finding(
            f"training is the only answer to {what}",
            at=change.place.at("kind"),
            related=tuple(related[:4]),
            help="change what is done there too: another of `changes` with `kind: add`, `take away` or `alter`",
        )


def _broken(designed: Designed, step: StepNode) -> Iterator[PromiseNode]:
    """The broken promises that are kept at a step."""
    workspace = designed.workspace
    for action in workspace.journeys[step.journey].actions_of(step.id):
        for promise in workspace.kept_at(action.id):
            if workspace.verdicts[promise.id].state is State.BROKEN:
                yield promise
