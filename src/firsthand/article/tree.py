"""From characters to a tree that is safe to walk: no scripts, bounded size, bounded depth."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

MAX_CHARACTERS = 3_000_000  # of markup, once scripts are gone; the largest ordinary news page seen has a tenth
MAX_TAGS = 150_000  # opening and closing; the largest ordinary page seen has a seventh
MAX_DEPTH = 200  # libxml2 drops what lies deeper than 256
_RAW_ELEMENTS = ("script", "style", "svg", "noscript", "template", "iframe")
_OPEN = re.compile(r"<(script|style|svg|noscript|template|iframe)\b([^<>]*)>|<!--", re.I)
_CLOSE = {name: re.compile(rf"</{name}\s*>", re.I) for name in _RAW_ELEMENTS}
_WRAPPERS = r"div|span|section|article|main|center|font|table|tbody|tr|td|ul|ol|li|dl|dd|blockquote|b|i|em|strong|big|small|u|a|[a-z]+-[\w-]+"
_WRAPPER = re.compile(rf"<(/?)({_WRAPPERS})\b[^<>]*>", re.I)
_PARAGRAPH = "<p>"
_PARAGRAPHS = re.compile(r"(?:<p>\s*){2,}")
_INLINE = {"span", "font", "b", "i", "em", "strong", "big", "small", "u", "a"}


class Parsed(NamedTuple):
    """The tree (None when there is nothing in it), the JSON-LD texts, and what had to be done to the page ("cut", "flattened")."""

    root: Any
    json_ld: tuple[str, ...]
    done: tuple[str, ...]


def parse(markup: str) -> Parsed:
    """Gives the page as an lxml tree without scripts, styles and comments; too long is cut, too deep is flattened."""
    done: list[str] = []
    markup, json_ld = _without_raw(markup)
    end = _end(markup)
    if end < len(markup):
        markup = markup[:end]
        done.append("cut")
    if _depth(markup) > MAX_DEPTH:
        markup = _flattened(markup)
        done.append("flattened")
    return Parsed(_tree(markup), json_ld, tuple(done))


def _end(markup: str) -> int:
    """Gives where reading stops: at the end, or where the page becomes larger than any ordinary one."""
    if len(markup) <= MAX_CHARACTERS and markup.count("<") <= MAX_TAGS:
        return len(markup)
    tags = (match.start() for match in re.finditer("<", markup[:MAX_CHARACTERS]))
    return next(islice(tags, MAX_TAGS, None), min(len(markup), MAX_CHARACTERS))


def _tree(markup: str) -> Any:
    from lxml import etree, html

    # Bytes, because lxml refuses a str that carries its own encoding declaration; nulls end a C string.
    data = markup.replace("\x00", "").encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError, IndexError, ValueError):
        return None
    return root


def _without_raw(markup: str) -> tuple[str, tuple[str, ...]]:
    """Drops elements whose content is no text of the page, and keeps JSON-LD apart. Linear also when nothing is ever closed."""
    kept, json_ld = [], []
    position = 0
    never_closed: set[str] = set()
    while match := _OPEN.search(markup, position):
        kept.append(markup[position : match.start()])
        name = (match.group(1) or "").lower()
        closing = None if name in never_closed else _close(markup, name, match.end())
        if closing is None:  # browsers would swallow the rest of the page: we keep it
            never_closed.add(name)
            position = match.end()
            continue
        if name == "script" and "ld+json" in match.group(2).lower():
            json_ld.append(markup[match.end() : closing[0]])
        position = closing[1]
    kept.append(markup[position:])
    return "".join(kept), tuple(json_ld)


def _close(markup: str, name: str, start: int) -> tuple[int, int] | None:
    if not name:  # a comment
        end = markup.find("-->", start)
        return None if end < 0 else (end, end + 3)
    match = _CLOSE[name].search(markup, start)
    return match.span() if match else None


def _depth(markup: str) -> int:
    """Gives how deep wrappers nest, near enough: unclosed ones count."""
    if markup.count("<") < MAX_DEPTH:
        return 0
    deepest = depth = 0
    for match in _WRAPPER.finditer(markup):
        if match.group(1):
            depth = max(depth - 1, 0)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _flattened(markup: str) -> str:
    """Gives the page with its wrappers opened out: block wrappers become paragraph starts, inline ones vanish."""
    opened = _WRAPPER.sub(lambda m: "" if m.group(2).lower() in _INLINE else _PARAGRAPH, markup)
    return _PARAGRAPHS.sub(_PARAGRAPH, opened)
