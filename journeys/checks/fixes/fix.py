"""The fixes of findings in one file: those that go together, proven by reading the result back."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from journeys.checks.fixes.change import Change
from journeys.checks.fixes.changes import change
from journeys.checks.fixes.intended import intend, without_gaps
from journeys.language.finding import Edit, Located
from journeys.language.loading.comments import comments
from journeys.language.loading.document import RAW, Document
from journeys.language.loading.tree import parse
from journeys.language.source import Source


@dataclass(frozen=True)
class Fixed:
    """A file's text after its fixes, the findings that were mended, and those whose fix was left out."""

    text: str
    applied: tuple[Located, ...] = ()
    skipped: tuple[Located, ...] = ()


class _Planned(NamedTuple):
    located: Located
    changes: tuple[Change, ...]


def fix_text(document: Document, located: Iterable[Located]) -> Fixed:
    """Apply the fixes of findings to one file's text, in the order given; comments and layout stay.

    A fix is left out where it overlaps an earlier one, where one of its edits lies in another file, and where the text
    would not read back as exactly what the edits say, with every comment still there.
    """
    with_fix = [item for item in located if item.finding.fix]
    planned, skipped = _planned(document, with_fix)
    text = _applied(document.source.text, planned)
    if planned and not _all_hold(document, planned, text):
        planned, more = _one_by_one(document, planned)
        skipped += more
        text = _applied(document.source.text, planned)
    left_out = {id(item) for item in skipped}
    kept = tuple(item for item in with_fix if id(item) in left_out)
    return Fixed(text, tuple(plan.located for plan in planned), kept)


def _planned(document: Document, located: Sequence[Located]) -> tuple[list[_Planned], list[Located]]:
    planned: list[_Planned] = []
    skipped: list[Located] = []
    taken: list[Change] = []
    for item in located:
        changes = _changes(document, item.finding.fix)
        if changes is None or any(_overlap(new, old) for new in changes for old in taken):
            skipped.append(item)
        else:
            planned.append(_Planned(item, changes))
            taken += changes
    return planned, skipped


def _changes(document: Document, edits: tuple[Edit, ...]) -> tuple[Change, ...] | None:
    if any(edit.place.file != document.source.name for edit in edits):
        return None
    changes = [change(document, edit) for edit in edits]
    found = tuple(one for one in changes if one is not None)
    return found if len(found) == len(changes) else None


def _overlap(one: Change, other: Change) -> bool:
    return one.start < other.end and other.start < one.end


def _applied(text: str, planned: Iterable[_Planned]) -> str:
    return _put_in(text, (one for plan in planned for one in plan.changes))


def _put_in(text: str, changes: Iterable[Change]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(changes, key=lambda one: one[:2]):
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))


def _one_by_one(document: Document, planned: list[_Planned]) -> tuple[list[_Planned], list[Located]]:
    """Those fixes that hold together, each tried with the ones before it."""
    kept: list[_Planned] = []
    skipped: list[Located] = []
    for plan in planned:
        tried = [*kept, plan]
        if _all_hold(document, tried, _applied(document.source.text, tried)):
            kept = tried
        else:
            skipped.append(plan.located)
    return kept, skipped


def edited_text(document: Document, edits: Sequence[Edit], *, proven: bool = True) -> str | None:
    """One file's text with some edits made, all of them or none (None).

    Where it is to be `proven`, the text is read back, and has to say what the edits intend with every comment still
    there; else nothing but its text is known.
    """
    changes = [change(document, edit) for edit in edits]
    found = [one for one in changes if one is not None]
    if len(found) < len(changes) or any(_overlap(*pair) for pair in combinations(found, 2)):
        return None
    text = _put_in(document.source.text, found)
    return text if not proven or _holds(document, edits, text) else None


def _all_hold(document: Document, planned: Sequence[_Planned], text: str) -> bool:
    return _holds(document, [edit for plan in planned for edit in plan.located.finding.fix], text)


def _holds(document: Document, edits: Sequence[Edit], text: str) -> bool:
    """Whether a text reads as the edits intend, with nothing new wrong, and with every comment that was to stay."""
    data = copy.deepcopy(document.tree.data)
    # Inner ones first: an edit is addressed by the keys that the file had before.
    if not all(intend(data, document, edit) for edit in sorted(edits, key=lambda edit: -len(edit.place.path))):
        return False
    after = Document(Source(document.source.name, text), parse(text))
    before = document.tree
    if after.tree.whole is not before.whole or len(after.tree.findings) > len(before.findings):
        return False
    return bool(after.tree.data == without_gaps(data)) and _comments_stay(document, after, edits)


def _comments_stay(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    touched = {edit.place.path[1:] for edit in edits if edit.place.path[:1] == (RAW,)}
    spans = [span for span in comments(before) if not any(_inside(span, path) for path in touched)]
    wanted = Counter(before.source.text[span.start : span.end] for span in spans)
    return not wanted - Counter(after.source.text[span.start : span.end] for span in comments(after))


def _inside(span: tuple[int, int], path: tuple[str | int, ...]) -> bool:
    return span[0] <= int(path[0]) and int(path[1]) <= span[1]
