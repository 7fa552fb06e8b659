"""The head of a page that a body issues: its masthead, and whom the masthead, the words "in the name of" or the first sentence name.

A masthead is what stands over a document: the body's name, the word for the document ("BULLETIN No. 3"), numbers and days, and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from firsthand.gazetteer import Gazetteer
from firsthand.records import Span
from firsthand.text.names import fold
from firsthand.text.press import AS_WE, unquoted

_HEAD = 400  # characters in which a masthead stands

# --- documents that a body puts out ---------------------------------------------------------------------------------

# What only a body puts out, and what a newsroom or a person might as well.
ISSUED = re.compile(
    r"\b(?:(?:press|media|news) (?:release|note|statement|notice|communiqu[ée]|briefing note)|communiqu[ée]s?|(?:(?:joint|official|public) )?statement|"
    r"(?:(?:public|technical|safety|service) )?notice|(?:technical|briefing|information) note|clarification|flash (?:update|appeal)|situation (?:report|update)|sitrep|circular|advisory|declaration|proclamation)\b",
    re.I,
)
LOOSE = re.compile(
    r"\b(?:bulletin|update|(?:(?:morning|evening|daily|operational) )?information|(?:preliminary |first |interim )?findings|report|summary|log|list|note|letter|appeal|dispatch|record)\b",
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
    r"Team|Staff|Command|Movement|Corps|Foundation|Alliance|Network|Cooperative|Chamber|Registry|Railways?|Mission|Headquarters|Defence|Defense|Assembly|Presidency|Embassy|University|Watch|Survey|Monitor|Operator|Administration|"
    r"Tribunal|Parliament|Corporation|Municipality|Prefecture|Airport|Airlines?|Consortium|Guild|Red Cross|Red Crescent|"
    r"Prosecutor General|Public Prosecutor|Attorney General|Ombudsman)"
)
IS_BODY = re.compile(rf"\b{_BODY_NOUN}\b", re.I)
_NAME_OF = (
    r"(?:[Tt]he )?(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?: (?:(?:of|for|de|do|da|du|del|and|&) (?:the )?)?[A-ZÀ-Þ][\w’'&-]*){0,7}"
)
_LINK = r"(?:(?:of|for|in|on|at|and|&|de|do|da|du|del) (?:the )?|the )"
_WHOLE = re.compile(rf"(?:From )?(?:[Tt]he )?(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?: {_LINK}?[A-ZÀ-Þ][\w’'&.-]*){{0,11}})['’]?")
_SIGNATURE = re.compile(
    r"\n[—–-]? ?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3}, (?:[a-z][\w’'-]* ){0,3}"
    r"(?:secretary|president|chair\w*|spokes\w+|director|head|coordinator|treasurer)(?:,| of| for)(?: the)? "
    r"(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?: (?:(?:of|for|and|&) (?:the )?)?[A-ZÀ-Þ][\w’'&-]*){0,7})\Z"
)
_IN_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-Þ][A-ZÀ-Þ&’'-]*(?: [A-ZÀ-Þ&][A-ZÀ-Þ&’'-]*)+(?!\w)")
_SMALL = frozenset("of for in on at and the de do da du del by from to".split())
DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b",
    re.I,
)
_MIDDLE = 5  # words of a part between the name and the day
BY_WHOM = re.compile(rf"\b(?i:of|by|from|issued by) {_NAME_OF})")
_NUMBERED = re.compile(
    rf"(?:{ISSUED.pattern}|{LOOSE.pattern}) (?:n[or]\.? ?)?\d+\b(?=,|$)", re.I
)  # "SITUATION REPORT 5, Orsa works"
_IN_THE_NAME = re.compile(rf"\b(?:[Ii]n the name of|[Oo]n behalf of|[Ss]igned[:,]? (?:for )?) ?{_NAME_OF})")
_SUBJECT = re.compile(
    rf"(?:(?:From|On|After|Following|Since|By|At|In|As of|Further to|With reference to) [^.\n]{{3,80}}?, )?{_NAME_OF})(?: \([A-Z]{{2,8}}\))?(?:, (?:acting|represented|meeting|sitting|which|in|on|with|by|through|after|having)\b[^.,;\n]{{3,60}},)? (?!said\b|says\b|told\b|tells\b)(?:today |hereby |now |once more )?(?:has|have|had|is|was|will|does|wishes|[a-z]{{3,}}(?:s|ed))\b"
)
_WE_THE = re.compile(
    r"\b[Ww]e, the (?P<name>(?!undersigned\b|people\b)(?:[a-z]+ ){1,3}(?:of|at|in) (?:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of (?:the )?)?[A-ZÀ-Þ][\w’'-]*){0,5}),"
)
_FOR = re.compile(
    rf"\b(?:Spokes(?:person|man|woman) for|Press (?:office|service) of|Media (?:office|team) of) {_NAME_OF})"
)


@dataclass(frozen=True)
class Page:
    """What the rules look at: the text without its quotations (as long as the text), the telling part of the host, and the whole."""

    text: str
    label: str
    host: str = ""

    @cached_property
    def head(self) -> str:
        """The first lines as a reader would write them: what is set in capitals in small letters, what is short for a name as it is."""
        return _IN_CAPITALS.sub(self._eased, self.text[:_HEAD])

    def _eased(self, run: re.Match[str]) -> str:
        if not any(len(w) > 4 for w in run.group().split()):
            return run.group()
        return " ".join(
            w.lower() if k and w.lower() in _SMALL else w if self._is_short(w) else w.capitalize()
            for k, w in enumerate(run.group().split(" "))
        )

    def _is_short(self, word: str) -> bool:
        """Says whether a word in capitals is short for a name: of two letters, in capitals in the running text too, or a body's."""
        running = self.text.partition("\n")[2]
        known = len(word) < 7 and any(e.kind == "body" for e in Gazetteer.load().entries(word))
        return len(word) < 3 or known or re.search(rf"\b{re.escape(word)}\b(?! [A-ZÀ-Þ]{{2}})", running) is not None

    @cached_property
    def plain(self) -> str:
        return unquoted(self.text)

    @cached_property
    def speaks(self) -> bool:
        """Whether the page says "we"."""
        return bool(AS_WE.search(self.plain))

    @cached_property
    def masthead(self) -> list[Span]:
        """The pieces of the masthead: up to the first that is more than names, numbers, days and the word for a document; none where no
        such word stands in them."""
        pieces = []
        for piece in _pieces(self.head):
            if not _is_bare(piece.of(self.head)):
                break
            pieces.append(piece)
        words = " ".join(p.of(self.head) for p in pieces)
        return pieces if ISSUED.search(words) or LOOSE.search(words) else []

    @cached_property
    def is_issued(self) -> bool:
        """Whether the masthead has the word for a document that only a body puts out, or a counted bulletin."""
        words = " ".join(p.of(self.head) for p in self.masthead)
        return bool(ISSUED.search(words))

    @cached_property
    def is_headed(self) -> bool:
        """Whether a piece of the masthead is a document's head and no headline about one: nothing but its word and numbers, or a numbered one
        ("Press note", "FLOOD BULLETIN No. 3"; not "Ministry Statement Draws Fire")."""
        return any(_is_head(piece.of(self.head)) for piece in self.masthead)

    def is_at_home(self, name: str) -> bool:
        """Says whether the host has a word of the name, or its beginning ("prisons-orsa" and "Prison Service")."""
        label = squash(self.label + self.host.rpartition(".")[0])
        if initials_of(name) in re.split(r"[-_.]", self.host):
            return True
        return any(len(w) >= 4 and (w in label or (len(w) > 5 and w[:-1] in label)) for w in map(squash, name.split()))

    def bears(self, name: str) -> bool:
        """Says whether the host has more of a name than one word, which may be its town's: its initials, or all of it or two of its words."""
        label = squash(self.label + self.host.rpartition(".")[0])
        words = [w for w in map(squash, name.split()) if len(w) > 3]
        return initials_of(name) in re.split(r"[-_.]", self.host) or sum(w in label for w in words) >= min(
            2, len(words)
        )


# --- the masthead ---------------------------------------------------------------------------------------------------


def _pieces(head: str) -> Iterator[Span]:
    """Gives the pieces of a head: between full stops, dashes and lines, what stands before a colon; a shortened "No." ends none."""
    at = 0
    for mark in re.finditer(r"(?<!\b[Nn]o)(?<!\b[Nn]r)\.(?=\s|$)|\s[-–—|]\s|\n+|:(?=\s)", head):
        if mark.start() > at:
            yield Span(at, mark.start())
        if mark.group() == ":" and not _heads_a_numbered_one(
            head, at, mark.start()
        ):  # what a document is about is told behind the colon
            end = re.compile(r"\.(?=\s)|\n|$").search(head, mark.end())
            at = end.end() if end else len(head)
            continue
        at = mark.end()
        while at < len(head) and head[at].isspace():
            at += 1


def _heads_a_numbered_one(head: str, start: int, colon: int) -> bool:
    """Says whether a body's name stands before a colon, and a numbered document's word behind it: "PORT OFFICE: NOTICE No. 12"."""
    rest = re.match(r"[^\n]*", head[colon:]).group()  # type: ignore[union-attr]
    told = bool(ISSUED.search(rest) or LOOSE.search(rest)) and any(c.isdigit() for c in rest)
    return told and _whole_name(head[start:colon]) is not None


def _is_bare(piece: str) -> bool:
    """Says whether a piece holds only names, numbers, days and words for documents."""
    plain = LOOSE.sub("", ISSUED.sub("", piece))
    small = re.findall(r"(?<![\w’'])[a-zà-ÿ][\w-]*", re.sub(r"['’]s\b", "", plain))
    if len(piece.split()) > 18:
        return False
    return bool(_NUMBERED.match(piece)) or all(w in _MASTHEAD_WORDS for w in small)


def _is_head(piece: str) -> bool:
    plain, words = LOOSE.subn("", ISSUED.sub("\0", piece))
    if not words and "\0" not in plain:
        return False
    rest = re.findall(r"[^\W\d_]{2,}", plain)
    return any(c.isdigit() for c in piece) or all(w.lower() in _MASTHEAD_WORDS for w in rest)


def in_masthead(page: Page) -> tuple[str, Span] | None:
    """ "ORSA COASTGUARD - BULLETIN No. 3", "Second list of the Weir Committee": the body beside the word for the document."""
    for piece in page.masthead:
        words = piece.of(page.head)
        if (name := _whole_name(words.split(",")[0])) is not None:
            return _named(page, piece.start + name.start("name"), piece.start + name.end("name"))
        told = bool(ISSUED.search(words) or LOOSE.search(words))
        found = BY_WHOM.search(page.head, piece.start, piece.end) if told else None
        if found and is_body(found["name"]):
            return _named(page, found.start("name"), found.end("name"))
    return None


def _whole_name(words: str) -> re.Match[str] | None:
    """Gives the body's name that words are as a whole."""
    words = re.sub(r" \([A-Z]{2,8}\)$", "", words.strip())
    plain = not (ISSUED.search(words) or LOOSE.search(words))
    name = _WHOLE.fullmatch(words) if plain and not any(c.isdigit() for c in words) else None
    return name if name and is_body(name["name"]) else None


def in_dated_line(page: Page) -> tuple[str, Span] | None:
    """ "ORSA GUARD, press desk, 16 May 2031": a first line that is a body's name, a few words and a day, over a page at its home or in its voice."""
    lines = [line for line in page.head.split("\n")[:3] if line]
    if len(lines) < 2:
        return None
    head = [lines[0], *(line for line in lines[1:2] if line[-1] not in ".!?" and len(line) < 100)]
    parts = [part for line in head for part in re.split(r",\s|\.\s|\s[-–—|]\s", line)]
    name = _whole_name(parts[0])
    if name is None or not any(DAY.search(p) for p in parts[1:]):
        return None
    if any(len(p.split()) > _MIDDLE for p in parts[1:]) or not (page.speaks or page.is_at_home(name["name"])):
        return None
    return _named(page, name.start("name"), name.end("name"))


def for_whom(page: Page) -> tuple[str, Span] | None:
    """ "In the name of the League", "Spokesperson for the Coastguard" under the head of a document; "We, the nurses of the hospital"."""
    if ours := _WE_THE.search(page.plain, 0, _HEAD):
        return _named(page, ours.start("name"), ours.end("name"))
    for pattern in (_IN_THE_NAME, _FOR) if page.masthead else ():
        found = pattern.search(page.text, 0, _HEAD)
        if found and (is_body(found["name"]) or page.speaks):
            return _named(page, found.start("name"), found.end("name"))
    return None


def in_signature(page: Page) -> tuple[str, Span] | None:
    """ "Oda Lind, secretary, Orsa Boatmen's Union" as the last line of a page that says "we"."""
    found = _SIGNATURE.search(page.text.rstrip()) if page.speaks else None
    return _named(page, found.start("name"), found.end("name")) if found and is_body(found["name"]) else None


def first_subject(page: Page) -> tuple[str, Span] | None:
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
    if not (at_home if not is_body(name) else page.is_issued or page.speaks or at_home):
        return None
    if not page.is_issued and not (is_body(name) and (page.speaks or page.bears(name))):
        return None
    return _named(page, found.start("name"), found.start("name") + len(name))


def is_body(name: str) -> bool:
    if name.endswith(("'s", "’s")):
        return False
    own = re.split(r"['’]s ", name)[-1]  # "the Bank's Losses" are no body
    return bool(IS_BODY.search(own)) or any(e.kind == "body" for e in Gazetteer.load().entries(name))


def _named(page: Page, start: int, end: int) -> tuple[str, Span]:
    """Gives a name as a reader would write it, with its place."""
    text = page.head if end <= len(page.head) else page.text
    name = text[start:end].rstrip(" .,;:-")
    return name, Span(start, start + len(name))


def initials_of(name: str) -> str:
    """Gives the first letters of the capitalised words of a name, in small letters."""
    return "".join(w[0] for w in re.findall(r"\b[A-ZÀ-Þ][\w’'-]*", name)).lower()


def squash(name: str) -> str:
    return "".join(re.findall(r"\w+", fold(name)))
