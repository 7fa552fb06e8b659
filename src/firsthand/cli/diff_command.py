"""`firsthand diff`: what changed, between versions of a page, between dates, or between a draft and the ledger."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows
from firsthand.errors import UsageError

if TYPE_CHECKING:
    from firsthand.ledger import Ledger

VERSIONS = (
    Column(field="kind", heading="change", style="bold"), Column(field="before", heading="before", ratio=3), Column(field="after", heading="after", ratio=3),
    Column(field="differs", heading="words that differ", style="cyan", ratio=2),
)  # fmt: skip
SINCE = (
    Column(field="published", heading="date"), Column(field="outlet", heading="outlet", ratio=2), Column(field="speaker", heading="speaker", ratio=2),
    Column(field="words", heading="words", ratio=6), Column(field="status", heading="status"),
)  # fmt: skip
DRAFT = (
    Column(field="kind", heading="note", style="bold"),
    Column(field="words", heading="your words", ratio=3),
    Column(field="detail", heading="the ledger", ratio=4),
)


@click.command(name="diff")
@click.argument("url", required=False)
@click.option("--since", metavar="DATE", help="Claims of pages published on or after this day.")
@click.option("--until", metavar="DATE", help="… and on or before this day.")
@click.option(
    "--draft",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="A text of yours, compared with the ledger.",
)
@format_options
@CONTEXT
def command(
    context: Context, url: str | None, since: str | None, until: str | None, draft: str | None, shape: str | None
) -> int:
    """Compare the versions of the page at URL; or the case between dates; or a draft with the ledger.

    Exit 1 when a draft is firmer than its sources, or has a figure that differs.
    """
    if sum(bool(given) for given in (url, since, draft)) != 1:
        raise UsageError("diff needs one of: the address of a page, --since DATE, or --draft FILE")
    with context.open() as ledger:
        if url:
            print_rows(version_rows(ledger, url), shape, VERSIONS, empty="the versions make the same statements")
            return 0
        if since:
            print_rows(since_rows(ledger, since, until), shape, SINCE, empty="no dated page in that time")
            return 0
        rows = draft_rows(context, ledger, draft or "-")
    print_rows(rows, shape, DRAFT, empty="the draft holds no figures")
    return 1 if any(row["kind"] in ("differs", "firmer than its sources") for row in rows) else 0


def version_rows(ledger: Ledger, url: str) -> list[dict[str, Any]]:
    """Gives the changes between each version of an address and the next."""
    from firsthand.reconcile.versions import compare_versions

    articles = [article for page in ledger.pages_at(url) for article in ledger.articles_of(page)]
    if len(articles) < 2:
        raise UsageError(f"the case holds {len(articles)} version(s) of {url}; a comparison needs two")
    readings = [ledger.reading(article) for article in articles]
    readings.sort(key=lambda r: (r.article.modified or r.article.published or "") if r.article else "")
    return [
        asdict(change)
        | {"from": before.page, "to": after.page, "differs": " ⇒ ".join(change.differs) if change.differs else None}
        for before, after in pairwise(readings)
        for change in compare_versions(before, after)
    ]


def since_rows(ledger: Ledger, since: str, until: str | None) -> list[dict[str, Any]]:
    """Gives the claims of pages published in a stretch of days, bounds included."""
    last = (until or "9999") + "\x7f"
    return [asdict(row) for row in ledger.claims() if row.published and since <= row.published <= last]


def draft_rows(context: Context, ledger: Ledger, name: str) -> list[dict[str, Any]]:
    """Gives a note for every figure of a draft."""
    from firsthand.pipeline import compare_with_draft

    body = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    notes = compare_with_draft(ledger, context.settings, body)
    return [asdict(note) for note in notes]
