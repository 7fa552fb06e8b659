"""Who said what, as the tagger sees it: the outermost attribution, its spans exact, the same on every run."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.annotate.attribution import AttributionTagger
from firsthand.annotate.attribution.decode import best_labels, pieces_of, share_contents
from firsthand.annotate.attribution.group import Group
from firsthand.annotate.attribution.lines import speaker_lines
from firsthand.annotate.attribution.tagger import is_likely
from firsthand.models.words import words_of
from firsthand.records import Attribution, Block, Document, Span
from tests.builders import make_article


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return AttributionTagger.load()


def _document(text: str, headline: str | None = None) -> Document:
    article = make_article(text)
    if headline:
        import dataclasses

        end = len(headline)
        blocks = (Block(kind="headline", span=Span(0, end)), Block(kind="body", span=Span(end + 2, len(text))))
        article = dataclasses.replace(article, blocks=blocks)
    return Document(article=article, sentences=(), tokens=(), first_tokens=())


CASES = [
    ("The ferry will not sail before Monday, harbour master Ivar Quist said.", "Ivar Quist", "said", "The ferry will not sail before Monday", "indirect"),
    ("“We counted every crate twice,” said Mona Teller.", "Mona Teller", "said", "We counted every crate twice", "direct"),
    ("The mill is closed for good, according to the owners.", "the owners", "according to", "The mill is closed for good", "indirect"),
    ("Councillor Bea Norn told residents that the well was \"perfectly safe\" to use.", "Bea Norn", "told", "the well was \"perfectly safe\" to use", "mixed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind"), CASES)
def test_source_cue_and_content_are_found(
    tagger: AttributionTagger, text: str, source: str, cue: str, content: str, kind: str
) -> None:
    """Each row: one sentence, and the words of its attribution."""
    (found,) = tagger(_document(text))
    words = {role: " ".join(s.of(text) for s in getattr(found, role)) for role in ("source", "cue", "content")}
    assert source in words["source"] and cue in words["cue"] and content in words["content"]
    assert found.kind == kind


def test_a_split_quotation_is_one_attribution(tagger: AttributionTagger) -> None:
    """The pieces around the cue belong together."""
    text = "“The dyke held,” said Mona Teller, the engineer. “It will not hold twice.”"
    (found,) = tagger(_document(text))
    joined = " ".join(s.of(text) for s in found.content)
    assert "The dyke held" in joined and "It will not hold twice" in joined


def test_a_headline_colon_names_the_source(tagger: AttributionTagger) -> None:
    """ "NAME: statement" in a headline; a section label before a colon is no source."""
    headline = "Quist: No ferries before Monday"
    found = tagger(_document(f"{headline}\n\nThe sea was rough.", headline))
    assert any(s.of(headline) == "Quist" for a in found for s in a.source)
    label = "Gallery: ferries in the storm"
    assert not any(a.source for a in tagger(_document(f"{label}\n\nThe sea was rough.", label)))


def test_the_same_text_gives_the_same_attributions(tagger: AttributionTagger) -> None:
    """One window a batch: what else is read in between changes nothing."""
    text = CASES[0][0]
    first = tagger(_document(text))
    tagger(_document(CASES[1][0] * 3))
    assert tagger(_document(text)) == first


@pytest.mark.parametrize("text", ["   \n ", "…", '"""" “” ”“', "a" * 5000, "“Never closed, said nobody " * 40])
def test_odd_text_gives_no_error(tagger: AttributionTagger, text: str) -> None:
    """Blank, endless and badly quoted text is read without complaint, and spans stay inside it."""
    found = tagger(_document(text))
    assert all(0 <= s.start < s.end <= len(text) for a in found for s in a.content)


PARAGRAPHS = [
    # each paragraph names its own speaker: a quotation is never given to the one before
    ("“The dyke held,” said Mona Teller.\n\n“It will not hold twice,” said Ivar Quist.", "It will not hold twice", "Ivar Quist"),
    # nobody is named beside it: the quotation stays with the one before
    ("Mona Teller, the engineer, said the dyke had held.\n\n“It will not hold twice.”", "It will not hold twice", "Mona Teller"),
    # a participle that comes first has the subject that follows
    ("Citing a cracked lock, Mona Teller said the dyke would be closed on Friday.", "a cracked lock", "Mona Teller"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "source"), PARAGRAPHS)
def test_the_speaker_stands_in_the_paragraph_if_any_does(
    tagger: AttributionTagger, text: str, words: str, source: str
) -> None:
    """Each row: a text, words of a content, and whose they are."""
    (found,) = [a for a in tagger(_document(text)) if any(words in s.of(text) for s in a.content)]
    assert source in " ".join(s.of(text) for s in found.source)


LINES = [
    # a transcript: labels in capitals, or a name that comes again before a whole sentence
    ("NORN: Who opened the lock?\n\nQUIST: Nobody I know of.\n\nNORN: Somebody did.\n\nQUIST: Ask the divers.", {"NORN": "Who opened the lock?", "QUIST": "Nobody I know of."}),
    ("Bea Norn: Who opened the lower lock last night?\nIvar Quist: Nobody who had the key, as far as I know.\nBea Norn: Then somebody broke it open by hand.\nIvar Quist: That is what the divers will have to find out.", {"Bea Norn": "Who opened the lower lock last night?", "Ivar Quist": "Nobody who had the key, as far as I know."}),
    # marks at the head of each paragraph: one without a label goes on with the turn
    ("“NORN: Who opened the lock?\n\n“QUIST: Nobody I know of.\n\n“I was at home.\n\n“NORN: Somebody did.\n\n“QUIST: Ask the divers.", {"QUIST": "Nobody I know of.\n\n“I was at home."}),
    # a signed quotation, on its line or under it
    ("“The water came in through the cellar door.” — Mona Teller", {"Mona Teller": "“The water came in through the cellar door.”"}),
    ("“The water came in through the cellar door.”\n\n- Mona Teller, Lower Quay", {"Mona Teller, Lower Quay": "“The water came in through the cellar door.”"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), LINES)
def test_layout_names_the_speaker(tagger: AttributionTagger, text: str, said: dict[str, str]) -> None:
    """Each row: a text without any cue word, and what each speaker says in it first."""
    found: dict[str, str] = {}
    for one in tagger(_document(text)):
        found.setdefault(one.source[0].of(text), " ".join(span.of(text) for span in one.content))
    assert {name: found[name] for name in said} == said


@pytest.mark.parametrize(
    "text",
    [
        "Boats: 14\nFerries: 3\nBoats: 12",  # a table
        "READ MORE: The lock is open\nRELATED: The lock is shut\nREAD MORE: The ferry\nRELATED: The pier",  # links
        "Update: the lock was opened again on Friday morning.",  # a lone heading
        "The lock was opened - Friday was too late.",  # a dash within a sentence
    ],
)
def test_other_colons_and_dashes_name_nobody(text: str) -> None:
    """Lists, headings and dashes have the marks but not the shape."""
    assert speaker_lines(words_of(text)) == []


def test_a_cue_without_content_gets_one_of_two() -> None:
    """A piece that points at two cues nearly alike goes to the one that has nothing else; one that points elsewhere stays."""
    said, warned = (1, 2), (6, 7)
    groups = {said: Group(cue=[said], content=[(2, 5), (7, 9)]), warned: Group(cue=[warned])}
    share_contents(groups, {(2, 5): {said: -0.1, warned: -9.0}, (7, 9): {said: -0.4, warned: -1.1}})
    assert groups[said].content == [(2, 5)] and groups[warned].content == [(7, 9)]
    alone = {said: Group(cue=[said], content=[(2, 5), (7, 9)]), warned: Group(cue=[warned])}
    share_contents(alone, {(2, 5): {said: -0.1, warned: -9.0}, (7, 9): {said: -0.1, warned: -4.0}})
    assert alone[said].content == [(2, 5), (7, 9)]


def test_a_quotation_floats_back_rather_than_ahead(tagger: AttributionTagger) -> None:
    """A quotation alone in its paragraph is not given to a later speaker who has one of their own."""
    text = "Mona Teller said the dyke had held.\n\n“It will not hold twice.”\n\n“Ask the engineers,” said Ivar Quist."
    (found,) = [a for a in tagger(_document(text)) if any("hold twice" in s.of(text) for s in a.content)]
    assert found.source[0].of(text) == "Mona Teller"


@pytest.mark.parametrize(
    ("score", "kind", "given"), [(0.9, "indirect", True), (0.1, "indirect", False), (0.1, "direct", True), (None, "headline", True)]
)  # fmt: skip
def test_the_least_sure_are_not_given(score: float | None, kind: str, given: bool) -> None:
    """What is more likely wrong than right is left out, but no quotation is."""
    made = Attribution(id="a1", source=(), cue=(), content=(Span(0, 4),), kind=kind, score=score)
    assert is_likely(made) is given


def test_a_score_is_a_probability(tagger: AttributionTagger) -> None:
    """Plain statements are held to be right with a probability near one; every score lies between 0 and 1."""
    scores = [a.score for text, *_ in CASES for a in tagger(_document(text))]
    assert all(score is not None and 0.5 < score < 1 for score in scores)


def test_every_piece_begins_and_ends() -> None:
    """The best lawful path begins a piece before it goes on with it and ends it with the text, however sure the network is."""
    scores = np.log(np.full((3, 13), 1e-4, dtype=np.float32))
    scores[:, 10] = 0.0  # every word says "inside content"
    path = best_labels(scores)
    assert path == [9, 10, 11] and pieces_of(path) == [("content", (0, 3))]


def test_a_word_alone_is_a_piece() -> None:
    """Two single words side by side stay two pieces."""
    scores = np.log(np.full((2, 13), 1e-4, dtype=np.float32))
    scores[:, 8] = 0.0
    assert pieces_of(best_labels(scores)) == [("cue", (0, 1)), ("cue", (1, 2))]
