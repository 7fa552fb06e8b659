"""When a page was published and changed: every date it states, each with its place, and the table that ranks the places.

Nothing is inferred from copyright years, file times or the day of retrieval: a page that states no date has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.article.dates import read_date, read_stamp, span_of_date, url_date
from firsthand.article.paragraphs import Paragraph
from firsthand.article.sheet import Sheet
from firsthand.records import Evidence

# The surest place first. A machine's stamp beats words, words beat the address.
PRIORITY = {
    "published": (
        "row", "json-ld datePublished", "meta article:published_time", "meta published", "itemprop datePublished", "time element published",
        "visible label", "time element", "visible date", "url", "json-ld dateCreated", "json-ld page datePublished", "json-ld uploadDate", "meta date",
    ),
    "modified": (
        "row", "json-ld dateModified", "meta article:modified_time", "meta modified", "itemprop dateModified", "time element modified", "visible label",
    ),
}  # fmt: skip
_PUBLISHED_METAS = (
    "og:article:published_time", "og:published_time", "datepublished", "publishdate", "publish-date", "publish_date", "pubdate", "pub_date",
    "publication_date", "publicationdate", "published_date", "publisheddate", "published_at", "date_published", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "article_date_original", "originalpublicationdate",
    "citation_publication_date", "citation_online_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "bt:pubdate",
    "release_date", "ptime", "published", "published-date", "w-published-date", "published date", "article:published", "article:publish_date", "rnews:datepublished", "displaydate", "vr:published_time", "pdate",
)  # fmt: skip
_DATE_METAS = (
    "date",
    "dc.date",
    "dcterms.date",
    "dc.terms.date",
    "article:date",
    "og:date",
    "doc_date",
    "content_date",
    "timestamp",
)
_MODIFIED_METAS = (
    "og:article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "modified_time", "dc.date.modified",
    "dcterms.modified", "article.updated", "updated_time", "revised", "article:modified", "bt:moddate", "utime", "modified-date", "updated date", "updated", "modified", "last_modified",
)  # fmt: skip
_LABEL = re.compile(
    r"(?:^|[\s|•·(,/–—-])(?P<label>(?:first |originally |date )?(?:published|posted|released|publication date|publish date|filed|issued|created|date|written|veröffentlicht|publié|publicado|pubblicato)"
    r"|(?:last |date )?(?:updated?|modified|revised|reviewed|edited|changed|mis à jour|aktualisiert|actualizado))(?: (?:on|at|le|am|el|date))?\s*[:|]?\s*",
    re.I,
)
_CHANGED = re.compile(r"updat|modif|revis|review|edit|chang|mis à|aktual|actual", re.I)
_CHANGED_MARK = re.compile(r"updat|modif|revis", re.I)
_NOT_DATE_MARK = re.compile(
    r"comment|related|event|archive|sidebar|footer|copyright|weather|calendar|recommend|teaser", re.I
)
_NEAR_BEFORE, _NEAR_AFTER = (
    8,
    6,
)  # paragraphs before the headline, and after the first of the body, in which a date is the page's
_LABELLED_AFTER = 15  # further on, only a line that says what its date is
_DATELINE_MARK = re.compile(r"date-?line|pub-?dates?\b|by-?line|publish(?:ed)?-?date|date-?publish")
_NEAR = 25  # before the body, when the headline is not shown
_MAX_LINE = 160


def stamps(sheet: Sheet, heading: int, first_body: int, last_body: int) -> Iterator[Evidence]:
    """Yields every date the page states for itself, as ISO, with its place; several may differ.

    `heading` is the index of the headline's paragraph, -1 when the page does not show it.
    """
    yield from _json_ld(sheet)
    yield from _metas(sheet)
    yield from _elements(sheet)
    yield from _visible(sheet, heading, first_body, last_body)
    if day := url_date(sheet.address):
        yield Evidence(name="published", value=day, where="url")


def choose_stamp(name: str, candidates: list[Evidence]) -> str | None:
    """Gives the date of the surest place; where a finer one of the same day stands elsewhere, that one."""
    order = PRIORITY[name]
    ranked = sorted((order.index(e.where), n) for n, e in enumerate(candidates) if e.name == name and e.where in order)
    values = [candidates[n].value for _, n in ranked]
    if not values:
        return None
    return next((v for v in values if len(v) > 10 and v[:10] == values[0][:10]), values[0])


def label_date(line: str, label: str = "") -> tuple[str, str, bool] | None:
    """Gives (name, date, is_whole) for a line that states one: "Published 3 May 2031", "Updated: May 14, 2031 at 9:10".

    `label` is the line before, which may be the label alone. `is_whole` says that the line holds little else.
    """
    if len(line) > _MAX_LINE or (span := span_of_date(line)) is None:
        return None
    day = read_date(line[span[0] :])
    if day is None:
        return None
    labels = list(_LABEL.finditer(line, 0, span[0]))
    before = len(re.findall(r"\w+", line[: labels[-1].start() if labels else span[0]]))
    if labels and span[0] - labels[-1].end() <= 25:
        return _named(labels[-1]["label"]), day, before <= 6
    is_bare = before <= 9 and len(line[span[1] :].split()) <= 8 and line[-1] not in "?!:;"
    if is_bare and before == 0 and len(label) < 30 and (match := _LABEL.fullmatch(label + " ")):
        return _named(match["label"]), day, True
    return ("date", day, before <= 3) if is_bare else None


def _named(label: str) -> str:
    return "modified" if _CHANGED.search(label) else "published"


def _json_ld(sheet: Sheet) -> Iterator[Evidence]:
    for key, name, where in (
        ("datePublished", "published", "json-ld datePublished"), ("dateModified", "modified", "json-ld dateModified"),
        ("dateCreated", "published", "json-ld dateCreated"), ("uploadDate", "published", "json-ld uploadDate"),
    ):  # fmt: skip
        value = sheet.node.get(key)
        if isinstance(value, str) and (day := read_stamp(value)):
            yield Evidence(name=name, value=day, where=where)
    for node in sheet.nodes:
        value = node.get("datePublished")
        if (
            node is not sheet.node
            and isinstance(value, str)
            and "Page" in str(node.get("@type"))
            and (day := read_stamp(value))
        ):
            yield Evidence(name="published", value=day, where="json-ld page datePublished")
            return


def _metas(sheet: Sheet) -> Iterator[Evidence]:
    for names, name, where in (
        (("article:published_time",), "published", "meta article:published_time"), (_PUBLISHED_METAS, "published", "meta published"),
        (_DATE_METAS, "published", "meta date"), (("article:modified_time",), "modified", "meta article:modified_time"),
        (_MODIFIED_METAS, "modified", "meta modified"),
    ):  # fmt: skip
        for key in names:
            for value in sheet.metas.get(key, [])[:1]:
                if day := read_stamp(value):
                    yield Evidence(name=name, value=day, where=where)


def _elements(sheet: Sheet) -> Iterator[Evidence]:
    for element in sheet.root.iter("time", "abbr", "span", "div", "p", "meta"):
        prop = element.get("itemprop") or ""
        if "datePublished" in prop or "dateModified" in prop:
            value = element.get("datetime") or element.get("content") or element.get("title") or element.text or ""
            if day := read_stamp(value):
                is_published = "datePublished" in prop
                yield Evidence(
                    name="published" if is_published else "modified",
                    value=day,
                    where=f"itemprop {'datePublished' if is_published else 'dateModified'}",
                )
        elif (
            element.tag == "abbr"
            and "published" in (element.get("class") or "")
            and (day := read_stamp(element.get("title") or ""))
        ):
            yield Evidence(name="published", value=day, where="time element published")


def _visible(sheet: Sheet, heading: int, first_body: int, last_body: int) -> Iterator[Evidence]:
    paragraphs = sheet.paragraphs
    start = heading - _NEAR_BEFORE if 0 <= heading < first_body else first_body - _NEAR
    near = range(max(0, start), max(heading, first_body) + _NEAR_AFTER)
    labelled = range(near.stop, max(heading, first_body) + _LABELLED_AFTER)
    for i, paragraph in enumerate(paragraphs[near.start :], start=near.start):
        marks = " ".join(paragraph.marks[1:3])
        is_marked = len(paragraph.text) <= 80 and _DATELINE_MARK.search(marks) is not None
        if not (i in near or i in labelled or last_body < i < last_body + 6 or is_marked):
            continue
        if len(paragraph.text) > _MAX_LINE or _is_elsewhere(paragraph) or _NOT_DATE_MARK.search(marks):
            continue
        yield from _in_paragraph(paragraph, paragraphs[i - 1].text if i else "", i in near or is_marked)


def _is_elsewhere(paragraph: Paragraph) -> bool:
    """Says whether a paragraph belongs to the site: a menu, a form, a footer that is not the article's own."""
    return paragraph.inside("nav", "form") or (paragraph.inside("footer") and not paragraph.inside("article"))


def _in_paragraph(paragraph: Paragraph, label: str, is_near: bool) -> Iterator[Evidence]:
    marks = " ".join(paragraph.marks[:4])
    found = label_date(paragraph.text, label)
    stamp = read_stamp(paragraph.time) if paragraph.time else None
    if found and found[0] != "date":
        finer = stamp if stamp and stamp[:10] == found[1][:10] else found[1]
        yield Evidence(name=found[0], value=finer, where="visible label")
    elif stamp and is_near:
        is_published = "publish" in marks or "posted" in marks
        is_changed = not is_published and bool(_CHANGED_MARK.search(marks))
        where = "time element modified" if is_changed else "time element published" if is_published else "time element"
        yield Evidence(name="modified" if is_changed else "published", value=stamp, where=where)
    elif found and is_near:
        yield Evidence(name="published", value=found[1], where="visible date")
