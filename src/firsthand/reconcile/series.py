"""Series and stories as views: one thing counted through its releases, and the pages that tell one story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from firsthand.reconcile.compare import same_class
from firsthand.reconcile.groups import Groups
from firsthand.reconcile.kinds import UNKNOWN
from firsthand.reconcile.lineage import PageView
from firsthand.reconcile.relations import Finding
from firsthand.reconcile.releases import Draft
from firsthand.reconcile.values import comparable
from firsthand.records import Series, Story, derive
from firsthand.records.judgement import COUNTED_NOT_SAID

_JOINING = frozenset({"updates", "disputes", "repeats"})


def group_series(drafts: Sequence[Draft], findings: Sequence[Finding]) -> dict[str, tuple[Draft, ...]]:
    """Gives the releases of each series by its id, in the order of their days: same thing, group, place; or joined by a relation."""
    groups = Groups(d.id for d in drafts)
    by_id = {d.id: d for d in drafts}
    first: dict[tuple[str, ...], str] = {}
    for d in sorted(drafts, key=lambda d: d.id):
        groups.join(first.setdefault(_thing(d), d.id), d.id)
    for f in findings:
        if f.relation in _JOINING:
            groups.join(f.subject, f.object)
    found = {}
    for name, ids in groups.groups().items():
        members = sorted((by_id[i] for i in ids), key=lambda d: (*d.place_in_time, d.lead.low, d.id))
        found[derive("s", name)] = tuple(members)
    return found


def under_wholes(series: Mapping[str, Sequence[Draft]], findings: Sequence[Finding]) -> dict[str, tuple[Draft, ...]]:
    """Gives the series with every part after its whole: what holds only parts of one other series of its class ("nine of them children")
    is no thing of its own, and stands there."""
    whole = _wholes({d.id: d for members in series.values() for d in members}, findings)
    kept = {key: list(members) for key, members in series.items()}
    for key in sorted(series):
        home = _home(series[key], whole, kept)
        if home is not None and home != key:
            kept[home] += kept.pop(key)
    return {key: tuple(_after_wholes(members, whole)) for key, members in kept.items()}


def _wholes(by_id: Mapping[str, Draft], findings: Sequence[Finding]) -> dict[str, str]:
    """Gives for each part its whole: one of its own asserter before another's, the smallest first."""
    found: dict[str, str] = {}
    pairs = [(by_id[f.subject], by_id[f.object]) for f in findings if f.relation == "part of"]
    for part, whole in sorted(pairs, key=lambda p: (p[0].id, p[0].entity != p[1].entity, p[1].lead.low, p[1].id)):
        found.setdefault(part.id, whole.id)
    return found


def _home(members: Sequence[Draft], whole: Mapping[str, str], kept: Mapping[str, Sequence[Draft]]) -> str | None:
    """Gives the series in which all these are parts; None where one is no part, or their wholes are counted apart or are of another class."""
    homes = set()
    for d in members:
        at = next(((key, w) for key in sorted(kept) for w in kept[key] if w.id == whole.get(d.id)), None)
        homes.add(at[0] if at and same_class(at[1].lead, d.lead) else None)
    return homes.pop() if len(homes) == 1 else None


def _after_wholes(members: Sequence[Draft], whole: Mapping[str, str]) -> Iterator[Draft]:
    """Yields the members in the order of time, each followed by its parts."""
    ordered = sorted(members, key=lambda d: (*d.place_in_time, d.lead.low, d.id))
    ids = {d.id for d in ordered}
    done: set[str] = set()

    def with_parts(d: Draft) -> Iterator[Draft]:
        if d.id not in done:
            done.add(d.id)
            yield d
            for part in ordered:
                if whole.get(part.id) == d.id:
                    yield from with_parts(part)

    for d in (*(d for d in ordered if whole.get(d.id) not in ids), *ordered):
        yield from with_parts(d)


def series_of(groups: Mapping[str, Sequence[Draft]]) -> tuple[Series, ...]:
    """Gives the series as records, sorted by id; no two of a story under one label."""
    found = []
    for key in sorted(groups):
        members = sorted(groups[key], key=lambda d: (*d.place_in_time, d.lead.low, d.id))
        lead = next((d.lead for d in members if d.established), members[0].lead)
        where = next((d.lead.quantity.place for d in members if d.lead.quantity.place), None)
        counted = lead.quantity.counted or lead.kind.name
        named = (
            lead.kind.name != lead.kind.head and lead.quantity.unit is None
        )  # a class has a name for readers, a stem has none
        thing = COUNTED_NOT_SAID if lead.kind.name == UNKNOWN else lead.kind.name if named else counted
        label = f"{thing}, {where}" if where else thing
        found.append(Series(id=key, counted=thing, place=where, releases=tuple(d.id for d in groups[key]), label=label))
    return tuple(_told_apart(found, groups))


def _told_apart(found: Sequence[Series], groups: Mapping[str, Sequence[Draft]]) -> Iterator[Series]:
    """Yields the series; of those with one label in a story the largest and widest keeps it, the others add what they count, or who gives it."""
    used: set[tuple[str, str]] = set()
    label: dict[str, str] = {}
    leads = {s.id: next((d.lead for d in groups[s.id] if d.established), groups[s.id][0].lead) for s in found}
    for each in sorted(found, key=lambda s: (-len(s.releases), len(leads[s.id].kind.scopes), s.id)):
        story, lead = groups[each.id][0].story, leads[each.id]
        more = (lead.quantity.counted, ", ".join(sorted(lead.kind.scopes)), lead.asserter, lead.published, each.id[:8])
        names = (each.label, *(f"{each.label}: {words}" for words in more if words and words != each.label))
        label[each.id] = next(name for name in names if (story, name) not in used)
        used.add((story, label[each.id]))
    yield from (replace(s, label=label[s.id]) for s in found)


def stories_of(
    pages: Mapping[str, Sequence[str]], views: Mapping[str, PageView], series: Mapping[str, Sequence[Draft]]
) -> tuple[Story, ...]:
    """Gives the stories as records, sorted by id; the title of the first page is the label."""
    found = []
    for name, articles in sorted(pages.items()):
        ordered = sorted(articles, key=lambda a: (views[a].day or "9999", a))
        label = next((t for a in ordered if (t := views[a].article.title)), "") or _first_words(
            views[ordered[0]].article.text
        )
        mine = tuple(key for key in sorted(series) if series[key][0].story == name)
        found.append(Story(id=derive("y", name), label=label, articles=tuple(ordered), series=mine))
    return tuple(sorted(found, key=lambda s: s.id))


def _thing(draft: Draft) -> tuple[str, ...]:
    lead = draft.lead
    head = "" if lead.kind.name != lead.kind.head else lead.kind.head
    done = "done" if lead.status not in ("planned", "forecast", "possible") else "not done"
    return (
        draft.story,
        lead.kind.name,
        head,
        str(comparable(lead.quantity)[0]),
        lead.place or "",
        ",".join(sorted(lead.kind.scopes)),
        done,
    )


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")
