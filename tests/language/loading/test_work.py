"""The work that a file makes grows with its length, and no faster: twice of anything is about twice the work.

Counted are calls of functions, of Python's own too: they are the same on each machine.
"""

from __future__ import annotations

import cProfile
from collections.abc import Callable

import pytest

from journeys.api import check, loads
from journeys.language.formatting import format_text

TWICE = 2.6
HEAD = "journey: Big\ncustomer: guest\nowner: o\njob: j\ncustomers: {guest: {name: Guest}}\n"
OWNER = "owners: {o: {name: O, holder: H}}\n"

Made = Callable[[int], str]


def steps(count: int, more: Made = lambda _: "", owner: Made = lambda _: "o") -> str:
    """So many steps, each with a touchpoint."""
    return "steps:\n" + "".join(
        f"  - step: S{n}\n    customer: c\n"
        f"    frontstage: {{do: d{n}, owner: {owner(n)}, channel: web, takes: 1 h}}\n{more(n)}"
        for n in range(count)
    )


def lines(count: int, made: Made) -> str:
    return "".join(f"{made(n)}\n" for n in range(count))


def listed(count: int, made: Made) -> str:
    return f"[{', '.join(map(made, range(count)))}]"


def lane(number: int) -> str:
    return f"l{number}" if number >= 0 else "support"


def chained(number: int) -> str:
    return f"  {lane(number)}: {{name: L{number}, after: {lane(number - 1)}}}"


KEPT = "by: o, to: guest, made: S0, kept: S2, within: 1 day"
SHAPES: dict[str, Made] = {
    "one key": lambda n: f"{OWNER}x-a:\n" + lines(n, lambda _: "  k: v"),
    "unknown keys": lambda n: f"{OWNER}steps:\n  - step: A\n" + lines(n, lambda at: f"    key{at}: v"),
    "own keys": lambda n: f"{OWNER}steps:\n  - step: A\n" + lines(n, lambda at: f"    x-key{at}: v"),
    "comments that put aside": lambda n: OWNER + steps(3) + lines(n, lambda _: "# journeys: ignore[O101] because"),
    "comments, each above a step": lambda n: (
        f"{OWNER}steps:\n" + lines(n, lambda at: f"  # journeys: ignore[B101] so\n  - step: S{at}")
    ),
    "numbers behind a #": lambda n: OWNER + steps(n, lambda at: f"    note: Room #{at}\n"),
    "one alias": lambda n: f"{OWNER}x-a: &a b\nx-b: {listed(n, lambda _: '*a')}\n",
    "aliases": lambda n: f"{OWNER}x-b: {listed(n, lambda at: f'*a{at}')}\n",
    "anchors": lambda n: f"{OWNER}x-b: {listed(n, lambda at: f'&a{at} b')}\n",
    "tags": lambda n: f"{OWNER}x-b: {listed(n, lambda _: '!a b')}\n",
    "steps": lambda n: OWNER + steps(n),
    "phases": lambda n: (
        f"{OWNER}phases:\n" + lines(n, lambda at: f"  - {{phase: P{at}, steps: [{{step: S{at}, customer: c}}]}}")
    ),
    "lanes": lambda n: f"{OWNER}lanes:\n{lines(n, chained)}{steps(2)}",
    "lanes from below": lambda n: f"{OWNER}lanes:\n{lines(n, lambda at: chained(n - 1 - at))}{steps(2)}",
    "lanes beside none": lambda n: (
        f"{OWNER}lanes:\n" + lines(n, lambda at: f"  l{at}: {{after: none-{at}}}") + steps(2)
    ),
    "lanes with actions": lambda n: (
        f"{OWNER}lanes:\n{lines(n, chained)}"
        + steps(2, lambda _: lines(n, lambda at: f"    l{at}: {{do: x, owner: o}}"))
    ),
    "promises": lambda n: f"{OWNER}{steps(3)}promises:\n" + lines(n, lambda at: f"  p{at}: {{promise: P{at}, {KEPT}}}"),
    "promises in a chain": lambda n: (
        f"{OWNER}{steps(3)}promises:\n"
        + lines(n, lambda at: f"  p{at}: {{promise: P{at}, {KEPT}, relies_on: [{f'p{at - 1}' if at else ''}]}}")
    ),
    "promises on unknown ones": lambda n: (
        f"{OWNER}{steps(3)}promises:\n"
        + lines(n, lambda at: f"  p{at}: {{promise: P{at}, {KEPT}, relies_on: [none-{at}]}}")
    ),
    "owners above one another": lambda n: (
        "owners:\n  o: {name: O, holder: H}\n"
        + lines(n, lambda at: f"  o{at}: {{reports_to: {f'o{at - 1}' if at else 'o'}}}")
        + steps(n, owner=lambda at: f"o{at}")
    ),
    "owners nobody knows": lambda n: OWNER + steps(n, owner=lambda at: f"nobody-{at}"),
    "owners by name": lambda n: (
        f"owners:\n{lines(n, lambda at: f'  o{at}: {{name: Team {at}}}')}" + steps(n, owner=lambda at: f"Team {at}")
    ),
    "evidence": lambda n: f"{OWNER}steps:\n  - {{step: A, customer: c, evidence: {listed(n, lambda at: f'e{at}')}}}\n",
    "ways from one step": lambda n: f"{OWNER}{steps(n)}    next: {listed(n, lambda at: f'S{at}')}\n",
    "ways to actions": lambda n: OWNER + steps(n, lambda at: f"    next: d{(at + 1) % n}\n"),
    "ways to nowhere": lambda n: OWNER + steps(n, lambda at: f"    next: Nowhere {at}\n"),
    "one name": lambda n: f"{OWNER}steps:\n" + lines(n, lambda _: "  - {step: S, customer: c, next: S}"),
    "times that are none": lambda n: (OWNER + steps(n)).replace("takes: 1 h", "takes: soon"),
    "items that are no steps": lambda n: f"{OWNER}steps:\n" + lines(n, lambda _: "  - x"),
    "actions without words": lambda n: (
        f"{OWNER}steps:\n  - step: A\n    frontstage:\n" + lines(n, lambda _: "      - {owner: o}")
    ),
    "one line": lambda n: f"{OWNER}steps: {listed(n, lambda at: f'{{step: S{at}, customer: c, zz: 1}}')}\n",
    "a text": lambda n: f"{OWNER}{steps(2)}x-note: {'word ' * n * 20}\n",
    "a long name": lambda n: f"{OWNER}{steps(2)}    next: {'word ' * n * 20}\n",
    "a break at the end": lambda n: f"{OWNER}x-a:\n{lines(n, lambda _: '  - b')}  c\nd\n",
    "rules nobody knows": lambda n: f"{OWNER}{steps(2)}settings: {{ignore: {listed(n, lambda at: f'R{at}')}}}\n",
}


def calls(work: Callable[[str], object], text: str) -> int:
    profile = cProfile.Profile()
    profile.enable()
    try:
        work(text)
    finally:
        profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def checked(text: str) -> object:
    return check(loads(text))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_twice_the_length_is_checked_with_twice_the_work(shape: str) -> None:
    few, many = (HEAD + SHAPES[shape](count) for count in (110, 220))
    checked(HEAD + SHAPES[shape](3))
    assert calls(checked, many) / calls(checked, few) <= TWICE


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_twice_the_length_is_laid_out_with_twice_the_work(shape: str) -> None:
    few, many = (HEAD + SHAPES[shape](count) for count in (110, 220))
    assert calls(format_text, many) / calls(format_text, few) <= TWICE


@pytest.mark.parametrize("shape", ["one alias", "aliases", "one key", "a long name", "ways to nowhere"])
def test_what_is_told_is_not_much_longer_than_the_file(shape: str) -> None:
    text = HEAD + SHAPES[shape](200)
    told = [f"{item.finding.message} {item.finding.help}" for item in check(loads(text))]
    assert sum(map(len, told)) < 400 * 200 + 20 * len(text)
    assert max(map(len, told)) < 1_000


NUMBERS = [
    *("1e999999999", "1E999999999%", "9**9", f"0.{'0' * 5_000}1", "9" * 5_000, "1/0", "1/" + "9" * 5_000, "-1", "∞"),
]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
@pytest.mark.parametrize("key", ["takes: {} h", "takes: P{}D", "promised: {{to: guest, at_least: {}}}"])
def test_a_number_that_nobody_can_mean_is_told_without_working_it_out(key: str, number: str) -> None:
    text = HEAD + (OWNER + steps(1)).replace("takes: 1 h", key.format(number))
    found = [item.finding for item in check(loads(text)) if item.finding.code[0] == "F"]
    assert [finding.code for finding in found] in (["F304"], ["F305"])
    assert len(found[0].message) < 200


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
def test_neither_is_a_number_of_times_or_a_feeling(number: str) -> None:
    text = f"{HEAD}{OWNER}{steps(1)}    feeling: {number}\n    next: {{to: S0, at_most: {number}}}\n"
    found = [item.finding for item in check(loads(text)) if item.finding.code[0] == "F"]
    assert [finding.code for finding in found] == ["F303"] * (1 if number == "-1" else 2)
    assert max(len(finding.message) for finding in found) < 200
