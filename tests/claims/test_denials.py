"""Which statement a denial answers, and which negations answer nothing."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

ANSWERS = [
    ("The port says a ship fired on two boats. The navy says the boats were never touched.", "never touched", "fired on two boats"),
    ("The port spoke of a raid at the lock. The navy said there had been no raid, only a drill.", "no raid", "a raid at the lock"),
    ("The coalition will fall, Ada Lund told guests. Her party said no such remark had been made.", "no such remark", "The coalition will fall"),
    ("The lock leaks, Ada Lund said. “She is mistaken,” Bo Hansen said.", "She is mistaken", "The lock leaks"),
    ("Two men say the order came by telephone. The police deny that any such order exists.", "any such order", "the order came"),
    ("The navy rejected a claim by the port that its ships had crossed the bar.", "a claim by the port", "its ships had crossed the bar"),
]  # fmt: skip

NO_ANSWER = [
    "The road is shut, the mayor said. The baker said that bread was not cheap.",
    "Flights have been put off, the air force said. Relatives told the Fen Gazette that no flights had taken place at all.",
    "There is no lock here, Ada Lund said. There is no lock here, Bo Hansen said.",
    "The trial opened on Monday. Prosecutor Ada Lund told the jury that the alarm was off. The skipper denies the charge of theft.",
    "All but three aboard the Marrow Star are alive, the owner said. The navy denied that any weapons were aboard the Marrow Star.",
    "There was no weapon on the ferry, the navy said. The ministry denied the report that weapons had been loaded in Orlo.",
    "Keeper Ada Lund counted the vans, she said. The grey vans do not.",
]


@pytest.mark.parametrize(("text", "denial", "answered"), ANSWERS)
def test_a_contradiction_points_at_what_it_contradicts(read: Read, text: str, denial: str, answered: str) -> None:
    """Shared words, another speaker, opposite polarity."""
    _, claims, _, _ = read(text)
    said = {c.id: " ".join(s.of(text) for s in c.content) for c in claims}
    (link,) = [(said[c.id], said[c.denies]) for c in claims if c.denies is not None]
    assert denial in link[0] and answered in link[1]


@pytest.mark.parametrize("text", NO_ANSWER)
def test_a_negation_that_answers_nothing_is_no_denial(read: Read, text: str) -> None:
    """Another thing negated, a different version, or the same negation twice."""
    _, claims, _, _ = read(text)
    assert all(c.denies is None for c in claims)
