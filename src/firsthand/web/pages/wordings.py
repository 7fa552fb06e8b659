"""The statements behind an origin, word for word: alike ones as one, the differing words of the others marked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from firsthand.ledger import Ledger
from firsthand.records import FigureRow, Release
from firsthand.web.pages.blocks import Block, FoldedOrigin
from firsthand.web.wording import Piece, closest, differing, folded

_MOST = 300  # statements of a block that are looked up word by word


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording of a release with the statements that use it; `pieces` mark what differs from the closest earlier wording.

    `own` says that there is none it could be compared with.
    """

    release: Release
    pieces: tuple[Piece, ...]
    own: bool
    rows: tuple[FigureRow, ...]


def wordings(ledger: Ledger, block: Block) -> dict[str, list[Wording]]:
    """Gives for each origin of a block its wordings, release by release, the earliest first; none for a very large block."""
    if sum(len(origin.statements) for origin in block.origins) > _MOST:
        return {}
    return {origin.id: _of(ledger, origin) for origin in block.origins}


def _of(ledger: Ledger, origin: FoldedOrigin) -> list[Wording]:
    found: list[Wording] = []
    for release in origin.releases:
        alike: defaultdict[str, list[FigureRow]] = defaultdict(list)
        words: dict[str, str] = {}
        own = {
            row.claim: row for row in origin.statements if row.release == release.id
        }  # a claim once, however many figures
        for row in sorted(own.values(), key=lambda row: (row.published or "9999", row.claim)):
            said = ledger.claim_row(row.claim).words
            alike[folded(said)].append(row)
            words.setdefault(folded(said), said)
        earlier: list[str] = []
        for key, rows in alike.items():
            near = closest(words[key], earlier)
            pieces = (Piece("same", words[key]),) if near is None else differing(near, words[key])
            found.append(Wording(release=release, pieces=pieces, rows=tuple(rows), own=near is None))
            earlier.append(words[key])
    return found
