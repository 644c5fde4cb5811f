"""Points 3, 5, 6 and 7 word for word: ways that miss it, chains that are not backed, conditions."""

from __future__ import annotations

import pytest

from .telling import ONLINE, ORDER_AND_VISIT, SLOT, causes

BRANCH = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop}
    next: [Visit, Cancel]
  - step: Visit
    frontstage: {do: Install, owner: field}
    end: true
  - step: Cancel
    frontstage: {do: Confirm, owner: field}
    %s
"""
LONG = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop}
  - {step: Think, customer: Think, next: [Gone, Visit]}
  - {step: Gone, customer: Go, end: true}
  - step: Visit
    frontstage: {do: Install, owner: field}
"""
COLUMN = """
steps:
  - step: Visit
    frontstage: {do: Install, owner: field}
    backstage: {do: Switch on%s}
    support: {do: Find the line%s}
promises:
  online: {promise: Online, by: field, to: mover, made: Visit, kept: Visit%s}
"""
SWITCHED = "  on: {promise: Switched on, by: net, to: field, made: Visit, kept: visit.backstage}\n"
LATER = ORDER_AND_VISIT.replace("end: true", "next: Bill") + "  - {step: Bill, frontstage: {do: Bill, owner: shop}}\n"
BILL = "  bill: {promise: A bill, by: shop, to: mover, made: Order, kept: Bill}\n"
CASES = {
    "no way leads there": (
        ORDER_AND_VISIT
        + (ONLINE % "")
        .replace("by: field", "by: shop")
        .replace("made: Order, kept: Visit", "made: Visit, kept: Order"),
        """
[online] promise-out-of-reach (on every path) promises.online? step:line/order
“Online” is made at “Visit”, and no path leads from there to “Order”, where it is kept
- steps.1.step: it is made here
- steps.0.step: it is kept here
→ make it at a step before the one where it is kept, or add the missing `next`
""",
    ),
    "a way ends without it": (
        BRANCH % "end: true" + ONLINE % "",
        """
[online] promise-missed-on-a-path (on every path) promises.online? step:line/cancel
“Online” is not kept on a path that ends at “Cancel”
- steps.0.step: it is made here
- steps.2.step: the path ends here, and it was not kept
→ release it there with `unless: [Cancel]`, or lead the path through “Visit”
""",
    ),
    "a way goes round and round": (
        BRANCH % "next: [Cancel]" + ONLINE % "",
        """
[online] promise-missed-on-a-path (on every path) promises.online? step:line/cancel
“Online” is not kept on a path that goes round and round from “Cancel”
- steps.0.step: it is made here
- steps.2.step: the path can never leave from here
→ release it there with `unless: [Cancel]`, or lead the path through “Visit”
""",
    ),
    "a longer way ends without it": (
        LONG + ONLINE % "",
        """
[online] promise-missed-on-a-path (on every path) promises.online? step:line/gone
“Online” is not kept on a path that ends at “Gone”
- steps.0.step: it is made here
- steps.1.step: and the path goes on here
- steps.2.step: the path ends here, and it was not kept
→ release it there with `unless: [Gone]`, or lead the path through “Visit”
""",
    ),
    "places on two ways": (
        BRANCH % "end: true" + (ONLINE % "").replace("kept: Visit", "kept: [Visit, Cancel]"),
        """
[online] promise-missed-on-a-path (on every path) promises.online? step:line/cancel
“Online” is not kept at “Visit” on a path that ends at “Cancel”
- steps.0.step: it is made here
- steps.2.step: the path ends here, and it was not kept
→ each place of `kept` has to be come to; where one will do, write `kept: {any: [Visit, Cancel]}`
[online] promise-missed-on-a-path (on every path) promises.online? step:line/visit
“Online” is not kept at “Cancel” on a path that ends at “Visit”
- steps.0.step: it is made here
- steps.1.step: the path ends here, and it was not kept
→ each place of `kept` has to be come to; where one will do, write `kept: {any: [Visit, Cancel]}`
""",
    ),
    "nobody owns what is backstage": (
        COLUMN % ("", ", owner: net", ""),
        """
[online] backstage-action-without-owner (backed all the way down) steps.0.backstage.0.do action:line/visit.backstage.1
“Switch on” stands behind a promise, and nobody owns it
- steps.0.frontstage.0.do: it supports this
- promises.online?: “Online” rests on it
→ write `owner:` and the id of an owner, and what that owner promises
""",
    ),
    "nobody owns what is beneath": (
        COLUMN % (", owner: field", "", ""),
        """
[online] support-process-without-owner (backed all the way down) steps.0.support.0.do action:line/visit.support.1
“Find the line” stands behind a promise, and nobody owns it
- steps.0.backstage.0.do: it supports this
- promises.online?: “Online” rests on it
→ write `owner:` and the id of an owner, and what that owner promises
""",
    ),
    "a handoff that nobody promised": (
        COLUMN % (", owner: net", ", owner: net", ""),
        """
[online] handoff-not-covered (backed all the way down) steps.0.backstage.0.do action:line/visit.backstage.1
“Online” needs “Switch on”, and “Network” promised “Field operations” nothing
- steps.0.frontstage.0.do: “Field operations” depends on it here
- promises.online?: “Online” rests on it
→ agree with “Network” on `promised: {within: …}` at that action; if “Install” does not stand on it, write
  `uses: none` there
""",
    ),
    "a promise that is not relied on": (
        COLUMN % (", owner: net", ", owner: net", "") + SWITCHED,
        """
[online] promise-not-relied-on (backed all the way down) steps.0.backstage.0.do action:line/visit.backstage.1
“Switched on” would back “Online”, which does not rely on it
- promises.on?: “Network” promises it here
- steps.0.frontstage.0.do: “Field operations” depends on it here
- promises.online?: “Online” rests on it
→ add `on` to `relies_on` of `online`
""",
    ),
    "a condition misspelt": (
        ORDER_AND_VISIT + ONLINE % ", relies_on: [slott]" + SLOT % "",
        """
[online] condition-not-promised (conditions are promised) promises.online.relies_on.0 promise:line/online
“Online” relies on “slott”, which nobody promises
→ did you mean `slot`?
""",
    ),
    "a condition that is not there": (
        ORDER_AND_VISIT + ONLINE % ", relies_on: [zzz]",
        """
[online] condition-not-promised (conditions are promised) promises.online.relies_on.0 promise:line/online
“Online” relies on “zzz”, which nobody promises
→ known here: `Online`
""",
    ),
    "a condition promised to another": (
        ORDER_AND_VISIT + ONLINE % ", relies_on: slot" + (SLOT % "").replace("mover", "net"),
        """
[online] condition-promised-to-another (conditions are promised) promises.online.relies_on.0 promise:line/slot
“Online” relies on “A slot”, which is promised neither to “Field operations” nor to the same promisee
- promises.slot?: it is promised to “Network”
→ have it promised to “Field operations”, or rely on a promise that is
""",
    ),
    "a condition kept after it": (
        LATER + ONLINE % ", relies_on: [bill]" + BILL,
        """
[online] condition-kept-too-late (conditions are promised) promises.online.relies_on.0 promise:line/bill
“Online” relies on “A bill”, which is kept only after it, at “Bill”
- promises.bill?: the condition
- steps.2.step: it is kept here
- steps.1.frontstage.0.do: it is needed here
→ keep the condition in the same step or an earlier one, or do not rely on it
""",
    ),
    "it waits for itself": (
        ORDER_AND_VISIT + ONLINE % ", relies_on: [online]",
        """
[online] promises-in-a-circle (nobody waits for himself) promises.online? promise:line/online
“Online” waits for itself
→ let one of them be kept without the others: take it out of `relies_on`
""",
    ),
    "two wait for one another": (
        ORDER_AND_VISIT + ONLINE % ", relies_on: [slot]" + SLOT % ", relies_on: online",
        """
[online] promises-in-a-circle (nobody waits for himself) promises.online? promise:line/online
“Online”, “A slot” wait for one another
- promises.slot?: it relies on the others, and they on it
→ let one of them be kept without the others: take it out of `relies_on`
[slot] condition-kept-too-late (conditions are promised) promises.slot.relies_on.0 promise:line/online
“A slot” relies on “Online”, which is kept only after it, at “Visit”
- promises.online?: the condition
- steps.1.step: it is kept here
- steps.0.frontstage.0.do: it is needed here
→ keep the condition in the same step or an earlier one, or do not rely on it
[slot] promises-in-a-circle (nobody waits for himself) promises.online? promise:line/online
“Online”, “A slot” wait for one another
- promises.slot?: it relies on the others, and they on it
→ let one of them be kept without the others: take it out of `relies_on`
""",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_all_that_is_said(text: str, expected: str) -> None:
    assert causes(text) == expected
