"""He, she, they, it: led back to the last fitting subject of this sentence or the one before; two that fit stay candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.parse.draft import Draft
from firsthand.parse.view import View

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_BODIES = frozenset({"body", "outlet", "state"})


def pronoun_drafts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Gives third-person pronouns with whom they mean. Pronouns inside quotation marks are left out: there they are the speaker's."""
    quoted = _quoted(view)
    known: list[Draft] = [draft for draft in drafts if draft.entity or draft.candidates]
    for index, token in enumerate(view.tokens):
        lower = token.text.lower()
        if token.tag not in ("PRP", "PRP$") or index in quoted:
            continue
        found: Draft | None
        if lower in _GENDER:
            found = _gendered(view, index, _GENDER[lower], known)
        elif lower in _PLURAL:
            found = _plural(view, index, known)
        elif lower in _THINGS:
            found = _thing(view, index, known)
        else:
            continue
        if found:
            if found.entity and found.gender:
                known = [_gendered_alike(draft, found) for draft in known]
            known.append(found)
            yield found


def _gendered_alike(draft: Draft, pronoun: Draft) -> Draft:
    """Gives the draft with the gender that a pronoun has shown its entity to have."""
    return replace(draft, gender=pronoun.gender) if draft.entity == pronoun.entity and not draft.gender else draft


def _gendered(view: View, index: int, gender: str, known: Sequence[Draft]) -> Draft:
    fits = [
        draft
        for draft in _near(view, index, known, 2)
        if draft.kind in ("person", "role", "pronoun") and draft.gender in (gender, "")
    ]
    certain = [draft for draft in fits if draft.gender == gender]
    return _settle(
        view, index, certain if certain and _same_sentence_or_sole(view, index, certain, fits) else fits, gender
    )


def _same_sentence_or_sole(view: View, index: int, certain: Sequence[Draft], fits: Sequence[Draft]) -> bool:
    """Says whether known gender may decide: the nearest fitting subject is not somebody of unknown gender."""
    subjects = [draft for draft in fits if view.is_subject(draft.first, draft.last)]
    return not subjects or subjects[-1].gender != ""


def _plural(view: View, index: int, known: Sequence[Draft]) -> Draft:
    fits = [
        draft
        for draft in _near(view, index, known, 1)
        if (draft.kind == "group" and draft.candidates) or draft.kind in _BODIES
    ]
    found = _settle(view, index, fits, "")
    return (
        found
        if found.entity
        else Draft(index, index + 1, "pronoun", view.tokens[index].text, None, found.candidates, why=found.why)
    )


def _thing(view: View, index: int, known: Sequence[Draft]) -> Draft | None:
    fits = [draft for draft in _near(view, index, known, 1) if draft.kind in _BODIES and draft.entity]
    # "It" is as often empty; only a body that was subject of this sentence or the last one is taken up.
    subjects = [draft for draft in fits if view.is_subject(draft.first, draft.last)]
    return _settle(view, index, subjects, "") if subjects else None


def _near(view: View, index: int, known: Sequence[Draft], back: int) -> list[Draft]:
    """Gives what was mentioned before a token, in its sentence or up to `back` sentences before, in text order."""
    sentence = view.sentence_of[index]
    near = [draft for draft in known if draft.first < index and sentence - view.sentence_of[draft.first] <= back]
    return sorted(near, key=lambda draft: draft.first)


def _settle(view: View, index: int, fits: Sequence[Draft], gender: str) -> Draft:
    """Gives the pronoun's draft: the last subject if there is one, the only one that fits, or candidates."""
    text = view.tokens[index].text
    best = _salient(view, index, fits)
    entities = {draft.entity for draft in best if draft.entity}
    if len(entities) == 1 and not any(draft.entity is None for draft in best):
        one = best[-1]
        return Draft(
            index,
            index + 1,
            "pronoun",
            one.name,
            one.entity,
            (),
            one.entry,
            f"{text}: last fitting subject",
            one.gender or gender,
        )
    candidates = dict.fromkeys(name for draft in best for name in (draft.candidates or (draft.name,)))
    return Draft(
        index,
        index + 1,
        "pronoun",
        text,
        None,
        tuple(candidates),
        why=f"{text}: {'several fit' if candidates else 'nothing fits'}",
        gender=gender,
    )


def _salient(view: View, index: int, fits: Sequence[Draft]) -> list[Draft]:
    """Gives those that a reader would take first: subjects of this sentence, then of the nearest one before, then anyone there."""
    for sentence in sorted({view.sentence_of[draft.first] for draft in fits}, reverse=True):
        here = [draft for draft in fits if view.sentence_of[draft.first] == sentence]
        subjects = [draft for draft in here if view.is_subject(draft.first, draft.last)]
        if subjects:
            # Of several subjects of an earlier sentence the first is its topic; in the same sentence the nearest one governs.
            chosen = subjects[-1] if sentence == view.sentence_of[index] else subjects[0]
            return [chosen]
        if here:
            return here
    return []


def _quoted(view: View) -> frozenset[int]:
    """Gives the tokens inside double quotation marks, block by block."""
    inside: set[int] = set()
    depth = 0
    block_ends = [block.span.end for block in view.article.blocks]
    at = 0
    for index, token in enumerate(view.tokens):
        while at < len(block_ends) and token.start >= block_ends[at]:
            at, depth = at + 1, 0
        if token.text in ("“", "«", "``"):
            depth = 1
        elif token.text in ("”", "»", "''"):
            depth = 0
        elif token.text == '"':
            depth = 1 - depth
        elif depth:
            inside.add(index)
    return frozenset(inside)
