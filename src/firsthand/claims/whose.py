"""Whose number it is: the noun phrases and possessives that stand for somebody who can count, and whom a possessive takes up."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.claims.givers import COUNT_NOUN, can_give
from firsthand.claims.lexicon import INSTITUTION, UNNAMED, words
from firsthand.claims.stretches import DAYS, Range, after_dateline, head_of, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Span
from firsthand.text.person_nouns import is_person_noun

PAPERS = words(
    "map list register log notice report bulletin tally ledger roll table note update communique communiqué release website page count figure book model calculation file sheet roster schedule manifest diary notebook dossier picture image"
)
HURT = words("dead wounded injured missing killed hurt fatality death casualty body victim")
PEOPLE = words(
    "civilian soldier person worker child man woman officer fighter resident employee policeman passenger villager inmate"
)
COUNTED = COUNT_NOUN | HURT | words("list loss sludge damage evacuee")
_OWN_PAGE = words("page article story text piece digest post")
# Bodies that count, beside those that can speak at all.
_BODIES = words(
    "clinic league mission prefecture municipality consulate cooperative guild syndicate institute association observatory organisation organization charity board directorate authority front"
)
_ONE_PERSON = words(
    "mayor minister governor president colonel general commander chief spokesman spokeswoman director head leader doctor"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """Who gives a number: the words that name him, or whom a possessive or pronoun of them stands for (`of`), the words that say so, the rule,
    the hand he is heard through in words of its own, and whether he is heard `through` the one whose statement holds the number. `alone`: the hands of that statement are none of his; `there`:
    the sentence in which he is named, where that is another."""

    source: Range
    cue: Range
    rule: str
    of: Span | None = None
    hand: Range | None = None
    through: bool = False
    alone: bool = False
    there: Line | None = None


def named_by(view: View, line: Line, part: Range, cue: Range, rule: str) -> Beside | None:
    """Gives the giver that a noun phrase names: a paper speaks for its owner, "his own service" is the service; None for a place, for the
    page itself and for whoever cannot count."""
    head = head_of(line, part)
    if line.tag(part[0]) == "PRP$":
        if is_paper(line, part):
            of = whose(view, line, part[0])
            return Beside((part[0], part[0] + 1), cue, f"{rule}, by a paper of his", of) if of is not None else None
        inner = (part[0] + 1 + (line.word(part[0] + 1) == "own"), part[1])
        organ = line.word(head) != "office" or inner[1] - inner[0] > 1
        if inner[0] < inner[1] and line.lemma(head) in INSTITUTION and organ:
            return Beside(inner, cue, rule)
    pos = next((k for k in range(part[0], head) if line.tag(k) == "POS"), None)
    if pos is not None and is_paper(line, part) and can_count(view, line, (part[0], pos)):
        return Beside((part[0], pos), cue, f"{rule}, by a paper of his")
    if line.lemma(head) in _OWN_PAGE or is_place(view, line, part) or not can_count(view, line, part):
        return None
    return Beside(part, cue, rule)


def owned_by(view: View, line: Line, owner: int, cue: Range, rule: str) -> Beside | None:
    """Gives the giver that a possessive names: the words before "'s", or whom "its" stands for."""
    if line.tag(owner) == "PRP$":
        of = whose(view, line, owner)
        return Beside((owner, owner + 1), cue, rule, of) if of is not None else None
    part = phrase_before(line, owner)
    if part is None or is_place(view, line, part) or not can_count(view, line, part):
        return None
    return Beside(part, cue, rule)


def is_possessive(line: Line, k: int) -> bool:
    """Says whether a token is "its" or the mark behind an owner; the parse takes "the miners' 63" for a quotation mark."""
    bare = line.word(k) == "'" and k > 0 and line.word(k - 1).endswith("s")
    return line.tag(k) in ("POS", "PRP$") or (bare and line.tokens[k - 1].end == line.tokens[k].start)


def is_paper(line: Line, part: Range) -> bool:
    """Says whether a noun phrase is a list, a map, a register: "the board's map", "its map of Friday"."""
    return line.lemma(head_of(line, part)) in PAPERS


def can_count(view: View, line: Line, part: Range) -> bool:
    """Says whether a noun phrase names somebody who can count and tell: also "the clinic" and "the organisers"."""
    at = head_of(line, part)
    head = line.lemma(at)
    definite = line.tag(part[0]) in ("DT", "PRP$") or line.tag(part[0]).startswith("NNP")
    kind = any(
        line.lemma(k) in _BODIES | INSTITUTION | {"group"} for k in range(part[0], at)
    )  # "the monitoring group NetProbe"
    called = kind and line.tag(at).startswith("NNP")
    return can_give(view, line, part) or (
        definite and (called or head in _BODIES or is_person_noun(head) or line.word(at) in UNNAMED)
    )


def is_place(view: View, line: Line, part: Range) -> bool:
    """Says whether a noun phrase is a town's or country's name alone: a town gives no count, and "Orsa's 45 missing" are its people."""
    head = line.tokens[head_of(line, part)].span
    return any(m.kind == "place" and m.span.contains(head) for m in view.mentions_in(head))


def is_person(view: View, line: Line, part: Range) -> bool:
    """Says whether a noun phrase names one person, and no body."""
    at = head_of(line, part)
    head = line.tokens[at].span
    if line.lemma(at) in _ONE_PERSON:
        return True
    return line.lemma(at) not in INSTITUTION and any(
        m.kind in ("person", "role") and m.span.contains(head) for m in view.mentions_in(head)
    )


# --- noun phrases ---------------------------------------------------------------------------------------------------


def subject_of(line: Line, group: int) -> Range | None:
    """Gives the noun phrase before a verb group; over what is inserted between commas the one before that, and over "on Wednesday"."""
    group = _without_day(line, group)
    if group <= 0:
        return None
    if line.tag(group - 1) == "PRP":
        return (group - 1, group)
    if line.word(group - 1) == ",":
        return _subject_over(line, group - 1)
    if (relative := _relative_before(line, group)) is not None:
        group = relative
    start = group
    opens = after_dateline(line)
    while start > opens and _in_phrase(line, start - 1):
        start -= 1
        if line.tag(start) in ("DT", "PRP$") and line.word(start - 1) not in ("of", "for", *_AMONG):
            break
    while start < group and line.word(start) in ("of", "for", "-", "in", "at"):
        start += 1
    named = line.tag(start) == "NNS" and line.tokens[start].text.islower() and line.tag(start + 1).startswith("NNP")
    if named and line.tag(start - 1) in ("IN", "TO") and start + 1 < group:
        start += 1  # "In a letter to deputies | Halden Steel"
    start -= line.tag(start) == "POS" and start > 0  # an owner that the parse takes for a pronoun: "WHO's office"
    return (start, group) if start < group else None


def _relative_before(line: Line, group: int) -> int | None:
    """Gives where a relative clause without commas begins that ends before a verb group: "a doctor | who did not give her name | spoke"."""
    for k in range(group - 2, max(group - 14, 0), -1):
        if line.word(k) in (",", ";", ":", "and", "but", "that"):
            return None
        if line.word(k) == "who" and line.tag(k) == "WP":
            return k if any(line.tag(n) in FINITE for n in range(k + 1, group)) else None
    return None


def _without_day(line: Line, group: int) -> int:
    """Gives where the words end before a verb group without "on Wednesday" or "last week"."""
    named = line.tag(group - 2).startswith("NNP") and line.word(group - 1) == "today"  # "Lake Today"
    if line.word(group - 1) in DAYS and group > 2 and not named:
        return group - 1 - (line.word(group - 2) == "on")
    dated = line.word(group - 1) in ("week", "month", "night", "year") and line.word(group - 2) in ("last", "this")
    return group - 2 if dated and group > 3 else group


def _subject_over(line: Line, close: int) -> Range | None:
    """Gives the noun phrase before what is inserted up to a comma: "whose lorries were held", "its fourth", "quoted by the agency", "heard in
    the same room", "too"; over two of them too ("A trader, Oda Lind, who was there, …")."""
    opens = next((k for k in range(close - 1, after_dateline(line), -1) if line.word(k) == ","), 0)
    if not opens or line.quoted[opens]:
        return None
    told_in = line.word(opens + 1) in ("in", "on", "through", "via")  # "The owner, in a note to the radio, counted 12"
    adverb = close == opens + 2 and line.tag(opens + 1) == "RB"
    if not (_is_inserted(line, opens + 1, close) or told_in or adverb):
        return None
    if (outer := _subject_over(line, opens)) is not None:
        return (_name_start(line, outer, opens), opens)
    if adverb and line.tag(opens - 1) == "PRP":
        return (opens - 1, opens)
    start = opens
    while start > 0 and _in_phrase(line, start - 1):
        start -= 1
        if line.tag(start) in ("DT", "PRP$") and line.word(start - 1) not in ("of", "for"):
            break
    before = line.tag(start - 1) if start else ""
    behind = before in FINITE | {"CC"} or line.word(start - 1) in (",", ";", ":", "that", "while", "where", "but")
    clean = start <= after_dateline(line) or (behind and not told_in)
    return (start, opens) if start < opens and clean else None


def _is_inserted(line: Line, start: int, end: int) -> bool:
    """Says whether a stretch between commas is inserted behind a noun: a relative clause, a participle, an apposition."""
    if line.word(start) in ("whose", "which", "who") or line.tag(start) in ("VBN", "VBG"):
        return True
    if line.tag(start) == "VBD" and line.word(start + 1) in ("by", "in", "at", "on"):
        return True  # "quoted by", which the parse takes for a main verb
    return line.tag(start) not in ("IN", "CC", "RB") and not any(line.tag(k) in FINITE for k in range(start, end))


def _name_start(line: Line, outer: Range, opens: int) -> int:
    """Gives where a name in apposition begins ("A trader, | Oda Lind, who …"): the name, else the phrase before it."""
    named = outer[1] + 1
    return named if line.tag(named).startswith("NNP") and line.tag(outer[0]) == "DT" else outer[0]


def phrase_before(line: Line, end: int) -> Range | None:
    """Gives the noun phrase that ends here, without what it is of, names apart."""
    start = end
    while start > 0 and line.tag(start - 1).startswith(("NN", "JJ", "DT")):
        start -= 1
        if line.tag(start) == "DT":
            break
        if line.word(start - 1) == "of" and line.tag(start - 2).startswith("NNP"):
            start -= 1  # "the Ministry of | Labour"
    return (start, end) if start < end else None


# Words behind a person that say where he works: "a man inside the inquiry".
_AMONG = words("in at inside within from")


def _in_phrase(line: Line, k: int) -> bool:
    if line.tag(k) == "CD" and line.tokens[k].text[:1].isupper() and line.tag(k + 1).startswith("NNP"):
        return line.tag(k - 1) == "DT"  # "the Two Wells Front"
    seated = line.word(k) in ("in", "at") and line.tag(k + 1).startswith("NNP")  # "officials in Orsa"
    someone = is_person_noun(line.lemma(k - 1)) or line.word(k - 1) in UNNAMED
    seated = seated or (line.word(k) in _AMONG and line.tag(k + 1) == "DT" and someone and line.tag(k - 1) == "NN")
    bridge = (seated or line.word(k) in ("of", "for", "-")) and k > 0 and line.tag(k - 1).startswith(("NN", "POS"))
    return line.tag(k).startswith(("NN", "JJ", "DT", "POS", "PRP$", "HYPH")) or bridge


# --- possessives ----------------------------------------------------------------------------------------------------


def whose(view: View, line: Line, at: int) -> Span | None:
    """Gives whom a possessive stands for: the one who can count that its sentence is about, else the one before is; "their" takes up the body
    or group named last."""
    word = line.word(at)
    same = sentence_giver(view, line, at, word)
    before = view.lines[line.index - 1] if line.index else None
    if same is not None or before is None or before.block != line.block or word not in ("its", "their", "his", "her"):
        return same
    if (
        word in ("his", "her")
        and len({m.entity or m.name for m in view.mentions_in(before.span) if m.kind == "person"}) != 1
    ):
        return None
    if word != "their":
        return sentence_giver(view, before, len(before.tokens), word)
    return _last_group(view, before)


def sentence_giver(view: View, line: Line, until: int, word: str) -> Span | None:
    """Gives whom a sentence is about up to a token, where he can count and a possessive fits him."""
    verb = next((k for k in range(until) if line.tag(k) in FINITE), None)
    while verb and (line.tag(verb - 1).startswith("RB") or line.word(verb - 1) == "itself"):
        verb -= 1
    part = subject_of(line, verb) if verb is not None else _opening(line, until)
    if part is None or (part[1] == part[0] + 1 and line.tag(part[0]).startswith("PRP")):
        return None
    fits = (word in ("his", "her")) == is_person(view, line, part)
    return line.span_of(*part) if fits and can_count(view, line, part) and not is_place(view, line, part) else None


def _opening(line: Line, until: int) -> Range | None:
    """Gives the noun phrase that a sentence opens with, where no verb stands before a token."""
    start = after_dateline(line)
    if start >= min(until, len(line.tokens)) or line.tag(start) == "IN":
        return None
    end = min(noun_phrase_end(line, start), until)
    return (start, end) if end > start else None


def _last_group(view: View, line: Line) -> Span | None:
    """Gives the body or group named last in a sentence: whose list "their 197" stands on."""
    for end in range(len(line.tokens), 1, -1):
        if not line.tag(end - 1).startswith("NN"):
            continue
        start = end
        while start > 0 and line.tag(start - 1).startswith(("NN", "JJ", "DT", "POS")):
            start -= 1
            if line.tag(start) == "DT":
                break
        part = (start, end)
        if not is_person(view, line, part) and can_count(view, line, part) and not is_place(view, line, part):
            return line.span_of(*part)
    return None
