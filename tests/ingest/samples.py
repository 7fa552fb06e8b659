"""Inputs made on the spot: archives, messages, feeds. Every outlet and every word in them is invented."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

from firsthand.ingest import IngestOptions, gather
from firsthand.records import Omission, Page

STORY = (
    b"<!DOCTYPE html>\n<html><head><title>Ferry stopped</title></head><body><article><h1>Ferry stopped</h1>"
    b"<p>The harbour master said the ferry had been stopped.</p></article></body></html>"
)


def gathered(*names: object, options: IngestOptions | None = None) -> tuple[list[Page], list[Omission]]:
    items = list(gather([str(name) for name in names], options=options or IngestOptions()))
    return [i for i in items if isinstance(i, Page)], [i for i in items if isinstance(i, Omission)]


def record(
    url: str,
    body: bytes = STORY,
    *,
    kind: str = "response",
    status: str = "200 OK",
    headers: Sequence[str] = ("Content-Type: text/html; charset=utf-8",),
    date: str = "2031-05-04T06:30:00Z",
    length: int | None = None,
    extra: str = "",
) -> bytes:
    """One WARC record; `length` lies about its size."""
    block = "\r\n".join((f"HTTP/1.1 {status}", *headers, "", "")).encode() + body if kind == "response" else body
    typed = "application/http; msgtype=response" if kind == "response" else "text/html"
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"{extra}Content-Type: {typed}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def wacz(archives: dict[str, bytes], *, hashes: dict[str, str] | None = None, package: bool = True) -> bytes:
    """A WACZ; `hashes` overrides what its datapackage.json says of an archive."""
    resources = [
        {
            "name": name,
            "path": f"archive/{name}",
            "bytes": len(data),
            "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        }
        for name, data in archives.items()
    ]
    for row in resources:
        row["hash"] = (hashes or {}).get(str(row["name"]), row["hash"])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in archives.items():
            archive.writestr(f"archive/{name}", data)
        if package:
            archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "resources": resources}))
    return out.getvalue()


def zip_of(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def members(*blocks: bytes) -> bytes:
    """A gzip file with one member a block, as WARC writers make it."""
    return b"".join(gzip.compress(block, mtime=0) for block in blocks)


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/ferry\r\n"
    b"Subject: Ferry stopped\r\nDate: Sun, 4 May 2031 06:30:00 +0200\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----part-1"\r\n\r\n\r\n'
    b"------part-1\r\nContent-Type: text/css\r\nContent-Location: https://harbour.example/s.css\r\n\r\np{}\r\n"
    b"------part-1\r\nContent-Type: text/html\r\nContent-Location: https://advert.example/frame\r\n\r\n<p>Buy rope</p>\r\n"
    b"------part-1\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://harbour.example/ferry\r\n\r\n<p>The caf=E9 owner said th=\r\ne ferry had stopped.</p>\r\n"
    b"------part-1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------part-1--\r\n"
)
