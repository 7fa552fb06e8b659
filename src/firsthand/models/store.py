"""Where the weights lie, and whether they are the ones that were shipped.

Every model folder holds a `manifest.json` with the size and SHA-256 of each file. A model whose bytes differ is never loaded:
a silently damaged tagger would still give rows, and they would be wrong.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from firsthand.errors import ModelDamaged

HOME = Path(__file__).parent
_WAY_OUT = "reinstall the package (pip install --force-reinstall firsthand)"


def verified_folder(name: str, home: Path = HOME) -> Path:
    """Gives the folder of a model after checking each of its files against the manifest; raises ModelDamaged."""
    folder = home / name
    for file, expected in sorted(_manifest(folder)["files"].items()):
        _check(folder / file, expected["bytes"], expected["sha256"])
    return folder


def digest_of_model(name: str, home: Path = HOME) -> str:
    """Gives one SHA-256 that stands for all files of a model, as its manifest records them: what a run writes down."""
    files = _manifest(home / name)["files"]
    joined = "\n".join(f"{file} {files[file]['sha256']}" for file in sorted(files))
    return hashlib.sha256(joined.encode()).hexdigest()


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        dict(manifest["files"])  # a manifest without files is as bad as none
    except (OSError, ValueError, KeyError, TypeError) as trouble:
        raise ModelDamaged(
            f"{path}: the model's manifest is missing or unreadable ({trouble}); {_WAY_OUT}"
        ) from trouble
    return manifest


def _check(path: Path, size: int, sha256: str) -> None:
    if not path.is_file():
        raise ModelDamaged(f"{path}: the file is missing; {_WAY_OUT}")
    if path.stat().st_size != size:
        raise ModelDamaged(f"{path}: {path.stat().st_size:,} bytes where {size:,} were shipped; {_WAY_OUT}")
    with path.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != sha256:
        raise ModelDamaged(f"{path}: SHA-256 {found[:12]}… where {sha256[:12]}… was shipped; {_WAY_OUT}")
