"""`firsthand verify`: nothing was changed, and every span stands on its words; in the case, or in a hand-off file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from firsthand.export.handed import Handed
    from firsthand.ledger import Ledger, Problem

COLUMNS = (
    Column(field="check", heading="check"),
    Column(field="subject", heading="what", no_wrap=True),
    Column(field="detail", heading="found", ratio=1),
)


@click.command(name="verify")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False))
@format_options
@CONTEXT
def command(context: Context, file: str | None, shape: str | None) -> int:
    """Re-check every hash, span and entry of the case; or FILE, a hand-off file, by its own hash and, where there is a case, against it.

    Exit 1 when anything was changed.
    """
    if file:
        return _verify_file(context, Path(file), shape)
    from firsthand.ledger import verify

    with context.open() as ledger:
        problems = list(verify(ledger))
        counts = ledger.counts()
    if problems or shape:
        print_rows((asdict(problem) for problem in problems), shape, COLUMNS, empty="")
    if not shape:
        click.echo(
            f"{len(problems)} problem{'s' if len(problems) != 1 else ''} in {counts.pages} pages, {counts.claims} claims, "
            f"{counts.entries} log entries (0 items without a span)" if not problems else f"{len(problems)} problems found"
        )  # fmt: skip
    return 1 if problems else 0


def _verify_file(context: Context, path: Path, shape: str | None) -> int:
    from firsthand.export.handed import read_handed

    handed = read_handed(path.read_bytes().decode("utf-8", "surrogateescape"))
    problems = list(_file_problems(handed, path.name))
    compared = Path(context.settings.case).is_file() and handed.sealed
    if compared:
        with context.open() as ledger:
            problems += _case_problems(handed, ledger)
    if problems or shape:
        print_rows((asdict(problem) for problem in problems), shape, COLUMNS, empty="")
    if not shape and not problems:
        against = f"; {len(handed.notes)} footnotes stand so in {context.settings.case}" if compared else "; no case here to hold its footnotes against"  # fmt: skip
        click.echo(f"{path.name} is unchanged since it was written{against}")
    return 1 if problems else 0


def _file_problems(handed: Handed, name: str) -> Iterator[Problem]:
    from firsthand.ledger import Problem

    if not handed.sealed:
        yield Problem(
            check="file", subject=name, detail="it carries no hash on its last line: no hand-off file, or cut short"
        )
    elif not handed.unchanged:
        yield Problem(check="file", subject=name, detail="its words no longer match the hash on its last line")


def _case_problems(handed: Handed, ledger: Ledger) -> Iterator[Problem]:
    """Yields the footnotes that the case does not bear out."""
    from firsthand.errors import UnknownId
    from firsthand.ledger import Problem
    from firsthand.records import digest_of

    for note in handed.notes:
        subject = f"footnote {note.number}"
        try:
            row = ledger.claim_row(note.claim)
            text_digest = ledger.article(row.article).digest
        except UnknownId:
            yield Problem(check="footnote", subject=subject, detail=f"claim {note.claim} is not in this case")
            continue
        words = digest_of(row.words.encode("utf-8", "surrogatepass"))
        if (row.start, row.end, text_digest, words) != (note.start, note.end, note.text_digest, note.words_digest):
            yield Problem(check="footnote", subject=subject, detail="the case has other words at this place")
