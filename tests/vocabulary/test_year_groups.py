"""Years and key stages: the published columns of the Department for Education; compulsory school age as in law."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.vocabulary.year_groups import (
    KeyStage,
    YearGroup,
    compulsory_school_age,
    expected_year_group,
)

KEY_STAGES = {
    KeyStage.EARLY_YEARS: ("E1", "E2", "N1", "N2", "R"),
    KeyStage.KS1: ("1", "2"),
    KeyStage.KS2: ("3", "4", "5", "6"),
    KeyStage.KS3: ("7", "8", "9"),
    KeyStage.KS4: ("10", "11"),
    KeyStage.KS5: ("12", "13", "14"),
    None: ("not_followed",),
}


@pytest.mark.parametrize(
    ("year", "key_stage"), [(year, key_stage) for key_stage, years in KEY_STAGES.items() for year in years]
)
def test_each_year_has_its_key_stage(year: str, key_stage: KeyStage | None) -> None:
    assert YearGroup(year).key_stage is key_stage


def test_the_list_is_whole_and_in_order() -> None:
    """Reception is `R`, not 0, and comes before year 1; year 14 and *not followed* exist."""
    assert [year.value for year in YearGroup] == [year for years in KEY_STAGES.values() for year in years]


def test_the_position_is_that_of_the_list() -> None:
    assert [year.position for year in YearGroup] == list(range(20))
    assert YearGroup.RECEPTION.position < YearGroup.YEAR_1.position < YearGroup.NOT_FOLLOWED.position


@pytest.mark.parametrize(
    ("year", "ages"),
    [
        *((code, (2, 3)) for code in ("E1", "E2", "N1", "N2")),
        ("R", (4,)),
        *((str(year), (year + 4,)) for year in range(1, 15)),
        ("not_followed", ()),
    ],
)
def test_the_usual_age_at_the_end_of_august(year: str, ages: tuple[int, ...]) -> None:
    assert YearGroup(year).usual_ages == ages


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        (date(2013, 1, 10), date(2026, 11, 22), "9"),  # the worked example
        (date(2012, 8, 31), date(2026, 9, 1), "10"),
        (date(2012, 9, 1), date(2026, 9, 1), "9"),
        (date(2013, 1, 10), date(2026, 8, 31), "8"),
        (date(2022, 8, 31), date(2026, 11, 22), "R"),
        (
            date(2022, 9, 1),
            date(2026, 11, 22),
            None,
        ),  # nursery: which year it is called is not in the sources
        (date(2007, 9, 1), date(2026, 11, 22), "14"),
        (date(2007, 8, 31), date(2026, 11, 22), None),
    ],
)
def test_the_expected_year(born: date, on: date, expected: str | None) -> None:
    year = expected_year_group(born, on=on)
    assert (year and year.value) == expected


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_the_expected_year_agrees_with_the_age_at_the_end_of_august(born: date, on: date) -> None:
    """Counted another way: birthdays had by the 31 August before the school year."""
    august = date(on.year if on.month >= 9 else on.year - 1, 8, 31)
    age = august.year - born.year - ((born.month, born.day) > (8, 31))
    taught = [year for year in YearGroup if year.usual_ages == (age,)]
    assert expected_year_group(born, on=on) == (taught[0] if taught else None)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(2013, 1, 10), "2018-03-31..2029-06-29"),
        (date(2013, 3, 31), "2018-03-31..2029-06-29"),  # a birthday on the day itself
        (date(2013, 4, 1), "2018-08-31..2029-06-29"),
        (
            date(2013, 8, 31),
            "2018-08-31..2029-06-29",
        ),  # sixteen after the last Friday in June: still this year
        (date(2013, 9, 1), "2018-12-31..2030-06-28"),
        (date(2012, 12, 31), "2017-12-31..2029-06-29"),
        (date(2016, 2, 29), "2021-03-31..2032-06-25"),
    ],
)
def test_compulsory_school_age(born: date, expected: str) -> None:
    assert compulsory_school_age(born).format() == expected


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_it_starts_after_the_fifth_birthday_and_ends_on_a_friday_in_june(born: date) -> None:
    span = compulsory_school_age(born)
    assert span.end is not None
    assert (span.start.month, span.start.day) in {(3, 31), (8, 31), (12, 31)}
    assert 0 <= (span.start - born).days - 5 * 365 <= 5 * 31
    assert span.end.strftime("%a %b") == "Fri Jun"
    assert (span.end + timedelta(days=7)).month == 7
    assert 15 * 365 < (span.end - born).days < 17 * 365
