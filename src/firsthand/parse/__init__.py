"""Article → Document: sentences, tokens, mentions and coreference."""

from firsthand.parse.parser import Parser

__all__ = ["Parser"]
