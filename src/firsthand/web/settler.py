"""Settling in the background: after a decision the figures and origins are made anew, while people go on reading."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from firsthand.errors import FirsthandError
from firsthand.ledger import Ledger
from firsthand.pipeline import run_of, settle
from firsthand.settings import Settings

LARGE = 400  # articles: beyond it settling takes longer than a reviewer should have beside the work, and waits to be asked for

_log = logging.getLogger(__name__)


class Settler:
    """Settles the case once for however many decisions came since; one at a time."""

    def __init__(self, open_case: Callable[[], Ledger], settings: Settings, now: Callable[[], str]) -> None:
        self._open, self._settings, self._now = open_case, settings, now
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._again = False

    @property
    def busy(self) -> bool:
        """Says whether it is at work."""
        return self._thread is not None and self._thread.is_alive()

    def ask(self, articles: int = 0) -> None:
        """Has the case settled soon; a large case only when asked without its size."""
        if articles > LARGE:
            return
        with self._lock:
            self._again = True
            if not self.busy:
                self._thread = threading.Thread(target=self._work, name="settler", daemon=True)
                self._thread.start()

    def wait(self, seconds: float = 60.0) -> None:
        """Waits until it is done, at most so long."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._again:
                    self._thread = None
                    return
                self._again = False
            try:
                with self._open() as ledger:
                    run = run_of(self._settings, self._now())
                    ledger.begin(run)
                    settle(ledger, run.id, self._now())
            except FirsthandError:
                _log.exception("settling after a decision failed; it is tried again with the next one")
