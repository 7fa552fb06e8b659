"""A brief as Markdown with numbered footnotes."""

from __future__ import annotations

import re

from firsthand.records import Brief, Chart, Finding, Footnote


def as_markdown(brief: Brief) -> str:
    """Gives the brief as Markdown; words from pages are escaped, so that no page can write markup into it."""
    lines = [f"# {_plain(brief.question)}", "", *(_line(finding) for finding in brief.summary), ""]
    for chart in brief.charts:
        lines += _table(chart)
    for section in brief.sections:
        lines += [f"## {section.heading}", "", *(_line(finding) for finding in section.findings), ""]
    lines += [brief.scope, "", *(_footnote(note) for note in brief.footnotes)]
    return "\n".join(lines).rstrip() + "\n"


def _line(finding: Finding) -> str:
    return f"- {_plain(finding.text)} " + " ".join(f"[^{number}]" for number in finding.notes)


def _table(chart: Chart) -> list[str]:
    head = [f"## {_plain(chart.title)}", "", "| when | figure | who gave it | to the others |", "|---|---|---|---|"]
    return [*head, *("| " + " | ".join(_plain(cell) for cell in row) + " |" for row in chart.rows), ""]


def _footnote(note: Footnote) -> str:
    where = ", ".join(part for part in (note.outlet, note.title, note.published) if part)
    return f"[^{note.number}]: {_plain(where)}, <{_address(note.url)}>, characters {note.start}–{note.end} of text {note.text_digest[:16]}; claim {note.claim}"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text.replace("\n", " "))


def _address(url: str) -> str:
    """Gives an address that cannot end its own angle brackets."""
    return url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\n", "%0A")
