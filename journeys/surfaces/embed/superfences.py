"""A fence `journeys` for `pymdownx.superfences`, in MkDocs, ProperDocs and Zensical alike.

    markdown_extensions:
      - pymdownx.superfences:
          custom_fences:
            - name: journeys
              class: journeys
              format: !!python/name:journeys.embed.superfences.fence

Each line of a fence is a request, such as `draw broadband --promise online-in-five-days`. Journeys are looked for from
the working folder of the build upwards.
"""

from __future__ import annotations

import html
import logging
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from journeys.checks.report.visible import visible
from journeys.errors import JourneysError
from journeys.surfaces.embed.library import Library
from journeys.surfaces.embed.snippet import snippet


def fence(source: str, language: str, css_class: str, options: Any, md: Any, **more: Any) -> str:
    """The HTML of a fence, as superfences asks for it.

    What cannot be shown becomes a box with the reason, and a warning: a strict build fails. MkDocs and ProperDocs fail
    by the warning; Zensical hears none, so a strict build is ended there by a SuperFencesException. Any other error
    would be swallowed by superfences, which then shows the fence as text.
    """
    library = Library()
    requests = [line.strip() for line in source.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return "\n".join(_shown(request, library) for request in requests or [""])


def _shown(request: str, library: Library) -> str:
    try:
        return snippet(request, Path.cwd(), library).html()
    except JourneysError as error:
        reason = visible(str(error))
    except Exception as error:
        reason = visible(f"journeys failed: {type(error).__name__}: {error}")
    said = f"journeys: “{visible(request)}”: {reason}"
    if _strict_zensical():
        raise import_module("pymdownx.superfences").SuperFencesException(said)
    # ProperDocs makes the logger `mkdocs` a child of its own, so one name serves both.
    logging.getLogger("mkdocs.journeys").warning("%s", said)
    return box(request, reason)


def box(request: str, reason: str) -> str:
    """A box that says what cannot be shown and why; the classes are those of Python-Markdown's admonitions."""
    title = html.escape(f"This cannot be shown: {visible(request)}")
    return (
        '<div class="admonition danger journeys journeys-error" role="note">\n'
        f'<p class="admonition-title">{title}</p>\n'
        f"<p>{html.escape(reason)}</p>\n</div>\n"
    )


def _strict_zensical() -> bool:
    """Whether Zensical runs a strict build. Its option stays in its Rust part, so the command line is looked at too."""
    config = sys.modules.get("zensical.config")
    if config is None:
        return False
    try:
        strict = bool(config.get_config().get("strict"))
    except Exception:
        strict = False
    return strict or not {"--strict", "-s"}.isdisjoint(sys.argv[1:])
