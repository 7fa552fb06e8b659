"""Extraction where it can be killed: a page that hangs or explodes costs its own time limit and nothing else.

One child process extracts page after page. When a page takes longer than its limit, or the child dies (out of memory, a crash in
a C library), the child is replaced and the page becomes an Omission. Pages are answered in the order they were given; the child
works one page ahead of its reader.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from types import TracebackType

from firsthand.records import Article, Omission, Page

Extraction = tuple[Article | None, tuple[Omission, ...]]
_MEMORY_LIMIT = 3 * 1024**3  # bytes of address space: an ordinary page takes a tenth of it
_START_SECONDS = 60.0  # importing the extractor on a busy machine


class Extractor:
    """Extracts pages in a child process that can be killed. Use it as a context manager."""

    def __init__(self, seconds: float = 10.0) -> None:
        self._seconds = seconds
        self._child: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def __call__(self, page: Page) -> Extraction:
        """Gives what the page yields, or an Omission when it had to be given up."""
        return next(iter(self.map([page])))[1]

    def map(self, pages: Iterable[Page]) -> Iterator[tuple[Page, Extraction]]:
        """Yields each page with what it yielded, in order, extracting one page ahead."""
        waiting: deque[Page] = deque()
        for page in pages:
            self._send(page)
            waiting.append(page)
            if len(waiting) > 1:
                yield self._receive(waiting)
        while waiting:
            yield self._receive(waiting)

    def _receive(self, waiting: deque[Page]) -> tuple[Page, Extraction]:
        page = waiting.popleft()
        answer = self._answer()
        if isinstance(answer, str):
            self._stop()
            for later in waiting:  # they died with the child: give them to the next one
                self._send(later)
            return page, (
                None,
                (
                    Omission(
                        stage="article",
                        subject=page.url or page.via or page.id,
                        reason=answer,
                        detail=_WAYS[answer].format(self._seconds),
                    ),
                ),
            )
        return page, answer

    def _answer(self) -> Extraction | str:
        if self._pipe is None:
            return "extraction crashed"
        try:
            if not self._pipe.poll(self._seconds):
                return "extraction timed out"
            answer: Extraction = self._pipe.recv()
        except (EOFError, OSError):
            return "extraction crashed"
        return answer

    def _send(self, page: Page) -> None:
        if self._pipe is None:
            self._start()
        try:
            assert self._pipe is not None
            self._pipe.send(page)
        except (BrokenPipeError, OSError):  # seen as a crash when its answer is read
            self._stop()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=_work, args=(theirs,), daemon=True)
        self._child.start()
        theirs.close()
        if self._pipe.poll(_START_SECONDS):
            self._pipe.recv()  # "ready"

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
        self._child = self._pipe = None


_WAYS = {
    "extraction timed out": "the page was given up after {} s; raise page_seconds to wait longer",
    "extraction crashed": "the extractor died on this page; its bytes are left out, other pages are not affected",
}


def _work(pipe: Connection) -> None:
    """Runs in the child: extracts what comes until the pipe closes."""
    _limit_memory()
    from firsthand.article import extract

    pipe.send("ready")
    while True:
        try:
            page: Page = pipe.recv()
        except EOFError:
            return
        try:
            answer = extract(page)
        except MemoryError:
            os._exit(3)
        except Exception as error:  # a fault of ours must not cost the run: it is reported with the page
            detail = f"{type(error).__name__}: {error}"[:300]
            answer = (
                None,
                (
                    Omission(
                        stage="article",
                        subject=page.url or page.via or page.id,
                        reason="extraction failed",
                        detail=detail,
                    ),
                ),
            )
        pipe.send(answer)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT, resource.RLIM_INFINITY))
