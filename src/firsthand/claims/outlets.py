"""Which names are outlets, and whether two names are one outlet: by the gazetteer's names and hosts, else by the words themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.claims.view import View
from firsthand.gazetteer import Gazetteer
from firsthand.records import Article, Span
from firsthand.text.names import fold
from firsthand.text.outlet_words import HEADS

_ITSELF = re.compile(
    r"^(?:this|our|the) (?:news)?(?:paper|newspaper|website|site|magazine|station|channel|outlet)$|^(?:us|we)$", re.I
)
_EDITION = re.compile(r" (?:\(?english(?: edition)?\)?|international|online|news|world|europe|asia|africa|digital)")
_HOST = re.compile(r"^(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.I)


def same_outlet(one: str, other: str) -> bool:
    """Says whether two names mean one outlet ("France 24" and "www.france24.com"; "the Courier" and "Lakeside Courier").

    >>> same_outlet("The Lakeside Courier", "Lakeside Courier"), same_outlet("Courier", "Herald")
    (True, False)
    """
    left, right = fold(one), fold(other)
    if left == right:
        return True
    gazetteer = Gazetteer.load()
    first, second = gazetteer.outlet(one), gazetteer.outlet(other)
    if first is not None and second is not None:
        return first.id == second.id
    hosts = [m.group(1).split(".")[0] for name in (one, other) if (m := _HOST.match(name)) and " " not in name]
    names = [name.replace(" ", "") for name in (left, right)]
    return any(host == name or (len(name) > 4 and host.startswith(name)) for host in hosts for name in names)


def is_this_outlet(article: Article, name: str) -> bool:
    """Says whether words name the page's own outlet: "this newspaper", its name, its host, or the last word of its name ("the Courier")."""
    if _ITSELF.match(name.strip()):
        return True
    short = fold(name).split()
    bare = re.sub(r"\s*\([^)]*\)$", "", article.outlet or "")  # "The Courier (Aln)"
    for known in dict.fromkeys((article.outlet, bare, article.host)):
        if not known:
            continue
        long = fold(known)
        if name and long.startswith(fold(name)) and _EDITION.fullmatch(long, len(fold(name))):
            return True
        if same_outlet(name, known) or (
            short and len(short) < len(long.split()) and long.split()[-len(short) :] == short
        ):
            return True
    return False


def is_short_for_host(article: Article, name: str) -> bool:
    """Says whether one word is how the page's own outlet calls itself, by the end of its host: "told the Herald" on bayherald.example."""
    short = fold(name).split()
    host = _HOST.match(article.host or "")
    plain = len(short) == 1 and short[0] in HEADS and len(short[0]) > 3
    return plain and host is not None and host.group(1).split(".")[0].endswith(short[0])


def outlet_name(view: View, span: Span) -> str:
    """Gives the display name of an outlet or body as these words name it, in full where the article gives it in full before."""
    name = _as_here(view, span)
    if not name[:1].isupper() or " " in name:
        return name
    here = next((m for m in view.mentions_in(span) if m.kind in ("outlet", "body") and m.entity), None)
    for mention in view.document.mentions:
        if mention.span.start >= span.start:
            break
        if mention.kind not in ("outlet", "body") or " " not in mention.text or not mention.text[:1].isupper():
            continue
        full = plain_name(mention.text)
        same = here is not None and mention.entity == here.entity and name.isupper()
        if " " in full and (same or full.endswith(f" {name}")):
            return full
    return name


def _as_here(view: View, span: Span) -> str:
    """Gives the display name of an outlet or body as these words name it; what it is called elsewhere is the gazetteer's matter."""
    mentions = [m for m in view.mentions_in(span) if m.kind in ("outlet", "body") and (m.entity or m.entry)]
    for kind in ("outlet", "body"):
        found = [
            m
            for m in mentions
            if m.kind == kind and (m.span.end >= span.end - 1 or m.entry) and m.span.end >= span.end - 12
        ]
        if found and not re.search(r"\s[A-Z]", view.text[found[-1].span.end : span.end]):
            whole = capitals_around(view.text, found[-1].span, span)
            if aired := re.match(r" (?:radio|television|TV)\b", view.text[found[-1].span.end : span.end]):
                whole += aired.group()
            return plain_name(whole) if whole[:1].isupper() else found[-1].name
    return plain_name(_without_state(view, span))


def capitals_around(text: str, name: Span, within: Span) -> str:
    """Gives a name with the capitals that run on beside it: "Bay Lens" where only "Lens" was taken for the name, "Tarn-Post" for "Tarn"."""
    before = re.search(
        r"(?:\b(?!The |Mr |Mrs |Ms |Dr )[A-Z][\w.’'-]*(?<!['’]s) (?:de |do |da |del |of )?)*(?:[aAeE]l-)?$",
        text[within.start : name.start],
    )
    after = re.match(r"-[A-Z]\w+|(?: (?:de |do |da |del )?(?:[A-Z][\w-]*|\d{1,3}\b))+", text[name.end : within.end])
    return text[name.start - len(before.group()) if before else name.start : name.end + (after.end() if after else 0)]


def _without_state(view: View, span: Span) -> str:
    """Gives a name without the state it is said to be of: "Norland's Bay Courier" is the "Bay Courier"."""
    words = span.of(view.text)
    owner = next(
        (m for m in view.mentions_in(span) if m.kind in ("state", "place") and m.span.start == span.start), None
    )
    rest = re.match(r"['’]s? (?=[A-Z])", words[len(owner.text) :]) if owner else None
    return words[len(owner.text) + rest.end() :] if owner and rest else words


_APPOSED = re.compile(r",\s(?:an?|the|which|who|whose)\b")


@lru_cache(maxsize=4096)
def plain_name(words: str) -> str:
    """Gives a name without article and describing words: "the trade paper Field Notes" is "Field Notes".

    >>> plain_name("the trade paper Field Notes"), plain_name("the health ministry"), plain_name("the Orlo Vest channel"), plain_name("Tarn News, a state agency")
    ('Field Notes', 'health ministry', 'Orlo Vest', 'Tarn News')
    """
    bare = re.sub(r"^(?:the|a|an)\s+", "", " ".join(words.split()).strip(" ,;:"), flags=re.I)
    bare = _APPOSED.split(bare)[0]
    bare = re.sub(r"^[A-Z][\w.’'-]*-based ", "", bare)
    bare = re.sub(r"^[A-Z][\w.]*['’]s (?:[a-z-]+ )+(?=[A-Z])", "", bare)  # "the Herald's partner Aln Lens"
    if not any(word[:1].isupper() for word in bare.split()):
        return bare
    named = re.search(r"(?<!\S)[A-Z0-9].*$", bare)
    lead = bare[: named.start()].split() if named else []
    name = named.group() if named and (not lead or lead[-1] in _DESCRIBES or bare[0].islower()) else bare
    noun = re.search(
        r"^(?P<lead>\w+ )?(?:newspaper|daily|weekly|magazine|agency|outlet|paper|journal|channel|broadcaster)\s+(?P<name>[A-Z].*)$",
        name,
    )
    if noun:
        name = noun["name"]
    return (
        re.sub(r"\s+(?:channel|(?:news )?agency|newspaper|daily|weekly|magazine|website|station)$", "", name)
        if _DESCRIBED.search(name) and not _OWNED_OUTLET.search(name)
        else name
    )


_DESCRIBED = re.compile(
    r"(?:^|\s)[A-Z0-9]\S*\s+(?:channel|(?:news )?agency|newspaper|daily|weekly|magazine|website|station)$"
)
_OWNED_OUTLET = re.compile(r"['’]s? \w+$")  # "the Aln Federation's magazine" is no "Aln Federation's"
_DESCRIBES = frozenset(
    [
        "newspaper",
        "daily",
        "weekly",
        "magazine",
        "agency",
        "outlet",
        "paper",
        "journal",
        "channel",
        "broadcaster",
        "website",
        "portal",
        "station",
        "network",
        "site",
    ]
)
