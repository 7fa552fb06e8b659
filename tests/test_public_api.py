"""The public names, the settings and the verbs are documented, and importing the package does no work."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import firsthand
from firsthand.cli.group import VERBS
from firsthand.errors import UsageError
from firsthand.reconcile.figures import figures_of
from firsthand.settings import Settings, load_settings

ROOT = Path(__file__).parent.parent


def test_all_names_exist_and_are_documented() -> None:
    """Every name of __all__ can be had, and stands in the reference."""
    reference = (ROOT / "docs/reference/python.md").read_text()
    for name in firsthand.__all__:
        assert getattr(firsthand, name) is not None
        assert f"`{name}" in reference, name


def test_verbs_and_settings_are_documented() -> None:
    """Every verb stands in the reference of the command line, every setting in that of settings."""
    verbs, settings = ((ROOT / f"docs/reference/{name}.md").read_text() for name in ("verbs", "settings"))
    assert all(f"`firsthand {verb}" in verbs for verb in VERBS)
    assert all(f"`{field.name}`" in settings for field in fields(Settings))


def test_importing_loads_nothing_heavy() -> None:
    """`import firsthand` and the list of verbs load no model library."""
    code = "import sys, firsthand, firsthand.cli.group; print([m for m in ('spacy', 'onnxruntime', 'trafilatura', 'numpy', 'lxml', 'rich', 'starlette') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_settings_come_from_file_and_environment(tmp_path: Path) -> None:
    """The environment wins over the file; an unknown name says where it stands and what there is."""
    (tmp_path / "firsthand.toml").write_text('case = "one.db"\npage_seconds = 5\n')
    assert load_settings({}, tmp_path) == Settings(case="one.db", page_seconds=5.0)
    assert load_settings({"FIRSTHAND_CASE": "two.db"}, tmp_path).case == "two.db"
    with pytest.raises(UsageError, match="FIRSTHAND_PAGE_SECONDS"):
        load_settings({"FIRSTHAND_PAGE_SECONDS": "soon"}, tmp_path)
    (tmp_path / "firsthand.toml").write_text("colour = 1\n")
    with pytest.raises(UsageError, match="unknown setting 'colour'"):
        load_settings({}, tmp_path)


def test_read_needs_no_database() -> None:
    """A text in, a reading out, with spans that can be sliced."""
    reading = firsthand.read("Mayor Ilse Brandt said on Monday that 12 people were hurt in the fire.")
    assert reading.article is not None
    assert any("12 people were hurt" in claim.content[0].of(reading.article.text) for claim in reading.claims)
    assert [quantity.low for quantity in reading.quantities] == [12]


def test_a_page_of_too_many_figures_says_that_not_all_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """All are listed; the first take part in settling, and the omission names the way out."""
    monkeypatch.setattr("firsthand.reconcile.figures.MOST", 2)
    reading = firsthand.read("The port said that 12 boats sank, 13 lorries burnt and 14 cranes fell.")
    assert len(reading.quantities) == 3
    (gap,) = [o for o in reading.omissions if o.reason == "too many figures to compare"]
    assert "add the page in parts" in gap.detail
    assert len(figures_of(reading)) == 2
