"""Random YAML texts in every style, with comments everywhere, together with nothing but their text."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = (
    "step", "do", "owner", "id", "phase", "steps", "phases", "promises", "promise", "next", "frontstage", "customer",
    "promised", "within", "made", "at", "when", "journey", "owners", "anywhere", "evidence", "name", "unknown", "Größe",
    "yes", "12", "a b",
)  # fmt: skip
TEXTS = (
    "Take the order", "one, two", "a: b", "# no comment", "it's", 'say "now"', "back\\slash", "2.0", "no", "95%", "",
    "~", "null", "{x}", "[y]", "- dash", "-dash", "? what", "ends:", "tab\there",
    " led", "trailed ", "x #y", "x#y", "12:30",
    "http://example.org/a?b=c", "日本語の文", "‏עברית", "&anchor", "*alias", "!tag", "%percent", "@at", "`tick`",
    "---", "...",
    "\u2028separator", "nel\x85", "bell\x07", "two\nlines", "para\n\ngraph\n", "  led\nlines", "ends\n\n", "\n", ">",
    "|",
    " ".join(["word"] * 40),
)  # fmt: skip

texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=12).filter(lambda text: not _surrogate(text)))
keys = st.one_of(
    st.sampled_from(WORDS), st.sampled_from([text for text in TEXTS if "\n" not in text and len(text) < 90])
)
values = st.recursive(
    st.one_of(texts, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=5)),
    max_leaves=25,
)
comments = st.sampled_from(
    ["# one", "#two", "# journeys: ignore[O101] why", "#", "# wörter: {a} [b]", "# 'quote", '# "']
)


def _surrogate(text: str) -> bool:
    return any(0xD800 <= ord(letter) < 0xE000 for letter in text)


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    """A file whose root is a mapping."""
    data = draw(st.dictionaries(keys, values, min_size=1, max_size=5))
    lines = draw(st.lists(comments, max_size=2)) + _block(draw, data, 0)
    lines += draw(st.lists(st.sampled_from(["", "# end", "  # end"]), max_size=3))
    ending = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return ending.join(lines) + draw(st.sampled_from(["", ending]))


def _block(draw: st.DrawFn, data: Any, indent: int) -> list[str]:
    lines: list[str] = []
    pad = " " * indent
    entries = data.items() if isinstance(data, dict) else ((None, item) for item in data)
    for key, value in entries:
        if draw(st.integers(0, 5)) == 0:
            lines += draw(
                st.lists(st.sampled_from(["", pad + "# above", "# far left", pad + "    # far right"]), max_size=3)
            )
        start = pad + ("-" if key is None else _text(draw, key, block=False) + ":")
        lines += _entry(draw, start, value, indent, in_list=key is None)
    return lines


def _entry(draw: st.DrawFn, start: str, value: Any, indent: int, *, in_list: bool) -> list[str]:
    comment = "  " + draw(comments) if draw(st.integers(0, 5)) == 0 else ""
    deeper = indent + draw(st.integers(1, 4))
    if value is None:
        return [start + draw(st.sampled_from(["", " ~", " null"])) + comment]
    if isinstance(value, str):
        return _written(draw, start, value, deeper, comment)
    if not value or draw(st.booleans()):
        return [*_flow_lines(draw, start, value, deeper), *([f"{' ' * deeper}{comment.strip()}"] if comment else [])]
    below = _block(draw, value, deeper)
    if in_list and not comment and draw(st.booleans()) and not below[0].lstrip().startswith("#") and below[0].strip():
        return (
            [start + " " * (deeper - indent - 1) + below[0].lstrip(" "), *below[1:]]
            if deeper - indent > 1
            else [start, *below]
        )
    return [start + comment, *below]


def _written(draw: st.DrawFn, start: str, value: str, deeper: int, comment: str) -> list[str]:
    lines = value.split("\n")
    if draw(st.integers(0, 3)) == 0 and all(line.isprintable() and line == line.strip() and line for line in lines):
        style = draw(st.sampled_from(["|-", ">-", "|", ">", "|+"]))
        return [f"{start} {style}{comment}", *(" " * deeper + line for line in lines)]
    return [f"{start} {_text(draw, value)}{comment}"]


def _flow_lines(draw: st.DrawFn, start: str, value: Any, indent: int) -> list[str]:
    """A flow collection, on one line or broken after its commas, perhaps with comments there."""
    if draw(st.booleans()) or not value:
        return [f"{start} {_flow(draw, value)}"]
    parts = [_flow_part(draw, key, item) for key, item in _pairs(value)]
    left, right = "{}" if isinstance(value, dict) else "[]"
    lines = [f"{start} {left}" + ("  " + draw(comments) if draw(st.booleans()) else "")]
    for part in parts:
        lines.append(" " * indent + part + "," + ("  " + draw(comments) if draw(st.booleans()) else ""))
        lines += [" " * indent + draw(comments)] if draw(st.integers(0, 4)) == 0 else []
    return [*lines, " " * indent + right]


def _flow(draw: st.DrawFn, value: Any) -> str:
    if value is None:
        return draw(st.sampled_from(["~", "null"]))
    if isinstance(value, str):
        return _text(draw, value, flow=True)
    left, right = "{}" if isinstance(value, dict) else "[]"
    return left + ", ".join(_flow_part(draw, key, item) for key, item in _pairs(value)) + right


def _flow_part(draw: st.DrawFn, key: Any, value: Any) -> str:
    return _flow(draw, value) if key is None else f"{_text(draw, key, flow=True)}: {_flow(draw, value)}"


def _pairs(value: Any) -> list[tuple[Any, Any]]:
    return list(value.items()) if isinstance(value, dict) else [(None, item) for item in value]


def _text(draw: st.DrawFn, text: str, *, flow: bool = False, block: bool = True) -> str:
    simple = text and all(letter.isalnum() or letter in " .-%/" for letter in text) and text == text.strip()
    if simple and text not in ("~", "null") and text[0] not in "-.%" and draw(st.booleans()):
        return text
    if "'" not in text and text.isprintable() and text.isascii() and draw(st.booleans()):
        return f"'{text}'"
    return '"' + "".join(_letter(letter) for letter in text) + '"'


def _letter(letter: str) -> str:
    return letter if letter.isalnum() or letter in " -.,:#{}[]'" else f"\\U{ord(letter):08x}"
