"""What stands at a level: the noun that a verb of rising, falling or being puts at a number ("the toll rose to 41")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.annotate.quantity.antecedents import Known, members, named
from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.lists import word_set
from firsthand.annotate.quantity.nouns import CALENDAR, Counted, normal_form, phrase_at
from firsthand.annotate.quantity.people import MEMBERS, PEOPLE_VERBS, counts_people
from firsthand.annotate.quantity.words import Words
from firsthand.records import Span, Token

_COUNTERS = word_set(
    "number numbers count tally figure figures total totals estimate estimates amount toll tolls share proportion percentage rate quota list"
)

# Verbs that put a number of things at a level; those of the second row only tell prices, shares and lengths.
_LEVEL = re.compile(
    r"^(?:be|stand|rise|fall|drop|climb|grow|shrink|jump|reach|hit|top|total|number|exceed|surpass|pass|cut|lower|raise|revise|put|bring|take|reduce|increase|decrease|"
    r"decline|slip|slide|tumble|surge|swell|narrow|widen|double|triple|treble|remain|stay|go|come|approach|near|plunge|soar|plummet|dwindle|edge|ease|slow|accelerate|average|"
    r"amount|equal|peak|correct|change|adjust|expand|estimate|contract|dip|sink|lift|push|boost|trim|slash|halve|restate|downgrade|upgrade)$"
)

_PRICE_LEVEL = re.compile(
    r"^(?:cost|fetch|buy|close|open|trade|sell|settle|gain|lose|advance|add|rally|rebound|run|sit|measure|weigh|stretch|last|yield|score|register|record|hold|crash|collapse|vote|pay|earn|make|account|represent|keep|set|have|get|shed|finish|end)$"
)

_CHAIN = re.compile(
    r"^(?:to|at|by|from|of|as|about|around|some|nearly|almost|just|only|over|under|roughly|up|down|back|again|now|then|still|already|more|than|less|fewer|least|most|no|"
    r"an|a|estimated|on|off|not|some|further|another|approximately|between|and|or|today|yesterday|average|worth|the|high|low|record|slightly|well|even|as|much|many|quite|short|close|exactly|least|below|above|far|since|also|currently|in|total|further|sharply|likely|expected)$",
    re.IGNORECASE,
)


def level_of(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "the toll rose to 41", "the club puts the attendance at 1,300": what stands at that level, the object of the verb or its subject."""
    sentence = words.sentence(figure.start)
    index = words.before_offset(figure.start)
    index = _skip_back(words, index, sentence.start, known[-1].figure if known else None)
    if index < 0 or words.tokens[index].start < sentence.start:
        return None
    token = words.tokens[index]
    if token.tag in ("NN", "NNS", "NNP", "NNPS", "PRP") and index >= 1:
        return _from_object(words, figure, known, index, sentence)
    if _is_done_to_noun(words, index) and (found := _from_object(words, figure, known, index, sentence)) is not None:
        return found
    if token.pos in ("VERB", "AUX") or token.text == "worth":
        return _from_subject(words, figure, known, index, sentence)
    return None


def _is_done_to_noun(words: Words, index: int) -> bool:
    """Says whether a participle stands right behind its noun: "the count of the huts burnt", "the roofs damaged"."""
    return index > 0 and words.tokens[index].tag in ("VBN", "VBD") and words.tokens[index - 1].tag in ("NN", "NNS")


def _is_level(figure: Figure, verb: Token) -> bool:
    """Says whether a verb puts its subject or object at the number."""
    return _LEVEL.match(verb.lemma) is not None or (
        (figure.unit is not None or "." in str(figure.low)) and _PRICE_LEVEL.match(verb.lemma) is not None
    )


_OF_TIME = word_set(
    "second minute hour day night week fortnight month quarter season year decade century summer winter spring autumn weekend morning evening afternoon "
    "seconds minutes hours days nights weeks months quarters years decades summers winters noon midnight dawn dusk nightfall midday lunchtime"
)

_NOT_SUBJECTS = _OF_TIME | CALENDAR | frozenset(("percent", "per", "cent", "%", "most", "many", "others"))


# Behind these a number names company or contrast, not a level: "were among the eight injured".
_NO_LEVEL = word_set("among amongst including with without despite")


def _skip_back(words: Words, index: int, floor: int, last: Figure | None) -> int:
    """Passes over the other ends of a change ("from 12 in May to"), its adverbs and bounds, back to a verb or a noun."""
    while index >= 0 and words.tokens[index].start >= floor:
        token = words.tokens[index]
        if token.text.lower() in _NO_LEVEL:
            return -1
        if (
            (last is not None and last.start <= token.start < last.end)
            or token.pos in ("ADP", "ADV", "PART", "NUM", "DET", "SCONJ")
            or _CHAIN.match(token.text)
            or token.tag in ("CD", "$", "RB", "JJR", "JJS")
            or token.text in ("%", "$", "€", "£")
            or token.text.lower() in _OF_TIME | CALENDAR
            or (token.tag in ("NN", "NNP") and index > 0 and words.tokens[index - 1].text.lower() in ("a", "an", "per"))
        ):
            index -= 1
        else:
            break
    return index


def _from_object(words: Words, figure: Figure, known: Sequence[Known], index: int, sentence: Span) -> Counted | None:
    """ "raised its forecast of arrivals from": the noun between a verb of level and its preposition."""
    first = index
    verb = -1
    for at in range(index, max(-1, index - 9), -1):
        token = words.tokens[at]
        if token.start < sentence.start or token.text in (",", ";", ":"):
            break
        if token.pos in ("VERB", "AUX") and not (at == index and _is_done_to_noun(words, at)):
            verb = at
            break
        first = at
    if verb < 0 or not _is_level(figure, words.tokens[verb]) or words.tokens[index].tag == "PRP":
        return None
    return _measured(words, figure, known, first, index + 1)


def _from_subject(words: Words, figure: Figure, known: Sequence[Known], index: int, sentence: Span) -> Counted | None:
    """ "sales of the almanac passed 30,000": the first noun phrase of the clause before its verb."""
    token = words.tokens[index]
    if token.text != "worth" and (not _is_level(figure, token) or _has_agent(words, index)):
        return None
    first_verb = index
    while (
        first_verb > 0
        and words.tokens[first_verb - 1].start >= sentence.start
        and words.tokens[first_verb - 1].pos in ("VERB", "AUX", "ADV", "PART")
    ):
        first_verb -= 1
    start = _clause_start(words, first_verb, sentence)
    return _measured(words, figure, known, start, first_verb)


_DONE_TO = word_set(
    "put bring take cut lower raise revise reduce push lift boost trim slash halve correct change adjust restate estimate"
)


def _has_agent(words: Words, index: int) -> bool:
    """Says whether the verb's subject does the cutting or raising, so that the number is not the subject's level ("owners put in €50m")."""
    token = words.tokens[index]
    passive = (
        token.tag == "VBN"
        and index > 0
        and any(t.lemma in ("be", "have") for t in words.tokens[max(0, index - 3) : index])
    )
    return token.lemma in _DONE_TO and not passive


_BREAKS = frozenset((";", ":", "—", "–", "(", "“", '"'))


def _is_dash(words: Words, index: int) -> bool:
    """Says whether a hyphen stands as a dash, with blanks around it: behind a dateline, in wire copy."""
    token = words.tokens[index]
    around = words.text[token.start - 1 : token.start] + words.text[token.end : token.end + 1]
    return token.text == "-" and around == "  "


def _clause_start(words: Words, verb: int, sentence: Span) -> int:
    """Gives the index where the clause of a verb begins: past the last break, conjunction or earlier finite verb."""
    index = verb
    while index > 0 and words.tokens[index - 1].start >= sentence.start:
        token = words.tokens[index - 1]
        if token.text == "," and (aside := _said_aside(words, index - 1, sentence)):
            index = aside
            continue
        if (
            token.text in _BREAKS
            or _is_dash(words, index - 1)
            or (
                token.text.lower() in ("and", "but", "while", "that", "although", "when", "as")
                and index < verb
                and token.tag in ("CC", "IN")
            )
        ):
            break
        if (
            token.pos in ("VERB", "AUX")
            and token.tag in ("VBD", "VBZ", "VBP", "MD")
            and token.text.lower() not in ("called", "known", "based")
        ):
            break
        index -= 1
    return index


def _said_aside(words: Words, comma: int, sentence: Span) -> int | None:
    """Gives the index of the comma that opens ", he added," when the comma at hand closes it."""
    for index in range(comma - 1, max(-1, comma - 7), -1):
        if words.tokens[index].start < sentence.start:
            return None
        if words.tokens[index].text == ",":
            return (
                index
                if any(
                    words.tokens[at].lemma in ("say", "add", "note", "tell", "claim") for at in range(index + 1, comma)
                )
                else None
            )
    return None


def _measured(words: Words, figure: Figure, known: Sequence[Known], start: int, end: int) -> Counted | None:
    """Gives what a noun phrase measures: "the number of strikes" is strikes, "the toll" the dead, "it" the figure before."""
    index = start
    while index < end:
        token = words.tokens[index]
        if token.pos == "ADP":
            # A leading "in the city," or "by noon" is not the subject.
            index += 1
            timed = index
            while timed < end and (
                words.tokens[timed].text.lower() in _NOT_SUBJECTS or words.tokens[timed].pos in ("DET", "NUM")
            ):
                timed += 1
            if timed > index and words.tokens[timed - 1].text.lower() in _NOT_SUBJECTS:
                index = timed
                continue
            while (
                index < end
                and words.tokens[index].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")
                and words.tokens[index].text != ","
            ):
                index += 1
            continue
        if token.tag == "PRP":
            return None
        if token.text.lower() in _NOT_SUBJECTS:
            index += 1
            continue
        if token.tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG") and (
            phrase := phrase_at(words, token.start, words.tokens[end - 1].end)
        ):
            last = words.from_offset(phrase[-1].end)
            if last < end and words.tokens[last].tag == "POS":
                index = last + 1
                continue
            return _what_is_measured(words, phrase, end, figure.unit is not None and figure.unit.kind == "measure")
        index += 1
    return None


def _what_is_measured(words: Words, phrase: tuple[Token, ...], end: int, measured: bool) -> Counted | None:
    """Gives the thing behind a noun that only counts ("the number of strikes"), or the people behind a body, unless it is that itself which is measured."""
    head = phrase[-1].text.lower()
    noun = normal_form(phrase, words.text).lower()
    at = words.from_offset(phrase[-1].end)
    if head in _COUNTERS and head not in ("toll", "tolls"):
        following = words.tokens[at] if at < len(words.tokens) else None
        if following is not None and following.text.lower() == "of" and (of := _phrase_behind(words, at, end)):
            return members(words, of)
        if following is not None and PEOPLE_VERBS.match(following.text) and following.tag in ("VBN", "VBD", "JJ"):
            return Counted("people", (following.span,), True, "")
        return None
    if (noun in MEMBERS or head in MEMBERS) and not measured:
        return members(words, phrase)
    return named(phrase, words.text)


def _phrase_behind(words: Words, of: int, end: int) -> tuple[Token, ...] | None:
    """Gives the noun phrase that an "of" leads to, past its article."""
    first = of + 1
    while first < end and words.tokens[first].pos in ("DET", "PRON") and first - of < 3:
        first += 1
    return phrase_at(words, words.tokens[first].start, words.tokens[min(end, len(words.tokens)) - 1].end)


def number_follows(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "taking to 26 the tally of wrecks": the measured noun stands behind the number."""
    match = re.compile(
        r"\s(?:as\s)?(?:the|its|their)\s(?:[\w’'-]+[’']s?\s)?(?=(?:total\s)?(?:number|count|tally|toll|death))"
    ).match(words.text, figure.after)
    if match is None:
        return None
    phrase = phrase_at(words, match.end(), words.sentence(figure.start).end)
    return _what_is_measured(words, phrase, len(words.tokens), False) if phrase else None


_CLAUSE_OPENS = re.compile(
    r"(?:\bthat|\band|\bbut|\bwhile|,)\s(?:(?:about|around|some|only|just|nearly|almost|at least|more than|over|under)\s)*$"
)


def clause_subject(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """For a share, a length or a price with nothing beside it: the subject of its sentence."""
    if (figure.unit is not None and figure.unit.kind == "money") or (
        figure.unit is None and any(row.counted for row in known)
    ):
        return None
    following = words.next_token(figure.after)
    opens_clause = _CLAUSE_OPENS.search(words.text[max(0, figure.start - 24) : figure.start]) is not None
    if following is not None and (
        following.tag in ("VBD", "VBZ", "VBP", "MD") or (opens_clause and following.tag in ("RB", "VB", "VBN", "JJ"))
    ):
        # "57% back the strike": the share is a subject itself, of those counted before.
        return None
    sentence = words.sentence(figure.start)
    index = words.from_offset(sentence.start)
    end = words.before_offset(figure.start) + 1
    while index < end and words.tokens[index].pos not in ("VERB", "AUX"):
        index += 1
    start = words.from_offset(sentence.start)
    found = _measured(words, figure, known, start, index) if index > start else None
    # A bare count takes the subject only where that is a plural: "Almost all the boats - 51 of 54 - sailed".
    return (
        found
        if found is None
        or figure.unit is not None
        or found.noun.endswith("s")
        or counts_people(found.noun.split()[-1].lower())
        else None
    )
