"""Houses: pages that a body publishes of itself (a coastguard's bulletin, a union's statement). What such a page counts, and gives to
nobody else, is the body's own word.

A page is its body's where the host bears the body's name, and the page speaks as the body ("we") or of it by name ("the coastguard has
found …"). A newspaper, a wire and a writer of his own count are no bodies here: they pass on, or say so themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from firsthand.gazetteer import Gazetteer
from firsthand.reconcile.facts import fold
from firsthand.reconcile.outlets import host_label, host_of, squash
from firsthand.records import Article

# Words of hosts that pass on what others say.
_PRESS = re.compile(
    r"news|times|post|herald|daily|press|wire|radio|radyo|tele(?!com)|tv|star|digest|courier|courrier|journal|gazette|tribune|observer|chronicle|"
    r"zeitung|blatt|kurier|mirror|echo|standard|mail|express|globe|magazine|review|weekly|today|live|online|media|blog|brief(?!ing)|report|bulletin|feed|agency|dispatch|argus|sentinel|"
    r"examiner|telegra(?:ph|m)|advocate|enquirer|inquirer|mercury|reporter|broadcast",
    re.I,
)
_NAME_WORD = r"[A-ZÀ-Þ][\w&’'.-]*"
_NAMES = re.compile(
    rf"{_NAME_WORD}(?:\s(?:(?:of|for|the|without|de|du|and|&)\s(?:the\s)?)?(?:Without\s)?{_NAME_WORD}){{0,5}}"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
_AS_WE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur(?! (?:own )?(?:correspondents?|reporters?|station|newspaper|paper|desk|readers?|digest|sister|newsroom|website|programme)\b))\b"
)
# Who writes as one person, or as a newsroom, is no body.
_AS_PRESS = re.compile(
    r"\bI\b|\b(?:told|asked by|seen by|reached by) (?:us|this|our (?:own )?(?:station|reporters?|correspondents?|newspaper|paper|desk|newsroom|programme))\b|\bthis (?:news)?paper\b|^[^\n]{2,60}\([A-Z][^()\n]{1,28}\)\s?[-–—]|^[^\n]{2,60}/[A-Z]{3,}/",
    re.M,
)
_ACTS = r"\s(?:(?:has|have|had|is|are|was|were|will|does|did|says?|said|puts?|counts?|accounts|estimates?|records?|regrets?|confirms?|condemns?|calls?|expects?|holds)\b)"
# What the rest of a host may be, where the page calls the body by the first part of its name.
_BODY = re.compile(
    r"monitor|watch|council|union|aid|relief|hospital|institute|centre|center|trust|fund|shipping|lines?|group|port|ministry|office|police|guard|energy|rail|mining|foundation|alliance|network|project|org",
    re.I,
)
_LEAST = 6  # letters of a name that a host need only hold
_ACRONYM = 3


def house_of(article: Article, places: Collection[str] = ()) -> str | None:
    """Gives the name of the body that publishes a page and speaks on it, as the page has it; None for every other page. `places` are
    the names of places in the text, which are no bodies."""
    label = host_label(article)
    if not label or article.byline or _PRESS.search(host_of(article)) or _is_known_outlet(article):
        return None
    plain = _QUOTED.sub(" ", article.text)
    if _AS_PRESS.search(plain):
        return None
    names = sorted(_named_after(label, plain, places), key=lambda n: (-len(n.split()), n))
    speaks = bool(_AS_WE.search(plain))
    acting = [n for n in names if re.search(rf"\b{re.escape(n)}{_ACTS}", plain)]
    if acting or (names and speaks):
        return names[0]
    known = [e for token in _tokens(label) for e in Gazetteer.load().entries(token.upper()) if e.kind == "body"]
    return known[0].name if speaks and len(known) == 1 else None


def _is_known_outlet(article: Article) -> bool:
    return any(name and Gazetteer.load().outlet(name) is not None for name in (article.host, article.outlet))


def _tokens(label: str) -> list[str]:
    return [t for t in re.split(r"[-_.]", label) if t]


def _named_after(label: str, text: str, places: Collection[str]) -> Iterator[str]:
    """Gives the names in a text that a host begins with or is: as a whole, or by a word or run of words of theirs."""
    towns = {squash(p) for p in places}
    whole, tokens = squash(label), {t for t in _tokens(label)[:1] if len(t) >= _ACRONYM and t not in towns}
    for match in _NAMES.finditer(text):
        name = re.sub(r"^The\s|['’]s?$|[.,]+$", "", match.group())
        if name in places or not name:
            continue
        words = [fold(w) for w in re.findall(r"\w+", name)]
        runs = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        acronym = name.isupper() and name.lower() in tokens
        full = any(len(t) >= _LEAST and t in runs for t in {whole, *tokens})
        first = len(words) == 1 and len(name) >= _LEAST and _is_first_part(words[0], whole)
        if acronym or full or first:
            yield name


def _is_first_part(word: str, label: str) -> bool:
    return label.startswith(word) and bool(_BODY.match(label[len(word) :]))
