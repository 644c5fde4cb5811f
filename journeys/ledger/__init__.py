"""Who owes whom what, why it holds or does not, and what would break if somebody or something were gone."""

from journeys.ledger.entry import Entry
from journeys.ledger.ledger import ledger, ledgers

__all__ = ["Entry", "ledger", "ledgers"]
