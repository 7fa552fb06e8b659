"""What a bare number counts: "the company admits 45", "the brigade had stopped at 34". Its page has said it just before.

The sentence may open with what it is about ("As for the wounded, …", "Civilians: …"); else the number counts what the number before it
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
    r"^\W*(?:(?:As for|As to|Of) (?:the )?(?P<about>[a-z]+(?: [a-z]+)?)\b(?:,| (?=we |they |he |she |it |the ))|(?P<label>[A-ZÀ-Þ][a-z]+(?: [a-z]+)?):\s)"
)
_SIDE_ISSUES = frozenset("second minute hour day night week month year decade times percent degree".split())
# "Blocks 1 to 6", "Article 9": a number behind a capital is a name.
_LABELLED = re.compile(
    r"(?<![.!?:“\"] )(?<![“\"])\b(?!(?:The|Their|Its|His|Her|Our|My|Some|About|Nearly|Only|All)\b)[A-ZÀ-Þ][\w-]*\.?\s$"
)
_OTHERS = re.compile(r"\s+(?:of (?:the )?)?others?\b", re.I)
# "29 were civilians; 15 …": those of whom a word behind the number says what they are, are not those of the next number.
_SAID_TO_BE = re.compile(r"\s+(?:of (?:them|those|these)\s+)?(?:are|were|was)\b")


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


_CLAIMS = frozenset(("claim", "metr", "name"))


def what_it_counts(
    quantity: Quantity, kind: Kind, before: Sequence[Counted], text: str, sentence: tuple[int, int]
) -> Counted | None:
    """Gives a bare number with the class, the people and the measure that its page gives them before; None where it gives none."""
    if not is_bare(quantity, kind):
        return _of_the_same(quantity, kind, before, text)
    if topic := _topic(text[sentence[0] : quantity.span.start]):
        return Counted(quantity, replace(topic, scopes=topic.scopes | kind.scopes, level=kind.level))
    if _LABELLED.search(text, sentence[0], quantity.span.start) or _says_more(quantity, text, sentence):
        return None
    if quantity.comparator == "vague" or _OTHERS.match(text, quantity.span.end):
        return None  # "scores of others": not of those just counted
    known = next((c for c in reversed(before) if c.quantity.unit not in _SIDE_ISSUES), None)
    if known is None or known.kind.name in (UNKNOWN, *ANYBODY) or not _is_near(known.quantity, quantity, text):
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
    r"\s+(?:(?:were|was|are|is|have|has|remain|stayed|others?|more|of (?:them|those|these|whom))\b|(?!(?:hundred|then|seven|when|even|often|open)\b)[a-z]+(?:ed|en|ing|ght|orn|ore|ept|elt|ood|old)\b)"
)
_DETERMINED = re.compile(r"(?:\b(?:the|that|this|their|its|his|her|of)|['’]s?)\s+(?:\w+\s+)?$", re.I)


def _of_the_same(quantity: Quantity, kind: Kind, before: Sequence[Counted], text: str) -> Counted | None:
    """Gives a number with what its own words leave out: what befell those of its noun ("3,400 families fled … 5,000 families left"), or,
    without a noun, whom of them it counts ("63 workers are missing … it admits 45 missing")."""
    near = [c for c in reversed(before) if _is_near(c.quantity, quantity, text)]
    if kind.name == kind.head and quantity.unit is None and not quantity.elided:
        noun = max((s.end for s in quantity.counted_spans), default=quantity.span.end)
        if _OWN_WORDS.match(text, max(noun, quantity.span.end)):
            return None
        same = next((c for c in near if c.kind.head == kind.head and c.kind.name in KNOWN), None)
        return (
            Counted(quantity, replace(kind, name=same.kind.name, why=same.kind.why), same.quantity.id) if same else None
        )
    if not quantity.elided or kind.name not in KNOWN:
        return None
    known = next((c for c in near if c.kind.name == kind.name), None)
    if known is None or kind.head not in ("", known.kind.head):
        return None
    people = _people_of(known, kind, text) & CALLINGS
    return Counted(quantity, replace(kind, scopes=kind.scopes | people), known.quantity.id)


def _people_of(known: Counted, kind: Kind, text: str) -> frozenset[str]:
    """Gives the people of an earlier number, where the later has none of its own and a word behind the earlier does not set them apart."""
    if kind.scopes & PEOPLE or _SAID_TO_BE.match(text, known.quantity.span.end):
        return frozenset()
    return known.kind.scopes & PEOPLE


def _topic(words: str) -> Kind | None:
    match = _TOPIC.match(words)
    noun = (match["about"] or match["label"]) if match else None
    if not noun or re.search(r"\d", words[match.end() :] if match else ""):
        return None
    people = frozenset(name for name, p in SCOPES if name in PEOPLE and p.search(noun))
    named = next(((name, m.group()) for name, p in CUES if (m := p.search(noun))), None)
    head = head_of(noun)
    return Kind(named[0] if named else head, head, people, named[1] if named else noun)


def _is_near(known: Quantity, quantity: Quantity, text: str) -> bool:
    low, high = sorted((known.low, quantity.low))
    between = text[known.span.end : quantity.span.start]
    follows = "\n\n" not in between or (known.unit is not None and len(re.findall(r"[.!?][\"”’)]?\s", between)) <= 1)
    return len(between) <= REACH and follows and low > 0 and high <= OF_ONE_SIZE * low
