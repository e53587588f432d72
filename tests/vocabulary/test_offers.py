"""What a provision offers and watches: the enumerations of *Four Tenets* (2025), tenet three, and of Simpson (2024)."""

from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, MonitoringDomain, SessionType


def test_a_session_is_of_one_of_five_types() -> None:
    assert [kind.value for kind in SessionType] == [
        "diagnosis",
        "intervention",
        "enrichment",
        "vocational",
        "curriculum",
    ]


def test_the_core_offer_has_four_parts() -> None:
    assert [part.value for part in CoreOffer] == [
        "teaching_and_learning",
        "broad_curriculum",
        "assessment_and_monitoring",
        "pastoral",
    ]


def test_eleven_things_are_offered_in_addition() -> None:
    assert [part.value for part in AdditionalOffer] == [
        "calm_environment",
        "small_groups",
        "high_staff_ratio",
        "targeted_intervention",
        "enrichment",
        "leadership",
        "voice_and_agency",
        "social_emotional_learning",
        "social_skills_and_regulation",
        "relationships",
        "parent_partnership",
    ]


def test_a_check_in_looks_at_five_domains() -> None:
    assert [domain.value for domain in MonitoringDomain] == [
        "engagement",
        "learning",
        "behaviour",
        "social_skills",
        "emotional_state",
    ]
