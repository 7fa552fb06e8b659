"""A draft held against the ledger: number, bound, asserter and firmness, each by what the pages of the case say."""

from __future__ import annotations

import pytest

from firsthand.reconcile import settle
from firsthand.reconcile.draft import DraftNote, compare_draft
from firsthand.records import Reading
from tests.reconcile.builders import make_report

WIRE = make_report(
    "ORSA, May 4 (Fell Wire) - At least 212 people died when the dam above Orsa gave way, district governor Ilse Marn told Fell Wire on Monday.\n\n"
    "The wall broke after 48 hours of rain, and seventeen bridges were carried off.",
    url="https://fellwire.example/a", published="2031-05-04", speaker="Ilse Marn", entity="ilse marn", numbers=("212",), comparator="at least",
)  # fmt: skip
LATER = make_report(
    "ORSA, May 6 (Fell Wire) - The number of people killed by the dam at Orsa has reached 240, governor Ilse Marn told Fell Wire on Wednesday.\n\n"
    "The search will go on until Friday.",
    url="https://fellwire.example/d", published="2031-05-06", speaker="Ilse Marn", entity="ilse marn", numbers=("240",),
)  # fmt: skip


def note_on(text: str, number: str, speaker: str, comparator: str | None, *case: Reading) -> DraftNote:
    """Gives the note on the one figure of a draft."""
    draft = make_report(
        text, url="", published=None, speaker=speaker, entity=speaker.lower(), numbers=(number,), comparator=comparator
    )
    (note,) = compare_draft(draft, case, settle(case).releases, settle((*case, draft)))
    return note


ROWS = [
    # (number, asserter, bound) of the draft, and what is said of it
    ("212", "Ilse Marn", "at least", "in the ledger", "later in the case: 240 (Ilse Marn)"),
    ("212", "Ilse Marn", None, "differs", "your draft says 212; the ledger has at least 212 (Ilse Marn)"),
    ("240", "Ilse Marn", "nearly", "differs", "your draft says nearly 240; the ledger has 240 (Ilse Marn)"),
    ("240", "Knut Bale", None, "differs", "your draft gives it to Knut Bale; the ledger has 240 (Ilse Marn)"),
    ("977", "Ilse Marn", None, "differs", "the ledger has no 977 for this; it has at least 212 (Ilse Marn); 240 (Ilse Marn)"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "speaker", "bound", "kind", "said"), ROWS)
def test_number_bound_and_asserter_are_those_of_the_pages(
    number: str, speaker: str, bound: str | None, kind: str, said: str
) -> None:
    """A number counts as given only with its bound and by whom the pages have it; a later count is named."""
    shown = f"{bound} {number}" if bound else number
    text = f"ORSA - {shown} people were killed when the dam above Orsa gave way after rain, governor {speaker} said on Monday."
    note = note_on(text, number, speaker, bound, WIRE, LATER)
    assert note.kind == kind and said in note.detail


def test_what_a_note_points_at_is_in_the_case() -> None:
    """The draft itself makes no release that a note could point at."""
    known = {r.id for r in settle((WIRE, LATER)).releases}
    text = "ORSA - At least 212 people were killed when the dam above Orsa gave way, governor Ilse Marn said."
    assert set(note_on(text, "212", "Ilse Marn", "at least", WIRE, LATER).releases) <= known
