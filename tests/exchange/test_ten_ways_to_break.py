"""Ten ways to break the shipped data, and the exact lines that `iapcore check FILE` prints of each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iapcore
from iapcore.__main__ import main

SHIPPED = (Path(iapcore.__file__).parent / "data" / "journeys.json").read_text(encoding="utf-8")
Break = Callable[[Any], None]


def journey(data: Any) -> Any:
    """The first journey of the data."""
    return data["journeys"][0]


def stay(data: Any) -> Any:
    """Its placement."""
    return journey(data)["placements"][0]


def wrong_type(data: Any) -> None:
    journey(data)["referrals"][0]["instead_of_sanction"] = "false"


def unknown_key(data: Any) -> None:
    journey(data)["placement"] = journey(data).pop("placements")


def unknown_code(data: Any) -> None:
    stay(data)["purpose"] = "Return"


def end_before_start(data: Any) -> None:
    planned = stay(data)["planned"]
    planned["start"], planned["end"] = planned["end"], planned["start"]


def duplicate_pupil(data: Any) -> None:
    data["journeys"][2]["pupil"]["id"] = journey(data)["pupil"]["id"]


def placement_without_referral(data: Any) -> None:
    journey(data)["referrals"] = []
    del stay(data)["referral"]


def two_open_placements(data: Any) -> None:
    again = {name: value for name, value in stay(data).items() if name in {"provision", "began", "referral"}}
    journey(data)["placements"].append(again)


def malformed_upn(data: Any) -> None:
    journey(data)["pupil"]["upn"] = "H801200001009"


def wrong_format_version(data: Any) -> None:
    data["version"] = 2


WAYS: dict[Break, str] = {
    wrong_type: "journeys[0].referrals[0].instead_of_sanction: Give true or false.",
    unknown_key: "journeys[0]: 1 key not known here. Did you mean placements? Known are: pupil, home_school, "
    "calendar, referrals, placements, timetables, ratings, choices, plans, targets, reviews, assessments, needs, "
    "interventions, subjects, qualifications, vocational_places, pathway, experiences, trusted_adults, "
    "safeguarding, marks, lesson_marks, check_ins, incidents, removals, suspensions, contacts, provenance.",
    unknown_code: "journeys[0].placements[0].purpose: "
    "Give one of: return, qualifications, special_school_bridge, primary_year.",
    end_before_start: "journeys[0].placements[0].planned.end: "
    "It lies before the start: put the earlier day first.",
    duplicate_pupil: "journeys[2].pupil.id: "
    "journeys[0] has the same pupil key: look whether they are one pupil, and join the two journeys, or give "
    "each its own key.",
    placement_without_referral: "journeys[0].placements[0].referral: "
    "It is recorded that there was no referral, yet there is a placement: look the "
    "referral up and add it, or leave referrals out where nobody knows of one.",
    two_open_placements: "journeys[0].placements[1]: "
    "Two placements are open at once: look up how the earlier one ended, and record it.",
    malformed_upn: "journeys[0].pupil.upn: A UPN has 13 characters: a check letter, 11 digits, then a digit or "
    "(temporary) a letter, without I, O and S, all in capitals and without blanks; the check letter must fit the rest. "
    "Look it up again, or leave it out.",
    wrong_format_version: "version: "
    "This iapcore reads the versions 0 to 1 of the format, as whole numbers: take a newer iapcore, or have the "
    "document written in one of them.",
}


def check(text: str, path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    path.write_text(text, encoding="utf-8")
    assert main(["check", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out.splitlines()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_it_is_told(way: Break, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(SHIPPED)
    way(data)
    assert check(json.dumps(data), tmp_path / "broken.json", capsys) == [WAYS[way], "1 problem"]


def test_a_truncated_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = "\n".join(SHIPPED.splitlines()[:3])
    assert check(start, tmp_path / "broken.json", capsys) == [
        "The text stops being JSON at line 3, column 15: is the file whole?",
        "1 problem",
    ]


def test_all_that_can_be_broken_at_once_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused, contradictory = (wrong_type, unknown_code, end_before_start), (duplicate_pupil, malformed_upn)
    for ways in (refused, contradictory):
        data = json.loads(SHIPPED)
        for way in ways:
            way(data)
        *told, count = check(json.dumps(data), tmp_path / "broken.json", capsys)
        assert sorted(told) == sorted(WAYS[way] for way in ways)
        assert count == f"{len(ways)} problems"


def test_no_line_repeats_what_was_given() -> None:
    for line in WAYS.values():
        assert not {"false", "Return", "elm-01", "H801200001009"} & set(line.replace(":", " ").split())
