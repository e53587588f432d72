"""Days of suspension: laid on school days, counted by term and by school year.

Rules of the room: suspensions are counted in half-days, two on a school day from the first day on; lunchtimes one. A
suspension or permanent exclusion of a day without school counts from the next school day. A term is one of the
calendar: where a school year has six, each is counted by itself. What is not known is no zero: `lacks` names it beside
the least that is known.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice, repeat
from typing import Final

from attrs import frozen

from iapcore.decisions.rule import Telling
from iapcore.decisions.situation import Situation
from iapcore.guidance.thresholds import HALF_DAYS, SUSPENDED_DAYS_IN_YEAR
from iapcore.record.behaviour import Suspension
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory

__all__ = [
    "NOT_COUNTED",
    "Count",
    "beside",
    "count_suspended",
    "days_told",
    "earlier_terms",
    "first_school_day",
    "half_days_of",
    "is_before_calendar",
    "may_last_until",
    "school_year",
    "this_term",
]

NOT_COUNTED: Final[dict[str, Telling]] = {
    "not_recorded": (
        "Suspensions are not recorded for the whole of it.",
        "Record the suspensions, or that somebody looked and there was none, and up to which day.",
    ),
    "no_calendar": (
        "The school calendar is not recorded, or does not reach to the day.",
        "Add the dates of the school's terms, so that school days can be counted.",
    ),
    "outside_calendar": (
        "A suspension lies in part or as a whole on days that the school calendar does not reach.",
        "Add the dates of the terms before and after, so that all school days of each suspension can be counted.",
    ),
    "no_length": (
        "How long a suspension lasted is not recorded.",
        "Look up how many half-days each suspension lasted, and write them down.",
    ),
    "overlap": (
        "Two suspensions are recorded for the same half-days.",
        "Look the two suspensions up, and keep what is right.",
    ),
}
"""Why days of suspension cannot be counted, in the order in which one is told."""

_BESIDE: Final = {
    "not_recorded": "suspensions_of_other_days",
    "no_calendar": "school_days_that_the_calendar_does_not_reach",
    "outside_calendar": "days_of_a_suspension_that_the_calendar_does_not_reach",
    "no_length": "the_length_of_a_suspension",
    "overlap": "which_of_two_suspensions_is_right",
    "calendar_ends": "school_days_that_the_calendar_does_not_reach",
}
"""What is lacking, as it is named beside what is known without it."""


def beside(lacks: Iterable[str]) -> tuple[str, ...]:
    """What is lacking, as codes that are told beside what is known.

    >>> beside(("no_length",))
    ('the_length_of_a_suspension',)
    """
    return tuple(dict.fromkeys(_BESIDE[lack] for lack in lacks))


_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@frozen(kw_only=True)
class Count:
    """Half-days of suspension in a run of days, after each suspension; the least where something is lacking.

    `runs_out` says that a suspension goes on after the last day of the calendar.

    >>> Count(steps=((date(2026, 9, 10), 3), (date(2026, 10, 5), 7))).half_days
    7
    """

    steps: tuple[tuple[date, int], ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    lacks: tuple[str, ...] = ()
    runs_out: bool = False

    @property
    def half_days(self) -> int:
        """All of them together."""
        return self.steps[-1][-1] if self.steps else 0


def days_told(count: Count, situation: Situation) -> str:
    """Half-days as school days for a reader; the least of them where something is lacking.

    >>> from iapcore import Journey, Pupil, PupilId, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")))
    >>> count = Count(steps=((date(2026, 9, 10), 9),))
    >>> days_told(count, Situation.of(journey, policy=profile(), on=date(2026, 11, 20)))
    '4½'
    """
    whole, half = divmod(count.half_days, HALF_DAYS.on(situation.on))
    told = f"{whole or ''}½" if half else str(whole)
    return f"{told} or more" if count.lacks else told


# Terms and years


def this_term(situation: Situation) -> DateSpan | None:
    """The term in which the day lies, or the last before it; in a holiday the next where a suspension counts in it.

    `None` where there is no calendar, or one that begins later.
    """
    calendar, stream = situation.journey.calendar, situation.journey.suspensions
    if calendar is None or situation.on < calendar.span.start:
        return None
    counts_from = [first_school_day(calendar, one.day) for one in (stream.events if stream else ())]
    reached = max([situation.on, *(day for day in counts_from if day)])
    return [term.span for term in calendar.terms if term.span.start <= reached][-1]


def school_year(situation: Situation) -> DateSpan | None:
    """The school year of `this_term`, as far as the calendar was given."""
    calendar, term = situation.journey.calendar, this_term(situation)
    if calendar is None or term is None:
        return None
    return calendar.year_of(term.start)


def earlier_terms(situation: Situation) -> tuple[DateSpan, ...]:
    """The terms of the calendar before this one, the latest first."""
    calendar, term = situation.journey.calendar, this_term(situation)
    if calendar is None or term is None:
        return ()
    return tuple(one.span for one in reversed(calendar.terms) if one.span.start < term.start)


# Each suspension on its school days


def first_school_day(calendar: SchoolCalendar, day: date) -> date | None:
    """The day itself where there is school, else the next with school; `None` where the calendar does not reach."""
    return day if calendar.is_school_day(day) else calendar.days_later(day, 1)


def half_days_of(suspension: Suspension, calendar: SchoolCalendar, a_day: int) -> tuple[date, ...]:
    """The school day of each of its half-days, as far as the calendar reaches; none where no length is recorded."""
    halves = (
        1 if suspension.category is SuspensionCategory.LUNCHTIME else a_day
    )  # a lunchtime is one, on each day
    each = (day for one in _school_days(calendar, suspension.day) for day in repeat(one, halves))
    return tuple(islice(each, suspension.half_days or 0))


def _school_days(calendar: SchoolCalendar, day: date) -> Iterator[date]:
    while (is_one := calendar.is_school_day(day)) is not None:
        if is_one:
            yield day
        day += _DAY


def is_before_calendar(suspension: Suspension, calendar: SchoolCalendar) -> bool:
    """Whether it began before the calendar does, in the same school year: its days cannot be laid on terms."""
    return AcademicYear.of(calendar.span.start).span.start <= suspension.day < calendar.span.start


def may_last_until(suspension: Suspension, calendar: SchoolCalendar, day: date, on: date) -> bool:
    """Whether one that began before the calendar may reach a day in it.

    No holiday is known out there. A suspension may go on for as many weeks as it has days, and a long holiday more;
    none is longer than the days that may be given in a year.
    """
    if suspension.day >= calendar.span.start:
        return False
    longest = SUSPENDED_DAYS_IN_YEAR.on(on)
    days = min(_days_needed(suspension, on), longest)
    if suspension.day + days * _WEEK + longest * _DAY < calendar.span.start:
        return False
    first = first_school_day(calendar, calendar.span.start)
    last = first and calendar.days_later(first, days - 1)
    return last is None or day <= last


def _days_needed(suspension: Suspension, on: date) -> int:
    """How many school days it takes; the most that it may where that is not recorded, one of a permanent exclusion."""
    if suspension.category is SuspensionCategory.PERMANENT:
        return 1
    if suspension.half_days is None:
        return SUSPENDED_DAYS_IN_YEAR.on(on)
    halves = 1 if suspension.category is SuspensionCategory.LUNCHTIME else HALF_DAYS.on(on)
    return -(-suspension.half_days // halves)


# The count


def count_suspended(situation: Situation, span: DateSpan | None) -> Count:
    """Half-days of suspension in a term or school year, those still to be served among them."""
    calendar, stream = situation.journey.calendar, situation.journey.suspensions
    if stream is None:
        return Count(lacks=("not_recorded",))
    if calendar is None or span is None:
        return Count(lacks=("no_calendar",))
    lacks: set[str] = set()
    until = span.until(situation.on)
    if until is not None and stream.within(until) is None:
        lacks.add("not_recorded")
    if situation.on not in calendar.span:
        lacks.add("no_calendar")
    if any(may_last_until(one, calendar, span.start, situation.on) for one in stream.events):
        lacks.add("outside_calendar")
    return _counted(situation, calendar, span, lacks)


def _in_reach(situation: Situation, calendar: SchoolCalendar, span: DateSpan) -> Iterator[Suspension]:
    """Those that began in the span, or so shortly before it that they may reach into it, in order."""
    stream = situation.journey.suspensions
    longest = SUSPENDED_DAYS_IN_YEAR.on(situation.on)
    first = calendar.days_earlier(span.start, longest) or calendar.span.start
    for one in sorted(stream.events if stream else (), key=lambda one: one.day):
        if first <= one.day and one.day <= (span.end or situation.on):
            yield one


def _counted(situation: Situation, calendar: SchoolCalendar, span: DateSpan, lacks: set[str]) -> Count:
    a_day = HALF_DAYS.on(situation.on)
    steps: list[tuple[date, int]] = []
    held: list[Suspension] = []
    served: Counter[date] = Counter()
    runs_out = False
    for one in _in_reach(situation, calendar, span):
        is_permanent = one.category is SuspensionCategory.PERMANENT
        first = first_school_day(calendar, one.day)
        begins_here = first is not None and first in span
        laid = half_days_of(one, calendar, a_day)
        runs_out |= len(laid) < (one.half_days or 0)
        days = [day for day in laid if day in span]
        if one.half_days is None and not is_permanent:
            lacks.add("no_length")
            days = [first] if first and begins_here else []  # it has one half-day at least
        served.update(days)
        if days or begins_here:
            steps.append((one.day, sum(min(halves, a_day) for halves in served.values())))
            held.append(one)
    if any(halves > a_day for halves in served.values()):
        lacks.add("overlap")
    told = tuple(lack for lack in NOT_COUNTED if lack in lacks)
    return Count(steps=tuple(steps), suspensions=tuple(held), lacks=told, runs_out=runs_out)
