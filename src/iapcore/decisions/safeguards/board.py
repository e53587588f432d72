"""The governing board: what the days suspended in a term ask of it, by which day, and whether that day has passed.

Rules of the room: the duty is the board's. A duty that the known part of a record shows is told, with what is lacking
beside it. A meeting that a parent may ask for is past when its school days are over: no source gives a later end.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from iapcore.decisions.safeguards.suspended import (
    Count,
    count_suspended,
    earlier_terms,
    first_school_day,
    is_before_calendar,
    may_last_until,
    school_year,
)
from iapcore.decisions.situation import Situation
from iapcore.guidance.thresholds import (
    BOARD_IF_ASKED_DAYS,
    BOARD_IF_ASKED_OVER,
    BOARD_MUST_DAYS,
    BOARD_MUST_OVER,
    HALF_DAYS,
)
from iapcore.record.behaviour import ExclusionReview, Suspension
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewBody, ReviewResult, SuspensionCategory
from iapcore.vocabulary.value import Word

__all__ = [
    "BoardClock",
    "BoardState",
    "board_clock",
    "earlier_clocks",
    "suspensions_before_calendar",
    "unsettled_exclusion",
]


class BoardState(Word):
    """What the days suspended in a term ask of the governing board; those that are open stand first, by weight.

    >>> BoardState("must_meet").is_open, BoardState("board_met").is_open
    (True, False)
    """

    OVERDUE = "overdue"
    MUST_MEET = "must_meet"
    OVERDUE_NOT_RECORDED = "overdue_not_recorded"
    MEETING_NOT_RECORDED = "meeting_not_recorded"
    CALENDAR_ENDS = "calendar_ends"
    IF_ASKED = "if_asked"
    CALENDAR_ENDS_IF_ASKED = "calendar_ends_if_asked"
    PAST_NOT_RECORDED = "past_not_recorded"
    PAST = "past"
    BOARD_MET = "board_met"
    REPRESENTATIONS = "representations"
    NONE = "none"

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do or to find out."""
        return self not in (
            BoardState.PAST,
            BoardState.BOARD_MET,
            BoardState.REPRESENTATIONS,
            BoardState.NONE,
        )

    @property
    def is_if_asked(self) -> bool:
        """Whether the board meets only where a parent asks."""
        return self in _IF_ASKED


_IF_ASKED: Final = (
    BoardState.IF_ASKED,
    BoardState.CALENDAR_ENDS_IF_ASKED,
    BoardState.PAST_NOT_RECORDED,
    BoardState.PAST,
)


@frozen(kw_only=True)
class BoardClock:
    """Where the duty of the board stands for a term: the state, since when, and the day by which it meets."""

    state: BoardState
    since: date
    by: date | None = None


def board_clock(situation: Situation, term: DateSpan, count: Count) -> BoardClock:
    """The duty of the board for a term of which the suspensions are counted.

    Each suspension with which a limit is passed, or stays passed, and each permanent exclusion is a duty of its own,
    settled by a meeting of the board on its first day or later. The school days run from its first school day: the day
    on which the board was told of it is not recorded.
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
        return BoardClock(state=state, since=term.start)
    open_must, open_asked = (
        [day for day in days if not _has_met(count.suspensions, day)] for days in (must, asked)
    )
    if open_must:
        by = _days_by(situation, open_must, BOARD_MUST_DAYS.on(on))[0]
        state = _must(by, on, is_clear=_is_clear(count.suspensions, open_must[0]))
        return BoardClock(state=state, since=term.start, by=by)
    if open_asked:
        days = _days_by(situation, open_asked, BOARD_IF_ASKED_DAYS.on(on))
        by = next((day for day in days if day is None or on <= day), days[-1])
        state = _if_asked(by, on, is_clear=_is_clear(count.suspensions, open_asked[0]))
        return BoardClock(state=state, since=term.start, by=by)
    return BoardClock(state=BoardState.BOARD_MET, since=term.start)


def _days_by(situation: Situation, days: list[date], within: int) -> list[date | None]:
    """The day that many school days after the first school day of each; `None` where the calendar does not reach."""
    calendar = situation.journey.calendar
    starts = [calendar and first_school_day(calendar, day) for day in days]
    return [calendar and start and calendar.days_later(start, within) for start in starts]


def _must(by: date | None, on: date, *, is_clear: bool) -> BoardState:
    if by is None:
        return BoardState.CALENDAR_ENDS
    if by < on:
        return BoardState.OVERDUE if is_clear else BoardState.OVERDUE_NOT_RECORDED
    return BoardState.MUST_MEET if is_clear else BoardState.MEETING_NOT_RECORDED


def _if_asked(by: date | None, on: date, *, is_clear: bool) -> BoardState:
    if by is None:
        return BoardState.CALENDAR_ENDS_IF_ASKED
    if by < on:
        return BoardState.PAST if is_clear else BoardState.PAST_NOT_RECORDED
    return BoardState.IF_ASKED


_STILL_OPEN: Final = (ReviewResult.ONGOING, ReviewResult.REPRESENTATIONS_MADE)


def _is_closed(review: ExclusionReview) -> bool:
    """Whether the board has met: a review that goes on, or in which parents only spoke, is not one that was held."""
    return review.body is ReviewBody.GOVERNING_BOARD and review.result not in _STILL_OPEN


def _has_met(suspensions: tuple[Suspension, ...], day: date) -> bool:
    """Whether the board has met on that day or later."""
    return any(
        _is_closed(review) and day <= review.day for one in suspensions for review in one.reviews or ()
    )


def _is_clear(suspensions: tuple[Suspension, ...], day: date) -> bool:
    """Whether it is recorded of all that the board has not begun to look at them since that day."""
    reviews = [review for one in suspensions for review in one.reviews or ()]
    return all(one.reviews is not None for one in suspensions) and not any(
        day <= one.day and one.body in (None, ReviewBody.GOVERNING_BOARD) for one in reviews
    )


# Earlier terms


def earlier_clocks(situation: Situation) -> Iterator[tuple[Count, BoardClock]]:
    """The clocks of the earlier terms of this school year, and of the years before where they run on into it.

    Of the years before only what is recorded is looked at.
    """
    year, calendar = school_year(situation), situation.journey.calendar
    for term in earlier_terms(situation):
        count = count_suspended(situation, term)
        clock = board_clock(situation, term, count)
        if year is None or calendar is None or year.start <= term.start:
            yield count, clock
            continue
        known = evolve(count, lacks=tuple(one for one in count.lacks if one in _OF_A_SUSPENSION))
        latest = calendar.days_later(term.end or term.start, BOARD_IF_ASKED_DAYS.on(situation.on))
        if _runs_into(clock, year.start):
            yield known, clock
        elif known.lacks and (latest is None or year.start <= latest):
            yield known, BoardClock(state=BoardState.NONE, since=term.start)


_OF_A_SUSPENSION: Final = ("no_length", "overlap")


def _runs_into(clock: BoardClock, day: date) -> bool:
    """Whether the time of an open clock was not over before that day; nobody waits for one that is past."""
    is_waited_for = clock.state.is_open and clock.state is not BoardState.PAST_NOT_RECORDED
    return is_waited_for and (clock.by is None or day <= clock.by)


# Exclusions that cannot be laid on a term


def unsettled_exclusion(situation: Situation, *, since: date) -> date | None:
    """The day of the latest permanent exclusion that no calendar lays on a term and no board has settled.

    One of more than a year ago is not looked for.
    """
    stream, calendar = situation.journey.suspensions, situation.journey.calendar
    events = stream.events if stream else ()
    earliest = max(since, situation.on - relativedelta(years=1))
    return max(
        (
            one.day
            for one in events
            if one.category is SuspensionCategory.PERMANENT
            and earliest <= one.day
            and (calendar is None or first_school_day(calendar, one.day) is None)
            and not _has_met(events, one.day)
        ),
        default=None,
    )


def suspensions_before_calendar(situation: Situation) -> tuple[Suspension, ...]:
    """Those of a school year of which the calendar shows a part, from before that part; without settled exclusions."""
    stream, calendar, year = situation.journey.suspensions, situation.journey.calendar, school_year(situation)
    if stream is None or calendar is None or year is None or calendar.span.start < year.start:
        return ()
    return tuple(
        one
        for one in stream.events
        if is_before_calendar(one, calendar)
        or may_last_until(one, calendar, calendar.span.start, situation.on)
        if one.category is not SuspensionCategory.PERMANENT or not _has_met(stream.events, one.day)
    )
