"""Runs and entries: which machine or person put what into the log, and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the machine. `model_digests` and `settings` are (name, value) pairs; `started_at` is ISO 8601."""

    id: str
    version: str
    model_digests: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    started_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log. `run` is a run's id or "person:NAME"; `forgotten` says that its payload was removed on purpose."""

    seq: int
    subject: str
    kind: str
    payload_digest: str
    run: str
    recorded_at: str
    supersedes: int | None
    previous_hash: str
    hash: str
    forgotten: bool = False
