"""Code blocks in README and docs run as tests, so that the documentation cannot fall behind.

`python` blocks are executed. In `console` blocks each line that begins with `$ firsthand` is run, in one folder a file, and what follows is what it
prints; a line `…` stands for any lines, and a `…` inside a line for any characters.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from firsthand.cli.group import run

ROOT = Path(__file__).parent.parent
FILES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)


def blocks(kind: str) -> list[tuple[str, list[str]]]:
    found = []
    for path in FILES:
        bodies = [body for name, body in _BLOCK.findall(path.read_text("utf-8")) if name == kind]
        if bodies:
            found.append((str(path.relative_to(ROOT)), bodies))
    return found


@pytest.mark.parametrize(("name", "bodies"), blocks("python"), ids=[name for name, _ in blocks("python")])
def test_python_blocks_run(name: str, bodies: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of one file run one after another, in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    scope: dict[str, object] = {}
    for body in bodies:
        exec(compile(body, name, "exec"), scope)


@pytest.mark.parametrize(("name", "bodies"), blocks("console"), ids=[name for name, _ in blocks("console")])
def test_transcripts_are_true(
    name: str, bodies: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the documentation shows is what the commands print."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for body in bodies:
        for command, wanted in _commands(body):
            run(shlex.split(command)[1:])
            printed = capsys.readouterr().out
            assert re.fullmatch(_pattern(wanted), _trim(printed)), f"{name}: $ {command}\n{printed}"


def _commands(body: str) -> list[tuple[str, str]]:
    parts = re.split(r"^\$ (firsthand .*)\n", body, flags=re.M)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def _trim(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def _pattern(wanted: str) -> str:
    lines = [
        r".*" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", "[^\n]*")
        for line in wanted.strip("\n").splitlines()
    ]
    return "(?s)" + "\n".join(lines).replace(".*\n", "(?:.*\n)?")
