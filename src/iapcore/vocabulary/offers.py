"""What a provision offers, and what it watches from day to day.

Sources: Simpson and O'Brien, *Four Tenets* (2025), tenet three; Simpson, *The rise of Internal Alternative Provision*
(2024), for the types of session.
"""

from iapcore.vocabulary.value import Word

__all__ = ["AdditionalOffer", "CoreOffer", "MonitoringDomain", "SessionType"]


class SessionType(Word):
    """What a session in the provision is for. Vocational sessions are found above all in Key Stage 4.

    >>> [kind.value for kind in SessionType]
    ['diagnosis', 'intervention', 'enrichment', 'vocational', 'curriculum']
    """

    DIAGNOSIS = "diagnosis"
    INTERVENTION = "intervention"
    ENRICHMENT = "enrichment"
    VOCATIONAL = "vocational"
    CURRICULUM = "curriculum"


class CoreOffer(Word):
    """The core of the offer, comparable to that of pupils in mainstream (tenet three).

    >>> len(CoreOffer)
    4
    """

    TEACHING_AND_LEARNING = "teaching_and_learning"
    BROAD_CURRICULUM = "broad_curriculum"
    ASSESSMENT_AND_MONITORING = "assessment_and_monitoring"
    PASTORAL = "pastoral"


class AdditionalOffer(Word):
    """What a provision offers in addition to the core (tenet three).

    >>> len(AdditionalOffer)
    11
    """

    CALM_ENVIRONMENT = "calm_environment"
    SMALL_GROUPS = "small_groups"
    HIGH_STAFF_RATIO = "high_staff_ratio"
    TARGETED_INTERVENTION = "targeted_intervention"
    ENRICHMENT = "enrichment"
    LEADERSHIP = "leadership"
    VOICE_AND_AGENCY = "voice_and_agency"
    SOCIAL_EMOTIONAL_LEARNING = "social_emotional_learning"
    SOCIAL_SKILLS_AND_REGULATION = "social_skills_and_regulation"
    RELATIONSHIPS = "relationships"
    PARENT_PARTNERSHIP = "parent_partnership"


class MonitoringDomain(Word):
    """What a daily check-in and check-out looks at (tenet three).

    >>> MonitoringDomain("emotional_state").name
    'EMOTIONAL_STATE'
    """

    ENGAGEMENT = "engagement"
    LEARNING = "learning"
    BEHAVIOUR = "behaviour"
    SOCIAL_SKILLS = "social_skills"
    EMOTIONAL_STATE = "emotional_state"
