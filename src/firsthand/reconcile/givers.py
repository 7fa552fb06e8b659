"""Who gives a number where no words are reported: "the ministry put the dead at 12", "by the mayor's reckoning", "we counted 12".

The page's own sentence says whose number it is. Asked only where no attribution was read; a verb of giving numbers is needed,
for what a body did ("the ministry sent 12") is the page's word and not the body's.
"""

from __future__ import annotations

import re

from firsthand.reconcile.outlets import squash
from firsthand.records import Article, Claim, Quantity, Speaker
from firsthand.text.hosts import is_host, label_of

# The writer or the newsroom found the number out themselves, in words that are not quoted.
_COUNTS = r"(?:counted|confirmed|verified|established|tallied|documented|identified|compiled|collected|recorded)"
_HOLDS = r"(?:conclude that|(?:hold|have|keep) (?:the |a list of )?names of)"
_WRITER_COUNTS = re.compile(rf"\bI (?:have |had |then )?{_COUNTS}\b")
_ROOM_COUNTS = re.compile(
    rf"\b(?:[Ww]e|[Oo]ur (?:own )?(?:reporters?|correspondents?|team|staff|newsroom)) (?:have |has |had )?(?:now |so far |also )?{_COUNTS}\b|\b[Ww]e (?:now |also )?{_HOLDS}\b"
)
_HAS_COUNTED = re.compile(rf"^(?:has |have |had )?(?:now |so far |also |independently )?{_COUNTS}$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")

_BODIES = (
    r"agency|ministry|office|bureau|service|authority|authorities|commission|committee|council|board|union|federation|league|institute|institution|centre|center|"
    r"police|army|military|navy|brigade|department|force|forces|company|firm|bank|fund|group|society|association|court|government|hospital|party|"
    r"inspectorate|directorate|secretariat|operator|shipowner|junta|customs|laboratory|engineers|witness|regime|state (?:media|television|radio)|regulator|assessors?|auditors?|insurers?|organisers|organizers|monitors?|inspectors|prosecutors|monitor|charity|coastguard|observatory|team"
)
_OFFICES = (
    r"minister|director|governor|commander|mayor|chief|president|spokes(?:man|woman|person)|superintendent|doctor|secretary|officer|engineer|economists?|"
    r"general|owner|manager|judge|clerk|inspector|harbour master|survivors|witnesses|residents|villagers|analysts|experts|officials|authorities|colleagues|manifest|register|registry|logbook|pollster|study|report"
)
_NOUN = rf"(?i:{_BODIES}|{_OFFICES})"
_NAMED = rf"(?:[Tt]he\s)?(?:[A-ZÀ-Þ][\w’'-]*\s?){{1,4}}|(?:[Tt]he\s)(?:[\w’'-]+\s){{0,3}}?{_NOUN}"
_PHRASE = rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[A-ZÀ-Þ][\w’'-]*)\s)?(?:[\w’'-]+\s){{0,4}}?{_NOUN}(?:\s(?:for|of)\s(?:the\s|its\s)?(?:[\w’'-]+\s?){{1,3}}?)?"
_GIVES = (
    r"(?:puts?|set|sets|estimate[sd]?|reckon(?:s|ed)|count(?:s|ed)|tall(?:y|ies|ied)|calculate[sd]?|work(?:s|ed) out|revise[sd]?|raise[sd]|lower(?:s|ed)|"
    r"cuts?|correct(?:s|ed)|gave|gives|list(?:s|ed)|records?|recorded|register(?:s|ed)|report(?:s|ed)|expects?|forecasts?|value[sd]|measure[sd]|verified|documented|identified|accounts? for|found|detected|heard|saw|sp(?:oke|eaks|oken) of)"
)
_SUBJECT = re.compile(
    rf"(?:^\s*|[.;:,]\s|\s[-–—]\s|\b(?:and|but|while|that)\s)(?P<who>{_PHRASE}(?:\sin\s(?:\w+\s)?[A-ZÀ-Þ][\w-]+)?)\s(?:on [A-Z]\w+day )?(?:has |have |had |now |later |also |since |so far |yet )*(?:{_GIVES}|(?:had|has|have)\s(?:[\w’-]+\s){{0,4}}given)\b[^.;]*$"
)
_BY = re.compile(
    rf"(?:^\s*|[,;:]\s|\b(?:and|but|while)\s)(?:[Bb]y|[Oo]n|[Ff]rom|[Ii]n) (?P<who>{_PHRASE})(?:['’]s?)? (?:own )?(?:reckoning|count|estimates?|figures?|tally|tables|books|records)\b"
)
_COUNT_OF = re.compile(
    rf"\b(?:(?:figures?|toll|numbers?)\s(?:from|by|given by)|(?:count|tally|reckoning|account|estimates?)\s(?:from|by|of|given by))\s(?P<who>{_PHRASE})\b"
)
_HAD = re.compile(rf"(?:^\s*|[.;:,]\s|\b(?:and|but|while)\s)(?P<who>{_PHRASE})\s(?:now )?(?:has|had|have)\s(?:now )?$")
# "By its own count the brigade brought out 33 bodies"
_BY_THEIR_OWN = re.compile(
    rf"(?:^\s*|[.;:]\s)[Bb]y (?:its|their|his|her) own (?:reckoning|count|estimates?|figures?|tally|records),? (?P<who>{_PHRASE})\s(?:has |have |had )?[a-z]+\b[^.;]*$"
)
# "The secretariat had reached 287 by midweek", "why the board stays at 31": where somebody's count stands.
_STANDS_AT = re.compile(
    rf"(?:^\s*|[.;:,]\s|\b(?:and|but|while|that|why)\s)(?P<who>{_PHRASE})\s(?:has |have |had |now |still |since |so far |also )*"
    r"(?:reach(?:es|ed)?|stopp?(?:s|ed)? at|st(?:ays?|ayed|ands?|ood|icks?|uck|opped) (?:at|by|to)|c[ao]mes? (?:round |down )?to|(?:is|are|was|were) (?:now |still |already )*(?:down to|up to|at)|arrive[sd]? at)\s$"
)
_HURT = re.compile(r"^\s*(?:people |persons )?(?:dead|killed|injured|wounded|missing|deaths|names|cases)\b")
_FROM = re.compile(rf",\s(?:also\s|again\s)?(?:from|by)\s(?P<who>{_PHRASE})(?=[.;,]|$)")
# "The ministry's 12 leaves out the islands": a number that somebody owns, not his things ("the ministry's 12 boats").
_OWNED = re.compile(
    rf"\b(?P<who>{_PHRASE})['’]s?\s(?:(?:own|latest|official|earlier|first|initial)\s)*(?:(?:count|figure|toll|tally|number|estimate)\sof\s)?(?:(?:at least|about|some|over|only|just)\s)?$"
)
_NO_NOUN = re.compile(
    r"^\s*(?:$|[.;,)]|(?:is|are|was|were|counts?|includes?|covers?|leaves?|excludes?|comes?|stands?|rests?|does|did|do|cannot|can|could|remains?|would|against|and|but|as|with)\b|dead\b|injured\b|wounded\b|missing\b)"
)
_NO_THING = re.compile(
    r"^\s*(?:$|[.;,)]|(?:by|on|in|at|for|to|and|but|as|with|because|while|when|since|so|dead|injured|wounded|missing|deaths)\b)"
)
_FIGURES_ARE = re.compile(
    rf"(?:^\s*|[.;:,]\s)(?P<who>{_NAMED}) (?:figures|numbers|data|counts)\b[^.;,]{{0,40}} (?:are|were|is|was|show|showed|gave|give)\b[^.;]*$"
)
_ISSUED = re.compile(
    rf"\b(?:issued|given|announced|published|released|reported|put (?:out|about)|put forward|spread)\s(?:[\w’-]+\s){{0,4}}?by\s(?P<who>{_PHRASE}(?:\sin\s[A-ZÀ-Þ][\w-]+)?)"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>{_PHRASE})\b")
_FIRST = re.compile(
    r"(?:The|An?|Its) (?P<who>(?:[\w’'-]+ ){0,3}?[\w’'-]+) (?:has|had|have|is|was|will|[a-z]{3,}(?:s|ed)|found|took|lost|made|put|set|built|sold|bought)\b"
)
_LEADING = re.compile(r"^(?:(?:and|but|while|that|the|an?|its|their|his|her|own)\s)+", re.I)
_CLAUSE_BEFORE = re.compile(r"^.*(?<!\bof)(?<!\bfor)(?<!\band)\sthe\s")  # "He dismissed the | institute"
IT = re.compile(r"^(?:it|they)\b", re.I)
REACH = 1_000  # characters of a sentence on each side of a number that are looked at
GIVERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("whose number it is", _OWNED), ("issued by", _ISSUED), ("somebody's figures are", _FIGURES_ARE), ("according to", _ACCORDING), ("by the count of", _BY), ("a count from", _COUNT_OF), ("from", _FROM), ("the subject of a verb of giving numbers", _SUBJECT), ("had so many dead", _HAD), ("by their own count", _BY_THEIR_OWN),
    ("where somebody's count stands", _STANDS_AT),
)  # fmt: skip
_BEFORE_ONLY = (_OWNED, _FIGURES_ARE, _SUBJECT, _HAD, _STANDS_AT, _BY_THEIR_OWN)
# What must follow the number, so that it is a count and no belonging.
_ONLY_BEFORE = {_OWNED: _NO_NOUN, _HAD: _HURT, _STANDS_AT: _NO_THING}


def giver_in(before: str, after: str) -> Speaker | None:
    """Gives who gives a number by the words of its sentence before and after it; None where they name nobody.

    >>> [found.name for found in (giver_in("The port office put the dead at ", "."), giver_in("There were ", ", by the mayor's count.")) if found]
    ['port office', 'mayor (unnamed)']
    >>> giver_in("The port office lost ", " men.") is None
    True
    """
    before = before.rpartition("\n\n")[2]
    for name, pattern in GIVERS:
        if pattern in _ONLY_BEFORE and not _ONLY_BEFORE[pattern].match(after):
            continue
        for words in (before,) if pattern in _BEFORE_ONLY else (before, after):
            if (found := pattern.search(words)) and not _NO_GIVER.search(found["who"]):
                return _speaker(_LEADING.sub("", _CLAUSE_BEFORE.sub("", found["who"].strip())), name)
    return None


def subject_of(sentence: str) -> Speaker | None:
    """Gives the body or office-holder a sentence begins with: who "it" is in "The port office lost 12 men, it said."

    >>> subject_of("The port office lost 12 men, it said.").name
    'port office'
    """
    found = _FIRST.match(sentence.strip())
    return (
        _speaker(re.sub(r"^(?:the|an?|its|their)\s", "", found["who"].strip(), flags=re.I), "the sentence's subject")
        if found
        else None
    )


def _speaker(name: str, rule: str) -> Speaker:
    if re.search(rf"\b(?:{_OFFICES})$", name, re.I):
        return Speaker(name=f"{name} (unnamed)", kind="unnamed", role=name, why=(rule,))
    return Speaker(name=name, kind="body", why=(rule,))


def counted_by(
    article: Article, sentence: str, quantity: Quantity, claim: Claim, speaker: Speaker | None, own: str
) -> str | None:
    """Gives who counted where the page says that it did so itself ("I counted 15", "the Courier has confirmed 26"): the writer of a
    page with one byline, else the outlet. None where somebody else is named, or nobody counted."""
    if not article.outlet or quantity.status == "denied" or claim.status == "denied":
        return None
    is_self = speaker is not None and bool(own) and squash(speaker.name) == own
    if speaker is not None and not is_self and not re.match(r"(?:i|we)\b", speaker.name):
        return None
    cue = " ".join(span.of(article.text) for span in claim.cue)
    plain = _QUOTED.sub(" ", sentence)
    if _WRITER_COUNTS.search(plain):
        return (
            article.byline
            if article.byline and re.fullmatch(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}", article.byline)
            else article.outlet
        )
    return article.outlet if _ROOM_COUNTS.search(plain) or (is_self and _HAS_COUNTED.match(cue)) else None


_DATELINE = re.compile(r"^[^\n(/]{2,60}(?=\s?[(/][^()/\n]{1,28}[)/]\s?[-–—.:])", re.M)
_AGED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){1,3}), (?:\d{1,3}, )?$")
_OUR = re.compile(r"\b(?:[Oo]ur|[Ii]ts)\s+(?:\w+\s+)?$")
_STARTS_OUR = re.compile(r"[Oo]ur\s")
# The page itself, and so many of somebody: "seven members of the board gave their lives".
_NO_GIVER = re.compile(
    r"^(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?)\s)|"
    r"\b(?:version|graphic|headline|edition) of (?:this|our) |\bcustoms of\b|\bthis (?:article|story|report|page|post|piece)\b",
    re.I,
)


def is_dateline(speaker: Speaker, text: str) -> bool:
    """Says whether what was read as an asserter is the town in a page's dateline."""
    head = _DATELINE.match(text)
    return head is not None and bool(speaker.spans) and all(s.end <= head.end() for s in speaker.spans)


def named_before(speaker: Speaker, text: str) -> Speaker | None:
    """Gives the person of whom only age and trade were read ("34, a trader" after "Oda Lind, "); None for all others."""
    if speaker.kind != "unnamed" or not re.match(r"\d{1,3}, an? ", speaker.name) or not speaker.spans:
        return None
    start = min(s.start for s in speaker.spans)
    found = _AGED.search(text, max(0, start - 60), start)
    return (
        Speaker(name=found["name"], kind="person", role=speaker.role, why=("the name before age and trade",))
        if found
        else None
    )


def is_of_the_house(speaker: Speaker | None, claim: Claim, own: str, text: str, house: str = "") -> bool:
    """Says whether a number on a body's own page is the body's: nobody else is named for it, or the body itself by its name, by a word of it
    ("the ministry") or by the page's address, or a paper of its own ("our manifest")."""
    if speaker is None:
        return claim.status not in ("reported", "denied") and not claim.cue
    name = re.sub(r"\s*\(unnamed[^)]*\)$", "", speaker.name)
    if own in (squash(name), squash(label_of(name)) if is_host(name) else "") or re.match(
        r"(?:we|our|us)\b", name, re.I
    ):
        return True
    words, known = set(re.findall(r"\w+", name.lower())), set(re.findall(r"\w+", house.lower()))
    head = re.split(r" (?:of|for) ", house.lower())[0].split()[-1:]
    if house and words <= known and set(head) <= words:
        return True  # "the ministry" on the page of the Ministry of Water; the police are not their union
    return any(
        _OUR.search(text, max(0, s.start - 20), s.start) or _STARTS_OUR.match(text, s.start)
        for s in (*speaker.spans, *claim.source)
    )
