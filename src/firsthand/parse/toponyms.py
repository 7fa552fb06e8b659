"""Places that the model missed: in datelines, after prepositions, in lists beside a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.parse.name import TIMES, Name, stands_as_place
from firsthand.parse.view import View
from firsthand.text.names import fold

# After these words a place only names a disease or a thing.
_NAMESAKES = frozenset(
    [
        "virus",
        "flu",
        "fever",
        "disease",
        "ebolavirus",
        "strain",
        "syndrome",
        "variant",
        "virus-like",
        "marathon",
        "prize",
        "convention",
        "accords",
    ]
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.\- ]{2,}[A-Z.])(?:, [A-Z][\w. ]{1,20})?\s*(?:\([^)]{2,30}\)\s*)?[—–-]{1,2}\s"
)


def datelines(view: View) -> Iterator[Name]:
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


def listed(view: View, names: Sequence[Name]) -> Iterator[Name]:
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
                if not view.gazetteer.places(text) or fold(text) in TIMES or view.labels[found[0]][0] == "PERSON":
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


def placed(view: View, names: list[Name]) -> Iterator[Name]:
    """Gives places the model missed: capitalised words after a locative preposition or before "region" that the gazetteer knows."""
    taken = {index for name in names for index in range(name.first, name.last)}
    for index, token in enumerate(view.tokens):
        if (
            index in taken
            or not token.text[0].isupper()
            or view.sentence_of[index] in view.title_case
            or token.tag not in ("NNP", "NNPS", "NN", "JJ")
        ):
            continue
        for last in (index + 3, index + 2, index + 1):
            if (
                last > len(view.tokens)
                or not view.same_sentence(index, last - 1)
                or taken.intersection(range(index, last))
            ):
                continue
            if not (stands_as_place(view, index, last) and view.tokens[last - 1].text[0].isupper()):
                continue
            if (
                last < len(view.tokens)
                and view.same_sentence(last, index)
                and view.tokens[last].text[0].isupper()
                and view.tokens[last].tag.startswith("NNP")
            ):
                continue
            if fold(view.words(index, last)) not in TIMES and view.gazetteer.places(view.words(index, last)):
                yield Name(index, last, "place", view.words(index, last), why="gazetteer place")
                break


def is_namesake(view: View, name: Name) -> bool:
    return name.kind == "place" and view.lower(name.last, name.first) in _NAMESAKES
