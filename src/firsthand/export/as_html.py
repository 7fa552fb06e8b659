"""A brief as one HTML file that opens offline: no script, no remote resource, short spans only, with hashes to check it by."""

from __future__ import annotations

import hashlib
from html import escape

from firsthand.records import Brief, Chart, Finding, Footnote

_LONGEST_SPAN = 300  # characters of a page that a hand-off carries at a stretch: short spans, not articles
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1b;--dim:#5f5f5f;--paper:#fbfaf7;--line:#d8d4ca;--mark:#8a3b12}
@media (prefers-color-scheme:dark){:root{--ink:#ece9e2;--dim:#a5a096;--paper:#171614;--line:#3a3732;--mark:#f0a070}}
body{font:17px/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);max-width:46rem;margin:2.5rem auto;padding:0 1.2rem}
h1{font-size:1.9rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2.2rem;border-top:1px solid var(--line);padding-top:1rem}
sup a,a{color:var(--mark)}.dim,.notes{color:var(--dim);font-size:.86rem}table{border-collapse:collapse;width:100%;font-size:.9rem}
td,th{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}
svg{width:100%;height:auto;margin:1rem 0}svg .grid{stroke:var(--line)}svg .tick{fill:var(--dim);font:11px sans-serif}
svg .steps{fill:none;stroke:var(--dim);stroke-width:1.5}svg circle{fill:var(--mark)}svg .open circle{fill:var(--paper);stroke:var(--mark)}
svg .ring{fill:none;stroke:var(--mark);stroke-width:2}svg .part rect{fill:var(--paper);stroke:var(--dim)}svg .tie{fill:none;stroke:var(--dim);stroke-dasharray:2 3}svg .label{fill:var(--ink);font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:3px}td:first-child{white-space:nowrap}
@media print{body{max-width:none;margin:0;font-size:10.5pt}li,svg,table{break-inside:avoid}}
svg .range{stroke:var(--mark);stroke-width:3}.notes li{margin:.35rem 0;overflow-wrap:anywhere}q{quotes:"“" "”"}
"""


def as_html(brief: Brief) -> str:
    """Gives the brief as a whole HTML document; its last line carries the SHA-256 of everything before it."""
    body = "".join(
        [
            f"<h1>{escape(brief.question)}</h1><ul>{''.join(_item(finding) for finding in brief.summary)}</ul>",
            *(_chart(chart) for chart in brief.charts),
            *(f"<h2>{escape(s.heading)}</h2><ul>{''.join(_item(f) for f in s.findings)}</ul>" for s in brief.sections),
            f'<p class="dim">{escape(brief.scope)}</p><h2>Footnotes</h2><ol class="notes">{"".join(_note(n) for n in brief.footnotes)}</ol>',
        ]
    )
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><title>{escape(brief.question)}</title><style>{_STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>\n"
    )
    return page + f"<!-- sha256 {hashlib.sha256(page.encode()).hexdigest()} -->\n"


def _item(finding: Finding) -> str:
    notes = " ".join(f'<a href="#n{number}">{number}</a>' for number in finding.notes)
    words = "".join(
        f"<q>{escape(_short(part.text))}</q>" if part.quoted else escape(part.text) for part in finding.parts
    )
    return f"<li>{words} <sup>{notes}</sup></li>"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_SPAN else words[:_LONGEST_SPAN].rsplit(" ", 1)[0] + " […]"


def _chart(chart: Chart) -> str:
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in chart.rows)
    return f"<h2>{escape(chart.title)}</h2>{chart.svg}<table><tr><th>when</th><th>figure</th><th>who gave it</th><th>to the others</th></tr>{rows}</table>"


def _note(note: Footnote) -> str:
    """Gives a footnote for readers, with what `firsthand verify FILE` compares with a case in its attributes."""
    where = ", ".join(escape(part) for part in (note.outlet, note.title, note.published) if part)
    digest = hashlib.sha256(note.words.encode("utf-8", "surrogatepass")).hexdigest()
    checked = f'data-claim="{escape(note.claim, quote=True)}" data-start="{note.start}" data-end="{note.end}" data-text="{note.text_digest}" data-words="{digest}"'
    return (
        f'<li id="n{note.number}" {checked}><q>{escape(_short(note.words))}</q> {where}, {escape(note.url)}, '
        f"characters {note.start}–{note.end} of text {note.text_digest[:16]}; claim {note.claim}</li>"
    )
