"""The names on a page: its title and its outlet, each candidate with the place it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.article import jsonld
from firsthand.article.sheet import Sheet, host_of, tidy
from firsthand.records import Evidence

_WORD = re.compile(r"\w+")
# A separator parts the site's name from the title; a dash only where blanks stand around it.
_SEPARATOR = re.compile(r"\s*(?:\||::|»|«|•|·|‹|›|\s[-–—~/]\s|\s[-–—]{2}\s|:\s(?=[A-Z]))\s*")
_TITLE_MARK = re.compile(
    r"\b(?:(?:entry|post|article|story|news|page|content|single|blog)[-_]?(?:title|headline|heading)|headline)\b|\b(?:title|headline)__|(?:^|\s)(?:headline|name headline)(?:\s|$)"
)
_MASTHEAD = 60  # paragraphs at either end of the page where the site's name may stand


def titles(sheet: Sheet) -> Iterator[Evidence]:
    """Yields the page's titles as they stand there, suffixes and all."""
    for paragraph in sheet.paragraphs:
        if paragraph.tag == "h1" or (
            paragraph.tag in ("h2", "h3") and _TITLE_MARK.search(" ".join(paragraph.marks[:2]))
        ):
            yield Evidence(name="title", value=paragraph.text, where="heading " + paragraph.tag)
    for name in ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"):
        if found := sheet.meta(name):
            yield Evidence(name="title", value=tidy(found[0]), where=f"meta {name}")
    if words := jsonld.text(sheet.node.get("headline")):
        yield Evidence(name="title", value=words, where="json-ld headline")
    if sheet.title_element:
        yield Evidence(name="title", value=sheet.title_element, where="title element")


def choose_title(candidates: list[Evidence], sheet: Sheet, outlet_names: list[str]) -> str | None:
    """Gives the headline as the page shows it, without the site's name behind it.

    A heading wins when the page's head knows it as well (or knows nothing); the site's own name in an h1 does not.
    """
    heads = [e for e in candidates if e.where.startswith("heading")]
    shown = [h.value for h in heads if not any(_is_name(h.value, name) for name in outlet_names)]
    stated = [strip_site(e.value, outlet_names, shown) for e in candidates if not e.where.startswith("heading")]
    knows_better = any(not e.where.startswith("heading") and e.where != "title element" for e in candidates)
    best, best_score = None, 0.0
    for order, heading in enumerate(heads[:12]):
        score = max((_likeness(heading.value, words) for words in stated), default=0.5) - order * 0.01
        score -= 0.05 * (heading.where != "heading h1")
        if len(heads) == 1 and heading.where == "heading h1" and not knows_better:
            score = max(score, 0.36)  # a title element may name the site and the section only
        if any(_is_name(heading.value, name) for name in outlet_names):
            score = 0.0
        if score > best_score:
            best, best_score = heading.value, score
    if best is not None and (best_score >= 0.35 or (not stated)):
        return strip_site(best, outlet_names, stated)
    if stated:
        return stated[0]
    return heads[0].value if heads else None


def strip_site(title: str, outlet_names: list[str], known: list[str]) -> str:
    """Gives a title without the site's name before or behind it.

    >>> strip_site("Storm sinks ferry - The Selmouth Gazette", ["Selmouth Gazette"], [])
    'Storm sinks ferry'
    """
    title = tidy(title)
    parts = list(_SEPARATOR.finditer(title))
    folded_known = {_folded(words) for words in known}
    if _folded(title) in folded_known:
        return title
    for cut in parts:
        if _folded(title[: cut.start()]) in folded_known:
            return title[: cut.start()].strip()
        if _folded(title[cut.end() :]) in folded_known:
            return title[cut.end() :].strip()
    while parts and _is_site(title[parts[-1].end() :], parts[-1].group().strip(), outlet_names):
        title = title[: parts[-1].start()].strip()
        parts.pop()
    if parts and _is_site(title[: parts[0].start()], parts[0].group().strip(), outlet_names):
        title = title[parts[0].end() :].strip()
    return title


def outlets(sheet: Sheet) -> Iterator[Evidence]:
    """Yields what the page calls its publisher, the surest first; the host last."""
    if found := sheet.meta("og:site_name"):
        yield Evidence(name="outlet", value=tidy(found[0]), where="meta og:site_name")
    for node in (sheet.node, *sheet.nodes):
        if words := next(iter(jsonld.names(node.get("publisher"), sheet.nodes)), None):
            yield Evidence(name="outlet", value=words, where="json-ld publisher")
            break
    if found := sheet.meta(
        "application-name", "publisher", "dc.publisher", "al:ios:app_name", "apple-mobile-web-app-title", "cre"
    ):
        yield Evidence(name="outlet", value=tidy(found[0]), where=f"meta {found[1]}")
    host = host_of(sheet.address)
    mast = _masthead(sheet, host)
    if sheet.title_element and (words := _site_in_title(sheet.title_element, sheet, host)):
        words = mast if mast and words.isupper() and mast.lower() == words.lower() else words
        yield Evidence(name="outlet", value=words, where="title element")
    if mast:
        yield Evidence(name="outlet", value=mast, where="masthead")
    if host:
        yield Evidence(name="outlet", value=host, where="host")


def _masthead(sheet: Sheet, host: str | None) -> str | None:
    """Gives the name above the page that its host spells: "Selmouth Gazette" on selmouthgazette.example; in capitals only if nowhere else."""
    label = _label(host) if host else ""
    if not label:
        return None
    found = []
    for paragraph in sheet.paragraphs[:_MASTHEAD] + sheet.paragraphs[_MASTHEAD:][-_MASTHEAD:]:
        if len(paragraph.text) <= 300:
            lines = [paragraph.text[a.start : a.end] for a in paragraph.anchors] + [paragraph.text]
            found += [line for line in lines if 3 <= len(line) <= 50 and _label(line) == label]
    return next((line for line in found if not line.isupper() and not line.islower()), found[0] if found else None)


def _site_in_title(title: str, sheet: Sheet, host: str | None) -> str | None:
    shown = [p.text for p in sheet.paragraphs if p.tag in ("h1", "h2", "h3")]
    headings = {_folded(words) for words in shown if not (host and _is_name(words, host))}
    for cut in _SEPARATOR.finditer(title):
        before, after = title[: cut.start()].strip(), title[cut.end() :].strip()
        if _folded(before) in headings and _folded(before) and after:
            return after
        if _folded(after) in headings and before and _folded(after):
            return before
    cuts = list(_SEPARATOR.finditer(title))
    if cuts and host and _is_name(title[: cuts[0].start()], host):
        return title[: cuts[0].start()].strip()
    if cuts and host and _matches_host(title[cuts[-1].end() :], host):
        return title[cuts[-1].end() :].strip()
    return None


def _is_site(words: str, separator: str, outlet_names: list[str]) -> bool:
    folded = _folded(words)
    if not folded:
        return True
    if any(folded == _folded(name) or _matches_host(words, name) for name in outlet_names):
        return True
    return separator in ("|", "::", "»", "•", "·") and len(words.split()) <= 5


def _is_name(words: str, name: str) -> bool:
    """Says whether words are just this name, or the name that this host spells ("The Plimsoll Notes", plimsollnotes.example)."""
    return bool(label := _label(name)) and _label(words) == label


def _label(name: str) -> str:
    is_host = "." in name and " " not in name
    compact = _folded(name.removeprefix("www.").partition(".")[0] if is_host else name).replace(" ", "")
    return re.sub(r"^(?:the|le|la|der|die|el)(?=\w{3})", "", compact)


def _matches_host(words: str, host: str) -> bool:
    """Says whether a name is that of a host or a longer name: "Selmouth Gazette" and selmouthgazette.example."""
    compact, label = _label(words), _label(host)
    return len(compact) >= 3 and len(label) >= 3 and (compact in label or label in compact) and len(words.split()) <= 6


def _likeness(left: str, right: str) -> float:
    a, b = set(_WORD.findall(left.lower())), set(_WORD.findall(right.lower()))
    return len(a & b) / len(a | b) if a | b else 0.0


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))
