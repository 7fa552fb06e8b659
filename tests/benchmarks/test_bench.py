"""A full run finds its data, keeps what it does not measure anew, and puts peers beside our own figures."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from benchmarks.bench import OWN, PEERS, SKIPPED, Outcome, describe, find_data, peers_of, skip
from benchmarks.scores import JOBS, Rate, rate_of

from benchmarks import results, run

JOB = {job.name: job for job in JOBS}


def test_every_task_is_run() -> None:
    """No task of run.py is left out of a full run, and none is unknown to it."""
    assert {job.task for job in JOBS} == set(run.TASKS)


def test_data_is_taken_from_the_folder_or_else_from_our_own_sets(tmp_path: Path) -> None:
    """The folder comes first; what only others have is not found without it."""
    assert find_data(JOB["chains"], tmp_path) == OWN / "chains" / "dev.jsonl"
    assert find_data(JOB["attribution"], tmp_path) is None
    (tmp_path / "chains").mkdir()
    (tmp_path / "chains" / "dev.jsonl").touch()
    assert find_data(JOB["chains"], tmp_path) == tmp_path / "chains" / "dev.jsonl"


def test_run_prints_a_rate_and_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A task's amount becomes a rate; the scorer beside the data is run."""
    data = tmp_path / "dev.jsonl"
    data.write_text("{}\n", encoding="utf-8")
    (tmp_path / "score.py").write_text("print('scored')\n", encoding="utf-8")
    monkeypatch.setattr(
        run.importlib, "import_module", lambda name: SimpleNamespace(run=lambda data, out: (1000, "words"))
    )
    monkeypatch.setattr(
        sys, "argv", ["run.py", "chains", "--data", str(data), "--out", str(tmp_path / "p" / "out.jsonl"), "--score"]
    )
    assert run.main() == 0
    printed = capfd.readouterr().out
    rate = rate_of(printed)
    assert "scored" in printed and rate is not None and rate.unit == "words"


@pytest.mark.parametrize(
    "arguments", [["nosuchtask"], ["chains"], ["chains", "--data", "nowhere.jsonl", "--out", "p"]], ids=" ".join
)
def test_run_refuses_what_it_does_not_know(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown task, missing options and missing data are wrong use."""
    monkeypatch.setattr(sys, "argv", ["run.py", *arguments])
    with pytest.raises(SystemExit) as stop:
        run.main()
    assert stop.value.code == 2
    assert capsys.readouterr().err


def test_one_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    """A section measured anew takes its place in the order; earlier ones are not touched."""
    path = tmp_path / "results.md"
    for heading, body in (("b", "two"), ("a", "one"), ("z", "last"), ("b", "two again")):
        results.put_section(path, heading, body, ["a", "b"])
    assert list(results.read_sections(path.read_text("utf-8")).items()) == [
        ("a", "one"),
        ("b", "two again"),
        ("z", "last"),
    ]


def test_skipping_keeps_what_was_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without data a section says so, unless it was measured before."""
    path = tmp_path / "results.md"
    skip(JOB["geo"], path, ["geo"])
    assert results.read_sections(path.read_text("utf-8"))["geo"] == SKIPPED
    results.put_section(path, "geo", "measured")
    skip(JOB["geo"], path, ["geo"])
    assert results.read_sections(path.read_text("utf-8"))["geo"] == "measured"
    assert SKIPPED in capsys.readouterr().out


def test_peers_stand_beside_our_figures() -> None:
    """One column a system; what a system does not give is a dash, what should be low is marked."""
    outcome = Outcome(
        scores={"accuracy": "50.0", "false dispute": "2.0"}, splits={}, rate=Rate(amount="1,000", unit="words")
    )
    shown = describe(
        JOB["relations, across passages"], outcome, {"peer (development)": {"accuracy": "40.0", "false dispute": "9.0"}}
    )
    assert "| accuracy | 50.0 | 40.0 |" in shown and "| false dispute ↓ | 2.0 | 9.0 |" in shown
    assert "| macro-F1 | – | – |" in shown and "| words per CPU-second | 1,000 | – |" in shown
    assert "measured elsewhere" in shown


def test_a_failure_is_written_down() -> None:
    """A task that broke says so instead of showing nothing."""
    assert "**failed**: exit code 1" in describe(
        JOB["chains"], Outcome(scores={}, splits={}, rate=None, failure="exit code 1"), {}
    )


def test_peers_name_jobs_and_measures_that_exist() -> None:
    """No figure of a peer gets lost for a name that nobody reads."""
    table = json.loads(PEERS.read_text("utf-8"))["peers"]
    assert table.keys() <= JOB.keys()
    for name in table:
        known = {measure.name for measure in JOB[name].measures}
        for column, scores in peers_of(JOB[name]).items():
            assert {score for score in scores if not score.endswith("per CPU-second")} <= known, column
            assert column.endswith(")")


def test_our_own_sets_have_a_card_and_a_scorer() -> None:
    """Whoever opens a set finds what it asks, what limits it and how it is scored."""
    folders = [folder for folder in sorted(OWN.iterdir()) if folder.is_dir()]
    assert folders
    for folder in folders:
        assert (folder / "README.md").is_file() and (folder / "score.py").is_file(), folder.name
