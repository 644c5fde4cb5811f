"""Who owes whom what, why it holds or does not, and what would break if somebody or something were gone."""

from journeys.features.ledger.entry import Entry
from journeys.features.ledger.hypothesis import Hypothesis, HypothesisKind, late, without
from journeys.features.ledger.imagine import imagine
from journeys.features.ledger.ledger import ledger, ledgers
from journeys.features.ledger.proof import Proof, proof
from journeys.features.ledger.ranked import Carrier, ranked
from journeys.features.ledger.whatif import BrokenPromise, Consequences, whatif

__all__ = [
    "BrokenPromise",
    "Carrier",
    "Consequences",
    "Entry",
    "Hypothesis",
    "HypothesisKind",
    "Proof",
    "imagine",
    "late",
    "ledger",
    "ledgers",
    "proof",
    "ranked",
    "whatif",
    "without",
]
