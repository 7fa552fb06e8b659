"""Words that point back: "the security chief", "the ministry", "he", "both countries". Resolved only where one answer fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from firsthand.parse.bodies import DEFINITE, contradicts, fits_definite, is_unmarked, same_sort
from firsthand.parse.draft import Draft
from firsthand.parse.people import Person
from firsthand.parse.roles import Role, read_role
from firsthand.parse.signs import noun_after, noun_apposed, noun_before, noun_behind
from firsthand.parse.view import NOUN_TAGS, View
from firsthand.text.person_nouns import HEADS

_DETERMINERS = frozenset(["the", "this", "that", "his", "her", "their", "its"])
# How many sentences back a definite noun looks for its name.
_REACH = 4


def role_drafts(view: View, drafts: Sequence[Draft], persons: Sequence[Person]) -> Iterator[Draft]:
    """Gives the offices that stand alone ("the security chief", "Norland's president"), with whom they mean where one person holds it.

    What the article itself calls its people is an office too: "the landlord" after "Erik Lund, the landlord,".
    """
    heads = HEADS | {role.head for person in persons for role in person.roles}
    names = {draft.first for draft in drafts if draft.kind == "person"}
    ends = {draft.last: draft for draft in drafts if draft.kind in ("state", "other")}
    headlines = _headlines(view)
    for index, token in enumerate(view.tokens):
        if token.text.lower() not in heads or token.tag not in NOUN_TAGS or index + 1 in names:
            continue
        if view.lower(index + 1, index) in heads and view.tokens[index + 1].tag in NOUN_TAGS:
            continue
        start = _phrase_start(view, index, ends)
        if start is not None:
            yield _role_draft(view, start, index + 1, persons, drafts, heads)
        elif view.sentence_of[index] in headlines and view.is_subject(index, index + 1):
            bare = _role_draft(view, _bare_start(view, index), index + 1, persons, drafts, heads)
            if bare.entity:
                yield bare


def _headlines(view: View) -> frozenset[int]:
    """Gives the sentences that are headlines: there an office needs no article."""
    blocks = [block.span for block in view.article.blocks if block.kind == "headline"]
    return frozenset(
        index for index, span in enumerate(view.sentences) if any(block.contains(span) for block in blocks)
    )


def _bare_start(view: View, head: int) -> int:
    start = head
    while view.same_sentence(start - 1, head) and view.tokens[start - 1].tag in (*NOUN_TAGS, "JJ"):
        start -= 1
    return start


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
        if not (before.tag in NOUN_TAGS or before.tag in ("JJ", "HYPH", "VBN", "VBG")):
            return None
        start -= 1
    return None


def _role_draft(
    view: View, first: int, last: int, persons: Sequence[Person], drafts: Sequence[Draft], heads: frozenset[str]
) -> Draft:
    text = view.words(first, last)
    role = read_role(view, first, last, heads.__contains__)
    if role is None:
        return Draft(first, last, "role", text, why="role, not resolved")
    fits = [person for person in persons if any(role.may_be(known) for known in person.roles)]
    known = _apposed(view, last, fits, drafts) or _mentioned_before(fits, drafts, first)
    if not fits:
        known = _named_shorter(role, persons)
    if len(known) == 1 or len(fits) == 1:
        person = (known or fits)[0]
        return Draft(
            first, last, "role", person.name, person.entity, why=f"role of {person.name}", gender=person.gender
        )
    candidates = tuple(sorted(person.name for person in (known or fits)))
    return Draft(
        first, last, "role", text, None, candidates, why="role of several" if candidates else "role, not resolved"
    )


def _apposed(view: View, last: int, fits: Sequence[Person], drafts: Sequence[Draft]) -> list[Person]:
    """Gives the person named right behind a role and a comma ("the minister, Jana Holt,")."""
    if view.lower(last, last - 1) != ",":
        return []
    named = {draft.entity for draft in drafts if draft.first == last + 1 and draft.kind == "person"}
    return [person for person in fits if person.entity in named]


def _named_shorter(role: Role, persons: Sequence[Person]) -> list[Person]:
    """Gives the one person of the article with this head noun, if fewer words name the office ("its managing director", "The director, Ada Lund,")."""
    same = [person for person in persons if any(known.head == role.head for known in person.roles)]
    return (
        same
        if len(same) == 1 and all(role.may_fall_short_of(known) for known in same[0].roles if known.head == role.head)
        else []
    )


def _mentioned_before(fits: Sequence[Person], drafts: Sequence[Draft], first: int) -> list[Person]:
    before = {draft.entity for draft in drafts if draft.first < first}
    return [person for person in fits if person.entity in before]


def body_drafts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Gives "the agency", "the ministry" and their like, led back to the one fitting body of the last sentences.

    What the article calls a body fits it ("the charity" after "the medical charity Alna"), then what its name says ("the company" after
    "Alna Cement"). Without a named one, an organ is called by its fuller words ("the central bank").
    """
    bodies = [draft for draft in drafts if draft.kind in ("body", "outlet") and draft.entity]
    called = _called(view, bodies)
    heads = {entity.rpartition(" ")[2] for entity in called if entity.startswith(("body:", "outlet:"))}
    nouns = frozenset().union(DEFINITE, *called.values(), (head for head in heads if view.is_noun(head)))
    taken = {index for draft in drafts for index in range(draft.first, draft.last)}
    for index, token in enumerate(view.tokens):
        if token.text.lower() != "the" or not view.same_sentence(index + 1, index) or index + 1 in taken:
            continue
        noun, last = _definite_noun(view, index + 1, nouns)
        if not noun:
            continue
        sentence = view.sentence_of[index]
        near = [draft for draft in bodies if draft.first < index and sentence - view.sentence_of[draft.first] <= _REACH]
        fits = _fitting(noun, _last_first(near), called)
        words = view.words(index + 1, last)
        if len(fits) == 1:
            one = fits[0]
            name = view.words(one.first, one.last) if one.kind == "outlet" else one.name
            yield Draft(index + 1, last, one.kind, name, one.entity, (), one.entry, f"the {noun}: last one named")
        elif fits:
            names = tuple(draft.name for draft in fits)
            yield Draft(index + 1, last, "role", words, None, names, why=f"the {noun}: several fit")
        elif fuller := _fuller_words(view, index, noun):
            yield Draft(index + 1, last, "body", fuller, f"body:{fuller.lower()}", why=f"the {noun}: in full before")


def _called(view: View, bodies: Sequence[Draft]) -> dict[str, frozenset[str]]:
    """Gives for each body the nouns that the article puts beside its name ("charity", "exporter")."""
    found: dict[str, set[str]] = {}
    for draft in bodies:
        nouns = {
            noun_before(view, draft.first),
            noun_after(view, draft.first, draft.last),
            noun_apposed(view, draft.first, draft.last),
            noun_behind(view, draft.last),
        }
        found.setdefault(draft.entity or "", set()).update(nouns - {""})
    return {entity: frozenset(nouns) for entity, nouns in found.items()}


def _fitting(noun: str, near: Sequence[Draft], called: dict[str, frozenset[str]]) -> list[Draft]:
    """Gives the bodies that "the NOUN" may mean: those called so, else those whose name or sort says so, else those of which nothing is known."""
    steps: tuple[Callable[[Draft], bool], ...] = (
        lambda draft: same_sort(noun, called[draft.entity or ""]),
        lambda draft: (
            not contradicts(noun, called[draft.entity or ""], draft.kind)
            and fits_definite(noun, draft.name, draft.entry.sort if draft.entry else "")
        ),
        lambda draft: draft.entry is None and is_unmarked(noun, draft.name, draft.kind, called[draft.entity or ""]),
    )
    return next((fits for step in steps if (fits := [draft for draft in near if step(draft)])), [])


def _definite_noun(view: View, first: int, nouns: frozenset[str]) -> tuple[str, int]:
    """Gives the noun that stands alone after an article and may mean a body, and the token after it; ("", first) for none."""
    for length in (2, 1):
        last = first + length
        if not view.same_sentence(last - 1, first) or not view.tokens[last - 1].tag.startswith("NN"):
            continue
        noun = view.words(first, last).lower()
        follows = view.tokens[last] if view.same_sentence(last, first) else None
        if follows and (follows.tag in NOUN_TAGS or follows.text.lower() in ("of", "for") or follows.tag == "HYPH"):
            continue
        if noun in nouns:
            return noun, last
    return "", first


_ORGANS = frozenset(
    "bank ministry department committee commission council authority board court agency bureau inspectorate".split()
)


def _fuller_words(view: View, index: int, noun: str) -> str:
    """Gives the one fuller phrase with this noun before a token ("central bank"; "transport safety committee"), or ""."""
    found = set()
    for at in range(index):
        if noun in _ORGANS and view.tokens[at].text == noun:
            start = at
            while (
                view.same_sentence(start - 1, at)
                and view.tokens[start - 1].tag in ("NN", "JJ")
                and view.tokens[start - 1].text.islower()
            ):
                start -= 1
            if (
                start < at
                and view.lower(start - 1, at) in ("the", "its", "their")
                and not view.tokens[at + 1].tag.startswith("NN")
            ):
                found.add(view.words(start, at + 1))
    return found.pop() if len(found) == 1 else ""


def _last_first(drafts: Iterable[Draft]) -> list[Draft]:
    """Gives one draft an entity, the last mentioned first."""
    found = {draft.entity: draft for draft in drafts}
    return sorted(found.values(), key=lambda draft: -draft.first)
