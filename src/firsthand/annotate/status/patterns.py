"""A small language for runs of tokens, so that the rules read as the words they are about.

    plan|intend        one token, by its form or lemma          may/MD        the same with its Penn tag
    <VB> <VBN|JJ>      one token, by tag (prefixes: <V> is any verb form)
    ~                  up to three adverbs                       ..4           up to four tokens without ; : or a full stop
    x?                 an optional element                       -a|b          the next token is not one of these
    ^                  at the start of the sentence              $             before a stop, comma, closing quote or the end
    '                  an opening quotation mark, or none
    { … }              only this part is the cue (the rest is context)

A pattern compiles to one regular expression over an encoded sentence; a pattern is tried only where every word that it cannot do
without is there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.records import Token


def words(text: str) -> frozenset[str]:
    """Gives the words of a list written as running text."""
    return frozenset(text.split())


_ADVERBS = r"(?:\x01(?!not\x02|n't\x02|never\x02)[^\x03]*\x03RB[RS]?\x04){0,3}"
_WITHIN = r"(?:\x01(?![;:.?!]\x02)[^\x04]*\x04){0,%s}?"
_QUOTE = r"""(?:\x01["“'‘`]+\x02[^\x04]*\x04)?"""
_BEFORE_STOP = r"(?=$|\x01[.,;:!?\"'”’)—–]+\x02|\x01(?:and|but|or)\x02)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, and sets of words: a sentence must hold at least one of each for it to match. The first holds the longest words,
    which are the rarest."""

    expression: re.Pattern[str]
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, encoded; `starts` are the positions of its tokens in `code`."""

    code: str
    starts: tuple[int, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Sentence:
        """Gives the encoded form of a sentence's tokens."""
        parts: list[str] = []
        starts: list[int] = []
        words: set[str] = set()
        position = 0
        for token in tokens:
            form = token.text.lower().replace("’", "'")
            part = f"\x01{form}\x02{token.lemma}\x03{token.tag}\x04"
            starts.append(position)
            position += len(part)
            parts.append(part)
            words.add(form)
            words.add(token.lemma)
        return cls("".join(parts), tuple(starts), frozenset(words))

    def find(self, pattern: Pattern) -> Iterator[tuple[int, int]]:
        """Gives the first and last token of each place where the pattern's cue stands."""
        if any(words.isdisjoint(self.words) for words in pattern.needs):
            return
        for match in pattern.expression.finditer(self.code):
            start, end = match.span("cue") if "cue" in pattern.expression.groupindex else match.span()
            yield bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1


def compile_pattern(source: str) -> Pattern:
    """Gives the compiled form of a pattern; raises ValueError for one without any element."""
    parts = source.split()
    if not parts:
        raise ValueError("a status pattern needs at least one element")
    return Pattern(re.compile("".join(_element(part) for part in parts)), _needs(parts))


def _element(part: str) -> str:
    fixed = {"~": _ADVERBS, "^": "^" + _QUOTE, "$": _BEFORE_STOP, "{": "(?P<cue>", "}": ")", "'": _QUOTE}
    if part in fixed:
        return fixed[part]
    if part.startswith(".."):
        return _WITHIN % part[2:]
    if part.startswith("-"):
        return f"(?!{_word(part[1:])})"
    if part.endswith("?"):
        return f"(?:{_element(part[:-1])})?"
    if part.startswith("<"):
        return r"\x01[^\x03]*\x03" + _tag(part[1:-1]) + r"\x04"
    return _word(part)


def _word(part: str) -> str:
    words, _, tag = part.partition("/")
    options = "|".join(re.escape(word.replace("_", " ")) for word in words.split("|"))
    return rf"\x01(?:(?:{options})\x02[^\x03]*|[^\x02]*\x02(?:{options}))\x03" + _tag(tag) + r"\x04"


def _tag(tag: str) -> str:
    return "(?:" + "|".join(f"{re.escape(option)}[^\x04]*" for option in tag.split("|")) + ")" if tag else r"[^\x04]*"


def _needs(parts: Sequence[str]) -> tuple[frozenset[str], ...]:
    literal = [p for p in parts if p[0] not in "~^$<{}-.'" and not p.endswith("?")]
    options = {frozenset(p.partition("/")[0].replace("_", " ").split("|")) for p in literal}
    return tuple(sorted(options, key=lambda words: (-min(map(len, words)), sorted(words))))
