"""Which claim of the same article a denial or correction answers. Only a link that the words make is set; the rest stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.claims.view import View
from firsthand.records import Claim, Spans

_ANAPHOR = re.compile(
    r"\b(?:the|this|that|these|those|any|such|all)\s+(?:\w+\s+)?(?:claim|claims|figure|figures|number|numbers|charge|charges|report|reports|idea|"
    r"allegation|allegations|accusation|accusations|suggestion|assertion|statement|statements|account|story|toll|estimate|notion|rumou?rs?)\b"
    r"|^(?:it|this|that|them|her|him|so)\b|\bnot (?:guilty|true|correct|the case)\b|^[\w ]{1,20} (?:had|has|was|is|did|does|would|will) not$|\bnever (?:was|did|had)\b",
    re.I,
)
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "on",
        "at",
        "to",
        "by",
        "with",
        "that",
        "it",
        "is",
        "was",
        "be",
        "been",
        "had",
        "has",
        "have",
        "not",
        "no",
        "its",
        "his",
        "her",
        "their",
        "there",
        "this",
        "as",
        "from",
        "he",
        "she",
        "they",
    ]
)


def link_denials(view: View, claims: Sequence[Claim]) -> dict[str, str]:
    """Gives, for each denial or correction that answers a claim of this article, the id of that claim."""
    links: dict[str, str] = {}
    for index, claim in enumerate(claims):
        if claim.status in ("denied", "corrected") and claim.kind not in ("scare quote", "writer's own judgement"):
            target = _target(view, claim, claims[:index], claims[index + 1 :])
            if target is not None:
                links[claim.id] = target.id
    return links


def _target(view: View, claim: Claim, before: Sequence[Claim], after: Sequence[Claim]) -> Claim | None:
    mine = _content_words(view, claim.content)
    own = claim.status == "corrected"
    others = [c for c in before if _can_be_denied(c) and (own or _other_speaker(c, claim))]
    text = " ".join(s.of(view.text) for s in claim.content).replace('"', "").strip()
    shared = [(len(mine & _content_words(view, c.content)), i) for i, c in enumerate(others)]
    best = max(shared, default=(0, -1))
    if best[0] >= 1:
        return others[best[1]]
    if others and (_ANAPHOR.search(text) or (own and claim.source)):
        return others[-1]
    later = [
        c
        for c in after
        if _can_be_denied(c) and _other_speaker(c, claim) and len(mine & _content_words(view, c.content)) >= 1
    ]
    return later[0] if later else None


def _can_be_denied(claim: Claim) -> bool:
    return (
        claim.status not in ("denied", "not confirmed", "corrected")
        and claim.kind != "scare quote"
        and claim.speaker is not None
    )


def _other_speaker(one: Claim, other: Claim) -> bool:
    left, right = one.speaker, other.speaker
    return left is None or right is None or left.name != right.name


def _content_words(view: View, content: Spans) -> frozenset[str]:
    found = (w.lower() for s in content for w in re.findall(r"\w+", s.of(view.text)))
    return frozenset(w[:-1] if w.endswith("s") and len(w) > 4 else w for w in found if w not in _SMALL and len(w) > 2)
