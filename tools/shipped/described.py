"""The seven provisions of the published sources: published facts alone."""

from typing import Final

from shipped.notes import (
    FOUR_TENETS,
    HEADTEACHER_UPDATE,
    INTERNAL,
    KS1,
    KS2,
    KS3,
    KS4,
    SCHOOLS_WEEK,
    published,
)

from iapcore import (
    DataSet,
    Ground,
    Instrument,
    Phase,
    Provision,
    Purpose,
    Role,
    School,
)
from iapcore.record.provision import Staffing
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.unification import Unification

DESCRIBED: Final = (
    Provision(
        key="hive",
        kind=INTERNAL,
        name="The Hive",
        school="Queen Elizabeth High School, mid Devon",
        is_fictional=False,
        phase=Phase.SECONDARY,
        key_stages=(KS3, KS4),
        places=8,
        staffing=(
            Staffing(kind=StaffKind.PROVISION_LEAD, count=1),
            Staffing(kind=StaffKind.HIGHER_LEVEL_TEACHING_ASSISTANT, count=1),
            Staffing(kind=StaffKind.WELLBEING_SPECIALIST, count=1),
            Staffing(kind=StaffKind.MAINSTREAM_TEACHER),
        ),
        purposes=(Purpose.RETURN, Purpose.QUALIFICATIONS),
        core_offer=(CoreOffer.TEACHING_AND_LEARNING,),
        additional_offer=(AdditionalOffer.ENRICHMENT,),
        session_types=(SessionType.CURRICULUM, SessionType.ENRICHMENT),
        unification=(
            Unification.ON_THE_SITE,
            Unification.MAINSTREAM_STAFF_VISIT,
            Unification.SAME_SUPPORT_SERVICES,
        ),
        schedule="Core subjects from 9:30 to 12:30, enrichment from 1:00 to 2:30",
        space="Its own small house on the school's site",
        provenance=(
            published(
                FOUR_TENETS,
                "case study 1",
                "kind name school is_fictional phase key_stages places staffing purposes core_offer "
                "additional_offer session_types unification schedule space",
            ),
        ),
    ),
    Provision(
        key="student-support-centre",
        kind=INTERNAL,
        name="Student Support Centre",
        school="Lister Community School, London",
        is_fictional=False,
        phase=Phase.SECONDARY,
        key_stages=(KS3,),
        places=12,
        staffing=(Staffing(kind=StaffKind.MAINSTREAM_TEACHER),),
        purposes=(Purpose.RETURN,),
        core_offer=(CoreOffer.TEACHING_AND_LEARNING,),
        additional_offer=(
            AdditionalOffer.TARGETED_INTERVENTION,
            AdditionalOffer.SOCIAL_EMOTIONAL_LEARNING,
            AdditionalOffer.RELATIONSHIPS,
        ),
        session_types=(SessionType.DIAGNOSIS, SessionType.INTERVENTION, SessionType.CURRICULUM),
        unification=(
            Unification.SHARED_SOCIAL_TIMES,
            Unification.ON_THE_SITE,
            Unification.MAINSTREAM_STAFF_TEACH,
            Unification.SPECIALIST_ROOMS,
        ),
        weeks=(6, 6),
        settling_weeks=1,
        schedule="A first week wholly in the centre, then a week shared with mainstream",
        space="Rooms in a main building",
        referral_roles=(
            Role.PROVISION_LEAD,
            Role.SENCO,
            Role.PASTORAL,
            Role.SAFEGUARDING_LEAD,
            Role.SENIOR_LEADER,
        ),
        data_sets=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR, DataSet.ACADEMIC, DataSet.PASTORAL, DataSet.SEN),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 2",
                "kind name school is_fictional phase key_stages places staffing purposes core_offer "
                "additional_offer session_types unification weeks settling_weeks schedule space "
                "referral_roles data_sets",
            ),
        ),
    ),
    Provision(
        key="connections",
        kind=INTERNAL,
        name="Connections",
        school="Matthew Moss High School, Rochdale",
        is_fictional=False,
        phase=Phase.SECONDARY,
        key_stages=(KS3, KS4),
        teachers=2,
        assistants=2,
        staffing=(
            Staffing(kind=StaffKind.QUALIFIED_TEACHER, count=2),
            Staffing(kind=StaffKind.TEACHING_ASSISTANT, count=2),
            Staffing(kind=StaffKind.MAINSTREAM_TEACHER),
        ),
        purposes=(Purpose.RETURN,),
        core_offer=(CoreOffer.TEACHING_AND_LEARNING,),
        additional_offer=(
            AdditionalOffer.TARGETED_INTERVENTION,
            AdditionalOffer.RELATIONSHIPS,
            AdditionalOffer.PARENT_PARTNERSHIP,
        ),
        session_types=(SessionType.INTERVENTION, SessionType.VOCATIONAL, SessionType.CURRICULUM),
        unification=(
            Unification.SHARED_SOCIAL_TIMES,
            Unification.ON_THE_SITE,
            Unification.MAINSTREAM_STAFF_TEACH,
            Unification.SAME_SUPPORT_SERVICES,
        ),
        terms=(1, 3),
        schedule="One to three terms, with outdoor work each week; GCSE options together with mainstream",
        space="Rooms in the main building",
        provenance=(
            published(
                FOUR_TENETS,
                "case study 3",
                "kind name school is_fictional phase key_stages teachers assistants staffing purposes "
                "core_offer additional_offer session_types unification terms schedule space",
            ),
        ),
    ),
    Provision(
        key="nurture-space",
        kind=INTERNAL,
        name="Nurture Space",
        school="Oakmeadow Primary School, Shropshire",
        is_fictional=False,
        phase=Phase.PRIMARY,
        key_stages=(KS1, KS2),
        places=8,
        soft_start_places=12,
        teachers=1,
        assistants=1,
        staffing=(Staffing(kind=StaffKind.HIGHER_LEVEL_TEACHING_ASSISTANT, count=1),),
        purposes=(Purpose.RETURN,),
        core_offer=(CoreOffer.ASSESSMENT_AND_MONITORING,),
        additional_offer=(
            AdditionalOffer.SOCIAL_EMOTIONAL_LEARNING,
            AdditionalOffer.SOCIAL_SKILLS_AND_REGULATION,
        ),
        review_weeks=6,
        schedule="Three afternoons a week, often for 12 weeks; a soft start every morning",
        referral_roles=(
            Role.SENCO,
            Role.SENIOR_LEADER,
            Role.PROVISION_LEAD,
            Role.SAFEGUARDING_LEAD,
            Role.CLASS_TEACHER,
        ),
        data_sets=(DataSet.PASTORAL, DataSet.ACADEMIC, DataSet.BEHAVIOUR, DataSet.SEN, DataSet.SAFEGUARDING),
        instruments=(Instrument.BOXALL,),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 4",
                "kind name school is_fictional phase key_stages places soft_start_places teachers "
                "assistants staffing purposes core_offer additional_offer review_weeks schedule "
                "referral_roles data_sets instruments",
            ),
        ),
    ),
    Provision(
        key="bubble",
        kind=INTERNAL,
        name="The Bubble",
        school="Richard Atkins Primary School, south London",
        is_fictional=False,
        phase=Phase.PRIMARY,
        opened=2024,
        teachers=1,
        assistants=2,
        staffing=(
            Staffing(kind=StaffKind.TEACHING_ASSISTANT, count=2),
            Staffing(kind=StaffKind.THERAPIST, count=1),
        ),
        purposes=(Purpose.RETURN,),
        core_offer=(CoreOffer.BROAD_CURRICULUM,),
        additional_offer=(AdditionalOffer.VOICE_AND_AGENCY,),
        session_types=(SessionType.CURRICULUM,),
        takes_from_other_schools=True,
        other_schools_by_early_help=True,
        host=School(key="richard-atkins", name="Richard Atkins Primary School"),
        space="Five rooms, and a sixth that is much like a mainstream classroom",
        instruments=(Instrument.BOXALL,),
        other_approaches=("Birmingham SEN Toolkits", "Zones of Regulation"),
        provenance=(
            published(
                HEADTEACHER_UPDATE,
                "Richard Atkins Primary School",
                "kind name school is_fictional phase opened teachers assistants staffing purposes "
                "core_offer additional_offer session_types takes_from_other_schools "
                "other_schools_by_early_help host space instruments other_approaches",
            ),
        ),
    ),
    Provision(
        key="house",
        kind=INTERNAL,
        name="The House",
        school="Morpeth School, east London",
        is_fictional=False,
        opened=2021,
        usually_on_roll=6,
        grounds=(Ground.HEALTH, Ground.EXCLUSION, Ground.SEVERE_ABSENCE),
        space="Room to teach, a kitchen to cook and eat in, and outdoor areas",
        provenance=(
            published(
                SCHOOLS_WEEK,
                "on Morpeth School",
                "kind name school is_fictional opened usually_on_roll grounds space",
            ),
        ),
    ),
    Provision(
        key="duston",
        kind=INTERNAL,
        school="The Duston School, Northamptonshire",
        is_fictional=False,
        opened=2020,
        provenance=(published(SCHOOLS_WEEK, "on the Duston School", "kind school is_fictional opened"),),
    ),
)
