"""Tiers: three of *Arranging alternative provision* (2025), four proposed in 2026 and not in force."""

from iapcore.vocabulary.tiers import AlternativeProvisionTier, ProposedTier


def test_alternative_provision_has_three_tiers_from_the_nearest_to_mainstream() -> None:
    assert [tier.value for tier in AlternativeProvisionTier] == [
        "targeted_support",
        "time_limited_placement",
        "transitional_placement",
    ]


def test_four_layers_are_proposed_from_universal_up() -> None:
    assert [tier.value for tier in ProposedTier] == ["universal", "targeted", "targeted_plus", "specialist"]


def test_a_proposed_tier_is_no_tier_of_the_guidance_in_force() -> None:
    assert not {tier.value for tier in ProposedTier} & {tier.value for tier in AlternativeProvisionTier}
