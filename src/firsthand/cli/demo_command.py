"""`firsthand demo`: one story from saved pages to origins."""

from __future__ import annotations

import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.context import CONTEXT, Context, now
from firsthand.cli.figures_command import print_series
from firsthand.cli.output import Column, format_options, print_rows

if TYPE_CHECKING:
    from rich.console import Console

    from firsthand.ledger import Ledger

SCORES = (
    Column(field="field", heading="gold field"), Column(field="percent", heading="right %", justify="right", style="bold"),
    Column(field="right", heading="right", justify="right"), Column(field="of", heading="of", justify="right"), Column(field="missed", heading="missed", style="dim", ratio=1),
)  # fmt: skip


@click.command(name="demo")
@click.option("--score", "scored", is_flag=True, help="Compare with the gold answers, field by field.")
@click.option(
    "--keep", type=click.Path(dir_okay=False), help="Keep the case in this file (default: a temporary folder)."
)
@click.option("--serve/--no-serve", default=False, help="Open the case in the browser at the end.")
@format_options
@CONTEXT
def command(context: Context, scored: bool, keep: str | None, serve: bool, shape: str | None) -> int:
    """Read the demo case, an invented story in about 40 pages of some 20 outlets, and print what it comes to.

    It works in a temporary folder and touches no case of yours.
    """
    from firsthand.demo import score
    from firsthand.ledger import Ledger

    path = Path(keep) if keep else Path(tempfile.mkdtemp(prefix="firsthand-demo-")) / "demo.db"
    path.unlink(missing_ok=True)
    started = time.monotonic()
    with Ledger(path) as ledger:
        _read(context, ledger, shape is None)
        if scored:
            rows = [
                asdict(field) | {"percent": round(field.percent, 1), "right": round(field.right, 1)}
                for field in score(ledger)
            ]
            print_rows(
                (row | {"missed": row["missed"][:6] if shape is None else row["missed"]} for row in rows), shape, SCORES
            )
            return 0 if all(row["percent"] >= 95 for row in rows) else 1
        print_answer(ledger, path, time.monotonic() - started)
    if serve:
        from firsthand.cli.serve_command import start

        start(path, open_browser=True, settings=context.settings)
    return 0


def _read(context: Context, ledger: Ledger, talks: bool) -> None:
    from firsthand.cli.add_command import Tally
    from firsthand.demo import inputs
    from firsthand.ingest import IngestOptions, gather
    from firsthand.pipeline import Reader, add, settle

    reader = Reader.load(context.settings)
    run = reader.run(now())
    tally = Tally()
    for item, reading in add(ledger, reader, tally.counting(gather(inputs(), options=IngestOptions())), run, now()):
        tally.note(item, reading)
    tally.end()
    settle(ledger, run.id, now())
    if talks:
        click.echo(tally.line())


def print_answer(ledger: Ledger, path: Path, seconds: float) -> None:
    """Prints the ledger of figures, what is circular or changed, what was left out, and what to type next."""
    from rich.console import Console

    from firsthand.ledger import verify
    from firsthand.records import Series

    console = Console(highlight=False)
    counts = ledger.counts()
    problems = sum(1 for _ in verify(ledger))
    console.print(
        f"{counts.articles} articles, {counts.outlets} outlets → {counts.claims} claims, {counts.figures} figures, all anchored ({problems} problems found by verify)",
        soft_wrap=True,
    )
    chosen = ledger.views(Series, limit=5)
    print_series(ledger, chosen)
    _print_pages(console, ledger)
    for omission in ledger.omissions():
        if omission.stage in ("ingest", "parse"):
            console.print(f"[bold]LEFT OUT[/]   {omission.subject}: {omission.reason}", soft_wrap=True)
    first = chosen[0].releases[0] if chosen else ""
    console.print(f"\nread and settled in {seconds:.1f} s; the case is {path}", soft_wrap=True)
    console.print(
        f"next:  firsthand --case {path} serve | origins --pairs | chain {first[:8]} | brief killed in the explosion | demo --score",
        soft_wrap=True,
    )


def _print_pages(console: Console, ledger: Ledger) -> None:
    """Prints the circular pairs and the pages that changed after publication."""
    for judgement in ledger.judgements(about="page", relation="circular"):
        left, right = ledger.article(judgement.subject), ledger.article(judgement.object)
        console.print(
            f"\n[bold]CIRCULAR[/]   {left.outlet} ⇄ {right.outlet}: {'; '.join(judgement.reasons)}", soft_wrap=True
        )
    from firsthand.reconcile.versions import compare_versions

    for judgement in ledger.judgements(about="page", relation="version of"):
        earlier, later = ledger.reading(judgement.object), ledger.reading(judgement.subject)
        assert later.article is not None
        for change in compare_versions(earlier, later)[:2]:
            if change.differs:
                console.print(
                    f"[bold]CHANGED[/]    {later.article.outlet}: “{change.differs[0]}” ⇒ “{change.differs[1]}”  [dim]{later.article.url}[/]",
                    soft_wrap=True,
                )
