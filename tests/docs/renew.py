"""`python tests/docs/renew.py`: make the pictures anew, and put what each command prints below it.

Outputs with a `…` in them are left alone, for somebody chose what to show of them; it is said where they no longer fit.
A `…` in backquotes is the tool's own: `takes: …` in the help of a finding.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from markdown_blocks import Block, blocks, commands, is_shown, needs, pages
from page_session import ROOT, Session
from readme_pictures import in_words, pictures, plots

from journeys.features.reference.pages import write_pages
from journeys.surfaces.embed.picture import is_current, signed


def renewed(text: str) -> str:
    """A page with the outputs that its commands print."""
    with tempfile.TemporaryDirectory() as place:
        session = Session.begin(Path(place), needs(text))
        outputs = [(block, _tried(block, session)) for block in blocks(text)]
    for block, inside in reversed(outputs):
        if inside is not None and inside != block.text:
            text = text[: block.start] + inside + text[block.end :]
    return text


def _tried(block: Block, session: Session) -> str | None:
    """The inside that a console block should have; None for another block."""
    session.take(block)
    if block.language not in ("console", "sh") or block.said.startswith("run by:"):
        return None
    inside = ""
    for command in commands(block):
        printed = session.run(command.line)
        chosen = "…" in re.sub(r"`[^`]*`", "", command.output)
        inside += f"$ {command.line}\n{command.output if chosen else printed}"
        if chosen and not is_shown(command.output, printed):
            sys.stdout.write(f"  no longer what is shown: {command.line}\n")
    return inside if block.language == "console" else None


def calculus() -> dict[Path, str]:
    """The journeys of the page on the calculus, which its drawings are made from, by their files."""
    page = ROOT / "docs/calculus.md"
    return {
        ROOT / "docs/calculus" / block.title: block.text for block in blocks(page.read_text("utf-8")) if block.title
    }


def main() -> None:
    """Renew everything, and say what changed."""
    changed = [*write_pages(ROOT / "docs")]
    for name, drawing in pictures().items():
        path = ROOT / name
        if not path.is_file() or not is_current(path.read_text("utf-8"), drawing):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(signed(drawing), "utf-8")
            changed.append(path)
    for name, svg in plots().items():
        path = ROOT / name
        if not path.is_file() or in_words(path.read_text("utf-8")) != in_words(svg):
            path.write_text(svg, "utf-8")
            changed.append(path)
    for path, text in calculus().items():
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            changed.append(path)
    for page in pages(ROOT):
        text = page.read_text("utf-8")
        new = renewed(text)
        if new != text:
            page.write_text(new, "utf-8")
            changed.append(page)
    for path in changed:
        sys.stdout.write(f"wrote {os.path.relpath(path)}\n")


if __name__ == "__main__":
    main()
