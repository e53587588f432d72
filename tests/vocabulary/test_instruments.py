"""Scales of instruments: names, ranges and polarity, as their publishers give them. No item and no norm."""

import pytest

from iapcore.vocabulary.instruments import SCALES, Instrument, Polarity, Scale, scale_of

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
    assert len(SCALES[Instrument.SDQ]) == 6


def test_the_readiness_scale_does_not_start_at_nought() -> None:
    """78 items that score 1 to 4."""
    assert shape(scale_of(Instrument.READINESS_DOYLE, "total")) == (78, 78 * 4, STRENGTH, False)


@pytest.mark.parametrize("instrument", Instrument)
def test_every_instrument_has_scales_with_names_of_their_own(instrument: Instrument) -> None:
    names = [scale.name for scale in SCALES[instrument]]
    assert names
    assert len(set(names)) == len(names)
    assert all(scale.low < scale.high for scale in SCALES[instrument])


@pytest.mark.parametrize("instrument", Instrument)
def test_an_unknown_scale_is_none(instrument: Instrument) -> None:
    assert scale_of(instrument, "no_such_scale") is None
