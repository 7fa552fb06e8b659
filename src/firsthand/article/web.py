"""A web page as an article: which paragraphs are its story, what each of them is, and what the page says of itself."""

from __future__ import annotations

import re

from firsthand.article import names, stamps
from firsthand.article.blocks import first_body, heading_of, pieces_of
from firsthand.article.byline import bylines
from firsthand.article.choose import choose, reads_as_prose
from firsthand.article.language import language_of
from firsthand.article.lines import LONE_NUMBER, comment_count
from firsthand.article.pieces import Facts, join
from firsthand.article.sheet import Sheet, host_of
from firsthand.article.tree import parse
from firsthand.records import Article, Evidence, Omission, Page

_COMMENT_MARK = re.compile(r"comment|respond|disqus|replies")


def read_web(page: Page, markup: str, facts: Facts) -> tuple[Article | None, tuple[Omission, ...]]:
    """Gives the article of a page's markup, or an omission that says why there is none.

    `facts` holds what is known beforehand (a feed's or a list's fields): that stands, and the page fills in the rest.
    """
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
    gather(sheet, facts)
    pieces = pieces_of(sheet, facts)
    if not any(piece.kind in ("body", "standfirst") for piece in pieces) or not _has_prose(sheet):
        return None, (*omissions, _none(subject, "no paragraph of the page reads as prose"))
    article = join(page, pieces, facts, f"firsthand/{choice.by}")
    return article, omissions


def _has_prose(sheet: Sheet) -> bool:
    return any(reads_as_prose(sheet.paragraphs[i]) for i in sheet.kept)


def gather(sheet: Sheet, facts: Facts) -> None:
    """Fills in what the page says of itself: every candidate as evidence, the chosen ones as fields."""
    first = first_body(sheet)
    last = sheet.kept[-1] if sheet.kept else 0
    facts.url = sheet.address
    outlet = list(names.outlets(sheet))
    title = list(names.titles(sheet))
    byline = list(bylines(sheet, first))
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
    _count_comments(sheet, facts)
    body = "\n".join(sheet.paragraphs[i].text for i in sheet.kept)
    if sheet.lang:
        facts.evidence.append(Evidence(name="language", value=sheet.lang, where="html lang"))
    facts.language = facts.language or language_of(body, sheet.lang)
    if facts.language:
        facts.evidence.append(Evidence(name="language", value=facts.language, where="words"))


def _count_comments(sheet: Sheet, facts: Facts) -> None:
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
    if facts.comment_count is None and counts:
        facts.comment_count = counts[-1]


_DONE = {"cut": "the page was longer than is read; its end is left out"}


def _none(subject: str, detail: str) -> Omission:
    return Omission(stage="article", subject=subject, reason="no article found", detail=detail)
