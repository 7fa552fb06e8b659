"""Sentences and tokens of an article: cut block by block, so that no sentence crosses one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from firsthand.parse.model import Word
from firsthand.records import Article, Span, Token
from firsthand.text.sentences import split_sentences

# A credit line or a caption is one statement of the page, however many stops it has.
_WHOLE_BLOCKS = frozenset({"credit", "note", "headline"})
# Characters. Of 100,000 sentences of real pages twelve are longer, all of them lists; what looks for cues and figures inside a sentence
# takes time that grows faster than its length.
_LONGEST_SENTENCE = 1500


def sentences_of(article: Article) -> tuple[Span, ...]:
    """Gives the sentences in order; a block without words gives none."""
    spans: list[Span] = []
    for block in article.blocks:
        if block.kind in _WHOLE_BLOCKS:
            spans.extend(_trimmed(article.text, block.span))
        else:
            spans.extend(
                Span(start, end) for start, end in split_sentences(article.text, block.span.start, block.span.end)
            )
    return tuple(piece for span in spans for piece in _bounded(article.text, span))


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Gives a sentence as it is, or one without end in pieces, cut at blanks where there are any."""
    start = span.start
    while span.end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        cut = next((at for at in range(limit, start, -1) if text[at].isspace()), limit)
        yield Span(start, cut)
        start = next(at for at in range(cut, span.end) if not text[at].isspace())
    yield Span(start, span.end)


def _trimmed(text: str, span: Span) -> list[Span]:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return [Span(start, end)] if start < end else []


def place_words(words: Iterable[Word], sentences: Sequence[Span]) -> list[tuple[int, Word]]:
    """Gives the words of a text, each with the index of its sentence.

    A word that runs over the end of a sentence is cut there ("end.Next" without a blank); blanks at the cut are dropped.
    """
    placed: list[tuple[int, Word]] = []
    index = 0
    for word in words:
        start, end = word.token.start, word.token.end
        while index < len(sentences) and sentences[index].end <= start:
            index += 1
        if index < len(sentences) and sentences[index].start <= start and end <= sentences[index].end:
            placed.append((index, word))
        else:
            placed.extend(_cut(word, sentences, index))
    return placed


def _cut(word: Word, sentences: Sequence[Span], index: int) -> Iterator[tuple[int, Word]]:
    """Gives the pieces of a word that lie in the sentences from `index` on."""
    token = word.token
    while index < len(sentences) and sentences[index].start < token.end:
        low, high = max(token.start, sentences[index].start), min(token.end, sentences[index].end)
        text = token.text[low - token.start : high - token.start]
        if text.strip():
            yield index, word._replace(token=Token(low, high, text, text.lower(), token.pos, token.tag))
        index += 1


def tokens_of(placed: Sequence[tuple[int, Word]], sentences: int) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    """Gives the tokens, and for each sentence the index of its first token."""
    tokens = tuple(word.token for _, word in placed)
    firsts = [len(tokens)] * sentences
    for position in range(len(placed) - 1, -1, -1):
        firsts[placed[position][0]] = position
    for index in range(sentences - 2, -1, -1):
        firsts[index] = min(firsts[index], firsts[index + 1])
    return tokens, tuple(firsts)
