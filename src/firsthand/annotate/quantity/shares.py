"""Rules for shares, averages and restatements: "a third of 240", "76% of them", "50 crates, or 1,200 bottles"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from firsthand.annotate.quantity.parts import of_so_many
from firsthand.annotate.quantity.passage import Found, Passage
from firsthand.annotate.quantity.relating import HEDGE, beside, between_unbound, related

_OF_SHARE = re.compile(
    r"^(?:\s[\w’'-]+)?\s(?:of\s|(?=the\s))(?:the\s|its\s|his\s|her\s|their\s|a\s|an\s)?(?:[\w’'-]+\s){0,5}?$"
)


def share_of(passage: Passage, index: int) -> Iterator[Found]:
    """ "a quarter of the valley's 80 mills", "8% of its stock of 3,000"."""
    after = index + 1
    if not passage.is_share(index) or after >= len(passage) or not beside(passage, after):
        return
    if passage.is_share(after) or passage.is_time(after) or passage.value(after) <= 1:
        return
    if _OF_SHARE.match(between_unbound(passage, index, after)):
        yield related(passage, index, after)


_OF_THEM = r"of (?:whom|which|them|those|these|it)\b"
_SHARE_BEHIND = re.compile(rf"^(?:\s[\w%-]+)?\s?(?:{_OF_THEM}|have\b|has\b|had\b|were\b|was\b|is\b|are\b)")
_OF_ELSE = re.compile(r"^(?:\s[\w%-]+)?\s?of\s(?!whom|which|them|those|these|it\b)")
_SHARE_LED = re.compile(r"\bof (?:whom|which|them|those|these)[,:]?\s" + HEDGE + "$", re.IGNORECASE)
_AT_LEVEL = re.compile(r"\b(?:was|is|were|at|to|by|from|stood|been|rate|reached)\s" + HEDGE + "$")


def share_of_before(passage: Passage, index: int) -> Iterator[Found]:
    """ "17,000 people fled. Two thirds have since returned", "76% of them", "more than half of whom"."""
    rear, lead = passage.rear(index), passage.lead(index)
    if (
        not passage.is_share(index)
        or not (_SHARE_BEHIND.match(rear) or _SHARE_LED.search(lead))
        or _OF_ELSE.match(rear)
    ):
        return
    if _AT_LEVEL.search(lead):
        # "turnout was 63%": a level of its own, no share of the figure before.
        return
    for other in passage.earlier(index, 1):
        if passage.is_share(other) or passage.is_time(other):
            continue
        if (
            passage.is_money(other)
            or passage.head(other) == passage.head(index)
            or not passage.quantities[index].counted
        ):
            yield related(passage, index, _first_whole(passage, other))
            return


def _first_whole(passage: Passage, index: int) -> int:
    """Gives the total that a chain of portions goes back to ("€3m, of which €1.2m …; half is gone")."""
    for other in passage.earlier(index, 0):
        larger = passage.alike(index, other) and passage.value(other) > passage.value(index)
        if larger and re.search(r"\bof wh(?:ich|om)\b", passage.between(other, index)):
            return other
    return index


_OR = re.compile(
    r"^(?:\s[\w’'-]+){0,3}?,?\s(?:or|that is|ie|i\.e\.|equal to|equivalent to|the equivalent of|representing|a share of|a rate of|roughly equal to|which is|"
    r"amounting to|namely)[,]?\s" + HEDGE + "$"
)
_OR_LATER = re.compile(r",\s(?:that is|or|a rate of)\s(?:\w+\s){0,2}?$")
_BRACKET = re.compile(r"^(?:\s[\w’'°-]+){0,4}\s\(" + HEDGE + "$")
_OWN_OF = re.compile(r"^(?:\s[\w%-]+)?\s?of\s(?!them|whom|which|those|these|it\b)")


def restated(passage: Passage, index: int) -> Iterator[Found]:
    """ "50 crates, or 1,200 bottles", "seven miles (11 km)", "240 berths, about 8% of its stock"."""
    if not beside(passage, index):
        return
    before, q = index - 1, passage.quantities[index]
    between = between_unbound(passage, before, index)
    one_noun = q.unit is not None or passage.head(before) == passage.head(index)
    if passage.alike(before, index) and one_noun and passage.value(before) != passage.value(index):
        # One thing has one number: "15 more letters, or 5,208" restates neither.
        return
    per_only_here = q.per is not None and passage.quantities[before].per is None
    said_again = (
        _OR.match(between) or (_OR_LATER.search(between) and len(between) < 60) or (_BRACKET.match(between) and q.unit)
    )
    as_share = (
        passage.is_share(index) and not passage.is_share(before) and re.search(r",\s$", between) and len(between) < 50
    )
    if (said_again and not per_only_here) or (as_share and _OWN_OF.match(passage.rear(index))):
        yield related(passage, before, index)


def share_of_whole(passage: Passage, index: int) -> Iterator[Found]:
    """ "90,000 trees …; foresters have felled 4,500, or 5%": the share of a portion is of the total before, if the figures agree."""
    if (
        not passage.is_share(index)
        or not beside(passage, index)
        or re.match(r"^(?:\s[\w%-]+)?\s?of\s", passage.rear(index))
    ):
        return
    if not (list(restated(passage, index)) or re.search(r"\ba rate of\s$", between_unbound(passage, index - 1, index))):
        return
    share = passage.value(index) / (100 if passage.quantities[index].unit == "percent" else 1)
    for other in passage.earlier(index - 1, 1):
        if not passage.alike(other, index - 1) or passage.value(other) <= 0:
            continue
        if abs(passage.value(index - 1) / passage.value(other) - share) <= Decimal("0.02") + share / 10:
            yield related(passage, index, other)
            return


def portion_restated(passage: Passage, index: int) -> Iterator[Found]:
    """ "240 berths, about 8% of its stock of 3,000": what equals a share of a total is part of it."""
    for same in restated(passage, index):
        for whole in (*share_of(passage, index), *share_of_whole(passage, index)):
            if passage.value(whole.object) > passage.value(same.subject):
                yield Found(same.subject, whole.object, whole.start, whole.end)


_SHOWN = re.compile(r"(?:[:(–—]|\s-|,\sor)\s?" + HEDGE + "$")


def share_then_count(passage: Passage, index: int) -> Iterator[Found]:
    """ "nearly one in three: 118,000 of 371,000": the share restates the portion."""
    if _is_shown(passage, index):
        yield related(passage, index, index + 1)


def share_then_total(passage: Passage, index: int) -> Iterator[Found]:
    """ "nearly one in three: 118,000 of 371,000": the share is of the total."""
    if _is_shown(passage, index):
        yield related(passage, index, index + 2)


def _is_shown(passage: Passage, index: int) -> bool:
    """Says whether a share is followed by the two numbers it was made from."""
    if (
        not passage.is_share(index)
        or index + 2 >= len(passage)
        or passage.is_share(index + 1)
        or not beside(passage, index + 1)
    ):
        return False
    return _SHOWN.search(between_unbound(passage, index, index + 1)) is not None and bool(
        list(of_so_many(passage, index + 2))
    )


_AVERAGED = re.compile(
    r",\s(?:or\s)?(?:an average of\s|on average\s|roughly\s|about\s|some\s|that is\s|nearly\s|almost\s|around\s)?$"
)


def average(passage: Passage, index: int) -> Iterator[Found]:
    """ "1,890 letters in 45 sacks, some 42 to a sack", "£60 million, or 12p a ticket": the figures it was divided from."""
    per = (passage.quantities[index].per or "").lower()
    if not per or not beside(passage, index) or not _AVERAGED.search(passage.lead(index)):
        return
    others = [other for other in passage.earlier(index, 0) if not passage.is_time(other)]
    if per in ("each", "apiece"):
        yield from (related(passage, index, other) for other in others[:2])
        return
    money = [other for other in others if passage.is_money(other)]
    for other in others:
        counts_same = passage.alike(index, other) and (passage.head(other) == passage.head(index) or other in money[:1])
        coins = passage.is_money(index) and other in money[:1]
        if counts_same or coins or _is_named_in(passage.head(other), per):
            yield related(passage, index, other)


def _is_named_in(noun: str, words: str) -> bool:
    return bool(noun) and re.search(rf"\b{re.escape(noun)}s?\b", words, re.IGNORECASE) is not None


def all_of_them(passage: Passage, index: int) -> Iterator[Found]:
    """ "four men were hurt, all four lightly": the same number named again."""
    if not re.search(r"\ball\s(?:the\s|of the\s)?$", passage.lead(index)):
        return
    for other in passage.earlier(index, 1):
        if passage.value(other) == passage.value(index) and passage.same_thing(index, other):
            yield related(passage, other, index)
            return
