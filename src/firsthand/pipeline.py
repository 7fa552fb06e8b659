"""The arrows in order: page → article → document → annotations → claims → ledger → judgements → brief.

Each arrow is a function of a room; this module only introduces them to one another.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand import __version__
from firsthand.errors import UsageError
from firsthand.records import (
    MADE_FROM,
    Annotations,
    Article,
    Document,
    Omission,
    Page,
    Reading,
    Release,
    Run,
    Series,
    derive,
)
from firsthand.settings import Settings

if TYPE_CHECKING:
    from firsthand.annotate.attribution import AttributionTagger
    from firsthand.annotate.giver import GiverFinder
    from firsthand.annotate.place import PlaceFinder
    from firsthand.ledger import Held, Ledger, Statement
    from firsthand.parse import Parser
    from firsthand.reconcile.beside import Slot
    from firsthand.reconcile.draft import DraftNote
    from firsthand.reconcile.judge import Ruling
    from firsthand.reconcile.needs import Lack
    from firsthand.reconcile.passages import Stand
    from firsthand.records import Brief, ClaimRow

# Reasons why an article is kept and its statements are not read.
UNREAD = frozenset({"unsupported language", "text too long", "reading failed"})
_MOST_CHARACTERS = 300_000  # of article text: six times the longest of 900 real pages

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads pages: holds the loaded models, and is called like a function."""

    parser: Parser
    tagger: AttributionTagger
    places: PlaceFinder
    givers: GiverFinder
    settings: Settings

    @classmethod
    def load(cls, settings: Settings | None = None) -> Reader:
        """Loads the models once, each after its files' hashes were checked."""
        from firsthand.annotate.attribution import AttributionTagger
        from firsthand.annotate.giver import GiverFinder
        from firsthand.annotate.place import PlaceFinder
        from firsthand.parse import Parser

        return cls(
            parser=Parser.load(),
            tagger=AttributionTagger.load(),
            places=PlaceFinder.load(),
            givers=GiverFinder.load(),
            settings=settings or Settings(),
        )

    def __call__(self, page: Page) -> Reading:
        """Gives everything the page says."""
        from firsthand.article import extract

        article, omissions = extract(page)
        return self.read(page, article, omissions)

    def read_all(self, pages: Iterable[Page]) -> Iterator[tuple[Page, Reading]]:
        """Yields each page with its reading, in order; extraction runs in a process that can be killed."""
        from firsthand.article.worker import Extractor

        with Extractor(self.settings.page_seconds) as extractor:
            for page, (article, omissions) in extractor.map(pages):
                yield page, self.read(page, article, omissions)

    def read(self, page: Page, article: Article | None, omissions: tuple[Omission, ...] = ()) -> Reading:
        """Gives the reading of an extracted article; one that is not read (UNREAD) is kept, with its reason."""
        if article is None:
            return Reading(page=page.id, omissions=omissions)
        why = _unread(page, article, self.settings.language, omissions)
        if why is None:
            try:
                return self.read_document(page, self.parser(article), omissions)
            except Exception as error:  # a fault of ours must not cost the run: it is reported with the page
                _log.debug("reading %s failed", article.id, exc_info=True)
                why = _omission(page, "reading failed", f"{type(error).__name__}: {error}"[:300])
        return Reading(page=page.id, article=article, omissions=(*omissions, why))

    def read_document(self, page: Page, document: Document, omissions: tuple[Omission, ...] = ()) -> Reading:
        """Gives the reading of a parsed document."""
        from firsthand.claims import assemble
        from firsthand.reconcile.figures import MOST as MOST_FIGURES

        notes = self.annotate(document)
        claims, attributions, gaps = assemble(document, notes)
        if len(notes.quantities) > MOST_FIGURES:
            detail = f"{len(notes.quantities):,} figures; the first {MOST_FIGURES} are compared with those of other pages, all are listed: add the page in parts"
            gaps = (
                *gaps,
                Omission(
                    stage="settling",
                    subject=page.url or page.via or page.id,
                    reason="too many figures to compare",
                    detail=detail,
                ),
            )
        return Reading(
            page=page.id, article=document.article, attributions=attributions, quantities=notes.quantities,
            quantity_relations=notes.quantity_relations, timexes=notes.timexes, places=notes.places, claims=claims,
            omissions=(*omissions, *gaps),
        )  # fmt: skip

    def annotate(self, document: Document) -> Annotations:
        """Gives every layer's findings; each layer sees the document alone."""
        from firsthand.annotate.quantity import find_quantities, relate_quantities
        from firsthand.annotate.status import find_status
        from firsthand.annotate.timex import find_timexes

        quantities = find_quantities(document)
        return Annotations(
            attributions=self.tagger(document), quantities=quantities, quantity_relations=relate_quantities(document, quantities),
            timexes=find_timexes(document), places=self.places(document), status_cues=find_status(document),
            giver_marks=self.givers(document, quantities),
        )  # fmt: skip

    def run(self, started_at: str) -> Run:
        """Gives the record of a run of this reader, started at an ISO 8601 time."""
        return run_of(self.settings, started_at)


def run_of(settings: Settings, started_at: str) -> Run:
    """Gives the record of a run; needs the models' hashes, not the models."""
    from firsthand.models.store import digest_of_model
    from firsthand.parse.model import PACKAGE, model_digest

    digests = (
        *((name, digest_of_model(name)) for name in ("attribution", "givers", "pairs")),
        (PACKAGE, model_digest()),
    )
    shown = [("language", settings.language), ("page_seconds", str(settings.page_seconds))]
    if settings.authority:
        shown.append(("authority", sha256(Path(settings.authority).read_bytes()).hexdigest()))
    return Run(
        id=derive("run", __version__, digests, tuple(shown), started_at),
        version=__version__,
        model_digests=digests,
        settings=tuple(shown),
        started_at=started_at,
    )


def _unread(page: Page, article: Article, language: str, omissions: Sequence[Omission] = ()) -> Omission | None:
    """Says why an article is not read; None for one that is."""
    if article.language not in (None, language):
        detail = f"the page is in {article.language!r}; statements are read in {language!r} only, the text is kept"
        return _omission(page, "unsupported language", detail)
    if len(article.text) > _MOST_CHARACTERS:
        size = f"{len(article.text):,} characters"
        cut = any(omission.reason == "page cut" for omission in omissions)
        kept = f"more than {size}, the first {len(article.text):,} are kept" if cut else f"{size}; the text is kept"
        detail = f"{kept}; at most {_MOST_CHARACTERS:,} are read: add it in parts"
        return _omission(page, "text too long", detail)
    return None


def _omission(page: Page, reason: str, detail: str) -> Omission:
    return Omission(stage="parse", subject=page.url or page.via or page.id, reason=reason, detail=detail)


def add(
    ledger: Ledger, reader: Reader, inputs: Iterable[Page | Omission], run: Run, at: str
) -> Iterator[tuple[Page | Omission, Reading | None]]:
    """Stores what the inputs yield, page by page, each in one transaction; yields each input once it is stored.

    A page whose bytes and address are known already yields None for its reading, and adds nothing.
    """
    ledger.begin(run)
    passed: list[tuple[Page | Omission, Reading | None]] = []  # what needs no reading, in the order it came

    def fresh() -> Iterator[Page]:
        for item in inputs:
            if isinstance(item, Page) and not ledger.has_page(item.id):
                yield item
                continue
            if isinstance(item, Omission):
                ledger.add_omissions((item,), run.id, at)
            passed.append((item, None))

    for page, reading in reader.read_all(fresh()):
        stored = ledger.add(page, reading, run.id, at)
        yield from passed
        passed.clear()
        yield page, reading if stored else None
    yield from passed


def settle(ledger: Ledger, run_id: str, at: str, *, whole: bool = False) -> None:
    """Settles what was added, decided on or forgotten since the last time, with the stories it belongs to; stores what changed.

    It gives what settling the whole case anew gives (`whole` does that): the same pages, the same judgements, in whatever order they were
    added. What people decided outranks the machine: it judges the readings as they corrected them, and its groups are joined and parted as
    they said. A large piece of work is stored part by part, so that others can write between; what is left waits for the next settling.
    """
    from firsthand.reconcile.resettling import settle_some

    more = True
    while more:
        with ledger.desk(run_id, at) as desk:
            more = settle_some(desk, whole=whole)
        whole = False


def compare_with_draft(ledger: Ledger, settings: Settings, draft: bytes) -> tuple[DraftNote, ...]:
    """Gives notes on a draft's figures, settled together with the story it would belong to (with the whole case, where that has pages which
    are not settled yet); nothing of the draft is stored."""
    from firsthand.reconcile import settle as judge
    from firsthand.reconcile.draft import compare_draft, settle_draft
    from firsthand.reconcile.sketches import rules_digest

    reading = Reader.load(settings)(Page(url="", body=draft, content_type="text/plain; charset=utf-8", via="draft"))
    if reading.article is None:
        raise UsageError(f"the draft cannot be read: {reading.omissions[0].reason}")
    shelf = ledger.shelf()
    if shelf.is_settled(rules_digest()):
        readings, settlement = settle_draft(reading, shelf)
    else:
        readings = list(ledger.readings(reviewed=True))
        settlement = judge((*readings, reading))
    return compare_draft(reading, readings, ledger.views(Release), settlement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two figures and how they stand to each other: what the case holds of them, the sentences they stand in and their slots (none where one
    of the two is no figure), what a dispute, an update or one figure would need, and what the two passages alone would say, where the case
    has no answer of its own."""

    held: Held
    sentences: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    lacks: tuple[Lack, ...] = ()
    alone: Ruling | None = None

    @property
    def gap(self) -> str:
        """Gives why two figures have no slots, in a sentence; "" where they have, or are no two figures."""
        lacks = not self.slots and self.held.a.figure and self.held.b.figure
        return (
            "The slots cannot be read: the case was settled under other rules (`firsthand settle` does it anew)."
            if lacks
            else ""
        )


def compare_figures(ledger: Ledger, one: str, other: str) -> Comparison:
    """Gives how two figures stand to each other, by the ids (or beginnings) of claims, figures or releases. Raises UnknownId and UsageError."""
    from firsthand.ledger import held_between
    from firsthand.reconcile.beside import Known, side_by_side
    from firsthand.reconcile.needs import lacking, told_by_passages

    held = held_between(ledger, one, other)
    a, b = (_stand(ledger, statement) for statement in (held.a, held.b))
    if a is None or b is None:
        return Comparison(held=held)
    is_one, why = held.parties
    known = Known(
        parties=None if is_one is None else "same" if is_one else "different",
        why=why,
        series="" if held.relations & {"part of", "different scope"} else held.series,
        apart=held.apart,
    )
    slots = side_by_side(a, b, known)
    alone = None if held.relations else told_by_passages(a, b, slots)
    return Comparison(
        held=held, sentences=(a.sentence, b.sentence), slots=slots, lacks=lacking(slots, held.names), alone=alone
    )


def _stand(ledger: Ledger, statement: Statement) -> Stand | None:
    """Gives a statement's figure as its page has it, with what people corrected; None for a claim without one."""
    from firsthand.reconcile.figures import figures_of
    from firsthand.reconcile.passages import Stand

    reading, row = ledger.shelf().reading(statement.claim.article), statement.figure
    if reading is None or row is None:
        return None
    key = (row.claim, row.quantity)
    return next((Stand.of(reading, f, statement.release) for f in figures_of(reading) if f.key == key), None)


def summarise(
    ledger: Ledger, question: str | None = None, *, series: Sequence[Series] | None = None, series_limit: int = 8, claim_limit: int = 40
) -> Brief:  # fmt: skip
    """Gives the brief on a question, on certain series, or on the whole case: the series that its claims belong to, with all their releases."""
    from firsthand.brief import Material, compose

    found = [row for row, _ in ledger.search(question, limit=claim_limit, every_word=False)] if question else []
    chosen = list(series) if series is not None else _series_of(ledger, found) if question else ledger.views(Series)
    chosen = chosen[:series_limit]
    releases = {identity: ledger.view(Release, identity) for series in chosen for identity in series.releases}
    judgements = {j.id: j for identity in releases for j in ledger.judgements(identity=identity)}
    judgements |= {j.id: j for row in found for j in ledger.judgements(about="claim", identity=row.id)}
    cited = {claim for release in releases.values() for claim, _ in release.figures} | {row.id for row in found}
    cited |= {identity for j in judgements.values() if j.about == "claim" for identity in (j.subject, j.object)}
    rows = {identity: ledger.claim_row(identity) for identity in sorted(cited)}
    articles = {row.article for row in rows.values()}
    made = ledger.judgements(about="page", relation=MADE_FROM, subjects=articles)
    counts = ledger.counts()
    material = Material(
        claims=found, series=chosen, releases=releases, rows=rows, judgements=sorted(judgements.values(), key=lambda j: j.id),
        digests={article: ledger.article(article).digest for article in sorted(articles)}, derived={j.subject for j in made},
        scope=f"Composed from {counts.articles} articles of {counts.outlets} outlets, {counts.claims} claims; {counts.omissions} omission{' is' if counts.omissions == 1 else 's are'} listed in the case.",
    )  # fmt: skip
    return compose(question or "What the case holds", material)


def _series_of(ledger: Ledger, rows: list[ClaimRow]) -> list[Series]:
    """Gives the series that the figures of these claims belong to, the best-placed claim's first."""
    identities = (figure.series for row in rows for figure in ledger.figures(claim=row.id) if figure.series)
    return [ledger.view(Series, identity) for identity in dict.fromkeys(identities)]
