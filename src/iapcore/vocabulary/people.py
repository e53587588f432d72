"""Who speaks, decides and is spoken to: roles, never names.

Sources: Simpson and O'Brien, *Four Tenets* (2025), tenet two, for those whom a referral consults; Youth in Mind, GL
Assessment and nurtureuk for who fills in which questionnaire.
"""

from iapcore.vocabulary.value import Word

__all__ = ["Audience", "Informant", "Role", "StaffKind", "View"]


class Role(Word):
    """A person's part in a stay.

    The first five are those that a referral most often consults (Simpson and O'Brien, *Four Tenets*, 2025,
    tenet two).

    >>> Role("senco").name
    'SENCO'
    """

    PROVISION_LEAD = "provision_lead"
    PASTORAL = "pastoral"
    SENCO = "senco"
    SENIOR_LEADER = "senior_leader"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    CLASS_TEACHER = "class_teacher"
    SUBJECT_TEACHER = "subject_teacher"
    TEACHING_ASSISTANT = "teaching_assistant"
    FAMILY = "family"
    PUPIL = "pupil"
    OTHER = "other"


class StaffKind(Word):
    """Who works in a provision, by training or part: the kinds that the described provisions have.

    >>> StaffKind("qualified_teacher").name
    'QUALIFIED_TEACHER'
    """

    PROVISION_LEAD = "provision_lead"
    QUALIFIED_TEACHER = "qualified_teacher"
    HIGHER_LEVEL_TEACHING_ASSISTANT = "higher_level_teaching_assistant"
    TEACHING_ASSISTANT = "teaching_assistant"
    WELLBEING_SPECIALIST = "wellbeing_specialist"
    THERAPIST = "therapist"
    MAINSTREAM_TEACHER = "mainstream_teacher"
    OTHER = "other"


class View(Word):
    """What somebody who was asked thinks of a proposal.

    >>> View("unsure").name
    'UNSURE'
    """

    FOR = "for"
    AGAINST = "against"
    UNSURE = "unsure"


class Audience(Word):
    """For whom a judgement is told: staff, parents or carers, or the pupil.

    >>> Audience("family").name
    'FAMILY'
    """

    STAFF = "staff"
    FAMILY = "family"
    PUPIL = "pupil"


class Informant(Word):
    """Who filled in a questionnaire. Scores of different informants are never compared.

    >>> Informant("teacher").name
    'TEACHER'
    """

    PUPIL = "pupil"
    FAMILY = "family"
    TEACHER = "teacher"
    STAFF = "staff"
