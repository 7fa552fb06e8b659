"""He, she, they, it: led back to the last fitting subject of this sentence or the one before; two that fit stay candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.parse.draft import Draft
from firsthand.parse.groups import UNNAMED
from firsthand.parse.view import PREPOSITIONS, SAYING, VERB_TAGS, View
from firsthand.text.given_names import TITLES
from firsthand.text.person_nouns import is_person_noun

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_BODIES = frozenset({"body", "outlet", "state"})
# Whoever has no office and no trade, with the gender.
_PEOPLE = {"man": "m", "woman": "f", "boy": "m", "girl": "f", "person": "", "witness": "", "survivor": ""}


def pronoun_drafts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Gives third-person pronouns with whom they mean. Pronouns inside quotation marks are left out: there they are the speaker's."""
    quoted = view.quoted
    known: list[Draft] = [draft for draft in drafts if draft.entity or draft.candidates]
    known += _nameless(view, quoted)
    for index, token in enumerate(view.tokens):
        lower = token.text.lower()
        if token.tag not in ("PRP", "PRP$"):
            continue
        if index in quoted:
            spoken = _of_another(view, index, _GENDER[lower], known) if lower in _GENDER else None
            if spoken:
                yield spoken
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
            if found.entity or len(found.candidates) > 1:
                known.append(found)
            yield found


def _gendered_alike(draft: Draft, pronoun: Draft) -> Draft:
    """Gives the draft with the gender that a pronoun has shown its entity to have."""
    return replace(draft, gender=pronoun.gender) if draft.entity == pronoun.entity and not draft.gender else draft


def _nameless(view: View, quoted: frozenset[int]) -> list[Draft]:
    """Gives the single persons without a name that are subjects ("a Norlandish surgeon told …"): a pronoun may mean them and nobody else."""
    found = []
    for index, token in enumerate(view.tokens):
        lower = token.text.lower()
        if token.tag != "NN" or index in quoted or not (is_person_noun(lower) or lower in _PEOPLE):
            continue
        start = index
        while view.same_sentence(start - 1, index) and view.tokens[start - 1].tag in (
            "JJ",
            "NN",
            "HYPH",
            "CD",
            "NNP",
            "POS",
        ):
            start -= 1
        if view.lower(start - 1, index) not in ("a", "an", "another"):
            continue
        if view.speaks(index, _behind_phrase(view, index + 1)) and not view.hangs(start - 1):
            gender = TITLES.get(lower) or _PEOPLE.get(lower, "")
            found.append(
                Draft(start, index + 1, "nameless", view.words(start, index + 1), f"nameless:{start}", gender=gender)
            )
    return found


def _behind_phrase(view: View, last: int) -> int:
    """Gives the token of the first finite verb behind a noun with what hangs on it ("of the Aln boat", "who saw it"), at most sixteen words on."""
    if view.same_sentence(last, last - 1) and (view.lower(last, last) in PREPOSITIONS or view.tokens[last].tag == "WP"):
        for index in range(last, last + 16):
            if (
                view.same_sentence(index, last)
                and view.tokens[index].lemma in SAYING
                and view.tokens[index].tag in VERB_TAGS
            ):
                return index
    return last


def _of_another(view: View, index: int, gender: str, known: Sequence[Draft]) -> Draft | None:
    """Gives whom "he" in somebody's quotation means: the one other person of the sentences before; the speaker calls himself "I"."""
    sentence = view.sentence_of[index]
    people = [
        draft
        for draft in known
        if draft.kind in ("person", "role", "nameless") and abs(view.sentence_of[draft.first] - sentence) <= 1
    ]
    speakers = {draft.entity for draft in people if view.speaks(draft.first, draft.last)}
    others = [
        draft
        for draft in _near(view, index, people, 2)
        if draft.entity not in speakers and draft.gender in (gender, "")
    ]
    if len({draft.entity for draft in others}) != 1 or not speakers or others[-1].kind == "nameless":
        return None
    one = others[-1]
    return Draft(index, index + 1, "pronoun", one.name, one.entity, why="in quotation: the other person", gender=gender)


def _gendered(view: View, index: int, gender: str, known: Sequence[Draft]) -> Draft:
    fits = [
        draft for draft in _near(view, index, known, 2) if _is_somebody(draft) and draft.gender in (gender, "")
    ] or _later_subject(view, index, known, gender)
    fits = [draft for draft in fits if not _is_own_subject(view, index, draft)]
    speaker = _speaker_before(view, index, fits)
    if speaker:
        return _settle(view, index, speaker, gender)
    certain = [draft for draft in fits if draft.gender == gender]
    return _settle(
        view, index, certain if certain and _same_sentence_or_sole(view, index, certain, fits) else fits, gender
    )


_OBJECTS = frozenset(["him", "her", "them"])


def _is_own_subject(view: View, index: int, draft: Draft) -> bool:
    """Says whether a pronoun is the object of the very verb of which these words are the subject: "Lund quoted him" is about another."""
    if view.lower(index, index) not in _OBJECTS or view.tokens[index].tag != "PRP":
        return False
    verb = view.verb_of(draft.first, draft.last)
    if verb is None or not draft.first < verb < index or not view.same_sentence(verb, index):
        return False
    return all(view.tokens[at].pos in ("VERB", "AUX", "ADV", "PART") for at in range(verb, index))


def _is_somebody(draft: Draft) -> bool:
    """Says whether a draft means a person: "it" for a company, or "the agency" that may be two, is nobody."""
    if draft.entity:
        return draft.entity.startswith(("person:", "nameless:"))
    return (
        draft.kind == "person"
        or (draft.kind == "role" and draft.why == "role of several")
        or (draft.kind == "pronoun" and bool(draft.gender))
    )


def _later_subject(view: View, index: int, known: Sequence[Draft], gender: str) -> list[Draft]:
    """Gives the person behind the pronoun in "Asked whether she was afraid, Ada Lund said …", when nobody stands before it."""
    if index > 0 and view.tokens[index].tag == "PRP$":
        return []
    later = [
        draft for draft in known
        if draft.kind == "person" and draft.first > index and view.same_sentence(draft.first, index) and draft.gender in (gender, "")
    ]  # fmt: skip
    return [draft for draft in later if view.speaks(draft.first, draft.last)][:1]


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
    several = _plural_subject(view, index)
    if several is not None and (not fits or several > max(draft.first for draft in fits)):
        words = view.tokens[several].text.lower()
        people = (words,) if is_person_noun(view.tokens[several].lemma) or words in UNNAMED else ()
        return Draft(index, index + 1, "pronoun", view.tokens[index].text, None, people, why=f"{words}, without a name")
    return (
        found
        if found.entity
        else Draft(index, index + 1, "pronoun", view.tokens[index].text, None, found.candidates, why=found.why)
    )


def _plural_subject(view: View, index: int) -> int | None:
    """Gives the last plural noun that is a subject, in this sentence or the one before: "they" are more likely it than a body."""
    for at in range(index - 1, -1, -1):
        if view.sentence_of[index] - view.sentence_of[at] > 1:
            return None
        if view.tokens[at].tag == "NNS" and view.is_subject(at, at + 1):
            return at
    return None


def _thing(view: View, index: int, known: Sequence[Draft]) -> Draft | None:
    fits = [draft for draft in _near(view, index, known, 1) if draft.kind in _BODIES and draft.entity]
    # "It" is as often empty; only a body that was subject of this sentence or the last one is taken up.
    subjects = [draft for draft in fits if view.is_subject(draft.first, draft.last)]
    return _settle(view, index, subjects, "") if subjects else None


def _near(view: View, index: int, known: Sequence[Draft], back: int) -> list[Draft]:
    """Gives what was mentioned before a token, in its sentence or up to `back` sentences before, in text order.

    Sentences that somebody speaks are passed over in counting: whoever speaks stands before or behind them.
    """
    own = view.sentence_of[index]
    first = own
    while first > 0 and back:
        first -= 1
        back -= not view.is_spoken(first)
    near = [draft for draft in known if draft.first < index and first <= view.sentence_of[draft.first] <= own]
    return sorted(near, key=lambda draft: draft.first)


def _speaker_before(view: View, index: int, fits: Sequence[Draft]) -> list[Draft]:
    """Gives who spoke in the sentence before, for ", he said" behind what is said: the subject of those words is whom they are about."""
    if not (view.speaks(index, index + 1) and view.lower(index - 1, index) in (",", "”", '"', "’", "'")):
        return []
    own = view.sentence_of[index]
    here = {draft.entity for draft in fits if view.sentence_of[draft.first] == own and draft.kind != "pronoun"}
    before = [
        draft for draft in fits if view.sentence_of[draft.first] == own - 1 and view.speaks(draft.first, draft.last)
    ]
    return [draft for draft in before[-1:] if draft.entity not in here]


def _settle(view: View, index: int, fits: Sequence[Draft], gender: str) -> Draft:
    """Gives the pronoun's draft: the last subject if there is one, the only one that fits, or candidates."""
    text = view.tokens[index].text
    best = _salient(view, index, fits)
    entities = {draft.entity for draft in best if draft.entity}
    if len(entities) == 1 and not any(draft.entity is None for draft in best):
        one = best[-1]
        if one.kind == "nameless":
            return Draft(
                index,
                index + 1,
                "pronoun",
                text,
                None,
                (one.name,),
                why=f"{text}: {one.name}, without a name",
                gender=gender,
            )
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
    """Gives those that a reader would take first: subjects of this sentence, then of the nearest one before, then anyone there.

    Who goes on speaking spoke before: "he said" is the speaker of the sentence before, whatever its topic.
    """
    for sentence in sorted({view.sentence_of[draft.first] for draft in fits}, reverse=True):
        here = [draft for draft in fits if view.sentence_of[draft.first] == sentence]
        subjects = [draft for draft in here if view.is_subject(draft.first, draft.last)]
        if subjects:
            # Of several subjects of an earlier sentence the first is its topic; in the same sentence the nearest one governs.
            if sentence == view.sentence_of[index]:
                return [subjects[-1]]
            speakers = [draft for draft in subjects if view.speaks(draft.first, draft.last)]
            return [speakers[-1] if speakers and view.speaks(index, index + 1) else subjects[0]]
        if here:
            return here
    return []
