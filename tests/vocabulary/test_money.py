"""Sums of money, exact to the penny."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.vocabulary.money import Money, pounds


@given(st.integers(0, 10**13))
def test_what_is_written_is_read_again(pence: int) -> None:
    money = Money(pence)
    assert Money.parse(money.format()) == money
    assert Money.parse(money.format().replace(",", "")) == money


@pytest.mark.parametrize(
    ("text", "pence"), [("0", 0), ("12", 1200), ("0.05", 5), ("1,234.50", 123450), ("1234.50", 123450)]
)
def test_pounds_and_pence(text: str, pence: int) -> None:
    assert Money.parse(text).pence == pence


def test_it_is_written_with_commas_and_pence() -> None:
    assert [Money(pence).format() for pence in (5, 123450)] == ["0.05", "1,234.50"]


@pytest.mark.parametrize("text", ["", "-1", "£5", "1.5", "1.505", "12,34", "1e3", "٣", "1 000", "9" * 13])
def test_any_other_text_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        Money.parse(text)
    assert str(refused.value) == (
        "1 problem. Write pounds, with two digits of pence or none: 12,345.60 or 12345."
    )


def test_no_sum_is_below_nought_and_none_is_a_float() -> None:
    for wrong in (-1, 1.5, True):
        with pytest.raises(InvalidRecordError):
            Money(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pence", "told"),
    [
        (Fraction(5, 2), "0.03"),
        (Fraction(-5, 2), "-0.03"),
        (Fraction(1, 2), "0.01"),
        (Fraction(123_456_789), "1,234,567.89"),
        (Fraction(0), "0.00"),
    ],
)
def test_what_is_left_over_is_rounded_half_up_to_be_read(pence: Fraction, told: str) -> None:
    assert pounds(pence) == told
