"""The network that reads two passages side by side: how one claim answers another, and what one figure is to another.

It sees the marked words of both with what stands round them, who asserts, which is the later page, and the answers of the rules. Both orders
are read, so that the order in which two passages are handed over does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from firsthand.models.sessions import session_of, tokenizer_of
from firsthand.models.store import verified_folder

ANSWERS = (
    "denies", "does not confirm", "declines to comment", "confirms", "repeats", "corrects", "retracts", "qualifies", "responds", "contradicts", "unrelated",
)  # fmt: skip
RELATIONS = ("repeats", "updates", "disputes", "part of", "different scope", "unrelated", "cannot tell")
WHO, BEFORE, MARKED, AFTER = 10, 48, 70, 32  # wordpieces of each side that are read
_CLS, _SEP = 101, 102
# Wordpieces that no text has stand for what is known of the pair.
_MARK_START, _MARK_END, _HEARSAY, _SOMEBODY, _WHO_ENDS = 2, 3, 11, 12, 13
_SAME_DAY, _FIRST_IS_EARLIER, _FIRST_IS_LATER = 21, 22, 23
_ONE_OUTLET, _TWO_OUTLETS = 26, 27
_ONE_ASSERTER = {True: 31, False: 32, None: 33}
_PARTIES = 41


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One side: its text with the marked words (code points, end exclusive), who asserts them (the outlet where nobody does), and its page."""

    text: str
    start: int
    end: int
    who: str
    is_hearsay: bool
    outlet: str
    day: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides and what is known of them. `same`: whether one asserter speaks on both; `parties`: whether each side's asserter is a party to
    what the other says; `facts`: the answers of the rules and slots, as the network was taught to read them."""

    a: Marked
    b: Marked
    same: bool | None
    parties: tuple[bool, bool]
    facts: tuple[float, ...]

    @property
    def turned(self) -> Pair:
        """Gives the same pair in the other order."""
        return Pair(self.b, self.a, self.same, self.parties[::-1], self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """What the network says of a pair: the chance of each of ANSWERS and RELATIONS, and that the first side is the one that answers."""

    answers: dict[str, float]
    relations: dict[str, float]
    first_answers: float


@dataclass(slots=True)
class PairNetwork:
    """Reads pairs of passages. One thread: the same pair always gives the same chances."""

    session: Any
    tokenizer: Any

    @classmethod
    def load(cls) -> PairNetwork:
        """Gives the process's one network, its files checked; raises ModelDamaged."""
        return _loaded()

    def __call__(self, pair: Pair) -> Chances:
        """Gives the chances of a pair, the mean of both orders."""
        found = []
        for each in (pair, pair.turned):
            answers, direction, relations = self.session.run(["answers", "direction", "relations"], self.inputs(each))
            found.append((np.exp(answers[0]), np.exp(direction[0]), np.exp(relations[0])))
        (answers, direction, relations), (back, turned, again) = found
        return Chances(
            answers=dict(zip(ANSWERS, ((answers + back) / 2).tolist(), strict=True)),
            relations=dict(zip(RELATIONS, ((relations + again) / 2).tolist(), strict=True)),
            first_answers=float(direction[0] + turned[1]) / 2,
        )

    def inputs(self, pair: Pair) -> dict[str, Any]:
        """Gives what the network is given of a pair in this order."""
        a, b = pair.a, pair.b
        day = _SAME_DAY if a.day == b.day else _FIRST_IS_EARLIER if a.day < b.day else _FIRST_IS_LATER
        outlets = _ONE_OUTLET if a.outlet.lower() == b.outlet.lower() else _TWO_OUTLETS
        flags = [day, outlets, _ONE_ASSERTER[pair.same], _PARTIES + 2 * pair.parties[0] + pair.parties[1]]
        first, second = self._side(a), self._side(b)
        ids = np.array([_CLS, *flags, *first, _SEP, *second, _SEP], dtype=np.int64)
        types = np.zeros(len(ids), dtype=np.int64)
        types[len(flags) + len(first) + 2 :] = 1
        marked = np.cumsum(np.where(ids == _MARK_START, 1, 0)) - np.cumsum(np.where(ids == _MARK_END, 1, 0))
        marked = np.where(ids == _MARK_START, 0, marked).astype(np.float32)
        return {"ids": ids[None], "types": types[None], "marked": marked[None], "facts": np.array([pair.facts], dtype=np.float32)}  # fmt: skip

    def _side(self, side: Marked) -> list[int]:
        before, marked, after = (
            self._pieces(side.text[start:end])
            for start, end in ((0, side.start), (side.start, side.end), (side.end, len(side.text)))
        )
        return [
            _HEARSAY if side.is_hearsay else _SOMEBODY, *self._pieces(side.who)[:WHO], _WHO_ENDS,
            *before[-BEFORE:], _MARK_START, *marked[:MARKED], _MARK_END, *after[:AFTER],
        ]  # fmt: skip

    def _pieces(self, text: str) -> list[int]:
        found: list[int] = self.tokenizer.encode(text, add_special_tokens=False).ids if text else []
        return found


@lru_cache(maxsize=1)
def _loaded() -> PairNetwork:
    return PairNetwork(session_of(verified_folder("pairs")), tokenizer_of(verified_folder("attribution")))
