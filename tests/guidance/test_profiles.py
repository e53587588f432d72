"""Ready-made policies: where a source speaks it is cited, where none does the choice says so."""

import attrs
import pytest

from iapcore.errors import UnknownCodeError
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet
from iapcore.vocabulary.people import Role

CHOICES = [
    pytest.param(policy, field.name, choice, id=f"{policy.name}-{field.name}")
    for policy in PROFILES
    for field in attrs.fields(Policy)
    if isinstance(choice := getattr(policy, field.name), Choice)
]


@pytest.mark.parametrize(("policy", "name", "choice"), CHOICES)
def test_a_choice_cites_a_source_or_says_that_there_is_none(
    policy: Policy, name: str, choice: Choice[object]
) -> None:
    assert bool(choice.cites) is (choice.basis is not Basis.SCHOOL_CHOICE), (policy.name, name)


@pytest.mark.parametrize(("policy", "name", "choice"), CHOICES)
def test_no_choice_claims_to_be_law(policy: Policy, name: str, choice: Choice[object]) -> None:
    """The sources report findings and practice: nothing in a profile binds a school."""
    allowed = (Basis.SCHOOL_CHOICE, Basis.RESEARCH_FINDING, Basis.PRACTICE_EXAMPLE)
    assert choice.basis in allowed, (policy.name, name)


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_where_no_source_gives_a_number_the_school_chooses(policy: Policy) -> None:
    """No source gives a cut-off of attendance, a follow-up window, or how many lessons are enough to compare."""
    for name in (
        "attendance_in_stay",
        "follow_up_weeks",
        "least_sessions",
        "comparison_weeks",
        "supports_evaluated",
    ):
        assert getattr(policy, name).basis is Basis.SCHOOL_CHOICE, name


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_green_lessons_come_first(policy: Policy) -> None:
    assert policy.colour_order.value[0] is LessonColour.GREEN


def test_the_main_report_asks_five_professionals_and_five_kinds_of_data() -> None:
    policy = profile()
    assert policy.name == "four-tenets"
    assert set(policy.professionals.value) == {
        Role.PROVISION_LEAD,
        Role.PASTORAL,
        Role.SENCO,
        Role.SENIOR_LEADER,
        Role.SAFEGUARDING_LEAD,
    }
    assert set(policy.data_sets.value) == set(DataSet) - {DataSet.SAFEGUARDING}
    assert policy.lead_months.value == 1


def test_the_half_term_model_spends_its_first_week_in_the_base() -> None:
    policy = profile("half-term")
    assert policy.settling_weeks.value == 1
    assert policy.settling_weeks.basis is Basis.PRACTICE_EXAMPLE
    assert profile().settling_weeks.value == 0


def test_names_are_unique_and_lead_to_their_policy() -> None:
    assert len({policy.name for policy in PROFILES}) == len({policy.title for policy in PROFILES})
    for policy in PROFILES:
        assert profile(policy.name) is policy
    assert PROFILES[0] is profile()


@pytest.mark.parametrize("name", ["", "Half-Term", "half_term", "SECRET-7"])
def test_an_unknown_name_is_told_what_there_is(name: str) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        profile(name)
    assert all(policy.name in str(caught.value) for policy in PROFILES)
    assert not name or name not in str(caught.value)
