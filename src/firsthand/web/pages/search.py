"""Search: claims by words and by facets; a search can be kept under a name, and read as a feed."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from firsthand.errors import UnknownId, UsageError
from firsthand.ledger import Ledger, Signed
from firsthand.records import ClaimRow, SavedView
from firsthand.web.visit import Visit

FIELDS = ("q", "speaker", "outlet", "status", "kind", "since", "until", "figures")
_MOST, _FOUND, _FACET, _READ = 100, 2000, 8, 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to narrow a search: the field, its name on screen, and its values with how many claims have each."""

    field: str
    label: str
    values: tuple[tuple[str, int], ...]


def search(visit: Visit) -> dict[str, Any]:
    """Claims by their words and facets."""
    terms = terms_of(visit.query)
    rows = find(visit.ledger, terms) if terms else []
    views = [(s, f"/search?{urlencode(s.record.terms)}", f"/feed/{s.seq}.atom?key={feed_key(s)}") for s in visit.ledger.saved_views()]  # fmt: skip
    question = terms.get("q", "")
    return {
        "title": f"Search: {question}" if question else "Search", "question": question, "terms": terms, "rows": rows[:_MOST], "total": len(rows),
        "facets": facets(rows, terms), "without": {f: _without(terms, f) for f in terms}, "views": views, "csv": f"/search.csv?{urlencode(terms)}",
    }  # fmt: skip


def terms_of(query: Mapping[str, str]) -> dict[str, str]:
    """Gives the fields of a search that were filled in."""
    return {name: value for name in FIELDS if (value := query.get(name, "").strip())}


def find(ledger: Ledger, terms: Mapping[str, str]) -> list[ClaimRow]:
    """Gives the claims that hold all words and match every facet; by rank where words were asked for."""
    if question := terms.get("q"):
        try:
            rows = [row for row, _ in ledger.search(question, limit=_FOUND)]
        except UsageError:
            return []
    else:
        rows = list(
            ledger.claims(speaker=terms.get("speaker"), status=terms.get("status"), kind=terms.get("kind"), limit=_READ)
        )
    return [row for row in rows if all(test(row, terms[name]) for name, test in TESTS.items() if name in terms)]


TESTS: dict[str, Any] = {
    "speaker": lambda row, value: row.speaker == value,
    "outlet": lambda row, value: row.outlet == value,
    "status": lambda row, value: row.status == value,
    "kind": lambda row, value: row.kind == value,
    "since": lambda row, value: bool(row.published) and row.published[:10] >= value,
    "until": lambda row, value: bool(row.published) and row.published[:10] <= value,
    "figures": lambda row, value: bool(row.figures),
}


def facets(rows: list[ClaimRow], terms: Mapping[str, str]) -> list[Facet]:
    """Gives the facets that can still narrow the search, the commonest values first, each value with its address."""
    found = []
    for name, label in (("speaker", "Speaker"), ("outlet", "Outlet"), ("status", "How firmly"), ("kind", "How worded")):
        if name in terms:
            continue
        counted = Counter(value for row in rows if (value := getattr(row, name)))
        ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_FACET]
        if len(ordered) > 1:
            found.append(Facet(field=name, label=label, values=tuple(ordered)))
    return found


def _without(terms: Mapping[str, str], name: str) -> str:
    return f"/search?{urlencode({k: v for k, v in terms.items() if k != name})}"


def save(visit: Visit) -> str:
    """Keeps a search under a name."""
    visit.form.need(by="your name", name="a name for the view")
    terms = terms_of({name: visit.form.get(name) for name in FIELDS if name in visit.form.values})
    if not terms:
        raise UsageError("A saved view needs something to look for: search first, then keep it.")
    visit.ledger.save_view(SavedView(name=visit.form.get("name"), terms=tuple(terms.items()), by=visit.form.get("by"), at=visit.now))  # fmt: skip
    return f"/search?{urlencode(terms)}"


def feed_key(view: Signed[SavedView]) -> str:
    """Gives the key a feed's address carries: known to whoever can read the log, and to nobody else on the machine."""
    return hashlib.sha256(f"feed {view.hash}".encode()).hexdigest()[:32]


def feed(visit: Visit) -> dict[str, Any]:
    """A saved view as an Atom feed. Its newest claims first, short words only."""
    number = visit.names["id"]
    found = next((s for s in visit.ledger.saved_views() if str(s.seq) == number), None)
    if found is None or not hmac.compare_digest(feed_key(found).encode(), visit.asked("key").encode()):
        raise UnknownId("No feed at this address: it may have been replaced by a newer view of its name.")
    rows = sorted(find(visit.ledger, dict(found.record.terms)), key=lambda row: (row.published or "", row.id), reverse=True)  # fmt: skip
    return {"title": found.record.name, "view": found, "rows": rows[:50], "updated": visit.now}
