"""The ledger: one SQLite file that is the case. Append and supersede only; this room alone talks to SQLite."""

from firsthand.ledger.ledger import Counts, Ledger
from firsthand.ledger.verify import Problem, verify

__all__ = ["Counts", "Ledger", "Problem", "verify"]
