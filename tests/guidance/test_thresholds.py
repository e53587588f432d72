"""The numbers: each dated, with its basis and its place. A finding is shown, never enforced."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from iapcore.errors import OutOfScopeError
from iapcore.guidance import thresholds
from iapcore.guidance.library import ABSENCE_METHODOLOGY, FOUR_TENETS, IAP_FINDINGS
from iapcore.guidance.sources import Basis, Source
from iapcore.guidance.thresholds import (
    GROUP_SIZE,
    PERSISTENT_ABSENCE,
    REVIEW_WEEKS,
    SEVERE_ABSENCE,
    STAY_WEEKS,
    THRESHOLDS,
    Threshold,
)

ON = date(2026, 11, 20)
RESEARCH = (Basis.RESEARCH_FINDING, Basis.PRACTICE_EXAMPLE)


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=lambda one: one.key)
def test_a_number_cites_its_source(threshold: Threshold[object]) -> None:
    """What no source gives is a policy's choice, and stands there."""
    assert threshold.cites
    assert threshold.basis is not Basis.SCHOOL_CHOICE
    assert threshold.unit


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=lambda one: one.key)
def test_before_its_first_day_there_is_no_number(threshold: Threshold[object]) -> None:
    starts = [start for start, _ in threshold.value.versions]
    assert starts == sorted(set(starts))
    assert threshold.on(starts[0]) == threshold.value.versions[0][1]
    with pytest.raises(OutOfScopeError):
        threshold.on(starts[0] - timedelta(days=1))


@pytest.mark.parametrize(
    ("threshold", "expected", "source"),
    [
        (PERSISTENT_ABSENCE, Fraction(1, 10), ABSENCE_METHODOLOGY),
        (SEVERE_ABSENCE, Fraction(1, 2), ABSENCE_METHODOLOGY),
        (GROUP_SIZE, 10, IAP_FINDINGS),
        (REVIEW_WEEKS, (3, 6), FOUR_TENETS),
        (STAY_WEEKS, (6, 52), IAP_FINDINGS),
    ],
    ids=lambda one: getattr(one, "key", ""),
)
def test_the_numbers_of_the_sources(threshold: Threshold[object], expected: object, source: Source) -> None:
    """A tenth missed is persistent and a half severe absence.

    Findings: fewer than ten in a group, reviews every three to six weeks, six weeks to a year until full return.
    """
    assert threshold.on(ON) == expected
    assert {cite.source for cite in threshold.cites} == {source}


def test_severe_absence_lies_within_persistent_absence() -> None:
    assert SEVERE_ABSENCE.on(ON) > PERSISTENT_ABSENCE.on(ON)


def test_persistent_absence_is_not_told_of_years_with_another_threshold() -> None:
    """Until 2014/15 the threshold was 15 % of a standard number: series may not be mixed."""
    with pytest.raises(OutOfScopeError):
        PERSISTENT_ABSENCE.on(date(2015, 7, 31))


def test_what_research_found_is_no_law() -> None:
    for threshold in (GROUP_SIZE, REVIEW_WEEKS, STAY_WEEKS):
        assert threshold.basis in RESEARCH


def test_all_numbers_are_listed_once() -> None:
    held = [value for value in vars(thresholds).values() if isinstance(value, Threshold)]
    assert sorted(one.key for one in held) == sorted({one.key for one in THRESHOLDS})
