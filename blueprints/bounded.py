"""A program run within bounds: of time, of what it writes, and with all that it starts itself."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import IO

from journeys.errors import ToolError

MOST = 100_000_000
"""Bytes that a program may write; a drawing of ten thousand cards is a fifth of it."""

_CHUNK = 1 << 16
_SOON = 5.0
"""Seconds in which whoever was ended is gone."""


def run_bounded(
    command: Sequence[str], given: bytes, around: Mapping[str, str], time_limit: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a program with something on its standard input, and give back what it wrote.

    At the end whatever it started is ended too. Raises subprocess.TimeoutExpired after `time_limit` seconds, OSError
    where it cannot be run, ToolError where it writes more than a drawing can be.
    """
    ends = monotonic() + time_limit
    # A group of its own (POSIX), for all of it to be ended at once.
    group = {"process_group": 0} if os.name == "posix" else {}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, env=around, **pipes, **group)  # type: ignore[call-overload]
    readers = [_Reader(process.stdout), _Reader(process.stderr)]
    Thread(target=_give, args=(process.stdin, given), daemon=True).start()
    try:
        for reader in readers:
            reader.join(max(0.0, ends - monotonic()))
            if reader.is_alive():
                raise subprocess.TimeoutExpired(command, time_limit)
            if reader.too_much:
                raise ToolError(f"Graphviz wrote more than {MOST // 1_000_000} MB, and was ended: draw a part of it")
        process.wait(max(0.0, ends - monotonic()))
    finally:
        _end(process)
    return subprocess.CompletedProcess(command, process.returncode, *(bytes(one.content) for one in readers))


class _Reader(Thread):
    """Reads what a program writes, up to the most that is allowed."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self.content = bytearray()
        self.too_much = False
        self._stream = stream
        self.start()

    def run(self) -> None:
        with suppress(OSError, ValueError), self._stream:
            while chunk := self._stream.read1(_CHUNK):  # type: ignore[attr-defined]
                self.content += chunk
                if len(self.content) > MOST:
                    self.too_much = True
                    return


def _give(stream: IO[bytes], given: bytes) -> None:
    # A program that does not read to the end says itself what is wrong.
    with suppress(OSError, ValueError), stream:
        stream.write(given)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_SOON)
