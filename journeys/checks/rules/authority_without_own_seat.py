import re
from collections.abc import Iterator, Sequence

from journeys.checks.designed import Designed, said
from journeys.checks.rule import Example, rule
from journeys.graph.nodes import OwnerNode
from journeys.graph.superiors import superiors
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Part, Place, Related

_EXPERIENCE = re.compile(r"exp[eé]ri|esperienza|erlebnis|beleving|\bcx\b|^customers?$", re.IGNORECASE)
_MOST_SHOWN = 3
_MARKETING = re.compile("marketing", re.IGNORECASE)
_STEPS = """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
        governance: {authority: host, council: [manager, host]}
"""


@rule(
    "E402",
    wrong=False,
    source="Bliss 2006, Chief Customer Officer; Manning and Bodine 2012, Outside In",
    over="workspace",
    bad=(
        Example(
            _STEPS
            + """\
        owners:
          manager: {name: Restaurant manager}
          adverts: {name: Head of marketing, function: marketing, reports_to: manager}
          host: {name: Host, reports_to: adverts}
          #                              ^^^^^^^ “Host” decides on experience, and sits under marketing
          waiter: {name: Waiters, reports_to: manager}
    """,
        ),
        Example(
            _STEPS
            + """\
        owners:
          manager: {name: Restaurant manager}
          host: {name: Host, function: sales, reports_to: manager}
          #                            ^^^^^ “Host” decides on experience, and does sales beside
          waiter: {name: Waiters, reports_to: manager}
    """
        ),
    ),
    good=Example(
        _STEPS
        + """\
        owners:
          manager: {name: Restaurant manager}
          host: {name: Host, function: customer experience, reports_to: manager}
          waiter: {name: Waiters, reports_to: manager}
    """
    ),
)
def authority_without_own_seat(workspace: Workspace) -> Iterator[Finding]:
    """The one who decides on experience has no seat of its own at the highest table.

    Under marketing, experience becomes what is said to customers and not what is done for them; beside another post
    it comes after that post's own targets. Whoever decides on experience has to be heard where the other functions
    are. Let it report to the top directly (`reports_to:`), or to nobody, and have no other `function:` and no other
    post. A function is experience's own where it names experience, in words such as `customer experience`.
    """
    told: set[str] = set()
    for file in said(workspace):
        governance = file.purpose.governance
        owner = file.owner(governance.authority)
        if owner is None or owner.id in told:
            continue
        told.add(owner.id)
        related = (Related(governance.place.at("authority"), "it decides on experience"),) if governance.place else ()
        for message, place, more, help_ in (*_beside(owner, file), *_below(owner, file)):
            yield Finding(message, place, (*related, *more), help_, journey=owner.journey)


_Told = tuple[str, Place, tuple[Related, ...], str]


def _beside(owner: OwnerNode, file: Designed) -> Iterator[_Told]:
    """What the one who decides has to do besides."""
    if _another(owner):
        yield (
            f"“{owner.name}” decides on experience, and does {owner.function} beside",
            _key(owner, "function"),
            (),
            "give the authority to an owner whose only function is customer experience",
        )
    posts = [one for one in file.owners.values() if one.id != owner.id and _person(one) == _person(owner) != ""]
    for post in posts:
        yield (
            f"“{owner.holder or owner.name}” decides on experience, and holds the post “{post.name}” beside",
            _key(owner, "holder" if owner.holder else "name"),
            (post.mention("the other post"),),
            "let somebody hold the one post who does not hold the other",
        )


def _below(owner: OwnerNode, file: Designed) -> Iterator[_Told]:
    """Who stands between the one who decides and the top."""
    above = superiors(file.owners, owner)
    between, top = above[:-1], above[-1:]
    heads = [one for one in between if _another(one)] + [one for one in above if _MARKETING.search(one.function)]
    if heads:
        message = f"“{owner.name}” decides on experience, and sits under {heads[0].function}"
    elif between:
        message = f"“{owner.name}” decides on experience, and {_line(above)}"
    else:
        return
    free = [one for one in top if not _MARKETING.search(one.function)]
    help_ = (
        f"let it report to the top: `reports_to: {free[0].key}`" if free else "let it report to who stands above all"
    )
    related = tuple(one.mention("it sits under this post") for one in heads[:1])
    yield message, _key(owner, "reports_to"), related, help_


def _another(owner: OwnerNode) -> bool:
    """Whether its function is another than experience."""
    return bool(owner.function) and not _EXPERIENCE.search(owner.function)


def _person(owner: OwnerNode) -> str:
    """Who does it, where that is said, so that two posts of one person are seen."""
    return (owner.holder or (owner.name if owner.kind == "person" else "")).casefold()


def _line(above: Sequence[OwnerNode]) -> str:
    nearest = ", who ".join(f"reports to “{one.name}”" for one in above[:_MOST_SHOWN])
    return nearest if len(above) <= _MOST_SHOWN else f"{nearest}, and so on up to “{above[-1].name}”"


def _key(owner: OwnerNode, key: str) -> Place:
    return Place(owner.place.file, (*owner.place.path, key), Part.VALUE)
