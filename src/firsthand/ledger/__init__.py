"""The ledger: one SQLite file that is the case. Append and supersede only; this room alone talks to SQLite."""

from firsthand.ledger.decided import Decided, decided_on, decided_on_pair, machine_answer
from firsthand.ledger.ledger import Counts, Ledger
from firsthand.ledger.pairs import Between, Held, Statement, held_between, statement_of
from firsthand.ledger.people import Signed
from firsthand.ledger.regroup import regroup
from firsthand.ledger.verify import Problem, verify
from firsthand.ledger.waiting import GAP_NAMES, Waiting, WaitingPair, waiting, waiting_pairs

__all__ = [
    "GAP_NAMES",
    "Between",
    "Counts",
    "Decided",
    "Held",
    "Ledger",
    "Problem",
    "Signed",
    "Statement",
    "Waiting",
    "WaitingPair",
    "decided_on",
    "decided_on_pair",
    "held_between",
    "machine_answer",
    "regroup",
    "statement_of",
    "verify",
    "waiting",
    "waiting_pairs",
]
