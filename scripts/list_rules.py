"""Writes docs/reference/rules-*.md: the numbered rules by which figures, times, places and statuses are read, from the code itself.

    python scripts/list_rules.py [--check]

With --check nothing is written, and the exit code is 1 when a page does not say what the code says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from firsthand.annotate.place.listed import LISTED as PLACES  # noqa: E402
from firsthand.annotate.quantity.listed import LISTED as QUANTITIES  # noqa: E402
from firsthand.annotate.quantity.listed import LISTED_RELATIONS as RELATIONS  # noqa: E402
from firsthand.annotate.status.listed import LISTED as STATUSES  # noqa: E402
from firsthand.annotate.timex.listed import LISTED as TIMES  # noqa: E402
from firsthand.text.rule_numbers import ListedRule  # noqa: E402

REFERENCE = ROOT / "docs" / "reference"
NOTE = (
    "Written by `scripts/list_rules.py` from the code; a test compares. The numbers follow the order of the tables and hold for this version; "
    "the names are what `explain` and the `rule` fields show."
)
PAGES: dict[str, tuple[str, str, tuple[tuple[str, Sequence[ListedRule], str], ...]]] = {
    "rules-quantities.md": (
        "Rules: quantities",
        "A figure's rule names how its number is written and where its noun stands. Relations between figures carry a rule of their own.",
        (("Figures", QUANTITIES, "as in"), ("Relations", RELATIONS, "as in")),
    ),
    "rules-times.md": (
        "Rules: times",
        "Of rules that match the same words the longer match wins, then the upper row. Bounds (since, until, by, before, after, from, to) are read "
        "from the words before an expression and stand in a field of their own.",
        (("Expressions", TIMES, "one of these words must be there (# is a digit)"),),
    ),
    "rules-places.md": (
        "Rules: places",
        "A name is found by one of the upper rules. Its readings are weighed: size and rank, the countries and regions of the article, what is "
        "written beside it, lists, words of sort, and what lies near. A clear lead decides; without one no reading is chosen.",
        (("Names", PLACES, "as in"),),
    ),
    "rules-status.md": (
        "Rules: status",
        "The longest cue wins, then the upper row. The scope says how far a cue reaches: its clause, its complement, an infinitive, a phrase or the "
        "sentence. Which cue wins over a claim is decided where claims are made. The small language of the patterns is told in "
        "`annotate/status/patterns.py`.",
        (("Cues", STATUSES, "pattern"),),
    ),
}


def page(name: str) -> str:
    """Gives a page's text."""
    title, theory, tables = PAGES[name]
    parts = [f"# {title}", theory, NOTE]
    for heading, rules, column in tables:
        parts += [f"## {heading}", table(rules, column)]
    return "\n\n".join(parts) + "\n"


def table(rules: Sequence[ListedRule], column: str) -> str:
    """Gives rules as a Markdown table; the last column is left out where no rule fills it."""
    with_words = any(rule.reads for rule in rules)
    rows = [["no.", "name", "what it reads", *([column] if with_words else [])]]
    rows += [["---"] * len(rows[0])]
    rows += [[rule.number, rule.name, rule.says, *([as_code(rule.reads)] if with_words else [])] for rule in rules]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


def as_code(words: str) -> str:
    """Gives one or several lines as code inside a table's cell."""
    return "<br>".join(f"`{line.replace('`', 'ʼ')}`" for line in words.splitlines() if line)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    stale = [
        name
        for name in PAGES
        if not (REFERENCE / name).is_file() or (REFERENCE / name).read_text("utf-8") != page(name)
    ]
    for name in stale:
        if args.check:
            print(f"{name} does not say what the code says: run scripts/list_rules.py")
        else:
            (REFERENCE / name).write_text(page(name), "utf-8")
            print(f"{name} written")
    return 1 if stale and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
