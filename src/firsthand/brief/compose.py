"""Composes a brief. No sentence is generated: each is a fixed phrase around verbatim words, and cites the claims it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.brief import phrases
from firsthand.brief.against import Against, fold_against
from firsthand.brief.chart import Extras, draw
from firsthand.brief.newest import Newest, first_of, first_stamp, newest
from firsthand.brief.standing import standings, superseded, wholes
from firsthand.brief.tally import Tally
from firsthand.records import Brief, Chart, ClaimRow, Finding, Footnote, Judgement, Part, Release, Section, Series

_CONFLICTS = ("disputes", "denies", "corrects", "different scope")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a brief is made of. `claims` are those found for the question; `series` come with all their releases; `derived` are the
    articles that are made from other pages of the case."""

    claims: Sequence[ClaimRow]
    series: Sequence[Series]
    releases: Mapping[str, Release]
    rows: Mapping[str, ClaimRow]
    judgements: Sequence[Judgement]
    digests: Mapping[str, str]
    derived: Collection[str] = ()
    scope: str = ""


@dataclass(slots=True)
class _Notes:
    """Numbers footnotes in the order in which findings cite them."""

    material: Material
    numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, claims: Iterable[str]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.numbers.setdefault(claim, len(self.numbers) + 1) for claim in claims))

    def footnotes(self) -> tuple[Footnote, ...]:
        return tuple(self._footnote(claim, number) for claim, number in self.numbers.items())

    def _footnote(self, claim: str, number: int) -> Footnote:
        row = self.material.rows[claim]
        return Footnote(
            number=number, claim=claim, words=row.words, outlet=row.outlet, title=row.title, url=row.page, published=row.published,
            start=row.start, end=row.end, text_digest=self.material.digests[row.article],
        )  # fmt: skip


def compose(question: str, material: Material) -> Brief:
    """Gives the brief on a question; its findings appear in the order of the material."""
    notes = _Notes(material)
    summary = tuple(_series_line(series, material, notes) for series in material.series)
    sections = tuple(
        Section(heading=phrases.HEADINGS[name], findings=findings)
        for name, make in _SECTIONS
        if (findings := tuple(make(material, notes)))
    )
    charts = tuple(chart_of(series, material) for series in material.series)
    return Brief(
        question=question,
        summary=summary,
        charts=charts,
        sections=sections,
        footnotes=notes.footnotes(),
        scope=material.scope,
    )


def chart_of(series: Series, material: Material) -> Chart:
    """Gives the drawn series."""
    own = {identity: material.releases[identity] for identity in series.releases}
    published, parts = _published(material), wholes(material.judgements, own)
    extras = Extras(
        relations=standings(material.judgements, own), wholes=parts, newest=_newest(own, material).release.id,
        stamps={identity: first_stamp(release, published) for identity, release in own.items()},
    )  # fmt: skip
    return draw(series, list(own.values()), extras)


def _newest(own: Mapping[str, Release], material: Material) -> Newest:
    """Gives the newest of a series' releases; parts of others and what was put right are none of its values."""
    apart = {*wholes(material.judgements, own), *superseded(material.judgements)}
    return newest([each for each in own.values() if each.id not in apart] or list(own.values()), _published(material))


def _published(material: Material) -> dict[str, str | None]:
    return {row.article: row.published for row in material.rows.values()}


def _series_line(series: Series, material: Material, notes: _Notes) -> Finding:
    """One line a series: its first and newest value, its named origins, its pages."""
    releases = [material.releases[identity] for identity in series.releases]
    articles = len({article for release in releases for article in release.articles})
    found = _newest({release.id: release for release in releases}, material)
    first, last = first_of(releases, wholes(material.judgements, {r.id: r for r in releases})), found.release
    parts = [Part(text=f"{series.label or series.counted}: "), *_given(first)]
    if last is not first and first not in found.tied:
        parts += [Part(text="; latest in the case "), *_given(last)]
    parts += _tied(found, {first.id, *(() if first in found.tied else (last.id,))})
    parts.append(Part(text=f". {phrases.pages(articles)}, {Tally.of(releases).origins}."))
    claims = tuple(dict.fromkeys((_claim(first), _claim(last), *(_claim(each) for each in found.tied))))
    return Finding(parts=tuple(parts), claims=claims, notes=notes.cite(claims))


def _tied(found: Newest, told: Collection[str]) -> list[Part]:
    """Gives the figures of one time with the newest that are not told yet: of none of them it can be said that it is the newer."""
    phrase = phrases.AT_ONCE if found.at_once else phrases.SAME_DAY if found.release.day else phrases.NO_DAY
    rest = (each for each in (found.release, *found.tied) if each.id not in told)
    return [part for each in rest for part in (Part(text=phrase), *_given(each))]


def _claim(release: Release) -> str:
    return release.figures[0][0]


def _given(release: Release) -> list[Part]:
    claim = _claim(release)
    return [
        Part(text=release.shown, claim=claim),
        Part(text=phrases.day(release)),
        Part(text=", "),
        Part(text=release.asserter or phrases.NOBODY, claim=claim if release.asserter else None),
    ]


def _figures(material: Material, notes: _Notes) -> Iterable[Finding]:
    for series in material.series:
        for identity in series.releases:
            release = material.releases[identity]
            claims = [claim for claim, _ in release.figures]
            row = material.rows[claims[0]]
            parts = (*_given(release), Part(text=": "), Part(text=row.words, claim=row.id, quoted=True), Part(text=f", through {' → '.join(row.chain)}; {phrases.pages(len(release.articles))}."))  # fmt: skip
            yield Finding(parts=parts, claims=tuple(claims), notes=notes.cite(claims))


def _claims(material: Material, notes: _Notes) -> Iterable[Finding]:
    for row in material.claims:
        speaker = Part(text=row.whose, claim=row.id)
        parts = (
            speaker,
            Part(text=f" ({row.status}): "),
            Part(text=row.words, claim=row.id, quoted=True),
            Part(text="."),
        )
        yield Finding(parts=parts, claims=(row.id,), notes=notes.cite((row.id,)))


def _origins(material: Material, notes: _Notes) -> Iterable[Finding]:
    for series in material.series:
        releases = [material.releases[identity] for identity in series.releases]
        apart = {*wholes(material.judgements, {r.id: r for r in releases}), *superseded(material.judgements)}
        for origin in dict.fromkeys(release.origin for release in releases if release.established):
            own = [release for release in releases if release.origin == origin]
            articles = {article for release in own for article in release.articles}
            claims = [_claim(release) for release in own]
            values = _in_turn([r for r in own if r.id not in apart] or own)
            parts = (Part(text=own[0].asserter or phrases.NOBODY, claim=claims[0]), Part(text=f" is one origin on {phrases.pages(len(articles))}: {values} ({series.label or series.counted})."))  # fmt: skip
            yield Finding(parts=parts, claims=tuple(claims), notes=notes.cite(claims))


def _in_turn(given: Sequence[Release]) -> str:
    """Gives the values of an asserter one after the other: "then" only where the later is known to be later."""
    said = given[0].shown
    for last, release in pairwise(given):
        is_later = "" < last.day < release.day or (last.told_again and not release.told_again)
        said += f"{', then ' if is_later else ', '}{release.shown}"
    return said


def _conflicts(material: Material, notes: _Notes) -> Iterable[Finding]:
    for judgement in material.judgements:
        if judgement.about == "origin" and judgement.relation in _CONFLICTS:
            pair = [material.releases.get(judgement.subject), material.releases.get(judgement.object)]
            if pair[0] and pair[1]:
                yield _joined(pair[0], pair[1], phrases.RELATIONS[judgement.relation], judgement.reasons, notes)
    claims = [judgement for judgement in material.judgements if judgement.about == "claim"]
    for each in fold_against(claims, material.rows, material.derived):
        yield _answered(each, notes)


def _joined(left: Release, right: Release, phrase: str, reasons: Sequence[str], notes: _Notes) -> Finding:
    claims = (_claim(left), _claim(right))
    parts = (*_given(left), Part(text=phrase), *_given(right), Part(text=f" ({'; '.join(reasons)})."))
    return Finding(parts=parts, claims=claims, notes=notes.cite(claims))


def _answered(each: Against, notes: _Notes) -> Finding:
    row, other = each.row, each.other
    parts = (
        Part(text=each.who, claim=row.id), Part(text=f" {each.verb}: "), Part(text=row.words, claim=row.id, quoted=True),
        Part(text=f", on {phrases.pages(each.pages)}, beside "), Part(text=other.words, claim=other.id, quoted=True),
        Part(text=f" ({other.speaker or other.outlet or phrases.NOBODY})."),
    )  # fmt: skip
    claims = (*(own.id for own in each.rows), other.id)
    return Finding(parts=parts, claims=claims, notes=notes.cite(claims))


def _gaps(material: Material, notes: _Notes) -> Iterable[Finding]:
    for series in material.series:
        for identity in series.releases:
            release = material.releases[identity]
            if not release.established:
                claims = [claim for claim, _ in release.figures]
                parts = (*_given(release), Part(text=": who counted is not established."))
                yield Finding(parts=parts, claims=tuple(claims), notes=notes.cite(claims))
    for judgement in material.judgements:
        if judgement.about == "origin" and judgement.relation == "not established":
            left, right = material.releases.get(judgement.subject), material.releases.get(judgement.object)
            if left and right and left.origin != right.origin:
                claims = [_claim(left), _claim(right)]
                checked = f"; checked: {', '.join(judgement.checked)}" if judgement.checked else ""
                parts = (*_given(left), Part(text=" and "), *_given(right), Part(text=f": independence is not established ({'; '.join(judgement.reasons)}{checked})."))  # fmt: skip
                yield Finding(parts=parts, claims=tuple(claims), notes=notes.cite(claims))


_SECTIONS = (
    ("figures", _figures),
    ("claims", _claims),
    ("origins", _origins),
    ("conflicts", _conflicts),
    ("gaps", _gaps),
)
