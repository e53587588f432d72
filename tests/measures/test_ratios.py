"""A ratio of how often something comes to one group and to another, and how far chance alone may move it."""

import warnings
from fractions import Fraction
from math import comb, exp, lgamma, log, sqrt
from statistics import NormalDist
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.measures.ratios import Ratio, ratio_of

MOST: Final = Fraction(95, 100)
counts: Final = st.tuples(st.integers(0, 60), st.integers(1, 900))


def found(one: tuple[int, int], other: tuple[int, int], confidence: Fraction = MOST) -> Ratio:
    ratio = ratio_of(one, other, confidence=confidence)
    assert ratio is not None
    return ratio


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ((6, 100), (10, 400), "2.40 (0.91 to 6.35)"),
        ((0, 50), (8, 400), "0.00 (0.00 to 3.84)"),
        ((3, 50), (0, 400), "no ratio (6.25 to no upper end)"),
        ((1, 7), (900, 40000), "6.35 (1.12 to 36.00)"),
        ((20, 100), (80, 400), "1.00 (0.62 to 1.62)"),
    ],
)
def test_known_ratios(one: tuple[int, int], other: tuple[int, int], told: str) -> None:
    assert found(one, other).told(2) == told


@pytest.mark.parametrize(
    ("one", "other"), [((0, 50), (0, 400)), ((0, 0), (8, 400)), ((3, 50), (0, 0)), ((3, 0), (4, 0))]
)
def test_where_nothing_can_be_told_nothing_is(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert ratio_of(one, other, confidence=MOST) is None


@pytest.mark.parametrize("confidence", [Fraction(0), Fraction(1), Fraction(3, 2), Fraction(-1, 2), 0.95, 1])
def test_a_confidence_is_a_share(confidence: Any) -> None:
    with pytest.raises(InvalidRecordError, match="confidence: Give a share between 0 and 1"):
        ratio_of((1, 2), (1, 2), confidence=confidence)


def _score(one: tuple[int, int], other: tuple[int, int], ratio: float) -> float:
    """The score of a ratio: how many deviations the count lies from what that ratio would lead one to expect."""
    (a, n), (b, m) = one, other
    share = n * ratio / (n * ratio + m)
    return abs(a - (a + b) * share) / sqrt((a + b) * share * (1 - share))


@given(counts, counts, st.fractions(Fraction(1, 2), Fraction(99, 100)))
def test_each_end_is_where_the_score_is_the_deviate(
    one: tuple[int, int], other: tuple[int, int], confidence: Fraction
) -> None:
    """The ends are found a second time: by what they must fulfil, in floats."""
    ratio = ratio_of(one, other, confidence=confidence)
    if ratio is None:
        assert one[0] + other[0] == 0
        return
    z = NormalDist().inv_cdf(float(1 - (1 - confidence) / 2))
    if one[0]:
        assert _score(one, other, float(ratio.low)) == pytest.approx(z)
    if ratio.high is not None:
        assert _score(one, other, float(ratio.high)) == pytest.approx(z)
    assert (ratio.low == 0) is (one[0] == 0)
    assert (ratio.high is None) is (other[0] == 0)
    if ratio.value is not None:
        assert ratio.value == Fraction(one[0], one[1]) / Fraction(other[0], other[1])
        assert ratio.high is not None
        assert ratio.low <= ratio.value <= ratio.high


@given(counts, counts)
def test_turned_round_it_is_its_inverse(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Beside the others a group stands as the others stand beside it: nobody is the measure of the rest."""
    ratio, turned = (ratio_of(*pair, confidence=MOST) for pair in ((one, other), (other, one)))
    if ratio is None or turned is None:
        assert ratio is turned is None
        return
    for end, back in ((ratio.low, turned.high), (turned.low, ratio.high)):
        assert (back is None) if end == 0 else float(1 / end) == pytest.approx(float(back or 0))


@given(counts, counts, st.integers(2, 9))
def test_more_of_the_same_narrows_it(one: tuple[int, int], other: tuple[int, int], times: int) -> None:
    """Years that are pooled tell more than one year of them."""
    if not one[0] or not other[0]:
        return
    year, pooled = found(one, other), found(*((a * times, n * times) for a, n in (one, other)))  # type: ignore[misc]
    assert pooled.value == year.value
    assert year.high is not None
    assert pooled.high is not None
    assert year.low < pooled.low < pooled.high < year.high


def _chance(count: int, mean: float) -> float:
    return exp(count * log(mean) - mean - lgamma(count + 1))


@pytest.mark.parametrize(("mean", "ratio"), [(2.0, 1.0), (5.0, 1.0), (5.0, 3.0), (12.0, 0.5), (20.0, 2.0)])
def test_over_all_that_may_happen_it_holds_the_true_ratio_about_as_often_as_it_says(
    mean: float, ratio: float
) -> None:
    """Every pair of counts in turn, each as likely as it is; where nothing can be told, nothing is missed."""
    held = 0.0
    for a in range(70):
        for b in range(70):
            told = ratio_of((a, 100), (b, 100), confidence=MOST)
            holds = told is None or (told.low <= ratio and (told.high is None or ratio <= told.high))
            held += holds * _chance(a, mean * ratio) * _chance(b, mean)
    assert 0.93 < held <= 1


def test_for_pupils_who_are_reached_once_it_is_wider_than_needed() -> None:
    """A roll of which half is reached: an interval made for time at risk holds more often than it says."""
    held = sum(
        comb(30, a) * comb(30, b) / 4**30
        for a in range(31)
        for b in range(31)
        if (told := ratio_of((a, 30), (b, 30), confidence=MOST))
        and told.low <= 1
        and (told.high is None or told.high >= 1)
    )
    assert held > 0.99


@given(counts, counts)
def test_a_library_of_statistics_finds_the_same(one: tuple[int, int], other: tuple[int, int]) -> None:
    rates = pytest.importorskip("statsmodels.stats.rates", reason="it comes with the extra `integrations`")
    if not one[0] + other[0]:
        return
    ratio = found(one, other)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # it divides by nought where the others are nought
        low, high = rates.confint_poisson_2indep(*one, *other, method="score")
    if one[0]:
        assert float(ratio.low) == pytest.approx(low, rel=1e-5)
    if ratio.high is not None:
        assert float(ratio.high) == pytest.approx(high, rel=1e-5)
