from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.examples import COVER, EATING, HEARD
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "E604",
    wrong=False,
    source="Shewhart 1939; Deming 1986, plan, do, study, act",
    over="designed",
    bad=Example(
        EATING
        + COVER
        + """\
            started: 2026-09-07
            done: 2026-09-09
            #     ^^^^^^^^^^ nothing was measured since
            results: [{on: 2026-09-01, value: 9%}]
    """,
        workspace=HEARD,
    ),
    good=Example(
        EATING
        + COVER
        + """\
            started: 2026-09-07
            done: 2026-09-09
            results: [{on: 2026-09-01, value: 9%}, {on: 2026-10-01, value: 3%}]
    """,
        workspace=HEARD,
    ),
)
def change_without_result(designed: Designed) -> Iterator[Finding]:
    """A change is done, and nobody knows what came of it.

    Done is not better: without a number from afterwards nobody can tell a change that worked from one that did not, and
    the next is chosen by taste again. Measure once more what it was made for, and write it under `results:` with the
    day. What was measured before it was done says how things were, and what came of it no more than that.
    """
    for change in designed.purpose.changes.values():
        since = [result for result in change.results if change.done and result.on >= change.done]
        if change.done and not since and not designed.unread(change.place.at("results")):
            measure = "" if change.measure_text else "write by which `measure:` one sees it, and "
            yield change.finding(
                f"this was done on {change.done}, and nothing was measured since",
                at=change.place.at("done"),
                help=f"{measure}write under `results:` what was measured on a day since: `{{on: …, value: …}}`",
            )
