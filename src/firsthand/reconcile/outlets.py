"""How a page names outlets, its own and others': squashed names ("harbour post" is harbourpost.example), credit lines, own reporting.

A name is squashed to letters and digits without accents, so that a host, a byline and a sentence can meet. Names a host alone
does not give (initials in a dateline) are learned from the pages of the case, where exactly one outlet uses them for itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.reconcile.facts import fold
from firsthand.records import Article, Span

_NAME_WORD = r"[A-ZÀ-Þ0-9][\w&’'.-]*"
_NAMES = re.compile(rf"{_NAME_WORD}(?:\s(?:(?:of|the|de|du|da|and|&)\s)?{_NAME_WORD}){{0,4}}")
_DATELINE = re.compile(r"^[^\n]{2,70}?\(([A-Z][^()\n]{1,28})\)\s?[-–—:.]?\s?", re.M)
_SUFFIX_LABELS = frozenset(
    [
        "news",
        "online",
        "world",
        "en",
        "med",
        "gr",
        "eu",
        "uk",
        "pt",
        "international",
        "intl",
        "media",
        "english",
        "daily",
        "the",
    ]
)
# Too common as words to stand for one outlet when found in a sentence.
_GENERIC = frozenset(
    [
        "news",
        "media",
        "press",
        "agency",
        "world",
        "times",
        "post",
        "daily",
        "herald",
        "today",
        "government",
        "ministry",
        "police",
        "army",
        "online",
        "radio",
        "review",
        "voice",
    ]
)
_CREDIT = re.compile(
    r"\b(?:(?:with|additional)\s+(?:inputs?|reporting|information|material|files?|contributions?)\s+(?:from|by)|"
    r"(?:original\s+)?source|(?:first\s+)?(?:appeared|published)\s+(?:in|on|by|at)|via|credit|adapted from|courtesy of|as reported by)\s*:?\s+"
    r"(?P<who>[^\n.;()]{2,60}(?:\.[a-z]{2,}[^\s]*)?)",
    re.I,
)
_BARE_CREDIT = re.compile(r"\((?P<who>[A-Z][^()\n]{1,28})\)")


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a page names an outlet: the outlet's key, the words, their place in the text (None for a page fact such as an
    "Original source" line that was taken out of it), and whether it is a credit."""

    key: str
    words: str
    span: Span | None
    is_credit: bool


def squash(name: str) -> str:
    """Gives a name as letters and digits alone.

    >>> squash("The Harbour Post"), squash("Rádio Norte")
    ('harbourpost', 'radionorte')
    """
    words = [fold(w) for w in re.findall(r"\w+", name)]
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def key_of(article: Article) -> str:
    """Gives the key under which a page's outlet is known: its host without "www." and endings, or its name squashed; "" for neither."""
    return squash(_label(_host_of(article)) or article.outlet or "")


def _host_of(article: Article) -> str:
    """Gives the host a page came from; an outlet field that is a host counts; "" for pasted text."""
    outlet = article.outlet or ""
    return article.host or _host(article.url) or (outlet if re.fullmatch(r"[\w-]+(\.[\w-]+)+", outlet) else "")


def _host(url: str) -> str:
    match = re.match(r"https?://([^/:?#]+)", url)
    return match.group(1).lower() if match else ""


def _label(host: str) -> str:
    """Gives the telling part of a host: "harbour-post" of www.harbour-post.co.uk."""
    parts = [
        p for p in host.lower().removeprefix("www.").split(".") if p not in ("co", "com", "org", "net", "gov", "ac")
    ]
    return parts[-2] if len(parts) >= 2 else "".join(parts)


class OutletNames:
    """Knows by which names the outlets of a case go, and finds them in texts."""

    def __init__(self, articles: Sequence[Article]) -> None:
        claims: defaultdict[str, set[str]] = defaultdict(set)
        for article in articles:
            key = key_of(article)
            for name in _own_names(article, key):
                claims[name].add(key)
        self._keys = {name: min(keys) for name, keys in claims.items() if len(keys) == 1 and name not in _GENERIC}

    def look_up(self, name: str) -> str | None:
        """Gives the key of the outlet that goes by this name, or None."""
        bare = re.sub(r"^https?://|/.*$", "", name.strip())
        return self._keys.get(squash(bare)) or (self._keys.get(squash(_label(bare))) if "." in bare else None)

    def namings(self, article: Article) -> tuple[Naming, ...]:
        """Gives the places where a page names outlets of the case, its own included, in text order."""
        found = [n for m in _NAMES.finditer(article.text) for n in self._inside(m)]
        credits = [
            Naming(key, m["who"], Span(*m.span("who")), True)
            for pattern in (_CREDIT, _BARE_CREDIT)
            for m in pattern.finditer(article.text)
            if (key := self.look_up(m["who"]) or self._first_inside(m["who"]))
        ]
        covered = [c.span for c in credits if c.span]
        credits += self._facts(article)
        return tuple(
            sorted(
                (*credits, *(n for n in found if n.span and not any(c.overlaps(n.span) for c in covered))), key=_place
            )
        )

    def _facts(self, article: Article) -> list[Naming]:
        """Gives the outlets that a page's facts credit: its original source, its credit lines."""
        stated = [(e.value, e.span) for e in article.credits]
        if article.original_source:
            stated.append((article.original_source, None))
        return [
            Naming(key, words, span, True)
            for words, span in stated
            if (key := self.look_up(words) or self._first_inside(words))
        ]

    def _inside(self, match: re.Match[str]) -> list[Naming]:
        words = list(re.finditer(r"\S+", match.group()))
        found: list[Naming] = []
        i = 0
        while i < len(words):
            for j in range(len(words), i, -1):
                start, end = words[i].start(), words[j - 1].end()
                if key := self._keys.get(squash(re.sub(r"['’]s$", "", match.group()[start:end].rstrip(".,")))):
                    found.append(
                        Naming(key, match.group()[start:end], Span(match.start() + start, match.start() + end), False)
                    )
                    i = j - 1
                    break
            i += 1
        return found

    def _first_inside(self, words: str) -> str | None:
        match = _NAMES.search(words)
        return next((n.key for n in self._inside(match)), None) if match else None


def _place(naming: Naming) -> tuple[int, int]:
    return (naming.span.start, naming.span.end) if naming.span else (-1, -1)


def _own_names(article: Article, key: str) -> set[str]:
    names = {key} if key else set()
    label = _label(_host_of(article))
    trimmed = [w for w in re.split(r"[-_]", label) if w and w not in _SUFFIX_LABELS]
    if trimmed:
        names.add(squash(" ".join(trimmed)))
    if article.outlet and "." not in article.outlet:
        names.add(squash(article.outlet))
    if (match := _DATELINE.match(article.text[:200])) and _stands_for(tag := squash(match.group(1)), key):
        names.add(tag)
    return {n for n in names if len(n) >= 2}


def _stands_for(tag: str, key: str) -> bool:
    """Says whether a dateline's tag can be this outlet: its name, or letters of it in order from the first ("NP" for northpost)."""
    if not tag or not key or tag[0] != key[0]:
        return False
    letters = iter(key)
    return all(letter in letters for letter in tag)
