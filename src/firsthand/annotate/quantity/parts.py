"""Rules for parts of a whole: "including 600 dead", "of whom nine", "three of the five", "54 of them were saved"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from firsthand.annotate.quantity.passage import Found, Passage
from firsthand.annotate.quantity.relating import (
    ENDING_HEDGE,
    HARM,
    HEDGE,
    LEVEL_WORDS,
    beside,
    between_unbound,
    related,
    sentence_before,
    whole_of,
)

_NAMED_PART = re.compile(
    r"(?:\bincluding|\bamong (?:them|those|whom)|\bof (?:whom|which|them|those|these)|\binclude[sd]?|\bmade up of|\bcomprising|\bof it)[,:]?\s"
    + HEDGE
    + "$",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r",?\sof (?:whom|which)\s(?:[\w’'-]+\s){1,5}" + HEDGE + "$", re.IGNORECASE)
_PART_BEHIND = re.compile(r"^(?:\s[\w%-]+)?,?\s?(?:of (?:whom|which|them|those|these|it)\b)", re.IGNORECASE)
_LIST_GLUE = re.compile(r"^(?:\s[\w’'-]+){0,5}(?:,\s|,?\sand\s)(?:[a-z]+\s)?" + HEDGE + r"(?:another\s|a further\s)?$")


def named_part(passage: Passage, index: int) -> Iterator[Found]:
    """ "including 600 dead", "of whom nine", "12 of them", and the list that goes on from it."""
    lead = passage.lead(index)
    opens_list = _NAMED_PART.search(lead) is not None
    if not (opens_list or _OF_WHICH.search(lead) or _PART_BEHIND.match(passage.rear(index))) or passage.is_share(index):
        return
    whole = whole_of(passage, index)
    if whole is None:
        return
    yield related(passage, index, whole)
    for first, second in pairwise([index, *passage.later(index)] if opens_list else []):
        fits = passage.alike(second, whole) and passage.value(second) <= passage.value(whole)
        if not fits or not _LIST_GLUE.match(passage.between(first, second)):
            return
        yield related(passage, second, whole)


_AMONG = re.compile(r"\b(?:were|was|are|is)?\s?among (?:the|its|his|her|their)\s(?:\w+\s)?$")


def among_the(passage: Passage, index: int) -> Iterator[Found]:
    """ "three aunts were among the 14 guests listed"."""
    if (
        beside(passage, index)
        and _AMONG.search(passage.lead(index))
        and passage.value(index - 1) < passage.value(index)
    ):
        yield related(passage, index - 1, index)


_TOLL_TO = re.compile(
    r"\b(?:bring|brings|bringing|brought|tak(?:e|es|ing)|took|push(?:es|ed|ing)|rais(?:es|ed|ing)|lift(?:s|ed|ing)|send(?:s|ing)|making|makes|made)\s"
    r"(?:to\s$|(?:[\w’'-]+\s){0,8}?(?:to|at)\s$|(?:it|that|for)\s(?:a\stotal\sof\s)?$)"
)


def brings_toll_to(passage: Passage, index: int) -> Iterator[Found]:
    """ "bringing the toll to 27": the first figure before is in it (all of them together are a sum, if they add up)."""
    lead, rear = passage.lead(index), passage.rear(index)
    levelled = LEVEL_WORDS.search(lead) or LEVEL_WORDS.match(rear.strip()) or " the number" in rear
    if not levelled or not _TOLL_TO.search(ENDING_HEDGE.sub("", lead)):
        return
    parts = [
        other
        for other in passage.earlier(index, 0)
        if passage.alike(index, other) and passage.value(other) <= passage.value(index) and not passage.is_time(other)
    ]
    if parts and sum(passage.value(part) for part in parts) != passage.value(index):
        yield related(passage, parts[-1], index)


_ALONE = re.compile(r"^(?:\s[\w’'-]+){0,5}?\salone\b")


def alone(passage: Passage, index: int) -> Iterator[Found]:
    """ "820 this spring and 310 in May alone"."""
    if (
        not passage.is_share(index)
        and _ALONE.match(passage.rear(index))
        and (whole := whole_of(passage, index)) is not None
    ):
        yield related(passage, index, whole)


_BARE_APPOSITION = re.compile(r"^[^,]*,\s" + HEDGE + "$")
_JOINED = re.compile(r"\b(?:and|or|in|to|from)\b")
_THEN_PLACE = re.compile(
    r"^\s(?P<joint>before|after|in|at|from|on|during|since|near|within|to|by|inside|outside|for)\b"
)


def bare_portion(passage: Passage, index: int) -> Iterator[Found]:
    """ "75 alarms, 31 by noon": a number without noun or verb after a comma, and no list ("on Monday, five on Tuesday")."""
    if not passage.quantities[index].elided or passage.is_share(index) or not beside(passage, index):
        return
    between, place = passage.between(index - 1, index), _THEN_PLACE.match(passage.rear(index))
    if place is None or len(between) > 40 or _JOINED.search(between) or not _BARE_APPOSITION.match(between):
        return
    if f" {place['joint']} " in between or not passage.same_thing(index, index - 1):
        return
    if passage.value(index - 1) > passage.value(index):
        yield related(passage, index, index - 1)


_FATES = (
    r"rescued|saved|freed|released|recaptured|recovered|found|identified|killed|dead|dying|died|hospitali[sz]ed|issued|tested|returned|withdrawn|cleared|"
    r"convicted|acquitted|charged|evacuated|repaid|missing|at large|still|in hospital|filled|repaired|reopened|delivered|used|left|arrested|injured|wounded|"
    r"detained|treated|vaccinated|confirmed|counted|registered|destroyed|intercepted|shot down|lost|opened|built|waited|voted|signed|sold|burned|damaged|"
    r"barred|feared|thought|known|ratified|paid|arrived"
)
_FATE = re.compile(
    r"^(?:\s(?:people|of them|bodies|men|women|others|more))?(?:\s(?:have|has|had|were|was|are|is|since|been|being|also|now|already|later|subsequently|so far|"
    rf"still))+\s(?:[a-z]+ly\s)?(?:{_FATES})\b"
    r"|^\s(?:survived|died|escaped|drowned|took part|dug|fled|remain(?:s|ed)?|got away|came back|returned|tested positive|did not|are left|were left|voted)\b"
)
_FATE_LEAD = re.compile(
    r"\b(?:only|just|have (?:so far |since |already )?(?:cleared|found|rescued|recovered|identified|counted|registered|destroyed|repaired|freed|vaccinated|"
    r"treated|delivered|issued|removed)|has registered|had counted|so far)\s" + HEDGE + "$"
)
_CLAUSE_BREAK = re.compile(r"[;:.]|,?\s(?:and|but|although|though|while|yet)\s")


def fate_of_some(passage: Passage, index: int) -> Iterator[Found]:
    """ "a boat carried 130 migrants; 54 were saved": later clauses tell what became of some of the number first given."""
    told = _FATE.match(passage.rear(index)) or _FATE_LEAD.search(passage.lead(index))
    if not told or passage.is_share(index) or passage.is_money(index) or passage.quantities[index].counted is None:
        return
    for other in passage.earlier(index, 1):
        derived = passage.quantities[other].elided and not passage.lead(other).strip().lower().startswith("of")
        if derived or passage.is_time(other) or not passage.same_thing(index, other):
            continue
        larger = passage.value(other) > passage.value(index)
        if larger and _CLAUSE_BREAK.search(passage.between(other, index)) and not _is_toll_list(passage, other, index):
            yield related(passage, index, other)
            return


def _is_toll_list(passage: Passage, one: int, other: int) -> bool:
    """Says whether two figures are killed and wounded of one list, which are beside, not within, one another."""
    first = passage.lead(one, 40) + passage.rear(one, 40)
    both = HARM.search(first) and HARM.search(passage.rear(other, 40))
    return bool(both) and re.search(r"[;.]", passage.between(one, other)) is None


_OF_NEXT = re.compile(
    r"^(?:\s[\w’'-]+){0,2}?(?:\s(?:of|out of))\s(?:the\s|its\s|his\s|her\s|their\s|our\s|all\s|those\s|these\s|an?\s)?(?:[\w’'-]+\s){0,2}?$"
)
_OUT_OF = re.compile(r"\bout of\s" + HEDGE + "$")
_OF_THE = re.compile(r"^\sof (?:the|its|his|their)\s")


def of_so_many(passage: Passage, index: int) -> Iterator[Found]:
    """ "three of the five guards", "312 of 318", "several thousand …, out of some 80,000"."""
    if not beside(passage, index):
        return
    part, between = index - 1, between_unbound(passage, index - 1, index)
    if not passage.alike(part, index) or passage.value(part) > passage.value(index) or passage.is_share(part):
        return
    if not (_OF_NEXT.match(between) or _OUT_OF.search(between)):
        return
    if not passage.is_money(part) or "out of" in between or _OF_THE.match(between):
        yield related(passage, part, index)


_OF_FIRST = re.compile(
    r"^(?:(?:But|And|Yet|In all),?\s)?[Oo](?:f|ut of)\s(?:the\s|all\s(?:the\s)?|its\s|their\s|his\s|her\s|every\s|those\s|these\s|some\s|about\s|around\s|"
    r"an estimated\s|nearly\s|more than\s|over\s|at least\s)*$"
)


def of_named_total(passage: Passage, index: int) -> Iterator[Found]:
    """ "Of the 36 applicants, 21 were turned away, nine taken": every portion that follows in the sentence."""
    if not _OF_FIRST.match(sentence_before(passage, index)):
        return
    for other in passage.later(index):
        fits = passage.alike(index, other) and passage.value(other) <= passage.value(index)
        if fits and (passage.quantities[other].elided or passage.is_money(other)):
            yield related(passage, other, index)
