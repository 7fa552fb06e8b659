"""Statements: the claims of a page as answering wants them, by the page alone: what each is about, and whether it may answer another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.reconcile.replies import Passage, Reply, is_negated, read_reply
from firsthand.reconcile.wording import keys_of
from firsthand.records import Claim, Reading
from firsthand.records.span import hull


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a claim is about (names, numbers, words by key), how it answers, if it carries words of an answer, and whether it may answer
    at all: by such words, or because it plainly negates something."""

    facts: frozenset[str]
    reply: Reply | None
    may_answer: bool


def statements_of(reading: Reading) -> Iterator[Statement]:
    """Yields a statement for every claim of a reading, in their order; none where there is no article."""
    if reading.article is None:
        return
    text = reading.article.text
    for claim in reading.claims:
        words = " ".join(s.of(text) for s in claim.content)
        marked = hull((*claim.content, *claim.cue))
        found = read_reply(Passage(text=text, start=marked.start, end=marked.end))
        reply = found if _fits(claim, found) else None
        yield Statement(facts=keys_of(words), reply=reply, may_answer=may_answer(claim, reply, words))


def may_answer(claim: Claim, reply: Reply | None, told: str) -> bool:
    """Says whether a claim carries the words of an answer, or is somebody's and plainly negates something."""
    return reply is not None or (claim.speaker is not None and is_negated(told))


def _fits(claim: Claim, reply: Reply | None) -> bool:
    """A cue counts only where the claim's status, read by its own layer, says nothing against it."""
    if reply is None:
        return False
    wanted = {
        "denies": {"denied"},
        "does not confirm": {"not confirmed"},
        "corrects": {"corrected", "asserted"},
        "confirms": {"confirmed", "asserted"},
    }
    return claim.status in wanted.get(reply.relation, {claim.status})
