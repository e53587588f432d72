"""Marks and other days that the calendar, or the week, does not have; sessions that were never marked."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from iapcore.errors import Problem, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.problems.places import contradiction, duplicate, events
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half

__all__ = ["ATTENDANCE"]

_SATURDAY: Final = 5
_HALF_OF: Final = {AttendanceCode.PRESENT_AM: Half.MORNING, AttendanceCode.PRESENT_PM: Half.AFTERNOON}


def _marks(journey: Journey) -> Iterator[Problem]:
    seen: set[tuple[object, object]] = set()
    for path, mark in events(journey, "marks"):
        if (mark.day, mark.half) in seen:
            remedy = "This session has a mark already: look at the register, and keep the one that is right."
            yield duplicate(path, remedy)
        seen.add((mark.day, mark.half))
        if mark.code in _HALF_OF and _HALF_OF[mark.code] is not mark.half:
            remedy = (
                "/ is for mornings and \\ for afternoons: look at the register, and correct the "
                "code or the half."
            )
            yield contradiction(f"{path}.code", remedy)
        if mark.counts_as is None:
            remedy = (
                "That code was not in force on that day: look at the register, and correct the "
                "day, or use the code that was."
            )
            yield Problem(path=f"{path}.code", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy)


def _unmarked(journey: Journey) -> Iterator[Problem]:
    """One problem for all of them: whoever reads it opens the register, not two hundred places."""
    if journey.marks is None or journey.calendar is None:
        return
    days = [day for day in journey.marks.complete.days() if journey.calendar.is_school_day(day)]
    marked = {(mark.day, mark.half) for mark in journey.marks.events}
    count = sum((day, half) not in marked for day in days for half in Half)
    if count:
        remedy = (
            f"{count} of the {len(days) * len(Half)} sessions of school days have no mark, and yet the marks are said "
            "to be complete: look at the register and add them, or correct the span for which it is complete."
        )
        yield contradiction("marks", remedy)


def _days_without_school(journey: Journey) -> Iterator[Problem]:
    for name in ("marks", "lesson_marks", "check_ins", "incidents", "removals"):
        for path, event in events(journey, name):
            if remedy := _why_no_school(journey, event.day):
                yield contradiction(f"{path}.day", remedy)


def _why_no_school(journey: Journey, day: date) -> str | None:
    if day.weekday() >= _SATURDAY:
        return "It is a Saturday or a Sunday: look up on which day it was, and correct the day."
    if journey.calendar and journey.calendar.is_school_day(day) is False:
        return "The calendar has no school on that day: look both up, and correct the day or the calendar."
    return None


def _lesson_marks(journey: Journey) -> Iterator[Problem]:
    seen: set[tuple[object, object]] = set()
    for path, mark in events(journey, "lesson_marks"):
        if (mark.day, mark.slot) in seen:
            yield duplicate(
                path, "This lesson has a mark already: look both up, and keep the one that is right."
            )
        seen.add((mark.day, mark.slot))
        if mark.slot.weekday.position != mark.day.weekday():
            remedy = (
                "The slot is of another weekday than the day: look up when the lesson was, and "
                "correct the slot or the day."
            )
            yield contradiction(f"{path}.slot", remedy)


ATTENDANCE: Final = (_marks, _unmarked, _days_without_school, _lesson_marks)
"""What is looked at."""
