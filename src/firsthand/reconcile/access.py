"""Own access: the words by which a page shows that it got its news itself, not from another page.

Only this file decides what counts as positive evidence of own reporting on a page. Each kind is a named pattern; the page's own
name stands in it as {self}. A copy carries its source's "told the Harbour Post" along, so the name must be the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.reconcile.outlets import Naming, key_of
from firsthand.records import Article, Span

_PAPER = r"(?:this|our)\s+(?:newspaper|paper|magazine|journal|station|programme|program|website|site|publication|newsroom|bulletin|agency|forum|portal|channel|blog|team|desk)"
_REPORTER = (
    r"(?:our|this)\s+(?:own\s+)?(?:reporter|correspondent|journalist|photographer|stringer|colleague|crew)s?(?:'s|’s)?"
)
_HEARD = r"(?:told|tells|has told|have told|informed|confirmed to|said to|spoke to|speaking to|spoken to|talked to|wrote to|writing to|confided to|showed|has shown|had shown|received|gave|answered|assured)"
# The writer's own eyes and legs: evidence for what the page counts itself, not for what it has others say.
OWN_EYES = "own count"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("told this outlet", re.compile(rf"\b{_HEARD}\s+(?:(?:to|it)\s+)?(?:{_PAPER}|{_REPORTER})\b", re.I)),
    (
        "told this outlet",
        re.compile(r"(?<!\w)(?:told|tells|showed|has shown|wrote to|spoke to|said to|received|answered)\s+us\b", re.I),
    ),
    (
        "told this outlet",
        re.compile(
            rf"\bto\s+{_PAPER}\b|\b{_PAPER}\s+(?:again|in writing|by telephone|by phone|has learn[et]d?|has seen)\b",
            re.I,
        ),
    ),
    (
        "reporter on the scene",
        re.compile(
            rf"(?<!\w){_REPORTER}\s+(?:saw|watched|counted|walked|visited|met|was|found|heard|spent|stood|reached|spoke|asked)",
            re.I,
        ),
    ),
    (
        "reporter on the scene",
        re.compile(
            r"\b(?:asked|seen|heard|watched|counted) by (?:this|our) (?:reporter|correspondent|newspaper|paper)", re.I
        ),
    ),
    (
        "reporter on the scene",
        re.compile(
            r"(?<!\w)(?:we|our team|our volunteers) (?:saw|visited|counted|watched|met|interviewed|spoke (?:to|with)|asked|rang|knocked|were shown|measured|photographed|were unable to check)\b",
            re.I,
        ),
    ),
    (OWN_EYES, re.compile(r"(?<!\w)I (?:stood|counted|watched|walked|wrote down|visited|was shown)\b")),
    (OWN_EYES, re.compile(r"(?<!\w)[Ww]e (?:have |had )?(?:rang|rung|knocked|called|telephoned|compiled|confirmed)\b")),
)
_SELF_HEARD = re.compile(
    rf"\b{_HEARD}\s+(?:(?:to|it)\s+)?(?:the\s+)?$|\b(?:interview (?:with|by)|speaking to|reached by|seen by|asked by|according to)\s+(?:the\s+)?$",
    re.I,
)
_SELF_DOES = re.compile(
    r"^\s*(?:(?:reporter|correspondent|journalist|photographer|team|analysis)s?\s+)?(?:saw|counted|visited|reviewed|obtained|verified|watched|found|analysed|analyzed|has learn[et]d?|has seen|could not reach|was shown|spoke)\b",
    re.I,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class Access:
    """One sign that a page got its news itself: what kind, and the words."""

    kind: str
    span: Span


def own_access(article: Article, namings: Sequence[Naming]) -> tuple[Access, ...]:
    """Gives the signs of own reporting on a page, in text order; none for a page that shows none."""
    text = article.text
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    found = [
        Access(kind, Span(*m.span()))
        for kind, pattern in _PATTERNS
        for m in pattern.finditer(text)
        if not any(a <= m.start() < b for a, b in quoted)
    ]
    key = key_of(article)
    for naming in namings:
        if naming.key == key and naming.span and (kind := _self_kind(text, naming.span, quoted)):
            found.append(Access(kind, naming.span))
    return tuple(sorted(set(found), key=lambda a: (a.span.start, a.span.end, a.kind)))


def _self_kind(text: str, name: Span, quoted: list[tuple[int, int]]) -> str | None:
    before, after = (
        text[max(0, name.start - 40) : name.start],
        text[name.end : name.end + 40],
    )
    if any(a <= name.start < b for a, b in quoted):
        return None
    if _SELF_HEARD.search(before):
        return "told this outlet"
    if _SELF_DOES.match(after):
        return "reporter on the scene"
    # "ORSA, May 4 (Fell Wire) -", "ORSA, May 4. /Fell Wire/.", "ORSA, May 4 – Fell Wire."
    framed = before[-1:] in ("(", "/", "[") and after[:1] in (")", "/", "]")
    if name.start < 120 and (
        framed or (re.search(r"\d\w*\.? [-–—] $", before) and "." in (text[name.end - 1], after[:1]))
    ):
        return "own dateline"
    return None
