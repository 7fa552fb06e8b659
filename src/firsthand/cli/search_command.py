"""`firsthand search`: claims by their words."""

from __future__ import annotations

import click

from firsthand.cli.claims_command import COLUMNS, as_shown
from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import format_options, print_rows


@click.command(name="search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@format_options
@CONTEXT
def command(context: Context, words: tuple[str, ...], limit: int, shape: str | None) -> int:
    """Search claims for all of WORDS, in their text, speaker, outlet or title; best first. Exit 1 when nothing is found."""
    with context.open() as ledger:
        found = ledger.search(" ".join(words), limit=limit)
        print_rows(
            (as_shown(row, shape) | {"snippet": snippet} for row, snippet in found),
            shape,
            COLUMNS,
            empty="no claim holds all of these words",
        )
    return 0 if found else 1
