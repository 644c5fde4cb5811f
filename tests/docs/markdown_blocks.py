"""The code blocks of a Markdown page, and what the comments before them say of them.

A comment on the line before a block, `<!-- … -->`, may say: `clean` or `finds: O101, P001` (of YAML), `run by: FILE`
(of commands that CI runs itself), `replaces in FILE: WORDS` (of text for the line of a file that holds the words).
`needs: examples`, anywhere on the page, puts the examples into its folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(
    r"^(?:<!-- (?P<said>[^\n]*?) -->\n+)?"
    r"(?P<indent>[ ]*)(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=indent)(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r'title="([^"]+)"')
_NEEDS = re.compile(r"^<!-- needs: (\w+) -->$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file it stands for, what is said of it, its text, and where the text stands."""

    language: str
    title: str
    said: str
    text: str
    line: int
    start: int
    end: int

    @property
    def finds(self) -> set[str] | None:
        """The codes that a check finds in it; None where nothing is said."""
        if self.said == "clean":
            return set()
        if self.said.startswith("finds:"):
            return {code.strip() for code in self.said.removeprefix("finds:").split(",")}
        return None


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for match in _BLOCK.finditer(text):
        language, _, rest = match["info"].strip().partition(" ")
        title = _TITLE.search(rest)
        indent = len(match["indent"])
        inside = "".join(line[indent:] for line in match["text"].splitlines(keepends=True))
        line = text.count("\n", 0, match.start("text"))
        yield Block(
            language,
            title[1] if title else "",
            match["said"] or "",
            inside,
            line,
            match.start("text"),
            match.end("text"),
        )


def needs(text: str) -> set[str]:
    """What the page needs to find in its folder."""
    return set(_NEEDS.findall(text))


@dataclass(frozen=True)
class Command:
    """A command of a console block, and what is shown below it."""

    line: str
    output: str


def commands(block: Block) -> list[Command]:
    """The commands of a block: those after `$ ` with their output in a console, every line in a script."""
    if block.language == "sh":
        return [Command(line, "") for line in block.text.splitlines() if line.strip()]
    found: list[Command] = []
    for line in block.text.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append(Command(line[2:].rstrip("\n"), ""))
        elif found:
            found[-1] = Command(found[-1].line, found[-1].output + line)
    return found


def is_shown(shown: str, printed: str) -> bool:
    """Whether an output is the one shown; `…` stands for any text in a line, and alone on a line for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else ".*?".join(map(re.escape, line.rstrip().split("…"))) + r"[ ]*\n"
        for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed if printed.endswith("\n") or not printed else f"{printed}\n") is not None


def pages(root: Path) -> list[Path]:
    """README, CONTRIBUTING, the documentation; not the rules' pages, whose examples are tests themselves."""
    written = [path for path in sorted((root / "docs").rglob("*.md")) if path.parent.name != "rules"]
    return [root / "README.md", root / "CONTRIBUTING.md", *written]
