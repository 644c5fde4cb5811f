"""Markdown files: found in folders, read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import ToolError, UsageError
from journeys.language.loading.discover import shown
from journeys.language.source import Source
from journeys.surfaces.embed.blocks import split_lines
from journeys.surfaces.embed.findings import page_finding

if TYPE_CHECKING:
    from journeys.language.finding import Located

_ENDINGS = (".md", ".markdown")
_SKIPPED = frozenset(("node_modules", "__pycache__"))


@dataclass(frozen=True)
class Page:
    """A Markdown file as it was read; bytes that are not UTF-8 are kept as lone surrogates."""

    path: Path
    text: str

    @property
    def source(self) -> Source:
        """The page as reports name it."""
        return Source(shown(self.path), self.text)

    @property
    def folder(self) -> Path:
        """The folder in which its links begin."""
        return self.path.absolute().parent

    def finding(self, line: int, rule: str, message: str, help_: str = "") -> Located:
        """A finding at a line of the page, from 0."""
        return page_finding(self.source, split_lines(self.text), line, rule, message, help_)


@dataclass(frozen=True)
class Found:
    """The Markdown files below some paths, and what is said of links that were not followed."""

    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def find_pages(paths: Iterable[Path]) -> Found:
    """The Markdown files in folders (hidden ones and links that lead out passed over), and any file that is named.

    Raises UsageError for a path that is not there.
    """
    files: dict[Path, None] = {}
    notes: list[str] = []
    for path in paths:
        if path.is_dir():
            for file in _markdown_files(path):
                reason = _strays(file, path)
                if reason:
                    notes.append(f"{shown(file)} is passed over: {reason}")
                else:
                    files[file] = None
        elif path.exists() or path.is_symlink():
            files[path] = None
        else:
            raise UsageError(f"{path}: there is no such file or folder")
    return Found(tuple(files), tuple(notes))


def _markdown_files(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_passed_over(Path(base, name)))
        yield from (Path(base, name) for name in sorted(names) if name.lower().endswith(_ENDINGS))


def _is_passed_over(folder: Path) -> bool:
    return folder.name.startswith(".") or folder.name in _SKIPPED or (folder / "pyvenv.cfg").exists()


def _strays(file: Path, folder: Path) -> str:
    """Why a link is not followed; empty for what is no link or stays in the folder."""
    if not file.is_symlink():
        return ""
    try:
        inside = file.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return "it is a link that leads nowhere, or in a circle"
    return "" if inside else f"it is a link that leads out of {folder}; name the file itself"


def read_page(path: Path) -> Page:
    """A page. Raises ToolError with the reason where it cannot be read."""
    try:
        if not path.is_file():
            path.stat()
            raise ToolError("it is no file")
        return Page(path, path.read_bytes().decode("utf-8", "surrogateescape"))
    except OSError as error:
        raise ToolError(error.strerror or str(error)) from None
    except RuntimeError:
        raise ToolError("it is a link that leads in a circle") from None
