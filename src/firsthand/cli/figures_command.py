"""`firsthand figures`: one ledger of figures, series by series."""

from __future__ import annotations

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

    from firsthand.brief import STANDINGS, standings
    from firsthand.records import Release

    releases = [ledger.view(Release, identity) for identity in series.releases]
    judged = (
        j for r in releases[:most] for j in ledger.judgements(about="origin", identity=r.id, relation=tuple(STANDINGS))
    )
    words = standings(judged, {release.id: release for release in releases})
    rows: dict[str | None, FigureRow] = {}
    for row in ledger.figures(series=series.id):
        held = rows.get(row.release)
        if held is None or (row.asserter is not None and held.asserter is None):
            rows[row.release] = row  # of a release's statements, one that names who gave it
    console.print()
    console.print(
        Text(series.label or series.counted, style="bold"),
        Text(f"  {origins_line(releases)}  {series.id[:8]}", style="dim"),
    )
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    for style in ("dim", "bold", "", "cyan", "dim"):
        table.add_column(style=style, overflow="fold")
    for release in releases[:most]:
        shown = rows.get(release.id)
        table.add_row(
            Text(when(release)), Text(release.shown), Text(release.asserter or "nobody named"),
            Text(" → ".join(shown.chain) if shown else ""), Text(f"{pages(release)}{''.join(f' · {word}' for word in words.get(release.id, ()))}"),
        )  # fmt: skip
    console.print(table)
    if most is not None and len(releases) > most:
        console.print(f"… and {len(releases) - most} more: firsthand figures --series {series.id[:8]}", style="dim")


def origins_line(releases: list[Release]) -> str:
    """Gives how many origins are established, releases joined by updates counted once, and how much is not established."""
    established = len({release.origin for release in releases if release.established})
    open_ones = sum(1 for release in releases if not release.established)
    return f"origins: {established} named" + (
        f", {open_ones} release{'s' if open_ones != 1 else ''} that name nobody" if open_ones else ""
    )


def when(release: Release) -> str:
    """Gives the day the figure holds for, or was first published, or 'undated'."""
    return (release.as_of or release.first_published or "undated")[:10]


def pages(release: Release) -> str:
    """Gives how many pages carry a release."""
    count = len(release.articles)
    return f"{count} page{'s' if count != 1 else ''}"
