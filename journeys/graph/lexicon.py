"""What a word of designing on purpose refers to: a step, a promise, a measure, a voice, here or in another journey.

A journey's own words come first, then the workspace's, then `journey/word`. In the workspace's file a bare word also
means what exactly one journey has by that name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from journeys.graph.directory import Directory
from journeys.graph.draft import Draft
from journeys.graph.names import Names, unknown
from journeys.graph.node import short
from journeys.graph.shared import GOALS, SECTIONS, Shared
from journeys.graph.sheet import Sheet
from journeys.language.finding import Finding, Place, Related
from journeys.language.model.names import UNSAID
from journeys.language.words import known_as

PLACE, EXPECTATION, PROMISE = "step or action", "expectation", "promise"
VALUE, MEASURE, PRACTICE, VOICE, GOAL = "value", "measure", "practice", "voice", "goal"
_SECTION = {what: section for section, what in SECTIONS.items()} | {GOAL: GOALS}
_MOST = 4


class Meant(Protocol):
    """What a word may mean: anything with an id, a key and a place."""

    @property
    def id(self) -> str:
        """The id of its node."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def place(self) -> Place:
        """Where it stands."""


class Lexicon:
    """The words of all journeys and of the workspace, once steps, actions and expectations are known."""

    def __init__(self, drafts: Mapping[str, Draft], directory: Directory, base: Shared) -> None:
        self._drafts = drafts
        self._directory = directory
        self._base = base
        self._having: dict[tuple[str, str], tuple[str, ...]] = {}
        self._promises: dict[str, Names[Meant]] = {}

    def find(self, sheet: Sheet, whats: Sequence[str], word: str, place: Place) -> str:
        """The node id of a word of a file, for something of one of some kinds; empty, and a finding, for none.

        `sheet` is the file's; its findings get what is wrong.
        """
        found = self.meant(sheet, whats, word, place)
        return found.id if found else ""

    def meant(self, sheet: Sheet, whats: Sequence[str], word: str, place: Place) -> Meant | None:
        """The same, with what else is known of it; an entry of a section is a `Named`."""
        if word == UNSAID:
            return None
        home = self._drafts.get(sheet.id)
        found = self._here(home, whats, word) or self._abroad(home, whats, word)
        if len(found) == 1:
            return found[0]
        if found:
            sheet.findings.append(self._several(" or ".join(whats), word, place, found))
        elif self.whole:
            sheet.findings.append(self.unknown(sheet, whats, word, place))
        return None

    @property
    def whole(self) -> bool:
        """Whether all texts were read to their end: what a word means may stand in the part that was not."""
        return all(draft.whole for draft in self._drafts.values())

    def unknown(self, sheet: Sheet, whats: Sequence[str], word: str, place: Place) -> Finding:
        """The finding that a word of a file means nothing of some kinds, with the nearest that does."""
        return unknown(word, place, " or ".join(whats), self._known(self._drafts.get(sheet.id), whats))

    def knows(self, sheet: Sheet, what: str, word: str) -> str:
        """The node id of a word that may also be words and no name: empty for these."""
        if not word:
            return ""
        home = self._drafts.get(sheet.id)
        found = self._here(home, (what,), word) or self._abroad(home, (what,), word)
        return found[0].id if len(found) == 1 else ""

    def named(self, sheet: Sheet, whats: Sequence[str], word: str) -> tuple[str, ...]:
        """The node ids of a word that may also be words and no name; case, blanks and hyphens do not count."""
        home = self._drafts.get(sheet.id)
        found = self._here(home, whats, word) or self._abroad(home, whats, word)
        if not found:
            near = known_as(word, self._known(home, whats))
            found = (self._here(home, whats, near) or self._abroad(home, whats, near)) if near else []
        return tuple(dict.fromkeys(one.id for one in found))

    def _here(self, home: Draft | None, whats: Iterable[str], word: str) -> list[Meant]:
        """What the file itself knows by a word, and what the workspace does."""
        found = self._in(home, whats, word) if home is not None else []
        return found or [one for what in whats for one in _named(self._base, what, word)]

    def _abroad(self, home: Draft | None, whats: Sequence[str], word: str) -> list[Meant]:
        """What another journey knows by a word: the one that is named before it, or in the workspace's file any."""
        journey, slash, rest = word.partition("/")
        other = self._drafts.get(self._directory.journey(journey)) if slash else None
        if other is not None:
            return self._in(other, whats, rest)
        if home is not None:
            return []
        return [one for id_ in self._journeys(whats, word) for one in self._in(self._drafts[id_], whats, word)]

    def _journeys(self, whats: Sequence[str], word: str) -> tuple[str, ...]:
        """The journeys that know a word; each word is looked for once."""
        key = ("|".join(whats), word)
        if key not in self._having:
            self._having[key] = tuple(id_ for id_, draft in self._drafts.items() if self._in(draft, whats, word))
        return self._having[key]

    def _in(self, draft: Draft, whats: Iterable[str], word: str) -> list[Meant]:
        found: list[Meant] = []
        for what in whats:
            found += self._of(draft, what, word)
        return found

    def _of(self, draft: Draft, what: str, word: str) -> Iterable[Meant]:
        if what == PLACE:
            return dict.fromkeys(draft.references.places(word))
        if what == EXPECTATION:
            return _nearest_meant(draft.expectations.get(word), word)
        if what == PROMISE:
            return _nearest_meant(self._names_of_promises(draft).get(word), word)
        return _named(draft.shared, what, word)

    def _names_of_promises(self, draft: Draft) -> Names[Meant]:
        if draft.id not in self._promises:
            names: Names[Meant] = Names()
            for promise in draft.promises:
                names.add(promise, promise.key, promise.name)
            self._promises[draft.id] = names
        return self._promises[draft.id]

    def _words(self, draft: Draft, what: str) -> Iterable[str]:
        if what == PLACE:
            return draft.references.words()
        if what == EXPECTATION:
            return draft.expectations.words()
        if what == PROMISE:
            return self._names_of_promises(draft).words()
        return _words(draft.shared, what)

    def _known(self, home: Draft | None, whats: Iterable[str]) -> list[str]:
        """The words that could have been meant."""
        words = [word for what in whats for word in _words(self._base, what)]
        if home is not None:
            return [word for what in whats for word in self._words(home, what)] + words
        return words + [word for what in whats for word in self._everywhere[what]]

    @cached_property
    def _everywhere(self) -> Mapping[str, list[str]]:
        """The words of all journeys, bare and with the journey before them."""
        kinds = (PLACE, EXPECTATION, PROMISE, *_SECTION)
        found: dict[str, dict[str, None]] = {what: {} for what in kinds}
        for what, words in found.items():
            for id_, draft in self._drafts.items():
                for word in self._words(draft, what):
                    words[word] = None
                    words[f"{id_}/{word}"] = None
        return {what: list(words) for what, words in found.items()}

    def _several(self, what: str, word: str, place: Place, found: Sequence[Meant]) -> Finding:
        related = tuple(Related(one.place, "this is one") for one in found[:_MOST])
        one_of = f"an {what}" if what[0] in "aeiou" else f"a {what}"
        journeys = list(dict.fromkeys(short(one.id).rpartition("/")[0] for one in found))
        if len(journeys) > 1 and all(journeys):
            words = ", ".join(f"`{journey}/{word}`" for journey in journeys[:_MOST])
            message, help_ = f"“{word}” is {one_of} of {len(journeys)} journeys", f"say which: {words}"
        else:
            message = f"“{word}” names {len(found)} of what could be meant here, {one_of}"
            keys = dict.fromkeys(getattr(one, "key", "") for one in found)
            apart = "" not in keys and len(keys) == len(found)
            which = f"say which: {', '.join(f'`{key}`' for key in list(keys)[:_MOST])}"
            help_ = which if apart else "give the one that is meant an `id` and refer to that"
        return Finding(message, place, related, help_, name="ambiguous-reference")


def _named(shared: Shared, what: str, word: str) -> Iterable[Meant]:
    section = shared.sections.get(_SECTION.get(what, ""))
    return _nearest_meant(section.get(word), word) if section else ()


def _words(shared: Shared, what: str) -> Iterable[str]:
    section = shared.sections.get(_SECTION.get(what, ""))
    return section.words() if section else ()


def _nearest_meant(found: Sequence[Meant], word: str) -> Sequence[Meant]:
    """An id goes before a name that is the same."""
    return [one for one in found if getattr(one, "key", "") == word] or found if len(found) > 1 else found
