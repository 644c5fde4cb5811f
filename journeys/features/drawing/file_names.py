"""Names of files, from names of nodes."""

from __future__ import annotations


def file_name(id_: str) -> str:
    """A journey's id as a file's name: what a file system may not hold becomes a hyphen."""
    safe = "".join(letter if letter.isalnum() or letter in "-_.~" else "-" for letter in id_)
    return safe.strip(".")[:80] or "journey"
