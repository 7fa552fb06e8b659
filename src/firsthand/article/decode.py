"""From bytes to characters, in the order of trust: byte order mark, HTTP header, meta tag, detection."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read these labels as their supersets (WHATWG Encoding); pages are written for browsers.
_READ_AS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254", "euc_kr": "cp949",
    "shift_jis": "cp932", "tis-620": "cp874",
}  # fmt: skip
# What detection may answer: a short page can be made to fit any mainframe code page.
_ON_THE_WEB = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859_2", "koi8_r", "koi8_u", "cp874",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_META = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml\b[^>]{0,100}?encoding=[\"']([\w.:-]+)", re.I
)
_HEAD_BYTES = 8192  # where a meta tag is looked for
_SAMPLE_BYTES = 65536  # what detection looks at
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAGIC = (
    (b"%PDF-", "a PDF"), (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive"), (b"\x1f\x8b", "gzip data"), (b"\x7fELF", "a program"), (b"\xd0\xcf\x11\xe0", "an Office document"),
)  # fmt: skip


class Decoded(NamedTuple):
    """The characters, the codec that read them, the place that named it, and whether every byte fitted."""

    text: str
    codec: str
    where: str
    whole: bool


def decode(body: bytes, content_type: str) -> Decoded:
    """Gives the page's characters; bytes that fit no codec become U+FFFD and `whole` is False."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _read(body[len(mark) :], codec, "byte order mark")
    if wide := _bare_utf16(body):
        return _read(body, wide, "bytes")
    declared = [(codec, where) for codec, where in _declared(body, content_type) if codec]
    # Old servers stamp a one-byte charset on everything; bytes that are well-formed multi-byte UTF-8 are UTF-8.
    if declared and declared[0][0].startswith("cp125") and not body.isascii():
        declared.insert(0, ("utf-8", f"bytes ({declared[0][1]} says {declared[0][0]})"))
    for codec, where in declared:
        found = _read(body, codec, where)
        if found.whole:
            return found
    codec, where = _detect(body)
    found = _read(body, codec, where)
    return found if found.whole or not declared else _read(body, *declared[-1])


def not_text(body: bytes) -> str | None:
    """Says what the bytes are when they are no text ("a PDF", "binary data"), else None."""
    for magic, name in _MAGIC:
        if body.startswith(magic):
            return name
    if body.startswith(tuple(mark for mark, _ in _MARKS)):
        return None
    sample = body[:4096]
    odd = len(_NOT_TEXT.findall(sample))
    return "binary data" if odd > 2 + len(sample) // 50 and not _bare_utf16(body) else None


def _bare_utf16(body: bytes) -> str | None:
    """Gives the codec of UTF-16 without its mark, in which Latin letters leave a zero in every other byte."""
    sample = body[:4096]
    half, even, odd = len(sample) / 2, sample[::2].count(0), sample[1::2].count(0)
    if len(sample) >= 8 and odd > 0.4 * half and even < 0.02 * half:
        return "utf-16-le"
    return "utf-16-be" if len(sample) >= 8 and even > 0.4 * half and odd < 0.02 * half else None


def _declared(body: bytes, content_type: str) -> list[tuple[str | None, str]]:
    header, meta = _HEADER.search(content_type), _META.search(body[:_HEAD_BYTES])
    names = [(header.group(1), "HTTP header")] if header else []
    if meta:
        label = (meta.group(1) or meta.group(2)).decode("ascii", "replace")
        # A page that could be read as ASCII up to here is not UTF-16, whatever it says.
        names.append(("utf-8" if label.lower().startswith("utf-16") else label, "meta charset"))
    return [(_codec(name), where) for name, where in names]


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    return _READ_AS.get(name, name)


def _read(body: bytes, codec: str, where: str) -> Decoded:
    try:
        return Decoded(body.decode(codec), codec, where, True)
    except (UnicodeDecodeError, LookupError, ValueError):
        pass
    try:
        text = body.decode(codec, "replace")
    except (LookupError, ValueError):  # a codec that is no text encoding
        return Decoded(body.decode("utf-8", "replace"), "utf-8", where, False)
    # Windows-1252 leaves five bytes undefined; browsers keep going, and a few lost bytes are no reason to try another codec.
    is_good_enough = codec.startswith("cp125") and text.count("\ufffd") * 50 <= len(text) + 50
    return Decoded(text, codec, where, is_good_enough)


def _detect(body: bytes) -> tuple[str, str]:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(body[:_SAMPLE_BYTES], cp_isolation=list(_ON_THE_WEB)).best()
        return (_codec(best.encoding) or "cp1252", "detection") if best else ("cp1252", "detection")
    return "utf-8", "detection"
