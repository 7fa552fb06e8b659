"""Who a page says wrote it: every byline with the place it was read from, and what makes a line a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.article import jsonld
from firsthand.article.dates import span_of_date
from firsthand.article.paragraphs import Paragraph
from firsthand.article.sheet import Sheet, tidy
from firsthand.article.stamps import label_date
from firsthand.records import Evidence

_BYLINE_MARK = re.compile(
    r"(?:^|\s)(?:[\w-]*[_-])?(?:by-?line|author|auteur|autor|writer|contributor|reporter|posted-?by|written-?by|vcard|fn|by)(?:[-_]{1,2}(?:name|names|s|link|info|text|wrapper|block|container|line))?(?=\s|$)"
)
_AUTHOR_MARK = re.compile(
    r"\b(?:by-?line|author|auteur|autor|writer|contributor|reporter|posted-?by|written-?by|vcard|fn|by)(?:[-_]*(?:name|s|link|info|names|text))?\b"
)
_NOT_BYLINE_MARK = re.compile(
    r"bio|comment|related|about|avatar|desc|social|follow|widget|(?<!post-)(?<!article-)(?<!entry-)footer|sidebar|more|title-?author"
)
_NAME_FIRST = re.compile(
    r"(?P<names>[A-ZÀ-Þ][\w.'’-]+(?: (?:de|van|von|der|al|bin|di|la|le) ?| )(?:[A-ZÀ-Þ][\w.'’-]* ?){1,3}?)\s*[|,·•–-]?\s*(?:(?i:published|posted|updated)\b|\d)"
)
_SOURCE_MARK = re.compile(r"(?:^|\s)(?:[\w-]*[_-])?(?:src|source|agency|provider)(?=\s|$)")
_BY = re.compile(
    r"^\W*(?:(?:story|words|text|article|posted|written|published|reported|authored|created|contributed)\s+)?(?:by|von|par|por|di|av|door)[\s:]+(?P<names>\S.{1,120}?)\s*$",
    re.I,
)
_AUTHOR_LABEL = re.compile(r"^\W*(?:author|writer|reporter)s?\s*:\s*(?P<names>\S.{1,120}?)\s*$", re.I)
_AFTER_NAME = re.compile(
    r"\s*(?:\||•|·|//|\bon\s+(?=\w+ \d)|\bat\s+\d|\b(?:published|updated|posted|publié|veröffentlicht|aktualisiert|publicado|last|modified|reviewed|edited|medically|fact[- ]checked)\b|[-–—]\s+(?=\w+\.? \d)|,?\s*\b\d{1,2}[ ./-]\w+[ ./-]\d{2,4}|,?\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d).*$",
    re.I,
)
_ADDRESS = re.compile(r"\s*[(<]?\S+@\S+[)>]?")
_LOGIN = re.compile(r"(?=\S*[a-z])[a-z0-9_-]*(?:\d[a-z0-9_]*|\.[a-z0-9_.]+)|[a-z]+-[a-z]+|\w+(?:\.\w+){2,}")
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|by|people|staff|profiles?|contributors?|writers?|journalists?|reporters?|user|team)/[\w.-]+/?(?:$|\?)|[?&]author=",
    re.I,
)
_LABEL_ALONE = re.compile(
    r"\W*(?:(?:written|posted|published|article|story|words|text|reported|authored) by|by|authors?|writers?)\W*", re.I
)
_NO_NAME = re.compile(
    r"^(?:admin(?:istrator)?|editor|editors|webmaster|author|authors|user|unknown|none|null|staff|anonymous|guest|root|blog|wordpress|test|n/?a|default|true|false|by|follow.*|view all.*|more.*|all posts.*|the author|written by|about the author|posted by|share.*|https?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\W*)$",
    re.I,
)


def bylines(sheet: Sheet, first_body: int) -> Iterator[Evidence]:
    """Yields who the page says wrote it, the surest place first."""
    if people := [
        n
        for name in jsonld.names(sheet.node.get("author") or sheet.node.get("creator"), sheet.nodes)
        if (n := clean_name(name))
    ]:
        yield Evidence(name="byline", value=_listed(people), where="json-ld author")
    for name in (
        "parsely-author",
        "author",
        "article:author",
        "dc.creator",
        "sailthru.author",
        "article:author_name",
        "citation_author",
        "byl",
        "og:author",
        "twitter:data1",
    ):
        values = [n for value in sheet.metas.get(name, [])[:6] if (n := clean_name(value))]
        label = (sheet.meta("twitter:label1") or ("",))[0].lower()
        if values and (name != "twitter:data1" or label.startswith(("written by", "author", "posted by"))):
            yield Evidence(name="byline", value=_listed(list(dict.fromkeys(values))), where=f"meta {name}")
    yield from _visible_bylines(sheet, first_body)


def _listed(people: list[str]) -> str:
    """Gives names as a line would: "Ada Vell, Tom Orr and Ina Moe"."""
    return ", ".join(people[:-1]) + " and " + people[-1] if len(people) > 1 else people[0]


def clean_name(words: str) -> str | None:
    """Gives a name without "By", dates and site furniture; None for an address, a placeholder ("admin"), a login or prose."""
    words = tidy(words)
    if "://" in words or "www." in words or "©" in words:
        return None
    if match := _BY.match(words) or _AUTHOR_LABEL.match(words):
        words = match["names"]
    words = _AFTER_NAME.sub("", words).strip(" \t,;:|-–—•·/.") if len(words) > 3 else words
    words = _ADDRESS.sub("", words).strip(" ,;|")
    is_sentence = len(words) > 120 or len(words.split()) > 14
    if not words or is_sentence or words[0] in "@/" or not any(c.isalpha() for c in words):
        return None
    return None if _NO_NAME.match(words) or _LOGIN.fullmatch(words) or span_of_date(words) else words


def is_byline(paragraph: Paragraph) -> bool:
    """Says whether a paragraph names the writers and nothing else."""
    text = paragraph.text
    if len(text) > 160 or paragraph.tag[0] == "h" or not any(c.isalpha() for c in text):
        return False
    marks = " ".join(paragraph.marks[:3])
    if _BYLINE_MARK.search(marks) and not _NOT_BYLINE_MARK.search(marks):
        return len(text) < 120 and not text.endswith((".", "?", "!"))
    return is_by_line(text)


def is_by_line(text: str) -> bool:
    """Says whether a line is "By Somebody" by its words alone: capitalised names, no sentence."""
    match = _BY.match(text) or _AUTHOR_LABEL.match(text)
    if match is None or len(text) > 120 or text.endswith(("?", "!", ":")):
        return False
    words = re.findall(r"[^\W\d_][\w.'’-]*", _AFTER_NAME.sub("", match["names"]))
    small = [
        w
        for w in words
        if w[0].islower()
        and w not in ("and", "in", "for", "of", "de", "van", "von", "der", "al", "bin", "da", "di", "la", "le", "with")
    ]
    return bool(words) and words[0][0].isupper() and len(small) <= len(words) // 3


def _visible_bylines(sheet: Sheet, first_body: int) -> Iterator[Evidence]:
    for i, paragraph in enumerate(sheet.paragraphs[: first_body + 400]):
        is_near = first_body - 25 <= i < first_body + 3
        if (not is_near and i < first_body) or paragraph.inside("nav", "footer"):
            continue
        before = sheet.paragraphs[i - 1].text if i else ""
        found = _visible_name(paragraph, before) if is_near else None
        if found is None and _author_marked(paragraph, is_near) and (name := clean_name(_name_words(paragraph))):
            found = name, "author element" if is_near else "author element below"
        if found:
            yield Evidence(name="byline", value=found[0], where=found[1])


def _visible_name(paragraph: Paragraph, before: str) -> tuple[str, str] | None:
    """Gives the name a line near the headline shows, and how it was known for one."""
    text = paragraph.text
    if is_by_line(text) and (name := clean_name(text)):
        return name, "visible line"
    if _LABEL_ALONE.fullmatch(before) and len(text) <= 60 and (name := clean_name(text)):
        return name, "line under a label"
    if name := _name_beside_date(text):
        return name, "line with the date"
    if len(text) <= 160 and (name := _linked_author(paragraph)):
        return name, "author link"
    if _source_marked(paragraph) and (name := clean_name(text)):
        return name, "source element"
    return None


def _linked_author(paragraph: Paragraph) -> str | None:
    """Gives the words of links to an author's page."""
    words = (clean_name(paragraph.text[a.start : a.end]) for a in paragraph.anchors if _AUTHOR_LINK.search(a.url))
    people = [name for name in words if name]
    return _listed(people[:6]) if people else None


def _name_beside_date(line: str) -> str | None:
    """Gives the name on a line that holds a name and a date only ("Ada Vell Published: 3 May 2031")."""
    if len(line) > 100 or label_date(line) is None or not (match := _NAME_FIRST.match(line)):
        return None
    return clean_name(match["names"])


def _source_marked(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= 60 and _SOURCE_MARK.search(" ".join(paragraph.marks[:2])) is not None


def _author_marked(paragraph: Paragraph, is_near: bool) -> bool:
    marks = " ".join(paragraph.marks[: 3 if is_near else 2])
    return len(paragraph.text) <= 100 and bool(_AUTHOR_MARK.search(marks)) and not _NOT_BYLINE_MARK.search(marks)


def _name_words(paragraph: Paragraph) -> str:
    """Gives the linked words of an author line where there are some: the rest is a job, a date, a button."""
    links = [
        paragraph.text[a.start : a.end]
        for a in paragraph.anchors
        if re.search(r"author|profile|people|staff|writer|contributor|/by/|user", a.url)
    ]
    return ", ".join(links) if links else paragraph.text
