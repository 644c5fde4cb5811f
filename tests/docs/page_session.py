"""A page read as a session: its files are written and its commands run, in order, in one folder."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from markdown_blocks import Block
from repository import ROOT


@dataclass
class Session:
    """A folder, and the exit code of the last command run in it."""

    folder: Path
    code: int = 0

    @classmethod
    def begin(cls, place: Path, needs: set[str]) -> Session:
        """An empty folder below `place`, with what the page needs in it, and `journeys` among the programs."""
        folder, programs = place / "work", place / "bin"
        folder.mkdir()
        programs.mkdir()
        for name, module in (("journeys", "-m journeys"), ("python", "")):
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {module} "$@"\n', "utf-8")
            program.chmod(0o755)
        for name in needs:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("drawings", "__pycache__"))
        return cls(folder)

    def run(self, line: str) -> str:
        """Run one command, and give what it printed (errors among it)."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "JOURNEYS_"))},
            "PATH": os.pathsep.join([str(self.folder.parent / "bin"), os.environ["PATH"]]),
            "HOME": str(self.folder.parent),
            "COLUMNS": "92",
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONIOENCODING": "utf-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ida",
            "GIT_AUTHOR_EMAIL": "ida@cakes.example",
            "GIT_COMMITTER_NAME": "Ida",
            "GIT_COMMITTER_EMAIL": "ida@cakes.example",
        }
        done = subprocess.run(
            ["sh", "-c", f"(exit {self.code})\n{line}"],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.code = done.returncode
        return done.stdout

    def write(self, name: str, text: str) -> Path:
        """Write a file of the page."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def replace_line(self, name: str, words: str, text: str) -> None:
        """Put a text in the place of the one line of a file that holds some words, as far in as that line was."""
        lines = (self.folder / name).read_text("utf-8").splitlines(keepends=True)
        (number,) = [number for number, line in enumerate(lines) if words in line]
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        lines[number : number + 1] = [f"{indent}{line}\n" for line in text.splitlines()]
        self.write(name, "".join(lines))

    def take(self, block: Block) -> None:
        """Do with a block's text what the page says: write it as a file, or put it in the place of a line."""
        if block.title:
            self.write(block.title, block.text)
        elif block.said.startswith("replaces in "):
            name, _, words = block.said.removeprefix("replaces in ").partition(": ")
            self.replace_line(name, words, block.text)
