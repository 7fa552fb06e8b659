"""The entries of an XML feed as written: RSS of all versions, Atom, and what people take for them.

Which element counts for which field stands in one table. XML that is not well-formed is mended (bare entities, wrong
charset, unclosed tags); what mending cannot save comes out as an entry that is cut.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html.entities import html5
from typing import TYPE_CHECKING

from firsthand.ingest.addresses import as_markup_address
from firsthand.ingest.sniff import as_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_RSS = (
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
)
_PLAIN = ("", *_ATOM, *_RSS)
_DC = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_CONTENT = ("http://purl.org/rss/1.0/modules/content/",)
# What these prefixes mean where a broken feed forgets to say so.
_PREFIXES = {"content": _CONTENT[0], "dc": _DC[0], "atom": _ATOM[0]}

# field -> (local name, namespaces it counts in). Others of the same name (media:content, itunes:summary) are not the article.
FIELDS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "title": (("title", _PLAIN),),
    "published": (("pubdate", _PLAIN), ("published", _PLAIN), ("issued", (*_PLAIN, *_DC)), ("date", _DC)),
    "content": (("encoded", _CONTENT), ("full-text", ("http://news.yandex.ru",)), ("content", _PLAIN)),
    "summary": (("description", _PLAIN), ("summary", _PLAIN)),
    "byline": (("creator", _DC), ("author", _PLAIN)),
}

_TAG = re.compile(r"<[!/]?[A-Za-z-][^<>]*>")
_MEASURED = 20_000
_ITEM = re.compile(r"<(/?)(?:item|entry)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?!#\d{1,7};|#x[0-9A-Fa-f]{1,6};|(?:amp|lt|gt|quot|apos);)(?:([A-Za-z][A-Za-z0-9]{1,30};)|)")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")

# A child of an entry with its namespace and its lower-cased local name.
_Child = tuple["_Element", str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One feed entry as written. `content` is what the feed calls the content, `summary` its description; `outlet` is the title of the feed itself; `is_html` says how to read them,
    `is_cut` that the feed breaks off inside the entry."""

    link: str = ""
    title: str = ""
    published: str | None = None
    byline: str | None = None
    outlet: str | None = None
    content: str = ""
    summary: str = ""
    is_html: bool = True
    is_cut: bool = False


def xml_entries(body: bytes) -> list[Entry]:
    """Gives the entries of an XML feed in its order; those that a broken feed lost are cut entries without a link."""
    text = _text_of(body)
    # Document types declare entities, and with them bombs and files of this machine: they go with the mending.
    is_sound = "<!DOCTYPE" not in text and "<!ENTITY" not in text
    root = _root(text, recover=False) if is_sound else None
    if root is not None:
        outlet = _outlet(root)
        return [replace(_entry(item), outlet=outlet) for item in _items(root)]
    root = _root(_mended(text), recover=True)
    entries = [_entry(item, is_mended=True) for item in _items(root)] if root is not None else []
    marks = _ITEM.findall("".join(_by_cdata(text)[::2]))
    if entries and marks and not marks[-1]:
        entries[-1] = replace(entries[-1], is_cut=True)
    return [*entries, *(Entry(is_cut=True) for _ in range(marks.count("") - len(entries)))]


def visible(text: str, is_html: bool) -> str:
    """Gives the words of an entry without tags, only to measure them: of long ones the beginning and the end."""
    if len(text) > 2 * _MEASURED:
        text = f"{text[:_MEASURED]} {text[-_MEASURED:]}"
    return " ".join(html.unescape(_TAG.sub(" ", text)).split()) if is_html else " ".join(text.split())


def _text_of(body: bytes) -> str:
    """Gives the feed as text: UTF-8 wherever that is possible, whatever the feed says of itself."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return as_text(body) or ""
    declared = _DECLARED.search(body[:1024])
    for encoding in ("utf-8-sig", declared[1].decode() if declared else "cp1252"):
        try:
            return body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("cp1252", "replace")


def _root(text: str, *, recover: bool) -> _Element | None:
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8", recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True, strip_cdata=True,
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _mended(text: str) -> str:
    """Gives XML without document type, illegal characters and entities of other languages."""
    start = text.find("<!DOCTYPE")
    if start >= 0:
        subset, close = text.find("[", start), text.find(">", start)
        end = text.find("]>", start) + 2 if 0 <= subset < close else close + 1
        text = text[:start] + text[max(end, start + 9) :]
    parts = _by_cdata(_NO_XML.sub("", text))
    parts[::2] = [_ENTITY.sub(_character, part) for part in parts[::2]]
    return "".join(parts)


def _by_cdata(text: str) -> list[str]:
    """Gives the text in pieces: outside CDATA, inside, outside … A section that is never closed is no section."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        parts += [text[at:start], text[start : end + 3]]
        at = end + 3
    return [*parts, text[at:]]


def _character(match: re.Match[str]) -> str:
    """Gives the character an HTML entity stands for; what is none stays as written."""
    character = html5.get(match[1] or "")
    return html.escape(character) if character else f"&amp;{match[1] or ''}"


def _items(root: _Element) -> list[_Element]:
    return [
        element for element in root.iter() if isinstance(element.tag, str) and _split(element)[1] in ("item", "entry")
    ]


def _outlet(root: _Element) -> str | None:
    """Gives the feed's own title without its section ("Tarn Post - World"), or None when it has none."""
    for parent in (root, *(child for child in root if isinstance(child.tag, str) and _split(child)[1] == "channel")):
        for child in parent:
            if isinstance(child.tag, str) and _split(child)[1] == "title":
                return re.split(r"\s[|»:–—-]\s", visible(_words(child, False), True))[0] or None
    return None


def _split(element: _Element) -> tuple[str, str]:
    namespace, _, local = str(element.tag).rpartition("}")
    prefix, colon, bare = local.partition(":")
    if colon:
        return _PREFIXES.get(prefix.lower(), prefix), bare.lower()
    return namespace.lstrip("{"), local.lower()


def _entry(item: _Element, *, is_mended: bool = False) -> Entry:
    # An unclosed element swallows its sisters, so in a mended feed they may stand deeper.
    inside = item.iterdescendants() if is_mended else iter(item)
    children = [(child, *_split(child)) for child in inside if isinstance(child.tag, str)]
    found = {field: _first(children, rows) for field, rows in FIELDS.items()}
    content, is_html = _content(found["content"])
    summary, summary_is_html = _content(found["summary"])
    return Entry(
        link=_link(children),
        title=visible(_words(found["title"], is_mended), True),
        published=_words(found["published"], is_mended) or None,
        byline=visible(_words(found["byline"], is_mended), True) or None,
        content=content,
        summary=summary,
        is_html=is_html if content else summary_is_html,
    )


def _first(children: Sequence[_Child], rows: Sequence[tuple[str, tuple[str, ...]]]) -> _Element | None:
    for name, namespaces in rows:
        for child, namespace, local in children:
            if local == name and namespace in namespaces:
                return child
    return None


def _words(element: _Element | None, is_mended: bool) -> str:
    if element is None:
        return ""
    own = (element.text or "").strip()
    return own if own and is_mended else " ".join(str(part) for part in element.itertext()).strip()


def _content(element: _Element | None) -> tuple[str, bool]:
    """Gives the content as written and whether it is HTML. Atom says so in `type`; RSS content always is."""
    if element is None:
        return "", True
    kind = (element.get("type") or ("text" if _split(element)[0] in _ATOM else "html")).lower()
    if kind in ("text", "text/plain"):
        return (element.text or "").strip(), False
    if kind in ("xhtml", "application/xhtml+xml") or len(element):
        return _markup(element), True
    return (element.text or "").strip() if kind in ("html", "text/html", "escaped") else "", True


def _markup(element: _Element) -> str:
    """Gives the markup inside an element, also that which a feed forgot to escape."""
    from lxml import etree

    inside = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (html.escape(element.text or "", quote=False) + "".join(inside)).strip()


def _link(children: Sequence[_Child]) -> str:
    for link in (child for child, _, local in children if local == "link"):
        is_article = (link.get("rel") or "alternate") == "alternate"
        if is_article and (address := as_markup_address(link.get("href") or link.text or "", link.base or "")):
            return address
    for guid in (child for child, _, local in children if local in ("guid", "id")):
        if guid.get("isPermaLink") != "false" and (address := as_markup_address(guid.text or "")):
            return address
    return ""
