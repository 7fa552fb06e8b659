"""`firsthand export`: rows for other programs, and the hand-off file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.figures_command import figure_fields

if TYPE_CHECKING:
    from firsthand.ledger import Ledger

WAY = {"csv": "CSV", "jsonl": "JSON lines", "md": "Markdown", "html": "one static HTML file"}


@click.command(name="export")
@click.argument("form", type=click.Choice(list(WAY)))
@click.option(
    "--rows",
    type=click.Choice(["figures", "claims"]),
    default="figures",
    show_default=True,
    help="Which rows (CSV, JSONL).",
)
@click.option("--out", type=click.Path(dir_okay=False), help="Write to this file instead of the terminal.")
@CONTEXT
def command(context: Context, form: str, rows: str, out: str | None) -> None:
    """Write the case: figures or claims as csv or jsonl, the whole story as md or html.

    Exports carry short spans, hashes and addresses, never whole articles.
    """
    with context.open() as ledger:
        text = FORMS[form](ledger, rows)
    if out:
        Path(out).write_text(text, "utf-8")
        click.echo(out)
    else:
        click.echo(text, nl=False)


def _rows(ledger: Ledger, rows: str) -> list[dict[str, object]]:
    return (
        [figure_fields(row) for row in ledger.figures()]
        if rows == "figures"
        else [asdict(row) for row in ledger.claims()]
    )


def _csv(ledger: Ledger, rows: str) -> str:
    from firsthand.export.as_csv import as_csv

    return as_csv(_rows(ledger, rows))


def _jsonl(ledger: Ledger, rows: str) -> str:
    from firsthand.export.as_jsonl import as_jsonl

    return "".join(line + "\n" for line in as_jsonl(_rows(ledger, rows)))


def _markdown(ledger: Ledger, rows: str) -> str:
    from firsthand.export.as_markdown import as_markdown
    from firsthand.pipeline import summarise

    return as_markdown(summarise(ledger))


def _html(ledger: Ledger, rows: str) -> str:
    from firsthand.export.as_html import as_html
    from firsthand.pipeline import summarise

    return as_html(summarise(ledger))


FORMS: dict[str, Callable[[Ledger, str], str]] = {"csv": _csv, "jsonl": _jsonl, "md": _markdown, "html": _html}
