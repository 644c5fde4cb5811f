from collections.abc import Iterator

from journeys.checks.designed import Designed, said, unsaid, written
from journeys.checks.rule import Example, Expected, rule
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

_STEPS = """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
"""


@rule(
    "E401",
    wrong=False,
    source="Manning and Bodine 2012, Outside In; Bliss 2006, Chief Customer Officer",
    over="workspace",
    bad=(
        Example(
            _STEPS
            + """\
        governance:
          council: [manager, waiter]
          meets: 1 month
    """,
            marks=(Expected(7, 1, 11, "nobody decides on experience"),),
        ),
        Example(
            _STEPS
            + """\
        governance:
          authority: host
          #          ^^^^ nobody fills the post “Host”
          council: [manager, waiter]
        owners:
          manager: {name: Restaurant manager}
          waiter: {name: Waiters, reports_to: manager}
          host: {name: Host, vacant: true}
    """
        ),
    ),
    good=Example(
        _STEPS
        + """\
        governance:
          authority: manager
          council: [manager, waiter]
          meets: 1 month
    """
    ),
)
def nobody_decides(workspace: Workspace) -> Iterator[Finding]:
    """Nobody has the authority to decide on experience.

    Each function does what is best for itself, and where two of them disagree the customer gets what is left over:
    hope decides. A council talks, one person decides. Name under `authority:` the one owner who decides on
    experience, somebody who is there and who is no system. It is asked where `governance` is declared; a journey
    may leave it to the workspace.
    """
    files = list(said(workspace))
    own = [journey.purpose.governance.authority_text for journey in workspace.journeys.values()]
    left_to_journeys = bool(own) and not any(map(unsaid, own))
    for file in files:
        governance = file.purpose.governance
        if governance.place is None:
            continue
        if not unsaid(governance.authority_text):
            yield from _cannot_decide(file)
        elif governance.authority_text or not (workspace.governance.place if file.journey else left_to_journeys):
            yield Finding(
                "nobody decides on experience",
                written(governance.place, "authority") if governance.authority_text else governance.place,
                help="write `authority:` and the id of the one owner who decides",
                journey=file.journey,
            )


def _cannot_decide(file: Designed) -> Iterator[Finding]:
    """What keeps the one who is named from deciding: nobody is there, or nobody can be."""
    governance = file.purpose.governance
    owner = file.owner(governance.authority)
    if owner is None or not (owner.vacant or owner.kind == "system"):
        return
    if owner.vacant:
        message = f"nobody fills the post “{owner.name}”, so nobody decides on experience"
        help_ = f"name an owner who is there, or write who holds the post: `holder:` on “{owner.key}”"
    else:
        message = f"“{owner.name}” is a system, and a system decides nothing: nobody decides on experience"
        help_ = "name the owner who decides on experience"
    place = written(governance.place, "authority")
    yield Finding(message, place, (owner.mention("declared here"),), help_, journey=file.journey)
