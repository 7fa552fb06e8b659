"""What a number counts, in classes that can be compared: killed, injured, missing, killed or missing, displaced, money, area …

A class is read from what is counted and from the words round the number, nearest first. Classes that overlap in life (killed;
killed or missing; casualties) are different classes here: the figures of two of them have *different scope*, whatever their size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from firsthand.reconcile.facts import fold, stem
from firsthand.records import Quantity

_KILLED = r"dead|deaths?|dies?|died|dying|kill(?:s|ed|ing)?|slain|slay|fatalit(?:y|ies)|drown(?:s|ed|ings?)?|perish(?:ed|es)?|bod(?:y|ies)|corpses?|death toll|toll|lives (?:were )?lost|(?:lost|losing|claim(?:s|ed|ing)?|cost(?:ing)?|tak(?:e|es|en|ing)) (?:the |their |his )?li(?:ves|fe)|lives|loss of life|succumb(?:ed)?|graves?|shrouds?|victims?|martyr(?:s|ed)|fatal(?:ly)?|murder(?:s|ed)|execut(?:ed|ions)|losses of life"
_INJURED = r"injur(?:y|ies|ed|ing)|wound(?:s|ed|ing)?|hurt|maimed|hospitali[sz]ed|burns? patients?"
_MISSING = r"missing|unaccounted(?: for)?|not (?:yet )?(?:been )?(?:found|located|traced)|disappear(?:ed|ances)|could not be traced|trapped|still sought|sought|(?:looked|searched|searching|looking) for"
# Words that may stand between the two halves: "killed or are missing", "had been killed or were missing".
_AUX = (
    r"(?:(?:are|is|were|was|been|being|have|has|had|still|now|left|reported|feared|presumed|remain(?:ed|s)?)\s+){0,3}"
)
_ADMITTED = r"admitted(?! (?:to (?:only|just|having|a mere|no more)|that|it|he|she|they|having|only|just)\b)"  # to a hospital, not a fault
_TABLE: tuple[tuple[str, str], ...] = (
    ("killed or missing", rf"(?:{_KILLED})\s+(?:or|and/or|or feared)\s+{_AUX}(?:{_MISSING})|(?:{_MISSING})\s+or\s+{_AUX}(?:{_KILLED})|(?:killed|dead) and missing"),
    ("killed or injured", rf"(?:{_KILLED})\s+(?:or|and|and/or)\s+{_AUX}(?:{_INJURED})|(?:{_INJURED})\s+or\s+{_AUX}(?:{_KILLED})"),
    ("casualties", r"casualt(?:y|ies)|losses|killed, wounded"),
    ("killed", _KILLED),
    ("injured", _INJURED),
    ("missing", _MISSING),
    ("rescued", r"rescue(?:d|s)|saved|survivors?|survived|pulled (?:alive|out)|came out alive|dug out alive"),
    ("displaced", r"displaced|homeless|fled|refugees?|driven from (?:their )?homes?"),
    ("evacuated", r"evacuat(?:ed|ion|ees)|moved to safety|taken to safety|relocated"),
    ("aboard", r"aboard|on board|onboard|on the (?:boat|ship|bus|train|plane|ferry|vessel)|passengers|travelling|was carrying|were carrying"),
    ("cases", r"cases|infections?|infected|fell ill|sickened|tested positive"),
    ("in care", rf"patients|(?:being |under(?:going)? )?treat(?:ed|ing|ment)|{_ADMITTED}|(?:in|into) (?:intensive|critical|medical) care"),
    ("detained", r"detain(?:ed|ees)|arrest(?:s|ed)|held|in custody|remanded|jailed|imprisoned|seized men|captured|prisoners"),
    ("burnt", r"burn(?:t|ed|s|ing)|scorched|charred|gone up in flames"),
    ("striking", r"on strike|striking|walked out|stopped work|downed tools|strikers|walk(?:ed)? off"),
)  # fmt: skip
CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (k, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.I)) for k, p in _TABLE
)
# What a class holds: who was killed is among the killed or missing.
PARTS: dict[str, frozenset[str]] = {
    "killed or missing": frozenset({"killed", "missing"}),
    "killed or injured": frozenset({"killed", "injured"}),
    "casualties": frozenset({"killed", "injured"}),
}
KNOWN = frozenset(name for name, _ in _TABLE)
_COUNT_OF_PEOPLE = frozenset(
    [
        "people",
        "person",
        "persons",
        "men",
        "women",
        "children",
        "civilians",
        "workers",
        "soldiers",
        "residents",
        "villagers",
        "others",
        "victims",
        "passengers",
        "lives",
        "individuals",
        "inhabitants",
        "names",
        "crew",
        "staff",
        "personnel",
    ]
)
# Words of scope that make two counts of one kind different things.
SCOPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.I))
    for name, p in (
        ("civilians", r"civilians?"), ("children", r"children|minors|child|pupils|infants|under-?\d+s"), ("women", r"women|girls"),
        ("soldiers", r"soldiers?|troops|servicemen|military personnel|fighters|combatants|gunmen"),
        ("foreigners", r"foreigners|foreign nationals|tourists"), ("rescuers", r"firefighters|rescuers|police officers|medics"),
        ("confirmed", r"confirmed cases?|laboratory.confirmed|verified"), ("suspected", r"suspected|probable cases"),
        ("estimate", r"model(?:led|ling)?|projected|projections?|could (?:surpass|exceed|top|reach)|may (?:exceed|surpass)|expected to(?! (?:rise|grow|climb|increase|go up))|likely to|feared|forecasts?"),
        ("those received", rf"received|brought to|{_ADMITTED}|taken in|treated"),
        ("identified", r"identified|names? (?:for|to)|have been named|been put to"),
        ("that day", r"in (?:the )?(?:past|last) 24 hours|overnight|new(?:ly)? (?:cases|deaths|reported)|in a single day|on (?:\w+day|that day) alone"),
    )
)  # fmt: skip


_ON_TOP_BEFORE = re.compile(r"\b(?:further|another|additional|fresh)\s+$", re.I)
_ON_TOP_AFTER = re.compile(r"\s+(?:\w+\s)?more\b(?! than)", re.I)


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted: a class name, the stem of the counted noun, scope words found, and the words that decided; how wide the count
    is ("the city"); whether the class is only guessed, from a noun far away or from nothing."""

    name: str
    head: str
    scopes: frozenset[str]
    why: str
    level: str = ""
    is_guess: bool = False


# Counts of a city's hospitals and of a province's are both right at once: how wide a count is, where its own sentence says so.
LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(p, re.I))
    for name, p in (
        (
            "the city",
            r"\b(?:city|town|municipality)(?:['’]s)?\s+(?:\w+\s)?(?:hospitals?|clinics?|wards?|limits?|boundar(?:y|ies)|morgues?)\b|"
            r"\b(?:in|inside|within|across|throughout) the (?:city|town)\b|\bhospitals (?:in|across) (?:the )?city\b",
        ),
        (
            "the province",
            r"\b(?:in|inside|within|across|throughout|around) the (?:\w+ )?(?:province|region|county|prefecture|governorate|federal state)\b(?! (?:hospital|clinic|jail|court|council))|\bprovince-?wide\b|\bregion-?wide\b",
        ),
        (
            "the country",
            r"\bnation-?wide\b|\bcountry-?wide\b|\b(?:across|throughout|in) the (?:whole |entire )?(?:country|nation)\b",
        ),
    )
)
# A count that a body makes of its own people: a firm's dead are not all the dead.
_ITS_OWN = re.compile(
    r"\b(?:its|our|their|his|her) (?:own )?(?:\w+ )?(?:employees|staff|workers|members|crew|students|pupils|personnel|firefighters|men|women|passengers|guests|colleagues|players|drivers|officers)\b",
    re.I,
)
# A count made at one place out of several, whoever made it: it says little about all of them.
_ONE_PLACE = re.compile(
    r"\b(?:one|a single|this one) (?:gate|hospital|morgue|street|site|building|village|ward|house|block|school|cemetery|beach)\b|"
    r"\b(?:gate|hospital|morgue|street|site|building|village|ward|school|cemetery) alone\b|"
    r"\b(?:his|her|our|their|its) (?:own )?(?:morgue|mortuary|hospital|ward|emergency room|clinic|cemetery)\b|"
    r"\bI (?:have |had )?(?:counted|saw|seen)\b|\b(?:reporter|correspondent|journalist)s? (?:\w+ )?(?:counted|saw)\b",
    re.I,
)


def level_of(sentence: str) -> str:
    """Gives how wide a count is by the words of its sentence; "" where it says nothing, or two things.

    >>> level_of("Clinics across the province took in 90 people."), level_of("Ninety people were hurt.")
    ('the province', '')
    """
    found = [name for name, pattern in LEVELS if pattern.search(sentence)]
    return found[0] if len(found) == 1 else ""


def kind_of(text: str, quantity: Quantity, others: tuple[Quantity, ...], sentence: tuple[int, int]) -> Kind:
    """Gives the class of what a quantity counts, from its `counted` slot first and then from the nearest cue in its clause.

    `others` are the article's other quantities, which cut the clause; `sentence` is the (start, end) of the sentence.
    """
    counted = quantity.counted if _is_beside(quantity) else None
    before, after = _clause(quantity, others, sentence)
    near = text[before : quantity.span.start], text[quantity.span.end : after]
    # A short stretch only: scope words of the next figure's clause are not this one's.
    scopes = frozenset(
        n for n, p in SCOPES if p.search(counted or "") or p.search(_phrase(near[1])) or p.search(near[0][-28:])
    )
    if _ON_TOP_BEFORE.search(near[0]) or _ON_TOP_AFTER.match(near[1]):
        scopes |= {"on top"}
    whole = text[sentence[0] : sentence[1]]
    if _ONE_PLACE.search(near[0] + "#" + near[1]):
        scopes |= {"one place"}
    if _ITS_OWN.search(near[0][-20:] + "#" + near[1][:40]):
        scopes |= {"its own people"}
    kind = _read(quantity, counted, near, scopes)
    return replace(kind, level=level_of(whole))


def _read(quantity: Quantity, counted: str | None, near: tuple[str, str], scopes: frozenset[str]) -> Kind:
    head = head_of(counted)
    if quantity.unit is not None:
        named, why = _nearest(*near, limit=70)
        return Kind(
            f"{quantity.unit} {named}".strip() if named == "burnt" else quantity.unit,
            head,
            scopes,
            why or quantity.unit,
        )
    if quantity.elided and (found := _starting(near[1])):
        return Kind(found[0], head, scopes, found[1])  # "50 killed or missing" after "nineteen dead" is not of the dead
    if counted and (found := _first(counted)):
        name, why = (found[0] in STATES and _fate(counted, near[1])) or found
        return Kind(name, head, scopes, why)
    named, why = _nearest(*near, limit=90 if head else 160)
    if named and (not head or _are_people(counted or "") or named not in _NEEDS_PEOPLE):
        return Kind(named, head, scopes, why)
    if not head and quantity.counted and (far := _first(quantity.counted)):
        return Kind(far[0], head, scopes, far[1], is_guess=True)
    return Kind(head or UNKNOWN, head, scopes, counted or "", is_guess=not head)


def _starting(after: str) -> tuple[str, str] | None:
    """Gives the class whose cue follows a number at once ("50 killed or missing")."""
    return next(((k, m.group()) for k, p in CUES if (m := p.match(after.lstrip())) and after[:1] == " "), None)


def _fate(counted: str, after: str) -> tuple[str, str] | None:
    """Gives what befell those counted, where the verb follows the noun ("six patients died"): it is that which is counted."""
    rest = after.partition(counted)[2]
    verb = re.match(rf"\s+(?:who\s+)?{_AUX}", rest)
    fate = _starting(" " + rest[verb.end() :]) if verb else None
    return fate if fate and fate[0] in FATES else None


def _phrase(after: str) -> str:
    """Gives the words after a number up to the next mark: what stands behind a comma is about something else."""
    return re.split(r"[,;:.]", after[:48])[0]


def _is_beside(quantity: Quantity) -> bool:
    """Says whether the counted noun stands near its number; one fetched from far away is less sure than the words round the number."""
    spans = quantity.counted_spans
    return not spans or min(max(s.start - quantity.span.end, quantity.span.start - s.end) for s in spans) <= 40


def _are_people(counted: str) -> bool:
    """Says whether a counted noun is of people: a common one, or one with an ending that people's trades and states have."""
    words = re.findall(r"[^\W\d_]+", re.split(r"\b(?:of|in|on|at|from|who|with|for)\b", counted)[0] or counted)
    return bool(words) and (stem(fold(words[-1])) in _HEADS_OF_PEOPLE or bool(_PEOPLE_ENDING.search(words[-1])))


def head_of(counted: str | None) -> str:
    """Gives the stem of the noun a phrase turns on: its last word, before any "of", "in", "who".

    >>> head_of("military construction workers"), head_of("hectares of pine"), head_of(None)
    ('work', 'hectar', '')
    """
    if not counted:
        return ""
    phrase = re.split(r"\b(?:of|in|on|at|from|who|which|that|with|for)\b", counted)[0] or counted
    words = re.findall(r"[^\W\d_]+", phrase)
    head = stem(fold(words[-1])) if words else ""
    return _PEOPLE if head in _JUST_PEOPLE else head


_PEOPLE = stem("people")
_JUST_PEOPLE = frozenset(stem(w) for w in ("people", "persons", "person", "individuals", "souls"))
UNKNOWN = "things"  # the class of a number of which nothing says what it counts
# In such a state people were, before something befell them.
STATES = frozenset({"in care", "injured", "aboard", "detained", "displaced", "cases", "missing"})
FATES = frozenset({"killed", "killed or missing", "rescued"})
_HEADS_OF_PEOPLE = frozenset(stem(w) for w in _COUNT_OF_PEOPLE)
_PEOPLE_ENDING = re.compile(r"(?:ers?|ors?|ants?|ents?|men|man|ists?|ians?|ees?|iers?|eds?)$", re.I)
_NEEDS_PEOPLE = frozenset({"killed", "injured", "missing", "killed or missing", "killed or injured", "casualties"})


def _first(words: str) -> tuple[str, str] | None:
    return next(((k, m.group()) for k, p in CUES if (m := p.search(words))), None)


def _clause(quantity: Quantity, others: tuple[Quantity, ...], sentence: tuple[int, int]) -> tuple[int, int]:
    ends = [q.span.end for q in others if sentence[0] <= q.span.start and q.span.end <= quantity.span.start]
    starts = [q.span.start for q in others if quantity.span.end <= q.span.start < sentence[1]]
    return max(ends, default=sentence[0]), min(starts, default=sentence[1])


def _nearest(before: str, after: str, limit: int) -> tuple[str, str]:
    """Gives the class whose cue stands nearest; a comma or "and" between cue and number counts as distance."""
    ranked: list[tuple[float, int, str, str]] = []
    for order, (name, pattern) in enumerate(CUES):
        for match in pattern.finditer(after):
            ranked.append((_distance(after[: match.start()]), order, name, match.group()))
        for match in pattern.finditer(before):
            ranked.append((_distance(before[match.end() :]) + 1, order, name, match.group()))
    ranked = [r for r in ranked if r[0] <= limit]
    return min(ranked)[2:] if ranked else ("", "")


def _distance(between: str) -> float:
    return len(between) + 25 * len(re.findall(r"[,;:]|\b(?:and|but|while|with)\b", between))
