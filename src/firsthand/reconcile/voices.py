"""Voices: who gives a number where no saying was read, by the words round it: "in the view of the port office", "so says the mayor".

Looked for in the sentence of the number first, then in the one after it and the one before. The page's own voice is nobody's.
"""

from __future__ import annotations

import re

_BODY = (
    r"agency|ministry|office|bureau|service|authority|authorities|commission|committee|council|board|union|federation|league|institute|police|army|military|navy|"
    r"air force|brigade|department|forces?|company|firm|chain|insurer|operator|airline|bank|group|society|association|chamber|guild|court|government|hospital|party|"
    r"regulator|auditors?|organisers|organizers|prosecutors?|charity|coastguard|general staff|staff|minister|director|governor|commander|mayor|chief|president|"
    r"secretary|officer|owner|manager|judge|priest|bishop|lawyers?|families|relatives|parents|residents|villagers|witnesses|survivors|campaigners|activists|rescue|"
    r"city hall|town hall|customs|importer|captors|owners?|trackers|spokes(?:man|woman|person)|officials|university|centre|center|trust|club|team"
)
_WHO = rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) )?(?P<who>(?:[\w’'-]+ ){{0,4}}?(?:{_BODY})(?! (?:{_BODY})\b)\b(?: (?:of|in|at|for) (?:the )?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)?|[A-ZÀ-Þ][\w-]+(?: (?:of |for )?[A-ZÀ-Þ][\w-]+){{0,4}})"
_SHEET = r"(?:figures?|tables?|counts?|claims?|tally|list|letter|bulletins?|survey|report|records|results|numbers|books|estimates?|reckoning|version|account)"
VOICES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("so says", rf"\b[Ss]o (?:says|say|said|claims|runs) {_WHO}"),
        ("in the view of", rf"\b(?:[Ii]n|[Bb]y|[Ff]rom|[Aa]t) the (?:view|words|eyes|opinion|telling|account|version|reckoning|books) of {_WHO}"),
        ("by", rf"\b(?:[Bb]y|[Ii]n|[Gg]oing by|[Cc]iting|[Qq]uoting|[Hh]eard from|[Ll]earn(?:t|ed) from|[Rr]esults from|[Ww]ord from) {_WHO}['’]s? (?:\w+ ){{0,2}}{_SHEET}\b"),
        ("citing", rf"\b(?:[Gg]oing by|[Cc]iting|[Qq]uoting|[Hh]eard from|[Ll]earn(?:t|ed) from|[Rr]esults from|[Ww]ord from) {_WHO}"),
        ("its figures", rf"(?:^|[,;:.—–] ?){_WHO}['’]s? (?:[\w-]+ ){{0,2}}{_SHEET} (?:shows?|says?|has|have|of|for|gives?|lists?|puts?)\b"),
        ("boasts of", rf"(?:^|[,;:.—–] ?){_WHO} (?:boast(?:s|ed) of|let(?:s)? slip|has read out|read out|hold(?:s)? up|ha(?:s|ve) (?:a list|the names)|value[sd]|concede[sd]?|owned? up|admit(?:s|ted)|list(?:s|ed)?|claim(?:s|ed)?|attribut(?:es|ed)|speaks? of|spoke of|knows? of|insist(?:s|ed)|maintain(?:s|ed))\b"),
    )
)  # fmt: skip
_BOOKS = re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}{_SHEET}\b(?=$| \(unnamed)")
_SUBJECTS = (
    re.compile(rf"\b(?:[Tt]he|[Ii]ts|[A-ZÀ-Þ][\w-]+['’]s) (?P<who>(?:[\w’'-]+ ){{0,3}}?(?:{_BODY}))\b"),
    re.compile(
        r"^(?P<who>[A-ZÀ-Þ][\w’'&-]+(?: [A-ZÀ-Þ][\w’'&-]+){0,3}) (?:has|had|have|is|was|will|[a-z]{2,}(?:ed|s)|flew|lost|sold|made|took|put|built|cut|saw|ran|won|paid|spent)\b"
    ),
)
_LEAD = re.compile(r"^(?:(?:and|but|while|that|the|an?|its|their|so|there|then|outside|only)\s)+", re.I)


def voice_in(text: str, sentence: tuple[int, int], said_by_it: bool = False) -> str | None:
    """Gives who gives a number of a sentence (start, end) by the words of that sentence or the next; None for nobody. `said_by_it`: a
    pronoun says it, and stands for the name that the sentence begins with, if nothing else is found.

    >>> voice_in("Nine are missing, in the view of the port office.", (0, 49))
    'port office'
    >>> voice_in("Fell Dairy lost 12 cows, it said.", (0, 33), said_by_it=True)
    'Fell Dairy'
    """
    start, end = sentence
    after = re.match(r"[^.!?]*[.!?]?", text[end : end + 240])
    stretches = [text[start:end].strip(), after.group().strip() if after else ""]
    patterns = [pattern for _, pattern in VOICES]
    found = next((m for words in stretches for p in patterns if (m := p.search(words))), None)
    if found is None and said_by_it:
        found = next((m for p in _SUBJECTS if (m := p.search(stretches[0]))), None)
    return without_sheet(_LEAD.sub("", found["who"]).strip()) if found else None


def without_sheet(name: str) -> str:
    """Gives the name of whoever kept the books, where a page names the books: "the port office's tables" are the port office.

    >>> without_sheet("port office's annual tables"), without_sheet("Fell Dairy")
    ('port office', 'Fell Dairy')
    """
    return _BOOKS.sub("", name)
