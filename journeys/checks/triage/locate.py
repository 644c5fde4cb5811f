"""Findings by key path to findings by span, with a fingerprint that survives lines moving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeys.checks.report.fingerprint import fingerprints
from journeys.language.finding import Finding, Located, LocatedRelated, Place
from journeys.language.loading.document import RAW, Document
from journeys.language.source import Source, Span

_NAMING = ("id", "step", "phase", "do", "to", "at")


def locate(findings: Iterable[Finding], documents: Mapping[str, Document]) -> list[Located]:
    """The findings in the order of files and places."""
    found = [_located(finding, documents) for finding in findings]
    found.sort(key=order)
    return _marked(found, documents)


def order(item: Located) -> tuple[str, Span, str, str]:
    """What findings are sorted by: file, place, code, message."""
    return item.source.name, item.span, item.finding.code, item.finding.message


def _located(finding: Finding, documents: Mapping[str, Document]) -> Located:
    source, span = _where(finding.place, documents)
    related = tuple(LocatedRelated(*_where(place, documents), message) for place, message in finding.related)
    return Located(finding, source, span, related)


def _where(place: Place, documents: Mapping[str, Document]) -> tuple[Source, Span]:
    document = documents[place.file]
    return document.source, document.span(place)


def _marked(found: list[Located], documents: Mapping[str, Document]) -> list[Located]:
    paths = [stable_path(item.finding.place, documents[item.finding.place.file]) for item in found]
    marks = fingerprints((_homely(item.finding), path) for item, path in zip(found, paths, strict=True))
    return [replace(item, fingerprint=mark) for item, mark in zip(found, marks, strict=True)]


def _homely(finding: Finding) -> Finding:
    """A finding whose file is named without its folder: it is the same from wherever the tool is called."""
    if finding.journey:
        return finding
    place = finding.place
    return replace(finding, place=Place(place.file.rsplit("/", 1)[-1], place.path, place.part))


def stable_path(place: Place, document: Document) -> tuple[str, ...]:
    """A key path by names instead of numbers: it stays the same when steps are put before it."""
    if place.path[:1] == (RAW,):
        start, end = int(place.path[1]), int(place.path[2])
        return ("text", document.source.text[start:end])
    node = document.data
    words: list[str] = []
    for key in place.path:
        inside = _item(node, key)
        if isinstance(key, int):
            words.append(_named(inside) if isinstance(node, list) else "")
        else:
            words.append(key)
        node = inside if inside is not None else node
    return tuple(word for word in words if word)


def _item(node: object, key: str | int) -> object:
    if isinstance(node, dict):
        return node.get(key)
    if isinstance(node, list) and isinstance(key, int) and key < len(node):
        return node[key]
    return None


def _named(item: object) -> str:
    if isinstance(item, dict):
        return next((str(item[key]) for key in _NAMING if isinstance(item.get(key), str)), "")
    return str(item) if isinstance(item, str) else ""
