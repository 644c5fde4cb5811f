"""Pages compared with what their blocks ask for, and written.

A drawing is an SVG file in the folder `blueprints` beside the page, for pages are read where nothing runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import JourneysError, ToolError, UsageError
from journeys.surfaces.embed.blocks import Block, find_blocks, replaced
from journeys.surfaces.embed.library import Library
from journeys.surfaces.embed.pages import Page, read_page
from journeys.surfaces.embed.snippet import Page as Drawn
from journeys.surfaces.embed.snippet import Snippet, snippet
from journeys.writing import check_output, write_output, write_source

if TYPE_CHECKING:
    from journeys.language.finding import Located
    from journeys.surfaces.embed.picture import Pictured

FOLDER = "blueprints"


@dataclass(frozen=True)
class Change:
    """A block that is not up to date: its new inside (None: that is right), and the drawings to write, by file."""

    block: Block
    inside: str | None = None
    drawings: Mapping[Path, Pictured] = field(default_factory=dict)

    @property
    def what(self) -> str:
        """What is out of date, in words."""
        if self.inside is None:
            names = [f"{FOLDER}/{target.name}" for target in self.drawings]
            what = f"the drawing {names[0]}" if len(names) == 1 else f"the drawings {' and '.join(names)}"
            return f"{what} of this block {'is' if len(names) == 1 else 'are'} out of date"
        return "this block is out of date"


@dataclass(frozen=True)
class PageUpdate:
    """What a page needs: changes, and what is wrong with its blocks. `blocks` is their number.

    `drawings` are the files of all its drawings, each with the line of its block.
    """

    page: Page
    changes: tuple[Change, ...] = ()
    findings: tuple[Located, ...] = ()
    blocks: int = 0
    drawings: Mapping[Path, int] = field(default_factory=dict)

    @property
    def stale(self) -> tuple[Located, ...]:
        """A finding for each change that is due."""
        help_ = "run `journeys docs`"
        return tuple(self.page.finding(one.block.line, "block-out-of-date", one.what, help_) for one in self.changes)


@dataclass(frozen=True, eq=False)
class PageUpdater:
    """Where pages are brought up to date, one after another; it remembers which drawing went into which file."""

    library: Library = field(default_factory=Library)
    _drawn: dict[Path, str] = field(default_factory=dict, repr=False)

    def update_of(self, path: Path) -> PageUpdate:
        """What a page needs. Nothing is written, and nothing raised: what is wrong is among the update's findings."""
        try:
            page = read_page(path)
        except ToolError as error:
            page = Page(path, "")
            return PageUpdate(page, findings=(page.finding(0, "page-not-read", f"this page cannot be read: {error}"),))
        blocks, marks = find_blocks(page.text)
        findings = [page.finding(one.line, one.rule, one.message, one.help) for one in marks]
        changes: list[Change] = []
        drawings: dict[Path, int] = {}
        for block in blocks:
            try:
                found = snippet(block.request, page.folder, self.library)
                drawings |= dict.fromkeys((_target(page, one) for one in found.pages), block.line)
                change = self._change(page, block, found)
            except JourneysError as error:
                findings.append(page.finding(block.line, "block-not-understood", str(error)))
            else:
                changes += [change] if change else []
        findings.sort(key=lambda item: item.span)
        return PageUpdate(page, tuple(changes), tuple(findings), len(blocks), drawings)

    def _change(self, page: Page, block: Block, found: Snippet) -> Change | None:
        inside = found.markdown(f"{FOLDER}/")
        is_new = replaced(page.text, {block: inside}) != page.text
        due = {_target(page, one): one.drawing for one in found.pages if self._is_due(page, one)}
        return Change(block, inside if is_new else None, due) if is_new or due else None

    def _is_due(self, page: Page, one: Drawn) -> bool:
        """Whether a drawing has to be written. Raises UsageError for one that must not."""
        from journeys.surfaces.embed.picture import is_current, is_ours, scene_mark

        target = _target(page, one)
        mark = scene_mark(one.drawing)
        if self._drawn.setdefault(target, mark) != mark:
            raise UsageError(
                f"another block draws something else into {FOLDER}/{target.name}: two journeys have one id"
            )
        check_output(target, within=target.parent)
        try:
            content = target.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return True
        except OSError as error:
            raise UsageError(f"{FOLDER}/{target.name} cannot be written: {error.strerror}") from None
        if not is_ours(content):
            raise UsageError(f"{FOLDER}/{target.name} was not drawn by `journeys docs`, so it is kept: move it away")
        return not is_current(content, one.drawing)


def _target(page: Page, one: Drawn) -> Path:
    """The file of a drawing on a page."""
    return page.folder / FOLDER / f"{one.stem}.svg"


def untracked(update: PageUpdate) -> Iterator[Located]:
    """A finding for each drawing of a page that git does not track: a commit of the page would leave it out.

    Nothing where the page is in no repository. Raises ToolError where git fails.
    """
    from journeys.language.git import repository

    found = repository(update.page.folder) if update.drawings else None
    if found is None:
        return
    root = found.root.resolve()
    inside = {path: path.resolve() for path in update.drawings if path.resolve().is_relative_to(root)}
    names = {path: place.relative_to(root).as_posix() for path, place in inside.items()}
    known = found.tracked(list(names.values()))
    for path, line in update.drawings.items():
        if path in names and names[path] not in known:
            message = f"git does not track the drawing {FOLDER}/{path.name}: a commit of this page would leave it out"
            yield update.page.finding(line, "drawing-not-tracked", message, f"run `git add {names[path]}`")


def carry_out(update: PageUpdate) -> tuple[list[Path], list[Located]]:
    """Write a plan's drawings, then its page; give back what was written, and what could not be.

    A block whose drawing cannot be written stays as it is.
    """
    written: list[Path] = []
    findings: list[Located] = []
    insides: dict[Block, str] = {}
    for change in update.changes:
        try:
            written += _draw(change)
        except JourneysError as error:
            findings.append(update.page.finding(change.block.line, "page-not-written", str(error)))
        else:
            insides |= {} if change.inside is None else {change.block: change.inside}
    text = replaced(update.page.text, insides)
    if text != update.page.text:
        try:
            write_source(update.page.path, _bytes(text), before=_bytes(update.page.text))
            written.append(update.page.path)
        except ToolError as error:
            findings.append(update.page.finding(0, "page-not-written", str(error)))
    return written, findings


def _draw(change: Change) -> Iterator[Path]:
    from journeys.surfaces.embed.picture import is_ours, signed

    for target, drawing in change.drawings.items():
        there = target.read_bytes().decode("utf-8", "replace") if target.exists() else ""
        content = signed(drawing).encode("utf-8")
        write_output(target, content, within=target.parent, replaces=is_ours(there))
        yield target


def _bytes(text: str) -> bytes:
    """A page's text as its file holds it."""
    return text.encode("utf-8", "surrogateescape")
