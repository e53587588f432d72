"""The weeks of a stay, one by one: as the timetables tell what did happen, and as a plan has those ahead.

Rules of the room: nothing is carried on beyond the last week of a plan, and a week of which no timetable tells is *not
known*. Nothing is added up by teacher.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from iapcore.decisions.situation import Situation
from iapcore.record.return_plan import PlannedLesson, PlannedWeek
from iapcore.record.timetable import Slot, Timetable, timetable_on
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.spans import DateSpan

__all__ = ["WeekOfStay", "weeks_of_stay", "weeks_planned"]

_WEEK: Final = timedelta(weeks=1)


@frozen(kw_only=True)
class WeekOfStay:
    """The week from the Monday `starts` on, as it stood at its end: where it is taught and what changed in it.

    `is_ahead` says that it is as a plan has it. `timetable` is `None` where none tells of it.

    >>> from datetime import date
    >>> from iapcore import Lesson
    >>> lessons = (Lesson(slot=Slot.parse("Mon:1"), where=Where.BASE), Lesson(slot=Slot.parse("Mon:2")))
    >>> told = Timetable(starts=date(2026, 11, 2), lessons=lessons)
    >>> week = WeekOfStay(starts=date(2026, 11, 2), is_ahead=False, timetable=told)
    >>> week.taught(Where.BASE), week.lessons, week.share is None
    (1, 2, True)
    """

    starts: date
    is_ahead: bool
    timetable: Timetable | None
    back: tuple[PlannedLesson, ...] = ()
    to_base: tuple[Slot, ...] = ()

    @property
    def lessons(self) -> int:
        """How many lessons the week has; those of both weeks in a two-week cycle."""
        return len(self.timetable.lessons) if self.timetable else 0

    def taught(self, where: Where | None) -> int:
        """How many of them are taught there; `None`: of how many nobody wrote where."""
        return sum(lesson.where is where for lesson in self.timetable.lessons) if self.timetable else 0

    @property
    def share(self) -> Fraction | None:
        """The share of the week in mainstream; `None` where it is not told of every lesson."""
        if not self.lessons or self.taught(None):
            return None
        return Fraction(self.taught(Where.MAINSTREAM), self.lessons)


def weeks_of_stay(situation: Situation) -> tuple[WeekOfStay, ...]:
    """Week by week from the first of the stay to the day in question, then to the last week of the plan.

    Weeks without school are left out, where the calendar tells. There are none before a stay has begun, and none where
    no timetable of it is recorded.
    """
    stay, versions = situation.stay, situation.timetables
    if stay is None or not versions:
        return ()
    calendar, until = situation.journey.calendar, stay.end or situation.on
    past = tuple(_past(versions, _mondays(calendar, stay.start, until), until))
    planned = situation.plan.weeks if situation.plan else ()
    return (*past, *_ahead(versions[-1], planned, situation.on, calendar))


def weeks_planned(situation: Situation) -> tuple[WeekOfStay, ...]:
    """As the plan had it: the week in which it was made, or the stay began, and each one to the last of the plan."""
    plan, stay, versions = situation.plan, situation.stay, situation.timetables
    if plan is None or stay is None or not versions:
        return ()
    made = max(plan.day, stay.start)
    then = timetable_on(versions, made) or versions[0]
    first = WeekOfStay(starts=_monday(made), is_ahead=True, timetable=then)
    return (first, *_ahead(then, plan.weeks, made, situation.journey.calendar))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mondays(calendar: SchoolCalendar | None, first: date, last: date) -> Iterator[date]:
    """The Mondays of the weeks of these days; without those of which the calendar says that there was no school."""
    for ordinal in range(_monday(first).toordinal(), last.toordinal() + 1, _WEEK.days):
        monday = date.fromordinal(ordinal)
        week = DateSpan(monday, _last_day(monday, last))
        if calendar is None or calendar.school_weeks(week) != 0:
            yield monday


def _last_day(monday: date, last: date) -> date:
    return date.fromordinal(min(monday.toordinal() + _WEEK.days - 1, last.toordinal()))


def _past(versions: tuple[Timetable, ...], mondays: Iterable[date], until: date) -> Iterator[WeekOfStay]:
    before: Timetable | None = None
    for monday in mondays:
        week = timetable_on(versions, _last_day(monday, until))
        back = tuple(
            PlannedLesson(slot=slot, accompanied=_is_accompanied(week, slot))
            for slot in _moved(before, week, Where.BASE, Where.MAINSTREAM)
        )
        to_base = _moved(before, week, Where.MAINSTREAM, Where.BASE)
        yield WeekOfStay(starts=monday, is_ahead=False, timetable=week, back=back, to_base=to_base)
        before = week


def _moved(before: Timetable | None, week: Timetable | None, was: Where, to: Where) -> tuple[Slot, ...]:
    """The lessons that were taught in one place and came to another, as the week runs."""
    if before is None or week is None:
        return ()
    there = set(before.slots(was))
    return tuple(slot for slot in week.slots(to) if slot in there)


def _is_accompanied(week: Timetable | None, slot: Slot) -> bool:
    lesson = week and week.lesson(slot)
    return bool(lesson and lesson.accompanied)


def _ahead(
    week: Timetable, planned: tuple[PlannedWeek, ...], day: date, calendar: SchoolCalendar | None
) -> Iterator[WeekOfStay]:
    """The weeks after a day to the last of the plan; those without a change too, as far as the calendar tells."""
    changes = {one.starts: one for one in planned if one.starts > day}
    last = max(changes, default=day)
    between = calendar.weeks_after(day) if calendar else ()
    for monday in sorted({*changes, *(one for one in between if one <= last)}):
        change = changes.get(monday, PlannedWeek(starts=monday))
        week = _changed(week, change)
        yield WeekOfStay(
            starts=monday, is_ahead=True, timetable=week, back=change.back, to_base=change.to_base
        )


def _changed(week: Timetable, change: PlannedWeek) -> Timetable:
    """The week after a change: only what it has can move."""
    back = {one.slot: one for one in change.back}
    lessons = (
        evolve(lesson, where=Where.MAINSTREAM, accompanied=back[lesson.slot].accompanied)
        if lesson.slot in back
        else evolve(lesson, where=Where.BASE)
        if lesson.slot in change.to_base
        else lesson
        for lesson in week.lessons
    )
    return evolve(week, lessons=tuple(lessons))
