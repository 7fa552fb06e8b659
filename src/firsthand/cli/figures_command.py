"""`firsthand figures`: one ledger of figures, series by series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import format_options, print_rows

if TYPE_CHECKING:
    from rich.console import Console

    from firsthand.ledger import Ledger
    from firsthand.records import FigureRow, Release, Series


MOST = 20  # releases in a block of the overview
WIDE = 100  # letters a line from which every field of a release has a column of its own


@click.command(name="figures")
@click.option("--series", help="Only the series with this id.")
@click.option("--article", help="Only figures of the article with this id.")
@click.option("--all", "everything", is_flag=True, help="All series in the table, not only those on which most hangs.")
@click.option("--limit", type=click.IntRange(1), help="At most so many rows (JSON, CSV) or series (table, default 12).")
@format_options
@CONTEXT
def command(
    context: Context, series: str | None, article: str | None, everything: bool, limit: int | None, shape: str | None
) -> None:
    """List figures: who gave which number, through whose hands, and what it updates or disputes.

    The table shows series; --jsonl, --json and --csv print one row a figure statement.
    """
    from firsthand.records import Series

    with context.open() as ledger:
        if shape:
            rows = ledger.figures(series=_full(ledger, series), article=_full(ledger, article), limit=limit)
            print_rows((figure_fields(row) for row in rows), shape, ())
            return
        chosen = (
            [ledger.view(Series, _full(ledger, series) or "")]
            if series
            else ledger.views(Series, limit=None if everything else (limit or 12))
        )
        print_series(ledger, chosen, None if series or everything else MOST)


def _full(ledger: Ledger, beginning: str | None) -> str | None:
    return ledger.find_id(beginning)[1] if beginning else None


def figure_fields(row: FigureRow) -> dict[str, Any]:
    """Gives a figure row with its bounds as numbers, as JSON and CSV print it."""
    shown = {field.name: getattr(row, field.name) for field in fields(row)}  # asdict copies deeply: slow on long lists
    return shown | {"low": number(row.low), "high": number(row.high)}


def number(value: str | None) -> int | float | None:
    """Gives a stored decimal as a JSON number; None stays None (an open bound)."""
    if value is None:
        return None
    amount = float(value)
    return int(amount) if amount.is_integer() else amount


def print_series(ledger: Ledger, chosen: list[Series], most: int | None = MOST) -> None:
    """Prints one block a series: its releases in time (at most so many), each with asserter, chain and what it is to the others."""
    from rich.console import Console

    console = Console(highlight=False)
    if not chosen:
        console.print("no figures: `firsthand add PAGES` reads some", style="dim")
    for series in chosen:
        _print_block(console, ledger, series, most)


def _print_block(console: Console, ledger: Ledger, series: Series, most: int | None) -> None:
    from rich.table import Table
    from rich.text import Text

    from firsthand.brief import STANDINGS, standings, wholes
    from firsthand.records import Release

    releases = [ledger.view(Release, identity) for identity in series.releases]
    relations = (*STANDINGS, "part of")
    judged = [j for r in releases[:most] for j in ledger.judgements(about="origin", identity=r.id, relation=relations)]
    by_id = {release.id: release for release in releases}
    words, parts = standings(judged, by_id), wholes(judged, by_id)
    chains = {(row.claim, row.quantity): row.chain for row in ledger.figures(series=series.id)}
    console.print()
    console.print(
        Text(series.label or series.counted, style="bold"),
        Text(f"  {origins_line(releases)}  {series.id[:8]}", style="dim"),
    )
    is_narrow = console.width < WIDE
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    for style in ("dim", "bold", "") if is_narrow else ("dim", "bold", "", "cyan", "dim"):
        table.add_column(style=style, overflow="fold")
    for release in releases[:most]:
        said = (*([f"part of {parts[release.id].shown}"] if release.id in parts else []), *words.get(release.id, ()))
        chain = next((chains[key] for key in release.figures if key in chains), ())  # that nearest to who gave it
        who, hands = Text(release.giver), Text(" → ".join(chain), style="cyan")
        rest = Text(f"{pages(release)}{''.join(f' · {word}' for word in said)}", style="dim")
        cells = (Text("\n").join((Text(" · ").join((who, rest)), hands)),) if is_narrow else (who, hands, rest)
        table.add_row(Text(release.when), Text(f"  {release.shown}" if release.id in parts else release.shown), *cells)
    console.print(table)
    if most is not None and len(releases) > most:
        console.print(f"… and {len(releases) - most} more: firsthand figures --series {series.id[:8]}", style="dim")


def origins_line(releases: Sequence[Release]) -> str:
    """Gives how many origins have a name, how many are known by a role alone, and of how many figures no giver is established; updates count once."""
    from firsthand.brief import Tally

    tally = Tally.of(releases)
    named = f"{tally.named} named" + (f", {tally.unnamed} unnamed" if tally.unnamed else "")
    return f"origins: {named}" + (f", {tally.left_open}" if tally.left_open else "")


def pages(release: Release) -> str:
    """Gives how many pages carry a release."""
    count = len(release.articles)
    return f"{count} page{'s' if count != 1 else ''}"
