"""Scopes: words round a number that make two counts of one class different things, and how wide a count is."""

from __future__ import annotations

import re

ADMITTED = r"admitted(?! to\s*$)(?! (?:to (?:only|just|having|a mere|no more)|that|it|he|she|they|having|only|just)\b)"  # to a hospital, not a fault
# Words of scope that make two counts of one kind different things.
SCOPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.I))
    for name, p in (
        ("civilians", r"civilians?|townspeople"), ("children", r"(?:school)?children|minors|child|pupils|infants|under-?\d+s|under (?:the age of )?(?:1\d|eighteen)(?= |$|\W)"), ("women", r"(?<!men and )(?<!men or )women|girls"),
        ("soldiers", r"soldiers?|troops|servicem[ea]n|military personnel|(?:members of )?the armed forces|military (?:dead|deaths|toll|losses)"),
        ("fighters", r"fighters|combatants|gunmen|militants|insurgents|guerrillas|terrorists"),
        ("guards", r"prison (?:officers|guards)|warders|jailers"),
        ("workers", r"(?<!media )(?<!aid )(?<!health )(?<!rescue )(?<!relief )(?<!care )(?<!social )workers|employees|contractors"),
        ("foreigners", r"foreigners|foreign nationals|tourists"), ("rescuers", r"firefighters|rescuers|police (?:officers|constables)|policem[ae]n|medics"),
        ("confirmed", r"confirmed cases?|laboratory.confirmed|verified"), ("suspected", r"suspected|probable cases"),
        ("estimate", r"model(?:led|ling)?|projected|projections?|(?:could|may|might|will) (?:yet |still |well )?(?:surpass|exceed|top|reach|pass|go past|climb to)|(?:could|may|might) be(?= (?:dead|missing|trapped|buried|hurt|injured|as (?:many|high|few|low) as)|\s*(?:(?:about|some|around|nearly|at least|more than|up to)\s*)?$)|expect(?:s|ed|ing)(?=\s*$)|expected to(?! (?:rise|grow|climb|increase|go up))|likely to|feared|forecasts?"),
        ("those received", rf"received|brought to|{ADMITTED}|taken in|treated"),
        ("identified", r"identified|names? (?:for|to)|have been named|been put to"),
        ("serious", r"(?:badly|seriously|critically|gravely|severely) (?:hurt|injured|wounded|ill|burnt)|(?:serious|critical|grave) (?:injuries|condition)|intensive care"),
        ("that day", r"in the course of the day|(?:in|over|during) (?:the )?(?:past|last) (?:24 hours|day)|new(?:ly)? (?:cases|deaths|reported)|in a single day|since (?:the|our|its|my) (?:last|previous) (?:report|bulletin|update|statement|note)|on (?:\w+day|that day) alone"),
    )
)  # fmt: skip


# Groups that people are of by what they do: nobody is of two, and a body that counts its own may leave the word out.
CALLINGS = frozenset({"civilians", "soldiers", "fighters", "guards", "workers", "rescuers"})
_BY_WHOM = re.compile(r"\bby (?:the )?\w+\b")  # who does it is not counted
PEOPLE = CALLINGS | {"children", "women", "foreigners"}

# Counts of a city's hospitals and of a province's are both right at once: how wide a count is, where its own sentence says so.
LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(p, re.I))
    for name, p in (
        (
            "the city",
            r"\b(?:in|inside|within) the (?:city|town|village|port) of\b|\b(?:city|town|municipality)(?:['’]s)?\s+(?:\w+\s)?(?:hospitals?|clinics?|wards?|limits?|boundar(?:y|ies)|morgues?)\b|"
            r"\b(?:in|inside|within|across|throughout) the (?:city|town)\b|\bhospitals (?:in|across) (?:the )?city\b",
        ),
        (
            "the province",
            r"\b(?:in|inside|within|across|throughout|around) the (?:\w+ )?(?:province|region|county|prefecture|governorate|federal state|highlands?|lowlands?|uplands?|valley|peninsula|coast)\b(?! (?:hospital|clinic|jail|court|council))|\b(?:in|inside|across|throughout|around) (?-i:[A-ZÀ-Þ][\w’'-]+) (?:province|region|county|prefecture|governorate)\b(?! (?:hospital|clinic|jail|court|council))|\bprovince-?wide\b|\bregion-?wide\b",
        ),
        (
            "the country",
            r"\bnation-?wide\b|\bcountry-?wide\b|\bfor the (?:whole|entire) (?:country|nation)\b|\b(?:across|throughout|in) the (?:whole |entire |whole of the )?(?:country|nation)\b|\bthe country[’']s (?:\w+ )?(?:towns|cities|provinces|regions)\b|\bnational (?:total|toll|figure|count)\b",
        ),
        (
            "several places",
            r"\b(?:two|three|four|five|six|seven|several|all|both) (?:of )?(?:its |the )?(?:\w+ )?(?:provinces|regions|departments|counties|states|districts|towns|cities|plants|sites|branches|countries|stores|prisons|hospitals|schools)\b",
        ),
    )
)
_TOLL = r"(?:numbers?|counts?|tally|tolls?|deaths?|dead|killed|losses|casualties|wounded|injured|missing)"
# "The death toll among government troops": of whom, where the number itself has no noun.
_AMONG = tuple(
    (name, re.compile(rf"\b{_TOLL} (?:among|of) (?:the |its |their )?(?:\w+ ){{0,2}}?(?:{pattern.pattern})", re.I))
    for name, pattern in SCOPES
    if name in CALLINGS
)
WIDE = frozenset({"the country", "several places"})
_PLACES = "gate|hospital|morgue|street|site|building|village|ward|school|cemetery"
# Scopes that stand in a set place beside the number: which stretch of the sentence is looked at, and the words.
MARKED: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, where, re.compile(p, re.I))
    for name, where, p in (
        ("on top", "before", r"\b(?:further|another|additional|fresh)\s+$"), ("on top", "after", r"^\s+(?!or )(?:\w+\s)?more\b(?! than)"),
        ("some of them", "after", r"^\s+of (?:them|those|these|whom)\b"),
        ("some of them", "before", r"\b(?:the|an?) (?:first|last|remaining)\s+(?:(?:group|batch|party|contingent) of\s+)?$"),
        # "In the past 24 hours 58 new cases and three deaths": of the day, unless the sentence goes on to a total.
        ("that day", "sentence", r"^\W*(?:in|over|during|within) the (?:past|last) (?:24 hours|day|night)\b(?!.*\b(?:rose|risen|climb|gr[eo]w|bring|brought|reach|pass|total|so far|since|now))"),
        ("who is included", "sentence", r"\b[a-z]+ (?:included|excluded)(?=[.,;:)]|$)|\bexcluding\b|\bnot (?:counting|including)\b"),
        ("after inflation", "sentence", r"\b(?:after|adjusted for|net of) inflation\b|\breal (?:wages|terms|growth|incomes?)\b|\binflation-adjusted\b"),
        # A count made at one place out of several, whoever made it, says little about all of them.
        ("one place", "clause", rf"\b(?:one|a single|this one) (?:{_PLACES}|house|block|beach)\b"),
        ("one place", "clause", rf"\b(?:{_PLACES}|capital|city|town|district|quarter|county|province|region) alone\b|\b(?:in|at|for|from|on) (?!\w+day\b)[\w-]+ alone\b"),
        ("one place", "clause", r"(?<!with )\b(?:his|her|our|their|its) (?:own )?(?:morgue|mortuary|hospital|wards?|emergency room|clinic|cemetery|yard|courtyard|theatre|tent|village|town|street|parish|district|quarter|branch|unit)\b"),
        ("one place", "clause", r"\b(?:in|at|to) (?:the |a )?(?:[\w-]+ )?(?:mortuary|morgue)\b"),
        ("one place", "clause", r"\bon the wards?\b|\b(?:after|since|on) (?:reaching|arriving at|being brought to) (?:it|the (?:hospital|clinic|ward))\b"),
        ("one place", "clause", r"\bI (?:have |had )?(?:counted|saw|seen)\b|\b(?:reporter|correspondent|journalist)s? (?:\w+ )?(?:counted|saw)\b"),
        # A count that a body makes of its own people: a firm's dead are not all the dead.
        ("its own people", "close by", r"\b(?:its|our|their|his|her) (?:own )?(?:\w+ )?(?:employees|staff|workers|members|crew|students|pupils|personnel|firefighters|men|"
         r"women|passengers|guests|colleagues|players|drivers|officers)\b"),
        ("its own people", "clause", r"\b(?:its|our|their|his|her) own (?:\w+ )?(?:dead|missing|losses|fallen|wounded|injured|casualties)\b"),
        # What something is made or allowed to hold is not what it held.
        ("capacity", "clause", r"\b(?:licen[sc]ed|designed|permitted|built) (?:to|for)\b|(?<!of )(?<!of its )\bcapacity\b"),
    )
)  # fmt: skip


def scopes_of(counted: str, before: str, after: str, sentence: str) -> frozenset[str]:
    """Gives the scopes of a number from its noun, the words of its clause before and after it, and its sentence.

    Only a short stretch counts for most of them: scope words of the next figure's clause are not this one's.

    >>> sorted(scopes_of("people", "The flood killed another ", " people in Orsa alone.", ""))
    ['on top', 'one place']
    """
    near = (counted, phrase(after), _BY_WHOM.sub(" ", before)[-28:].rpartition(";")[2])
    own = (counted, after[:24]) if counted else near
    stretches = {
        "before": before, "after": after, "clause": f"{before}#{after}", "close by": f"{before[-20:]}#{after[:40]}", "sentence": sentence,
    }  # fmt: skip
    # Who does something to those counted ("rescuers recovered 34 bodies") is not counted.
    named = {
        name for name, pattern in SCOPES if any(pattern.search(words) for words in (own if name in PEOPLE else near))
    }
    named |= {name for name, pattern in _AMONG if not counted and pattern.search(before)}
    return frozenset(named | {name for name, where, pattern in MARKED if pattern.search(stretches[where])})


def level_of(sentence: str) -> str:
    """Gives how wide a count is by the words of its sentence; "" where it says nothing, or two things.

    >>> level_of("Clinics across the province took in 90 people."), level_of("Ninety people were hurt.")
    ('the province', '')
    """
    found = [name for name, pattern in LEVELS if pattern.search(sentence)]
    return found[0] if len(found) == 1 else ""


def phrase(after: str) -> str:
    """Gives the words after a number up to the next mark or the next verb of the sentence's subject: what stands behind is about something
    else.

    >>> phrase(" dead and thought the count may exceed 40.")
    ' dead '
    """
    return _NEXT.split(after[:48])[0]


_NEXT = re.compile(
    r"[,;:.]|\b(?:and|but) (?=(?:thought|thinks|said|says|feared|fears|expected|expects|warned|warns|believed|believes|added|adds|hoped|hopes)\b)"
)
