"""Kinds of provision: support and sanction, internal and off-site never share a member."""

from iapcore.vocabulary.provision_kinds import ProvisionKind


def test_removal_rooms_and_internal_suspension_are_sanctions() -> None:
    sanctions = {kind for kind in ProvisionKind if not kind.is_support}
    assert sanctions == {ProvisionKind.REMOVAL_ROOM, ProvisionKind.INTERNAL_SUSPENSION}


def test_only_a_separate_provider_is_off_site() -> None:
    outside = {kind for kind in ProvisionKind if not kind.is_internal}
    assert outside == {ProvisionKind.EXTERNAL_ALTERNATIVE_PROVISION}


def test_the_words_of_2026_stand_beside_the_older_ones() -> None:
    assert {
        ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
        ProvisionKind.SUPPORT_BASE,
        ProvisionKind.SPECIALIST_BASE,
    } <= set(ProvisionKind)
