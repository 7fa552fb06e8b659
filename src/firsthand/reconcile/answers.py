"""Answers: claims that deny, do not confirm, confirm, correct or take back another claim, linked across the pages of a story.

Conservative: the two must share most of what the shorter one says, a number, or a name and more words than names, among it; then
`exchange.py` judges the pair by its words and asserters, and the asserter must fit (nobody denies his own word or confirms it).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from firsthand.reconcile.asserters import entity_of
from firsthand.reconcile.compare import Context
from firsthand.reconcile.exchange import classify
from firsthand.reconcile.parties import Turn, is_party, same_asserter, subject_of
from firsthand.reconcile.replies import Passage, Reply, is_negated, read_reply
from firsthand.reconcile.wording import keys_of
from firsthand.records import Claim, Judgement, Reading
from firsthand.records.span import Span, hull

LINKED = ("denies", "does not confirm", "declines to comment", "confirms", "corrects", "retracts", "qualifies")
NEAR_BEST = 0.75  # of what an answer has in common with the claim that it fits best
MIN_SHARE = 0.3
MIN_FACTS = 2
MAX_POSTING = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A claim prepared for matching: its facts, its turn (words, asserter, body, day), and how it answers, if it answers."""

    claim: Claim
    facts: frozenset[str]
    turn: Turn
    reply: Reply | None

    @property
    def may_answer(self) -> bool:
        """Says whether the claim carries the words of an answer or plainly negates something."""
        return self.reply is not None or (self.claim.speaker is not None and is_negated(self.turn.told))


def link_answers(
    stories: Mapping[str, Sequence[str]], readings: Mapping[str, Reading], context: Context
) -> Iterator[Judgement]:
    """Yields judgements from answering claims to what they answer, on one page or across the pages of a story."""
    for name in sorted(stories):
        said = {s.claim.id: s for a in stories[name] for s in _said(readings[a], context)}
        yield from _stated(said)
        found: defaultdict[str, list[tuple[int, Judgement]]] = defaultdict(list)
        for left, right in _candidates(said):
            if judgement := link(said[left], said[right]) or link(said[right], said[left]):
                found[judgement.subject].append((len(said[left].facts & said[right].facts), judgement))
        for answer in sorted(found):
            most = max(n for n, _ in found[answer])
            yield from (judgement for n, judgement in found[answer] if n >= NEAR_BEST * most)


def turn_of(claim: Claim | None, marked: Span, text: str, *, outlet: str, day: str, body: str | None = None) -> Turn:
    """Gives a side of an exchange: the marked words, and who asserts, as the claim that they belong to has it.

    Words of an answer that belong to no claim with an asserter ("The mill has withdrawn its statement") are their subject's.
    """
    passage = Passage(text=text, start=marked.start, end=marked.end)
    if claim is None or claim.speaker is None:
        subject = subject_of(passage) if read_reply(passage) else None
        return Turn(passage=passage, outlet=outlet, day=day, speaker=subject, source=subject or "", body=body)
    source, told = (" ".join(span.of(text) for span in spans) for spans in (claim.source, claim.content))
    return Turn(
        passage=passage, outlet=outlet, day=day, speaker=claim.speaker.name, source=source, told=told, body=body
    )  # fmt: skip


def _said(reading: Reading, context: Context) -> Iterator[Said]:
    article = reading.article
    if article is None:
        return
    for claim in reading.claims:
        words = " ".join(s.of(article.text) for s in claim.content)
        entity = entity_of(claim.speaker)
        turn = turn_of(
            claim, hull((*claim.content, *claim.cue)), article.text, outlet=article.outlet or "", day=(article.published or "")[:10],
            body=context.body(entity) if entity else None,
        )  # fmt: skip
        reply = read_reply(turn.passage)
        yield Said(claim=claim, facts=keys_of(words), turn=turn, reply=reply if _fits(claim, reply) else None)


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
    answering = {k for k, s in said.items() if s.may_answer}
    shared: Counter[tuple[str, str]] = Counter()
    for fact in sorted(postings):
        ids = postings[fact]
        if len(ids) <= MAX_POSTING:
            shared.update(p for p in combinations(ids, 2) if p[0] in answering or p[1] in answering)
    yield from sorted(p for p, n in shared.items() if n >= MIN_FACTS)


def link(answer: Said, other: Said) -> Judgement | None:
    """Gives the judgement that the one claim answers the other, or None."""
    if not answer.may_answer or answer.claim.denies == other.claim.id or not _fit(answer, other):
        return None
    shared = answer.facts & other.facts
    if not _is_one_matter(shared, answer, other):
        return None
    found = classify(answer.turn, other.turn)
    if found.answering != "a" or found.relation not in LINKED or (answer.reply is None and found.relation != "denies"):
        return None
    if answer.reply is not None and found.relation != answer.reply.relation:
        return None
    if found.relation == "confirms" and _gives_other_numbers(answer, other):
        return None
    named = ", ".join(sorted(f.lstrip("#@") for f in shared)[:6])
    return Judgement(
        about="claim", subject=answer.claim.id, object=other.claim.id, relation=found.relation,
        reasons=(found.reason, f"both are about: {named}"), checked=("asserters", "days", "shared names, numbers and words"),
    )  # fmt: skip


def _gives_other_numbers(answer: Said, other: Said) -> bool:
    mine, theirs = ({f for f in s.facts if f[0] == "#"} for s in (answer, other))
    return bool(mine and theirs and not mine & theirs)


def _is_one_matter(shared: frozenset[str], answer: Said, other: Said) -> bool:
    """Says whether two claims share enough: facts of two kinds, most of what the shorter says."""
    smaller = min(len(answer.facts), len(other.facts))
    least = MIN_FACTS if answer.reply is not None else MIN_FACTS + 1  # a plain negation says less of what it answers
    if len(shared) < max(least, MIN_SHARE * smaller):
        return False
    # Names alone: two statements about one ship need not answer each other.
    if not any(f[0] not in "#@" for f in shared):
        return False
    return len(shared) > MIN_FACTS or any(f[0] in "#@" for f in shared) or is_party(answer.turn, other.turn)


def _fit(answer: Said, other: Said) -> bool:
    """Says whether the asserters fit: one's own word is put right by oneself, another's is answered, not before it was said."""
    one, another = answer.turn, other.turn
    if one.day and another.day and one.day < another.day:
        return False
    same, reply = same_asserter(one, another), answer.reply
    if reply is not None and reply.is_own_word:
        return same is True
    if other.reply is not None or one.speaker is None or is_negated(another.statement):
        return False
    if reply is not None and reply.relation == "confirms":
        return same is False
    return same is not True and (reply is not None or is_party(one, another))
