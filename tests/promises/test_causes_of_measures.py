"""Points 8 to 10 word for word: too late, without a bound, too often, contradicted."""

from __future__ import annotations

import pytest

from .telling import ONLINE, ORDER_AND_VISIT, SLOT, causes

WAY = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop, takes: 1 h}
  - {step: Wait, customer: Wait, wait: %s}
  - step: Visit
    frontstage: {do: Install, owner: field, takes: 90 min}
    end: true
"""
LOOP = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop}
  - {step: Wait, customer: Wait, wait: %s}
  - step: Knock
    frontstage: {do: Knock, owner: field}
    next: [Visit, {to: Wait%s}]
  - step: Visit
    frontstage: {do: Install, owner: field}
    end: true
"""
WORKING = WAY.replace("takes: 1 h", "takes: 1 working hour").replace("90 min", "1.5 working hours")
CRM = ORDER_AND_VISIT.replace("shop}", "shop, system: CRM}").replace("owner: field}", "owner: field, system: CRM}")
AGAIN = "  again: {promise: Again, by: field, to: mover, made: Order, kept: Visit, within: %s, at_least: %s}\n"
VAN = "  van: {promise: A van, by: field, to: tenant, made: Order, kept: Visit, at_least: 90%}\n"
CASES = {
    "late": (
        WAY % "3 days" + ONLINE % ", within: 3 days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 3 days and can take 3 days 2 h: 2 h 30 min too long
- steps.0.step: “Order” is done after 1 h at the latest
- steps.1.step: “Wait” is done after 3 days 1 h at the latest
- steps.2.step: “Visit” is done after 3 days 2 h at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`
""",
    ),
    "late in working time": (
        WORKING % "3 working days" + ONLINE % ", within: 3 working days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 3 working days and can take 3 working days 2 h: 2 h 30 min too long
- steps.0.step: “Order” is done after 1 h at the latest
- steps.1.step: “Wait” is done after 3 working days 1 h at the latest
- steps.2.step: “Visit” is done after 3 working days 2 h at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`
""",
    ),
    "late by working days": (
        WORKING % "5 working days" + ONLINE % ", within: 2 working days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 2 working days and can take 5 working days 2 h: 3 working days 2 h too long
- steps.0.step: “Order” is done after 1 h at the latest
- steps.1.step: “Wait” is done after 5 working days 1 h at the latest
- steps.2.step: “Visit” is done after 5 working days 2 h at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`
""",
    ),
    "late where work and clock meet": (
        WAY % "3 working days" + ONLINE % ", within: 3 working days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 3 working days; made on a Wednesday at 9:00, it can be 2 days 18 h late (made on a
  Monday at 9:00, it takes 3 days 2 h, which is 18 h 30 min late too)
- steps.0.step: “Order” is done after 1 h at the latest
- steps.1.step: “Wait” is done after 5 days 1 h at the latest
- steps.2.step: “Visit” is done after 5 days 2 h at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`
""",
    ),
    "late on the calendar": (
        WAY % "1 working day" + ONLINE % ", within: 2 days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 2 days; made on a Friday at 16:00, it can be 1 day 2 h late (made on a Monday at
  9:00, it takes 1 day 2 h, which is in time)
- steps.0.step: “Order” is done after 1 h at the latest
- steps.1.step: “Wait” is done after 3 days 1 h at the latest
- steps.2.step: “Visit” is done after 3 days 2 h at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`; if the
  clock stops while nobody works, say `within` in working hours or days
""",
    ),
    "late behind a condition": (
        WAY % "1 h" + ONLINE % ", within: 1 day, relies_on: slot" + SLOT % ", within: 2 days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 1 day and can take 2 days 2 h: 1 day 2 h too long
- promises.slot?: “A slot” is kept after 2 days at the latest
- steps.0.step: “Order” is done after 2 days at the latest
- steps.1.step: “Wait” is done after 2 days 1 h at the latest
- steps.2.step: “Visit” is done after 2 days 2 h at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`
""",
    ),
    "late even going round once": (
        LOOP % ("3 days", "") + ONLINE % ", within: 2 days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 2 days and can take at least 3 days: 1 day too long
- steps.0.step: “Order” is done at once
- steps.1.step: “Wait” is done after 3 days at the latest
- steps.2.step: “Knock” is done after 3 days at the latest
- steps.3.step: “Visit” is done after 3 days at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`
""",
    ),
    "late on the calendar even going round once": (
        (LOOP % ("1 day", "")).replace("Take the order, owner: shop", "Take it, owner: shop, takes: 2 working hours")
        + ONLINE % ", within: 2 days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 2 days; made on a Friday at 17:00, it can be at least 1 day 18 h late (made on a
  Monday at 9:00, it takes at least 1 day 2 h, which may be in time)
- steps.0.step: “Order” is done after 2 days 18 h at the latest
- steps.1.step: “Wait” is done after 3 days 18 h at the latest
- steps.2.step: “Knock” is done after 3 days 18 h at the latest
- steps.3.step: “Visit” is done after 3 days 18 h at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`; if the
  clock stops while nobody works, say `within` in working hours or days
""",
    ),
    "a loop without a bound": (
        LOOP % ("1 day", "") + ONLINE % ", within: 5 days",
        """
[online] promise-without-bound (in time, unproven) promises.online.within step:line/wait
nobody can say how late “Online” may be: the loop through “Wait”, “Knock” may be taken any number of times
- steps.1.step: this step is in the loop
- steps.2.step: this step is in the loop
→ say `at_most` on the `next` that leads back
""",
    ),
    "late after very many rounds on the calendar": (
        LOOP % ("1 working day", ", at_most: 1100") + ONLINE % ", within: 900 days",
        """
[online] promise-too-late (in time) promises.online.within promise:line/online
“Online” is promised within 900 days; made on a Friday at 17:00, it can be 643 days late (made on a Monday at
  9:00, it takes 1540 days 8 h, which is 640 days 8 h late too)
- steps.0.step: “Order” is done at once
- steps.1.step: “Wait” is done after 3 days at the latest
- steps.2.step: “Knock” is done after 3 days at the latest
- steps.2.step: “Knock, the 1,101st time” is done after 1543 days at the latest
- steps.3.step: “Visit” is done after 1543 days at the latest
→ promise more time, shorten what is on the way, or make the promise later: its time runs from `made`; if the
  clock stops while nobody works, say `within` in working hours or days
""",
    ),
    "never rounded up": (
        ORDER_AND_VISIT + ONLINE % ", at_least: 99.999%, relies_on: slot" + SLOT % ", at_least: 99.996%",
        """
[online] promise-too-often (often enough) promises.online.at_least promise:line/online
“Online” is promised 99.999% of the time, and its conditions reach 99.996%
- promises.slot?: “A slot” is kept 99.996% of the time
→ promise at most 99.996%, or agree on better rates below
""",
    ),
    "one system behind two conditions": (
        CRM + ONLINE % ", at_least: 99%, relies_on: [slot, van]" + SLOT % ", at_least: 95%" + VAN,
        """
[online] promise-too-often (often enough) promises.online.at_least promise:line/online
“Online” is promised 99% of the time, and its conditions reach 85.5%; they share “CRM”, and so may fail
  together
- promises.slot?: “A slot” is kept 95% of the time
- promises.van?: “A van” is kept 90% of the time
→ promise at most 85%, which holds however they fail (85.5% if they fail independently), or agree on better
  rates below
""",
    ),
    "two rates of one deadline": (
        ORDER_AND_VISIT + ONLINE % ", within: 1 day, at_least: 90%" + AGAIN % ("1 day", "95%"),
        """
[online] promises-contradict (one word) promises.again? promise:line/again
“Online”, “Again” promise the same thing in different words: 90% and 95% of the time
- promises.online?: the other word is given here
→ keep one of them; or make a ladder, in which the later deadline has the higher rate
[again] promises-contradict (one word) promises.again? promise:line/again
“Online”, “Again” promise the same thing in different words: 90% and 95% of the time
- promises.online?: the other word is given here
→ keep one of them; or make a ladder, in which the later deadline has the higher rate
""",
    ),
    "two deadlines of one rate": (
        ORDER_AND_VISIT + ONLINE % ", within: 1 day, at_least: 90%" + AGAIN % ("2 days", "90%"),
        """
[online] promises-contradict (one word) promises.again? promise:line/again
“Online”, “Again” promise the same thing in different words: 1 day and 2 days
- promises.online?: the other word is given here
→ keep one of them; or make a ladder, in which the later deadline has the higher rate
[again] promises-contradict (one word) promises.again? promise:line/again
“Online”, “Again” promise the same thing in different words: 1 day and 2 days
- promises.online?: the other word is given here
→ keep one of them; or make a ladder, in which the later deadline has the higher rate
""",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_all_that_is_said(text: str, expected: str) -> None:
    assert causes(text) == expected
