"""School years, terms, days and weeks, counted in a calendar that the school gives. None is guessed.

Rules of the room: a day outside the first and last day of the calendar is *not known*, and so is any count that would
have to reach there. Statistical terms (August to December, and so on) are not school terms: see `academic_years`. A
term belongs to the year from 1 August to 31 July in which it begins, so the three terms or six of a year need no
further mark.

Source for that year: Department for Education, absence statistics methodology.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby, pairwise

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Discreet, stop_if_any

__all__ = ["SchoolCalendar", "Term"]

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_DAYS_TAUGHT = 5
_AUGUST = 8


@frozen(repr=False, field_transformer=shaped)
class Term(Discreet):
    """A term of a school, from its first day to its last, with the half-term holiday inside it.

    A school with six terms gives each without a half-term.

    >>> from datetime import date
    >>> autumn = Term(
    ...     DateSpan(date(2026, 9, 2), date(2026, 12, 18)),
    ...     half_term=DateSpan(date(2026, 10, 24), date(2026, 11, 1)),
    ... )
    >>> [half.format() for half in autumn.halves]
    ['2026-09-02..2026-10-23', '2026-11-02..2026-12-18']

    Raises `InvalidRecordError` where it has no end, or its half-term does not lie inside it.
    """

    span: DateSpan
    half_term: DateSpan | None = None
    name: str | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if self.span.end is None:
            yield Problem(path="span.end", kind=ProblemKind.MISSING_KEY, remedy="A term needs its last day.")
        elif self.half_term and not (
            self.span.start < self.half_term.start
            and self.half_term.end is not None
            and self.half_term.end < self.span.end
        ):
            remedy = (
                "A half-term holiday has a first and a last day, with days of the term before and after it."
            )
            yield Problem(path="half_term", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy)

    def __repr__(self) -> str:
        return f"‹Term {self.span.format()}›"

    @property
    def halves(self) -> tuple[DateSpan, ...]:
        """The runs of weeks between holidays: two where there is a half-term, else the whole."""
        if self.half_term is None or self.half_term.end is None:
            return (self.span,)
        return (
            DateSpan(self.span.start, self.half_term.start - _DAY),
            DateSpan(self.half_term.end + _DAY, self.span.end),
        )


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class SchoolCalendar(Discreet):
    """The dates of a school: its terms in order, and the days within them on which pupils stay away.

    `inset_days` are the days on which only staff come in; `closed` holds bank holidays and other days without school.
    Saturdays and Sundays are never school days. `second_weeks` are the Mondays of the weeks in which the second week
    of a two-week timetable is taught: `()` where the timetable has one week only, `None` where that is not recorded.

    >>> from datetime import date
    >>> calendar = SchoolCalendar(
    ...     key="elmsworth",
    ...     terms=(
    ...         Term(
    ...             DateSpan(date(2026, 9, 2), date(2026, 12, 18)),
    ...             half_term=DateSpan(date(2026, 10, 24), date(2026, 11, 1)),
    ...         ),
    ...     ),
    ...     inset_days=(date(2026, 9, 2),),
    ...     second_weeks=(date(2026, 9, 7), date(2026, 9, 21)),
    ... )
    >>> calendar.is_school_day(date(2026, 10, 28))  # half-term
    False
    >>> calendar.is_school_day(date(2027, 1, 4)) is None  # after the last day that was given
    True
    >>> calendar.weeks_later(date(2026, 10, 19), 2), calendar.days_later(date(2026, 10, 23), 1)
    (datetime.date(2026, 11, 9), datetime.date(2026, 11, 2))
    >>> calendar.cycle_week(date(2026, 9, 10))
    2

    Raises `InvalidRecordError` where terms overlap or stand out of order, or a second week is not given by its Monday.
    """

    key: str
    terms: tuple[Term, ...]
    inset_days: tuple[date, ...] = ()
    closed: tuple[date, ...] = ()
    second_weeks: tuple[date, ...] | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not self.terms:
            yield Problem(path="terms", kind=ProblemKind.OUT_OF_RANGE, remedy="Give at least one term.")
        for position, (earlier, later) in enumerate(pairwise(self.terms), start=1):
            if later.span.start <= _end(earlier.span):
                remedy = "Give the terms in order, each after the end of the one before."
                yield Problem(
                    path=f"terms[{position}].span.start", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy
                )
        for position, monday in enumerate(self.second_weeks or ()):
            week = DateSpan(monday, monday + _WEEK - _DAY)
            if monday.weekday() or not any(term.span.overlaps(week) for term in self.terms):
                remedy = "Give each second week by its Monday, inside a term."
                yield Problem(path=f"second_weeks[{position}]", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)

    @cached_property
    def span(self) -> DateSpan:
        """From the first day of the first term to the last day of the last: what the calendar knows of."""
        return DateSpan(self.terms[0].span.start, self.terms[-1].span.end)

    @cached_property
    def halves(self) -> tuple[DateSpan, ...]:
        """The runs of weeks between holidays, in order: half-terms, and terms that have none."""
        return tuple(half for term in self.terms for half in term.halves)

    @cached_property
    def holidays(self) -> tuple[DateSpan, ...]:
        """The holidays between those runs, half-terms among them."""
        return tuple(
            DateSpan(_end(earlier) + _DAY, later.start - _DAY)
            for earlier, later in pairwise(self.halves)
            if _end(earlier) + _DAY < later.start
        )

    @cached_property
    def years(self) -> tuple[DateSpan, ...]:
        """Each school year, from the first day of its first term to the last day of its last, as far as given."""
        grouped = groupby(self.terms, key=lambda term: _year(term.span.start))
        years = [tuple(terms) for _, terms in grouped]
        return tuple(DateSpan(terms[0].span.start, terms[-1].span.end) for terms in years)

    def year_of(self, day: date) -> DateSpan | None:
        """The school year in which a day lies; `None` in the summer holiday and outside the calendar."""
        return next((year for year in self.years if day in year), None)

    def term_of(self, day: date) -> Term | None:
        """The term in which a day lies, its half-term included; `None` in other holidays and outside."""
        return next((term for term in self.terms if day in term.span), None)

    def half_of(self, day: date) -> DateSpan | None:
        """The run of weeks in which a day lies; `None` in every holiday and outside the calendar."""
        return next((half for half in self.halves if day in half), None)

    def is_school_day(self, day: date) -> bool | None:
        """Whether pupils are in on `day`; `None` outside the calendar."""
        return day in self._taught_days if day in self.span else None

    def school_days(self, span: DateSpan) -> tuple[date, ...] | None:
        """The school days of a span in order; `None` where the span reaches outside the calendar."""
        if not self.span.covers(span):
            return None
        return tuple(day for day in span.days() if self.is_school_day(day))

    def school_weeks(self, span: DateSpan) -> int | None:
        """In how many weeks (Monday to Sunday) of a span there is a school day; `None` as for `school_days`."""
        days = self.school_days(span)
        return None if days is None else len({_monday(day) for day in days})

    def days_later(self, day: date, days: int) -> date | None:
        """The day on which that many school days have passed after `day`; `None` where the calendar ends before.

        Day 0 is `day` itself, whether a school day or not; day 1 is the next school day after it.
        """
        return self._step(day, days, _DAY)

    def days_earlier(self, day: date, days: int) -> date | None:
        """As `days_later`, into the past; `None` where the calendar begins after."""
        return self._step(day, days, -_DAY)

    def weeks_later(self, day: date, weeks: int) -> date | None:
        """The same day of the week, `weeks` weeks with school days later; `None` where the calendar ends before.

        Holidays are stepped over. The day reached may itself be a closed day of an open week.
        """
        return self._step(day, weeks, _WEEK)

    def weeks_earlier(self, day: date, weeks: int) -> date | None:
        """As `weeks_later`, into the past; `None` where the calendar begins after."""
        return self._step(day, weeks, -_WEEK)

    def _step(self, day: date, count: int, stride: timedelta) -> date | None:
        """`count` strides on which there is school, one after the other, all inside the calendar."""
        if type(count) is not int or count < 0:
            remedy = "Give how many as a whole number that is not negative."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
        counted = self._taught_days if abs(stride) == _DAY else self._days_of_taught_weeks
        while day in self.span and count > 0:
            day += stride
            count -= day in counted
        return day if day in self.span else None

    @cached_property
    def _taught_days(self) -> frozenset[date]:
        away = {*self.inset_days, *self.closed}
        return frozenset(
            day
            for half in self.halves
            for day in half.days()
            if day.weekday() < _DAYS_TAUGHT and day not in away
        )

    @cached_property
    def _days_of_taught_weeks(self) -> frozenset[date]:
        mondays = {_monday(day) for day in self._taught_days}
        return frozenset(monday + _DAY * offset for monday in mondays for offset in range(_WEEK.days))

    def weeks_after(self, day: date) -> tuple[date, ...]:
        """The Mondays of the weeks with school that begin after `day`, in order, as far as the calendar reaches.

        >>> from datetime import date
        >>> autumn = Term(DateSpan(date(2026, 12, 7), date(2026, 12, 18)))
        >>> SchoolCalendar(key="elmsworth", terms=(autumn,)).weeks_after(date(2026, 12, 9))
        (datetime.date(2026, 12, 14),)
        """
        return self._mondays[bisect_right(self._mondays, day) :]

    @cached_property
    def _mondays(self) -> tuple[date, ...]:
        return tuple(sorted({_monday(day) for day in self._taught_days}))

    def cycle_week(self, day: date) -> int | None:
        """1 or 2, the week of the timetable that is taught; `None` where not recorded, or the week has no school."""
        if self.second_weeks is None or day not in self.span or day not in self._days_of_taught_weeks:
            return None
        return 2 if _monday(day) in self.second_weeks else 1


def _year(day: date) -> int:
    """The year in which the school year of a day begins."""
    return day.year - (day.month < _AUGUST)


def _monday(day: date) -> date:
    return day - day.weekday() * _DAY


def _end(span: DateSpan) -> date:
    return date.max if span.end is None else span.end
