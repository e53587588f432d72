"""Replayed: six weeks in a half-term, at a fictional school."""

from typing import Final

from shipped.notes import (
    FIVE_DATA_SETS,
    FIVE_PROFESSIONALS,
    FOUR_TENETS,
    INTERNAL,
    KS3,
    adjusted,
    asked,
    check_ins,
    chose,
    contacts,
    day,
    decided,
    filled_in,
    half_terms,
    incidents,
    intervention,
    lesson_marks,
    looked_for,
    planned,
    published,
    rated,
    register,
    removals,
    said,
    scores,
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
    Assessment,
    Characteristics,
    Conversation,
    DataSet,
    Destination,
    ElementDone,
    Extent,
    Ground,
    Informant,
    Instrument,
    Journey,
    NeedKind,
    Passport,
    Phase,
    Placement,
    PriorSupport,
    Progress,
    Provision,
    Pupil,
    PupilId,
    Purpose,
    Referral,
    Review,
    ReviewDecision,
    RiskGround,
    Role,
    School,
    Sex,
    SupportTried,
    Target,
    Time,
    Transition,
    TransitionElement,
    View,
    Where,
    Wish,
    YearGroup,
)
from iapcore.record.placement import Entry
from iapcore.record.provision import Staffing
from iapcore.record.referral import Decided
from iapcore.vocabulary.characteristics import PupilPremium
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.qualifications import Pace
from iapcore.vocabulary.sen import SenNeed, SenProvision
from iapcore.vocabulary.unification import Unification

HARBOUR_ROOM: Final = Provision(
    key="harbour-room",
    kind=INTERNAL,
    name="The Harbour Room",
    school="Elmsworth School (fictional)",
    is_fictional=True,
    phase=Phase.SECONDARY,
    key_stages=(KS3,),
    places=12,
    teachers=1,
    assistants=1,
    staffing=(
        Staffing(kind=StaffKind.QUALIFIED_TEACHER, count=1),
        Staffing(kind=StaffKind.TEACHING_ASSISTANT, count=1),
        Staffing(kind=StaffKind.MAINSTREAM_TEACHER),
    ),
    purposes=(Purpose.RETURN,),
    grounds=(Ground.SUSPENSION, Ground.EXCLUSION, Ground.TRUANCY_WITHIN_SCHOOL),
    needs=tuple(NeedKind),
    core_offer=tuple(CoreOffer),
    additional_offer=(
        AdditionalOffer.TARGETED_INTERVENTION,
        AdditionalOffer.SOCIAL_EMOTIONAL_LEARNING,
        AdditionalOffer.RELATIONSHIPS,
    ),
    session_types=(SessionType.DIAGNOSIS, SessionType.INTERVENTION, SessionType.CURRICULUM),
    unification=(
        Unification.SHARED_SOCIAL_TIMES,
        Unification.SAME_UNIFORM,
        Unification.ON_THE_SITE,
        Unification.MAINSTREAM_STAFF_TEACH,
        Unification.SPECIALIST_ROOMS,
    ),
    takes_from_other_schools=False,
    host=School(key="elmsworth", name="Elmsworth School (fictional)"),
    weeks=(6, 6),
    settling_weeks=1,
    review_weeks=3,
    schedule="A first week wholly in the Harbour Room, then a week shared with mainstream",
    space="Rooms in a main building",
    referral_roles=(
        Role.PROVISION_LEAD,
        Role.SENCO,
        Role.PASTORAL,
        Role.SAFEGUARDING_LEAD,
        Role.SENIOR_LEADER,
    ),
    data_sets=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR, DataSet.ACADEMIC, DataSet.PASTORAL, DataSet.SEN),
    instruments=(Instrument.PASS,),
    provenance=(
        published(
            FOUR_TENETS,
            "case study 2",
            "kind phase key_stages places staffing purposes core_offer additional_offer session_types "
            "unification weeks settling_weeks schedule space referral_roles data_sets",
        ),
        filled_in(
            "name school is_fictional teachers assistants staffing grounds needs core_offer "
            "unification takes_from_other_schools host review_weeks instruments"
        ),
    ),
)


ELMSWORTH: Final = half_terms(
    "elmsworth",
    "2025-09-02..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-21 "
    "2026-09-02..2026-10-23 2026-11-02..2026-12-18 2027-01-04..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-02 2026-01-05 2026-06-26 2026-09-02 2026-11-27 2027-02-12",
)


SOCIAL_TIMES: Final = (SharedTime.BREAK, SharedTime.LUNCH)
OWN_ROOMS: Final = "Art Computing Drama Music PE Science"
"""Subjects that are taught in rooms which the Harbour Room has not."""
MADE_THE_PLAN: Final = (Role.PUPIL, Role.FAMILY, Role.PROVISION_LEAD, Role.PASTORAL)


def six_weeks() -> Journey:
    """Week one wholly in the base, a shared week from the second, green lessons first."""
    subjects = """
        English Maths   PE      Science   Art
        Maths   Science English Geography French
        PE      History Maths   Computing English
        Science Music   English French    Geography
        Art     Maths   History Science   Drama
    """
    streams = "2026-06-01..2026-11-20"
    return Journey(
        pupil=Pupil(
            id=PupilId("elm-01"),
            year_group=YearGroup.YEAR_8,
            sex=Sex.FEMALE,
            characteristics=(
                Characteristics(
                    since=day("2026-09-03"),
                    sen_provision=SenProvision.SUPPORT,
                    primary_need=SenNeed.SOCIAL_EMOTIONAL_MENTAL_HEALTH,
                    eligible_for_free_school_meals=True,
                    pupil_premium=(PupilPremium.DEPRIVATION,),
                ),
            ),
        ),
        home_school=HARBOUR_ROOM.host,
        calendar=ELMSWORTH,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-10-01"),
                provision=HARBOUR_ROOM,
                purpose=Purpose.RETURN,
                asked_by=Role.PASTORAL,
                grounds=(
                    RiskGround(ground=Ground.SUSPENSION, time=Time.PAST),
                    RiskGround(ground=Ground.EXCLUSION, time=Time.FORESEEN),
                ),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.HEAD_OF_YEAR_REPORT, "2026-06-08", "2026-07-10", Extent.NO),
                    tried(PriorSupport.MENTORING, "2026-06-15", "2026-09-18", Extent.PARTLY),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-09-11", "2026-09-25", Extent.YES),
                ),
                consultations=(
                    *asked("2026-10-06", *FIVE_PROFESSIONALS),
                    *asked("2026-10-08", Role.FAMILY),
                    *asked("2026-10-09", Role.PUPIL),
                ),
                instead_of_sanction=False,
                decisions=decided(
                    "2026-10-12", Decided.PLACE_OFFERED, Role.PROVISION_LEAD, Role.SENIOR_LEADER
                ),
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=HARBOUR_ROOM,
                referral="r1",
                purpose=Purpose.RETURN,
                planned=span("2026-11-02..2026-12-11"),
                began=day("2026-11-02"),
                entry=Entry.FIRST,
                transition=Transition(
                    destination=Destination.MAINSTREAM,
                    receiving=(Role.SUBJECT_TEACHER, Role.PASTORAL),
                    adjustments=(
                        adjusted("2026-11-05", "Mon:3 Wed:1", "2026-11-09"),
                        adjusted("2026-11-06", "Mon:5 Fri:1", "2026-11-13"),
                        adjusted("2026-11-12", "Tue:4", "2026-11-17"),
                        adjusted("2026-11-12", "Thu:5", None),
                    ),
                    passport=Passport(
                        day=day("2026-11-05"),
                        strategies=("A seat near the door", "Instructions one at a time"),
                        triggers=("Being called on without notice",),
                        shared=day("2026-11-06"),
                    ),
                    conversations=(
                        Conversation(
                            day=day("2026-11-05"), role=Role.SUBJECT_TEACHER, slots=slots("Mon:3 Wed:1")
                        ),
                        Conversation(
                            day=day("2026-11-06"), role=Role.SUBJECT_TEACHER, slots=slots("Mon:5 Fri:1")
                        ),
                        Conversation(
                            day=day("2026-11-12"), role=Role.SUBJECT_TEACHER, slots=slots("Tue:4 Thu:5")
                        ),
                    ),
                    elements=(
                        ElementDone(element=TransitionElement.PUPIL_AGENCY, day=day("2026-11-04")),
                        ElementDone(element=TransitionElement.COMMUNICATION, day=day("2026-11-06")),
                        ElementDone(element=TransitionElement.TIME_IN_DESTINATION, day=day("2026-11-09")),
                    ),
                ),
            ),
        ),
        timetables=(
            week("2026-11-02", subjects, mainstream="", shared=SOCIAL_TIMES, specialist=OWN_ROOMS),
            week(
                "2026-11-09",
                subjects,
                mainstream="Mon:3 Wed:1 Fri:1",
                shared=SOCIAL_TIMES,
                specialist=OWN_ROOMS,
                accompanied="Fri:1",
            ),
            week(
                "2026-11-16",
                subjects,
                mainstream="Mon:3 Wed:1 Fri:1 Mon:5 Tue:4",
                shared=SOCIAL_TIMES,
                specialist=OWN_ROOMS,
                accompanied="Fri:1",
            ),
        ),
        ratings=(
            *whole_week_rated("2026-11-04", "ARGAG RAAGR GARGA AGARG GRAAG"),
            *rated("2026-11-13", green="Mon:3 Wed:1", amber="Fri:1"),
            *rated("2026-11-19", green="Mon:3 Wed:1 Fri:1 Mon:5 Tue:4", amber="Thu:4"),
        ),
        choices=(
            chose(
                "2026-11-05",
                first="Mon:3 Wed:1",
                not_yet="Mon:2 Tue:1 Wed:3 Fri:2",
                at_most=3,
                accompanied="Fri:1",
            ),
            chose(
                "2026-11-19",
                first="Wed:4",
                not_yet="Mon:2 Tue:1 Wed:3 Fri:2 Tue:5",
                at_most=4,
                accompanied="Fri:1 Thu:2",
            ),
        ),
        plans=(
            planned(  # of the second week one lesson more than came about: its teacher had not been spoken to
                "2026-11-06",
                {"2026-11-09": "Mon:3 Wed:1 Fri:1+", "2026-11-16": "Mon:5 Tue:4* Wed:4*"},
                shared=SOCIAL_TIMES,
                agreed_with=MADE_THE_PLAN,
            ),
            planned(
                "2026-11-20",
                {
                    "2026-11-23": "Wed:4* Thu:2+* Thu:5 Fri:5*",
                    "2026-11-30": "Mon:4* Tue:2* Thu:1* Fri:4*",
                    "2026-12-07": "Mon:1* Tue:3* Wed:2*",
                },
                shared=SOCIAL_TIMES,
                agreed_with=MADE_THE_PLAN,
            ),
        ),
        targets=(
            Target(
                ref="t1",
                day=day("2026-11-06"),
                need=NeedKind.LEARNING,
                measure="Tasks finished in a week of lessons",
            ),
            Target(
                ref="t2",
                day=day("2026-11-06"),
                need=NeedKind.WELLBEING,
                measure="Points for emotional state at check-out",
            ),
            Target(
                ref="t3",
                day=day("2026-11-06"),
                need=NeedKind.SAFETY,
                measure="Days on which a trusted adult was easy to find",
            ),
        ),
        reviews=(
            Review(
                day=day("2026-11-20"),
                attended=(Role.PROVISION_LEAD, Role.PASTORAL, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.SOME, t3=Progress.MET),
                looked_at=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR, DataSet.ACADEMIC, DataSet.PASTORAL),
                pupil_wish=Wish.READY,
                family_view=View.FOR,
                staff_view=View.FOR,
                decision=ReviewDecision.NEXT_STEP,
                next_review=day("2026-12-04"),
            ),
        ),
        assessments=(
            Assessment(
                day=day("2026-11-05"),
                instrument=Instrument.PASS,
                edition="secondary",
                informant=Informant.PUPIL,
                scores=scores(feelings_about_school=12, self_regard_as_a_learner=22, attitudes_to_teachers=9),
            ),
        ),
        marks=register(
            ELMSWORTH,
            ("2026-06-01..2026-07-21", 6),
            ("2026-07-22..2026-11-01", 9),
            ("2026-11-02..2026-11-20", 1),
            suspended=("2026-09-17",),
        ),
        needs=looked_for("2026-11-04", *NeedKind),
        interventions=(
            intervention("2026-11-05", None, NeedKind.WELLBEING, NeedKind.SAFETY, by=Role.PROVISION_LEAD),
            intervention("2026-11-06", None, NeedKind.LEARNING, by=Role.TEACHING_ASSISTANT),
        ),
        subjects=(
            *worked("2026-11-13", English=Pace.WITH, PE=Pace.AHEAD),
            *worked("2026-11-18", Maths=Pace.BEHIND, Science=Pace.WITH),
        ),
        experiences=(
            said("2026-11-06", Informant.PUPIL, Extent.YES, Extent.PARTLY),
            said("2026-11-19", Informant.PUPIL, Extent.YES, Extent.YES),
            said("2026-11-20", Informant.FAMILY, Extent.YES, Extent.YES),
            said("2026-11-20", Informant.STAFF, None, Extent.PARTLY),
        ),
        trusted_adults=(
            trusted("2026-11-03", Role.TEACHING_ASSISTANT, Where.BASE, "adult-1"),
            trusted("2026-11-13", Role.SUBJECT_TEACHER, Where.MAINSTREAM, "adult-2"),
        ),
        lesson_marks=lesson_marks(
            "2026-11-09..2026-11-20",
            "2026-11-09 Mon:3, 2026-11-11 Wed:1 late, 2026-11-13 Fri:1, 2026-11-16 Mon:3, 2026-11-16 Mon:5, "
            "2026-11-17 Tue:4 there_with_agreed_break, 2026-11-18 Wed:1, 2026-11-20 Fri:1",
        ),
        check_ins=check_ins(
            ELMSWORTH,
            "2026-11-02..2026-11-20",
            "222322 222332 332333 333333 333433 343333 223232 343343 344344 343434 "
            "344444 443444 344444 444444 444444",
            left="2026-11-20",
        ),
        removals=removals(streams, "2026-06-24 Wed:3 30, 2026-09-11 Fri:2 40, 2026-10-02 Fri:2 25"),
        contacts=contacts(
            "2026-10-01..2026-11-20",
            planned="2026-10-08 2026-10-23 2026-11-06 2026-11-20",
            responsive="2026-11-10",
            by=Role.PROVISION_LEAD,
        ),
        incidents=incidents(
            streams,
            "2026-06-09 Tue:1, 2026-06-24 Wed:3, 2026-07-03 Fri:2, 2026-09-08 Tue:1, 2026-09-11 Fri:2, "
            "2026-09-16 Wed:3, 2026-09-16, 2026-09-22 Tue:5, 2026-10-02 Fri:2, 2026-10-07 Wed:3, "
            "2026-10-13 Tue:1, 2026-11-10 Tue:1",
        ),
        suspensions=suspensions(streams, ("2026-09-17", 2)),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 2",
                "referrals.day referrals.purpose referrals.data_considered referrals.consultations "
                "placements.purpose placements.planned placements.transition timetables ratings plans targets "
                "assessments needs interventions contacts",
            ),
            published(FOUR_TENETS, "tenet 3", "check_ins subjects"),
            published(FOUR_TENETS, "tenet 4", "choices"),
            filled_in(
                "pupil home_school calendar referrals referrals.day referrals.consultations placements "
                "placements.planned placements.transition timetables ratings choices plans targets reviews assessments "
                "needs interventions subjects experiences trusted_adults marks lesson_marks check_ins "
                "incidents removals suspensions contacts"
            ),
        ),
    )


def next_half_term() -> Journey:
    """A referral for the spring on which people still work: what *not yet* looks like."""
    streams = "2026-06-01..2026-11-20"
    return Journey(
        pupil=Pupil(id=PupilId("elm-02"), year_group=YearGroup.YEAR_9, sex=Sex.MALE),
        home_school=HARBOUR_ROOM.host,
        calendar=ELMSWORTH,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-11-12"),
                provision=HARBOUR_ROOM,
                purpose=Purpose.RETURN,
                asked_by=Role.PASTORAL,
                grounds=(RiskGround(ground=Ground.TRUANCY_WITHIN_SCHOOL, time=Time.PAST),),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.TUTOR_REPORT, "2026-09-14", "2026-10-16", Extent.NO),
                    SupportTried(support=PriorSupport.MENTORING, started=day("2026-11-02")),
                ),
                consultations=(
                    *asked("2026-11-17", Role.PROVISION_LEAD, Role.PASTORAL, Role.SENIOR_LEADER),
                    *asked("2026-11-18", Role.SAFEGUARDING_LEAD),
                    *asked("2026-11-18", Role.SENCO, view=None),
                    *asked("2026-11-19", Role.PUPIL, view=View.UNSURE),
                ),
                instead_of_sanction=False,
                decisions=decided(
                    "2026-11-19", Decided.WAITING_LIST, Role.PROVISION_LEAD, Role.SENIOR_LEADER
                ),
                waiting_since=day("2026-11-19"),
                support_while_waiting=(
                    SupportTried(support=PriorSupport.TIME_OUT_CARD, started=day("2026-11-19")),
                    SupportTried(support=PriorSupport.SMALL_GROUP, started=day("2026-11-20")),
                ),
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=HARBOUR_ROOM,
                referral="r1",
                purpose=Purpose.RETURN,
                planned=span("2027-01-04..2027-02-12"),
                entry=Entry.FIRST,
            ),
        ),
        incidents=incidents(streams, "2026-09-21 Mon:4, 2026-10-06 Tue:3, 2026-11-04 Wed:5"),
        suspensions=suspensions(streams),
        contacts=contacts("2026-11-12..2026-11-20", by=Role.PROVISION_LEAD),
        provenance=(
            filled_in("pupil home_school calendar referrals placements incidents suspensions contacts"),
        ),
    )
