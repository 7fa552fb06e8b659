"""Rules that tell who gives a number by a clause or a participle behind it: "14 if you believe the colonel", "the 287 his own service had published",
"not 200,000 as the organisers claim".

Each is asked of one number in one sentence and gives its giver, or leaves it.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.givers import is_media
from firsthand.claims.lexicon import words
from firsthand.claims.stretches import Range, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import COUNTED, PEOPLE, Beside, can_count, named_by

_PROMISED = words("forecast estimate promise pledge expect predict")
_PUBLISHED = words(
    "announce give report confirm list count name publish issue release admit acknowledge claim state cite declare"
)
_BELIEF = words("believe trust ask follow credit prefer go")


def if_believed(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "14 if you believe the colonel", "some 4,000 are there, if the colonel, quoted by the agency, is right"."""
    at = next((k for k in range(end, min(end + 14, len(line.tokens))) if line.word(k) == "if"), None)
    if at is None or any(line.tag(k) == "CD" for k in range(end, at)):
        return None
    near = at < end + 4 or line.word(at - 1) == ","
    asked = near and line.word(at + 1) in ("you", "we", "one") and line.lemma(at + 2) in _BELIEF
    if asked and (line.lemma(at + 2) == "go") != (line.word(at + 3) == "by"):
        return None  # "if one goes there"
    start = at + 3 + (line.word(at + 3) == "by") if asked else at + 1
    stop = noun_phrase_end(line, start)
    paper = named_by(view, line, (start, stop), (at, start), "if one believes him") if asked and stop > start else None
    if paper is not None and paper.source != (start, stop):
        return paper
    if stop == start or not can_count(view, line, (start, stop)):
        return None  # "at 12 if you trust the clock"
    if not asked and not _is_right(line, stop):
        return None
    inside = noun_phrase_end(line, stop + 1) if line.word(stop) in ("in", "on") else stop
    hand = (
        (stop + 1, inside)
        if inside > stop + 1 and is_media(view, line, (stop + 1, inside))
        else quoting(view, line, stop)
    )
    return Beside((start, stop), (at, start), "if one believes him", hand=_name_in(line, hand) if hand else None)


def _is_right(line: Line, at: int) -> bool:
    """Says whether "is right" or "is to be believed" follows, over an insertion between commas."""
    if line.word(at) == ",":
        at = next((k for k in range(at + 1, min(at + 8, len(line.tokens))) if line.word(k) == ","), at) + 1
    verb = line.lemma(at) == "be" or line.tag(at) == "MD"
    return verb and any(line.lemma(k) in ("right", "correct", "trust", "believe") for k in range(at + 1, at + 4))


def quoting(view: View, line: Line, at: int) -> Range | None:
    """Gives the outlet in an insertion behind somebody's name: "the colonel, quoted by the agency, …"."""
    cited = line.word(at) == "," and line.lemma(at + 1) in ("quote", "cite", "carry") and line.word(at + 2) == "by"
    stop = noun_phrase_end(line, at + 3) if cited else 0
    return (at + 3, stop) if cited and stop > at + 3 else None


def published(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "the 287 his own prison service had published the evening before": a relative clause, its pronoun left out or not."""
    k = end
    while k < end + 3 and line.tag(k).startswith(("NN", "JJ", "VBN")) and not line.tag(k).startswith("NNP"):
        k += 1
    k += line.word(k) in ("that", "which", "whom")
    if line.tag(k) not in ("DT", "PRP$") and not line.tag(k).startswith("NNP"):
        return None
    stop = noun_phrase_end(line, k)
    verb = stop + (line.lemma(stop) == "have")
    if verb > stop > k and line.word(verb) == "from":  # "the six rockets that the agency has from the army"
        inner = noun_phrase_end(line, verb + 1)
        passes_on = is_media(view, line, (k, stop)) or line.tag(stop - 1).startswith("NNP")
        deeper = passes_on and inner > verb + 1 and can_count(view, line, (verb + 1, inner))
        return (
            Beside((verb + 1, inner), (stop, verb + 1), "from whom somebody has it", hand=(k, stop)) if deeper else None
        )
    verb += line.tag(verb).startswith("RB")
    if stop == k or line.tag(verb) not in FINITE | {"VBN"} or line.word(verb + 1) == "by":
        return None
    return (
        named_by(view, line, (k, stop), (verb, verb + 1), "who published it")
        if line.lemma(verb) in _PUBLISHED
        else None
    )


def given_by(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "would not confirm the 640 reported by the league": a participle behind the number."""
    k = end
    while k < end + 4 and (
        line.tag(k).startswith(("NN", "JJ")) or (line.word(k) == "and" and line.tag(k + 1) == "NNS")
    ):
        k += 1
    if line.word(first - 1) != "the" or line.word(k + 1) != "by" or line.lemma(k) not in _PUBLISHED | _PROMISED:
        return None
    stop = noun_phrase_end(line, k + 2)
    return named_by(view, line, (k + 2, stop), (k, k + 2), "who published it") if stop > k + 2 else None


def as_claimed(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "25,000 took part, and not 200,000 as the organisers claim": what somebody else says it was."""
    at = next((k for k in range(end, end + 3) if line.word(k) == "as"), None)
    if at is None or line.tag(at + 1) not in ("DT", "PRP$", "NNP", "NNPS", "NN", "NNS"):
        return None
    stop = noun_phrase_end(line, at + 1)
    verb = stop + (line.lemma(stop) == "have")
    if (
        stop == at + 1
        or line.tag(verb) not in FINITE | {"VBN"}
        or line.lemma(verb) not in _PUBLISHED | {"say", "insist", "put", "assert", "maintain"}
    ):
        return None
    return named_by(view, line, (at + 1, stop), (at, verb + 1), "as somebody else says")


def heard_from(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "creditors had heard 12 million from the company"."""
    if line.lemma(first - 1) not in ("hear", "learn"):
        return None
    source = next((k + 1 for k in range(end, min(end + 6, len(line.tokens))) if line.word(k) == "from"), None)
    stop = noun_phrase_end(line, source) if source is not None else 0
    if source is None or stop <= source or any(line.tag(k) in FINITE for k in range(end, source)):
        return None
    if line.tag(end) == "NNS" and line.lemma(end) not in COUNTED | PEOPLE:
        return None  # "heard 12 speeches from the company"
    found = named_by(view, line, (source, stop), (source - 1, source), "from whom it was heard")
    return replace(found, through=True) if found is not None else None


def _name_in(line: Line, part: Range) -> Range:
    """Gives the capitalised name in "the Herald copy"; the whole where there is none."""
    named = [k for k in range(*part) if line.tag(k).startswith("NNP")]
    return (named[0], named[-1] + 1) if named else part


BEHIND = (if_believed, published, given_by, as_claimed, heard_from)
