"""What of the chain items the tagger is taught: plain statements, with the marks and words that the tagger's texts count as content."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "attribution"))
statements = pytest.importorskip("statements")

TEXT = "Bo Lund said that the quay was safe. “Come,” Rui Falk called. The Fen Gazette reported that Ada Berg had left, citing a nurse."


def _span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def _statement(content: str, source: str, cue: str, *chain: str, kind: str = "indirect") -> dict[str, Any]:
    spans = {"content": [_span(content)], "source": _span(source), "cue": _span(cue)}
    return {"kind": kind, "chain": [*chain, "Aln Post"], "spans": spans}


PLAIN = _statement("the quay was safe", "Bo Lund", "said", "Bo Lund")
QUOTE = _statement("Come", "Rui Falk", "called", "Rui Falk", kind="direct")
RELAY = _statement("Ada Berg had left", "a nurse", "citing", "nurse (unnamed)", "Fen Gazette")


def _taught(*of: dict[str, Any]) -> dict[str, Any] | None:
    found: dict[str, Any] | None = statements.taught({"id": "x", "text": TEXT, "statements": list(of)})
    return found


def test_that_and_marks_join_the_content() -> None:
    """The tagger's texts count the conjunction and the marks as content."""
    found = _taught(PLAIN, QUOTE)
    assert found is not None
    contents = [TEXT[slice(*attribution["content"][0])] for attribution in found["attributions"]]
    assert contents == ["that the quay was safe", "“Come,”"]


def test_a_relay_is_not_taught() -> None:
    """Its sentence is ignored: the two sets mark another hand in it."""
    found = _taught(PLAIN, RELAY)
    assert found is not None
    assert [TEXT[slice(*attribution["source"][0])] for attribution in found["attributions"]] == ["Bo Lund"]
    assert TEXT[found["ignore"][-1][0] :].startswith("The Fen Gazette")
    assert _taught(RELAY) is None


def test_what_nobody_is_said_to_say_is_not_taught() -> None:
    """The writer's own voice has neither source nor cue."""
    assert (
        _taught(
            {
                "kind": "unattributed",
                "chain": ["Aln Post"],
                "spans": {"content": [_span("the quay was safe")], "source": None, "cue": None},
            }
        )
        is None
    )
