"""The two scripts of the design run as they are written there: one of an integrator, one of a researcher."""

import contextlib
import logging
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import iapcore as iap
from iapcore.exchange.json_text import parse, write
from iapcore.samples import cohort

SCRIPTS = Path(__file__).parent / "scripts"
DAY = date(2026, 11, 20)
HIVE = iap.Provision(key="hive", kind=iap.ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, places=8)
MADE_UP = next(cohort(1))


def run(name: str, names: dict[str, Any]) -> None:
    path = SCRIPTS / f"{name}.txt"
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), names)


def integrate(marks: object, caplog: pytest.LogCaptureFixture) -> tuple[dict[str, Any], list[Any], list[Any]]:
    """What the integrator's script leaves behind, whom it asked what, and what it saved."""
    asked: list[Any] = []
    saved: list[Any] = []
    names = {
        "row": SimpleNamespace(id="elm-01", start=date(2026, 11, 2), end=date(2026, 12, 11)),
        "calendar": MADE_UP.calendar,
        "hive": HIVE,
        "marks": marks,
        "log": logging.getLogger("integrator"),
        "ask": lambda *given: asked.append(given),
        "store": SimpleNamespace(save=saved.append),
        "day": DAY,
    }
    with caplog.at_level(logging.WARNING):
        run("integrator", names)
    return names, asked, saved


def test_an_integrator(caplog: pytest.LogCaptureFixture) -> None:
    names, [(pupil, questions)], [saved] = integrate(MADE_UP.marks, caplog)
    assert names["journey"].incidents is None
    assert pupil == "elm-01"
    assert questions[0] == "Was a referral made?"
    assert iap.structure(parse(write(saved)), iap.Decision) == names["decision"]
    assert caplog.messages == []


def test_an_integrator_is_warned_of_what_contradicts_itself(caplog: pytest.LogCaptureFixture) -> None:
    saturday = iap.DateSpan(date(2026, 9, 12), date(2026, 9, 12))
    mark = iap.SessionMark(day=saturday.start, half=iap.Half.MORNING, code=iap.AttendanceCode("/"))
    integrate(iap.Stream(complete=saturday, events=(mark,)), caplog)
    [message] = caplog.messages
    assert message.startswith("marks.events[0].day: ")


def stay(number: int, **content: Any) -> iap.Journey:
    placement = iap.Placement(provision=HIVE, purpose=iap.Purpose.RETURN, began=date(2026, 9, 7), **content)
    sex = (iap.Sex.FEMALE, iap.Sex.MALE, None)[number % 3]
    return iap.Journey(
        pupil=iap.Pupil(id=iap.PupilId(f"made-up-{number:03}"), sex=sex), placements=(placement,)
    )


def trust() -> iap.Dataset:
    """79 stays for return: 63 ended, 41 of them in mainstream; 12 are open; of 4 nobody wrote down the end."""
    back = iap.Ending(day=date(2026, 10, 23), destination=iap.Destination.MAINSTREAM)
    elsewhere = iap.Ending(day=date(2026, 10, 23), destination=iap.Destination.MANAGED_MOVE)
    planned = iap.DateSpan(date(2026, 9, 7), date(2026, 10, 23))
    kinds: list[dict[str, Any]] = (
        [{"ending": back}] * 41 + [{"ending": elsewhere}] * 22 + [{}] * 12 + [{"planned": planned}] * 4
    )
    return iap.Dataset.of(stay(number, **kind) for number, kind in enumerate(kinds))


def test_a_researcher(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    iap.write_dataset(trust(), tmp_path / "trust.json")
    names = {"iap": iap, "pl": pytest.importorskip("polars"), "policy": iap.profile("half-term"), "day": DAY}
    with contextlib.chdir(tmp_path):
        run("researcher", names)
    assert capsys.readouterr().out == "41 of 63 ended; 12 open; 4 not known\n"
    assert len(names["kinds"]) == len(names["data"].journeys) == 79
    assert [label for label, _ in names["back"].groups] == ["F", "M", "not recorded"]
    published = names["pl"].DataFrame(iap.to_rows(names["back"]))
    assert published["numerator"].to_list() == ["41", "c", "c", "c"]
    assert published["not_known"].to_list() == ["c"] * 4
    frame = names["pl"].DataFrame(iap.to_rows(names["back"], internal=True))
    assert frame["numerator"].to_list()[0] == 41 == sum(frame["numerator"].to_list()[1:])
