"""One side of a comparison: a figure, the text it stands in, and what its words say of its asserter and its matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from firsthand.reconcile.acts import stages_of
from firsthand.reconcile.days import Stretch, months_to
from firsthand.reconcile.equivalents import Amount
from firsthand.reconcile.facts import facts_of, fold, stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.holders import holders_of
from firsthand.reconcile.nouns import sort_of
from firsthand.reconcile.objections import objection_in
from firsthand.reconcile.values import agreement
from firsthand.reconcile.voices import voice_in, without_sheet
from firsthand.records import Quantity, Reading
from firsthand.text.numbers import find_numerals

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
    outlet: str = ""

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
        """Gives the stages of a course of things that the sentence shows; what its asserter is called shows none ("ticket inspectors")."""
        name = self.voice.partition(" (unnamed")[0]
        told = re.sub(re.escape(name), lambda m: " " * len(m[0]), self.sentence, flags=re.I) if name else self.sentence
        start, end = clause_of(told, len(self.lead))
        return stages_of(told[start:end]) or stages_of(told)

    @cached_property
    def voice(self) -> str:
        """Gives who gives the number: the asserter as read or, where none was or only a pronoun, whom the words round it name."""
        name = self.figure.asserter or ""
        if name and not _PRONOUN.match(name):
            return without_sheet(name)
        return voice_in(self.text, self.figure.sentence, said_by_it=bool(name)) or name

    @cached_property
    def objection(self) -> str | None:
        """Gives the words by which the text turns down somebody's number."""
        return objection_in(self.passage)

    @cached_property
    def office(self) -> frozenset[str]:
        """Gives the stems of the office that the text gives the asserter: "the prefect, Oda Lind", "Oda Lind, who runs the port"."""
        name = self.voice.partition(" (unnamed")[0]
        if not name or name == name.lower():
            return frozenset()
        held = (roles for person, roles in holders_of(self.passage).items() if person in name or name in person)
        before = re.search(rf"((?:[a-z][\w’'-]+ ){{1,4}})?([a-z][\w’'-]+),? {re.escape(name)}", self.passage)
        words = _NO_OFFICE.split(" ".join(w for w in before.groups() if w))[-1] if before else ""
        of_it = re.search(
            rf"((?:[a-z][\w’'-]+ ){{1,3}})of {re.escape(name)}", self.passage
        )  # "the general staff of Orsa"
        words += f" {_NO_OFFICE.split(of_it[1].strip())[-1]}" if of_it else ""
        headed = re.search(
            rf"\b(?:head|chief|director|chair\w*|leader|boss|spokes\w+) of ([^,.;]{{3,50}}), {re.escape(name)}",
            self.passage,
        )
        return next(held, frozenset()) | stems_in(words) | (stems_in(headed[1]) if headed else frozenset())

    @cached_property
    def asserter(self) -> frozenset[str]:
        """Gives the stems of the asserter's name and office; none for "officials", "a source"."""
        name = _name_stems(self.voice)
        return name | self.office if name else name

    @cached_property
    def telling(self) -> frozenset[str]:
        """Gives the stems of the asserter's name that tell it from others: without titles, where anything else is left."""
        name = self.voice
        words = _name_stems(name)
        return _name_stems(_OWNER.sub(" ", name)) - OFFICES or words - OFFICES or words

    @property
    def names_of_asserter(self) -> frozenset[str]:
        """Gives the stems of the capitalised words of the asserter's name."""
        return stems_in(" ".join(w for w in self.voice.split() if w[:1].isupper()))

    @cached_property
    def matter(self) -> frozenset[str]:
        """Gives the stems of the words of the text without its asserter's: what it is about."""
        return content_of(self.passage) - stems_in(self.voice)

    @cached_property
    def names(self) -> frozenset[str]:
        """Gives the names in the text that are not its asserter's."""
        return frozenset(f[1:] for f in facts_of(self.passage).first if f[0] == "@") - stems_in(self.voice)

    @property
    def sort(self) -> str:
        """Gives the sort of what is counted: people, things, or "" where the noun does not say."""
        return "" if self.quantity.unit or self.figure.quantity.elided else sort_of(self.figure.quantity.counted)

    @cached_property
    def quantity(self) -> Quantity:
        """Gives the number; a share of one ("six in ten", "a quarter") in percent, so that it meets one."""
        q = self.figure.quantity
        is_share = q.unit is None and 0 < q.low <= q.high < 1
        return replace(q, unit="percent", low=q.low * 100, high=q.high * 100) if is_share else q

    @property
    def moment(self) -> str | None:
        """Gives the day the number is of, where the text gives one that is neither the page's own nor still to come."""
        day, published = self.figure.as_of, self.figure.published
        return None if day is None or self.period or (published is not None and day >= published) else day

    @cached_property
    def period(self) -> Stretch | None:
        """Gives the stretch the number counts over; "three months to March" is a quarter, "at the end of the year" is no stretch."""
        if _AT_THE_END.search(self.sentence):
            return None
        return months_to(self.sentence, self.figure.published) or self.figure.period

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

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Gives the numbers of the passage besides the figure's own."""
        start, end = self.figure.quantity.span.start, self.figure.quantity.span.end
        base = max(0, self.figure.sentence[0] - ROUND)
        return frozenset(
            Decimal(str(float(n.value)))
            for n in find_numerals(self.passage)
            if n.value > 1 and not start <= n.start + base < end
        )

    def names_number_of(self, other: Side) -> bool:
        """Says whether the text has the other side's number beside its own."""
        return other.figure.low == other.figure.high and other.figure.low > 1 and other.figure.low in self.numbers

    def is_of_another_whole(self, whole: Side) -> bool:
        """Says whether the text has a larger number of its own, and not the other side's: "of them" are then others."""
        return not self.names_number_of(whole) and any(n > self.figure.high and n not in _YEARS for n in self.numbers)


_YEARS = range(1900, 2100)


def side_of(reading: Reading, figure: Figure) -> Side:
    """Gives a figure of a reading as a side, with the relations that its page states."""
    assert reading.article is not None
    others, mine = {q.id: q for q in reading.quantities}, figure.quantity.id
    ties = (
        Tie(r.relation, others[r.object if r.subject == mine else r.subject], r.subject == mine)
        for r in reading.quantity_relations
        if mine in (r.subject, r.object)
    )
    return Side(figure=figure, text=reading.article.text, ties=tuple(ties), outlet=reading.article.outlet or "")


def clause_of(sentence: str, at: int) -> tuple[int, int]:
    """Gives the clause (start, end) of a sentence that holds an offset.

    >>> sentence = "Four were hauled up, which leaves nine in the pit."
    >>> start, end = clause_of(sentence, sentence.index("nine"))
    >>> sentence[start:end]
    ', which leaves nine in the pit.'
    """
    marks = [m.start() for m in _CLAUSE.finditer(sentence)]
    return max((m for m in marks if m <= at), default=0), min((m for m in marks if m > at), default=len(sentence))


_CLAUSE = re.compile(r"[;:] |, (?:which|while|but|so that|leaving|who)\b| (?:while|whereas|but) ")


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


_MEASURES = """hectares hectare acres acre cent cents percent percentage tonnes tonne tons ton kilos barrels barrel
    dollars dollar euros euro pounds pound crowns crown francs franc"""
_FUNCTION = frozenset(
    f"""{_MEASURES} the and for with from that this these those which who whom whose what when where while are was were been being has have had will would could
    may might must can not but nor than then there here all any some each both more most less least other others another such same only also just
    still yet now far into onto over under after before about above below out off down its his her their our your they them she him per
    said says say saying told tells tell according announced added reported report reports statement people number numbers figure figures count
    counted counts total one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million
    billion half monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december day days night week month year yesterday today put puts thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety third quarter quarters""".split()
)
_SMALL_WORDS = _stems("the same said unnamed its his her and for author from")
_WHERE_THEY_ARE = re.compile(
    r"\s(?:around|near|from|at|in|on|outside|inside)\s"
)  # "villagers round the mill" are not the mill
_OWNER = re.compile(r"\b[\w-]+['’]s\b")  # "Ossby's council" may be "the council" elsewhere
_AT_THE_END = re.compile(r"\b(?:at|by) the (?:end|close|start|beginning) of\b", re.I)
_PRONOUN = re.compile(r"^(?:it|they|he|she|who|which|that|all|we|i|one)\b", re.I)
# What stands before an office and is none of it.
_NO_OFFICE = re.compile(
    r"\b(?:the|an?|its|their|his|her|that|which|and|but|by|to|with|from|of|said|says|told|asked|according|as|for|in|on|at|when|where|after)\b"
)
# Words that name nobody: a page that has nothing else leaves it open who asserts.
_NOBODY = frozenset(
    "spokesman spokeswoman spokesperson spokespeople official officials source sources diplomat diplomats analyst analysts expert experts "
    "report reports media authorities person people who it he she they one all we office press".split()
)
OFFICES = _stems(
    "chief head director leader commander president chair chairman chairwoman minister ministry secretary general manager mayor governor officer "
    "boss district provincial deputy"
)
