"""Two pages side by side: which words of the one stand in the other, passage by passage, what the machine answered, and what people say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from firsthand.errors import UsageError
from firsthand.ledger import decided_on_pair
from firsthand.ledger.query import ArticleFacts
from firsthand.records import Article, Judgement, Review, Story, pair_key
from firsthand.records.review import REVIEW_LINEAGE
from firsthand.web.pages.case import COUNTED
from firsthand.web.pages.desk import seen_version, undo
from firsthand.web.visit import Visit
from firsthand.web.wording import Passage, Piece, closest, differing, passages

CHOICES = {
    "copy": "is a copy of the second: most of its words stand there",
    "edited copy": "is an edited copy of the second, or has passages of it",
    "rewrite": "tells the second anew, in words of its own",
    "not derived": "was not made from the second",
}
_STOPS = " \n.,;:!?–—-"
_CHOICES = 200  # pages to choose from
_AROUND = 240  # characters of the texts between two passages that are compared word by word; longer stretches are cut in the middle


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of two texts: a passage both have (`shared`), or what stands between two of them; the words the other has not are marked."""

    shared: bool
    mine: tuple[Piece, ...]
    theirs: tuple[Piece, ...]


def stretches(mine: str, theirs: str, found: tuple[Passage, ...]) -> list[Stretch]:
    """Gives the first text from passage to passage, each beside its words in the second; passages that stand in another order are left out there."""
    made: list[Stretch] = []
    here = there = 0
    for passage in found:
        made += _between(mine[here : passage.mine[0]], theirs[there : passage.theirs[0]] if passage.theirs[0] >= there else "")  # fmt: skip
        made.append(_compared(mine[slice(*passage.mine)], theirs[slice(*passage.theirs)], shared=True))
        here, there = passage.mine[1], max(there, passage.theirs[1])
    return made + _between(mine[here:], theirs[there:])


def _between(mine: str, theirs: str) -> list[Stretch]:
    left, right = _cut(mine.lstrip(_STOPS).rstrip()), _cut(theirs.lstrip(_STOPS).rstrip())
    if not any(letter.isalnum() for letter in left + right):
        return []
    if left and right and closest(left, [right]):
        return [_compared(left, right, shared=False)]
    return [Stretch(shared=False, mine=_whole("new", left), theirs=_whole("gone", right))]


def _compared(mine: str, theirs: str, *, shared: bool) -> Stretch:
    pieces = differing(theirs, mine)
    own = tuple(piece for piece in pieces if piece.kind != "gone")
    other = tuple(
        Piece("same" if p.kind == "same" else "gone", p.text) for p in differing(mine, theirs) if p.kind != "gone"
    )
    return Stretch(shared=shared, mine=own, theirs=other)


def _whole(kind: Literal["new", "gone"], words: str) -> tuple[Piece, ...]:
    return (Piece(kind, words),) if words else ()


def _cut(words: str) -> str:
    """Gives a long stretch with its middle left out."""
    if len(words) <= 2 * _AROUND:
        return words
    return f"{words[:_AROUND].rsplit(' ', 1)[0]} […] {words[-_AROUND:].partition(' ')[2]}"


def compare(visit: Visit) -> dict[str, Any]:
    """One pair of pages: by their ids in the address, or as chosen in a form."""
    one, other = (visit.ledger.article(visit.names.get(name) or visit.asked(name)) for name in ("one", "other"))
    key = pair_key(one.id, other.id)
    judged = judged_between(visit, one.id, other.id)
    found = passages(one.text, other.text)
    shared = sum(passage.words for passage in found)
    return {
        "title": "Two pages", "one": one, "other": other, "stretches": stretches(one.text, other.text, found), "passages": len(found),
        "shared": shared, "of_one": _share(shared, one), "of_other": _share(shared, other), "judgements": [j for j in judged if j.by == "machine"],
        "action": f"/review/pages/{one.id}/{other.id}", "choices": CHOICES, "seen": visit.ledger.newest_review(),
        "machine": next((j.relation for j in judged if j.by == "machine" and j.subject == one.id and j.relation in REVIEW_LINEAGE), ""),
        "decided": decided_on_pair(visit.ledger, key), "standing": visit.ledger.standing(key), "version": visit.ledger.version(key),
    }  # fmt: skip


def _share(words: int, article: Article) -> int:
    """Gives how many per cent of an article so many words are."""
    return min(100, round(100 * words / max(1, len(article.text.split()))))


def judged_between(visit: Visit, one: str, other: str) -> list[Judgement]:
    """Gives what was judged of two pages."""
    return [j for j in visit.ledger.judgements(about="page", identity=one) if {j.subject, j.object} == {one, other}]


def decide(visit: Visit) -> str:
    """Stores what a person says of how one page hangs on the other, or takes it back."""
    form = visit.form
    if form.get("action") == "undo":
        return undo(visit)
    form.need(by="your name", value="what the one page is to the other", reason="the reason")
    one, other = (visit.ledger.article(visit.names[name]) for name in ("one", "other"))
    value = form.get("value")
    if value not in REVIEW_LINEAGE or one.id == other.id:
        raise UsageError("Choose two pages, and one of the answers offered.")
    has = sorted(
        {
            f"{j.relation}{'' if j.subject == one.id else ', the other way round'}"
            for j in judged_between(visit, one.id, other.id)
            if j.by == "machine"
        }
    )
    review = Review(
        subject=one.id, action="derive", object=other.id, value=value, by=form.get("by"), at=visit.now, reason=form.get("reason"),
        machine=", ".join(has) or None,
    )  # fmt: skip
    visit.ledger.review(review, saw=seen_version(visit, review.key))
    return visit.address


def others_of(visit: Visit, article: str) -> list[ArticleFacts]:
    """Gives the pages of the same story that one may have been made from; none in a large case, where they are too many to choose from."""
    if visit.ledger.counts().claims > COUNTED:
        return []
    mine = next((story for story in visit.ledger.views(Story) if article in story.articles), None)
    return (
        [facts for facts in visit.ledger.articles(only=mine.articles, limit=_CHOICES) if facts.id != article]
        if mine
        else []
    )
