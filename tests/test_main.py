"""The command line: every command, and for every mistake a sentence that ends in what to do."""

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import iapcore
from iapcore.__main__ import main
from iapcore.exchange.files import read_dataset, read_policy, write_dataset, write_policy
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import PROFILES
from iapcore.tables.rules import rules_to_rows
from iapcore.vocabulary.colours import LessonColour

SHIPPED = Path(iapcore.__file__).parent / "data" / "journeys.json"
POLICY = 'from = "half-term"\nname = "ours"\nlessons_per_step = 3\n'
Told = tuple[int, str, str]
Tell = Callable[..., Told]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Run a command: its exit code, what it printed, and what it complained of."""

    def run(*arguments: object) -> Told:
        code = main([str(one) for one in arguments])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def timeless(tmp_path: Path) -> Path:
    """The shipped data without a day of their own."""
    path = tmp_path / "timeless.json"
    write_dataset(attrs.evolve(read_dataset(SHIPPED), as_of=None), path)
    return path


def test_report_tells_of_the_shipped_data(tell: Tell) -> None:
    code, told, complaint = tell("report")
    assert (code, complaint) == (0, "")
    for journey in read_dataset(SHIPPED).journeys:
        assert f"\nPupil {journey.pupil.id.format()}" in told
    assert told.startswith("Internal alternative provision on 20 November 2026\nPolicy four-tenets,")
    assert tell("report", SHIPPED) == (0, told, "")


def test_report_tells_every_reason_when_asked(tell: Tell) -> None:
    assert len(tell("report", "--full")[1]) > len(tell("report")[1])


def test_report_tells_of_another_day(tell: Tell, timeless: Path) -> None:
    told = tell("report", timeless, "--on", "2026-10-01")
    assert told[0] == 0
    assert told[1].startswith("Internal alternative provision on 1 October 2026\n")
    assert tell("report", timeless, "--on", "2026-11-20") == tell("report")


@pytest.mark.parametrize("name", [policy.name for policy in PROFILES])
def test_report_asks_by_a_ready_made_policy(tell: Tell, name: str) -> None:
    assert f"Policy {name}, version 1." in tell("report", "--policy", name)[1]


def test_report_asks_by_a_policy_of_the_schools_own(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(POLICY, encoding="utf-8")
    code, told, _ = tell("report", "--policy", tmp_path / "ours.toml")
    assert code == 0
    assert "Policy ours, version 1." in told


def test_check_finds_nothing_the_matter_with_the_shipped_data(tell: Tell) -> None:
    assert tell("check", SHIPPED) == (0, "0 problems\n", "")


def test_week_tells_the_words_and_writes_the_picture(tell: Tell, tmp_path: Path) -> None:
    code, told, complaint = tell("week", SHIPPED, "elm-01", "-o", tmp_path / "week.svg")
    assert (code, complaint) == (0, "")
    assert told.startswith("The coloured week on 20 November 2026\nMonday: 1 ")
    assert ", next" in told
    description = ET.parse(tmp_path / "week.svg").getroot().findtext("{http://www.w3.org/2000/svg}desc")
    assert description == told.rstrip("\n")
    assert tell("week", SHIPPED, "elm-01") == (0, told, "")


def test_the_shipped_data_are_meant_where_no_file_is_named(tell: Tell) -> None:
    assert tell("check") == tell("check", SHIPPED)
    assert tell("week", "elm-01") == tell("week", SHIPPED, "elm-01")


def test_week_marks_what_the_policy_puts_next(tell: Tell) -> None:
    (_, few, _), (_, many, _) = (
        tell("week", SHIPPED, "elm-01", "--policy", name) for name in ("four-tenets", "half-term")
    )
    assert few.count(", next") < many.count(", next")


def test_plan_tells_the_way_back_and_writes_the_strip(tell: Tell, tmp_path: Path) -> None:
    code, told, complaint = tell("plan", SHIPPED, "elm-01", "-o", tmp_path / "strip.svg")
    assert (code, complaint) == (0, "")
    assert told.startswith("The way back, planned on 20 November 2026 (policy four-tenets, version 1)\n")
    assert "\nWeek of 23 November 2026\n  The pupil chose Wed:4 Computing." in told
    assert told.endswith("anything in it may be changed.\n")
    description = ET.parse(tmp_path / "strip.svg").getroot().findtext("{http://www.w3.org/2000/svg}desc")
    assert description is not None
    assert "Week of 23 November 2026, planned: " in description
    assert tell("plan", "elm-01") == (0, told, "")


def test_plan_follows_the_policy_and_the_day(tell: Tell) -> None:
    code, told, _ = tell("plan", "elm-01", "--policy", "half-term", "--on", "2026-11-06")
    assert code == 0
    assert told.startswith("The way back, planned on 6 November 2026 (policy half-term, version 1)\n")
    assert told.count("\nWeek of ") > tell("plan", "elm-01")[1].count("\nWeek of ")


def test_plan_tells_what_is_missing_where_there_can_be_none(tell: Tell) -> None:
    code, told, _ = tell("plan", "alder-01")
    assert code == 0
    assert "No lesson is planned to come back yet.\n\nWhat is not known\n" in told


MISTAKES = {
    "no such file": (["report", "nowhere.json"], "No such file or directory: check the path"),
    "a folder": (["check", "."], "Is a directory: check the path"),
    "a file that is no JSON": (
        ["report", "ours.toml"],
        "stops being JSON at line 1, column 1: is the file whole?",
    ),
    "a file that is no dataset": (["report", "policy.json"], 'its "format" must be "iapcore/dataset"'),
    "no day of its own": (["report", "timeless.json"], "name one with --on YYYY-MM-DD."),
    "no day": (
        ["report", "--on", "2026-02-30"],
        "--on: Write a day that exists as YYYY-MM-DD, for example 2026-11-02.",
    ),
    "no such policy": (["report", "--policy", "zq7"], "choose one of four-tenets, half-term,"),
    "no such policy file": (["report", "--policy", "zq7.toml"], "No such file or directory: check the path"),
    "a policy without a name": (
        ["report", "--policy", "nameless.toml"],
        "name: Give your policy a name of its own",
    ),
    "no such pupil": (["week", str(SHIPPED), "zq7"], "`iapcore report FILE` lists them."),
    "no week": (["week", str(SHIPPED), "alder-01"], "record one, or choose another day."),
    "no strip": (["plan", str(SHIPPED), "alder-01", "-o", "strip.svg"], "record the week as it is taught."),
    "nowhere to write": (
        ["week", str(SHIPPED), "elm-01", "-o", "nowhere/week.svg"],
        "No such file or directory: check",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_remedy(tell: Tell, tmp_path: Path, timeless: Path, mistake: str) -> None:
    (tmp_path / "ours.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "nameless.toml").write_text("lead_months = 2\n", encoding="utf-8")
    (tmp_path / "policy.json").write_text("{}\n", encoding="utf-8")
    assert timeless.parent == tmp_path
    arguments, remedy = MISTAKES[mistake]
    with contextlib.chdir(tmp_path):
        code, told, complaint = tell(*arguments)
    assert (code, told) == (1, "")
    assert complaint.startswith("iapcore: ")
    assert remedy in complaint
    assert complaint.endswith((".\n", "?\n"))
    assert "zq7" not in complaint
    assert "Traceback" not in complaint


def test_check_of_a_missing_file_is_a_complaint_and_no_problem_of_a_record(tell: Tell) -> None:
    code, told, complaint = tell("check", "nowhere.json")
    assert (code, told) == (1, "")
    assert "No such file" in complaint


@pytest.mark.parametrize("arguments", [[], ["zq7"], ["week"], ["plan"], ["report", "--zq7"]])
def test_another_command_shows_how_it_is_used(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: iapcore" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"iapcore {iapcore.__version__}\n")


def test_a_stdout_that_is_no_file_will_do() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(["check", str(SHIPPED)]) == 0
    assert out.getvalue() == "0 problems\n"


def test_it_writes_utf_8_wherever_it_runs() -> None:
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "iapcore", "report"]
    run = subprocess.run(command, capture_output=True, check=True, env=surroundings)
    assert run.stderr == b""
    assert "Pupil elm-01, year 8 ───" in run.stdout.decode("utf-8")


WHOLE = SHIPPED.read_bytes()
DATES = ["0001-01-01", "9999-12-31", "2026-02-30", "1999-01-01"]


@settings(max_examples=settings().max_examples // 2)
@given(place=st.integers(0, len(WHOLE)), length=st.integers(0, 30), by=st.binary(max_size=20))
def test_a_damaged_file_gives_no_traceback(
    tmp_path_factory: pytest.TempPathFactory, place: int, length: int, by: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    path.write_bytes(WHOLE[:place] + by + WHOLE[place + length :])
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        assert main(["check", str(path)]) in {0, 1}


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """As `iapcore report | head` does: the pipe is closed before everything is written."""
    command = [sys.executable, "-m", "iapcore", "report"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


# Policies and rules


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_policy_prints_toml_that_reads_back(tell: Tell, tmp_path: Path, policy: Policy) -> None:
    code, told, complaint = tell("policy", policy.name)
    assert (code, complaint) == (0, "")
    place = tmp_path / "ours.toml"
    place.write_text(told, encoding="utf-8")
    assert read_policy(place) == policy
    assert tell("policy", place) == (0, told, "")


def test_policy_without_a_name_is_the_default(tell: Tell) -> None:
    assert tell("policy") == tell("policy", "four-tenets")


def test_policy_tells_how_two_differ(tell: Tell, tmp_path: Path) -> None:
    place = tmp_path / "ours.json"
    write_policy(PROFILES[1].choosing(lessons_per_step=3, colour_order=(LessonColour.GREEN,)), place)
    code, told, _ = tell("policy", place, "--diff", "half-term")
    assert code == 0
    assert told.splitlines() == [
        (
            "lessons_per_step: 3 (the school chose this; no source gives it); "
            "half-term: 5 (the school chose this; no source gives it)"
        ),
        (
            'colour_order: ["green"] (the school chose this; no source gives it); '
            'half-term: ["green", "amber", "red"] (the school chose this; no source gives it)'
        ),
        "2 differences",
    ]
    one = tell("policy", "half-term", "--diff", "half-term")[1]
    assert one == "0 differences\n"


def test_policy_of_no_such_name(tell: Tell) -> None:
    code, told, complaint = tell("policy", "zq7")
    assert (code, told) == (1, "")
    assert "choose one of" in complaint


def test_a_policy_in_a_file_of_another_kind(tell: Tell, tmp_path: Path) -> None:
    place = tmp_path / "ours.txt"
    place.write_text('from = "half-term"')
    code, told, complaint = tell("policy", str(place))
    assert (code, told) == (1, "")
    assert "ends in .toml or .json" in complaint
    assert str(tmp_path) not in complaint


def test_rules_in_every_form(tell: Tell) -> None:
    forms = {form: tell("rules", "--format", form) for form in ("table", "csv", "json", "md")}
    assert {(code, complaint) for code, _, complaint in forms.values()} == {(0, "")}
    assert tell("rules") == forms["table"]
    rows = rules_to_rows()
    assert json.loads(forms["json"][1]) == rows
    assert list(csv.DictReader(io.StringIO(forms["csv"][1], newline=""))) == rows
    for form in ("table", "md"):
        assert all(row["question"] in forms[form][1] for row in rows)
