"""Series as views: what a reader sees them called."""

from __future__ import annotations

from firsthand.reconcile import settle
from tests.reconcile.test_relations import make_page


def test_no_two_series_of_a_story_have_one_label() -> None:
    """the dead, and the children among the dead whom another counted: one keeps the class, the other says more"""
    text = "Ilse Marn said 431 people were killed after the Lunde dam broke above Varde. Oda Lind said 37 children were killed in Varde."
    said = (
        ("Ilse Marn", "431 people were killed", "431", "people"),
        ("Oda Lind", "37 children were killed", "37", "children"),
    )
    settlement = settle((make_page("paper", text, said, day="2031-04-02"),))  # type: ignore[arg-type]
    labels = [series.label for series in settlement.series]
    assert len(labels) == 2 and len(set(labels)) == 2, labels
    assert any("children" in label for label in labels)
