#!/usr/bin/env python3
"""Write the demo case's capture.wacz from the pages in scripts/demo_wacz/, the same bytes every time.

usage: build_demo_wacz.py [OUTPUT]        needs warcio; see demo_wacz/manifest.json for addresses and capture times
"""

import hashlib
import io
import json
import sys
import uuid
import zipfile
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SOURCE = Path(__file__).parent / "demo_wacz"
OUTPUT = Path(__file__).parents[1] / "src/firsthand/demo/case/capture.wacz"
ZIP_TIME = (2025, 5, 16, 18, 0, 0)


def record_id(name):
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'firsthand-demo/' + name)}>"


def timestamp(captured):
    return "".join(ch for ch in captured if ch.isdigit())


def surt(url):
    host, _, path = url.split("://", 1)[1].partition("/")
    host = host[4:] if host.startswith("www.") else host
    return ",".join(reversed(host.split("."))) + ")/" + path.lower()


def build_warc(captures):
    out, index = io.BytesIO(), []
    writer = WARCWriter(out, gzip=True)
    info = writer.create_warcinfo_record(
        "data.warc.gz", {"software": "firsthand demo case", "format": "WARC File Format 1.1"}
    )
    info.rec_headers.replace_header("WARC-Date", captures[0]["captured"])
    info.rec_headers.replace_header("WARC-Record-ID", record_id("warcinfo"))
    writer.write_record(info)
    for capture in captures:
        body = (SOURCE / capture["file"]).read_bytes()
        headers = StatusAndHeaders(
            "200 OK",
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))],
            protocol="HTTP/1.1",
        )
        record = writer.create_warc_record(
            capture["url"],
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={
                "WARC-Date": capture["captured"],
                "WARC-Record-ID": record_id(capture["captured"] + capture["url"]),
            },
        )
        start = out.tell()
        writer.write_record(record)
        entry = {
            "url": capture["url"],
            "mime": "text/html",
            "status": "200",
            "digest": record.rec_headers.get_header("WARC-Payload-Digest"),
            "length": str(out.tell() - start),
            "offset": str(start),
            "filename": "data.warc.gz",
        }
        index.append(f"{surt(capture['url'])} {timestamp(capture['captured'])} {json.dumps(entry)}\n")
    return out.getvalue(), "".join(sorted(index)).encode()


def build_pages(captures):
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}]
    for capture in captures:
        lines.append(
            {
                "id": record_id("page" + capture["captured"])[10:-1],
                "url": capture["url"],
                "ts": capture["captured"],
                "title": capture["title"],
            }
        )
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def build_wacz():
    captures = json.loads((SOURCE / "manifest.json").read_text("utf8"))
    warc, index = build_warc(captures)
    files = {"archive/data.warc.gz": warc, "indexes/index.cdxj": index, "pages/pages.jsonl": build_pages(captures)}
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": "Haldrin: three pages kept on 13 and 14 May 2025 (fiction)",
        "created": "2025-05-16T18:00:00Z",
        "software": "firsthand demo case",
        "resources": [
            {
                "name": path.rsplit("/", 1)[-1],
                "path": path,
                "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
                "bytes": len(data),
            }
            for path, data in files.items()
        ],
    }
    files["datapackage.json"] = (json.dumps(package, indent=2) + "\n").encode()
    digest = {"path": "datapackage.json", "hash": "sha256:" + hashlib.sha256(files["datapackage.json"]).hexdigest()}
    files["datapackage-digest.json"] = (json.dumps(digest, indent=2) + "\n").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, ZIP_TIME)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data)
    return out.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    data = build_wacz()
    target.write_bytes(data)
    print(f"{target}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
