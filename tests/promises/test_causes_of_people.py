"""Points 1, 2 and 4 word for word: nobody promises, nothing is kept, others are promised for."""

from __future__ import annotations

import pytest

from journeys import check, loads, told

from .telling import ONLINE, ORDER_AND_VISIT, causes

VISIT = "steps: [{step: Visit, customer: Wait, %s: {do: Install%s, promised: {id: in}}}]"
ONE = ORDER_AND_VISIT + ONLINE % ""
BEHIND = ONE.replace("frontstage: {do: Install, owner: field", "%s: {do: Install")
CASES = {
    "by a stranger": (
        ONE.replace("by: field", "by: nobody-here"),
        """
[online] promise-by-nobody (somebody promises) promises.online.by promise:line/online
“Online” is promised by nobody: “nobody-here” is no owner
→ name a declared owner in `by`
[online] promise-of-foreign-behaviour (own behaviour) promises.online.by action:line/visit.frontstage.1
“Online” is kept by what “Field operations” does, who promised nothing of it
- steps.1.frontstage.0.do: “Field operations” owns this
→ name “Field operations” in `by`, or an owner to whom “Field operations” promises it
""",
    ),
    "by none": (
        ONE.replace("by: field", "by: none"),
        """
[online] promise-by-nobody (somebody promises) promises.online.by promise:line/online
“Online” is promised by nobody: nobody makes it
→ name a declared owner in `by`
[online] promise-of-foreign-behaviour (own behaviour) promises.online.by action:line/visit.frontstage.1
“Online” is kept by what “Field operations” does, who promised nothing of it
- steps.1.frontstage.0.do: “Field operations” owns this
→ name “Field operations” in `by`, or an owner to whom “Field operations” promises it
""",
    ),
    "by a vacant post": (
        ONE.replace("field", "vans"),
        """
[online] promise-by-vacant-post (somebody promises) promises.online.by owner:line/vans
“Vans” promises, and nobody fills that post
- owners.vans?: the post is vacant
→ let an owner promise whose post is filled, or fill the post and take `vacant` away
""",
    ),
    "to a stranger": (
        ONE.replace("to: mover", "to: nobody-here"),
        """
[online] promise-to-nobody (somebody promises) promises.online.to promise:line/online
“Online” is promised to “nobody-here”, whom nobody declared
→ say in `to` which declared customer or owner it is for
""",
    ),
    "by a stranger to a stranger": (
        ONE.replace("by: field, to: mover", "by: a, to: b"),
        """
[online] promise-by-nobody (somebody promises) promises.online.by promise:line/online
“Online” is promised by nobody: “a” is no owner
→ name a declared owner in `by`
[online] promise-to-nobody (somebody promises) promises.online.to promise:line/online
“Online” is promised to “b”, whom nobody declared
→ say in `to` which declared customer or owner it is for
[online] promise-of-foreign-behaviour (own behaviour) promises.online.by action:line/visit.frontstage.1
“Online” is kept by what “Field operations” does, who promised nothing of it
- steps.1.frontstage.0.do: “Field operations” owns this
→ name “Field operations” in `by`, or an owner to whom “Field operations” promises it
""",
    ),
    "promised at an action that nobody owns": (
        VISIT % ("frontstage", ""),
        """
[in] promise-by-nobody (somebody promises) steps.0.frontstage.0.promised? promise:line/in
“Install” is promised by nobody: nobody makes it
→ name a declared owner: `owner:` at the action
[in] touchpoint-without-owner (own behaviour) steps.0.frontstage.0.do action:line/visit.frontstage.1
“Install” keeps a promise, and nobody owns it
- steps.0.frontstage.0.promised?: “Install” is to be kept there
→ write `owner:` and the id of an owner
""",
    ),
    "promised at an action of a stranger": (
        VISIT % ("frontstage", ", owner: nobody-here"),
        """
[in] promise-by-nobody (somebody promises) steps.0.frontstage.0.promised? promise:line/in
“Install” is promised by nobody: “nobody-here” is no owner
→ name a declared owner: `owner:` at the action
""",
    ),
    "promised at an action of a vacant post": (
        VISIT % ("frontstage", ", owner: vans"),
        """
[in] promise-by-vacant-post (somebody promises) steps.0.frontstage.0.promised? owner:line/vans
“Vans” promises, and nobody fills that post
- owners.vans?: the post is vacant
→ let an owner promise whose post is filled, or fill the post and take `vacant` away
""",
    ),
    "promised at an action that supports nobody": (
        (VISIT % ("backstage", ", owner: net")).replace("customer: Wait", "frontstage: {do: Meet, uses: none}"),
        """
[in] promise-to-nobody (somebody promises) steps.0.backstage.0.promised? promise:line/in
“Install” is promised to nobody
→ say in `to` which customer or owner it is for
""",
    ),
    "kept nowhere": (
        ONE.replace(", kept: Visit", ""),
        """
[online] promise-kept-nowhere (somewhere kept) promises.online? promise:line/online
“Online” is kept nowhere
→ name in `kept` the step or action that delivers it
""",
    ),
    "made nowhere": (
        ONE.replace(", made: Order", ""),
        """
[online] promise-made-nowhere (somewhere kept) promises.online? promise:line/online
“Online” is made nowhere
→ name in `made` the step where the promisee hears it, or write `kept: wherever` if it always holds
""",
    ),
    "standing nowhere": (
        ORDER_AND_VISIT + "promises: {lines: {promise: Lines, by: net, to: shop, kept: wherever}}",
        """
[lines] promise-kept-nowhere (somewhere kept) promises.lines? promise:line/lines
“Lines” is kept nowhere
→ its promiser supports its promisee nowhere: name the action in `kept`, or leave the promise out
""",
    ),
    "a touchpoint without owner": (
        ONE.replace(", owner: field", ""),
        """
[online] touchpoint-without-owner (own behaviour) steps.1.frontstage.0.do action:line/visit.frontstage.1
“Install” keeps a promise, and nobody owns it
- promises.online?: “Online” is to be kept there
→ write `owner:` and the id of an owner
""",
    ),
    "a backstage action without owner": (
        BEHIND % "backstage",
        """
[online] backstage-action-without-owner (own behaviour) steps.1.backstage.0.do action:line/visit.backstage.1
“Install” keeps a promise, and nobody owns it
- promises.online?: “Online” is to be kept there
→ write `owner:` and the id of an owner
""",
    ),
    "a support process without owner": (
        BEHIND % "support",
        """
[online] support-process-without-owner (own behaviour) steps.1.support.0.do action:line/visit.support.1
“Install” keeps a promise, and nobody owns it
- promises.online?: “Online” is to be kept there
→ write `owner:` and the id of an owner
""",
    ),
    "what another does": (
        ONE.replace("by: field", "by: shop"),
        """
[online] promise-of-foreign-behaviour (own behaviour) promises.online.by action:line/visit.frontstage.1
“The shop” promises what “Field operations” does, who promised nothing of it
- steps.1.frontstage.0.do: “Field operations” owns this
→ let “Field operations” promise it to “The shop”, with `promised: {id: …, to: shop, within: …}` at that
  action, and write that id in `relies_on` here
""",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_all_that_is_said(text: str, expected: str) -> None:
    assert causes(text) == expected


def test_an_unowned_action_has_one_rule_in_a_check_and_in_a_proof() -> None:
    lanes = (
        "lanes: {partner: {name: Partners, after: backstage}, desk: {name: Desk, before: frontstage}, "
        "cellar: {name: Cellar, after: support}}\n"
    )
    cells = "desk: D, frontstage: {do: F, owner: shop}, backstage: B, partner: P, support: Q, cellar: R"
    journey = loads(
        "journey: A\nowners: {shop: {name: Shop}}\ncustomers: {buyer: Buyer}\n"
        f"{lanes}steps: [{{step: S, {cells}, end: true}}]\n"
        "promises: {p: {promise: P, by: shop, to: buyer, made: S, kept: S}}\n"
    )
    checked = {
        item.finding.place.path: item.finding.name for item in check(journey) if "nobody owns" in item.finding.message
    }
    found = (told(cause, journey) for cause in journey.promises["p"].verdict.causes)
    proven = {finding.place.path: finding.name for finding in found if "owns" in finding.message}
    assert len(proven) == 4
    assert proven.items() <= checked.items()
