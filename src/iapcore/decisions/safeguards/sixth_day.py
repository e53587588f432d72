"""Education from the sixth school day of a suspension or permanent exclusion: which day that is, and what shows it.

Rules of the room: each school day from the sixth on is looked at, up to the last of the suspension or the day of the
question. One code does not speak for the days beside it.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from iapcore.decisions.rule import Said, known, rule, said
from iapcore.decisions.safeguards.suspended import (
    NOT_COUNTED,
    beside,
    first_school_day,
    half_days_of,
    is_before_calendar,
    may_last_until,
    school_year,
)
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import ATTENDANCE_REGULATIONS, EXCLUSION_GUIDANCE, EXCLUSION_METHODOLOGY
from iapcore.guidance.sources import Force
from iapcore.guidance.thresholds import EDUCATION_FROM_DAY, HALF_DAYS
from iapcore.record.behaviour import Suspension
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.circumstances import Circumstance
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewResult, SuspensionCategory
from iapcore.vocabulary.value import Word

__all__ = ["SixthDay", "SixthDayState", "SixthDays", "education_from_the_sixth_day", "sixth_days"]

_DAY: Final = timedelta(days=1)


class SixthDayState(Word):
    """Whether the register shows education from the sixth school day on; in the order in which one is told.

    >>> SixthDayState("provided").name
    'PROVIDED'
    """

    CODED_EXCLUDED = "coded_excluded"
    NO_REGISTER = "no_register"
    NOT_TOLD = "not_told"
    PARTLY = "partly"
    TO_COME = "to_come"
    PROVIDED = "provided"


@frozen(kw_only=True)
class SixthDay:
    """The sixth school day of a suspension or permanent exclusion, and what the register shows from then on.

    Of so many school days since, provision is shown on so many.
    """

    day: date
    state: SixthDayState
    school_days: int = 0
    shown: int = 0


@frozen(kw_only=True)
class SixthDays:
    """The sixth days of a school year in order, and what is lacking to tell others."""

    days: tuple[SixthDay, ...] = ()
    lacks: tuple[str, ...] = ()


def sixth_days(situation: Situation, year: DateSpan, suspensions: Iterable[Suspension]) -> SixthDays:
    """The sixth days of suspensions and permanent exclusions that begin, or have their sixth day, in a school year.

    Lunchtimes have none. Suspensions that follow each other are looked at one by one.
    """
    calendar = situation.journey.calendar
    if calendar is None:
        return SixthDays()
    found: list[SixthDay] = []
    lacks: set[str] = set()
    for one in suspensions:
        if one.category is SuspensionCategory.LUNCHTIME or not _may_be_so_long(one, situation):
            continue
        starts = first_school_day(calendar, one.day)
        sixth = starts and calendar.days_later(starts, EDUCATION_FROM_DAY.on(situation.on) - 1)
        if one.day < calendar.span.start:
            if _may_belong(one, calendar, year, situation.on):
                lacks.add("outside_calendar")
        elif starts is None or sixth is None:
            lacks.add("calendar_ends")
        elif starts in year or sixth in year:
            if one.half_days is None and one.category is not SuspensionCategory.PERMANENT:
                lacks.add("no_length")
            elif out := _out(one, sixth, calendar, situation):
                found.append(_looked_at(one, out, calendar, situation))
    told = tuple(lack for lack in _LACKS if lack in lacks)
    return SixthDays(days=tuple(sorted(found, key=lambda one: one.day)), lacks=told)


def _may_be_so_long(one: Suspension, situation: Situation) -> bool:
    least = (EDUCATION_FROM_DAY.on(situation.on) - 1) * HALF_DAYS.on(situation.on)
    return one.half_days is None or one.half_days > least


def _may_belong(one: Suspension, calendar: SchoolCalendar, year: DateSpan, on: date) -> bool:
    """Whether one from before the calendar may have its sixth day in the school year with which the calendar begins."""
    return year.start == calendar.span.start and (
        is_before_calendar(one, calendar) or may_last_until(one, calendar, year.start, on)
    )


def _out(one: Suspension, sixth: date, calendar: SchoolCalendar, situation: Situation) -> DateSpan | None:
    """The days from the sixth on, up to the last, or to the day before the pupil was to be back."""
    ends = [review.day - _DAY for review in one.reviews or () if review.result in _BACK]
    if one.category is not SuspensionCategory.PERMANENT:
        ends.append(half_days_of(one, calendar, HALF_DAYS.on(situation.on))[-1])
    end = min(ends, default=None)
    return None if end and end < sixth else DateSpan(sixth, end)


_BACK: Final = (
    ReviewResult.BOARD_YES,
    ReviewResult.PANEL_RECOMMENDED_YES,
    ReviewResult.PANEL_DIRECTED_YES,
    ReviewResult.WITHDRAWN,
)
"""Results with which an exclusion is over."""


def _looked_at(one: Suspension, out: DateSpan, calendar: SchoolCalendar, situation: Situation) -> SixthDay:
    until = out.until(situation.on)
    if until is None:
        return SixthDay(day=out.start, state=SixthDayState.TO_COME)
    days = [day for day in until.days() if calendar.is_school_day(day)]
    found = _codes(situation, set(days))
    a_day = HALF_DAYS.on(situation.on)
    short = (one.half_days or 0) % a_day
    owed = {day: short if short and day == out.end else a_day for day in days}
    shown = Counter(day for (day, _), codes in found.items() if codes <= _PROVIDED)
    told = sum(shown[day] >= owed[day] for day in days)
    if {AttendanceCode.EXCLUDED} in found.values():
        state = SixthDayState.CODED_EXCLUDED
    elif told == len(days):
        state = SixthDayState.PROVIDED
    elif shown:
        state = SixthDayState.PARTLY
    else:
        state = SixthDayState.NOT_TOLD if found else SixthDayState.NO_REGISTER
    return SixthDay(day=out.start, state=state, school_days=len(days), shown=told)


_PROVIDED: Final = frozenset(Circumstance.SUSPENDED_WITH_PROVISION.codes)


def _codes(situation: Situation, days: set[date]) -> dict[tuple[date, Half], set[AttendanceCode]]:
    """The codes of each session of those days; two in one session tell nothing."""
    marks = situation.journey.marks
    codes: dict[tuple[date, Half], set[AttendanceCode]] = {}
    for mark in marks.events if marks else ():
        if mark.day in days:
            codes.setdefault((mark.day, mark.half), set()).add(mark.code)
    return codes


_LACKS: Final = (*NOT_COUNTED, "calendar_ends")
_BESIDE: Final = "Not known beside this: {lacks}."
_NOT_COUNTED: Final = {lack: told for lack, told in NOT_COUNTED.items() if lack != "overlap"}


@rule(
    key="CLOCK-4",
    asks="Does the register show education from the sixth school day of each suspension of this school year?",
    expects="From the sixth school day of a suspension or permanent exclusion full-time education is arranged; the "
    "register then has the code of that provision.",
    force=Force.REQUIRED,
    cites=(
        EXCLUSION_GUIDANCE.at("education from the sixth school day"),
        EXCLUSION_METHODOLOGY.at("alternative provision"),
        ATTENDANCE_REGULATIONS.at("regulation 10"),
    ),
    reads=("suspensions", "calendar", "marks"),
    numbers=(HALF_DAYS, EDUCATION_FROM_DAY),
    overlooks="Whether the education is full-time and good; who arranges it; suspensions that follow each other "
    "without a day between are looked at one by one.",
    met={
        "none_so_long": "No suspension of this school year reaches its sixth school day.",
        "provided": "The register shows provision on each school day from {day}, the sixth of a suspension, on.",
    },
    not_met={
        "coded_excluded": (
            (
                "The sixth school day of a suspension was {day}; from then on the register says that no provision is "
                f"made. {_BESIDE}"
            ),
            "Find out today who arranges education, from {day} on, and what the pupil is owed for the days since.",
        )
    },
    not_known={
        **_NOT_COUNTED,
        "calendar_ends": (
            "The school calendar ends before the sixth school day of a suspension.",
            "Add the dates of the next term, and agree who arranges education from that day.",
        ),
        "no_register": (
            f"The sixth school day of a suspension was {{day}}; the register from then on is not recorded. {_BESIDE}",
            "Look up in the register where the pupil was taught from {day} on.",
        ),
        "not_told": (
            (
                "The sixth school day of a suspension was {day}; the codes from then on do not tell of provision. "
                f"{_BESIDE}"
            ),
            "Ask where the pupil was taught from {day} on, and correct the register where it is wrong.",
        ),
        "partly": (
            (
                "The sixth school day of a suspension was {day}; of {school_days} school days from then on the "
                f"register shows provision on {{shown}} in full. {_BESIDE}"
            ),
            "Ask where the pupil was taught on the other days from {day} on, and complete the register.",
        ),
        "to_come": (
            (
                "The sixth school day of a suspension is {day}: whether education is arranged cannot show yet. "
                f"{_BESIDE}"
            ),
            "Agree with the family now who teaches from {day} on, and where.",
        ),
    },
)
def education_from_the_sixth_day(situation: Situation) -> Said:
    """The rule of the sixth school day."""
    stream = known(situation.journey.suspensions, "not_recorded")
    calendar = known(situation.journey.calendar, "no_calendar")
    year = known(school_year(situation), "no_calendar")
    found = sixth_days(situation, year, stream.events)
    lacks = set(found.lacks)
    until = year.until(situation.on)
    if until is not None and stream.within(until) is None:
        lacks.add("not_recorded")
    if situation.on not in calendar.span:
        lacks.add("no_calendar")
    told = tuple(lack for lack in _LACKS if lack in lacks)
    first = min(found.days, key=lambda one: _BY_WEIGHT.index(one.state), default=None)
    if first is None or first.state is SixthDayState.PROVIDED:
        if told:
            return said(told[0])
        return said("provided", day=first.day) if first else said("none_so_long")
    numbers = {"school_days": first.school_days, "shown": first.shown}
    more = numbers if first.state is SixthDayState.PARTLY else {}
    return said(first.state.value, day=first.day, lacks=beside(told), **more)


_BY_WEIGHT: Final = tuple(SixthDayState)
