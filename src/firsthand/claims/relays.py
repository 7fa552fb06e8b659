"""Hands that words went through, as a sentence names them: "told AFP", "obtained by X and shared with Y", "in an interview with Z".

Each rule looks at one token and gives the range of the party named there. A channel (Telegram, a letter) and an audience
(reporters, a court) are no hands: they pass nothing on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.claims.cues import is_cue
from firsthand.claims.draft import Link
from firsthand.claims.lexicon import OUTLET_NOUN, PASSED_ON, SPEECH, UNNAMED, VENUE, words
from firsthand.claims.parties import party_at
from firsthand.claims.stretches import Range, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import HopKind
from firsthand.text.person_nouns import is_person_noun

_HANDED = words("share leak pass send give provide hand supply release grant forward submit make")
_SPOKE = words("speak talk say describe explain confirm admit write account complain disclose reveal recall")
_STORY = words("story report version article account claim news footage interview remarks comments statement")
_ASKED = words("polled interviewed surveyed contacted reached asked questioned approached")
_MADE_BY = words("poll survey study report analysis investigation review research paper podcast documentary")


@dataclass(frozen=True, slots=True)
class Found:
    """A party found at a token: its range, how it got the words, the words that say so, and the rule's name."""

    at: int
    party: Range
    kind: HopKind
    words: Range
    rule: str


def find_links(view: View, line: Line, outside: Sequence[Range]) -> list[Found]:
    """Gives the parties that the stretches of a sentence outside its reported words name, in text order."""
    found: list[Found] = []
    allowed = {i for start, end in outside for i in range(start, end)}
    for i in sorted(allowed):
        word, lemma = line.word(i), line.lemma(i)
        for rule, begins in _RULES if not line.quoted[i] else ():
            if word in begins or lemma in begins:
                found.extend(f for f in rule(view, line, i, len(line.tokens)) if f.party[0] in allowed)
    return sorted({f.party[0]: f for f in reversed(found)}.values(), key=lambda f: f.at)


def as_link(line: Line, found: Found) -> Link:
    """Gives the link of a party found in a sentence."""
    return Link(party=line.span_of(*found.party), kind=found.kind, words=(line.span_of(*found.words),), rule=found.rule)


# --- rules ----------------------------------------------------------------------------------------------------------


def passed_on_by(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "carried by X", "picked up in Oslo by X and relayed by Y", "polled by X"."""
    if line.lemma(i) not in PASSED_ON and line.word(i) not in PASSED_ON | _ASKED:
        return []
    if line.tag(i) not in ("VBN", "VBD", "JJ") and not line.word(i).endswith("ed") and line.word(i + 1) != "by":
        return []
    by = next((k for k in range(i + 1, min(i + 5, end)) if line.word(k) == "by"), None)
    if by is None or any(line.tokens[k].text in (",", ";") for k in range(i, by)):
        return []
    party = party_at(view, line, by + 1)
    if (
        party
        and line.word(i) in _ASKED
        and not any(
            line.tokens[k].text[:1].isupper() or line.lemma(k) in OUTLET_NOUN | {"pollster"} for k in range(*party)
        )
    ):
        return []  # "asked by the defence"
    return [Found(i, party, "relays", (i, party[1]), "passed on by")] if party else []


def quoted_in(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "Lund, quoted in X, says"."""
    if (
        line.lemma(i) not in ("quote", "cite")
        or line.tag(i) not in ("VBN", "VBD")
        or line.word(i + 1) not in ("in", "on")
    ):
        return []
    party = party_at(view, line, i + 2) if i + 2 < end else None
    return [Found(i, party, "relays", (i, party[1]), "quoted in")] if party else []


def handed_to(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "shared with X", "leaked to X", "passed on to X"."""
    if line.lemma(i) not in _HANDED or line.tag(i) not in ("VBN", "VBD"):
        return []
    to = next((k for k in range(i + 1, min(i + 3, end)) if line.word(k) in ("to", "with")), None)
    if line.lemma(i) == "make" and line.word(i + 1) != "available":
        return []
    party = party_at(view, line, to + 1) if to is not None else None
    if party is None:
        return []
    found = [Found(i + 1, party, "relays", (i, party[1]), "handed to")]
    end_ = noun_phrase_end(line, party[1] + 1) if line.word(party[1]) == "by" else 0
    end_ -= end_ > party[1] + 2 and is_cue(line, end_ - 1)  # "leaked by a nurse | shows", the verb taken for a noun
    if end_ > party[1] + 1 and not line.quoted[party[1] + 1]:
        found.insert(0, Found(i, (party[1] + 1, end_), "relays", (i, end_), "handed by"))
    return found


def venue_with(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "in an interview with X", "in written comments to X", "in a statement to X"."""
    if line.lemma(i) not in VENUE and line.word(i) not in VENUE and line.lemma(i) != "account":
        return []
    if line.word(i + 1) not in ("with", "to") or i + 2 >= end or line.tag(i).startswith("VB"):
        return []
    party = party_at(view, line, i + 2)
    return [Found(i, party, "tells", (i, party[1]), f"{line.word(i)} {line.word(i + 1)}")] if party else []


def spoke_to(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "said to X", "had spoken to X", "described to X", "admitted it to the paper"."""
    if line.lemma(i) not in _SPOKE or not line.tag(i).startswith("VB") or _may_not(line, i):
        return []
    reach = i + 7 if line.word(i + 1) in ("through", "via") else i + 4  # "speaking | through an interpreter | to X"
    to = next(
        (k for k in range(i + 1, min(reach, end)) if line.word(k) in ("to", "with") and line.tag(k + 1) != "VB"), None
    )
    if to is None or (line.word(to) == "with" and line.lemma(i) not in ("speak", "talk")):
        return []
    party = party_at(view, line, to + 1)
    return [Found(i, party, "tells", (to, party[1]), "spoke to")] if party else []


def _may_not(line: Line, i: int) -> bool:
    """Says whether a verb is only what somebody may not or would not do: "not authorised to | speak", "declined to | talk"."""
    return line.word(i - 1) == "to" and bool(
        _PERMISSION & {line.lemma(k) for k in range(max(i - 4, 0), i - 1)}
        | _PERMISSION & {line.word(k) for k in range(max(i - 4, 0), i - 1)}
    )


_PERMISSION = words(
    "authorise authorize authorised authorized allow allowed permit permitted entitled empowered free refuse decline unwilling reluctant afraid forbid forbidden"
)


def voiced_by(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "read out by her lawyer, Ada Lund", "said through its lawyer": somebody who speaks for the speaker."""
    own = line.word(i) in ("through", "via") and line.tag(i + 1) == "PRP$"
    shown = line.lemma(i) in _PLAYED and line.tag(i) in ("VBN", "VBD")
    stop = next(
        (k for k in range(i + 1, min(i + 12, end)) if line.tokens[k].text in (",", ";", ".") or line.tag(k) in FINITE),
        min(i + 12, end),
    )
    by = next((k for k in range(i + 1, stop) if line.word(k) == "by"), None) if shown else i if own else None
    last = noun_phrase_end(line, by + 1) if by is not None and by + 1 < len(line.tokens) else 0
    if by is None or last <= by + 1:
        return []
    role = any(line.lemma(k) in UNNAMED or is_person_noun(line.word(k)) for k in range(by + 1, last))
    named = line.word(last) == "," and line.tag(last + 1).startswith("NNP")
    if not role or (own and not named and not {line.lemma(k) for k in range(by + 1, last)} & _VOICES):
        return []
    if line.word(last) == "," and line.tag(last + 1).startswith("NNP"):
        last = noun_phrase_end(line, last + 1)
    aired = (
        party_at(view, line, i + 3)
        if line.words[i + 1 : i + 3] == ("out", "on")
        else party_at(view, line, i + 2)
        if line.word(i + 1) == "on"
        else None
    )
    found = [Found(i, (by + 1, last), "relays", (i, last), "voiced by")]
    if aired is not None and any(m.kind == "outlet" for m in view.mentions_in(line.span_of(*aired))):
        found.append(Found(i + 1, aired, "relays", (i, aired[1]), "voiced on"))
    return found


def by_way_of(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "claimed, through Aln Press, …", "says by way of Aln Press": a hand by name between speaker and words."""
    way = line.word(i) == "by" and line.words[i + 1 : i + 3] == ("way", "of")
    if not way and line.word(i) not in ("through", "via"):
        return []
    start = i + 3 if way else i + 1
    party = party_at(view, line, start)
    named = party is not None and any(m.kind in ("outlet", "body") for m in view.mentions_in(line.span_of(*party)))
    beside = way or line.word(i - 1) == "," or line.tag(i - 1).startswith("VB")
    return [Found(i, party, "relays", (i, party[1]), "by way of")] if party and named and beside else []


_PLAYED = words("read play show tender recite display translate interpret transcribe")
_VOICES = words(
    "lawyer solicitor attorney spokesman spokeswoman spokesperson agent representative office secretary aide interpreter translator"
)


_WHERE = {
    "write": ("in", "for"), "report": ("in", "on"), "say": ("on",), "tell": ("on",), "retort": ("on",), "argue": ("in", "on"), "speak": ("on",), "appear": ("on",),
}  # fmt: skip


def wrote_in(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "writing in the Bay Times", "said on Bay Radio": an outlet for certain, since people write in many places."""
    where = _WHERE.get(line.lemma(i), ("on",) if line.lemma(i) in SPEECH or line.lemma(i) in _ON_AIR_NOUNS else ())
    if (
        not (line.tag(i).startswith("VB") or line.lemma(i) in _ON_AIR_NOUNS)
        or line.word(i + 1) not in where
        or i + 2 >= end
    ):
        return []
    party = party_at(view, line, i + 2)
    of_state = (
        party is not None
        and line.word(party[1] - 2) == "state"
        and line.word(party[1] - 1) in ("television", "radio", "tv")
    )
    if party is None or not (of_state or any(line.tokens[k].text[:1].isupper() for k in range(*party))):
        return []  # "on state television" names one, "on television" does not
    outlet = (
        any(m.kind == "outlet" for m in view.mentions_in(line.span_of(*party)))
        or line.word(party[1] - 1) in _ON_AIR
        or any(line.word(k) in OUTLET_NOUN for k in range(*party))
    )
    return [Found(i, party, "tells", (i, party[1]), f"{line.lemma(i)} {line.word(i + 1)}")] if outlet else []


_ON_AIR_NOUNS = words("speech address bulletin programme program broadcast podcast show appearance interview debate")
_ON_AIR = words("radio television tv times post herald gazette journal review tribune chronicle")


def which_party_passed_on(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "in remarks that X distributed and Y translated"."""
    if line.word(i) not in ("that", "which", "and") or i + 2 >= end:
        return []
    party = party_at(view, line, i + 1)
    if party is None:
        return []
    verb = party[1] + (line.lemma(party[1]) == "have")
    if (
        verb >= end
        or line.lemma(verb) not in PASSED_ON | words("distribute translate quote")
        or not line.tag(verb).startswith("VB")
    ):
        return []
    if line.word(i) == "and" and not (
        line.tag(i - 1).startswith("VB") and line.lemma(i - 1) in PASSED_ON | words("distribute translate")
    ):
        return []
    return [Found(i, party, "relays", (i, verb + 1), "which they passed on")]


def aired_in_which(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "The Post published a recording in which a woman says": who put the recording out."""
    if line.words[i : i + 2] != ("in", "which") or i == 0:
        return []
    verb = next(
        (k for k in range(i - 1, max(i - 9, 0), -1) if line.lemma(k) in PASSED_ON and line.tag(k) in ("VBD", "VBZ")),
        None,
    )
    start = verb
    while start is not None and start > 0 and line.tag(start - 1).startswith(("NN", "DT", "JJ")):
        start -= 1
    party = party_at(view, line, start) if verb is not None and start is not None and start < verb else None
    return (
        [Found(verb, party, "relays", (party[0], verb + 1), "put out what was said")]
        if party and verb is not None and party[1] == verb
        else []
    )


def which_informed(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "…, which informed X"."""
    if line.word(i) not in ("which", "who") or line.lemma(i + 1) not in ("inform", "tell", "alert", "brief", "notify"):
        return []
    party = party_at(view, line, i + 2)
    return [Found(i, party, "tells", (i, party[1]), "which informed")] if party else []


def whom_they_met(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "a stoker whom the Herald met at the gate", "a clerk whom Aln TV did not name": the outlet that had the words from somebody."""
    if line.word(i) not in ("whom", "who") or not line.tag(i).startswith("W") or i + 2 >= end:
        return []
    party = party_at(view, line, i + 1)
    if party is None or not any(m.kind == "outlet" for m in view.mentions_in(line.span_of(*party))):
        return []
    verb = next((k for k in range(party[1], min(party[1] + 3, end)) if line.lemma(k) in _MET), None)
    return [Found(i, party, "tells", (i, party[1]), "whom they met")] if verb is not None else []


_MET = words("find meet interview reach name contact quote cite identify visit trace")


def repeated_the_story(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "; X repeated the story and Y ran the X version"."""
    if line.lemma(i) not in PASSED_ON | {"repeat", "follow"} or line.tag(i) not in ("VBD", "VBZ", "VBN"):
        return []
    if not any(line.lemma(k) in _STORY for k in range(i + 1, min(i + 5, end))):
        return []
    start = i
    while start > 0 and line.tokens[start - 1].text not in (",", ";") and line.word(start - 1) not in ("and", "but"):
        start -= 1
    party = party_at(view, line, start)
    return [Found(start, party, "relays", (start, i + 1), "repeated the story")] if party and party[1] == i else []


def made_by(view: View, line: Line, i: int, end: int) -> list[Found]:
    """ "a poll by X"."""
    if line.lemma(i) not in _MADE_BY or line.word(i + 1) not in ("by", "from") or i + 2 >= end:
        return []
    party = party_at(view, line, i + 2)
    return [Found(i, party, "states in", (i, party[1]), "made by")] if party else []


# Each rule with the words and lemmas at which it may begin.
_RULES: tuple[tuple[Callable[[View, Line, int, int], list[Found]], frozenset[str]], ...] = (
    (passed_on_by, PASSED_ON | _ASKED), (quoted_in, words("quote cite")), (handed_to, _HANDED), (voiced_by, words("through via") | _PLAYED),
    (by_way_of, words("through via by")), (venue_with, VENUE | {"account"}), (spoke_to, _SPOKE), (wrote_in, SPEECH | _ON_AIR_NOUNS | frozenset(_WHERE)), (which_party_passed_on, words("that which and")),
    (aired_in_which, words("in")), (which_informed, words("which who")), (whom_they_met, words("whom who")), (repeated_the_story, PASSED_ON | {"repeat", "follow"}), (made_by, _MADE_BY),
)  # fmt: skip


def names_a_link(view: View, line: Line, part: Range) -> bool:
    """Says whether a stretch does nothing but name hands: it opens as an apposition, a relative or an adjunct and holds a link."""
    opens = line.word(part[0]) in ("a", "an", "in", "as", "which", "that", "according", "the", "who")
    return opens and bool(find_links(view, line, [part]))
