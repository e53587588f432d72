"""What is due: reviews, follow-ups, endings, and the days by which adults act on a suspension."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.decisions.reviews.plan import next_review
from iapcore.decisions.safeguards.suspended import (
    BoardState,
    SixthDayState,
    board_clock,
    count_suspended,
    earlier_terms,
    school_year,
    sixth_days,
    this_term,
)
from iapcore.decisions.situation import Situation
from iapcore.errors import OutOfScopeError
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.value import Word

__all__ = ["Due", "DueKind", "find_due", "follow_up_days"]


class DueKind(Word):
    """What is due.

    >>> DueKind("review").name
    'REVIEW'
    """

    START = "start"
    REVIEW = "review"
    FOLLOW_UP = "follow_up"
    ENDING = "ending"
    BOARD_MEETING = "board_meeting"
    BOARD_MEETING_IF_ASKED = "board_meeting_if_asked"
    EDUCATION_FROM_DAY_SIX = "education_from_day_six"


@frozen(kw_only=True)
class Due:
    """Something that people set, or that the policy asks for, and the day by which.

    >>> from datetime import date
    >>> Due(kind=DueKind.REVIEW, by=date(2026, 11, 20)).is_overdue(date(2026, 11, 23))
    True
    """

    kind: DueKind
    by: date

    def is_overdue(self, on: date) -> bool:
        """Whether the day has passed."""
        return self.by < on


def find_due(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> tuple[Due, ...]:
    """What is due for a pupil: a start, the next review, follow-ups after a stay, an ending that nobody recorded.

    Follow-ups are those of the policy and those for which people set a day. Also what suspensions of this school year
    ask of adults: a meeting of the governing board, where one must be held or a parent may ask for it, and education
    from the sixth school day, unless it is recorded. Where the calendar does not reach, nothing is made up: the list
    holds only what has a day.

    >>> from datetime import date
    >>> from iapcore import DateSpan, Journey, Placement, Pupil, PupilId, find_due, profile
    >>> stay = Placement(began=date(2026, 9, 7), planned=DateSpan(date(2026, 9, 7), date(2026, 10, 23)))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> [due.kind.value for due in find_due(journey, policy=profile(), on=date(2026, 11, 20))]
    ['ending']
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    found = {*_due(situation), *_by_statute(situation)}
    return tuple(sorted(found, key=lambda due: (due.by, _ORDER.index(due.kind))))


_ORDER: Final = tuple(DueKind)
_BOARD: Final = {
    BoardState.MUST_MEET: DueKind.BOARD_MEETING,
    BoardState.MEETING_NOT_RECORDED: DueKind.BOARD_MEETING,
    BoardState.IF_ASKED: DueKind.BOARD_MEETING_IF_ASKED,
}


def _due(situation: Situation) -> Iterator[Due]:
    placement = situation.placement
    if placement is None:
        return
    if placement.began is None:
        if placement.planned is not None and placement.ending is None:
            yield Due(kind=DueKind.START, by=placement.planned.start)
        return
    if placement.ending is None:
        end = placement.planned_until(situation.on)
        if end is not None and placement.overran(situation.on):
            yield Due(kind=DueKind.ENDING, by=end)
        review = next_review(situation)
        if review is not None:
            yield Due(kind=DueKind.REVIEW, by=review)
        return
    transition = placement.transition
    held = [one.day for one in (transition and transition.follow_ups) or ()]
    planned = [
        day for day in (transition and transition.follow_ups_planned) or () if day > placement.ending.day
    ]
    points = sorted({*follow_up_days(situation), *planned})
    still = [day for day in points if not any(day <= one for one in held)]
    past = [day for day in still if day < situation.on]
    # One look covers every point that has passed; of those to come the next is enough.
    for day in (*past[:1], *still[len(past) : len(past) + 1]):
        yield Due(kind=DueKind.FOLLOW_UP, by=day)


def _by_statute(situation: Situation) -> tuple[Due, ...]:
    """The days of the clocks of suspension; none on a day for which no guidance is held."""
    try:
        return (*_board_meetings(situation), *_education(situation))
    except OutOfScopeError:
        return ()


def _board_meetings(situation: Situation) -> Iterator[Due]:
    term = this_term(situation)
    for one in (*((term,) if term else ()), *earlier_terms(situation)):
        count = count_suspended(situation, one)
        clock = board_clock(situation, one, count)
        if count.lacks is None and clock.by is not None and clock.state in _BOARD:
            yield Due(kind=_BOARD[clock.state], by=clock.by)


def _education(situation: Situation) -> Iterator[Due]:
    year, stream = school_year(situation), situation.journey.suspensions
    if year is None or stream is None:
        return
    for suspension in stream.events:
        found = sixth_days(situation, year, (suspension,))
        for one in () if isinstance(found, str) else found:
            if one.state is not SixthDayState.PROVIDED:
                yield Due(kind=DueKind.EDUCATION_FROM_DAY_SIX, by=one.day)


def follow_up_days(situation: Situation) -> tuple[date, ...]:
    """The days of the policy's follow-ups after the end of a stay, as far as the calendar reaches."""
    ending = situation.placement and situation.placement.ending
    calendar = situation.journey.calendar
    if not ending or calendar is None:
        return ()
    days = (calendar.weeks_later(ending.day, weeks) for weeks in situation.policy.follow_up_weeks.value)
    return tuple(day for day in days if day is not None)
