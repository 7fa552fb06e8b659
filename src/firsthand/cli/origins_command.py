"""`firsthand origins`: how many sources that really is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows

if TYPE_CHECKING:
    from firsthand.ledger import Ledger
    from firsthand.records import Series

COLUMNS = (
    Column(field="series", heading="series", ratio=2), Column(field="asserter", heading="origin", ratio=2), Column(field="values", heading="gave", ratio=4),
    Column(field="pages", heading="pages", justify="right"), Column(field="independence", heading="against the others", ratio=3),
)  # fmt: skip
PAIRS = (
    Column(field="first", heading="one", ratio=2), Column(field="second", heading="other", ratio=2), Column(field="answer", heading="answer", style="bold"),
    Column(field="reasons", heading="why", ratio=4), Column(field="checked", heading="checked", style="dim", ratio=3),
)  # fmt: skip
ANSWERS = ("same origin", "independent", "not established")


@click.command(name="origins")
@click.argument("identity", metavar="[SERIES]", required=False)
@click.option("--pairs", is_flag=True, help="Every pair with its reasons and what was checked.")
@click.option("--limit", type=click.IntRange(1), default=12, show_default=True, help="At most so many series.")
@format_options
@CONTEXT
def command(context: Context, identity: str | None, pairs: bool, limit: int, shape: str | None) -> None:
    """Show the origins of each figure: same origin, independent, or not established, with the reasons."""
    from firsthand.records import Series

    with context.open() as ledger:
        chosen = [ledger.view(Series, ledger.find_id(identity)[1])] if identity else ledger.views(Series, limit=limit)
        if pairs:
            print_rows(
                (row for series in chosen for row in pair_rows(ledger, series)),
                shape,
                PAIRS,
                empty="no pairs to compare",
            )
        else:
            print_rows(
                (row for series in chosen for row in origin_rows(ledger, series)),
                shape,
                COLUMNS,
                empty="no figures: `firsthand add PAGES` reads some",
            )


def origin_rows(ledger: Ledger, series: Series) -> list[dict[str, Any]]:
    """Gives one row an origin of a series: who, which values, on how many pages, and the answers against the other origins."""
    from firsthand.brief import wholes
    from firsthand.records import Release

    releases = [ledger.view(Release, identity) for identity in series.releases]
    judged = [j for r in releases for j in ledger.judgements(about="origin", identity=r.id, relation="part of")]
    parts = wholes(judged, {release.id: release for release in releases})
    rows = []
    for origin in dict.fromkeys(release.origin for release in releases):
        own = [release for release in releases if release.origin == origin]
        answers = sorted(
            {
                j.relation
                for r in own
                for j in ledger.judgements(about="origin", identity=r.id)
                if j.relation in ANSWERS and not _inside(j, own)
            }
        )
        rows.append(
            {
                "series": series.label or series.counted, "series_id": series.id, "origin": origin, "asserter": own[0].giver,
                "established": own[0].established, "values": ", ".join(f"{r.shown} ({r.when}{f', part of {parts[r.id].shown}' if r.id in parts else ''})" for r in own),
                "releases": [r.id for r in own], "pages": len({a for r in own for a in r.articles}),
                "independence": ", ".join(answers) or ("only one" if len(releases) == len(own) else "not established"),
                "reasons": list(dict.fromkeys(reason for r in own for reason in r.reasons)),
            }
        )  # fmt: skip
    return rows


def _inside(judgement: Any, own: list[Any]) -> bool:
    identities = {release.id for release in own}
    return judgement.subject in identities and judgement.object in identities


def pair_rows(ledger: Ledger, series: Series) -> list[dict[str, Any]]:
    """Gives one row a judged pair of releases of a series."""
    from firsthand.records import Release

    releases = {identity: ledger.view(Release, identity) for identity in series.releases}
    found = {j.id: j for identity in releases for j in ledger.judgements(about="origin", identity=identity)}
    return [
        {
            "series": series.id, "first": _name(releases[j.subject]), "second": _name(releases[j.object]), "answer": j.relation,
            "reasons": "; ".join(j.reasons), "checked": "; ".join(j.checked), "a": j.subject, "b": j.object,
        }
        for j in sorted(found.values(), key=lambda j: (j.relation, j.id)) if j.subject in releases and j.object in releases
    ]  # fmt: skip


def _name(release: Any) -> str:
    return f"{release.giver}: {release.shown} ({release.when})"
