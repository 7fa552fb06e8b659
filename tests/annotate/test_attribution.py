"""Who said what, as the tagger sees it: the outermost attribution, its spans exact, the same on every run."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.annotate.attribution import AttributionTagger
from firsthand.annotate.attribution.decode import best_labels, pieces_of
from firsthand.records import Block, Document, Span
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
