"""Signs that a page is a body's own, weighed together, where no single rule names the issuer.

A body's name in the head, before the first sentence; the word for a document, its number or day; a host that bears the name or its
initials; a page that says "we" or speaks of "the Ministry" as itself. Whom the page quotes as somebody else issues nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from firsthand.article.masthead import BY_WHOM, DAY, ISSUED, LOOSE, Page, initials_of, is_body, squash
from firsthand.records import Span

ENOUGH = 3.0
_HEAD_PIECES = 8
_EARLY = 600  # characters in which a name is looked for that the host bears
# A finite verb: what a sentence has and a head has not.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|sa(?:id|ys?)|t(?:old|ells?)|puts?|kill(?:s|ed)|di(?:ed|es)|hits?|struck|r(?:ose|ises)|f(?:ell|alls)|stands?|"
    r"counts?|counted|den(?:ied|ies)|confirm(?:s|ed)|report(?:s|ed)|mourns?|regrets?|states?|declares?|expects?|announce[sd]?|knows?|treated|leaked|draws?)\b"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
_PIECE = re.compile(r"(?:[^.:|–—\n]|(?<=\b[Nn]o)\.)+")
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’'&-]*(?:(?: (?:of|for|in|on|and|&|de|du|the|without) (?:the )?| )[A-ZÀ-Þ][\w’'&-]*){0,11}"
)
# What stands before a body's name in a head: "From the", "Statement by the", "Press release of".
_OPENING = re.compile(
    r"(?:(?:From|By|At|On|The|Press|Media|Open|Joint|Official) (?:the )?)?(?:(?:[Ss]tatement|[Cc]ommuniqu[ée]|[Rr]elease|[Nn]otice|[Bb]ulletin|[Uu]pdate|[Rr]eport|[Ll]etter|[Nn]ote) (?:by|of|from) (?:the |The )?)?"
)
_NUMBERED = re.compile(r"\b[Nn]o\.? ?\d+|\b(?:update|bulletin|report|statement|communiqu.|information) \d+", re.I)
_HOUR = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_PAPER = re.compile(r"\b(?:briefing|communication|incident)\b", re.I)
_CAPITALS = re.compile(r"[A-ZÀ-Þ ’'&,-]{12,}")
_ITSELF = re.compile(
    r"\b[Tt]he (?i:ministry|mission|agency|service|command|union|association|authority|board|company|brigade|monitor|commission|council|office|department|committee)\b(?! (?:said|says|told))"
)
_OUR_PEOPLE = re.compile(
    r"\b[Oo]ur (?:\w+ )?(?:members|stewards|branches|delegates|volunteers|teams|staff|crews|lawyers|doctors)\b"
)
_PEOPLE = re.compile(r"\b([A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+)(?:,[^,.\n]{0,60},)? (?:said|says|told)\b")
_NO_NAME = frozenset("www example com org net int gov info".split())
# "Open letter to the Ministry": whom a page is written to issues nothing.
_TO = re.compile(r"\b(?:[Tt]o|[Aa]gainst|[Aa]bout|TO) (?:the |The |THE )?$")
_PAPERS = re.compile(
    r"\b(?:updates?|reports?|lists?|notices?|statements?|bulletins?|letters?|notes?|log|summary|no)$", re.I
)


def by_signs(page: Page) -> tuple[str, Span, str] | None:
    """Gives the body for which most signs speak, where they are enough, with its name in the text and what speaks for it and against it."""
    head = tuple(_head(page.head))
    found = [
        (sum(w for _, w in signs), len(name), -span.start, span, signs) for name, span, signs in _weighed(page, head)
    ]
    best = max(found, default=None)
    if best is None or best[0] < ENOUGH:
        return None
    span, signs = best[3:]
    told = ", ".join(f"{sign} {weight:+g}" for sign, weight in signs if weight)
    return span.of(page.head if span.end <= len(page.head) else page.text), span, told


def _weighed(page: Page, head: Sequence[Span]) -> Iterator[tuple[str, Span, list[tuple[str, float]]]]:
    words = " ".join(span.of(page.head) for span in head)
    for name, span in _names(page, head):
        piece = next((s for s in head if s.start <= span.start < s.end), None)
        in_head, fit = piece is not None, _fit(name, page.host)
        if fit < 2 and not (piece and _is_whole_part(span, piece, page.head) and _is_dated_document(words, page.text)):
            continue  # what the address does not say, a masthead must: "National Police report 12 arrests" is a headline
        yield name, span, [(sign, weight) for sign, weigh in _SIGNS if (weight := weigh(page, name, words))] + [
            ("the host", fit), ("in the head", float(in_head)),
        ]  # fmt: skip


def _is_whole_part(name: Span, piece: Span, head: str) -> bool:
    """Says whether a name, with what may stand before one in a masthead, is all that stands there between two commas."""
    start = max(piece.start, head.rfind(",", piece.start, name.start) + 1)
    comma = head.find(",", name.end, piece.end)
    behind = head[name.end : comma if comma >= 0 else piece.end]
    before = re.sub(r"^\s*", "", head[start : name.start])
    rest = LOOSE.sub("", ISSUED.sub("", re.sub(r"\([A-Z]{2,8}\)", "", behind)))
    return _OPENING.fullmatch(before) is not None and not re.sub(r"[\W\d_]|\b[Nn]o\b", "", rest)


def _is_dated_document(head: str, text: str) -> bool:
    is_document = ISSUED.search(head) or LOOSE.search(head) or _PAPER.search(head)
    return bool(_NUMBERED.search(text[:200]) or (is_document and (DAY.search(text[:200]) or _HOUR.search(text[:200]))))


def _head(text: str) -> Iterator[Span]:
    """Gives the pieces before the first with a finite verb: between lines, full stops, colons and dashes."""
    for count, piece in enumerate(_PIECE.finditer(text)):
        if _VERB.search(_QUOTED.sub("", piece.group())) or count > _HEAD_PIECES:
            return
        if piece.group().strip():
            yield Span(*piece.span())


def _names(page: Page, head: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Gives the names of bodies in the head, and those early in the text that the host bears."""
    for piece in head:
        yield from _bodies(page.head, piece.start, piece.end)
        found = BY_WHOM.search(page.head, piece.start, piece.end)
        if found and is_body(found["name"]):
            yield found["name"], Span(*found.span("name"))
    yield from ((name, span) for name, span in _bodies(page.plain, 0, _EARLY) if _fit(name, page.host) >= 2)


def _bodies(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for match in _NAME.finditer(text, start, min(end, len(text))):
        opening = _OPENING.match(match.group())
        skipped = opening.end() if opening else 0
        name = re.sub(r"['’]s?$", "", match.group()[skipped:])
        at = match.start() + skipped
        if name and is_body(name) and not _PAPERS.search(name) and not _TO.search(text[max(0, at - 12) : at]):
            yield name, Span(at, at + len(name))


def _fit(name: str, host: str) -> float:
    """Gives how well a host bears a name: 2 for its initials, all of it or several words, 1 for one word of several."""
    tokens = [t for t in re.split(r"[-_.]", host) if t and t not in _NO_NAME]
    initials = initials_of(name)
    whole, joined = squash(name), squash("".join(tokens))
    if len(whole) > 4 and whole in joined:
        return 2.0
    if any(len(t) > 2 and (t == initials or (len(initials) > 2 and t.startswith(initials))) for t in tokens):
        return 2.0
    words = [w for w in (squash(w) for w in re.findall(r"[\w’'-]+", name)) if len(w) > 3]
    borne = [
        w
        for w in words
        if w in joined or any(t.startswith(w[: max(4, len(w) - 2)]) or (len(t) > 3 and w.startswith(t)) for t in tokens)
    ]
    return 0.0 if not borne else 2.0 if len(borne) > 1 or len(name.split()) == 1 else 1.0


def _document(page: Page, name: str, head: str) -> float:
    return 1.5 if ISSUED.search(head) else 1.0 if LOOSE.search(head) or _PAPER.search(head) else 0.0


def _day(page: Page, name: str, head: str) -> float:
    return 0.5 if DAY.search(page.text[:200]) else 0.0


def _number(page: Page, name: str, head: str) -> float:
    return 1.0 if _NUMBERED.search(page.text[:200]) else 0.0


def _capitals(page: Page, name: str, head: str) -> float:
    return 0.5 if _CAPITALS.match(page.text) else 0.0


def _we(page: Page, name: str, head: str) -> float:
    return float(page.speaks)


def _our_people(page: Page, name: str, head: str) -> float:
    return float(bool(_OUR_PEOPLE.search(page.plain)))


def _itself(page: Page, name: str, head: str) -> float:
    return 0.5 if _ITSELF.search(page.plain) else 0.0


def _quoted(page: Page, name: str, head: str) -> float:
    """A body that the page quotes as somebody else."""
    own = re.escape(name)
    saying = re.compile(
        rf"\b(?:according to|told|citing|cited|said|says|quoted|quoting) (?:the )?{own}\b|\b{own}(?:,[^,.]{{0,60}},)? (?:said|says|told|tells)\b"
    )
    return -1.5 * min(len(saying.findall(page.plain)), 2)


def _people(page: Page, name: str, head: str) -> float:
    """People by name whose words a page gives: a newsroom's way."""
    return -1.0 * min(len(set(_PEOPLE.findall(page.plain))), 3)


_SIGNS: tuple[tuple[str, Callable[[Page, str, str], float]], ...] = (
    ("the word for a document", _document), ("a day", _day), ("a number", _number), ("in capitals", _capitals), ("“we”", _we),
    ("“our members”", _our_people), ("speaks of itself", _itself), ("quoted", _quoted), ("quotes people", _people),
)  # fmt: skip
