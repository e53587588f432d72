"""Roles and views."""

from iapcore.vocabulary.people import Informant, Role, View


def test_the_five_that_a_referral_most_often_asks_stand_first() -> None:
    """Lead of the provision, pastoral staff, SENCo, senior leader, safeguarding lead (tenet two)."""
    assert [role.value for role in list(Role)[:5]] == [
        "provision_lead",
        "pastoral",
        "senco",
        "senior_leader",
        "safeguarding_lead",
    ]


def test_pupil_and_family_have_a_voice() -> None:
    assert {Role.PUPIL, Role.FAMILY} < set(Role)
    assert {Informant.PUPIL, Informant.FAMILY} < set(Informant)


def test_being_unsure_is_a_view_of_its_own() -> None:
    assert {view.value for view in View} == {"for", "against", "unsure"}
