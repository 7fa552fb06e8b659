"""Runs the `console` blocks of README and docs again and writes what the commands print now into them; the diff is read like code.

    .venv/bin/python scripts/refresh_transcripts.py

What differs from run to run (seconds, temporary paths) is written as `…`, which tests/test_docs.py takes for any characters.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
VARIES = ((r"\d+\.\d s;", "… s;"), (r"(?<=the case is ).*", "…"), (r"(?<=--case )\S+(?= serve)", "…"))


def main() -> None:
    for path in sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]):
        text = path.read_text("utf-8")
        if BLOCK.search(text):
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(ROOT / "examples", Path(folder) / "examples")
                path.write_text(
                    BLOCK.sub(lambda match, where=folder: f"```console\n{rerun(match[1], where)}```", text), "utf-8"
                )


def rerun(block: str, folder: str) -> str:
    """Gives a block with each command's present output."""
    commands = re.findall(r"^\$ (firsthand .*)$", block, flags=re.M)
    return "".join(f"$ {command}\n{printed(command, folder)}" for command in commands)


def printed(command: str, folder: str) -> str:
    environment = {
        **os.environ,
        "COLUMNS": "120",
        "TERM": "dumb",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    text = "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())
    for pattern, replacement in VARIES:
        text = re.sub(pattern, replacement, text)
    return text + "\n" if text else ""


if __name__ == "__main__":
    main()
