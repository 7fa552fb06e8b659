"""What our words mean, in plain ones: how a page puts something, how it words it, and the terms that need a definition."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records import COPIED, Judgement


@dataclass(frozen=True, slots=True)
class Term:
    """A word of ours as a newcomer reads it, and what it means. `name` is the word of the glossary, the files and the command line."""

    name: str
    plain: str
    meaning: str


_PUT = "How firmly the page or the speaker puts it; not our finding."
STATUS = {
    "asserted": Term("asserted", "said outright", f"Without a reservation. {_PUT}"),
    "reported": Term("reported", "passed on, not vouched for", f"The page reports it and leaves it there. {_PUT}"),
    "possible": Term("possible", "said to be possible", _PUT),
    "planned": Term("planned", "said to be planned", _PUT),
    "forecast": Term("forecast", "said to be expected", _PUT),
    "not confirmed": Term(
        "not confirmed",
        "left unconfirmed",
        "The page or the speaker does not confirm it, or would not say. Not our finding.",
    ),
    "denied": Term("denied", "said not to be so", _PUT),
    "corrected": Term("corrected", "put right by the page", _PUT),
}
KIND = {
    "direct": Term("direct", "word for word", "Quoted in the speaker’s own words."),
    "indirect": Term("indirect", "in the writer’s words", "What the speaker said, reworded by the page."),
    "mixed": Term("mixed", "partly word for word", "Reworded by the page, with some of the speaker’s own words in quotation marks."),
    "scare quote": Term("scare quote", "a word in quotation marks", "A word or two set in quotation marks by the page."),
    "headline": Term("headline", "headline", "It stands in the page’s headline."),
    "unattributed": Term("unattributed", "no source named", "The page says it in its own voice and names nobody."),
    "writer's own judgement": Term("writer's own judgement", "the writer’s own judgement", "An opinion or weighing of the page itself."),
}  # fmt: skip
RELATION = {
    "unrelated": "not the same thing", "different scope": "another scope", "repeats": "one figure, said again", "same origin": "one origin",
}  # fmt: skip
TERMS = (
    Term("page", "page", "An address with the bytes that were saved from it. An article is the text of a page, kept as it was read."),
    Term("claim", "claim", "One statement on one page, with the exact words it stands on."),
    Term("asserter", "who gave it", "The earliest speaker known for a figure: the one whose count it is. Passing on is not giving."),
    Term("chain", "through whose hands", "Everybody who passed the words on, from the one who gave them to the page at hand."),
    Term("origin", "origin", "Somebody who gave a figure on an occasion. A hundred pages that repeat one governor have one origin; her later counts belong to it."),
    Term("release", "one giving-out", "One figure, given by one speaker on one occasion, on however many pages it stands."),
    Term("series", "figure", "One thing that is counted (killed, missing, in care), through every value it was given."),
    Term("disputed", "disputed", "Two figures that pages set against each other. Both stand here with those who gave them."),
    Term("update", "update", "A later value by the same speaker for the same thing."),
    Term("part of", "part of", "A number that a page calls a share of another: six of the twenty-eight."),
    Term("independent", "independent", "Two givers, each with access of their own, on pages of different houses, neither from the other. It needs evidence for both."),
    Term("not established", "not established", "The answer where independence could not be shown. It accuses nobody; what was looked at stands beside it."),
    Term("copy", "copy, edited copy, rewrite", "How a page hangs on another: nearly all of its words stand there, many of them do, or it tells anew with the same facts in the same order. The measured share stands beside it."),
    Term("named", "named, unnamed, giver not established", "An origin has a name, or is known by a role alone (“a hospital official”); or pages give the figure and name nobody for it, or nobody who can be followed. The three are counted apart."),
    Term("told again", "told again", "A page repeats an earlier figure as such (“had earlier put the number at”). It is no count of the page’s day."),
    Term("circular", "circular", "Two pages that each cite the other, and neither shows a source of its own."),
    Term("story", "story", "Pages that belong together: they hang on one another, or tell of the same things at the same time."),
    Term("omission", "left out", "What could not be read or resolved, with the reason."),
)  # fmt: skip
TOLD = {
    "copy": "is a copy of", "edited copy": "is an edited copy of", "rewrite": "is a rewrite of", "version of": "is another version of",
    "circular": "cites and is cited by", "cites": "cites", "update of": "is an update of", "same occasion": "tells of the same occasion as",
    "independent": "is independent of", "not derived": "was not made from", "unknown": "has an open relation to",
}  # fmt: skip
# A denial set against a statement need not deny all of it: what it denies are its own words.
_CLAIM_TO_CLAIM = {
    "denies": "is set against", "disputes": "is set against", "corrects": "corrects", "retracts": "takes back", "confirms": "confirms",
    "does not confirm": "does not confirm", "declines to comment": "declines to comment on", "responds": "responds to", "qualifies": "qualifies",
    "repeats": "says the same as", "updates": "updates", "part of": "is part of", "different scope": "is of another scope than",
    "unrelated": "is not the same thing as", "cannot tell": "has an open relation to",
}  # fmt: skip
# How a copy is called, by the least share of its words that stands in the other page.
_COPIED = ((0.9, "is a copy of"), (0.5, "is an edited copy of"), (0.0, "has passages copied from"))
MEANINGS = {term.name: term for term in (*TERMS, *STATUS.values(), *KIND.values())}


def status(name: str) -> Term:
    """Gives a status in plain words."""
    return STATUS.get(name) or Term(name, f"put as {name}", _PUT)


def kind(name: str) -> Term:
    """Gives an attribution kind in plain words."""
    return KIND.get(name) or Term(name, name, "How the page words it.")


# Reasons of the machine that begin or read so, and the same in plain words.
_REASONS = (
    ("one asserter: ", "both name "),
    ("the page says that the number is another's: “denied”", "a page denies it as another’s number"),
)


def reason(said: str) -> str:
    """Gives a reason of the machine in plain words.

    >>> reason("one asserter: Ilse Brandt")
    'both name Ilse Brandt'
    """
    for words, plain in _REASONS:
        said = said.replace(words, plain, 1) if said.startswith(words) else said
    return said


def told(judgement: Judgement) -> str:
    """Gives how the one page or claim stands to the other, of a copy in words that follow the measured share."""
    if judgement.about == "claim":
        return _CLAIM_TO_CLAIM.get(judgement.relation, judgement.relation)
    if judgement.share is None or judgement.relation not in COPIED:
        return TOLD.get(judgement.relation, judgement.relation)
    return next(words for least, words in _COPIED if judgement.share >= least)
