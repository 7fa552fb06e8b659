"""Statements that pages set against others (denials, disputes, corrections): once for each who makes them, however many pages carry them.

What is denied is said in its own words. A page that sets "no shell was fired" against a count of the dead makes nobody deny the count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from firsthand.records import ClaimRow, Judgement
from firsthand.text.content import content_words

AGAINST = ("denies", "disputes", "corrects")
# What somebody does whose words are what he denies, and whose words are his answer.
_OF_THE_DENIED = {"denies": "denies", "disputes": "disputes", "corrects": "withdraws"}
_OF_THE_ANSWER = {"denies": "says against it", "disputes": "disputes it", "corrects": "puts right"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """A statement and what a page sets it against. `row` is it as the earliest page has it that is no copy, `rows` all pages' wordings."""

    relation: str
    row: ClaimRow
    other: ClaimRow
    rows: tuple[ClaimRow, ...]

    @property
    def who(self) -> str:
        """Gives who makes it: its speaker, or the outlet that says it in its own voice."""
        return self.row.speaker or self.row.outlet or "a page"

    @property
    def verb(self) -> str:
        """Gives what the speaker does with the words quoted: only words read as denied are said to be denied."""
        return (_OF_THE_DENIED if self.row.status == "denied" else _OF_THE_ANSWER)[self.relation]

    @property
    def pages(self) -> int:
        """Gives how many pages carry it; versions of one page are one."""
        return len({row.page or row.article for row in self.rows})


def fold_against(
    judgements: Iterable[Judgement], rows: Mapping[str, ClaimRow], derived: Collection[str] = ()
) -> tuple[Against, ...]:
    """Gives the statements set against others, those on most pages first, then the earliest. `rows` holds both sides' rows by claim id,
    `derived` the ids of articles that are made from another page of the case."""
    alike: defaultdict[tuple[str, str], list[list[tuple[Judgement, ClaimRow]]]] = defaultdict(list)
    words: dict[str, frozenset[str]] = {}
    for judgement in sorted((j for j in judgements if j.relation in AGAINST and {j.subject, j.object} <= rows.keys()), key=lambda j: j.id):  # fmt: skip
        row = rows[judgement.subject]
        words.setdefault(row.id, content_words(row.words))
        groups = alike[judgement.relation, row.speaker or row.outlet or row.page]
        home = next((g for g in groups if any(_are_of_one_thing(words[row.id], words[other.id]) for _, other in g)), None)  # fmt: skip
        if home is None:
            groups.append([(judgement, row)])
        else:
            home.append((judgement, row))
    found = [_folded(group, rows, derived) for groups in alike.values() for group in groups]
    return tuple(sorted(found, key=lambda a: (-a.pages, *_earliest(a.row, derived))))


def _are_of_one_thing(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Says whether words of two statements are about one thing; what has no word of its own ("that is not so") may be about any."""
    return bool(mine & theirs) or not (mine and theirs)


def _folded(group: list[tuple[Judgement, ClaimRow]], rows: Mapping[str, ClaimRow], derived: Collection[str]) -> Against:
    lead, row = min(group, key=lambda pair: _earliest(pair[1], derived))
    every = {own.id: own for _, own in group}
    return Against(relation=lead.relation, row=row, other=rows[lead.object], rows=tuple(every.values()))


def _earliest(row: ClaimRow, derived: Collection[str]) -> tuple[bool, bool, str, str]:
    return row.article in derived, row.kind == "headline", row.published or "9999", row.id
