"""Who owes whom what, why it holds or does not, and what would break if somebody or something were gone."""

from journeys.features.ledger.entry import Entry
from journeys.features.ledger.hypothesis import Gone, Hypothesis, late, without
from journeys.features.ledger.imagine import imagine
from journeys.features.ledger.ledger import ledger, ledgers
from journeys.features.ledger.proof import Proof, proof
from journeys.features.ledger.ranked import Carrier, ranked
from journeys.features.ledger.whatif import Consequences, Void, whatif

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
