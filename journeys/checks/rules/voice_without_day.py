from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

_STEPS = """
    steps:
      - step: Order
        evidence: Menu
        customer: Choose a dish
        frontstage: {do: Take the order, owner: waiter, channel: at the table}
        end: true
    voices:
      nuts: {voice: Guests ask whether there are nuts in it, from: waiter, at: Order%s}
"""


@rule(
    "E502",
    wrong=False,
    source="language.md, Designing on purpose",
    over="designed",
    bad=Example(_STEPS % "" + "    # ^^^^ nothing says when this was heard\n"),
    good=Example(_STEPS % ", heard: 2026-10-02"),
)
def voice_without_day(designed: Designed) -> Iterator[Finding]:
    """A voice does not say on which day it was heard.

    Unanswered voices are read the oldest first, and `journeys due` tells for how long nobody answered: without a day a
    voice waits at the end of the list for ever. Write the day under `heard`; the one on which you write it down is
    better than none.
    """
    for voice in designed.purpose.voices.values():
        if voice.heard is None and not designed.unread(voice.place.at("heard")):
            yield voice.finding(
                f"nothing says when this was heard: “{voice.name}”", help="write the day, like `heard: 2026-10-02`"
            )
