"""Runs Graphviz: the program that comes as a wheel, or the system's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from blueprints.bounded import run_bounded
from blueprints.layout.text import FONTS
from journeys.errors import ToolError

_SIGNATURES = {"svg": (b"<svg", b"</svg>"), "pdf": (b"%PDF-", b"%%EOF"), "png": (b"\x89PNG\r\n\x1a\n", b"IEND")}
_HEAD = 4096
TIME_LIMIT = 120.0
"""Seconds that Graphviz may take for one drawing."""

_PROGRAM = "graphviz-pure"
_INSTEAD = "leave out --dot, or name the path of Graphviz's `dot` with it"
_FONT_SETTINGS = """\
<?xml version="1.0"?>
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
</fontconfig>
"""
_CREATED = re.compile(rb"(/CreationDate \(D:)\d{14}")
"""The time in a PDF: the same drawing is to give the same bytes."""
_INSTALL = "install it with `pip install graphviz-pure`, or name a Graphviz program with --dot PATH"


def find_program(dot: str | Path | None = None) -> Path:
    """The Graphviz program: `dot` if given, else the one of the wheel, else the system's `dot`.

    Raises ToolError, saying what to do, when there is none.
    """
    if dot is not None:
        # A folder in front is what tells a file from a name to look for: `Path("./dot")` would lose it.
        found = shutil.which(os.path.abspath(dot) if Path(dot).is_file() else os.fspath(dot))  # noqa: PTH100
        if found is None:
            raise ToolError(f"{_plain(dot)} is not a program: name the path of Graphviz's `dot`")
        return Path(found)
    beside = Path(sys.executable).parent
    for name, where in ((_PROGRAM, f"{beside}"), (_PROGRAM, None), ("dot", None)):
        found = shutil.which(name, path=where) if where else shutil.which(name)
        if found:
            return Path(found)
    return _from_wheel()


def find_system_program() -> Path:
    """The system's `dot`. Raises ToolError, saying what to do, when there is none."""
    found = shutil.which("dot")
    if found is None:
        raise ToolError("PDF needs `pip install 'journeys[pdf]'`, or the system's Graphviz; or draw as svg or png")
    return Path(found)


def _from_wheel() -> Path:
    """The program as the wheel's list of files has it (installed apart from the interpreter)."""
    from importlib import metadata

    try:
        files = metadata.files(_PROGRAM) or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        path = Path(str(file.locate()))
        if path.stem == _PROGRAM and path.suffix in ("", ".exe") and os.access(path, os.X_OK) and path.is_file():
            return path.resolve()
    raise ToolError(f"Graphviz is not there: {_INSTALL}")


def _plain(path: str | Path) -> str:
    text = os.fspath(path)
    return "".join(character if character.isprintable() else "�" for character in text)


def run_graphviz(
    source: str, output: str = "svg", *, dot: str | Path | None = None, time_limit: float = TIME_LIMIT
) -> bytes:
    """Draw pinned DOT text in one of Graphviz's formats.

    `dot` is a program to use instead of the one found, `time_limit` in seconds. Raises ToolError, in one line, when
    Graphviz is missing, fails, or does not finish in time.
    """
    program = find_program(dot)
    command = [os.fspath(program), "-Kneato", "-n2", f"-T{output}"]
    try:
        with _surroundings(output) as around:
            done = run_bounded(command, source.encode("utf-8"), around, time_limit)
    except subprocess.TimeoutExpired:
        raise ToolError(
            f"Graphviz ({program.name}) did not finish within {time_limit:g} s: draw a part of the journey "
            "(--phase, --columns), or use another Graphviz with --dot PATH"
        ) from None
    except OSError as error:
        raise ToolError(f"Graphviz ({_plain(program)}) cannot be run: {error.strerror or error}") from None
    instead = _INSTEAD if dot else _INSTALL
    if done.returncode != 0 or not done.stdout:
        raise ToolError(f"Graphviz ({program.name}) failed: {_first_line(done.stderr)}; {instead}")
    if not _is(output, done.stdout):
        raise ToolError(f"what Graphviz ({program.name}) wrote is no {output.upper()}; {instead}")
    return _CREATED.sub(rb"\g<1>20000101000000", done.stdout, count=1) if output == "pdf" else done.stdout


def _is(output: str, content: bytes) -> bool:
    """Whether a content begins and ends as a format does, for those that are asked of Graphviz."""
    opening, closing = _SIGNATURES.get(output, (b"", b""))
    return opening in content[:_HEAD] and closing in content[-_HEAD:]


@contextmanager
def _surroundings(output: str) -> Iterator[Mapping[str, str]]:
    """The environment of Graphviz; where it sets the text itself, one in which it finds the fonts that are shipped."""
    if output != "pdf":
        yield os.environ
        return
    with TemporaryDirectory() as folder:
        fonts, cache = escape(str(FONTS)), escape(folder)
        settings = Path(folder) / "fonts.conf"
        settings.write_text(_FONT_SETTINGS.format(fonts=fonts, cache=cache), encoding="utf-8")
        yield {**os.environ, "FONTCONFIG_FILE": str(settings), "TZ": "UTC"}


def _first_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    errors = [line for line in lines if "rror" in line] or lines
    return _plain(errors[0])[:200] if errors else "it wrote nothing"
