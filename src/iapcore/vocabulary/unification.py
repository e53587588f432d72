"""Ways in which a provision and the mainstream school are one, so that nobody is set apart.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet one: twelve things that may be so, none that must.
"""

from iapcore.vocabulary.value import Word

__all__ = ["Unification"]


class Unification(Word):
    """Something that pupils of a provision share with the mainstream.

    >>> len(Unification), Unification("same_uniform").name
    (12, 'SAME_UNIFORM')
    """

    SHARED_SOCIAL_TIMES = "shared_social_times"
    ASSEMBLIES_AND_LESSONS = "assemblies_and_lessons"
    SAME_UNIFORM = "same_uniform"
    SAME_BEHAVIOUR_AND_REWARDS = "same_behaviour_and_rewards"
    SAME_EXPECTATIONS = "same_expectations"
    ON_THE_SITE = "on_the_site"
    MAINSTREAM_STAFF_TEACH = "mainstream_staff_teach"
    MAINSTREAM_STAFF_VISIT = "mainstream_staff_visit"
    SPECIALIST_ROOMS = "specialist_rooms"
    VISITING_WORKSHOPS = "visiting_workshops"
    MAINSTREAM_ASSESSMENTS = "mainstream_assessments"
    SAME_SUPPORT_SERVICES = "same_support_services"
