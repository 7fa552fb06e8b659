"""What is set against a statement: in its own words, once for each who says it, with the pages that carry it."""

from __future__ import annotations

from typing import Any

import pytest

from firsthand.brief import Against, fold_against
from firsthand.records import ClaimRow, Judgement


def row(identity: str, words: str, *, speaker: str | None = "Fenn Ministry", status: str = "denied", **more: Any) -> ClaimRow:  # fmt: skip
    """A statement on a page of its own."""
    return ClaimRow(
        **{
            "id": identity, "article": f"r-{identity}", "page": f"https://{identity}.example", "outlet": f"The {identity}", "title": None,
            "published": "2031-03-02", "start": 0, "end": len(words), "words": words, "source": None, "cue": None, "speaker": speaker,
            "speaker_kind": "body", "kind": "indirect", "status": status, "chain": (speaker or f"The {identity}",), "figures": 0, **more,
        }
    )  # fmt: skip


TOLL = row("toll", "14 people were killed when the mill was shelled", speaker="Ilse Brandt", status="asserted")


def folded(*rows: ClaimRow, relation: str = "denies", derived: tuple[str, ...] = ()) -> tuple[Against, ...]:
    judged = [Judgement(about="claim", subject=r.id, object="toll", relation=relation, reasons=("read so",)) for r in rows]  # fmt: skip
    return fold_against(judged, {r.id: r for r in (TOLL, *rows)}, derived)


def test_a_denial_is_of_its_own_words() -> None:
    """the ministry denies the shelling; nobody denies the number of the dead"""
    [each] = folded(row("a", "its forces had shelled the mill"))
    assert (each.who, each.verb, each.row.words) == ("Fenn Ministry", "denies", "its forces had shelled the mill")
    assert each.other is TOLL


@pytest.mark.parametrize(("relation", "verb"), [("denies", "says against it"), ("disputes", "disputes it"), ("corrects", "puts right")])  # fmt: skip
def test_an_answer_in_somebodys_own_words_is_not_what_he_denies(relation: str, verb: str) -> None:
    """“there was no fire from our side” is said, not denied"""
    [each] = folded(row("a", "there was no fire from our side", status="asserted"), relation=relation)
    assert each.verb == verb


def test_copies_and_repetitions_are_one_denial() -> None:
    """three pages carry it, one of them a copy that came first; the original stands for it"""
    words = "its forces had shelled the mill"
    [each] = folded(row("a", words, published="2031-03-01"), row("b", words), row("c", "the shelling", published="2031-03-03"), derived=("r-a",))  # fmt: skip
    assert (each.row.id, each.pages) == ("b", 3)


def test_two_who_deny_are_two_and_so_are_two_matters() -> None:
    """another speaker, or other words by the same one"""
    found = folded(row("a", "its forces had shelled the mill"), row("b", "the shelling", speaker="Odo Rask"), row("c", "any knowledge of a convoy"))  # fmt: skip
    assert [(each.who, each.row.id) for each in found] == [("Fenn Ministry", "a"), ("Odo Rask", "b"), ("Fenn Ministry", "c")]  # fmt: skip


def test_versions_of_a_page_are_one_page() -> None:
    """the same address, changed since"""
    words = "its forces had shelled the mill"
    [each] = folded(row("a", words, page="https://x.example"), row("b", words, page="https://x.example"))
    assert each.pages == 1
