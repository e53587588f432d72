"""The quick pass gives what the careful reader gives, or it gives up: value by value, fault by fault."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import iapcore
import iapcore.strategies as ours
from iapcore.errors import InvalidRecordError, Problem
from iapcore.exchange import files, lines
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse, write, write_line
from iapcore.exchange.schema import schema_of
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.samples import cohort
from tests.exchange.drawn import changed, drawn_from

pytest.importorskip("msgspec", reason="msgspec comes with the extras `fast` and `integrations`")

from iapcore.exchange import quick  # (it needs msgspec)
from iapcore.exchange.quick import QuickPass

half_as_often = settings(max_examples=settings().max_examples // 2)
SHIPPED = (Path(iapcore.__file__).parent / "data" / "journeys.json").read_bytes()
COHORT = Dataset.of(cohort(8, missing=0.3))
WRITTEN = unstructure(COHORT)
SOME = {**WRITTEN, "journeys": WRITTEN["journeys"][:2]}
LINES = io.BytesIO()
lines.write_journeys(COHORT.journeys, LINES)
OLD = sorted((Path(__file__).parents[1] / "compat").rglob("*"))


def careful(data: bytes, kind: type[Any]) -> Any:
    """What the careful reader says: the value, or the problems that it finds."""
    try:
        return structure(parse(data), kind)
    except InvalidRecordError as error:
        return error.problems


def agree(data: bytes, kind: type[Any]) -> bool:
    """Whether the quick pass gives a value; then the careful reader gives an equal one, and tells it alike."""
    made = QuickPass.read_whole(data, kind)
    if made is not None:
        with_care = careful(data, kind)
        assert made == with_care
        assert type(made) is type(with_care)
        assert write(unstructure(made)) == write(unstructure(with_care))
    return made is not None


# What is valid is read by the quick pass itself


@given(ours.datasets())
def test_every_dataset_that_we_write(dataset: Dataset) -> None:
    document = unstructure(dataset)
    assert agree(write(document), Dataset)
    assert agree(write_line(document), Dataset)


@half_as_often
@given(st.from_type(Journey))
def test_every_journey_that_we_write(journey: Journey) -> None:
    try:
        data = write(unstructure(journey))
    except InvalidRecordError:  # two provisions under one key
        return
    assert agree(data, Journey)


def test_made_up_and_shipped_data() -> None:
    assert agree(SHIPPED, Dataset)
    assert agree(write(WRITTEN), Dataset)
    assert agree(json.dumps(WRITTEN).encode(), Dataset)


@pytest.mark.parametrize("name", ["dataset", "journey"])
def test_documents_of_every_release(name: str) -> None:
    found = [path for path in OLD if path.name == f"{name}.json"]
    assert [agree(path.read_bytes(), {"dataset": Dataset, "journey": Journey}[name]) for path in found]


def test_of_what_is_written_alike_one_is_made() -> None:
    made = QuickPass.read_whole(SHIPPED, Dataset)
    assert made is not None
    marks = [mark for journey in made.journeys if journey.marks for mark in journey.marks.events]
    assert len({*map(id, marks)}) == len({*marks}) < len(marks)
    assert all(journey.calendar in made.calendars for journey in made.journeys)


# What is amiss, it never takes


@half_as_often
@given(changed(SOME), st.booleans())
def test_changed_documents(document: Any, is_indented: bool) -> None:  # noqa: FBT001
    agree((write if is_indented else write_line)(document), Dataset)


@half_as_often
@given(changed({**SOME, "journeys": [], "format": "iapcore/journey", "journey": SOME["journeys"][0]}))
def test_changed_journeys(document: Any) -> None:
    document.pop("journeys", None)
    agree(write(document), Journey)


@pytest.mark.parametrize(("name", "kind"), [("dataset", Dataset), ("journey", Journey)])
@given(data=st.data())
def test_documents_made_from_the_schema(name: str, kind: type[Any], data: st.DataObject) -> None:
    agree(write(data.draw(drawn_from(schema_of(name)))), kind)


SMALL = write_line({**SOME, "journeys": SOME["journeys"][:1]})
SNIPPETS = [
    *(
        b'"',
        b"\\",
        b"\\u0022",
        b"\\u0000",
        b"\\ud800",
        b"\xff",
        b"\xc0\x80",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
    ),
    *(
        b"null",
        b"true",
        b"NaN",
        b"-0",
        b"1.0",
        b"1e2",
        b"01",
        b"\x00",
        b"\n",
        b" ",
        b"\xef\xbb\xbf",
        b"9" * 30,
    ),
]


@given(st.integers(0, 2**32))
def test_changed_bytes(seed: int) -> None:
    """A byte gone, another put in, a piece of the text twice or elsewhere."""
    luck, data = Random(seed), SMALL
    for _ in range(luck.choice((1, 1, 2))):
        start = luck.randrange(len(data))
        end = start + luck.choice((0, 0, 1, 1, 2, 20, 200))
        piece = luck.choice((b"", data[start:end] * 2, luck.choice(SNIPPETS), data[:20]))
        data = data[:start] + piece + data[end:]
    agree(data, Dataset)


def swapped(old: str, new: str) -> bytes:
    """A small document with one thing in it otherwise."""
    text = (
        '{"format": "iapcore/dataset", "version": 1, "as_of": "2026-11-20", '
        '"provisions": [{"key": "room", "kind": "support_base", "places": 8, "is_fictional": true}], '
        '"journeys": [{"pupil": {"id": "elm-01"}, "placements": [{"provision": "room", "began": "2026-11-02"}], '
        '"marks": {"complete": {"start": "2026-11-02", "end": "2026-11-06"}, '
        '"events": [{"day": "2026-11-02", "half": "am", "code": "/"}]}, '
        '"timetables": [{"starts": "2026-11-02", "lessons": [{"slot": "Mon:1", "subject": "Maths"}]}]}]}'
    )
    assert old in text
    return text.replace(old, new, 1).encode("utf-8", "surrogatepass")


FAULTS = {
    "a key twice, on top": ('"version": 1', '"version": 1, "version": 1'),
    "a key twice, within": ('"id": "elm-01"', '"id": "elm-01", "id": "elm-01"'),
    "a key twice, once in other letters": ('"id": "elm-01"', '"id": "elm-01", "\\u0069d": "elm-01"'),
    "a key twice, with quotation marks": ('"id": "elm-01"', '"id": "\\"\\"", "id": "\\u0022\\u0022\\u0022"'),
    "a list twice": ('"journeys": [', '"journeys": [], "journeys": ['),
    "an unknown key": ('"id"', '"name": "x", "id"'),
    "a needed key missing": ('"half": "am", ', ""),
    "NaN": ("8,", "NaN,"),
    "infinity": ("8,", "-Infinity,"),
    "a number with a point": ("8,", "8.0,"),
    "a number as text": ("8,", '"8",'),
    "a number beyond counting": ("8,", "9" * 5_000 + ","),
    "true for a number": ("8,", "true,"),
    "a number for true": ("true}", "1}"),
    "text for true": ("true}", '"true"}'),
    "null where something is needed": ('"am"', "null"),
    "null for a list that is never left open": ('"journeys": [', '"calendars": null, "journeys": ['),
    "text for a list": ('"events": [{"day": "2026-11-02", "half": "am", "code": "/"}]', '"events": "x"'),
    "a list for an object": ('{"id": "elm-01"}', "[]"),
    "a code of no list": ('"am"', '"AM"'),
    "a day in short": ('"began": "2026-11-02"', '"began": "20261102"'),
    "a day with a time": ('"began": "2026-11-02"', '"began": "2026-11-02T00:00:00"'),
    "a day of no calendar": ('"began": "2026-11-02"', '"began": "2026-02-30"'),
    "a day of another century": ('"began": "2026-11-02"', '"began": "1826-11-02"'),
    "a day in other digits": ('"began": "2026-11-02"', '"began": "\u0662026-11-02"'),
    "a slot of no week": ("Mon:1", "Mon:13"),
    "days out of order": ('"end": "2026-11-06"', '"end": "2026-10-06"'),
    "an event outside its stream": ('"day": "2026-11-02"', '"day": "2026-12-02"'),
    "a negative number": ("8,", "-8,"),
    "an empty text": ("Maths", " "),
    "a control character": ("Maths", "Ma\\u0000ths"),
    "a control character as it is": ("Maths", "Ma\nths"),
    "half a character": ("Maths", "\\ud800"),
    "half a character as it is": ("Maths", "\ud800"),
    "a text beyond reading": ("Maths", "x" * 10_001),
    "a reference to nothing": ('"provision": "room"', '"provision": "hall"'),
    "two of one key": (
        '"provisions": [',
        '"provisions": [{"key": "room", "kind": "support_base", "places": 8, "is_fictional": true}, ',
    ),
    "another format": ("iapcore/dataset", "iapcore/journey"),
    "another version": ('"version": 1', '"version": 2'),
    "false for a version": ('"version": 1', '"version": false'),
    "a version with a point": ('"version": 1', '"version": 1.0'),
    "depth": ('"elm-01"', "[" * 100_000 + "]" * 100_000),
    "more text after the end": ('"Maths"}]}]}]}', '"Maths"}]}]}]} {}'),
    "no end": ('"Maths"}]}]}]}', '"Maths"}]}]}'),
    "a comma too many": ('"Maths"}', '"Maths",}'),
    "nothing": ("", ""),
}


def test_the_document_itself_is_read() -> None:
    assert agree(swapped("", ""), Dataset)
    for old, new in [
        ("8,", "null,"),
        ("Maths", 'a \\"b\\" \\\\ \u00e9 \\u00e9 \\n'),
        ("elm-01", "\\\\u0022"),
    ]:
        assert agree(swapped(old, new), Dataset) is ("\\u0022" not in new)
        assert isinstance(careful(swapped(old, new), Dataset), Dataset)


@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "nothing"])
def test_every_kind_of_fault(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = swapped(*FAULTS[fault])
    assert QuickPass.read_whole(data, Dataset) is None
    with_it = told(files.read_dataset, data)
    monkeypatch.setattr(files, "quick_pass", lambda: None)
    assert with_it == told(files.read_dataset, data) != ()


def told(read: Callable[[io.BytesIO], Any], data: bytes) -> tuple[Problem, ...]:
    """The problems with which these bytes are refused."""
    with pytest.raises(InvalidRecordError) as caught:
        read(io.BytesIO(data))
    assert caught.value.__context__ is None or isinstance(caught.value.__context__, InvalidRecordError)
    return caught.value.problems


def test_what_only_the_careful_reader_takes() -> None:
    """A mark before the text is legal, and so is a quotation mark in other letters: they are read, only slower."""
    for data in (b"\xef\xbb\xbf" + swapped("", ""), swapped("Maths", "\\u0022Maths\\u0022")):
        assert QuickPass.read_whole(data, Dataset) is None
        assert files.read_dataset(io.BytesIO(data)) == careful(data, Dataset)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "MOST_BYTES", len(SMALL) - 1)
    assert QuickPass.read_whole(SMALL, Dataset) is None


@pytest.mark.parametrize("other", [bytearray, memoryview, bytes.decode])
def test_what_a_file_gives_that_are_no_bytes(other: Callable[[bytes], Any]) -> None:
    assert QuickPass.read_whole(other(SMALL), Dataset) is None


# Files and lines


def test_files_are_read_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = files.read_dataset(io.BytesIO(SHIPPED))
    monkeypatch.setattr(files, "parse", lambda _: pytest.fail("the careful reader was asked"))
    assert files.read_dataset(io.BytesIO(SHIPPED)) == with_it
    assert files.read_journey(io.BytesIO(write(unstructure(COHORT.journeys[0])))) == COHORT.journeys[0]


def read_lines(data: bytes) -> tuple[list[Journey], tuple[Problem, ...]]:
    came: list[Journey] = []
    try:
        came.extend(lines.read_journeys(io.BytesIO(data)))
    except InvalidRecordError as error:
        return came, error.problems
    return came, ()


@pytest.mark.parametrize("enough", [0, 1 << 20])
def test_lines(enough: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "_ENOUGH", enough)
    monkeypatch.setattr(lines, "_journey", lambda *_: pytest.fail("the careful reader was asked"))
    assert read_lines(LINES.getvalue()) == ([*COHORT.journeys], ())


@half_as_often
@given(changed(SOME["journeys"]), st.integers(0, 1))
def test_changed_lines(journeys: Any, skipped: int) -> None:
    header, *_ = LINES.getvalue().splitlines(keepends=True)
    data = header + b"".join(map(write_line, journeys[skipped:]))
    with_it = read_lines(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "quick_pass", lambda: None)
        assert read_lines(data) == with_it
