"""School days and school weeks, counted in a calendar that the school gives. None is guessed.

Rule of the room: a day outside the calendar's terms' first and last day is *not known*, and so is any count
that would have to reach there. Statistical terms (August to December, and so on) are not school terms.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import field, frozen

from iapcore.errors import Problem, ProblemKind
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Discreet, a_tuple, some_text, stop_if_any

__all__ = ["SchoolCalendar"]

_WEEK = timedelta(days=7)
_DAYS_TAUGHT = 5


@frozen(kw_only=True, repr=False)
class SchoolCalendar(Discreet):
    """The dates of a school: its terms (or half-terms) in order, and the days in them on which it is closed.

    `terms` are the runs of weeks between holidays: give half-terms where the school has them. `closed` holds
    inset days and bank holidays within them. Saturdays and Sundays are never school days.

    >>> from datetime import date
    >>> calendar = SchoolCalendar(
    ...     key="elmsworth",
    ...     terms=(
    ...         DateSpan(date(2026, 9, 2), date(2026, 10, 23)),
    ...         DateSpan(date(2026, 11, 2), date(2026, 12, 18)),
    ...     ),
    ...     closed=(date(2026, 9, 2),),
    ... )
    >>> calendar.is_school_day(date(2026, 10, 28))  # half-term
    False
    >>> calendar.is_school_day(date(2027, 1, 4)) is None  # after the last day that was given
    True
    >>> calendar.weeks_later(date(2026, 10, 19), 2)
    datetime.date(2026, 11, 9)

    Raises `InvalidRecordError` where terms have no end, overlap or stand out of order.
    """

    key: str = field(validator=some_text)
    terms: tuple[DateSpan, ...] = field(validator=a_tuple)
    closed: tuple[date, ...] = field(default=(), validator=a_tuple)

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not self.terms:
            yield Problem(path="terms", kind=ProblemKind.OUT_OF_RANGE, remedy="Give at least one term.")
        for position, term in enumerate(self.terms):
            if term.end is None:
                remedy = "A term needs its last day."
                yield Problem(path=f"terms[{position}].end", kind=ProblemKind.MISSING_KEY, remedy=remedy)
            elif (
                position
                and self.terms[position - 1].end is not None
                and term.start <= self._end(position - 1)
            ):
                remedy = "Give the terms in order, each after the end of the one before."
                yield Problem(path=f"terms[{position}].start", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy)

    def _end(self, position: int) -> date:
        end = self.terms[position].end
        return date.max if end is None else end

    @property
    def span(self) -> DateSpan:
        """From the first day of the first term to the last day of the last: what the calendar knows of."""
        return DateSpan(self.terms[0].start, self.terms[-1].end)

    def is_school_day(self, day: date) -> bool | None:
        """Whether the school is open on `day`; `None` outside the calendar."""
        if day not in self.span:
            return None
        return (
            day.weekday() < _DAYS_TAUGHT
            and day not in self.closed
            and any(day in term for term in self.terms)
        )

    def school_days(self, span: DateSpan) -> tuple[date, ...] | None:
        """The school days of a span in order; `None` where the span reaches outside the calendar."""
        if not self.span.covers(span):
            return None
        return tuple(day for day in span.days() if self.is_school_day(day))

    def school_weeks(self, span: DateSpan) -> int | None:
        """In how many weeks (Monday to Sunday) of a span there is a school day; `None` as for `school_days`."""
        days = self.school_days(span)
        return None if days is None else len({day.isocalendar()[:2] for day in days})

    def weeks_later(self, day: date, weeks: int) -> date | None:
        """The same day of the week, `weeks` weeks with school days later; `None` where the calendar ends before.

        Holidays are stepped over. The day reached may itself be a closed day of an open week.
        """
        if day not in self.span:
            return None
        while weeks:
            if self._end(-1) - day < _WEEK:
                return None
            day += _WEEK
            weeks -= self._is_school_week(day)
        return day

    def weeks_earlier(self, day: date, weeks: int) -> date | None:
        """As `weeks_later`, into the past; `None` where the calendar begins after."""
        if day not in self.span:
            return None
        while weeks:
            if day - self.span.start < _WEEK:
                return None
            day -= _WEEK
            weeks -= self._is_school_week(day)
        return day

    def _is_school_week(self, day: date) -> bool:
        monday = day - timedelta(days=day.weekday())
        return any(self.is_school_day(monday + timedelta(days=offset)) for offset in range(_DAYS_TAUGHT))
