"""Who governs experience, values and practices: what the rules say where their own examples do not reach."""

from __future__ import annotations

import pytest
from asking import HEAD, found, marked

from journeys.api import check, loads_workspace
from journeys.checks.select import Choice

STEPS = """\
steps:
  - {step: Eat, frontstage: {do: Serve, owner: waiter}, backstage: {do: Cook, owner: kitchen}, end: true}
"""
PROMISED = (
    f"{STEPS}promises:\n  meal: {{promise: A meal, by: waiter, to: guest, made: Eat, kept: Eat, measure: speed}}\n"
)


def said(rule: str, body: str, *, head: str = HEAD, shared: str = "") -> list[str]:
    return [item.finding.message for item in found(rule, body, head=head, shared=shared)]


def owners(**more: str) -> str:
    return HEAD + "".join(f"  {key}: {{{words}}}\n" for key, words in more.items())


@pytest.mark.parametrize("code", [f"E4{number:02}" for number in range(1, 14)])
def test_nothing_is_said_where_nothing_is_designed_on_purpose(code: str) -> None:
    assert not said(code, PROMISED)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("kind: system", "“host” is a system, and a system decides nothing: nobody decides on experience"),
        ("vacant: true", "nobody fills the post “host”, so nobody decides on experience"),
    ],
)
def test_an_authority_that_cannot_decide(words: str, message: str) -> None:
    assert said("E401", STEPS + "governance: {authority: host}\n", head=owners(host=words)) == [message]


def test_an_authority_of_none_is_nobody_and_an_unknown_one_is_a_name_that_leads_nowhere() -> None:
    assert marked("E401", STEPS + "governance: {authority: none}\n") == ["none"]
    assert not marked("E401", STEPS + "governance: {authority: hots}\n")
    assert marked("F201", STEPS + "governance: {authority: hots}\n") == ["hots"]


def test_a_journey_leaves_it_to_the_workspace_and_a_workspace_to_all_its_journeys() -> None:
    shared = "owners: {ceo: {}}\ngovernance: {authority: ceo}\n"
    assert not said("E401", STEPS + "governance: {council: waiter}\n", shared=shared)
    assert not said("E401", STEPS + "governance: {authority: manager}\n", shared="governance: {meets: 1 month}\n")
    (one,) = found("E401", STEPS + "governance: {council: waiter}\n", shared="governance: {meets: 1 month}\n")
    assert one.source.name == "journeys.yaml"


@pytest.mark.parametrize(
    ("host", "message"),
    [
        ("name: Host, function: Customer experience, reports_to: manager", None),
        ("name: Host, function: CX", None),
        ("name: Host, function: Sales and brand", "“Host” decides on experience, and does Sales and brand beside"),
        ("name: Host, reports_to: waiter",
         "“Host” decides on experience, and reports to “Waiters”, who reports to “Restaurant manager”"),
        ("name: Host, reports_to: adverts", "“Host” decides on experience, and sits under marketing"),
        ("name: Host, holder: Kim Ode", "“Kim Ode” decides on experience, and holds the post “adverts” beside"),
        ("name: kim ode, kind: person", "“kim ode” decides on experience, and holds the post “adverts” beside"),
        ("name: Host, reports_to: host", None),
    ],
)  # fmt: skip
def test_the_seat_of_the_authority(host: str, message: str | None) -> None:
    head = owners(host=host, adverts="function: marketing, holder: Kim Ode")
    assert said("E402", STEPS + "governance: {authority: host}\n", head=head) == ([message] if message else [])


def test_marketing_is_not_the_top_to_report_to() -> None:
    (one,) = found(
        "E402",
        STEPS + "governance: {authority: host}\n",
        head=owners(host="reports_to: cmo", cmo="function: marketing"),
    )
    assert one.finding.help == "let it report to who stands above all"


GOALS = "measures: {{speed: {{measure: Speed, unit: min, better: lower}}}}\ngovernance:\n  goals:\n{}"


def goals(*entries: str) -> str:
    return GOALS.format("".join(f"    - {{{entry}}}\n" for entry in entries))


@pytest.mark.parametrize(
    ("goal", "message", "help_"),
    [
        ("goal: G, owner: waiter, measure: speed, at_most: 4, until: 2027-01-01", None, ""),
        ("goal: G, owner: waiter, until: 2027-01-01", None, ""),
        ("goal: G, owner: none, until: 2027-01-01", "nobody is accountable for this goal", "write `owner:`"),
        ("goal: G, owner: waiter, measure: speed, until: 2027-01-01", "it is not said how far its measure has to go",
         "write `at_least:` or `at_most:`"),
        ("goal: G, owner: host, until: 2027-01-01",
         "nobody fills the post “host”, which is accountable for this goal", "write an `owner:` who is there"),
        ("goal: G", "nobody is accountable for this goal, and no day is set by which it is reached",
         "write `owner:`, and `until:` (a day like `2027-06-30`)"),
    ],
)  # fmt: skip
def test_what_a_goal_leaves_open_is_told_at_once(goal: str, message: str | None, help_: str) -> None:
    told = found("E404", STEPS + goals(goal), head=owners(host="vacant: true"))
    assert [(one.finding.message, one.finding.help) for one in told] == ([(message, help_)] if message else [])


@pytest.mark.parametrize(("bound", "day", "wrong"), [("4 kg", "2027-01-01", "4 kg"), ("four", "2027-01-01", "four"),
                                                     ("4", "2027-02-30", "2027-02-30")])  # fmt: skip
def test_what_cannot_be_read_is_wrong_and_not_missing(bound: str, day: str, wrong: str) -> None:
    body = STEPS + goals(f"goal: G, owner: waiter, measure: speed, at_most: {bound}, until: {day}")
    assert not said("E404", body)
    assert marked("wrong-type", body) == [wrong]


def test_of_two_goals_of_one_name_one_is_named_by_its_id() -> None:
    body = STEPS + goals("goal: G", "goal: G", "goal: H, against: G", "goal: I, against: g~2")
    (one,) = found("F202", body)
    assert one.finding.help == "say which: `g`, `g~2`"


def test_one_owner_of_several_journeys_is_told_once_and_the_authority_sits_there_anyway() -> None:
    shared = "owners: {a: {}, b: {}, c: {}}\ngovernance: {authority: b, council: c}\n"
    texts = {f"{n}.journey.yaml": f"journey: J{n}\nowner: {who}\n{STEPS}" for n, who in enumerate("aab")}
    (one,) = check(loads_workspace(texts, shared), Choice(only=("E405",)))
    assert one.finding.message == "“a” is accountable for 2 journeys, and does not sit on the council"
    assert [item.message for item in one.related] == ["the council", "“J1” is this owner's too"]


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("at_most: 4", "at_least: 9", "their goals pull “Speed” apart: at most 4, and at least 9"),
        ("link: here", "at_least: 9", "their goals pull “Speed” apart: lower, as is better, and at least 9"),
        ("at_most: 4", "at_most: 9", None),
        ("at_least: 2, at_most: 4", "at_least: 9", None),
        ("link: here", "link: there", None),
        ("at_most: 4, against: Second", "at_most: 9", "“First” works against “Second”"),
        ("at_most: 4", "at_most: 9, against: first", "“Second” works against “First”"),
        ("at_most: 4, against: second", "at_least: 9, against: first",
         "their goals pull “Speed” apart: at most 4, and at least 9"),
    ],
)  # fmt: skip
def test_goals_that_work_against_each_other(first: str, second: str, message: str | None) -> None:
    entries = (
        f"goal: First, owner: waiter, measure: speed, {first}",
        f"goal: Second, owner: kitchen, measure: speed, {second}",
    )
    expected = [f"“Waiters” and “Kitchen” are behind one promise, and {message}"] if message else []
    assert said("E406", PROMISED + goals(*entries)) == expected


def test_cross_purposes_need_a_promise_that_both_are_behind() -> None:
    entries = ("goal: A, owner: waiter, measure: speed, at_most: 4", "goal: B, owner: {}, measure: speed, at_least: 9")
    assert not said("E406", STEPS + goals(*(one.format("kitchen") for one in entries)))
    assert not said("E406", PROMISED + goals(*(one.format("manager") for one in entries)))
    assert not said("E406", PROMISED + goals(*(one.format("waiter") for one in entries)))


def test_a_goal_by_what_a_practice_of_another_sets_aside_is_told_once() -> None:
    """Where the practice binds the goal's owner it undoes the practice; elsewhere the two are at cross purposes."""
    practice = "practices: {p: {practice: Slow food, instead_of: speed, owner: kitchen, at: Eat.backstage}}\n"
    goal = "goal: Quick, owner: %s, measure: speed, at_most: 4"
    (one,) = found("E406", PROMISED + practice + goals(goal % "waiter"))
    assert "measured by “Speed”, which a practice of the other sets aside" in one.finding.message
    assert [item.message for item in one.related] == ["set aside here", "both are behind this promise"]
    assert not said("E408", PROMISED.replace("speed", "plates") + practice + goals(goal % "waiter"))
    assert not said("E406", PROMISED + practice + goals(goal % "kitchen"))
    assert said("E408", PROMISED.replace("speed", "plates") + practice + goals(goal % "kitchen"))


def test_many_promises_of_one_conflict_are_few_in_its_words() -> None:
    more = "".join(f"  m{n}: {{promise: M{n}, by: waiter, to: guest, made: Eat, kept: Eat}}\n" for n in range(4))
    body = PROMISED + more + goals("goal: A, owner: waiter, measure: speed, at_most: 4",
                                   "goal: B, owner: kitchen, measure: speed, at_least: 9")  # fmt: skip
    (one,) = found("E406", body)
    assert [item.message for item in one.related][-1] == "both are behind this promise, and behind 2 more"


def test_a_decision_about_a_promise_is_an_agreement() -> None:
    decided = "governance: {decisions: [{decision: D, about: meal}]}\n"
    assert said("E407", PROMISED + "governance: {meets: 1 month}\n") == ["nobody has agreed to this promise"]
    assert not said("E407", PROMISED + decided)
    assert not said("E407", PROMISED.replace("measure: speed", "agreed: manager") + "governance: {meets: 1 month}\n")


ASIDE = "measures: {speed: {measure: Speed of service}, calm: {measure: Calm}}\n"


@pytest.mark.parametrize(
    ("practice", "words"),
    [
        ("practice: P, instead_of: speed", ["speed"]),
        ("practice: P, instead_of: speed of service, at: Eat", ["speed"]),
        ("practice: P, instead_of: speed, at: Eat.backstage", []),
        ("practice: P, instead_of: calm", []),
        ("practice: P, instead_of: speed, at: nowhere", []),
    ],
)
def test_a_promise_is_measured_by_what_is_set_aside_where_the_practice_holds(practice: str, words: list[str]) -> None:
    # A step is where it is made; here the promise is made elsewhere.
    body = PROMISED.replace("steps:\n", "steps:\n  - {step: Order, frontstage: {do: Write it down, owner: waiter}}\n")
    body = body.replace("made: Eat", "made: Order")
    assert marked("E408", f"{body}{ASIDE}practices: {{p: {{{practice}}}}}\n") == words


def test_words_that_no_measure_has_are_set_aside_as_well() -> None:
    body = PROMISED.replace("measure: speed", "measure: Plates per hour")
    told = said("E408", body + "practices: {p: {practice: Slow food, instead_of: plates per hour}}\n")
    assert told == ["“A meal” is measured by “Plates per hour”, which “Slow food” sets aside"]


def test_whoever_stands_above_those_whom_a_practice_binds_is_told_with_them() -> None:
    head = HEAD.replace("{name: Restaurant manager}", "{name: Restaurant manager, judged_by: [calm, speed]}")
    body = f"{STEPS}{ASIDE}practices: {{p: {{practice: P, instead_of: speed, at: Eat.backstage, measure: calm}}}}\n"
    (one,) = found("E408", body, head=head)
    assert one.source.text[one.span.start : one.span.end] == "speed"
    assert one.related[-1].message == "it holds for “Kitchen”, and “Restaurant manager” stands above"
    assert one.finding.help == "name `calm` (“Calm”) in its place, or take it out of `instead_of:`"


def test_a_practice_is_not_measured_by_what_it_sets_aside() -> None:
    body = f"{STEPS}{ASIDE}practices: {{p: {{practice: P, instead_of: speed, measure: speed}}}}\n"
    assert said("E408", body) == ["“P” is measured by “Speed of service”, which “P” sets aside"]


def test_a_value_is_served_by_a_promise_of_whichever_journey() -> None:
    shared = "owners: {a: {}}\ncustomers: {k: {}}\nvalues: {calm: Calm, own: Own}\n"
    promise = "promises: {p: {promise: P, by: a, to: k, made: Eat, kept: Eat, serves: calm}}\n"
    texts = {"a.journey.yaml": f"journey: A\n{STEPS}{promise}", "b.journey.yaml": f"journey: B\n{STEPS}"}
    told = check(loads_workspace(texts, shared), Choice(only=("E410",)))
    assert [one.source.text[one.span.start : one.span.end] for one in told] == ["own"]


@pytest.mark.parametrize(
    ("word", "told"),
    [("handling-tme", True), ("Handling tme", True), ("e-mail", False), ("scripts", False), ("from a script", False),
     ("handling-time", False), ("handling TIME", False), ("other", False), ("calls/hour", False)],
)  # fmt: skip
def test_what_looks_like_an_id_and_is_none(word: str, told: bool) -> None:
    practices = f"practices: {{p: {{practice: P, instead_of: {word}}}, other: {{practice: O}}}}\n"
    body = f"{STEPS}measures: {{handling-time: {{measure: Handling time}}}}\n{practices}"
    assert marked("E413", body) == ([word] if told else [])


def test_those_who_govern_are_not_idle() -> None:
    shared = """
owners: {cxo: {}, vice: {}, idle: {}, reader: {}}
governance: {authority: cxo, council: vice}
measures: {m: {measure: M, owner: reader}}
"""
    assert marked("O107", "steps: [{step: Eat, end: true}]\n", head="journey: J\n", shared=shared) == ["idle"]
