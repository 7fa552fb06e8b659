"""The rules that relate quantities, as one table: (name, relation, rule).

A rule is asked about one quantity and gives the pairs it sees. The cues are words a reader would point at ("including",
"of whom", "up from"); sums and remainders are taken only where the arithmetic holds as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from firsthand.annotate.quantity.passage import Found, Passage
from firsthand.records.quantity import QuantityRelationKind

Rule = Callable[[Passage, int], Iterator[Found]]
_HEDGE = r"(?:(?:about|around|some|roughly|approximately|at least|more than|over|nearly|almost|up to|as many as|an estimated|only|just|fewer than|less than|under|no fewer than|perhaps|maybe|the|a|an)\s)*"


def _found(passage: Passage, subject: int, other: int, lead: int = 0) -> Found:
    """Gives the relation with the words between the two quantities (or before the later one) as its licence."""
    first, second = sorted((subject, other))
    start, end = passage.quantities[first].span.end, passage.quantities[second].span.start
    return Found(subject, other, min(start, end), max(start, end))


def _whole(passage: Passage, index: int, sentences: int = 1) -> int | None:
    """Gives the nearest earlier quantity that this one can be a portion of: measured alike, at least as large, no length of time."""
    fallback = None
    for other in passage.earlier(index, sentences):
        if (
            not passage.alike(index, other)
            or passage.value(other) < passage.value(index)
            or (passage.is_time(other) and not passage.is_time(index))
        ):
            continue
        if passage.same_thing(index, other):
            return other
        fallback = fallback if fallback is not None else other
    return fallback


# ---- parts

_NAMED_PART = re.compile(
    r"(?:\bincluding|\bamong (?:them|those|whom)|\bof (?:whom|which|them|those|these)|\binclude[sd]?|\bmade up of|\bcomprising|\bof it)[,:]?\s"
    + _HEDGE
    + "$",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r",?\sof (?:whom|which)\s(?:[\w’'-]+\s){1,5}" + _HEDGE + "$", re.IGNORECASE)
_PART_BEHIND = re.compile(r"^(?:\s[\w%-]+)?,?\s?(?:of (?:whom|which|them|those|these|it)\b)", re.IGNORECASE)
_LIST_GLUE = re.compile(r"^(?:\s[\w’'-]+){0,5}(?:,\s|,?\sand\s)(?:[a-z]+\s)?" + _HEDGE + r"(?:another\s|a further\s)?$")


def named_part(passage: Passage, index: int) -> Iterator[Found]:
    """ "including 600 dead", "of whom nine", "12 of them", and the list that goes on from it."""
    if not (
        _NAMED_PART.search(passage.lead(index))
        or _OF_WHICH.search(passage.lead(index))
        or _PART_BEHIND.match(passage.rear(index))
    ) or passage.is_share(index):
        return
    whole = _whole(passage, index)
    if whole is None:
        return
    yield _found(passage, index, whole)
    if not _NAMED_PART.search(passage.lead(index)):
        return
    for first, second in pairwise([index, *passage.later(index)]):
        if (
            not _LIST_GLUE.match(passage.between(first, second))
            or not passage.alike(second, whole)
            or passage.value(second) > passage.value(whole)
        ):
            return
        yield _found(passage, second, whole)


_AMONG = re.compile(r"\b(?:were|was|are|is)?\s?among (?:the|its|his|her|their)\s(?:\w+\s)?$")


def among_the(passage: Passage, index: int) -> Iterator[Found]:
    """ "two brothers were among the ten men held"."""
    if (
        index
        and _AMONG.search(passage.lead(index))
        and passage.sentence[index] == passage.sentence[index - 1]
        and passage.value(index - 1) < passage.value(index)
    ):
        yield _found(passage, index - 1, index)


_TOLL_TO = re.compile(
    r"\b(?:bring|brings|bringing|brought|tak(?:e|es|ing)|took|push(?:es|ed|ing)|rais(?:es|ed|ing)|lift(?:s|ed|ing)|send(?:s|ing)|making|makes|made)\s(?:to\s$|(?:[\w’'-]+\s){0,8}?(?:to|at)\s$|(?:it|that|for)\s(?:a\stotal\sof\s)?$)"
)
_LEVEL_WORDS = re.compile(r"\b(?:toll|total|number|tally|count|figure|those|dead|overall|killed|sum)\b", re.IGNORECASE)


def brings_toll_to(passage: Passage, index: int) -> Iterator[Found]:
    """ "bringing the toll to 27": the figures before are in it."""
    lead = passage.lead(index)
    if not _TOLL_TO.search(re.sub(_HEDGE + "$", "", lead)) or not (
        _LEVEL_WORDS.search(lead)
        or _LEVEL_WORDS.match(passage.rear(index).strip())
        or " the number" in passage.rear(index)
    ):
        return
    parts = [
        other
        for other in passage.earlier(index, 0)
        if passage.alike(index, other) and passage.value(other) <= passage.value(index) and not passage.is_time(other)
    ]
    if parts and not _sums(passage, index, parts):
        yield _found(passage, parts[-1], index)


_ALONE = re.compile(r"^(?:\s[\w’'-]+){0,5}?\salone\b")


def alone(passage: Passage, index: int) -> Iterator[Found]:
    """ "2,000 this year and 600 in August alone"."""
    if (
        _ALONE.match(passage.rear(index))
        and (whole := _whole(passage, index)) is not None
        and not passage.is_share(index)
    ):
        yield _found(passage, index, whole)


_BARE_APPOSITION = re.compile(r",\s" + _HEDGE + "$")
_THEN_PLACE = re.compile(r"^\s(?:before|after|in|at|from|on|during|since|near|within|to|by|inside|outside|for)\b")


def bare_portion(passage: Passage, index: int) -> Iterator[Found]:
    """ "900 call-outs, 340 before midnight": a number without noun or verb after a comma."""
    q = passage.quantities[index]
    if not q.elided or passage.is_share(index) or not index or passage.sentence[index - 1] != passage.sentence[index]:
        return
    between = passage.between(index - 1, index)
    if (
        _BARE_APPOSITION.search(between)
        and "," not in between[:-2]
        and _THEN_PLACE.match(passage.rear(index))
        and passage.same_thing(index, index - 1)
        and passage.value(index - 1) > passage.value(index)
        and len(between) < 40
        and not re.search(r"\b(?:and|or|in|to|from)\b", between)
    ):
        yield _found(passage, index, index - 1)


_FATE = re.compile(
    r"^(?:\s(?:people|of them|bodies|men|women|others|more))?(?:\s(?:have|has|had|were|was|are|is|since|been|being|also|now|already|later|subsequently|so far|still))+\s(?:[a-z]+ly\s)?"
    r"(?:rescued|saved|freed|released|recaptured|recovered|found|identified|killed|dead|dying|died|hospitali[sz]ed|issued|tested|returned|withdrawn|cleared|convicted|acquitted|charged|"
    r"evacuated|repaid|missing|at large|still|in hospital|filled|repaired|reopened|delivered|used|left|arrested|injured|wounded|detained|treated|vaccinated|confirmed|counted|registered|destroyed|intercepted|shot down|lost|opened|built|"
    r"waited|voted|signed|sold|burned|damaged|withdrawn|barred|feared|thought|known)\b"
    r"|^\s(?:survived|died|escaped|drowned|took part|dug|fled|remain(?:s|ed)?|got away|came back|returned|tested positive|did not|are left|were left|voted)\b"
)
_FATE_LEAD = re.compile(
    r"\b(?:only|just|have (?:so far |since |already )?(?:cleared|found|rescued|recovered|identified|counted|registered|destroyed|repaired|freed|vaccinated|treated|delivered|issued|removed)|has registered|had counted|so far)\s"
    + _HEDGE
    + "$"
)


def fate_of_some(passage: Passage, index: int) -> Iterator[Found]:
    """ "a boat carried 130 migrants; 54 were saved": later clauses tell what became of some of the number first given."""
    q = passage.quantities[index]
    if (
        passage.is_share(index)
        or passage.is_money(index)
        or q.counted is None
        or not (_FATE.match(passage.rear(index)) or _FATE_LEAD.search(passage.lead(index)))
    ):
        return
    for other in passage.earlier(index, 1):
        whole = passage.quantities[other]
        if (
            whole.elided
            and not passage.lead(other).strip().lower().startswith("of")
            or not passage.same_thing(index, other)
            or passage.is_time(other)
        ):
            continue
        if (
            passage.value(other) > passage.value(index)
            and re.search(r"[;:.]|,?\s(?:and|but|although|though|while|yet)\s", passage.between(other, index))
            and not _is_toll_list(passage, other, index)
        ):
            yield _found(passage, index, other)
            return


_HARM = re.compile(r"\b(?:kill|wound|injur|hurt|die[ds]?\b|dead\b|death|arrest|captur)", re.IGNORECASE)


def _is_toll_list(passage: Passage, one: int, other: int) -> bool:
    """Says whether two figures are killed and wounded of one list, which are beside, not within, one another."""
    first = passage.lead(one, 40) + passage.rear(one, 40)
    second = passage.rear(other, 40)
    return bool(_HARM.search(first) and _HARM.search(second) and not re.search(r"[;.]", passage.between(one, other)))


# ---- N of M

_OF_NEXT = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?(?:\s(?:of|out of))\s(?:the\s|its\s|his\s|her\s|their\s|our\s|all\s|those\s|these\s)?(?:[\w’'-]+\s){0,2}?$"
)
_OF_SHARE = re.compile(
    r"^(?:\s[\w’'-]+)?\s(?:of\s|(?=the\s))(?:the\s|its\s|his\s|her\s|their\s|a\s|an\s)?(?:[\w’'-]+\s){0,5}?$"
)
_OUT_OF = re.compile(r"\bout of\s" + _HEDGE + "$")


def of_so_many(passage: Passage, index: int) -> Iterator[Found]:
    """ "three of the five guards", "312 of 318", "several thousand …, out of some 80,000"."""
    if not index or passage.sentence[index] != passage.sentence[index - 1]:
        return
    part, between = index - 1, _without_bound(passage, index - 1, index)
    if (
        passage.alike(part, index)
        and passage.value(part) <= passage.value(index)
        and not passage.is_share(part)
        and (_OF_NEXT.match(between) or _OUT_OF.search(between))
    ):
        if not passage.is_money(part) or "out of" in between or re.match(r"^\sof (?:the|its|his|their)\s", between):
            yield _found(passage, part, index)


def _without_bound(passage: Passage, first: int, second: int) -> str:
    """Gives the words between two quantities without the second one's comparator."""
    span = passage.quantities[second].comparator_span
    end = passage.quantities[second].span.start
    if span is not None and passage.quantities[first].span.end <= span.start < end:
        end = span.start
    return passage.text[passage.quantities[first].span.end : end]


_OF_FIRST = re.compile(
    r"^(?:(?:But|And|Yet|In all),?\s)?[Oo](?:f|ut of)\s(?:the\s|all\s(?:the\s)?|its\s|their\s|his\s|her\s|every\s|those\s|these\s|some\s|about\s|around\s|an estimated\s|nearly\s|more than\s|over\s|at least\s)*$"
)


def of_named_total(passage: Passage, index: int) -> Iterator[Found]:
    """ "Of the 44 accused, 29 were convicted, 12 acquitted": every portion that follows in the sentence."""
    sentence = passage.words.sentences[passage.sentence[index]]
    lead = passage.text[sentence.start : passage.quantities[index].span.start]
    if not _OF_FIRST.match(lead):
        return
    for other in passage.later(index):
        if not passage.alike(index, other) or passage.value(other) > passage.value(index):
            continue
        if passage.quantities[other].elided or passage.is_money(other):
            yield _found(passage, other, index)


def share_of(passage: Passage, index: int) -> Iterator[Found]:
    """ "a third of the district's 240 doctors", "9% of its workforce of 51,000"."""
    if (
        not passage.is_share(index)
        or index + 1 >= len(passage)
        or passage.sentence[index + 1] != passage.sentence[index]
    ):
        return
    after = index + 1
    if (
        not passage.is_share(after)
        and not passage.is_time(after)
        and passage.value(after) > 1
        and _OF_SHARE.match(_without_bound(passage, index, after))
    ):
        yield _found(passage, index, after)


_SHARE_BEHIND = re.compile(
    r"^(?:\s[\w%-]+)?\s?(?:of (?:whom|which|them|those|these|it)\b|have\b|has\b|had\b|were\b|was\b|is\b|are\b)"
)
_SHARE_AFTER = re.compile(
    r"\b(?:of (?:whom|which|them|those|these)|a rate of|or|equal to|equivalent to|about|the other|which)[,:]?\s"
    + _HEDGE
    + "$"
)


def share_of_before(passage: Passage, index: int) -> Iterator[Found]:
    """ "17,000 people fled. Two thirds have since returned", "76% of them", "more than half of whom"."""
    if not passage.is_share(index):
        return
    rear, lead = passage.rear(index), passage.lead(index)
    if not (
        _SHARE_BEHIND.match(rear) or re.search(r"\b(?:of (?:whom|which|them|those|these))[,:]?\s" + _HEDGE + "$", lead)
    ):
        return
    if re.match(r"^(?:\s[\w%-]+)?\s?of (?!whom|which|them|those|these|it\b)", rear):
        return
    for other in passage.earlier(index, 1):
        if not passage.is_share(other) and not passage.is_time(other) and not _level(passage, index):
            if (
                passage.is_money(other)
                or passage.head(other) == passage.head(index)
                or not passage.quantities[index].counted
            ):
                yield _found(passage, index, _first_whole(passage, other))
                return


def _level(passage: Passage, index: int) -> bool:
    """Says whether a percentage is a level of its own ("turnout was 63%") rather than a share of the figure before."""
    return (
        re.search(r"\b(?:was|is|were|at|to|by|from|stood|been|rate|reached)\s" + _HEDGE + "$", passage.lead(index))
        is not None
    )


def _first_whole(passage: Passage, index: int) -> int:
    """Gives the total that a chain of portions goes back to ("€3m, of which €1.2m …; half is gone")."""
    for other in passage.earlier(index, 0):
        if (
            passage.alike(index, other)
            and passage.value(other) > passage.value(index)
            and re.search(r"\bof which\b|\bof whom\b", passage.between(other, index))
        ):
            return other
    return index


_OR = re.compile(
    r"^(?:\s[\w’'-]+){0,3}?,?\s(?:or|that is|ie|i\.e\.|equal to|equivalent to|the equivalent of|representing|a share of|a rate of|roughly equal to|which is|amounting to|namely)[,]?\s"
    + _HEDGE
    + "$"
)
_RATE_APPOSITION = re.compile(
    r",\s(?:a rate of|or|about|an average of|some|roughly|nearly|almost|equal to|equivalent to|representing)?\s?"
    + _HEDGE
    + "$"
)
_BRACKET = re.compile(r"^(?:\s[\w’'°-]+){0,4}\s\(" + _HEDGE + "$")


def restated(passage: Passage, index: int) -> Iterator[Found]:
    """ "600 cartons, or 120,000 cigarettes", "seven miles (11 km)", "4,500 jobs, about 9% of its workforce"."""
    if not index or passage.sentence[index] != passage.sentence[index - 1]:
        return
    before, between = index - 1, _without_bound(passage, index - 1, index)
    per = passage.quantities[index].per is not None and passage.quantities[before].per is None
    # One thing has one number: "40 more votes, or 22,317" restates neither.
    if (
        passage.alike(before, index)
        and (passage.quantities[index].unit is not None or passage.head(before) == passage.head(index))
        and passage.value(before) != passage.value(index)
    ):
        return
    share = passage.is_share(index) and not passage.is_share(before)
    if (
        _OR.match(between)
        or re.search(r",\s(?:that is|or|a rate of)\s(?:\w+\s){0,2}?$", between)
        and len(between) < 60
        or (_BRACKET.match(between) and passage.quantities[index].unit)
    ) and not per:
        yield _found(passage, before, index)
    elif (
        share
        and re.search(r",\s$", between)
        and len(between) < 50
        and re.match(r"^(?:\s[\w%-]+)?\s?of\s(?!them|whom|which|those|these|it\b)", passage.rear(index))
    ):
        yield _found(passage, before, index)


def share_then_count(passage: Passage, index: int) -> Iterator[Found]:
    """ "nearly one in three: 118,000 of 371,000": the share, then the numbers it was made from."""
    if _shown(passage, index):
        yield _found(passage, index, index + 1)


def share_then_total(passage: Passage, index: int) -> Iterator[Found]:
    """The total of the same: the share is of it."""
    if _shown(passage, index):
        yield _found(passage, index, index + 2)


def _shown(passage: Passage, index: int) -> bool:
    if (
        not passage.is_share(index)
        or index + 2 >= len(passage)
        or passage.sentence[index + 2] != passage.sentence[index]
    ):
        return False
    return (
        re.search(r"(?:[:(–—]|\s-|,\sor)\s?" + _HEDGE + "$", _without_bound(passage, index, index + 1)) is not None
        and bool(list(of_so_many(passage, index + 2)))
        and not passage.is_share(index + 1)
    )


def all_of_them(passage: Passage, index: int) -> Iterator[Found]:
    """ "four men were hurt, all four lightly": the same number named again."""
    if re.search(r"\ball\s(?:the\s|of the\s)?$", passage.lead(index)):
        for other in passage.earlier(index, 1):
            if passage.value(other) == passage.value(index) and passage.same_thing(index, other):
                yield _found(passage, other, index)
                return


def share_of_whole(passage: Passage, index: int) -> Iterator[Found]:
    """ "More than 2 million mines …; deminers have cleared 41,300, or 2%": a share restates a portion of the total before."""
    if (
        not passage.is_share(index)
        or not index
        or not (
            list(restated(passage, index)) or re.search(r"\ba rate of\s$", _without_bound(passage, index - 1, index))
        )
    ):
        return
    if re.match(r"^(?:\s[\w%-]+)?\s?of\s", passage.rear(index)):
        return
    share = passage.value(index) / (100 if passage.quantities[index].unit == "percent" else 1)
    for other in passage.earlier(index - 1, 1):
        if (
            passage.alike(other, index - 1)
            and passage.value(other) > 0
            and abs(passage.value(index - 1) / passage.value(other) - share) <= Decimal("0.02") + share / 10
        ):
            yield _found(passage, index, other)
            return


def portion_restated(passage: Passage, index: int) -> Iterator[Found]:
    """ "4,500 jobs, about 9% of its workforce of 51,000": what equals a share of a total is part of it."""
    for same in restated(passage, index):
        for whole in (*share_of(passage, index), *share_of_whole(passage, index)):
            if passage.value(whole.object) > passage.value(same.subject):
                yield Found(same.subject, whole.object, whole.start, whole.end)


def average(passage: Passage, index: int) -> Iterator[Found]:
    """ "3,405 captives in 51 exchanges, roughly 67 per exchange", "£402 million, or 37p a share": the figures it was divided from."""
    q = passage.quantities[index]
    lead = passage.lead(index)
    if q.per is None or not index or passage.sentence[index - 1] != passage.sentence[index]:
        return
    if not re.search(
        r",\s(?:or\s)?(?:an average of\s|on average\s|roughly\s|about\s|some\s|that is\s|nearly\s|almost\s|around\s)?$",
        lead,
    ):
        return
    others = [
        other
        for other in passage.earlier(index, 0)
        if not passage.is_time(other) or passage.head(other) in (q.per or "")
    ]
    money = [other for other in others if passage.is_money(other)]
    if q.per.lower() in ("each", "apiece"):
        yield from (_found(passage, index, other) for other in others[:2])
        return
    for other in others:
        named = singular_in(passage.head(other), q.per)
        if named or passage.alike(index, other) and (passage.head(other) == passage.head(index) or other in money[:1]):
            yield _found(passage, index, other)


def singular_in(noun: str, words: str) -> bool:
    """Says whether a head noun is among some words."""
    return bool(noun) and re.search(rf"\b{re.escape(noun)}s?\b", words, re.IGNORECASE) is not None


# ---- sums, remainders, increments

_TOTAL_CUE = re.compile(
    r"\b(?:in total|in all|altogether|all told|combined|together|total|totalling|totaling|overall|sum)\b", re.IGNORECASE
)


def _sums(passage: Passage, total: int, parts: Sequence[int]) -> bool:
    lows = sum((passage.quantities[part].low for part in parts), Decimal(0))
    highs = sum((passage.quantities[part].high for part in parts), Decimal(0))
    return len(parts) > 1 and lows == passage.quantities[total].low and highs == passage.quantities[total].high


def _addends(passage: Passage, total: int, pool: Sequence[int]) -> Sequence[int]:
    """Gives the run of at least two neighbouring figures in a pool that adds up to the total exactly, the nearest such run."""
    for length in range(2, min(6, len(pool)) + 1):
        for start in range(len(pool) - length + 1):
            if _sums(passage, total, pool[start : start + length]):
                return pool[start : start + length]
    return ()


def _has_total_cue(passage: Passage, index: int) -> bool:
    q = passage.quantities[index]
    return (
        q.comparator == "total"
        or _TOTAL_CUE.search(passage.lead(index, 40)) is not None
        or _TOTAL_CUE.search(passage.rear(index, 24)) is not None
    )


def adds_up(passage: Passage, index: int) -> Iterator[Found]:
    """ "1,118 here and 407 there, 1,525 in all", "3,200 posts: 1,850 in one town and 1,350 in another": the arithmetic holds."""
    if passage.is_time(index) or passage.quantities[index].rule.startswith("either") or passage.value(index) < 2:
        return
    before = [other for other in passage.earlier(index, 1) if passage.alike(index, other) and passage.value(other) > 0]
    after = [other for other in passage.later(index, 2) if passage.alike(index, other) and passage.value(other) > 0]
    cue = _has_total_cue(passage, index)
    found = False
    for parts in (_addends(passage, index, before), _addends(passage, index, after)):
        likely = cue or passage.value(index) >= 10 or all(passage.quantities[part].elided for part in parts)
        if (
            parts
            and likely
            and all(_addable(passage, index, part) for part in parts)
            and not _is_portion_of_larger(passage, index, parts)
        ):
            found = True
            yield from (_found(passage, index, part) for part in parts)
    if cue and not found:
        yield from adds_up_elsewhere(passage, index)


def _is_portion_of_larger(passage: Passage, index: int, parts: Sequence[int]) -> bool:
    """Says whether the would-be total and its parts are all portions of one larger total, so that the sum is chance; or whether a rounded rest makes it idle."""
    if _has_total_cue(passage, index):
        return False
    run = sorted([*parts, index])
    for other in (other for other in passage.earlier(run[0], 1) if passage.alike(other, index)):
        if _sums(passage, other, run):
            return True
    return any(
        passage.quantities[part].comparator in ("about", "nearly")
        or passage.quantities[part].rule.startswith("the rest")
        for part in parts
    )


def _addable(passage: Passage, total: int, part: int) -> bool:
    """Says whether a part counts what the total counts, or a kind of it: nouns may differ when both are people or both are things."""
    a, b = passage.head(total), passage.head(part)
    return (
        passage.same_thing(total, part)
        or not a
        or not b
        or _has_total_cue(passage, total)
        or passage.quantities[part].elided
    )


def adds_up_elsewhere(passage: Passage, index: int) -> Iterator[Found]:
    """A total announced as such ("in total, … 6,000 personnel") whose parts stand in one sentence elsewhere on the page."""
    for sentence in dict.fromkeys(passage.sentence):
        if sentence == passage.sentence[index]:
            continue
        pool = [
            other
            for other in range(len(passage))
            if passage.sentence[other] == sentence and passage.alike(index, other)
        ]
        if parts := _addends(passage, index, pool):
            yield from (_found(passage, index, part) for part in parts)
            return


_LEFT = re.compile(
    r"\b(?:leaving|the other|the remaining|the rest|remaining|which left|left)\s(?:\w+\s)?"
    + _HEDGE
    + r"(?:(?:with\s)?(?:only\s|just\s)?)$",
    re.IGNORECASE,
)
_LEFT_BEHIND = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:are|were|is|was|remain|remains|remained)\s?(?:still\s)?(?:left|at large|missing|outstanding|unaccounted|feared lost|feared dead|to go|remaining|not accounted)?\b|^\s(?:left|remain|remaining|missing|to go|is gone)\b"
)


def what_is_left(passage: Passage, index: int) -> Iterator[Found]:
    """ "leaving seven", "the other two", "3,588 are left", where it is the total less the parts."""
    lead, rear = passage.lead(index), passage.rear(index)
    marked = bool(_LEFT.search(lead)) or passage.quantities[index].rule.startswith("the rest")
    outstanding = re.match(
        r"^(?:\s[\w’'-]+){0,2}?\s(?:(?:are|were|is|was|remain|remains|remained)\s(?:still\s)?(?:left|at large|missing|outstanding|unaccounted|feared lost|feared dead|gone|to go)|left\b|remain\b|remains?\b)",
        rear,
    )
    if not (marked or outstanding):
        return
    pool = [other for other in passage.earlier(index, 2) if not passage.is_time(other)]
    for whole in pool:
        if passage.is_share(whole) or passage.value(whole) <= passage.value(index) and not passage.is_share(index):
            continue
        parts = [other for other in pool if other < index and other > whole and passage.alike(other, whole)]
        taken = sum((passage.value(part) for part in parts), Decimal(0))
        share = next(
            (passage.value(other) for other in pool if passage.is_share(other) and abs(other - whole) == 1), None
        )
        exact = passage.alike(index, whole) and passage.value(whole) - taken == passage.value(index)
        by_share = (
            share is not None
            and passage.alike(index, whole)
            and (1 - share) * passage.value(whole) == passage.value(index)
        )
        by_own_share = passage.is_share(index) and passage.value(whole) * (1 - passage.value(index)) == taken
        if exact and parts or by_share or by_own_share or (exact_enough(passage, index, whole, taken) and parts):
            yield _found(passage, index, whole)
            return


def exact_enough(passage: Passage, index: int, whole: int, taken: Decimal) -> bool:
    """Says whether a rounded rest fits a bounded total."""
    return (
        passage.alike(index, whole)
        and abs(passage.value(whole) - taken - passage.value(index)) <= passage.value(whole) / 20
        and passage.quantities[index].comparator in ("about", "nearly")
    )


_MORE_LEAD = re.compile(r"\b(?:another|a further|an additional|an extra|plus)\s" + _HEDGE + "$", re.IGNORECASE)
_MORE_BEHIND = re.compile(r"^\s(?:more|additional|extra)\b(?!\sthan)")


def on_top(passage: Passage, index: int) -> Iterator[Found]:
    """ "another 200 would follow", "900 more joined them": b comes on top of a."""
    if not (_MORE_LEAD.search(passage.lead(index)) or _MORE_BEHIND.match(passage.rear(index))):
        return
    for other in passage.earlier(index, 1):
        if passage.same_thing(index, other) and not passage.is_time(other):
            yield _found(passage, other, index)
            return


# ---- one thing at two times

_REVISED = re.compile(
    r"\b(?:revis\w+|correct\w*|lower(?:ed|s|ing) (?:its|the|their)|has been lowered|was lowered|been cut|restat\w+|amended|recount\w*|earlier (?:count|version|report|figure|estimate|tally|toll|statement)|counting error|double counting|first (?:put|reported|declared|given|announced|said)|initial(?:ly)? (?:put|reported|count|figure|estimate|report|said|toll|gave)?|wrongly|mistaken\w*|by mistake|counted twice)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\s" + _HEDGE + "$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|at)\s" + _HEDGE + "$", re.IGNORECASE)
_MOVE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|climb\w*|gr[eo]w\w*|jump\w*|surg\w+|increas\w+|soar\w*|swell\w*|swollen|swelled|expand\w*|fell|fall(?:s|en|ing)?|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|"
    r"slip\w*|slid\w*|plung\w+|tumbl\w+|plummet\w*|eas(?:e|es|ed|ing)|slow\w*|narrow\w*|widen\w*|cut(?:s|ting)?|lower\w*|rais\w+|reduc\w+|went|gone|up|down|dwindl\w+|edg\w+|doubl\w+|trebl\w+|tripl\w+|revis\w+|correct\w*|chang\w+|trimm?\w*|slash\w*|"
    r"lift\w*|boost\w*|bring\w*|brought|mov\w+|swung|gain\w*|advanc\w+)\b",
    re.IGNORECASE,
)


def _levels(passage: Passage, index: int) -> tuple[int, int] | None:
    """Gives (earlier level, later level) when this quantity and its neighbour are the two ends of one change."""
    if not index or passage.sentence[index] != passage.sentence[index - 1]:
        return None
    first = index - 1
    lead, between = passage.lead(first), passage.between(first, index)
    if not passage.alike(first, index):
        # "from 61 to 98 per cent": the unit stands once.
        if not (_FROM_TO.search(lead) and re.match(r"^(?:\s[\w’'-]+){0,4}?\sto\s", between)) or not (
            passage.is_share(index) or passage.quantities[first].unit is None
        ):
            return None
    clause = passage.text[passage.words.sentences[passage.sentence[first]].start : passage.quantities[first].span.start]
    if _FROM_TO.search(lead) and _TO.search(between) and (_MOVE.search(clause)) and len(between) < 60:
        return first, index
    if _FROM_TO.search(between) and len(between) < 60 and (_MOVE.search(clause) or _MOVE.search(between)):
        return index, first
    return None


def _is_revision(passage: Passage, one: int, other: int) -> bool:
    first, second = sorted((one, other))
    start = passage.words.sentences[passage.sentence[first]].start
    end = passage.words.sentences[passage.sentence[second]].end
    return _REVISED.search(passage.text[start:end]) is not None


def moved(passage: Passage, index: int) -> Iterator[Found]:
    """ "rose from 318 to 251", "63%, down from 71%": an earlier level, a later one."""
    if (levels := _levels(passage, index)) and not _is_revision(passage, *levels):
        yield _found(passage, *levels)


def corrected(passage: Passage, index: int) -> Iterator[Found]:
    """ "revised down to 17 from 25", "first reported eight dead, then corrected the figure to six"."""
    if levels := _levels(passage, index):
        if _is_revision(passage, *levels):
            yield _found(passage, *levels)
        return
    lead = passage.lead(index, 120)
    alike = [
        other for other in passage.earlier(index, 1) if passage.same_thing(index, other) and not passage.is_time(other)
    ]
    for other in alike[:1]:
        between = passage.between(other, index)
        if re.search(
            r"\b(?:revis\w+|correct\w*|lowered|cut|amended|raised|restated)\b[\w\s’']{0,30}\b(?:to|at)\s"
            + _HEDGE
            + "$",
            lead,
        ) and (
            _LEVEL_WORDS.search(between)
            or _is_revision(passage, other, index)
            or re.search(r"\btoll\b|\bit to\b|\bto\s$", between)
        ):
            yield _found(passage, other, index)
        elif re.search(
            r"\b(?:revising|correcting|replacing|withdrawing|amending)\b[\w\s’']{0,30}\b(?:of|from)\s" + _HEDGE + "$",
            lead,
        ) or re.search(
            r"\b(?:earlier|previous|initial|first|original) (?:count|figure|estimate|toll|tally|report|statement)\s(?:of|was|had been)\s"
            + _HEDGE
            + "$",
            lead,
        ):
            yield _found(passage, index, other)
        elif re.search(
            r"\b(?:earlier version|first said|initially (?:said|put|reported)|at first|first reported)\b",
            passage.text[
                passage.words.sentences[passage.sentence[other]].start : passage.quantities[other].span.end + 20
            ],
        ) and re.search(r"\b(?:later|then|now|since)\b", between):
            yield _found(passage, other, index)
        elif re.match(
            r"^(?:\s[\w’'-]+){0,2}?\s?(?:first|originally|initially|previously) (?:declared|reported|given|announced|stated|said)",
            passage.rear(index),
        ) and re.search(r"\b(?:against|instead of|not|rather than|up from|down from)\s(?:the\s)?$", between):
            yield _found(passage, index, other)
        elif re.search(
            r"\bnow\s(?:says?|puts?|gives?|reports?|lists?)\s(?:[\w’'-]+\s){0,4}?" + _HEDGE + "$", lead
        ) and re.search(
            r"\bhad (?:said|put|given|reported|listed)|\b(?:first|initially|earlier|originally)\b",
            _clause_text(passage, other),
        ):
            yield _found(passage, other, index)
        elif re.search(r",\snot\s(?:the\s)?$", between) and "had" in passage.rear(index):
            yield _found(passage, index, other)
        elif (
            passage.sentence[index] == passage.sentence[other]
            and re.search(r"^(?:,|\sand)?[\w\s,]{0,20}\bto\s$", between)
            and other > 0
            and re.search(r"\b(?:cut|lowered|revised|corrected)\b", passage.lead(other))
        ):
            yield _found(passage, other, index)
        else:
            continue
        return


_EARLIER = re.compile(
    r"\b(?:(?:a|one) (?:week|day|month|year) (?:earlier|ago|before)|earlier|previously|last (?:week|month|year)|the (?:week|month|year|day) before|had been|in (?:19|20)\d\d it (?:was|had been)|compared with|against)\b[\w\s’',]{0,24}$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:later|then|now|today)\s" + _HEDGE + "$|\b(?:now stands at|has since (?:risen|fallen) to)\s" + _HEDGE + "$",
    re.IGNORECASE,
)


def earlier_level(passage: Passage, index: int) -> Iterator[Found]:
    """ "The dam is 62% full. A week earlier it was 58%": a level and the one before it."""
    lead = passage.lead(index)
    for other in passage.earlier(index, 2):
        if not passage.same_thing(index, other) or passage.is_time(other) or _is_revision(passage, other, index):
            continue
        between = passage.between(other, index)
        if (
            passage.sentence[other] != passage.sentence[index]
            and _EARLIER.search(lead)
            and re.search(
                r"\b(?:it|they|this|that|the figure|the number|the rate)\s(?:was|were|had been|stood)", lead, re.I
            )
        ):
            yield _found(passage, index, _headline_level(passage, other, index))
            return
        if (
            passage.sentence[other] == passage.sentence[index]
            and re.search(r"(?:,|\band)\s(?:later|then|now)\s" + _HEDGE + "$", between)
            and len(between) < 40
        ):
            yield _found(passage, other, index)
            return
        if (
            _NOW.search(lead)
            and re.search(
                r"\b(?:peak|once|used to|had|originally|at first|before|earlier|in (?:19|20)\d\d)\b",
                _clause_text(passage, other),
                re.IGNORECASE,
            )
            or _MOVED_TO.search(lead)
            and passage.value(other) != passage.value(index)
        ):
            yield _found(passage, other, index)
            return
        if (
            passage.sentence[other] == passage.sentence[index]
            and re.search(
                r"\b(?:against|compared (?:with|to)|versus|up on|down on)\s(?:the\s)?" + _HEDGE + "$", between
            )
            and re.match(
                r"^(?:\s[\w’'-]+){0,3}?\s(?:(?:a|one|the) \w+ (?:earlier|ago|before)|(?:in|during|over) (?:the )?(?:same \w+ )?(?:of )?(?:last|previous|19|20)\w*|last \w+|previously)\b",
                passage.rear(index),
            )
        ):
            yield _found(passage, index, other)
            return
        if passage.sentence[other] == passage.sentence[index] and re.search(
            r"\bafter passing\s"
            + _HEDGE
            + "$|\b(?:having|after) (?:stood|been) at\s"
            + _HEDGE
            + "$|\bup from\s$|\bdown from\s$",
            between,
        ):
            yield _found(passage, index, other)
            return
    return


_NOW = re.compile(
    r"\b(?:it|they|which|and|there|,|;)\s(?:are |is )?now\s(?:[a-z]+\s){0,2}?" + _HEDGE + "$", re.IGNORECASE
)
_MOVED_TO = re.compile(
    r"\b(?:grew|grown|rose|risen|climbed|swelled|swollen|increased|fell|fallen|dropped|dwindled|shrank|shrunk|declined|soared|jumped|doubled|trebled|tripled)\s(?:[a-z]+\s){0,2}?to\s"
    + _HEDGE
    + "$",
    re.IGNORECASE,
)


def _clause_text(passage: Passage, index: int) -> str:
    """Gives the words around a quantity, from the start of its sentence to a little past it."""
    start = passage.words.sentences[passage.sentence[index]].start
    return passage.text[start : passage.quantities[index].span.end + 24]


def _headline_level(passage: Passage, other: int, index: int) -> int:
    """Gives the total when its parts stand between ("a combined 61%: 33% and 28%. In 2018 it had been 78%")."""
    for candidate in passage.earlier(index, 2):
        if passage.quantities[candidate].comparator == "total" and passage.alike(candidate, index):
            return candidate
    return other


_DELTA_BY = re.compile(
    r"\b(?:by|gained|lost|added|shed|up|down|a (?:fall|rise|drop|gain|increase|decrease|jump|decline|cut|loss|growth) of|an? (?:increase|improvement) of)\s(?:as much as\s|upwards of\s)?"
    + _HEDGE
    + "$",
    re.IGNORECASE,
)
_DELTA_BEHIND = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:less|more|fewer|lower|higher|down|up|increase|rise|fall|drop|decrease)\b"
)


def difference(passage: Passage, index: int) -> Iterator[Found]:
    """ "rose by €20m to €180m", "dropped by 82 per cent, from 1,900 to 340", "a fall of 21%": how far the later level had moved."""
    lead, rear = passage.lead(index), passage.rear(index)
    by, behind = _DELTA_BY.search(lead), _DELTA_BEHIND.match(rear)
    if passage.is_time(index):
        return
    ahead = list(passage.later(index))
    just = re.search(r"\b(?P<verb>[A-Za-z]+)\s" + _HEDGE + "$", lead)
    by = by or (just if just and _MOVE.fullmatch(just["verb"]) and ahead else None)
    if not (by or behind):
        return
    if by and re.search(
        r"\b(?:pass\w*|won|win|defeat\w*|beat\w*|approv\w*|vot\w+|reject\w*|lost|carried|elected|adopted)\b", lead
    ):
        return
    if (
        ahead
        and (by or behind)
        and re.match(r"^(?:\s[\w’'-]+){0,4}?\s(?:to|at)\s" + _HEDGE + "$", passage.between(index, ahead[0]))
    ):
        yield _found(passage, index, ahead[0])
        return
    for second in ahead[1:2]:
        if (levels := _levels(passage, second)) is not None and re.search(
            r",\s(?:from\s)?$", passage.between(index, ahead[0])
        ):
            yield _found(passage, index, levels[1])
            return
    for other in passage.earlier(index, 1):
        if (
            passage.sentence[other] == passage.sentence[index]
            and other > 0
            and (levels := _levels(passage, other))
            and by
        ):
            yield _found(passage, index, levels[1])
            return
        if (
            (
                by
                and re.search(r"\bgained|\blost|\bshed|\bup\b|\bdown\b|\badded", by.group())
                or behind
                and re.search(r"than", rear)
            )
            and (passage.alike(index, other) or passage.is_share(index))
            and passage.head(index) == passage.head(other)
        ):
            target = other
            for earlier in passage.earlier(index, 1):
                levels = _levels(passage, earlier)
                if levels is not None:
                    target = levels[1]
                    break
            yield _found(passage, index, target)
            return


# ---- rival figures

_ASSERTS = r"(?:says?|said|claim(?:s|ed)?|admit(?:s|ted)?|acknowledge[sd]?|puts?|list(?:s|ed)?|count(?:s|ed)?|knows? of|gave|gives|estimate[sd]?|insist(?:s|ed)?|confirm(?:s|ed)?|report(?:s|ed)?|maintain(?:s|ed)?|shows?|concede[sd]?|speaks? of|spoke of|recorded|documented|has registered|registered|holds|had said|denied|denies|recognis\w+|reckon(?:s|ed)?|talk(?:s|ed)? of)"
_OWN_ASSERTION = re.compile(
    rf"(?:^|[;.,]\s(?:but\s|while\s|and\s)?|\b(?:but|while|whereas|although)\s)(?P<who>(?:[\w’'-]+\s){{0,7}}?){_ASSERTS}(?:\s(?:that\s)?(?:the\s(?:real\s|true\s|actual\s)?(?:crowd|toll|death toll|number|figure|total|count)|it|that|there)(?:\s(?:is|was|were|are|had been|stands?|stood|could be))?)?\s?(?:closer to\s|nearer\s|more like\s|at\s|to\s|of\s)?(?:only\s|just\s)?{_HEDGE}$",
    re.IGNORECASE,
)
_ANY_ASSERTION = re.compile(rf"\b{_ASSERTS}\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to (?:the\s)?(?P<who>[\w’'-]+)", re.IGNORECASE)
_SAME_VOICE = re.compile(r"^(?:he|she|it|they|his|her|its)\b", re.IGNORECASE)


def rival_counts(passage: Passage, index: int) -> Iterator[Found]:
    """ "police put the crowd at 25,000; organisers claimed 100,000": two voices, one thing, two values."""
    lead = _back_to_clause(passage, index)
    match = _OWN_ASSERTION.search(lead)
    by_source = _ACCORDING.search(passage.rear(index))
    rivals = []
    for other in passage.earlier(index, 1):
        if (
            not passage.same_thing(index, other)
            or passage.value(other) == passage.value(index)
            or passage.is_time(other)
            or not _rivals(passage, other, index)
        ):
            continue
        between = passage.between(other, index)
        contrast = re.search(r"[;.]|,?\s(?:but|while|whereas|although|and)\s", between)
        if (
            by_source
            and (first := _ACCORDING.search(passage.rear(other)))
            and first["who"] != by_source["who"]
            or match
            and contrast
            and not _SAME_VOICE.match(match["who"].strip() or "x")
            and match["who"].strip()
            and _voiced(passage, other)
        ):
            rivals.append(other)
    for other in rivals:
        if passage.sentence[other] == passage.sentence[index] or other == rivals[-1] or len(rivals) == 1:
            yield _found(passage, other, index)


def _back_to_clause(passage: Passage, index: int) -> str:
    """Gives the words of the clause before a quantity."""
    text = passage.lead(index, 100)
    return re.split(r"[;.]\s", text)[-1] if ";" in text or ". " in text else text


def _voiced(passage: Passage, index: int) -> bool:
    """Says whether a figure stands in a sentence that somebody asserts, or is a plain toll that another voice then answers."""
    sentence = passage.words.sentences[passage.sentence[index]].of(passage.text)
    return _ANY_ASSERTION.search(sentence) is not None or _HARM.search(sentence) is not None


def _rivals(passage: Passage, one: int, other: int) -> bool:
    """Says whether two figures can be rival counts: one state of affairs, neither a portion nor an addition."""
    between = passage.between(one, other)
    if one == other - 1 and re.search(
        r"\b(?:including|of whom|of them|another|a further|more|additional|earlier|later|rest|adding|himself|herself)\b",
        between,
    ):
        return False
    if re.search(r"\b(?:adding|himself|herself|themselves)\b", passage.lead(other)):
        return False
    first, second = (_state(passage, index) for index in (one, other))
    return not first or not second or first == second


_STATES = (
    ("killed", r"kill|dead|death|die[ds]?\b|lives|toll|bodies|fatal"),
    ("wounded", r"wound|injur|hurt"),
    ("captured", r"captur|prisoner"),
    ("missing", r"missing"),
    ("arrested", r"arrest|detain"),
)


def _state(passage: Passage, index: int) -> str:
    """Gives what was done to those counted (killed, wounded, …), or an empty string."""
    near = (
        re.split(r"[,;.]", passage.rear(index, 40))[0]
        + " "
        + re.split(r"[,;.]", passage.lead(index, 40))[-1]
        + " "
        + (passage.quantities[index].counted or "")
    )
    return next((name for name, pattern in _STATES if re.search(pattern, near, re.IGNORECASE)), "")


RULES: tuple[tuple[str, QuantityRelationKind, Rule], ...] = (
    ("named part", "part of", named_part),
    ("among the", "part of", among_the),
    ("brings the toll to", "part of", brings_toll_to),
    ("alone", "part of", alone),
    ("bare portion", "part of", bare_portion),
    ("fate of some", "part of", fate_of_some),
    ("of so many", "of total", of_so_many),
    ("of a named total", "of total", of_named_total),
    ("share of", "rate of", share_of),
    ("share of the one before", "rate of", share_of_before),
    ("share of the whole", "rate of", share_of_whole),
    ("share, then its numbers", "rate of", share_then_total),
    ("share, then its numbers", "same", share_then_count),
    ("portion restated as a share", "part of", portion_restated),
    ("average", "rate of", average),
    ("restated", "same", restated),
    ("all of them", "same", all_of_them),
    ("adds up", "sum of", adds_up),
    ("what is left", "remainder", what_is_left),
    ("on top", "increment", on_top),
    ("moved", "change", moved),
    ("earlier level", "change", earlier_level),
    ("corrected", "revision", corrected),
    ("difference", "delta", difference),
    ("rival counts", "disputes", rival_counts),
)  # fmt: skip
