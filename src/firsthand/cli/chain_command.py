"""`firsthand chain`: through whose hands a statement came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows

if TYPE_CHECKING:
    from firsthand.ledger import Ledger
    from firsthand.records import Article, Claim

COLUMNS = (
    Column(field="giver", heading="from", ratio=2), Column(field="kind", heading="how", style="cyan"), Column(field="taker", heading="to", ratio=2),
    Column(field="basis", heading="basis", style="dim"), Column(field="words", heading="anchored to", ratio=4),
)  # fmt: skip


@click.command(name="chain")
@click.argument("identity", metavar="ID")
@format_options
@CONTEXT
def command(context: Context, identity: str, shape: str | None) -> None:
    """Show the chain of hands of the claim, figure or release with this ID, each hop with the words it rests on."""
    from rich.console import Console
    from rich.text import Text

    with context.open() as ledger:
        for claim_id in claims_behind(ledger, identity):
            claim = ledger.claim(claim_id)
            article = ledger.article(claim.article)
            if not shape:
                words = " … ".join(span.of(article.text) for span in claim.content)
                Console().print(
                    Text(f"“{words}”", style="bold"), Text(f"  {claim.status} · {claim.kind} · {claim.id}", style="dim")
                )
            print_rows([{"claim": claim.id, **hop} for hop in hop_rows(claim, article)], shape, COLUMNS)


def claims_behind(ledger: Ledger, identity: str) -> list[str]:
    """Gives the claims that an id stands for: itself, those of a figure, of a release or of an article."""
    from firsthand.records import Release

    kind, full = ledger.find_id(identity)
    if kind == "claim":
        return [full]
    if kind == "release":
        return list(dict.fromkeys(claim for claim, _ in ledger.view(Release, full).figures))
    if kind == "article":
        return [row.id for row in ledger.claims(article=full)]
    if kind == "quantity":
        return list(dict.fromkeys(row.claim for row in ledger.figures(quantity=full)))
    raise click.UsageError(f"{full} is a {kind}: give the id of a claim, a figure, a release or an article")


def hop_rows(claim: Claim, article: Article) -> list[dict[str, Any]]:
    """Gives a claim's hops as rows, each with the exact words or the page fact it is anchored to."""
    return [
        {
            "giver": hop.giver, "kind": hop.kind, "taker": hop.taker, "channel": hop.channel, "basis": hop.basis,
            "words": " … ".join(f"“{span.of(article.text)}”" for span in hop.spans) or hop.evidence or "the page carries it",
            "spans": [[span.start, span.end] for span in hop.spans],
        }
        for hop in claim.hops
    ]  # fmt: skip
