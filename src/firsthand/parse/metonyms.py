"""Capitals and palaces that stand for a government: told from the place by what is done there, or what it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.parse.name import LOCATIVE, Name
from firsthand.parse.view import View
from firsthand.text.person_nouns import HEADS

# What a government does, as lemmas; a city hosts, a government says.
_ACTS = frozenset(
    [
        "say",
        "tell",
        "add",
        "deny",
        "claim",
        "accuse",
        "warn",
        "urge",
        "reject",
        "insist",
        "announce",
        "report",
        "confirm",
        "acknowledge",
        "admit",
        "condemn",
        "call",
        "demand",
        "ask",
        "want",
        "hope",
        "fear",
        "believe",
        "think",
        "suspect",
        "argue",
        "maintain",
        "declare",
        "vow",
        "pledge",
        "promise",
        "agree",
        "refuse",
        "threaten",
        "offer",
        "propose",
        "respond",
        "react",
        "sign",
        "impose",
        "lift",
        "send",
        "deploy",
        "launch",
        "withdraw",
        "recall",
        "expel",
        "summon",
        "support",
        "back",
        "oppose",
        "blame",
        "consider",
        "decide",
        "plan",
        "seek",
        "try",
        "need",
        "suggest",
        "indicate",
        "signal",
        "describe",
        "view",
        "see",
        "regard",
        "recognize",
        "recognise",
        "criticize",
        "criticise",
        "welcome",
        "praise",
        "invite",
        "order",
        "approve",
        "provide",
        "supply",
        "intend",
        "expect",
        "know",
        "dismiss",
        "stress",
        "emphasize",
        "emphasise",
        "conclude",
        "have",
    ]
)
_FACING = frozenset(["with", "between", "against", "by", "for", "of"])
_RELATIONS = frozenset(
    [
        "ties",
        "relations",
        "tensions",
        "talks",
        "alliance",
        "dialogue",
        "cooperation",
        "trade",
        "war",
        "dispute",
        "agreement",
        "pact",
        "ultimatum",
        "pressure",
        "support",
        "demands",
        "response",
        "decision",
        "policy",
        "position",
        "stance",
        "forces",
        "troops",
        "ambassador",
        "envoy",
        "government",
        "allies",
        "officials",
    ]
)


def with_metonyms(view: View, names: Sequence[Name]) -> Iterator[Name]:
    """Gives the names, those of capitals that act as governments turned into states."""
    for name in names:
        seats = view.gazetteer.seat(name.text) if name.kind == "place" else ()
        if len(seats) == 1 and (_acts(view, name.first, name.last) or name.text not in seats[0].capitals):
            yield replace(name, kind="state", entry=seats[0], why=f"metonym: {name.text} for its government")
        else:
            yield name


def _acts(view: View, first: int, last: int) -> bool:
    """Says whether the words at these tokens do what governments do."""
    before = view.lower(first - 1, first)
    if before == "and" or before == ",":
        before = view.lower(first - 3, first) if view.lower(first - 3, first) in LOCATIVE | _FACING else before
    if _possesses_office(view, last):
        return True
    if before in LOCATIVE:
        return False
    if before in ("between", "with", "against") or (before in _FACING and view.lower(first - 2, first) in _RELATIONS):
        return True
    return _does(view, first, last)


def _does(view: View, first: int, last: int) -> bool:
    """Says whether a verb of governments follows, adverbs and helpers between, or "and B" and then such a verb."""
    index = _behind_time(view, last)
    while view.same_sentence(index, first) and index - last < 10:
        token = view.tokens[index]
        if token.pos == "VERB":
            return token.lemma in _ACTS
        linked = token.text in ("and", ",") or token.tag.startswith("NNP") or token.pos in ("AUX", "ADV", "PART")
        if not linked:
            return False
        index += 1
    return False


def _behind_time(view: View, last: int) -> int:
    """Gives the token behind "on Friday morning", or `last`."""
    at = last + (view.lower(last, last - 1) in ("on", "late", "early"))
    while view.lower(at, last - 1) in _DAYS:
        at += 1
    return at if at > last + (view.lower(last, last - 1) in ("on", "late", "early")) else last


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night today yesterday".split()
)


def _possesses_office(view: View, last: int) -> bool:
    """Says whether 's and an office or a policy follow ("Lisbon's security chief", "Lisbon's decision")."""
    if not (view.same_sentence(last, last - 1) and view.tokens[last].tag == "POS"):
        return False
    words = [view.lower(index, last) for index in range(last + 1, last + 5)]
    return any(word in HEADS or word in _RELATIONS for word in words)
