"""What is expected and is no number: dated, cited, and never what is not in force."""

from datetime import date, timedelta

import pytest

from iapcore.guidance.expectations import COMING, EXPECTATIONS, Expectation, Topic, expected_on
from iapcore.guidance.sources import Basis, SourceKind, SourceStanding
from iapcore.guidance.thresholds import THRESHOLDS, Threshold

ON = date(2026, 11, 20)
KINDS = {
    Basis.LAW: {SourceKind.LAW},
    Basis.STATUTORY_GUIDANCE: {SourceKind.STATUTORY_GUIDANCE},
    Basis.GUIDANCE: {SourceKind.GUIDANCE, SourceKind.STATISTICS},
    Basis.RESEARCH_FINDING: {SourceKind.RESEARCH},
    Basis.PRACTICE_EXAMPLE: {SourceKind.RESEARCH},
}
"""What kind of text a basis must rest on."""

each = pytest.mark.parametrize("one", EXPECTATIONS, ids=lambda one: one.key)


@each
def test_an_expectation_is_whole(one: Expectation) -> None:
    assert one.expects.endswith(".")
    assert one.key.startswith(one.topic.value.split("_")[0]) or one.topic in (
        Topic.INCLUSION_BASE,
        Topic.OFF_SITE_DIRECTION,
    )
    assert one in expected_on(one.since, topic=one.topic)
    assert one not in expected_on(one.since - timedelta(days=1), topic=one.topic)


def test_keys_stand_once() -> None:
    keys = [one.key for one in (*EXPECTATIONS, *COMING)]
    assert len(set(keys)) == len(keys)
    assert {one.topic for one in EXPECTATIONS} == set(Topic)


@pytest.mark.parametrize("held", [*EXPECTATIONS, *THRESHOLDS], ids=lambda one: one.key)
def test_a_basis_rests_on_a_text_of_its_kind_that_is_in_effect(held: Expectation | Threshold[object]) -> None:
    """A number is no law because it stands beside one."""
    assert {cite.source.kind for cite in held.cites} & KINDS[held.basis]
    assert all(cite.source.is_in_effect for cite in held.cites)


def test_what_is_coming_is_not_in_force_and_nothing_rests_on_it() -> None:
    """Internal suspension, the register of children not in school and the tiers are announced or not commenced."""
    standing = {cite.source.standing for one in COMING for cite in one.cites}
    assert standing == {SourceStanding.ANNOUNCED, SourceStanding.NOT_COMMENCED}
    sources = {cite.source for one in COMING for cite in one.cites}
    resting = {cite.source for one in (*EXPECTATIONS, *THRESHOLDS) for cite in one.cites}
    assert not sources & resting
    assert {one.key for one in COMING} == {
        "internal-suspension",
        "children-not-in-school",
        "consent-to-home-education",
        "tiers-of-support",
    }


def test_what_is_expected_of_bases_is_not_statutory() -> None:
    assert {one.basis for one in expected_on(ON, topic=Topic.INCLUSION_BASE)} == {Basis.GUIDANCE}


def test_no_interval_of_review_is_fixed_for_off_site_direction_since_2013() -> None:
    """The thirty days of 2010 fell away: what was expected before the change is not told as today's."""
    before, since = (
        {one.key for one in expected_on(day, topic=Topic.OFF_SITE_DIRECTION)}
        for day in (date(2012, 12, 31), date(2013, 1, 1))
    )
    assert "off-site-reviewed" not in before
    assert "off-site-reviewed" in since
    assert not [one for one in EXPECTATIONS if "30" in one.expects or "thirty" in one.expects]
