"""A model whose bytes are not the shipped ones is never loaded, and the message says which file and what to do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from firsthand.errors import ModelDamaged
from firsthand.models import digest_of_model, verified_folder


def _model(home: Path, body: bytes = b"weights", recorded: bytes | None = None) -> Path:
    folder = home / "toy"
    folder.mkdir()
    (folder / "model.onnx").write_bytes(body)
    expected = body if recorded is None else recorded
    entry = {"sha256": hashlib.sha256(expected).hexdigest(), "bytes": len(expected)}
    (folder / "manifest.json").write_text(json.dumps({"files": {"model.onnx": entry}}))
    return folder


def test_a_whole_model_gives_its_folder(tmp_path: Path) -> None:
    """Files that match their manifest are handed out."""
    assert verified_folder("toy", _model(tmp_path).parent) == tmp_path / "toy"


@pytest.mark.parametrize(
    ("body", "recorded"),
    [(b"weights", b"Weights"), (b"weight", b"weights"), (b"", b"weights")],
    ids=["flipped", "short", "empty"],
)
def test_a_damaged_file_is_named_with_the_way_out(tmp_path: Path, body: bytes, recorded: bytes) -> None:
    """One wrong byte stops the load; the message names the file and how to mend it."""
    _model(tmp_path, body, recorded)
    with pytest.raises(ModelDamaged, match=r"model\.onnx.*reinstall"):
        verified_folder("toy", tmp_path)


def test_a_missing_file_and_a_missing_manifest_are_damage_too(tmp_path: Path) -> None:
    """Nothing is loaded from a folder that is not complete."""
    folder = _model(tmp_path)
    (folder / "model.onnx").unlink()
    with pytest.raises(ModelDamaged, match="missing"):
        verified_folder("toy", tmp_path)
    (folder / "manifest.json").write_text("{")
    with pytest.raises(ModelDamaged, match="manifest"):
        verified_folder("toy", tmp_path)


@pytest.mark.parametrize("name", ["attribution", "givers", "pairs"])
def test_the_shipped_model_is_whole_and_its_card_names_its_hashes(name: str) -> None:
    """The card in the folder speaks of exactly the files beside it."""
    folder = verified_folder(name)
    card = (folder / "CARD.md").read_text(encoding="utf-8")
    files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert all(entry["sha256"] in card for entry in files.values())
    assert len(digest_of_model(name)) == 64
