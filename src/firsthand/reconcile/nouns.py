"""Nouns: the word a counted phrase turns on, nouns for one thing, nouns for groups of people."""

from __future__ import annotations

import re

from firsthand.reconcile.facts import fold, stem

_COUNT_OF_PEOPLE = """people person persons men women children civilians workers soldiers residents villagers others victims passengers
    lives individuals inhabitants names crew staff personnel child man woman""".split()
_HEADS_OF_PEOPLE = frozenset(stem(w) for w in _COUNT_OF_PEOPLE)
_PEOPLE_ENDING = re.compile(r"(?:ers?|ors?|ants?|ents?|men|man|ists?|ians?|ees?|iers?|eds?)$", re.I)


def are_people(counted: str) -> bool:
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
    ("police", "officers policemen constables"), ("marchers", "marchers demonstrators protesters rioters strikers"), ("soldiers", "soldiers troops fighters gunmen conscripts"),
    ("civilians", "civilians villagers residents bystanders"), ("the press", "journalists reporters photographers"), ("pupils", "pupils students schoolchildren"),
    ("teachers", "teachers lecturers"), ("adults", "adults"), ("children", "children minors infants"), ("medical staff", "medics nurses doctors"), ("crew", "crew sailors seamen"), ("passengers", "passengers travellers"),
    ("workers", "miners dockers labourers"), ("rescuers", "firefighters rescuers"),
)  # fmt: skip
GROUP_OF = {
    stem(form): group for group, words in _GROUPS for word in words.split() for form in (word, word.removesuffix("s"))
}
# Nouns of a count itself: what is counted is said elsewhere.
OF_A_COUNT = frozenset(
    map(stem, "number figure shortage shortfall lack total sum toll attendance count tally crowd".split())
)
# Nouns that say of whom, and not what befell them: alone they make no two counts one.
ANYBODY = frozenset(stem(w) for w in ("people", "men", "women", "others", "names"))
NOBODY_IN_PARTICULAR = (
    ANYBODY
    | frozenset(
        stem(w)
        for w in """dead deaths bodies fatalities victims lives casualties injuries injured wounded missing cases infections patients refugees displaced
    survivors passengers detainees prisoners arrests strikers corpses toll number""".split()
    )
    | {""}
)
_JUST_PEOPLE = frozenset(stem(w) for w in ("people", "persons", "person", "individuals", "souls"))
