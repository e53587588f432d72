"""A timetable as rows, one for each lesson, and back: for spreadsheets and the exports of timetabling systems."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Final

from iapcore.errors import InvalidRecordError, Problem, ProblemKind, UnknownCodeError
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.tables.rows import Cell
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.value import stop_if_any

__all__ = ["timetable_from_rows", "timetable_to_rows"]

_COLUMNS: Final = ("slot", "subject", "teacher", "room", "where", "specialist_room", "accompanied")
_FLAGS: Final = _COLUMNS[-2:]


def timetable_to_rows(timetable: Timetable) -> list[dict[str, Cell]]:
    """One row for each lesson, as the week runs.

    Columns: `slot`, `subject`, `teacher`, `room`, `where`, `specialist_room`, `accompanied`.

    >>> from datetime import date
    >>> week = Timetable(starts=date(2026, 11, 2), lessons=(Lesson(slot=Slot.parse("1Fri:6"), subject="Art"),))
    >>> timetable_to_rows(week)
    [{'slot': '1Fri:6', 'subject': 'Art', 'teacher': None, 'room': None, 'where': None, ...}]
    """
    return [
        {
            "slot": lesson.slot.format(),
            "subject": lesson.subject,
            "teacher": lesson.teacher,
            "room": lesson.room,
            "where": lesson.where and lesson.where.value,
            "specialist_room": lesson.specialist_room,
            "accompanied": lesson.accompanied,
        }
        for lesson in sorted(timetable.lessons, key=lambda lesson: lesson.slot.order)
    ]


def timetable_from_rows(rows: Iterable[Mapping[str, Cell]], *, starts: date) -> Timetable:
    """Inverse of `timetable_to_rows`: `slot` is needed, the other columns may be missing or empty.

    Raises one `InvalidRecordError` with every problem, each with its row and column.

    >>> from datetime import date
    >>> timetable_from_rows([{"slot": "Mon:1", "where": "base"}], starts=date(2026, 11, 2))
    ‹Timetable lessons=1›
    >>> timetable_from_rows([{"slot": "Mon:0"}], starts=date(2026, 11, 2))
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. rows[0].slot: Write a slot as ...
    """
    lessons: list[Lesson] = []
    problems: list[Problem] = []
    for position, row in enumerate(rows):
        with _told(problems, f"rows[{position}]"):
            lessons.append(_lesson(row))
    stop_if_any(problems)
    return Timetable(starts=starts, lessons=tuple(lessons))


def _lesson(row: Mapping[str, Cell]) -> Lesson:
    problems = [
        Problem(path="", kind=ProblemKind.UNKNOWN_KEY, remedy=f"Columns are: {', '.join(_COLUMNS)}.")
        for _ in [*row.keys() - set(_COLUMNS)][:1]
    ]
    cells: dict[str, str | None] = {}
    flags: dict[str, bool | None] = {}
    for column in _FLAGS:
        flag = row.get(column)
        if flag is not None and not isinstance(flag, bool):
            problems.append(Problem(path=column, kind=ProblemKind.WRONG_TYPE, remedy="Give true or false."))
        flags[column] = flag if isinstance(flag, bool) else None
    for column in _COLUMNS[: -len(_FLAGS)]:
        cell = row.get(column)
        if cell is not None and not isinstance(cell, str):
            problems.append(Problem(path=column, kind=ProblemKind.WRONG_TYPE, remedy="Give text."))
        cells[column] = cell or None if isinstance(cell, str) else None
    with _told(problems, "slot"):
        Slot.parse(cells["slot"] or "")
    with _told(problems, "where"):
        Where(cells["where"] or Where.BASE)
    stop_if_any(problems)
    return Lesson(
        slot=Slot.parse(cells["slot"] or ""),
        subject=cells["subject"],
        teacher=cells["teacher"],
        room=cells["room"],
        where=Where(cells["where"]) if cells["where"] else None,
        **flags,
    )


@contextmanager
def _told(problems: list[Problem], path: str) -> Generator[None]:
    """Add what is raised inside to the problems, below a path."""
    try:
        yield
    except InvalidRecordError as error:
        problems += [problem.below(path) for problem in error.problems]
    except UnknownCodeError as error:
        problems.append(Problem(path=path, kind=ProblemKind.UNKNOWN_CODE, remedy=str(error)))
