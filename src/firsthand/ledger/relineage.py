"""Which page hangs on which, as people said it: their word stands in place of the machine's, and figures that name nobody follow it.

A page is made from one other at most: who says that it was made from B takes the machine's other parents of it away. A number that names
nobody is one giving-out with the same number of the page it was copied from, and is one of its own where it was not copied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from firsthand.records import MADE_FROM, Judgement, Release, Review, Settlement, derive

ArticleOf = Callable[[str], str]  # a claim's id to its article's
_OPEN = ("independent", "unknown", "same occasion")  # answers of the machine that such a decision overtakes


def relineage(settlement: Settlement, decisions: Sequence[Review], article_of: ArticleOf) -> Settlement:
    """Gives the settlement with its judgements of pages as the decisions want them, and its releases following them.

    `decisions` are those that stand, in their order (others than `derive` are passed over); `article_of` gives the article of a claim.
    The people's own judgements are in the log already and are not among the settlement's, which are the machine's.
    """
    derived = [review for review in decisions if review.action == "derive"]
    judgements, releases = list(settlement.judgements), list(settlement.releases)
    for review in derived:
        judgements = [j for j in judgements if not _overtaken(j, review)]
        releases = (_parted if review.value == "not derived" else _joined)(releases, review, article_of)
    if not derived:
        return settlement
    return replace(settlement, judgements=tuple(judgements), releases=tuple(releases))


def _overtaken(judgement: Judgement, review: Review) -> bool:
    """Says whether a judgement of the machine about pages gives way to a person's."""
    if judgement.about != "page" or judgement.by != "machine":
        return False
    pair = {judgement.subject, judgement.object} == {review.subject, review.object}
    if review.value == "not derived":
        return pair and judgement.relation in MADE_FROM and judgement.subject == review.subject
    return (pair and judgement.relation in (*MADE_FROM, *_OPEN)) or (
        judgement.subject == review.subject and judgement.relation in MADE_FROM
    )


def _joined(releases: list[Release], review: Review, article_of: ArticleOf) -> list[Release]:
    """Gives the releases with the copy's numbers that name nobody put to the same numbers of its source."""
    source = [release for release in releases if review.object in release.articles]
    kept = list(releases)
    for release in releases:
        if release.established or {article_of(claim) for claim, _ in release.figures} != {review.subject}:
            continue
        whole = next((each for each in source if each.id != release.id and _same(each, release)), None)
        if whole is None:
            continue
        kept.remove(release)
        place = next(number for number, each in enumerate(kept) if each.id == whole.id)
        kept[place] = replace(
            kept[place], figures=(*kept[place].figures, *release.figures), articles=tuple(sorted({*kept[place].articles, *release.articles})),
            reasons=(*kept[place].reasons, _why(review)),
        )  # fmt: skip
    return kept


def _same(one: Release, other: Release) -> bool:
    return (one.series, one.low, one.high, one.comparator) == (other.series, other.low, other.high, other.comparator)


def _parted(releases: list[Release], review: Review, article_of: ArticleOf) -> list[Release]:
    """Gives the releases with the page's numbers that name nobody taken out of those they share with what it was not made from."""
    kept: list[Release] = []
    for release in releases:
        own = tuple(figure for figure in release.figures if article_of(figure[0]) == review.subject)
        rest = tuple(figure for figure in release.figures if figure not in own)
        if release.established or not own or review.object not in {article_of(claim) for claim, _ in rest}:
            kept.append(release)
            continue
        kept.append(replace(release, figures=rest, articles=_articles(rest, article_of)))
        first = own[0][1]
        kept.append(
            replace(
                release, id=derive("o", "apart", first), origin=derive("g", "apart", first), figures=own, articles=_articles(own, article_of),
                reasons=(_why(review),),
            )
        )  # fmt: skip
    return kept


def _articles(figures: Sequence[tuple[str, str]], article_of: ArticleOf) -> tuple[str, ...]:
    return tuple(sorted({article_of(claim) for claim, _ in figures}))


def _why(review: Review) -> str:
    return f"decided by {review.by}: {review.reason}"
