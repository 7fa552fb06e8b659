"""`firsthand forget`: takes a page's words out of the case, and leaves the trace that it was done."""

from __future__ import annotations

import click

from firsthand.cli.context import CONTEXT, Context, now
from firsthand.errors import UsageError


@click.command(name="forget")
@click.argument("page")
@click.option("--reason", required=True, help="Why; kept in the log.")
@click.option("--by", help="Your name; kept in the log (default: FIRSTHAND_REVIEWER).")
@click.option("--yes", is_flag=True, help="Do not ask; forget at once.")
@CONTEXT
def command(context: Context, page: str, reason: str, by: str | None, yes: bool) -> int:
    """Remove the text of PAGE (its address, or a page or article id) from the case. Its hash, the reason and your name stay.

    It shows how many pages that are and asks once before it does so; --yes does not ask (in a script, where nobody can answer).
    """
    from firsthand.pipeline import Reader, settle

    name = by or context.settings.reviewer
    if not name:
        raise UsageError("forget needs a name: give --by NAME, or set FIRSTHAND_REVIEWER")
    with context.open() as ledger:
        pages = ledger.pages_at(page)
        if not pages:
            kind, identity = ledger.find_id(page)
            pages = [ledger.article(identity).page] if kind == "article" else [identity]
        if not yes and not click.confirm(f"Remove the text of {_counted(len(pages))}? This cannot be undone"):
            click.echo("nothing was forgotten")
            return 1
        for identity in pages:
            ledger.forget(identity, reason=reason, by=name, at=now())
        settle(ledger, Reader.load(context.settings).run(now()).id, now())
    click.echo(f"{_counted(len(pages))} forgotten; hash, reason and name stay in the log")
    return 0


def _counted(pages: int) -> str:
    return f"{pages} page{'' if pages == 1 else 's'}"
