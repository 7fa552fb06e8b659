"""One side of a comparison: a figure, the text it stands in, and what its words say of its asserter and its matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from firsthand.reconcile.acts import stages_of
from firsthand.reconcile.equivalents import Amount
from firsthand.reconcile.facts import facts_of, fold, stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.holders import holders_of
from firsthand.reconcile.values import agreement
from firsthand.records import Quantity, Reading

ROUND = 240  # characters on both sides of a sentence that are still about its number


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation that the page states between the figure and another of its numbers; `forward`: the figure is its subject."""

    relation: str
    other: Quantity
    forward: bool


@dataclass(frozen=True, kw_only=True)
class Side:
    """One figure, the text it stands in, and what its page ties it to."""

    figure: Figure
    text: str
    ties: tuple[Tie, ...] = ()

    @cached_property
    def sentence(self) -> str:
        """Gives the sentence of the number."""
        start, end = self.figure.sentence
        return self.text[start:end]

    @cached_property
    def passage(self) -> str:
        """Gives the sentence with what stands round it: a page is long, and most of it is about other numbers."""
        start, end = self.figure.sentence
        return self.text[max(0, start - ROUND) : end + ROUND]

    @cached_property
    def lead(self) -> str:
        """Gives the words of the sentence before the number."""
        return self.text[self.figure.sentence[0] : self.figure.quantity.span.start]

    @cached_property
    def tail(self) -> str:
        """Gives the words of the sentence after the number."""
        return self.text[self.figure.quantity.span.end : self.figure.sentence[1]]

    @cached_property
    def stages(self) -> frozenset[tuple[str, str]]:
        """Gives the stages of a course of things that the sentence shows."""
        return stages_of(self.sentence)

    @cached_property
    def office(self) -> frozenset[str]:
        """Gives the stems of the office that the text gives the asserter."""
        name = self.figure.asserter or ""
        held = (
            roles for person, roles in holders_of(self.passage).items() if name and (person in name or name in person)
        )
        before = (
            re.search(
                rf"\b(?:head|chief|director|chair\w*|leader|spokes\w+) of ([^,.;]{{3,50}}), {re.escape(name)}",
                self.passage,
            )
            if name
            else None
        )
        return next(held, frozenset()) | (stems_in(before[1]) if before else frozenset())

    @cached_property
    def asserter(self) -> frozenset[str]:
        """Gives the stems of the asserter's name and office; none for "officials", "a source"."""
        name = _name_stems(self.figure.asserter or "")
        return name | self.office if name else name

    @cached_property
    def telling(self) -> frozenset[str]:
        """Gives the stems of the asserter's name that tell it from others: without titles, where anything else is left."""
        name = self.figure.asserter or ""
        words = _name_stems(name)
        return _name_stems(_OWNER.sub(" ", name)) - OFFICES or words - OFFICES or words

    @cached_property
    def matter(self) -> frozenset[str]:
        """Gives the stems of the words of the text without its asserter's: what it is about."""
        return content_of(self.passage) - stems_in(self.figure.asserter or "")

    @cached_property
    def names(self) -> frozenset[str]:
        """Gives the names in the text that are not its asserter's."""
        return frozenset(f[1:] for f in facts_of(self.passage).first if f[0] == "@") - stems_in(
            self.figure.asserter or ""
        )

    @cached_property
    def amount(self) -> Amount:
        """Gives the number with the wholes of which its page gives it as a part."""
        wholes = tuple(t.other for t in self.ties if t.forward and t.relation in ("of total", "part of"))
        return Amount(self.figure.quantity, self.sentence, wholes)

    def is_tied(self, other: Side, *relations: str, forward: bool | None = None) -> bool:
        """Says whether this page states one of the relations between its figure and a number equal to the other side's."""
        return any(
            t.relation in relations and forward in (None, t.forward) and agreement(t.other, other.figure.quantity) == "equal numbers"
            for t in self.ties
        )  # fmt: skip


def side_of(reading: Reading, figure: Figure) -> Side:
    """Gives a figure of a reading as a side, with the relations that its page states."""
    assert reading.article is not None
    others, mine = {q.id: q for q in reading.quantities}, figure.quantity.id
    ties = (
        Tie(r.relation, others[r.object if r.subject == mine else r.subject], r.subject == mine)
        for r in reading.quantity_relations
        if mine in (r.subject, r.object)
    )
    return Side(figure=figure, text=reading.article.text, ties=tuple(ties))


def _name_stems(name: str) -> frozenset[str]:
    name = _WHERE_THEY_ARE.split(name.partition(" (unnamed")[0])[0]
    return stems_in(" ".join(w for w in name.split() if fold(w.strip(",()")) not in _NOBODY))


def stems_in(words: str) -> frozenset[str]:
    """Gives the stems of the words of a name or text, small words left out.

    >>> sorted(stems_in("the miners' union"))
    ['miner', 'union']
    """
    return frozenset(stem(fold(w)) for w in re.findall(r"[^\W\d_][\w’']*", words) if len(fold(w)) >= 3) - _SMALL_WORDS


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words.split())


def content_of(words: str) -> frozenset[str]:
    """Gives the stems of the words of a text that are about something: no function words, numerals, days, words of reporting.

    >>> sorted(content_of("Two barges sank in the bay on Monday, he said."))
    ['barg', 'bay', 'sank']
    """
    return frozenset(
        stem(w) for w in map(fold, re.findall(r"[^\W\d_][\w’']*", words)) if len(w) >= 3 and w not in _FUNCTION
    )


_FUNCTION = frozenset(
    """the and for with from that this these those which who whom whose what when where while are was were been being has have had will would could
    may might must can not but nor than then there here all any some each both more most less least other others another such same only also just
    still yet now far into onto over under after before about above below out off down its his her their our your they them she him per
    said says say saying told tells tell according announced added reported report reports statement people number numbers figure figures count
    counted counts total one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million
    billion half monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december day days night week month year yesterday today put puts""".split()
)
_SMALL_WORDS = _stems("the same said unnamed its his her and for author from")
_WHERE_THEY_ARE = re.compile(
    r"\s(?:around|near|from|at|in|on|outside|inside)\s"
)  # "villagers round the mill" are not the mill
_OWNER = re.compile(r"\b[\w-]+['’]s\b")  # "Ossby's council" may be "the council" elsewhere
# Words that name nobody: a page that has nothing else leaves it open who asserts.
_NOBODY = frozenset(
    "spokesman spokeswoman spokesperson spokespeople official officials source sources diplomat diplomats analyst analysts expert experts "
    "report reports media authorities person people who it he she they one office press".split()
)
OFFICES = _stems(
    "chief head director leader commander president chair chairman chairwoman minister ministry secretary general manager mayor governor officer "
    "boss district provincial deputy"
)
