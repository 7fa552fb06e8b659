"""Sentence ends, found in plain text: abbreviations, initials, decimals and closing quotes do not mislead it.

The rule in one sentence: a stop ends a sentence when what follows looks like a beginning (a capital, a digit, an opening
quote) and what stands before it is not an abbreviation that is commonly followed by a capital.
"""

from __future__ import annotations

import re

# Followed by a name as a rule, so a capital after them says nothing.
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "hon",
        "st",
        "mt",
        "ft",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cmdr",
        "sgt",
        "cpl",
        "pvt",
        "adm",
        "brig",
        "sen",
        "rep",
        "gov",
        "pres",
        "amb",
        "fr",
        "sr",
        "msgr",
        "supt",
        "insp",
        "det",
        "sec",
        "dept",
        "gens",
        "lts",
        "cols",
        "sens",
        "reps",
        "govs",
        "drs",
        "messrs",
        "mme",
        "mlle",
        "sheikh",
        "hr",
        "eng",
        "ald",
        "atty",
        "pte",
    ]
)
# Abbreviations that go before a number or a name, or in the middle of a phrase.
_INSIDE = frozenset(
    [
        "vs",
        "v",
        "no",
        "nos",
        "fig",
        "figs",
        "vol",
        "approx",
        "est",
        "ca",
        "cf",
        "viz",
        "al",
        "ext",
        "pp",
        "art",
        "para",
        "ch",
        "sect",
        "eds",
        "ed",
        "op",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "e.g",
        "i.e",
        "a.k.a",
        "b.o.b",
        "u.s.s",
        "h.m.s",
        "ph.d",
        "m.d",
    ]
)
# May end a sentence or not: they end it only when the next word is one that rarely continues a name.
_EITHER = frozenset(
    [
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "u.a.e",
        "u.s.a",
        "d.c",
        "a.m",
        "p.m",
        "inc",
        "ltd",
        "co",
        "corp",
        "llc",
        "plc",
        "jr",
        "sr",
        "bros",
        "etc",
        "dist",
        "univ",
        "assn",
        "ave",
        "blvd",
        "rd",
        "n.y",
        "l.a",
        "p.o",
        "u.s.s.r",
    ]
)
_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "their",
        "our",
        "my",
        "there",
        "here",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "after",
        "before",
        "but",
        "and",
        "or",
        "if",
        "when",
        "while",
        "although",
        "though",
        "however",
        "meanwhile",
        "since",
        "until",
        "so",
        "yet",
        "officials",
        "police",
        "authorities",
        "what",
        "who",
        "why",
        "how",
        "where",
        "both",
        "no",
        "not",
        "all",
        "some",
        "most",
        "many",
        "several",
        "one",
        "two",
        "three",
        "earlier",
        "later",
        "last",
        "next",
        "according",
        "under",
        "over",
        "during",
        "despite",
        "still",
        "also",
        "then",
        "now",
    ]
)
_END = re.compile(r"(?P<stop>\.{3,}|…|[.!?]+)(?P<close>[\"”’'»)\]]*)(?P<gap>\s+|(?=[“\"«‘][A-Z]))")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘'«—–/]+$")
# “Will it hold?” Jana Holt asked.
_CUE_AFTER = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|writes|replied|shouted|cried|joked|tweeted)\b"
)
_OPENING = "“\"‘'«([—–-•*"


def sentence_ends(text: str) -> list[int]:
    """Gives the offsets just after each sentence's last character, the end of the text included; none for blank text.

    >>> sentence_ends("Gen. A. Malow spoke. He left.")
    [20, 29]
    """
    ends = [match.end("close") for match in _END.finditer(text) if _is_end(text, match)]
    last = len(text.rstrip())
    if last and (not ends or ends[-1] < last):
        ends.append(last)
    return ends


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Gives (start, end) of each sentence of `text[start:end]`, without surrounding blanks. A line break ends a sentence
    only when it is a blank line or the next line begins like a list item."""
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    for part_start, part_end in _parts(text, start, stop):
        begin = part_start
        part = text[part_start:part_end]
        for offset in sentence_ends(part):
            finish = part_start + offset
            while begin < finish and text[begin].isspace():
                begin += 1
            if begin < finish:
                spans.append((begin, finish))
            begin = finish
    return spans


_BREAK = re.compile(r"\n[ \t\u00a0]*\n\s*|\n(?=\s*[•*\-–—]\s)|(?<=[.!?…:”\"’)])[ \t]*\n(?=\S)")


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Gives the stretches between hard breaks."""
    parts = []
    begin = start
    for match in _BREAK.finditer(text, start, end):
        parts.append((begin, match.start()))
        begin = match.end()
    parts.append((begin, end))
    return parts


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Says whether the stop matched here ends a sentence."""
    following = text[match.end() :]
    if not following:
        return True
    start = following.lstrip(_OPENING + " \t\n")[:1]
    opens = following[:1] in _OPENING
    if not (start.isupper() or start.isdigit() or (opens and start.isalpha())):
        # "…the e.U." or "Yahoo! said": a small letter goes on.
        return False
    if match["close"] and match["stop"][-1] in "!?" and _CUE_AFTER.match(following):
        return False
    if match["stop"] in ("!", "?", "!?", "?!") or len(match["stop"]) > 1:
        return True
    if match["close"] and match["close"][0] in '"”»':
        return True
    word = _WORD_BEFORE.search(text, max(0, match.start("stop") - 40), match.start("stop"))
    return _stop_ends(word.group() if word else "", following)


def _stop_ends(word: str, following: str) -> bool:
    """Says whether a single stop after `word` ends a sentence that is followed by `following`."""
    bare = word.lower().rstrip(".")
    if bare in _TITLES or (bare in _INSIDE and bare not in ("mar", "sat", "no", "art", "fig", "dec")):
        return False
    next_word = following.split(None, 1)[0].strip(_OPENING + '.,;:”’"')
    if bare in ("no", "fig", "art", "mar", "dec", "sat"):
        return not next_word[:1].isdigit() or not word[:1].isupper()
    if bare in _EITHER:
        return next_word.lower() in _STARTERS
    if len(bare) == 1 and bare.isalpha() and word[:1].isupper():
        # An initial: "George W. Bush". "Vitamin C. The" is an end.
        return next_word.lower() in _STARTERS and next_word.lower() != "a"
    if "." in bare and all(len(part) == 1 for part in bare.split(".")):
        return next_word.lower() in _STARTERS
    return True
