"""The lanes of a journey in their order: the built-in ones and those declared, and what each says for its actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journeys.graph.names import unknown
from journeys.graph.nodes import OwnerNode
from journeys.language.finding import Finding, Part, Place
from journeys.language.model.action import NONE
from journeys.language.model.base import fields_of, first
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


class Lanes:
    """Lanes as they are declared, on top of those that a workspace has; what is wrong with them is in `findings`."""

    def __init__(
        self, base: Iterable[Lane], words: Mapping[str, LaneWords], owners: Mapping[str, OwnerNode], file: str
    ) -> None:
        self.lanes = list(base)
        self.words = dict(words)
        self.findings: list[Finding] = []
        self._owners = owners
        self._file = file

    def declare(self, key: str, model: LaneModel) -> None:
        """A lane of somebody's own, or more about one that is there."""
        index = first(place for place, lane in enumerate(self.lanes) if lane.id == key)
        if key in _STEP_KEYS:
            self._wrong(f"“{key}” is a word of the language, and cannot name a lane", key, help_="give it another id")
            return
        lane = self._insert(key, model) if index is None else self._more(index, model)
        self._say(lane, model)

    def _insert(self, key: str, model: LaneModel) -> Lane:
        """A new lane, after or before the one it names; the last if it names none."""
        if model.after and model.before:
            why = "“after” says already where the lane stands"
            self._idle(key, "before", why, help_="take one of them away")
        lane = Lane(key, model.name or key, LaneKind(model.kind or LaneKind.COMPANY))
        anchor = model.after or model.before
        index = first(place for place, other in enumerate(self.lanes) if anchor in (other.id, other.name))
        if anchor and index is None:
            where = self._place(key, "after" if model.after else "before")
            self.findings.append(unknown(anchor, where, "lane", [other.id for other in self.lanes]))
        default = 1 if lane.kind is LaneKind.EVIDENCE and self.lanes[0].id == EVIDENCE.id else len(self.lanes)
        self.lanes.insert(default if index is None else index + bool(model.after), lane)
        return lane

    def _more(self, index: int, model: LaneModel) -> Lane:
        """What is said of a lane that is there: an owner, a time, and of one that is built in a name."""
        lane = self.lanes[index]
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
            lane = self.lanes[index] = replace(lane, name=model.name)
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
        found = self._owners.get(word) or first(one for one in self._owners.values() if one.name == word)
        if found is None:
            self.findings.append(unknown(word, place, "owner", self._owners))
            return ""
        return found.id

    def _place(self, *keys: str, part: Part = Part.VALUE) -> Place:
        return Place(self._file, ("lanes", *keys), part)

    def _wrong(self, message: str, *keys: str, help_: str, name: str = "name-said-twice") -> None:
        self.findings.append(Finding(message, self._place(*keys, part=Part.KEY), help=help_, name=name))
