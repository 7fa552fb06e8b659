"""What a name is, told by the words around it: "the daily …" is an outlet, "…, 52," a person, "the town of …" a place.

A small model takes every strange name for a person. Signs are gathered over all places where a name stands; a person's sign
outranks the others, because only people are given ages and titles; without any sign the model's opinion stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from firsthand.parse.name import DIVISION_WORDS, Name
from firsthand.parse.view import NOUN_TAGS, View
from firsthand.text.given_names import TITLES, gender_of
from firsthand.text.names import fold
from firsthand.text.outlet_words import HEADS as OUTLET_HEADS
from firsthand.text.person_nouns import is_person_noun

OUTLET_NOUNS = frozenset(
    """newspaper paper daily weekly monthly fortnightly magazine journal site website portal channel station broadcaster newsletter
    outlet agency newswire wire network tabloid broadsheet blog podcast radio television publisher mouthpiece""".split()
)
BODY_NOUNS = frozenset(
    """company firm group charity bank lender insurer union party club chain retailer manufacturer maker builder operator airline carrier
    foundation institute association federation society watchdog consultancy hospital clinic university school college movement militia
    exporter importer producer supplier provider developer contractor brewer miner utility startup cooperative co-operative lessor
    subsidiary ngo organisation organization agency museum theatre orchestra team side chipmaker carmaker drugmaker planemaker shipbuilder
    shipyard studio label brand broker coalition alliance""".split()
)
_PLACE_NOUNS = DIVISION_WORDS | frozenset(
    """districts towns villages cities hamlet parish river lake valley mountain mountains bay coast neighbourhood neighborhood capital
    republic kingdom canton commune islands""".split()
)
# Offices of a place, and of a body: "the mayor of …", "chief executive of …".
_TOWN_OFFICES = frozenset(["mayor", "governor", "prefect", "bishop", "archbishop"])
_BODY_OFFICES = frozenset(
    "executive director chairman chairwoman chair manager founder owner spokesman spokeswoman spokesperson treasurer secretary".split()
)
# The last words of bodies' names, that are no surnames, and the first words of outlets' in other languages.
_BODY_HEADS = frozenset(
    """ltd inc plc llc corp company cement marine freight semiconductor semiconductors capital partners holdings group industries motors
    airlines airways shipping lines steel foods energy oil gas mining bank insurance logistics pharma pharmaceuticals systems technologies
    trust foundation institute institution board union university college academy school hospital infirmary association society federation
    agency authority commission committee council court ministry department office bureau service services club party league alliance
    network forces police brigade front movement museum railways rail water power telecom textiles fisheries properties homes
    stores brewery breweries farms dairy dairies""".split()
)
_FOREIGN_ARTICLES = frozenset("el il der die das los las".split())
_HERE = frozenset("in at near around outside across throughout".split())
_PASSED_ON = frozenset("report obtain see publish carry quote cite broadcast air release".split())
_TALKS = frozenset("interview comments remarks statement conversation spoke talked speaking".split())

Sign = Callable[[View, Name], str]


def with_signs(view: View, names: Sequence[Name]) -> list[Name]:
    """Gives the names, those of the model with the kind that the signs show where they show one."""
    signs: dict[str, list[str]] = defaultdict(list)
    modelled = [name for name in names if name.why == "model"]
    alone = {name.key for name in modelled if " " not in name.text}
    for name in modelled:
        signs[name.key] += [kind for sign in _SIGNS if (kind := sign(view, name))]
        if name.kind == "person" and name.key.rpartition(" ")[2] in alone and " " in name.key:
            signs[name.key].append("person")  # also goes by the surname
    return [_settled(name, signs[name.key]) if name.why == "model" else name for name in names]


def _settled(name: Name, signs: Sequence[str]) -> Name:
    """Gives the name with the kind that its first sign shows; a person's sign stands before all others."""
    if name.kind == "people" or not signs:
        return name
    kind = "person" if "person" in signs else signs[0]
    headed = kind == "body" and name.kind == "place" and name.key.rpartition(" ")[2] in _BODY_HEADS
    return (
        replace(name, kind=kind) if name.kind in ("person", "other") or kind in ("person", "outlet") or headed else name
    )


def _of_person(view: View, name: Name) -> str:
    """ "Mr …", "…, 52,", "coach …", "The director, …,", "…, who", a given name that is common."""
    before = view.lower(name.first - 1, name.first)
    called = is_person_noun(before) and view.tokens[name.first - 1].tag in NOUN_TAGS and _is_plain(view, name.first - 1)
    titled = before.rstrip(".") in _TITLES
    aged = view.lower(name.last, name.first) == "," and view.lower(name.last + 1, name.first).isdigit()
    related = view.lower(name.last, name.first) == "," and view.lower(name.last + 1, name.first) == "who"
    given = name.kind == "person" and bool(gender_of(name.text)) and name.key.rpartition(" ")[2] not in _BODY_HEADS
    return "person" if titled or called or aged or related or given or is_person_noun(_apposed(view, name)) else ""


_TITLES = frozenset(title.rstrip(".") for title in TITLES) | frozenset(
    "dr prof gen col capt sgt judge mayor president minister".split()
)


def _is_plain(view: View, index: int) -> bool:
    """Says whether a word is in small letters, or has its capital from the beginning of the sentence."""
    return view.tokens[index].text.islower() or view.begins(index)


def _is_on_air(view: View, first: int) -> bool:
    """Says whether the word before a name tells only where it was heard: "on television Ada Lund said"."""
    return view.lower(first - 1, first) in ("television", "tv", "radio", "air") and view.lower(first - 2, first) == "on"


def _by_noun(view: View, name: Name) -> str:
    """ "the newspaper …", "a charity, …,", "the town of …"."""
    before = "" if _is_on_air(view, name.first) else noun_before(view, name.first)
    for noun in (before, noun_after(view, name.first, name.last), _apposed(view, name)):
        if noun in OUTLET_NOUNS and not (
            noun == "agency" and view.lower(name.first - 2, name.first) not in ("news", "press", "state")
        ):
            return "outlet"
        if noun in BODY_NOUNS or noun.endswith("maker"):
            return "body"
    owned = view.lower(name.first - 2, name.first) if view.lower(name.first - 1, name.first) == "of" else ""
    return "place" if owned in _PLACE_NOUNS | _TOWN_OFFICES else "body" if owned in _BODY_OFFICES else ""


def _apposed(view: View, name: Name) -> str:
    return noun_apposed(view, name.first, name.last)


def noun_before(view: View, first: int) -> str:
    """Gives the common noun right before a name ("the newspaper El Alba"), or ""."""
    return view.lower(first - 1, first) if view.same_sentence(first - 1, first) and _is_plain(view, first - 1) else ""


def noun_after(view: View, first: int, last: int) -> str:
    """Gives the noun of "the NAME newspaper", "the NAME union", or ""."""
    noun = view.lower(last, first) if view.lower(first - 1, first) == "the" else ""
    return noun if noun in OUTLET_NOUNS | BODY_NOUNS and view.tokens[last].tag == "NN" else ""


def noun_apposed(view: View, first: int, last: int) -> str:
    """Gives the noun of "the director, NAME," or ""; the phrase begins with an article or a possessive and holds no other comma."""
    if not (view.lower(first - 1, first) == "," and view.lower(last, first) in (",", ".", "")):
        return ""
    start = first - 2
    while view.same_sentence(start, first) and first - start < 9 and view.tokens[start].text != ",":
        if view.tokens[start].tag in ("DT", "PRP$", "POS"):
            return view.lower(first - 2, first)
        start -= 1
    return ""


def noun_behind(view: View, last: int) -> str:
    """Gives the noun of ", a Norlandish charity," behind a name, or ""."""
    if view.lower(last, last - 1) != "," or view.lower(last + 1, last - 1) not in ("a", "an", "the"):
        return ""
    end = last + 2
    while (
        view.same_sentence(end, last)
        and end - last < 8
        and view.tokens[end].tag in ("JJ", "NN", "NNP", "HYPH", "VBN", "POS", "NNS")
    ):
        end += 1
    closes = view.lower(end, last) in (",", ".", "of", "in", "based", "that", "which", "at")
    return view.lower(end - 1, last) if closes and view.tokens[end - 1].tag == "NN" else ""


def _by_head(view: View, name: Name) -> str:
    """ "… Times", "… Airlines", "Radio …", "El …": what the name's own words say."""
    words = name.key.split()
    if len(words) < 2:
        return "outlet" if _AGENCY.fullmatch(name.text) and name.key not in _NO_AGENCY else ""
    if words[-1] in OUTLET_HEADS or words[0] in ("radio", "tv", "television", "gazeta", "diario"):
        return "outlet"
    if words[0] in _FOREIGN_ARTICLES and not view.gazetteer.places(name.text):
        return "outlet"
    return "body" if words[-1] in _BODY_HEADS else ""


# "Norlandpress", "Baywire": one word with such an end is an agency's, no person's.
_AGENCY = re.compile(r"[A-Z][\w-]{2,}(?:press|wire|news|radio|media|TV)")
_NO_AGENCY = frozenset(["cypress", "express", "empress", "haywire"])


def _by_place(view: View, name: Name) -> str:
    """ "in …", "near …" and no 's behind."""
    here = view.lower(name.first - 1, name.first) in _HERE and view.lower(name.last, name.first) not in ("'s", "’s")
    return "place" if here and (name.kind == "person" or view.gazetteer.places(name.text)) else ""


def _by_hand(view: View, name: Name) -> str:
    """ "told …", "in an interview with …", "obtained by …": reporters are told and obtain."""
    at = name.first - 1 - (view.lower(name.first - 1, name.first) == "the")
    if not view.same_sentence(at, name.first) or at < 0:
        return ""
    word, lemma = view.lower(at, name.first), view.tokens[at].lemma
    before = view.tokens[at - 1] if view.same_sentence(at - 1, name.first) else None
    if lemma == "tell" and view.tokens[at].tag in ("VBD", "VBZ", "VBP", "VBN"):
        return "outlet"
    if before is not None and word in ("with", "to") and before.text.lower() in _TALKS:
        return "outlet"
    return (
        "outlet" if before is not None and word == "by" and before.lemma in _PASSED_ON and before.tag == "VBN" else ""
    )


def _by_article(view: View, name: Name) -> str:
    """ "the …" and no noun behind: people have no article."""
    follows = view.tokens[name.last].tag if view.same_sentence(name.last, name.first) else ""
    return (
        "body"
        if view.lower(name.first - 1, name.first) == "the" and not follows.startswith(("NN", "POS", "HYPH"))
        else ""
    )


_SIGNS: tuple[Sign, ...] = (_of_person, _by_noun, _by_head, _by_place, _by_hand, _by_article)


def is_word(view: View, name: Name) -> bool:
    """Says whether a model's lone word is only the capital of a sentence's beginning: "Importers in …", "Wheat growers …", "Boss Ada Lund …"."""
    if name.why != "model" or name.entry or name.last - name.first > 1 or not view.begins(name.first):
        return False
    token = view.tokens[name.first]
    lower = token.text.lower()
    if not (view.is_noun(lower) or lower.endswith("maker")) or not token.text.istitle():
        return False
    after = view.tokens[name.last] if view.same_sentence(name.last, name.first) else None
    plural = lower.endswith("s") and not lower.endswith("ss")
    return plural or (after is not None and after.tag in ("NN", "NNS", "NNP", "VBG"))


def short_forms(names: Iterable[Name]) -> dict[str, Name]:
    """Gives, by folded first words, the one longer body or outlet of the article that a shorter name means ("Oyel" of "Oyel Cement")."""
    listed = list(names)
    bodies = {name.key: name for name in listed if name.kind in ("body", "outlet") and " " in name.key}
    found: dict[str, Name] = {}
    for key in {name.key for name in listed if name.kind in ("body", "person", "other", "outlet") and not name.entry}:
        longer = [body for other, body in bodies.items() if other.startswith(f"{key} ") and fold(body.text) != key]
        longer = longer or [body for other, body in bodies.items() if other.endswith(f" {key}")]
        if len(longer) == 1:
            found[key] = longer[0]
    return found
