"""Suspensions against the register, and suspensions that stand there twice.

Rule of the room: only what cannot be is told. A suspension may begin at noon, and a mark at another provision is no
presence here; a lunchtime, half a day, and what is not known to be a whole-day suspension leave room for being present.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final

from iapcore.errors import Problem
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import Suspension
from iapcore.record.journey import Journey
from iapcore.record.problems.places import contradiction, duplicate, events
from iapcore.vocabulary.attendance_codes import AttendanceClass, Half
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewResult, SuspensionCategory

__all__ = ["SUSPENSIONS"]

_OF_WHOLE_DAYS: Final = (SuspensionCategory.SUSPENSION, SuspensionCategory.OLD_FIXED_PERIOD)
_EXPECTED: Final = "E, or the code of other provision, is expected"


def _present_meanwhile(journey: Journey) -> Iterator[Problem]:
    """One problem for each suspension: whoever reads it opens the register once."""
    marks = journey.marks.events if journey.marks else ()
    present = [mark for mark in marks if mark.counts_as is AttendanceClass.PRESENT]
    for path, suspension in events(journey, "suspensions"):
        is_out = _is_out(suspension, journey.calendar)
        count = sum(map(is_out, _before_reinstatement(suspension, present)))
        if count and suspension.category is SuspensionCategory.PERMANENT:
            remedy = (
                f"Sessions after its day are marked as present ({count}): look both up, and correct the marks "
                f"({_EXPECTED}) or the exclusion, or add the review that offered the place back."
            )
            yield contradiction(path, remedy)
        elif count:
            remedy = (
                f"Sessions within it are marked as present ({count}): look both up, and correct the marks "
                f"({_EXPECTED}), or the suspension's first day, length or category."
            )
            yield contradiction(path, remedy)


def _is_out(suspension: Suspension, calendar: SchoolCalendar | None) -> Callable[[SessionMark], bool]:
    """Whether a mark stands in a session in which the pupil cannot have been present."""
    if suspension.category is SuspensionCategory.PERMANENT:
        return lambda mark: mark.day > suspension.day
    out: set[tuple[date, Half]] = set()
    if suspension.category in _OF_WHOLE_DAYS and suspension.half_days is not None:
        sessions = ((day, half) for day in _school_days(suspension.day, calendar) for half in Half)
        out.update(islice(sessions, 1, suspension.half_days))
    return lambda mark: (mark.day, mark.half) in out


def _school_days(first: date, calendar: SchoolCalendar | None) -> Iterable[date]:
    """The school days from the first on, as far as the calendar knows; the first alone where it knows nothing."""
    if calendar is None or first not in calendar.span:
        return (first,)
    return filter(calendar.is_school_day, DateSpan(first, calendar.span.end).days())


def _before_reinstatement(suspension: Suspension, marks: list[SessionMark]) -> list[SessionMark]:
    """Those before a review gave the place back; *withdrawn* does not say what was, so it counts as one too."""
    back = [
        review.day
        for review in suspension.reviews or ()
        if review.result and (review.result.offers_reinstatement or review.result is ReviewResult.WITHDRAWN)
    ]
    return [mark for mark in marks if mark.day < min(back)] if back else marks


def _twice(journey: Journey) -> Iterator[Problem]:
    seen: set[tuple[object, ...]] = set()
    for path, suspension in events(journey, "suspensions"):
        same = (suspension.day, suspension.category, suspension.half_days)
        if same in seen:
            remedy = (
                "Another suspension has this first day, category and length: look both up, and keep one if they are "
                "the same."
            )
            yield duplicate(path, remedy)
        seen.add(same)


SUSPENSIONS: Final = (_present_meanwhile, _twice)
"""What is looked at."""
