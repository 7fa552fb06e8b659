"""Two passages read side by side: what the rules say of a pair, weighed with what the pair network says of it.

The rules of `exchange` and `judge` fit the sentences they were read from better than others, and leave most of what is worded otherwise open.
The network knows their answer when it reads the pair. How a claim answers another is decided by its chances with a vote of the rules; what one
figure is to another the slots decide where they say anything, for a network is no judge of numbers. A denial, a confirmation or a dispute
needs a chance of its own: inventing one does more harm than leaving one open.
"""

from __future__ import annotations

from functools import lru_cache

from firsthand.models.pairs import ANSWERS, RELATIONS, Chances, Marked, Pair, PairNetwork
from firsthand.reconcile.evidence import EVIDENCE, answers
from firsthand.reconcile.exchange import Exchange, classify
from firsthand.reconcile.judge import Ruling, by_table, judge_pair
from firsthand.reconcile.laid import Laid
from firsthand.reconcile.parties import Turn, is_party, same_asserter
from firsthand.reconcile.sides import Side

VOTE, CUED = 0.2, 0.8  # of the rules' answer to how one claim answers another, and where it is one that cue words give
NEEDED = {"denies": 0.9, "confirms": 0.85, "disputes": 0.6}  # the least chance with the votes
LEFT_OPEN = 0.3  # of a ruling on two figures that only says that nothing shows; one that says more stands
_OPEN = frozenset({"cannot tell", "unrelated"})
REACH = 600  # characters of a text on each side of the marked words that are handed over
_BY_CUE = frozenset(
    {"denies", "does not confirm", "declines to comment", "confirms", "corrects", "retracts", "qualifies"}
)
_UNDIRECTED = frozenset({"contradicts", "unrelated"})


def exchange_of(a: Turn, b: Turn) -> Exchange:
    """Gives how two claims stand: the relation that rules and network speak for together, and which side answers."""
    ruled = classify(a, b)
    said = _read_claims(a, b, ruled.relation)
    weight = dict(said.answers)
    weight[ruled.relation] += CUED if ruled.relation in _BY_CUE else VOTE
    relation = _best(weight)
    answering = None if relation in _UNDIRECTED else "a" if said.first_answers >= 0.5 else "b"
    if (relation, answering) == (ruled.relation, ruled.answering):
        return ruled
    reason = f"{_told(relation, said.answers[relation])}; by the rules {ruled.relation}: {ruled.reason}"
    return Exchange(relation=relation, answering=answering, reason=reason)


def ruling_of(a: Side, b: Side) -> Ruling:
    """Gives how two figures stand: as table and slots say, and as the network says where those leave it open."""
    ruled = judge_pair(a, b)
    if ruled.relation not in _OPEN:
        return ruled
    first, second = sorted((a, b), key=lambda s: (s.text, s.figure.quantity.span))
    if by_table(Laid(first, second))[1]:
        return ruled
    said = PairNetwork.load()(pair_of_figures(first, second, ruled.relation))
    weight = dict(said.relations)
    weight[ruled.relation] += LEFT_OPEN
    relation = _best(weight)
    if relation == ruled.relation:
        return ruled
    chance = said.relations[relation]
    return Ruling(relation, f"{_told(relation, chance)}; by the slots {ruled.relation}: {ruled.reason}")  # type: ignore[arg-type]


def _best(weight: dict[str, float]) -> str:
    return max(weight, key=lambda name: (weight[name] if weight[name] >= NEEDED.get(name, 0.0) else 0.0, name))


def _told(relation: str, chance: float) -> str:
    return f"the network that reads both passages: {relation} (chance {chance:.2f})"


@lru_cache(maxsize=1024)  # a pair is asked for again when its page is settled anew
def _read_claims(a: Turn, b: Turn, ruled: str) -> Chances:
    return PairNetwork.load()(pair_of_claims(a, b, ruled))


def pair_of_claims(a: Turn, b: Turn, ruled: str) -> Pair:
    """Gives two claims as the network reads them; `ruled` is the rules' relation, "" where it is to do without."""
    facts = (*(float(name == ruled) for name in ANSWERS), *[0.0] * (len(RELATIONS) + len(EVIDENCE)))
    return Pair(_turn(a), _turn(b), same_asserter(a, b), (is_party(a, b), is_party(b, a)), facts)


def pair_of_figures(a: Side, b: Side, ruled: str) -> Pair:
    """Gives two figures as the network reads them; `ruled` likewise."""
    first, second = sorted((a, b), key=lambda s: (s.text, s.figure.quantity.span))
    laid = Laid(first, second)
    facts = (
        *[0.0] * len(ANSWERS),
        *(float(name == ruled) for name in RELATIONS),
        *(answer for _, answer in answers(laid)),
    )
    return Pair(_side(a), _side(b), {"same": True, "different": False}.get(laid.who), (False, False), facts)


def _turn(turn: Turn) -> Marked:
    passage = turn.passage
    return _marked(passage.text, passage.start, passage.end, turn.speaker or "", turn.is_hearsay, turn.outlet, turn.day)


def _side(side: Side) -> Marked:
    span, figure = side.figure.quantity.span, side.figure
    return _marked(side.text, span.start, span.end, figure.asserter or "", False, side.outlet, figure.published or "")


def _marked(text: str, start: int, end: int, who: str, is_hearsay: bool, outlet: str, day: str) -> Marked:
    low = max(start - REACH, 0)
    seen = text[low : end + REACH]
    return Marked(
        text=seen, start=start - low, end=end - low, who=who or outlet, is_hearsay=is_hearsay, outlet=outlet, day=day
    )
