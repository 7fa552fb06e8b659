"""Lemmas and universal parts of speech from words and Penn tags: a table for the tags, the model's own tables for the forms.

The pipeline's matcher-driven component for this costs as much time as tagging itself; a table of the same choices costs nothing.
What needs a syntactic role there (is "have" auxiliary?) is decided here by the form alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_POS_OF_TAG = {
    "_SP": "SPACE", ".": "PUNCT", ",": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", "``": "PUNCT", '""': "PUNCT", "''": "PUNCT",
    ":": "PUNCT", "$": "SYM", "#": "SYM", "SYM": "SYM", "AFX": "ADJ", "CC": "CCONJ", "CD": "NUM", "DT": "DET", "PDT": "DET",
    "WDT": "PRON", "EX": "PRON", "FW": "X", "HYPH": "PUNCT", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "LS": "X",
    "MD": "AUX", "NIL": "X", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "POS": "PART", "PRP": "PRON",
    "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB",
    "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WP": "PRON", "WP$": "DET", "WRB": "SCONJ", "ADD": "X",
    "NFP": "PUNCT", "GW": "X", "XX": "X", "BES": "VERB", "HVS": "VERB",
}  # fmt: skip
_AUXILIARIES = frozenset(
    [
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "'s",
        "'re",
        "'m",
        "’s",
        "’re",
        "’m",
        "have",
        "has",
        "had",
        "'ve",
        "'d",
        "’ve",
        "’d",
        "do",
        "does",
        "did",
    ]
)
_MARKERS = frozenset(
    [
        "that",
        "if",
        "because",
        "while",
        "since",
        "so",
        "whether",
        "although",
        "though",
        "unless",
        "once",
        "till",
        "until",
        "lest",
        "whereas",
    ]
)
_INDEFINITE = frozenset(
    [
        "something",
        "anyone",
        "anything",
        "nothing",
        "someone",
        "everything",
        "everyone",
        "everybody",
        "nobody",
        "somebody",
        "anybody",
    ]
)
_FORMS = {
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "is": "be", "are": "be", "was": "be", "were": "be",
    "am": "be", "been": "be", "being": "be", "has": "have", "had": "have", "'ve": "have", "’ve": "have", "having": "have",
    "does": "do", "did": "do", "done": "do", "doing": "do",
}  # fmt: skip
_MODALS = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "sha": "shall", "'d": "would", "’d": "would"}
_PRONOUNS = {"me": "i", "him": "he", "them": "they", "us": "we", "whom": "who"}
_NEGATIONS = {"n't": "not", "n’t": "not", "nt": "not"}
_CACHE_LIMIT = 500_000
_TABLE_OF_POS = {"NOUN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv"}


def pos_of(word: str, tag: str) -> str:
    """Gives the universal part of speech of a lower-cased word that was given this Penn tag.

    >>> pos_of("would", "MD"), pos_of("was", "VBD"), pos_of("because", "IN")
    ('AUX', 'AUX', 'SCONJ')
    """
    if tag.startswith("VB") and word in _AUXILIARIES:
        return "AUX"
    if tag == "IN" and word in _MARKERS:
        return "SCONJ"
    if tag == "RB" and (word in _NEGATIONS or word == "not"):
        return "PART"
    if tag == "NN" and word in _INDEFINITE:
        return "PRON"
    return _POS_OF_TAG.get(tag, "X")


class Lemmatizer:
    """Gives the universal part of speech and the lower-cased dictionary form of a word, from exception, ending and word-list tables; called
    with word and Penn tag.

    `tables` maps "exc", "rules" and "index" to what the model package calls lemma_exc, lemma_rules and lemma_index.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._exceptions, self._rules, self._known = tables["exc"], tables["rules"], tables["index"]
        self._cache: dict[tuple[str, str], tuple[str, str]] = {}

    def __call__(self, word: str, tag: str) -> tuple[str, str]:
        found = self._cache.get((word, tag))
        if found is None:
            if len(self._cache) >= _CACHE_LIMIT:
                self._cache.clear()
            lower = word.lower()
            found = self._cache[word, tag] = (pos_of(lower, tag), self._lemma(lower, tag))
        return found

    def is_noun(self, word: str) -> bool:
        """Says whether a lower-cased word is a noun of the dictionary, in the singular or the plural."""
        return word in self._known["noun"] or self._from_tables(word, "noun") in self._known["noun"]

    def _lemma(self, word: str, tag: str) -> str:
        fixed = _fixed(word, tag)
        if fixed is not None:
            return fixed
        if tag in ("NN", "NNP", "VB", "VBP", "JJ", "RB"):
            return word
        table = _TABLE_OF_POS.get(pos_of(word, tag))
        return self._from_tables(word, table) if table else word

    def _from_tables(self, word: str, table: str) -> str:
        exceptions = self._exceptions[table].get(word)
        if exceptions:
            return str(exceptions[0])
        known = self._known[table]
        guesses = [word[: len(word) - len(old)] + new for old, new in self._rules[table] if old and word.endswith(old)]
        for guess in guesses:
            if guess in known:
                return str(guess)
        return word if word in known or not guesses else str(guesses[0])


def _fixed(word: str, tag: str) -> str | None:
    """Gives the lemma of a word whose form is closed (auxiliaries, pronouns, contractions), or None."""
    if tag == "POS" or tag.startswith("NNP"):
        return word
    if tag == "MD":
        return _MODALS.get(word, word)
    if tag.startswith("VB"):
        return "have" if word in ("'d", "’d") else _FORMS.get(word)
    if tag == "PRP":
        return _PRONOUNS.get(word, word)
    return _NEGATIONS.get(word)
