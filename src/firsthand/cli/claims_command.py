"""`firsthand claims`: the statements, in their exact words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows
from firsthand.records import STATUSES, ClaimRow

COLUMNS = (
    Column(field="id", heading="id", style="dim", no_wrap=True),
    Column(field="speaker", heading="speaker", ratio=2),
    Column(field="words", heading="words", ratio=6),
    Column(field="kind", heading="kind", style="dim"),
    Column(field="status", heading="status"),
    Column(field="chain", heading="chain", style="cyan", ratio=3),
)


@click.command(name="claims")
@click.option("--speaker", help="Only claims of speakers whose name holds this.")
@click.option("--status", type=click.Choice(STATUSES), help="Only claims of this status.")
@click.option("--kind", help="Only claims of this kind (direct, indirect, unattributed …).")
@click.option("--article", help="Only claims of the article with this id.")
@click.option("--figures", "with_figures", is_flag=True, help="Only claims that hold a figure.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@format_options
@CONTEXT
def command(
    context: Context,
    speaker: str | None,
    status: str | None,
    kind: str | None,
    article: str | None,
    with_figures: bool,
    limit: int | None,
    shape: str | None,
) -> None:
    """List claims: exact words, speaker, chain of hands, status."""
    with context.open() as ledger:
        if article:
            article = ledger.find_id(article)[1]
        rows = ledger.claims(
            speaker=speaker, status=status, kind=kind, article=article, with_figures=with_figures, limit=limit
        )
        print_rows((as_shown(row, shape) for row in rows), shape, COLUMNS, empty="no claims: `firsthand add PAGES` reads some")  # fmt: skip


def as_shown(row: ClaimRow, shape: str | None) -> dict[str, Any]:
    """Gives a claim's fields; the table for people says whose words they are, also where no speaker is named."""
    return asdict(row) | ({"speaker": row.whose} if shape is None else {})
