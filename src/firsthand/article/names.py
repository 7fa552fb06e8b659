"""The names on a page: its title, its outlet, its byline, each candidate with the place it was read from."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from firsthand.article import jsonld
from firsthand.article.paragraphs import Paragraph
from firsthand.article.sheet import Sheet, host_of
from firsthand.article.dates import span_of_date
from firsthand.article.stamps import label_date
from firsthand.records import Evidence

_WORD = re.compile(r"\w+")
# A separator parts the site's name from the title; a dash only where blanks stand around it.
_SEPARATOR = re.compile(r"\s*(?:\||::|»|«|•|·|‹|›|\s[-–—~/]\s|\s[-–—]{2}\s|:\s(?=[A-Z]))\s*")
_TITLE_MARK = re.compile(
    r"\b(?:(?:entry|post|article|story|news|page|content|single|blog)[-_]?(?:title|headline|heading)|headline)\b|\b(?:title|headline)__|(?:^|\s)(?:headline|name headline)(?:\s|$)"
)
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
_AUTHOR_LINK = re.compile(r"/(?:authors?|by|people|staff|profiles?|contributors?|writers?|journalists?|reporters?|user|team)/[\w.-]+/?(?:$|\?)|[?&]author=", re.I)
_LABEL_ALONE = re.compile(r"\W*(?:(?:written|posted|published|article|story|words|text|reported|authored) by|by|authors?|writers?)\W*", re.I)
_MASTHEAD = 60  # paragraphs at either end of the page where the site's name may stand
_NO_NAME = re.compile(
    r"^(?:admin(?:istrator)?|editor|editors|webmaster|author|authors|user|unknown|none|null|staff|anonymous|guest|root|blog|wordpress|test|n/?a|default|true|false|by|follow.*|view all.*|more.*|all posts.*|the author|written by|about the author|posted by|share.*|https?|\W*)$",
    re.I,
)


def titles(sheet: Sheet) -> Iterator[Evidence]:
    """Yields the page's titles as they stand there, suffixes and all."""
    for paragraph in sheet.paragraphs:
        if paragraph.tag == "h1" or (
            paragraph.tag in ("h2", "h3") and _TITLE_MARK.search(" ".join(paragraph.marks[:2]))
        ):
            yield Evidence(name="title", value=paragraph.text, where="heading " + paragraph.tag)
    for name in ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"):
        if found := sheet.meta(name):
            yield Evidence(name="title", value=_plain(found[0]), where=f"meta {name}")
    if words := jsonld.text(sheet.node.get("headline")):
        yield Evidence(name="title", value=words, where="json-ld headline")
    if sheet.title_element:
        yield Evidence(name="title", value=sheet.title_element, where="title element")


def choose_title(candidates: list[Evidence], sheet: Sheet, outlet_names: list[str]) -> str | None:
    """Gives the headline as the page shows it, without the site's name behind it.

    A heading wins when the page's head knows it as well (or knows nothing); the site's own name in an h1 does not.
    """
    heads = [e for e in candidates if e.where.startswith("heading")]
    shown = [h.value for h in heads if not any(_is_name(h.value, name) for name in outlet_names)]
    stated = [strip_site(e.value, outlet_names, shown) for e in candidates if not e.where.startswith("heading")]
    knows_better = any(not e.where.startswith("heading") and e.where != "title element" for e in candidates)
    best, best_score = None, 0.0
    for order, heading in enumerate(heads[:12]):
        score = max((_likeness(heading.value, words) for words in stated), default=0.5) - order * 0.01
        score -= 0.05 * (heading.where != "heading h1")
        if len(heads) == 1 and heading.where == "heading h1" and not knows_better:
            score = max(score, 0.36)  # a title element may name the site and the section only
        if any(_is_name(heading.value, name) for name in outlet_names):
            score = 0.0
        if score > best_score:
            best, best_score = heading.value, score
    if best is not None and (best_score >= 0.35 or (not stated)):
        return strip_site(best, outlet_names, stated)
    if stated:
        return stated[0]
    return heads[0].value if heads else None


def strip_site(title: str, outlet_names: list[str], known: list[str]) -> str:
    """Gives a title without the site's name before or behind it.

    >>> strip_site("Storm sinks ferry - The Selmouth Gazette", ["Selmouth Gazette"], [])
    'Storm sinks ferry'
    """
    title = _plain(title)
    parts = list(_SEPARATOR.finditer(title))
    folded_known = {_folded(words) for words in known}
    if _folded(title) in folded_known:
        return title
    for cut in parts:
        if _folded(title[: cut.start()]) in folded_known:
            return title[: cut.start()].strip()
        if _folded(title[cut.end() :]) in folded_known:
            return title[cut.end() :].strip()
    while parts and _is_site(title[parts[-1].end() :], parts[-1].group().strip(), outlet_names):
        title = title[: parts[-1].start()].strip()
        parts.pop()
    if parts and _is_site(title[: parts[0].start()], parts[0].group().strip(), outlet_names):
        title = title[parts[0].end() :].strip()
    return title


def outlets(sheet: Sheet) -> Iterator[Evidence]:
    """Yields what the page calls its publisher, the surest first; the host last."""
    if found := sheet.meta("og:site_name"):
        yield Evidence(name="outlet", value=_plain(found[0]), where="meta og:site_name")
    for node in (sheet.node, *sheet.nodes):
        if words := next(iter(jsonld.names(node.get("publisher"), sheet.nodes)), None):
            yield Evidence(name="outlet", value=words, where="json-ld publisher")
            break
    if found := sheet.meta(
        "application-name", "publisher", "dc.publisher", "al:ios:app_name", "apple-mobile-web-app-title", "cre"
    ):
        yield Evidence(name="outlet", value=_plain(found[0]), where=f"meta {found[1]}")
    host = host_of(sheet.address)
    mast = _masthead(sheet, host)
    if sheet.title_element and (words := _site_in_title(sheet.title_element, sheet, host)):
        words = mast if mast and words.isupper() and mast.lower() == words.lower() else words
        yield Evidence(name="outlet", value=words, where="title element")
    if mast:
        yield Evidence(name="outlet", value=mast, where="masthead")
    if host:
        yield Evidence(name="outlet", value=host, where="host")


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
    words = _plain(words)
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
    words = [w for w in re.findall(r"[^\W\d_][\w.'’-]*", _AFTER_NAME.sub("", match["names"]))]
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
        if not is_near and i < first_body or paragraph.inside("nav", "footer"):
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


def _masthead(sheet: Sheet, host: str | None) -> str | None:
    """Gives the name above the page that its host spells: "Selmouth Gazette" on selmouthgazette.example; in capitals only if nowhere else."""
    label = _label(host) if host else ""
    if not label:
        return None
    found = []
    for paragraph in sheet.paragraphs[:_MASTHEAD] + sheet.paragraphs[_MASTHEAD:][-_MASTHEAD:]:
        if len(paragraph.text) <= 300:
            lines = [paragraph.text[a.start : a.end] for a in paragraph.anchors] + [paragraph.text]
            found += [line for line in lines if 3 <= len(line) <= 50 and _label(line) == label]
    return next((line for line in found if not line.isupper() and not line.islower()), found[0] if found else None)


def _site_in_title(title: str, sheet: Sheet, host: str | None) -> str | None:
    shown = [p.text for p in sheet.paragraphs if p.tag in ("h1", "h2", "h3")]
    headings = {_folded(words) for words in shown if not (host and _is_name(words, host))}
    for cut in _SEPARATOR.finditer(title):
        before, after = title[: cut.start()].strip(), title[cut.end() :].strip()
        if _folded(before) in headings and _folded(before) and after:
            return after
        if _folded(after) in headings and before and _folded(after):
            return before
    cuts = list(_SEPARATOR.finditer(title))
    if cuts and host and _is_name(title[: cuts[0].start()], host):
        return title[: cuts[0].start()].strip()
    if cuts and host and _matches_host(title[cuts[-1].end() :], host):
        return title[cuts[-1].end() :].strip()
    return None


def _is_site(words: str, separator: str, outlet_names: list[str]) -> bool:
    folded = _folded(words)
    if not folded:
        return True
    if any(folded == _folded(name) or _matches_host(words, name) for name in outlet_names):
        return True
    return separator in ("|", "::", "»", "•", "·") and len(words.split()) <= 5


def _is_name(words: str, name: str) -> bool:
    """Says whether words are just this name, or the name that this host spells ("The Plimsoll Notes", plimsollnotes.example)."""
    return bool(label := _label(name)) and _label(words) == label


def _label(name: str) -> str:
    is_host = "." in name and " " not in name
    compact = _folded(name.removeprefix("www.").partition(".")[0] if is_host else name).replace(" ", "")
    return re.sub(r"^(?:the|le|la|der|die|el)(?=\w{3})", "", compact)


def _matches_host(words: str, host: str) -> bool:
    """Says whether a name is that of a host or a longer name: "Selmouth Gazette" and selmouthgazette.example."""
    compact, label = _label(words), _label(host)
    return len(compact) >= 3 and len(label) >= 3 and (compact in label or label in compact) and len(words.split()) <= 6


def _likeness(left: str, right: str) -> float:
    a, b = set(_WORD.findall(left.lower())), set(_WORD.findall(right.lower()))
    return len(a & b) / len(a | b) if a | b else 0.0


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))


def _plain(words: str) -> str:
    """Undoes escapes that were escaped twice ("&amp;#8217;"), and folds blanks."""
    return " ".join((html.unescape(words) if "&" in words else words).split())
