"""Documents in files: a path as text, a `Path`, or a file open for bytes."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import IapError, InvalidRecordError
from iapcore.exchange import files
from iapcore.exchange.files import (
    read_dataset,
    read_hand_over,
    read_journey,
    read_policy,
    write_dataset,
    write_hand_over,
    write_journey,
    write_policy,
)
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.samples import cohort
from iapcore.vocabulary.recipients import Recipient

COHORT = Dataset.of(cohort(3))
POLICY = b'from = "half-term"\nname = "ours"\n'
READERS = [read_dataset, read_hand_over, read_journey, read_policy]


@pytest.mark.parametrize("place", [str, Path], ids=["text", "path"])
def test_a_path(place: Callable[[Path], Any], tmp_path: Path) -> None:
    file = place(tmp_path / "document.json")
    write_dataset(COHORT, file)
    assert read_dataset(file) == COHORT
    write_journey(COHORT.journeys[0], file)
    assert read_journey(file) == COHORT.journeys[0]
    Path(file).write_bytes(POLICY)
    assert read_policy(file).name == "ours"


def test_an_open_file() -> None:
    file = io.BytesIO()
    write_dataset(COHORT, file)
    assert read_dataset(io.BytesIO(file.getvalue())) == COHORT
    file = io.BytesIO()
    write_journey(COHORT.journeys[0], file)
    assert read_journey(io.BytesIO(file.getvalue())) == COHORT.journeys[0]
    assert read_policy(io.BytesIO(POLICY)).name == "ours"
    bundle = HandOver(
        pupil=COHORT.journeys[0].pupil.id, to=Recipient.FAMILY, on=date(2026, 11, 20), version=1
    )
    file = io.BytesIO()
    write_hand_over(bundle, file)
    assert read_hand_over(io.BytesIO(file.getvalue())) == bundle


def test_the_same_value_makes_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    write_dataset(COHORT, first)
    write_dataset(read_dataset(first), second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("write", [write_dataset, write_hand_over, write_journey, write_policy])
def test_nothing_is_written_under_another_name(write: Callable[[Any, Any], None]) -> None:
    file = io.BytesIO()
    with pytest.raises(InvalidRecordError, match=r"Give a \w+ first, then the place\."):
        write(COHORT.journeys, file)
    assert file.getvalue() == b""


def test_journeys_make_a_dataset_first() -> None:
    with pytest.raises(InvalidRecordError, match="Of several journeys make one"):
        write_dataset(COHORT.journeys, io.BytesIO())  # type: ignore[arg-type]


def test_a_place_is_a_path_or_a_file() -> None:
    with pytest.raises(InvalidRecordError, match="place: Give a path, or a file open for bytes"):
        write_dataset(COHORT, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("read", READERS)
def test_a_missing_file_is_an_os_error(read: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "nowhere.json")


def test_no_more_is_read_than_can_be_a_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    (tmp_path / "long.json").write_bytes(b" " * 100)
    assert len(files._bytes(tmp_path / "long.json")) == 11
    assert len(files._bytes(io.BytesIO(b" " * 100))) == 11


def test_a_journey_is_no_dataset() -> None:
    file = io.BytesIO()
    write_journey(Journey(pupil=COHORT.journeys[0].pupil), file)
    with pytest.raises(InvalidRecordError, match='its "format" must be "iapcore/dataset"'):
        read_dataset(io.BytesIO(file.getvalue()))


@pytest.mark.parametrize("read", READERS)
@given(data=st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(read: Callable[[io.BytesIO], object], data: bytes) -> None:
    with suppress(IapError):
        read(io.BytesIO(data))


def test_a_document_given_as_a_path_is_not_repeated() -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011  (which one depends on the system)
        read_journey('{"pupil": "SECRETJANE"}')
    assert "SECRETJANE" not in f"{caught.value}{caught.value!r}"


# The quick pass


class Known:
    """In the place of the quick pass: it knows one document."""

    @staticmethod
    def read_whole(data: bytes, _: object) -> Dataset | None:
        return COHORT if data == b"known" else None


@pytest.fixture
def as_at_first() -> Iterator[None]:
    files.quick_pass.cache_clear()
    yield
    files.quick_pass.cache_clear()


@pytest.mark.usefixtures("as_at_first")
def test_the_quick_pass_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "iapcore.exchange.quick", SimpleNamespace(QuickPass=Known))
    assert read_dataset(io.BytesIO(b"known")) is COHORT
    with pytest.raises(InvalidRecordError):
        read_dataset(io.BytesIO(b"other"))


@pytest.mark.usefixtures("as_at_first")
def test_without_what_it_needs_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "iapcore.exchange.quick", raising=False)
    monkeypatch.setitem(sys.modules, "msgspec", None)
    assert files.quick_pass() is None
    with pytest.raises(InvalidRecordError):
        read_dataset(io.BytesIO(b"known"))
