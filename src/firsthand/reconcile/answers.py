"""Answers: claims that deny, do not confirm, confirm, correct or take back another claim, linked across the pages of a story.

Conservative: the two must share most of what the shorter one says, a number, or a name and more words than names, among it; then
`exchange.py` judges the pair by its words and asserters, and the asserter must fit (nobody denies his own word or confirms it).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from firsthand.reconcile.asserters import entity_of
from firsthand.reconcile.compare import Context
from firsthand.reconcile.exchange import Exchange, classify
from firsthand.reconcile.own import Own
from firsthand.reconcile.parties import Turn, is_note, is_party, same_asserter, subject_of
from firsthand.reconcile.replies import Passage, Reply, is_negated, read_reply
from firsthand.reconcile.side_by_side import exchange_of
from firsthand.reconcile.statements import Statement, may_answer
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
        return may_answer(self.claim, self.reply, self.turn.told)


def link_answers(
    stories: Mapping[str, Sequence[str]], readings: Mapping[str, Reading], context: Context, own: Mapping[str, Own]
) -> Iterator[Judgement]:
    """Yields judgements from answering claims to what they answer, on one page or across the pages of a story. `own` gives what each page
    gives by itself, by article id."""
    for name in sorted(stories):
        places = {c.id: (a, at) for a in stories[name] for at, c in enumerate(readings[a].claims)}
        statements = {claim: own[a].statements[at] for claim, (a, at) in places.items()}
        yield from _stated([c for a in stories[name] for c in readings[a].claims])
        said: dict[str, Said] = {}
        found: defaultdict[str, list[tuple[int, Judgement]]] = defaultdict(list)
        for pair in _candidates(statements):
            for key in pair:
                if key not in said:
                    article, at = places[key]
                    said[key] = _said(readings[article], at, statements[key], context)
            left, right = said[pair[0]], said[pair[1]]
            if judgement := link(left, right) or link(right, left):
                found[judgement.subject].append((len(left.facts & right.facts), judgement))
        for answer in sorted(found):
            most = max(n for n, _ in found[answer])
            yield from (judgement for n, judgement in found[answer] if n >= NEAR_BEST * most)


def turn_of(claim: Claim | None, marked: Span, text: str, *, outlet: str, day: str, body: str | None = None) -> Turn:
    """Gives a side of an exchange: the marked words, and who asserts, as the claim that they belong to has it.

    Words of an answer that belong to no claim with an asserter ("The mill has withdrawn its statement") are their subject's.
    """
    passage = Passage(text=text, start=marked.start, end=marked.end)
    if claim is not None and claim.speaker is not None and is_note(passage, claim.speaker.name):
        return Turn(
            passage=passage, outlet=outlet, day=day, told=" ".join(s.of(text) for s in claim.content), body=body
        )
    if claim is None or claim.speaker is None:
        is_deed = _WITNESSES.match(passage.words) or _MEASURED.search(text[max(0, marked.start - 16) : marked.start])
        subject = subject_of(passage) if read_reply(passage) or is_deed else None
        subject = None if subject and is_note(passage, subject) else subject
        return Turn(passage=passage, outlet=outlet, day=day, speaker=subject, source=subject or "", body=body)
    source, told = (" ".join(span.of(text) for span in spans) for spans in (claim.source, claim.content))
    return Turn(
        passage=passage, outlet=outlet, day=day, speaker=claim.speaker.name, source=source, told=told, body=body
    )  # fmt: skip


_WITNESSES = re.compile(
    r"(?:saw|watched|heard|counted|found|filmed|photographed|measured|recorded|noticed|witnessed|identified)\b"
)


_MEASURED = re.compile(r"\b(?:saw|watched|heard|counted|filmed|photographed|measured|recorded)\s+$")


def _said(reading: Reading, at: int, statement: Statement, context: Context) -> Said:
    """Gives a claim of a reading, by its place, prepared for matching."""
    article, claim = reading.article, reading.claims[at]
    assert article is not None
    entity = entity_of(claim.speaker)
    turn = turn_of(
        claim, hull((*claim.content, *claim.cue)), article.text, outlet=article.outlet or "", day=(article.published or "")[:10],
        body=context.body(entity) if entity else None,
    )  # fmt: skip
    return Said(claim=claim, facts=statement.facts, turn=turn, reply=statement.reply)


def _stated(claims: Sequence[Claim]) -> Iterator[Judgement]:
    """The denials that a page's own claims already point out."""
    known = {claim.id for claim in claims}
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.denies and claim.denies in known and claim.denies != claim.id:
            relation = "corrects" if claim.status == "corrected" else "denies"
            yield Judgement(
                about="claim",
                subject=claim.id,
                object=claim.denies,
                relation=relation,
                reasons=("the page sets the one against the other",),
            )


def _candidates(statements: Mapping[str, Statement]) -> Iterator[tuple[str, str]]:
    """Gives the pairs of claims that share enough facts that not too many have, and of which one may answer."""
    answering = {key for key, statement in statements.items() if statement.may_answer}
    wanted = {fact for key in answering for fact in statements[key].facts}
    postings: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(statements):
        for fact in statements[key].facts & wanted:
            postings[fact].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in postings.values():
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
    if not _is_linked(found, answer):
        found = exchange_of(answer.turn, other.turn)
        if not _is_linked(found, answer):
            return None
    if found.relation == "confirms" and _gives_other_numbers(answer, other):
        return None
    named = ", ".join(sorted(f.lstrip("#@") for f in shared)[:6])
    return Judgement(
        about="claim", subject=answer.claim.id, object=other.claim.id, relation=found.relation,
        reasons=(found.reason, f"both are about: {named}"), checked=("asserters", "days", "shared names, numbers and words"),
    )  # fmt: skip


def _is_linked(found: Exchange, answer: Said) -> bool:
    """Says whether an exchange is an answer of the one side that its own words bear out: its cue, or a plain denial where it has none."""
    wanted = answer.reply.relation if answer.reply is not None else "denies"
    return found.answering == "a" and found.relation in LINKED and found.relation == wanted


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
