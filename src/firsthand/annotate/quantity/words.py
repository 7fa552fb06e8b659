"""A document seen from its numbers: which token stands where, which sentence holds it, what comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from firsthand.records import Document, Span, Token


class Words:
    """Look-ups by character offset over one document's tokens and sentences."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.lower = document.text.lower()
        self.tokens = document.tokens
        self.starts = [token.start for token in document.tokens]
        self.ends = [token.end for token in document.tokens]
        self.sentences = document.sentences
        self.sentence_starts = [span.start for span in document.sentences]
        self.first_tokens = document.first_tokens
        self.blocks = [block.span.start for block in document.article.blocks]

    def from_offset(self, offset: int) -> int:
        """Gives the index of the first token that starts at the offset or after it."""
        return bisect_left(self.starts, offset)

    def before_offset(self, offset: int) -> int:
        """Gives the index of the last token that ends at the offset or before it (-1: none)."""
        return bisect_right(self.ends, offset) - 1

    def sentence_index(self, offset: int) -> int:
        """Gives the index of the sentence that holds the offset."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def sentence(self, offset: int) -> Span:
        """Gives the sentence that holds the offset."""
        return self.sentences[self.sentence_index(offset)] if self.sentences else Span(0, max(1, len(self.text)))

    def block_index(self, offset: int) -> int:
        """Gives the index of the block (paragraph, headline …) that holds the offset."""
        return bisect_right(self.blocks, offset) - 1

    def token_range(self, start: int, end: int) -> range:
        """Gives the indices of the tokens that lie wholly in a stretch of the text."""
        return range(self.from_offset(start), bisect_right(self.ends, end))

    def next_token(self, offset: int) -> Token | None:
        """Gives the first token at or after the offset in the offset's sentence."""
        index = self.from_offset(offset)
        if index < len(self.tokens) and self.starts[index] < self.sentence(max(0, offset - 1)).end:
            return self.tokens[index]
        return None
