"""Workspaces → a batch of drawings: which pictures become which files; and the drawing of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from blueprints.formats import format_named, format_of
from blueprints.formats.glyphs import fonts_mark, lacking, said_lacking
from blueprints.pictures import Picture, pictures
from blueprints.views.registry import telling
from journeys._version import __version__
from journeys.errors import UsageError
from journeys.features.drawing.answered import Answered
from journeys.features.drawing.dates import last_changes
from journeys.features.drawing.findings import marks, states
from journeys.features.drawing.manifest import FORCE, is_drawing, record, recorded, unchanged
from journeys.features.drawing.order import DrawnFile, Order
from journeys.features.drawing.work import Sheet, Target, draw_sheets
from journeys.file_names import safe_names
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace
from journeys.writing import check_output


@dataclass(frozen=True)
class Batch:
    """Every file to be drawn, by its path what it is made from, and which of them are so already."""

    sheets: Sequence[Sheet]
    marks: Mapping[Path, str]
    same: frozenset[Path]
    left_out: Sequence[str] = ()
    """What could not be drawn as the order says, where other things can: a line for each."""
    failed: bool = False
    """Whether a blueprint that a file names, or a survey, is among them."""
    lacking: Mapping[Path, str] = field(default_factory=dict)
    """Pictures with empty boxes, for want of fonts: what is to be said of each."""

    def draw(self) -> Iterator[DrawnFile]:
        """Draw what is not there yet; each file as it is done, in order. Raises ToolError where that fails."""
        done = set(self.same)
        # Should it end early, what is drawn anew must not pass for what was there before.
        record(self._of(done), without=self.marks)
        try:
            for drawn in draw_sheets(self.sheets, self.same):
                done.add(drawn.path)
                yield drawn
        finally:
            record(self._of(done))

    def _of(self, paths: Collection[Path]) -> dict[Path, str]:
        return {path: mark for path, mark in self.marks.items() if path in paths}


def plan(workspaces: Iterable[Workspace], order: Order) -> Batch:
    """Every journey that was asked for, and every blueprint its files name, as the order says.

    What the order names need not be in every journey. Raises UsageError for a view or format that is not there, and
    for a name that is nowhere.
    """
    from blueprints.named import homeless

    spaces = list(workspaces)
    answers = [_answers(workspace, order) for workspace in spaces]
    asked = [one for workspace, told in zip(spaces, answers, strict=True) for one in _asked(workspace, order, told)]
    refused = [one.error for one in asked if not one.named]
    if refused and all(refused):
        raise next(error for error in refused if error)
    drawn = [picture for one in asked for picture in one.pictures]
    errors = [one for one in asked if one.error]
    found = list(_targets(drawn, order))
    ours = recorded(target.path for _, targets in found for target in targets)
    sheets = [_sheet(picture, [_checked(one, ours, order) for one in targets], order) for picture, targets in found]
    made = {target.path: _mark(sheet, target, order) for sheet in sheets for target in sheet.targets}
    same = frozenset() if order.again else unchanged(made)
    lost = [line for workspace in spaces for line in homeless(workspace)] if order.named else []
    left_out = [
        *(f"{one.what}: {one.error}" for one in errors),
        *lost,
        *(line for one in answers for line in one.left_out),
    ]
    failed = bool(lost) or any(one.named for one in errors) or any(one.failed for one in answers)
    return Batch(sheets, made, same, left_out, failed, dict(_lacking(sheets)))


def drawable(workspace: Workspace) -> list[JourneyGraph]:
    """The journeys that were asked for and of which something could be read: an empty picture helps nobody."""
    return [journey for journey in workspace.selected if journey.steps or not journey.findings]


class _Asked(NamedTuple):
    """The pictures of one view of a journey, or of a blueprint that a file names; or why there are none."""

    what: str
    named: bool
    pictures: Sequence[Picture] = ()
    error: UsageError | None = None


def _answers(workspace: Workspace, order: Order) -> Answered:
    """What customers answered, if it is asked for."""
    if not order.figures:
        return Answered()
    from journeys.features.drawing.answers import answered

    return answered(workspace)


def _asked(workspace: Workspace, order: Order, answers: Answered) -> Iterator[_Asked]:
    from blueprints.named import draw_named, named_blueprints
    from journeys.api import check

    located = check(workspace) if order.findings else []
    journeys = drawable(workspace)
    told = {one.id: (marks(one, located), states(one, located)) for one in journeys} if order.findings else {}
    changed = last_changes(journeys) if order.dates else {}
    for journey in journeys:
        findings, promises = told.get(journey.id, ((), ()))
        for view in order.views if order.silent else [one for one in order.views if one in telling(journey)]:
            draw = partial(
                pictures,
                journey,
                view=view,
                narrowing=order.narrowing,
                findings=findings,
                promises=promises,
                figures=answers.figures,
                theme=order.theme,
                dot=order.dot,
                name=journey.id if view == "blueprint" else f"{journey.id}-{view}",
                changed=changed.get(journey.file, ""),
                paper=order.paper,
                orientation=order.orientation,
            )
            yield _tried(f"“{journey.name}” as {view}", draw)
    known = {journey.id for journey in journeys}
    for named in named_blueprints(workspace) if order.named else ():
        if named.journey.id in known:
            findings, promises = told.get(named.journey.id, ((), ()))
            draw = partial(
                draw_named,
                named,
                findings=findings,
                promises=promises,
                figures=answers.figures,
                theme=order.theme,
                dot=order.dot,
                changed=changed.get(named.journey.file, ""),
                paper=order.paper,
                orientation=order.orientation,
            )
            yield _tried(f"“{named.name}”", draw, named=True)


def _tried(what: str, draw: Callable[[], Sequence[Picture]], *, named: bool = False) -> _Asked:
    try:
        return _Asked(what, named, draw())
    except UsageError as error:
        return _Asked(what, named, error=error)


def _targets(drawn: Sequence[Picture], order: Order) -> Iterator[tuple[Picture, Sequence[Target]]]:
    if order.output.suffix and not order.output.is_dir():
        if len(drawn) > 1:
            raise UsageError(f"{order.output} is one file, and there are {len(drawn)} drawings: name a folder with -o")
        yield from ((picture, [Target(order.output, format_of(order.output))]) for picture in drawn)
        return
    formats = [format_named(name) for name in order.formats]
    for picture, name in zip(drawn, safe_names(picture.name for picture in drawn), strict=True):
        yield picture, [Target(order.output / f"{name}.{one.ending}", one, order.output) for one in formats]


def _checked(target: Target, ours: Collection[Path], order: Order) -> Target:
    """A target that may be written. Raises UsageError for another, before anything is drawn."""
    replaces = order.force or target.path in ours or is_drawing(target.path)
    check_output(target.path, within=target.within, replaces=replaces, otherwise=FORCE)
    return target._replace(replaces=replaces)


def _sheet(picture: Picture, targets: Sequence[Target], order: Order) -> Sheet:
    chained = any(target.format.chained for target in targets)
    return Sheet(picture.chained() if chained else picture.drawing, tuple(targets), order.scale)


def _mark(sheet: Sheet, target: Target, order: Order) -> str:
    """What a file is made from, and by what, in a few letters."""
    drawing = sheet.drawing
    how = (target.format.name, order.scale, order.dot, _makers())
    lit = repr(sorted(drawing.chains.items())) if target.format.chained else ""
    fonts = fonts_mark(drawing) if target.format.pictured else ""
    parts = (__version__, repr(drawing.view), repr(drawing.theme), repr(drawing.sheet), *how, lit, fonts)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _makers() -> tuple[str, ...]:
    """The releases of the programs that draw; empty for those that are not installed."""
    found = []
    for name in ("graphviz-pure", "resvg-py", "typst"):
        try:
            found.append(version(name))
        except PackageNotFoundError:
            found.append("")
    return tuple(found)


def _lacking(sheets: Iterable[Sheet]) -> Iterator[tuple[Path, str]]:
    for sheet in sheets:
        for target in sheet.targets:
            scripts = lacking(sheet.drawing) if target.format.pictured else ()
            if scripts:
                yield target.path, said_lacking(scripts)
