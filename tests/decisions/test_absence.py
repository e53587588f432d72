"""Bands of absence are told from exact counts, of the pupil's own possible sessions."""

from datetime import date
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.absence import AbsenceBand, absence_band
from iapcore.errors import OutOfScopeError

ON: Final = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("attended", "possible", "band"),
    [
        (504, 1000, AbsenceBand.PERSISTENT),  # 49.6 per cent missed rounds to half, and is not half
        (500, 1000, AbsenceBand.SEVERE),
        (9, 10, AbsenceBand.PERSISTENT),  # a tenth exactly
        (901, 1000, AbsenceBand.NOT_PERSISTENT),  # 9.9 per cent rounds to ten, and is not ten
        (0, 1, AbsenceBand.SEVERE),
        (1, 1, AbsenceBand.NOT_PERSISTENT),
        (0, 0, None),  # no session, no rate, no band
    ],
)
def test_a_band_is_told_before_anything_is_rounded(
    attended: int, possible: int, band: AbsenceBand | None
) -> None:
    assert absence_band(attended, possible, on=ON) is band


@given(st.integers(0, 400), st.integers(0, 400))
def test_it_agrees_with_whole_numbers(attended: int, missed: int) -> None:
    band = absence_band(attended, attended + missed, on=ON)
    if attended + missed == 0:
        assert band is None
        return
    assert band is not None
    assert band.is_persistent == (10 * missed >= attended + missed)
    assert (band is AbsenceBand.SEVERE) == (2 * missed >= attended + missed)
    assert band.is_persistent or Fraction(missed, attended + missed) < Fraction(1, 10)


def test_older_bands_were_others() -> None:
    """Until July 2015 another share was called persistent: no series runs over that day."""
    with pytest.raises(OutOfScopeError):
        absence_band(1, 10, on=date(2015, 7, 31))
