"""A draft held against the ledger; nothing of it is stored."""

from __future__ import annotations

from typing import Any

from firsthand.pipeline import compare_with_draft
from firsthand.records import Release
from firsthand.web.visit import Visit


def blank(visit: Visit) -> dict[str, Any]:
    """The empty form."""
    return {"title": "Check a draft", "draft": "", "notes": None, "releases": {}}


def check(visit: Visit) -> dict[str, Any]:
    """Notes on a draft's figures: where they differ from the ledger, or are put more firmly than their sources put them."""
    visit.form.need(draft="the text of the draft")
    text = visit.form.get("draft")
    notes = compare_with_draft(visit.ledger, visit.settings, text.encode())
    known = {release.id: release for release in visit.ledger.views(Release)}
    order = ("firmer than its sources", "differs", "not in the ledger", "in the ledger")
    return {
        "title": "Check a draft", "draft": text, "notes": sorted(notes, key=lambda n: order.index(n.kind)), "releases": known,
    }  # fmt: skip
