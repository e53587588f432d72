"""Which reviews and follow-ups are due, in school weeks, with holidays stepped over."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.value import Word

__all__ = ["Due", "DueKind", "find_due", "follow_up_days", "next_review"]


class DueKind(Word):
    """What is due.

    >>> DueKind("review").name
    'REVIEW'
    """

    START = "start"
    REVIEW = "review"
    FOLLOW_UP = "follow_up"
    ENDING = "ending"


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

    Where the calendar does not reach, nothing is made up: the list holds only what has a day.

    >>> from datetime import date
    >>> from iapcore import DateSpan, Journey, Placement, Pupil, PupilId, find_due, profile
    >>> stay = Placement(began=date(2026, 9, 7), planned=DateSpan(date(2026, 9, 7), date(2026, 10, 23)))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> [due.kind.value for due in find_due(journey, policy=profile(), on=date(2026, 11, 20))]
    ['ending']
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    return tuple(sorted(_due(situation), key=lambda due: due.by))


def _due(situation: Situation) -> Iterator[Due]:
    placement = situation.placement
    if placement is None:
        return
    if placement.began is None:
        if placement.planned is not None:
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
    still = [day for day in follow_up_days(situation) if not any(day <= one for one in held)]
    past = [day for day in still if day < situation.on]
    # One look covers every point that has passed; of those to come the next is enough.
    for day in (*past[:1], *still[len(past) : len(past) + 1]):
        yield Due(kind=DueKind.FOLLOW_UP, by=day)


def next_review(situation: Situation) -> date | None:
    """The day of the next review of a stay: the one people set, else the policy's weeks after the last."""
    stay = situation.stay
    if stay is None:
        return None
    held = [one for one in situation.journey.reviews or () if one.day in stay]
    last = max(held, key=lambda one: one.day, default=None)
    if last is not None and last.next_review is not None:
        return last.next_review
    calendar = situation.journey.calendar
    if calendar is None:
        return None
    return calendar.weeks_later(last.day if last else stay.start, situation.policy.review_weeks.value)


def follow_up_days(situation: Situation) -> tuple[date, ...]:
    """The days of the policy's follow-ups after the end of a stay, as far as the calendar reaches."""
    ending = situation.placement and situation.placement.ending
    calendar = situation.journey.calendar
    if not ending or calendar is None:
        return ()
    days = (calendar.weeks_later(ending.day, weeks) for weeks in situation.policy.follow_up_weeks.value)
    return tuple(day for day in days if day is not None)
