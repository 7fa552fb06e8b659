"""What a page says of itself in JSON-LD: the node that describes the article, read leniently."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_ARTICLE_TYPES = re.compile(
    r"(?:^|/|:)(?:\w*Article|\w*NewsArticle|Report|\w*BlogPosting|LiveBlogPosting|SocialMediaPosting)$", re.I
)
_PAGE_TYPES = re.compile(r"(?:^|/|:)(?:\w*WebPage|ItemPage|CreativeWork)$", re.I)
_MAX_NODES = 2000
_CONTROL = re.compile(r"[\x00-\x1f]+")

Node = dict[str, Any]


def nodes(scripts: Iterable[str]) -> list[Node]:
    """Gives every object in the scripts, outermost first; a script that is no JSON is passed over."""
    found: list[Node] = []
    for script in scripts:
        for value in _values(script):
            found.extend(_walk(value))
            if len(found) > _MAX_NODES:
                return found[:_MAX_NODES]
    return found


def article_node(found: list[Node]) -> Node:
    """Gives the node that describes the article, else the page, else an empty one."""
    for wanted in (_ARTICLE_TYPES, _PAGE_TYPES):
        for node in found:
            if any(wanted.search(kind) for kind in _kinds(node)):
                return node
    return {}


def text(value: Any) -> str | None:
    """Gives a JSON-LD value's own words ("name" of an object, the first of a list), or None."""
    if isinstance(value, list):
        return next((words for item in value if (words := text(item))), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def names(value: Any, found: list[Node]) -> list[str]:
    """Gives the names of people or bodies, in order, following "@id" references."""
    by_id = {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and "name" in node}
    given: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "name" not in item and isinstance(item.get("@id"), str):
            item = by_id.get(item["@id"], item)
        many = item.get("name") if isinstance(item, dict) else item
        for one in many if isinstance(many, list) else [many]:
            words = text(one)
            if words and words not in given:
                given.append(words)
    return given


def _values(script: str) -> Iterator[Any]:
    cleaned = _CONTROL.sub(" ", script).strip().strip(";")
    cleaned = cleaned.removeprefix("<![CDATA[").removesuffix("]]>").removeprefix("//").strip()
    try:
        yield json.loads(cleaned)
    except (ValueError, RecursionError):
        try:
            yield json.loads(re.sub(r",\s*([}\]])", r"\1", html.unescape(cleaned)))  # trailing commas, escaped quotes
        except (ValueError, RecursionError):
            return


def _walk(value: Any) -> Iterator[Node]:
    waiting, count = [value], 0
    while waiting and count < _MAX_NODES:
        item = waiting.pop(0)
        if isinstance(item, dict):
            count += 1
            yield item
            waiting.extend(v for v in item.values() if isinstance(v, (dict, list)))
        elif isinstance(item, list):
            waiting.extend(item)


def _kinds(node: Node) -> list[str]:
    kinds = node.get("@type")
    return [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
