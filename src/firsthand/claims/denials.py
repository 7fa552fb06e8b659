"""Which claim of the same article a denial or correction answers. Only a link that the words make is set; the rest stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.content import content_words, stem
from firsthand.claims.view import View
from firsthand.records import Claim

_ANAPHOR = re.compile(
    r"\b(?:the|this|that|these|those|any|such|all)\s+(?:\w+\s+)?(?:claim|claims|figure|figures|number|numbers|charge|charges|report|reports|idea|"
    r"allegation|allegations|accusation|accusations|suggestion|assertion|statement|statements|account|story|toll|estimate|notion|rumou?rs?)\b"
    r"|\b(?:no|any) such\b|^(?:it|this|that|them|her|him|so)\b|\bnot (?:guilty|true|correct|the case)\b|^[\w ]{1,20} (?:had|has|was|is|did|does|would|will) not$|\bnever (?:was|did|had)\b",
    re.I,
)


_OPENING = 90  # characters of a statement in which a negation is about the whole
_SHARE = 0.5  # of a denial's words, names apart, that what it answers must have
_NEAR = 5  # sentences between a statement and its contradiction
_NEGATION = re.compile(r"\b(?:no|not|never|none|nothing|neither|nor)\b|n[’']t\b", re.I)
_NO_SUCH = re.compile(r"\b[Nn]o such \w")
_NO_NOUN = re.compile(r"\b[Tt]here (?:is|was|are|were|has been|had been|have been) [“\"]?no (?P<noun>\w{3,})\b")
_NOT_VERB = re.compile(
    r"(?P<subject>\w+) (?:(?:was|were|is|are|has|have|had|did|does|do|would) ?(?:never|not|n[’']t)|[“\"]?never)(?: been| ever)? (?P<verb>\w+)"
)
_CHARGE = re.compile(r"\bthe (?:charges?|accusations?|allegations?)\b")
_ACCUSES = re.compile(r"accus|charg|alleg|claim|blam|say|said|\bput\b", re.I)
_STORY = re.compile(r"\bthe (?:report|story|account|claims)\b")
_FALSE = re.compile(
    r"\b(?:is|are|was|were) (?:mistaken|wrong|lying)\b|^(?:[Aa]ll )?[Ll]ies\b|\b(?:untrue|a lie|nonsense|rubbish|invented)\b"
)


def link_denials(view: View, claims: Sequence[Claim]) -> dict[str, str]:
    """Gives, for each denial or correction that answers a claim of this article, the id of that claim."""
    links: dict[str, str] = {}
    for index, claim in enumerate(claims):
        answers = claim.status == "corrected" or (claim.status == "denied" and claim.speaker is not None)
        if answers and claim.kind not in ("scare quote", "writer's own judgement"):
            target = _target(view, claim, claims[:index], claims[index + 1 :])
            if target is not None:
                links[claim.id] = target.id
    return links


def with_contradictions(view: View, claims: Sequence[Claim]) -> list[Claim]:
    """Gives the claims, one that plainly negates another speaker's statement before it as a denial of that statement."""
    found = []
    for index, claim in enumerate(claims):
        target = None
        if claim.status == "asserted" and claim.speaker is not None and claim.kind not in ("headline", "scare quote"):
            target = _contradicted(view, claim, claims[:index])
        rule = "contradicts another speaker's statement"
        found.append(replace(claim, status="denied", status_rule=rule, denies=target.id) if target else claim)
    return found


def _contradicted(view: View, claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """Gives the nearest statement of another speaker that has what this one negates ("no request had arrived" after "has sent a request")."""
    text = " ".join(s.of(view.text) for s in claim.content)
    if _FALSE.search(text) and len(text.split()) <= 8:
        return next((c for c in reversed(before) if _is_answerable(view, claim, c, negated=True)), None)
    others = [c for c in reversed(before) if _is_answerable(view, claim, c)]
    if others and _NO_SUCH.search(text[:_OPENING]):
        return others[0]
    nothing, never = _NO_NOUN.search(text[:_OPENING]), _NOT_VERB.search(text[:_OPENING])
    if nothing is not None:
        noun = _lemma_at(view, claim, nothing["noun"])
        return next((c for c in others if noun in content_words(view, c.content)), None)
    if never is not None:
        verb, subject = _lemma_at(view, claim, never["verb"]), _lemma_at(view, claim, never["subject"])
        absolute = "never" in never.group()
        said = [(c, content_words(view, c.content)) for c in others]
        return next((c for c, had in said if verb in had or (absolute and subject in had)), None)
    return None


def _is_answerable(view: View, claim: Claim, other: Claim, *, negated: bool = False) -> bool:
    """Says whether a statement can be what a negation answers: another speaker's or hearsay, near, and no negation itself."""
    near = abs(view.text.count(". ", *sorted((other.content[0].start, claim.content[0].start)))) <= _NEAR
    known = other.speaker is not None or other.status == "reported"
    plain = other.status not in ("denied", "not confirmed", "corrected") and other.kind not in (
        "headline",
        "scare quote",
    )
    text = " ".join(s.of(view.text) for s in other.content)
    return near and known and plain and _other_speaker(claim, other) and (negated or not _NEGATION.search(text))


def _lemma_at(view: View, claim: Claim, word: str) -> str:
    """Gives the stem of a word of a claim as `content_words` counts it."""
    for line in view.lines:
        for token in line.tokens:
            if token.text == word and any(s.contains(token.span) for s in claim.content):
                return stem(token.lemma.lower() if token.tag.startswith(("NN", "VB")) else word.lower())
    return stem(word.lower())


def _target(view: View, claim: Claim, before: Sequence[Claim], after: Sequence[Claim]) -> Claim | None:
    own = claim.status == "corrected"
    mine = content_words(view, claim.content) if own else _plain_words(view, claim)
    others = [
        c for c in before if _can_be_denied(c) and (own or (_other_speaker(c, claim) and not _is_negation(view, c)))
    ]
    text = " ".join(s.of(view.text) for s in claim.content).replace('"', "").strip()
    shared = [(len(mine & content_words(view, c.content)), i) for i, c in enumerate(others)]
    best = max(shared, default=(0, -1))
    enough = 1 if own else max(1, _SHARE * len(mine))
    if best[0] >= enough:
        return others[best[1]]
    if others and _CHARGE.search(text):
        return next((c for c in reversed(others) if _ACCUSES.search(" ".join(s.of(view.text) for s in c.cue))), None)
    if others and _STORY.search(text):
        return next((c for c in reversed(others) if _opens_turn(claims_=others, claim=c)), None)
    if others and (_ANAPHOR.search(text) or (own and claim.source)):
        return others[-1]
    later = [
        c
        for c in after
        if _can_be_denied(c) and _other_speaker(c, claim) and len(mine & content_words(view, c.content)) >= enough
    ]
    return later[0] if later else None


def _plain_words(view: View, claim: Claim) -> set[str]:
    """Gives the content words of a claim without those of names: that two statements name one ship does not make them answer each other."""
    names = {
        stem(token.lemma.lower())
        for line in view.lines
        for token in line.tokens
        if token.tag.startswith("NNP") and any(s.contains(token.span) for s in claim.content)
    }
    return {word for word in content_words(view, claim.content) if word not in names}


def _is_negation(view: View, claim: Claim) -> bool:
    """Says whether a statement is a plain negation itself ("there was no cargo"): a denial beside it agrees with it."""
    text = " ".join(s.of(view.text) for s in claim.content)
    return bool(_NO_NOUN.search(text[:_OPENING]) or _NO_SUCH.search(text[:_OPENING]))


def _opens_turn(claims_: Sequence[Claim], claim: Claim) -> bool:
    """Says whether a claim is the first of those that its speaker makes one after the other: a story is told from its beginning."""
    at = claims_.index(claim)
    return at == 0 or _other_speaker(claims_[at - 1], claim)


def _can_be_denied(claim: Claim) -> bool:
    return (
        claim.status not in ("denied", "not confirmed", "corrected")
        and claim.kind != "scare quote"
        and claim.speaker is not None
    )


def _other_speaker(one: Claim, other: Claim) -> bool:
    left, right = one.speaker, other.speaker
    return left is None or right is None or left.name != right.name
