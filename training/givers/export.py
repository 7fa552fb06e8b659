"""Writes the shipped files of the head that points to givers: ONNX in full precision (it is small), manifest.

python training/givers/export.py --weights head.pt --out src/firsthand/models/givers
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

sys.path.append(str(Path(__file__).parents[1] / "attribution"))

from manifest import write_manifest
from network import APART, CASES, PARAGRAPHS, SENTENCES, STATE, Head

OPSET = 17
AXES = {
    "states": {0: "words"},
    "places": {0: "words"},
    "at": {0: "numbers"},
    "apart": {1: "numbers", 2: "words"},
    "at_head": {0: "words"},
    "chances": {0: "numbers", 1: "outcomes"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=2)
    options = parser.parse_args()
    head = Head(options.layers).eval()
    head.load_state_dict(torch.load(options.weights, weights_only=True))
    words, numbers = 30, 3
    places = torch.stack([torch.randint(0, n, (words,)) for n in (PARAGRAPHS, SENTENCES, CASES, 2)], dim=1)
    apart = torch.stack([torch.randint(0, 2 * far + 1, (numbers, words)) for far in APART])
    sample = (torch.randn(words, STATE), places, torch.arange(numbers), apart, torch.zeros(words, dtype=torch.long))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(head, sample, str(options.out / "model.onnx"), input_names=list(AXES)[:5], output_names=["chances"],
                      dynamic_axes=AXES, opset_version=OPSET, dynamo=False)  # fmt: skip
    write_manifest(options.out, "givers", 2)


if __name__ == "__main__":
    main()
