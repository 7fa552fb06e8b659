"""Drafts of all named mentions: persons, states, bodies, outlets and places, each with its canonical name and key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.parse.bodies import acronyms, state_bodies
from firsthand.parse.draft import Draft, add_free
from firsthand.parse.metonyms import with_metonyms
from firsthand.parse.name import Name
from firsthand.parse.names import find_names
from firsthand.parse.people import Person, Resolved, resolve_people
from firsthand.parse.signs import short_forms
from firsthand.parse.view import View
from firsthand.text.names import fold, strip_possessive


def named_drafts(view: View) -> tuple[list[Draft], tuple[Person, ...]]:
    """Gives the drafts of names in order, and the persons of the document."""
    names = list(with_metonyms(view, list(contested_states(view, find_names(view)))))
    explained = {**short_forms(names), **acronyms(view, names)}
    names = list(_of_bodies(names, explained))
    people = resolve_people(view, names)
    spellings = _spellings(names)
    drafts = [_person(one) for one in people]
    drafts += [_other(name, explained, spellings) for name in names if name.kind != "person"]
    drafts.sort(key=lambda draft: draft.first)
    organs = [
        Draft(name.first, name.last, name.kind, display, entity, entry=name.entry, why=name.why)
        for name, display, entity in state_bodies(view, names)
    ]
    drafts = add_free(organs, drafts)
    persons = {person.entity: person for one in people for person in one.persons}
    return list(_with_explained(view, drafts, explained)), tuple(persons[key] for key in sorted(persons))


def _of_bodies(names: Sequence[Name], explained: dict[str, Name]) -> Iterator[Name]:
    """Gives the names; one word that the model took for a person is the body whose longer name it begins, unless a person is called so."""
    parts = {fold(part) for name in names if name.kind == "person" and " " in name.text for part in name.text.split()}
    for name in names:
        short = name.kind == "person" and " " not in name.text and name.key in explained and name.key not in parts
        yield replace(name, kind=explained[name.key].kind) if short else name


def contested_states(view: View, names: Sequence[Name]) -> Iterator[Name]:
    """Gives the names; a state's name that is also that of another state's region is a place when the article speaks of that other state."""
    places = {name.key: view.gazetteer.places(name.text) for name in names if name.kind in ("state", "place")}
    rivals = {
        name.key: {place.country for place in places[name.key] if place.sort == "region"} - {name.entry.country}
        for name in names if name.kind == "state" and name.entry
    }  # fmt: skip
    if not any(rivals.values()):
        yield from names
        return
    meant = Counter(name.entry.country for name in names if name.entry and not rivals.get(name.key))
    meant.update(readings[0].country for key, readings in places.items() if readings and not rivals.get(key))
    for name in names:
        others = rivals.get(name.key, set())
        if name.entry and any(meant[other] > meant[name.entry.country] for other in others):
            yield replace(name, kind="place", entry=None, why="region of another state that the article speaks of")
        else:
            yield name


def _person(one: Resolved) -> Draft:
    if len(one.persons) == 1:
        person = one.persons[0]
        return Draft(
            one.name.first, one.name.last, "person", person.name, person.entity, why=one.why, gender=person.gender
        )
    candidates = tuple(person.name for person in one.persons)
    return Draft(one.name.first, one.name.last, "person", one.name.text, None, candidates, why="surname of several")


def _other(name: Name, explained: dict[str, Name], spellings: dict[str, str]) -> Draft:
    """Gives the draft of a name that is not a person's."""
    name = _full(name, explained)
    if name.kind == "people":
        return _demonym(name)
    if name.rivals and name.entry is None:
        return Draft(
            name.first,
            name.last,
            name.kind,
            name.text,
            None,
            tuple(entry.name for entry in name.rivals),
            why="name of several",
        )
    if name.entry:
        return Draft(name.first, name.last, name.kind, name.entry.name, name.entry.id, entry=name.entry, why=name.why)
    display = spellings.get(name.key, strip_possessive(name.text))
    return Draft(name.first, name.last, name.kind, display, f"{name.kind}:{name.key}", why=name.why)


def _full(name: Name, explained: dict[str, Name]) -> Name:
    """Gives the name an acronym was explained with, at the acronym's place."""
    long = explained.get(name.key)
    if long is None or name.entry or long.key == name.key:
        return name
    return Name(name.first, name.last, long.kind, long.text, long.entry, long.rivals, f"acronym of {long.text}")


def _demonym(name: Name) -> Draft:
    state = name.entry
    candidates = () if state else tuple(entry.name for entry in name.rivals)
    kind = "group" if name.text.endswith("s") and not name.text.endswith("ss") else "other"
    return Draft(
        name.first, name.last, kind, state.name if state else name.text, None, candidates, state, why="demonym"
    )


def _spellings(names: Sequence[Name]) -> dict[str, str]:
    """Gives the most frequent spelling of each key, the first of equals."""
    counts: dict[str, Counter[str]] = {}
    for name in names:
        counts.setdefault(name.key, Counter())[strip_possessive(name.text)] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}


def _with_explained(view: View, drafts: list[Draft], explained: dict[str, Name]) -> Iterator[Draft]:
    """Gives the drafts, and one for each use of an explained acronym that no rule has seen."""
    taken = {index for draft in drafts for index in range(draft.first, draft.last)}
    by_key = {draft.first: draft for draft in drafts}
    found = list(drafts)
    for index, token in enumerate(view.tokens):
        long = explained.get(fold(token.text)) if index not in taken and token.text.isupper() else None
        model = by_key.get(long.first) if long else None
        if model:
            found.append(
                Draft(
                    index, index + 1, model.kind, model.name, model.entity, (), model.entry, f"acronym of {model.name}"
                )
            )
    yield from sorted(found, key=lambda draft: draft.first)
