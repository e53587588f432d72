"""Tables of ours in pandas, Polars and DuckDB: no column of objects, and what is not known stays so."""

from datetime import date
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

import iapcore as iap
from iapcore.samples import cohort
from iapcore.tables.weeks import timetable_to_rows

pandas = pytest.importorskip("pandas", reason="pandas comes with the extra `integrations`")
for library in ("duckdb", "polars"):
    pytest.importorskip(library, reason=f"{library} comes with the extra `integrations`")

DAY = date(2026, 11, 20)
FRAMES = run_path(str(Path(__file__).parents[2] / "examples" / "data_frames.py"))
BACK = iap.count_returns(
    cohort(30), policy=iap.profile("half-term"), on=DAY, by=lambda journey: journey.pupil.year_group
)


def lesson(slot: str, accompanied: bool | None) -> iap.Lesson:  # noqa: FBT001
    return iap.Lesson(slot=iap.Slot.parse(slot), accompanied=accompanied)


WEEK = iap.Timetable(
    starts=DAY,
    lessons=(lesson("Mon:1", None), lesson("Mon:2", accompanied=False), lesson("Mon:3", accompanied=True)),
)
BARE = iap.Timetable(starts=DAY, lessons=(lesson("Mon:1", None),))
TABLES = [
    pytest.param(iap.to_rows(BACK), id="published"),
    pytest.param(iap.to_rows(BACK, internal=True), id="internal"),
    pytest.param(timetable_to_rows(WEEK), id="week"),
    pytest.param(timetable_to_rows(BARE), id="bare week"),
]
UNLIKE: list[dict[str, Any]] = [{"group": "7", "base": 3}, {"accompanied": None, "on": DAY, "group": None}]
"""Rows of two tables together: each lacks what the other has, and has it in another order."""
Rows = list[dict[str, Any]]


def plain(cell: Any, kind: type) -> Any:
    """A cell of pandas as Python has it."""
    if pandas.isna(cell):
        return None
    return cell.date() if kind is date else kind(cell)


@pytest.mark.parametrize("rows", TABLES)
def test_pandas(rows: Rows) -> None:
    types = iap.column_types(rows)
    frame = FRAMES["in_pandas"](rows)
    assert "object" not in set(map(str, frame.dtypes))
    again = [
        {name: plain(frame[name].iloc[place], kind) for name, kind in types.items()}
        for place in range(len(frame))
    ]
    assert again == rows


@pytest.mark.parametrize("rows", TABLES)
def test_polars(rows: Rows) -> None:
    frame = FRAMES["in_polars"](rows)
    assert {"Object", "Null"}.isdisjoint(map(str, frame.dtypes))
    assert frame.to_dicts() == rows


@pytest.mark.parametrize("rows", TABLES)
def test_duckdb(rows: Rows) -> None:
    with FRAMES["in_duckdb"](rows, "kept") as store:
        found = store.sql("SELECT * FROM kept")
        assert set(map(str, found.types)) <= {"BOOLEAN", "BIGINT", "VARCHAR", "DATE"}
        assert [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()] == rows


def test_a_flag_that_is_not_recorded_is_not_false() -> None:
    rows = timetable_to_rows(WEEK)
    flags = FRAMES["in_pandas"](rows)["accompanied"]
    assert (int(flags.isna().sum()), int((flags == False).sum()), int(flags.sum())) == (1, 1, 1)  # noqa: E712
    assert FRAMES["in_polars"](rows)["accompanied"].to_list() == [None, False, True]


def test_the_example_shows_the_same_in_all_three(capsys: pytest.CaptureFixture[str]) -> None:
    FRAMES["main"]()
    told = capsys.readouterr().out
    assert "datetime64[s]" in told
    assert told.count("numerator") == 3
    assert "object" not in told


def test_a_row_that_lacks_a_column_leaves_it_empty() -> None:
    types = iap.column_types(UNLIKE)
    whole = [{column: row.get(column) for column in types} for row in UNLIKE]
    frame = FRAMES["in_pandas"](UNLIKE)
    assert [
        {name: plain(frame[name].iloc[place], types[name]) for name in types} for place in (0, 1)
    ] == whole
    assert FRAMES["in_polars"](UNLIKE).to_dicts() == whole
    with FRAMES["in_duckdb"](UNLIKE, "kept") as store:
        found = store.sql("SELECT * FROM kept")
        assert [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()] == whole
