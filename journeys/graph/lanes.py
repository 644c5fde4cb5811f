"""The lanes of a journey in their order: the built-in ones and those declared, and what each says for its actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeys.graph.names import unknown
from journeys.graph.nodes import OwnerNode
from journeys.language.finding import Finding, Part, Place
from journeys.language.model.action import NONE
from journeys.language.model.base import fields_of
from journeys.language.model.duration import Duration
from journeys.language.model.lanes import EVIDENCE, STANDARD_LANES, Lane, LaneKind
from journeys.language.model.shared import LaneModel
from journeys.language.model.step import Step

_BUILT_IN = {lane.id: lane for lane in STANDARD_LANES}
_STEP_KEYS = frozenset(fields_of(Step)) - set(_BUILT_IN)
# What has no effect in a lane of a kind, since nobody of the company acts there, or nobody at all.
_IDLE = {LaneKind.EVIDENCE: ("owner", "takes"), LaneKind.INFO: ("owner", "takes"), LaneKind.CUSTOMER: ("owner",)}


@dataclass(frozen=True, slots=True)
class LaneWords:
    """What a lane says for those of its actions that do not say it: an owner (a node id and the word), a time."""

    owner: str = ""
    owner_text: str = ""
    owner_place: Place | None = None
    takes: Duration | None = None


class Row:
    """Lanes in their order; each knows the next, so that one is put beside another without a search. Never empty."""

    def __init__(self, lanes: Iterable[Lane]) -> None:
        self._lanes: dict[str, Lane] = {}
        self._names: dict[str, str] = {}
        self._next: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self.top = self.bottom = ""
        for lane in lanes:
            self.put(lane, self.bottom, below=True)

    def __iter__(self) -> Iterator[Lane]:
        key = self.top
        while key:
            yield self._lanes[key]
            key = self._next[key]

    def get(self, key: str) -> Lane | None:
        """The lane of an id."""
        return self._lanes.get(key)

    def named(self, word: str) -> str | None:
        """The id of the lane that has a word for its id or, if none has, for its name."""
        return word if word in self._lanes else self._names.get(word)

    def put(self, lane: Lane, anchor: str, *, below: bool) -> None:
        """Put a new lane right below (or above) the one whose id is `anchor`."""
        above, under = (anchor, self._next.get(anchor, "")) if below else (self._before[anchor], anchor)
        self._lanes[lane.id] = lane
        self._names.setdefault(lane.name, lane.id)
        self._before[lane.id], self._next[lane.id] = above, under
        if above:
            self._next[above] = lane.id
        else:
            self.top = lane.id
        if under:
            self._before[under] = lane.id
        else:
            self.bottom = lane.id

    def rename(self, lane: Lane) -> None:
        """Let a lane have another name."""
        self._lanes[lane.id] = lane
        self._names.setdefault(lane.name, lane.id)


def _in_turn(models: Mapping[str, LaneModel]) -> Iterable[str]:
    """The ids of lanes that are declared together, each behind the one beside which it is put.

    Of a circle the one that stands first in the file is the first here, too.
    """
    names = {model.name or key: key for key, model in reversed(tuple(models.items()))}
    following: dict[str, list[str]] = {}
    free = []
    for key, model in models.items():
        word = model.after or model.before or ""
        beside = word if word in models else names.get(word)
        if beside is None:
            free.append(key)
        else:
            following.setdefault(beside, []).append(key)
    found: dict[str, None] = {}
    for first in (*free, *models):
        queue = [first]
        while queue:
            key = queue.pop()
            if key not in found:
                found[key] = None
                queue += reversed(following.get(key, ()))
    return found


class Lanes:
    """Lanes as they are declared, on top of those that a workspace has; what is wrong with them is in `findings`."""

    def __init__(
        self, base: Iterable[Lane], words: Mapping[str, LaneWords], owners: Mapping[str, OwnerNode], file: str
    ) -> None:
        self.words = dict(words)
        self.findings: list[Finding] = []
        self._row = Row(base)
        self._known = tuple(lane.id for lane in self._row)
        self._owners = owners
        self._owner_names = {owner.name: owner for owner in reversed(tuple(owners.values()))}
        self._file = file

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes, from top to bottom."""
        return tuple(self._row)

    def declare(self, models: Mapping[str, LaneModel]) -> None:
        """Lanes of somebody's own, or more about those that are there."""
        self._known = (*self._known, *models)
        for key in _in_turn(models):
            self._declare(key, models[key])

    def _declare(self, key: str, model: LaneModel) -> None:
        if key in _STEP_KEYS:
            self._wrong(f"“{key}” is a word of the language, and cannot name a lane", key, help_="give it another id")
            return
        known = self._row.get(key)
        lane = self._insert(key, model) if known is None else self._more(known, model)
        self._say(lane, model)

    def _insert(self, key: str, model: LaneModel) -> Lane:
        """A new lane, after or before the one it names; the last if it names none."""
        if model.after and model.before:
            why = "“after” says already where the lane stands"
            self._idle(key, "before", why, help_="take one of them away")
        lane = Lane(key, model.name or key, LaneKind(model.kind or LaneKind.COMPANY))
        word = model.after or model.before
        anchor = self._row.named(word) if word else None
        if word and anchor is None:
            where = self._place(key, "after" if model.after else "before")
            self.findings.append(unknown(word, where, "lane", self._known))
        if anchor is not None:
            self._row.put(lane, anchor, below=bool(model.after))
        elif lane.kind is LaneKind.EVIDENCE and self._row.top == EVIDENCE.id:
            self._row.put(lane, EVIDENCE.id, below=True)
        else:
            self._row.put(lane, self._row.bottom, below=True)
        return lane

    def _more(self, lane: Lane, model: LaneModel) -> Lane:
        """What is said of a lane that is there: an owner, a time, and of one that is built in a name."""
        built_in = _BUILT_IN.get(lane.id)
        fixed = [key for key in ("kind", "after", "before") if getattr(model, key)]
        if built_in is None and (fixed or model.name):
            self._wrong(f"there is a lane “{lane.id}” already", lane.id, help_="give it another id")
        elif fixed:
            message = f"the lane “{lane.id}” is built in: its kind and its place are what they are"
            self._wrong(message, lane.id, fixed[0], help_=f"leave `{fixed[0]}` out, or declare a lane of your own")
        elif model.name and built_in is not None:
            if lane.name != built_in.name:
                self._wrong(f"the lane “{lane.id}” has a name already", lane.id, "name", help_="leave one of them out")
            lane = replace(lane, name=model.name)
            self._row.rename(lane)
        return lane

    def _say(self, lane: Lane, model: LaneModel) -> None:
        for key in _IDLE.get(lane.kind, ()):
            if getattr(model, key) is not None:
                why = f"nobody of the company acts in a lane of the kind `{lane.kind}`"
                help_ = "leave it out, or put the actions of the company into a lane of theirs"
                self._idle(lane.id, key, why, help_=help_)
                return
        said = self.words.get(lane.id, LaneWords())
        if model.owner:
            place = self._place(lane.id, "owner")
            said = replace(said, owner=self._owner(model.owner, place), owner_text=model.owner, owner_place=place)
        if isinstance(model.takes, Duration):
            said = replace(said, takes=model.takes)
        if said != LaneWords():
            self.words[lane.id] = said

    def _idle(self, lane: str, key: str, why: str, *, help_: str) -> None:
        self._wrong(f"“{key}” has no effect here: {why}", lane, key, help_=help_, name="key-without-effect")

    def _owner(self, word: str, place: Place) -> str:
        if word == NONE:
            return ""
        found = self._owners.get(word) or self._owner_names.get(word)
        if found is None:
            self.findings.append(unknown(word, place, "owner", self._owners))
            return ""
        return found.id

    def _place(self, *keys: str, part: Part = Part.VALUE) -> Place:
        return Place(self._file, ("lanes", *keys), part)

    def _wrong(self, message: str, *keys: str, help_: str, name: str = "name-said-twice") -> None:
        self.findings.append(Finding(message, self._place(*keys, part=Part.KEY), help=help_, name=name))
