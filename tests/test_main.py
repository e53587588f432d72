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


def test_report_writes_a_page_for_the_team_or_for_others(tell: Tell, tmp_path: Path) -> None:
    for words, marked in ((), True), (("--publish",), False), (("--publish", "--measure", "extended"), False):
        page = tmp_path / "page.html"
        assert tell("report", SHIPPED, "--html", page, *words) == (0, "", "")
        written = page.read_text(encoding="utf-8")
        assert written.startswith("<!DOCTYPE html>")
        assert ("INTERNAL" in written) is marked
        assert "elm-01" not in written


def test_the_page_holds_what_the_provision_brings_itself(tell: Tell, tmp_path: Path) -> None:
    page, review, costs = (tmp_path / name for name in ("page.html", "review.toml", "costs.toml"))
    review.write_text(
        'on = 2026-11-20\n[[answers]]\npractice = "UNI-4"\nanswer = "not_in_place"\n', encoding="utf-8"
    )
    costs.write_text(
        '[ours]\nname = "our room"\ntotal = "96,000"\nplaces = 8\nweeks = 39\n'
        '[other]\nname = "a place outside"\ntotal = "6,150"\nplaces = 1\nweeks = 13\n',
        encoding="utf-8",
    )
    brought = ("--html", page, "--review", review, "--costs", costs)
    assert tell("report", SHIPPED, *brought) == (0, "", "")
    written = page.read_text(encoding="utf-8")
    assert "UNI-4" in written
    assert "£307.69" in written
    assert tell("report", SHIPPED, *brought, "--publish") == (0, "", "")
    written = page.read_text(encoding="utf-8")
    assert "UNI-4" in written
    assert "£" not in written


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


def test_handover_prints_the_document_and_writes_the_page(tell: Tell, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, told, complaint = tell(
        "handover", "elm-01", "--to", "receiving_teacher", "--html", page, "--known", "I like to draw"
    )
    assert (code, complaint) == (0, "")
    bundle = iapcore.structure(json.loads(told), iapcore.HandOver)
    assert (bundle.pupil.format(), bundle.version) == ("elm-01", 1)
    assert bundle.wants_known == ("I like to draw",)
    assert "<strong>Draft.</strong>" in page.read_text(encoding="utf-8")
    assert (
        tell("handover", SHIPPED, "elm-01", "--to", "receiving_teacher", "--known", "I like to draw")[1]
        == told
    )


def test_handover_goes_on_from_the_last_version(tell: Tell, tmp_path: Path) -> None:
    last, page = tmp_path / "last.json", tmp_path / "page.html"
    ask = ("handover", "elm-01", "--to", "receiving_teacher")
    last.write_text(tell(*ask, "--on", "2026-11-06")[1], encoding="utf-8")
    code, told, _ = tell(*ask, "--last", last, "--html", page)
    assert (code, json.loads(told)["hand_over"]["version"]) == (0, 2)
    assert "What is no longer said, since version 1" in page.read_text(encoding="utf-8")
    last.write_text(told, encoding="utf-8")
    seen = ("--seen-by-pupil", "2026-11-23", "--seen-by-family", "2026-11-24", "--handed-over", "2026-11-25")
    marked = tell(*ask, "--last", last, *seen, "--html", page)[1]
    assert json.loads(marked)["hand_over"] == json.loads(told)["hand_over"] | {
        "seen_by_pupil": "2026-11-23",
        "seen_by_family": "2026-11-24",
        "handed_over": "2026-11-25",
    }
    assert "since version" not in page.read_text(encoding="utf-8")


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
    "publishing the printed report": (["report", "--publish"], "name a page with --html PAGE."),
    "a self-review without a page": (
        ["report", "--review", "ours.toml"],
        "A self-review and costs stand on the page alone: name it with --html PAGE.",
    ),
    "costs without a page": (["report", "--costs", "ours.toml"], "name it with --html PAGE."),
    "costs of another kind": (
        ["report", "--html", "page.html", "--costs", "ours.toml"],
        "--costs.ours: This key is needed: add it.",
    ),
    "a self-review of another kind": (
        ["report", "--html", "page.html", "--review", "ours.toml"],
        "--review.answers: This key is needed: add it.",
    ),
    "costs that are a directory": (
        ["report", "--html", "page.html", "--costs", "."],
        "check the path",
    ),
    "a self-review of no name": (["report", "--html", "page.html", "--review", ""], "check the path"),
    "a self-review of no name without a page": (["report", "--review", ""], "stand on the page alone"),
    "a page of no name": (["report", "--html", ""], "check the path"),
    "a last version of no name": (
        ["handover", str(SHIPPED), "elm-01", "--to", "family", "--last", ""],
        "check the path",
    ),
    "seen on a day left out": (
        ["handover", str(SHIPPED), "elm-01", "--to", "family", "--seen-by-pupil", ""],
        "--seen-by-pupil: Write a day",
    ),
    "a picture of no name": (["week", str(SHIPPED), "elm-01", "-o", ""], "check the path"),
    "no such measure": (
        ["report", "--html", "page.html", "--publish", "--measure", "zq7"],
        "There are: returns, answered,",
    ),
    "nowhere to write the page": (
        ["report", "--html", "nowhere/page.html"],
        "No such file or directory: check the path",
    ),
    "handed over unseen": (
        ["handover", str(SHIPPED), "elm-01", "--to", "family", "--handed-over", "2026-11-24"],
        "Pupil and family see it first",
    ),
    "seen on no day": (
        ["handover", str(SHIPPED), "elm-01", "--to", "family", "--seen-by-pupil", "zq7"],
        "--seen-by-pupil: Write a day",
    ),
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


@pytest.mark.parametrize(
    "arguments", [[], ["zq7"], ["week"], ["plan"], ["handover", "elm-01"], ["report", "--zq7"]]
)
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
