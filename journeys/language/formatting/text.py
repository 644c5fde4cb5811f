"""A file's text in the canonical layout, proven to say what it said."""

from __future__ import annotations

from dataclasses import dataclass

from journeys.errors import ToolError
from journeys.language.formatting.emit import emit
from journeys.language.formatting.gather import UnknownText, gather
from journeys.language.formatting.layout import Value
from journeys.language.formatting.order import arranged
from journeys.language.loading.text_finding import TextFinding
from journeys.language.loading.tree import Tree, parse


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text as it was and in its layout; with `findings`, it could not be read and is left as it was."""

    before: str
    after: str
    findings: tuple[TextFinding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the layout differs."""
        return self.before != self.after


def format_text(text: str) -> Formatted:
    """A journey's or a workspace file's text (without a byte order mark) in the canonical layout.

    Raises ToolError where that would change what the file says, or lose a comment.
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    tree = parse(unix)
    if tree.findings:
        return Formatted(text, text, tuple(parse(text).findings))
    if not isinstance(tree.data, dict) or not tree.data:
        return Formatted(text, text)
    try:
        layout = gather(unix, tree)
    except UnknownText as error:
        what = "this is no part of a journey, so the file is not laid out"
        return Formatted(text, text, (TextFinding("bad-yaml", what, error.span, "leave it out"),))
    after = emit(arranged(layout))
    _prove(tree, layout, after)
    return Formatted(text, after.replace("\n", _line_end(text)))


def _line_end(text: str) -> str:
    """How most lines of a text end: what an editor on another system wrote is kept, as git and editors ask for it."""
    windows = text.count("\r\n")
    return "\r\n" if windows > text.count("\n") - windows else "\n"


def _prove(tree: Tree, layout: Value, after: str) -> None:
    again = parse(after)
    if again.findings or again.data != tree.data:
        raise ToolError("its layout would change what it says, so it is left as it is; please report this")
    if sorted(_comments(gather(after, again))) != sorted(_comments(layout)):
        raise ToolError("its layout would lose a comment, so it is left as it is; please report this")


def _comments(value: Value) -> list[str]:
    """The comments of a layout."""
    found: list[str] = []
    queue = [value]
    while queue:
        node = queue.pop()
        found += [note.text for note in node.tail]
        for entry in node.entries:
            found += [note.text for note in entry.leading]
            found += [entry.trailing.text] if entry.trailing else []
            queue.append(entry.value)
    return found
