"""Ready-made policies after the models that the sources describe. A school starts from one and edits it.

Rule of the room: where a profile goes beyond its source, the choice has the basis `SCHOOL_CHOICE`.
"""

from fractions import Fraction
from typing import Final, TypeVar

from attrs import evolve

from iapcore.errors import UnknownCodeError
from iapcore.guidance.library import FOUR_TENETS, IAP_FINDINGS
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.policy_words import ColourMeaning, Evidence, SubjectReturns, TurnOrder, WaitingOrder
from iapcore.guidance.sources import Basis
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace

__all__ = ["PROFILES", "profile"]

_REFERRAL: Final = FOUR_TENETS.at("tenet 2, robust referral process")
_STUDENT_SUPPORT_CENTRE: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_NURTURE_SPACE: Final = FOUR_TENETS.at("case study 4, Oakmeadow Primary School")
_MONITORING: Final = FOUR_TENETS.at("tenet 3, assessment and monitoring")
_GROUP_SIZE: Final = IAP_FINDINGS.at("what is working well, group size")

T = TypeVar("T")


def _chosen(value: T) -> Choice[T]:
    """A choice that no source gives."""
    return Choice(value=value, basis=Basis.SCHOOL_CHOICE)


FOUR_TENETS_POLICY: Final = Policy(
    name="four-tenets",
    version="1",
    title="The four tenets: what the main report describes, and cautious choices where it gives no number",
    prior_supports=_chosen(()),
    supports_evaluated=_chosen(2),
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
    beside_days=_chosen(1),
    places=Choice(value=9, basis=Basis.RESEARCH_FINDING, cites=(_GROUP_SIZE,)),
    waiting_order=_chosen(WaitingOrder.PEOPLE_DECIDE),
    settling_weeks=_chosen(0),
    review_weeks=Choice(value=6, basis=Basis.RESEARCH_FINDING, cites=(_MONITORING,)),
    lessons_per_step=_chosen(2),
    weeks_per_step=_chosen(1),
    taper=_chosen(()),
    colour_order=Choice(
        value=(LessonColour.GREEN,), basis=Basis.PRACTICE_EXAMPLE, cites=(_STUDENT_SUPPORT_CENTRE,)
    ),
    turn_order=_chosen(tuple(TurnOrder)),
    subject_returns=_chosen(SubjectReturns.AS_THEY_COME),
    amber_means=_chosen(ColourMeaning.IN_TURN),
    red_means=_chosen(ColourMeaning.IN_TURN),
    attendance_in_stay=_chosen(Fraction(9, 10)),
    check_in_share=_chosen(Fraction(3, 5)),
    targets_moving=_chosen(Fraction(1)),
    pace_kept=_chosen((Pace.AHEAD, Pace.WITH)),
    improvement=_chosen(()),
    least_sessions=_chosen(20),
    comparison_weeks=_chosen(10),
    follow_up_weeks=_chosen((6, 12, 26)),
    sustained=_chosen((Evidence.ATTENDANCE, Evidence.PARTICIPATION, Evidence.FOLLOW_UP)),
    forces=_chosen(()),
)

HALF_TERM_POLICY: Final = evolve(
    FOUR_TENETS_POLICY,
    name="half-term",
    title="Half-term return: a first week wholly in the base, then green lessons first, then the others",
    settling_weeks=Choice(value=1, basis=Basis.PRACTICE_EXAMPLE, cites=(_STUDENT_SUPPORT_CENTRE,)),
    review_weeks=Choice(value=3, basis=Basis.RESEARCH_FINDING, cites=(_MONITORING,)),
    lessons_per_step=_chosen(5),
    colour_order=_chosen(tuple(LessonColour)),
)

LONG_PLACEMENT_POLICY: Final = evolve(
    FOUR_TENETS_POLICY,
    name="long-placement",
    title="Long placement: one to three terms, a lesson at a time",
    lessons_per_step=_chosen(1),
    colour_order=_chosen(tuple(LessonColour)),
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
    weeks_per_step=_chosen(4),
    taper=Choice(value=(3, 2, 1), basis=Basis.PRACTICE_EXAMPLE, cites=(_NURTURE_SPACE,)),
    colour_order=_chosen(tuple(LessonColour)),
)

KS4_QUALIFICATIONS_POLICY: Final = evolve(
    FOUR_TENETS_POLICY,
    name="ks4-qualifications",
    title="Key Stage 4 qualifications: staying in school to sit qualifications and secure a pathway after 16",
    follow_up_weeks=_chosen((12, 26)),
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
