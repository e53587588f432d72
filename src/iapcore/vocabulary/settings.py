"""Places: where a lesson is taught, where a pupil goes when a stay ends, who chose it.

Source: Simpson and O'Brien, *Four Tenets* (2025), glossary and tenet four.
"""

from iapcore.vocabulary.value import Word

__all__ = ["Destination", "EndingKind", "Phase", "TransitionElement", "Where"]


class Where(Word):
    """Where a lesson of the week is taught.

    >>> Where("base").name
    'BASE'
    """

    BASE = "base"
    MAINSTREAM = "mainstream"
    ELSEWHERE = "elsewhere"


class Phase(Word):
    """The phase of a school.

    >>> Phase("primary").name
    'PRIMARY'
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Destination(Word):
    """Where a pupil goes when a stay ends.

    A return to mainstream, a pathway after 16 with qualifications and a special school place are the valued
    outcomes. Managed move, off-site direction, elective home education and permanent exclusion are endings
    that the sources warn of: they raise a question about the provision and are no label on a pupil.

    >>> Destination("mainstream").name
    'MAINSTREAM'
    """

    MAINSTREAM = "mainstream"
    MAINSTREAM_IN_PART = "mainstream_in_part"
    FURTHER_STAY = "further_stay"
    POST_16 = "post_16"
    NO_POST_16_PLACE = "no_post_16_place"
    SPECIAL_SCHOOL = "special_school"
    SPECIALIST_BASE = "specialist_base"
    ANOTHER_SCHOOL = "another_school"
    NEXT_PHASE = "next_phase"
    FAMILY_WITHDREW = "family_withdrew"
    DIED = "died"
    MANAGED_MOVE = "managed_move"
    OFF_SITE_DIRECTION = "off_site_direction"
    ELECTIVE_HOME_EDUCATION = "elective_home_education"
    PERMANENT_EXCLUSION = "permanent_exclusion"
    EXTERNAL_ALTERNATIVE_PROVISION = "external_alternative_provision"


class EndingKind(Word):
    """Whether a stay ended as planned.

    >>> EndingKind("planned").name
    'PLANNED'
    """

    PLANNED = "planned"
    EARLY = "early"
    EXTENDED = "extended"


class TransitionElement(Word):
    """The six elements of a planned and supported transition (*Four Tenets*, tenet four).

    The sixth, follow-up, is printed after a table in the source and is easily missed.

    >>> len(TransitionElement)
    6
    """

    COMMUNICATION = "communication"
    CLEAR_EXPECTATIONS = "clear_expectations"
    TIME_IN_DESTINATION = "time_in_destination"
    RELATIONSHIPS = "relationships"
    PUPIL_AGENCY = "pupil_agency"
    FOLLOW_UP = "follow_up"
