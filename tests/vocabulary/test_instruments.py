"""Scales of instruments: names, ranges and polarity, as their publishers give them. No item and no norm."""

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.instruments import (
    SCALES,
    BandScheme,
    Instrument,
    OwnInstrument,
    Polarity,
    Scale,
    scale_of,
)
from iapcore.vocabulary.people import Informant

STRENGTH, DIFFICULTY = Polarity.HIGHER_IS_STRENGTH, Polarity.HIGHER_IS_DIFFICULTY


def shape(scale: Scale | None) -> tuple[int, int, Polarity, bool]:
    assert scale is not None
    return scale.low, scale.high, scale.polarity, scale.is_percentile


def test_boxall_has_two_sections_of_34_items_that_run_opposite_ways() -> None:
    """Each item scores 0 to 4; high is good in the developmental strands and hard in the diagnostic profile."""
    assert shape(scale_of(Instrument.BOXALL, "developmental")) == (0, 34 * 4, STRENGTH, False)
    assert shape(scale_of(Instrument.BOXALL, "diagnostic")) == (0, 34 * 4, DIFFICULTY, False)


def test_pass_has_nine_factors_in_order_as_percentiles() -> None:
    assert [scale.name for scale in SCALES[Instrument.PASS]] == [
        "feelings_about_school",
        "perceived_learning_capability",
        "self_regard_as_a_learner",
        "preparedness_for_learning",
        "attitudes_to_teachers",
        "general_work_ethic",
        "confidence_in_learning",
        "attitudes_to_attendance",
        "response_to_curriculum_demands",
    ]
    assert {shape(scale) for scale in SCALES[Instrument.PASS]} == {(0, 100, STRENGTH, True)}


def test_sdq_total_leaves_prosocial_out() -> None:
    """Five scales of five items that score 0 to 2; the total is of the four difficulties."""
    difficulties = [
        scale_of(Instrument.SDQ, name) for name in ("emotional", "conduct", "hyperactivity", "peer")
    ]
    assert {shape(scale) for scale in difficulties} == {(0, 10, DIFFICULTY, False)}
    assert shape(scale_of(Instrument.SDQ, "total")) == (0, 4 * 10, DIFFICULTY, False)
    assert shape(scale_of(Instrument.SDQ, "prosocial")) == (0, 10, STRENGTH, False)
    assert len(SCALES[Instrument.SDQ]) == 8


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("total", ("emotional", "conduct", "hyperactivity", "peer")),
        ("internalising", ("emotional", "peer")),
        ("externalising", ("conduct", "hyperactivity")),
    ],
)
def test_sums_of_the_sdq_reach_as_far_as_their_parts(name: str, parts: tuple[str, ...]) -> None:
    total = scale_of(Instrument.SDQ, name)
    assert total is not None
    assert total.parts == parts
    assert shape(total) == (0, 10 * len(parts), DIFFICULTY, False)


def test_the_scale_of_mcsherry_has_33_statements_from_0_to_7() -> None:
    assert shape(scale_of(Instrument.READINESS_MCSHERRY, "total")) == (0, 33 * 7, STRENGTH, False)


def test_of_the_profile_for_young_people_no_scale_is_known() -> None:
    assert SCALES[Instrument.BOXALL_YOUNG_PEOPLE] == ()


@pytest.mark.parametrize(
    ("instrument", "ages"),
    [
        (Instrument.BOXALL, {Informant.STAFF: (4, 11)}),
        (Instrument.PASS, {Informant.PUPIL: (4, None)}),
        (
            Instrument.SDQ,
            {Informant.FAMILY: (4, 17), Informant.TEACHER: (4, 17), Informant.PUPIL: (11, 17)},
        ),
        (Instrument.BOXALL_YOUNG_PEOPLE, {Informant.STAFF: None}),
        (Instrument.READINESS_MCSHERRY, {Informant.TEACHER: None}),
        (Instrument.READINESS_DOYLE, {}),
    ],
)
def test_who_fills_it_in_and_at_which_ages(
    instrument: Instrument, ages: dict[Informant, tuple[int, int | None] | None]
) -> None:
    assert instrument.informants == tuple(ages)
    for informant in Informant:
        assert instrument.ages(informant) == ages.get(informant)


def test_the_four_bands_have_names_for_both_directions() -> None:
    assert [band.value for band in BandScheme.FOUR_BANDS.bands] == [
        "close_to_average",
        "slightly_raised",
        "high",
        "very_high",
        "slightly_lowered",
        "low",
        "very_low",
    ]
    assert BandScheme.THREE_BANDS.bands == ()


def scale(
    name: str = "ours",
    low: int = 0,
    high: int = 20,
    parts: tuple[str, ...] = (),
    *,
    is_percentile: bool = False,
) -> Scale:
    return Scale(name=name, low=low, high=high, polarity=STRENGTH, parts=parts, is_percentile=is_percentile)


def test_an_instrument_whose_scales_are_not_known_can_be_declared_under_its_name() -> None:
    own = OwnInstrument(name="boxall_young_people", scales=(scale("a"), scale("sum", parts=("a",))))
    assert own.scales[1].parts == ("a",)


@pytest.mark.parametrize(("low", "high"), [(-5, 100), (0, 101)])
def test_a_percentile_is_one(low: int, high: int) -> None:
    with pytest.raises(InvalidRecordError):
        scale(low=low, high=high, is_percentile=True)


def test_a_school_declares_an_instrument_of_its_own() -> None:
    own = OwnInstrument(name="our_profile", scales=(scale("one"), scale("two")))
    assert scale_of(own, "two") == scale("two")
    assert scale_of(own, "three") is None
    assert own.informants is None


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ({"scales": ()}, ("scales", ProblemKind.OUT_OF_RANGE)),
        ({"scales": (scale(), scale("b"), scale())}, ("scales[2].name", ProblemKind.DUPLICATE)),
        ({"name": "Maya's own form"}, ("name", ProblemKind.MALFORMED)),
        ({"name": "sdq"}, ("name", ProblemKind.DUPLICATE)),
        ({"scales": (scale(parts=("b",)),)}, ("scales[0].parts", ProblemKind.UNKNOWN_REFERENCE)),
        ({"scales": (scale(parts=("ours",)),)}, ("scales[0].parts", ProblemKind.UNKNOWN_REFERENCE)),
        ({"name": None}, ("name", ProblemKind.WRONG_TYPE)),
        ({"scales": [scale()]}, ("scales", ProblemKind.WRONG_TYPE)),
    ],
)
def test_an_instrument_that_cannot_be_declared(
    given_: dict[str, object], expected: tuple[str, ProblemKind]
) -> None:
    """A name may be told in a finding, so it is a code and no free text."""
    with pytest.raises(InvalidRecordError) as caught:
        OwnInstrument(**({"name": "ours", "scales": (scale(),)} | given_))  # type: ignore[arg-type]
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [expected]
    assert "Maya" not in str(caught.value)


@pytest.mark.parametrize("high", [-1, 0])
def test_a_scale_ends_above_its_start(high: int) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        scale(high=high)
    assert [problem.path for problem in caught.value.problems] == ["high"]


def test_the_readiness_scale_does_not_start_at_nought() -> None:
    """78 items that score 1 to 4."""
    assert shape(scale_of(Instrument.READINESS_DOYLE, "total")) == (78, 78 * 4, STRENGTH, False)


@pytest.mark.parametrize("instrument", Instrument)
def test_every_instrument_has_scales_with_names_of_their_own(instrument: Instrument) -> None:
    names = [scale.name for scale in SCALES[instrument]]
    assert names or instrument is Instrument.BOXALL_YOUNG_PEOPLE
    assert len(set(names)) == len(names)
    assert all(scale.low < scale.high for scale in SCALES[instrument])


@pytest.mark.parametrize("instrument", Instrument)
def test_an_unknown_scale_is_none(instrument: Instrument) -> None:
    assert scale_of(instrument, "no_such_scale") is None
