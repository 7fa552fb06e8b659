"""`firsthand review`: what waits for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows

if TYPE_CHECKING:
    from firsthand.ledger import Ledger

COLUMNS = (
    Column(field="claim", heading="id", style="dim", no_wrap=True), Column(field="gaps", heading="look at", style="bold", ratio=2),
    Column(field="words", heading="words", ratio=4), Column(field="outlet", heading="outlet", ratio=2),
)  # fmt: skip


@click.command(name="review")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@format_options
@CONTEXT
def command(context: Context, limit: int, shape: str | None) -> None:
    """List the claims that wait for a person: no speaker for quoted words, several candidates, figures without a counted thing, disputed.

    Those with figures come first. Deciding (accept, edit, reject, undo) is done in the browser: `firsthand serve`, Review.
    """
    with context.open() as ledger:
        rows = queue(ledger)[:limit]
        if shape is None:
            rows = [row | {"gaps": "; ".join(row["gaps"])} for row in rows]
        print_rows(rows, shape, COLUMNS, empty="nothing waits")


def queue(ledger: Ledger) -> list[dict[str, Any]]:
    """Gives the claims with gaps that nobody decided on, those with figures first, then in the order of the case."""
    from firsthand.ledger import waiting

    return [
        {
            "claim": each.row.id, "gaps": list(each.gaps), "words": each.row.words, "outlet": each.row.outlet, "page": each.row.page,
            "figures": each.row.figures,
        }
        for each in waiting(ledger)
    ]  # fmt: skip
