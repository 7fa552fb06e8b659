"""Templates and what they may call: escaping is on everywhere, and a name that is not given is an error, not a blank."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from firsthand.web import words
from firsthand.web.form import Form
from firsthand.web.visit import Visit

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
_ILLEGAL = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # characters that no XML document may hold


def defanged(url: str) -> str:
    """Gives an address that no program turns into a link by itself.

    >>> defanged("https://paper.example/a")
    'hxxps://paper[.]example/a'
    """
    return url.replace("https://", "hxxps://").replace("http://", "hxxp://").replace(".", "[.]", 1) if url else ""


def linkable(url: str) -> bool:
    """Says whether an address may become a link once somebody asks for it: http and https alone."""
    return url.startswith(("https://", "http://")) and url.isprintable()


def day(stamp: str | None) -> str:
    """Gives the day of a time, or says that there is none."""
    return stamp[:10] if stamp else "undated"


def when(stamp: str) -> str:
    """Gives a time for readers, in UTC.

    >>> when("2031-01-02T03:04:05Z")
    '2031-01-02 03:04 UTC'
    """
    return f"{stamp[:10]} {stamp[11:16]} UTC" if len(stamp) > 16 else stamp


def moment(stamp: str | None) -> str:
    """Gives the time a page states, with how much of it the page states.

    >>> moment("2031-05-04T09:00:00+02:00"), moment("2031-05-04")
    ('2031-05-04, 09:00 (UTC+2)', '2031-05-04, hour not given')
    """
    if not stamp:
        return "undated"
    if len(stamp) < 16:
        return f"{stamp[:10]}, hour not given"
    zone = re.search(r"(Z|([+-])(\d\d):?(\d\d))$", stamp)
    if zone is None:
        return f"{stamp[:10]}, {stamp[11:16]} (zone not given)"
    hours = (
        ""
        if zone.group(1) == "Z"
        else f"{zone.group(2)}{int(zone.group(3))}{'' if zone.group(4) == '00' else ':' + zone.group(4)}"
    )
    return f"{stamp[:10]}, {stamp[11:16]} (UTC{hours})"


def plural(number: int, noun: str, many: str | None = None) -> str:
    """Gives a count with its noun.

    >>> plural(1, "page"), plural(1200, "page")
    ('1 page', '1,200 pages')
    """
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def short(words: str, most: int = 140) -> str:
    """Gives words cut at a space, with a sign that they were."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " […]"


FILTERS: dict[str, Callable[..., Any]] = {
    "defanged": defanged, "linkable": linkable, "day": day, "when": when, "plural": plural, "short": short,
    "moment": moment, "status_term": words.status, "kind_term": words.kind, "reason": words.reason, "relation": lambda name: words.RELATION.get(name, name), "told": words.told,
    "plain": lambda value, field: words.status(value).plain if field == "status" else words.kind(value).plain if field == "kind" else value,
    "meaning": lambda name: words.MEANINGS[name].meaning,
    "source": lambda name: f"/source?name={quote(name, safe='')}", "legal": lambda text: _ILLEGAL.sub("�", text),
}  # fmt: skip


@cache
def templates() -> Environment:
    """Gives the templates, loaded once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(FILTERS)
    return made


def frame(visit: Visit) -> dict[str, Any]:
    """Gives what every page needs."""
    return {
        "counts": visit.ledger.counts(), "case": visit.ledger.path.name, "path": visit.address, "query": visit.asked("q"), "reviewer": visit.reviewer,
        "form_token": visit.form_token, "unsettled": visit.ledger.unsettled(), "busy": visit.busy,
        "problems": (), "missing": (), "typed": Form(), "was": visit.asked("was"),
    }  # fmt: skip


def render(template: str, visit: Visit, context: dict[str, Any]) -> str:
    """Gives a page; what a view gives stands before what every page has."""
    return templates().get_template(template).render(**(frame(visit) | context))
