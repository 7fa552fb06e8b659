"""What a bare number counts: "the company admits 45", "the brigade had stopped at 34". Its page has said it just before.

The sentence may open with what it is about ("As for the wounded, …", "Civilians: …", "Weavers would follow, up to …"); else the number counts what the number before it
counts, in the same sentence or the one before, where the two are of one size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.reconcile.kinds import CUES, KNOWN, UNKNOWN, Kind
from firsthand.reconcile.nouns import ANYBODY, OF_A_COUNT, head_of
from firsthand.reconcile.scopes import CALLINGS, PEOPLE, SCOPES
from firsthand.records import Quantity

REACH = 320  # characters between a bare number and the one that says what it counts
OF_ONE_SIZE = 5  # times; what is further apart is hardly compared
_TOPIC = re.compile(
    r"^\W*(?:(?:As for|As to|Of) (?:the )?(?P<about>[a-z]+(?: [a-z]+)?)\b(?:,| (?=we |they |he |she |it |the ))|(?P<label>[A-ZÀ-Þ][a-z]+(?: [a-z]+)?):\s|(?P<they>[A-ZÀ-Þ][a-z]+(?:ers|men|ists|ants|ees|ians|oops))\s(?=(?:will|would|may|could) (?:follow|come|join|arrive|go|leave|be sent)\b))"
)
_SIDE_ISSUES = frozenset("second minute hour day night week month year decade times percent degree".split())
# "Blocks 1 to 6", "Article 9": a number behind a capital is a name.
_LABELLED = re.compile(
    r"(?<![.!?:“\"] )(?<![“\"])\b(?!(?:The|Their|Its|His|Her|Our|My|Some|About|Nearly|Only|All)\b)[A-ZÀ-Þ][\w-]*\.?\s$"
)
_OTHERS = re.compile(r"\s+(?:of (?:the )?)?others?\b", re.I)
# "29 were civilians; 15 …": those of whom a word behind the number says what they are, are not those of the next number.
_SAID_TO_BE = re.compile(
    r"\s+(?:of (?:them|those|these)\s+)?(?:are|were|was)\b(?!\s+(?:on|in|at|under|still|now|being|already|\w+ed)\b)"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of the page and what it counts; `like`: the id of the number before it that says so."""

    quantity: Quantity
    kind: Kind
    like: str = ""


def is_bare(quantity: Quantity, kind: Kind) -> bool:
    """Says whether a number's own words leave it open what it counts."""
    if quantity.unit is not None or not (quantity.elided or quantity.counted is None):
        return False
    return kind.name in (UNKNOWN, *ANYBODY, *OF_A_COUNT) or kind.is_guess or kind.head in _CLAIMS


_MEN = "men"  # "9,000 soldiers … 1,800 men"
_IN_ARMS = frozenset({"soldiers", "fighters"})
_CLAIMS = frozenset(("claim", "metr", "name"))


def what_it_counts(
    quantity: Quantity, kind: Kind, before: Sequence[Counted], text: str, sentence: tuple[int, int]
) -> Counted | None:
    """Gives a bare number with the class, the people and the measure that its page gives them before; None where it gives none."""
    if not is_bare(quantity, kind):
        return _of_the_same(quantity, kind, before, text, sentence)
    if topic := (
        _topic(text[sentence[0] : quantity.span.start])
        or _label(text, quantity.span.start)
        or _what_numbers(text[sentence[0] : quantity.span.start])
        or _the_number_of(text, sentence, quantity.span.start)
    ):
        return Counted(quantity, replace(topic, scopes=topic.scopes | kind.scopes, level=kind.level))
    if _LABELLED.search(text, sentence[0], quantity.span.start) or _says_more(quantity, text, sentence):
        return None
    if quantity.comparator == "vague" or _OTHERS.match(text, quantity.span.end):
        return None  # "scores of others": not of those just counted
    known = next((c for c in reversed(before) if c.quantity.unit not in _SIDE_ISSUES), None)
    size = None if _is_said(quantity, text, sentence) else OF_ONE_SIZE
    if known is None or known.kind.name in (UNKNOWN, *ANYBODY) or not _is_near(known.quantity, quantity, text, size):
        return None
    some = {"some of them"} if _SAID_TO_BE.match(text, known.quantity.span.end) else set()
    scopes = kind.scopes | _people_of(known, kind, text) | some
    found = replace(known.kind, scopes=scopes, level=kind.level or known.kind.level)
    return Counted(replace(quantity, unit=known.quantity.unit), found, known.quantity.id)


def _says_more(quantity: Quantity, text: str, sentence: tuple[int, int]) -> bool:
    """Says whether a number is a rise, or words behind it tell of those counted what is told of no other: "five discharged"."""
    if _BY_HOW_MANY.search(text, sentence[0], quantity.span.start):
        return True
    return bool(_OWN_WORDS.match(text, quantity.span.end)) and not _DETERMINED.search(
        text, sentence[0], quantity.span.start
    )


# "a rise of 9", "up by 9": how many more, and no count.
_BY_HOW_MANY = re.compile(
    r"\b(?:(?:up|down|rose|risen|rises|fell|fallen|falls|grew|grown|climbed|increased|dropped|higher|lower) by|(?:rise|increase|jump|drop|fall|decline|growth|gain|difference|gap) of)\s+(?:\w+\s+)?$",
    re.I,
)


_OWN_WORDS = re.compile(
    r"\s+(?:(?:were|was|are|is|have|has|remain|stayed|others?|more|of (?:them|those|these|whom))\b|(?!(?:hundred|then|seven|when|even|often|open)\b|(?:verified|confirmed|counted|reported|recorded|documented|listed|given|claimed) (?:by|in|on)\b)[a-z]+(?:ed|en|ing|ght|orn|ore|ept|elt|ood|old)\b)"
)
_DETERMINED = re.compile(r"(?:\b(?:the|that|this|their|its|his|her|of)|['’]s?)\s+(?:\w+\s+)?$", re.I)


def _of_the_same(
    quantity: Quantity, kind: Kind, before: Sequence[Counted], text: str, sentence: tuple[int, int]
) -> Counted | None:
    """Gives a number with what its own words leave out: what befell those of its noun ("3,400 families fled … 5,000 families left"), or,
    without a noun, whom of them it counts ("63 workers are missing … it admits 45 missing")."""
    size = None if quantity.elided and _is_said(quantity, text, sentence) else OF_ONE_SIZE
    near = [c for c in reversed(before) if _is_near(c.quantity, quantity, text, size)]
    if kind.name == kind.head == _MEN and (soldiers := _soldiers(before, quantity, text)):
        return Counted(quantity, replace(soldiers, scopes=kind.scopes | soldiers.scopes & _IN_ARMS))
    if kind.name == kind.head and quantity.unit is None and (size is None or not quantity.elided):
        noun = max((s.end for s in quantity.counted_spans), default=quantity.span.end)
        if _OWN_WORDS.match(text, max(noun, quantity.span.end)):
            return None
        same = next((c for c in near if c.kind.head == kind.head and c.kind.name in KNOWN), None)
        return (
            Counted(quantity, replace(kind, name=same.kind.name, why=same.kind.why), same.quantity.id) if same else None
        )
    if not quantity.elided or kind.name not in KNOWN:
        return None
    label = _label(text, quantity.span.start)
    if label is not None and label.name == kind.name and not kind.scopes & PEOPLE:
        return Counted(quantity, replace(kind, scopes=kind.scopes | label.scopes))
    known = next((c for c in near if c.kind.name == kind.name), None)
    if known is None or kind.head not in ("", known.kind.head):
        return None
    people = _people_of(known, kind, text) & CALLINGS
    return Counted(quantity, replace(kind, scopes=kind.scopes | people), known.quantity.id)


def _soldiers(before: Sequence[Counted], quantity: Quantity, text: str) -> Kind | None:
    """Gives the soldiers or fighters of whom a page has last given a number, where that of "men" stands in the same paragraph or the next
    and is of one size with it; "240 men and 60 women" are others."""
    known = next((c for c in reversed(before) if c.kind.scopes & _IN_ARMS and c.kind.name == c.kind.head), None)
    if known is None or _AND_WOMEN.match(text, quantity.span.end):
        return None
    between = text[known.quantity.span.end : quantity.span.start]
    low, high = sorted((known.quantity.low, quantity.low))
    is_near = len(between) <= REACH and between.count("\n\n") <= 1 and high <= OF_ONE_SIZE * low
    return known.kind if is_near else None


_AND_WOMEN = re.compile(r"\s+men (?:and|or) ")


def _people_of(known: Counted, kind: Kind, text: str) -> frozenset[str]:
    """Gives the people of an earlier number, where the later has none of its own and a word behind the earlier does not set them apart."""
    if kind.scopes & PEOPLE or _SAID_TO_BE.match(text, known.quantity.span.end):
        return frozenset()
    return known.kind.scopes & PEOPLE


def _topic(words: str) -> Kind | None:
    match = _TOPIC.match(words)
    noun = (match["about"] or match["label"] or match["they"]) if match else None
    if not noun or re.search(r"\d", words[match.end() :] if match else ""):
        return None
    return _kind_of_words(noun)


# What somebody says against a number is of the same thing, whatever its size: "the army says three", "Three, says the army".
_SAID = re.compile(
    r"(?:\b(?:says?|said|sp(?:ea|o)ks? of|spoke of|spoken of|claim(?:s|ed)?|talk of|admits?|admitted|lists?|listed|counts?|counted|gives?|gave|puts? (?:it|them|the (?:number|figure)) at)|"
    r"\b(?:and not|not|rather than|instead of)(?: the)?)\s+(?:(?:only|just|about|some|nearly|around|at least|more than|fewer than)\s+)*$",
    re.I,
)
_SAID_BEHIND = re.compile(
    r",? (?:says?|said|according to)\b|(?:[^.,;]{0,30} )?as the [\w’' ]{3,40} (?:claim|say)", re.I
)


_HOW_MANY = re.compile(r"\bhow (?:many|much|big|large)\b", re.I)


def _is_said(quantity: Quantity, text: str, sentence: tuple[int, int]) -> bool:
    if _HOW_MANY.search(text, sentence[0], quantity.span.start):
        return False  # "how many sailed is open; the union says 260": a new question
    behind = _SAID_BEHIND.match(text, quantity.span.end, sentence[1])
    return bool(behind or _SAID.search(text, sentence[0], quantity.span.start))


# "Soldiers killed at the market: at least 45, says the army. Three, say the others.": the paragraph is of what stands at its head.
_HEADING = re.compile(r"(?:^|\n\n)(?:(?P<label>[A-ZÀ-Þ][a-z]+(?: [\w’'-]+){0,7}):|(?P<word>The [a-z]+)\.)\s")


_NEXT_LABEL = re.compile(r"\b[A-ZÀ-Þ][a-z]+: ")


def _label(text: str, at: int) -> Kind | None:
    start = max(text.rfind("\n\n", 0, at), 0)
    match = _HEADING.match(text, start, at)
    label = match and (match["label"] or match["word"])
    if not match or not label or re.search(r"\d", label) or _NEXT_LABEL.search(text, match.end(), at):
        return None
    return _if_said(_kind_of_words(label))


# "The number of miners hurt has been checked. It is now put at 45.": what the sentence before speaks of the number of.
_NUMBER_OF = re.compile(
    r"\b[Tt]he (?:number|toll|count|total|list|register|roll|tally) of (?P<noun>(?:[\w’'-]+ ){1,7}?)"
    r"(?:in|at|by|from|has|have|is|was|were|had|will|on|grew|grows|rose|rises|fell|falls|climbed|climbs|stood|stands|keeps|kept|swelled|shrank)\b[^.]*\.\s+$"
)
_IT = re.compile(r"\W*(?:It|That|This|The (?:figure|number|count|toll|total))\b")


# "The board put it at 45", and what opens so names nothing else that could be put at a number.
_PUT_IT_AT = re.compile(
    r"\b(?:put|puts|putting|set|sets|gave|gives) it (?:at|as) (?:(?:about|some|nearly|around|at least|only|just) )?$"
)
# "Claims so far number 5,600", "the dead now total 45": the subject of such a verb is what is counted.
_NUMBERS = re.compile(
    r"(?:^\W*|[.;:,]\s|\b(?:and|but|while)\s)(?:[Tt]he |[Ii]ts |[Tt]heir )?(?P<noun>[A-Za-z]+)(?: (?:so far|now|already|by then|to date))*"
    r" (?:number|numbered|total|totall?ed)(?: (?:about|some|nearly|around|at least|over|more than))?\s+$"
)


def _what_numbers(words: str) -> Kind | None:
    match = _NUMBERS.search(words)
    return _kind_of_words(match["noun"]) if match else None


def _the_number_of(text: str, sentence: tuple[int, int], at: int) -> Kind | None:
    start = sentence[0] + len(text[sentence[0] : at]) - len(text[sentence[0] : at].lstrip())
    points_back = _IT.match(text, start, at) or _PUT_IT_AT.search(text, start, at)
    match = _NUMBER_OF.search(text, max(0, start - REACH), start) if points_back else None
    if match is None:
        return None
    return _if_said(_kind_of_words(match["noun"]))


def _if_said(kind: Kind) -> Kind | None:
    return kind if kind.name in KNOWN or kind.scopes else None


def _kind_of_words(words: str) -> Kind:
    """Gives the class that words for what is counted name, or else their noun."""
    people = frozenset(name for name, p in SCOPES if name in PEOPLE and p.search(words))
    named, why = next(((name, m.group()) for name, p in CUES if (m := p.search(words))), ("", words))
    head = head_of(words.partition(f" {why}")[0] if named else words)
    return Kind(named or head, head, people, why)


def _is_near(known: Quantity, quantity: Quantity, text: str, size: int | None = OF_ONE_SIZE) -> bool:
    low, high = sorted((known.low, quantity.low))
    between = text[known.span.end : quantity.span.start]
    follows = "\n\n" not in between or (known.unit is not None and len(re.findall(r"[.!?][\"”’)]?\s", between)) <= 1)
    return len(between) <= REACH and follows and low > 0 and (size is None or high <= size * low)
