"""Pages compared with what their blocks ask for, and written.

A drawing is an SVG file in the folder `blueprints` beside the page, for pages are read where nothing runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import JourneysError, ToolError, UsageError
from journeys.surfaces.embed.blocks import Block, find_blocks, replaced
from journeys.surfaces.embed.library import Library
from journeys.surfaces.embed.pages import Page, read_page
from journeys.surfaces.embed.snippet import Snippet, snippet
from journeys.writing import check_output, write_output, write_source

if TYPE_CHECKING:
    from blueprints.drawing import Drawing
    from journeys.language.finding import Located

FOLDER = "blueprints"


@dataclass(frozen=True)
class Change:
    """A block that is not up to date: its new inside (None: that is right), and the drawing to write (None: none)."""

    block: Block
    inside: str | None = None
    target: Path | None = None
    drawing: Drawing | None = None

    @property
    def what(self) -> str:
        """What is out of date, in words."""
        if self.inside is None and self.target is not None:
            return f"the drawing {FOLDER}/{self.target.name} of this block is out of date"
        return "this block is out of date"


@dataclass(frozen=True)
class PageUpdate:
    """What a page needs: changes, and what is wrong with its blocks. `blocks` is their number."""

    page: Page
    changes: tuple[Change, ...] = ()
    findings: tuple[Located, ...] = ()
    blocks: int = 0

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
        for block in blocks:
            try:
                change = self._change(page, block)
            except JourneysError as error:
                findings.append(page.finding(block.line, "block-not-understood", str(error)))
            else:
                changes += [change] if change else []
        findings.sort(key=lambda item: item.span)
        return PageUpdate(page, tuple(changes), tuple(findings), len(blocks))

    def _change(self, page: Page, block: Block) -> Change | None:
        found = snippet(block.request, page.folder, self.library)
        inside = found.markdown(f"{FOLDER}/{found.stem}.svg")
        is_new = replaced(page.text, {block: inside}) != page.text
        target = self._due(page, found)
        if not is_new and target is None:
            return None
        return Change(block, inside if is_new else None, target, found.drawing if target else None)

    def _due(self, page: Page, found: Snippet) -> Path | None:
        """The file of a drawing that has to be written. Raises UsageError for one that must not."""
        if found.drawing is None:
            return None
        from journeys.surfaces.embed.picture import is_current, is_ours, scene_mark

        target = page.folder / FOLDER / f"{found.stem}.svg"
        mark = scene_mark(found.drawing)
        if self._drawn.setdefault(target, mark) != mark:
            raise UsageError(
                f"another block draws something else into {FOLDER}/{target.name}: two journeys have one id"
            )
        check_output(target, within=target.parent)
        try:
            content = target.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return target
        except OSError as error:
            raise UsageError(f"{FOLDER}/{target.name} cannot be written: {error.strerror}") from None
        if not is_ours(content):
            raise UsageError(f"{FOLDER}/{target.name} was not drawn by `journeys docs`, so it is kept: move it away")
        return None if is_current(content, found.drawing) else target


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


def _draw(change: Change) -> list[Path]:
    if change.target is None or change.drawing is None:
        return []
    from journeys.surfaces.embed.picture import is_ours, signed

    there = change.target.read_bytes().decode("utf-8", "replace") if change.target.exists() else ""
    content = signed(change.drawing).encode("utf-8")
    write_output(change.target, content, within=change.target.parent, replaces=is_ours(there))
    return [change.target]


def _bytes(text: str) -> bytes:
    """A page's text as its file holds it."""
    return text.encode("utf-8", "surrogateescape")
