"""Text without markup: a pasted page, whose furniture must be told from its story, and bare text, which is kept as it is."""

from __future__ import annotations

import re

from firsthand.article.byline import clean_name, is_by_line
from firsthand.article.kinds import classify, is_byline_or_date, sentences_in
from firsthand.article.language import language_of
from firsthand.article.lines import LONE_NUMBER, comment_count, credit, furniture, is_correction, original_source
from firsthand.article.pieces import Fact, Facts, Piece, join, place
from firsthand.article.stamps import label_date
from firsthand.records import Article, Evidence, Page

_CHUNK = re.compile(r"[^\s](?:(?!\n[ \t]*\n).)*[^\s]|[^\s]", re.S)
_FINAL = ".!?…:;"
_QUOTES = "\"”’'»)]"
_MAX_HEADLINE = 200
_HEADER = 12  # lines after the headline in which bylines, counts and captions are looked for
# A line with none of these before the story begins tells nothing: it describes a picture.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|sa(?:y|ys|id)|told?|tells|announce[sd]?|report(?:s|ed)?|warn(?:s|ed)?"
    r"|ask(?:s|ed)|claim(?:s|ed)|den(?:y|ies|ied)|confirm(?:s|ed)|plan(?:s|ned)|kill(?:s|ed)|die[sd]?|hit(?:s)?|rise[s]?|rose|fell|falls|vow(?:s|ed)|call(?:s|ed)|urge[sd]?|face[sd]?|seek[s]?|signal(?:s|led)?|agree[sd]?)\b",
    re.I,
)
_CAPTION_LABEL = re.compile(
    r"^(?:photo|image|picture|file (?:photo|image|picture)|illustration|video|caption|pictured|credit)\b\s*(?:by|credit|:|\()",
    re.I,
)


def read_pasted(page: Page, text: str, facts: Facts) -> Article | None:
    """Gives the article of a pasted page: its first line is the headline, furniture is dropped, paragraphs keep their words."""
    lines = [line for chunk in _CHUNK.findall(_newlines(text)) for line in _unwrapped(chunk)]
    pieces = _pieces(lines, facts)
    if not any(piece.kind in ("body", "standfirst") for piece in pieces):
        return None
    _settle(pieces, facts)
    return join(page, pieces, facts, "firsthand/pasted text")


def read_bare(page: Page, text: str, facts: Facts) -> Article:
    """Gives the article whose text is exactly this text; its paragraphs are blocks, typed by their words."""
    placed: list[tuple[Piece, int]] = []
    spans = [match.span() for match in _CHUNK.finditer(text)]
    if len(spans) == 1 and "\n" in text.strip():
        spans = (
            [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]
            if len(_unwrapped(text.strip())) > 1
            else spans
        )
    for order, (start, end) in enumerate(spans):
        words = text[start:end]
        at_edge = order == 0 or order >= len(spans) - 3
        headed = words == facts.title or (_is_headline(words) and credit(words) is None)
        if order == 0 and len(spans) > 1 and headed:
            placed.append((Piece("headline", words), start))
            continue
        piece = classify(words, at_edge=at_edge) if "\n" not in words else Piece("body", words)
        placed.append((piece or Piece("note", words), start))
    _settle([piece for piece, _ in placed], facts)
    return place(page, text, placed, facts, "firsthand/bare text")


def _settle(pieces: list[Piece], facts: Facts) -> None:
    facts.title = facts.title or next((piece.text for piece in pieces if piece.kind == "headline"), None)
    words = "\n".join(piece.text for piece in pieces if piece.kind in ("body", "standfirst"))
    facts.language = facts.language or language_of(words or "\n".join(piece.text for piece in pieces))
    if facts.language:
        facts.evidence.append(Evidence(name="language", value=facts.language, where="words"))


def _pieces(lines: list[str], facts: Facts) -> list[Piece]:
    pieces: list[Piece] = []
    start = next(
        (n for n, line in enumerate(lines) if not furniture(line) and not LONE_NUMBER.fullmatch(line)), len(lines)
    )
    if start < len(lines) - 1 and _is_headline(lines[start], lines[start + 1 :]):
        pieces.append(Piece("headline", lines[start], facts=[Fact("title", "first line", 0, len(lines[start]))]))
        start += 1
        header, start = _header(lines, start, facts)
        pieces += header
    prose = [n for n in range(start, len(lines)) if _is_prose(lines[n])] or [start]
    for n in range(start, len(lines)):
        piece = _body_piece(lines[n], n < prose[0] or n > prose[-1], facts)
        if piece is not None:
            pieces.append(piece)
    return pieces


def _header(lines: list[str], start: int, facts: Facts) -> tuple[list[Piece], int]:
    """Reads what stands between headline and story: counts, bylines, dates, a picture's description, the standfirst."""
    pieces: list[Piece] = []
    is_parted = False  # something of the site stands between headline and story
    n = start
    while n < min(start + _HEADER, len(lines)) and not _is_prose(lines[n]):
        line = lines[n]
        if not _take(line, facts):
            piece = _header_piece(line, is_parted)
            if piece is None:
                break
            pieces.append(piece)
        is_parted = True
        n += 1
    if (
        is_parted
        and not any(p.kind == "standfirst" for p in pieces)
        and n + 2 < len(lines)
        and _sums_up(lines[n], lines[n + 1])
    ):
        pieces.append(Piece("standfirst", lines[n]))
        n += 1
    return pieces, n


def _header_piece(line: str, is_parted: bool) -> Piece | None:
    """Tells a picture's description from a standfirst: it has a label, or it says nothing of anybody (no finite verb)."""
    if _CAPTION_LABEL.match(line) or (is_parted and not _FINITE.search(line) and not line.endswith("?")):
        return Piece("caption", line, facts=[Fact("caption", "line before the story", 0, len(line))])
    if len(line) <= 300 and not is_parted and line[-1] not in ":":
        return Piece("standfirst", line)
    return None


def _sums_up(line: str, following: str) -> bool:
    """Says whether a paragraph is told again by the next: then it is the summary above the story."""
    a, b = (set(re.findall(r"\w{4,}", words.lower())) for words in (line, following))
    return len(a & b) >= 0.25 * min(len(a), len(b)) if a and b else False


def _body_piece(line: str, at_edge: bool, facts: Facts) -> Piece | None:
    if (at_edge and _take(line, facts)) or LONE_NUMBER.fullmatch(line):
        return None
    return classify(line, at_edge=at_edge)


def _take(line: str, facts: Facts) -> bool:
    """Notes what a line of furniture says (a count, a byline, a date); False when it is no furniture."""
    count = comment_count(line)
    if count is None and (match := LONE_NUMBER.fullmatch(line)):
        count = int(match.group(1))
    if count is not None:
        facts.evidence.append(Evidence(name="comment_count", value=str(count), where="visible line"))
        facts.comment_count = facts.comment_count if facts.comment_count is not None else count
        return True
    if original_source(line) or is_correction(line):
        return False
    if found := label_date(line) if is_byline_or_date(line) and not is_by_line(line) else None:
        name = "published" if found[0] == "date" else found[0]
        facts.evidence.append(
            Evidence(name=name, value=found[1], where="visible label" if found[0] != "date" else "visible date")
        )
        if name == "published":
            facts.published = facts.published or found[1]
        else:
            facts.modified = facts.modified or found[1]
        return True
    if is_by_line(line) and (name := clean_name(line) or ""):
        facts.evidence.append(Evidence(name="byline", value=name, where="visible line"))
        facts.byline = facts.byline or name
        return True
    return furniture(line) is not None


def _is_prose(line: str) -> bool:
    return len(line) >= 60 and _FINITE.search(line) is not None and (len(line) >= 160 or sentences_in(line) >= 1)


def _is_headline(line: str, rest: list[str] | None = None) -> bool:
    """Says whether a first line heads what follows: short, one line, and without a final stop (or shorter than all prose below)."""
    words = line.rstrip().rstrip(_QUOTES)
    if not words or "\n" in line or len(line) >= _MAX_HEADLINE:
        return False
    if words[-1] not in ".…;:":
        return True
    return (
        rest is not None
        and words[-1] != ":"
        and len(line) < 110
        and sentences_in(line) <= 1
        and bool(rest)
        and len(rest[0]) <= 5
    )


def _newlines(text: str) -> str:
    return (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
        .replace("\f", "\n\n")
    )


def _unwrapped(chunk: str) -> list[str]:
    """Gives the paragraphs of a run of lines: each line its own, unless the lines were wrapped at one width."""
    lines = [folded for line in chunk.split("\n") if (folded := " ".join(line.split()))]
    return [" ".join(lines)] if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 2:
        return False
    widths = [len(line) for line in lines[:-1]]
    if not (min(widths) >= 45 and max(widths) <= 110):
        return False
    open_ends = sum(line[-1] not in _FINAL + _QUOTES for line in lines[:-1])
    return max(widths) - min(widths) <= 25 and len(lines[-1]) <= max(widths) + 5 and open_ends * 2 >= len(widths)
