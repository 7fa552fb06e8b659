"""A web page laid out for reading: its tree, paragraphs, meta tags and JSON-LD in one place, before anything is decided."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from firsthand.article import jsonld
from firsthand.article.paragraphs import Paragraph


@dataclass
class Sheet:
    """What the readers of title, byline, dates and blocks all look at. `kept` are indices of the article's paragraphs."""

    url: str
    root: Any
    paragraphs: list[Paragraph]
    json_ld: tuple[str, ...] = ()
    kept: list[int] = field(default_factory=list)

    @cached_property
    def nodes(self) -> list[jsonld.Node]:
        return jsonld.nodes(self.json_ld)

    @cached_property
    def node(self) -> jsonld.Node:
        return jsonld.article_node(self.nodes)

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Meta tags' contents by lower-cased name, property or itemprop."""
        found: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            name = (
                element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            )
            content = " ".join((element.get("content") or "").split())
            if name and content:
                found.setdefault(name.strip().lower(), []).append(content)
        return found

    def meta(self, *names: str) -> tuple[str, str] | None:
        """Gives (content, name) of the first of these meta tags that the page has."""
        return next(((self.metas[name][0], name) for name in names if name in self.metas), None)

    @cached_property
    def title_element(self) -> str | None:
        element = next(self.root.iter("title"), None)
        words = " ".join(element.text_content().split()) if element is not None else ""
        return words or None

    @cached_property
    def canonical(self) -> str | None:
        """The page's own address as it states it, absolute."""
        for element in self.root.iter("link"):
            if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
                return absolute(self.url, element.get("href"))
        stated = self.meta("og:url")
        return absolute(self.url, stated[0]) if stated else None

    @cached_property
    def address(self) -> str:
        """The page's address: where it was captured, else what it says of itself."""
        return self.url if host_of(self.url) else (self.canonical or self.url)

    @cached_property
    def lang(self) -> str | None:
        return self.root.get("lang") or next(iter(self.metas.get("content-language", [])), None)


def absolute(base: str, link: str) -> str | None:
    """Gives a link as an absolute web address, or None for a mail link, a script, an anchor on the same page."""
    link = link.strip()
    if not link or link.startswith("#"):
        return None
    try:
        joined = urljoin(base, link)
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.netloc else None


def host_of(url: str) -> str | None:
    """Gives an address's host without "www.", or None."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host else None


def tidy(words: str) -> str:
    """Gives a value as a reader would see it: escapes that were escaped twice ("&amp;#8217;") undone, blanks folded."""
    return " ".join((html.unescape(words) if "&" in words else words).split())
