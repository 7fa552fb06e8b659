"""Figures told by whose count they are, without a verb of saying: possessives, count nouns, and clauses that hang on a number."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.claims.givers import COUNT_NOUN, Giver, can_give, has_toll
from firsthand.claims.lexicon import UNNAMED, words
from firsthand.claims.stretches import Range, noun_phrase_end, segments
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import phrase_before

_TALLIES = words(
    "count counts tally tallies toll figure figures number numbers estimate estimates data statistics reckoning"
)
_STANDS = words("be have stand reach rise climb show hit come put give hold say grow fall")
_PUT_OUT = words("give keep issue release announce publish put compile provide")


def _by_tally(view: View, line: Line, i: int) -> Giver | None:
    """ "The port's figures were 12", "the police count stands at 12", "figures from the port show 12", "the rebels' toll of 12": whose count it is."""
    if line.word(i) not in _TALLIES or (line.word(i) in ("count", "estimate") and line.tag(i) in FINITE):
        return None
    owner, after = _owner_before(view, line, i), i + 1
    if owner is None:
        start = i + 1 + (line.lemma(i + 1) in _PUT_OUT)
        if line.word(start) not in ("from", "by"):
            return None
        end = noun_phrase_end(line, start + 1)
        owner, after = (start + 1, end), end
        if end <= start + 1 or not can_give(view, line, owner):
            return None
    if line.word(after) == "of" and (line.tag(after + 1) == "CD" or line.tag(after + 2) == "CD"):
        stop = next((k for k in range(after + 2, len(line.tokens)) if line.tag(k) in FINITE), None)
        return Giver(owner, (), (i, after + 1), after + 1, stop)
    verb = next((k for k in range(after, min(after + 8, len(line.tokens))) if line.tag(k) in FINITE), None)
    if verb is None:
        aside = line.word(after) == "," and line.tag(after + 1) == "CD"  # "the toll given by the rebels, 70, …"
        return Giver(owner, (), (i, after), after + 1, after + 2) if aside else None
    if line.lemma(verb) not in _STANDS or any(line.word(k) == "," for k in range(after, verb)):
        return None
    return Giver(owner, (), (i, verb + 1), verb + 1)


def _owner_before(view: View, line: Line, i: int) -> Range | None:
    """Gives whose count a count noun is by the words before it: "the port's | latest | figures", "port authority | figures"."""
    pos = next((k for k in range(i - 1, max(i - 5, 0), -1) if line.tag(k) == "POS"), None)
    owner = phrase_before(line, pos) if pos is not None else phrase_before(line, i)
    if owner is None or not can_give(view, line, owner) or (line.word(i) == "toll" and pos is None):
        return None  # "the military toll" is of soldiers
    if (
        line.word(i) == "toll"
        and pos is not None
        and not _is_office(view, line, pos)
        and line.tag(pos - 1).startswith("NNP")
    ):
        return None  # a town's toll is nobody's count
    return owner


def _by_owned_number(view: View, line: Line, i: int) -> Giver | None:
    """ "The brewery's 30 is too low": a number alone behind its owner is what he gave."""
    if line.tag(i) != "POS" or line.tag(i + 1) != "CD" or line.word(i + 1) == "one":
        return None
    alone = (
        line.tag(i + 2) in FINITE
        or (line.tokens[i + 2 : i + 3] and line.tokens[i + 2].text in (",", ".", ";"))
        or line.tag(i + 2) == "MD"
    )
    source = phrase_before(line, i) if alone else None
    return Giver(source, (), (i, i + 1), i + 1, i + 2) if source and can_give(view, line, source) else None


def _by_issue(view: View, line: Line, i: int) -> Giver | None:
    """ "the number of 17 hurt released on Friday by the fire office"."""
    if line.lemma(i) not in COUNT_NOUN or line.word(i + 1) != "of":
        return None
    by = next(
        (
            k
            for k in range(i + 2, min(i + 12, len(line.tokens)))
            if line.word(k) == "by" or line.tokens[k].text in (",", ";")
        ),
        None,
    )
    given = next((k for k in range(i + 3, by or 0) if line.lemma(k) in _PUT_OUT), None)
    if by is None or given is None or line.word(by) != "by":
        return None
    end = noun_phrase_end(line, by + 1)
    return (
        Giver((by + 1, end), (), (by, by + 1), i + 2, given)
        if end > by + 1 and can_give(view, line, (by + 1, end))
        else None
    )


def _by_relative(view: View, line: Line, i: int) -> Giver | None:
    """ "…, which had 164 on Tuesday", "the mayor, she said, who had put it at seven": whoever the relative stands for."""
    if line.word(i) not in ("which", "who") or line.word(i - 1) != ",":
        return None
    verb = next((k for k in range(i + 1, min(i + 4, len(line.tokens))) if line.lemma(k) in ("put", "count", "list", "have", "give", "speak", "claim", "report")
                 and line.tag(k + 1) != "VBN" and line.lemma(k + 1) not in ("put", "give", "count", "list", "speak", "claim", "report")), None)  # fmt: skip
    if verb is None or not any(line.tag(k) == "CD" for k in range(verb + 1, min(verb + 4, len(line.tokens)))):
        return None
    end = i - 1
    if line.lemma(end - 1) in ("say", "add") and line.tag(end - 2) == "PRP" and line.word(end - 3) == ",":
        end -= 3  # "the mayor, she said, who …"
    source = phrase_before(line, end)
    if not source or not can_give(view, line, source) or (line.lemma(verb) == "have" and _has_things(line, verb)):
        return None
    stop = next((k for k in range(verb + 2, len(line.tokens)) if line.tokens[k].text == ","), None)
    return Giver(source, (), (verb, verb + 1), verb + 1, stop)


def _has_things(line: Line, verb: int) -> bool:
    """Says whether somebody "has" so many things, and no count of the dead: "the army, which had 40 lorries"."""
    number = next(k for k in range(verb + 1, len(line.tokens)) if line.tag(k) == "CD")
    return line.tag(number + 1).startswith(("NN", "JJ")) and not has_toll(line, verb)


def _by_object_relative(view: View, line: Line, i: int) -> Giver | None:
    """ "the 24 whom the governor announced at midday"."""
    if line.tag(i) != "CD":
        return None
    relative = next(
        (k for k in range(i + 1, min(i + 4, len(line.tokens))) if line.word(k) in ("whom", "that", "which")), None
    )
    if relative is None or any(line.tag(k) in FINITE or line.tokens[k].text == "," for k in range(i + 1, relative)):
        return None
    end = noun_phrase_end(line, relative + 1)
    verb = end + (line.lemma(end) == "have")
    if end == relative + 1 or line.lemma(verb) not in (
        "announce",
        "give",
        "report",
        "confirm",
        "list",
        "count",
        "name",
    ):
        return None
    source = (relative + 1, end)
    return Giver(source, (), (verb, verb + 1), i) if can_give(view, line, source) else None


def _by_count_of(view: View, line: Line, i: int) -> Giver | None:
    """ "killing 12 people by the governor's count": the number stands before, its owner behind."""
    if line.word(i) not in ("by", "on") or i == 0:
        return None
    owner = next((k for k in range(i + 2, min(i + 8, len(line.tokens))) if line.tag(k) == "POS"), None)
    if owner is None or not any(
        line.lemma(k) in ("count", "tally", "figure", "reckoning", "estimate") for k in (owner + 1, owner + 2)
    ):
        return None
    start = next((p[0] for p in segments(line) if p[0] <= i < p[1]), i)
    if not any(line.tag(k) == "CD" for k in range(start, i)) or not can_give(view, line, (i + 1, owner)):
        return None
    return Giver((i + 1, owner), (), (i, owner + 2), start, i)


def _by_participle(view: View, line: Line, i: int) -> Giver | None:
    """ "twice the 1,000 forecast by the bank", "the 70 given by the rebels": a number with who gave it behind."""
    if line.tag(i) != "CD":
        return None
    by = next((k for k in range(i + 2, min(i + 6, len(line.tokens))) if line.word(k) == "by"), None)
    if by is None or line.lemma(by - 1) not in _PUT_OUT | {
        "forecast",
        "claim",
        "report",
        "count",
        "estimate",
        "expect",
    }:
        return None
    end = noun_phrase_end(line, by + 1)
    return (
        Giver((by + 1, end), (), (by - 1, by + 1), i, by - 1)
        if end > by + 1 and can_give(view, line, (by + 1, end))
        else None
    )


def _is_office(view: View, line: Line, owner: int) -> bool:
    """Says whether an owner's words end in a person or an office: a toll may be a town's too, and a town gives none."""
    span = line.span_of(owner - 1, owner)
    titled = line.tag(owner - 1).startswith("NNP") and line.lemma(owner - 3) in UNNAMED
    return titled or line.lemma(owner - 1) in UNNAMED or any(m.kind == "person" for m in view.mentions_in(span))


COUNTS: tuple[Callable[[View, Line, int], Giver | None], ...] = (
    _by_owned_number, _by_issue, _by_tally, _by_relative, _by_object_relative, _by_participle, _by_count_of,
)  # fmt: skip
# These give the one number they stand at.
NARROW_COUNTS = (_by_owned_number, _by_object_relative, _by_participle)
