"""Names shown: who a page means by an office or a noun ("the governor", "the club"), by a name that the story's pages have for him.

A page that says "the admiral" need not say which where the story has one. The row shows the name that settling found, the one of the same
page before those of others; the chain keeps the page's own words. Somebody whom the page itself leaves open ("an official") stays so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.reconcile.compare import Context
from firsthand.reconcile.facts import fold, stem
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.holders import is_office

Key = tuple[str, str]  # (claim id, quantity id)
# "a naval officer", "one of the doctors", "two officials": the page says that it does not say who.
_LEFT_OPEN = re.compile(
    r"\b(?:an?|one|another|some|any|two|three|four|five|several|many|other)\s+(?:of the\s+)?(?:[\w’'-]+\s+){0,2}$", re.I
)
_STARTS_OPEN = re.compile(r"(?:an?|one|another|some|any|two|three|four|five|several|many|other)\s", re.I)
_UNNAMED = "(unnamed"
_ANY_NOUN = frozenset(
    "club company firm operator owner utility service society agency charity organisation organization group insurer airline railway".split()
)


@dataclass(frozen=True, slots=True, order=True)
class _Name:
    """A name by which a page of the story calls an asserter, the asserter's key, the page, and whether it is a person's."""

    words: str
    entity: str
    article: str
    is_person: bool


def names_shown(
    figures: Mapping[str, Sequence[Figure]], alone: Mapping[str, Sequence[Figure]], context: Context
) -> tuple[tuple[Key, str], ...]:
    """Gives the name of the asserter for each figure of a story whose page alone has none for him. `figures` are those by article as the
    story has them, `alone` as each page has them by itself."""
    own = {f.key: f.asserter for page in alone.values() for f in page}
    names = _names(figures, context)
    found: dict[Key, str] = {}
    for article, page in figures.items():
        view = context.views.get(article)
        for f in page:
            if own.get(f.key) and _UNNAMED not in (own[f.key] or ""):
                continue
            name = _name(f, names, context)
            if name and name != own.get(f.key) and not (view and is_left_open(f, view.article.text)):
                found[f.key] = name
    return tuple(sorted(found.items()))


def is_left_open(figure: Figure, text: str) -> bool:
    """Says whether a page leaves open who gives a number: "an official", "one of the doctors"."""
    spans = figure.speaker.spans if figure.speaker else ()
    start = min((s.start for s in spans), default=None)
    if start is None:
        return False
    return bool(_LEFT_OPEN.search(text, max(0, start - 40), start) or _STARTS_OPEN.match(text, start))


def _names(figures: Mapping[str, Sequence[Figure]], context: Context) -> dict[str, Counter[_Name]]:
    """Gives for each body how often each name gives a number that is its."""
    found: defaultdict[str, Counter[_Name]] = defaultdict(Counter)
    for article, page in figures.items():
        for f in page:
            if f.entity and f.asserter and not f.borrowed and _UNNAMED not in f.asserter:
                is_person = f.speaker is not None and f.speaker.kind in ("person", "unnamed")
                found[context.body(f.entity)][_Name(f.asserter, f.entity, article, is_person)] += 1
    return found


def _name(figure: Figure, names: Mapping[str, Counter[_Name]], context: Context) -> str | None:
    """Gives the name for a figure's asserter: its own, else one of the same page, else one of the same key, else the one most heard."""
    if not figure.entity:
        return None
    if figure.asserter and _UNNAMED not in figure.asserter:
        return figure.asserter
    core = (figure.asserter or "").removesuffix(" (unnamed)")
    if _UNNAMED in core:
        return None  # of whom more is said than a role: his land, his body, that he speaks in the night
    known = names.get(context.body(figure.entity), Counter())
    times: Counter[str] = Counter()
    for name, count in known.items():
        times[name.words] += count
    fitting = [n for n in known if _fits(core, n)]
    order = sorted(
        fitting, key=lambda n: (n.article != figure.article, n.entity != figure.entity, -times[n.words], n.words)
    )  # fmt: skip
    return order[0].words if order else None


def _fits(core: str, name: _Name) -> bool:
    """Says whether a name can stand for the words by which a page calls somebody: a person's for an office, a body's for the noun of what
    it is, or for people of it where it has all the names that they have."""
    if not re.match(r"[A-ZÀ-Þ]", name.words):
        return False
    words = {stem(fold(w)) for w in re.findall(r"[^\W\d_][\w-]*", name.words)}
    named = {stem(fold(w)) for w in re.findall(r"\b[A-ZÀ-Þ][\w-]+", core)}
    last = (core.split() or [""])[-1].lower()
    if is_office(core):
        return name.is_person and not named
    is_people = last.endswith("s") or last == "people"
    told = stem(fold(last)) in words or (bool(named) and is_people) or last in _ANY_NOUN
    return not name.is_person and named <= words and told
