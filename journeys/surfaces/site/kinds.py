"""What customers expect, as surveys of pairs tell the site: kinds by Kano, and what is past its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from journeys.errors import ToolError, UsageError
from journeys.graph.due import Due, DueKind, due
from journeys.graph.purpose_nodes import ExpectationNode
from journeys.graph.workspace import Workspace
from journeys.surfaces.site.drawings import AUTO, PageDrawing, plotted

if TYPE_CHECKING:
    from journeys.features.kano import Sheet, Told


@dataclass(frozen=True, slots=True)
class Kind:
    """What customers said of an expectation: its kind, how much better and worse it makes things, and how sure that is
    (`sentences`). Of few answers no kind is told. The kind may be `by_chance`; if not, it `differs` if the file says
    another."""

    expectation: ExpectationNode
    kind: str
    better: str
    worse: str
    answers: int
    few: bool
    sentences: tuple[str, ...]
    by_chance: bool
    differs: bool


@dataclass(frozen=True, eq=False)
class Kinds:
    """What surveys say of some `expectations`, and how old what the files say of them is on a day."""

    workspace: Workspace
    expectations: tuple[ExpectationNode, ...]
    today: date

    @cached_property
    def _here(self) -> Mapping[str, ExpectationNode]:
        return {one.id: one for one in self.expectations}

    @cached_property
    def reviews(self) -> Mapping[str, Due]:
        """When they are to be looked at again, by node id."""
        return {one.id: one for one in due(self.workspace) if one.kind is DueKind.REVIEW and one.id in self._here}

    def overdue(self, expectation: str) -> bool:
        """Whether one (by id) is past the day on which it was to be looked at again."""
        return expectation in self.reviews and self.reviews[expectation].overdue(self.today)

    @property
    def asked(self) -> bool:
        """Whether a survey of pairs is declared."""
        return any(survey.of_pairs for survey in self.workspace.surveys.values())

    @cached_property
    def _sheet(self) -> Sheet | None:
        if not self.asked:
            return None
        from journeys.features.kano import told
        from journeys.surveys.kano import collected

        return told(collected(self.workspace, strict=False), self.workspace, self.today)

    @cached_property
    def _told(self) -> tuple[Told, ...]:
        features = self._sheet.features if self._sheet else ()
        return tuple(one for one in features if one.found.expectation in self._here)

    @cached_property
    def found(self) -> Mapping[str, Kind]:
        """What customers said, by the node id of the expectation, in the order in which was asked."""
        return {id_: _kind(one, self._here[id_]) for one in self._told for id_ in (one.found.expectation,)}

    @property
    def others(self) -> int:
        """How many features were asked about that are no expectation in the files; their words stay in the survey."""
        return sum(not one.found.expectation for one in self._sheet.features) if self._sheet else 0

    @property
    def unread(self) -> tuple[str, ...]:
        """The surveys that cannot be read, and why."""
        return self._sheet.unread if self._sheet else ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said of how answers were read."""
        return self._sheet.notes if self._sheet else ()

    @cached_property
    def _plane(self) -> tuple[PageDrawing | None, str]:
        if not self._told:
            return None, ""
        from journeys.features.kano.plane import plane_of

        title = "What customers expect"
        try:
            return plotted("kano", plane_of(self._told, title, AUTO, self.workspace.brand)), ""
        except (ToolError, UsageError) as error:
            return None, str(error)

    @property
    def plot(self) -> PageDrawing | None:
        """Kano's plane; None where nothing was found, or it cannot be drawn."""
        return self._plane[0]

    @property
    def unplotted(self) -> str:
        """Why it cannot be drawn."""
        return self._plane[1]


def _kind(one: Told, expectation: ExpectationNode) -> Kind:
    from journeys.features.kano.sentences import coefficient, kind_said, sentences

    tally, kind = one.found.tally, one.found.kind
    return Kind(
        expectation,
        kind_said(tally),
        coefficient(tally.better, tally.better_interval),
        coefficient(tally.worse, tally.worse_interval),
        tally.answers,
        tally.few,
        tuple(sentences(replace(one, known=None))),
        not tally.significant,
        bool(expectation.kano and kind and tally.significant and expectation.kano.lower() != kind),
    )
