"""A stream of events, and the span for which it is complete.

Rule of the room: an event that is not in a stream did not happen **only** on a day within `complete`. Outside
it nobody knows, and a question that reaches there is answered with `None`.
"""

from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from attrs import evolve, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import is_plain_date, shaped
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Discreet, stop_if_any

__all__ = ["Event", "Stream"]


class Event(Protocol):
    """Something that happened on a day."""

    @property
    def day(self) -> date:
        """The day on which it happened."""
        ...


E = TypeVar("E", bound=Event)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Stream(Discreet, Generic[E]):
    """Events of one kind, complete for a span of days.

    >>> from datetime import date
    >>> from iapcore import DateSpan, Incident
    >>> autumn = DateSpan(date(2026, 9, 2), date(2026, 12, 18))
    >>> incidents = Stream(complete=autumn, events=(Incident(day=date(2026, 9, 10)),))
    >>> len(incidents.within(DateSpan(date(2026, 10, 1), date(2026, 10, 31))))  # known to be none
    0
    >>> incidents.within(DateSpan(date(2026, 6, 1), date(2026, 6, 30))) is None  # not known
    True

    Raises `InvalidRecordError` where `complete` has no end or an event lies outside it.
    """

    complete: DateSpan
    events: tuple[E, ...]

    def __attrs_post_init__(self) -> None:
        if self.complete.end is None:
            remedy = "Say up to which day the stream is complete."
            raise InvalidRecordError(
                Problem(path="complete.end", kind=ProblemKind.MISSING_KEY, remedy=remedy)
            )
        if self._are_all_inside():
            return
        undated = [
            Problem(
                path=f"events[{position}]", kind=ProblemKind.WRONG_TYPE, remedy="Give a record with a day."
            )
            for position, event in enumerate(self.events)
            if not is_plain_date(getattr(event, "day", None))
        ]
        stop_if_any(undated)
        remedy = (
            "It lies outside the span for which the stream is complete: widen the span or drop the event."
        )
        outside = [
            Problem(path=f"events[{position}].day", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)
            for position, event in enumerate(self.events)
            if event.day not in self.complete
        ]
        stop_if_any(outside)

    def _are_all_inside(self) -> bool:
        """Whether there is nothing to look at one by one."""
        days: list[Any] = [getattr(event, "day", None) for event in self.events]
        return not days or (
            {*map(type, days)} == {date} and min(days) in self.complete and max(days) in self.complete
        )

    def within(self, span: DateSpan) -> tuple[E, ...] | None:
        """The events of a span; `None` where the span reaches outside the one that is complete."""
        if not self.complete.covers(span):
            return None
        return tuple(event for event in self.events if event.day in span)

    def as_of(self, day: date) -> "Stream[E] | None":
        """The stream as it stood on `day`; `None` where it begins later."""
        complete = self.complete.until(day)
        if complete is None or complete == self.complete:
            return complete and self
        return evolve(
            self, complete=complete, events=tuple(event for event in self.events if event.day <= day)
        )
