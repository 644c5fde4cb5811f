"""What is wrong with a text itself, before any key can be named: a finding by span."""

from __future__ import annotations

from typing import NamedTuple

from journeys.language.source import Span


class TextFinding(NamedTuple):
    """Something wrong with the text itself. `name` is the rule's, `span` the place."""

    name: str
    message: str
    span: Span
    help: str = ""
    related: tuple[tuple[Span, str], ...] = ()
