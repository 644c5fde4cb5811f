"""What customers answered, as a number with how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journeys.errors import UsageError
from journeys.features.measure.as_data import as_csv, as_json, followed_csv
from journeys.features.measure.as_markdown import as_markdown
from journeys.features.measure.as_text import as_text
from journeys.features.measure.choosing import Chosen, chosen
from journeys.features.measure.trend import trend
from journeys.graph.workspace import Workspace
from journeys.surveys.measurement import Measurement

__all__ = ["FORMATS", "Chosen", "chosen", "render"]

FORMATS = ("text", "json", "csv", "markdown", "svg")


def render(
    format_: str,
    workspace: Workspace,
    found: Sequence[Measurement],
    *,
    who: bool = False,
    today: date,
    width: int = 100,
    theme: str = "light",
) -> str:
    """Measures in one of `FORMATS`. `who` lists those who said no, by their ids, in text, JSON and CSV.

    Raises UsageError for a drawing of several measures, or of answers without days, or for an unknown theme.
    """
    if format_ == "json":
        return as_json(found, who=who)
    if format_ == "csv":
        return followed_csv(found) if who else as_csv(found)
    if format_ == "markdown":
        return as_markdown(found, today)
    if format_ == "svg":
        if len(found) != 1:
            raise UsageError(
                f"a drawing is of one measure: say {' or '.join(f'--of {one.measure.key}' for one in found)}"
            )
        return trend(found[0], theme, workspace.brand)
    return as_text(workspace, found, who=who, today=today, width=width)
