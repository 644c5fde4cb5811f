"""Templates to bytes. Every text is made visible and escaped as it enters a page, here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from journeys.checks.report.visible import visible, visible_lines
from journeys.errors import ToolError

if TYPE_CHECKING:
    from jinja2 import Environment

_CODE = re.compile(r"`([^`]+)`")

CSP = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)
"""Nothing but the site's own files; `file:` for browsers that take no two files for the same origin."""


@cache
def environment() -> Environment:
    """The templates. Raises ToolError where Jinja2 is not installed."""
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise ToolError("a site needs Jinja2: pip install 'journeys[site]'") from None
    found = Environment(
        loader=PackageLoader("journeys.surfaces.site"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters |= {"prose": prose, "sentence": sentence, "lines": lines}
    found.globals["csp"] = CSP
    return found


def render(template: str, values: Mapping[str, Any]) -> bytes:
    """A page from a template and what it tells."""
    return environment().get_template(template).render(values).encode("utf-8", "backslashreplace")


def _shown(value: Any) -> Any:
    """What an expression gives, fit to be escaped: no control character and no turn of the reading direction."""
    if value is None:
        return ""
    if hasattr(value, "__html__"):
        return value
    return visible(str(value))


def prose(text: str) -> Any:
    """Our own words, in which backquotes mean code."""
    from markupsafe import Markup, escape

    parts = _CODE.split(text)
    shown = [escape(visible(part)) for part in parts]
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in enumerate(shown)
    )


def sentence(text: str) -> Any:
    """Our own words, begun with a capital letter: on a page they stand by themselves."""
    return prose(text[:1].upper() + text[1:] if text[:1].isascii() else text)


def lines(text: str) -> Any:
    """A text that keeps its line breaks."""
    from markupsafe import escape

    return escape("\n".join(visible_lines(text)))
