"""Questionnaires: totals on scales that the instrument has, within their range."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.vocabulary.instruments import SCALES, Band, BandScheme, Instrument
from iapcore.vocabulary.people import Informant

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


# Bands

BANDED = Assessment(
    day=DAY,
    instrument=Instrument.SDQ,
    edition="2014",
    bands=BandScheme.FOUR_BANDS,
    informant=Informant.TEACHER,
    scores=(
        ScaleScore(scale="total", points=14, band=Band.SLIGHTLY_RAISED),
        ScaleScore(scale="prosocial", points=9),
    ),
    ref="a1",
)


def test_a_band_is_recorded_and_never_worked_out() -> None:
    """The same points lie in another band by scheme and by informant: without a band none is known."""
    bare = assessment(Instrument.SDQ, ("total", 40))
    assert (bare.bands, bare.scores[0].band) == (None, None)


@pytest.mark.parametrize("points", [-1, 41])
def test_a_band_does_not_excuse_points_outside_the_scale(points: int) -> None:
    score = ScaleScore(scale="total", points=points, band=Band.VERY_HIGH)
    with pytest.raises(InvalidRecordError) as caught:
        attrs.evolve(BANDED, scores=(score,))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("scores[0].points", ProblemKind.OUT_OF_RANGE)


@pytest.mark.parametrize(
    ("kind", "given", "path"),
    [
        (Assessment, {"bands": "four_bands"}, "bands"),
        (Assessment, {"bands": Band.HIGH}, "bands"),
        (Assessment, {"scores": None}, "scores"),
        (Assessment, {"informant": "teacher"}, "informant"),
        (ScaleScore, {"band": "high"}, "band"),
        (ScaleScore, {"band": BandScheme.FOUR_BANDS}, "band"),
        (ScaleScore, {"points": True}, "points"),
    ],
)
def test_a_band_is_no_scheme_and_no_text(kind: type, given: dict[str, Any], path: str) -> None:
    right: dict[str, Any] = {"scale": "total", "points": 14}
    if kind is Assessment:
        right = {"day": DAY, "instrument": Instrument.SDQ, "scores": ()}
    with pytest.raises(InvalidRecordError) as caught:
        kind(**right | given)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, ProblemKind.WRONG_TYPE)


def test_neither_points_nor_bands_are_shown() -> None:
    assert repr(BANDED) == "‹Assessment scores=2›"
    assert repr(BANDED.scores[0]) == "‹ScaleScore›"


def test_an_assessment_is_not_known_before_its_day() -> None:
    assert as_of(BANDED, DAY - timedelta(days=1)) is None
    assert as_of(BANDED, DAY) is BANDED


def test_bands_are_read_as_they_are_written() -> None:
    written = {
        "day": "2026-11-04",
        "instrument": "sdq",
        "edition": "2014",
        "bands": "four_bands",
        "informant": "teacher",
        "scores": [
            {"scale": "total", "points": 14, "band": "slightly_raised"},
            {"scale": "prosocial", "points": 9},
        ],
        "ref": "a1",
    }
    assert unstructure(BANDED) == written
    assert structure(written, Assessment) == BANDED
