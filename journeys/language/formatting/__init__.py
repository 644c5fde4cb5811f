"""The canonical layout of journey and workspace files. It keeps every comment and never changes what a file says."""

from __future__ import annotations

from journeys.language.formatting.files import Outcome, format_files
from journeys.language.formatting.text import Formatted, format_text

__all__ = ["Formatted", "Outcome", "format_files", "format_text"]
