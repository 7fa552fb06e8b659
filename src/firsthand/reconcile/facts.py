"""What a page tells, stripped of its wording: numbers by value, names, rare word stems, each with its place in the order of telling.

A rewrite changes the words and keeps these: the same numbers, few names of its own, the facts in much the same order.
A second report of the same event brings names and numbers the first one does not have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from firsthand.text.numbers import SCALES, SMALL, find_numerals

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:[.!?:…][\"”’')]*\s+|\n\s*|^\s*)[\"“‘'(]*$")
_COLLECTIVES = {"pair": 2, "couple": 2, "twice": 2, "trio": 3, "quartet": 4}
_STOP = frozenset(
    """about above after again against also among another anybody anyone around away back because been before began being
    below between both came come could days does done down during each early either else even ever every first five
    former found four from full gave given gone had half have having held here hers high himself hour hours however
    into itself just kept know known last late later least less like long made make many may might more most much must
    near nearly never next night nobody none nothing number often once only other others over part people place port
    report reported said same says second seen several shall she should since some soon still such take taken tell
    than that their them then there these they thing third this those though three through thus time today told took
    toward turn under until upon used very want week weeks well went were what when where whether which while whole
    whom whose will with within without would year years yesterday your monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december asked added
    according statement spokesman spokesperson officials official""".split()
)
_TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof", "rev", "gen", "col", "capt", "the", "mr.", "dr."])
_SUFFIXES = tuple("ations ation ingly ments ment ness edly ings ing ies ied ers er ed es ly s e y".split())


@dataclass(frozen=True)
class Facts:
    """What a page tells: for each fact ("#41", "@lindqvist", "drown") the offset where it first stands."""

    first: dict[str, int]

    def of_kind(self, mark: str) -> frozenset[str]:
        """Gives the facts with a mark: "#" numbers, "@" names, "" the stems, which have none."""
        return self._by_kind[mark]

    @cached_property
    def _by_kind(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {"#": set(), "@": set(), "": set()}
        for fact in self.first:
            found[fact[0] if fact[0] in "#@" else ""].add(fact)
        return {mark: frozenset(facts) for mark, facts in found.items()}

    def without(self, names: Iterable[str]) -> Facts:
        """Gives the facts without these names: an outlet named on two pages is nothing that both tell."""
        dropped = {"@" + stem(fold(n)) for n in names}
        return Facts({f: place for f, place in self.first.items() if f not in dropped})


def facts_of(text: str) -> Facts:
    """Gives the numbers, names and rare stems of a text, each with the place of its first telling.

    >>> facts = facts_of("Rain fell. Half a dozen boats left Ossby, said Ms Berg.")
    >>> sorted(facts.of_kind("@")), sorted(facts.of_kind("#"))
    (['@berg', '@ossb'], ['#6'])
    """
    first: dict[str, int] = {}
    for place, fact in sorted([*_numbers(text), *_words(text)]):
        first.setdefault(fact, place)
    return Facts(first)


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    for numeral in find_numerals(text):
        if numeral.value != 1:
            yield numeral.start, f"#{float(numeral.value):.6g}"


def _words(text: str) -> Iterator[tuple[int, str]]:
    for token in _WORD.finditer(text):
        word = token.group()
        folded = fold(word)
        if folded in _COLLECTIVES:
            yield token.start(), f"#{_COLLECTIVES[folded]}"
        elif folded in _STOP or folded in SMALL or folded in SCALES:
            continue
        elif word[0].isupper() and not _SENTENCE_END.search(text[max(0, token.start() - 8) : token.start()]):
            if folded not in _TITLES:
                yield token.start(), "@" + stem(folded)
        elif len(folded) >= 4:
            yield token.start(), stem(folded)


def fold(word: str) -> str:
    """Gives a word in lower case without accents and possessive.

    >>> fold("Dáil's")
    'dail'
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return plain.removesuffix("'s").replace("'", "")


def stem(word: str) -> str:
    """Gives a rough stem: the word without its commonest endings, at least four letters long.

    >>> stem("drowned"), stem("drowning"), stem("ferries")
    ('drown', 'drown', 'ferr')
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word.removesuffix(suffix)
    return word
