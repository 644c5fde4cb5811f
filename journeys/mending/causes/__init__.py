"""What can be done about each fault of the calculus, and about each silence: a small function for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from journeys.graph.verdict import Cause, Fault, Silence
from journeys.mending.case import Case
from journeys.mending.causes import conditions, handoffs, people, places, rates, silences, times
from journeys.mending.remedy import Remedy

Remedies = Callable[[Case], Iterator[Remedy]]

OF_FAULTS: Mapping[Fault, Remedies] = MappingProxyType(
    {
        Fault.BY_NOBODY: people.somebody_promises,
        Fault.VACANT: people.post_filled,
        Fault.TO_NOBODY: people.somebody_is_promised,
        Fault.UNFIT: places.kept_at_an_action,
        Fault.KEPT_NOWHERE: places.kept_somewhere,
        Fault.MADE_NOWHERE: places.made_somewhere,
        Fault.OUT_OF_REACH: places.made_within_reach,
        Fault.MISSED: places.released,
        Fault.UNOWNED: people.action_owned,
        Fault.FOREIGN: handoffs.agreed_with_who_does_it,
        Fault.UNCOVERED: handoffs.agreed_below,
        Fault.NOT_RELIED_ON: handoffs.relied_on,
        Fault.UNPROMISED: conditions.named_aright,
        Fault.TO_ANOTHER: conditions.promised_to_who_relies,
        Fault.AFTER: conditions.done_without,
        Fault.CIRCLE: conditions.circle_opened,
        Fault.TOO_LATE: times.in_time,
        Fault.BOUNDLESS: times.bounded,
        Fault.TOO_OFTEN: rates.often_enough,
        Fault.RATE_UNPROVEN: rates.often_enough,
        Fault.CONTRADICTION: conditions.one_word,
    }
)
OF_SILENCES: Mapping[Silence, Remedies] = MappingProxyType(
    {
        Silence.TIME: silences.time_said,
        Silence.RATE: silences.rate_said,
        Silence.INDEPENDENCE: rates.often_enough,
        Silence.CONDITION: silences.nothing,
    }
)


def remedies(case: Case) -> Iterator[Remedy]:
    """What can be done about a cause or an assumption, each by itself."""
    one = case.one
    return OF_FAULTS[one.root.fault](case) if isinstance(one, Cause) else OF_SILENCES[one.silence](case)
