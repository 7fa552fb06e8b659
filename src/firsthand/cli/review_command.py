"""`firsthand review`: what waits for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows

if TYPE_CHECKING:
    from firsthand.ledger import Ledger
    from firsthand.records import Claim

COLUMNS = (
    Column(field="claim", heading="id", style="dim", no_wrap=True), Column(field="gaps", heading="look at", style="bold", ratio=2),
    Column(field="words", heading="words", ratio=4), Column(field="outlet", heading="outlet", ratio=1),
)  # fmt: skip


@click.command(name="review")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@format_options
@CONTEXT
def command(context: Context, limit: int, shape: str | None) -> None:
    """List the claims whose reading has gaps: no speaker for quoted words, several candidates, figures without a counted thing.

    Those with figures come first. Deciding (accept, edit, reject) is not part of this version.
    """
    with context.open() as ledger:
        print_rows(queue(ledger)[:limit], shape, COLUMNS, empty="nothing waits")


def queue(ledger: Ledger) -> list[dict[str, Any]]:
    """Gives the claims with gaps, those with figures first, then in the order of the case."""
    counted = {row.quantity: row.counted for row in ledger.figures()}
    rows = []
    for row in ledger.claims():
        claim = ledger.claim(row.id)
        gaps = [gap for gap, applies in GAPS if applies(claim)]
        gaps += ["what is counted is open" for q in claim.quantities if counted.get(q, "") is None]
        if gaps:
            rows.append(
                {
                    "claim": row.id,
                    "gaps": gaps,
                    "words": row.words,
                    "outlet": row.outlet,
                    "page": row.page,
                    "figures": row.figures,
                }
            )
    return sorted(rows, key=lambda row: -int(bool(row["figures"])))


def _quoted_by_nobody(claim: Claim) -> bool:
    return claim.kind in ("direct", "mixed") and claim.speaker is None


def _ambiguous(claim: Claim) -> bool:
    return claim.speaker is not None and bool(claim.speaker.candidates)


GAPS = (("quoted words without a speaker", _quoted_by_nobody), ("several speakers fit", _ambiguous))
