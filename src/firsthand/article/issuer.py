"""Who issues a page: the body whose own bulletin, communiqué, release or notice it is, read from the page's words.

On such a page the page's voice is the body's. A masthead ("ORSA COASTGUARD - BULLETIN No. 3"), words that say for whom it speaks ("in the
name of the League"), or the body as the subject under the head of a document name it; else the host bears the name of a body that the page
speaks of as itself. A host alone names nobody. A newspaper, a wire and a writer of his own account issue nothing here: they pass on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from firsthand.gazetteer import Gazetteer
from firsthand.records import Article, Evidence, Span
from firsthand.text.hosts import bare_host, is_host, label_of
from firsthand.text.names import fold

# Words of hosts that pass on what others say.
_PRESS = re.compile(
    r"news|times|post|herald|daily|press|wire|radio|radyo|tele(?!com)|tv|star|digest|courier|courrier|journal|gazette|tribune|observer|chronicle|"
    r"zeitung|blatt|kurier|mirror|echo|standard|mail|express|globe|magazine|review|weekly|today|live|online|media|blog|brief(?!ing)|report(?!s)|bulletin|feed|agency|dispatch|argus|sentinel|"
    r"examiner|telegra(?:ph|m)|advocate|enquirer|inquirer|mercury|reporter|broadcast|notebook",
    re.I,
)
_NAME_WORD = r"[A-ZÀ-Þ][\w&’'.-]*"
_NAMES = re.compile(
    rf"{_NAME_WORD}(?: (?:(?:of|for|the|without|de|du|and|&) (?:the )?)?(?:Without )?{_NAME_WORD}){{0,5}}"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
_AS_WE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur(?! (?:own )?(?:correspondents?|reporters?|station|newspaper|paper|desk|readers?|digest|sister|newsroom|website|programme)\b))\b"
)
# Who writes as one person, or as a newsroom, is no body.
_AS_PRESS = re.compile(
    r"\bI\b(?!\.)|\b(?:told|asked by|seen by|reached by) (?:us|this|our (?:own )?(?:station|reporters?|correspondents?|newspaper|paper|desk|newsroom|programme))\b|\bthis (?:news)?paper\b|\b[Oo]ur (?:own )?(?:editors?|editorial|reviewers?|testers?|testing|readers|newsletter|podcast|reporting|coverage|columnists?|subscribers|picks)\b|^[^\n]{2,60}\([A-Z][^()\n]{1,28}\)\s?[-–—]|^[^\n]{2,60}/[A-Z]{3,}/",
    re.M,
)
_ACTS = r"\s(?:(?:has|have|had|is|are|was|were|will|does|did|says?|said|puts?|counts?|accounts|estimates?|records?|regrets?|confirms?|condemns?|calls?|expects?|holds)\b)"
# What the rest of a host may be, where the page calls the body by the first part of its name.
_BODY_PART = re.compile(
    r"monitor|watch|council|union|aid|relief|hospital|institute|centre|center|trust|fund|shipping|lines?|group|port|ministry|office|police|guard|energy|rail|mining|foundation|alliance|network|project|org",
    re.I,
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
_HEAD = 400  # characters in which a masthead stands

# --- documents that a body puts out ---------------------------------------------------------------------------------

# What only a body puts out, and what a newsroom or a person might as well.
_ISSUED = re.compile(
    r"\b(?:(?:press|media|news) (?:release|note|statement|notice|communiqu[ée]|briefing note)|communiqu[ée]s?|(?:(?:joint|official|public) )?statement|"
    r"(?:(?:public|technical|safety|service) )?notice|(?:technical|briefing|information) note|flash (?:update|appeal)|situation (?:report|update)|sitrep|circular|advisory|declaration|proclamation)\b",
    re.I,
)
_LOOSE = re.compile(
    r"\b(?:bulletin|update|(?:preliminary |first |interim )?findings|report|list|note|letter|appeal|dispatch|record)\b",
    re.I,
)
_MASTHEAD_WORDS = frozenset(
    """the a an of for by from on in at to and no nr number issue first second third fourth fifth sixth seventh eighth ninth tenth final latest new daily weekly
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    hours hrs gmt utc local time date dated issued press media public joint official technical operation operational""".split()
)
_BODY_NOUN = (
    r"(?:Agency|Agencies|Ministry|Office|Bureau|Service|Services|Authority|Commission|Committee|Council|Board|Union|Federation|League|Institute|Institution|Centre|Center|Police|Army|Navy|Force|Forces|"
    r"Brigade|Department|Directorate|Inspectorate|Secretariat|Front|Company|Bank|Fund|Group|Society|Association|Court|Government|Hospital|Party|Coastguard|Guard|Laboratory|Regulator|Observatory|"
    r"Team|Staff|Command|Movement|Corps|Foundation|Alliance|Network|Cooperative|Chamber|Registry|Railways?|Mission|Headquarters|Defence|Defense|Assembly|Presidency|Embassy|University|Watch|Survey|Monitor|Operator|Administration)"
)
_IS_BODY = re.compile(rf"\b{_BODY_NOUN}\b", re.I)
_NAME_OF = (
    r"(?:[Tt]he )?(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?: (?:(?:of|for|de|do|da|du|del|and|&) (?:the )?)?[A-ZÀ-Þ][\w’'&-]*){0,7}"
)
_OF = re.compile(rf"\b(?:of|by|from|issued by) {_NAME_OF})")
_IN_THE_NAME = re.compile(rf"\b(?:[Ii]n the name of|[Oo]n behalf of|[Ss]igned[:,]? (?:for )?) ?{_NAME_OF})")
_SUBJECT = re.compile(
    rf"(?:(?:From|On|After|Following|Since|By|At|In|As of|Further to|With reference to) [^.\n]{{3,80}}?, )?{_NAME_OF})(?: \([A-Z]{{2,8}}\))? (?!said\b|says\b|told\b|tells\b)(?:today |hereby |now |once more )?(?:has|have|had|is|was|will|does|wishes|[a-z]{{3,}}(?:s|ed))\b"
)
_FOR = re.compile(
    rf"\b(?:Spokes(?:person|man|woman) for|Press (?:office|service) of|Media (?:office|team) of) {_NAME_OF})"
)


@dataclass(frozen=True)
class _Page:
    """What the rules look at: the text without its quotations (as long as the text), the telling part of the host."""

    text: str
    label: str

    @cached_property
    def plain(self) -> str:
        return _QUOTED.sub(lambda m: " " * len(m.group()), self.text)

    @cached_property
    def speaks(self) -> bool:
        """Whether the page says "we"."""
        return bool(_AS_WE.search(self.plain))

    @cached_property
    def masthead(self) -> list[Span]:
        """The pieces of the masthead: up to the first that is more than names, numbers, days and the word for a document; none where no
        such word stands in them."""
        pieces = []
        for piece in _pieces(self.text[:_HEAD]):
            if not _is_bare(piece.of(self.text)):
                break
            pieces.append(piece)
        words = " ".join(p.of(self.text) for p in pieces)
        return pieces if _ISSUED.search(words) or _LOOSE.search(words) else []

    @cached_property
    def is_issued(self) -> bool:
        """Whether the masthead has the word for a document that only a body puts out, or a counted bulletin."""
        words = " ".join(p.of(self.text) for p in self.masthead)
        return bool(_ISSUED.search(words))

    @cached_property
    def is_headed(self) -> bool:
        """Whether a piece of the masthead is a document's head and no headline about one: nothing but its word and numbers, or a numbered one
        ("Press note", "FLOOD BULLETIN No. 3"; not "Ministry Statement Draws Fire")."""
        return any(_is_head(piece.of(self.text)) for piece in self.masthead)

    def is_at_home(self, name: str) -> bool:
        """Says whether the host has a word of the name, or its beginning ("prisons-orsa" and "Prison Service")."""
        label = _squash(self.label)
        return any(len(w) >= 4 and (w in label or (len(w) > 5 and w[:-1] in label)) for w in map(_squash, name.split()))


_Rule = Callable[[_Page], tuple[str, Span] | None]


def issuer_of(article: Article) -> Evidence | None:
    """Gives the body that issues a page, with the words that name it; None for every other page.

    >>> from firsthand.article import from_text
    >>> issuer_of(from_text("ORSA COASTGUARD - BULLETIN No. 3, 2 May\\n\\nFound so far: 27 bodies.")).value
    'Orsa Coastguard'
    """
    host = _host(article)
    if article.byline or _PRESS.search(host) or _is_known_outlet(article):
        return None
    page = _Page(article.text, label_of(host))
    if _AS_PRESS.search(page.plain):
        return None
    for where, rule in _RULES:
        if (found := rule(page)) is not None:
            return Evidence(name="issuer", value=found[0], where=where, span=found[1])
    return None


def _host(article: Article) -> str:
    outlet = article.outlet or ""
    return article.host or bare_host(article.url) or (bare_host(outlet) if is_host(outlet) else "")


def _is_known_outlet(article: Article) -> bool:
    return any(name and Gazetteer.load().outlet(name) is not None for name in (article.host, article.outlet))


# --- the masthead ---------------------------------------------------------------------------------------------------


def _pieces(head: str) -> Iterator[Span]:
    """Gives the pieces of a head: between full stops, dashes and lines, what stands before a colon; a shortened "No." ends none."""
    at = 0
    for mark in re.finditer(r"(?<!\bNo)(?<!\bNr)\.(?=\s|$)|\s[-–—|]\s|\n+|:(?=\s)", head):
        if mark.start() > at:
            yield Span(at, mark.start())
        if mark.group() == ":":  # what a document is about is told behind the colon
            end = re.compile(r"\.(?=\s)|\n|$").search(head, mark.end())
            at = end.end() if end else len(head)
            continue
        at = mark.end()
        while at < len(head) and head[at].isspace():
            at += 1


def _is_bare(piece: str) -> bool:
    """Says whether a piece holds only names, numbers, days and words for documents."""
    plain = _LOOSE.sub("", _ISSUED.sub("", piece))
    small = re.findall(r"(?<![\w’'])[a-zà-ÿ][\w-]*", re.sub(r"['’]s\b", "", plain))
    if len(piece.split()) > 18:
        return False
    return all(w in _MASTHEAD_WORDS for w in small)


def _is_head(piece: str) -> bool:
    plain, words = _LOOSE.subn("", _ISSUED.sub("\0", piece))
    if not words and "\0" not in plain:
        return False
    rest = re.findall(r"[^\W\d_]{2,}", plain)
    return any(c.isdigit() for c in piece) or all(w.lower() in _MASTHEAD_WORDS for w in rest)


def _in_masthead(page: _Page) -> tuple[str, Span] | None:
    """ "ORSA COASTGUARD - BULLETIN No. 3", "Second list of the Weir Committee": the body beside the word for the document."""
    for piece in page.masthead:
        words = piece.of(page.text)
        if _ISSUED.search(words) or _LOOSE.search(words):
            found = _OF.search(page.text, piece.start, piece.end)
            if found and _is_body(found["name"]):
                return _named(page, found.start("name"), found.end("name"))
            continue
        name = re.match(r"(?:The )?(?P<name>[^,\d]*[^,\d\s])(?=,|$)", words)
        if name and _NAMES.fullmatch(name["name"]) and _is_body(name["name"]):
            return _named(page, piece.start + name.start("name"), piece.start + name.end("name"))
    return None


def _for_whom(page: _Page) -> tuple[str, Span] | None:
    """ "In the name of the League", "Spokesperson for the Coastguard" under the head of a document."""
    for pattern in (_IN_THE_NAME, _FOR) if page.masthead else ():
        found = pattern.search(page.text, 0, _HEAD)
        if found and (_is_body(found["name"]) or page.speaks):
            return _named(page, found.start("name"), found.end("name"))
    return None


def _first_subject(page: _Page) -> tuple[str, Span] | None:
    """ "NOTICE No. 2. The Water Board regrets …": whom the first sentence under the head of a document is about."""
    if not page.is_headed:
        return None
    start = page.masthead[-1].end
    start += re.match(r"[\s.:|–—-]*", page.text[start:]).end()  # type: ignore[union-attr]
    found = _SUBJECT.match(page.text, start)
    if not found:
        return None
    name = re.sub(r"['’]s$", "", found["name"])
    at_home = page.is_at_home(name)
    if not (at_home if not _is_body(name) else page.is_issued or page.speaks or at_home):
        return None
    if not _is_body(name) and not page.is_issued:
        return None
    return _named(page, found.start("name"), found.start("name") + len(name))


def _is_body(name: str) -> bool:
    if name.endswith(("'s", "’s")):
        return False
    own = re.split(r"['’]s ", name)[-1]  # "the Bank's Losses" are no body
    return bool(_IS_BODY.search(own)) or any(e.kind == "body" for e in Gazetteer.load().entries(name))


def _named(page: _Page, start: int, end: int) -> tuple[str, Span]:
    """Gives a name as a reader would write it: one set in capitals in small letters, unless it is short for a longer one."""
    name = page.text[start:end].rstrip(" .,;:-")
    span = Span(start, start + len(name))
    if name.isupper() and len(name.split()) > 1:
        name = re.sub(r"(?<=\w)\w+", lambda m: m.group().lower(), name)
    return name, span


# --- the host -------------------------------------------------------------------------------------------------------


def _of_the_host(page: _Page) -> tuple[str, Span] | None:
    """The host bears a name of the text, and the page speaks as the body ("we") or of it ("the coastguard has found …"). Whom people tell
    things is an outlet."""
    spans = _named_after(page.label, page.plain) if page.label else []
    names = sorted({s.of(page.plain) for s in spans}, key=lambda n: (-len(n.split()), n))
    acting = any(re.search(rf"\b{re.escape(n)}{_ACTS}", page.plain) for n in names)
    told = any(
        re.search(rf"\b(?:told|tells?|telling|interview with|spoke to) {re.escape(n)}\b", page.text) for n in names
    )
    if not names or told or not (acting or page.speaks):
        return None
    return names[0], next(s for s in spans if s.of(page.plain) == names[0])


def _known_host(page: _Page) -> tuple[str, Span] | None:
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


def _tokens(label: str) -> list[str]:
    return [t for t in re.split(r"[-_.]", label) if t]


def _squash(name: str) -> str:
    return "".join(re.findall(r"\w+", fold(name)))


def _named_after(label: str, text: str) -> list[Span]:
    """Gives the names in a text that a host begins with or is: as a whole, or by a word or run of words of theirs. A word that opens a
    sentence before it is left out where the name has stood without it ("Visit Orsa Ferries")."""
    found = list(_with_cores(label, text))
    plain = {core.of(text) for span, core, opens in found if not opens or span.start == core.start}
    return [Span(core.start, span.end) if opens and core.of(text) in plain else span for span, core, opens in found]


def _with_cores(label: str, text: str) -> Iterator[tuple[Span, Span, bool]]:
    """Gives each such name, the part of it that the host has, and whether it opens a sentence."""
    whole, tokens = _squash(label), {t for t in _tokens(label)[:1] if len(t) >= _ACRONYM}
    for match in _NAMES.finditer(text):
        stop = re.search(r"['’]s\b|(?<=\w\w)[.,]+(?=\s|$)", match.group())
        words = list(re.finditer(r"\S+", match.group()[: stop.start()] if stop else match.group()))
        if words and words[0].group() == "The":
            words = words[1:]
        core = _core([_squash(w.group()) for w in words], whole, tokens)
        if core is None or is_host(words[core[0]].group()):
            continue
        before = text[max(match.start() - 3, 0) : match.start()].rstrip(" ")[-1:]
        opens = before in ("", "\n", ".", "!", "?", ":")
        ends = _IS_BODY.search(words[-1].group()) or words[-1].group() in _FIRM
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
        if word in tokens or (len(words) == 1 and len(word) >= _LEAST and _is_first_part(word, whole)):
            return i, i + 1
    return None


def _is_first_part(word: str, label: str) -> bool:
    return label.startswith(word) and bool(_BODY_PART.match(label[len(word) :]))


# The first that names a body holds; the name is what the evidence shows as the place.
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("masthead", _in_masthead),
    ("the page says for whom it speaks", _for_whom),
    ("subject under the head of the document", _first_subject),
    ("name that the host bears, and the page speaks as it or of it", _of_the_host),
    ("authority file: a word of the host, and the page says “we”", _known_host),
)
