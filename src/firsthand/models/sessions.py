"""Opens the networks and the tokenizer: one thread, so that the same input always gives the same scores."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def session_of(folder: Path) -> Any:
    """Gives the running form of a folder's `model.onnx`; its bytes must have been checked before."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])


def tokenizer_of(folder: Path) -> Any:
    """Gives a folder's tokenizer, which neither pads nor cuts."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
