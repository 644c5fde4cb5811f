from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F306",
    wrong=False,
    source="language.md, Steps and lanes",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: {do: Receipt, owner: waiter}
            #                       ^^^^^ “owner” has no effect here
            customer: {do: Ask for the bill, promised: {within: 5 min}}
            #                                ^^^^^^^^ “promised” has no effect here
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: {do: Receipt, system: Till}
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 2 min, promised: {within: 5 min}}
            end: true
    """),
)
def key_without_effect(file: Noted) -> Iterator[Finding]:
    """A key is a word of the language, and counts for nothing where it stands.

    Whoever reads the file thinks that it is heeded, and nothing comes of it. A piece of evidence is seen or held:
    nobody does it, so it has no owner, takes no time, and nothing can refer to it. What the customer does is
    promised by nobody. A journey's `settings` set neither `max_warnings` nor `baseline`, and its `blueprints` are
    of itself. A lane that says `after` says `before` in vain, and one where nobody of the company acts has no
    owner. It is the customer who `asks`; a measure that asks nothing has no `scale`; a survey of a measure asks
    about no `features`. Write the key where it counts, mostly on the company's action below.
    """
    yield from noted(file, "key-without-effect")
