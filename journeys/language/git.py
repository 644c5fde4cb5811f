"""Files of a revision, read by the program `git`. Nothing is checked out; no filter or hook of a repository runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1, sha256
from pathlib import Path

from journeys.errors import ToolError, UsageError

TIME_LIMIT = 60
"""Seconds that one call of git may take."""

_QUIET = {
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
}  # fmt: skip
# A repository's own settings may name programs to run.
_HARMLESS = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
# Set by git for its hooks, relative to another folder than the one we ask about.
_OF_HOOKS = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))


@dataclass(frozen=True)
class Repository:
    """A repository, by the root of its working tree (of a bare one, the folder asked about)."""

    root: Path

    def commit(self, revision: str) -> str | None:
        """The id of the commit that a revision names, None where git knows none."""
        if not revision or "\0" in revision:
            return None
        done = _run(self.root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"])
        found = done.stdout.decode("ascii", "replace").split()
        # `^main` names what is not to be shown, and no commit.
        return found[-1] if done.returncode == 0 and found and not found[-1].startswith("^") else None

    def present(self) -> frozenset[str]:
        """The files of the working tree that belong to the repository, by path: those that git knows or would add.

        What it ignores is not among them, nor what is in a repository within this one.
        """
        done = _checked(self.root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--full-name"])
        return frozenset(os.fsdecode(name) for name in done.split(b"\0") if name)

    def ignored(self, paths: Sequence[str]) -> frozenset[str]:
        """Those of some whole paths that `.gitignore` and its like name, and that no commit holds."""
        given = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
        # Paths are read as they are, and it refuses to be told so. 1 says that none is ignored.
        done = _run(self.root, ["check-ignore", "-z", "--stdin"], given, literal=False)
        if done.returncode > 1:
            raise ToolError(f"git check-ignore failed: {_said(done)}")
        return frozenset(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)

    def files(self, commit: str) -> dict[str, str]:
        """The regular files of a commit: the id of each one's content, by path."""
        done = _checked(self.root, ["ls-tree", "-r", "-z", "--full-tree", commit])
        found: dict[str, str] = {}
        for record in done.split(b"\0"):
            about, _, name = record.partition(b"\t")
            mode, _, rest = about.partition(b" ")
            if mode in (b"100644", b"100755"):
                found[os.fsdecode(name)] = rest.split()[-1].decode("ascii")
        return found

    def contents(self, ids: Mapping[str, str]) -> dict[str, bytes]:
        """The content of files by path, from their ids by path."""
        if not ids:
            return {}
        data = _checked(self.root, ["cat-file", "--batch"], "".join(f"{id_}\n" for id_ in ids.values()).encode("ascii"))
        found: dict[str, bytes] = {}
        at = 0
        for name in ids:
            end = data.index(b"\n", at)
            about = data[at:end].split()
            if len(about) != 3:
                raise ToolError(f"git cannot give {name}: {data[at:end].decode('utf-8', 'replace')}")
            size = int(about[2])
            found[name] = data[end + 1 : end + 1 + size]
            at = end + 2 + size
        return found

    def last_changes(self, names: Sequence[str]) -> dict[str, str]:
        """The day on which the last commit that changed a file was written (`2025-02-03`), by the file's path.

        Empty for one of which a shallow clone does not tell; without those that no commit has, or that differ from it.
        """
        head = self.commit("HEAD")
        if head is None:
            return {}
        known, wanted = self.files(head), set(names)
        same = {name for name, id_ in known.items() if name in wanted and self._holds(name, id_)}
        words = ["log", "-c", "--no-renames", "--format=%x01%as %D%x01", "--name-only", "-z", head, "--", *sorted(same)]
        found: dict[str, str] = {}
        _, *parts = _checked(self.root, words).split(b"\1") if same else (b"",)
        for about, files in zip(parts[::2], parts[1::2], strict=True):
            day, _, names_of_commit = about.decode("utf-8", "replace").partition(" ")
            for file in files.lstrip(b"\0\n").split(b"\0"):
                # Where history was cut off, everything looks as if it had changed there.
                found.setdefault(os.fsdecode(file), "" if "grafted" in names_of_commit.split(", ") else day)
        return {name: day for name, day in found.items() if name in same}

    def tracked(self, names: Sequence[str]) -> frozenset[str]:
        """Those of some paths, seen from the root, that are in the index: what the next commit holds."""
        done = _checked(self.root, ["ls-files", "-z", "--cached", "--", *names]) if names else b""
        return frozenset(os.fsdecode(name) for name in done.split(b"\0") if name)

    def _holds(self, name: str, id_: str) -> bool:
        """Whether a file is as a commit has it, or with the line ends of another system. No filter is run for that."""
        try:
            content = (self.root / name).read_bytes()
        except OSError:
            return False
        make = sha1 if len(id_) == 40 else sha256
        return any(
            make(b"blob %d\0" % len(one) + one).hexdigest() == id_ for one in (content, content.replace(b"\r\n", b"\n"))
        )


def repository(folder: Path) -> Repository | None:
    """The repository that a folder lies in, None for none. Raises ToolError where git is missing or refuses."""
    done = _run(folder, ["rev-parse", "--show-toplevel"])
    if done.returncode == 0:
        return Repository(Path(os.fsdecode(done.stdout.rstrip(b"\r\n"))))
    said = _said(done)
    if "work tree" in said:
        return Repository(folder.resolve())  # A bare one, or its own folder: it has revisions, and no files.
    if "not a git repository" in said:
        return None
    raise ToolError(f"git refuses to read {folder}: {said}")


def unknown(revision: str) -> UsageError:
    """The error for a word that is neither a path nor a revision."""
    return UsageError(
        f"“{revision}” is no file or folder, and git knows no such revision"
        " (a shallow clone has few: fetch it first, in CI with `fetch-depth: 0`)"
    )


def _checked(folder: Path, words: Sequence[str], given: bytes | None = None) -> bytes:
    done = _run(folder, words, given)
    if done.returncode:
        raise ToolError(f"git {words[0]} failed: {_said(done)}")
    return done.stdout


def _run(
    folder: Path, words: Sequence[str], given: bytes | None = None, *, literal: bool = True
) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise ToolError("git is not installed, and a revision can be read by it alone: install it, or name two folders")
    around = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    try:
        return subprocess.run(
            [program, "--no-pager", *_HARMLESS, "-C", str(folder), *words], input=given or b"", capture_output=True,
            timeout=TIME_LIMIT, env=around | _QUIET | {"GIT_LITERAL_PATHSPECS": str(int(literal))}, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise ToolError(f"git {words[0]} did not answer within {TIME_LIMIT} seconds") from None
    except OSError as error:
        raise ToolError(f"git cannot be run: {error.strerror or error}") from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    return next((line.removeprefix("fatal: ") for line in lines if line.strip()), f"it ended with {done.returncode}")
