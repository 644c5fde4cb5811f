"""The drawing as one page that needs nothing else: pan, zoom, search, details, and each promise's chain at a click.

The page loads nothing and allows no script but its own (a Content-Security-Policy with hashes). Names are text in it,
never markup: those in the drawing are escaped by the SVG's writer, those beside it here.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from blueprints.formats.format import Drawable
from blueprints.formats.inline import inline
from blueprints.formats.words import about, bar_words, details, findings, found_at, numbered
from blueprints.layout.text import clean
from blueprints.views.view import Bar, Card, CardStyle, State, View

if TYPE_CHECKING:
    from blueprints.themes.theme import Theme

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_SIGNS = {"sound": "✓", "assumed": "(✓)", "broken": "✗", "unproven": "?", "unjudged": "→"}

_BODY = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<header>
<h1 dir="auto">{title}</h1>
<label>Search <input type="search" id="search" autocomplete="off" aria-describedby="found"></label>
<output id="found" aria-live="polite"></output>
<div role="group" aria-label="Zoom">
<button type="button" id="further" aria-label="Zoom out">−</button>
<button type="button" id="closer" aria-label="Zoom in">+</button>
<button type="button" id="fit">Fit</button>
<button type="button" id="print">Print</button>
</div>
</header>
<aside aria-label="Promises, details and findings">
<h2>Details</h2>
<div id="details" aria-live="polite"><p>Point at a card, or move to it with Tab.</p></div>
{lists}
</aside>
<main id="stage" tabindex="0" aria-label="Drawing: arrow keys move it, plus and minus zoom, 0 fits it">
<div id="sheet">{svg}</div>
</main>
<script type="application/json" id="data">{data}</script>
<script>{panzoom}</script>
<script>{script}</script>
</body>
</html>
"""


def render(drawing: Drawable) -> str:
    """The page."""
    view = drawing.view
    svg = inline(drawing.svg()).strip()
    css = _variables(drawing.theme, *_printed(drawing)) + _part("page.css")
    panzoom, script = _part("vendor/panzoom.min.js"), _part("page.js")
    return _BODY.format(
        policy=escape(_policy([css, *_STYLE.findall(svg)], [panzoom, script])),
        title=escape(clean(view.title)),
        css=css,
        lists="\n".join((*_promises(view), *_findings(view))),
        svg=svg,
        data=_data(view, drawing.chains),
        panzoom=panzoom,
        script=script,
    )


def _printed(drawing: Drawable) -> tuple[float, float]:
    scene = drawing.scene
    return scene.width * scene.scale, scene.height * scene.scale


def _part(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    return (
        f"default-src 'none'; style-src {' '.join(map(_hash, styles))}; script-src {' '.join(map(_hash, scripts))}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _variables(theme: Theme, width: float, height: float) -> str:
    """The drawing's own colours for what stands around it, and a page for the printer of the drawing's size."""
    rules = f":root{{{_colours(theme)}--fonts:{theme.fonts}}}"
    if theme.name == "auto":
        from blueprints.themes.theme import theme as theme_named

        rules += f"@media (prefers-color-scheme:dark){{:root{{color-scheme:dark;{_colours(theme_named('dark'))}}}}}"
    return f"{rules}@page{{size:{width:g}pt {height:g}pt;margin:0}}"


def _colours(theme: Theme) -> str:
    inks = {"text": "text", "quiet": "quiet", "line": "line", "edge": "axis", "flow": "flow"}
    named = "".join(f"--{name}:{theme.inks[ink]};" for name, ink in inks.items())
    return f"--page:{theme.looks['page'].fill};{named}"


def _promises(view: View) -> Iterator[str]:
    """A button for each promise, whether it is drawn as a bar or as a card."""
    bars = [(bar.id, bar.name, str(bar.state), bar.codes) for bar in view.bars]
    cards = [
        (card.id, card.text, dict(card.data).get("state") or str(State.UNJUDGED), ())
        for card in view.cards
        if dict(card.data).get("promise") == card.id
    ]
    if bars or cards:
        yield '<h2>Promises</h2>\n<ul id="promises">'
        for id_, name, state, codes in (*bars, *cards):
            said = "" if state == State.UNJUDGED else f"<small>{escape(' '.join((state, *codes)))}</small>"
            sign = f'<span aria-hidden="true">{_SIGNS[state]}</span>'
            yield (
                f'<li><button type="button" aria-pressed="false" data-promise="{escape(clean(id_))}">'
                f"{sign} <bdi>{escape(clean(name))}</bdi>{said}</button></li>"
            )
        yield "</ul>"


def _findings(view: View) -> Iterator[str]:
    if findings(view):
        yield '<h2>Findings</h2>\n<ul id="findings">'
        for note in findings(view):
            said = f"{note.severity} {clean(note.code)}"
            for told in note.messages if len(note.messages) > 1 else (note.told,):
                yield f"<li>{numbered(note)}<bdi>{escape(clean(told))}</bdi><small>{escape(said)}</small></li>"
        yield "</ul>"


def _data(view: View, chains: Mapping[str, Sequence[str]]) -> str:
    """What the script reads: what is told of each card, promise, phase and the title as drawn, and the chains."""
    cards = sorted(view.cards, key=lambda card: (card.column, card.lane))
    content = {
        "cards": [_card_lines(view, card) for card in cards],
        "promises": [_bar_lines(view, bar) for bar in _bars_as_drawn(view)],
        "phases": [[clean(phase.name), clean(phase.tooltip)] if phase.tooltip else [] for phase in view.phases],
        "title": [clean(view.title), *map(clean, view.tooltip.splitlines())] if view.tooltip else [],
        "chains": {clean(id_): [clean(node) for node in chain] for id_, chain in chains.items()},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def _card_lines(view: View, card: Card) -> list[str]:
    lane = "" if card.style is CardStyle.STEP else view.lanes[card.lane].name
    lines = [card.text, lane, about(card), *details(card), card.tooltip, *found_at(view, card.id, card.marks)]
    return [clean(line) for line in lines if line]


def _bar_lines(view: View, bar: Bar) -> list[str]:
    lines = [bar.name, *bar_words(bar, view), *found_at(view, bar.id, bar.marks)]
    return [clean(line) for line in lines if line]


def _bars_as_drawn(view: View) -> Iterator[Bar]:
    """Lane by lane, in each as the view has them."""
    for row in range(len(view.lanes)):
        yield from (bar for bar in view.bars if bar.lane == row)
