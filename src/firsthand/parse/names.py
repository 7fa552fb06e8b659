"""Names: what the model saw, mended by the gazetteer and by what the rest of the document says of the same words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.gazetteer import Entry, PlaceEntry
from firsthand.parse.view import View
from firsthand.text.names import fold, is_acronym

_KIND_OF_LABEL = {
    "PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people", "PRODUCT": "other",
    "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other",
}  # fmt: skip
# Names of outlets and bodies that are ordinary words too: they need a second sign.
_ORDINARY = frozenset(
    """time times stuff metro mirror independent guardian observer express telegraph star standard sun punch hill wire national
    nation vox vice meta apple amazon x congress dawn welt bild tempo sabah saba geo kan atlantic care mit raw ice age hindu economist
    forbes spiegel zeit andina mehr fars beta efe memorial amnesty hur duma who rt dr vg dn time life globe post asahi apa map petra
    emirates elysee beehive matignon westminster number 10 reform reforma wagner publico rada abc nos err ten sec fed""".split()
)
LOCATIVE = frozenset(
    """in at near from to around outside inside across through toward towards over into via throughout beyond within between off
    north south east west northern southern eastern western central downtown""".split()
)
_NOT_NAMES = frozenset("i we he she it they mr mrs ms dr the a an this that".split())
_DIVISION_WORDS = frozenset(
    """region oblast province city town village district prefecture governorate county state peninsula suburb port island
    territory airport border krai municipality""".split()
)
_PROMINENT = 100_000
# Words that begin the names of places; with them the longer name is looked up ("New Jersey" is not Jersey).
_PREFIXES = frozenset("new north south east west upper lower san santa st saint fort port mount lake gulf cape el los las la".split())
_TIMES = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday christmas easter ramadan god internet covid state city""".split()
)
# After these words a place only names a disease or a thing.
_NAMESAKES = frozenset("virus flu fever disease ebolavirus strain syndrome variant virus-like marathon prize convention accords".split())
_EDGE = re.compile(r"^[\W_]+$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens first to last - 1. `kind` as in Mention, or "people" for a demonym; `entry` when the gazetteer knows it."""

    first: int
    last: int
    kind: str
    text: str
    entry: Entry | None = None
    rivals: tuple[Entry, ...] = ()
    why: str = ""

    @property
    def key(self) -> str:
        return fold(self.text)


def find_names(view: View) -> list[Name]:
    """Gives the names of an article, ascending, none overlapping another."""
    model = [_mended(view, name) for name in _model_names(view)]
    known = list(_known_names(view, {(name.first, name.last): name.kind for name in model}))
    starts = {name.first for name in known if name.kind == "people"}
    names = _without_overlaps([*_not_people(known, model), *(name for name in model if name.kind != "people" or name.entry or name.first not in starts)])
    names = _voted(view, names)
    names = _without_overlaps([*names, *_repeated(view, names), *_placed(view, names), *_datelines(view)])
    return [name for name in _without_overlaps([*names, *_listed(view, names)]) if not _is_namesake(view, name)]


def _not_people(known: Iterable[Name], model: Sequence[Name]) -> Iterator[Name]:
    """Gives the gazetteer's names without those that the model takes for a person whose full name stands in the article."""
    persons = {(name.first, name.last) for name in model if name.kind == "person"}
    parts = {fold(part) for name in model if name.kind == "person" and name.last - name.first > 1 for part in name.text.split()}
    for name in known:
        if not ((name.first, name.last) in persons and name.key in parts):
            yield name


def _is_namesake(view: View, name: Name) -> bool:
    return name.kind == "place" and view.lower(name.last, name.first) in _NAMESAKES


def _model_names(view: View) -> Iterator[Name]:
    """Gives the model's names, outside title-case lines, without articles, possessives and marks at their edges."""
    start = 0
    while start < len(view.tokens):
        label = view.labels[start][0]
        end = start + 1
        if label:
            while end < len(view.tokens) and view.labels[end] == (label, False) and view.same_sentence(end, start):
                end += 1
            if label in _KIND_OF_LABEL and view.sentence_of[start] not in view.title_case:
                yield from _pieces(view, start, end, label)
        start = end


def _pieces(view: View, first: int, last: int, label: str) -> Iterator[Name]:
    """Gives the parts of a model's name, cut at possessives ("Norland's Port Office" is two names)."""
    begin = first
    for index in range(first, last + 1):
        if index == last or (view.tokens[index].tag == "POS" and label != "WORK_OF_ART"):
            low, high = _trimmed(view, begin, index)
            words = view.words(low, high) if low < high else ""
            if any(char.isupper() for char in words) and words.lower() not in _NOT_NAMES | _TIMES:
                yield Name(low, high, _KIND_OF_LABEL[label], view.words(low, high), why="model")
            begin = index + 1


def _trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    while first < last and (view.tokens[first].text.lower() in ("the", "a", "an") or _EDGE.match(view.tokens[first].text)):
        first += 1
    while first < last and (_EDGE.match(view.tokens[last - 1].text) or view.tokens[last - 1].tag == "POS") and view.tokens[last - 1].text != ".":
        last -= 1
    return first, last


def _mended(view: View, name: Name) -> Name:
    """Gives a model's name with what the gazetteer says of exactly these words."""
    entries = view.gazetteer.entries(name.text)
    if entries and not (name.kind == "person" and name.last - name.first > 1):
        return _as_entry(name, entries)
    demonyms = view.gazetteer.demonym(name.text)
    if demonyms and name.kind != "person":
        return replace(name, kind="people", entry=demonyms[0] if len(demonyms) == 1 else None, rivals=demonyms, why="demonym")
    return name


def _as_entry(name: Name, entries: tuple[Entry, ...]) -> Name:
    single = len(entries) == 1
    return replace(name, kind=entries[0].kind, entry=entries[0] if single else None, rivals=() if single else entries, why="gazetteer")


def _known_names(view: View, model: dict[tuple[int, int], str]) -> Iterator[Name]:
    """Gives the longest names, demonyms and seats of the gazetteer at each capital letter, headlines included."""
    index = 0
    while index < len(view.tokens):
        found = _longest_at(view, index, model)
        if found:
            yield found
        index = found.last if found else index + 1


def _longest_at(view: View, first: int, model: dict[tuple[int, int], str]) -> Name | None:
    token = view.tokens[first]
    if not (token.text[0].isupper() or token.text[0].isdigit() or token.text[0] == "+"):
        return None
    longer = _prefixed(view, first)
    if longer:
        return longer
    reach = view.gazetteer.words_from(token.text)
    if view.same_sentence(first + 1, first) and view.tokens[first + 1].tag == "POS":
        reach = max(reach, view.gazetteer.words_from(f"{token.text}s"))
    if not reach:
        return None
    for last in range(min(first + 2 * reach, len(view.tokens)), first, -1):
        if view.same_sentence(first, last - 1) and view.tokens[last - 1].tag != "POS" and not _EDGE.match(view.tokens[last - 1].text):
            found = _known(view, first, last, model)
            if found:
                return found
    return None


def _prefixed(view: View, first: int) -> Name | None:
    """Gives the place whose name begins with a word like "New", if the words after it make one."""
    if view.tokens[first].text.lower().rstrip(".") not in _PREFIXES:
        return None
    for last in range(first + 4, first + 1, -1):
        if not view.same_sentence(last - 1, first) or not view.tokens[last - 1].text[0].isupper():
            continue
        text = view.words(first, last)
        if view.gazetteer.entries(text) or view.gazetteer.seat(text) or view.gazetteer.demonym(text):
            return None
        if is_prominent(view.gazetteer.places(text)):
            return Name(first, last, "place", text, why="gazetteer")
    return None


def _known(view: View, first: int, last: int, model: dict[tuple[int, int], str]) -> Name | None:
    text = view.words(first, last)
    name = Name(first, last, "", text)
    gazetteer = view.gazetteer
    entries = gazetteer.entries(text)
    if entries and (fold(text) not in _ORDINARY or _is_signed(view, first, last, model)):
        return _as_entry(name, entries)
    demonyms = gazetteer.demonym(text)
    if demonyms:
        return replace(name, kind="people", entry=demonyms[0] if len(demonyms) == 1 else None, rivals=demonyms, why="demonym")
    if gazetteer.seat(text) and (fold(text) not in _ORDINARY or model.get((first, last)) in ("place", "body")):
        return replace(name, kind="place", why="gazetteer")
    return None


def _is_signed(view: View, first: int, last: int, model: dict[tuple[int, int], str]) -> bool:
    """Says whether an ordinary word is meant as a name here: the model says so, or it is an acronym or has a capital The."""
    if view.sentence_of[first] in view.title_case:
        return last - first > 1
    said = model.get((first, last), "")
    preceded = first > 0 and view.tokens[first - 1].text == "The" and view.tokens[first - 1].start > view.sentences[view.sentence_of[first]].start
    return said == "body" or preceded or (is_acronym(view.words(first, last)) and last - first == 1 and len(view.words(first, last)) > 1 and said != "person")


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """Gives names that do not overlap: the longer wins, of equals the one the gazetteer knows."""
    order = sorted(names, key=lambda name: (name.first - name.last, name.why == "model", name.first))
    taken: set[int] = set()
    kept = []
    for name in order:
        tokens = range(name.first, name.last)
        if not taken.intersection(tokens):
            taken.update(tokens)
            kept.append(name)
    return sorted(kept, key=lambda name: name.first)


def _voted(view: View, names: list[Name]) -> list[Name]:
    """Gives the names with one kind for one spelling: full names of persons, then places of note, then the majority."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    locative: set[str] = set()
    for name in names:
        if name.why == "model":
            votes[name.key][name.kind] += 1
            if _stands_as_place(view, name.first, name.last):
                locative.add(name.key)
    surnames = {fold(name.text.split()[-1]) for name in names if name.kind == "person" and len(name.text.split()) > 1}
    kinds = {key: _kind(view, key, counter, key in surnames, key in locative) for key, counter in votes.items()}
    return [replace(name, kind=kinds[name.key]) if name.why == "model" else name for name in names]


def _kind(view: View, key: str, votes: Counter[str], is_surname: bool, is_located: bool) -> str:
    """Gives the kind of a spelling from its votes."""
    best = max(sorted(votes), key=lambda kind: votes[kind])
    if is_surname and (best != "place" or not is_located):
        return "person"
    if best != "place" and is_prominent(view.gazetteer.places(key)) and not (best == "person" and " " in key):
        if is_located or best == "other" or "place" in votes:
            return "place"
    return best


def is_prominent(places: tuple[PlaceEntry, ...]) -> bool:
    """Says whether a name is that of a state, a region, a capital or a city that needs no explaining."""
    return any(place.sort not in ("town", "county") or place.population >= _PROMINENT for place in places)


def _stands_as_place(view: View, first: int, last: int) -> bool:
    return view.lower(first - 1, first) in LOCATIVE or view.lower(last, first) in _DIVISION_WORDS


def _repeated(view: View, names: list[Name]) -> Iterator[Name]:
    """Gives further places where a name found elsewhere in the article stands, headlines first of all."""
    known: dict[str, Name] = {}
    for name in names:
        if name.kind != "people" and len(name.key) > 2:
            known.setdefault(view.tokens[name.first].text, name)
    by_text = {name.text: name for name in names if name.kind != "people" and len(name.key) > 2}
    surnames = {name.text.split()[-1]: name for name in names if name.kind == "person" and " " in name.text}
    for index, token in enumerate(view.tokens):
        name = known.get(token.text) or surnames.get(token.text)
        if name is None or view.labels[index][0] == "PERSON":
            continue
        for last in range(min(index + 6, len(view.tokens)), index, -1):
            if view.same_sentence(index, last - 1) and view.words(index, last) in by_text:
                yield replace(by_text[view.words(index, last)], first=index, last=last, why="repeated")
                break
        else:
            if token.text in surnames:
                yield replace(surnames[token.text], first=index, last=index + 1, text=token.text, why="repeated")


_DATELINE = re.compile(r"(?P<place>[A-Z][A-Z'’.\- ]{2,}[A-Z.])(?:, [A-Z][\w. ]{1,20})?\s*(?:\([^)]{2,30}\)\s*)?[—–-]{1,2}\s")


def _datelines(view: View) -> Iterator[Name]:
    """Gives the place in capitals at the head of a paragraph ("ODENSE, Denmark (EFE) — …")."""
    starts = {token.start: index for index, token in enumerate(view.tokens)}
    for block in view.article.blocks:
        match = _DATELINE.match(view.article.text, block.span.start, block.span.end)
        if match and match.start() in starts and view.gazetteer.places(match["place"]):
            first = last = starts[match.start()]
            while last < len(view.tokens) and view.tokens[last].end <= match.end("place"):
                last += 1
            if last > first:
                yield Name(first, last, "place", view.words(first, last), why="dateline")


def _listed(view: View, names: Sequence[Name]) -> Iterator[Name]:
    """Gives places that stand in a list beside a place ("in Aln, Berrow and Tolna"), when the gazetteer knows them."""
    taken = {index for name in names for index in range(name.first, name.last)}
    places = [name for name in names if name.kind == "place"]
    for name in places:
        for step in (1, -1):
            at = name.last if step > 0 else name.first - 1
            while view.same_sentence(at, name.first) and view.tokens[at].text in (",", "and", "or", "&"):
                at += step
                if view.same_sentence(at, name.first) and view.tokens[at].text in ("and", "or"):
                    at += step
                found = _capitals(view, at, step, name.first)
                if found is None or taken.intersection(range(*found)):
                    break
                text = view.words(*found)
                if not view.gazetteer.places(text) or fold(text) in _TIMES or view.labels[found[0]][0] == "PERSON":
                    break
                taken.update(range(*found))
                yield Name(*found, "place", text, why="listed beside a place")
                at = found[1] if step > 0 else found[0] - 1


def _capitals(view: View, at: int, step: int, near: int) -> tuple[int, int] | None:
    """Gives the run of capitalised words that begins (or, going back, ends) at a token."""
    end = at
    while view.same_sentence(end, near) and view.tokens[end].text[0].isupper():
        end += step
    first, last = (at, end) if step > 0 else (end + 1, at + 1)
    return (first, last) if 0 < last - first <= 4 else None


def _placed(view: View, names: list[Name]) -> Iterator[Name]:
    """Gives places the model missed: capitalised words after a locative preposition or before "region" that the gazetteer knows."""
    taken = {index for name in names for index in range(name.first, name.last)}
    for index, token in enumerate(view.tokens):
        if index in taken or not token.text[0].isupper() or view.sentence_of[index] in view.title_case or token.tag not in ("NNP", "NNPS", "NN", "JJ"):
            continue
        for last in (index + 3, index + 2, index + 1):
            if last > len(view.tokens) or not view.same_sentence(index, last - 1) or taken.intersection(range(index, last)):
                continue
            if not (_stands_as_place(view, index, last) and view.tokens[last - 1].text[0].isupper()):
                continue
            if last < len(view.tokens) and view.same_sentence(last, index) and view.tokens[last].text[0].isupper() and view.tokens[last].tag.startswith("NNP"):
                continue
            if fold(view.words(index, last)) not in _TIMES and view.gazetteer.places(view.words(index, last)):
                yield Name(index, last, "place", view.words(index, last), why="gazetteer place")
                break
