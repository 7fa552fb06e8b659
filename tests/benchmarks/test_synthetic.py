"""The synthetic case is whole, answers questions, and is the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import synthetic
from firsthand.cli.group import group
from firsthand.ledger import Ledger, verify
from firsthand.records import Origin, Release, Series, Story

ARTICLES = 50


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("synthetic") / "case.db"
    synthetic.build(path, ARTICLES)
    return path


def test_every_hash_and_span_holds(case: Path) -> None:
    """verify has nothing to say about it."""
    with Ledger(case, create=False) as ledger:
        assert list(verify(ledger)) == []
        counts = ledger.counts()
    assert counts.articles == counts.pages == ARTICLES and counts.claims > 10 * ARTICLES and counts.figures > ARTICLES


def test_figures_stand_on_their_words(case: Path) -> None:
    """A row's number is what its words say, and its release and series are there."""
    with Ledger(case, create=False) as ledger:
        releases = {release.id: release for release in ledger.views(Release)}
        series = {one.id for one in ledger.views(Series)}
        for row in ledger.figures():
            assert row.words.replace(",", "") == row.low == releases[row.release or ""].low
            assert row.series in series and (row.claim, row.quantity) in releases[row.release or ""].figures


def test_views_agree(case: Path) -> None:
    """Every article belongs to one story, every release to one origin; there are copies, updates and disputes."""
    with Ledger(case, create=False) as ledger:
        assert sorted(a for story in ledger.views(Story) for a in story.articles) == sorted(
            a.id for a in ledger.articles()
        )
        assert sorted(r for origin in ledger.views(Origin) for r in origin.releases) == sorted(
            r.id for r in ledger.views(Release)
        )
        relations = {judgement.relation for judgement in ledger.judgements()}
    assert {
        "copy",
        "rewrite",
        "cites",
        "updates",
        "disputes",
        "same origin",
        "independent",
        "not established",
    } <= relations


@pytest.mark.parametrize(
    "arguments", [("figures",), ("figures", "--jsonl"), ("search", "flood"), ("origins",)], ids=" ".join
)
def test_verbs_answer(case: Path, arguments: tuple[str, ...]) -> None:
    """The reading side works on it."""
    done = CliRunner().invoke(group, ["--case", str(case), *arguments])
    assert done.exit_code == 0 and len(done.output.splitlines()) > 5


def test_the_same_number_gives_the_same_case(case: Path, tmp_path: Path) -> None:
    """Nothing is random: the logs of two cases end in the same hash."""
    synthetic.build(tmp_path / "again.db", ARTICLES)
    with Ledger(case, create=False) as one, Ledger(tmp_path / "again.db", create=False) as other:
        assert one.log(limit=1)[0].hash == other.log(limit=1)[0].hash


def test_the_first_event_is_the_largest() -> None:
    """One story in a large case has many pages, as in life."""
    assert sum(1 for _ in synthetic.pages_of(0, 10_000)) == 200
    assert [page.part for page in synthetic.pages_of(1, 10_000)] == list(synthetic.ROUND[:6])
