"""A number with everything needed to stand behind it."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.library import LIBRARY
from iapcore.measures.measure import Measure
from iapcore.measures.returns import RETURNS
from tests.measures.measured import MEASURED


def measure(**counts: Any) -> Measure:
    return Measure(definition=RETURNS, on=date(2026, 11, 20), **counts)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"numerator": 41, "base": 63}, "41 of 63 ended"),
        (
            {"numerator": 41, "base": 63, "excluded": (("open", 12),), "not_known": 4},
            "41 of 63 ended; 12 open; 4 not known",
        ),
        ({"numerator": 0, "base": 0, "not_known": 1}, "0 of 0 ended; 1 not known"),
        (
            {"numerator": 1, "base": 2, "excluded": (("for another purpose", 3), ("open", 0))},
            "1 of 2 ended; 3 for another purpose",
        ),
    ],
)
def test_its_words_hide_nothing_that_was_left_out(counts: dict[str, Any], told: str) -> None:
    assert str(measure(**counts)) == told


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_share_is_an_exact_fraction_and_no_base_has_none(numerator: int, rest: int) -> None:
    """Where nothing could be counted there is no rate: neither 0 % nor 100 %."""
    base = numerator + rest
    share = measure(numerator=numerator, base=base).share
    assert share == (Fraction(numerator, base) if base else None)
    assert not isinstance(share, float)


@pytest.mark.parametrize("definition", MEASURED, ids=lambda one: one.key)
def test_a_definition_says_what_is_counted_and_on_what_it_rests(definition: Any) -> None:
    assert definition.numerator
    assert definition.base
    assert definition.unit
    assert definition.caution.endswith(".")
    assert {citation.source for citation in definition.cites} <= set(LIBRARY)
    assert definition.cites
