"""Groups: "both countries" led back to its members, and unnamed people ("two port officials") marked as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.gazetteer import Entry
from firsthand.parse.draft import Draft
from firsthand.parse.name import LOCATIVE
from firsthand.parse.view import NOUN_TAGS, View
from firsthand.text.person_nouns import HEADS

_STATES = frozenset(
    [
        "countries",
        "nations",
        "states",
        "governments",
        "neighbours",
        "neighbors",
        "capitals",
        "sides",
        "powers",
        "allies",
        "rivals",
    ]
)
_PEOPLE = frozenset(["leaders", "presidents", "ministers", "men", "women", "officials"])
UNNAMED = frozenset(
    [
        "officials",
        "sources",
        "witnesses",
        "residents",
        "analysts",
        "experts",
        "diplomats",
        "authorities",
        "investigators",
        "rescuers",
        "medics",
        "doctors",
        "activists",
        "lawmakers",
        "relatives",
        "neighbours",
        "neighbors",
        "villagers",
        "survivors",
        "researchers",
        "scientists",
        "observers",
        "insiders",
        "aides",
        "critics",
        "prosecutors",
        "lawyers",
        "volunteers",
        "officers",
        "commanders",
        "media",
        "outlets",
        "reports",
        "broadcasters",
        "police",
        "firefighters",
        "protesters",
        "demonstrators",
        "fishermen",
        "journalists",
        "reporters",
        "economists",
        "traders",
        "investors",
        "historians",
    ]
)


def group_drafts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Gives "both", "neither", "the pair", "both countries", "the two leaders" with their members as candidates; no entity is claimed.

    Where those meant have no names ("two companies … Neither"), their own words are the one candidate.
    """
    for index, token in enumerate(view.tokens):
        lower = token.text.lower()
        first, last = index, index + 1
        if lower in ("two", "pair", "duo", "three", "trio") and view.lower(index - 1, index) in ("the", "these", "all"):
            first -= 1
        elif lower not in ("both", "neither"):
            continue
        noun = _plural_noun(view, last)
        if noun is not None:
            found = _pair(view, first, noun, drafts) if lower in ("both", "two") else None
        else:
            found = _alone(view, first, last, drafts)
        if found:
            yield found


def _plural_noun(view: View, index: int) -> int | None:
    """Gives the noun of which "both" or "the two" is only the number."""
    while view.same_sentence(index, index - 1) and view.tokens[index].tag in ("JJ", "VBN", "HYPH"):
        index += 1
    if not (view.same_sentence(index, index - 1) and view.tokens[index].tag in NOUN_TAGS):
        return None
    while view.same_sentence(index + 1, index) and view.tokens[index + 1].tag in NOUN_TAGS:
        index += 1
    return index


def _alone(view: View, first: int, last: int, drafts: Sequence[Draft]) -> Draft | None:
    """Gives the group that a collective without a noun means: two joined by "and", a counted plural, the two states or persons named last."""
    follows = view.tokens[last] if view.same_sentence(last, first) else None
    if follows is None or not (follows.pos in ("VERB", "AUX", "ADV") or follows.text in (",", "of")):
        return None
    words = view.words(first, last).lower()
    counted = _counted_before(view, first, 3 if "three" in words or "trio" in words else 2)
    if "three" in words or "trio" in words:
        members = counted
    else:
        members = (
            _joined_before(view, first, drafts)
            or counted
            or _states_before(view, first, drafts)
            or _persons_before(view, first, drafts)
        )
    return _group(first, last, members, f"{words}: those named last") if members else None


_NUMBERS = {2: ("two", "2", "both"), 3: ("three", "3")}


def _counted_before(view: View, first: int, count: int) -> tuple[str, ...]:
    """Gives the words of the last plural of this number in this sentence or the one before ("two former officers"), without what follows it."""
    for at in range(first - 1, -1, -1):
        if view.sentence_of[first] - view.sentence_of[at] > 1:
            return ()
        if view.lower(at, at) in _NUMBERS[count]:
            noun = _plural_noun(view, at + 1)
            if noun is not None and view.tokens[noun].tag == "NNS":
                return (view.words(at, noun + 1).lower() if view.begins(at) else view.words(at, noun + 1),)
    return ()


def _joined_before(view: View, index: int, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Gives the two that stand joined by "and" in this sentence or the one before ("in Lisbon and Madrid. Both have …")."""
    sentence = view.sentence_of[index]
    near = [
        draft
        for draft in drafts
        if draft.first < index and sentence - view.sentence_of[draft.first] <= 1 and draft.entity
    ]
    for left, right in reversed(list(pairwise(near))):
        if (
            right.first == left.last + 1
            and view.tokens[left.last].text == "and"
            and _sort(view, left) == _sort(view, right)
        ):
            return (_member(view, left), _member(view, right))
    return ()


def _sort(view: View, draft: Draft) -> str:
    return "state" if _state(view, draft) else draft.kind


def _member(view: View, draft: Draft) -> str:
    state = _state(view, draft)
    return state.name if state else draft.name


def _pair(view: View, first: int, noun: int, drafts: Sequence[Draft]) -> Draft | None:
    """Gives the group of a plural noun at `noun`, whose phrase begins at `first`."""
    while view.same_sentence(noun, first) and view.tokens[noun].tag == "JJ":
        noun += 1
    word = view.lower(noun, first)
    if word in _STATES:
        members = _states_before(view, first, drafts)
    elif word in _PEOPLE:
        members = _persons_before(view, first, drafts)
    else:
        return None
    return _group(first, noun + 1, members, f"{word}: the two named last") if members else None


def _group(first: int, last: int, members: Sequence[str], why: str) -> Draft:
    return Draft(first, last, "group", "; ".join(members), None, tuple(members), why=why)


def _states_before(view: View, index: int, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Gives the names of the two states named last before a token: capitals count for their states, adjectives do not.

    Two of this sentence come first; else a state where something merely happens ("the war in Norland") counts only when
    fewer than two others are near.
    """
    sentence = view.sentence_of[index]
    near = [draft for draft in drafts if draft.first < index and sentence - view.sentence_of[draft.first] <= 5]
    acting = [draft for draft in near if view.lower(draft.first - 1, draft.first) not in LOCATIVE]
    here = [draft for draft in near if view.sentence_of[draft.first] == sentence]
    return _last_two_states(view, here) or _last_two_states(view, acting) or _last_two_states(view, near)


def _last_two_states(view: View, near: Sequence[Draft]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for draft in reversed(near):
        state = _state(view, draft)
        if state:
            found.setdefault(state.id, state.name)
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def _state(view: View, draft: Draft) -> Entry | None:
    if draft.kind == "state" and draft.entry and draft.entry.kind == "state":
        return draft.entry
    seats = view.gazetteer.seat(view.words(draft.first, draft.last)) if draft.kind == "place" else ()
    return seats[0] if len(seats) == 1 else None


def _persons_before(view: View, index: int, drafts: Sequence[Draft]) -> tuple[str, ...]:
    sentence = view.sentence_of[index]
    found: dict[str, str] = {}
    for draft in reversed(
        [draft for draft in drafts if draft.first < index and sentence - view.sentence_of[draft.first] <= 2]
    ):
        if draft.kind == "person" and draft.entity:
            found.setdefault(draft.entity, draft.name)
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def unnamed_drafts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Gives unnamed people and outlets in the plural ("two port officials", "Norlandish news sources") as groups without entity."""
    starts = {draft.last: draft.first for draft in drafts}
    for index, token in enumerate(view.tokens):
        lower = token.text.lower()
        if not (lower in UNNAMED or (lower.endswith("s") and lower[:-1] in HEADS)) or token.tag not in (
            "NNS",
            "NN",
            "NNP",
            "NNPS",
        ):
            continue
        if view.same_sentence(index + 1, index) and view.tokens[index + 1].tag in NOUN_TAGS:
            continue
        first = index
        while view.same_sentence(first - 1, index) and (
            view.tokens[first - 1].tag in NOUN_TAGS
            or view.tokens[first - 1].tag in ("JJ", "CD", "POS", "HYPH", "VBN", "JJR")
        ):
            first = starts.get(first, first - 1) if starts.get(first, first) < first else first - 1
        yield Draft(first, index + 1, "group", view.words(first, index + 1), None, why="unnamed group")
