"""`firsthand add`: reads pages into the case and accounts for every input."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from firsthand.cli.context import CONTEXT, Context, clock, now
from firsthand.records import Omission, Page, Reading

if TYPE_CHECKING:
    from firsthand.ingest import Fetcher


@click.command(name="add")
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--follow-links", is_flag=True, help="Fetch the pages that feed entries link to, when an entry has no full text."
)
@click.option("--allow-loopback", is_flag=True, help="Let addresses on this machine be fetched (for tests).")
@click.option("--no-settle", is_flag=True, help="Store only; judge origins with the next add.")
@CONTEXT
def command(
    context: Context, inputs: tuple[str, ...], follow_links: bool, allow_loopback: bool, no_settle: bool
) -> int:
    """Read pages into the case.

    INPUTS are saved pages (HTML, MHTML), text files, pages.jsonl, WARC and WACZ archives, feeds, lists of addresses, http(s)
    addresses, folders, globs, or - for stdin. Nothing is fetched unless it is an address, or --follow-links is given.

    \b
    firsthand add saved/*.html capture.wacz feed.xml
    pbpaste | firsthand add -
    """
    from firsthand.ingest import IngestOptions, gather
    from firsthand.pipeline import Reader, add, settle

    with ExitStack() as stack:
        fetcher = (
            stack.enter_context(_fetcher(context, allow_loopback)) if _names_addresses(inputs, follow_links) else None
        )
        options = IngestOptions(fetch=fetcher, follow_links=follow_links, page_bytes=context.settings.page_bytes)
        ledger = stack.enter_context(context.open(create=True))
        reader = Reader.load(context.settings)
        at = now()
        run = reader.run(at)
        tally = Tally()
        for item, reading in add(ledger, reader, tally.counting(gather(inputs, options=options)), run, at):
            tally.note(item, reading)
        tally.end()
        if not no_settle and tally.new:
            settle(ledger, run.id, now())
    click.echo(tally.line())
    for reason, count in sorted(tally.reasons.items()):
        click.echo(f"  {count} × {reason}")
    for example in tally.examples:
        click.echo(f"  {example}", err=True)
    return 1 if tally.without else 0


def _names_addresses(inputs: tuple[str, ...], follow_links: bool) -> bool:
    """Says whether the network is asked for: by an address, a list of addresses, or the flag."""
    return follow_links or any(
        name.startswith(("http://", "https://")) or name.endswith((".urls", ".list")) for name in inputs
    )


def _fetcher(context: Context, allow_loopback: bool) -> Fetcher:
    from firsthand.ingest import Fetcher, FetchOptions

    return Fetcher(FetchOptions(page_bytes=context.settings.page_bytes), allow_loopback=allow_loopback, now=clock)


def _why_unread(reading: Reading) -> Omission | None:
    """Gives the reason why a page gave no article, or one that is not read: the last said, which decided."""
    from firsthand.pipeline import UNREAD

    return next((o for o in reversed(reading.omissions) if reading.article is None or o.reason in UNREAD), None)


class Tally:
    """Counts inputs as they are stored: each ends as an article, as known already, or with the reason why it gave none."""

    def __init__(self) -> None:
        self.articles = self.known = self.without = self.beside = self.claims = self.words = self.given = 0
        self.reasons: Counter[str] = Counter()
        self.examples: list[str] = []
        self._started = time.monotonic()
        self._shows = sys.stderr.isatty()

    @property
    def new(self) -> bool:
        return bool(self.articles)

    def counting(self, items: Iterable[Page | Omission]) -> Iterator[Page | Omission]:
        """Yields the inputs on, counting those that have been found so far."""
        for item in items:
            self.given += 1
            yield item

    def note(self, item: Page | Omission, reading: Reading | None) -> None:
        """Counts one stored input."""
        if isinstance(item, Omission):
            self._leave_out(item, beside=" × " in item.detail)  # an archive's count of images and the like
        elif reading is None:
            self.known += 1
        elif why := _why_unread(reading):
            self._leave_out(why)
        else:
            self.articles += 1
            self.claims += len(reading.claims)
            self.words += len(reading.article.text.split()) if reading.article else 0
        if self._shows:
            self._show()

    def _leave_out(self, omission: Omission, *, beside: bool = False) -> None:
        self.beside += beside
        self.without += not beside
        self.reasons[omission.reason] += 1
        if len(self.examples) < 20:
            self.examples.append(
                f"{omission.subject}: {omission.reason}" + (f" ({omission.detail})" if omission.detail else "")
            )

    def _show(self) -> None:
        done = self.articles + self.known + self.without + self.beside
        seconds = max(time.monotonic() - self._started, 0.01)
        left = f", at least {(self.given - done) * seconds / done:,.0f} s left" if done and self.given > done else ""
        sys.stderr.write(
            f"\r\x1b[K{done} of {self.given} found so far · {self.claims} claims · {done / seconds:.1f} a second{left}"
        )
        sys.stderr.flush()

    def end(self) -> None:
        """Clears the progress line."""
        if self._shows:
            sys.stderr.write("\r\x1b[K")

    def line(self) -> str:
        """Gives the closing line, which adds up."""
        total = self.articles + self.known + self.without + self.beside
        parts = [f"{self.articles} read ({self.claims} claims)"]
        if self.known:
            parts.append(f"{self.known} known already")
        parts.append(f"{self.without} without an article")
        if self.beside:
            parts.append(f"{self.beside} note{'s' if self.beside != 1 else ''} on what archives hold beside pages")
        return f"{total} input{'s' if total != 1 else ''}: " + ", ".join(parts)
