"""How quickly the pages come and how still they stand: a story of 500 articles and 5,000 claims, and an article of 5,000 words.

    python benchmarks/web_pages.py [--out results.json]

Served on this machine, measured in its Chromium (CPU slowed four times for paint and shift). The story is invented here, word by word.
Prints one line a measure with its target, and exits 1 when one is missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from firsthand.ledger import Ledger
from firsthand.pipeline import settle
from firsthand.records import (
    Article,
    Block,
    Claim,
    Hop,
    Page,
    Quantity,
    Reading,
    Span,
    Speaker,
    Story,
    derive,
    digest_of,
)
from firsthand.web import TICKET, Door, make_app

AT = "2031-01-01T00:00:00Z"
ARTICLES, CLAIMS = 500, 10
_THINGS = (
    "killed",
    "missing",
    "injured",
    "homes burnt",
    "patients",
    "rescuers",
    "boats sunk",
    "tonnes of oats",
    "children",
    "arrests",
)
_SPEAKERS = (
    "Mayor Ilse Brandt",
    "Odo Fenn",
    "the Harbour Union",
    "Sister Wenna Tal",
    "the Tarn Fire Service",
    "two officials",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing measured against its target; smaller is better."""

    name: str
    value: float
    target: float
    unit: str

    @property
    def holds(self) -> bool:
        return self.value <= self.target


def make_reading(number: int, sentences: int, day: int) -> tuple[Page, Reading]:
    """Gives an invented article of so many statements, each with its speaker and its figure."""
    outlet, url = f"Paper {number % 40}", f"https://paper{number % 40}.example/{number}"
    pieces = [_sentence(number, place) for place in range(sentences)]
    text = "\n\n".join(piece for piece, *_ in pieces)
    page = Page(url=url, body=text.encode(), content_type="text/plain; charset=utf-8", via="benchmark")
    digest = digest_of(page.body)
    identity = derive("r", page.id, digest)
    blocks, claims, quantities, at = [], [], [], 0
    for piece, who, value, thing in pieces:
        blocks.append(Block(kind="body", span=Span(at, at + len(piece))))
        start = at + piece.index(f"{value} {thing}")
        quantity = Quantity(
            id=derive("q", identity, start),
            span=Span(start, start + len(str(value))),
            low=Decimal(value),
            high=Decimal(value),
            counted=thing,
        )
        content = Span(at + piece.index(" said ") + 6, at + len(piece) - 1)
        speaker = Speaker(name=who, kind="person", entity=who.casefold(), spans=(Span(at, at + len(who)),))
        claims.append(
            Claim(
                id=derive("c", identity, content.start), article=identity, content=(content,), kind="indirect", hops=(Hop(giver=who, taker=outlet, kind="speaks"),),
                status="asserted", source=speaker.spans, cue=(Span(at + piece.index("said"), at + piece.index("said") + 4),), speaker=speaker, quantities=(quantity.id,),
            )
        )  # fmt: skip
        quantities.append(quantity)
        at += len(piece) + 2
    article = Article(
        id=identity, page=page.id, url=url, text=text, digest=digest, blocks=tuple(blocks), outlet=outlet, host=f"paper{number % 40}.example",
        title=f"Fire at the Tarn boatyard, page {number}", published=f"2031-05-{day:02d}", language="en",
    )  # fmt: skip
    return page, Reading(page=page.id, article=article, claims=tuple(claims), quantities=tuple(quantities))


def _sentence(number: int, place: int) -> tuple[str, str, int, str]:
    thing = _THINGS[place % len(_THINGS)]
    who = _SPEAKERS[(number + place) % len(_SPEAKERS)]
    value = 12 + (number // 60) * 3 + place
    return (
        f"{who} said {value} {thing} were counted after the fire at the boatyard in Tarn on the evening of the regatta.",
        who,
        value,
        thing,
    )


def make_case(path: Path) -> str:
    """Makes the case; gives the id of its large story."""
    with Ledger(path) as ledger:
        ledger.add_many((make_reading(number, CLAIMS, 1 + number // 60) for number in range(ARTICLES)), "run", AT)
        ledger.add(*make_reading(9999, 300, 28), run="run", at=AT)
        settle(ledger, "run", AT)
        story = max(ledger.views(Story), key=lambda each: len(each.articles))
        print(f"{len(story.articles)} articles in the story, {ledger.counts().claims} claims", file=sys.stderr)
        return story.id


def serve(path: Path) -> tuple[str, Door]:
    """Serves the case in a thread; gives its address and its door."""
    import uvicorn

    door = Door()
    app = make_app(lambda: Ledger(path, create=False), now=lambda: AT, door=door)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    threading.Thread(
        target=lambda: uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listener]), daemon=True
    ).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}", door


def first_bytes(home: str, door: Door, path: str) -> Iterator[Measure]:
    """Yields the time to the first byte (the median of seven) and the size of a page."""
    jar = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    jar.open(f"{home}/?{TICKET}={door.ticket()}").read()
    taken, size = [], 0
    for _ in range(7):
        started = time.perf_counter()
        with jar.open(home + path) as answer:
            answer.read(1)
            taken.append(time.perf_counter() - started)
            size = 1 + len(answer.read())
    yield Measure(name="story: first byte", value=sorted(taken)[3] * 1000, target=150, unit="ms")
    yield Measure(name="story: size before images and scripts", value=size / 1024, target=250, unit="KB")


_PAINT = """() => new Promise((done) => { const seen = {paint: 0, shift: 0};
  new PerformanceObserver((list) => list.getEntries().forEach((e) => (seen.paint = e.startTime))).observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver((list) => list.getEntries().forEach((e) => (seen.shift += e.value))).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(seen), 1500) })"""
_SCROLL = """() => new Promise((done) => { let longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((e) => (longest = Math.max(longest, e.duration)))).observe({type: 'longtask'});
  let steps = 0; const step = () => { scrollBy(0, 400); if (++steps < 80) requestAnimationFrame(step); else setTimeout(() => done(longest), 300) }; step() })"""


def in_browser(home: str, door: Door, story: str, article: str) -> Iterator[Measure]:
    """Yields what a browser on a machine four times slower sees."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page: Any = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{home}/?{TICKET}={door.ticket()}")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(home + story)
        seen = page.evaluate(_PAINT)
        yield Measure(name="story: largest paint, 4 × slower", value=seen["paint"], target=1000, unit="ms")
        yield Measure(name="story: layout shift", value=seen["shift"], target=0.05, unit="")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 1})
        page.goto(home + article)
        page.wait_for_timeout(500)
        yield Measure(
            name="reader of 300 statements: longest task while scrolling",
            value=page.evaluate(_SCROLL),
            target=100,
            unit="ms",
        )
        browser.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.db"
        story = make_case(path)
        home, door = serve(path)
        with Ledger(path, create=False) as ledger:
            article = max(ledger.articles(), key=lambda facts: facts.words).id
        measures = [
            *first_bytes(home, door, f"/story/{story}"),
            *in_browser(home, door, f"/story/{story}", f"/article/{article}"),
        ]
    for each in measures:
        print(
            f"{'holds ' if each.holds else 'MISSED'} {each.name}: {each.value:.3g} {each.unit} (at most {each.target:g})"
        )
    if options.out:
        options.out.write_text(
            json.dumps(
                [{"name": m.name, "value": m.value, "target": m.target, "unit": m.unit} for m in measures], indent=1
            )
        )
    return 0 if all(each.holds for each in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
