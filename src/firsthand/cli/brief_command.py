"""`firsthand brief`: a dossier that can be pasted into a report."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.context import CONTEXT, Context


@click.command(name="brief")
@click.argument("question", nargs=-1, required=True)
@click.option("--html", "as_page", is_flag=True, help="HTML instead of Markdown.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write to this file instead of the terminal.")
@CONTEXT
def command(context: Context, question: tuple[str, ...], as_page: bool, out: str | None) -> int:
    """Write a dossier on QUESTION: what is claimed, by whom, figures over time, origins folded, conflicts and gaps.

    Every sentence is composed of verbatim spans and fixed phrases, and footnoted. Exit 1 when the case holds nothing on it.
    """
    from firsthand.export.as_html import as_html
    from firsthand.export.as_markdown import as_markdown
    from firsthand.pipeline import summarise

    with context.open() as ledger:
        brief = summarise(ledger, " ".join(question))
    text = as_html(brief) if as_page else as_markdown(brief)
    if out:
        Path(out).write_text(text, "utf-8")
        click.echo(f"{out}: {len(brief.footnotes)} footnotes")
    else:
        click.echo(text, nl=False)
    return 0 if brief.footnotes else 1
