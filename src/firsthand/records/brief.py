"""The brief: findings composed of verbatim spans and fixed phrases, each footnoted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a sentence: verbatim words or a name read from a claim (`claim` is its id), or a fixed phrase of ours (None)."""

    text: str
    claim: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence. It cites at least one claim; `notes` are the footnote numbers."""

    parts: tuple[Part, ...]
    claims: tuple[str, ...]
    notes: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.claims or not self.notes:
            raise ValueError("a finding cites at least one claim")

    @property
    def text(self) -> str:
        return "".join(f"“{part.text}”" if part.quoted else part.text for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """Where a finding's words stand: code points into the text with this digest, at this address."""

    number: int
    claim: str
    words: str
    outlet: str | None
    title: str | None
    url: str
    published: str | None
    start: int
    end: int
    text_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Findings under a fixed heading."""

    heading: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawn series: `svg` is a self-contained picture, `description` says the same in words, `rows` hold the numbers."""

    series: str
    title: str
    svg: str
    description: str
    rows: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An answer to a question: what is claimed, by whom, how figures moved, origins folded, conflicts, and gaps."""

    question: str
    summary: tuple[Finding, ...]
    charts: tuple[Chart, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    scope: str
