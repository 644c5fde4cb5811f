from collections.abc import Iterator

from journeys.checks.designed import said
from journeys.checks.ownership import all_asked
from journeys.checks.rule import Example, rule
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

_REST = """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
        practices:
          no-hurry:
            practice: Nobody is asked to pay before they ask
            instead_of: two sittings an evening
            serves: calm
"""


@rule(
    "E410",
    wrong=False,
    source="Lencioni 2002, Make your values mean something",
    over="workspace",
    bad=Example(
        """
        values:
          calm: You have the table for the evening
          honest: We say what we cannot do
        # ^^^^^^ no practice and no promise serves this value"""
        + _REST
    ),
    good=Example(
        """
        values:
          calm: You have the table for the evening"""
        + _REST
    ),
)
def value_unserved(workspace: Workspace) -> Iterator[Finding]:
    """No practice and no promise serves a value.

    A value that changes nothing that is done is a poster, and customers see the difference. Name it under `serves:`
    of a practice or a promise that costs you something for its sake; if there is none, design one, or take the
    value away. Of the workspace's values it is asked when all its journeys are asked about at once.
    """
    served = {value for practice in workspace.practices.values() for value in practice.serves}
    served.update(value for promise in workspace.promises.values() for value in promise.serves)
    for file in said(workspace):
        unserved = [value for value in file.purpose.values.values() if value.id not in served]
        if unserved and (file.journey or all_asked(workspace)):
            for value in unserved:
                yield value.finding(
                    "no practice and no promise serves this value",
                    help=f"write `serves: {value.key}` on a practice or a promise that is there for its sake",
                )
