"""Years and terms of the statistics: August to July, and a spring term that ends on Easter Sunday.

Expected are the census terms of the Department for Education's absence methodology; the Easters are those of the
almanac.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.academic_years import AcademicYear, StatisticalTerm

DAY = timedelta(days=1)
years = st.integers(1900, 2198).map(AcademicYear)


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [("2024/25", "202425", 2024), ("1999/00", "199900", 1999), ("2009/10", "200910", 2009)],
)
def test_a_year_is_written_in_two_ways(text: str, code: str, start: int) -> None:
    year = AcademicYear(start)
    assert (year.format(), year.code) == (text, code)
    assert AcademicYear.parse(text) == AcademicYear.parse(code) == year


@given(years)
def test_parse_is_the_inverse_of_format(year: AcademicYear) -> None:
    assert AcademicYear.parse(year.format()) == year
    assert AcademicYear.parse(year.code) == year


@pytest.mark.parametrize(
    "text", ["2024/26", "2024/2025", "2024-25", "24/25", "2024", "202524", "", "1899/00"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(InvalidRecordError):
        AcademicYear.parse(text)


@pytest.mark.parametrize("start", [1899, 2199, 2024.0, "2024", True, None])
def test_the_year_is_a_number_in_range(start: int) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        AcademicYear(start)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("start", ProblemKind.OUT_OF_RANGE)
    ]


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2026, 7, 31), "2025/26"), (date(2026, 8, 1), "2026/27"), (date(2027, 1, 1), "2026/27")],
)
def test_a_day_lies_in_one_year(day: date, text: str) -> None:
    assert AcademicYear.of(day).format() == text


@pytest.mark.parametrize(
    ("start", "easter"), [(2023, date(2024, 3, 31)), (2024, date(2025, 4, 20)), (2025, date(2026, 4, 5))]
)
def test_the_spring_term_ends_on_easter_sunday(start: int, easter: date) -> None:
    year = AcademicYear(start)
    assert year.term(StatisticalTerm.SPRING).end == easter
    assert year.term(StatisticalTerm.SUMMER).start == easter + DAY


@given(years)
def test_the_terms_fill_the_year_without_a_gap(year: AcademicYear) -> None:
    autumn, spring, summer = map(year.term, StatisticalTerm)
    assert (autumn.start, summer.end) == (date(year.start, 8, 1), date(year.start + 1, 7, 31))
    assert (year.span.start, year.span.end) == (autumn.start, summer.end)
    assert spring.start == date(year.start + 1, 1, 1)
    assert (autumn.end, spring.end) == (spring.start - DAY, summer.start - DAY)
