"""Questionnaires: totals on scales that the instrument has, within their range."""

from datetime import date

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.vocabulary.instruments import SCALES, Instrument

DAY = date(2026, 11, 4)


def assessment(instrument: Instrument, *scores: tuple[str, int]) -> Assessment:
    return Assessment(
        day=DAY,
        instrument=instrument,
        scores=tuple(ScaleScore(scale=scale, points=points) for scale, points in scores),
    )


@pytest.mark.parametrize(
    ("instrument", "name", "low", "high"),
    [(one, scale.name, scale.low, scale.high) for one in Instrument for scale in SCALES[one]],
)
def test_points_lie_within_the_range_of_the_scale(
    instrument: Instrument, name: str, low: int, high: int
) -> None:
    for points in (low, high):
        assert assessment(instrument, (name, points)).scores[0].points == points
    for points in (low - 1, high + 1):
        with pytest.raises(InvalidRecordError) as caught:
            assessment(instrument, (name, points))
        [problem] = caught.value.problems
        assert (problem.path, problem.kind) == ("scores[0].points", ProblemKind.OUT_OF_RANGE)
        assert problem.remedy == f"This scale runs from {low} to {high}."


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        assessment(Instrument.SDQ, ("total", 41), ("total", 3), ("diagnostic", 3), ("diagnostic", 900))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("scores[0].points", ProblemKind.OUT_OF_RANGE),
        ("scores[1].scale", ProblemKind.DUPLICATE),
        ("scores[2].scale", ProblemKind.UNKNOWN_CODE),
        ("scores[3].scale", ProblemKind.UNKNOWN_CODE),
        ("scores[3].scale", ProblemKind.DUPLICATE),
    ]


def test_a_scale_of_another_instrument_is_unknown() -> None:
    """Same word, other scale: `total` of the SDQ starts at 0, that of the readiness scale at 78."""
    assert assessment(Instrument.SDQ, ("total", 0))
    with pytest.raises(InvalidRecordError):
        assessment(Instrument.READINESS_DOYLE, ("total", 0))


def test_an_unknown_instrument_is_told_like_an_unknown_scale() -> None:
    """Whatever was given in its place is not repeated in a message."""
    with pytest.raises(InvalidRecordError) as caught:
        assessment("Zoë is unwell", ("total", 3))  # type: ignore[arg-type]
    assert "Zoë" not in str(caught.value)
