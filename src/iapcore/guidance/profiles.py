"""Ready-made policies after the models that the sources describe. A school starts from one and edits it.

Rule of the room: where a profile goes beyond its source, the choice has the basis `SCHOOL_CHOICE`.
"""

from fractions import Fraction
from typing import Final

from attrs import evolve

from iapcore.errors import UnknownCodeError
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.sources import Basis
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet
from iapcore.vocabulary.people import Role

__all__ = ["PROFILES", "profile"]

_REFERRAL: Final = FOUR_TENETS.at("tenet 2, robust referral process")
_STUDENT_SUPPORT_CENTRE: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_NURTURE_SPACE: Final = FOUR_TENETS.at("case study 4, Oakmeadow Primary School")
_MONITORING: Final = FOUR_TENETS.at("tenet 3, assessment and monitoring")

FOUR_TENETS_POLICY: Final = Policy(
    name="four-tenets",
    version="1",
    title="The four tenets: what the main report describes, and cautious choices where it gives no number",
    supports_evaluated=Choice(value=2, basis=Basis.SCHOOL_CHOICE),
    professionals=Choice(
        value=(Role.PROVISION_LEAD, Role.PASTORAL, Role.SENCO, Role.SENIOR_LEADER, Role.SAFEGUARDING_LEAD),
        basis=Basis.RESEARCH_FINDING,
        cites=(_REFERRAL,),
    ),
    data_sets=Choice(
        value=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR, DataSet.ACADEMIC, DataSet.PASTORAL, DataSet.SEN),
        basis=Basis.PRACTICE_EXAMPLE,
        cites=(_STUDENT_SUPPORT_CENTRE,),
    ),
    lead_months=Choice(value=1, basis=Basis.PRACTICE_EXAMPLE, cites=(_STUDENT_SUPPORT_CENTRE,)),
    settling_weeks=Choice(value=0, basis=Basis.SCHOOL_CHOICE),
    review_weeks=Choice(value=6, basis=Basis.RESEARCH_FINDING, cites=(_MONITORING,)),
    lessons_per_step=Choice(value=2, basis=Basis.SCHOOL_CHOICE),
    colour_order=Choice(
        value=(LessonColour.GREEN,), basis=Basis.PRACTICE_EXAMPLE, cites=(_STUDENT_SUPPORT_CENTRE,)
    ),
    attendance_in_stay=Choice(value=Fraction(9, 10), basis=Basis.SCHOOL_CHOICE),
    least_sessions=Choice(value=20, basis=Basis.SCHOOL_CHOICE),
    comparison_weeks=Choice(value=10, basis=Basis.SCHOOL_CHOICE),
    follow_up_weeks=Choice(value=(6, 12, 26), basis=Basis.SCHOOL_CHOICE),
)

HALF_TERM_POLICY: Final = evolve(
    FOUR_TENETS_POLICY,
    name="half-term",
    title="Half-term return: a first week wholly in the base, then green lessons first, then the others",
    settling_weeks=Choice(value=1, basis=Basis.PRACTICE_EXAMPLE, cites=(_STUDENT_SUPPORT_CENTRE,)),
    review_weeks=Choice(value=3, basis=Basis.RESEARCH_FINDING, cites=(_MONITORING,)),
    lessons_per_step=Choice(value=5, basis=Basis.SCHOOL_CHOICE),
    colour_order=Choice(value=tuple(LessonColour), basis=Basis.SCHOOL_CHOICE),
)

LONG_PLACEMENT_POLICY: Final = evolve(
    FOUR_TENETS_POLICY,
    name="long-placement",
    title="Long placement: one to three terms, a lesson at a time",
    lessons_per_step=Choice(value=1, basis=Basis.SCHOOL_CHOICE),
    colour_order=Choice(value=tuple(LessonColour), basis=Basis.SCHOOL_CHOICE),
)

PRIMARY_NURTURE_POLICY: Final = evolve(
    FOUR_TENETS_POLICY,
    name="primary-nurture",
    title="Primary nurture: some half-days a week, fewer as the pupil manages",
    data_sets=Choice(
        value=(DataSet.PASTORAL, DataSet.ACADEMIC, DataSet.BEHAVIOUR, DataSet.SEN, DataSet.SAFEGUARDING),
        basis=Basis.PRACTICE_EXAMPLE,
        cites=(_NURTURE_SPACE,),
    ),
    professionals=Choice(
        value=(Role.PROVISION_LEAD, Role.SENCO, Role.CLASS_TEACHER),
        basis=Basis.PRACTICE_EXAMPLE,
        cites=(_NURTURE_SPACE,),
    ),
    review_weeks=Choice(value=6, basis=Basis.PRACTICE_EXAMPLE, cites=(_NURTURE_SPACE,)),
    lessons_per_step=Choice(value=1, basis=Basis.PRACTICE_EXAMPLE, cites=(_NURTURE_SPACE,)),
    colour_order=Choice(value=tuple(LessonColour), basis=Basis.SCHOOL_CHOICE),
)

KS4_QUALIFICATIONS_POLICY: Final = evolve(
    FOUR_TENETS_POLICY,
    name="ks4-qualifications",
    title="Key Stage 4 qualifications: staying in school to sit qualifications and secure a pathway after 16",
    follow_up_weeks=Choice(value=(12, 26), basis=Basis.SCHOOL_CHOICE),
)

PROFILES: Final = (
    FOUR_TENETS_POLICY,
    HALF_TERM_POLICY,
    LONG_PLACEMENT_POLICY,
    PRIMARY_NURTURE_POLICY,
    KS4_QUALIFICATIONS_POLICY,
)
"""The policies that come with iapcore, the default first."""


def profile(name: str = "four-tenets") -> Policy:
    """The ready-made policy of that name.

    >>> profile().name
    'four-tenets'
    >>> profile("half-term").settling_weeks.value
    1

    Raises `UnknownCodeError` for any other name.
    """
    found = next((policy for policy in PROFILES if policy.name == name), None)
    if found is None:
        known = ", ".join(policy.name for policy in PROFILES)
        raise UnknownCodeError(
            f"No policy of that name comes with iapcore: choose one of {known}, or read your own."
        )
    return found
