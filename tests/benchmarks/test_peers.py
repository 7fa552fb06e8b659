"""Other systems take part in jobs that exist, have a worker, and their rows stand in peers.json as it is written."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from benchmarks.bench import PEERS
from benchmarks.peers import TABLE, NotInstalled, call, dumped
from benchmarks.peers_work import SYSTEMS, as_fine_as
from benchmarks.scores import JOBS


def test_each_peer_has_a_job_and_a_worker() -> None:
    assert {peer.job for peer in TABLE} <= {job.name for job in JOBS}
    assert {peer.worker for peer in TABLE} == set(SYSTEMS)


def test_the_file_of_peers_is_as_it_is_written() -> None:
    """One system a line, so that a difference can be read."""
    text = PEERS.read_text("utf-8")
    assert dumped(json.loads(text)) == text


def test_what_does_not_run_is_skipped_with_its_reason() -> None:
    with pytest.raises(NotInstalled, match="no module of that name"):
        call(["python3", "-c", "raise SystemExit('no module of that name')"])


@pytest.mark.parametrize(
    ("words", "value"), [("May 2031", "2031-05"), ("2031", "2031"), ("Monday", "2031-05-04"), ("4 May", "2031-05-04")]
)
def test_a_day_is_not_made_of_a_month_or_a_year(words: str, value: str) -> None:
    """That system always gives a day; it is not blamed for it."""
    assert as_fine_as(words, datetime(2031, 5, 4, tzinfo=UTC)) == value
