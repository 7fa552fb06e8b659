"""Article → Document: sentences, tokens, mentions and coreference, in that order."""

from __future__ import annotations

from itertools import chain

from firsthand.gazetteer import Gazetteer
from firsthand.parse.mentions import coreference, find_mentions
from firsthand.parse.model import Tagger
from firsthand.parse.tokens import place_words, sentences_of, tokens_of
from firsthand.parse.view import make_view
from firsthand.records import Article, Document


class Parser:
    """Gives the document of an article. Built once by `load()`, then called like a function; holds no state between articles."""

    def __init__(self, tagger: Tagger, gazetteer: Gazetteer) -> None:
        self._tagger = tagger
        self._gazetteer = gazetteer

    @classmethod
    def load(cls, gazetteer: Gazetteer | None = None) -> Parser:
        """Gives a parser; raises ModelDamaged when the language model is missing or not the recorded one."""
        return cls(Tagger.load(), gazetteer or Gazetteer.load())

    def __call__(self, article: Article) -> Document:
        """Gives the document; its tokens cover every sentence, its mentions ascend."""
        sentences = sentences_of(article)
        blocks = [block.span for block in article.blocks]
        placed = place_words(chain.from_iterable(self._tagger(article.text, blocks)), sentences)
        tokens, firsts = tokens_of(placed, len(sentences))
        mentions = find_mentions(make_view(article, sentences, placed, tokens, self._gazetteer, self._tagger.is_noun))
        return Document(article=article, sentences=sentences, tokens=tokens, first_tokens=firsts, mentions=mentions,
                        coreference=coreference(mentions))  # fmt: skip
