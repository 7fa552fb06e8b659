"""`firsthand verify`: nothing was changed, and every span stands on its words."""

from __future__ import annotations

from dataclasses import asdict

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows

COLUMNS = (
    Column(field="check", heading="check"),
    Column(field="subject", heading="what", no_wrap=True),
    Column(field="detail", heading="found", ratio=1),
)


@click.command(name="verify")
@format_options
@CONTEXT
def command(context: Context, shape: str | None) -> int:
    """Re-check every hash, span and entry of the case. Exit 1 when anything was changed."""
    from firsthand.ledger import verify

    with context.open() as ledger:
        problems = list(verify(ledger))
        counts = ledger.counts()
    if problems or shape:
        print_rows((asdict(problem) for problem in problems), shape, COLUMNS, empty="")
    if not shape:
        click.echo(
            f"{len(problems)} problem{'s' if len(problems) != 1 else ''} in {counts.pages} pages, {counts.claims} claims, "
            f"{counts.entries} log entries (0 items without a span)" if not problems else f"{len(problems)} problems found"
        )  # fmt: skip
    return 1 if problems else 0
