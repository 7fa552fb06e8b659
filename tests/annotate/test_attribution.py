"""Who said what, as the tagger sees it: the outermost attribution, its spans exact, the same on every run."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.annotate.attribution import AttributionTagger
from firsthand.annotate.attribution.decode import best_labels, pieces_of
from firsthand.annotate.attribution.network import cut
from firsthand.annotate.attribution.words import CLOSES, INSIDE, OPENS, OUTSIDE, words_of
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


@pytest.mark.parametrize("text", ["", "   \n ", "…", '"""" “” ”“', "a" * 5000, "“Never closed, said nobody " * 40])
def test_odd_text_gives_no_error(tagger: AttributionTagger, text: str) -> None:
    """Blank, endless and badly quoted text is read without complaint, and spans stay inside it."""
    document = _document(text or " ") if text.strip() else None
    if document is not None:
        assert all(0 <= s.start < s.end <= len(text) for a in tagger(document) for s in a.content)
    else:
        assert words_of(text).spans == []


def test_quotation_states_start_anew_with_every_line() -> None:
    """A mark that nobody closed ends with its line; a straight mark opens or closes by its blanks."""
    words = words_of('"one\n two "three" four')
    states = {words.of(i): int(words.features[i, 2]) for i in range(len(words))}
    assert (states["one"], states["two"], states["three"], states["four"]) == (INSIDE, OUTSIDE, INSIDE, OUTSIDE)
    assert [int(s) for s in words.features[:, 2] if s in (OPENS, CLOSES)] == [OPENS, OPENS, CLOSES]


def test_labels_never_go_inside_without_a_beginning() -> None:
    """The best lawful path begins a piece before it goes on with it, however sure the network is."""
    scores = np.log(np.full((3, 7), 1e-4, dtype=np.float32))
    scores[:, 6] = 0.0  # every word says "inside content"
    path = best_labels(scores)
    assert pieces_of(path) == [("content", (0, 3))] and path[0] == 5


def test_windows_own_every_word_once() -> None:
    """Windows cover the text without gap or overlap in what they own, and see a little more."""
    first = np.arange(0, 2001, 2)
    windows = cut(first, list(range(0, 1000, 11)))
    owned = [w for _, start, end, _ in windows for w in range(start, end)]
    assert owned == list(range(1000))
    assert all(a <= b and d <= e for a, b, d, e in windows)
