"""What kind of block a paragraph is once it is known to be near the article, and the credits it holds."""

from __future__ import annotations

import re

from firsthand.article.byline import is_by_line
from firsthand.article.lines import WEAK, comment_count, credit, furniture, is_correction, original_source
from firsthand.article.pieces import Fact, Piece
from firsthand.article.stamps import label_date

# "HALDRIN, Marenia, May 3 (Polaris Wire) — The …": the agency whose words these are, before the first sentence.
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.'’ÀÉ/-]*[, ]+){1,6}(?:\w{3,9}\.? \d{1,2},? ?(?:\d{4})?,? ?)?(?:[(/](?P<name>[A-Z][\w .&'’-]{1,40}?)[)/])\s*(?:[-–—:.]|\s)"
)
_DATELINE_AFTER_STOP = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}, \w{3,9}\.? \d{1,2}\. /(?P<name>[A-Z][\w .&'’-]{1,40})/\."
)
_TAIL_AGENCY = re.compile(
    r"(?<=[.!?”\"’])\s*[(\[](?P<name>[A-Z][A-Za-z]{1,14}(?:[ /,&-]+[A-Z][A-Za-z]{1,14}){0,3})[)\]]$"
)
_SENTENCES = re.compile(r"[.!?…][\"”’')\]]*(?:\s+(?=[A-Z\"“‘'(\d])|$)")


def classify(text: str, *, at_edge: bool = True, is_marked_up: bool = False) -> Piece | None:
    """Gives the piece a line of the article makes by its words, or None for furniture.

    `at_edge` says that no prose stands before it, or none after: only there is a short line a credit, a byline or a date rather
    than a fragment of the story. `is_marked_up` says that the page's markup has it among the article's paragraphs.
    """
    if span := original_source(text):
        return Piece("note", text, facts=[Fact("original_source", "tail line", *span)])
    if is_correction(text):
        return Piece("note", text, facts=[Fact("note", "correction line", 0, len(text))])
    if at_edge and (found := credit(text)):
        return Piece("credit", text, facts=[Fact("credit", found[0], found[1], found[2])])
    if comment_count(text) is not None or (at_edge and is_byline_or_date(text)):
        return None
    rule = furniture(text)
    if rule is None or (rule in WEAK and is_marked_up and not at_edge):
        return Piece("body", text, facts=_inline_credits(text))
    return None


def is_byline_or_date(text: str) -> bool:
    """Says whether a line only names the writer or the day."""
    if is_by_line(text):
        return True
    found = label_date(text)
    return (
        found is not None
        and found[2]
        and len(text) < 90
        and len(_SENTENCES.findall(text)) < 2
        and not text.endswith(".")
    )


def sentences_in(text: str) -> int:
    """Gives about how many sentences a paragraph holds."""
    return len(_SENTENCES.findall(text))


def _inline_credits(text: str) -> list[Fact]:
    """Gives the agencies named in a dateline or in brackets behind the last sentence."""
    facts = []
    for pattern, where in (
        (_DATELINE, "dateline"),
        (_DATELINE_AFTER_STOP, "dateline"),
        (_TAIL_AGENCY, "end of paragraph"),
    ):
        if match := pattern.search(text):
            facts.append(Fact("credit", where, *match.span("name")))
    return facts[:1]
