"""Scores what was read out of the demo case against its gold answers, field by field."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from firsthand.demo.gold import Captures, GoldRow, findings, locate, rows
from firsthand.ledger import Ledger
from firsthand.records import COPIED, Article, ClaimRow, FigureRow

Pair = tuple[GoldRow, FigureRow | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldScore:
    """How much of one gold field was read right. `missed` names what was not, for the eye."""

    field: str
    right: float
    of: int
    missed: tuple[str, ...] = ()

    @property
    def percent(self) -> float:
        return 100.0 * self.right / self.of if self.of else 100.0


def score(ledger: Ledger) -> list[FieldScore]:
    """Gives one score a field, in a fixed order: pages, figures, origins, relations, lineage, claims, findings."""
    captures = Captures(ledger)
    pairs = _pair_figures(ledger, captures)
    return [*_page_scores(captures), *_figure_scores(ledger, captures, pairs), *_origin_scores(pairs), *_relation_scores(ledger, pairs),
            *_lineage_scores(ledger, captures), *_claim_scores(ledger, captures), *_finding_scores(ledger, captures)]  # fmt: skip


# -- pages ------------------------------------------------------------------------------------------------------


def _page_scores(captures: Captures) -> Iterable[FieldScore]:
    gold = rows("pages")
    readers: tuple[tuple[str, Callable[[GoldRow, Article], bool]], ...] = (
        ("title", lambda g, a: _fold(g["title"]) == _fold(a.title)),
        ("outlet", lambda g, a: _fold(g["outlet"]) == _fold(a.outlet)),
        ("published", lambda g, a: (g["published"] or "") == (a.published or "")[:10]),
        ("byline", lambda g, a: _people(g["byline"]) == _people(a.byline)),
        ("language", lambda g, a: g["language"] == a.language),
        ("original source", lambda g, a: _host(g["original_source"]) == _host(a.original_source)),
        ("comment count", lambda g, a: g["comment_count"] == a.comment_count),
        ("no furniture", lambda g, a: not any(_stands_in(words, a.text) for words in g["not_in_text"])),
    )
    for name, right in readers:
        wrong = [row["file"] for row in gold if (article := captures.article(row)) is None or not right(row, article)]
        yield FieldScore(field=f"page {name}", right=len(gold) - len(wrong), of=len(gold), missed=tuple(wrong))


def _people(byline: str | None) -> set[str]:
    return {_fold(name) for name in re.split(r",| and |/|&", byline or "") if name.strip()}


def _stands_in(furniture: str, text: str) -> bool:
    """Says whether furniture stands in a text: anywhere for words, as a line of its own for a bare number."""
    return (
        furniture in text
        if re.search(r"[^\W\d]", furniture)
        else furniture in (line.strip() for line in text.splitlines())
    )


def _host(source: str | None) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", source or "").split("/")[0]


# -- figures ----------------------------------------------------------------------------------------------------


def _pair_figures(ledger: Ledger, captures: Captures) -> list[Pair]:
    """Pairs each gold figure with the row that stands on it."""
    by_article: dict[str, list[FigureRow]] = defaultdict(list)
    for row in ledger.figures():
        by_article[row.article].append(row)
    pairs: list[Pair] = []
    for gold in rows("figures"):
        article = captures.article(gold)
        place = locate(article.text, gold["quote"], gold["context"]) if article else None
        match = None
        if article and place:
            match = next((row for row in by_article[article.id] if row.start < place[1] and place[0] < row.end), None)
        pairs.append((gold, match))
    return pairs


def _figure_scores(ledger: Ledger, captures: Captures, pairs: Sequence[Pair]) -> Iterable[FieldScore]:
    for name, right in _FIGURE_FIELDS:
        wrong = [gold["id"] for gold, row in pairs if row is None or not right(gold, row)]
        yield FieldScore(field=f"figure {name}", right=len(pairs) - len(wrong), of=len(pairs), missed=tuple(wrong))
    taken = {(row.claim, row.quantity) for _, row in pairs if row}
    neutral = _neutral_places(captures)
    extra = [
        row
        for row in ledger.figures()
        if (row.claim, row.quantity) not in taken and not any(_on(row, place) for place in neutral)
    ]
    yield FieldScore(
        field="figure precision",
        right=len(taken),
        of=len(taken) + len(extra),
        missed=tuple(f"{row.page[-40:]}: {row.words}" for row in extra),
    )


def _neutral_places(captures: Captures) -> list[tuple[str, int, int]]:
    places = []
    for row in rows("not_figures"):
        article = captures.article(row)
        if row["neutral"] and article and (place := locate(article.text, row["quote"], row["context"])):
            places.append((article.id, *place))
    return places


def _on(row: FigureRow, place: tuple[str, int, int]) -> bool:
    return row.article == place[0] and row.start < place[2] and place[1] < row.end


def _value(gold: GoldRow, row: FigureRow) -> bool:
    wanted = {gold["low"], gold["high"]} - {None}
    given = {float(bound) for bound in (row.low, row.high) if bound is not None}
    return not wanted or (bool(given) and {float(value) for value in wanted} == given)


def _comparator(gold: GoldRow, row: FigureRow) -> bool:
    return gold["comparator"] == row.modifier or (gold["comparator"], row.modifier) == ("total", None)


def _counted(gold: GoldRow, row: FigureRow) -> bool:
    """The noun beside the number; where the page leaves it out (gold null), a noun recovered from elsewhere is no error.

    The gold has the words after the number, be they a noun, a state ("50 killed or missing") or a measure ("340 t"); a row keeps the
    three apart in `counted`, `kind` and `unit`, so any of them may have the words.
    """
    unit = {"t", "tonn", "ton", "metric"} if row.unit == "metric ton" else _stems(row.unit)
    wanted, given = _stems(gold["counted"]), _stems(row.counted) | _stems(row.kind) | unit
    return not wanted or bool(wanted & given) or (wanted <= _PEOPLE and bool(given & _PEOPLE))


_PEOPLE = frozenset(
    {
        "people",
        "peopl",
        "other",
        "person",
        "dead",
        "death",
        "kill",
        "bodi",
        "victim",
        "life",
        "lives",
        "fatal",
        "men",
        "women",
        "individual",
        "fatalit",
    }
)
_ALIKE_STATUS = {
    "confirmed": {"confirmed", "asserted"},
    "asserted": {"asserted", "confirmed"},
    "planned": {"planned", "forecast"},
}


def _status(gold: GoldRow, row: FigureRow) -> bool:
    return row.status in _ALIKE_STATUS.get(gold["status"], {gold["status"]})


def _asserter(gold: GoldRow, row: FigureRow) -> bool:
    if gold["asserter"] is None:
        return row.asserter is None
    return any(_same_name(name, row.asserter) for name in (gold["asserter"], *gold["asserter_accept"]))


def _chain(gold: GoldRow, row: FigureRow) -> bool:
    accepted = [gold["chain"], *gold.get("chain_accept", [])]
    names = [gold["asserter"], *gold["asserter_accept"]] if gold["asserter"] else []
    return any(_same_chain(chain, row.chain, names) for chain in accepted)


def _same_chain(wanted: Sequence[str], given: Sequence[str], first: Sequence[str]) -> bool:
    if len(wanted) != len(given):
        return False
    heads = [wanted[0], *(first if len(wanted) > 1 else [])]
    return any(_same_name(name, given[0]) for name in heads) and all(
        _same_name(a, b) for a, b in zip(wanted[1:], given[1:], strict=True)
    )


_FIGURE_FIELDS: tuple[tuple[str, Callable[[GoldRow, FigureRow], bool]], ...] = (
    ("found", lambda gold, row: True), ("value", _value), ("comparator", _comparator), ("counted", _counted), ("status", _status),
    ("asserter", _asserter), ("chain", _chain),
)  # fmt: skip


# -- origins and relations --------------------------------------------------------------------------------------


def _origin_scores(pairs: Sequence[Pair]) -> Iterable[FieldScore]:
    """B-cubed F1 of the releases over figures whose asserter is named, and pairs of one release sold as two."""
    named = [
        (gold["origin"], row.origin or f"open {gold['id']}" if row else None) for gold, row in pairs if gold["asserter"]
    ]
    total = 0.0
    for wanted, given in named:
        if given is None:
            continue
        both = sum(1 for w, g in named if w == wanted and g == given)
        precision, recall = (
            both / sum(1 for _, g in named if g == given),
            both / sum(1 for w, _ in named if w == wanted),
        )
        total += 2 * precision * recall / (precision + recall)
    yield FieldScore(field="origin (B-cubed F1)", right=total, of=len(named))


def _relation_scores(ledger: Ledger, pairs: Sequence[Pair]) -> Iterable[FieldScore]:
    """Required relations between releases, by the release that most rows of a gold release belong to, or else its first row."""
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for gold, row in pairs:
        if row and row.release:  # a release has relations even where nobody could be named for it
            votes[gold["origin"]][row.release] += 1
    ours = {origin: max(given, key=given.__getitem__) for origin, given in votes.items()}
    judged = _judged_pairs(ledger)
    wanted = [
        row
        for row in rows("relations")
        if row["required"] and row["relation"] in ("updates", "disputes", "different scope", "part of")
    ]
    for relation in ("updates", "disputes", "different scope", "part of"):
        group = [row for row in wanted if row["relation"] == relation]
        missed = [
            f"{r['a']} – {r['b']}"
            for r in group
            if relation not in judged.get(frozenset({ours.get(r["a"], "a"), ours.get(r["b"], "b")}), ())
        ]
        yield FieldScore(
            field=f"relation {relation}", right=len(group) - len(missed), of=len(group), missed=tuple(missed)
        )


def _judged_pairs(ledger: Ledger) -> dict[frozenset[str], set[str]]:
    judged: dict[frozenset[str], set[str]] = defaultdict(set)
    for judgement in ledger.judgements(about="origin"):
        judged[frozenset({judgement.subject, judgement.object})].add(judgement.relation)
    return judged


# -- lineage, claims, findings ----------------------------------------------------------------------------------


def _lineage_scores(ledger: Ledger, captures: Captures) -> Iterable[FieldScore]:
    urls = {article.id: article.url for _, article in captures}
    found = {(urls.get(j.subject), urls.get(j.object), j.relation) for j in ledger.judgements(about="page")}
    either = found | {(b, a, r) for a, b, r in found if r == "same occasion"}
    gold = [row for row in rows("lineage") if row["parent"]]
    missed = []
    for row in gold:
        kinds = COPIED if row["kind"] in COPIED else {row["kind"]}
        if not any((row["child"], row["parent"], kind) in either for kind in kinds):
            missed.append(f"{row['child'][8:48]} {row['kind']} {row['parent'][8:48]}")
    yield FieldScore(field="lineage", right=len(gold) - len(missed), of=len(gold), missed=tuple(missed))


def _claim_scores(ledger: Ledger, captures: Captures) -> Iterable[FieldScore]:
    gold = rows("claims")
    pairs = [(row, _best_claim(ledger, captures, row)) for row in gold]
    yield _claim_field("claim found", pairs, lambda row, claim: True)
    yield _claim_field("claim speaker", pairs, _speaker)
    yield _claim_field(
        "claim status", pairs, lambda row, claim: claim.status in _ALIKE_STATUS.get(row["status"], {row["status"]})
    )


def _claim_field(
    name: str, pairs: Sequence[tuple[GoldRow, ClaimRow | None]], right: Callable[[GoldRow, ClaimRow], bool]
) -> FieldScore:
    missed = tuple(row["id"] for row, claim in pairs if claim is None or not right(row, claim))
    return FieldScore(field=name, right=len(pairs) - len(missed), of=len(pairs), missed=missed)


def _best_claim(ledger: Ledger, captures: Captures, row: GoldRow) -> ClaimRow | None:
    """Gives the claim that shares at least half of its words with the gold's, or holds nearly all of them: where a statement ends is not scored."""
    article = captures.article(row)
    if article is None:
        return None
    wanted = row["content"] if isinstance(row["content"], str) else " ".join(row["content"])
    scored = [
        (max(_overlap(wanted, claim.words), 0.5 * (_held(wanted, claim.words) >= 0.9)), claim)
        for claim in ledger.claims(article=article.id)
    ]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= 0.5 else None


def _overlap(left: str, right: str) -> float:
    a, b = set(_fold(left).split()), set(_fold(right).split())
    return len(a & b) / len(a | b) if a | b else 0.0


def _held(inner: str, outer: str) -> float:
    a, b = set(_fold(inner).split()), set(_fold(outer).split())
    return len(a & b) / len(a) if a else 0.0


def _speaker(gold: GoldRow, claim: ClaimRow) -> bool:
    """The speaker; an outlet that speaks of itself ("could not verify") is the page's own voice."""
    if gold["speaker"] is None:
        return claim.speaker is None
    return _same_name(gold["speaker"], claim.speaker or claim.outlet)


def _finding_scores(ledger: Ledger, captures: Captures) -> Iterable[FieldScore]:
    gold = findings()
    urls = {article.id: article.url for _, article in captures}
    circular = {
        frozenset({urls.get(j.subject), urls.get(j.object)})
        for j in ledger.judgements(about="page", relation="circular")
    }
    yield _set_score("circular pair", [frozenset(pair[2:4]) for pair in gold["circular"]], circular)
    versions = {urls.get(j.subject) for j in ledger.judgements(about="page", relation="version of")}
    yield _set_score("edited page", [row["url"] for row in gold["edited"]], versions)
    omitted = " ".join(f"{o.subject} {o.reason}" for o in ledger.omissions())
    yield _contained("omission", [_omission_name(captures, row) for row in gold["omissions"]], omitted)
    yield _unresolved_score(ledger, captures, gold)


def _omission_name(captures: Captures, row: GoldRow) -> str:
    return next((article.url for (_, file), article in captures if file == row["file"]), str(row["file"]))


def _set_score(name: str, wanted: Sequence[Any], given: set[Any]) -> FieldScore:
    missed = tuple(str(item) for item in wanted if item not in given)
    return FieldScore(field=name, right=len(wanted) - len(missed), of=len(wanted), missed=missed)


def _contained(name: str, wanted: Sequence[str], given: str) -> FieldScore:
    missed = tuple(item for item in wanted if item not in given)
    return FieldScore(field=name, right=len(wanted) - len(missed), of=len(wanted), missed=missed)


def _unresolved_score(ledger: Ledger, captures: Captures, gold: GoldRow) -> FieldScore:
    open_times = {
        (article.url, timex.span.of(article.text).lower())
        for _, article in captures
        for timex in ledger.reading(article.id).timexes
        if timex.unresolved
    }
    wanted = [(row["page"], row["text"].lower()) for row in gold["unresolved_times"]]
    missed = tuple(
        f"{page[-30:]}: {text}"
        for page, text in wanted
        if not any(p == page and (text in t or t in text) for p, t in open_times)
    )
    return FieldScore(field="unresolved time", right=len(wanted) - len(missed), of=len(wanted), missed=missed)


# -- names ------------------------------------------------------------------------------------------------------


def _fold(text: str | None) -> str:
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return " ".join(word for word in re.findall(r"[a-z0-9]+", plain) if word not in ("the", "a", "an"))


def _same_name(wanted: str, given: str | None) -> bool:
    """Says whether two names are one: equal after folding, or one holds all words of the other and they share the last."""
    a, b = _fold(wanted).split(), _fold(given).split()
    if not a or not b:
        return a == b
    return a == b or ((set(a) <= set(b) or set(b) <= set(a)) and bool({a[-1], *a[:1]} & {b[-1], *b[:1]}))


def _stems(words: str | None) -> set[str]:
    return {re.sub(r"(ies|es|s|ed|ing)$", "", word) for word in _fold(words).split()}
