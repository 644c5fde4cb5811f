"""Kano: what kind of expectation a feature answers, reckoned from pairs of answers."""

from journeys.surveys.kano.collected import Collected, collected, collected_from
from journeys.surveys.kano.evaluation import Answer, Kind, kind_of
from journeys.surveys.kano.form import Unclear
from journeys.surveys.kano.found import Found
from journeys.surveys.kano.moved import Moved, Shift
from journeys.surveys.kano.tally import Tally

__all__ = [
    "Answer", "Collected", "Found", "Kind", "Moved", "Shift", "Tally", "Unclear", "collected",
    "collected_from", "kind_of",
]  # fmt: skip
