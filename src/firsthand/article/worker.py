"""Extraction where it can be killed: a page that hangs or explodes costs its own time limit and nothing else.

One child process extracts page after page. When a page takes longer than its limit, or the child dies (out of memory, a crash in
a C library), the child is replaced and the page becomes an Omission. Pages are answered in the order they were given; the child
works one page ahead of its reader.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType

from firsthand.errors import BrokenSurroundings
from firsthand.records import Article, Omission, Page

Extraction = tuple[Article | None, tuple[Omission, ...]]
_MEMORY_LIMIT = 3 * 1024**3  # bytes of address space: an ordinary page takes a tenth of it
_START_SECONDS = 120.0  # importing the extractor on a busy machine
_ORPHAN_SECONDS = 60.0  # beyond ten times the limit of a page: then nobody is left who would kill the child

# reason -> what happened and the way out
_WAYS = {
    "extraction timed out": "the page was given up after {:g} s; raise page_seconds to wait longer",
    "extraction crashed": "the extractor died on this page (out of memory, or a fault in a library); the other pages are not affected",
}


class Extractor:
    """Extracts pages in a child process that can be killed. Use it as a context manager.

    `seconds` is the limit for one page, `memory` the child's address space in bytes (not on Windows).
    """

    def __init__(self, seconds: float = 10.0, memory: int = _MEMORY_LIMIT) -> None:
        self._seconds, self._memory = seconds, memory
        self._child: _Child | None = None

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
        """Yields each page with what it yielded, in order, extracting one page ahead.

        Raises BrokenSurroundings when no child can be started at all.
        """
        waiting: deque[Page] = deque()
        for page in pages:
            self._send(page)
            waiting.append(page)
            if len(waiting) > 1:
                yield self._receive(waiting)
        while waiting:
            yield self._receive(waiting)

    def _send(self, page: Page) -> None:
        if self._child is None:
            self._child = _Child(self._seconds, self._memory)
        self._child.send(page)

    def _receive(self, waiting: deque[Page]) -> tuple[Page, Extraction]:
        page = waiting.popleft()
        answer = self._child.answer(self._seconds) if self._child is not None else "extraction crashed"
        if not isinstance(answer, str):
            return page, answer
        self._stop()
        for later in waiting:  # they died with the child: give them to the next one
            self._send(later)
        return page, (None, (_omission(page, answer, _WAYS[answer].format(self._seconds)),))

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()


class _Child:
    """One process that extracts, and the pipe to it. Raises BrokenSurroundings when it does not start.

    Pages are carried over by a thread: a child that hangs reads nothing, and one that is handing over a long article waits
    until it is taken, so sending a large page from here could wait for ever.
    """

    def __init__(self, seconds: float, memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, seconds, memory), daemon=True)
        self._carrier = ThreadPoolExecutor(max_workers=1)
        self._process.start()
        theirs.close()
        if isinstance(self.answer(_START_SECONDS), str):
            self.kill()
            raise BrokenSurroundings(
                "the process that extracts pages does not start: free some memory; in a script of your own, call firsthand "
                'from under `if __name__ == "__main__":`'
            )

    def send(self, page: Page) -> None:
        """Hands over a page without waiting; if the child is dead, its answer will say so."""
        self._carrier.submit(_carry, self._pipe, page)

    def answer(self, seconds: float) -> Extraction | str:
        """Gives the next answer, or the reason why there is none."""
        try:
            if not self._pipe.poll(seconds):
                return "extraction timed out"
            answer: Extraction = self._pipe.recv()
        except (EOFError, OSError):
            return "extraction crashed"
        return answer

    def kill(self) -> None:
        """Ends the process, and with it whatever waits for it."""
        self._process.kill()
        self._process.join()
        self._carrier.shutdown()
        self._pipe.close()


def _carry(pipe: Connection, page: Page) -> None:
    with suppress(OSError):  # the child died, which is seen when its answer is asked for
        pipe.send(page)


def _work(pipe: Connection, seconds: float, memory: int) -> None:
    """Runs in the child: extracts what comes until the pipe closes. Its first message says that it is ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _limit_memory(memory)
    _warm_up()
    try:
        pipe.send((None, ()))
        while True:
            page: Page = pipe.recv()
            # Works without the interpreter's lock: a page that hangs must not outlive a parent that was killed.
            faulthandler.dump_traceback_later(10 * seconds + _ORPHAN_SECONDS, exit=True, file=2)
            answer = _extracted(page)
            faulthandler.cancel_dump_traceback_later()
            pipe.send(answer)
    except (EOFError, OSError):
        return
    except MemoryError:
        os._exit(3)


def _extracted(page: Page) -> Extraction:
    from firsthand.article import extract

    try:
        return extract(page)
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours must not cost the run: it is reported with the page
        return None, (_omission(page, "extraction failed", f"{type(error).__name__}: {error}"[:300]),)


def _warm_up() -> None:
    """Loads the libraries and their tables, so that no page pays for them out of its time."""
    words = "The ferry was stopped on Monday, the harbour master said, and nobody was hurt. " * 3
    body = f"<html><head><title>Ferry stopped</title></head><body><article><p>{words}</p></article></body></html>"
    _extracted(Page(url="", body=body.encode(), content_type="text/html", via="warm-up"))


def _omission(page: Page, reason: str, detail: str) -> Omission:
    return Omission(stage="article", subject=page.url or page.via or page.id, reason=reason, detail=detail)


def _limit_memory(memory: int) -> None:
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        with suppress(ValueError, OSError):  # macOS knows the limit and does not take it
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
