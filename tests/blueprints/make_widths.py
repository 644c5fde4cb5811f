"""Make `blueprints/fonts/widths.json` from fonts: run by hand when a font changes.

Usage: python tests/blueprints/make_widths.py LIBERATION_SANS LIBERATION_SANS_BOLD [NOTO_FONT...]

Per weight it holds, in thousandths of an em, the widest that a character is in the fonts that the drawings
name: Inter (shipped) and Liberation Sans (as wide as Arial and Helvetica). The other scripts are taken from
the Noto fonts given.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "blueprints" / "fonts"
LAST = 0x2C00


def advances(path: Path) -> dict[int, int]:
    """Character -> advance in thousandths of an em, rounded up."""
    font = TTFont(path, fontNumber=0)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    return {code: -int(-metrics[name][0] * scale // 1) for code, name in font.getBestCmap().items()}


def runs(widths: dict[int, int]) -> list[list[int]]:
    """Stretches of neighbouring characters: [first, width, width, ...]."""
    found: list[list[int]] = []
    for code in sorted(widths):
        if found and code == found[-1][0] + len(found[-1]) - 1:
            found[-1].append(widths[code])
        else:
            found.append([code, widths[code]])
    return found


def main() -> None:
    """Write the table."""
    regular, bold, *others = (Path(name) for name in sys.argv[1:])
    table: dict[str, object] = {}
    known: set[int] = set()
    for weight, shipped, named in (("regular", "Inter-Regular.ttf", regular), ("bold", "Inter-SemiBold.ttf", bold)):
        inter, helvetica = advances(FONTS / shipped), advances(named)
        table[weight] = runs({code: max(width, helvetica.get(code, 0)) for code, width in inter.items()})
        known |= inter.keys()
    others_widths: dict[int, int] = {}
    for path in others:
        for code, width in advances(path).items():
            if code not in known and code < LAST and width:
                others_widths[code] = max(others_widths.get(code, 0), width)
    table["others"] = runs(others_widths)
    (FONTS / "widths.json").write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
