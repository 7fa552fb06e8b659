"""What has the form of a statement and states nothing: an act or a thing after a verb of saying, a question passed on, empty words.

Each row is a test of one draft with the name that `explain` prints; words in quotation marks always state something.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from firsthand.claims.draft import Draft
from firsthand.claims.lexicon import words
from firsthand.claims.view import FINITE, Line, View

_EMPTY = words("so that this it what which such")
_QUESTIONS = words("what where how why who whose whom when whether")
_PASSING = words("say tell")
_HANDING = words("promise offer give")
_OF_THINGS = words(
    "claim tell show point describe add radio cable"
)  # "claimed two lives", "tells a tale", "shows squid", "added a wing", "radioed the tower"
_IMAGES = words("video footage photograph photo picture image film clip")
_CREDIT = words("responsibility victory credit")
_MANNER = words("without giving offering")


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its sentence: the places of its content there, and that of its verb (-1 for none)."""

    draft: Draft
    line: Line
    places: list[int]
    verb: int

    @property
    def first(self) -> int:
        return self.places[0]

    def has(self, *tags: str) -> bool:
        return any(self.line.tag(i).startswith(tags) for i in self.places)


def _bare_thing(told: Told) -> bool:
    """ "It claimed two canoes", "the sheet tells a grim tale": a thing is named and nothing said of it."""
    if told.draft.lemma == "claim" and told.line.tag(told.places[-1]) == "CD":
        return False  # "the opposition claims 60"
    if told.draft.lemma not in _OF_THINGS or _is_clause(told):
        return told.draft.lemma == "tell" and told.line.word(told.verb + 1) == "on" and told.first > told.verb
    if told.draft.lemma == "show" and not any(
        told.line.lemma(told.line.token_at(s.start) + k) in _IMAGES for s in told.draft.source for k in (0, 1, 2)
    ):
        return False
    opens = told.line.word(told.first)
    if told.draft.lemma == "describe":
        return not {"as", "how"} & {told.line.word(i) for i in told.places}
    if told.draft.lemma == "tell" and opens in ("of", "about"):
        return False
    return not (told.has("VBG", "VBN", "TO") or any(told.line.lemma(i) in _CREDIT for i in told.places))


def _is_clause(told: Told) -> bool:
    """Says whether a verb of the content is no relative clause's: "Lund, who lost a boat, | will not sing"."""
    finite = [i for i in told.places if told.line.tag(i) in FINITE]
    relative = [i for i in told.places if told.line.tag(i) in ("WP", "WDT", "WRB") and finite and i < finite[-1]]
    return len(finite) > len(relative)


def _empty_words(told: Told) -> bool:
    """ "has been saying so since March", "is what his brother told them": the words stand elsewhere; "promised it to her sister": none at all."""
    return (
        told.draft.lemma in _PASSING | _HANDING
        and told.line.word(told.first) in _EMPTY
        and not told.has("VB", "MD")
        and not told.draft.refused
    )


def _question_passed_on(told: Told) -> bool:
    """ "told him what they thought": that they thought something, not what."""
    return told.line.word(told.first) in _QUESTIONS and told.draft.lemma in _PASSING and told.first > told.verb


def _verb_without_subject(told: Told) -> bool:
    """ "replying in kind, posted a photograph": a deed of the subject."""
    opens = told.line.tag(told.first) in ("VBD", "VBZ") and told.line.lemma(told.first) not in ("be", "have", "do")
    return opens and told.verb >= 0 and told.line.tag(told.verb) == "VBG" and told.line.kind != "headline"


def _manner(told: Told) -> bool:
    """ "…, giving no reason", "without saying where": how something else was said."""
    return (
        told.verb >= 0
        and told.line.tag(told.verb) == "VBG"
        and bool({told.line.word(told.verb), told.line.word(told.verb - 1)} & _MANNER)
    )


def _request_in_passing(told: Told) -> bool:
    """ "the councillor, who asked for the bill, was sent a picture": said beside the point."""
    stop = next((i for i in told.places if told.line.word(i) == ","), told.places[-1] + 1)
    return (
        told.draft.lemma in ("ask", "call")
        and told.line.tag(told.verb - 1) == "WP"
        and not any(told.line.tag(i).startswith(("VB", "MD")) for i in told.places if i < stop)
        and told.line.word(told.first - 1) == "for"
    )


def _number_beside(told: Told) -> bool:
    """ "Police arrested 12, more than the 8 | held in May": no source, but a number that another is held against."""
    source = told.line.places_in(told.draft.source)
    bound = bool(source) and told.line.word(source[0]) in ("more", "fewer", "less", "than", "above", "below")
    return bound and told.line.tag(source[-1]) == "CD"


TESTS: tuple[tuple[str, Callable[[Told], bool]], ...] = (
    ("a thing and nothing said of it", _bare_thing),
    ("empty words", _empty_words),
    ("a question passed on", _question_passed_on),
    ("a verb without its subject", _verb_without_subject),
    ("the manner of saying", _manner),
    ("a request in passing", _request_in_passing),
    ("a number held against another", _number_beside),
)


def says_nothing(view: View, draft: Draft) -> str | None:
    """Gives the name of the test by which a draft is no statement, or None."""
    line = view.lines[draft.line]
    places = line.places_in(draft.content)
    if not places or not draft.cue or any(line.quoted[i] for i in places):
        return None
    cued = [i for i in line.places_in(draft.cue) if line.tag(i).startswith("VB")]
    told = Told(draft, line, places, cued[-1] if cued else -1)
    return next((name for name, test in TESTS if test(told)), None)
