"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from journeys.errors import ToolError


def write_whole(target: Path, content: bytes) -> None:
    """Write a file whole or not at all; what a link leads to is written, and a file keeps its permissions.

    Folders are made where they are missing; a write-protected file is not replaced. ToolError
    when that fails; then the file is as it was.
    """
    temporary = ""
    try:
        real = target.resolve()
        if real.exists() and not real.is_file():
            # A device or a pipe is written to; it is never replaced by a file.
            real.write_bytes(content)
            return
        real.parent.mkdir(parents=True, exist_ok=True)
        mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else 0o666 & ~_umask()
        if real.exists() and not os.access(real, os.W_OK):
            raise PermissionError(errno.EACCES, "it is write-protected")
        handle, temporary = tempfile.mkstemp(prefix=f".{real.name[:80]}.", dir=real.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(mode)
        Path(temporary).replace(real)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) else None
        raise ToolError(f"{target} cannot be written: {reason or error}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
