"""Settling what changed gives what settling the whole case gives, whatever was added, decided on or forgotten, in whatever order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ledger import Ledger, verify
from firsthand.pipeline import settle
from firsthand.reconcile import joining, resettling
from firsthand.reconcile.sketches import Sketch, rules_digest
from firsthand.records import Link, Origin, Page, Reading, Release, Review, Series, Story, derive
from tests.reconcile import pages
from tests.reconcile.builders import make_report

AT = "2031-01-01T00:00:00Z"
PLACES = ("Orsa", "Tolna", "Varde", "Brask")
OFFICES = ("governor Ilse Marn", "mayor Odo Fenn", "nurse Tove Rask")


def report(number: int) -> Reading:
    """Gives one of many reports: places, speakers, days, outlets and numbers come round in different measures, so that pages meet by chance
    as well as for their matter; every seventh is an earlier page's text under another address, every ninth a later version of one."""
    if number % 7 == 6:
        return retold(report(number - 5), f"https://copy{number}.example/{number}", number)
    if number % 9 == 8:
        return retold(report(number - 4), "", number)
    place, office, day = PLACES[number % 4], OFFICES[number % 3], 1 + number % 25
    killed, hurt = 20 + 13 * (number % 5), 200 + 37 * (number // 3 % 4)
    speaker = " ".join(office.split()[1:])
    text = (
        f"{killed} people were killed when the dam above {place} gave way, {office} told The Paper.\n\n"
        f"In {place} and {PLACES[(number + 1) % 4]} {hurt} were injured, and Lake Sunde rose by {3 + number % 4} metres. Engineers from Brenholt look at wall number {number}."
    )  # fmt: skip
    made = make_report(
        text, url=f"https://paper{number % 6}.example/{number}", published=f"2031-05-{day:02}" if number % 11 not in (0, 4, 7) else None, speaker=speaker,
        entity=speaker.lower(), numbers=(str(killed),),
    )  # fmt: skip
    links = (
        (Link(url=f"https://paper{(number - 1) % 6}.example/{number - 1}", words="earlier"),) if number % 5 == 4 else ()
    )
    return replace(made, article=replace(made.article, links=links)) if made.article else made


def retold(earlier: Reading, url: str, number: int) -> Reading:
    """Gives an earlier page's text with a line more, at another address, or (for "") as a later version at its own."""
    article, claim = earlier.article, earlier.claims[0]
    assert article is not None and claim.speaker is not None
    text = f"{article.text}\n\nMore follows from Varde in edition {number}."
    return make_report(
        text, url=url or article.url, published=article.published, speaker=claim.speaker.name, entity=claim.speaker.entity,
        numbers=tuple(q.span.of(article.text) for q in earlier.quantities),
    )  # fmt: skip


REPORTS = tuple(report(n) for n in range(40))
TEXTS = tuple(Reading(page=article.page, article=article) for article in pages.all_pages())


def put(ledger: Ledger, readings: Sequence[Reading]) -> None:
    for reading in readings:
        assert reading.article is not None
        page = Page(url=reading.article.url, body=reading.article.text.encode(), content_type="text/plain", via="test")
        assert page.id == reading.page
        ledger.add(page, reading, "run", AT)


def held(ledger: Ledger) -> dict[str, object]:
    """Gives everything that settling made of a case."""
    found: dict[str, object] = {kind.__name__: ledger.views(kind) for kind in (Release, Origin, Series, Story)}
    return found | {"figures": ledger.figures(), "judgements": ledger.judgements()}


def settled_whole(ledger: Ledger) -> dict[str, object]:
    """Gives what settling the whole case anew makes of it."""
    settle(ledger, "run", AT, whole=True)
    return held(ledger)


def check(ledger: Ledger) -> None:
    """Settles what changed, and compares with the whole case; then once more, which must change nothing."""
    settle(ledger, "run", AT)
    in_part = held(ledger)
    assert ledger._db.execute("SELECT count(*) FROM unsettled").fetchone()[0] == 0
    entries = ledger.counts().entries
    assert settled_whole(ledger) == in_part
    assert ledger.counts().entries == entries, "what held before holds still, and the log does not grow"


Deed = tuple[str, int]
KINDS = ("add",) * 8 + ("settle",) * 4 + ("text", "reject", "relate", "derive", "forget", "speaker", "undo")
DEEDS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 999)), min_size=15, max_size=45)


def do(ledger: Ledger, deed: Deed) -> None:
    """Does one thing to a case; what cannot be done there is left out."""
    kind, number = deed
    if kind in ("add", "text"):
        known = REPORTS if kind == "add" else TEXTS
        put(ledger, (known[number % len(known)],))
    elif kind == "settle":
        settle(ledger, "run", AT)
    elif kind == "forget" and (listed := [facts.page for facts in ledger.articles()]):
        ledger.forget(listed[number % len(listed)], reason="asked to", by="Ada", at=AT)
    elif kind == "undo":
        standing = [s for s in ledger.reviews() if not s.undone and s.record.action != "undo"]
        if standing:
            one = standing[number % len(standing)]
            ledger.undo(one.seq, by="Ada", at=AT, saw=ledger.version(one.record.key))
    else:
        decide(ledger, kind, number)


def decide(ledger: Ledger, kind: str, number: int) -> None:
    claims, figures = [row.id for row in ledger.claims()], [row.quantity for row in ledger.figures()]
    if kind == "relate" and len(set(figures)) > 1:
        one, other = figures[number % len(figures)], figures[number // 7 % len(figures)]
        value = ("same origin", "repeats", "unrelated", "different scope")[number % 4]
        if one != other:
            record = Review(
                subject=one, action="relate", object=other, value=value, by="Ada", at=AT, reason="read both"
            )
            ledger.review(record, saw=ledger.version(record.key))
    elif kind != "relate" and claims:
        claim = claims[number % len(claims)]
        slot = {"slot": "speaker", "value": "Odo Fenn"} if kind == "speaker" else {}
        action = "edit" if kind == "speaker" else "reject"
        record = Review(subject=claim, action=action, by="Ada", at=AT, reason="read it", **slot)  # type: ignore[arg-type]
        ledger.review(record, saw=ledger.version(claim))


@pytest.fixture(params=["as it is", "small"])
def limits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Settles as it is, and with limits so small that every mark is one of many pages and every piece of work one of many parts."""
    if request.param == "small":
        for module, name, value in ((joining, "ALL_TO_ALL", 3), (joining, "NEAREST", 2), (resettling, "MANY", 3)):
            monkeypatch.setattr(module, name, value)
    return str(request.param)


def in_a_case(work: Callable[[Ledger], None]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "case.db") as ledger:
        ledger._db.execute("PRAGMA synchronous = OFF")
        work(ledger)


def by_lot(a: Sketch, b: Sketch) -> float:
    """Ties two pages by lot, so that it shows whether they were compared at all: rules tie pages that would meet under many marks."""
    lot = int(derive("", *sorted((a.article, b.article)))[:8], 16)
    if lot % 3:
        return 0.0
    return 1.0 if (a.day and b.day) or lot % 4 == 0 else 0.2 + lot % 100 / 200


@settings(max_examples=30, deadline=None)
@given(deeds=DEEDS)
def test_any_deeds_with_small_limits(deeds: list[Deed]) -> None:
    """adding, forgetting, deciding and undoing in any order, settled now and then; marks of more than three pages are many"""

    def work(ledger: Ledger) -> None:
        for deed in deeds:
            do(ledger, deed)
        check(ledger)

    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in ((joining, "ALL_TO_ALL", 3), (joining, "NEAREST", 2), (resettling, "MANY", 3), (joining, "tie_of", by_lot)):  # fmt: skip
            patch.setattr(module, name, value)
        in_a_case(work)


@settings(max_examples=8, deadline=None)
@given(deeds=DEEDS)
def test_any_deeds(deeds: list[Deed]) -> None:
    """the same with the limits as they are"""

    def work(ledger: Ledger) -> None:
        for deed in deeds:
            do(ledger, deed)
        check(ledger)

    in_a_case(work)


def test_one_by_one_and_all_at_once(limits: str, tmp_path: Path) -> None:
    """forty pages, settled after each, backwards, and all at once: three cases that hold the same"""
    everything = (*REPORTS, *TEXTS)
    found = []
    for name, readings, step in (
        ("each", everything, 1),
        ("back", everything[::-1], 7),
        ("once", everything, len(everything)),
    ):
        with Ledger(tmp_path / f"{name}.db") as ledger:
            ledger._db.execute("PRAGMA synchronous = OFF")
            for start in range(0, len(readings), step):
                put(ledger, readings[start : start + step])
                settle(ledger, "run", AT)
            found.append(held(ledger))
            assert not list(verify(ledger))
    assert found[0] == found[1] == found[2]
    stories = found[0]["Story"]
    assert isinstance(stories, list) and 1 < len(stories) < len(everything)


def test_the_whole_case_in_memory_is_the_same(tmp_path: Path) -> None:
    """what `reconcile.settle` gives of all readings is what a case holds that was settled page by page"""
    from firsthand.reconcile import figure_rows
    from firsthand.reconcile import settle as judge

    with Ledger(tmp_path / "c.db") as ledger:
        for reading in REPORTS[:24]:
            put(ledger, (reading,))
            settle(ledger, "run", AT)
        readings = list(ledger.readings())
        settlement = judge(readings)
        for kind, expected in ((Release, settlement.releases), (Series, settlement.series), (Origin, settlement.origins), (Story, settlement.stories)):  # fmt: skip
            assert sorted(ledger.views(kind), key=lambda v: v.id) == list(expected)
        assert sorted(ledger.judgements(), key=lambda j: j.id) == sorted(settlement.judgements, key=lambda j: j.id)
        assert ledger.figures() == list(figure_rows(readings, settlement))


def test_a_draft_is_settled_with_its_story_alone(tmp_path: Path) -> None:
    """the notes on a draft are those that settling it with the whole case gives; only the pages of its story are read, nothing is stored"""
    from firsthand.reconcile import settle as judge
    from firsthand.reconcile.draft import compare_draft, settle_draft

    with Ledger(tmp_path / "c.db") as ledger:
        put(ledger, (*REPORTS[:20], *TEXTS))
        settle(ledger, "run", AT)
        everything, releases, entries = list(ledger.readings()), ledger.views(Release), ledger.counts().entries
        for number in (1, 7, 12, 30):
            article = REPORTS[number].article
            assert article is not None and ledger.shelf().is_settled(rules_digest())
            draft = retold(REPORTS[number], "", 7)
            readings, settlement = settle_draft(draft, ledger.shelf())
            assert len(readings) < len(everything)
            whole = compare_draft(draft, everything, releases, judge((*everything, draft)))
            assert compare_draft(draft, readings, releases, settlement) == whole
        assert ledger.counts().entries == entries
        put(ledger, REPORTS[20:21])
        assert not ledger.shelf().is_settled(rules_digest())


def test_a_new_page_leaves_other_stories_alone(tmp_path: Path) -> None:
    """only the new page's story is read and judged again"""
    with Ledger(tmp_path / "c.db") as ledger:
        put(ledger, (*REPORTS[:20], *TEXTS))
        settle(ledger, "run", AT)
        read: list[str] = []
        reading = ledger.reading
        ledger.reading = lambda article: read.append(article) or reading(article)  # type: ignore[func-returns-value,method-assign]
        late = make_report("Sugar rose by 4 percent in Port Lemo, traders said.", url="https://sugar.example/s", published="2031-05-04", speaker="traders", numbers=("4",))  # fmt: skip
        put(ledger, (late,))
        settle(ledger, "run", AT)
        assert late.article is not None and set(read) == {late.article.id}


def test_changed_rules_settle_the_whole_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """what was settled under other rules does not stay"""
    with Ledger(tmp_path / "c.db") as ledger:
        put(ledger, REPORTS[:6])
        settle(ledger, "run", AT)
        ledger._db.execute("UPDATE views SET payload = '{}' WHERE kind = 'story'")
        monkeypatch.setattr(resettling, "rules_digest", lambda: "others")
        settle(ledger, "run", AT)
        assert sum(len(story.articles) for story in ledger.views(Story)) == 6
