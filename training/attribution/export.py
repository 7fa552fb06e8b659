"""Writes the shipped files of a trained network: int8 ONNX, tokenizer, head labels, manifest.

python training/attribution/export.py --weights weights.pt --base MINILM_FOLDER --out src/firsthand/models/attribution
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch

from corpus import LABELS
from manifest import write_manifest
from network import Network, saved_network

OPSET = 17
INPUTS = ("ids", "features", "first")
OUTPUTS = ("label", "arc", "tag", "name")
# Kept in full precision: the embeddings cost little, and the heads decide.
HEADS = ("label", "tag", "name", "dependent", "head", "no_cue")


class OneWindow(torch.nn.Module):
    """The network for a batch of one: no padding, so no mask; log-probabilities, not scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, features: torch.Tensor, first: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return tuple(torch.log_softmax(scores[0], -1) for scores in self.network(ids, None, features, first))


def export(network: Network, path: Path) -> None:
    """Writes the network as float ONNX."""
    network.eval()
    sample = (torch.randint(1000, 2000, (1, 24)), torch.zeros(1, 24, 3, dtype=torch.long), torch.arange(1, 21)[None])
    axes = {"ids": {1: "pieces"}, "features": {1: "pieces"}, "first": {1: "words"}}
    axes |= {name: {0: "words"} for name in OUTPUTS}
    torch.onnx.export(OneWindow(network), sample, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
                      dynamic_axes=axes, opset_version=OPSET, dynamo=False)  # fmt: skip


def quantize(source: Path, target: Path) -> None:
    """Writes the int8 form: weights by channel, activations by tensor as they come."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as scratch:
        shaped = Path(scratch) / "shaped.onnx"
        quant_pre_process(str(source), str(shaped), skip_symbolic_shape=True)
        nodes = [node.name for node in onnx.load(shaped).graph.node if any(f"/{head}/" in node.name for head in HEADS)]
        quantize_dynamic(str(shaped), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, nodes_to_exclude=nodes,
                         extra_options={"DefaultTensorType": 1})  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("weights", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--version", type=int, default=1)
    options = parser.parse_args()
    heads = json.loads((Path(__file__).parent / "heads.json").read_text(encoding="utf-8"))
    network = saved_network(options.weights, len(LABELS), len(heads["tags"]), len(heads["names"]))
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        export(network, Path(scratch) / "float.onnx")
        quantize(Path(scratch) / "float.onnx", options.out / "model.onnx")
    shutil.copy(options.base / "tokenizer.json", options.out / "tokenizer.json")
    (options.out / "heads.json").write_text(json.dumps({"labels": LABELS, **heads}, indent=1) + "\n", encoding="utf-8")
    write_manifest(options.out, "attribution", options.version)


if __name__ == "__main__":
    main()
