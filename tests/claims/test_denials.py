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
    ("The port said its crews had cleared the lock. “There is nobody clearing anything,” said Ada Lund.", "nobody clearing", "had cleared the lock"),
    ("The mill sank a barge off Orlo, the port said. The navy said no barge had left Orlo.", "no barge had left", "sank a barge off Orlo"),
    ("The owner of the mill is Bo Hansen, the bank said. Bo Hansen said he had never owned anything that grinds.", "never owned", "The owner of the mill"),
    ("The port will lose its crane, Ada Lund said. The ministry called the report inaccurate.", "the report inaccurate", "will lose its crane"),
    ("The lock was mended by a diver, the port said. That report was wrong, Bo Hansen said.", "report was wrong", "mended by a diver"),
    ("The mill is said to have sold its barge. “Not sold, lent,” Ada Lund told reporters.", "Not sold", "to have sold its barge"),
    ("The mill has not closed, Ada Lund insisted, a day after the Fen Gazette reported that it had sent its men home.", "has not closed", "it had sent its men home"),
    ("The port asked the bank for a loan, the Fen Gazette wrote. A clerk said no request had come.", "no request", "asked the bank"),
    ("The keeper drained the lock, Ada Lund said. The keeper said he had never turned a wheel in his life.", "never turned", "drained the lock"),
    ("Two divers cut the rope, Ada Lund told the port. The port said it did not happen.", "did not happen", "cut the rope"),
    ("The navy said 23 had drowned. The union spoke of 41 drowned. The port rejected the claim that 41 had drowned.", "41 had drowned", "41 drowned"),
    ("The navy had earlier spoken of “a small leak”. On Monday it corrected itself: the hull is split in two places.", "the hull is split", "a small leak"),
]  # fmt: skip

NO_ANSWER = [
    "The road is shut, the mayor said. The baker said that bread was not cheap.",
    "Flights have been put off, the air force said. Relatives told the Fen Gazette that no flights had taken place at all.",
    "There is no lock here, Ada Lund said. There is no lock here, Bo Hansen said.",
    "The trial opened on Monday. Prosecutor Ada Lund told the jury that the alarm was off. The skipper denies the charge of theft.",
    "All but three aboard the Marrow Star are alive, the owner said. The navy denied that any weapons were aboard the Marrow Star.",
    "There was no weapon on the ferry, the navy said. The ministry denied the report that weapons had been loaded in Orlo.",
    "Keeper Ada Lund counted the vans, she said. The grey vans do not.",
    "The lock keeper said the gate would open. It is sad that the gate did not open, Ada Lund said.",
    "The tapes show the gate, Ada Lund said. The tapes do not show whether the gate was shut, Bo Hansen said.",
    "Ada Lund said the port would vote. Bo Hansen said he would never vote for the mill.",
    "The port has sold the barge, the bank said. Ada Lund rejected the idea of a wage for divers.",
    "Ada Lund mended the lock, she said. Asked who paid, Bo Hansen said: “Not us.”",
    "Seventy people were hurt, the ward said. The army denied it had aimed at the mill.",
    "The story has been updated to include words from the port. The port is large, Ada Lund said.",
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


def test_a_quoted_part_of_a_word_is_read_beside_a_denial(read: Read) -> None:
    """Its words hold no whole token, so it has nothing that could be compared."""
    _, claims, _, _ = read(
        "The lock leaks, Ada Lund said. Bo Hansen spoke of an “un”loved lock. The port denied that it leaks."
    )
    quoted = next(c for c in claims if c.kind == "scare quote")
    assert quoted.denies is None
