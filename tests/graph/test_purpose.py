"""Designing on purpose: what is written becomes nodes and edges; what is wrong is told at its place."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from journeys.api import loads_workspace
from journeys.graph.node import Link
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Part

SHARED = """
owners:
  cxo: {judged_by: [loyalty], function: marketing}
  care: {name: Care, judged_by: Wrap-up time}
customers: {kim: {name: Kim}}
values: {calm: Calm}
governance:
  authority: cxo
  council: [cxo, care]
  meets: 1 month
  met: [2026-09-03, 2026-10-01]
  goals: [{goal: Half are loyal, owner: cxo, measure: loyalty, at_least: 50%, until: 2027-06-30, from: benchmark}]
  decisions: [{decision: Send it early, by: cxo, on: 2026-09-03, about: there}]
measures:
  wrap-up: {measure: Wrap-up time, unit: min, better: lower, owner: care}
  loyalty:
    measure: Loyalty
    all_of: {again: Would you buy again?, recommend: Would you recommend us?}
    scale: 1 to 5
    yes: 4 to 5
    at: Use it
    follow_up: {by: care, within: 2 working days}
practices:
  talk: {practice: Take your time, instead_of: handle time, serves: calm, at: Use it, measure: wrap-up, owner: care}
voices: {where: {voice: Where is it?, from: care, at: one/Get it, heard: 2026-10-02}}
changes:
  text:
    change: Text the number
    at: one/get-it.frontstage
    kind: take away
    effort: 2 days
    owner: care
    answers: [where, know-when]
    expects: [know-when, To be texted]
    told: {at: Order, by: care}
    proactive: true
    measure: wrap-up
    started: 2026-10-05
    done: 2026-10-09
    results: [{on: 2026-10-01, value: 3 min}, {on: 2026-11-01, value: 90 s}, {on: 2026-12-01, value: 1}]
"""
ONE = """
journey: One
customer: kim
voices: {slow: {voice: It is slow, from: kim, at: Get it}}
values: {own: {value: Our own}}
steps:
  - step: Order
    frontstage: {do: Take the order, owner: care}
  - step: Get it
    expects: [{id: know-when, expects: To know when, kano: attractive, as_of: 2025-03-01, basis: observed}, Quick]
    customer: {do: Where is it?, asks: true}
    frontstage: {do: Bring it, owner: care, source: interviews, review_every: 1 year}
promises:
  there:
    {promise: It is there, by: care, to: kim, made: Order, kept: Get it, within: 3 days, aim: 2 days, measure: wrap-up,
     agreed: {by: cxo, on: 2026-03-02}, answers: know-when}
"""
TWO = "journey: Two\ncustomer: kim\nsteps: [{step: Order}, {step: Use it, frontstage: {do: Help, owner: care}}]\n"


def workspace(shared: str = SHARED, **journeys: str) -> Workspace:
    return loads_workspace({f"{name}.journey.yaml": text for name, text in journeys.items()}, shared)


@pytest.fixture(scope="module")
def whole() -> Workspace:
    return workspace(SHARED.replace("at: Order", "at: one/Order"), one=ONE, two=TWO)


def test_what_is_right_gives_no_finding(whole: Workspace) -> None:
    assert not whole.findings
    assert not [one for journey in whole.journeys.values() for one in journey.findings]


def test_the_entries_refer_to_nodes(whole: Workspace) -> None:
    change, voice = whole.changes["change:text"], whole.voices["voice:where"]
    assert change.at == ("action:one/get-it.frontstage.1",)
    assert change.answers == ("voice:where", "expectation:one/know-when")
    assert (change.makes, change.makes_new) == (("expectation:one/know-when",), ("To be texted",))
    assert (change.told_at, change.told_by) == (("step:one/order",), "owner:care")
    assert (change.started, change.done, change.kind) == (date(2026, 10, 5), date(2026, 10, 9), "take away")
    assert (voice.by, voice.at, voice.heard) == ("owner:care", ("step:one/get-it",), date(2026, 10, 2))
    practice = whole.practices["practice:talk"]
    assert (practice.serves, practice.at) == (("value:calm",), ("step:two/use-it",))
    assert (practice.measures, practice.instead_of) == (("measure:wrap-up",), ("handle time",))
    assert whole.decisions["decision:send-it-early"].about == ("promise:one/there",)
    assert whole.shared.owners["care"].judged_by == ("measure:wrap-up",)


def test_results_are_compared_across_units_of_time(whole: Workspace) -> None:
    change = whole.changes["change:text"]
    assert [one.value.amount for one in change.results] == [180, 90, 60]
    assert change.difference == Fraction(-120)


def test_results_are_by_day_in_whichever_order_they_are_written() -> None:
    results = "[{on: 2026-02-01, value: 22%}, {on: 2026-01-01, value: 31%}]"
    change = workspace(f"changes: {{it: {{change: C, results: {results}}}}}", two=TWO).changes["change:it"]
    assert change.difference == Fraction(-9)


def test_an_index_knows_what_its_answers_mean(whole: Workspace) -> None:
    loyalty = whole.measures["measure:loyalty"]
    assert (loyalty.reckoned, loyalty.unit, loyalty.better, loyalty.yes) == ("all", "%", "higher", (4, 5))
    assert loyalty.questions[0] == ("again", "Would you buy again?")
    assert (loyalty.follow_up_by, str(loyalty.follow_up_within)) == ("owner:care", "2 working days")


@pytest.mark.parametrize(
    ("kind", "scale", "yes", "unit"),
    [("nps", "0 to 10", (9, 10), ""), ("csat", "1 to 5", (4, 5), "%"), ("ces", "1 to 7", (), "")],
)
def test_a_score_that_everybody_knows_is_one_line(kind: str, scale: str, yes: tuple[int, ...], unit: str) -> None:
    measure = workspace(f"measures: {{it: {{measure: It, of: How was it?, as: {kind}}}}}", two=TWO).measures[
        "measure:it"
    ]
    assert (str(measure.scale), measure.yes, measure.unit, measure.reckoned) == (scale, yes, unit, kind)
    assert measure.questions == (("how-was-it", "How was it?"),)


def test_a_promise_answers_is_measured_and_agreed(whole: Workspace) -> None:
    promise = whole.promises["promise:one/there"]
    assert (promise.answers, promise.measured_by) == (("expectation:one/know-when",), "measure:wrap-up")
    assert (str(promise.aim), str(promise.agreed)) == ("2 days", "cxo on 2026-03-02")


def test_the_measure_of_a_promise_may_be_words() -> None:
    one = workspace(one=ONE.replace("measure: wrap-up", "measure: days to the door"), two=TWO)
    assert not one.journeys["one"].findings
    assert one.promises["promise:one/there"].measured_by == ""


def test_a_step_has_expectations(whole: Workspace) -> None:
    step = whole.journeys["one"].steps[1]
    assert step.expects == ("To know when", "Quick")
    assert [one.id for one in step.expectations] == ["expectation:one/know-when", "expectation:one/quick"]
    first = step.expectations[0]
    assert (first.kano, first.as_of, first.basis, first.step) == ("attractive", date(2025, 3, 1), "observed", step.id)


def test_what_is_claimed_says_how_it_is_known(whole: Workspace) -> None:
    action = whole.journeys["one"].touchpoints("step:one/get-it")[0]
    assert (action.source, str(action.review_every)) == ("interviews", "1 year")
    assert [one.asks for one in whole.journeys["one"].cell("step:one/get-it", "customer")] == [True]


def test_a_journey_has_the_workspaces_and_its_own(whole: Workspace) -> None:
    one, two = whole.journeys["one"], whole.journeys["two"]
    assert (list(one.values), list(two.values)) == (["calm", "own"], ["calm"])
    assert list(one.voices) == ["where", "slow"]
    assert list(whole.voices) == ["voice:where", "voice:one/slow"]
    assert (one.governance.authority, two.governance.met) == ("owner:cxo", (date(2026, 9, 3), date(2026, 10, 1)))
    assert [goal.from_ for goal in two.goals] == ["benchmark"]


def test_governance_of_a_journey_adds_to_the_workspaces() -> None:
    own = ONE + "governance: {council: care, goals: [{goal: Be quick}], meets: 1 week}\n"
    found = workspace(one=own, two=TWO).journeys["one"]
    assert [goal.name for goal in found.goals] == ["Half are loyal", "Be quick"]
    assert found.governance.council == ("owner:cxo", "owner:care")
    assert [(one.name, one.message) for one in found.findings] == [
        ("name-said-twice", "`meets` is said in the workspace too")
    ]


@pytest.mark.parametrize(
    ("source", "link", "target"),
    [
        ("practice:talk", Link.SERVES, "value:calm"),
        ("practice:talk", Link.MEASURED_BY, "measure:wrap-up"),
        ("practice:talk", Link.AT, "step:two/use-it"),
        ("promise:one/there", Link.MEASURED_BY, "measure:wrap-up"),
        ("promise:one/there", Link.ANSWERS, "expectation:one/know-when"),
        ("goal:half-are-loyal", Link.MEASURED_BY, "measure:loyalty"),
        ("change:text", Link.ANSWERS, "voice:where"),
        ("change:text", Link.EXPECTS, "expectation:one/know-when"),
        ("change:text", Link.TOLD_AT, "step:one/order"),
        ("decision:send-it-early", Link.ABOUT, "promise:one/there"),
        ("owner:care", Link.OWNS, "change:text"),
        ("owner:cxo", Link.OWNS, "goal:half-are-loyal"),
        ("owner:care", Link.JUDGED_BY, "measure:wrap-up"),
        ("voice:one/slow", Link.BY, "customer:kim"),
        ("expectation:one/quick", Link.AT, "step:one/get-it"),
    ],
)
def test_the_graph_has_its_edges(whole: Workspace, source: str, link: Link, target: str) -> None:
    assert whole.graph.has_edge(source, target, key=link)
    assert whole.node(source).id == source


def test_a_journeys_own_graph_has_its_own_entries(whole: Workspace) -> None:
    graph = whole.journeys["one"].graph
    assert graph.has_edge("voice:one/slow", "step:one/get-it", key=Link.AT)
    assert "voice:where" not in graph


@pytest.mark.parametrize(
    ("line", "path", "message", "help_"),
    [
        ("values: {own: {value: Mine}}\nvoices: {v: {voice: V, from: elvis}}", ("voices", "v", "from"),
         "there is no customer or owner “elvis”", ""),
        ("voices: {v: {voice: V, at: Ordr}}", ("voices", "v", "at", 0), "there is no step or action “Ordr”", "`order`"),
        ("voices: {v: {voice: V, at: Order}}", ("voices", "v", "at", 0),
         "“Order” is a step or action of 2 journeys", "`one/Order`, `two/Order`"),
        ("practices: {p: {practice: P, serves: clam}}", ("practices", "p", "serves", 0), "there is no value “clam”",
         "`calm`"),
        ("practices: {p: {practice: P, measure: spede}}", ("practices", "p", "measure", 0),
         "there is no measure “spede”", "`speed`"),
        ("practices: {p: {practice: P, owner: car}}", ("practices", "p", "owner"), "there is no owner “car”", "`care`"),
        ("changes: {c: {change: C, answers: [wher]}}", ("changes", "c", "answers", 0),
         "there is no voice or expectation “wher”", "`where`"),
        ("governance: {decisions: [{decision: D, about: ther}]}", ("governance", "decisions", 0, "about", 0),
         "there is no promise “ther”", "`there`"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told_at_its_place(
    line: str, path: tuple[str | int, ...], message: str, help_: str
) -> None:
    shared = (
        "owners: {care: {}, cxo: {}}\ncustomers: {kim: {}}\nmeasures: {speed: {measure: S}, wrap-up: {measure: W}}\n"
    )
    shared += "" if "values" in line else "values: {calm: {value: C}}\n"
    shared += (
        line.replace("voices: {", "voices: {where: {voice: W}, ")
        if "voices" in line
        else f"{line}\nvoices: {{where: {{voice: W}}}}"
    )
    (found,) = workspace(shared, one=ONE.replace("own: {", "mine: {"), two=TWO).findings
    assert (found.message, found.place.path) == (message, path)
    assert help_ in found.help


def test_an_owner_is_judged_by_what_is_measured() -> None:
    (found,) = workspace("owners: {care: {judged_by: [spede]}}\nmeasures: {speed: {measure: S}}", two=TWO).findings
    assert (found.place.path, found.help) == (("owners", "care", "judged_by", 0), "did you mean `speed`?")


def told(entry: str, section: str = "changes") -> tuple[Finding, ...]:
    return workspace(f"{section}: {{it: {entry}}}\nmeasures: {{m: {{measure: M, unit: min}}}}", two=TWO).findings


@pytest.mark.parametrize(
    ("measure", "message"),
    [("", "“4 min” is in `min`, and the first result is in `%`: they cannot be compared"),
     ("measure: m, ", "“31%” is in `%`, and its measure is in `min`: they cannot be compared")],
)  # fmt: skip
def test_results_of_different_units_are_told(measure: str, message: str) -> None:
    results = "results: [{on: 2026-01-01, value: 31%}, {on: 2026-02-01, value: 4 min}]"
    (found,) = told(f"{{change: C, {measure}{results}}}")
    assert found.message == message


@pytest.mark.parametrize(
    ("entry", "section", "message"),
    [
        ("{voice: V, heard: 2026-02-30}", "voices", "“2026-02-30” is not a date"),
        ("{voice: V, heard: 3 May}", "voices", "“3 May” is not a date"),
        ("{change: C, results: [{on: 2026-01-01, value: many}]}", "changes", "“many” is not a quantity"),
        ('{change: C, results: [{on: 2026-01-01, value: "1,200"}]}', "changes", "“1,200” can be read in two ways"),
        ("{change: C, results: [{on: soon, value: 3}]}", "changes", "“soon” is not a date"),
        ("{change: C, results: [{value: 3}]}", "changes", "`on` is missing"),
        ("{change: C, started: 2026-02-01, done: 2026-01-01}", "changes", "it is done on 2026-01-01, before it began"),
        ("{change: C, kind: adding}", "changes", "`kind` cannot be “adding”"),
        ("{practice: P, for: some}", "practices", "“some” is judged together with all else"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_else_is_lost(entry: str, section: str, message: str) -> None:
    shared = f"{section}: {{it: {entry}, other: {{{section[:-1]}: Other}}}}"
    found = workspace(shared, two=TWO)
    assert [one.message for one in found.findings] == [message]
    assert list(getattr(found, section)) == [f"{section[:-1]}:it", f"{section[:-1]}:other"]


def test_marks_off_the_scale_are_told() -> None:
    shared = "measures: {m: {measure: M, of: How?, as: share, scale: 1 to 5, yes: [5, 6]}}"
    assert [one.message for one in workspace(shared, two=TWO).findings] == ["`6` is no mark of the scale"]


def test_a_scale_without_a_question_counts_for_nothing() -> None:
    (found,) = workspace("measures: {m: {measure: M, scale: 1 to 5}}", two=TWO).findings
    assert (found.name, found.place.path, found.place.part) == (
        "key-without-effect", ("measures", "m", "scale"), Part.KEY,
    )  # fmt: skip


def test_a_name_said_twice_is_told() -> None:
    found = workspace(one=ONE.replace("own: {value", "calm: {value"), two=TWO).journeys["one"].findings
    assert [one.message for one in found] == ["the value “calm” is declared in the workspace too"]


def test_a_company_does_not_ask() -> None:
    text = "journey: A\nsteps: [{step: S, frontstage: {do: Ask, asks: true}}]\n"
    assert [one.name for one in workspace("", a=text).journeys["a"].findings] == ["key-without-effect"]


def test_many_voices_are_all_read() -> None:
    voices = "".join(f"  v{number}: {{voice: V, from: kim, at: Use it}}\n" for number in range(5000))
    text = f"{TWO}voices:\n{voices}"
    found = workspace("owners: {care: {}}\ncustomers: {kim: {}}", two=text)
    assert len(found.voices) == 5000
    assert not found.journeys["two"].findings
