"""Words that point back: "the security chief", "the ministry", "he", "both countries". Resolved only where one answer fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from firsthand.parse.bodies import DEFINITE, fits_definite
from firsthand.parse.draft import Draft
from firsthand.parse.people import Person
from firsthand.parse.roles import HEADS, read_role
from firsthand.parse.view import NOUN_TAGS, View

_DETERMINERS = frozenset(["the", "this", "that", "his", "her", "their", "its"])
# How many sentences back a definite noun looks for its name.
_REACH = 4


def role_drafts(view: View, drafts: Sequence[Draft], persons: Sequence[Person]) -> Iterator[Draft]:
    """Gives the offices that stand alone ("the security chief", "Norland's president"), with whom they mean where one person holds it."""
    names = {draft.first for draft in drafts if draft.kind == "person"}
    ends = {draft.last: draft for draft in drafts if draft.kind in ("state", "other")}
    for index, token in enumerate(view.tokens):
        lower = token.text.lower()
        if lower not in HEADS or token.tag not in NOUN_TAGS or index + 1 in names:
            continue
        if (
            view.same_sentence(index + 1, index)
            and view.tokens[index + 1].tag in NOUN_TAGS
            and view.lower(index + 1, index) in HEADS
        ):
            continue
        start = _phrase_start(view, index, ends)
        if start is not None:
            yield _role_draft(view, start, index + 1, persons, drafts)


def _phrase_start(view: View, head: int, ends: dict[int, Draft]) -> int | None:
    """Gives where a definite phrase ending in this head begins, or None for an indefinite one."""
    start = head
    while view.same_sentence(start - 1, head) and head - start < 6:
        before = view.tokens[start - 1]
        if before.text.lower() in _DETERMINERS:
            return start
        if before.tag == "POS" and start - 1 in ends:
            return ends[start - 1].first
        if (
            before.tag == "POS"
            and view.tokens[start - 2].tag == "NN"
            and view.lower(start - 3, head) in ("the", "this")
        ):
            return start - 3  # "the province's governor"
        if start in ends and ends[start].kind == "other":
            return ends[start].first
        if not (before.tag in NOUN_TAGS or before.tag in ("JJ", "HYPH", "VBN")):
            return None
        start -= 1
    return None


def _role_draft(view: View, first: int, last: int, persons: Sequence[Person], drafts: Sequence[Draft]) -> Draft:
    text = view.words(first, last)
    role = read_role(view, first, last)
    if role is None:
        return Draft(first, last, "role", text, why="role, not resolved")
    fits = [person for person in persons if any(role.may_be(known) for known in person.roles)]
    known = _mentioned_before(fits, drafts, first)
    if len(known) == 1 or len(fits) == 1:
        person = (known or fits)[0]
        return Draft(
            first, last, "role", person.name, person.entity, why=f"role of {person.name}", gender=person.gender
        )
    candidates = tuple(sorted(person.name for person in (known or fits)))
    return Draft(
        first, last, "role", text, None, candidates, why="role of several" if candidates else "role, not resolved"
    )


def _mentioned_before(fits: Sequence[Person], drafts: Sequence[Draft], first: int) -> list[Person]:
    before = {draft.entity for draft in drafts if draft.first < first}
    return [person for person in fits if person.entity in before]


def body_drafts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Gives "the agency", "the ministry" and their like, led back to the one fitting body of the last sentences."""
    bodies = [draft for draft in drafts if draft.kind in ("body", "outlet") and draft.entity]
    for index, token in enumerate(view.tokens):
        if token.text.lower() != "the" or not view.same_sentence(index + 1, index):
            continue
        noun, last = _definite_noun(view, index + 1)
        if not noun:
            continue
        sentence = view.sentence_of[index]
        near = [draft for draft in bodies if draft.first < index and sentence - view.sentence_of[draft.first] <= _REACH]
        fits = _last_first(
            draft for draft in near if fits_definite(noun, draft.name, draft.entry.sort if draft.entry else "")
        )
        if len(fits) == 1:
            yield Draft(
                index + 1,
                last,
                fits[0].kind,
                fits[0].name,
                fits[0].entity,
                (),
                fits[0].entry,
                f"the {noun}: last one named",
            )
        elif fits:
            yield Draft(
                index + 1,
                last,
                "role",
                view.words(index + 1, last),
                None,
                tuple(draft.name for draft in fits),
                why=f"the {noun}: several fit",
            )


def _definite_noun(view: View, first: int) -> tuple[str, int]:
    """Gives the noun of `DEFINITE` that stands alone after an article, and the token after it; ("", first) for none."""
    for length in (2, 1):
        last = first + length
        if not view.same_sentence(last - 1, first):
            continue
        noun = view.words(first, last).lower()
        follows = view.tokens[last] if view.same_sentence(last, first) else None
        if noun in DEFINITE and not (follows and (follows.tag in NOUN_TAGS or follows.text.lower() in ("of", "for"))):
            return noun, last
    return "", first


def _last_first(drafts: Iterable[Draft]) -> list[Draft]:
    """Gives one draft an entity, the last mentioned first."""
    found = {draft.entity: draft for draft in drafts}
    return sorted(found.values(), key=lambda draft: -draft.first)
