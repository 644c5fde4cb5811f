"""The next free code of a series is one that no rule has or had."""

from __future__ import annotations

import subprocess
import sys

from journeys.checks.registry import RETIRED, catalogue
from journeys.features.reference.codes import next_codes


def test_the_next_code_comes_after_all_that_were_used_in_its_series() -> None:
    assert next_codes(["O101", "O103", "O201", "P001"]) == {"O1": "O104", "O2": "O202", "P0": "P002"}


def test_the_command_names_a_free_code_for_each_series() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "journeys.features.reference", "--codes"], capture_output=True, text=True, check=True
    )
    used = {rule.code for rule in catalogue()} | RETIRED
    free = [line.split()[0] for line in done.stdout.splitlines()]
    assert {code[:2] for code in free} == {code[:2] for code in used}
    assert not used.intersection(free)
