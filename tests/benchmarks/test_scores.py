"""What the scorers print is read right, for every task."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from benchmarks.bench import OWN
from benchmarks.scores import JOBS, Job, rate_of, scores_of

from benchmarks import run

JOB = {job.name: job for job in JOBS}
THREE = "attribution            71.0   69.0   70.0\nspeech attribution     80.0   85.5   82.7\nspeaker accuracy        91.5   (content-matched)\n"

SAMPLES = [
    ("mission", "statements 17/19  figures 6/6  figure relations 1/2  chain right  unresolved times 2/2  page 4/5  invented 3\nstatements missed: [4]",
     {"statements": "17/19", "figures": "6/6", "figure relations": "1/2", "chain": "right", "unresolved times": "2/2", "page": "4/5", "invented": "3"}),
    ("attribution", THREE, {"attribution F1": "70.0", "speech attribution F1": "82.7", "speaker accuracy": "91.5"}),
    ("figures", "HEADLINE                               61.2\nrecall                                 0.950\nchain_exact                            0.400\n"
     "chain_exact_2_or_more                  0.100\nover_claimed_independence              {'pairs': 7, 'of': 165, 'share': 0.04}\n",
     {"headline": "61.2", "recall": "95.0", "chain exact": "40.0", "over-claimed independence": "7/165"}),
    ("lineage", "HEADLINE                          88.1\nover_claimed_independence         3/253\nrewrite_f1                        0.75\n",
     {"headline": "88.1", "over-claimed independence": "3/253", "rewrite F1": "75.0"}),
    ("articles, WCXB", "precision          0.9100\nf1                 0.9231\ntitle              0.7000\ntitle_given        1.0000\ndate_invented      0.2500\n",
     {"precision": "91.0", "text F1": "92.3", "title": "70.0", "date given where gold has none": "25.0"}),
    ("duplicates", "pair_f1          0.9876\nrecall           {'abridged': [0.5, 79], 'char_noise': [1.0, 81]}\nquote_recall     0.9500\n",
     {"pair F1": "98.8", "recall, abridged": "50.0", "recall, character noise": "100.0", "quote recall": "95.0"}),
    ("crossdoc", '{\n "CoNLL_F1": 74.25,\n "pairwise": {\n  "P": 61.5,\n  "R": 40.0,\n  "F1": 48.5\n },\n "doc_subtopic": {\n  "B3_F1": 88.0,\n  "pair_F1": 80.5\n }\n}',
     {"CoNLL F1": "74.2", "pairwise precision": "61.5", "pairwise F1": "48.5", "documents to events, B-cubed F1": "88.0", "documents to events, pair F1": "80.5"}),
    ("geo", '{\n "tag_exact": {\n  "P": 80.0,\n  "R": 70.0,\n  "F1": 74.7\n },\n "resolution": {\n  "n": 9,\n  "acc161": 81.5\n },\n "end_to_end@161": {\n  "P": 1.0,\n  "F1": 60.5\n }\n}',
     {"tag F1": "74.7", "within 161 km, of found": "81.5", "end to end F1 at 161 km": "60.5"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "output", "expected"), SAMPLES, ids=[name for name, _, _ in SAMPLES])
def test_printed_figures_are_read(name: str, output: str, expected: dict[str, str]) -> None:
    """Each figure that is printed is found under its name; what is not printed is left out."""
    assert scores_of(JOB[name].measures, output) == expected


@pytest.mark.parametrize("job", [job for job in JOBS if (OWN / job.data).exists()], ids=lambda job: job.name)
def test_scorers_of_our_own_sets_print_every_measure(job: Job, tmp_path: Path) -> None:
    """Each scorer kept here runs, and none of the figures of its job is missing in what it prints."""
    data, predictions = OWN / job.data, tmp_path / "predictions.jsonl"
    gold = data / "gold.jsonl" if data.is_dir() else data
    predictions.write_text(gold.read_text(encoding="utf-8") if gold.is_file() else "", encoding="utf-8")
    (tmp_path / "relations.jsonl").write_text("", encoding="utf-8")
    command = run.score_command(job.task, data, predictions)
    assert command is not None
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert scores_of(job.measures, printed).keys() == {measure.name for measure in job.measures}


def test_the_rate_is_the_last_line() -> None:
    """The rate is read from the end, with its unit."""
    rate = rate_of("12 words per CPU-second is not it\nrecall 1.0\n12,345 words per CPU-second\n")
    assert rate is not None and (rate.amount, rate.unit) == ("12,345", "words")
    assert rate_of("nothing of the kind\n") is None
