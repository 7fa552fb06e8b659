"""What a number counts when no noun stands beside it: recovered from the noun before it, the verb, or an earlier figure.

`RECOVERIES` is asked in order; each rule gives the noun and the words that license it, or None. A toll without a noun
("killing 12") is the commonest figure that matters, so the verbs that are done to people come with their own rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.annotate.quantity.figures import Figure
from firsthand.annotate.quantity.nouns import CALENDAR, NOMINAL, Counted, normal_form, phrase_at
from firsthand.annotate.quantity.people import DEAD, MEMBERS, PEOPLE_VERBS, is_person_noun
from firsthand.annotate.quantity.words import Words
from firsthand.records import Span, Token


@dataclass(frozen=True, slots=True)
class Known:
    """A figure read before this one, and what it counts."""

    figure: Figure
    counted: Counted | None


_COUNTERS = frozenset(
    "number numbers count tally figure figures total totals estimate estimates amount toll tolls share proportion percentage rate quota list".split()
)


def recover(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """Gives what a number without a noun counts, and by which rule, or None when nothing around it tells."""
    for name, rule in RECOVERIES:
        if (found := rule(words, figure, known)) is not None:
            return Counted(found.noun, found.spans, True, name)
    return None


Recovery = Callable[[Words, Figure, Sequence[Known]], Counted | None]


def _copy(counted: Counted) -> Counted:
    return Counted(counted.noun, counted.spans, True, "")


def _named(tokens: tuple[Token, ...], text: str) -> Counted:
    noun = normal_form(tokens, text)
    return Counted(noun, (Span(tokens[0].start, tokens[-1].end),), True, "")


_STRONG = re.compile(r"[-\s]strong\s+")


def strong_body(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "its 8,000-strong force": the members of the body named."""
    joint = _STRONG.match(words.text, figure.end)
    if joint is None:
        return None
    phrase = phrase_at(words, joint.end(), words.sentence(figure.start).end)
    return _members(words, phrase) if phrase else None


def _members(words: Words, phrase: tuple[Token, ...]) -> Counted:
    noun = normal_form(phrase, words.text)
    head = phrase[-1].text.lower()
    return Counted(
        MEMBERS.get(noun.lower()) or MEMBERS.get(head) or noun, (Span(phrase[0].start, phrase[-1].end),), True, ""
    )


_OF_PRONOUN = re.compile(
    r"\s*,?\s*(?:percent\s|per\scent\s)?of\s(?:them|whom|which|those|these|it|that|the\s(?:total|dead|number))\b",
    re.IGNORECASE,
)
_PRONOUN_LED = re.compile(
    r"(?:\b(?:of|among|amongst)\s(?:them|whom|which|those|these)\b|\bthem\b)[,:]?\s(?:(?:only|just|some|about|around|at least|nearly|almost|more than)\s)*$",
    re.IGNORECASE,
)


def of_them(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "12 of them", "of whom nine": the thing counted last."""
    lead = words.text[max(0, figure.start - 40) : figure.start]
    if not (_OF_PRONOUN.match(words.text, figure.after) or _PRONOUN_LED.search(lead)):
        return None
    near = [
        row.counted
        for row in reversed(known)
        if row.counted is not None
        and _one_measure(row.figure, figure)
        and words.sentence_index(figure.start) - words.sentence_index(row.figure.start) < 3
    ]
    return _copy(near[0]) if near else None


def _one_measure(one: Figure, other: Figure) -> bool:
    """Says whether two figures may count one thing: both in money or neither, a share of either."""
    money = one.unit is not None and one.unit.kind == "money"
    return (
        money == (other.unit is not None and other.unit.kind == "money")
        or other.unit is not None
        and other.unit.kind == "percent"
        or other.kind == "fraction"
    )


_THOSE_DONE = re.compile(r"\s*of\s(?:those|the people|the \w+)\s(?P<verb>\w+ed|hurt|held|shot|found)\b", re.IGNORECASE)


def of_those(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "ten of those arrested": the figure of which the same was said."""
    match = _THOSE_DONE.match(words.text, figure.after)
    if match is None:
        return None
    for row in reversed(known):
        around = words.text[max(0, row.figure.start - 24) : row.figure.after + 32]
        if (
            row.counted is not None
            and row.figure.unit is None
            and re.search(rf"\b{re.escape(match['verb'][:-2])}", around, re.IGNORECASE)
        ):
            return _copy(row.counted)
    return None


_OF = re.compile(
    r"\s*of\s+(?:(?:about|around|some|nearly|almost|the|its|his|her|their|our|all|those|these|a|every|an?\sestimated|over|more\sthan|original|total|full)\s+)*",
    re.IGNORECASE,
)


def of_phrase(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "three of the guards", "nine of the 11 victims": the noun that "of" leads to, past a second number."""
    joint = _OF.match(words.text, figure.after)
    if joint is None:
        return None
    limit = words.sentence(figure.start).end
    start = joint.end()
    if possessive := re.compile(r"(?:[\w’'-]+\s){0,3}?[\w-]+(?:['’]s|s['’])\s+").match(words.text, start):
        start = possessive.end()
    if number := re.compile(
        r"(?:[a-z]+\s){0,1}?(?:[\d.,]*\d(?:\s(?:million|billion|thousand))?|[a-z]+(?:-[a-z]+)?)\s+(?=[a-z])", re.I
    ).match(words.text, start):
        index = words.from_offset(start)
        last = words.before_offset(number.end())
        if any(token.tag == "CD" for token in words.tokens[index : last + 1]):
            start = number.end()
    phrase = phrase_at(words, start, limit)
    return _named(phrase, words.text) if phrase else None


_TOTAL_FIRST = re.compile(
    r"(?:(?:But|And|Yet)\s)?(?:Of|Out of|of|out of)\s(?:the\s|its\s|their\s|his\s|all\s|some\s|about\s|every\s|those\s|these\s)*$"
)


def of_total_before(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "Of the 44 accused, 29 were convicted": the total named at the head of the sentence."""
    sentence = words.sentence(figure.start)
    for row in known:
        lead = words.text[sentence.start : row.figure.start]
        if (
            sentence.start <= row.figure.start < figure.start
            and len(lead) < 40
            and _TOTAL_FIRST.match(lead)
            and row.counted
        ):
            return _copy(row.counted)
    return None


_NO_THING = frozenset(
    "total out some average number count figure rate tally estimate minimum maximum fall rise drop increase decrease decline gain loss cut growth jump sum price cost record speed "
    "level value amount share majority minority margin fine worth target profit deficit distance height depth length area temperature capacity range".split()
)


def noun_of(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "a workforce of 51,000", "a loan of €60m": the noun that "of" joins to the number."""
    lead = re.search(
        r"\bof\s(?:(?:about|around|some|nearly|almost|just|only|over|under|up\sto|at\sleast|more\sthan|fewer\sthan|less\sthan|an\sestimated|roughly|as\smany\sas|as\smuch\sas)\s)*$",
        words.text[max(0, figure.start - 40) : figure.start],
        re.I,
    )
    if lead is None:
        return None
    index = words.before_offset(max(0, figure.start - 40) + lead.start() if figure.start >= 40 else lead.start())
    phrase = _phrase_ending_at(words, index, words.sentence(figure.start).start)
    if phrase is None:
        return None
    head = phrase[-1].text.lower()
    if head in _NO_THING:
        return None
    return _members(words, phrase)


def _phrase_ending_at(words: Words, index: int, floor: int) -> tuple[Token, ...] | None:
    """Gives the noun phrase whose head is the token at `index`, or None when that is no noun."""
    if index < 0 or words.tokens[index].tag not in ("NN", "NNS", "NNP", "NNPS") or words.tokens[index].start < floor:
        return None
    first = index
    while (
        first > 0
        and words.tokens[first - 1].start >= floor
        and words.tokens[first - 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ")
    ):
        first -= 1
    return tuple(words.tokens[first : index + 1])


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
    """ "the toll rose to 41", "police put the crowd at 25,000": what stands at that level, the object of the verb or its subject."""
    sentence = words.sentence(figure.start)
    index = words.before_offset(figure.start)
    index = _skip_back(words, index, sentence.start)
    if index < 0 or words.tokens[index].start < sentence.start:
        return None
    token = words.tokens[index]
    if token.tag in ("NN", "NNS", "NNP", "NNPS", "PRP") and index >= 1:
        return _from_object(words, figure, known, index, sentence)
    if token.pos in ("VERB", "AUX") or token.text == "worth":
        return _from_subject(words, figure, known, index, sentence)
    return None


def _is_level(figure: Figure, verb: Token) -> bool:
    """Says whether a verb puts its subject or object at the number."""
    return (
        _LEVEL.match(verb.lemma) is not None
        or (figure.unit is not None or "." in str(figure.low))
        and _PRICE_LEVEL.match(verb.lemma) is not None
    )


_OF_TIME = frozenset(
    "second minute hour day night week fortnight month quarter season year decade century summer winter spring autumn weekend morning evening afternoon "
    "seconds minutes hours days nights weeks months quarters years decades summers winters".split()
)


_NOT_SUBJECTS = _OF_TIME | CALENDAR | frozenset(("percent", "per", "cent", "%", "most", "many", "others"))


def _skip_back(words: Words, index: int, floor: int) -> int:
    """Passes over the other ends of a change ("from 12 in May to"), its adverbs and bounds, back to a verb or a noun."""
    while index >= 0 and words.tokens[index].start >= floor:
        token = words.tokens[index]
        if (
            token.pos in ("ADP", "ADV", "PART", "NUM", "DET", "SCONJ")
            or _CHAIN.match(token.text)
            or token.tag in ("CD", "$", "RB", "JJR", "JJS")
            or token.text in ("%", "$", "€", "£")
        ):
            index -= 1
        elif (
            token.text.lower() in _OF_TIME | CALENDAR
            or token.tag in ("NN", "NNP")
            and index > 0
            and words.tokens[index - 1].text.lower() in ("a", "an", "per")
        ):
            index -= 1
        else:
            break
    return index


def _from_object(words: Words, figure: Figure, known: Sequence[Known], index: int, sentence: Span) -> Counted | None:
    """ "lowered its estimate of infections from": the noun between a verb of level and its preposition."""
    first = index
    verb = -1
    for at in range(index, max(-1, index - 9), -1):
        token = words.tokens[at]
        if token.start < sentence.start or token.text in (",", ";", ":"):
            break
        if token.pos in ("VERB", "AUX"):
            verb = at
            break
        first = at
    if verb < 0 or not _is_level(figure, words.tokens[verb]) or words.tokens[index].tag == "PRP":
        return None
    return _measured(words, figure, known, first, index + 1)


def _from_subject(words: Words, figure: Figure, known: Sequence[Known], index: int, sentence: Span) -> Counted | None:
    """ "cases of the virus topped 1 million": the first noun phrase of the clause before its verb."""
    token = words.tokens[index]
    if token.text != "worth" and not _is_level(figure, token):
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


_BREAKS = frozenset((";", ":", "—", "–", "(", "“", '"'))


def _clause_start(words: Words, verb: int, sentence: Span) -> int:
    """Gives the index where the clause of a verb begins: past the last break, conjunction or earlier finite verb."""
    index = verb
    while index > 0 and words.tokens[index - 1].start >= sentence.start:
        token = words.tokens[index - 1]
        if token.text == "," and (aside := _said_aside(words, index - 1, sentence)):
            index = aside
            continue
        if token.text in _BREAKS or (
            token.text.lower() in ("and", "but", "while", "that", "although", "when", "as")
            and index < verb
            and token.tag in ("CC", "IN")
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
            # A leading "in the city," is not the subject.
            index += 1
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
            return _what_is_measured(words, phrase, end)
        index += 1
    return None


def _what_is_measured(words: Words, phrase: tuple[Token, ...], end: int) -> Counted | None:
    head = phrase[-1].text.lower()
    noun = normal_form(phrase, words.text).lower()
    at = words.from_offset(phrase[-1].end)
    if head in _COUNTERS and head not in ("toll", "tolls"):
        following = words.tokens[at] if at < len(words.tokens) else None
        if (
            following is not None
            and following.text.lower() == "of"
            and (of := phrase_at(words, following.end + 1, words.tokens[min(end, len(words.tokens)) - 1].end))
        ):
            return _members(words, of)
        if following is not None and PEOPLE_VERBS.match(following.text) and following.tag in ("VBN", "VBD", "JJ"):
            return Counted("people", (following.span,), True, "")
        return None
    if noun in MEMBERS or head in MEMBERS:
        return _members(words, phrase)
    return _named(phrase, words.text)


def number_follows(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "bringing to 19 the number of deaths": the measured noun stands behind the number."""
    match = re.compile(r"\s(?:the|its|their)\s(?=(?:total\s)?(?:number|count|tally|toll|death))").match(
        words.text, figure.after
    )
    if match is None:
        return None
    phrase = phrase_at(words, match.end(), words.sentence(figure.start).end)
    return _what_is_measured(words, phrase, len(words.tokens)) if phrase else None


def same_scale(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "from 12,600 votes to 3,150": the other end of a change says what is counted."""
    if not known:
        return None
    last = known[-1]
    between = words.text[last.figure.end : figure.start]
    if (
        last.counted
        and not last.counted.elided
        and re.fullmatch(
            r"\s[\w\s,-]{0,40}?\s?(?:to|from|versus|against|compared with|instead of|not)\s(?:the\s)?(?:about\s|some\s|around\s|just\s|only\s|nearly\s)?",
            between,
        )
        and not re.search(r"[.;]", between)
    ):
        sentence = words.sentence(figure.start)
        if last.figure.start >= sentence.start and (last.figure.unit is None) == (figure.unit is None):
            return _copy(last.counted)
    return None


def toll_verb(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "killing 12 and wounding 23", "eight were hurt": people, under the name an earlier figure gave them."""
    sentence = words.sentence(figure.start)
    lead = words.text[max(sentence.start, figure.start - 30) : figure.start]
    rear = words.text[figure.after : min(sentence.end, figure.after + 40)]
    near_lead = re.split(r"[,;:]|\band\b|\bwhile\b", lead)[-1]
    near_rear = re.split(r"[,;:]|\band\b|\bwhile\b", rear)[0]
    first = re.match(r"\s*(\w+)", rear)
    if not (
        PEOPLE_VERBS.search(near_lead) or PEOPLE_VERBS.search(near_rear) or (first and first[1].lower() in NOMINAL)
    ):
        return None
    about_death = re.search(r"\b(?:kill|dead|die|dying|death|bod)", near_lead + near_rear, re.IGNORECASE)
    for counted in _antecedents(words, figure, known):
        if _is_person(counted) and (about_death or counted.noun.split()[-1].lower() not in DEAD):
            return _copy(counted)
    match = PEOPLE_VERBS.search(near_rear) or PEOPLE_VERBS.search(near_lead)
    if match is None or figure.unit is not None:
        return None
    origin = figure.after if PEOPLE_VERBS.search(near_rear) else figure.start - len(near_lead)
    return Counted("people", (Span(origin + match.start(), origin + match.end()),), True, "")


def _is_person(counted: Counted) -> bool:
    return is_person_noun(counted.noun.split()[-1].lower())


def figure_before(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """The thing counted by the figure before, in this sentence or the last, if nothing nearer tells."""
    near = _antecedents(words, figure, known)
    return _copy(near[0]) if near else None


def clause_subject(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """For a share, a length or a price with nothing beside it: the subject of its sentence."""
    if (
        figure.unit is not None
        and figure.unit.kind == "money"
        or figure.unit is None
        and any(row.counted for row in known)
    ):
        return None
    sentence = words.sentence(figure.start)
    index = words.from_offset(sentence.start)
    end = words.before_offset(figure.start) + 1
    while index < end and words.tokens[index].pos not in ("VERB", "AUX"):
        index += 1
    start = words.from_offset(sentence.start)
    found = _measured(words, figure, known, start, index) if index > start else None
    # A bare count takes the subject only where that is a plural: "Nearly all the passengers - 312 of 318 - asked".
    return (
        found
        if found is None
        or figure.unit is not None
        or found.noun.endswith("s")
        or is_person_noun(found.noun.split()[-1].lower())
        else None
    )


def _antecedents(words: Words, figure: Figure, known: Sequence[Known]) -> list[Counted]:
    """Gives what earlier figures of this sentence and the one before counted, the likeliest first.

    Nearest first, but a figure behind a preposition of place or time ("at four ports") is only taken when no other is there.
    """
    here = words.sentence_index(figure.start)
    unit = figure.unit.name if figure.unit else None
    alike: list[Counted] = []
    strong: list[Counted] = []
    weak: list[Counted] = []
    for row in reversed(known):
        distance = here - words.sentence_index(row.figure.start)
        if distance > 2 or words.block_index(row.figure.start) < words.block_index(figure.start) - 1:
            break
        counted = row.counted
        if (
            counted is None
            or row.figure.unit is not None
            and row.figure.unit.kind == "time"
            or not _one_measure(row.figure, figure)
        ):
            continue
        lead = words.text[max(0, row.figure.start - 24) : row.figure.start]
        aside = (
            re.search(
                r"\b(?:in|at|through|across|over|on|within|after|with|from|between|near|including|among them|of whom)\s(?:the\s)?(?:at least\s|about\s|some\s)?$",
                lead,
            )
            and not counted.elided
        )
        measured = unit is not None and row.figure.unit is not None and row.figure.unit.name == unit
        (alike if measured else weak if aside else strong).append(counted)
    return alike + strong + weak


_SECOND_NUMBER = re.compile(
    r"\s(?:and|or|to|but|if not)\s(?:(?:possibly|perhaps|maybe|even|up to|about|as many as)\s)*(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)(?:\s(?:million|billion|thousand|hundred))?\s(?=[a-z])"
)


def shared_noun(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "between 300 and possibly 500 militants": the noun behind the second of two numbers."""
    match = _SECOND_NUMBER.match(words.text, figure.after)
    if match is None or figure.unit is not None:
        return None
    last = words.before_offset(match.end())
    if last < 0 or words.tokens[last].tag != "CD":
        return None
    phrase = phrase_at(words, match.end(), words.sentence(figure.start).end)
    return _named(phrase, words.text) if phrase else None


def same_unit(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "33% for one and 28% for the other": a second share or price in one list measures what the first did."""
    if not known or figure.unit is None or known[-1].figure.unit != figure.unit or known[-1].counted is None:
        return None
    start = words.sentence(figure.start).start
    between = range(words.from_offset(known[-1].figure.end), words.from_offset(figure.start))
    if known[-1].figure.start < start or any(
        words.tokens[index].pos == "VERB" and words.tokens[index].tag != "VBG" for index in between
    ):
        return None
    return _copy(known[-1].counted)


_VOTED = re.compile(
    r"\s(?:had\s|have\s)?(?:voted|turned out|cast (?:a|their) ballots?|spoil(?:ed|t) (?:the|their)\s)", re.IGNORECASE
)


def voters(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "61% voted for": those who vote."""
    match = _VOTED.match(words.text, figure.after)
    if (
        match is None
        or figure.unit is not None
        and figure.unit.kind != "percent"
        or any(row.counted and _is_person(row.counted) for row in known)
    ):
        return None
    return Counted("voters", (Span(match.start() + 1, match.end()),), True, "")


RECOVERIES: tuple[tuple[str, Recovery], ...] = (
    ("members of a body", strong_body),
    ("of them", of_them),
    ("of those", of_those),
    ("shared noun", shared_noun),
    ("of a named total", of_phrase),
    ("total before", of_total_before),
    ("same scale", same_scale),
    ("number follows", number_follows),
    ("noun of", noun_of),
    ("those who voted", voters),
    ("same unit", same_unit),
    ("level of", level_of),
    ("done to people", toll_verb),
    ("subject of the clause", clause_subject),
    ("figure before", figure_before),
)  # fmt: skip
