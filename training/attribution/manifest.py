"""The list of a model's files with their hashes, which the package checks before it loads anything."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def write_manifest(folder: Path, model: str, version: int) -> None:
    """Writes size and SHA-256 of the shipped files."""
    files = {}
    for name in ("heads.json", "model.onnx", "tokenizer.json"):
        if not (folder / name).is_file():
            continue
        data = (folder / name).read_bytes()
        files[name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    text = json.dumps({"model": model, "version": version, "files": files}, indent=2) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")
