"""Zip files: a WACZ is read, archive by archive, each against its recorded hash; other zips are named for what they are."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from firsthand.ingest.options import MEGABYTE, IngestOptions
from firsthand.ingest.refusals import Refusal, omit
from firsthand.ingest.rows import parsed
from firsthand.ingest.sniff import sniff
from firsthand.ingest.streams import CHUNK, Source, inflated, metered, opened, read_all, seekable
from firsthand.ingest.warc import read_warc
from firsthand.records import Omission, Page

_INDEX_BYTES = 20 * MEGABYTE
_HASHES = frozenset({"sha256", "sha512", "sha1", "md5"})
# (a name inside, what such a zip is)
KINDS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "Word document"),
    ("xl/workbook.xml", "Excel workbook"),
    ("ppt/presentation.xml", "PowerPoint presentation"),
    ("META-INF/container.xml", "EPUB book"),
    ("content.xml", "OpenDocument file"),
    ("META-INF/MANIFEST.MF", "Java program"),
)


def read_zip(source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    """Gives the pages of a WACZ; refuses any other zip by the name of its kind."""
    with seekable(source, options.archive_bytes) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Refusal("damaged archive", f"the zip cannot be opened ({error})"[:200]) from error
        with archive:
            yield from _read_wacz(archive, source, options)


def _read_wacz(archive: zipfile.ZipFile, source: Source, options: IngestOptions) -> Iterator[Page | Omission]:
    names = sorted(set(archive.namelist()))
    warcs = [name for name in names if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))]
    if not warcs:
        kind = next((kind for inside, kind in KINDS if inside in names), None)
        raise Refusal(
            "unsupported kind", kind or ("WACZ without archives" if "datapackage.json" in names else "zip archive")
        )
    hashes, problems = _recorded_hashes(archive, source, options)
    yield from problems
    for name in sorted({*warcs, *(name for name in hashes if name.startswith("archive/"))}):
        yield from _read_member(archive, name, hashes.get(name), source, options)


def _read_member(
    archive: zipfile.ZipFile, name: str, recorded: str | None, source: Source, options: IngestOptions
) -> Iterator[Page | Omission]:
    subject, label = f"{source.name}/{name}", f"{source.label}/{name}"
    try:
        if name not in archive.namelist():
            raise Refusal("damaged archive", "named in datapackage.json but not in the zip")
        if recorded and not _holds(archive, name, recorded, options):
            raise Refusal("hash mismatch", f"recorded {recorded[:80]}")
        with _member(archive, name, options) as stream:
            inside = opened(subject, label, stream)
            yield from read_warc(inflated(inside, options) if sniff(inside.head).reader == "gzip" else inside, options)
    except Refusal as refusal:
        yield omit(subject, refusal.reason, refusal.what)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        yield omit(subject, "damaged archive", str(error)[:200])


def _member(archive: zipfile.ZipFile, name: str, options: IngestOptions) -> BinaryIO:
    stream = cast(BinaryIO, archive.open(name))
    return metered(stream, compressed=archive.getinfo(name).compress_size, options=options)


def _holds(archive: zipfile.ZipFile, name: str, recorded: str, options: IngestOptions) -> bool:
    kind, _, digest = recorded.partition(":")
    if kind.lower() not in _HASHES:
        return True
    seen = hashlib.new(kind.lower(), usedforsecurity=False)
    with _member(archive, name, options) as stream:
        while chunk := stream.read(CHUNK):
            seen.update(chunk)
    return seen.hexdigest() == digest.strip().lower()


def _recorded_hashes(
    archive: zipfile.ZipFile, source: Source, options: IngestOptions
) -> tuple[dict[str, str], list[Omission]]:
    """Gives path -> "sha256:…" from datapackage.json, and what is wrong with that file. Without one nothing can be checked."""
    subject = f"{source.name}/datapackage.json"
    problems: list[Omission] = []
    try:
        index = _json_member(archive, "datapackage.json", options)
        seal = _json_member(archive, "datapackage-digest.json", options)
        recorded = seal.get("hash") if isinstance(seal, dict) else None
        if (
            index is not None
            and isinstance(recorded, str)
            and not _holds(archive, "datapackage.json", recorded, options)
        ):
            problems.append(omit(subject, "hash mismatch", f"recorded {recorded[:80]}"))
    except Refusal as refusal:
        return {}, [omit(subject, refusal.reason, refusal.what)]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        return {}, [omit(subject, "damaged archive", str(error)[:200])]
    rows = index.get("resources") if isinstance(index, dict) else None
    listed = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {
        row["path"]: row["hash"]
        for row in listed
        if isinstance(row.get("path"), str) and isinstance(row.get("hash"), str)
    }, problems


def _json_member(archive: zipfile.ZipFile, name: str, options: IngestOptions) -> Any:
    if name not in archive.namelist():
        return None
    with _member(archive, name, options) as stream:
        return parsed(read_all(stream, _INDEX_BYTES))
