"""A value that holds from a day on, until another takes its place."""

from datetime import date
from typing import Generic, TypeVar

from attrs import frozen

from iapcore.errors import InvalidRecordError, OutOfScopeError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped, stop_unless_a_day

__all__ = ["Dated"]

T = TypeVar("T")


@frozen(field_transformer=shaped)
class Dated(Generic[T]):
    """Values in the order of the days from which they hold.

    >>> from datetime import date
    >>> threshold = Dated(((date(2015, 9, 1), 10),))
    >>> threshold.on(date(2026, 11, 20))
    10
    >>> threshold.on(date(2014, 11, 20))
    Traceback (most recent call last):
    ...
    iapcore.errors.OutOfScopeError: No value is held for a day before 2015-09-01.
    """

    versions: tuple[tuple[date, T], ...]

    def __attrs_post_init__(self) -> None:
        days = [first_day for first_day, _ in self.versions]
        if not days or days != sorted(set(days)):
            remedy = "Give at least one value, in the order of the days from which they hold, each day once."
            raise InvalidRecordError(Problem(path="versions", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))

    def on(self, day: date) -> T:
        """The value that holds on `day`. Raises `OutOfScopeError` before the first."""
        stop_unless_a_day(day)
        held = [value for first_day, value in self.versions if first_day <= day]
        if not held:
            raise OutOfScopeError(f"No value is held for a day before {self.versions[0][0]}.")
        return held[-1]
