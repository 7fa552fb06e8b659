#!/usr/bin/env python3
"""Check that the demo case's gold answers fit its pages: words verbatim, ids known, one asserter per origin. Exit 1 if not.

usage: check_demo_gold.py [CASE_FOLDER]        needs lxml
"""

import collections
import gzip
import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import lxml.html

CASE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "src/firsthand/demo/case"
EXAMPLES = Path(__file__).parents[1] / "examples"
ATOM = "{http://www.w3.org/2005/Atom}"
INLINE = {"a", "abbr", "b", "em", "font", "i", "span", "strong", "time"}
COMPARATORS = {"about", "at least", "more than", "up to", "less than", "nearly", "vague", "total", None}
STATUSES = {
    "planned",
    "asserted",
    "reported",
    "possible",
    "forecast",
    "confirmed",
    "not confirmed",
    "denied",
    "corrected",
}
RELATIONS = {"updates", "disputes", "different scope", "part of", "denies", "corrects", "unrelated"}
KINDS = {"direct", "mixed", "indirect", "headline", "unattributed", "writer's own judgement", "scare quote"}
LINEAGE = {"copy", "edited copy", "rewrite", "cites", "same occasion", "update of", "independent", "unknown"}

problems = []


def check(condition, *what):
    if not condition:
        problems.append(" | ".join(str(part) for part in what))


def fold(text):
    return " ".join(text.split())


def visible_text(markup):
    pieces = []

    def walk(node):
        if isinstance(node.tag, str) and node.tag not in ("script", "style", "noscript", "head", "template"):
            gap = "" if node.tag in INLINE else " "
            pieces.extend((gap, node.text or ""))
            for child in node:
                walk(child)
            pieces.append(gap)
        pieces.append(node.tail or "")

    walk(lxml.html.document_fromstring(markup))
    return fold("".join(pieces))


def address(markup):
    for pattern in (
        r"rel=[\"']canonical[\"'] href=[\"']([^\"']+)",
        r"href=\"([^\"]+)\" rel=\"canonical\"",
        r"property=\"og:url\" content=\"([^\"]+)",
        r"<!-- saved from url=\(\d{4}\)(\S+) -->",
    ):
        if found := re.search(pattern, markup):
            return found.group(1)
    return None


def read_wacz(path):
    archive = zipfile.ZipFile(path)
    for resource in json.loads(archive.read("datapackage.json"))["resources"]:
        data = archive.read(resource["path"])
        check(
            resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest() and resource["bytes"] == len(data),
            "wacz hash",
            resource["path"],
        )
    warc = archive.read("archive/data.warc.gz")
    for line in archive.read("indexes/index.cdxj").decode().splitlines():
        entry = json.loads(line.split(" ", 2)[2])
        start = int(entry["offset"])
        record = gzip.decompress(warc[start : start + int(entry["length"])]).decode()
        yield entry["url"], record.split("\r\n\r\n", 2)[2]


def load_texts():
    texts = {}
    for path in sorted((CASE / "pages").glob("*.html")):
        markup = path.read_text("utf8")
        texts[path.name, address(markup)] = visible_text(markup)
    for url, markup in read_wacz(CASE / "capture.wacz"):
        check(address(markup) == url, "address in capture", url)
        texts["capture.wacz", url] = visible_text(markup)
    for entry in ElementTree.parse(CASE / "feed.xml").getroot().iter(ATOM + "entry"):
        url = entry.find(ATOM + "link").get("href")
        texts["feed.xml", url] = fold(
            entry.findtext(ATOM + "title") + " " + visible_text(entry.findtext(ATOM + "content"))
        )
    return texts


def rows(name):
    return [json.loads(line) for line in (CASE / "gold" / name).read_text("utf8").splitlines()]


def whole(quote, context):
    return len(re.findall(r"(?<!\w)" + re.escape(quote) + r"(?!\w)", context))


def check_words(texts, figures, others, claims):
    seen = collections.Counter()
    for row in figures + others:
        text = texts.get((row["file"], row["page"]), "")
        check(
            text.count(row["context"]) == 1,
            "context not exactly once",
            row["file"],
            row["context"],
            text.count(row["context"]),
        )
        check(
            whole(row["quote"], row["context"]) == 1,
            "quote not once in its context",
            row["file"],
            row["quote"],
            row["context"],
        )
        seen[row["file"], row["page"], text.find(row["context"]) + row["context"].find(row["quote"])] += 1
        words = len(row["context"].split())
        check(words >= 6 or "headline" in row.get("flags", ()), "short context", row["file"], row["context"])
        check(words <= 15, "long context", row["file"], row["context"])
        if row.get("counted"):
            check(row["counted"] in text, "counted not on page", row["file"], row["counted"])
    for place, times in seen.items():
        check(times == 1, "two rows on one numeral", place)
    for row in claims:
        text = texts.get((row["file"], row["page"]), "")
        for field in ("content", "source"):
            check(row[field] is None or row[field] in text, field + " not on page", row["id"], row[field])


def check_rows(figures, claims):
    names = collections.Counter(row["id"] for row in figures + claims)
    check(all(times == 1 for times in names.values()), "id twice", [name for name, times in names.items() if times > 1])
    asserters, series, kinds = (collections.defaultdict(set) for _ in range(3))
    for row in figures:
        check(row["comparator"] in COMPARATORS, "comparator", row["id"], row["comparator"])
        check(row["status"] in STATUSES, "status", row["id"], row["status"])
        check((row["low"] is None) == (row["comparator"] == "vague") == (row["high"] is None), "value", row["id"])
        check(row["asserter"] is None or row["asserter"] in row["asserter_accept"], "asserter not accepted", row["id"])
        check(
            row["asserter"] is None or row["chain"][0] == row["asserter"],
            "chain does not begin with the asserter",
            row["id"],
            row["chain"],
        )
        check(len(set(row["chain"])) == len(row["chain"]), "chain with a loop", row["id"], row["chain"])
        if row["asserter"] and "circular" not in row["flags"]:
            asserters[row["origin"]].add(row["asserter"])
        series[row["origin"]].add(row["series"])
        if "kind-changed" not in row["flags"]:
            kinds[row["origin"]].add(row["kind"])
    for table, what in ((asserters, "asserters"), (series, "series"), (kinds, "kinds")):
        for origin, values in table.items():
            check(len(values) == 1, "one origin, several " + what, origin, sorted(values))
    for row in claims:
        check(row["kind"] in KINDS and row["status"] in STATUSES, "kind or status", row["id"])
        check(row["denies"] is None or row["denies"] in names, "denies an unknown claim", row["id"])
        check(
            row["speaker"] is None or row["kind"] == "unattributed" or row["chain"][0] == row["speaker"],
            "chain does not begin with the speaker",
            row["id"],
            row["chain"],
        )


def check_rest(texts, pages, figures, claims, relations, lineage, findings):
    urls, outlets = {row["url"] for row in pages}, {row["url"]: row["outlet"] for row in pages}
    origins, named = {row["origin"] for row in figures}, {row["id"] for row in claims}
    check(
        sorted((row["file"], row["url"]) for row in pages) == sorted(texts),
        "pages.jsonl and the files differ",
        set(texts) ^ {(row["file"], row["url"]) for row in pages},
    )
    for row in pages:
        text = texts.get((row["file"], row["url"]), "")
        check(row["title"] in text, "title", row["file"], row["title"])
        check(
            row["byline"] is None or row["file"] == "feed.xml" or row["byline"] in text,
            "byline",
            row["file"],
            row["byline"],
        )
        check(row["original_source"] is None or row["original_source"] in text, "original source", row["file"])
        for words in row["not_in_text"]:
            check(fold(words) in text, "furniture not on page", row["file"], words)
        for figure in figures:
            check(
                (figure["file"], figure["page"]) != (row["file"], row["url"])
                or not any(figure["context"] in words for words in row["not_in_text"]),
                "figure in furniture",
                figure["id"],
            )
    for row in figures + claims:
        check(row["chain"][-1] == outlets.get(row["page"]), "chain does not end in the outlet", row["id"], row["chain"])
    for row in relations:
        check(row["relation"] in RELATIONS and {row["a"], row["b"]} <= origins | named, "relation", row)
    for row in lineage:
        check(
            row["kind"] in LINEAGE
            and row["child"] in urls
            and row["parent"] in urls | {None}
            and row["child"] != row["parent"],
            "lineage",
            row,
        )
    check(urls == {row["child"] for row in lineage}, "pages without lineage", urls - {row["child"] for row in lineage})
    for first, second, *_ in findings["independent"]:
        check({first, second} <= origins, "independent", first, second)
    for row in findings["not_established"]:
        check({row["a"], row["b"]} <= origins, "not established", row)
    for name, row in findings["origins_by_series"].items():
        check(
            set(row["release_ids"]) == {figure["origin"] for figure in figures if figure["series"] == name},
            "releases of series",
            name,
        )
    for row in findings["edited"]:
        for side in ("before", "after"):
            check(row[side] in texts.get((row[side + "_file"], row["url"]), ""), "edited words", row[side])
    for row in findings["unresolved_times"]:
        check(
            row["page"] in findings["undated"]
            and any(row["text"] in text for (_, url), text in texts.items() if url == row["page"]),
            "unresolved time",
            row,
        )
    check(findings["undated"] == [row["url"] for row in pages if row["published"] is None], "undated pages")
    check(findings["lead_series"] in findings["origins_by_series"], "lead series")


def check_example():
    if not (EXAMPLES / "founding.txt").exists():
        return
    text, expected = (
        (EXAMPLES / "founding.txt").read_text("utf8"),
        json.loads((EXAMPLES / "founding.expected.json").read_text("utf8")),
    )
    for row in expected["statements"]:
        for field in ("content", "source", "cue"):
            check(not row.get(field) or row[field] in text, "founding example", row["id"], field)
    for words in [
        expected["article"]["title"],
        expected["article"]["image_caption"],
        *expected["article"]["not_part_of_the_article"],
    ]:
        check(words in text.splitlines(), "founding example line", words)


def main():
    texts = load_texts()
    pages, figures, others, claims = (rows(name + ".jsonl") for name in ("pages", "figures", "not_figures", "claims"))
    relations, lineage = rows("relations.jsonl"), rows("lineage.jsonl")
    findings = json.loads((CASE / "gold/findings.json").read_text("utf8"))
    check_words(texts, figures, others, claims)
    check_rows(figures, claims)
    check_rest(texts, pages, figures, claims, relations, lineage, findings)
    check_example()
    lengths = {
        "captures": len(texts),
        "addresses": len({url for _, url in texts}),
        "outlets": len({row["outlet"] for row in pages}),
        "figure rows": len(figures),
        "named": sum(row["asserter"] is not None for row in figures),
        "releases": len({row["origin"] for row in figures}),
        "series": len({row["series"] for row in figures}),
        "not figures": len(others),
        "claims": len(claims),
        "relations": len(relations),
        "lineage edges": len(lineage),
    }
    print(", ".join(f"{count} {name}" for name, count in lengths.items()))
    for name in ("comparator", "status"):
        print(name + ":", dict(collections.Counter(str(row[name]) for row in figures)))
    print(
        "chain lengths:",
        dict(sorted(collections.Counter(len(row["chain"]) for row in figures).items())),
        " relations:",
        dict(collections.Counter(row["relation"] for row in relations)),
        " lineage:",
        dict(collections.Counter(row["kind"] for row in lineage)),
    )
    for problem in problems:
        print("PROBLEM", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
