"""What the rules for names look at: tokens with the model's opinion, sentence numbers, and which lines are in title case."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.gazetteer import Gazetteer
from firsthand.parse.model import Word
from firsthand.records import Article, Span, Spans, Token

VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# What follows one of these is no subject; words that also open a clause ("after", "since") are left out.
PREPOSITIONS = frozenset(
    "of in at on by from with to near into between under through across against among around behind beside outside inside "
    "within towards toward via about over during despite upon alongside".split()
)
# Cues that may stand before their subject ("said Ada Lund"), and those by which a subject speaks.
INVERTED = frozenset("say add warn claim write report announce explain recall insist admit ask reply note joke".split())
SAYING = INVERTED | frozenset(
    "tell state declare confirm deny acknowledge concede argue maintain stress reveal disclose quote cite describe predict estimate "
    "believe think hope expect fear promise pledge vow accuse call urge blame suggest complain conclude testify respond answer "
    "refuse decline reject dismiss tweet post observe remark comment speak".split()
)


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
    is_noun: Callable[[str], bool]
    quoted: frozenset[int]

    def is_spoken(self, sentence: int) -> bool:
        """Says whether a sentence stands in quotation marks from its first word to its last."""
        first = bisect_left(self.sentence_of, sentence)
        last = bisect_left(self.sentence_of, sentence + 1)
        return all(index in self.quoted for index in range(first, last) if self.tokens[index].text[0].isalnum())

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

    def begins(self, index: int) -> bool:
        """Says whether a token is the first word of its sentence; a quotation mark or a time of day before it does not count."""
        while self.same_sentence(index - 1, index) and not self.tokens[index - 1].text[0].isalpha():
            index -= 1
        return not self.same_sentence(index - 1, index)

    def is_subject(self, first: int, last: int) -> bool:
        """Says whether the words look like the subject of a verb: a verb follows (adverbs between them), or an inverted cue precedes."""
        return self.verb_of(first, last) is not None

    def speaks(self, first: int, last: int) -> bool:
        """Says whether the words are the subject of a verb of saying ("Ada Lund told", "said Ada Lund")."""
        verb = self.verb_of(first, last)
        return verb is not None and self._says(verb)

    def verb_of(self, first: int, last: int) -> int | None:
        """Gives the verb of which the words at first to last - 1 are the subject."""
        if self.hangs(first):
            return None
        start = _behind_apposition(self, last)
        for index in range(start, min(start + 3, len(self.tokens))):
            if not self.same_sentence(index, first):
                break
            if self.tokens[index].tag in VERB_TAGS:
                if self.tokens[index].tag == "VBN":
                    break
                return index
            if self.tokens[index].pos not in ("ADV", "PUNCT") or self.tokens[index].text in ".;:":
                break
        before = first - 1
        while self.same_sentence(before, first) and self.tokens[before].tag in ("DT", "PRP$", "JJ", "NN", "NNP"):
            before -= 1
        cue = self.same_sentence(before, first) and self.tokens[before].lemma in INVERTED
        return before if cue else None

    def hangs(self, first: int) -> bool:
        """Says whether the words hang on a preposition ("in eastern Norland"): then what follows is said of something before them."""
        before = first - 1
        while self.same_sentence(before, first) and self.tokens[before].tag in ("DT", "JJ", "PRP$"):
            before -= 1
        return self.lower(before, first) in PREPOSITIONS

    def _says(self, verb: int) -> bool:
        for index in range(verb, min(verb + 4, len(self.tokens))):
            if self.tokens[index].lemma in SAYING:
                return True
            if self.tokens[index].pos not in ("AUX", "ADV", "PART"):
                break
        return False


def _behind_apposition(view: View, last: int) -> int:
    """Gives the token after ", 52," or ", an owner of boats," where such words stand between a subject and its verb, else `last`."""
    if not (view.same_sentence(last, last - 1) and view.tokens[last].text == ","):
        return last
    if view.tokens[min(last + 1, len(view.tokens) - 1)].tag not in ("DT", "CD", "PRP$", "NN", "JJ"):
        return last
    for index in range(last + 1, last + 12):
        if not view.same_sentence(index, last) or view.tokens[index].tag in VERB_TAGS:
            return last
        if view.tokens[index].text == ",":
            return index + 1
    return last


def make_view(
    article: Article,
    sentences: Spans,
    placed: Sequence[tuple[int, Word]],
    tokens: tuple[Token, ...],
    gazetteer: Gazetteer,
    is_noun: Callable[[str], bool],
) -> View:
    """Gives the view of an article's placed words."""
    sentence_of = tuple(index for index, _ in placed)
    labels = tuple((word.label, word.begins) for _, word in placed)
    return View(
        article,
        sentences,
        tokens,
        sentence_of,
        labels,
        _title_case(tokens, sentence_of),
        gazetteer,
        is_noun,
        _quoted(article, tokens),
    )


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


def _quoted(article: Article, tokens: tuple[Token, ...]) -> frozenset[int]:
    """Gives the tokens inside double quotation marks, block by block."""
    inside: set[int] = set()
    depth = 0
    block_ends = [block.span.end for block in article.blocks]
    at = 0
    for index, token in enumerate(tokens):
        while at < len(block_ends) and token.start >= block_ends[at]:
            at, depth = at + 1, 0
        if token.text in ("“", "«", "``"):
            depth = 1
        elif token.text in ("”", "»", "''"):
            depth = 0
        elif token.text == '"':
            depth = 1 - depth
        elif depth:
            inside.add(index)
    return frozenset(inside)
