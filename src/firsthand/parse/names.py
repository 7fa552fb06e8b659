"""Names: what the model saw, mended by the gazetteer and by what the rest of the document says of the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from firsthand.parse.known import known_names
from firsthand.parse.modelled import mended, model_names, titled_names
from firsthand.parse.name import Name, follows_place, is_prominent, stands_as_place
from firsthand.parse.signs import is_word, with_signs
from firsthand.parse.states import with_told_states
from firsthand.parse.toponyms import datelines, is_namesake, listed, placed
from firsthand.parse.view import View
from firsthand.text.given_names import FEMALE, MALE
from firsthand.text.names import fold


def find_names(view: View) -> list[Name]:
    """Gives the names of an article, ascending, none overlapping another."""
    model = [*(mended(view, name) for name in model_names(view)), *titled_names(view)]
    model = [name for name in model if not is_word(view, name)]
    known = list(known_names(view, {(name.first, name.last): name.kind for name in model}))
    starts = {name.first for name in known if name.kind == "people"}
    names = _without_overlaps(
        [
            *_not_people(known, model),
            *(name for name in model if name.kind != "people" or name.entry or name.first not in starts),
        ]
    )
    names = with_told_states(view, _voted(view, with_signs(view, names)))
    names = _without_overlaps([*names, *_repeated(view, names), *placed(view, names), *datelines(view)])
    return [name for name in _without_overlaps([*names, *listed(view, names)]) if not is_namesake(view, name)]


def _not_people(known: Iterable[Name], model: Sequence[Name]) -> Iterator[Name]:
    """Gives the gazetteer's names without those that the model takes for a person whose full name stands in the article."""
    persons = {(name.first, name.last) for name in model if name.kind == "person"}
    parts = {
        fold(part)
        for name in model
        if name.kind == "person" and name.last - name.first > 1
        for part in name.text.split()
    }
    for name in known:
        if not ((name.first, name.last) in persons and name.key in parts):
            yield name


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
            if stands_as_place(view, name.first, name.last) or follows_place(view, name.first):
                locative.add(name.key)
    persons = [name for name in names if name.kind == "person" and " " in name.text]
    surnames = {tail for name in persons for tail in _tails(name.text)}
    surnames |= {first for name in persons if (first := fold(name.text.split()[0])) in MALE | FEMALE}
    kinds = {key: _kind(view, key, counter, key in surnames, key in locative) for key, counter in votes.items()}
    return [replace(name, kind=kinds[name.key]) if name.why == "model" else name for name in names]


def _tails(name: str) -> Iterator[str]:
    """Gives the folded endings of a full name: "Pieter van Holt" also goes by "van Holt" and "Holt"."""
    words = name.split()
    for start in range(1, len(words)):
        yield fold(" ".join(words[start:]))


def _kind(view: View, key: str, votes: Counter[str], is_surname: bool, is_located: bool) -> str:
    """Gives the kind of a spelling from its votes."""
    best = max(sorted(votes), key=lambda kind: votes[kind])
    if is_surname and (best != "place" or not is_located):
        return "person"
    may_be_place = is_located or best == "other" or "place" in votes
    if may_be_place and not (best == "person" and " " in key) and is_prominent(view.gazetteer.places(key)):
        return "place"
    return best


def _repeated(view: View, names: list[Name]) -> Iterator[Name]:
    """Gives further places where a name found elsewhere in the article stands, headlines first of all."""
    known: dict[str, Name] = {}
    for name in names:
        if name.kind != "people" and len(name.key) > 2:
            known.setdefault(view.tokens[name.first].text, name)
    by_text = {name.text: name for name in names if name.kind != "people" and len(name.key) > 2}
    surnames = {name.text.split()[-1]: name for name in names if name.kind == "person" and " " in name.text}
    taken = {index for name in names for index in range(name.first, name.last)}
    for index, token in enumerate(view.tokens):
        if token.text not in known and token.text not in surnames:
            continue
        if index in taken:
            continue
        for last in range(min(index + 6, len(view.tokens)), index, -1):
            if view.same_sentence(index, last - 1) and view.words(index, last) in by_text:
                yield replace(by_text[view.words(index, last)], first=index, last=last, why="repeated")
                break
        else:
            if token.text in surnames:
                yield replace(surnames[token.text], first=index, last=index + 1, text=token.text, why="repeated")
