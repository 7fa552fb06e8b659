"""Lines whose layout names the speaker, where no verb does: transcripts ("NAME: words") and signed quotations ("“words” — Name").

Both are told by their shape alone, and whatever the tagger sees inside such a line is part of what is said there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from firsthand.annotate.attribution.group import Group
from firsthand.models.words import Words

_TURN = re.compile(
    r"""^(?P<mark>["“]?)
        (?P<source>[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]*){0,4}    # in capitals,
         | [A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){1,3})            # or as names are written
        (?P<cue>:)[^\S\n]+(?P<content>\S.*)$""",
    re.VERBOSE | re.MULTILINE,
)
_SIGNED = re.compile(
    r"""^(?:(?P<content>[“”"].{10,}[”"])[^\S\n]*             # the name on the same line,
         | (?P<alone>[“"][^“”"\n]{10,}[”"])[^\S\n]*\n\s*)     # or on the next
        (?P<cue>[—–―]|--?)[^\S\n]*(?P<source>[A-Z][^“”":\n]{2,60})$""",
    re.VERBOSE | re.MULTILINE,
)
_MARKED = re.compile(r"^[“\"](?!\().+$", re.MULTILINE)
_SPEAKERS = _TURNS = 2  # fewest of a transcript, and of each of these speakers: a lone "Name: words" is a heading
_LONG = 6  # words of a turn whose label is not in capitals: "Name: 1,769" stands in a table

# First words of section labels, which stand before a colon as names do.
_SECTIONS = frozenset(
    """
    live explainer opinion analysis exclusive watch video photos breaking update updated review interview
    editorial comment fact factbox timeline profile podcast briefing letters obituary investigation special
    feature world news sport q&a gallery pictures listen read recap preview in focus correction clarification
    erratum related more see photo image source note claim claims facts verdict question answer what where
    when why how goal pros cons
    """.split()
)


def names_no_speaker(label: str) -> bool:
    """Says whether what stands before a colon is a section label.

    >>> [names_no_speaker(label) for label in ("READ MORE", "The claim", "Mona Teller")]
    [True, True, False]
    """
    return label.lower().removeprefix("the ").split()[0] in _SECTIONS


def speaker_lines(words: Words) -> list[Group]:
    """Gives the attributions that layout alone names the speaker of, in text order."""
    found = [*_turns(words), *_signed(words)]
    return sorted(found, key=lambda group: group.start)


def _turns(words: Words) -> list[Group]:
    """Gives the turns of a transcript; paragraphs that begin with a mark, as the turns do, go on with the turn before, up to the next one."""
    turns = [match for match in _TURN.finditer(words.text) if _is_turn(match)]
    labels = Counter(match["source"] for match in turns)
    if sum(count >= _TURNS for count in labels.values()) < _SPEAKERS:
        return []
    turns = [match for match in turns if match["source"].isupper() or labels[match["source"]] >= _TURNS]
    groups = [_group(words, match, "content", "turn of a transcript") for match in turns]
    for (match, after), group in zip(pairwise([*turns, None]), groups, strict=True):
        if match and match["mark"] and after:
            more = _MARKED.finditer(words.text, match.end(), after.start())
            group.content += [_piece(words, found.span()) for found in more]
    return groups


def _is_turn(match: re.Match[str]) -> bool:
    label = match["source"]
    is_long = len(match["content"].split()) >= _LONG
    return not names_no_speaker(label) and (label.isupper() or is_long)


def _signed(words: Words) -> list[Group]:
    return [
        _group(words, match, "content" if match["content"] else "alone", "signed quotation")
        for match in _SIGNED.finditer(words.text)
    ]


def _group(words: Words, match: re.Match[str], content: str, rule: str) -> Group:
    source, cue, said = (_piece(words, match.span(role)) for role in ("source", "cue", content))
    return Group(source=[source], cue=[cue], content=[said], rules=[rule])


def _piece(words: Words, span: tuple[int, int]) -> tuple[int, int]:
    """Gives the range of the words that begin inside a character span."""
    return bisect_left(words.spans, (span[0], 0)), bisect_left(words.spans, (span[1], 0))
