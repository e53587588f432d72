"""School days and weeks, against a count over a plain list of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import FIRST_DAY, LAST_DAY

DAY = timedelta(days=1)
FIRST = date(2026, 9, 1)
YEAR = [FIRST + offset * DAY for offset in range(120)]
days = st.sampled_from(YEAR)


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """Up to three terms in a season of 120 days, with a handful of closed days."""
    edges = sorted(draw(st.lists(days, min_size=2, max_size=6, unique=True)))
    terms = tuple(DateSpan(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False))
    return SchoolCalendar(key="k", terms=terms, closed=tuple(draw(st.lists(days, max_size=8))))


def open_days(calendar: SchoolCalendar) -> list[date]:
    """Every school day, from the meaning of the words: in a term, Monday to Friday, not closed."""
    return [
        day
        for day in YEAR
        if day.strftime("%a") not in ("Sat", "Sun")
        and day not in calendar.closed
        and [term for term in calendar.terms if term.start <= day and term.end and day <= term.end]
    ]


def known_days(calendar: SchoolCalendar) -> list[date]:
    end = calendar.terms[-1].end
    return [day for day in YEAR if end and calendar.terms[0].start <= day <= end]


def monday(day: date) -> date:
    return day - day.weekday() * DAY


@given(calendars(), days)
def test_a_school_day(calendar: SchoolCalendar, day: date) -> None:
    """Outside the calendar nobody knows: neither yes nor no."""
    expected = (day in open_days(calendar)) if day in known_days(calendar) else None
    assert calendar.is_school_day(day) is expected


@given(calendars(), days, days | st.none())
def test_the_school_days_and_weeks_of_a_span(calendar: SchoolCalendar, start: date, end: date | None) -> None:
    """A span that reaches outside the calendar, or has no end, has no known count."""
    span = DateSpan(start, end and max(start, end))
    known = known_days(calendar)
    if span.start not in known or span.end not in known:
        assert calendar.school_days(span) is None
        assert calendar.school_weeks(span) is None
    else:
        expected = [day for day in open_days(calendar) if day in span]
        assert list(calendar.school_days(span) or ()) == expected
        assert calendar.school_weeks(span) == len({monday(day) for day in expected})


@given(calendars(), days, st.integers(0, 8))
def test_weeks_later_steps_over_holidays(calendar: SchoolCalendar, day: date, weeks: int) -> None:
    """Only weeks with a school day count, the weekday stays, and past the end of the calendar nobody knows."""
    known = known_days(calendar)
    open_weeks = {monday(one) for one in open_days(calendar)}
    later = [day + 7 * number * DAY for number in range(1, 20)]
    reached = [one for one in later if one in known and monday(one) in open_weeks]
    is_known = day in known and weeks <= len(reached)
    expected = [day, *reached][weeks] if is_known else None
    assert calendar.weeks_later(day, weeks) == expected


@given(calendars(), days, st.integers(0, 8))
def test_weeks_earlier_steps_over_holidays_into_the_past(
    calendar: SchoolCalendar, day: date, weeks: int
) -> None:
    known = known_days(calendar)
    open_weeks = {monday(one) for one in open_days(calendar)}
    earlier = [day - 7 * number * DAY for number in range(1, 20)]
    reached = [one for one in earlier if one in known and monday(one) in open_weeks]
    is_known = day in known and weeks <= len(reached)
    assert calendar.weeks_earlier(day, weeks) == ([day, *reached][weeks] if is_known else None)


@given(calendars(), days, st.integers(0, 8))
def test_there_and_back_again(calendar: SchoolCalendar, day: date, weeks: int) -> None:
    """From a day of an open week, so many weeks on and so many back lead to the same day."""
    there = calendar.weeks_later(day, weeks)
    if there is not None and monday(day) in {monday(one) for one in open_days(calendar)}:
        assert calendar.weeks_earlier(there, weeks) == day


def test_a_bank_holiday_reached_is_still_the_day() -> None:
    """The day reached may be closed as long as its week is open: people move the meeting, not the week."""
    term = DateSpan(date(2027, 4, 19), date(2027, 5, 28))
    calendar = SchoolCalendar(key="k", terms=(term,), closed=(date(2027, 5, 3),))
    assert calendar.weeks_later(date(2027, 4, 26), 1) == date(2027, 5, 3)
    assert calendar.is_school_day(date(2027, 5, 3)) is False


def test_the_first_and_the_last_day_of_a_calendar_can_be_reached() -> None:
    first, last = date(2026, 11, 2), date(2026, 11, 16)
    calendar = SchoolCalendar(key="k", terms=(DateSpan(first, last),))
    assert calendar.weeks_later(first, 2) == last
    assert calendar.weeks_earlier(last, 2) == first
    assert calendar.weeks_later(first + DAY, 2) is None
    assert calendar.weeks_earlier(last - DAY, 2) is None


def test_a_calendar_may_run_from_the_first_day_to_the_last() -> None:
    calendar = SchoolCalendar(key="k", terms=(DateSpan(FIRST_DAY, LAST_DAY),))
    assert calendar.weeks_later(LAST_DAY, 1) is None
    assert calendar.weeks_earlier(FIRST_DAY, 1) is None


A, B, C = (date(2026, month, 1) for month in (9, 10, 11))


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((), [("terms", ProblemKind.OUT_OF_RANGE)]),
        ((DateSpan(A),), [("terms[0].end", ProblemKind.MISSING_KEY)]),
        ((DateSpan(A), DateSpan(C)), [(f"terms[{n}].end", ProblemKind.MISSING_KEY) for n in (0, 1)]),
        ((DateSpan(A, B), DateSpan(B, C)), [("terms[1].start", ProblemKind.OUT_OF_ORDER)]),
        ((DateSpan(B, C), DateSpan(A, A)), [("terms[1].start", ProblemKind.OUT_OF_ORDER)]),
        ((DateSpan(A), DateSpan(B, C)), [("terms[0].end", ProblemKind.MISSING_KEY)]),
    ],
)
def test_terms_have_ends_and_stand_in_order(
    terms: tuple[DateSpan, ...], expected: list[tuple[str, ProblemKind]]
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        SchoolCalendar(key="k", terms=terms)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == expected


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("key", None), ("key", ""), ("terms", None), ("terms", [DateSpan(A, B)]), ("closed", None)],
)
def test_what_a_calendar_needs_cannot_be_left_out(field: str, wrong: object) -> None:
    """`closed` is never *not recorded*: a calendar says its days or it is none."""
    given_ = {"key": "k", "terms": (DateSpan(A, B),)} | {field: wrong}
    with pytest.raises(InvalidRecordError) as caught:
        SchoolCalendar(**given_)
    assert [problem.path for problem in caught.value.problems] == [field]
