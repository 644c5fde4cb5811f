"""The tool cannot go on. What is wrong in a journey is a finding, never one of these."""

from __future__ import annotations


class JourneysError(Exception):
    """Something outside the journeys stops the tool; the text is one line that says what to do."""


class UsageError(JourneysError):
    """The tool was called in a way that cannot work (exit code 2)."""


class ToolError(JourneysError):
    """The tool, or a program it needs, failed (exit code 3)."""
