"""What makes a finding the same one tomorrow: its rule, its journey and its place by names, never its line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from journeys.language.finding import Finding, KeyPath, Located

_LENGTH = 32


def fingerprint(finding: Finding, stable_path: KeyPath, occurrence: int = 0) -> str:
    """32 hexadecimal digits for a finding.

    `stable_path` is the key path of its place with names in place of list indices where there are names
    (`("phases", "Order", "steps", "Pay")`), so that it survives lines and list entries moving. `occurrence`
    counts, from 0, the findings of one rule at one such path. The file counts only where no journey is named.
    """
    return _digest([finding.code, *_home(finding), list(stable_path), occurrence])


def fingerprints(findings: Iterable[tuple[Finding, KeyPath]]) -> list[str]:
    """The fingerprint of each finding with its stable path, occurrences counted in the order given."""
    seen: Counter[tuple[str, tuple[str, str], KeyPath]] = Counter()
    result = []
    for finding, path in findings:
        key = (finding.code, _home(finding), path)
        result.append(fingerprint(finding, path, seen[key]))
        seen[key] += 1
    return result


def distinct(located: Sequence[Located]) -> list[str]:
    """The fingerprints of findings, made where one is missing and told apart where two are equal.

    For formats whose readers drop all but the first of equal fingerprints.
    """
    seen: Counter[str] = Counter()
    result = []
    for item in located:
        own = item.fingerprint or fingerprint(item.finding, item.finding.place.path)
        result.append(_digest([own, seen[own]]) if seen[own] else own)
        seen[own] += 1
    return result


def _home(finding: Finding) -> tuple[str, str]:
    return ("journey", finding.journey) if finding.journey else ("file", finding.place.file)


def _digest(parts: Sequence[object]) -> str:
    """JSON keeps the parts apart whatever is in them, and is ASCII whatever the names are."""
    return sha256(json.dumps(parts).encode("ascii")).hexdigest()[:_LENGTH]
