"""Why a pupil is referred, what a referral looks at, and what a stay is for.

Sources: Simpson and O'Brien, *Four Tenets* (2025), definition, tenet two and tenet four; Schools Week (2025)
on the House at Morpeth School, for health.
"""

from iapcore.vocabulary.value import Word

__all__ = ["DataSet", "Ground", "NeedKind", "PriorSupport", "Purpose", "Time"]


class Ground(Word):
    """What puts a pupil at risk of losing learning. A ground is a reason for support, never a charge.

    >>> Ground("severe_absence").name
    'SEVERE_ABSENCE'
    """

    EXCLUSION = "exclusion"
    SUSPENSION = "suspension"
    PERSISTENT_ABSENCE = "persistent_absence"
    SEVERE_ABSENCE = "severe_absence"
    EMOTIONALLY_BASED_NON_ATTENDANCE = "emotionally_based_non_attendance"
    ANXIETY = "anxiety"
    DISTRESS = "distress"
    HEALTH = "health"
    REMOVAL = "removal"
    TRUANCY_WITHIN_SCHOOL = "truancy_within_school"
    OTHER = "other"


class Time(Word):
    """Whether a ground has already shown itself or is foreseen.

    >>> Time("foreseen").name
    'FORESEEN'
    """

    PAST = "past"
    FORESEEN = "foreseen"


class DataSet(Word):
    """A kind of data that a referral looks at: the union of what two case-study schools use (*Four Tenets*).

    >>> len(DataSet)
    6
    """

    ATTENDANCE = "attendance"
    BEHAVIOUR = "behaviour"
    ACADEMIC = "academic"
    PASTORAL = "pastoral"
    SEN = "sen"
    SAFEGUARDING = "safeguarding"


class PriorSupport(Word):
    """Support tried before a referral: the eight that *Four Tenets* (tenet two) names as examples, or another.

    >>> PriorSupport("time_out_card").name
    'TIME_OUT_CARD'
    """

    TUTOR_REPORT = "tutor_report"
    HEAD_OF_YEAR_REPORT = "head_of_year_report"
    SEN_ASSESSMENT = "sen_assessment"
    MENTORING = "mentoring"
    SMALL_GROUP = "small_group"
    TIME_OUT_CARD = "time_out_card"
    ATTENDANCE_PLAN = "attendance_plan"
    FAMILY_MEETINGS = "family_meetings"
    OTHER = "other"


class NeedKind(Word):
    """The three kinds of need that a stay looks for and answers (*Four Tenets*, tenet two).

    >>> [kind.value for kind in NeedKind]
    ['learning', 'wellbeing', 'safety']
    """

    LEARNING = "learning"
    WELLBEING = "wellbeing"
    SAFETY = "safety"


class Purpose(Word):
    """What a stay is for. Return is the ideal; the others are valued too (*Four Tenets*, tenet four).

    >>> Purpose("return").name
    'RETURN'
    """

    RETURN = "return"
    QUALIFICATIONS = "qualifications"
    SPECIAL_SCHOOL_BRIDGE = "special_school_bridge"
    PRIMARY_YEAR = "primary_year"
