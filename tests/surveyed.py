"""A workspace whose customers were asked: surveys of measures and of pairs, with their files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from answered import answers

TODAY = date(2026, 7, 1)
SHARED = """\
workspace: Fjordnet
owners:
  cxo: {name: Head of experience, holder: Dana Wills, judged_by: [loyalty]}
  care: {name: Customer care, reports_to: cxo}
customers: {mover: {name: Home mover}}
governance:
  authority: cxo
  goals:
    - {goal: Half our customers are loyal, owner: cxo, measure: loyalty, at_least: 50%, until: 2027-06-30}
    - {goal: Nobody suffers in silence, owner: care, measure: loyalty, at_least: 20%, until: 2026-12-31}
    - {goal: They would tell a friend, owner: cxo, measure: tell, at_least: "40"}
measures:
  loyalty:
    measure: Loyalty
    all_of: {good: Was it good?, again: Would you buy again?, tell: Would you tell a friend?}
    scale: 1 to 5
    yes: [4, 5]
    owner: cxo
    at: [First evening, broadband/connect]
    follow_up: {by: care, within: 2 working days}
  tell: {measure: Recommendation, of: {tell: Would you tell a friend?}, as: nps, owner: care}
  effort: {measure: Effort, of: {easy: Was it easy?}, as: ces, owner: care, at: Order}
  calls: {measure: Calls that ask where the router is, unit: "%", better: lower, owner: care}
surveys:
  evening:
    survey: Asked on the second evening
    file: surveys/loyalty.csv
    measure: loyalty
    columns: {segment: customer}
    follow_up: {file: surveys/calls.csv}
  letter: {survey: The yearly letter, file: surveys/letter.csv, measure: tell, on: 2026-02-01}
  lost: {survey: A file that nobody has, file: surveys/lost.csv, measure: effort}
  wishes:
    survey: What movers wish
    file: surveys/wishes.csv
    on: 2026-03-02
    features: {know-when: when it comes}
"""
JOURNEY = """\
journey: Get broadband
id: broadband
owner: cxo
customer: mover
steps:
  - step: Order
    expects: [{id: know-when, expects: I know when it comes, kano: must-be, as_of: 2024-03-01, review_every: 1 year}]
    customer: Order
    frontstage: {do: Take the order, owner: care}
  - step: First evening
    expects: [{id: works, expects: It works at once, kano: attractive, as_of: 2026-05-01}, Nobody sells me more]
    customer: Watch a film
    frontstage: {do: Connect the house, id: connect, owner: care}
    end: true
"""
_MONTHS = ("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06")
_PAIRS = {
    "when it comes": (("like", "neutral", 34), ("expect", "dislike", 5), ("neutral", "neutral", 9)),
    "It works at once": (("like", "dislike", 30), ("expect", "dislike", 12), ("neutral", "neutral", 6)),
    "Nobody sells me more": (("expect", "dislike", 4), ("neutral", "neutral", 3)),
    "A free mug": (("neutral", "neutral", 40),),
}


def surveyed(folder: Path, *, shared: str = SHARED, journey: str = JOURNEY, renter: str = "Renter") -> Path:
    """The workspace in a folder, with its files; `renter` is what one segment of customers is called in them."""
    (folder / "journeys.yaml").write_text(shared, "utf-8")
    (folder / "broadband.journey.yaml").write_text(journey, "utf-8")
    headings = ("respondent", "when", "customer", "step", "good", "again", "tell")
    answers(folder / "surveys" / "loyalty.csv", _loyalty(renter), headings)
    answers(folder / "surveys" / "calls.csv", _calls(), ("respondent", "when"))
    answers(folder / "surveys" / "letter.csv", [(f"l{number}", 9) for number in range(12)], ("respondent", "tell"))
    answers(folder / "surveys" / "wishes.csv", _wishes(), ("respondent", "feature", "functional", "dysfunctional"))
    return folder


def _loyalty(renter: str) -> Iterable[Sequence[object]]:
    """Each month so many responses, the more of them loyal the later it is; of the last month only few."""
    for place, month in enumerate(_MONTHS):
        for number in range(40 if place < 5 else 8):
            loyal = number * 7 % 40 < 12 + 3 * place
            marks = (5, 4, 5) if loyal else ((4, 2, 5), (2, 2, 1), (5, 5, 3))[number % 3]
            segment = (renter, "Owner of a house")[number % 2]
            step = ("First evening", "Order", "Elsewhere")[number % 5 % 3]
            yield (f"person-{place}-{number}", f"{month}-{number % 27 + 1:02}", segment, step, *marks)


def _calls() -> Iterable[Sequence[object]]:
    yield from ((f"person-{place}-{number}", f"{_MONTHS[place]}-28") for place in range(5) for number in range(13, 40))


def _wishes() -> Iterable[Sequence[object]]:
    for feature, said in _PAIRS.items():
        pairs = [(there, lacking) for there, lacking, many in said for _ in range(many)]
        yield from ((number, feature, *pair) for number, pair in enumerate(pairs))
