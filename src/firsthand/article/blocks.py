"""The blocks of a web page's article: which paragraphs around the chosen ones belong to it, and what each of them is."""

from __future__ import annotations

import re

from firsthand.article.byline import is_byline
from firsthand.article.choose import reads_as_prose
from firsthand.article.kinds import classify
from firsthand.article.lines import LONE_NUMBER, furniture
from firsthand.article.paragraphs import Paragraph
from firsthand.article.pieces import Fact, Facts, Piece
from firsthand.article.sheet import Sheet

_STANDFIRST_MARK = re.compile(
    r"\b(?:stand-?first|dek|deck|sub-?head(?:line|ing)?|sub-?title|article[-_]{1,2}(?:summary|intro|lead|deck|description|subtitle|excerpt)|(?:post|entry|story|page)[-_]{1,2}(?:summary|intro|subtitle|excerpt|deck)|summary|chapo|lede|lead-?text|strap(?:line)?|vorspann|sottotitolo|entradilla)\b"
)
_CAPTION_MARK = re.compile(
    r"\b(?:wp-caption(?:-text|-dd)?|image-?caption|photo-?caption|caption(?:-?text)?|img-?caption|media-?caption|figcaption|gallery-caption|cutline|image-credit|photo-credit)\b"
)
_TAIL = 14  # paragraphs after the last one in which credits and corrections are looked for
_REPEATS = 4  # pieces back in which the same words again are a pull quote or a second layout
_MIN_ALT_WORDS = 4
_BOXES = ("nav", "footer", "aside", "form", "button", "label", "dialog")


def first_body(sheet: Sheet) -> int:
    """Gives the index of the article's first paragraph of prose (0 when there is none)."""
    prose = (i for i in sheet.kept if reads_as_prose(sheet.paragraphs[i]))
    return next(prose, sheet.kept[0] if sheet.kept else 0)


def pieces_of(sheet: Sheet, facts: Facts) -> list[Piece]:
    """Gives the article's blocks in order: headline, standfirst, then body, captions, credits and notes as they stand."""
    if not sheet.kept:
        return []
    paragraphs, kept = sheet.paragraphs, set(sheet.kept)
    heading = heading_of(sheet, facts.title)
    first, last = first_body(sheet), sheet.kept[-1]
    start = heading + 1 if 0 <= heading < first else sheet.kept[0]
    end = _story_end(sheet)
    standfirst = _standfirst(sheet, start, first)
    pieces: list[Piece] = []
    sources: list[Paragraph] = []
    recent = [facts.title or ""]
    for i in range(start, min(len(paragraphs), last + 1 + _TAIL)):
        paragraph = paragraphs[i]
        if i == heading or paragraph.text in recent[-_REPEATS:]:
            continue
        piece = _piece(
            paragraph,
            i in kept,
            i == standfirst,
            is_between=i <= last,
            at_edge=i < first or i > end,
        )
        if piece is None:
            continue
        piece.links = [(a.url, a.start, a.end) for a in paragraph.anchors]
        recent.append(piece.text)
        pieces.append(piece)
        sources.append(paragraph)
    return _in_order(_trimmed(pieces, sources), facts)


def _trimmed(pieces: list[Piece], paragraphs: list[Paragraph]) -> list[Piece]:
    """Drops what trails behind the last paragraph of the story: lists of links, and headings over nothing."""
    end = len(pieces)
    while end > 1 and pieces[end - 1].kind == "body" and _is_trailing(paragraphs[end - 1]):
        end -= 1
    return pieces[:end]


def _is_trailing(paragraph: Paragraph) -> bool:
    return (paragraph.link_share > 0.4 or paragraph.tag in ("h1", "h2", "h3", "h4", "h5", "h6")) and not reads_as_prose(
        paragraph
    )


def _piece(
    paragraph: Paragraph, is_kept: bool, is_standfirst: bool, *, is_between: bool, at_edge: bool
) -> Piece | None:
    text = paragraph.text
    if is_standfirst:
        return Piece("standfirst", text)
    if _is_caption(paragraph):
        if not is_between or furniture(text) or (paragraph.tag == "img" and not _is_description(text)):
            return None
        where = "img alt" if paragraph.tag == "img" else "figcaption"
        return Piece("caption", text, facts=[Fact("caption", where, 0, len(text))])
    if paragraph.inside(*_BOXES) and not is_kept:
        return None
    if is_kept and at_edge and (is_byline(paragraph) or LONE_NUMBER.fullmatch(text)):
        return None
    piece = classify(text, at_edge=at_edge, is_marked_up=is_kept)
    if piece is None or is_kept:
        return piece
    is_site_footer = any(fact.where == "copyright agency" for fact in piece.facts)
    return None if piece.kind == "body" or is_site_footer else piece


def _story_end(sheet: Sheet) -> int:
    """Gives the index of the story's last paragraph of prose: credits, corrections and the site's own lines are none of it."""
    for i in reversed(sheet.kept):
        if reads_as_prose(sheet.paragraphs[i]):
            piece = classify(sheet.paragraphs[i].text)
            if piece is not None and piece.kind == "body":
                return i
    return sheet.kept[-1]


def _is_caption(paragraph: Paragraph) -> bool:
    return (
        paragraph.tag == "img"
        or paragraph.inside("figcaption")
        or _CAPTION_MARK.search(" ".join(paragraph.marks[:2])) is not None
    )


def _is_description(alt: str) -> bool:
    """Says whether an image's alternative text describes a picture, rather than naming a file, a logo or a person."""
    return len(alt.split()) >= _MIN_ALT_WORDS and not re.search(
        r"\.(?:jpe?g|png|gif|webp)\b|\blogo\b|\bicon\b|\bavatar\b|\bbanner\b|https?:", alt, re.I
    )


def heading_of(sheet: Sheet, title: str | None) -> int:
    """Gives the index of the paragraph that shows the title, the last one before the body; -1 when none does."""
    if not title:
        return -1
    first = first_body(sheet)
    exact = [
        i
        for i, p in enumerate(sheet.paragraphs[: first + 30])
        if p.tag != "img" and p.text == title and p.tag[0] == "h"
    ]
    near = [
        i
        for i, p in enumerate(sheet.paragraphs[: first + 1])
        if p.tag in ("h1", "h2") and title in p.text and len(p.text) < 2 * len(title)
    ]
    found = [i for i in exact or near if i <= first] or exact
    return found[-1] if found else -1


def _standfirst(sheet: Sheet, start: int, first: int) -> int:
    """Gives the index of the paragraph that sums the story up, where the page marks one; -1 else."""
    described = {
        words
        for name in ("description", "og:description", "twitter:description")
        for words in sheet.metas.get(name, [])
    }
    for i in range(start, min(first + 2, len(sheet.paragraphs))):
        paragraph = sheet.paragraphs[i]
        if (
            len(paragraph.text) < 25
            or paragraph.link_share > 0.4
            or paragraph.inside(*_BOXES)
            or _is_caption(paragraph)
        ):
            continue
        if furniture(paragraph.text) or is_byline(paragraph):
            continue
        own = paragraph.marks[1] if len(paragraph.marks) > 1 else ""
        outer = " ".join(paragraph.marks[:3])
        if _STANDFIRST_MARK.search(own) or (i < first and _STANDFIRST_MARK.search(outer)):
            return i
        if paragraph.text in described and not _is_like_next(sheet, i):
            return i
        if i <= first and paragraph.is_bold and len(paragraph.text) >= 80 and not _is_like_next(sheet, i):
            return i
    return -1


def _is_like_next(sheet: Sheet, index: int) -> bool:
    """Says whether the page treats a paragraph as the one after it: then it is the story's lead and no standfirst."""
    following = next((p for p in sheet.paragraphs[index + 1 :] if reads_as_prose(p)), None)
    this = sheet.paragraphs[index]
    return following is not None and (this.tags, this.marks, this.is_bold) == (
        following.tags,
        following.marks,
        following.is_bold,
    )


def _in_order(pieces: list[Piece], facts: Facts) -> list[Piece]:
    headline = [Piece("headline", facts.title)] if facts.title else []
    standfirst = [piece for piece in pieces if piece.kind == "standfirst"]
    return headline + standfirst + [piece for piece in pieces if piece.kind != "standfirst"]
