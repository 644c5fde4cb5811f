"""What files are called: those that people write journeys in, and those that are made of names of nodes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from hashlib import sha256

SUFFIX = ".journey.yaml"
SUFFIXES = (SUFFIX, ".journey.yml")
"""How the names of journeys' files end; the tool itself writes the first."""
WORKSPACE = "journeys.yaml"
WORKSPACES = (WORKSPACE, "journeys.yml")
"""What a workspace's own file is called; the first counts where both are there."""

# Names that Windows keeps for devices, with any ending.
_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{word}{n}" for word in ("com", "lpt") for n in range(1, 10))))
_LONGEST, _TAIL = 120, 32
"""Bytes of a name, and of its end; file systems hold 255, and an ending and a number have to fit as well."""


def is_source(name: str) -> bool:
    """Whether a file of this name is one that people write: a journey, or what a workspace shares."""
    folded = name.casefold()
    return folded.endswith(SUFFIXES) or folded in WORKSPACES


def safe_name(text: str) -> str:
    """A text as the name of a file on any system: what one of them may not hold becomes a hyphen.

    Of a long one the middle is cut out, between characters; some letters made of all of it stand there, so what
    differs only there stays apart, and the view and the page at its end are kept.
    """
    kept = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in text)
    name = _cut(kept.strip(".-"), text).rstrip(".-") or "page"
    stem, dot, rest = name.partition(".")
    return f"{stem}-{dot}{rest}" if stem.casefold() in _RESERVED else name


def _cut(name: str, text: str) -> str:
    encoded = name.encode("utf-8", "surrogatepass")
    if len(encoded) <= _LONGEST:
        return name
    mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    head, tail = encoded[: _LONGEST - _TAIL - 10], encoded[-_TAIL:]
    start, end = (part.decode("utf-8", "ignore").strip(".-") for part in (head, tail))
    return f"{start}-{mark}-{end}"


def safe_names(names: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Names of files for some names, each its own on systems that do not tell `A` from `a`; `taken` are nobody's."""
    gone = {name.casefold() for name in taken}
    return tuple(free_path(gone, "", safe_name(name), "") for name in names)


def free_path(taken: set[str], folder: str, name: str, ending: str) -> str:
    """A path that is not yet among the `taken` ones, with a number where it has to; it is then among them."""
    number, path = 1, posixpath.join(folder, name + ending)
    while path.casefold() in taken:
        number += 1
        path = posixpath.join(folder, f"{name}-{number}{ending}")
    taken.add(path.casefold())
    return path
