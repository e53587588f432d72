"""What is counted before, during and after a stay, on the same basis, or why it cannot be told.

Rules of the room: rules about one pupil and measures of many count here, so that both count alike. During the stay is
never counted without before and after. A count is exact and comes with what was possible: sessions, lessons, half-days
of school days; incidents come beside school days.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from iapcore.decisions.before_and_after import windows
from iapcore.decisions.rule import Said, known, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.thresholds import HALF_DAYS
from iapcore.record.attendance import LessonMark, SessionMark, count_sessions
from iapcore.record.behaviour import Suspension
from iapcore.record.stream import Stream
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory

__all__ = [
    "CountIn",
    "Counted",
    "ThreeTimes",
    "at_three_times",
    "attended_at_three_times",
    "half_days_lost",
    "incidents_noted",
    "lessons_attended",
    "sessions_attended",
]

_ONE_DAY = timedelta(days=1)


@frozen(kw_only=True, field_transformer=shaped)
class Counted:
    """How many of how many `possible` in a run of days. What is `left_out` is in neither.

    >>> Counted(count=53, possible=90).share
    Fraction(53, 90)
    >>> Counted(count=0, possible=0).share is None  # no session, no rate
    True
    """

    count: int
    possible: int
    left_out: int = 0

    @property
    def share(self) -> Fraction | None:
        """The count of what was possible; `None` where nothing was."""
        return Fraction(self.count, self.possible) if self.possible else None

    @classmethod
    def pooled(cls, counts: "Iterable[Counted]") -> "Counted":
        """All of them together, by adding up: a long run of days weighs more than a short one.

        >>> Counted.pooled([Counted(count=9, possible=10), Counted(count=30, possible=90)]).share
        Fraction(39, 100)
        """
        given = tuple(counts)
        return cls(
            count=sum(one.count for one in given),
            possible=sum(one.possible for one in given),
            left_out=sum(one.left_out for one in given),
        )


@frozen(kw_only=True, field_transformer=shaped)
class ThreeTimes:
    """The same thing counted before, during and after a stay, and the three `spans` over which it was counted."""

    spans: tuple[DateSpan, DateSpan, DateSpan]
    before: Counted
    during: Counted
    after: Counted


CountIn: TypeAlias = Callable[[Situation, Sequence[DateSpan]], tuple[Counted, ...] | Said]
"""Counts over each of several runs of days, or the reason for which they cannot be told."""


def at_three_times(situation: Situation, count_in: CountIn) -> ThreeTimes | Said:
    """What was counted over the stay, and over as many school weeks before as after; or why that cannot be told."""
    found = windows(situation)
    if isinstance(found, Said):
        return found
    first, last = found
    stay = DateSpan(known(first.end, "open") + _ONE_DAY, last.start - _ONE_DAY)
    spans = (first, stay, last)
    counts = count_in(situation, spans)
    if isinstance(counts, Said):
        return counts
    before, during, after = counts
    return ThreeTimes(spans=spans, before=before, during=during, after=after)


# Attendance


def sessions_attended(situation: Situation, spans: Sequence[DateSpan]) -> tuple[Counted, ...] | Said:
    """Sessions attended of the possible ones, as the register has them."""
    marks = situation.journey.marks
    counts = [marks and count_sessions(marks, span) for span in spans]
    found = [one for one in counts if one is not None]
    if len(found) < len(spans):
        return said("no_marks", weeks=situation.policy.comparison_weeks.value)
    return tuple(Counted(count=one.attended, possible=one.possible, left_out=one.left_out) for one in found)


def attended_at_three_times(situation: Situation) -> ThreeTimes | Said:
    """Sessions attended; or that too few were possible, or that before and after do not rest on the same basis."""
    found = at_three_times(situation, sessions_attended)
    if isinstance(found, Said):
        return found
    least = situation.policy.least_sessions.value
    if min(found.before.possible, found.after.possible) < least:
        return said("too_few", least=least)
    marks = known(situation.journey.marks, "no_marks")
    apart_before, _, apart_after = (_apart(marks, span) for span in found.spans)
    before, after = found.before, found.after
    alike = apart_before * after.possible == apart_after * before.possible
    # At worst every session left out before was attended and none of those after, or the other way round.
    lowest = Fraction(after.count, after.possible + apart_after)
    highest = Fraction(after.count + apart_after, after.possible + apart_after)
    least_before = Fraction(before.count, before.possible + apart_before)
    most_before = Fraction(before.count + apart_before, before.possible + apart_before)
    if not alike and least_before < highest and lowest <= most_before:
        return said("other_basis", apart_before=apart_before, apart_after=apart_after)
    return found


def _apart(marks: Stream[SessionMark], span: DateSpan) -> int:
    """Sessions that took place, and of which this register does not tell whether the pupil was there."""
    found = [mark for mark in marks.events if mark.day in span]
    marked = Counter((mark.day, mark.half) for mark in found)
    return len(
        {
            (mark.day, mark.half)
            for mark in found
            if mark.code is AttendanceCode.DUAL_REGISTERED
            or mark.counts_as is None
            or marked[mark.day, mark.half] > 1
        }
    )


def lessons_attended(situation: Situation, spans: Sequence[DateSpan]) -> tuple[Counted, ...] | Said:
    """Lessons in which the pupil was from beginning to end, of those marked once; one marked twice is left out."""
    marks = situation.journey.lesson_marks
    if marks is None or not all(marks.complete.covers(span) for span in spans):
        return said("no_lesson_marks")
    return tuple(_lessons(mark for mark in marks.events if mark.day in span) for span in spans)


def _lessons(marks: Iterable[LessonMark]) -> Counted:
    given = tuple(marks)
    marked = Counter((mark.day, mark.slot) for mark in given)
    once = [mark for mark in given if marked[mark.day, mark.slot] == 1]
    return Counted(
        count=sum(mark.attendance.was_there for mark in once),
        possible=len(once),
        left_out=len(marked) - len(once),
    )


# Suspensions and incidents


def half_days_lost(situation: Situation, spans: Sequence[DateSpan]) -> tuple[Counted, ...] | Said:
    """Half-days lost to suspension, of the half-days of school days."""
    suspensions = situation.journey.suspensions
    if suspensions is None or any(suspensions.within(span) is None for span in spans):
        return said("no_suspensions", weeks=situation.policy.comparison_weeks.value)
    last = max(known(span.end, "open") for span in spans)
    reaching = _once([one for one in suspensions.events if one.day <= last])
    if any(one.half_days is None for one in reaching):
        return said("no_length")
    calendar = known(situation.journey.calendar, "no_calendar")
    per_day = HALF_DAYS.on(situation.on)
    days = [day for one in reaching for day in _lost(one, calendar, per_day)]
    earlier = [one for one in reaching if one.day not in calendar.span]
    start, first = calendar.span.start, min(span.start for span in spans)
    if any(day >= first for one in earlier for day in _lost(one, calendar, per_day, since=start)):
        return said("before_calendar")
    return _beside_school_days(situation, spans, days, each=per_day)


def incidents_noted(situation: Situation, spans: Sequence[DateSpan]) -> tuple[Counted, ...] | Said:
    """Incidents, beside school days."""
    incidents = situation.journey.incidents
    if incidents is None or any(incidents.within(span) is None for span in spans):
        return said("no_incidents", weeks=situation.policy.comparison_weeks.value)
    return _beside_school_days(situation, spans, [one.day for one in incidents.events], each=1)


def _beside_school_days(
    situation: Situation, spans: Sequence[DateSpan], days: Sequence[date], *, each: int
) -> tuple[Counted, ...] | Said:
    """How many of these days lie in each span, and how many could, with so many on each school day."""
    calendar = known(situation.journey.calendar, "no_calendar")
    taught = [inside for span in spans if (inside := calendar.school_days(span)) is not None]
    if len(taught) < len(spans):
        return said("no_calendar", weeks=situation.policy.comparison_weeks.value)
    return tuple(
        Counted(count=sum(day in span for day in days), possible=each * len(inside))
        for span, inside in zip(spans, taught, strict=True)
    )


def _once(suspensions: Iterable[Suspension]) -> tuple[Suspension, ...]:
    """Each suspension once: of two of one day, length and kind the second is the same one, written down twice."""
    alike = {(one.day, one.half_days, one.category): one for one in suspensions}
    return tuple(alike.values())


def _lost(
    one: Suspension, calendar: SchoolCalendar, per_day: int, *, since: date | None = None
) -> list[date]:
    """The school day of each half-day of a suspension, as far as the calendar tells."""
    first = since or one.day
    per_day = 1 if one.category is SuspensionCategory.LUNCHTIME else per_day
    found: list[date] = []
    for half in range(one.half_days or 0):
        day = calendar.days_later(first, half // per_day + (not calendar.is_school_day(first)))
        if day is None:
            break
        found.append(day)
    return found
