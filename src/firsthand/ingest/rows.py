"""Rows: articles somebody else already took apart, one JSON object a line (pages.jsonl), or a JSON file of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from firsthand.ingest.addresses import as_address
from firsthand.ingest.options import IngestOptions
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.streams import Source, lines
from firsthand.records import Omission, Page

ROW_TYPE = "application/vnd.firsthand.page+json"
# More bad lines than this say that the file is something else; they are then counted instead of listed.
_LISTED = 200


def read_rows(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives a page for each row and an omission, with its line number, for each line that is none."""
    bad = 0
    for number, line in lines(source.stream, options.page_bytes):
        if line is not None and not line.strip(b" \t\xef\xbb\xbf"):
            continue
        item = _item(line, f"{source.name}:{number}", source, options)
        bad += isinstance(item, Omission)
        if isinstance(item, Page) or bad <= _LISTED:
            yield item
    if bad > _LISTED:
        yield omit(source.name, "too many bad lines", f"{bad - _LISTED:,} more lines are no rows")


def pages_of(value: Any, source: Source) -> Iterator[Page | Omission]:
    """Gives the pages of a parsed JSON document that is a row or a list of rows."""
    rows = value if isinstance(value, list) else [value]
    if not any(isinstance(row, dict) and ("text" in row or "html" in row) for row in rows):
        raise Refusal("unsupported kind", 'JSON file without a row that has "text" or "html"')
    for number, row in enumerate(rows, start=1):
        try:
            yield page_of(row, source.via("jsonl"))
        except Refusal as refusal:
            yield omit(f"{source.name}:item {number}", refusal.reason, refusal.what)


def parsed(raw: bytes) -> Any:
    """Gives the value of a JSON document; refuses what is none, whatever is wrong with it."""
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except RecursionError as error:
        raise Refusal("malformed row", "nested too deeply") from error
    except ValueError as error:
        raise Refusal("malformed row", f"not JSON ({error})"[:200]) from error


def page_of(row: Any, via: str) -> Page:
    """Gives the page of one row. Rows that say the same in another order of keys are the same page."""
    if not isinstance(row, dict):
        raise Refusal("malformed row", "not a JSON object")
    if not any(isinstance(row.get(key), str) and row[key].strip() for key in ("text", "html")):
        raise Refusal("row without text")
    url = _url_of(row)
    if not (isinstance(row.get("text"), str) and row["text"].strip()):
        return Page(url=url, body=_utf8(row["html"]), content_type="text/html; charset=utf-8", via=via)
    return Page(url=url, body=canonical(row), content_type=ROW_TYPE, via=via)


def canonical(row: dict[str, Any]) -> bytes:
    """Gives the one spelling of a row: keys sorted, no spare blanks, UTF-8."""
    try:
        return _utf8(json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
    except RecursionError as error:
        raise Refusal("malformed row", "nested too deeply") from error
    except ValueError as error:
        raise Refusal("malformed row", str(error)[:200]) from error


def _item(line: bytes | None, subject: str, source: Source, options: IngestOptions) -> Page | Omission:
    if line is None:
        return omit(subject, "too large", f"a line of more than {options.page_bytes:,} bytes")
    try:
        return page_of(parsed(line), source.via("jsonl"))
    except Refusal as refusal:
        return omit(subject, refusal.reason, refusal.what)


def _url_of(row: dict[str, Any]) -> str:
    url = row.get("url")
    if url is None or url == "":
        return ""
    if not isinstance(url, str):
        raise Refusal("malformed row", f'"url" is not text but {type(url).__name__}')
    # A case's own naming of pages ("interview-3") is kept; only web addresses have a normal form.
    return as_address(url) or _utf8(url.strip()).decode()


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refusal("malformed row", "half of a surrogate pair in its text") from error
