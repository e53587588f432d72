"""A timetable as rows and back: nothing is lost, and what cannot be read is told with its row and column."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.tables.weeks import timetable_from_rows, timetable_to_rows
from iapcore.vocabulary.settings import Where

MONDAY = date(2026, 11, 2)
COLUMNS = ["slot", "subject", "teacher", "room", "where", "specialist_room", "accompanied"]


@given(st.from_type(Timetable))
def test_rows_are_read_back_as_they_were(week: Timetable) -> None:
    """The order of lessons is that of the week; times, shared times and the ref of a version are no part of a row."""
    rows = timetable_to_rows(week)
    again = timetable_from_rows(rows, starts=week.starts)
    assert set(again.lessons) == set(week.lessons)
    assert again.starts == week.starts
    assert timetable_to_rows(again) == rows
    assert all(list(row) == COLUMNS for row in rows)


def test_rows_stand_as_the_week_runs() -> None:
    slots = ("Fri:1", "Mon:10", "Mon:2", "Mon:am")
    week = Timetable(starts=MONDAY, lessons=tuple(Lesson(slot=Slot.parse(slot)) for slot in slots))
    assert [row["slot"] for row in timetable_to_rows(week)] == ["Mon:am", "Mon:2", "Mon:10", "Fri:1"]


def test_an_empty_cell_is_not_recorded() -> None:
    """A spreadsheet has no `None`."""
    row = {"slot": "2Wed:3", "subject": "", "room": None, "where": ""}
    [lesson] = timetable_from_rows([row], starts=MONDAY).lessons
    assert lesson == Lesson(slot=Slot.parse("2Wed:3"))
    [lesson] = timetable_from_rows([row | {"where": "elsewhere"}], starts=MONDAY).lessons
    assert lesson.where is Where.ELSEWHERE


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{}], [("rows[0].slot", ProblemKind.MALFORMED)]),
        ([{"slot": "Sat:1"}], [("rows[0].slot", ProblemKind.MALFORMED)]),
        (
            [{"slot": "Mon:1"}, {"slot": 3, "where": "attic"}],
            [
                ("rows[1].slot", ProblemKind.WRONG_TYPE),
                ("rows[1].slot", ProblemKind.MALFORMED),
                ("rows[1].where", ProblemKind.UNKNOWN_CODE),
            ],
        ),
        ([{"slot": "Mon:1", "pupil": "Maya"}], [("rows[0]", ProblemKind.UNKNOWN_KEY)]),
        ([{"slot": "Mon:1", "subject": "a\x00"}], [("rows[0].subject", ProblemKind.MALFORMED)]),
        ([{"slot": "Mon:1", "accompanied": "yes"}], [("rows[0].accompanied", ProblemKind.WRONG_TYPE)]),
        ([{"slot": "Mon:1"}, {"slot": "Mon:1"}], [("lessons[1].slot", ProblemKind.DUPLICATE)]),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row(
    rows: list[dict[str, Any]], expected: list[tuple[str, ProblemKind]]
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        timetable_from_rows(rows, starts=MONDAY)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == expected
    assert "Maya" not in str(caught.value)
    assert "attic" not in str(caught.value)
