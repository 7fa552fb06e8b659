"""What a page gives by itself, whatever other pages say: worked out once, when it is added, and kept with its footprint.

Settling a story asks every page of it for these; what hangs on two pages, or on all of a story, is worked out there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from firsthand.reconcile.access import Access, signs_in
from firsthand.reconcile.holders import holders_of
from firsthand.reconcile.matters import common_nouns
from firsthand.reconcile.objections import AT_ODDS
from firsthand.reconcile.outlets import Places, places_in
from firsthand.reconcile.rewrites import quotations_in
from firsthand.reconcile.statements import Statement, statements_of
from firsthand.records import Article, Reading

if TYPE_CHECKING:
    import msgspec


@dataclass(frozen=True, kw_only=True)
class Own:
    """What a page gives by itself: how its claims can answer, who holds which office, signs of own reporting in which it does not name
    itself, the words of its quotations, its common nouns, where it may name outlets, where words begin that set numbers against each other."""

    statements: tuple[Statement, ...]
    holders: dict[str, frozenset[str]]
    signs: tuple[Access, ...]
    quotations: tuple[frozenset[str], ...]
    nouns: frozenset[str]
    places: Places
    odds: tuple[int, ...]


def own_of(reading: Reading) -> Own:
    """Gives what the page of a reading that has an article gives by itself."""
    assert reading.article is not None
    return own_of_text(reading.article, tuple(statements_of(reading)))


def own_of_text(article: Article, statements: tuple[Statement, ...] = ()) -> Own:
    """Gives what the text of an article gives by itself."""
    text = article.text
    return Own(
        statements=statements, holders=holders_of(text), signs=signs_in(text), quotations=quotations_in(text), nouns=common_nouns(text),
        places=places_in(text), odds=tuple(cue.start() for cue in AT_ODDS.finditer(text)),
    )  # fmt: skip


def encode(own: Own) -> bytes:
    """Gives it as bytes, to be kept beside its article."""
    import msgspec

    return msgspec.msgpack.encode(own)


def decode(payload: bytes) -> Own:
    """Gives it back."""
    return _decoder().decode(payload)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Own]:
    import msgspec

    return msgspec.msgpack.Decoder(Own)
