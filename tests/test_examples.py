"""The scripts under `examples/` and `benchmarks/`, run as a user would run them."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

import iapcore as iap

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted([*ROOT.glob("examples/*.*"), ROOT / "benchmarks" / "run.py"])


def run(script: str, *arguments: str, code: int = 0) -> str:
    command = [sys.executable, str(ROOT / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (code, "")
    return done.stdout


def test_every_script_is_tested_here_or_with_the_library_that_it_needs() -> None:
    tests = [Path(__file__), *Path(__file__).parent.glob("integrations/test_*.py")]
    tested = "\n".join(path.read_text(encoding="utf-8") for path in tests)
    names = {path: path.relative_to(ROOT).as_posix() for path in SCRIPTS}
    assert [
        name for path, name in names.items() if f'"{name}"' not in tested and f'"{path.name}"' not in tested
    ] == []


def test_the_seven_provisions_are_told_with_what_is_not_published() -> None:
    told = run("examples/seven_provisions.py").strip().split("\n\n")
    assert len(told) == 7
    for provision in told:
        assert "\n  not published: " in provision
        assert "\n  source: " in provision
    hive = next(one for one in told if one.startswith("The Hive"))
    assert "  places: 8\n" in hive
    assert not any("fictional" in one for one in told)


def test_one_pupil_may_start_goes_to_green_lessons_and_is_still_placed(tmp_path: Path) -> None:
    picture = tmp_path / "week.svg"
    told = run("examples/one_pupil.py", str(picture))
    assert "\nMay start, on 2 November 2026 (policy half-term, version 1)\n" in told
    assert "\nNext lessons: Mon:2 English, Tue:3 English, " in told
    assert "\nStill placed, on 20 November 2026 " in told
    assert "elm-07" not in told
    # The picture in the README and on the pages is this one.
    shown = ROOT / "docs" / "assets" / "week.svg"
    assert picture.read_text(encoding="utf-8") == shown.read_text(encoding="utf-8"), (
        "Draw it again: python examples/one_pupil.py docs/assets/week.svg"
    )


def test_the_nightly_job_lists_what_is_due() -> None:
    told = run("examples/nightly_job.py", code=1).splitlines()
    assert told[-1].startswith("6 journeys, 0 to mend, ")
    assert all(line.startswith(("OVERDUE", "due")) for line in told[:-1])
    assert [line.split()[1] for line in told[:-1]] == sorted(line.split()[1] for line in told[:-1])


def test_the_nightly_job_is_quiet_where_nothing_is_due(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.json"
    iap.write_dataset(iap.Dataset(journeys=()), quiet)
    told = run("examples/nightly_job.py", str(quiet), "2026-11-20")
    assert told == "0 journeys, 0 to mend, 0 overdue or due within 14 days\n"


def test_a_researcher_gets_a_table_and_a_chart_with_nothing_small_in_them(tmp_path: Path) -> None:
    told = run("examples/researcher.py", str(tmp_path))
    assert told.splitlines()[-1] == "Written: returns.csv, returns.svg"
    with (tmp_path / "returns.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["group"] for row in rows] == ["", "7", "8", "9"]
    counts = {cell for row in rows for name, cell in row.items() if name not in ("measure", "group", "on")}
    assert "c" in counts
    assert all(cell == "c" or int(cell) >= 10 for cell in counts)
    picture = (tmp_path / "returns.svg").read_text(encoding="utf-8")
    assert "7: c of " in picture
    assert picture.startswith("<svg")


@pytest.mark.parametrize(
    "part",
    [
        "json.loads",
        "import attrs",
        "import iapcore",
        "14 rules",
        "21 rules",
        "of 4 journeys",
        "1 of 1 faults found",
    ],
)
def test_the_benchmarks_run(part: str, quick_benchmarks: str) -> None:
    assert part in quick_benchmarks


@pytest.fixture(scope="module")
def quick_benchmarks() -> str:
    return run("benchmarks/run.py", "--quick")
