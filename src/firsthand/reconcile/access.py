"""Own access: the words by which a page shows that it got its news itself, not from another page.

Only this file decides what counts as positive evidence of own reporting on a page. The page may speak of itself by its name ("told the
Harbour Post", "the Post has learnt"), as "this newspaper" or "our reporter", or as "we" and "us". A copy carries its source's "told
the Harbour Post" along, so a name must be the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.reconcile.facts import fold
from firsthand.reconcile.outlets import Naming, key_of, squash
from firsthand.records import Article, Span

HEARD = "told this outlet"
SCENE = "reporter on the scene"
DATELINE = "own dateline"
PHOTO = "own photograph"
# The writer's own eyes and legs: evidence for what the page counts itself, not for what it has others say.
OWN_EYES = "own count"
# The page tried and got nothing: it worked on the news itself, but nobody was heard.
INQUIRY = "own inquiry"
# Kinds that do not show that the page heard the one whose words it gives.
NO_HEARING = frozenset({DATELINE, OWN_EYES, INQUIRY, PHOTO})

_SELVES = re.compile(
    r"\b(?:this|our)\s+(?:newspaper|paper|magazine|journal|station|programme|program|website|site|publication|newsroom|bulletin|agency|"
    r"forum|portal|channel|blog|team|desk)\b|"
    r"\b(?:our|this)\s+(?:own\s+)?(?:reporter|correspondent|journalist|photographer|stringer|colleague|crew)s?\b(?-i:(?:\s+[A-ZÀ-Þ][\w’-]+){2,3})?",
    re.I,
)
_NAMED_SHORT = re.compile(r"\b[Tt]he\s+([A-ZÀ-Þ][\w’'-]{3,})")
_TOLD = r"(?:told|tells?|telling|informed|showed|shown|shows|received|gave|given|answered|assured|briefed)"
_SAID_TO = r"(?:confirmed|said|says|spoke|speaks?|speaking|spoken|talked|talking|explain(?:s|ing)?|recounted|related|wrote|writing|writes|written|confided|repeated|described|explained|admitted|acknowledged|replied|turned|message|letter|e-?mail|statement|shown|sent|provided|supplied|leaked|given|made available)"
# What stands before the page's name where somebody spoke to it, or it has a document.
_BEFORE = re.compile(
    rf"\b{_TOLD}\s+(?:it\s+to\s+)?(?:to\s+)?(?:the\s+)?$|\b{_SAID_TO}\b[^.!?“”\"\n]{{0,40}}\bto\s+(?:the\s+)?$|"
    r"\b(?:interview(?:ed)?|speaking|shared)\s+(?:with|by)\s+(?:the\s+)?$|\binterview(?:\s+(?:for|to))?\s+(?:the\s+)?$|"
    r"\b(?:reached|seen|asked|heard|watched|counted|obtained|reviewed|examined|verified|analysed|analyzed|consulted|visited|contacted)\s+by\s+(?:the\s+)?$|"
    r"\b(?:questions?|quer(?:y|ies)|requests?|enquir(?:y|ies)|inquir(?:y|ies)|calls?)\s+(?:from|by)\s+(?:the\s+)?$|\baccording to\s+(?:the\s+)?$",
    re.I,
)
_THERE = r"(?:(?:in|at|on|from)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?\s+)?"
_STAFF = rf"(?:(?:['’]s?\s+)?(?:own\s+)?(?:reporter|correspondent|journalist|photographer|team|analysis|crew)s?\s+)?{_THERE}(?:has\s+|have\s+|had\s+)?"
# What stands after it where it was there, or saw for itself.
_AFTER = re.compile(
    rf"^\s*{_STAFF}(?:saw|seen|watched|counted|walked|visited|met|found|heard|spent|stood|reached|spoken?|spoke|arrived|attended|noted|filmed|recorded|followed|reviewed|obtained|verified|analy[sz]ed|"
    r"learn[et]d?|was shown|were shown|was able to (?:see|read|consult|review|examine|verify|confirm)|again\b|in writing|by telephone|by phone)\b",
    re.I,
)
_TRIED = re.compile(
    rf"^\s*{_STAFF}(?:could not (?:reach|verify|confirm|check)|was unable to|were unable to|asked|contacted|put)\b",
    re.I,
)
_PHOTO = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|images?|video)\b\s*(?:by|:|©|credit:?)?\s*(?:[\w.’'-]+\s+){0,3}(?:for|/|,)?\s*(?:the\s+)?$",
    re.I,
)
_CORRESPONDENT = re.compile(r"\b(?:from|by)\s+$", re.I)
_IN_PLACE = re.compile(r"^\s+in\s+[A-ZÀ-Þ]")

_WE = r"(?<!\w)(?:we|our team|our volunteers)\s+(?:have\s+|had\s+|has\s+)?(?:also\s+|ourselves\s+)?"
# What a page that has numbers of its own says it did, and what it calls them.
_WORKED_OUT = (
    r"rang|rung|knocked|called|telephoned|compiled|confirmed|marked|mapped|analy[sz]ed|compared|recorded|documented|registered|tallied|surveyed|"
    r"sampled|collected|calculated|estimated|identified|traced|added up"
)
_OWN_WORK = r"counts?|tall(?:y|ies)|survey|census|images?|analysis|measurements?|records?|sheets|registers?|observers?|monitors?|inspectors?|samples?|estimates?|data"
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (HEARD, re.compile(r"(?<!\w)(?:told|tells|show(?:ed|n|s)|wrote to|writes to|sp[eo]ake? to|spoke with|spoken to|talk(?:ed|s)? to|said to|received|answered|invited|led)\s+us\b(?!\s+(?:all|both)\b)", re.I)),
    (HEARD, re.compile(r"(?<!\w)let\s+us\s+(?:read|see|copy|photograph|into|inside|join|watch|listen)\b", re.I)),
    (SCENE, re.compile(rf"{_WE}(?:saw|seen|visited|counted|watched|met|interviewed|spoke(?:n)? (?:to|with)|talked (?:to|with)|asked|rang|knocked|were shown|been shown|measured|photographed|arrived|reached|drove|walked|travelled|accompanied)\b", re.I)),
    (INQUIRY, re.compile(rf"{_WE}(?:were|was|are|been) unable to\b|{_WE}(?:could not|tried to) (?:reach|verify|confirm|check|contact)\b", re.I)),
    (OWN_EYES, re.compile(r"(?<!\w)I (?:stood|counted|watched|walked|wrote down|visited|was shown)\b")),
    (OWN_EYES, re.compile(rf"(?<!\w)[Ww]e (?:have |had |[a-z]+ [^.;:!?\n]{{0,160}}?\band )?(?:{_WORKED_OUT})\b")),
    (OWN_EYES, re.compile(rf"(?<!\w)[Oo]ur (?:own )?(?:{_OWN_WORK})\b|\bdiffer(?:s|ed|ing)? from ours\b")),
)  # fmt: skip
_WORD = re.compile(r"\w[\w'’]*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class Access:
    """One sign that a page got its news itself: what kind, and the words."""

    kind: str
    span: Span


def own_access(
    article: Article, namings: Sequence[Naming], signs: Sequence[Access] | None = None
) -> tuple[Access, ...]:
    """Gives the signs of own reporting on a page, in text order; none for a page that shows none. Quotations are left out: who says
    "they told us" in them is another. `signs` are those of `signs_in`, where they are known already."""
    text, key = article.text, key_of(article)
    named = [n.span for n in namings if n.key == key and n.span]
    found = [Access(kind, span) for span in named if (kind := _dateline(text, span) or _kind(text, span))]
    found += [Access(kind, span) for span in _short_names(text, key, named) if (kind := _kind(text, span))]
    every = {*(signs_in(text) if signs is None else signs), *_outside_quotations(text, found)}
    return tuple(sorted(every, key=lambda a: (a.span.start, a.span.end, a.kind)))


def signs_in(text: str) -> tuple[Access, ...]:
    """Gives the signs of own reporting in which a text does not speak of itself by its name: "we", "this newspaper"."""
    found = [Access(kind, Span(*m.span())) for kind, pattern in _WORDS for m in pattern.finditer(text)]
    selves = (Span(*match.span()) for match in _SELVES.finditer(text))
    found += [Access(kind, span) for span in selves if (kind := _kind(text, span))]
    return tuple(_outside_quotations(text, found))


def _outside_quotations(text: str, found: Sequence[Access]) -> list[Access]:
    quoted = [m.span() for m in _QUOTED.finditer(text)] if found else []
    return [a for a in found if not any(start <= a.span.start < end for start, end in quoted)]


_PRONOUNS = frozenset(["he", "she", "they", "it", "its", "his", "her"])
_LINKING = frozenset(["the", "and", "for", "of"])


def can_be_about(access: Access, text: str, sentence: tuple[int, int], asserter: str) -> bool:
    """Says whether a sign of access can be about the asserter of a number in this sentence: it stands there too, or its own sentence
    names him or takes him up by a pronoun. A role without a name ("a teacher") may be anybody whom the other sentence names."""
    nobody = not asserter or "(unnamed" in asserter
    if sentence[0] - 10 <= access.span.start < sentence[1] or nobody or access.kind == OWN_EYES:
        return True
    start = max(text.rfind(mark, 0, access.span.start) + 1 for mark in (". ", "\n"))
    end = text.find(".", access.span.end)
    there = {fold(w) for w in _WORD.findall(text[start : end if end >= 0 else None])} - _LINKING
    taken_up = _PRONOUNS.intersection(fold(w) for w in _WORD.findall(text[start : access.span.start]))
    return bool(taken_up) or any(len(w) >= 3 and fold(w) in there for w in _WORD.findall(asserter))


def _short_names(text: str, key: str, named: Sequence[Span]) -> Iterator[Span]:
    """Gives where a page speaks of itself by the end of its name: "the Post" on harbourpost.example."""
    for match in _NAMED_SHORT.finditer(text):
        span = Span(*match.span(1))
        word = squash(match[1])
        if key != word and len(word) >= 4 and key.endswith(word) and not any(span.overlaps(n) for n in named):
            yield span


def _kind(text: str, name: Span) -> str | None:
    """Gives what the words round the page's name for itself show, or None."""
    before, after = text[max(0, name.start - 90) : name.start], text[name.end : name.end + 60]
    if _PHOTO.search(before):
        return PHOTO
    if _BEFORE.search(before):
        return HEARD
    if _AFTER.match(after) or (_CORRESPONDENT.search(before) and _IN_PLACE.match(after)):
        return SCENE
    return INQUIRY if _TRIED.match(after) else None


def _dateline(text: str, name: Span) -> str | None:
    """Gives the dateline's kind for "ORSA, May 4 (Fell Wire) -", "ORSA, May 4. /Fell Wire/." and "ORSA, May 4 – Fell Wire."."""
    before, after = text[max(0, name.start - 40) : name.start], text[name.end : name.end + 40]
    framed = before[-1:] in ("(", "/", "[") and after[:1] in (")", "/", "]")
    ruled = re.search(r"\d\w*\.? [-–—] $", before) and "." in (text[name.end - 1], after[:1])
    return DATELINE if name.start < 120 and (framed or ruled) else None
