"""Claims: exact words, how firmly they are put, which figures and times they hold, and the same ids on every run."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Read

STATUS = [
    ("The bridge will open in May, the ministry said.", "planned"),
    ("The bridge is safe, the ministry said.", "asserted"),
    ("The ministry confirmed that the bridge was safe.", "confirmed"),
    ("The ministry denied that the bridge was unsafe.", "denied"),
    ("The ministry declined to comment.", "not confirmed"),
    ("The bridge could fall within days, engineers warned.", "possible"),
    ("The ministry withdrew its statement on the bridge.", "corrected"),
    ("The bridge has reportedly been closed.", "reported"),
    ("Prices will rise, analysts predicted.", "forecast"),
    ("In a rare admission, the ministry said the bridge was unsafe.", "confirmed"),
    ("Rejecting the charge, the engineer said the bridge was safe.", "denied"),
    ("The ministry conceded that its figures were false.", "confirmed"),
    ("According to unconfirmed reports, the bridge has fallen.", "reported"),
    ("Word in the valley is that the bridge has fallen.", "reported"),
    ("The ministry said the bridge is moving and will fall.", "asserted"),
    ("The ministry said the river will rise and could flood the town.", "possible"),
    ("The ministers meet on Friday.", "planned"),
    ("The hearing was put off to July 9.", "planned"),
    ("The ministry described the memo as authentic.", "confirmed"),
    ("The ministry called the report inaccurate.", "denied"),
    ("The ministry called Ada Brandt a baker of lies.", "asserted"),
    ("Surveyors from Orlo, who measured the piers, will repeat the test.", "planned"),
    ("The ministry would not name the builder.", "not confirmed"),
    ("The sirens on the north bank stayed silent.", "asserted"),
    ("“He would look at the bridge for hours,” Ada Brandt said.", "asserted"),
    ("The builder is learnt to have left the town.", "reported"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_how_firmly_it_is_put(read: Read, text: str, status: str) -> None:
    """Each row: a sentence and the status of its claim; the deciding rule is named."""
    _, (claim,), _, _ = read(text)
    assert claim.status == status and claim.status_rule


def test_a_trailing_participle_sets_the_status(read: Read) -> None:
    """what is said while contradicting somebody is a denial"""
    text = "The bridge was safe, the engineer said, contradicting the inspector."
    _, claims, _, _ = read(text)
    assert {claim.content[0].of(text): claim.status for claim in claims}["The bridge was safe"] == "denied"


KINDS = [
    ("“The bridge is safe,” Ada Brandt said.", "direct"),
    ("Ada Brandt said the bridge was “as safe as a house”.", "mixed"),
    ("Ada Brandt said the bridge was safe.", "indirect"),
    ("The bridge was closed on Monday.", "unattributed"),
    ("Both towns seem resigned to the closure.", "writer's own judgement"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_in_whose_words(read: Read, text: str, kind: str) -> None:
    """Quotation marks decide between direct, mixed and indirect; without a source it is the writer's."""
    _, (claim,), _, _ = read(text)
    assert claim.kind == kind


def test_a_refusal_begins_at_its_cue(read: Read) -> None:
    """The words alone cannot be read the wrong way round."""
    text = "The ministry has not confirmed the closure."
    _, (claim,), _, _ = read(text)
    assert [s.of(text) for s in claim.content] == ["has not confirmed the closure"]


def test_a_denial_points_at_what_it_denies(read: Read) -> None:
    """Within one article the answer is linked to the claim."""
    _, claims, _, _ = read("The union says the bridge is unsafe. The ministry denied the claim.")
    union, ministry = claims
    assert ministry.denies == union.id and union.denies is None


def test_each_figure_belongs_to_exactly_one_claim(read: Read) -> None:
    """The innermost statement that holds its words has it."""
    _, claims, _, _ = read("The ministry said 12 boats sank. Nine were old, and the army said 3 were its own.")
    owned = [q for c in claims for q in c.quantities]
    assert len(owned) == len(set(owned)) == 3


def test_when_it_was_said_and_when_it_happened(read: Read) -> None:
    """The time beside the cue is the saying's, the one in the words the event's."""
    _, (claim,), _, _ = read("The ministry said on Tuesday that the bridge had been closed in March.")
    assert [t.role for t in claim.times] == ["said", "happened"]


def test_a_main_clause_beside_a_report_is_the_writers(read: Read) -> None:
    """ "A happened, with both towns saying B" tells A in the page's voice and B in the towns'."""
    _, claims, _, _ = read(
        "The bridge was closed for the first time in March, with both towns saying they had not been asked."
    )
    assert [c.speaker is None for c in claims] == [True, False]


def test_a_correction_notice_is_one_corrected_statement(read: Read) -> None:
    """What the notice quotes is not stated again."""
    _, (claim,), _, _ = read(
        "Correction: An earlier version quoted Ada Brandt as saying the bridge was shut. She said it was open."
    )
    assert claim.status == "corrected" and claim.speaker is None


def test_the_same_text_gives_the_same_claims(read: Read) -> None:
    """Ids come from article and spans, and nothing else."""
    text = "“It leaks,” Ada Brandt told the Fen Gazette. The army said 12 boats sank."
    assert read(text)[1] == read(text)[1]
    assert len({c.id for c in read(text)[1]}) == 2


def test_every_span_holds_words_of_the_article(read: Read) -> None:
    """Span or nothing: contents, sources, cues and hops slice to words."""
    text = "The gate was open, lock keeper Jonas Vell told the Fen Gazette in remarks carried by Reuters. “It leaks.”"
    _, claims, attributions, _ = read(text)
    spans = [s for c in claims for s in (*c.content, *c.source, *c.cue, *(s for h in c.hops for s in h.spans))]
    assert spans and all(s.of(text).strip() for s in (*spans, *(s for a in attributions for s in a.content)))
    assert all(h.spans or h.evidence for c in claims for h in c.hops)


@pytest.mark.parametrize(
    "text",
    ["A", "?!", "1 2 3", "“", "Report:\n\n”Oh", "said said said", "According to", "He said, she said, they said"],
)
def test_odd_text_gives_claims_or_nothing_but_no_error(read: Read, text: str) -> None:
    """Fragments do not break the room."""
    read(text)
