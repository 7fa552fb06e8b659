"""The sourcing sentence: where a figure or a claim comes from, in fixed phrases around names and words as read, with footnotes to copy."""

from __future__ import annotations

from firsthand.ledger import Ledger
from firsthand.records import Article, ClaimRow, FigureRow
from firsthand.web.pages.blocks import Block, FoldedOrigin


def claim_with_footnote(row: ClaimRow, article: Article) -> str:
    """Gives a claim with who said it, through whose hands, and where the words stand."""
    through = f" (through {' → '.join(row.chain[1:])})" if len(row.chain) > 1 else ""
    return f"{row.whose}: “{row.words}”{through}. [1]\n\n[1] {_where(row, article.digest)}\n"


def figure_with_footnotes(ledger: Ledger, block: Block) -> str:
    """Gives a figure's origins, each with its values and the pages that carry them, and a footnote for the first page of each value."""
    lines, notes = (
        [f"{block.label}: {_count(block.pages, 'page')}, {block.tally.origins}."],
        list[str](),
    )
    for origin in block.origins:
        lines.append(_line(ledger, block, origin, notes))
    return "\n".join(lines) + "\n\n" + "\n".join(notes) + "\n"


def _line(ledger: Ledger, block: Block, origin: FoldedOrigin, notes: list[str]) -> str:
    values = []
    for release in origin.releases:
        row = next((row for row in origin.statements if row.release == release.id), None)
        mark = ""
        if row is not None:
            notes.append(f"[{len(notes) + 1}] {_where(row, ledger.article(row.article).digest)}")
            mark = f" [{len(notes)}]"
        again = ", told again as an earlier figure" if release.told_again else ""
        part = f", part of {block.wholes[release.id].shown}" if release.id in block.wholes else ""
        values.append(f"{release.shown} ({release.when}{part}{again}){mark}")
    return f"{origin.giver}: {'; '.join(values)}; carried by {_count(origin.pages, 'page')}."


def _where(row: ClaimRow | FigureRow, digest: str) -> str:
    parts = [row.outlet, getattr(row, "title", None), (row.published or "")[:10], row.page]
    return f"{', '.join(part for part in parts if part)}, characters {row.start}–{row.end} of text sha256:{digest[:16]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
