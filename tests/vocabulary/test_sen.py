"""Special educational needs: the codes of May 2026, with the labels of the Department for Education.

Expected are three codes of provision and four older ones, fourteen types of need and one older one. No day is
known on which an older code went out of use.
"""

import pytest

from iapcore.vocabulary.sen import SenNeed, SenProvision

PROVISION = {
    "N": "No SEN provision",
    "K": "SEN support",
    "E": "Education, health and care plan",
}
OLD_PROVISION = {
    "A": "School or early years action",
    "P": "School or early years action plus",
    "S": "Statement of special educational needs",
    "Q": "School action plus and statutory assessment",
}
NEEDS = {
    "SPLD": "Specific learning difficulty",
    "MLD": "Moderate learning difficulty",
    "SLD": "Severe learning difficulty",
    "PMLD": "Profound and multiple learning difficulty",
    "SEMH": "Social, emotional and mental health",
    "SLCN": "Speech, language and communication needs",
    "HI": "Hearing impairment",
    "VI": "Vision impairment",
    "MSI": "Multi-sensory impairment",
    "PD": "Physical disability",
    "ASD": "Autistic spectrum disorder",
    "DS": "Down syndrome",
    "OTH": "Other difficulty or disability",
    "NSA": "SEN support but no specialist assessment of type of need",
}
OLD_NEEDS = {"BESD": "Behaviour, emotional and social difficulties"}


def test_the_lists_are_whole_and_in_order() -> None:
    assert {one.value: one.label for one in SenProvision} == PROVISION | OLD_PROVISION
    assert [one.value for one in SenProvision] == ["N", "K", "E", "A", "P", "S", "Q"]
    assert {need.value: need.label for need in SenNeed} == NEEDS | OLD_NEEDS
    assert (len(NEEDS), len(SenNeed)) == (14, 15)


@pytest.mark.parametrize("code", PROVISION | OLD_PROVISION)
def test_three_codes_of_provision_are_given_today(code: str) -> None:
    assert SenProvision(code).is_old is (code in OLD_PROVISION)


@pytest.mark.parametrize("code", NEEDS | OLD_NEEDS)
def test_one_type_of_need_is_read_in_older_records_only(code: str) -> None:
    """Social, emotional and mental health took the place of `BESD`."""
    assert SenNeed(code).is_old is (code in OLD_NEEDS)


@pytest.mark.parametrize(
    ("provision", "name"),
    [("N", "NONE"), ("K", "SUPPORT"), ("E", "PLAN"), ("S", "OLD_STATEMENT"), ("P", "OLD_ACTION_PLUS")],
)
def test_a_letter_of_provision_is_the_member_it_stands_for(provision: str, name: str) -> None:
    assert SenProvision(provision).name == name


def test_the_tiers_proposed_in_2026_are_no_codes_of_provision() -> None:
    """Most are meant for 2029: until then N, K and E stand."""
    assert not {"targeted", "targeted_plus", "specialist"} & {one.value for one in SenProvision}
