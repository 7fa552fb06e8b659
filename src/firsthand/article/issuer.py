"""Who issues a page: the body whose own bulletin, communiqué, release or notice it is, read from the page's words.

On such a page the page's voice is the body's. A masthead ("ORSA COASTGUARD - BULLETIN No. 3"), words that say for whom it speaks ("in the
name of the League"), or the body as the subject under the head of a document name it; else the host bears the name of a body that the page
speaks of as itself. Where no name stands on the page, it is what the page calls itself ("the brigade", at an address of fire), or the address
under which "our members" speak. A host alone names nobody. A newspaper, a wire and a writer of his own account issue nothing here: they pass on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from firsthand.article.masthead import (
    IS_BODY,
    Page,
    first_subject,
    for_whom,
    in_dated_line,
    in_masthead,
    in_signature,
    initials_of,
    squash,
)
from firsthand.article.signs import by_signs
from firsthand.gazetteer import Gazetteer
from firsthand.records import Article, Evidence, Span
from firsthand.text.hosts import bare_host, is_host, label_of
from firsthand.text.press import AS_PRESS, PRESS_HOST

_NAME_WORD = r"[A-ZÀ-Þ][\w&’'.-]*"
_NAMES = re.compile(
    rf"{_NAME_WORD}(?: (?:(?:of|for|the|without|de|du|and|&) (?:the )?)?(?:Without )?{_NAME_WORD}){{0,5}}"
)
# Who writes as one person, or as a newsroom, is no body.
_ACTS = r"\s(?:(?:has|have|had|is|are|was|were|will|does|did|says?|said|puts?|counts?|accounts|estimates?|records?|regrets?|confirms?|condemns?|calls?|expects?|holds|informs?|announces?|reminds?|asks?|thanks?|mourns?)\b)"
# What a body says of itself, and news of it hardly ever.
_OWN_ACTS = r"\s(?:regrets?|mourns?|thanks?|reminds?|informs?|condemns?|is (?:deeply|very|profoundly|truly))\b"
# What the rest of a host may be, where the page calls the body by the first part of its name.
_BODY_PART = re.compile(
    r"monitor|watch|council|union|aid|relief|hospital|institute|centre|center|trust|fund|shipping|lines?|group|port|ministry|office|police|guard|energy|rail|mining|foundation|alliance|network|project|org",
    re.I,
)
# What the organ of a field is called, where the host has the word for the field.
_FIELDS = {
    "fire": "brigade service department", "rescue": "brigade service", "police": "police force service directorate", "prisons": "service administration",
    **dict.fromkeys("health interior defence defense labour labor finance justice foreign transport education energy agriculture".split(), "ministry department"),
    **dict.fromkeys(("court", "courts"), "court"), "coastguard": "coastguard service",
}  # fmt: skip
_MEMBERED = r"union|unions|federation|association|guild|syndicate|league|party|council|society|alliance"
_OUR_PEOPLE = re.compile(
    r"\b[Oo]ur (?:\w+ )?(?:members|stewards|branches|delegates|comrades|activists|organisers|organizers|volunteers|lawyers)\b"
)
# Words that stand before a name at the beginning of a sentence, and ends of a firm's name.
_STARTERS = frozenset(
    """At In For With On By From As To Of And But Why How What When Where Who Call Contact Visit Meet Join Ask See Read About Get Choose Since While
    Because After Before Until Like Unlike Preparing Try Use Our Your This That""".split()
)
_FIRM = frozenset(
    "Inc Ltd LLC Corp Corporation Plc PLC GmbH Lines Line Ferries Shipping Mining Energy Water Power".split()
)
_LEAST = 6  # letters of a name that a host need only hold
_ACRONYM = 3

_Rule = Callable[[Page], tuple[str, Span | None] | tuple[str, Span | None, str] | None]


def issuer_of(article: Article) -> Evidence | None:
    """Gives the body that issues a page, with the words that name it; None for every other page.

    >>> from firsthand.article import from_text
    >>> issuer_of(from_text("ORSA COASTGUARD - BULLETIN No. 3, 2 May\\n\\nFound so far: 27 bodies.")).value
    'Orsa Coastguard'
    """
    host = _host(article)
    page = Page(article.text, label_of(host), host)
    if article.byline or (PRESS_HOST.search(host) and not _is_short_for_masthead(page)) or _is_known_outlet(article):
        return None
    if AS_PRESS.search(page.plain):
        return None
    for where, rule in _RULES:
        if (found := rule(page)) is not None:
            name, span, *signs = found
            return Evidence(name="issuer", value=name, where=": ".join((where, *signs)), span=span)
    return None


def _is_short_for_masthead(page: Page) -> bool:
    """Says whether the host is short for the name in the masthead: "orcmtv" and "Orsa Relief Coordination Mission in the Tarn Valley"."""
    found = in_masthead(page)
    initials = initials_of(found[0]) if found else ""
    return len(initials) > 2 and initials in _tokens(page.host)


def _host(article: Article) -> str:
    outlet = article.outlet or ""
    return article.host or bare_host(article.url) or (bare_host(outlet) if is_host(outlet) else "")


def _is_known_outlet(article: Article) -> bool:
    return any(name and Gazetteer.load().outlet(name) is not None for name in (article.host, article.outlet))


# --- the host -------------------------------------------------------------------------------------------------------


def _of_the_host(page: Page) -> tuple[str, Span] | None:
    """The host bears a name of the text, and the page speaks as the body ("we") or of it ("the coastguard has found …"). Whom people tell
    things is an outlet."""
    spans = _named_after(page.label, page.plain) if page.label else []
    names = sorted({s.of(page.plain) for s in spans}, key=lambda n: (-len(n.split()), n))
    own = any(re.search(rf"\b{re.escape(n)}{_OWN_ACTS}", page.plain) for n in names)
    acting = any(re.search(rf"\b{re.escape(n)}{_ACTS}", page.plain) for n in names)
    told = any(
        re.search(rf"\b(?:told|tells?|telling|interview with|spoke to) {re.escape(n)}\b", page.text) for n in names
    )
    if not names or told or not (acting or page.speaks):
        return None
    if _may_be_its_town(names[0], page) and not (own or (acting and page.speaks)):
        return None
    return names[0], next(s for s in spans if s.of(page.plain) == names[0])


def _may_be_its_town(name: str, page: Page) -> bool:
    """Says whether the host has no more of a body's name than what may be a town's: "orsa" of "Orsa Police". A paper is so called too."""
    words = name.split()
    core = _core([squash(w) for w in words], squash(page.label), set(_tokens(page.label)[:1]))
    rest = words[core[1] :] if core else ()
    return core is not None and bool(rest) and not IS_BODY.search(" ".join(words[core[0] : core[1]]))


def _known_host(page: Page) -> tuple[str, Span] | None:
    """The authority file knows a body by a word of the host, and the page says "we"; by the name that the page has for it."""
    known = [
        e
        for token in _tokens(page.label)
        if len(token) >= _ACRONYM
        for e in Gazetteer.load().entries(token.upper())
        if e.kind == "body"
    ]
    if not page.speaks or len(known) != 1:
        return None
    for name in (known[0].name, *known[0].aliases):
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", page.text):
            return name, Span(*found.span())
    return None


def _of_its_field(page: Page) -> tuple[str, Span] | None:
    """ "SITUATION REPORT 5 … The brigade has asked for boats" at "fire.orsa": the fire brigade, by the noun that the page has for itself."""
    words = frozenset(_tokens(page.host.rpartition(".")[0])) & set(_FIELDS) if page.is_headed else ()
    for word in sorted(words):
        verbs = r"(?:has|is|was|will|does|[a-z]{3,}s)\b"
        found = re.search(rf"\b[Tt]he (?P<noun>{_FIELDS[word].replace(' ', '|')}) {verbs}", page.plain)
        if found:
            noun = found["noun"]
            return noun if noun == word else f"{word} {noun}", Span(*found.span("noun"))
    return None


def _of_its_members(page: Page) -> tuple[str, Span | None] | None:
    """ "Our members stay out" at "weir-union": the union of that address."""
    kind = any(re.fullmatch(_MEMBERED, token) for token in _tokens(page.label))
    ours = _OUR_PEOPLE.search(page.plain)
    return (page.host, None) if kind and ours else None


def _tokens(label: str) -> list[str]:
    return [t for t in re.split(r"[-_.]", label) if t]


def _named_after(label: str, text: str) -> list[Span]:
    """Gives the names in a text that a host begins with or is: as a whole, or by a word or run of words of theirs. A word that opens a
    sentence before it is left out where the name has stood without it ("Visit Orsa Ferries")."""
    found = list(_with_cores(label, text))
    plain = {core.of(text) for span, core, opens in found if not opens or span.start == core.start}
    return [Span(core.start, span.end) if opens and core.of(text) in plain else span for span, core, opens in found]


def _with_cores(label: str, text: str) -> Iterator[tuple[Span, Span, bool]]:
    """Gives each such name, the part of it that the host has, and whether it opens a sentence."""
    whole, tokens = squash(label), {t for t in _tokens(label)[:1] if len(t) >= _ACRONYM}
    for match in _NAMES.finditer(text):
        stop = re.search(r"['’]s\b|(?<=\w\w)[.,]+(?=\s|$)", match.group())
        words = list(re.finditer(r"\S+", match.group()[: stop.start()] if stop else match.group()))
        if words and words[0].group() == "The":
            words = words[1:]
        core = _core([squash(w.group()) for w in words], whole, tokens)
        if core is None or is_host(words[core[0]].group()) or words[core[0]].group().islower():
            continue
        before = text[max(match.start() - 3, 0) : match.start()].rstrip(" ")[-1:]
        opens = before in ("", "\n", ".", "!", "?", ":")
        ends = IS_BODY.search(words[-1].group()) or words[-1].group() in _FIRM
        # Without the noun of a body at its end, what stands before is no part of the name: "President Orsa", "Review Orsa".
        first = 0 if ends and not (opens and words[0].group() in _STARTERS) else core[0]
        last = len(words) if ends else core[1]
        at = match.start()
        yield (
            Span(at + words[first].start(), at + words[last - 1].end()),
            Span(at + words[core[0]].start(), at + words[core[1] - 1].end()),
            opens,
        )


def _core(words: list[str], whole: str, tokens: set[str]) -> tuple[int, int] | None:
    """Gives the run of words that a host has: of six letters and more, or an acronym in capitals; a first part where the rest names a body."""
    for i in range(len(words)):
        for j in range(len(words), i, -1):
            run = "".join(words[i:j])
            if any(len(t) >= _LEAST and t == run for t in (whole, *tokens)):
                return i, j
    for i, word in enumerate(words):
        if (
            word in tokens
            or (word.endswith("s") and word[:-1] in tokens and len(word) > _LEAST)
            or (len(words) == 1 and len(word) >= _LEAST and _is_first_part(word, whole))
        ):
            return i, i + 1
    return None


def _is_first_part(word: str, label: str) -> bool:
    return label.startswith(word) and bool(_BODY_PART.match(label[len(word) :]))


# The first that names a body holds; the name is what the evidence shows as the place.
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("masthead", in_masthead),
    ("masthead: a body’s name and a day", in_dated_line),
    ("the page says for whom it speaks", for_whom),
    ("subject under the head of the document", first_subject),
    ("signature of a page that says “we”", in_signature),
    ("name that the host bears, and the page speaks as it or of it", _of_the_host),
    ("what the page calls itself under the head of a document, after a word of the host", _of_its_field),
    ("the host’s kind of body, and the page says “our members”", _of_its_members),
    ("authority file: a word of the host, and the page says “we”", _known_host),
    ("signs taken together", by_signs),
)
