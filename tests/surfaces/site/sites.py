"""Runs of the command, and a workspace that means ill."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from repository import ROOT


@dataclass(frozen=True)
class Ran:
    """What a run of the command left: its exit code and what it said."""

    code: int
    out: str
    err: str


def journeys(*arguments: str | Path, cwd: Path = ROOT) -> Ran:
    """Run the command as a user does."""
    done = subprocess.run(
        [sys.executable, "-m", "journeys", *map(str, arguments)],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


HOSTILE = '"><img src=x onerror=boom()>\u202e</script>]]>\x1b[31m`&amp; 日本語 שלום'
SHOWN = '"><img src=x onerror=boom()><U+202E></script>]]>␛[31m`&amp; 日本語 שלום'
"""How a page shows the hostile name."""

_BROKEN = "journey: Half a file\nowner: boss\nsteps:\n  - step: [Never closed\n"
_PLAIN = """\
journey: A plain one
owner: boss
customer: con
job: Be done
steps:
  - step: Ask
    customer: Ask
    evidence: Answer
    frontstage: {do: Answer, owner: boss}
    end: true
"""


def hostile_texts() -> dict[str, str]:
    """Files of a workspace whose every name wants to be markup, a path or a script; one of them breaks off."""
    # Every text of JSON is one of YAML.
    return {
        "journeys.yaml": json.dumps(_shared()),
        "hostile.journey.yaml": json.dumps(_journey()),
        "plain.journey.yaml": _PLAIN,
        "half.journey.yaml": _BROKEN,
    }


def _shared() -> dict[str, object]:
    customer = {"name": f"{HOSTILE} customer", "description": HOSTILE, "quote": HOSTILE, "goals": [HOSTILE]}
    path = {"name": f"{HOSTILE} path", "reports_to": "boss", "contact": "javascript:boom()"}
    return {
        "workspace": f"{HOSTILE} workspace",
        "owners": {"boss": {"name": f"{HOSTILE} boss", "holder": HOSTILE}, "../../x": path},
        "customers": {"con": customer},
        "blueprints": {"../up": {"title": HOSTILE, "view": "org"}, "index": {"view": "journey", "theme": "print"}},
    }


def _journey() -> dict[str, object]:
    script = "javascript:boom()"
    step = {
        "step": f"{HOSTILE} step",
        "thought": HOSTILE,
        "pains": [HOSTILE],
        "link": script,
        "customer": HOSTILE,
        "evidence": HOSTILE,
        "frontstage": {"do": HOSTILE, "owner": "../../x", "channel": HOSTILE, "system": HOSTILE, "link": script},
        "end": True,
    }
    promise = {
        "promise": f"{HOSTILE} promise",
        "by": "boss",
        "to": "con",
        "made": f"{HOSTILE} step",
        "kept": f"{HOSTILE} step",
        "measure": HOSTILE,
        "if_broken": HOSTILE,
    }
    return {
        "journey": f"{HOSTILE} journey",
        "id": "..",
        "owner": "boss",
        "customer": "con",
        "job": HOSTILE,
        "phases": [{"phase": HOSTILE, "steps": [step]}],
        "promises": {"a/b<c>": promise},
    }
