"""Threads: the numbers of one thing by one party of a story, in the order they were given; each one updates the one before it.

A party is an asserter with the body it speaks for, or a state with all that speaks for it where only one state counts. Where pages
have no day, a count that can only grow gives the order, and the other numbers of the same pages take theirs from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from firsthand.gazetteer import Gazetteer
from firsthand.reconcile.compare import NOT_DONE, Context
from firsthand.reconcile.days import days_between
from firsthand.reconcile.figures import Figure
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.kinds import KNOWN, SOME, UNKNOWN
from firsthand.reconcile.nouns import ANYBODY
from firsthand.reconcile.releases import HOSPITAL, Draft
from firsthand.reconcile.scopes import CALLINGS, PEOPLE
from firsthand.reconcile.unsaid import OF_ONE_SIZE
from firsthand.reconcile.values import agreement, comparable, softened

GROWING = frozenset(
    {"killed", "injured", "cases", "burnt", "detained", "displaced", "casualties", "rescued", "released", "evacuated"}
)
_CLOCKS = (
    "killed",
    "killed or missing",
    "casualties",
    "cases",
    "injured",
    "displaced",
    "detained",
)  # what tells the time, best first
# Who speaks for a state as a whole. An army is left out, for in a war there are two; so is a government that is the proper name of a
# body or stands beside the one in office.
_OF_STATE = re.compile(
    r"\b(?:government|junta|regime|[Ss]tate[- ](?:media|television|tv|TV|radio|broadcaster|news agency)|[Mm]inistry|(?<!first )[Mm]inister|president|cabinet)\b"
)
_BESIDE = re.compile(
    r"\b(?:shadow|exiled?|in exile|opposition|rebels?|breakaway|self-(?:declared|styled)|rival|former|regional|provincial|local|city|state) (?:government|minist(?:er|ry)|president)\b",
    re.I,
)
# "Orsan health ministry", "Tarnese foreign ministry": two states, known or not.
_NATION = re.compile(
    r"\b(?!Human|Civilian|Urban|Guardian|Republican|Christian|Martian)[A-ZÀ-Þ][a-z]{2,}(?:ans?|ese|ish|i)\b"
)
_STEM = 4  # letters in which a land and its people agree
STATE = "the state"
Changes = frozenset[tuple[str, str]]  # releases of which a page says that the number went from the one to the other
Key = tuple[str, ...]  # party, class, unit, place, scopes, period, whether it has come about
_OF_THINGS = frozenset(
    {"burnt"}
)  # classes of things, which have a noun of their own too: "90 stalls burnt", "120 stalls"
_HALF = 2
_PLACE, _SCOPES = 3, 4  # where in the key they stand
# Words of scope that a party's next page may leave out where it goes on counting the same.
LEFT_UNSAID = frozenset({"one place", "those received", "suspected", "confirmed", "civilians"})


@dataclass(frozen=True, slots=True)
class Step:
    """Two neighbours of a thread, and how it is known which is the later."""

    later: Draft
    earlier: Draft
    reason: str


class Parties:
    """Knows for each release of a story whose count it is."""

    def __init__(self, drafts: Sequence[Draft], context: Context) -> None:
        self._context = context
        names: defaultdict[str, set[str]] = defaultdict(set)
        self.names = names
        for draft in drafts:
            for figure in draft.figures:
                if figure.entity and figure.asserter:
                    names[context.body(figure.entity)].add(figure.asserter)
        self._of_state = {
            body: states for body, all_names in names.items() if (states := _states(all_names)) is not None
        }
        named = {state for states in self._of_state.values() for state in states}
        nations = {m[0][:_STEM] for body in self._of_state for name in names[body] for m in _NATION.finditer(name)}
        self._one_state = len(named) <= 1 and len(nations) <= 1

    def body(self, draft: Draft) -> str:
        """Gives the key of the body whose count a release is."""
        return self._context.body(draft.lead.entity or "")

    def of(self, draft: Draft) -> str:
        """Gives the key of the party whose count a release is."""
        body = self.body(draft)
        return STATE if self._one_state and body in self._of_state else body


def _states(names: set[str]) -> frozenset[str] | None:
    """Gives the states that the names of one asserter name, where the asserter speaks for a state; None where it does not."""
    if not any(_OF_STATE.search(name) for name in names) or any(_BESIDE.search(name) for name in names):
        return None
    gazetteer = Gazetteer.load()
    words = {w for name in names for w in re.findall(r"[A-ZÀ-Þ][\w-]+", name)}
    return frozenset(e.id for w in words for e in (*gazetteer.entries(w), *gazetteer.demonym(w)) if e.kind == "state")


def steps(drafts: Sequence[Draft], parts: frozenset[str], changed: Changes, parties: Parties) -> Iterator[Step]:
    """Gives the steps of all threads of one story; `parts` are the ids of releases that a page gives as part of another, `changed` the
    pairs (earlier, later) of which a page says that the number went from the one to the other. The children among the dead are a thread of their own;
    a part of which nothing says whom it counts is of none."""
    threads: defaultdict[Key, list[Draft]] = defaultdict(list)
    clocks = _clocks(drafts, parties)
    for draft in drafts:
        if draft.established and draft.lead.kind.name != UNKNOWN and not draft.lead.is_again:
            some = draft.id in parts or SOME in draft.lead.kind.scopes
            if not some or draft.lead.kind.scopes & PEOPLE:
                threads[_thread(draft, parties, some)].append(draft)
    placed = _with_corrected(threads)
    for keys in _of_one_thing(placed):
        for members in _by_calling([d for key in keys for d in placed[key]], parties):
            yield from _steps_of(_wholes(members, changed), clocks, changed)


def _of_one_thing(threads: Mapping[Key, Sequence[Draft]]) -> list[list[Key]]:
    """Gives the keys of threads that are of one thing: a release joins two whose pages call what it counts by both names ("citizens",
    "specialists"), and what only some pages say of it (the one place, a word of scope) goes with what the others leave unsaid."""
    named = {"\t".join(key): key for key in sorted(threads)}
    groups = Groups(named)
    for name, key in named.items():
        for draft in threads[key]:
            for other in sorted(_other_keys(draft, key) & threads.keys()):
                groups.join(name, "\t".join(other))
    fuller: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(threads):
        fuller[_bare(key)].append(key)
    for keys in fuller.values():
        places = {key[_PLACE] for key in keys} - {""}
        for one, other in combinations(keys, 2):
            if (len(places) < 2 or one[_PLACE] == other[_PLACE]) and not _stand_beside(threads[one], threads[other]):
                groups.join("\t".join(one), "\t".join(other))
    return [[named[name] for name in names] for _, names in sorted(groups.groups().items())]


def _bare(key: Key) -> Key:
    """Gives the key of a thread without what its next page may leave unsaid."""
    scopes = ",".join(s for s in key[_SCOPES].split(",") if s not in LEFT_UNSAID)
    return (*key[:_PLACE], "", scopes, *key[_SCOPES + 1 :])


def _stand_beside(one: Sequence[Draft], other: Sequence[Draft]) -> bool:
    """Says whether a page gives a number of the one and another of the other, and neither as an earlier one: of one place, and of all."""
    return any(
        f.article == g.article and not (f.told_again or g.told_again)
        for a in one
        for b in other
        for f in a.figures
        for g in b.figures
    )


def _other_keys(draft: Draft, key: Key) -> set[Key]:
    """Gives the threads of which a release may be too: by the other names that its pages have for what it counts."""
    return {(key[0], name, *key[2:]) for name in names_of(draft)}


def names_of(draft: Draft) -> frozenset[str]:
    """Gives the classes and nouns by which the pages of a release call what it counts; of known classes its own alone, for "dead" and
    "casualties" are two things."""
    lead = draft.lead.kind
    others = {f.kind.name for f in draft.figures if not f.kind.is_guess and not {f.kind.name, lead.name} <= KNOWN}
    nouns = {lead.head} if lead.name in _OF_THINGS else set()
    return frozenset({lead.name} | (others - {UNKNOWN} - ANYBODY) | nouns - {""})


def _with_corrected(threads: Mapping[Key, Sequence[Draft]]) -> dict[Key, list[Draft]]:
    """Gives the threads with each corrected number where it belongs, among the plans or among the counts: "lowered it to 8,000" does not
    say which, and the numbers before it do."""
    placed: defaultdict[Key, list[Draft]] = defaultdict(list)
    for key in sorted(threads):
        for draft in threads[key]:
            keys = [(*key[:-1], d) for d in ("True", "False")] if draft.lead.status == "corrected" else [key]
            near = [(_apart(draft, d), k) for k in keys for d in threads.get(k, ()) if d is not draft]
            placed[min(near)[1] if near else key].append(draft)
    return dict(placed)


def _apart(a: Draft, b: Draft) -> float:
    """Gives how many times the one number is the other, from 1 on."""
    low, high = sorted((float(a.lead.low), float(b.lead.low)))
    return high / low if low > 0 else float("inf")


def _wholes(members: Sequence[Draft], changed: Changes) -> list[Draft]:
    """Gives the members without those that never stand but beside a larger one of their day: those are of fewer people than the
    thread's."""

    def is_beside(figure: Figure, d: Draft) -> bool:
        return any(
            b.lead.low > d.lead.low
            and not _was_before(b, d)
            and not {(d.id, b.id), (b.id, d.id)} & changed
            and any(f.article == figure.article and are_of_one_day(f, figure) for f in b.figures)
            for b in members
        )

    return [d for d in members if not all(not f.told_again and is_beside(f, d) for f in d.figures)]


def _was_before(b: Draft, d: Draft) -> bool:
    """Says whether the one number was already given on an earlier day than any page has the other: beside it, it is told again."""
    return bool(b.day and d.day and b.day < d.day)


def are_of_one_day(a: Figure, b: Figure) -> bool:
    """Says whether a page gives two numbers as of one time: neither as an earlier one, nor each as of a day of its own."""
    return not (a.told_again or b.told_again) and (a.as_of == b.as_of or not (a.as_of and b.as_of))


_LOOSE = CALLINGS | {
    "its own people",
    "who is included",
}  # words that one page uses and the next leaves out


_WARDS = frozenset({"in care", "cases"})


def _by_calling(members: Sequence[Draft], parties: Parties) -> Iterator[list[Draft]]:
    """Gives the members of one thing apart by whom they count: soldiers, fighters. Of one body who is not named goes with the only ones
    named, where all are of one size."""
    named = sorted({c for d in members for c in d.lead.kind.scopes & CALLINGS})
    sizes = [float(d.lead.low) for d in members]
    of_one = len({parties.body(d) for d in members}) == 1 and max(sizes) <= OF_ONE_SIZE * min(sizes)
    if not named or (len(named) == 1 and of_one):
        yield list(members)
        return
    for calling in (*named, None):
        mine = [d for d in members if (min(d.lead.kind.scopes & CALLINGS, default=None)) == calling]
        if mine:
            yield mine


_ALIKE = {"released": "rescued"}  # hostages who are freed


def _thread(draft: Draft, parties: Parties, some: bool) -> Key:
    """Gives what a thread is of; `some`: the release is of some of those that another counts, and their calling tells which."""
    lead = draft.lead
    is_hospital = any(HOSPITAL.search(n) for n in parties.names[parties.body(draft)])
    loose = _LOOSE | {"one place"} if is_hospital else _LOOSE
    # Who was ever brought to a hospital and who lies there are two counts of its patients, and one of the hurt.
    loose = loose if lead.kind.name in _WARDS else loose | {"those received"}
    loose = loose - CALLINGS | {SOME} if some else loose
    return (
        parties.of(draft), _ALIKE.get(lead.kind.name, lead.kind.name), str(comparable(lead.quantity)[0]), lead.place or "", ",".join(sorted(lead.kind.scopes - loose)), _period(lead),
        str(lead.status not in NOT_DONE),
    )  # fmt: skip


def _period(figure: Figure) -> str:
    """Gives the stretch that a number is of; "" for one that began with the story and goes on ("since Monday"): all of them so far."""
    stretch = figure.period
    if stretch is None or (stretch.is_open and (days_between(stretch.earliest, figure.day) or 0) <= _STORY):
        return ""
    return str(stretch)


_STORY = 14  # days


def _clocks(drafts: Sequence[Draft], parties: Parties) -> Mapping[str, Mapping[str, float]]:
    """Gives for each release and each growing count the value that the same party gives on one of the same pages."""
    told: defaultdict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for d in drafts:
        if (
            d.established
            and d.lead.kind.name in _CLOCKS
            and not d.lead.place
            and not d.lead.kind.scopes
            and d.lead.status not in NOT_DONE
        ):
            for article in {f.article for f in d.figures}:
                mine = told[parties.of(d), article]
                mine[d.lead.kind.name] = max(mine.get(d.lead.kind.name, 0.0), float(d.lead.low))
    found: dict[str, dict[str, float]] = {}
    for d in drafts:
        values: dict[str, float] = {}
        for article in {f.article for f in d.figures}:
            for clock, value in told.get((parties.of(d), article), {}).items():
                values[clock] = min(value, values.get(clock, value))  # a stale copy stands beside newer numbers
        found[d.id] = values | ({d.lead.kind.name: float(d.lead.low)} if d.lead.kind.name in _CLOCKS else {})
    return found


def _in_order(
    members: Sequence[Draft], clocks: Mapping[str, Mapping[str, float]], changed: Changes
) -> tuple[list[Draft], str]:
    """Gives the members of a thread in time, and by what those without a day were placed; one that nothing places is left out.

    Days come first. A number that a page says another took the place of stands right before that. Within a day, and without one, the order
    is that of a growing count: one that all members' pages give, or their own.
    """
    after = {d.id: [b for b in members if b.day and (d.id, b.id) in changed] for d in members if not d.day}
    measure = next((c for c in _CLOCKS if all(c in clocks[d.id] for d in members)), None)
    if measure is None and members[0].lead.kind.name not in GROWING:
        placed = [d for d in members if d.day or after[d.id]]
        when = {d.id: d.day or min(b.day or "" for b in after[d.id]) for d in placed}
        return sorted(placed, key=lambda d: (when[d.id], bool(d.day), d.lead.low, d.id)), ""
    size = {d.id: clocks[d.id][measure] if measure else float(d.lead.low) for d in members}
    lowered = {
        i: [b for b in later if b.lead.low < d.lead.low] for d in members for i in (d.id,) if (later := after.get(i))
    }
    when = {d.id: d.day or min((b.day or "" for b in lowered.get(d.id, ())), default="") for d in members}
    ordered = sorted((d for d in members if when[d.id]), key=lambda d: (when[d.id], bool(d.day), size[d.id], d.id))
    for d in sorted((d for d in members if not when[d.id]), key=lambda d: (size[d.id], d.id)):
        at = next((i for i, other in enumerate(ordered) if size[other.id] > size[d.id]), len(ordered))
        ordered.insert(at, d)
    own = measure in (None, members[0].lead.kind.name)
    return (
        ordered,
        "the higher of a growing count is the later" if own else f"placed in time by the {measure} given with it",
    )


def _steps_of(members: Sequence[Draft], clocks: Mapping[str, Mapping[str, float]], changed: Changes) -> Iterator[Step]:
    ordered, how = _in_order(members, clocks, changed)
    kept: list[Draft] = []
    for draft in _without_strays(ordered):
        if kept and _is_one(kept[-1], draft):
            kept[-1] = max(kept[-1], draft, key=lambda d: (len({f.article for f in d.figures}), _digits(d), d.id))
        else:
            kept.append(draft)
    for last, draft in pairwise(kept):
        if _is_out_of_scale(last, draft):
            continue
        if how or last.day != draft.day:  # two numbers of one day, and nothing to say which came first, make no step
            yield _step(draft, last, how)


def _without_strays(ordered: Sequence[Draft]) -> list[Draft]:
    """Gives the longest run of members in which none falls too far from the one before it; of two as long the one that grows the least.
    Of 90, 500, 160 killed the 500 are not of the thread."""
    best: list[
        tuple[int, float, int | None]
    ] = []  # for each member: how many to it, how often it at most grew at once, which is before it
    for i, draft in enumerate(ordered):
        fits = (j for j in range(max(0, i - _BACK), i) if not _falls_too_far(ordered[j], draft))
        before = [(best[j][0] + 1, -max(-best[j][1], _apart(ordered[j], draft)), j) for j in fits]
        best.append(max(before, default=(1, -1.0, None)))
    run: list[Draft] = []
    at = max(range(len(best)), key=lambda i: best[i][:2], default=None)
    while at is not None:
        run.append(ordered[at])
        at = best[at][2]
    return run[::-1]


_ROUNDED = 2  # days; later, "nearly 50" is no rounding of "at least 45"
_BACK = 40  # members of a thread that may lie between two neighbours of a run


def _falls_too_far(last: Draft, draft: Draft) -> bool:
    """Says whether a number is less than half the one before it, where what can only grow is counted and no page speaks of a correction:
    then it is of fewer people, or of another place."""
    is_corrected = any(f.status == "corrected" for f in (*last.figures, *draft.figures))
    return draft.lead.kind.name in GROWING and not is_corrected and draft.lead.high * _HALF < last.lead.low


def _is_out_of_scale(a: Draft, b: Draft) -> bool:
    """Says whether what one of two numbers counts is only guessed, and it is many times the other."""
    low, high = sorted((a.lead.low, b.lead.low))
    return (a.lead.kind.is_guess or b.lead.kind.is_guess) and high > OF_ONE_SIZE * low


def _step(draft: Draft, last: Draft, how: str) -> Step:
    who = (
        draft.lead.asserter
        if draft.lead.asserter == last.lead.asserter
        else f"{last.lead.asserter}, {draft.lead.asserter}"
    )
    if last.day and draft.day and last.day != draft.day:
        return Step(draft, last, f"{who}: {last.day}, then {draft.day}")
    return Step(draft, last, f"{who} on one day or without a day: {how}")


def _is_one(a: Draft, b: Draft) -> bool:
    """Says whether two neighbours give one number: equal, or one a rounding of the other."""
    near = (days_between(a.day, b.day) or 0) <= _ROUNDED
    return bool(agreement(a.lead.quantity, b.lead.quantity)) or (near and softened(a.lead.quantity, b.lead.quantity))


def _digits(draft: Draft) -> int:
    return len(draft.lead.low.normalize().as_tuple().digits)
