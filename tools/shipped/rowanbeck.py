"""Replayed: staying to sit qualifications, at a fictional school."""

from typing import Final

from shipped.notes import (
    FIVE_DATA_SETS,
    FIVE_PROFESSIONALS,
    FOUR_TENETS,
    INTERNAL,
    KS3,
    KS4,
    asked,
    contacts,
    day,
    decided,
    filled_in,
    half_terms,
    incidents,
    intervention,
    looked_for,
    published,
    rated,
    register,
    said,
    slots,
    span,
    suspensions,
    targets_stand,
    tried,
    trusted,
    week,
    whole_week_rated,
    worked,
)

from iapcore import (
    Characteristics,
    Extent,
    Ground,
    Informant,
    Instrument,
    Journey,
    NeedKind,
    Phase,
    Placement,
    PriorSupport,
    Progress,
    Provision,
    Pupil,
    PupilId,
    Purpose,
    Qualification,
    Referral,
    Review,
    ReviewDecision,
    RiskGround,
    Role,
    School,
    Sex,
    Target,
    Time,
    View,
    Where,
    Wish,
    YearGroup,
)
from iapcore.record.learning import PathwayEvent, ProviderCheck, VocationalPlace
from iapcore.record.placement import Entry
from iapcore.record.provision import Staffing
from iapcore.record.referral import Decided
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.qualifications import Pace, PathwayStep, QualificationKind
from iapcore.vocabulary.sen import SenNeed, SenProvision
from iapcore.vocabulary.unification import Unification

GARDEN_HOUSE: Final = Provision(
    key="garden-house",
    kind=INTERNAL,
    name="The Garden House",
    school="Rowanbeck School (fictional)",
    is_fictional=True,
    phase=Phase.SECONDARY,
    key_stages=(KS3, KS4),
    places=8,
    teachers=1,
    assistants=1,
    staffing=(
        Staffing(kind=StaffKind.QUALIFIED_TEACHER, count=1),
        Staffing(kind=StaffKind.HIGHER_LEVEL_TEACHING_ASSISTANT, count=1),
        Staffing(kind=StaffKind.WELLBEING_SPECIALIST, count=1),
        Staffing(kind=StaffKind.MAINSTREAM_TEACHER),
    ),
    purposes=(Purpose.RETURN, Purpose.QUALIFICATIONS),
    grounds=(Ground.PERSISTENT_ABSENCE, Ground.SEVERE_ABSENCE),
    core_offer=(CoreOffer.TEACHING_AND_LEARNING,),
    additional_offer=(AdditionalOffer.ENRICHMENT,),
    session_types=(SessionType.CURRICULUM, SessionType.ENRICHMENT, SessionType.VOCATIONAL),
    unification=(
        Unification.ON_THE_SITE,
        Unification.MAINSTREAM_STAFF_VISIT,
        Unification.SAME_SUPPORT_SERVICES,
    ),
    host=School(key="rowanbeck", name="Rowanbeck School (fictional)"),
    weeks=(6, 52),
    settling_weeks=0,
    review_weeks=6,
    schedule="Core subjects from 9:30 to 12:30, enrichment from 1:00 to 2:30",
    space="Its own small house on the school's site",
    referral_roles=(Role.PROVISION_LEAD, Role.PASTORAL, Role.SENIOR_LEADER),
    instruments=(Instrument.PASS,),
    provenance=(
        published(
            FOUR_TENETS,
            "case study 1",
            "kind phase key_stages places staffing purposes core_offer additional_offer session_types "
            "unification schedule space",
        ),
        filled_in(
            "name school is_fictional teachers assistants staffing grounds session_types host weeks "
            "settling_weeks review_weeks referral_roles instruments"
        ),
    ),
)


ROWANBECK: Final = half_terms(
    "rowanbeck",
    "2025-09-02..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-21 "
    "2026-09-02..2026-10-23 2026-11-02..2026-12-18 2027-01-04..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-02 2025-11-28 2026-01-05 2026-09-02 2026-10-23 2027-01-04",
)


PERIODS: Final = "1 09:30-10:30, 2 10:30-11:30, 3 11:30-12:30, 4 13:00-13:45, 5 13:45-14:30"
FRIDAYS: Final = ("2026-06-12", "2026-06-19", "2026-06-26", "2026-07-03", "2026-07-10", "2026-07-17")


def to_the_end_of_year_11() -> Journey:
    """A pupil with a history of severe absence who stays to sit qualifications."""
    subjects = """
        English   Maths   Science   Gardening Gardening
        Maths     English Geography Art       Art
        Science   English Maths     Cooking   Cooking
        Geography Maths   English   Sport     Careers
        English   Science Maths     Music     Music
    """
    streams = "2026-02-23..2026-11-20"
    return Journey(
        pupil=Pupil(
            id=PupilId("rowan-01"),
            year_group=YearGroup.YEAR_11,
            sex=Sex.FEMALE,
            characteristics=(
                Characteristics(since=day("2025-09-03"), sen_provision=SenProvision.NONE),
                Characteristics(
                    since=day("2026-04-27"),
                    sen_provision=SenProvision.SUPPORT,
                    primary_need=SenNeed.SOCIAL_EMOTIONAL_MENTAL_HEALTH,
                ),
            ),
        ),
        home_school=GARDEN_HOUSE.host,
        calendar=ROWANBECK,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-04-20"),
                provision=GARDEN_HOUSE,
                purpose=Purpose.QUALIFICATIONS,
                asked_by=Role.PASTORAL,
                grounds=(RiskGround(ground=Ground.SEVERE_ABSENCE, time=Time.PAST),),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.ATTENDANCE_PLAN, "2026-01-12", "2026-03-20", Extent.NO),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-01-19", "2026-04-17", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2026-04-29", *FIVE_PROFESSIONALS),
                    *asked("2026-05-06", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
                decisions=decided(
                    "2026-05-08", Decided.PLACE_OFFERED, Role.PROVISION_LEAD, Role.SENIOR_LEADER
                ),
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=GARDEN_HOUSE,
                referral="r1",
                purpose=Purpose.QUALIFICATIONS,
                entry=Entry.FIRST,
                purpose_changes=(),
                planned=span("2026-06-01..2027-06-30"),
                began=day("2026-06-01"),
            ),
        ),
        timetables=(
            week("2026-06-01", subjects, mainstream="", times=PERIODS),
            week(
                "2026-06-12",
                subjects.replace("Music     Music", "Horticulture Horticulture"),
                mainstream="",
                elsewhere="Fri:4 Fri:5",
                times=PERIODS,
            ),
            week("2026-09-07", subjects, mainstream="Tue:4 Tue:5", times=PERIODS),
        ),
        ratings=(
            *whole_week_rated("2026-06-10", "GRAGG RGAGG AGRGG ARGAA GARGG"),
            *rated("2026-10-15", green="Tue:4 Tue:5", amber="Mon:2 Tue:1"),
        ),
        targets=(
            Target(
                ref="t1",
                day=day("2026-06-12"),
                need=NeedKind.LEARNING,
                measure="Pieces of coursework finished in a half-term",
            ),
            Target(
                ref="t2",
                day=day("2026-06-12"),
                need=NeedKind.WELLBEING,
                measure="Mornings in a week that began as planned",
            ),
        ),
        reviews=(
            Review(
                day=day("2026-07-10"),
                attended=(Role.PROVISION_LEAD, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.NONE),
                pupil_wish=Wish.NOT_YET,
                family_view=View.FOR,
            ),
            Review(
                day=day("2026-10-16"),
                attended=(Role.PROVISION_LEAD, Role.SENIOR_LEADER, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.SOME),
                pupil_wish=Wish.UNSURE,
                family_view=View.FOR,
                staff_view=View.FOR,
                decision=ReviewDecision.HOLD,
                next_review=day("2026-11-26"),
            ),
        ),
        marks=register(
            ROWANBECK,
            ("2026-02-23..2026-05-31", 62),  # more than half: severe absence
            ("2026-06-01..2026-11-20", 27),
            code="O",
            off_site=FRIDAYS,
        ),
        needs=looked_for("2026-06-04", NeedKind.LEARNING, NeedKind.WELLBEING),
        interventions=(
            intervention("2026-06-08", None, NeedKind.WELLBEING, by=Role.OTHER),
            intervention("2026-09-14", None, NeedKind.LEARNING, by=Role.SUBJECT_TEACHER),
        ),
        subjects=worked("2026-11-11", English=Pace.WITH, Maths=Pace.BEHIND, Science=Pace.WITH),
        qualifications=(
            *(
                Qualification(kind=QualificationKind.ACADEMIC, aimed_for=day("2026-06-12"), subject=subject)
                for subject in ("English", "Science", "Geography")
            ),
            Qualification(
                kind=QualificationKind.FUNCTIONAL,
                aimed_for=day("2026-09-10"),
                entered=day("2026-11-06"),
                subject="Maths",
            ),
            Qualification(
                kind=QualificationKind.VOCATIONAL,
                aimed_for=day("2026-06-12"),
                entered=day("2026-06-12"),
                gained=day("2026-07-17"),
                subject="Horticulture",
            ),
        ),
        vocational_places=(
            VocationalPlace(
                started=day("2026-06-12"),
                ended=day("2026-07-17"),
                provider="garden-centre-1",
                slots=slots("Fri:4 Fri:5"),
                checks=(
                    ProviderCheck(day=day("2026-06-09"), by=Role.SAFEGUARDING_LEAD),
                    ProviderCheck(day=day("2026-06-19"), by=Role.PROVISION_LEAD),
                    ProviderCheck(day=day("2026-07-10"), by=Role.PROVISION_LEAD),
                ),
            ),
        ),
        pathway=(PathwayEvent(day=day("2026-11-13"), step=PathwayStep.APPLIED, provider="college-1"),),
        experiences=(
            said("2026-10-16", Informant.PUPIL, Extent.YES, Extent.PARTLY),
            said("2026-10-16", Informant.FAMILY, Extent.YES, Extent.PARTLY),
        ),
        trusted_adults=(
            trusted("2026-06-12", Role.PROVISION_LEAD, Where.BASE, "adult-1"),
            trusted("2026-10-15", Role.SUBJECT_TEACHER, Where.MAINSTREAM, "adult-2"),
        ),
        contacts=contacts(
            "2026-06-01..2026-11-20",
            planned="2026-06-12 2026-07-10 2026-09-11 2026-10-16",
            responsive="2026-09-23 2026-11-05",
            by=Role.PROVISION_LEAD,
        ),
        incidents=incidents(streams),
        suspensions=suspensions(streams),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 1",
                "pupil.year_group referrals.purpose placements.purpose placements.planned timetables "
                "qualifications pathway",
            ),
            published(FOUR_TENETS, "case study 3", "vocational_places"),
            published(FOUR_TENETS, "tenet 4, qualifications", "qualifications"),
            published(FOUR_TENETS, "tenet 4, introduction", "referrals.grounds"),
            filled_in(
                "pupil.sex pupil.characteristics home_school calendar referrals placements "
                "placements.planned timetables ratings targets reviews needs interventions subjects "
                "qualifications vocational_places pathway experiences trusted_adults marks incidents "
                "suspensions contacts"
            ),
        ),
    )
