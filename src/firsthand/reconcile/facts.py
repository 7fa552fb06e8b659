"""What a page tells, stripped of its wording: numbers by value, names, rare word stems, each with its place in the order of telling.

A rewrite changes the words and keeps these: the same numbers, few names of its own, the facts in much the same order.
A second report of the same event brings names and numbers the first one does not have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from firsthand.reconcile.rarity import length, weights
from firsthand.text.numbers import ORDINALS, SCALES, SMALL, find_numerals

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?:[.!?:…][\"”’')]*\s+|\n\s*|^\s*)[\"“‘'(]*$")
_COLLECTIVES = {
    "pair": 2,
    "couple": 2,
    "twice": 2,
    "twosome": 2,
    "trio": 3,
    "threesome": 3,
    "quartet": 4,
    "foursome": 4,
    "decade": 10,
}
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
TELLING = 1.5  # what a name or a number counts in likeness, where a stem counts one
_TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof", "rev", "gen", "col", "capt", "the", "mr.", "dr."])
_SUFFIXES = "ations ation ingly ments ment ness edly ings ing ies ied ers er ed es ly s e y".split()
_SUFFIXES_BY_END = {end: tuple(s for s in _SUFFIXES if s[-1] == end) for end in {s[-1] for s in _SUFFIXES}}


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

    @cached_property
    def _even(self) -> tuple[dict[str, float], float]:
        told: dict[str, float] = {}
        for fact in self.first:
            key = fact.removeprefix("@")
            told[key] = max(told.get(key, 0.0), TELLING if fact[0] in "@#" else 1.0)
        return told, length(told)

    def likeness(self, other: Facts) -> float:
        """Gives the cosine of what two pages tell, 0 to 1: each number, name and stem once, numbers and names counting half as much again.

        Short pages share few things, but then most of what they tell. How common a word is does not go into it.
        """
        (mine, long), (theirs, other_long) = self._even, other._even
        return sum(weight * theirs[key] for key, weight in mine.items() if key in theirs) / (long * other_long)

    @cached_property
    def _rare(self) -> tuple[dict[str, float], float]:
        told = weights(self.first)
        return told, length(told)

    def common_ground(self, other: Facts) -> float:
        """Gives the cosine of what two pages tell, weighed by rarity, 0 to 1. Two reports of one event mostly have more than an eighth,
        pages of different events mostly less than a twelfth."""
        (mine, long), (theirs, other_long) = self._rare, other._rare
        return sum(weight * theirs[key] for key, weight in mine.items() if key in theirs) / (long * other_long)

    def without(self, names: Iterable[str]) -> Facts:
        """Gives the facts without these names: an outlet named on two pages is nothing that both tell."""
        dropped = {"@" + stem(fold(n)) for n in names}
        return Facts({f: place for f, place in self.first.items() if f not in dropped})


def mean_of(pages: Sequence[Facts]) -> dict[str, float]:
    """Gives what pages tell on average, for `mean_likeness`."""
    mean: dict[str, float] = {}
    for page in pages:
        told, long = page._even
        for key, weight in told.items():
            mean[key] = mean.get(key, 0.0) + weight / (long * len(pages))
    return mean


def mean_likeness(mean: dict[str, float], other: dict[str, float]) -> float:
    """Gives how like the pages of one group are those of another, on average, from what each tells."""
    return sum(weight * other[key] for key, weight in mean.items() if key in other)


def likeness_within(mean: dict[str, float], pages: Sequence[Facts]) -> float:
    """Gives how like two different pages of a group are on average, where `mean` is what they tell."""
    number = len(pages)
    alone = sum(page.likeness(page) for page in pages)
    return (number * number * mean_likeness(mean, mean) - alone) / (number * (number - 1))


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


def tells_something(word: str) -> bool:
    """Says whether a word in small letters by itself is a stem that tells something, as `facts_of` has it.

    >>> tells_something("ferry"), tells_something("also")
    (True, False)
    """
    return any(fact[0] not in "#@" for _, fact in _words(word))


# Numbers of a page translated word by word: 1.140 workers, 7,9 per cent, 31 millions. Each form keeps its length.
_CONTINENTAL: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![.,]?\d)"), lambda m: m.group().replace(".", ",")),
    (re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?!,?\d)"), lambda m: m.group().replace(",", ".")),
    (re.compile(r"(?<=\d )(?:million|billion|thousand)s\b"), lambda m: f"{m.group()[:-1]} "),
)


# A time of day, in figures or in words: one fact, however it is told, on a dial of twelve hours.
_HOUR = "|".join(w for w, v in SMALL.items() if 0 < v <= 12)
_MINUTES = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_CLOCK = re.compile(
    rf"\b(?P<words>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}) (?P<way>past|to) (?P<named>{_HOUR}|\d\d?)\b(?![,.]?\d)|"
    r"\b(?P<hour>[01]?\d|2[0-3])(?: ?[h:] ?|\.(?=\d\d ?(?:[ap]\.?m\b|hrs|hours)))(?P<minute>[0-5]\d)(?![.:]?\d)",
    re.I,
)
_AT = re.compile(
    r"\b(?:at|by|was|around|about|towards?|since|until|till|before|after)(?: an?)? $", re.I
)  # "ten to twelve" may be a range
_LEAD = 16  # characters, more than such a word has
_ORDINAL = re.compile(
    rf"\b(?P<tens>{'|'.join(w for w, v in SMALL.items() if v >= 20)})-(?P<ones>{'|'.join(w for w, v in ORDINALS.items() if 0 < v < 10)})\b",
    re.I,
)


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    for pattern, form in _CONTINENTAL:
        text = pattern.sub(form, text)
    for pattern, read in ((_CLOCK, _time_of_day), (_ORDINAL, _ordinal)):
        for match in pattern.finditer(text):
            if (value := read(match)) is not None:
                yield match.start(), f"#{value:.6g}"
                text = f"{text[: match.start()]}{' ' * len(match.group())}{text[match.end() :]}"
    for numeral in find_numerals(text):
        if numeral.value != 1:
            yield numeral.start, f"#{float(numeral.value):.6g}"


def _time_of_day(match: re.Match[str]) -> float | None:
    """Gives a time as hours with the minutes as hundredths (7.4 for twenty to eight); None for what may be a range."""
    if match["hour"]:
        hours, minutes = int(match["hour"]), int(match["minute"])
    else:
        named = match["named"].lower()
        hours, minutes = int(named) if named.isdigit() else SMALL[named], _MINUTES[match["words"].lower()]
        if match["way"].lower() == "to":
            if match["words"].lower() != "quarter" and not _AT.search(
                match.string[max(0, match.start() - _LEAD) : match.start()]
            ):
                return None
            hours, minutes = hours - 1, 60 - minutes
    return (hours - 1) % 12 + 1 + minutes / 100


def _ordinal(match: re.Match[str]) -> float | None:
    return float(SMALL[match["tens"].lower()] + ORDINALS[match["ones"].lower()])


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
    plain = word
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.replace("’", "'")).encode("ascii", "ignore").decode()
    small = plain.lower()
    return small.removesuffix("'s").replace("'", "") if "'" in small else small


def stem(word: str) -> str:
    """Gives a rough stem: the word without its commonest endings, at least four letters long.

    >>> stem("drowned"), stem("drowning"), stem("ferries")
    ('drown', 'drown', 'ferr')
    """
    for suffix in _SUFFIXES_BY_END.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word.removesuffix(suffix)
    return word
