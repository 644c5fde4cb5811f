"""What is told of a feature in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from journeys.features.kano.told import Known, Told
from journeys.language.quantities import counted
from journeys.surveys.intervals import FEW, Interval
from journeys.surveys.kano import Found, Kind, Shift, Tally


def kind_said(tally: Tally) -> str:
    """The kind in a cell: `must-be`, `few` for too few answers, `reverse or attractive` where no rule parts these."""
    if tally.few:
        return "few"
    return str(tally.kind) if tally.kind else " or ".join(tally.most)


def coefficient(value: Fraction | None, interval: Interval | None = None) -> str:
    """A coefficient, with its interval if one is given: `0.57 (0.51 to 0.62)`; empty for none."""
    if value is None:
        return ""
    said = hundredths(float(value))
    return f"{said} ({_range(interval)})" if interval else said


def intervals(tally: Tally) -> Iterator[str]:
    """Where better and worse lie, as sure as 95 % of such surveys are; nothing without answers that say it."""
    if tally.better_interval and tally.worse_interval:
        yield f"at 95% better is {_range(tally.better_interval)}, worse {_range(tally.worse_interval)}"


def _range(interval: Interval) -> str:
    return f"{hundredths(interval.low)} to {hundredths(interval.high)}"


def hundredths(value: float) -> str:
    """A number with two decimals, with no sign before zero."""
    said = f"{value:.2f}"
    return said.removeprefix("-") if not float(said) else said


def of_hundred(value: Fraction) -> str:
    """A share in whole per cent."""
    return f"{float(value) * 100:.0f}%"


def sentences(one: Told) -> Iterator[str]:
    """All that is told of a feature beside its figures."""
    found, tally = one.found, one.found.tally
    yield from _verdict(tally)
    yield from _unanswered(one)
    if not tally.understood:
        share = f"{tally.of(Kind.QUESTIONABLE)} of {tally.answers}"
        yield f"{share} contradict themselves, more than 2%: look whether the question was understood"
    if not one.latest:
        yield f"not asked about since {found.day}"
    yield from _moved(found)
    yield from _age(one.known)


def _verdict(tally: Tally) -> Iterator[str]:
    strength = f"strength {of_hundred(tally.strength)}, total strength {of_hundred(tally.total_strength)}"
    ahead = f"ahead of the next kind by {counted(tally.lead, 'answer')}"
    if tally.few:
        yield f"{counted(tally.answers, 'answer')}: few, and under {FEW} no kind is told"
    elif tally.kind is Kind.QUESTIONABLE:
        yield "most answers contradict themselves: no kind is told"
    elif tally.significant:
        yield f"{ahead}, more than chance explains ({tally.needed:.1f}); {strength}"
    else:
        yield f"{ahead}, which may be chance (up to {tally.needed:.1f}); {strength}"


def _unanswered(one: Told) -> Iterator[str]:
    half, silent = one.found.answered.half, one.found.answered.silent
    said = [f"{half} answered only one of the two questions"] if half else []
    said += [f"{silent} neither" if half else f"{silent} answered neither question"] if silent else []
    if said:
        yield f"not counted: {', '.join(said)}"


def _moved(found: Found) -> Iterator[str]:
    if found.before is None or found.moved is None:
        return
    survey, before = found.before
    when = f"on {survey.last}" if survey.last else f"in “{survey.name}”"
    then, now = kind_said(before.tally), kind_said(found.tally)
    kinds = f"{then} then, {now} now" if then != now else f"{then} then as now"
    shifts = [
        f"{name} {_shift(shift)}"
        for name, shift in (("better", found.moved.better), ("worse", found.moved.worse))
        if shift is not None
    ]
    yield f"{when} ({counted(before.tally.answers, 'answer')}): {kinds}; {'; '.join(shifts)}".removesuffix("; ")


def _shift(shift: Shift) -> str:
    by = float(shift.difference)
    said = f"{hundredths(float(shift.then))} → {hundredths(float(shift.now))} ({'+' if by > 0 else ''}{hundredths(by)}"
    if shift.chance is None:
        return f"{said}, few answers: no verdict)"
    return f"{said}, {'more than chance' if shift.told else 'may be chance'}: p {chance(shift.chance)})"


def chance(value: float) -> str:
    """A p-value: `0.013`, `< 0.001`."""
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def _age(known: Known | None) -> Iterator[str]:
    if known is not None:
        yield f"in the file: {said_of(known)}"


def said_of(known: Known) -> str:
    """What the files say of an expectation, and how old that is."""
    day = f", as of {known.as_of}" if known.as_of else ", and nothing says as of when" if known.kano else ""
    by = f" by {known.review}" if known.review else ""
    again = f", to be looked at again{by}: past its time" if known.overdue else ""
    return f"{known.kano or 'no kind'}{day}{again}; {known.file}:{known.line}"
