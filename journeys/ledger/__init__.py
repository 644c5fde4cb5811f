"""Who owes whom what, why it holds or does not, and what would break if somebody or something were gone."""

from journeys.ledger.entry import Entry
from journeys.ledger.hypothesis import Gone, Hypothesis, late, without
from journeys.ledger.imagine import imagine
from journeys.ledger.ledger import ledger, ledgers
from journeys.ledger.proof import Proof, proof
from journeys.ledger.ranked import Carrier, ranked
from journeys.ledger.whatif import Consequences, Void, whatif

__all__ = [
    "Carrier",
    "Consequences",
    "Entry",
    "Gone",
    "Hypothesis",
    "Proof",
    "Void",
    "imagine",
    "late",
    "ledger",
    "ledgers",
    "proof",
    "ranked",
    "whatif",
    "without",
]
