"""Every name the caller gives becomes pages or omissions, in a fixed order, one at a time."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from firsthand.ingest.addresses import as_address, has_scheme
from firsthand.ingest.options import IngestOptions
from firsthand.ingest.plain import visit
from firsthand.ingest.readers import read_safely
from firsthand.ingest.refusals import omit, shown
from firsthand.ingest.streams import STDIN, opened
from firsthand.records import Omission, Page

_PATTERN = frozenset("*?[")
# Browsers put a page's pictures and frames in a folder of this name beside it; they are part of that page.
_COMPANIONS = ("_files", "_Files", ".files", "-Dateien", "_fichiers", "_archivos")


def gather(names: Sequence[str], *, options: IngestOptions | None = None) -> Iterator[Page | Omission]:
    """Gives the pages that files, folders, patterns, addresses and "-" hold, and an omission for each that holds none.

    Nothing is raised for a bad input, and nothing is read from the network unless `options.fetch` is given.
    Order is that of `names`; inside a folder, sorted by path. Hidden files, and the "NAME_files" folder that a
    browser saves beside NAME.html, are not inputs.
    """
    options = options or IngestOptions()
    for name in names:
        if name == STDIN:
            yield from _stdin(options)
        elif has_scheme(name):
            yield from _address(name, options)
        else:
            yield from _path(name, options)


def _stdin(options: IngestOptions) -> Iterator[Page | Omission]:
    yield from _opened(STDIN, STDIN, options.stdin or sys.stdin.buffer, options)


def _address(name: str, options: IngestOptions) -> Iterator[Page | Omission]:
    address = as_address(name)
    if address is None:
        yield omit(name, "address refused", "not an http or https address")
    else:
        yield from visit(address, options)


def _path(name: str, options: IngestOptions) -> Iterator[Page | Omission]:
    try:
        found = os.path.lexists(name)
        mode = os.stat(name).st_mode if found else 0  # noqa: PTH116 - Path() would change the name
    except (OSError, ValueError) as error:
        yield omit(name, "unreadable", _why(error))
        return
    if not found and _PATTERN & set(name):
        yield from _pattern(name, options)
    elif not found:
        yield omit(name, "not found")
    elif stat.S_ISDIR(mode):
        yield from _folder(Path(name), options)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        # A pipe that is named outright is the shell's <(command).
        yield from _file(Path(name), Path(name).name, options)
    else:
        yield omit(name, "not a regular file")


def _pattern(name: str, options: IngestOptions) -> Iterator[Page | Omission]:
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - patterns may be absolute
    if not matches:
        yield omit(name, "nothing matches")
    for match in matches:
        yield from _path(match, options)


def _folder(folder: Path, options: IngestOptions) -> Iterator[Page | Omission]:
    problems: list[OSError] = []
    seen = False
    for path in _walk(folder, problems):
        seen = True
        label = path.relative_to(folder.parent).as_posix() if folder.name else path.relative_to(folder).as_posix()
        if path.is_file():
            yield from _file(path, label, options)
        else:
            yield omit(str(path), "not a regular file" if path.exists() else "not found")
    for problem in problems:
        yield omit(str(problem.filename or folder), "unreadable", _why(problem))
    if not seen and not problems:
        yield omit(str(folder), "empty folder")


def _walk(folder: Path, problems: list[OSError]) -> Iterator[Path]:
    """Gives the files of a folder, sorted, without hidden ones and without what belongs to a saved page."""
    for root, folders, files in os.walk(folder, onerror=problems.append):
        pages = {Path(file).stem for file in files if file.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_companion(name, pages))
        yield from (Path(root, file) for file in sorted(files) if not file.startswith("."))


def _is_companion(name: str, pages: set[str]) -> bool:
    return any(name.endswith(ending) and name.removesuffix(ending) in pages for ending in _COMPANIONS)


def _file(path: Path, label: str, options: IngestOptions) -> Iterator[Page | Omission]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield omit(str(path), "unreadable", _why(error))
        return
    with stream:
        yield from _opened(str(path), shown(label), stream, options)


def _opened(name: str, label: str, stream: BinaryIO, options: IngestOptions) -> Iterator[Page | Omission]:
    try:
        source = opened(name, label, stream)
    except (OSError, ValueError) as error:
        yield omit(name, "unreadable", _why(error))
        return
    yield from read_safely(source, options)


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error))[:200]
