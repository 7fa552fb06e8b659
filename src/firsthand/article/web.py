"""A web page as an article: which paragraphs are its story, what each of them is, and what the page says of itself."""

from __future__ import annotations

import re
from typing import Any

from firsthand.article import names, stamps
from firsthand.article.choose import choose, reads_as_prose
from firsthand.article.kinds import classify
from firsthand.article.language import language_of
from firsthand.article.lines import LONE_NUMBER, comment_count, credit, furniture, is_correction
from firsthand.article.paragraphs import Paragraph
from firsthand.article.pieces import Fact, Facts, Piece, join
from firsthand.article.sheet import Sheet, host_of
from firsthand.article.tree import parse
from firsthand.records import Article, Evidence, Omission, Page

_STANDFIRST_MARK = re.compile(
    r"\b(?:stand-?first|dek|deck|sub-?head(?:line|ing)?|sub-?title|article[-_]{1,2}(?:summary|intro|lead|deck|description|subtitle|excerpt)|(?:post|entry|story|page)[-_]{1,2}(?:summary|intro|subtitle|excerpt|deck)|summary|chapo|lede|lead-?text|strap(?:line)?|vorspann|sottotitolo|entradilla)\b"
)
_CAPTION_MARK = re.compile(
    r"\b(?:wp-caption(?:-text|-dd)?|image-?caption|photo-?caption|caption(?:-?text)?|img-?caption|media-?caption|figcaption|gallery-caption|cutline|image-credit|photo-credit)\b"
)
_COMMENT_MARK = re.compile(r"comment|respond|disqus|replies")
_TAIL = 14  # paragraphs after the last one in which credits and corrections are looked for
_REPEATS = 4  # pieces back in which the same words again are a pull quote or a second layout
_MIN_ALT_WORDS = 4
_BOXES = ("nav", "footer", "aside", "form", "button", "label", "dialog")


def read_web(page: Page, markup: str, row: dict[str, Any], facts: Facts) -> tuple[Article | None, tuple[Omission, ...]]:
    """Gives the article of a page's markup, or an omission that says why there is none. `row` holds what a feed or list says of it."""
    parsed = parse(markup)
    subject = page.url or page.via or page.id
    omissions = tuple(
        Omission(stage="article", subject=subject, reason=f"page {done}", detail=_DONE[done])
        for done in parsed.done
        if done == "cut"
    )
    if parsed.root is None:
        return None, (*omissions, _none(subject, "the page has no elements and no words"))
    choice = choose(parsed.root)
    sheet = Sheet(page.url, parsed.root, choice.paragraphs, parsed.json_ld, choice.kept)
    gather(sheet, row, facts)
    pieces = pieces_of(sheet, facts)
    if not any(piece.kind in ("body", "standfirst") for piece in pieces) or not _has_prose(sheet):
        return None, (*omissions, _none(subject, "no paragraph of the page reads as prose"))
    article = join(page, pieces, facts, f"firsthand/{choice.by}")
    return article, omissions


def _has_prose(sheet: Sheet) -> bool:
    return any(reads_as_prose(sheet.paragraphs[i]) for i in sheet.kept)


def gather(sheet: Sheet, row: dict[str, Any], facts: Facts) -> None:
    """Fills in what the page says of itself: every candidate as evidence, the chosen ones as fields."""
    first = first_body(sheet)
    last = sheet.kept[-1] if sheet.kept else 0
    facts.url = sheet.address
    outlet = list(names.outlets(sheet))
    title = list(names.titles(sheet))
    byline = list(names.bylines(sheet, first))
    host = host_of(sheet.address)
    known = [e.value for e in outlet] + ([host] if host else [])
    facts.outlet = facts.outlet or (outlet[0].value if outlet else None)
    facts.title = facts.title or names.choose_title(title, sheet, known)
    dated = list(stamps.stamps(sheet, heading_of(sheet, facts.title), first, last))
    facts.evidence += [*title, *outlet, *byline, *dated]
    own = {e.value.lower() for e in outlet}
    people = [e for e in byline if e.value.lower() not in own] or byline  # a blog may be named after its writer
    facts.byline = facts.byline or (people[0].value if people else None)
    facts.published = facts.published or stamps.choose_stamp("published", dated)
    facts.modified = facts.modified or stamps.choose_stamp("modified", dated)
    _count_comments(sheet, facts, first)
    body = "\n".join(sheet.paragraphs[i].text for i in sheet.kept)
    if sheet.lang:
        facts.evidence.append(Evidence(name="language", value=sheet.lang, where="html lang"))
    facts.language = language_of(body, sheet.lang)
    if facts.language:
        facts.evidence.append(Evidence(name="language", value=facts.language, where="words"))


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
    if is_kept and at_edge and (names.is_byline(paragraph) or LONE_NUMBER.fullmatch(text)):
        return None
    piece = classify(text, at_edge=at_edge, is_marked_up=is_kept)
    if piece is None or (not is_kept and piece.kind == "body"):
        return None
    return piece


def _story_end(sheet: Sheet) -> int:
    """Gives the index of the story's last paragraph of prose: credits and corrections are none of it."""
    for i in reversed(sheet.kept):
        paragraph = sheet.paragraphs[i]
        if reads_as_prose(paragraph) and not is_correction(paragraph.text) and credit(paragraph.text) is None:
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
        if furniture(paragraph.text) or names.is_byline(paragraph):
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


def _count_comments(sheet: Sheet, facts: Facts, first: int) -> None:
    stated = sheet.node.get("commentCount")
    if isinstance(stated, (int, str)) and str(stated).isdigit():
        facts.evidence.append(Evidence(name="comment_count", value=str(stated), where="json-ld commentCount"))
    for paragraph in sheet.paragraphs:
        count = comment_count(paragraph.text)
        if (
            count is None
            and (match := LONE_NUMBER.fullmatch(paragraph.text))
            and _COMMENT_MARK.search(" ".join(paragraph.marks[:3]))
        ):
            count = int(match.group(1))
        if count is not None and not paragraph.inside("li", "nav"):
            facts.evidence.append(Evidence(name="comment_count", value=str(count), where="visible line"))
            break
    counts = [int(e.value) for e in facts.evidence if e.name == "comment_count"]
    facts.comment_count = counts[-1] if counts else None


_DONE = {"cut": "the page was longer than is read; its end is left out"}


def _none(subject: str, detail: str) -> Omission:
    return Omission(stage="article", subject=subject, reason="no article found", detail=detail)
