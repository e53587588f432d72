"""What a school notes when things went wrong, and the removals and suspensions it gave.

Rule of the room: agreed breaks, time-out cards, and toilet or medical access are support. They are no
incidents.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.timetable import Slot
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.suspension_codes import (
    ReviewBody,
    ReviewResult,
    SuspensionCategory,
    SuspensionReason,
)
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, stop_if_any

__all__ = ["ExclusionReview", "Incident", "Removal", "Suspension"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Incident(Discreet):
    """A behaviour incident on a day, in a lesson where `slot` is recorded. It holds no story.

    >>> from datetime import date
    >>> Incident(day=date(2026, 9, 10))
    ‹Incident›
    """

    day: date = field(metadata=EXISTS_SINCE)
    slot: Slot | None = None
    ref: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Removal(Discreet):
    """That a pupil was sent out of a lesson to a removal room, which is no base: when, and for how many minutes.

    >>> from datetime import date
    >>> Removal(day=date(2026, 9, 10), slot=Slot.parse("Thu:3"), minutes=40).minutes
    40

    Raises `InvalidRecordError` where the minutes are negative.
    """

    day: date = field(metadata=EXISTS_SINCE)
    slot: Slot | None = None
    minutes: int | None = None
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.minutes or 0) < 0:
            remedy = "Give minutes that are not negative, or nothing."
            raise InvalidRecordError(Problem(path="minutes", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class ExclusionReview(Discreet):
    """How a review of an exclusion stood on a day, and which body held it.

    >>> from datetime import date
    >>> ExclusionReview(day=date(2026, 10, 2), body=ReviewBody.GOVERNING_BOARD).result is None
    True
    """

    day: date = field(metadata=EXISTS_SINCE)
    body: ReviewBody | None = None
    result: ReviewResult | None = None


_MOST_REASONS: Final = 3


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Suspension(Discreet):
    """A suspension or permanent exclusion from its first day, counted in half-days: a lunchtime is one half-day.

    A permanent exclusion has no length. `reasons` are up to three, of either list; `reviews` say how it was looked at.

    >>> from datetime import date
    >>> Suspension(day=date(2026, 9, 10), half_days=3).half_days
    3

    Raises `InvalidRecordError` where it has less than one half-day, a length that its category has not, or more than
    three reasons.
    """

    day: date = field(metadata=EXISTS_SINCE)
    half_days: int | None = None
    category: SuspensionCategory | None = None
    reasons: tuple[SuspensionReason, ...] | None = None
    reviews: tuple[ExclusionReview, ...] | None = None
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if self.half_days is not None and self.half_days < 1:
            remedy = "Count at least one half-day."
            yield Problem(path="half_days", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)
        if self.half_days is not None and self.category is SuspensionCategory.PERMANENT:
            remedy = "A permanent exclusion has no length: leave the half-days out."
            yield Problem(path="half_days", kind=ProblemKind.CONTRADICTION, remedy=remedy)
        reasons = self.reasons or ()
        if len(reasons) > _MOST_REASONS:
            remedy = f"A suspension has up to {_MOST_REASONS} reasons."
            yield Problem(path="reasons", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)
        for position, reason in enumerate(reasons):
            if reason in reasons[:position]:
                remedy = "This reason stands here already: keep one."
                yield Problem(path=f"reasons[{position}]", kind=ProblemKind.DUPLICATE, remedy=remedy)
