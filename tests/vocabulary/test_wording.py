"""Codes, days and shares for a reader."""

from datetime import date
from enum import Enum
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

import iapcore.vocabulary
from iapcore.vocabulary.wording import day_in_words, percent, rounded, spelt


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(1, 200), 1),
        (Fraction(1, 8), 13),
        (Fraction(1, 40), 3),  # the built-in `round` says 2
        (Fraction(899, 1000), 90),
        (Fraction(2, 3), 67),
        (Fraction(0), 0),
        (Fraction(1), 100),
    ],
)
def test_a_share_is_rounded_half_up(share: Fraction, expected: int) -> None:
    assert percent(share) == expected


@given(st.fractions(0, 1, max_denominator=10_000))
def test_a_rounded_share_is_at_most_half_a_point_away(share: Fraction) -> None:
    assert -Fraction(1, 2) < Fraction(percent(share)) - 100 * share <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(5, 2), 0, "3"),  # the built-in `round` says 2
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(-1, 3), 0, "0"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(1005, 1000), 2, "1.01"),  # as a float it lies below
        (Fraction(1, 2) - Fraction(1, 10**40), 0, "0"),  # to 28 digits it is a half
        (Fraction(2), 1, "2.0"),
    ],
)
def test_a_number_is_rounded_half_up_from_the_exact_fraction(
    value: Fraction, places: int, expected: str
) -> None:
    assert str(rounded(value, places)) == expected
    assert not rounded(Fraction(0), places).is_signed()


@given(st.dates())
def test_a_day_is_written_in_english_whatever_the_machine(day: date) -> None:
    number, _, year = day_in_words(day).split()
    assert (int(number), int(year)) == (day.day, day.year)
    assert spelt(day.isoformat()) == day_in_words(day)


def test_the_months() -> None:
    months = [day_in_words(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert [month[:3] for month in months] == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@pytest.mark.parametrize(
    ("code", "words"),
    [("ks3", "KS3"), ("eyfs", "EYFS"), ("sen", "SEN"), ("severe_absence", "severe absence"), ("ks9", "ks9")],
)
def test_a_code_is_spelt_as_the_field_does(code: str, words: str) -> None:
    assert spelt(code) == words


def test_no_code_of_the_vocabulary_keeps_an_underscore() -> None:
    for name in iapcore.vocabulary.__all__:
        for kind in vars(import_module(f"iapcore.vocabulary.{name}")).values():
            if isinstance(kind, type) and issubclass(kind, Enum):
                assert not [
                    member for member in kind if "_" in spelt(member.value) or not spelt(member.value)
                ]
