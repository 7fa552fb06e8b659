"""Who speaks in a paper: "the petition says" after "three keepers complain in a petition" are the keepers."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.claims.asked import POST
from firsthand.claims.lexicon import DOCUMENT
from firsthand.claims.turn import REACH, Turn
from firsthand.claims.view import Line
from firsthand.records import Speaker


def author_of(turn: Turn, noun: str) -> Speaker | None:
    """Gives who spoke in the paper that now speaks: "it says" and "the petition says" after "three keepers complain in a petition"."""
    if noun not in DOCUMENT and noun != "it":
        return None
    spoken = [m for m in turn.before if m[1] is not None and m[0].attributed]
    for draft, who, _ in spoken[: 1 if noun == "it" else 4]:
        if turn.draft.line - draft.line > REACH or draft.kind == "headline":
            return None
        line = turn.view.lines[draft.line]
        source = draft.source[0] if draft.source else None
        if who is None or source is None or who.kind == "document":
            continue
        inside = set(line.places_in((*draft.content, source)))
        papers = [
            k for k in range(1, len(line.tokens))
            if k not in inside and line.lemma(k) in DOCUMENT - _SPOKEN and line.tag(k) == "NN" and (line.word(_article(line, k) - 1) in _IN_PAPER or line.word(_article(line, k) - 2) == "according")
        ]  # fmt: skip
        if any(noun in ("it", "document", line.lemma(k)) for k in papers):
            return replace(who, why=(*who.why, f"{turn.words}: whose words these were before"))
    return None


_SPOKEN = frozenset(
    "survey poll study census interview speech talk call deal agreement order declaration testimony lecture".split()
)
_IN_PAPER = frozenset("in by through with via".split())


def _article(line: Line, k: int) -> int:
    """Gives the article of a noun: "a" of "a voice note"."""
    while k > 0 and line.tag(k - 1).startswith(("NN", "JJ", "VBN", "HYPH", "CD")):
        k -= 1
    return k - 1 if line.tag(k - 1) in ("DT", "PRP$") else k


def papers_in(source: str) -> frozenset[str]:
    """Gives the words for papers in a source before its first comma: "draft" and "report" of "a draft report", whatever follows."""
    return frozenset(w for w in source.split(",")[0].lower().split() if w in DOCUMENT)


def head_noun(source: str) -> str:
    """Gives the noun that a source's words are headed by: "dossier" of "a tracking dossier compiled by the Bay Group"."""
    post = POST.search(source)
    words_ = (source[: post.start()] if post and post.start() else source).split()
    while len(words_) > 2 and re.search(r"(?:ed|en|wn)$", words_[-1]):
        words_.pop()
    return words_[-1].lower() if words_ else ""
