"""Runs of days, written after ISO 8601. `period` is no word for them here: in a school a period is a lesson time."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet, stop_if_any

__all__ = ["DateSpan", "in_order", "parse_day"]

_A_YEAR = timedelta(weeks=52)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=4096)  # some ten years of days: records name the same ones again and again
def parse_day(text: str) -> date:
    """A day written as `2026-11-02`, and no other way (the standard library also takes `20261102`).

    Raises `InvalidRecordError` for any other text and for days that no calendar has.

    >>> parse_day("2026-11-02")
    datetime.date(2026, 11, 2)
    """
    if _ISO.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    remedy = "Write a day that exists as YYYY-MM-DD, for example 2026-11-02."
    raise InvalidRecordError(Problem(path="", kind=ProblemKind.NOT_A_DATE, remedy=remedy))


def in_order(**days: date | None) -> None:
    """Raise `InvalidRecordError` unless the days that are given follow each other as they are named.

    >>> in_order(started=date(2026, 9, 7), entered=None, gained=date(2026, 9, 7))
    >>> in_order(started=date(2026, 9, 7), ended=date(2026, 9, 1))
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. ended: It lies before started: look the two days up again.
    """
    known = [(name, day) for name, day in days.items() if day is not None]
    stop_if_any(
        Problem(
            path=name,
            kind=ProblemKind.OUT_OF_ORDER,
            remedy=f"It lies before {earlier}: look the two days up again.",
        )
        for (earlier, first), (name, day) in pairwise(known)
        if day < first
    )


@frozen(repr=False, field_transformer=shaped)
class DateSpan(Discreet):
    """A run of days, both ends included; `end=None` says that no end is recorded.

    >>> from datetime import date, timedelta
    >>> half_term = DateSpan(date(2026, 11, 2), date(2026, 12, 11))
    >>> date(2026, 12, 11) in half_term
    True
    >>> half_term.format()
    '2026-11-02..2026-12-11'
    >>> DateSpan.parse("2026-11-02..2026-12-11") == half_term
    True

    Raises `InvalidRecordError` where the end lies before the start.
    """

    start: date
    end: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            remedy = "It lies before the start: put the earlier day first."
            raise InvalidRecordError(Problem(path="end", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))

    def __repr__(self) -> str:
        return f"‹DateSpan {self.format()}›"

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def covers(self, other: "DateSpan") -> bool:
        """Whether every day of `other` lies in this span; an open end covers an open end only."""
        if other.start < self.start:
            return False
        return self.end is None or (other.end is not None and other.end <= self.end)

    def overlaps(self, other: "DateSpan") -> bool:
        """Whether at least one day lies in both."""
        return (other.end is None or self.start <= other.end) and (
            self.end is None or other.start <= self.end
        )

    def until(self, day: date) -> "DateSpan | None":
        """The part of the span up to and including `day`; `None` where there is none."""
        if day < self.start:
            return None
        return self if self.end is not None and self.end <= day else DateSpan(self.start, day)

    def a_year_earlier(self) -> "DateSpan":
        """The same days of the week 52 weeks earlier; holidays may lie otherwise.

        >>> DateSpan(date(2026, 11, 2), date(2026, 11, 6)).a_year_earlier().format()
        '2025-11-03..2025-11-07'
        """
        return DateSpan(self.start - _A_YEAR, None if self.end is None else self.end - _A_YEAR)

    def days(self) -> Iterator[date]:
        """Each day of the span in turn; to the end of the calendar where no end is recorded."""
        last = self.end or date.max
        return map(date.fromordinal, range(self.start.toordinal(), last.toordinal() + 1))

    def format(self) -> str:
        """`2026-11-02..2026-12-11`, or `2026-11-02..` with no end recorded. Inverse of `parse`."""
        return f"{self.start}..{self.end or ''}"

    shape = format

    @classmethod
    def parse(cls, text: str) -> "DateSpan":
        """Inverse of `format`. Raises `InvalidRecordError` for any other text."""
        start, dots, end = text.partition("..")
        if not dots:
            remedy = "Write a span as 2026-11-02..2026-12-11, the earlier day first."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=remedy))
        return cls(parse_day(start), parse_day(end) if end else None)
