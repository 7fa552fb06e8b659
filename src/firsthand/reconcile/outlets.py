"""How a page names outlets, its own and others': squashed names ("harbour post" is harbourpost.example), credit lines, own reporting.

A name is squashed to letters and digits without accents, so that a host, a byline and a sentence can meet. Names a host alone
does not give (initials in a dateline) are learned from the pages of the case, where exactly one outlet uses them for itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.rarity import rarity
from firsthand.records import Article, Span

_NAME_WORD = r"[A-ZÀ-Þ0-9][\w&’'.-]*"
_LINKS = r"(?:of(?:\s+the)?|the|for|in|on|and|&|de(?:\s+l[ao]s?)?|du|da|do|d[oa]s|al|au|aux|ao|del|della|dell[oe]|di|la|le|el|der|des|am|und|y|e|et|van|von)"
_NAMES = re.compile(rf"{_NAME_WORD}(?:\s(?:{_LINKS}\s)?{_NAME_WORD}){{0,4}}")
# "The blog Harbour View" is harbourviewblog.example: what sort of outlet it is stands before the name there, and behind it in the host.
_SORTS = frozenset(
    "blog weekly daily magazine journal monthly review radio channel podcast newsletter portal monitor".split()
)
_SORT_FIRST = re.compile(rf"\b(?:{'|'.join(sorted(_SORTS))})\s{_NAMES.pattern}")
_SMALL = frozenset(
    "of the for in on and & de du da do dos das al au aux ao del della dello delle di la le el los las der des am und y e et van von".split()
)
_HOSTS = re.compile(r"(?<![\w@./-])(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")
_LEAST_SPELLED = 6  # letters of whole words that must follow initials, as in "gbharbourpost"
_SMALL_LETTERS = r"[a-z]{3,5}"  # some agencies write themselves so
_DATELINE = re.compile(rf"^[^\n]{{2,70}}?\(([A-Z][^()\n]{{1,28}}|{_SMALL_LETTERS})\)\s?[-–—:.]?\s?", re.M)
_LOWER = re.compile(rf"(?<![\w@./’'-]){_SMALL_LETTERS}(?![\w@’'-]|\.\w)")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a text may name outlets, whichever they are: runs of names with all the ways in which a stretch of them can stand in a host,
    hosts, and who is credited."""

    runs: tuple[tuple[Span, frozenset[str]], ...]
    hosts: tuple[Span, ...]
    credits: tuple[Span, ...]


@lru_cache(maxsize=1 << 14)  # the same names are asked for on every page of a story
def squash(name: str) -> str:
    """Gives a name as letters and digits alone.

    >>> squash("The Harbour Post"), squash("Rádio Norte")
    ('harbourpost', 'radionorte')
    """
    words = [fold(w) for w in re.findall(r"\w+", name)]
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def key_of(article: Article) -> str:
    """Gives the key under which a page's outlet is known: its host without "www." and endings, or its name squashed; "" for neither."""
    return squash(_label(host_of(article)) or article.outlet or "")


def host_of(article: Article) -> str:
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
        tags = (m[1] for a in articles if (m := _DATELINE.match(a.text[:200])) and m[1].islower())
        self._small = frozenset(tags)
        self._keys = {name: min(keys) for name, keys in claims.items() if len(keys) == 1 and name not in _GENERIC}

    def look_up(self, name: str) -> str | None:
        """Gives the key of the outlet that goes by this name, or None."""
        bare = re.sub(r"^https?://|/.*$", "", name.strip())
        return self._keys.get(squash(bare)) or (self._keys.get(squash(_label(bare))) if "." in bare else None)

    def namings(self, article: Article, places: Places | None = None) -> tuple[Naming, ...]:
        """Gives the places where a page names outlets of the case, its own included, in text order. `places` are those of `places_in`, where
        they are known already."""
        text, places = article.text, places or places_in(article.text)
        runs = (
            run
            for run, forms in places.runs
            if not forms.isdisjoint(self._keys) and (not (words := run.of(text)).islower() or words in self._small)
        )
        found = [n for run in runs for n in self._inside(run.of(text), run.start)]
        found += [
            Naming(key, host.of(text), host, False) for host in places.hosts if (key := self.look_up(host.of(text)))
        ]
        credits = [
            Naming(key, words, who, True)
            for who in places.credits
            if (key := self.look_up(words := who.of(text)) or self._first_inside(words))
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

    def _inside(self, run: str, at: int = 0) -> list[Naming]:
        """Gives the outlets that a run of names holds, the longest names first; it stands at this place of the text."""
        words = list(re.finditer(r"\S+", run))
        found: list[Naming] = []
        i = 0
        while i < len(words):
            for j in range(len(words), i, -1):
                start, end = words[i].start(), words[j - 1].end()
                if key := self._key_of([w.group() for w in words[i:j]]):
                    found.append(Naming(key, run[start:end], Span(at + start, at + end), False))
                    i = j - 1
                    break
            i += 1
        return found

    def _key_of(self, words: Sequence[str]) -> str | None:
        """Gives the key of the outlet whose name these words are, or None."""
        return next((key for form in _forms(_bare(words)) if (key := self._keys.get(form))), None)

    def _first_inside(self, words: str) -> str | None:
        match = _NAMES.search(words)
        return next((n.key for n in self._inside(match.group())), None) if match else None


def places_in(text: str) -> Places:
    """Gives where a text may name outlets."""
    credits = (m for pattern in (_CREDIT, _BARE_CREDIT) for m in pattern.finditer(text))
    named = (m for pattern in (_NAMES, _SORT_FIRST) for m in pattern.finditer(text))
    runs = [(Span(*m.span()), _all_forms(m.group().split())) for m in named]
    runs += [(Span(*m.span()), frozenset([m.group()])) for m in _LOWER.finditer(text) if rarity(stem(m.group())) >= 1]
    return Places(
        runs=tuple(runs),
        hosts=tuple(Span(*m.span()) for m in _HOSTS.finditer(text)), credits=tuple(Span(*m.span("who")) for m in credits),
    )  # fmt: skip


def _all_forms(words: Sequence[str]) -> frozenset[str]:
    """Gives the ways in which any stretch of a run of names can stand in a host."""
    stretches = (words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    return frozenset(form for stretch in stretches for form in _forms(_bare(stretch)))


def _bare(words: Sequence[str]) -> list[str]:
    """Gives the words of a name without what a sentence hangs on the last."""
    return [*words[:-1], re.sub(r"['’]s$", "", words[-1].rstrip(".,"))]


def _forms(words: Sequence[str]) -> Iterator[str]:
    """Yields the ways in which a name can stand in a host: its words run together, with "&" spelled out, without its small words, with
    its first or last words by their initials.

    >>> list(_forms(["Gulf", "of", "Brel", "Harbour", "Post"]))
    ['gulfofbrelharbourpost', 'gulfbrelharbourpost', 'gbharbourpost', 'gulfbrelhp', 'gbhp']
    """
    yield squash(" ".join(words))
    if len(words) > 1 and words[0] in _SORTS:
        yield squash(" ".join((*words[1:], words[0])))
    if "&" in words:
        yield squash(" ".join("and" if w == "&" else w for w in words))
    main = [w for w in words if w.lower() not in _SMALL]
    if len(main) < len(words):
        yield squash(" ".join(main))
    initials = "".join(squash(w)[:1] for w in main)
    for at in range(1, len(main)) if len(main) > 2 else ():
        first, last = squash(" ".join(main[:at])), squash(" ".join(main[at:]))
        if at > 1 and len(last) >= _LEAST_SPELLED:
            yield initials[:at] + last
        if at < len(main) - 1 and len(first) >= _LEAST_SPELLED:
            yield first + initials[at:]
    if len(main) > 2:
        yield initials


def _place(naming: Naming) -> tuple[int, int]:
    return (naming.span.start, naming.span.end) if naming.span else (-1, -1)


def _own_names(article: Article, key: str) -> set[str]:
    names = {key} if key else set()
    label = _label(host_of(article))
    trimmed = [w for w in re.split(r"[-_]", label) if w and w not in _SUFFIX_LABELS]
    if trimmed:
        names |= {squash(" ".join(trimmed)), squash(" ".join(reversed(trimmed)))}
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
