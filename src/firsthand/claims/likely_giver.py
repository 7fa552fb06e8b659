"""Who gives a number, as the network of givers points: asked where no words of the sentence attribute it and no rule tells, and where they
name him by a pronoun that stands for nobody known.

Every mark is resolved as the source of a statement would be; marks of one party add up. Only a party that takes most of the chance is
believed, and one that is only a role or a paper ("the coroner", "the union's file") only where hardly any chance is left to others; a crowd
and whatever the network leaves to the page stay open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.claims.draft import Made
from firsthand.claims.givers import can_give
from firsthand.claims.lexicon import AUDIENCE, FIGURE_OF_SPEECH, INSTITUTION, UNNAMED, words
from firsthand.claims.nobody import is_nobody
from firsthand.claims.speakers import resolve
from firsthand.claims.stretches import Range, head_of, is_nominal, noun_phrase_end
from firsthand.claims.view import Line, View
from firsthand.claims.whose import COUNTED, PAPERS, Beside, can_count, is_paper, is_place
from firsthand.records import POINTED_AT, GiverMark, Quantity, Speaker
from firsthand.text.person_nouns import is_person_noun

_COUNTS_NOTHING = re.compile(r"\b(?:single|more|another|further|additional)\b", re.I)
LEAST = 0.7  # of the chance that a party must take
SAME_SENTENCE = 0.8  # where it is named in the number's own sentence
NAMELESS = 0.9  # where it has no name
_AGENT = frozenset(("by", "from", "per"))
_VIEWS = words("assessment reckoning account view boast books word calculation computation arithmetic guess opinion")
_UNDERTAKINGS = frozenset(("operation", "exercise"))  # what bears a name and gives nothing: "Operation Dry Ground"
_NEXT_CLAUSE = frozenset(("and", "but", "while", "whereas", ";"))
_NEVER = frozenset("no not n't never neither nor".split())
_SMALL = frozenset("the a an of for and in our its".split())
_PRONOUN = re.compile(r"(?:he|she|it|they|who) \(unnamed\)")
_PERSONS = frozenset(("he (unnamed)", "she (unnamed)", "who (unnamed)"))

Marks = Mapping[str, Sequence[GiverMark]]


@dataclass(frozen=True, slots=True)
class Pointed:
    """A party that the marks of one number point at: who it is, its share of the chance, and where its likeliest mark stands."""

    who: Speaker
    share: float
    line: Line
    part: Range

    @property
    def rule(self) -> str:
        return f"{POINTED_AT} (chance {min(self.share, 1.0):.2f})"


def likely_giver(view: View, line: Line, quantity: Quantity, marks: Sequence[GiverMark]) -> Beside | None:
    """Gives the party that takes most of the chance, by its likeliest mark; None where none takes enough or can be told, and where the number
    counts nothing ("no people", "a single page", "two more")."""
    if quantity.low == quantity.high == 0 or _COUNTS_NOTHING.search(
        view.text, quantity.span.start, quantity.span.end + 6
    ):
        return None
    found = _pointed(view, marks)
    if found is None or not _may_stand(found, line, quantity):
        return None
    issuer = view.document.article.issuer
    if issuer and _names(found.line.span_of(*found.part).of(view.text)) <= _names(issuer):
        return None  # the issuer's own number, whatever it calls itself
    return Beside(found.part, found.part, found.rule, alone=True, there=None if found.line is line else found.line)


def with_pronouns(view: View, made: Sequence[Made], quantities: Sequence[Quantity], marks: Marks) -> list[Made]:
    """Gives the statements; one that only a pronoun attributes is by whom the first of its numbers points at, if the network is sure."""
    return [_by_pointed(view, item, quantities, marks) for item in made]


def _by_pointed(view: View, item: Made, quantities: Sequence[Quantity], marks: Marks) -> Made:
    draft, speaker, links = item
    if speaker is None or not _PRONOUN.fullmatch(speaker.name):
        return item
    first = next((q for q in quantities if any(s.contains(q.span) for s in draft.content)), None)
    found = _pointed(view, marks.get(first.id, ())) if first else None
    if found is None or found.line.span_of(*found.part).end > draft.source[0].start or not _fits(speaker, found.who):
        return item
    who = replace(found.who, spans=draft.source, why=(*found.who.why, found.rule))
    return replace(draft, rules=(*draft.rules, found.rule)), who, links


def _fits(pronoun: Speaker, who: Speaker) -> bool:
    return pronoun.name == "they (unnamed)" or (pronoun.name in _PERSONS) == (who.kind == "person")


def _pointed(view: View, marks: Sequence[GiverMark]) -> Pointed | None:
    """Gives the party with the largest share, if it is LEAST or more."""
    shares: defaultdict[str, float] = defaultdict(float)
    first: dict[str, tuple[Speaker, Line, Range]] = {}
    for mark in marks:
        found = _phrase(view, mark)
        who = _who(view, *found) if found else None
        if found is None or who is None:
            continue
        key = who.entity or who.name
        shares[key] += mark.chance
        first.setdefault(key, (who, *found))
    best = max(shares, key=lambda key: (shares[key], key), default=None)
    if best is None or shares[best] < (LEAST if first[best][0].kind not in _NAMELESS else NAMELESS):
        return None
    return Pointed(first[best][0], shares[best], *first[best][1:])


def _may_stand(found: Pointed, line: Line, quantity: Quantity) -> bool:
    """Says whether a giver may stand there: in a sentence before; in the number's own, where the rules have seen every word, as one who
    acts, whom "by" names, or whose list it is."""
    if found.line is not line:
        return found.line.tokens[found.part[0]].start < quantity.span.start
    start, end = found.part
    number = line.token_at(quantity.span.start)
    head = head_of(line, found.part)
    if found.who.kind in _NAMELESS and head < number and line.word(head + 1) == "of":
        return False  # "Orsa's shipment of more than 1,100 tonnes": what holds so many
    if any(line.word(k) in _NEVER for k in range(min(end, number), max(start, number))):
        return False
    if line.word(number - 1) == "the":
        return False  # "more than the 8 held in May"
    return found.share >= SAME_SENTENCE and _may_be_named(line, found.part, number)


def _may_be_named(line: Line, part: Range, number: int) -> bool:
    """Says whether a phrase can be a giver in its own sentence: "by the mill", "on the list of the mill", "12 hurt (the mill)", and not "in
    the yard of the mill", "at the mill"."""
    start, end = part
    before = line.word(start - 1)
    if before == "of":
        return line.lemma(start - 2) in COUNTED | PAPERS | _VIEWS or is_person_noun(line.word(start - 2))
    if before == "(":
        return start > number and line.tag(start).startswith(("NNP", "DT")) and line.tag(end - 1).startswith("NNP")
    if start > number and before in _NEXT_CLAUSE and any(line.tag(k) == "CD" for k in range(end, len(line.tokens))):
        return False  # "It had 240 on board, and the manifest shows 186"
    if before in ("with", "for"):  # "With the cooperative it is 430"
        return end < number and line.word(end) == "it" and line.lemma(end + 1) in ("be", "'s", "come")
    if before == "as":  # "4,100 a second, as the river service has it"
        return start > number and not any(line.tag(k) == "CD" for k in range(number + 1, start))
    told = before == "to" and line.word(start - 2) == "according"
    return told or before in _AGENT or not line.tag(start - 1).startswith(("IN", "TO"))


def _names(words: str) -> set[str]:
    return {word for word in words.lower().split() if word not in _SMALL}


def _phrase(view: View, mark: GiverMark) -> tuple[Line, Range] | None:
    """Gives the noun phrase round the word that a mark points at, with its sentence."""
    line = view.line_at(mark.top.start)
    if line is None:
        return None
    at = line.token_at(mark.top.start)
    if at >= len(line.tokens):
        return None
    named = [m for m in view.mentions_in(mark.top) if m.kind in ("person", "body", "outlet", "state")]
    start, end = at, at + 1
    if named:
        widest = max(named, key=lambda m: m.span.end - m.span.start)
        start, end = line.token_at(widest.span.start), line.token_at(widest.span.end - 1) + 1
        end = min(end, len(line.tokens))
    while start > 0 and _goes_before(line, start) and not _is_line_end(view, line, start - 1):
        start -= 1
        if line.tag(start) in ("DT", "PRP$") and line.word(start - 1) != "of":
            break
    end = max(end, noun_phrase_end(line, start))
    end = next((k + 1 for k in range(start, end - 1) if _is_line_end(view, line, k)), end)
    return (line, (start, end)) if start < end else None


def _is_line_end(view: View, line: Line, k: int) -> bool:
    """Says whether a line of the page ends behind a token: the head of a bulletin goes on in the next with something else."""
    between = view.text[line.tokens[k].end : line.tokens[k + 1].start] if k + 1 < len(line.tokens) else ""
    return "\n" in between


def _goes_before(line: Line, start: int) -> bool:
    """Says whether the word before belongs to the phrase: a noun or its adjective, "of" between two nouns, a capital in a line of capitals."""
    before = start - 1
    if line.word(before) == "of":
        return before > 0 and line.tokens[before - 1].text[:1].isupper()
    if line.tokens[before].text.isupper() and line.tokens[start].text.isupper() and line.tokens[before].text.isalpha():
        return True
    if line.tag(before) == "NNS" and line.tokens[start].text[:1].isupper() and line.tokens[before].text.islower():
        return False  # "to deputies | Halden Steel"
    return is_nominal(line, before) and line.tag(before) not in ("PRP", "EX", "CD", "POS")


def _who(view: View, line: Line, part: Range) -> Speaker | None:
    """Gives whom a phrase names: somebody who can count and tell, no place and no operation; None for who stays unnamed or open."""
    if {line.word(part[0]), line.word(part[0] - 1)} & _UNDERTAKINGS:
        return None
    if is_place(view, line, part) or not (can_give(view, line, part) or _is_definite(view, line, part)):
        return None
    source = (line.span_of(*part),)
    who = resolve(view, source)
    return (
        None
        if who.candidates or is_nobody(view, source, who) or (who.kind in _NAMELESS and not _is_one(view, line, part))
        else who
    )


_NAMELESS = frozenset(("unnamed", "document"))
_NOT_ASKED = FIGURE_OF_SPEECH | (AUDIENCE - INSTITUTION - UNNAMED) | {"press"}


def _is_definite(view: View, line: Line, part: Range) -> bool:
    """Says whether a phrase is of one that the page takes for known: "the rescue centre", "the union's roster", "our switchboard"."""
    owner = any(line.tag(k) == "POS" for k in range(*part))
    return (
        line.tag(part[0]) in ("DT", "PRP$") and line.word(part[0]) not in ("a", "an", "no", "any", "every", "each")
    ) or owner


def _is_one(view: View, line: Line, part: Range) -> bool:
    """Says whether somebody without a name is one who can be asked, no crowd: "the port captain", "the parish wardens", not "aid workers"."""
    if line.lemma(head_of(line, part)) in _NOT_ASKED:
        return False
    return (
        _is_definite(view, line, part)
        or is_paper(line, part)
        or (line.tag(part[1] - 1) == "NN" and can_count(view, line, part))
    )
