"""The figure rows a reader sees and `figures --jsonl` prints: one a statement, with its chain and its release."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from firsthand.reconcile.figures import Figure, figures_of
from firsthand.records import Article, FigureRow, Quantity, Reading, Release, Settlement
from firsthand.text.hosts import bare_host, is_host

_OPEN_ABOVE = frozenset({"at least", "more than"})
_OPEN_BELOW = frozenset({"up to", "less than", "nearly"})


def figure_rows(readings: Sequence[Reading], settlement: Settlement) -> tuple[FigureRow, ...]:
    """Gives the rows of all figures, in the order of page address and place in the text; hosts in chains by the names of their outlets."""
    names = _names_of_hosts(readings)
    figures = {r.article.id: figures_of(r) for r in readings if r.article is not None}
    return tuple(_with_names(row, names) for row in bare_rows(readings, figures, settlement))


def bare_rows(
    readings: Sequence[Reading], figures: Mapping[str, Sequence[Figure]], settlement: Settlement
) -> tuple[FigureRow, ...]:
    """Gives the rows of all figures with the hosts in their chains as the pages have them: what they are called, other pages may say.

    `figures` gives those of each article by its page alone.
    """
    release = {key: r for r in settlement.releases for key in r.figures}
    named = dict(settlement.named)
    rows = [
        _row(reading, figure, release.get(figure.key), named.get(figure.key))
        for reading in readings
        if reading.article is not None
        for figure in figures[reading.article.id]
    ]
    return tuple(sorted(rows, key=lambda r: (r.page, r.article, r.start, r.end, r.claim)))


def name_of_host(article: Article) -> tuple[str, str | None]:
    """Gives the host of a page, and the name that the page gives its outlet where it gives one."""
    named = article.outlet and not is_host(article.outlet)
    return bare_host(article.host or article.url), article.outlet if named else None


def bounds(quantity: Quantity) -> tuple[str | None, str | None]:
    """Gives (low, high) as text, None where the bound is open: "at least 20" is ("20", None).

    >>> from firsthand.records import Span
    >>> bounds(Quantity(id="q", span=Span(0, 2), low=Decimal(20), high=Decimal(20), comparator="at least"))
    ('20', None)
    """
    low = None if quantity.comparator in _OPEN_BELOW and quantity.low == quantity.high else _plain(quantity.low)
    high = None if quantity.comparator in _OPEN_ABOVE and quantity.low == quantity.high else _plain(quantity.high)
    return low, high


def _names_of_hosts(readings: Sequence[Reading]) -> dict[str, str]:
    """Gives the outlet name that pages of a host give themselves, where they give one; a credit line often has the host alone."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        host, name = name_of_host(reading.article) if reading.article is not None else ("", None)
        if host and name:
            found[host][name] += 1
    return {host: min(names, key=lambda n: (-names[n], n)) for host, names in found.items()}


def _with_names(row: FigureRow, names: Mapping[str, str]) -> FigureRow:
    chain = tuple(names.get(bare_host(link), link) if is_host(link) else link for link in row.chain)
    return row if chain == row.chain else replace(row, chain=chain)


def _row(reading: Reading, figure: Figure, release: Release | None, name: str | None = None) -> FigureRow:
    """Gives the row of a figure; `name` is who gives it where the page has no name for him."""
    article = reading.article
    assert article is not None
    quantity = figure.quantity
    low, high = bounds(quantity)
    chain = (name, *figure.chain) if name and not figure.asserter else figure.chain
    named = release.id if release is not None and release.established else None
    return FigureRow(
        page=article.url, article=article.id, claim=figure.key[0], quantity=quantity.id, start=quantity.span.start, end=quantity.span.end,
        words=quantity.span.of(article.text), low=low, high=high, modifier=quantity.comparator, unit=quantity.unit, counted=quantity.counted,
        kind=figure.kind.name, group=quantity.group, place=quantity.place, as_of=figure.as_of, published=figure.published,
        outlet=article.outlet, status=figure.status, asserter=name or figure.asserter, chain=chain,
        release=release.id if release else None, origin=named, origin_group=release.origin if release and named else None,
        series=release.series if release else None,
    )  # fmt: skip


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
