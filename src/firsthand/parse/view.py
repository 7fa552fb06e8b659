"""What the rules for names look at: tokens with the model's opinion, sentence numbers, and which lines are in title case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.gazetteer import Gazetteer
from firsthand.parse.model import Word
from firsthand.records import Article, Span, Spans, Token

VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class View:
    """One article's tokens. `sentence_of[i]` is the sentence of token i; `labels[i]` the model's label and whether a name begins there."""

    article: Article
    sentences: Spans
    tokens: tuple[Token, ...]
    sentence_of: tuple[int, ...]
    labels: tuple[tuple[str, bool], ...]
    title_case: frozenset[int]
    gazetteer: Gazetteer

    def words(self, first: int, last: int) -> str:
        """Gives the text from token `first` up to, not including, token `last`."""
        return self.article.text[self.tokens[first].start : self.tokens[last - 1].end]

    def span(self, first: int, last: int) -> Span:
        """Gives the span of tokens first to last - 1."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def same_sentence(self, one: int, other: int) -> bool:
        """Says whether two token numbers are valid and lie in one sentence."""
        count = len(self.tokens)
        return 0 <= one < count and 0 <= other < count and self.sentence_of[one] == self.sentence_of[other]

    def lower(self, index: int, near: int) -> str:
        """Gives the small-letter word at `index`, or "" when it is not in the sentence of token `near`."""
        return self.tokens[index].text.lower() if self.same_sentence(index, near) else ""

    def is_subject(self, first: int, last: int) -> bool:
        """Says whether the words look like the subject of a verb: a verb follows (adverbs between them), or an inverted cue precedes."""
        for index in range(last, min(last + 3, len(self.tokens))):
            if not self.same_sentence(index, first):
                break
            if self.tokens[index].tag in VERB_TAGS:
                return self.tokens[index].tag != "VBN"
            if self.tokens[index].pos not in ("ADV", "PUNCT") or self.tokens[index].text in ".;:":
                break
        before = first - 1
        return self.same_sentence(before, first) and self.tokens[before].lemma in (
            "say",
            "add",
            "tell",
            "warn",
            "claim",
            "write",
        )


def make_view(
    article: Article,
    sentences: Spans,
    placed: Sequence[tuple[int, Word]],
    tokens: tuple[Token, ...],
    gazetteer: Gazetteer,
) -> View:
    """Gives the view of an article's placed words."""
    sentence_of = tuple(index for index, _ in placed)
    labels = tuple((word.label, word.begins) for _, word in placed)
    return View(article, sentences, tokens, sentence_of, labels, _title_case(tokens, sentence_of), gazetteer)


def _title_case(tokens: tuple[Token, ...], sentence_of: tuple[int, ...]) -> frozenset[int]:
    """Gives the lines in which nearly all longer words begin with a capital: there a capital says nothing.

    A line that ends in a full stop is prose, however full of names ("Erik Lund met Jana Holt in Porto.").
    """
    counts: dict[int, list[int]] = {}
    last = {sentence: token.text for token, sentence in zip(tokens, sentence_of, strict=True)}
    for token, sentence in zip(tokens, sentence_of, strict=True):
        if token.text.isalpha() and len(token.text) > 3:
            count = counts.setdefault(sentence, [0, 0])
            count[0] += token.text[0].isupper()
            count[1] += 1
    return frozenset(
        sentence
        for sentence, (upper, words) in counts.items()
        if words >= 4 and upper >= 0.75 * words and last[sentence] != "."
    )
