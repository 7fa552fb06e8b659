"""Every verb of the command line, on the demo case: the right shape on stdout, the right exit code."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from firsthand.cli.group import VERBS, group, run
from firsthand.gazetteer import Gazetteer
from firsthand.ledger import Ledger
from firsthand.records import Release


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


READING = ("claims", "figures", "origins", "review", "verify", "doctor")


@pytest.mark.parametrize("verb", READING)
@pytest.mark.parametrize("shape", ["--json", "--jsonl", "--csv", None])
def test_reading_verbs_speak_every_shape(
    demo_path: Path, capsys: pytest.CaptureFixture[str], verb: str, shape: str | None
) -> None:
    """Each reading verb prints a table, JSON, JSON lines and CSV with the same fields."""
    code, out, _ = call(capsys, "--case", str(demo_path), verb, *([shape] if shape else []))
    assert code == 0
    if shape == "--json":
        assert isinstance(json.loads(out), list)
    elif shape == "--jsonl":
        assert all(isinstance(json.loads(line), dict) for line in out.splitlines())
    elif shape == "--csv" and out:
        assert len(list(csv.DictReader(io.StringIO(out)))) >= 1
    else:
        assert out.strip() or verb == "verify"


def test_figures_print_what_the_benchmark_reads(demo_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A figure row points at its own words, and open bounds are null."""
    _, out, _ = call(capsys, "--case", str(demo_path), "figures", "--jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert {
        "page",
        "start",
        "end",
        "low",
        "high",
        "modifier",
        "counted",
        "kind",
        "status",
        "asserter",
        "chain",
        "origin",
        "as_of",
    } <= rows[0].keys()
    with Ledger(demo_path) as ledger:
        for row in rows[:40]:
            assert ledger.article(row["article"]).text[row["start"] : row["end"]] == row["words"]
    assert all(row["high"] is None for row in rows if row["modifier"] in ("at least", "more than"))
    assert all(row["low"] is None for row in rows if row["modifier"] in ("up to", "nearly", "less than"))


def test_an_id_can_be_followed(demo_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """chain and explain take the beginning of any id that a list printed."""
    _, out, _ = call(capsys, "--case", str(demo_path), "figures", "--jsonl", "--limit", "3")
    row = json.loads(out.splitlines()[0])
    for identity in (row["claim"], row["release"], row["article"], row["quantity"]):
        code, out, err = call(capsys, "--case", str(demo_path), "chain", identity, "--jsonl")
        assert code == 0 and out, err
        code, out, err = call(capsys, "--case", str(demo_path), "explain", identity[:12], "--json")
        assert code == 0, err


def test_a_question_gets_a_footnoted_brief(demo_path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Every line of a finding carries a footnote, and each footnote stands on its words."""
    code, out, _ = call(capsys, "--case", str(demo_path), "brief", "killed", "in", "the", "explosion")
    assert code == 0
    assert all("[^" in line for line in out.splitlines() if line.startswith("- "))
    target = tmp_path / "brief.html"
    code, out, _ = call(capsys, "--case", str(demo_path), "brief", "killed", "--html", "--out", str(target))
    assert code == 0 and "<script" not in target.read_text()
    assert call(capsys, "--case", str(demo_path), "brief", "xylophone quaternions")[0] == 1


@pytest.mark.parametrize("form", ["csv", "jsonl", "md", "html"])
def test_export_writes_every_form(
    demo_path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
) -> None:
    """Each form is written, to the terminal or to a file."""
    target = tmp_path / f"out.{form}"
    assert call(capsys, "--case", str(demo_path), "export", form, "--out", str(target))[0] == 0
    assert target.stat().st_size > 500


def test_diff_shows_what_an_edited_page_changed(
    demo: Ledger, demo_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two captures of one address are compared statement by statement."""
    from firsthand.demo.gold import findings

    for edited in findings()["edited"]:
        code, out, _ = call(capsys, "--case", str(demo_path), "diff", edited["url"], "--json")
        assert code == 0
        assert any(row["kind"] in ("changed", "added") for row in json.loads(out)), edited["url"]


def test_a_draft_is_held_against_the_ledger(
    demo_path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A number that no page gives is pointed out; nothing of the draft is stored."""
    draft = tmp_path / "draft.txt"
    draft.write_text("Officials confirmed that 977 people were killed in the explosion in the port of Haldrin.")
    before = demo_path.stat().st_size
    code, out, _ = call(capsys, "--case", str(demo_path), "diff", "--draft", str(draft), "--json")
    notes = json.loads(out)
    assert code in (0, 1) and notes and notes[0]["kind"] in ("differs", "not in the ledger")
    assert demo_path.stat().st_size == before


def test_forget_leaves_a_trace(demo_path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """forget needs a reason and a name, takes the words out, and verify still holds."""
    case = tmp_path / "copy.db"
    with Ledger(demo_path) as ledger:
        ledger._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        url = ledger.articles()[0].url
    shutil.copy(demo_path, case)
    assert call(capsys, "--case", str(case), "forget", url, "--reason", "asked for", "--yes")[0] == 2
    code, _, err = call(capsys, "--case", str(case), "forget", url, "--reason", "asked for", "--by", "Ada", "--yes")
    assert code == 0, err
    assert call(capsys, "--case", str(case), "verify")[0] == 0
    with Ledger(case) as ledger:
        assert url not in {facts.url for facts in ledger.articles()}


def test_forget_asks_once_and_takes_no_for_an_answer(
    demo_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """without --yes it says how many pages go; anything but yes leaves them all"""
    with Ledger(demo_path) as ledger:
        url = ledger.articles()[0].url
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    code, out, _ = call(capsys, "--case", str(demo_path), "forget", url, "--reason", "asked for", "--by", "Ada")
    assert code == 1 and "Remove the text of 1 page? This cannot be undone" in out and "nothing was forgotten" in out
    with Ledger(demo_path) as ledger:
        assert url in {facts.url for facts in ledger.articles()}


def test_claims_say_whose_words_a_headline_is(demo_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """the outlet's, in the table for people; programs get the speaker as it was read"""
    monkeypatch.setenv("COLUMNS", "100")
    call_ = ("--case", str(demo_path), "claims", "--kind", "headline")
    rows = [row for row in map(json.loads, call(capsys, *call_, "--jsonl")[1].splitlines()) if row["speaker"]]
    table = call(capsys, *call_)[1]
    assert rows and all(
        f"{row['outlet']}’s headline, after {row['speaker']}" in " ".join(table.split()) for row in rows
    )


def test_figures_show_a_part_under_its_whole(demo_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """nine of the twelve stand below the twelve, set in, and say so; each line is whole on a narrow terminal"""
    monkeypatch.setenv("COLUMNS", "80")
    lines = call(capsys, "--case", str(demo_path), "figures")[1].splitlines()
    parts = [number for number, line in enumerate(lines) if "· part of " in line]
    assert parts and all(lines[number][12:14] == "  " for number in parts)
    assert all(len(line) <= 80 for line in lines)


def test_verify_exits_1_on_a_changed_byte(demo_path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A changed letter is found and named."""
    case = tmp_path / "copy.db"
    with Ledger(demo_path) as ledger:
        ledger._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(demo_path, case)
    with Ledger(case) as ledger:
        ledger._db.execute("UPDATE texts SET text = replace(text, 'killed', 'kissed')")
    code, out, _ = call(capsys, "--case", str(case), "verify", "--json")
    assert code == 1 and any(problem["check"] == "text" for problem in json.loads(out))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "The verbs are"),
        (["claims"], "there is no case"),
        (["chain"], "Missing argument"),
        (["claims", "--status", "sure"], "Invalid value"),
        (["diff"], "diff needs one of"),
    ],
)
def test_wrong_use_exits_2_and_says_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    """A mistake of the caller is one clear message and exit code 2."""
    code, _, err = call(capsys, "--case", str(tmp_path / "none.db"), *arguments)
    assert code == 2 and words in err


def test_a_file_that_is_no_case_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text file given as the case is named, and left as it was."""
    notes = tmp_path / "notes.txt"
    notes.write_text("shopping list, and nothing else at all")
    code, _, err = call(capsys, "--case", str(notes), "claims")
    assert code == 2 and "notes.txt is not a firsthand case" in err
    assert notes.read_text().startswith("shopping")


def test_every_verb_has_a_module_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The table of verbs and the modules agree, and each says what it does."""
    for verb in VERBS:
        code, out, _ = call(capsys, verb, "--help")
        assert code == 0 and "Usage: firsthand" in out and group.get_command(None, verb)  # type: ignore[arg-type]


def test_authority_shows_what_goes_by_a_name_with_the_entries_of_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[entry]]\nname = "Tolna Harbour Authority"\nkind = "body"\naliases = ["THA"]\n', encoding="utf-8")
    monkeypatch.setenv("FIRSTHAND_AUTHORITY", str(own))
    try:
        _, out, _ = call(capsys, "authority", "THA", "--json")
        assert [row["id"] for row in json.loads(out)] == ["body:tolna-harbour-authority"]
        _, out, _ = call(capsys, "authority", "Norway")
        assert "state:NO" in out
        code, out, _ = call(capsys, "authority", "Nosuchbody")
        assert code == 0 and "nothing is known under" in out
        own.unlink()
        Gazetteer.use(own)
        code, _, err = call(capsys, "authority", "THA")
        assert code == 2 and "no such file" in err
    finally:
        Gazetteer.use(None)


def test_two_figures_side_by_side(demo: Ledger, demo_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """explain A B quotes both, says what the case holds, and lays every slot side by side; rows and text say the same."""
    dispute = demo.judgements(about="origin", relation="disputes")[0]
    code, out, err = call(capsys, "--case", str(demo_path), "explain", dispute.subject, dispute.object, "--json")
    rows = json.loads(out)
    assert code == 0 and not err
    parts = [row["part"] for row in rows]
    assert list(dict.fromkeys(parts)) == ["words", "case", "slots", "why not"]
    names = [row["what"] for row in rows if row["part"] == "slots"]
    assert names == ["who", "what is counted", "place", "group and scope", "time", "numbers"]
    assert "disputes" in {row["says"] for row in rows if row["part"] == "case"}
    assert "a dispute" not in {row["what"] for row in rows if row["part"] == "why not"}
    code, text, _ = call(capsys, "--case", str(demo_path), "explain", dispute.subject, dispute.object)
    assert code == 0 and all(f"{name}: " in text for name in names)


@pytest.mark.parametrize("other", ["series", "same", "nothing"])
def test_what_are_no_two_figures(demo: Ledger, demo_path: Path, capsys: pytest.CaptureFixture[str], other: str) -> None:
    """A series, the same figure twice and an unknown id are refused in a sentence."""
    release = demo.view(Release, demo.judgements(about="origin", relation="disputes")[0].subject)
    named = {"series": release.series, "same": release.figures[0][0], "nothing": "zzzz"}[other]
    code, out, err = call(capsys, "--case", str(demo_path), "explain", release.figures[0][1], named)
    assert code in (1, 2) and not out and err.startswith("firsthand: ")
