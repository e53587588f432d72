"""The reviews of a stay, in school weeks with holidays stepped over: held, due, overdue, to come.

Rule of the room: a day that people set comes before the policy's weeks, and the provision's own weeks before them where
they are fewer. Where the calendar does not reach, nothing is
made up; where nobody recorded which reviews were held, none of them is called overdue.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve, frozen

from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.review import Review, Target
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.shape import LAST_DAY
from iapcore.vocabulary.value import Word

__all__ = [
    "Part",
    "PlannedReview",
    "ReviewState",
    "next_review",
    "plan_reviews",
    "review_on_hold",
    "reviews_held",
    "targets_left",
    "weeks_between",
    "who_was_missing",
]


class ReviewState(Word):
    """How a review of a stay stands.

    >>> ReviewState("overdue").name
    'OVERDUE'
    """

    HELD = "held"
    DUE = "due"
    OVERDUE = "overdue"
    TO_COME = "to_come"
    NOT_KNOWN = "not_known"


class Part(Word):
    """Whose part a review has. The pupil's is for the pupil to take, as far as the pupil wants to.

    >>> [part.value for part in Part]
    ['family', 'pupil', 'staff']
    """

    FAMILY = "family"
    PUPIL = "pupil"
    STAFF = "staff"


@frozen(kw_only=True)
class PlannedReview:
    """A review of a stay: the day by which, the day on which it was held, and what was left out of it.

    `by` is `None` for a review that was held where no calendar tells by when it was due. `missing` are those who were
    not there and `targets_left` how many targets were not looked at; both are `None` where nobody recorded it.

    >>> PlannedReview(state=ReviewState.DUE, by=date(2026, 12, 9)).held is None
    True
    """

    state: ReviewState
    by: date | None = None
    held: date | None = None
    missing: tuple[Part, ...] | None = None
    targets_left: int | None = None


def plan_reviews(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> tuple[PlannedReview, ...]:
    """The reviews of a stay from its start to its planned end; without one, those held and the next.

    One look covers every point that has passed, so that at most one is overdue.

    >>> from datetime import date, timedelta
    >>> from iapcore import Journey, Placement, Pupil, PupilId, Review, profile
    >>> review = Review(day=date(2026, 11, 20), attended=(), next_review=date(2026, 12, 9))
    >>> journey = Journey(
    ...     pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(began=date(2026, 11, 2)),), reviews=(review,)
    ... )
    >>> [one.state.value for one in plan_reviews(journey, policy=profile(), on=date(2026, 11, 23))]
    ['held', 'due']
    """
    return tuple(_planned(Situation.of(journey, policy=policy, on=on, placement=placement)))


def _planned(situation: Situation) -> Iterator[PlannedReview]:
    stay, placement = situation.stay, situation.placement
    if stay is None or placement is None:
        return
    by = _weeks_after(situation, stay.start)
    for review in reviews_held(situation) or ():
        yield PlannedReview(
            state=ReviewState.HELD,
            by=by,
            held=review.day,
            missing=who_was_missing(review),
            targets_left=targets_left(review, situation.journey.targets),
        )
        by = review.next_review or _weeks_after(situation, review.day)
    if placement.ending is None:
        yield from _open(situation, by, placement.planned_until(situation.on))


def _open(situation: Situation, by: date | None, end: date | None) -> Iterator[PlannedReview]:
    """Those not held: the one that was missed, the next, and the others up to the planned end."""
    past: ReviewState | None = (
        ReviewState.OVERDUE if situation.journey.reviews is not None else ReviewState.NOT_KNOWN
    )
    is_next = True
    while by is not None and (is_next or (end is not None and by <= end)):
        if by < situation.on:
            last = by
            if past is not None:
                yield PlannedReview(state=past, by=by)
            past = None
            by = _weeks_after(situation, last)
            continue
        yield PlannedReview(state=ReviewState.DUE if is_next else ReviewState.TO_COME, by=by)
        is_next = False
        by = _weeks_after(situation, by)


def _weeks_after(situation: Situation, day: date) -> date | None:
    calendar = situation.journey.calendar
    return calendar.weeks_later(day, weeks_between(situation)) if calendar else None


def weeks_between(situation: Situation) -> int:
    """School weeks between reviews, at most: the policy's, or the provision's own where it promises to look sooner."""
    at_most = situation.policy.review_weeks.value
    promised = situation.provision and situation.provision.review_weeks
    return min(at_most, promised or at_most)


_TOLD: Final = ("attended", "targets", "pupil_wish", "family_view", "next_review")


def reviews_held(situation: Situation) -> tuple[Review, ...] | None:
    """The reviews of the stay in order, those of one day as one; `None` where reviews are not recorded.

    What the records of one day say otherwise is not known.
    """
    stay, reviews = situation.stay, situation.journey.reviews
    if reviews is None or stay is None:
        return None
    days = sorted({one.day for one in reviews if one.day in stay})
    return tuple(_as_one([one for one in reviews if one.day == day]) for day in days)


def _as_one(reviews: list[Review]) -> Review:
    first, *others = reviews
    unlike: dict[str, Any] = {
        name: None for name in _TOLD if any(getattr(one, name) != getattr(first, name) for one in others)
    }
    return evolve(first, **unlike) if unlike else first


def who_was_missing(review: Review) -> tuple[Part, ...] | None:
    """Who was not at a review: family, pupil, and anybody of the staff; `None` where nobody recorded who was."""
    if review.attended is None:
        return None
    there = {Role.FAMILY: Part.FAMILY, Role.PUPIL: Part.PUPIL}
    parts = {there.get(role, Part.STAFF) for role in review.attended}
    return tuple(part for part in Part if part not in parts)


def targets_left(review: Review, targets: Iterable[Target] | None) -> int | None:
    """How many of the targets set by then a review did not look at; `None` where that is not recorded."""
    if review.targets is None or targets is None:
        return None
    looked_at = {one.target for one in review.targets}
    return len({one.ref for one in targets if one.day <= review.day} - looked_at)


def next_review(situation: Situation) -> date | None:
    """The day of the next review of a stay: the one people set, else the weeks between two after the last."""
    stay = situation.stay
    if stay is None:
        return None
    held = reviews_held(situation)
    if not held:
        return _weeks_after(situation, stay.start)
    return held[-1].next_review or _weeks_after(situation, held[-1].day)


def review_on_hold(situation: Situation) -> date:
    """The day on which people look again while they hold: the next review; `on` itself where that has passed.

    Where no calendar tells and nobody set a day, the weeks that provision and policy
    set, counted as plain weeks from `on`.
    """
    day = next_review(situation)
    if day is None:
        return min(situation.on + timedelta(weeks=weeks_between(situation)), LAST_DAY)
    return max(day, situation.on)
