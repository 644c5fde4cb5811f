"""A baseline: the findings that were there when checking began, so that an old journey can start clean."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from journeys.checks.report.report import Report
from journeys.errors import UsageError
from journeys.graph.workspace import Workspace
from journeys.language.finding import Located
from journeys.writing import check_output, write_output

_VERSION = 1


class Known(NamedTuple):
    """A finding of the baseline: its fingerprint counts, the rest is for people who read the file."""

    fingerprint: str
    code: str
    journey: str
    message: str


@dataclass(frozen=True)
class Baseline:
    """Findings that are known, by fingerprint."""

    known: Mapping[str, Known] = field(default_factory=dict)


def apart_from(baseline: Baseline, report: Report, judged: Callable[[Known], bool]) -> Report:
    """The report without the findings that the baseline knows, and with the number of those and of the stale ones.

    `judged` says whether a known finding would have been found had it still been there; the others are not stale.
    """
    kept = tuple(item for item in report.located if item.fingerprint not in baseline.known)
    there = {item.fingerprint for item in report.located}
    stale = sum(mark not in there and judged(known) for mark, known in baseline.known.items())
    return replace(report, located=kept, baseline=len(report.located) - len(kept), stale=stale)


def baseline_of(located: Iterable[Located]) -> Baseline:
    """A baseline that knows all of some findings."""
    found = (Known(item.fingerprint, item.finding.code, item.finding.journey, item.finding.message) for item in located)
    return Baseline({known.fingerprint: known for known in found})


def baseline_path(workspace: Workspace) -> Path | None:
    """The file that the workspace's settings name, if any. Raises UsageError if it is outside the workspace."""
    name = workspace.settings.baseline if workspace.settings else None
    root = workspace.files.root
    if name is None or root is None:
        return None
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise UsageError(f"the baseline {name} lies outside {root}: name a file inside the workspace")
    return path


def read_baseline(path: Path) -> Baseline:
    """A baseline from its file. Raises UsageError for a file that is not there, or is none."""
    try:
        entries = json.loads(path.read_text("utf-8"))["findings"]
        found = [_known(entry) for entry in entries]
    except OSError as error:
        raise UsageError(f"the baseline {path} cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(f"{path} is not a baseline: name another file, or move this one away") from None
    return Baseline({known.fingerprint: known for known in found})


def _known(entry: Any) -> Known:
    known = Known(entry["fingerprint"], entry["code"], entry.get("journey", ""), entry.get("message", ""))
    if not all(isinstance(part, str) for part in known):
        raise TypeError
    return known


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, by journey, code and message; whole or not at all.

    Raises ToolError where that fails, UsageError where anything stands there that is no baseline.
    """
    check_output(path)
    if path.exists():
        read_baseline(path)
    ordered = sorted(baseline.known.values(), key=lambda known: (known.journey, known.code, known.message, known))
    entries = [known._asdict() for known in ordered]
    text = json.dumps({"version": _VERSION, "findings": entries}, indent=2, ensure_ascii=False) + "\n"
    # A lone surrogate has no UTF-8; the escape that stands for it here is JSON's own.
    write_output(path, text.encode("utf-8", "backslashreplace"))
