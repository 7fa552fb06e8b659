"""What kind of thing an input is, from its first bytes; the name decides only where bytes cannot.

Rules stand in two tables: magic bytes, then looks of text. The first that fires wins.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from firsthand.ingest.addresses import as_address


@dataclass(frozen=True, slots=True)
class Kind:
    """`reader` is the key of the reader that takes it (None: nobody does), `label` what a person calls it."""

    reader: str | None
    label: str


# (pattern at the first byte, reader, label)
MAGIC: tuple[tuple[bytes, str | None, str], ...] = (
    (rb"WARC/\d", "warc", "WARC archive"),
    (rb"\x1f\x8b", "gzip", "gzip file"),
    (rb"PK(?:\x03\x04|\x05\x06)", "zip", "zip archive"),
    (rb"%PDF-", None, "PDF document"),
    (rb"SQLite format 3\0", None, "SQLite database"),
    (rb"\x89PNG\r\n", None, "PNG image"),
    (rb"\xff\xd8\xff", None, "JPEG image"),
    (rb"GIF8[79]a", None, "GIF image"),
    (rb"RIFF....WEBP", None, "WebP image"),
    (rb"RIFF....(?:WAVE|AVI )", None, "sound or video"),
    (rb"\0\0..ftyp", None, "MP4 or HEIF media"),
    (rb"II\*\0|MM\0\*", None, "TIFF image"),
    (rb"\x1aE\xdf\xa3", None, "Matroska or WebM video"),
    (rb"OggS\0", None, "Ogg media"),
    (rb"ID3[\x02-\x04]", None, "MP3 sound"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "old Office document"),
    (rb"\{\\rtf", None, "RTF document"),
    (rb"%!PS", None, "PostScript document"),
    (rb"bplist00", None, "Safari webarchive or property list"),
    (rb"BZh[1-9]1AY", None, "bzip2 file"),
    (rb"\xfd7zXZ\0", None, "xz file"),
    (rb"\x28\xb5\x2f\xfd", None, "zstd file"),
    (rb"7z\xbc\xaf\x27\x1c", None, "7z archive"),
    (rb"Rar!\x1a\x07", None, "RAR archive"),
    (rb".{257}ustar", None, "tar archive"),
    (rb"PAR1[\x00-\x1f]", None, "Parquet table"),
    (rb"\x7fELF|MZ\x90\0|\0asm", None, "program"),
    (rb"filedesc://", None, "ARC archive"),
)

_FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
_XML_KINDS = {
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "opml": "OPML list",
    "svg": "SVG image",
    "plist": "property list",
}
_HTML_ROOTS = frozenset({
    "html", "head", "body", "main", "article", "section", "header", "footer", "nav", "aside", "div", "p", "h1",
    "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "span", "a", "b", "i", "em", "strong", "img",
    "figure", "blockquote", "pre", "form", "meta", "link", "title", "script", "style", "noscript", "base", "br",
    "hr", "center", "font",
})  # fmt: skip
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_LIST_NAMES = frozenset({".urls", ".list"})
_ROW_NAMES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_TABLES_AND_CODE = {
    ".csv": "CSV table", ".tsv": "TSV table", ".css": "stylesheet", ".js": "script", ".mjs": "script", ".py": "program text",
    ".sh": "program text", ".sql": "SQL text", ".yaml": "YAML data", ".yml": "YAML data", ".toml": "TOML data",
    ".srt": "subtitles", ".vtt": "subtitles", ".log": "log", ".vcf": "contacts", ".ics": "calendar", ".tex": "TeX document",
}  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_STRAY_ZEROS = 4
_BLANK = " \t\r\n\f\v\ufeff"
_NAME = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_HTML_AHEAD = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_MESSAGE_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]*\S")
_RELATED = re.compile(r"^content-type:\s*multipart/related|^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
_MAIL = re.compile(r"^(?:mime-version|message-id|received):", re.IGNORECASE | re.MULTILINE)


def sniff(head: bytes, name: str = "") -> Kind:
    """Gives the kind of an input from its first bytes (up to 64 KB) and its name."""
    if not head.strip(b" \t\r\n\f\v\0") or head in (bom for bom, _ in _BOMS):
        return Kind("empty", "empty file")
    for pattern, reader, label in MAGIC:
        if re.match(pattern, head, re.DOTALL):
            return Kind(reader, label)
    suffix = PurePath(name).suffix.lower()
    text = as_text(head)
    if text is None:
        # A message may carry its pictures as they are; its headers are text all the same.
        return _message(as_text(head.partition(b"\r\n\r\n")[0]) or "", suffix) or Kind(None, "binary data")
    return next(kind for rule in LOOKS if (kind := rule(text, suffix)))


def as_text(head: bytes) -> str | None:
    """Gives the head as text good enough to look at, or None when it is binary. Not the page's true decoding."""
    encoding = next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None) or _bare_utf16(head)
    if encoding:
        return head.decode(encoding, "replace")
    controls = sum(head.count(bytes((code,))) for code in range(32) if code not in b"\t\n\r\f\x08\x1b")
    # A few stray zeros are a slip of the site's software; many are a binary file.
    if (head.count(0) - _STRAY_ZEROS) * 200 > len(head) or controls * 20 > len(head):
        return None
    return head.decode("utf-8", "replace")


def _bare_utf16(head: bytes) -> str | None:
    """UTF-16 without its mark: Latin letters leave a zero in every other byte."""
    sample = head[:4096]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.02 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.02 * half else None


def _message(text: str, suffix: str) -> Kind | None:
    if not _MESSAGE_HEADER.match(text):
        return None
    headers = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    if _RELATED.search(headers):
        return Kind("mhtml", "MHTML page")
    if _MAIL.search(headers) or suffix == ".eml":
        return Kind(None, "e-mail message")
    return None


def _json(text: str, suffix: str) -> Kind | None:
    start = text.lstrip(_BLANK)
    if suffix in _ROW_NAMES:
        return Kind("rows", "JSON rows")
    if not re.match(r"\{\s*\"|\[\s*[\{\[\]\"]|\{\s*\}", start):
        return Kind("json", "JSON file") if suffix == ".json" else None
    if start[0] == "[" and suffix != ".json" and not re.match(r"\[\s*\{\s*\"", start):
        return None
    return Kind("json", "JSON file") if _is_one_document(start) else Kind("rows", "JSON rows")


def _is_one_document(start: str) -> bool:
    """Tells a feed, a list or a pretty-printed object from one object a line."""
    first, newline, rest = start.partition("\n")
    if start[0] == "[" or "jsonfeed.org/version" in start:
        return True
    if not newline:
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        # A first line that is broken beside a second that is a row is a bad row, not a pretty-printed object.
        return not rest.lstrip(_BLANK).startswith("{")
    return False


def _markup(text: str, suffix: str) -> Kind | None:
    root, is_xml = root_of(text)
    if root in _FEED_ROOTS:
        return Kind("feed", "feed")
    if root in _HTML_ROOTS or root == "!doctype html" or _HTML_AHEAD.search(text, 0, 4096) or suffix in _HTML_NAMES:
        return Kind("html", "HTML page")
    if root in _XML_KINDS:
        return Kind(None, _XML_KINDS[root])
    return Kind(None, f"XML document <{root[:40]}>" if root else "XML document") if is_xml else None


def _table_or_code(text: str, suffix: str) -> Kind | None:
    label = _TABLES_AND_CODE.get(suffix)
    return Kind(None, label) if label else None


def _address_list(text: str, suffix: str) -> Kind | None:
    rows = text.split("\n")
    whole = rows if len(rows) == 1 else rows[:-1] if len(text) >= 32768 else rows
    said = [line.strip(_BLANK) for line in whole if line.strip(_BLANK) and not line.lstrip(_BLANK).startswith("#")]
    is_list = suffix in _LIST_NAMES or (bool(said) and all(map(as_address, said)))
    return Kind("addresses", "list of addresses") if is_list else None


def _plain(text: str, suffix: str) -> Kind | None:
    return Kind("text", "plain text")


LOOKS: tuple[Callable[[str, str], Kind | None], ...] = (
    _message, _json, _markup, _table_or_code, _address_list, _plain,
)  # fmt: skip


def root_of(text: str) -> tuple[str, bool]:
    """Gives the first element's local name, lower-cased ("" when there is none), and whether an XML declaration stands before it."""
    at, is_xml = 0, False
    while True:
        while at < len(text) and text[at] in _BLANK:
            at += 1
        if text.startswith("<?", at):
            is_xml = is_xml or text.startswith("<?xml", at)
            at = _after(text, "?>", at)
        elif text.startswith("<!--", at):
            at = _after(text, "-->", at)
        elif text[at : at + 9].lower() == "<!doctype":
            if re.match(r"\s*html\b", text[at + 9 : at + 40], re.IGNORECASE):
                return "!doctype html", is_xml
            at = _after(text, "]>" if "[" in text[at : text.find(">", at) + 1] else ">", at)
        else:
            match = _NAME.match(text, at)
            return (match[2].lower() if match else ""), is_xml


def _after(text: str, mark: str, at: int) -> int:
    end = text.find(mark, at)
    return len(text) if end < 0 else end + len(mark)
