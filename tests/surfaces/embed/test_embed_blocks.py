"""Where blocks stand in Markdown, and that nothing outside of them ever changes."""

from __future__ import annotations

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.surfaces.embed.blocks import find_blocks, replaced, split_lines

OPEN = "<!-- journeys: owners pizza -->"
CLOSE = "<!-- /journeys -->"

LEFT_ALONE = {
    "fence": f"```md\n{OPEN}\n{CLOSE}\n```\n",
    "tildes": f"~~~~\n{OPEN}\n~~~\n{CLOSE}\n~~~~\n",
    "fence that is never closed": f"```\n{OPEN}\n{CLOSE}\n",
    "fence in a list": f"- one\n\n  ```\n  {OPEN}\n  {CLOSE}\n  ```\n",
    "fence in a quotation": f"> ```\n> {OPEN}\n> {CLOSE}\n> ```\n",
    "indented code": f"text\n\n    {OPEN}\n    {CLOSE}\n",
    "code within a line": f"write `{OPEN}` and `{CLOSE}`\n",
    "pre": f"<pre>\n{OPEN}\n\n{CLOSE}\n</pre>\n",
    "script": f"<script>\n{OPEN}\n{CLOSE}\n</script>\n",
    "another comment": f"<!-- for later:\n{OPEN}\n",
    "front matter": f"---\ntitle: x\nbody: |\n  {OPEN}\n  {CLOSE}\n---\n",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_code_and_comments_are_left_alone(text: str) -> None:
    blocks, troubles = find_blocks(text)
    assert blocks == []
    assert [trouble.rule for trouble in troubles] in ([], ["closing-without-block"]), text


FOUND = {
    "plain": (f"{OPEN}\n{CLOSE}\n", ""),
    "no line break at the end": (f"{OPEN}\n{CLOSE}", ""),
    "below a paragraph": (f"text\n{OPEN}\n{CLOSE}\ntext\n", ""),
    "indented by three": (f"   {OPEN}\n   {CLOSE}\n", "   "),
    "in a list": (f"- one\n\n  {OPEN}\n  {CLOSE}\n", "  "),
    "on the line of a bullet": (f"1. {OPEN}\n   {CLOSE}\n", "   "),
    "in a quotation": (f"> {OPEN}\n> {CLOSE}\n", "> "),
    "in details": (f"<details>\n<summary>More</summary>\n{OPEN}\n{CLOSE}\n</details>\n", ""),
    "after a fence": (f"```\ncode\n```\n{OPEN}\n{CLOSE}\n", ""),
    "after a byte order mark": (f"\ufeff{OPEN}\n{CLOSE}\n", ""),
    "after front matter": (f"---\nfence: '```'\n---\n{OPEN}\n{CLOSE}\n", ""),
    "over two lines": (f"<!-- journeys: owners\n  pizza -->\n{CLOSE}\n", ""),
}


@pytest.mark.parametrize(("text", "indent"), FOUND.values(), ids=FOUND.keys())
def test_blocks_are_found(text: str, indent: str) -> None:
    (block,), troubles = find_blocks(text)
    assert block.request.split() == ["owners", "pizza"]
    assert block.indent == indent
    assert troubles == []


TROUBLES = {
    "never closed": (f"text\n{OPEN}\ntext\n", [(1, "block-never-closed")]),
    "begun again": (f"{OPEN}\n\n{OPEN}\n{CLOSE}\n", [(0, "block-never-closed")]),
    "never begun": (f"text\n\n{CLOSE}\n", [(2, "closing-without-block")]),
    "within a line": (f"See {OPEN}{CLOSE} here\n", [(0, "block-within-a-line")] * 2),
    "somebody's text inside": (f"{OPEN}\n# Mine\n{CLOSE}\n", [(1, "block-holds-other-text")]),
    "closed where code would be": (f"<details>\n{OPEN}\n\t{CLOSE}\n", [(1, "block-never-closed")]),
    "closed in a fence": (f"{OPEN}\n\n```\n{CLOSE}\n```\n", [(0, "block-never-closed")]),
}


@pytest.mark.parametrize(("text", "expected"), TROUBLES.values(), ids=TROUBLES.keys())
def test_what_makes_no_block_is_said_with_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    _, troubles = find_blocks(text)
    assert [(trouble.line, trouble.rule) for trouble in troubles] == expected
    assert all(trouble.message and trouble.help for trouble in troubles)


def test_a_block_keeps_its_line_breaks_and_indent() -> None:
    text = f"- one\r\n\r\n  {OPEN}\r\n  | old |\r\n  {CLOSE}\r\nlast\n"
    (block,), _ = find_blocks(text)
    assert replaced(text, {block: "| a |\n| b |\n"}) == (
        f"- one\r\n\r\n  {OPEN}\r\n\r\n  | a |\r\n  | b |\r\n\r\n  {CLOSE}\r\nlast\n"
    )


PIECES = st.sampled_from(
    [OPEN, OPEN, CLOSE, CLOSE, "```", "~~~", "- ", "> ", "  ", "    ", "<details>", "<pre>", "</pre>", "<!--", "-->",
     "---", "# head", "| old |", "_old_", "![x](y)", "text", "`", "\t", "\ufeff", "\u2028", "\x0c", "é", "\udcff", ""]
)  # fmt: skip
TEXTS = st.lists(
    st.tuples(st.lists(PIECES, max_size=3).map("".join), st.sampled_from(["\n", "\r\n", "\r"])), max_size=14
)


@settings(max_examples=tries(1000))
@given(TEXTS, st.booleans())
def test_nothing_outside_of_blocks_changes(parts: list[tuple[str, str]], whole: bool) -> None:
    text = "".join(line + ending for line, ending in parts)
    text = text if whole else text.rstrip("\r\n")
    blocks, _ = find_blocks(text)
    new = replaced(text, dict.fromkeys(blocks, "| new |\n| --- |\n\n_said_\n"))
    after, _ = find_blocks(new)
    assert outside(new) == outside(text)
    assert [block.request for block in after] == [block.request for block in blocks]
    assert replaced(new, dict.fromkeys(after, "| new |\n| --- |\n\n_said_\n")) == new


def outside(text: str) -> list[str]:
    """The lines of a text that belong to no block's inside."""
    blocks, _ = find_blocks(text)
    inside = {number for block in blocks for number in range(block.first, block.end)}
    return [line for number, line in enumerate(split_lines(text)) if number not in inside]


@given(st.text(st.characters(), max_size=200))
def test_lines_put_together_are_the_text(text: str) -> None:
    assert "".join(split_lines(text)) == text
