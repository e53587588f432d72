"""Days of suspension: laid on school days, counted by term and by school year, and the days by which adults act.

Rules of the room: suspensions are counted in half-days, two on a school day from the first day on; lunchtimes one.
A term is one of the calendar: where a school year has six, each is counted by itself. A length that nobody recorded
leaves the count unknown, and so do two suspensions on the same half-days.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice, repeat
from typing import Final

from attrs import frozen

from iapcore.decisions.situation import Situation
from iapcore.guidance.thresholds import (
    BOARD_IF_ASKED_DAYS,
    BOARD_IF_ASKED_OVER,
    BOARD_MUST_DAYS,
    BOARD_MUST_OVER,
    EDUCATION_FROM_DAY,
    HALF_DAYS,
    SUSPENDED_DAYS_IN_YEAR,
)
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import ExclusionReview, Suspension
from iapcore.record.stream import Stream
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.circumstances import Circumstance
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewBody, ReviewResult, SuspensionCategory
from iapcore.vocabulary.value import Word

__all__ = [
    "BoardClock",
    "BoardState",
    "Count",
    "SixthDay",
    "SixthDayState",
    "board_clock",
    "count_suspended",
    "days_told",
    "earlier_terms",
    "half_days_of",
    "school_year",
    "sixth_days",
    "this_term",
]

_DAY: Final = timedelta(days=1)


@frozen(kw_only=True)
class Count:
    """Half-days of suspension in a run of days, after each suspension; `lacks` says why they cannot be counted.

    >>> Count(steps=((date(2026, 9, 10), 3), (date(2026, 10, 5), 7))).half_days
    7
    """

    steps: tuple[tuple[date, int], ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    lacks: str | None = None

    @property
    def half_days(self) -> int:
        """All of them together."""
        return self.steps[-1][-1] if self.steps else 0


def days_told(half_days: int, situation: Situation) -> str:
    """Half-days as school days for a reader.

    >>> from iapcore import Journey, Pupil, PupilId, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")))
    >>> days_told(9, Situation.of(journey, policy=profile(), on=date(2026, 11, 20)))
    '4½'
    """
    whole, half = divmod(half_days, HALF_DAYS.on(situation.on))
    return f"{whole or ''}½" if half else str(whole)


def this_term(situation: Situation) -> DateSpan | None:
    """The term in which the day lies, or the last before it; `None` where the calendar does not reach there."""
    calendar = situation.journey.calendar
    if calendar is None or situation.on not in calendar.span:
        return None
    return [term.span for term in calendar.terms if term.span.start <= situation.on][-1]


def earlier_terms(situation: Situation) -> tuple[DateSpan, ...]:
    """The terms of this school year that ended before this one, the latest first."""
    year, term = school_year(situation), this_term(situation)
    calendar = situation.journey.calendar
    if year is None or term is None or calendar is None:
        return ()
    terms = [one.span for one in calendar.terms if year.start <= one.span.start < term.start]
    return tuple(reversed(terms))


def school_year(situation: Situation) -> DateSpan | None:
    """The school year in which the day lies, or the last before it, as far as the calendar was given."""
    calendar = situation.journey.calendar
    if calendar is None or situation.on not in calendar.span:
        return None
    return [year for year in calendar.years if year.start <= situation.on][-1]


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


def count_suspended(situation: Situation, span: DateSpan | None) -> Count:
    """Half-days of suspension in a term or school year, those still to be served among them."""
    calendar, stream = situation.journey.calendar, situation.journey.suspensions
    if stream is None:
        return Count(lacks="not_recorded")
    until = span and span.until(situation.on)
    if calendar is None or until is None or span is None:
        return Count(lacks="no_calendar")
    if stream.within(until) is None:
        return Count(lacks="not_recorded")
    return _counted(situation, calendar, span, _may_reach(situation, calendar, stream, until))


def _may_reach(
    situation: Situation, calendar: SchoolCalendar, stream: Stream[Suspension], span: DateSpan
) -> tuple[Suspension, ...]:
    """Those that began in the span, or so shortly before it that they may reach into it, in order."""
    longest = SUSPENDED_DAYS_IN_YEAR.on(situation.on)
    first = calendar.days_earlier(span.start, longest) or calendar.span.start
    found = [one for one in stream.events if first <= one.day and one.day <= (span.end or situation.on)]
    return tuple(sorted(found, key=lambda one: one.day))


def _counted(
    situation: Situation, calendar: SchoolCalendar, span: DateSpan, suspensions: tuple[Suspension, ...]
) -> Count:
    a_day = HALF_DAYS.on(situation.on)
    steps: list[tuple[date, int]] = []
    held: list[Suspension] = []
    served: Counter[date] = Counter()
    for one in suspensions:
        is_permanent = one.category is SuspensionCategory.PERMANENT
        if one.half_days is None and not is_permanent:
            return Count(lacks="no_length")
        days = [day for day in half_days_of(one, calendar, a_day) if day in span]
        served.update(days)
        if days or one.day in span:
            steps.append((one.day, served.total()))
            held.append(one)
    if any(halves > a_day for halves in served.values()):
        return Count(lacks="overlap")
    return Count(steps=tuple(steps), suspensions=tuple(held))


# The governing board


class BoardState(Word):
    """What the days suspended in a term ask of the governing board, and whether it met.

    >>> BoardState("must_meet").name
    'MUST_MEET'
    """

    NONE = "none"
    REPRESENTATIONS = "representations"
    BOARD_MET = "board_met"
    IF_ASKED = "if_asked"
    MUST_MEET = "must_meet"
    MEETING_NOT_RECORDED = "meeting_not_recorded"


@frozen(kw_only=True)
class BoardClock:
    """Where the duty of the board stands for a term: the half-days, since when, and the day by which it meets."""

    state: BoardState
    half_days: int
    since: date
    by: date | None = None


def board_clock(situation: Situation, term: DateSpan, count: Count) -> BoardClock:
    """The duty of the board for a term of which the suspensions are counted.

    Each suspension with which a limit is passed, or stays passed, and each permanent exclusion is a duty of its own,
    settled by a meeting of the board on its first day or later. The school days run from that first day: the day on
    which the board was told of it is not recorded.
    """
    on, a_day = situation.on, HALF_DAYS.on(situation.on)
    must_over, asked_over = (limit.on(on) * a_day for limit in (BOARD_MUST_OVER, BOARD_IF_ASKED_OVER))
    must: list[date] = []
    asked: list[date] = []
    for one, (day, counted) in zip(count.suspensions, count.steps, strict=True):
        if one.category is SuspensionCategory.PERMANENT or counted > must_over:
            must.append(day)
        elif counted > asked_over:
            asked.append(day)
    if not must and not asked:
        state = BoardState.REPRESENTATIONS if count.suspensions else BoardState.NONE
        return BoardClock(state=state, half_days=count.half_days, since=term.start)
    reviews = [review for one in count.suspensions for review in one.reviews or ()]
    met = max((one.day for one in reviews if _is_closed(one)), default=None)
    open_must, open_asked = ([day for day in days if met is None or met < day] for days in (must, asked))
    from_day = (open_must or open_asked or must or asked)[0]
    within = BOARD_MUST_DAYS.on(on) if open_must or (must and not open_asked) else BOARD_IF_ASKED_DAYS.on(on)
    calendar = situation.journey.calendar
    by = calendar.days_later(from_day, within) if calendar else None
    state = BoardState.BOARD_MET
    if open_must:
        is_clear = all(one.reviews is not None for one in count.suspensions) and not any(
            from_day <= one.day and one.body in (None, ReviewBody.GOVERNING_BOARD) for one in reviews
        )
        state = BoardState.MUST_MEET if is_clear else BoardState.MEETING_NOT_RECORDED
    elif open_asked:
        state = BoardState.IF_ASKED
    return BoardClock(state=state, half_days=count.half_days, since=term.start, by=by)


_STILL_OPEN: Final = (ReviewResult.ONGOING, ReviewResult.REPRESENTATIONS_MADE)


def _is_closed(review: ExclusionReview) -> bool:
    """Whether the board has met: a review that goes on, or in which parents only spoke, is not one that was held."""
    return review.body is ReviewBody.GOVERNING_BOARD and review.result not in _STILL_OPEN


# Education from the sixth school day


class SixthDayState(Word):
    """Whether the register shows education from the sixth school day of a suspension on.

    >>> SixthDayState("provided").name
    'PROVIDED'
    """

    CODED_EXCLUDED = "coded_excluded"
    NO_REGISTER = "no_register"
    NOT_TOLD = "not_told"
    TO_COME = "to_come"
    PROVIDED = "provided"


@frozen(kw_only=True)
class SixthDay:
    """The sixth school day of a suspension or permanent exclusion, and what the register shows from then on."""

    day: date
    state: SixthDayState


def sixth_days(
    situation: Situation, year: DateSpan, suspensions: Iterable[Suspension]
) -> tuple[SixthDay, ...] | str:
    """Those of a school year, in order; or why they cannot be told: `no_length`, `calendar_ends`.

    Lunchtimes have none. Suspensions that follow each other are looked at one by one.
    """
    calendar = situation.journey.calendar
    found: list[SixthDay] = []
    before = EDUCATION_FROM_DAY.on(situation.on) - 1
    a_day = HALF_DAYS.on(situation.on)
    for one in suspensions:
        is_permanent = one.category is SuspensionCategory.PERMANENT
        if one.day not in year or one.category is SuspensionCategory.LUNCHTIME or calendar is None:
            continue
        if one.half_days is None and not is_permanent:
            return "no_length"
        if is_permanent or (one.half_days or 0) > before * a_day:
            starts = one.day if calendar.is_school_day(one.day) else calendar.days_later(one.day, 1)
            sixth = calendar.days_later(starts, before) if starts else None
            if sixth is None:
                return "calendar_ends"
            last = None if is_permanent else half_days_of(one, calendar, a_day)[-1]
            found.append(SixthDay(day=sixth, state=_sixth_state(situation, DateSpan(sixth, last))))
    return tuple(sorted(found, key=lambda one: one.day))


def _sixth_state(situation: Situation, out: DateSpan) -> SixthDayState:
    marks = situation.journey.marks
    until = out.until(situation.on)
    if until is None:
        return SixthDayState.TO_COME
    seen = marks and until.until(_end(marks.complete))
    if marks is None or seen is None or (found := marks.within(seen)) is None:
        return SixthDayState.NO_REGISTER
    return _told_by(found)


def _told_by(marks: tuple[SessionMark, ...]) -> SixthDayState:
    codes: dict[tuple[date, Half], set[AttendanceCode]] = {}
    for mark in marks:
        codes.setdefault((mark.day, mark.half), set()).add(mark.code)
    if any(len(one) > 1 for one in codes.values()):
        return SixthDayState.NOT_TOLD
    found = {code for one in codes.values() for code in one}
    if AttendanceCode.EXCLUDED in found:
        return SixthDayState.CODED_EXCLUDED
    provided = found & set(Circumstance.SUSPENDED_WITH_PROVISION.codes)
    return SixthDayState.PROVIDED if provided else SixthDayState.NOT_TOLD


def _end(span: DateSpan) -> date:
    return span.end or date.max
