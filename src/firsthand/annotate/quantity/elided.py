"""What a number counts when no noun stands beside it: recovered from the noun before it, the verb, or an earlier figure.

`RECOVERIES` is asked in order; each rule gives the noun and the words that license it, or None. A toll without a noun
("killing 12") is the commonest figure that matters, so the verbs that are done to people come with their own rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.annotate.quantity.antecedents import (
    Known,
    Recovery,
    antecedents,
    copy,
    is_person,
    members,
    named,
    one_measure,
    phrase_ending_at,
)
from firsthand.annotate.quantity.figure import Figure
from firsthand.annotate.quantity.levels import clause_subject, level_of, number_follows
from firsthand.annotate.quantity.lists import word_set
from firsthand.annotate.quantity.nouns import NOMINAL, Counted, phrase_at
from firsthand.annotate.quantity.people import DEAD, PEOPLE_VERBS
from firsthand.annotate.quantity.words import Words
from firsthand.records import Span


def recover(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """Gives what a number without a noun counts, and by which rule, or None when nothing around it tells."""
    for name, rule in RECOVERIES:
        if (found := rule(words, figure, known)) is not None:
            return Counted(found.noun, found.spans, True, name)
    return None


_STRONG = re.compile(r"[-\s]strong\s+")


def strong_body(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "its 8,000-strong force": the members of the body named."""
    joint = _STRONG.match(words.text, figure.end)
    if joint is None:
        return None
    phrase = phrase_at(words, joint.end(), words.sentence(figure.start).end)
    return members(words, phrase) if phrase else None


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
        and one_measure(row.figure, figure)
        and words.sentence_index(figure.start) - words.sentence_index(row.figure.start) < 3
    ]
    return copy(near[0]) if near else None


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
            return copy(row.counted)
    return None


_OF = re.compile(
    r"\s*of\s+(?:(?:about|around|some|nearly|almost|the|its|his|her|their|our|all|those|these|a|every|an?\s(?:estimated|expected|planned|original|initial|possible|total)|roughly|approximately|over|more\sthan|original|total|full)\s+)*",
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
        r"(?:[a-z]+\s){0,1}?(?:[\d.,]*\d(?:bn|tn|m|k)?(?:\s(?:million|billion|thousand))?|[a-z]+(?:-[a-z]+)?)\s+(?=[a-z])",
        re.I,
    ).match(words.text, start):
        index = words.from_offset(start)
        last = words.before_offset(number.end())
        if any(token.tag == "CD" for token in words.tokens[index : last + 1]):
            start = number.end()
    phrase = phrase_at(words, start, limit)
    return named(phrase, words.text) if phrase else None


_TOTAL_FIRST = re.compile(
    r"(?:(?:But|And|Yet)\s)?(?:Of|Out of|of|out of)\s(?:the\s|its\s|their\s|his\s|all\s|some\s|about\s|every\s|those\s|these\s)*$"
)


def of_total_before(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "Of the 36 applicants, 21 were turned away": the total named at the head of the sentence."""
    sentence = words.sentence(figure.start)
    for row in known:
        lead = words.text[sentence.start : row.figure.start]
        if (
            sentence.start <= row.figure.start < figure.start
            and len(lead) < 40
            and _TOTAL_FIRST.match(lead)
            and row.counted
        ):
            return copy(row.counted)
    return None


_NO_THING = word_set(
    "total out some average number count figure rate tally estimate minimum maximum fall rise drop increase decrease decline gain loss cut growth jump sum price cost record speed "
    "level value amount share majority minority margin fine worth target profit deficit distance height depth length area temperature capacity range talk talks claim claims finding findings rumour rumours word boast assertion"
)


# "the club speaks of five, the rangers of ten": the second "of" is the verb's.
_GAPPED = re.compile(
    r"\b(?:sp(?:eaks?|oke)|talk(?:s|ed)?|know|knows|knew|tells?|told) of\b[^.;]*[,;] (?:and |but )?(?:the )?[\w’' ]+ of\s(?:about\s|some\s)?$",
    re.I,
)


def noun_of(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "a workforce of 51,000", "a loan of €60m": the noun that "of" joins to the number."""
    lead = re.search(
        r"\bof\s(?:(?:about|around|some|nearly|almost|just|only|over|under|up\sto|at\sleast|more\sthan|fewer\sthan|less\sthan|an\sestimated|roughly|as\smany\sas|as\smuch\sas)\s)*$",
        words.text[max(0, figure.start - 40) : figure.start],
        re.I,
    )
    if lead is None or _GAPPED.search(words.text, words.sentence(figure.start).start, figure.start):
        return None
    index = words.before_offset(max(0, figure.start - 40) + lead.start() if figure.start >= 40 else lead.start())
    phrase = phrase_ending_at(words, index, words.sentence(figure.start).start)
    if phrase is None:
        return None
    head = phrase[-1].text.lower()
    if head in _NO_THING:
        return None
    return members(words, phrase)


def same_scale(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "from 9,400 loaves to 2,350": the other end of a change says what is counted."""
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
            return copy(last.counted)
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
    for counted in antecedents(words, figure, known):
        if is_person(counted) and (about_death or counted.noun.split()[-1].lower() not in DEAD):
            return copy(counted)
    match = PEOPLE_VERBS.search(near_rear) or PEOPLE_VERBS.search(near_lead)
    if match is None or figure.unit is not None:
        return None
    origin = figure.after if PEOPLE_VERBS.search(near_rear) else figure.start - len(near_lead)
    return Counted("people", (Span(origin + match.start(), origin + match.end()),), True, "")


_WITHOUT_NAME = re.compile(
    r"\s(?:on board|aboard|in custody|in hospital|in intensive care|in detention|behind bars|on the run|at large|in quarantine|under arrest|unaccounted for)\b"
)


def somewhere(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "the 212 on board", "nine in custody": people, under the name an earlier figure gave them."""
    match = _WITHOUT_NAME.match(words.text, figure.after)
    if match is None or figure.unit is not None:
        return None
    near = next((counted for counted in antecedents(words, figure, known) if is_person(counted)), None)
    return copy(near) if near else Counted("people", (Span(match.start() + 1, match.end()),), True, "")


_BY_VOTES = re.compile(
    r"\b(?P<word>vot\w+|ballots?|motion|bill|measure|resolution|carried|passed|approved|adopted|rejected|defeated)\b[^.;]{0,60}\bby\s"
    r"(?:\d[\d,]*\s(?:votes\s)?(?:to|against)\s)?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\s(?:votes\s)?(?:to|against)\s\d")


def votes(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "carried by 58 to 41": votes."""
    sentence = words.sentence(figure.start)
    lead = _BY_VOTES.search(words.text, sentence.start, figure.start)
    if lead is None or figure.unit is not None:
        return None
    if not (_AGAINST.match(words.text, figure.after) or lead.group().rstrip().endswith(("to", "against"))):
        return None
    return Counted("votes", (Span(lead.start("word"), lead.end("word")),), True, "")


def figure_before(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """The thing counted by the figure before, in this sentence or the last, if nothing nearer tells."""
    near = antecedents(words, figure, known)
    return copy(near[0]) if near else None


_SECOND_NUMBER = re.compile(
    r",?\s(?:and|or|to|but|if not)\s(?:(?:possibly|perhaps|maybe|even|up to|about|as many as)\s)*"
    r"(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)(?:\s(?:million|billion|thousand|hundred))?,?\s(?=[a-z])"
)


def shared_noun(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "between 40 and perhaps 70 herons": the noun behind the second of two numbers."""
    match = _SECOND_NUMBER.match(words.text, figure.after)
    if match is None or figure.unit is not None:
        return None
    last = words.before_offset(match.end())
    last -= last > 0 and words.tokens[last].text == ","
    if last < 0 or words.tokens[last].tag != "CD":
        return None
    phrase = phrase_at(words, match.end(), words.sentence(figure.start).end)
    return named(phrase, words.text) if phrase else None


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
    return copy(known[-1].counted)


_VOTED = re.compile(
    r"\s(?:had\s|have\s)?(?:voted|turned out|cast (?:a|their) ballots?|spoil(?:ed|t) (?:the|their)\s)", re.IGNORECASE
)


def voters(words: Words, figure: Figure, known: Sequence[Known]) -> Counted | None:
    """ "61% voted for": those who vote."""
    match = _VOTED.match(words.text, figure.after)
    if (
        match is None
        or (figure.unit is not None and figure.unit.kind != "percent")
        or any(row.counted and is_person(row.counted) for row in known)
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
    ("votes for and against", votes),
    ("people somewhere", somewhere),
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
