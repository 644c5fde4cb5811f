"""A file put in its place whole or not at all, with the owner, the permissions and the links of the one before it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from hashlib import sha256
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO

from journeys.errors import JourneysError, ToolError

try:
    from fcntl import LOCK_EX, flock
except ImportError:  # Windows, where a file that is open cannot be taken away: no lock is needed there.
    flock = None  # type: ignore[assignment]


class Standing(Enum):
    """What may stand where a file is put: anything, or nothing."""

    ANYTHING = auto()
    NOTHING = auto()


@contextmanager
def reasons(target: Path) -> Iterator[None]:
    """What the system says against writing, as a ToolError in one line."""
    try:
        yield
    except JourneysError:
        raise
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle; a name that holds what none may
        reason = error.strerror if isinstance(error, OSError) else None
        raise ToolError(f"{target} cannot be written: {reason or error}") from None


def put(target: Path, path: Path, content: bytes, before: bytes | Standing, *, lasting: bool = False) -> None:
    """Put a content at a path, shown as `target`. `before` is what has to stand there.

    `lasting` is for what people write: it is seen to the disk, and other names of the file name the new content too.
    Raises ToolError when that fails, or something else stands there; then all is as it was.
    """
    with reasons(target):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path) as (file, temporary):
            _refuse_changed(target, path, before)
            movable = _made_alike(file, path)
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
            _refuse_changed(target, path, before)
            if lasting and not movable:
                _write_into(path, content)
                return
            if flock is None:
                file.close()
            _move(target, temporary, path, before)
        if lasting:
            _settle(path.parent)


def _refuse_changed(target: Path, path: Path, before: bytes | Standing) -> None:
    if before is Standing.ANYTHING:
        return
    now = path.read_bytes() if os.path.lexists(path) else Standing.NOTHING
    if now != before:
        raise _changed(target)


def _changed(target: Path) -> ToolError:
    return ToolError(f"{target} was changed meanwhile, and is left as it is: do it again")


@contextmanager
def _beside(path: Path) -> Iterator[tuple[BufferedWriter, Path]]:
    """An empty file beside another, to be put in its place; it is gone at the end.

    It has the same name each time, so one that was left behind, by a program that was killed, is used again. Whoever
    writes the same file at the same time waits for the lock.
    """
    name = sha256(os.fsencode(path.name)).hexdigest()[:16]
    temporary = path.with_name(f".journeys-{name}.new")
    with os.fdopen(_opened(temporary), "wb") as file:
        try:
            yield file, temporary
        finally:
            if flock is None:
                file.close()
                temporary.unlink(missing_ok=True)
            elif _is_still(file.fileno(), temporary):  # Else it was put in its place, and this one is another's.
                temporary.unlink()


def _opened(temporary: Path) -> int:
    if flock is None:
        temporary.unlink(missing_ok=True)
        return os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0))
    while True:
        handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        flock(handle, LOCK_EX)
        # Whoever held the lock before may have put the file in its place.
        if _is_still(handle, temporary):
            os.ftruncate(handle, 0)
            return handle
        os.close(handle)


def _is_still(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _made_alike(file: BufferedWriter, path: Path) -> bool:
    """Give a new file the owner, the permissions and the attributes of the one at a path.

    False where that cannot be, or the old one has several names: then its content has to be written into it.
    """
    if not os.path.lexists(path):
        return True
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")
    old, handle = path.stat(), file.fileno()
    if old.st_nlink > 1:
        return False
    if flock is None:
        return True
    try:
        new = os.fstat(handle)
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            os.fchown(handle, old.st_uid, old.st_gid)
        os.fchmod(handle, stat.S_IMODE(old.st_mode))
        for name in os.listxattr(path) if hasattr(os, "listxattr") else ():
            os.setxattr(handle, name, os.getxattr(path, name))
    except OSError as error:
        return error.errno == errno.ENOTSUP
    return True


def _write_into(path: Path, content: bytes) -> None:
    """Replace the content of a file that has to stay the same one; should that fail, the old content is put back."""
    with path.open("r+b") as file:
        old = file.read()
        try:
            _fill(file, content)
        except OSError:
            _fill(file, old)
            raise


def _fill(file: BinaryIO, content: bytes) -> None:
    file.seek(0)
    file.write(content)
    file.truncate()
    file.flush()
    os.fsync(file.fileno())


def _move(target: Path, temporary: Path, path: Path, before: bytes | Standing) -> None:
    if before is Standing.NOTHING:
        try:
            path.hardlink_to(temporary)  # Unlike a move it fails where there is something by now.
            return
        except FileExistsError:
            raise _changed(target) from None
        except OSError:
            pass  # A file system without links.
    temporary.replace(path)


def _settle(folder: Path) -> None:
    """See the names in a folder to the disk, where the system has a way to ask for it."""
    if flock is None:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
