"""Pages that changed after they were published: which, when, and which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.ledger import Ledger
from firsthand.reconcile.versions import Change, compare_versions
from firsthand.records import Article, Judgement

_MOST = 6  # changed pages shown at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A page in two versions. `said` holds the words that differ as (before, after), those with the fewest words first; `changes` everything."""

    earlier: Article
    later: Article
    changes: tuple[Change, ...]
    seen: tuple[str | None, str | None]

    @property
    def said(self) -> list[tuple[str, str]]:
        pairs = [change.differs for change in self.changes if change.differs]
        return sorted(pairs, key=lambda pair: len(" ".join(pair)))

    @property
    def at(self) -> str | None:
        """Gives when the page says it was changed; None when it does not say."""
        return self.later.modified if self.later.modified != self.earlier.modified else None


def changed_pages(ledger: Ledger, judged: Sequence[Judgement]) -> list[Changed]:
    """Gives the pages that these judgements ("version of") are about."""
    return [_changed(ledger, judgement) for judgement in judged[:_MOST]]


def _changed(ledger: Ledger, judgement: Judgement) -> Changed:
    earlier, later = ledger.reading(judgement.object), ledger.reading(judgement.subject)
    assert earlier.article is not None and later.article is not None
    seen = tuple(ledger.page(article.page).retrieved_at for article in (earlier.article, later.article))
    return Changed(earlier=earlier.article, later=later.article, changes=compare_versions(earlier, later), seen=(seen[0], seen[1]))  # fmt: skip
