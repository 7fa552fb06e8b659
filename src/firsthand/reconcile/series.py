"""Series and stories as views: one thing counted through its releases, and the pages that tell one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
        members = sorted((by_id[i] for i in ids), key=lambda d: (d.day or "9999", d.lead.low, d.id))
        found[derive("s", name)] = tuple(members)
    return found


def series_of(groups: Mapping[str, Sequence[Draft]]) -> tuple[Series, ...]:
    """Gives the series as records, sorted by id."""
    found = []
    for key in sorted(groups):
        members = groups[key]
        lead = next((d.lead for d in members if d.established), members[0].lead)
        where = next((d.lead.quantity.place for d in members if d.lead.quantity.place), None)
        counted = lead.quantity.counted or lead.kind.name
        named = (
            lead.kind.name != lead.kind.head and lead.quantity.unit is None
        )  # a class has a name for readers, a stem has none
        thing = COUNTED_NOT_SAID if lead.kind.name == UNKNOWN else lead.kind.name if named else counted
        label = f"{thing}, {where}" if where else thing
        found.append(Series(id=key, counted=thing, place=where, releases=tuple(d.id for d in members), label=label))
    return tuple(found)


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
