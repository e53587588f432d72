"""What a school notes when things went wrong, and the suspensions it gave.

Rule of the room: agreed breaks, time-out cards, and toilet or medical access are support. They are no
incidents.
"""

from datetime import date

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.timetable import Slot
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet

__all__ = ["Incident", "Suspension"]


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
class Suspension(Discreet):
    """A suspension from its first day, counted in half-days: a lunchtime suspension is one half-day.

    >>> from datetime import date
    >>> Suspension(day=date(2026, 9, 10), half_days=3).half_days
    3

    Raises `InvalidRecordError` where it has less than one half-day.
    """

    day: date = field(metadata=EXISTS_SINCE)
    half_days: int
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.half_days < 1:
            remedy = "Count at least one half-day."
            raise InvalidRecordError(Problem(path="half_days", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
