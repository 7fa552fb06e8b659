"""What is asserted without a figure: statements that several pages make or pass on, found by the words they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from firsthand.brief import Against
from firsthand.ledger import Ledger
from firsthand.records import ClaimRow, Judgement, Story
from firsthand.text.content import content_words
from firsthand.web.pages.blocks import against_in, denials_in
from firsthand.web.visit import Visit
from firsthand.web.wording import Piece, closest, differing, folded

_LEAST = 3  # words of content that two statements must share
_SAME_SPEAKER, _ANYBODY = 0.5, 0.7  # share of the shorter one's words of content
_TWO_NAMES = 4  # words of content that two named speakers must share: "declined to comment" is each one's own
_COMMON = 40  # statements that hold a word: beyond it the word tells nothing and is not followed
_SHOWN, _ALL = 12, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One wording of a statement with the claims that use it; `own` when no earlier wording is close enough to be compared with."""

    pieces: tuple[Piece, ...]
    rows: tuple[ClaimRow, ...]
    own: bool


@dataclass(frozen=True, kw_only=True)
class Assertion:
    """One thing asserted: the claims that say it, the earliest first. `denied` are statements that pages set against one of them."""

    rows: tuple[ClaimRow, ...]
    denied: tuple[Against, ...] = ()

    @cached_property
    def pages(self) -> int:
        """Gives on how many pages it stands; versions of one page are one."""
        return len({row.page or row.article for row in self.rows})

    @cached_property
    def speakers(self) -> list[tuple[str, int]]:
        """Gives who says it with the number of pages, the commonest first; the pages' own voice is nobody's."""
        return Counter(
            who for who, _ in {(r.speaker, r.page or r.article) for r in self.rows if r.speaker} if who
        ).most_common()

    @property
    def lead(self) -> ClaimRow:
        """Gives the earliest statement, of a named speaker where there is one."""
        return next((row for row in self.rows if row.speaker), self.rows[0])

    @property
    def sayings(self) -> list[Saying]:
        """Gives its wordings, alike ones as one, with the words that differ from the closest earlier one."""
        alike: defaultdict[str, list[ClaimRow]] = defaultdict(list)
        for row in self.rows:
            alike[folded(row.words)].append(row)
        found: list[Saying] = []
        earlier: list[str] = []
        for rows in alike.values():
            words = rows[0].words
            near = closest(words, earlier)
            pieces = (Piece("same", words),) if near is None else differing(near, words)
            found.append(Saying(pieces=pieces, rows=tuple(rows), own=near is None))
            earlier.append(words)
        return found


def grouped(rows: Iterable[ClaimRow]) -> list[Assertion]:
    """Gives statements joined by what they assert: half of the words of content shared by one speaker, most of them by different ones.

    The order of the rows is the order of time. Those on most pages come first.
    """
    kept = [row for row in rows if row.kind != "headline"]
    words = [content_words(row.words) for row in kept]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    group: list[int] = []
    for number, row in enumerate(kept):
        near = Counter(at for word in words[number] if len(holders[word]) <= _COMMON for at in holders[word])
        best = next(
            (
                at
                for at, _ in sorted(near.items(), key=lambda p: (-p[1], p[0]))
                if _alike(kept[at], row, words[at], words[number])
            ),
            None,
        )
        group.append(number if best is None else group[best])
        for word in words[number]:
            holders[word].append(number)
    members: defaultdict[int, list[ClaimRow]] = defaultdict(list)
    for number, row in enumerate(kept):
        members[group[number]].append(row)
    found = [Assertion(rows=tuple(each)) for each in members.values()]
    return sorted(found, key=lambda a: (-a.pages, a.lead.speaker is None, a.rows[0].published or "9999", a.rows[0].id))


def _alike(one: ClaimRow, other: ClaimRow, left: frozenset[str], right: frozenset[str]) -> bool:
    shared = len(left & right)
    if shared < min(_LEAST, len(left), len(right)) or shared < 2:
        return False
    by_one = one.speaker is not None and one.speaker == other.speaker
    if one.speaker and other.speaker and not by_one and shared < _TWO_NAMES:
        return False
    return (
        shared / min(len(left), len(right)) >= (_SAME_SPEAKER if by_one else _ANYBODY)
        and shared / max(len(left), len(right)) >= 0.3
    )


def asserted_in(ledger: Ledger, articles: Sequence[str]) -> list[Assertion]:
    """Gives what these articles assert without a figure; statements people rejected are left out."""
    rejected = {key for key, signed in ledger.decided().items() if any(s.record.action == "reject" for s in signed)}
    order = [facts.id for facts in ledger.articles(only=articles)]
    rows = [
        row for article in order for row in ledger.claims(article=article) if not row.figures and row.id not in rejected
    ]
    found = grouped(rows)
    against: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in denials_in(ledger):
        against[judgement.object].append(judgement)
    return [
        Assertion(rows=each.rows, denied=against_in(ledger, [j for row in each.rows for j in against[row.id]]))
        for each in found
    ]


def asserted(visit: Visit) -> dict[str, Any]:
    """Everything a story asserts without a figure, on a page of its own."""
    each = visit.ledger.view(Story, visit.names["id"])
    found = asserted_in(visit.ledger, each.articles)
    several = [assertion for assertion in found if assertion.pages > 1]
    single = [assertion for assertion in found if assertion.pages == 1]
    return {
        "title": f"What is asserted: {each.label}", "story": each, "several": several[:_ALL], "single": single[:_ALL],
        "total": len(found), "several_total": len(several),
    }  # fmt: skip


def leading(visit: Visit, each: Story) -> list[Assertion]:
    """Gives what several pages of a story assert, those on most pages first."""
    return [assertion for assertion in asserted_in(visit.ledger, each.articles) if assertion.pages > 1][:_SHOWN]
