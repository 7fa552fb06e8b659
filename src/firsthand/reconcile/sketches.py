"""Sketches: what is kept of a page so that pages which may tell one story are found without reading them again.

A sketch is drawn from one reading alone and names nothing but that page, so it is the same whatever else the case holds. It is
derived: it may be thrown away and drawn again. `marks` are the numbers under which a page is looked up: its names, its figures,
its rare words, samples of its wording, its address and the addresses it links to; without a day, all its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.gazetteer import Gazetteer
from firsthand.reconcile.facts import Facts
from firsthand.reconcile.figures import Figure, figures_of
from firsthand.reconcile.kinds import KNOWN
from firsthand.reconcile.lineage import PageView, raw_facts, words_of_outlets
from firsthand.reconcile.outlets import OutletNames, key_of
from firsthand.reconcile.own import Own
from firsthand.reconcile.rarity import rarity
from firsthand.reconcile.reuse import wording_of
from firsthand.reconcile.rewrites import Told
from firsthand.reconcile.rows import name_of_host
from firsthand.reconcile.stories import figure_key, rounded_key
from firsthand.reconcile.values import telling
from firsthand.records import Article, Reading

if TYPE_CHECKING:
    import msgspec

TELLING = 0.4
UNCOMMON = 0.75  # rarity from which a word is a mark of its page
# How much a shared mark says by itself: two pages are compared when theirs add up to ENOUGH, or are near in time and count one thing.
NAME, WORDING, ROUNDED, FIGURE, ADDRESS = 1, 1, 1, 2, 2
ENOUGH = 2


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """A page as it is compared with others for being one story. `number` orders pages of one day, by their ids alone; `names` are the
    words of its own outlet's name, which are no news; `figures` are by the page alone, without their claims; `called` is the name that it gives the outlet at its host; `wording` are sampled shingles; `links` addresses."""

    article: str
    number: int
    url: str
    outlet: str
    host: str
    called: str | None
    day: str | None
    facts: Facts
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    wording: tuple[int, ...]
    links: tuple[str, ...]

    @cached_property
    def view(self) -> PageView:
        """Gives the page as the rules for stories want it: its facts without its own outlet's name."""
        stub = Article(id=self.article, page="", url=self.url, text="", digest="", blocks=())
        told = Told(facts=self.facts.without(self.names), quotations=())
        return PageView(article=stub, outlet=self.outlet, day=self.day, namings=(), access=(), told=told)

    @property
    def place(self) -> tuple[int, int]:
        """Gives where the page stands among those that share a mark: by day, undated ones first, then by number."""
        return _ordinal(self.day), self.number

    @cached_property
    def marks(self) -> dict[int, int]:
        """Gives the numbers under which the page is looked up, with what each says by itself."""
        told = self.view.told.facts
        found = {_mark("name", name[1:]): NAME for name in told.of_kind("@")}
        # A page without a day is looked up by all its words too.
        found |= {_mark("name", word): NAME for word in told.of_kind("") if not self.day or rarity(word) >= UNCOMMON}
        found |= {_mark("rounded", *key): ROUNDED for f in self.figures if (key := rounded_key(f))}
        found |= {_mark("figure", *figure_key(f)): FIGURE for f in self.figures if telling(f.low) >= TELLING}
        return found | dict.fromkeys(self.wording, WORDING) | dict.fromkeys(self.own, ADDRESS)

    @property
    def kinds(self) -> int:
        """Gives the known kinds of things that the page counts, a bit each."""
        return sum(1 << _KINDS[name] for name in {f.kind.name for f in self.figures} & _KINDS.keys())

    @property
    def own(self) -> tuple[int, ...]:
        """Gives the marks of the page's address, and of those it links to: whoever asks for one meets all that have it."""
        return (*_address_mark("at", (self.url,)), *_address_mark("to", self.links))

    @property
    def asked(self) -> tuple[int, ...]:
        """Gives the marks of the pages that it is a version of, links to, or is linked from."""
        return (*_address_mark("at", (self.url, *self.links)), *_address_mark("to", (self.url,)))


def sketch_of(reading: Reading, own: Own | None = None) -> Sketch:
    """Gives the sketch of a reading that has an article; `own` is what its page gives by itself, where that is known already."""
    article = reading.article
    assert article is not None
    namings = OutletNames((article,)).namings(article, own.places if own else None)
    host, called = name_of_host(article)
    return Sketch(
        article=article.id, number=number_of(article.id), url=article.url, outlet=key_of(article), host=host, called=called, day=_day(article), facts=raw_facts(article),
        names=tuple(sorted(set(words_of_outlets(namings)))), figures=tuple(replace(f, claim=None) for f in figures_of(reading)),
        wording=tuple(w & _LOW for w in wording_of(article.text)), links=tuple(sorted({link.url for link in article.links})),
    )  # fmt: skip


def number_of(article: str) -> int:
    """Gives a number that stands for an article's id: 63 bits of its hash."""
    return int.from_bytes(blake2b(article.encode(), digest_size=8).digest(), "big") & _LOW


def encode(sketch: Sketch) -> bytes:
    """Gives a sketch as bytes, to be kept beside its article."""
    import msgspec

    return msgspec.msgpack.encode(sketch)


def decode(payload: bytes) -> Sketch:
    """Gives a sketch back."""
    return _decoder().decode(payload)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Sketch]:
    import msgspec

    return msgspec.msgpack.Decoder(Sketch)


def rules_digest() -> str:
    """Gives a digest of the rules and names that settle a case: what was settled under others is settled anew."""
    own = Gazetteer.own_file()
    return sha256(_shipped_digest() + (own.read_bytes() if own else b"")).hexdigest()


@cache
def _shipped_digest() -> bytes:
    room = Path(__file__).parent
    files = sorted(
        path for folder in (room, room.parent / "text", room.parent / "gazetteer") for path in folder.glob("*.py")
    )
    total = sha256()
    for path in (
        *files,
        room / "rarity.txt",
        room.parent / "gazetteer" / "data" / "authority.json",
        room.parent / "models" / "pairs" / "manifest.json",
    ):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.digest()


_LOW = (1 << 63) - 1
_KINDS = {name: bit for bit, name in enumerate(sorted(KNOWN))}


def _mark(*parts: str) -> int:
    joined = "\x1f".join(parts)
    return int.from_bytes(blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") & _LOW


def _address_mark(sort: str, urls: tuple[str, ...]) -> Iterator[int]:
    for url in urls:
        if bare := address_of(url):
            yield _mark(sort, bare)


def address_of(url: str) -> str:
    """Gives an address without what does not tell pages apart: scheme, "www.", fragment, and the query behind a path.

    >>> address_of("https://www.paper.example/a/?ref=x#top"), address_of("http://paper.example/?p=7")
    ('paper.example/a', 'paper.example/?p=7')
    """
    bare = url.split("://")[-1].split("#")[0].removeprefix("www.")
    path, _, _ = bare.partition("?")
    return path.rstrip("/") if "/" in path.rstrip("/") else bare


def _day(article: Article) -> str | None:
    return (article.published or "")[:10] or None


def _ordinal(day: str | None) -> int:
    try:
        return date.fromisoformat(day).toordinal() if day else 0
    except ValueError:
        return 0
