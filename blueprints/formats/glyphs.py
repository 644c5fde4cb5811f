"""Which scripts of a drawing no font on this machine has: a picture would show empty boxes.

Programs that make pictures do not tell. So each character that the shipped fonts lack is drawn by itself, by the
program that draws pictures, and compared with one that no font can have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256

from blueprints.formats.dot import shapes_of
from blueprints.formats.format import Drawable
from blueprints.layout.scripts import Script, han_region, script_of
from blueprints.layout.shapes import Scene, Text
from blueprints.layout.text import FONTS, shipped

_NOWHERE = "\U0010fffd"
"""A character for private use that no font has."""
_UNSEEN = ("M", "C", "Z")
"""Categories of characters that show nothing by themselves."""
_SAMPLE = "Aag"
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="24">'
    '<text x="2" y="18" font-size="16" font-family="{family}, Inter, sans-serif">{text}</text></svg>'
)


def lacking(drawing: Drawable) -> tuple[Script, ...]:
    """The scripts of a drawing's texts of which some character is in no font here, in the order of their names."""
    return _lacking(_foreign(drawing))


def lacking_in(scene: Scene) -> tuple[Script, ...]:
    """As `lacking`, of what is laid out already."""
    return _lacking(_foreign_in(scene))


def _lacking(texts: str) -> tuple[Script, ...]:
    region = han_region(texts)
    found: dict[Script, None] = {}
    for character in texts:
        script = script_of(character, region)
        if script not in found and _looks(character, script.family) == _looks(_NOWHERE, script.family):
            found[script] = None
    return tuple(sorted(found))


def fonts_mark(drawing: Drawable) -> str:
    """A digest of how the fonts of this machine show what of a drawing the shipped ones do not; empty where they do."""
    texts = _foreign(drawing)
    region = han_region(texts)
    looks = [_looks(one, script_of(one, region).family) for one in texts]
    if drawing.theme.fitted:
        looks.append(_looks(_SAMPLE, drawing.theme.fonts))
    return sha256(b"".join(looks)).hexdigest() if looks else ""


def said_lacking(scripts: Sequence[Script]) -> str:
    """Which scripts have no font, and which fonts bring them: what follows the name of a picture."""
    names = _and(dict.fromkeys(one.said for one in scripts))
    families = dict.fromkeys(one.family for one in scripts if one.family)
    packages = dict.fromkeys(one.package for one in scripts if one.package)
    said = f"has empty boxes: no font on this machine has {names}"
    if not families:
        return f"{said}, and none is known that does"
    return f"{said}; install {_and(families)} (Debian, Ubuntu: `apt install {' '.join(packages)}`), or draw as svg"


def _and(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _foreign(drawing: Drawable) -> str:
    """The characters that are drawn and that the shipped fonts lack, each once, in their order."""
    said = repr(drawing.view)
    if shipped(said) and "\\" not in said:  # So nothing is escaped, and nothing need be laid out.
        return ""
    return _foreign_in(drawing.scene)


def _foreign_in(scene: Scene) -> str:
    return "".join(sorted({one for text in _texts(scene) for one in text if not shipped(one) and _is_seen(one)}))


def _texts(scene: Scene) -> Iterator[str]:
    for shape in shapes_of(scene):
        if isinstance(shape, Text):
            yield from shape.lines


def _is_seen(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Co" or not category.startswith(_UNSEEN)


@cache
def _looks(text: str, family: str) -> bytes:
    """A picture of a text, from the shipped fonts and those of the machine; nothing where none can be made."""
    try:
        import resvg_py
    except ImportError:
        return b""
    svg = _PROBE.format(family=family or "Inter", text=text)
    fonts = [str(path) for path in sorted(FONTS.glob("*.ttf"))]
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, font_files=fonts, sans_serif_family="Inter", font_family="Inter")
    )
