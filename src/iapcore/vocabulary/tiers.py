"""Tiers of the graduated response: how much more than what every pupil has.

Sources: Department for Education, *Arranging alternative provision* (February 2025), for three tiers; *Every child
achieving and thriving* (February 2026) as the trade press reports it, for the four that are proposed. Proposed ones
are not in force: most are meant for 2029, and the codes of SEN provision stand until then.
"""

from iapcore.vocabulary.value import Word

__all__ = ["AlternativeProvisionTier", "ProposedTier"]


class AlternativeProvisionTier(Word):
    """A tier of alternative provision in the guidance of 2025, from the nearest to mainstream.

    >>> [tier.value for tier in AlternativeProvisionTier]
    ['targeted_support', 'time_limited_placement', 'transitional_placement']
    """

    TARGETED_SUPPORT = "targeted_support"
    TIME_LIMITED_PLACEMENT = "time_limited_placement"
    TRANSITIONAL_PLACEMENT = "transitional_placement"


class ProposedTier(Word):
    """A layer of support as proposed in 2026 and not in force.

    >>> ProposedTier("targeted_plus").name
    'TARGETED_PLUS'
    """

    UNIVERSAL = "universal"
    TARGETED = "targeted"
    TARGETED_PLUS = "targeted_plus"
    SPECIALIST = "specialist"
