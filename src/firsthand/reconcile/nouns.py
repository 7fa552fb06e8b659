"""Nouns: the word a counted phrase turns on, nouns for one thing, nouns for groups of people."""

from __future__ import annotations

import re
from typing import Literal

from firsthand.reconcile.facts import fold, stem

_COUNT_OF_PEOPLE = """people person persons men women children civilians workers soldiers residents villagers others victims passengers
    lives individuals inhabitants names crew staff personnel child man woman""".split()
_HEADS_OF_PEOPLE = frozenset(stem(w) for w in _COUNT_OF_PEOPLE)
_PEOPLE_ENDING = re.compile(r"(?:people|folk|ers?|ors?|ants?|ents?|men|man|ists?|ians?|ees?|iers?|eds?)$", re.I)


def are_people(counted: str) -> bool:
    """Says whether a counted noun is of people: a common one, or one with an ending that people's trades and states have."""
    words = re.findall(r"[^\W\d_]+", re.split(r"\b(?:of|in|on|at|from|who|with|for)\b", counted)[0] or counted)
    return bool(words) and (
        stem(fold(words[-1])) in _HEADS_OF_PEOPLE
        or bool(_PEOPLE_ENDING.search(words[-1]) or _OF_A_LAND.fullmatch(words[-1]))
    )


_OF_A_LAND = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:ans|ese|is|ers|ites|ards)")  # "100 Norlandians"


# Nouns for people that no ending tells.
_PERSONS = frozenset(
    """kids kid pupils pupil children child infants babies baby girls girl boys boy youths youth teens adults adult minors minor fans fan guests guest tourists athletes athlete medics medic
    nurses nurse police troops guards guard recruits recruit pilots pilot captives hostages hostage inmates inmate convicts convict monks nuns clerks clerk cooks chefs dentists surgeons
    peasants nomads nationals citizens citizen voters members member delegates delegate candidates candidate deputies colleagues friends widows orphans victims victim dissidents suspects
    suspect relatives mothers fathers sons daughters brothers sisters neighbours chiefs bosses crew staff people men women others persons person man woman civilians villagers residents
    soldiers passengers patients refugees migrants survivors detainees prisoners""".split()
)
# Nouns for what befalls people, and for what each of them has or is: such a count may be one of people.
_MAY_BE_PEOPLE = frozenset(
    """arrests arrivals cases casualties injuries deaths fatalities bodies lives names losses jobs posts places redundancies lay-offs layoffs dismissals admissions detentions infections
    abductions kidnappings executions convictions charges fines bans suspensions sentences defections resignations departures families couples households participation
    turnout attendance signatures tickets seats votes ballots units teams crews total rest half majority minority dead wounded injured missing graves graduates""".split()
)


def sort_of(counted: str | None) -> Literal["people", "things", ""]:
    """Says whether a counted noun is of people or of things; "" where it names neither, or what befell people ("arrests").

    >>> sort_of("young footballers"), sort_of("villages"), sort_of("arrests"), sort_of(None)
    ('people', 'things', '', '')
    """
    words = re.findall(r"[^\W\d_]+", re.split(r"\b(?:of|in|on|at|from|who|which|that|with|for)\b", counted or "")[0])
    word = fold(words[-1]) if words else ""
    if not word or {word, f"{word}s"} & _MAY_BE_PEOPLE or stem(word) in OF_A_COUNT:
        return ""
    if word in _PERSONS or word.endswith(("children", "women", "men")):
        return "people"
    return "people" if _PEOPLE_ENDING.search(word) and not _THING_ENDING.search(word) else "things"


# Things whose nouns end as those for people do.
_THING_ENDING = re.compile(
    r"(?:^|-)(?:tractor|tanker|container|trailer|computer|server|letter|number|order|paper|river|tower|shelter|chapter|newspaper|reactor|sensor|motor|corridor|floor|door|boiler|"
    r"freighter|bomber|helicopter|fighter jet|trawler|cruiser|carrier|launcher|meter|metre|litre|liter|quarter|corner|centre|center|theatre|counter|timber|water|power|winter|summer|"
    r"plant|restaurant|pollutant|event|document|moment|apartment|accident|incident|patent|cent|tent|percent|monument|instrument|investment|payment|shipment|agreement|settlement|"
    r"continent|current|component|element|tournament|statement|complaint|tree|degree|fee|bee|committee|coffee|bed|shed|seed|weed|caravan|van|plan|can|pan|loan|ocean|organ|"
    r"mailer|poster|folder|cylinder|transformer|barrier|pier|quarrier|glacier|crater|skyscraper|sticker|flyer|cooker|printer|router|burner|slipper|hammer|banner|flower|sewer)s?$",
    re.I,
)


def head_of(counted: str | None) -> str:
    """Gives the stem of the noun a phrase turns on: its last word, before any "of", "in", "who".

    >>> head_of("military construction workers"), head_of("hectares of pine"), head_of(None)
    ('work', 'hectar', '')
    """
    if not counted:
        return ""
    phrase = re.split(r"\b(?:of|in|on|at|from|who|which|that|with|for)\b", counted)[0] or counted
    words = re.findall(r"[^\W\d_]+", phrase)
    word = fold(words[-1]) if words else ""
    if len(word) == 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]  # too short for a stem: "jets", "cars"
    head = stem(_SINGULAR.get(word, word))
    return _PEOPLE if head in _JUST_PEOPLE else _ONE_WORD.get(head, head)


# Nouns for one thing: a page that writes "lorries" and one that writes "trucks" count the same.
_SYNONYMS = (
    "houses homes dwellings", "lorries trucks", "soldiers troops servicemen", "planes aircraft jets airplanes", "boats vessels ships", "pupils students schoolchildren",
    "journalists reporters", "marchers demonstrators protesters", "dockers dockworkers", "employees staff", "jobs posts", "migrants refugees", "roads streets", "bodies corpses", "shells rounds", "barrages salvoes",
)  # fmt: skip
_ONE_WORD = {
    stem(form): stem(row.split()[0])
    for row in _SYNONYMS
    for word in row.split()
    for form in (word, word.removesuffix("s"))
}
_SINGULAR = {"child": "children", "man": "men", "woman": "women", "person": "people"}
_PEOPLE = stem("people")
# Groups of people that have nobody in common, by the noun for them.
_GROUPS = (
    ("police", "officers policemen constables"), ("marchers", "marchers demonstrators protesters rioters strikers"), ("soldiers", "soldiers troops conscripts"), ("fighters", "fighters gunmen militants insurgents terrorists guerrillas"),
    ("civilians", "civilians villagers residents bystanders"), ("the press", "journalists reporters photographers"),
    ("teachers", "teachers lecturers"), ("adults", "adults"), ("children", "children minors infants pupils schoolchildren kids"), ("medical staff", "medics nurses doctors"), ("crew", "crew sailors seamen"), ("passengers", "passengers travellers"),
    ("workers", "miners dockers labourers"), ("rescuers", "firefighters rescuers"),
)  # fmt: skip
GROUP_OF = {
    stem(form): group for group, words in _GROUPS for word in words.split() for form in (word, word.removesuffix("s"))
}
# Nouns of a count itself: what is counted is said elsewhere.
OF_A_COUNT = frozenset(
    map(
        stem,
        "number figure shortage shortfall lack total sum toll attendance count tally crowd talk claim finding".split(),
    )
)
# Nouns that say of whom, and not what befell them: alone they make no two counts one.
ANYBODY = frozenset(stem(w) for w in ("people", "men", "women", "others", "names"))
NOBODY_IN_PARTICULAR = (
    ANYBODY
    | frozenset(
        stem(w)
        for w in """dead deaths killed bodies fatalities victims lives casualties injuries injured wounded missing cases infections patients refugees displaced inmates convicts fugitives escapees
    survivors passengers detainees prisoners arrests strikers corpses toll number""".split()
    )
    | {""}
)
_JUST_PEOPLE = frozenset(stem(w) for w in ("people", "persons", "person", "individuals", "souls"))
