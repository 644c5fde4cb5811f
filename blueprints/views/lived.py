"""What was heard, expected and changed at steps and actions: marks with a count, and words where a pointer rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from blueprints.views.view import Detail, Tone
from journeys.graph.hearing import Heard
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import StepNode
from journeys.graph.purpose_nodes import ChangeNode, ExpectationNode
from journeys.graph.purpose_questions import Progress
from journeys.language.quantities import counted

OPEN, ANSWERED = "voice-open", "voice"
"""The signs of voices: one of them is open, or each is answered."""
_MOST = 6
"""So many of a kind are told in words; of the others, how many there are."""


class Lived:
    """What is told of the steps and actions (by node id) of a journey."""

    def __init__(self, journey: JourneyGraph) -> None:
        self._journey = journey
        self._answers = journey.workspace.answers

    def marks(self, id_: str) -> Iterator[Detail]:
        """How many voices were heard somewhere, and how many of them are open; nothing where there are none."""
        heard = self._answers.heard_at(id_)
        unanswered = sum(one.open for one in heard)
        if unanswered:
            said = "open" if unanswered == len(heard) else f"{unanswered} open"
            yield Detail(OPEN, f"{counted(len(heard), 'voice')}, {said}", Tone.STRONG)
        elif heard:
            yield Detail(ANSWERED, counted(len(heard), "voice"))

    def words(self, id_: str, step: StepNode | None = None) -> str:
        """What was heard, is expected (of a `step`) and changed there, as one text."""
        expected = step.expectations if step else ()
        parts = (
            *_first(map(self._voice, self._answers.heard_at(id_))),
            *_first(map(said_expectation, expected)),
            *_first(map(self._change, self._answers.changed_at(id_))),
        )
        return " · ".join(parts)

    def _voice(self, heard: Heard) -> str:
        voice = heard.voice
        who = self._journey.called(voice.by) if voice.by else voice.by_text
        became = "open" if heard.open else f"answered by {', '.join(f'“{one.name}”' for one in heard.changes)}"
        return f"Heard: “{voice.name}” ({'; '.join(filter(None, (who, str(voice.heard or ''), became)))})"

    def _change(self, change: ChangeNode) -> str:
        return f"Change: {change.name} ({said_progress(change, self._answers.progress(change))})"


def said_expectation(one: ExpectationNode) -> str:
    """What is expected, of which kind, and how old that knowledge is."""
    known = [part for part in (one.kano, one.basis, f"as of {one.as_of}" if one.as_of else "") if part]
    return f"Expects: {one.name}" + (f" ({', '.join(known)})" if known else "")


def said_progress(change: ChangeNode, progress: Progress) -> str:
    """How far a change has come, since when, and what came of it."""
    day = change.done if progress is not Progress.BEGUN else change.started
    said = f"{progress} on {day}" if progress in (Progress.BEGUN, Progress.DONE) else str(progress)
    values = [str(one.value) for one in change.results]
    return f"{said}: {' → '.join(values)}" if values else said


def _first(texts: Iterable[str]) -> Sequence[str]:
    found = list(texts)
    more = [f"and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return [*found[:_MOST], *more]
