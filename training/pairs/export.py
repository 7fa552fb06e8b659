"""Writes the shipped files of the pair network: int8 ONNX and manifest. Its tokenizer is that of the attribution network.

python training/pairs/export.py --weights pairs.pt --base MINILM_FOLDER --out src/firsthand/models/pairs
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from network import FACTS, Network

sys.path.append(str(Path(__file__).parents[1] / "attribution"))

from manifest import write_manifest

OPSET = 17
PIECES = {name: {1: "pieces"} for name in ("ids", "types", "marked")}


class OnePair(nn.Module):
    """The network for a batch of one: log-probabilities, not scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, types: Tensor, marked: Tensor, facts: Tensor) -> tuple[Tensor, ...]:
        scores = self.network(ids, torch.ones_like(ids), types, marked, facts)
        return tuple(torch.log_softmax(each, dim=-1) for each in scores)


def quantize(source: Path, target: Path) -> None:
    """Writes the int8 form, the heads in full precision."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as scratch:
        shaped = Path(scratch) / "shaped.onnx"
        quant_pre_process(str(source), str(shaped), skip_symbolic_shape=True)
        heads = [
            node.name
            for node in onnx.load(shaped).graph.node
            if any(f"/{head}/" in node.name for head in ("answers", "direction", "relations"))
        ]
        quantize_dynamic(str(shaped), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8, nodes_to_exclude=heads,
                         extra_options={"DefaultTensorType": 1})  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    network = Network(options.base).eval()
    network.load_state_dict(torch.load(options.weights, weights_only=True))
    sample = (
        torch.randint(1000, 2000, (1, 40)),
        torch.zeros(1, 40, dtype=torch.long),
        torch.ones(1, 40),
        torch.zeros(1, FACTS),
    )
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "float.onnx"
        torch.onnx.export(OnePair(network), sample, str(plain), input_names=["ids", "types", "marked", "facts"],
                          output_names=["answers", "direction", "relations"], dynamic_axes=PIECES, opset_version=OPSET, dynamo=False)  # fmt: skip
        quantize(plain, options.out / "model.onnx")
    write_manifest(options.out, "pairs", 2)


if __name__ == "__main__":
    main()
