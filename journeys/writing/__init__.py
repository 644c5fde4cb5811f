"""Every file that is written: whole or not at all, where it may be, and over nothing that others wrote meanwhile.

`write_output` is for what is made of journeys, `write_source` for what people write themselves.
"""

from __future__ import annotations

from pathlib import Path

from journeys.errors import UsageError
from journeys.writing.place import is_stream, may_stand, output_place
from journeys.writing.whole import Standing, put, reasons

__all__ = ["check_output", "write_output", "write_source"]


def check_output(
    target: Path, *, within: Path | None = None, replaces: bool = True, otherwise: str = "name another place"
) -> Path:
    """Where an output is to be written. Raises UsageError, in words, for a place where it must not be.

    `within` is the folder that was asked for: what is below it may be no link, and nothing is written outside.
    `replaces` says whether a file that stands there is known to be our own, or may be replaced in any case;
    `otherwise` is what else can be done where it is not.
    """
    path = output_place(target, within)
    if not replaces and may_stand(path):
        raise UsageError(f"{target} is there already, and was not written by `journeys`: move it away, or {otherwise}")
    return path


def write_output(target: Path, content: bytes, *, within: Path | None = None, replaces: bool = True) -> None:
    """Write what is made of journeys; folders are made where they are missing.

    Raises as `check_output` does, and ToolError where writing fails; then what was there is as it was.
    """
    if is_stream(target):
        with reasons(target), target.open("ab") as file:
            file.write(content)
        return
    path = check_output(target, within=within, replaces=replaces)
    put(target, path, content, Standing.ANYTHING if replaces else Standing.NOTHING)


def write_source(target: Path, content: bytes, *, before: bytes | None) -> None:
    """Write a file that people write themselves, and see it to the disk.

    `before` is what was read from it, None where nothing was there. What a link leads to is written: it was read from
    there. Raises ToolError where something else stands there by now, or writing fails; then all is as it was.
    """
    with reasons(target):
        path = target.resolve() if before is not None else output_place(target, None, sources=True)
    put(target, path, content, Standing.NOTHING if before is None else before, lasting=True)
