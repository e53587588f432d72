"""A cohort of any size goes in and out in the memory that one journey needs."""

import gc
import io
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import islice, repeat
from pathlib import Path
from typing import Any

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.exchange import lines
from iapcore.exchange.json_text import parse, write_line
from iapcore.exchange.lines import read_journeys, write_journeys
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.samples import cohort
from iapcore.vocabulary.provision_kinds import ProvisionKind

HEADER = {"format": "iapcore/journeys", "version": 1}
ROOM = {"key": "room", "kind": "support_base"}
ONE = {"pupil": {"id": "zq7"}}
K = ProblemKind


def text(*values: Any) -> io.BytesIO:
    return io.BytesIO(b"".join(value if isinstance(value, bytes) else write_line(value) for value in values))


def problems(*values: Any) -> tuple[int, list[tuple[str, ProblemKind]]]:
    """How many journeys were read, and what was amiss."""
    came: list[Journey] = []
    with pytest.raises(InvalidRecordError) as caught:
        came.extend(read_journeys(text(*values)))
    assert "zq7" not in str(caught.value)
    return len(came), [(one.path, one.kind) for one in caught.value.problems]


def test_journeys_are_read_back(tmp_path: Path) -> None:
    journeys = list(cohort(12))
    write_journeys(journeys, tmp_path / "cohort.jsonl")
    assert list(read_journeys(tmp_path / "cohort.jsonl")) == journeys


def test_what_they_refer_to_stands_once_in_the_first_line() -> None:
    journeys = list(cohort(12))
    file = io.BytesIO()
    write_journeys(journeys, file)
    first, *others = file.getvalue().splitlines()
    header: Any = parse(first)
    assert len(header["provisions"]) == len(Dataset.of(journeys).provisions)
    assert len(header["calendars"]) == len(Dataset.of(journeys).calendars)
    assert len(others) == len(journeys)


def test_journeys_that_come_once_need_what_they_refer_to() -> None:
    held = Dataset.of(cohort(12))
    with pytest.raises(InvalidRecordError, match="provisions: Name the provisions and the calendars"):
        write_journeys(cohort(12), io.BytesIO(), provisions=held.provisions)
    once, list_ = io.BytesIO(), io.BytesIO()
    write_journeys(cohort(12), once, provisions=held.provisions, calendars=held.calendars)
    write_journeys(held.journeys, list_)
    assert once.getvalue() == list_.getvalue()


def test_a_journey_that_refers_to_another_provision_is_not_written() -> None:
    room = Provision(key="room", kind=ProvisionKind.SUPPORT_BASE)
    pupil = next(cohort(1)).pupil
    stranger = Journey(pupil=pupil, placements=(Placement(provision=room),))
    with pytest.raises(InvalidRecordError) as caught:
        write_journeys([Journey(pupil=pupil), stranger], io.BytesIO(), provisions=(), calendars=())
    assert [one.path for one in caught.value.problems] == ["lines[3].provisions"]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        pytest.param([b"\n"], ("lines[1]", K.NOT_JSON), id="an empty line"),
        pytest.param([HEADER | {"version": 2}], ("lines[1].version", K.WRONG_VERSION), id="another version"),
        pytest.param([HEADER | {"format": "zq7"}], ("lines[1].format", K.WRONG_FORMAT), id="another format"),
        pytest.param([HEADER | {"zq7": 1}], ("lines[1]", K.UNKNOWN_KEY), id="an unknown key"),
        pytest.param(
            [HEADER | {"provisions": [ROOM, ROOM]}],
            ("lines[1].provisions[1].key", K.DUPLICATE),
            id="two of a key",
        ),
    ],
)
def test_without_a_header_nothing_is_read(values: list[Any], found: tuple[str, ProblemKind]) -> None:
    assert problems(*values, ONE) == (0, [found])


def test_what_is_amiss_is_told_at_the_end_by_its_line() -> None:
    stay = ONE | {"placements": [{"provision": "room"}, {"provision": "zq7"}]}
    count, found = problems(
        HEADER | {"provisions": [ROOM]}, ONE, b"{zq7\n", b"\n", {"pupil": {}}, stay, b"[]\n", ONE
    )
    assert count == 2
    assert found == [
        ("lines[3]", K.NOT_JSON),
        ("lines[5].pupil.id", K.MISSING_KEY),
        ("lines[6].placements[1].provision", K.UNKNOWN_REFERENCE),
        ("lines[7]", K.WRONG_TYPE),
    ]


def test_a_file_of_faults_is_not_read_to_its_end() -> None:
    count, found = problems(HEADER, *repeat({"pupil": {}}, 1_500), ONE)
    assert (count, len(found)) == (0, 1_000)


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_LONGEST_LINE", 100)
    assert problems(HEADER, ONE, b" " * 101, ONE) == (1, [("lines[3]", K.TOO_LARGE)])
    assert problems(b" " * 101, HEADER, ONE) == (0, [("lines[1]", K.TOO_LARGE)])
    padded = write_line(ONE).rstrip() + b" " * 101
    assert problems(HEADER, ONE, padded, ONE) == (1, [("lines[3]", K.TOO_LARGE)])


def test_what_was_amiss_before_a_line_without_end_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_LONGEST_LINE", 100)
    found = [("lines[2].pupil.id", K.MISSING_KEY), ("lines[4]", K.TOO_LARGE)]
    assert problems(HEADER, {"pupil": {}}, ONE, b"x" * 101, ONE) == (1, found)


@pytest.mark.parametrize("header", [b"\n", b"\r\n", b"{\n"])
def test_a_fault_is_never_said_to_stand_in_the_line_after(header: bytes) -> None:
    with pytest.raises(
        InvalidRecordError, match=r"lines\[1\]: The text stops being JSON at line 1, column [12]:"
    ):
        next(read_journeys(text(header, ONE)))


def test_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        next(read_journeys(tmp_path / "zq7.jsonl"))
    assert "zq7" not in str(caught.value)


# Memory


SOME = list(cohort(10, missing=0.95))
HELD = Dataset.of(SOME)


def many(count: int) -> Iterator[Journey]:
    """As many made-up journeys, one at a time."""
    return islice((one for again in repeat(SOME) for one in again), count)


def peak(run: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_ten_times_the_journeys_take_no_more_memory(tmp_path: Path) -> None:
    few, lots = tmp_path / "few.jsonl", tmp_path / "many.jsonl"

    def written(count: int, place: Path) -> Callable[[], object]:
        held = {"provisions": HELD.provisions, "calendars": HELD.calendars}
        return lambda: write_journeys(many(count), place, **held)

    def read(place: Path) -> Callable[[], object]:
        return lambda: sum(1 for _ in read_journeys(place))

    written(20, few)()  # what is made at first use is made before
    read(few)()
    # Ten times as many would be ten times as much, if they were kept; twice leaves room for when garbage is collected.
    assert peak(written(2_000, lots)) < 2 * peak(written(200, few))
    assert peak(read(lots)) < 2 * peak(read(few))
    assert lots.stat().st_size > 9 * few.stat().st_size
    assert peak(lambda: list(read_journeys(lots))) > 3 * peak(read(lots))  # what keeping them would cost


def test_an_empty_file_has_no_header() -> None:
    assert problems() == (0, [("lines[1]", K.NOT_JSON)])
