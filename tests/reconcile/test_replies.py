"""How a claim answers: cues in the marked words and in what frames them, and the pair they belong to."""

from __future__ import annotations

import pytest

from firsthand.reconcile.exchange import Turn, classify
from firsthand.reconcile.replies import Passage, is_negated, may_carry_a_cue, read_reply
from firsthand.reconcile.reply_cues import CUES


def passage(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(text=text, start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("The mill denied that it had dumped the dye.", "denied that it had dumped the dye", "denies"),
        ("The mill called the report a fabrication.", "called the report a fabrication", "denies"),
        ("The mill did not deny that dye had been dumped.", "did not deny that dye had been dumped", "responds"),
        ("The mill would neither confirm nor deny the report.", "would neither confirm nor deny the report", "declines to comment"),
        ("The mill declined to comment on the dye.", "declined to comment on the dye", "declines to comment"),
        ("The river board could not confirm where the dye came from.", "could not confirm where the dye came from", "does not confirm"),
        ("The mill admitted dumping the dye.", "admitted dumping the dye", "confirms"),
        ("The mill withdrew its statement about the dye.", "withdrew its statement about the dye", "retracts"),
        ("The mill corrected the amount: nine barrels, not six.", "corrected the amount: nine barrels, not six", "corrects"),
        ("The mill clarified that it had meant spring.", "clarified that it had meant spring", "qualifies"),
        ("It is not true that the mill was never warned, it said.", "not true that the mill was never warned", "confirms"),
        ("The mill brushed aside talk of dye in the river.", "brushed aside talk of dye in the river", "denies"),
        ("The mill said the report had no basis in fact.", "said the report had no basis in fact", "denies"),
        ("The mill has yet to comment.", "has yet to comment", "declines to comment"),
        ("The mill's rules do not allow it to say who was there.", "rules do not allow it to say who was there", "declines to comment"),
        ("The river board has received no complaint.", "has received no complaint", "does not confirm"),
        ("It was the farm that dumped the dye, not us, the mill said.", "It was the farm that dumped the dye, not us", "denies"),
        ("The paper has pulled the article.", "has pulled the article", "retracts"),
        ("The mill said that four barrels had leaked, not nine.", "four barrels had leaked, not nine", "corrects"),
        ("The mill walked back its claim.", "walked back its claim", "qualifies"),
        ("The mill's notice had been sent out in error.", "had been sent out in error", "retracts"),
        ("The mill's figures should no longer be relied on.", "should no longer be relied on", "retracts"),
        ("The mill did not take issue with the report.", "did not take issue with the report", "responds"),
        ("It would be more accurate to speak of a trickle, the mill said.", "It would be more accurate to speak of a trickle", "qualifies"),
        ("How much had leaked was beyond its knowledge, the board said.", "How much had leaked was beyond its knowledge", "does not confirm"),
        ("The board has it the wrong way round, the mill said.", "The board has it the wrong way round", "denies"),
        ("The mill preferred to say nothing about the dye.", "preferred to say nothing about the dye", "declines to comment"),
        ("The mill had no wish to discuss dye.", "had no wish to discuss dye", "declines to comment"),
        ("Samples could not be discussed while the case ran, the mill said.", "Samples could not be discussed while the case ran", "declines to comment"),
        ("The mill is no longer giving any cause for the leak.", "is no longer giving any cause for the leak", "retracts"),
        ("The mill no longer stands by its count.", "no longer stands by its count", "retracts"),
        ("Our report on the mill did not meet our standards and has been removed.", "Our report on the mill did not meet our standards and has been removed", "retracts"),
        ("The angler took back every word.", "took back every word", "retracts"),
        ("It was the farm, and not the mill.", "It was the farm, and not the mill", "corrects"),
        ("I ought to have said so in May, the manager said.", "I ought to have said so in May", "corrects"),
        ("The mill maintained that nobody had touched the valve.", "maintained that nobody had touched the valve", "denies"),
        ("The anglers have made the whole thing up, the manager said.", "The anglers have made the whole thing up", "denies"),
        ("The board is still collecting samples.", "is still collecting samples", "does not confirm"),
        ("The airline flew in dye for the mill.", "The airline flew in dye for the mill", None),
        ("The mill was denied a hearing.", "was denied a hearing", None),
        ("Every patient admitted in May had a bed.", "Every patient admitted in May had a bed", None),
        ("The board confirmed receiving a letter in which the mill blames the farm.", "the mill blames the farm", None),
        ("The court denied the manager bail.", "denied the manager bail", None),
        ("The hospital admitted 41 people.", "admitted 41 people", None),
        ("The page gives 41 confirmed deaths.", "41 confirmed deaths", None),
        ("The mill dismissed sixty men by text message.", "dismissed sixty men by text message", None),
        ("The senate confirmed her as envoy.", "confirmed her as envoy", None),
        ("The army took down a drone over the bay.", "took down a drone", None),
        ("The council rejected a plan to dredge the river.", "rejected a plan to dredge the river", None),
        ("The mill opened in spring.", "opened in spring", None),
        ("The board confirmed that the mill had announced a rise.", "the mill had announced a rise", None),
    ],
)  # fmt: skip
def test_reading_a_reply(text: str, words: str, relation: str | None) -> None:
    """double negations, other senses and relayed words are told apart from denials and confirmations"""
    reply = read_reply(passage(text, words))
    assert (reply.relation if reply else None) == relation


def turn(text: str, words: str, day: str, speaker: str | None, outlet: str = "Vale Post") -> Turn:
    return Turn(passage=passage(text, words), outlet=outlet, day=day, speaker=speaker)


REPORT = turn(
    "Anglers say the Ossby mill dumped dye in the Tarn on Sunday.",
    "the Ossby mill dumped dye in the Tarn",
    "2031-03-01",
    "Anglers",
)


@pytest.mark.parametrize(
    ("other", "relation", "answering"),
    [
        (turn("The Ossby mill denied that it had dumped dye in the Tarn.", "denied that it had dumped dye in the Tarn", "2031-03-02", "Ossby mill"),
         "denies", "b"),
        (turn("The Ossby mill declined to comment on dye in the Tarn.", "declined to comment on dye in the Tarn", "2031-03-02", "Ossby mill"),
         "declines to comment", "b"),
        (turn("The Ossby mill admitted that dye had been dumped in the Tarn.", "admitted that dye had been dumped in the Tarn", "2031-03-03", "Ossby mill"),
         "confirms", "b"),
    ],
)  # fmt: skip
def test_a_pair_of_claims(other: Turn, relation: str, answering: str) -> None:
    """the side with the cue answers, whichever side it stands on"""
    found = classify(REPORT, other)
    assert (found.relation, found.answering) == (relation, answering)
    swapped = classify(other, REPORT)
    assert (swapped.relation, swapped.answering) == (relation, "a")


def test_the_same_surname_is_another_person() -> None:
    """a denial by a namesake answers nothing"""
    a = turn("Trainer Oda Lind took money from a sponsor.", "took money from a sponsor", "2031-03-01", "Vale Post")
    b = turn(
        "Singer Per Lind denied that he took money from a sponsor.",
        "denied that he took money from a sponsor",
        "2031-03-02",
        "Per Lind",
    )
    assert classify(a, b).relation == "unrelated"


def test_one_asserters_other_number_is_a_correction() -> None:
    """the same words again are a repeat; with another number they put the first right"""
    first = turn(
        "The mill said nine barrels of dye had leaked.", "nine barrels of dye had leaked", "2031-03-01", "mill"
    )
    again = turn("The mill said nine barrels of dye leaked.", "nine barrels of dye leaked", "2031-03-02", "mill")
    other = turn("The mill said four barrels of dye leaked.", "four barrels of dye leaked", "2031-03-02", "mill")
    assert classify(first, again).relation == "repeats"
    assert classify(first, other).relation == "corrects"


def test_words_credited_to_the_other_page_are_no_second_witness() -> None:
    """what a page gives "as the Vale Post has reported" is the Post's report again"""
    text = "Dye was dumped in the Tarn by the Ossby mill, as the Vale Post has reported."
    passed_on = turn(text, "Dye was dumped in the Tarn by the Ossby mill", "2031-03-02", "Ida Moe", outlet="Tarn Echo")
    assert classify(REPORT, passed_on).relation == "repeats"


SAYS = "The Ossby mill dumped dye in the Tarn on Sunday, an angler said."


@pytest.mark.parametrize(
    ("text", "words", "speaker", "relation"),
    [
        ("The Ossby mill said no dye had left its yard.", "no dye had left its yard", "Ossby mill", "denies"),
        ("The Ossby mill said it would never sell the yard.", "it would never sell the yard", "Ossby mill", "responds"),
        ("Kolb & Sons denied having dumped dye.", "denied having dumped dye", "Kolb & Sons", "unrelated"),
        ("Asked about the report, mayor Ida Moe said rivers were dear to her.", "rivers were dear to her", "Ida Moe", "responds"),
        ("Warden Per Moe saw men from the mill tip dye into the Tarn.", "saw men from the mill tip dye into the Tarn", "Per Moe", "confirms"),
        ("Ossby council rejected a plan for a new mill.", "rejected a plan for a new mill", "Ossby council", "unrelated"),
    ],
)  # fmt: skip
def test_what_an_answer_takes_up(text: str, words: str, speaker: str, relation: str) -> None:
    """a negation denies what it negates; of something else it is a response by those concerned, else nothing"""
    report = turn(SAYS, "dumped dye in the Tarn", "2031-03-01", "angler (unnamed)")
    found = classify(report, turn(text, words, "2031-03-02", speaker))
    assert found.relation == relation


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("no fewer than nine were hurt", False),
        ("nobody was hurt", True),
        ("it was not true that nobody was hurt", False),
        ("two were hurt", False),
    ],
)
def test_plain_negation(words: str, expected: bool) -> None:
    """two negations affirm"""
    assert is_negated(words) is expected


@pytest.mark.parametrize(
    "words",
    ["the mill admitted it", "“yes,” she said", "nine barrels leaked", "“four, not nine”", "patients admitted to hospital", "the mill has yet to comment"],
)  # fmt: skip
def test_no_cue_is_missed(words: str) -> None:
    """words carry a cue where any of the tables finds one in them"""
    assert may_carry_a_cue(words) is any(pattern.search(words) is not None for _, pattern in CUES)
