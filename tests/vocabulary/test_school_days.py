"""School days and weeks, against a count over a plain list of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.shape import FIRST_DAY, LAST_DAY
from iapcore.vocabulary.spans import DateSpan

DAY = timedelta(days=1)
FIRST = date(2026, 9, 1)
YEAR = [FIRST + offset * DAY for offset in range(120)]
days = st.sampled_from(YEAR)


@st.composite
def terms_of(draw: st.DrawFn, start: date, end: date) -> Term:
    edges = sorted(draw(st.lists(days, min_size=2, max_size=2)))
    inside = start < edges[0] and edges[1] < end
    return Term(DateSpan(start, end), DateSpan(*edges) if inside else None)


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """Up to three terms in a season of 120 days, some with a half-term, with a handful of days away."""
    edges = sorted(draw(st.lists(days, min_size=2, max_size=6, unique=True)))
    terms = tuple(draw(terms_of(start, end)) for start, end in zip(edges[::2], edges[1::2], strict=False))
    away = st.lists(days, max_size=4).map(tuple)
    inside = [day for day in YEAR for term in terms if lies_in(day, term.span)]
    mondays = st.lists(st.sampled_from(inside), max_size=4).map(lambda found: tuple(map(monday, found)))
    return SchoolCalendar(
        key="k",
        terms=terms,
        inset_days=draw(away),
        closed=draw(away),
        second_weeks=draw(st.none() | mondays),
    )


def lies_in(day: date, span: DateSpan) -> bool:
    return span.end is not None and span.start <= day <= span.end


def is_term_time(term: Term, day: date) -> bool:
    return lies_in(day, term.span) and not (term.half_term and lies_in(day, term.half_term))


def open_days(calendar: SchoolCalendar) -> list[date]:
    """Every school day, from the meaning of the words: term time, Monday to Friday, no inset day, not closed."""
    return [
        day
        for day in YEAR
        if day.strftime("%a") not in ("Sat", "Sun")
        and day not in calendar.closed
        and day not in calendar.inset_days
        and any(is_term_time(term, day) for term in calendar.terms)
    ]


def known_days(calendar: SchoolCalendar) -> list[date]:
    end = calendar.terms[-1].span.end
    return [day for day in YEAR if end and calendar.terms[0].span.start <= day <= end]


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


@given(calendars(), days, st.integers(0, 30))
def test_days_later_and_earlier_step_over_days_without_school(
    calendar: SchoolCalendar, day: date, count: int
) -> None:
    known, taught = known_days(calendar), open_days(calendar)
    later = [day, *(one for one in taught if one > day)]
    earlier = [day, *(one for one in reversed(taught) if one < day)]
    is_known = day in known
    assert calendar.days_later(day, count) == (later[count] if is_known and count < len(later) else None)
    assert calendar.days_earlier(day, count) == (
        earlier[count] if is_known and count < len(earlier) else None
    )


@given(calendars(), days)
def test_terms_halves_and_holidays_share_the_days_out(calendar: SchoolCalendar, day: date) -> None:
    """Each known day lies in one run of weeks or in one holiday, and never in both."""
    halves = [half for half in calendar.halves if lies_in(day, half)]
    holidays = [holiday for holiday in calendar.holidays if lies_in(day, holiday)]
    assert len(halves) + len(holidays) == (day in known_days(calendar))
    assert calendar.half_of(day) == (halves[0] if halves else None)
    terms = [term for term in calendar.terms if lies_in(day, term.span)]
    assert calendar.term_of(day) == (terms[0] if terms else None)


@given(calendars(), days)
def test_the_week_of_the_cycle(calendar: SchoolCalendar, day: date) -> None:
    """1 or 2 in a week with school, and not known where the weeks were not given or there is no school."""
    week = calendar.cycle_week(day)
    is_taught = day in known_days(calendar) and monday(day) in map(monday, open_days(calendar))
    if calendar.second_weeks is None or not is_taught:
        assert week is None
    else:
        assert week == (2 if monday(day) in calendar.second_weeks else 1)


TERMS = (
    ("2025-09-02..2025-12-19", "2025-10-25..2025-11-02"),
    ("2026-01-05..2026-03-27", "2026-02-14..2026-02-22"),
    ("2026-04-13..2026-07-21", "2026-05-23..2026-05-31"),
    ("2026-08-27..2026-12-18", "2026-10-24..2026-11-01"),
)
THREE_TERMS = SchoolCalendar(
    key="three",
    terms=tuple(Term(DateSpan.parse(span), DateSpan.parse(half_term)) for span, half_term in TERMS),
)
SIX_TERMS = SchoolCalendar(key="six", terms=tuple(map(Term, THREE_TERMS.halves)))


@pytest.mark.parametrize("calendar", [THREE_TERMS, SIX_TERMS])
def test_a_school_year_runs_from_its_first_term_to_its_last(calendar: SchoolCalendar) -> None:
    """A term that begins in the last days of August belongs to the year that it opens."""
    assert [year.format() for year in calendar.years] == ["2025-09-02..2026-07-21", "2026-08-27..2026-12-18"]
    assert calendar.year_of(date(2026, 2, 18)) == calendar.years[0]
    assert calendar.year_of(date(2026, 8, 3)) is None
    assert calendar.year_of(date(2027, 1, 4)) is None


def test_three_terms_and_six_have_the_same_school_days() -> None:
    """What a school calls a term changes neither its days nor its runs of weeks."""
    assert SIX_TERMS.halves == THREE_TERMS.halves
    assert SIX_TERMS.school_days(SIX_TERMS.span) == THREE_TERMS.school_days(THREE_TERMS.span)
    assert [len(THREE_TERMS.terms), len(SIX_TERMS.terms)] == [4, 8]
    assert SIX_TERMS.term_of(date(2025, 10, 28)) is None
    assert THREE_TERMS.term_of(date(2025, 10, 28)) == THREE_TERMS.terms[0]


def test_a_second_week_is_given_by_its_monday() -> None:
    tuesday = date(2026, 9, 8)
    with pytest.raises(InvalidRecordError) as caught:
        SchoolCalendar(
            key="k", terms=SIX_TERMS.terms, second_weeks=(tuesday - DAY, tuesday, date(2024, 9, 9))
        )
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("second_weeks[1]", ProblemKind.OUT_OF_RANGE),
        ("second_weeks[2]", ProblemKind.OUT_OF_RANGE),
    ]


@pytest.mark.parametrize("count", [-1, 1.5, True, "2", None])
def test_a_count_is_a_whole_number(count: int) -> None:
    for step in ("days_later", "days_earlier", "weeks_later", "weeks_earlier"):
        with pytest.raises(InvalidRecordError):
            getattr(SIX_TERMS, step)(date(2026, 9, 8), count)


@pytest.mark.parametrize(
    ("span", "half_term", "expected"),
    [
        ("2026-09-01..", None, ("span.end", ProblemKind.MISSING_KEY)),
        ("2026-09-01..2026-10-01", "2026-09-10..", ("half_term", ProblemKind.OUT_OF_ORDER)),
        ("2026-09-01..2026-10-01", "2026-09-01..2026-09-10", ("half_term", ProblemKind.OUT_OF_ORDER)),
        ("2026-09-01..2026-10-01", "2026-09-10..2026-10-01", ("half_term", ProblemKind.OUT_OF_ORDER)),
        ("2026-09-01..2026-10-01", "2026-11-10..2026-11-11", ("half_term", ProblemKind.OUT_OF_ORDER)),
    ],
)
def test_a_term_has_an_end_and_its_half_term_inside(
    span: str, half_term: str | None, expected: tuple[str, ProblemKind]
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Term(DateSpan.parse(span), DateSpan.parse(half_term) if half_term else None)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [expected]


def test_a_bank_holiday_reached_is_still_the_day() -> None:
    """The day reached may be closed as long as its week is open: people move the meeting, not the week."""
    term = Term(DateSpan(date(2027, 4, 19), date(2027, 5, 28)))
    calendar = SchoolCalendar(key="k", terms=(term,), closed=(date(2027, 5, 3),))
    assert calendar.weeks_later(date(2027, 4, 26), 1) == date(2027, 5, 3)
    assert calendar.is_school_day(date(2027, 5, 3)) is False


def test_the_first_and_the_last_day_of_a_calendar_can_be_reached() -> None:
    first, last = date(2026, 11, 2), date(2026, 11, 16)
    calendar = SchoolCalendar(key="k", terms=(Term(DateSpan(first, last)),))
    assert calendar.weeks_later(first, 2) == last
    assert calendar.weeks_earlier(last, 2) == first
    assert calendar.weeks_later(first + DAY, 2) is None
    assert calendar.weeks_earlier(last - DAY, 2) is None


def test_a_calendar_may_run_from_the_first_day_to_the_last() -> None:
    calendar = SchoolCalendar(key="k", terms=(Term(DateSpan(FIRST_DAY, LAST_DAY)),))
    assert calendar.weeks_later(LAST_DAY, 1) is None
    assert calendar.weeks_earlier(FIRST_DAY, 1) is None


A, B, C = (date(2026, month, 1) for month in (9, 10, 11))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), [("terms", ProblemKind.OUT_OF_RANGE)]),
        ((DateSpan(A, B), DateSpan(B, C)), [("terms[1].span.start", ProblemKind.OUT_OF_ORDER)]),
        ((DateSpan(B, C), DateSpan(A, A)), [("terms[1].span.start", ProblemKind.OUT_OF_ORDER)]),
    ],
)
def test_terms_stand_in_order(spans: tuple[DateSpan, ...], expected: list[tuple[str, ProblemKind]]) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        SchoolCalendar(key="k", terms=tuple(map(Term, spans)))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == expected


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("key", None),
        ("key", ""),
        ("terms", None),
        ("terms", [Term(DateSpan(A, B))]),
        ("closed", None),
        ("inset_days", None),
    ],
)
def test_what_a_calendar_needs_cannot_be_left_out(field: str, wrong: object) -> None:
    """`closed` is never *not recorded*: a calendar says its days or it is none."""
    given_ = {"key": "k", "terms": (Term(DateSpan(A, B)),)} | {field: wrong}
    with pytest.raises(InvalidRecordError) as caught:
        SchoolCalendar(**given_)
    assert [problem.path for problem in caught.value.problems] == [field]


def test_the_first_and_the_last_school_year_that_can_be_written_down() -> None:
    """A year of the statistics lies wholly inside the days that a record may have; these two begin or end outside."""
    summer, autumn = (DateSpan(FIRST_DAY, date(1900, 7, 20)), DateSpan(date(2199, 9, 2), LAST_DAY))
    calendar = SchoolCalendar(key="k", terms=(Term(summer), Term(autumn)))
    assert calendar.years == (summer, autumn)


def test_a_term_shows_its_days() -> None:
    assert repr(Term(DateSpan(date(2026, 9, 2), date(2026, 10, 23)))) == "‹Term 2026-09-02..2026-10-23›"
