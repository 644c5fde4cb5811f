from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.examples import ASKED, CARD_ALONE
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "O304",
    wrong=False,
    source="Reichheld and Markey 2011, The Ultimate Question 2.0: close the loop",
    profile="strict",
    over="designed",
    bad=Example(
        CARD_ALONE
        + """\
        # ^^^^^^^ nobody gets back to those who are not content
            measure: Guests who would come again
            of: Would you come again?
            as: csat
            owner: waiter
            at: Say how it was
    """
    ),
    good=Example(
        CARD_ALONE
        + ASKED
        + """\
            follow_up: {by: waiter, within: 1 day}
    """
    ),
)
def nobody_follows_up(designed: Designed) -> Iterator[Finding]:
    """Customers are asked, and nobody gets back to those who are not content.

    To ask how it was is a promise to listen. Who said that it was bad and hears nothing will not answer the next time.
    Write under `follow_up:` which owner gets back to them, and within what time. It is asked of
    `measures` that ask questions (`of`, `all_of`).
    """
    for measure in designed.purpose.measures.values():
        if measure.questions and not measure.follow_up_text and not designed.unread(measure.place.at("follow_up")):
            yield measure.finding(
                "customers are asked, and nobody gets back to those who are not content",
                help="write `follow_up: {by: …, within: …}` with the owner who gets back to them, and by when",
            )
