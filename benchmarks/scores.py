"""The jobs of a full run and how each scorer's output is read: a table of measures, each a name, a pattern and a scale.

Scores are shown in per cent where the scorer gives a share; counts ("0/253") and words ("right") are shown as the scorer prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

NUMBER = r"(-?[\d.]+)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure that a scorer prints: what it is called here, where it stands, by what it is multiplied to be per cent.

    A pattern has one group, or two that are shown as "first/second".
    """

    name: str
    pattern: str
    scale: float = 1.0
    lower_is_better: bool = False

    def read(self, output: str) -> str | None:
        """Gives the figure as shown, or None when the scorer did not print it."""
        found = re.search(self.pattern, output, re.MULTILINE)
        if found is None:
            return None
        if len(found.groups()) > 1:
            return "/".join(found.groups())
        shown = found[1]
        return f"{float(shown) * self.scale:.1f}" if re.fullmatch(r"-?\d+\.\d+", shown) else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A part of a set whose scores are read apart: its name and what its scorer wants to hear."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One line of a full run: a task of `run.py`, its data below the folder of benchmarks, and what to read out of the scorer."""

    name: str
    task: str
    data: str
    measures: tuple[Measure, ...]
    splits: tuple[Split, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The last line of `run.py`: how many of what a second of CPU time."""

    amount: str
    unit: str


def last_of_three(name: str, label: str, *, scale: float = 1.0) -> Measure:
    """Gives the measure whose row is `label  P  R  F1`: its F1."""
    return Measure(name=name, pattern=rf"^{re.escape(label)}\s+[\d.]+\s+[\d.]+\s+{NUMBER}", scale=scale)


def f1(name: str, label: str) -> Measure:
    """Gives the measure whose row is `label  P x  R x  F1 x`: its F1."""
    return Measure(name=name, pattern=rf"^\s*{re.escape(label)}\s+P\s+[\d.]+\s+R\s+[\d.]+\s+F1\s+{NUMBER}")


def value(name: str, label: str, *, scale: float = 1.0, lower: bool = False) -> Measure:
    """Gives the measure whose row is `label  x`."""
    pattern = rf"^{re.escape(label)}\s+(-?[\d.]+(?:/[\d.]+)?)"
    return Measure(name=name, pattern=pattern, scale=scale, lower_is_better=lower)


def field(name: str, *keys: str) -> Measure:
    """Gives the measure under nested keys of printed JSON."""
    *outer, last = (re.escape(key) for key in keys)
    inside = "".join(rf'"{key}":\s*{{[^}}]*?' for key in outer)
    return Measure(name=name, pattern=rf'{inside}"{last}":\s*{NUMBER}')


def item(name: str, label: str, *, lower: bool = False) -> Measure:
    """Gives the measure that stands in a line of several, as `label 3/4` or `label right`."""
    return Measure(name=name, pattern=rf"(?:^|\s){re.escape(label)} (\d+/\d+|\w+)(?:\s|$)", lower_is_better=lower)


MISSION = (
    item("statements", "statements"), item("figures", "figures"), item("figure relations", "figure relations"), item("chain", "chain"),
    item("unresolved times", "unresolved times"), item("page", "page"), item("invented", "invented", lower=True),
)  # fmt: skip
FIGURES = (
    value("headline", "HEADLINE"), value("recall", "recall", scale=100), value("precision", "precision", scale=100),
    value("modifier", "modifier", scale=100), value("status, macro", "status_macro", scale=100), value("asserter", "asserter", scale=100),
    value("chain link F1", "chain_link_f1", scale=100), value("chain exact", "chain_exact", scale=100),
    value("origin B-cubed F1", "origin_b3_f1", scale=100), value("origin pair F1", "origin_pair_f1", scale=100),
    value("updates recall", "updates_recall", scale=100), value("disputes recall", "disputes_recall", scale=100),
    Measure(
        name="look-alikes called dispute or update", pattern=r"^look_alikes_called_dispute_or_update\s+\{'pairs': (\d+), 'of': (\d+)",
        lower_is_better=True,
    ),
    Measure(
        name="over-claimed independence", pattern=r"^over_claimed_independence\s+\{'pairs': (\d+), 'of': (\d+)", lower_is_better=True
    ),
)  # fmt: skip
LINEAGE = (
    value("headline", "HEADLINE"), value("pair macro-F1", "pair_macro_f1", scale=100), value("over-claimed independence", "over_claimed_independence", lower=True),
    value("missed independence", "missed_independence", lower=True), value("parent accuracy", "parent_accuracy", scale=100),
    value("rewrite F1", "rewrite_f1", scale=100), value("number of origins exact", "n_origins_exact", scale=100),
    value("look-alike links", "look_alike_links", lower=True),
)  # fmt: skip
CHAINS = (
    last_of_three("attributed statement F1", "statements, attributed (P R F1)"), last_of_three("statement + speaker F1", "statement + speaker right (P R F1)"),
    last_of_three("statement + exact chain F1", "statement + exact chain (P R F1)"), last_of_three("writer's voice F1", "statements, writer's voice (P R F1)"),
    value("exact chain on all gold relays", "exact chain, relays, of all gold relays"), value("status accuracy, aligned", "status accuracy | aligned"),
    value("status macro-F1, aligned", "status macro-F1 | aligned"), value("hearsay found", "hearsay ('reported') found, of all gold"),
    value("denial links", "denial / correction links, of all gold"), value("traps hit", "traps hit (lower is better)", lower=True),
)  # fmt: skip
DENIALS = (
    value("fine accuracy", "fine_accuracy"), value("fine macro-F1", "fine_macro_f1"), value("coarse accuracy", "coarse_accuracy"),
    value("coarse macro-F1", "coarse_macro_f1"), value("direction", "direction_accuracy"), value("scope", "scope_accuracy"),
    value("all right", "all_right"), value("false denial", "false_denial", lower=True), value("missed denial", "missed_denial", lower=True),
    value("false confirmation", "false_confirmation", lower=True), value("missed confirmation", "missed_confirmation", lower=True),
)  # fmt: skip
WITHIN = (
    f1("detection F1", "detection"), f1("value F1", "value"), f1("modifier F1", "modifier"), value("modifier, spread", "modifier, spread"),
    value("counted, explicit", "counted, explicit"), value("counted, elided", "counted, elided"), value("all right", "all right"),
    value("false figures", "false figures", lower=True), f1("relations F1", "all"), value("relations macro-F1", "relations macro-F1"),
)  # fmt: skip
ACROSS = (
    value("accuracy", "accuracy"), value("macro-F1", "macro-F1"), value("false dispute", "false dispute", lower=True),
    value("missed dispute", "missed dispute", lower=True),
)  # fmt: skip
ATTRIBUTION = (
    last_of_three("attribution F1", "attribution"), last_of_three("speech attribution F1", "speech attribution"), value("speaker accuracy", "speaker accuracy"), last_of_three("direct quotations recalled", "  direct"),
    last_of_three("content match F1", "content match"), last_of_three("content exact F1", "content exact"), last_of_three("content token F1", "content token"),
    last_of_three("source token F1", "source token"), last_of_three("cue token F1", "cue token"),
)  # fmt: skip
QUANTITY = tuple(
    f1(f"{name} F1", label)
    for name, label in (
        ("span, relaxed", "span_relaxed"), ("span, strict", "span_strict"), ("value", "value"), ("value + unit", "value+unit"),
        ("value + bound", "value+bound"), ("value + change", "value+change"), ("range", "range"),
    )
)  # fmt: skip
QUANTITIES = (
    f1("value F1", "value"), value("comparator", "comparator"), value("measure or thing counted", "counted"), value("rate", "rate"),
    value("all right", "all right"), value("sentences without quantities, false alarms", "false alarms", lower=True),
)  # fmt: skip
TIME = tuple(f1(f"{name} F1", name) for name in ("relaxed", "strict", "type", "value", "calendar"))
ARTICLES = tuple(
    value(name, label, scale=100)
    for name, label in (("text F1", "f1"), ("precision", "precision"), ("recall", "recall"))
)
AEB = (*ARTICLES, value("identical text", "accuracy", scale=100))
WCXB = (
    *ARTICLES, value("must-have found", "with_found", scale=100), value("boilerplate leaked", "without_leaked", scale=100, lower=True),
    value("title", "title", scale=100), value("author", "author", scale=100), value("author invented", "author_invented", scale=100, lower=True),
    value("date", "date", scale=100), value("date given where gold has none", "date_invented", scale=100, lower=True),
)  # fmt: skip
DUPLICATES = (
    value("pair F1", "pair_f1", scale=100), value("pair precision", "pair_precision", scale=100), value("pair recall", "pair_recall", scale=100),
    value("quote recall", "quote_recall", scale=100),
    *(
        Measure(name=f"recall, {name}", pattern=rf"'{label}': \[{NUMBER}", scale=100)
        for name, label in (("abridged", "abridged"), ("character noise", "char_noise"), ("localised", "localised"))
    ),
)  # fmt: skip
CROSSDOC = (
    field("CoNLL F1", "CoNLL_F1"), field("pairwise precision", "pairwise", "P"), field("pairwise F1", "pairwise", "F1"),
    field("documents to events, B-cubed F1", "doc_subtopic", "B3_F1"), field("documents to events, pair F1", "doc_subtopic", "pair_F1"),
)  # fmt: skip
GEO = (
    field("tag F1", "tag_exact", "F1"), field("within 161 km, of found", "resolution", "acc161"), field("end to end F1 at 161 km", "end_to_end@161", "F1"),
)  # fmt: skip
PLACES = (
    value("country", "country"), value("region, first level", "region"), f1("found, exact span F1", "found"), value("wrong country", "wrong", lower=True),
    value("names of others read as places", "false", lower=True), value("read where gold has none", "spurious", lower=True),
)  # fmt: skip
STATUS = (
    value("accuracy", "accuracy"), value("macro-F1", "macro-F1"), value("false firmness", "false firmness", lower=True),
)  # fmt: skip

JOBS: tuple[Job, ...] = (
    Job(name="mission", task="mission", data="../mission/article.txt", measures=MISSION),
    Job(name="figures", task="figures", data="figures", measures=FIGURES),
    Job(name="figures, own, ferry", task="figures", data="figures/own_ferry", measures=FIGURES),
    Job(name="figures, own, rockets", task="figures", data="figures/own_rockets", measures=FIGURES),
    Job(name="figures, own, an epidemic (read later)", task="figures", data="figures/own_kept", measures=FIGURES),
    Job(name="figures, own, dam", task="figures", data="figures/own_dam", measures=FIGURES),
    Job(name="figures, own, prison", task="figures", data="figures/own_prison", measures=FIGURES),
    Job(name="figures, own, a festival (read later)", task="figures", data="figures/own_kept_crush", measures=FIGURES),
    Job(name="figures, own, market", task="figures", data="figures/own_market", measures=FIGURES),
    Job(name="figures, own, troops sent", task="figures", data="figures/own_sent", measures=FIGURES),
    Job(name="figures, own, factory", task="figures", data="figures/own_factory", measures=FIGURES),
    Job(name="figures, own, protest", task="figures", data="figures/own_protest", measures=FIGURES),
    Job(name="figures, own, a cyclone (read later)", task="figures", data="figures/own_kept_cyclone", measures=FIGURES),
    Job(name="figures, own, a train (read later)", task="figures", data="figures/own_kept_train", measures=FIGURES),
    Job(name="figures, own, a storm (read later)", task="figures", data="figures/own_storm", measures=FIGURES),
    Job(name="figures, own, a stadium (read later)", task="figures", data="figures/own_stadium", measures=FIGURES),
    Job(name="figures, own, a camp (read later)", task="figures", data="figures/own_camp", measures=FIGURES),
    Job(name="figures, own, a border post and a mine (read later)", task="figures", data="figures/own_kept_siege", measures=FIGURES),
    Job(name="lineage", task="lineage", data="lineage", measures=LINEAGE),
    Job(name="lineage, own, first three events", task="lineage", data="lineage/own_a", measures=LINEAGE),
    Job(name="lineage, own, next three events", task="lineage", data="lineage/own_b", measures=LINEAGE),
    Job(name="lineage, own, three events read later", task="lineage", data="lineage/own_kept", measures=LINEAGE),
    Job(name="lineage, own, three later events", task="lineage", data="lineage/own_c", measures=LINEAGE),
    Job(name="lineage, own, three events with rival wires", task="lineage", data="lineage/own_d", measures=LINEAGE),
    Job(name="lineage, own, two later events, kept back", task="lineage", data="lineage/own_kept_two", measures=LINEAGE),
    Job(name="chains", task="chains", data="chains/dev.jsonl", measures=CHAINS),
    Job(name="chains, own items", task="chains", data="chains/own_tuning.jsonl", measures=CHAINS),
    Job(name="chains, own items, kept back", task="chains", data="chains/own_kept.jsonl", measures=CHAINS),
    Job(name="chains, own, dense in relays", task="chains", data="chains/own_dense.jsonl", measures=CHAINS),
    Job(name="chains, own, dense, kept back", task="chains", data="chains/own_dense_kept.jsonl", measures=CHAINS),
    Job(name="chains, own, plain, kept back", task="chains", data="chains/own_plain_kept.jsonl", measures=CHAINS),
    Job(name="chains, own, ten desks, first half", task="chains", data="chains/own_desks.jsonl", measures=CHAINS),
    Job(name="chains, own, ten desks, kept back", task="chains", data="chains/own_desks_kept.jsonl", measures=CHAINS),
    Job(name="denials", task="denials", data="denials/dev.jsonl", measures=DENIALS),
    Job(name="denials, own", task="denials", data="denials/own.jsonl", measures=DENIALS),
    Job(name="denials, own, kept back", task="denials", data="denials/own_kept.jsonl", measures=DENIALS),
    Job(name="denials, own, later", task="denials", data="denials/own_more.jsonl", measures=DENIALS),
    Job(name="denials, own, later, kept back", task="denials", data="denials/own_more_kept.jsonl", measures=DENIALS),
    Job(name="denials, own, wide, kept back", task="denials", data="denials/own_wide_kept.jsonl", measures=DENIALS),
    Job(name="relations, within a passage", task="relations", data="relations/within_dev.jsonl", measures=WITHIN),
    Job(name="relations, across passages", task="relations", data="relations/across_dev.jsonl", measures=ACROSS),
    Job(name="relations, across passages, own", task="relations", data="relations/own_across.jsonl", measures=ACROSS),
    Job(name="relations, across passages, own, kept back", task="relations", data="relations/own_across_kept.jsonl", measures=ACROSS),
    Job(name="relations, across passages, own, later", task="relations", data="relations/own_more_across.jsonl", measures=ACROSS),
    Job(name="relations, across passages, own, later, kept back", task="relations", data="relations/own_more_across_kept.jsonl", measures=ACROSS),
    Job(name="relations, across passages, own, wide, kept back", task="relations", data="relations/own_wide_across_kept.jsonl", measures=ACROSS),
    Job(name="attribution", task="attribution", data="attribution/dev.jsonl", measures=ATTRIBUTION),
    Job(name="attribution, own items", task="attribution", data="attribution/tuning.jsonl", measures=ATTRIBUTION),
    Job(name="attribution, own items, kept back", task="attribution", data="attribution/kept.jsonl", measures=ATTRIBUTION),
    Job(name="attribution, own, dense, kept back", task="attribution", data="attribution/kept_dense.jsonl", measures=ATTRIBUTION),
    Job(name="quantity", task="quantity", data="quantity/dev.jsonl", measures=QUANTITY),
    Job(name="quantity, own probes", task="quantity", data="quantity/probes_dev.jsonl", measures=QUANTITY),
    Job(
        name="time", task="time", data="time/dev.jsonl", measures=TIME,
        splits=tuple(Split(name=name, arguments=("--subset", name)) for name in ("timebank", "aquaint", "meantime")),
    ),
    Job(name="time, own probes", task="time", data="time/probes_dev.jsonl", measures=TIME),
    Job(name="articles, AEB", task="articles", data="articles/aeb", measures=AEB),
    Job(name="articles, WCXB", task="articles", data="articles/wcxb", measures=WCXB),
    Job(name="duplicates", task="duplicates", data="duplicates", measures=DUPLICATES),
    Job(name="crossdoc", task="crossdoc", data="crossdoc/dev.jsonl.gz", measures=CROSSDOC),
    Job(
        name="geo", task="geo", data="geo/dev.jsonl.gz", measures=GEO,
        splits=tuple(Split(name=name, arguments=("--corpus", name)) for name in ("GeoVirus", "TR-News")),
    ),
    Job(name="places, own", task="places", data="places/dev.jsonl", measures=PLACES),
    Job(name="places, own, kept back", task="places", data="places/kept.jsonl", measures=PLACES),
    Job(name="status, own", task="status", data="status/dev.jsonl", measures=STATUS),
    Job(name="status, own, kept back", task="status", data="status/kept.jsonl", measures=STATUS),
    Job(name="quantities, own", task="quantities", data="quantities/dev.jsonl", measures=QUANTITIES),
    Job(name="quantities, own, kept back", task="quantities", data="quantities/kept.jsonl", measures=QUANTITIES),
)  # fmt: skip


def scores_of(measures: Iterable[Measure], output: str) -> dict[str, str]:
    """Gives the figures found in a scorer's output, by the name of their measure."""
    found = {measure.name: measure.read(output) for measure in measures}
    return {name: shown for name, shown in found.items() if shown is not None}


def rate_of(output: str) -> Rate | None:
    """Gives the rate that `run.py` prints last, or None."""
    found = re.search(r"^([\d,]+) (.+) per CPU-second\s*\Z", output, re.MULTILINE)
    return Rate(amount=found[1], unit=found[2]) if found else None
