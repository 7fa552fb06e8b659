"""`firsthand settle`: judges what changed since the last time, or the whole case anew."""

from __future__ import annotations

import click

from firsthand.cli.context import CONTEXT, Context, now


@click.command(name="settle")
@click.option("--all", "whole", is_flag=True, help="Judge the whole case anew, not what changed alone.")
@CONTEXT
def command(context: Context, whole: bool) -> None:
    """Judge which figures are one and how many origins stand behind them, for what was added or decided since the last time.

    `add` and `forget` do this by themselves. --all does it for the whole case; it gives the same.
    """
    from firsthand.brief import Tally
    from firsthand.pipeline import run_of, settle
    from firsthand.records import Release, Story

    with context.open() as ledger:
        run = run_of(context.settings, now())
        ledger.begin(run)
        settle(ledger, run.id, now(), whole=whole)
        stories, tally = len(ledger.views(Story)), Tally.of(ledger.views(Release))
    rest = f", {tally.left_open}" if tally.left_open else ""
    click.echo(f"settled: {stories} stor{'y' if stories == 1 else 'ies'}, {tally.origins}{rest}")
