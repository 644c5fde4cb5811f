"""The next free code of each series of rules: a letter for the group, a hundred for what it is about."""

from __future__ import annotations

from collections.abc import Iterable


def next_codes(codes: Iterable[str]) -> dict[str, str]:
    """By series (`O1`, `O2`), the first code behind all that were ever used (`O107`), retired ones included."""
    last: dict[str, int] = {}
    for code in sorted(codes):
        last[code[:2]] = int(code[1:])
    return {series: f"{series[0]}{number + 1:03}" for series, number in last.items()}
