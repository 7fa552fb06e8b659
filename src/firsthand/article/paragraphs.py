"""The paragraphs of a web page, wherever they stand: what a reader would see as one run of text, and what the page calls it.

Only this module turns elements into words. Whitespace inside a paragraph is folded; no other character is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MAX_PARAGRAPHS = 50_000
_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "head", "audio", "video", "canvas",
     "map", "math", "option", "datalist"]
)  # fmt: skip
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav",
     "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption", "label"]
)  # fmt: skip
_BOLD = frozenset(["b", "strong"])
_CELLS = frozenset(["td", "th"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_DATA_ROW = 300  # characters
_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Anchor:
    """A hyperlink inside a paragraph, with the folded offsets of its words."""

    url: str
    start: int
    end: int


@dataclass(slots=True)
class Paragraph:
    """One run of text. `tags` and `marks` (class, id, role, itemprop, rel; lower-cased)
    run from its own element outwards; marks[0] are those of inline elements inside it, marks stop after eight blocks."""

    text: str
    tags: tuple[str, ...]
    marks: tuple[str, ...]
    anchors: list[Anchor] = field(default_factory=list)
    time: str | None = None  # datetime of a time element inside
    is_bold: bool = False  # all of it is set in bold

    @property
    def tag(self) -> str:
        return self.tags[0] if self.tags else "body"

    def inside(self, *tags: str) -> bool:
        """Says whether one of the elements around it, its own included, is one of these."""
        return any(tag in self.tags for tag in tags)

    @property
    def link_share(self) -> float:
        """Gives the share of its characters that are links."""
        return sum(a.end - a.start for a in self.anchors) / len(self.text) if self.text else 0.0


def find_paragraphs(root: Any, *, hidden: bool = False) -> list[Paragraph]:
    """Gives every visible paragraph in document order, images' alternative texts (tag "img") among them.

    With `hidden`, also what the page's own styles hide: some pages hide their whole body until a script has run.
    """
    reader = _Reader(hidden)
    for _ in reader.walk(root):
        if len(reader.found) >= MAX_PARAGRAPHS:
            break
    return reader.found


class _Reader:
    """Walks the tree once, without recursion, gathering text until a block element begins or ends."""

    def __init__(self, hidden: bool) -> None:
        self._hidden = hidden
        self.found: list[Paragraph] = []
        self._parts: list[str] = []
        self._length = 0
        self._links: list[tuple[str, int, int]] = []
        self._link: tuple[str, int] | None = None
        self._stack: list[tuple[str, str]] = []  # (tag, marks) of the blocks around
        self._inline: list[str] = []  # marks of inline elements the running paragraph holds
        self._time: str | None = None
        self._bold, self._bold_length = 0, 0  # how deep in bold, how much of the running text is
        self._breaks = 0
        self._cells_are_blocks = [False]  # one entry a table row around

    def walk(self, root: Any) -> Iterator[None]:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if not isinstance(tag, str) or tag in _SKIPPED or self._is_hidden(element):
                    walker.skip_subtree()
                    continue
                self._open(tag, element)
            elif isinstance(tag, str) and tag not in _SKIPPED and not self._is_hidden(element):
                self._close(tag)
            if event == "end":
                self._say(element.tail)
                yield
        self._flush()

    def _is_hidden(self, element: Any) -> bool:
        attributes = element.attrib
        if self._hidden or not attributes:
            return False
        return "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"]) is not None)

    def _open(self, tag: str, element: Any) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._stack.append((tag, _marks(element)))
            if tag == "tr":
                self._cells_are_blocks.append(_is_layout(element))
        elif tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._flush()
            self._raw("\n")
        elif tag in _CELLS:
            self._cell()
        elif tag == "img":
            self._image(element)
        elif tag == "a":
            self._link = (element.get("href") or "", self._length)
        elif tag in _BOLD:
            self._bold += 1
        elif tag == "time":
            self._time = self._time or element.get("datetime")
        if tag not in _BLOCKS and (marks := _marks(element)):
            self._inline.append(marks)
        self._say(element.text)

    def _close(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            if self._stack and self._stack[-1][0] == tag:
                self._stack.pop()
            if tag == "tr":
                self._cells_are_blocks.pop()
        elif tag == "a" and self._link:
            self._links.append((*self._link, self._length))
            self._link = None
        elif tag in _BOLD:
            self._bold -= 1

    def _cell(self) -> None:
        """A row of figures reads as one line ("Dead 12"); a cell that holds a page column is a block of its own."""
        if self._cells_are_blocks[-1]:
            self._flush()
        else:
            self._raw("\t")

    def _say(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            self._breaks = 0
            self._bold_length += len(text) if self._bold else 0
        self._raw(text)

    def _raw(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _image(self, element: Any) -> None:
        words = _SPACES.sub(" ", element.get("alt") or "").strip()
        if words:
            self.found.append(Paragraph(words, ("img", *self._tags()), (_marks(element), *self._classes())))

    def _flush(self) -> None:
        raw = "".join(self._parts)
        text = " ".join(raw.split())
        if self._link:  # a link around whole blocks: it goes on in the next paragraph
            self._links.append((*self._link, self._length))
            self._link = (self._link[0], 0)
        if text:
            anchors = _anchors(raw, self._links) if self._links else []
            marks = (" ".join(self._inline), *self._classes())
            self.found.append(
                Paragraph(text, self._tags(), marks, anchors, self._time, self._bold_length * 10 >= len(text) * 9)
            )
            self._time = None
        self._parts, self._length, self._links, self._breaks, self._inline = [], 0, [], 0, []
        self._bold_length = 0

    def _tags(self) -> tuple[str, ...]:
        return tuple(tag for tag, _ in reversed(self._stack))

    def _classes(self) -> tuple[str, ...]:
        return tuple(marks for _, marks in self._stack[:-9:-1])


def _is_layout(row: Any) -> bool:
    """Says whether a table row lays out the page: too many words for a row of figures."""
    length = 0
    for text in row.itertext():
        length += len(text)
        if length > _DATA_ROW:
            return True
    return False


def _marks(element: Any) -> str:
    attributes = element.attrib
    if not attributes:
        return ""
    return " ".join(
        attributes[name] for name in ("class", "id", "role", "itemprop", "rel") if name in attributes
    ).lower()


def _anchors(raw: str, links: list[tuple[str, int, int]]) -> list[Anchor]:
    """Gives the links with their offsets in the folded text; those without words are left out."""
    anchors = []
    position = len(raw) - len(raw.lstrip())
    folded = 0  # how long the text up to `position` is, folded
    for url, start, end in links:
        words = raw[start:end]
        if words.isspace() or not words:
            continue
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < position:  # links inside links: no telling whose words they are
            continue
        folded += len(_SPACES.sub(" ", raw[position:start]))
        length = len(_SPACES.sub(" ", raw[start:end]))
        anchors.append(Anchor(url, folded, folded + length))
        position, folded = end, folded + length
    return anchors
