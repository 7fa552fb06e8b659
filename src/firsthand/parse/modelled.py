"""The model's names, cut and trimmed to the words that are the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from firsthand.parse.known import as_entry
from firsthand.parse.name import TIMES, Name
from firsthand.parse.view import View
from firsthand.text.given_names import FEMALE, MALE, is_given_name
from firsthand.text.person_nouns import is_person_noun

_KIND_OF_LABEL = {
    "PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people", "PRODUCT": "other",
    "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other",
}  # fmt: skip
_NOT_NAMES = frozenset(
    ["i", "we", "he", "she", "it", "they", "mr", "mrs", "ms", "dr", "the", "a", "an", "this", "that"]
)
_OFFICES = frozenset(
    [
        "interior",
        "foreign",
        "defense",
        "defence",
        "health",
        "finance",
        "justice",
        "security",
        "transport",
        "energy",
        "education",
        "agriculture",
        "environment",
        "culture",
        "trade",
        "labor",
        "labour",
        "prime",
        "deputy",
        "vice",
        "interim",
        "acting",
        "information",
        "industry",
        "economy",
        "police",
        "state",
        "district",
        "provincial",
        "federal",
        "supreme",
    ]
)
_OFFICE_HEADS = frozenset(
    ["minister", "ministers", "ministry", "secretary", "department", "chief", "commissioner", "president", "office"]
)
_TITLED = frozenset(
    ["Mr", "Mrs", "Ms", "Miss", "Mme", "Dr", "Gen", "Sen", "Gov", "Rep", "Prof", "Col", "Capt", "Sgt", "Maj", "Adm"]
)
# What a body is called before its name; words that are as often the name's own first ("Bank", "Club", "Union") are left out.
_TRADES = frozenset(
    """airline carrier broadcaster brokerage chipmaker carmaker drugmaker planemaker shipbuilder manufacturer maker miner retailer lender insurer
    operator developer contractor newspaper tabloid magazine website charity watchdog utility startup exporter importer producer supplier
    provider brewer chain broker regulator pollster publisher""".split()
)
# Given names that are nouns as well.
_GIVEN = frozenset(
    """grant hunter dean miles chase summer autumn ivy daisy pearl ruby amber jasmine violet heath cliff rod art ray rose hope grace faith joy june april may
    august dawn angel star sky rain river stone wade reed lane penny olive hazel heather holly iris lily poppy basil jack bill bob mark frank
    drew will pat gene guy king duke earl baron major prince bishop carter cooper mason taylor tyler parker porter fletcher archer spencer
    chandler harper piper skylar walker turner sawyer min win sun song long gun sang ban chin""".split()
)
_MONTHS = frozenset("feb mar apr jun jul aug sep sept oct nov dec".split())
_EDGE = re.compile(r"^[\W_]+$")


def model_names(view: View) -> Iterator[Name]:
    """Gives the model's names, outside title-case lines, without articles, possessives and marks at their edges."""
    start = 0
    while start < len(view.tokens):
        first, end = start, start + 1
        if view.labels[start][0]:
            while _goes_on(view, start, end):
                end += 1
            label = _label(view, start, end)
            if label in _KIND_OF_LABEL and view.sentence_of[start] not in view.title_case:
                yield from _pieces(view, _grown_left(view, first, label), _grown_right(view, end, label), label)
        start = end


def _goes_on(view: View, start: int, end: int) -> bool:
    """Says whether the model's name runs on at token `end`: labelled as inside a name, or a hyphen within a word before such a token."""
    if not view.same_sentence(end, start):
        return False
    if _is_bridge(view, end):
        return True
    if (view.tokens[end].text == "-" and view.tokens[end - 1].end == view.tokens[end].start) or view.tokens[end].text[
        0
    ].isupper():
        return (
            _is_inside(view, end)
            or (not view.labels[end][0] and view.same_sentence(end + 1, start) and _is_inside(view, end + 1))
            or _begins_again(view, start, end)
        )
    return _is_inside(view, end)


# Small words inside names of other tongues: "Folha do Vale", "Radio de la Costa"; English prose has them nowhere else.
_BRIDGES = frozenset("do da dos das de del di du della degli".split())


def _is_bridge(view: View, at: int) -> bool:
    """Says whether a token is a small word between two capitals of one name, or the capital right behind such a word."""
    if view.tokens[at].text in _BRIDGES:
        behind = at + 1 + (view.lower(at + 1, at) in ("la", "los", "las"))
        return (
            view.same_sentence(behind, at)
            and view.tokens[behind].text[0].isupper()
            and view.tokens[at - 1].text[0].isupper()
        )
    small = at - 1 - (view.lower(at - 1, at) in ("la", "los", "las"))
    return view.tokens[at].text[0].isupper() and view.same_sentence(small, at) and view.tokens[small].text in _BRIDGES


def _begins_again(view: View, start: int, end: int) -> bool:
    """Says whether the model began one name twice: at the one word before token `end`, and at it, as the same kind of name."""
    return end == start + 1 and view.labels[start] == view.labels[end] and view.labels[end][0] in ("ORG", "PERSON")


def _is_inside(view: View, index: int) -> bool:
    label, begins = view.labels[index]
    return bool(label) and not begins


def _label(view: View, start: int, end: int) -> str:
    """Gives the label of a name's head, its last word, if that is a body's, else of most of its words, of equals a body's first."""
    if view.labels[end - 1][0] == "ORG":
        return "ORG"
    votes = Counter(view.labels[index][0] for index in range(start, end) if view.tokens[index].text[0].isupper())
    order = sorted(
        votes or Counter([view.labels[start][0]]), key=lambda label: (label == "PERSON", label != "ORG", label)
    )
    return max(order, key=lambda label: votes[label])


def _grown_left(view: View, first: int, label: str) -> int:
    """Gives where a name begins of which the model missed the beginning: it marked the first word as a later one, or it is a body's,
    or a person's within a sentence ("on television Min | Aung Hlaing"), or the word before it is a given name ("Inés | Balmaceda")."""
    if label == "PERSON" and _is_left_out_given_name(view, first - 1, first):
        return first - 1
    if view.labels[first][1] and label != "ORG" and (label != "PERSON" or first < 2 or view.begins(first - 1)):
        return first
    missed = label == "PERSON" and not view.labels[first][1]
    while _is_free_capital(view, first - 1, first) and (
        missed or not (view.begins(first - 1) and view.is_noun(view.lower(first - 1, first)))
    ):
        first -= 1
    return first


def _is_left_out_given_name(view: View, index: int, near: int) -> bool:
    if not view.same_sentence(index, near) or view.labels[index][0]:
        return False
    token = view.tokens[index]
    return token.text[0].isupper() and is_given_name(token.text)


def _grown_right(view: View, end: int, label: str) -> int:
    """Gives where a body's or place's name ends of which the model missed the end ("Lakeside | Weekend")."""
    while label != "PERSON" and (
        _is_free_capital(view, end, end - 1) or (view.tokens[end].text == "&" if end < len(view.tokens) else False)
    ):
        end += 1
    return end


def _is_free_capital(view: View, index: int, near: int) -> bool:
    """Says whether a token is a word in capitals that the model left out and that is no title, office or day."""
    if not view.same_sentence(index, near) or view.labels[index][0]:
        return False
    token = view.tokens[index]
    lower = token.text.lower().rstrip(".")
    is_word = token.text[0].isupper() and token.tag in ("NNP", "NNPS", "NNS") and token.text.replace("-", "").isalpha()
    return (
        is_word
        and not is_person_noun(lower)
        and lower not in TIMES | _OFFICES | _MONTHS
        and token.text.rstrip(".") not in _TITLED
    )


def _pieces(view: View, first: int, last: int, label: str) -> Iterator[Name]:
    """Gives the parts of a model's name, cut at possessives ("Norland's Port Office" is two names)."""
    begin = first
    cuts = _cuts(view, first, last, label)
    for index in range(first, last + 1):
        if index == last or index in cuts:
            low, high = _trimmed(view, begin, index)
            low = _after_calling(view, low, high, label)
            high = _through_hyphen(view, high) if label == "PERSON" else high
            while label in ("GPE", "LOC") and high - low > 1 and view.tokens[high - 1].text.islower():
                high -= 1
            words = view.words(low, high) if low < high else ""
            is_office = words.lower() in _OFFICES and view.lower(high, low) in _OFFICE_HEADS
            if any(char.isupper() for char in words) and words.lower() not in _NOT_NAMES | TIMES and not is_office:
                kind = "person" if label == "ORG" and _is_persons(view, low, high) else _KIND_OF_LABEL[label]
                yield Name(low, high, kind, view.words(low, high), why="model")
            begin = index + 1


def _after_calling(view: View, first: int, last: int, label: str) -> int:
    """Gives where a name begins after what its bearer is called: "Ranger | Ada Lund" and "Airline | Air Lund", where a capital is only
    the sentence's, and "Rep. | Ada Lund" anywhere."""
    word = view.tokens[first].text
    lower = word.lower()
    if last - first > 2 and label == "PERSON" and word.rstrip(".") in _TITLED:
        return first + 1 + (view.tokens[first + 1].text == ".")
    if last - first < 2 or not view.begins(first) or not view.tokens[first + 1].text[0].isupper():
        return first
    if last - first == 2:  # "Carmaker | Aln": a lone name behind its trade
        return first + 1 if lower in _TRADES else first
    called = lower in _TRADES or (
        label == "PERSON" and lower not in MALE | FEMALE | _GIVEN and (is_person_noun(lower) or view.is_noun(lower))
    )
    return first + 1 if called else first


def _through_hyphen(view: View, last: int) -> int:
    """Gives the end of a person's name with the part behind its hyphen that the model left out ("Bae Seong | -ho")."""
    joined = (
        last + 1 < len(view.tokens)
        and view.tokens[last].text == "-"
        and view.tokens[last - 1].end == view.tokens[last].start
    )
    return (
        last + 2
        if joined and view.tokens[last].end == view.tokens[last + 1].start and view.tokens[last + 1].text.isalpha()
        else last
    )


def _is_persons(view: View, first: int, last: int) -> bool:
    """Says whether a model's body is a person after all: a given name and one or two more words, none of them an acronym."""
    words = [view.tokens[index].text for index in range(first, last)]
    plain = 2 <= len(words) <= 3 and all(word.istitle() for word in words)
    return plain and words[0].lower() in MALE | FEMALE and not view.gazetteer.entries(view.words(first, last))


def titled_names(view: View) -> Iterator[Name]:
    """Gives the names after "Mr", "Ms" and their like, which the model often misses when they stand alone."""
    for index, token in enumerate(view.tokens):
        if token.text.rstrip(".") not in _TITLED:
            continue
        last = index + 1
        while view.same_sentence(last, index) and view.tokens[last].tag in ("NNP", "NNPS") and last - index < 4:
            last += 1
        if last > index + 1:
            yield Name(index + 1, last, "person", view.words(index + 1, last), why="after a title")


def _cuts(view: View, first: int, last: int, label: str) -> frozenset[int]:
    """Gives the tokens at which a model's name falls apart: possessives, verbs, and in places commas and "and" that join two names."""
    cuts = {
        index
        for index in range(first, last)
        if view.tokens[index].tag == "POS" and not _is_own(view, first, index, last, label)
    }
    if label != "WORK_OF_ART":  # "Infonor quoted the Rescue Service" is two names
        cuts |= {
            i
            for i in range(first + 1, last - 1)
            if view.tokens[i].tag in ("VBD", "VBZ") and view.tokens[i].text.islower()
        }
    if label in ("GPE", "LOC") and not (
        view.gazetteer.places(view.words(first, last)) or view.gazetteer.entries(view.words(first, last))
    ):
        cuts |= {index for index in range(first, last) if view.tokens[index].text in ("and", ",", "/")}
    return frozenset(cuts)


def _is_own(view: View, first: int, index: int, last: int, label: str) -> bool:
    """Says whether an 's belongs to the name ("St Bride's School"): capitals follow, and the owner is nothing the gazetteer knows."""
    if label == "WORK_OF_ART":
        return True
    if label != "ORG" or index + 1 >= last or not view.tokens[index + 1].text[0].isupper() or view.labels[index + 1][1]:
        return False
    owner = view.words(first, index)
    return not (view.gazetteer.entries(owner) or view.gazetteer.places(owner) or view.gazetteer.demonym(owner))


def _trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        view.tokens[first].text.lower() in ("the", "a", "an") or _EDGE.match(view.tokens[first].text)
    ):
        first += 1
    while (
        first < last
        and (
            _EDGE.match(view.tokens[last - 1].text)
            or view.tokens[last - 1].tag == "POS"
            or view.tokens[last - 1].text in ("of", "for", "and")
        )
        and view.tokens[last - 1].text != "."
    ):
        last -= 1
    return first, last


def mended(view: View, name: Name) -> Name:
    """Gives a model's name with what the gazetteer says of exactly these words."""
    entries = view.gazetteer.entries(name.text)
    if entries and not (name.kind == "person" and name.last - name.first > 1):
        return as_entry(name, entries)
    demonyms = view.gazetteer.demonym(name.text)
    if demonyms and name.kind != "person":
        return replace(
            name, kind="people", entry=demonyms[0] if len(demonyms) == 1 else None, rivals=demonyms, why="demonym"
        )
    return name
