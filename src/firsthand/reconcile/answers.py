"""Answers: claims that deny, do not confirm, confirm, correct or take back another claim, linked across the pages of a story.

Conservative: the two must share most of what the shorter one says, a number, or a name and more words than names, among it, and
the asserter must fit the relation (nobody denies his own word, nobody corrects another's).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from firsthand.reconcile.compare import Context
from firsthand.reconcile.facts import facts_of
from firsthand.reconcile.figures import entity_of
from firsthand.reconcile.replies import Passage, Reply, read_reply
from firsthand.records import Claim, Judgement, Reading
from firsthand.records.span import hull

MIN_WORDS = 2  # that are no names, where no number is shared
MIN_SHARE = 0.5
MIN_FACTS = 3
MAX_POSTING = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim prepared for matching: its facts, its asserter's body, its page's day, and how it answers, if it answers."""

    claim: Claim
    facts: frozenset[str]
    body: str | None
    day: str
    reply: Reply | None


def link_answers(
    stories: Mapping[str, Sequence[str]], readings: Mapping[str, Reading], context: Context
) -> Iterator[Judgement]:
    """Yields judgements from answering claims to what they answer, on one page or across the pages of a story."""
    for name in sorted(stories):
        said = {s.claim.id: s for a in stories[name] for s in _said(readings[a], context)}
        yield from _stated(said)
        for left, right in _candidates(said):
            if judgement := _link(said[left], said[right]) or _link(said[right], said[left]):
                yield judgement


def _said(reading: Reading, context: Context) -> Iterator[Said]:
    article = reading.article
    if article is None:
        return
    for claim in reading.claims:
        words = " ".join(s.of(article.text) for s in claim.content)
        entity = entity_of(claim.speaker)
        span = hull((*claim.content, *claim.cue))
        reply = read_reply(Passage(text=article.text, start=span.start, end=span.end))
        yield Said(
            claim=claim, facts=frozenset(facts_of(words).first), body=context.body(entity) if entity else None,
            day=(article.published or "")[:10], reply=reply if _fits(claim, reply) else None,
        )  # fmt: skip


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


def _stated(said: Mapping[str, Said]) -> Iterator[Judgement]:
    """The denials that a page's own claims already point out."""
    for key in sorted(said):
        claim = said[key].claim
        if claim.denies and claim.denies in said and claim.denies != claim.id:
            relation = "corrects" if claim.status == "corrected" else "denies"
            yield Judgement(
                about="claim",
                subject=claim.id,
                object=claim.denies,
                relation=relation,
                reasons=("the page sets the one against the other",),
            )


def _candidates(said: Mapping[str, Said]) -> Iterator[tuple[str, str]]:
    postings: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(said):
        for fact in said[key].facts:
            postings[fact].append(key)
    answering = {k for k, s in said.items() if s.reply}
    shared: Counter[tuple[str, str]] = Counter()
    for fact in sorted(postings):
        ids = postings[fact]
        if len(ids) <= MAX_POSTING:
            shared.update(p for p in combinations(ids, 2) if p[0] in answering or p[1] in answering)
    yield from sorted(p for p, n in shared.items() if n >= MIN_FACTS)


def _link(answer: Said, other: Said) -> Judgement | None:
    reply = answer.reply
    if reply is None or other.reply is not None or answer.claim.denies == other.claim.id:
        return None
    shared = answer.facts & other.facts
    smaller = min(len(answer.facts), len(other.facts))
    if len(shared) < max(MIN_FACTS, MIN_SHARE * smaller) or not any(f[0] in "#@" for f in shared):
        return None
    if not any(f[0] == "#" for f in shared) and sum(f[0] not in "#@" for f in shared) < MIN_WORDS:
        return None  # names alone: two statements about one ship need not answer each other
    same = answer.body is not None and answer.body == other.body
    if reply.is_own_word != same or (
        not same and (answer.body is None or (answer.day and other.day and answer.day < other.day))
    ):
        return None
    named = ", ".join(sorted(f.lstrip("#@") for f in shared)[:6])
    return Judgement(
        about="claim", subject=answer.claim.id, object=other.claim.id, relation=reply.relation,
        reasons=(f"“{reply.cue}”", f"both are about: {named}"), checked=("asserters", "days", "shared names, numbers and words"),
    )  # fmt: skip
