"""Replayed: one to three terms, at a fictional school."""

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
    register,
    said,
    scores,
    span,
    suspensions,
    tried,
    trusted,
    worked,
)

from iapcore import (
    Assessment,
    Conversation,
    Destination,
    ElementDone,
    Ending,
    EndingKind,
    Extent,
    FollowUp,
    Ground,
    Informant,
    Instrument,
    Journey,
    NeedKind,
    Passport,
    Phase,
    Placement,
    PriorSupport,
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
    Time,
    Transition,
    TransitionElement,
    View,
    Where,
    Wish,
    YearGroup,
)
from iapcore.record.placement import Entry, Extension
from iapcore.record.provision import Staffing
from iapcore.record.referral import Decided
from iapcore.record.transition import AfterCareVisit
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, SessionType
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.provision_kinds import Access
from iapcore.vocabulary.qualifications import Pace
from iapcore.vocabulary.unification import Unification

LANTERN_ROOMS: Final = Provision(
    key="lantern-rooms",
    kind=INTERNAL,
    name="The Lantern Rooms",
    school="Aldermoor High School (fictional)",
    is_fictional=True,
    phase=Phase.SECONDARY,
    key_stages=(KS3, KS4),
    places=10,
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
    host=School(key="aldermoor", name="Aldermoor High School (fictional)"),
    weeks=(12, 39),
    settling_weeks=0,
    review_weeks=6,
    space="Rooms in the main building",
    referral_roles=(Role.PROVISION_LEAD, Role.SENCO, Role.PASTORAL),
    instruments=(Instrument.PASS,),
    provenance=(
        published(
            FOUR_TENETS,
            "case study 3",
            "kind phase key_stages teachers assistants staffing purposes core_offer additional_offer "
            "session_types unification weeks space",
        ),
        filled_in(
            "name school is_fictional places host weeks settling_weeks review_weeks referral_roles "
            "instruments"
        ),
    ),
)


ALDERMOOR: Final = half_terms(
    "aldermoor",
    "2025-06-02..2025-07-22 2025-09-02..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-22 "
    "2026-09-01..2026-10-23 2026-11-02..2026-12-18 2027-01-04..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-02 2026-01-05 2026-02-23 2026-09-01 2027-01-04 2027-02-22",
)


def from_59_to_93_per_cent() -> Journey:
    """Attendance of 59 % before entry and 93 % after the end; nobody has looked at taking part yet."""
    return Journey(
        pupil=Pupil(id=PupilId("alder-01"), year_group=YearGroup.YEAR_10, sex=Sex.FEMALE),
        home_school=LANTERN_ROOMS.host,
        calendar=ALDERMOOR,
        referrals=(
            Referral(
                ref="r1",
                day=day("2025-10-13"),
                provision=LANTERN_ROOMS,
                purpose=Purpose.RETURN,
                asked_by=Role.PASTORAL,
                grounds=(RiskGround(ground=Ground.PERSISTENT_ABSENCE, time=Time.PAST),),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.ATTENDANCE_PLAN, "2025-09-08", "2025-10-06", Extent.NO),
                    tried(PriorSupport.FAMILY_MEETINGS, "2025-09-15", "2025-10-10", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2025-10-21", *FIVE_PROFESSIONALS),
                    *asked("2025-11-05", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
                decisions=decided(
                    "2025-11-07", Decided.PLACE_OFFERED, Role.PROVISION_LEAD, Role.SENCO, Role.PASTORAL
                ),
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=LANTERN_ROOMS,
                referral="r1",
                purpose=Purpose.RETURN,
                entry=Entry.FIRST,
                planned=span("2025-11-24..2026-03-27"),
                began=day("2025-11-24"),
                extensions=(
                    Extension(
                        day=day("2026-03-13"),
                        until=day("2026-07-17"),
                        by=(Role.PROVISION_LEAD, Role.FAMILY, Role.PUPIL),
                    ),
                ),
                ending=Ending(
                    day=day("2026-07-17"), destination=Destination.MAINSTREAM, kind=EndingKind.PLANNED
                ),
            ),
        ),
        reviews=(
            Review(day=day("2026-01-23"), pupil_wish=Wish.NOT_YET, family_view=View.FOR),
            Review(
                day=day("2026-03-13"),
                pupil_wish=Wish.UNSURE,
                family_view=View.FOR,
                decision=ReviewDecision.EXTEND,
            ),
            Review(day=day("2026-05-08"), pupil_wish=Wish.READY, family_view=View.FOR),
            Review(day=day("2026-06-26"), pupil_wish=Wish.READY, family_view=View.FOR),
        ),
        marks=register(
            ALDERMOOR,
            ("2025-09-08..2025-11-23", 41),  # 59 of 100 attended in the ten school weeks before entry
            ("2025-11-24..2026-07-17", 46),
            ("2026-07-18..2026-11-06", 6),  # 86 of 92 in the ten school weeks after the end: 93 %
            ("2026-11-07..2026-11-20", 1),
        ),
        needs=looked_for("2025-11-27", NeedKind.LEARNING, NeedKind.WELLBEING),
        interventions=(
            intervention("2025-12-01", "2026-03-27", NeedKind.WELLBEING, by=Role.PASTORAL),
            intervention("2026-01-12", "2026-05-22", NeedKind.WELLBEING, by=Role.TEACHING_ASSISTANT),
            intervention("2026-01-14", "2026-07-15", NeedKind.LEARNING, by=Role.OTHER),
        ),
        experiences=(
            said("2026-06-26", Informant.PUPIL, Extent.YES, Extent.YES),
            said("2026-06-26", Informant.FAMILY, Extent.YES, Extent.YES),
        ),
        trusted_adults=(trusted("2025-12-05", Role.TEACHING_ASSISTANT, Where.BASE, "adult-1"),),
        contacts=contacts(
            "2025-11-24..2026-07-17",
            planned="2025-12-12 2026-01-23 2026-03-13 2026-05-08 2026-06-26",
            responsive="2026-01-15 2026-02-26 2026-04-21",
            by=Role.PROVISION_LEAD,
        ),
        incidents=incidents("2025-09-08..2026-11-20"),
        suspensions=suspensions("2025-09-08..2026-11-20"),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 3",
                "pupil.sex placements.purpose marks interventions experiences trusted_adults contacts",
            ),
            filled_in(
                "pupil.year_group home_school calendar referrals placements reviews needs interventions "
                "experiences trusted_adults marks incidents suspensions contacts"
            ),
        ),
    )


def six_months() -> Journey:
    """A stay of six months, all lessons back, and people who looked again."""
    return Journey(
        pupil=Pupil(id=PupilId("alder-02"), year_group=YearGroup.YEAR_11, sex=Sex.MALE),
        home_school=LANTERN_ROOMS.host,
        calendar=ALDERMOOR,
        referrals=(
            Referral(
                ref="r1",
                day=day("2025-09-29"),
                provision=LANTERN_ROOMS,
                purpose=Purpose.RETURN,
                asked_by=Role.SENIOR_LEADER,
                grounds=(
                    RiskGround(ground=Ground.SUSPENSION, time=Time.PAST),
                    RiskGround(ground=Ground.EXCLUSION, time=Time.FORESEEN),
                ),
                data_considered=FIVE_DATA_SETS,
                supports=(
                    tried(PriorSupport.TIME_OUT_CARD, "2025-09-04", "2025-09-24", Extent.PARTLY),
                    tried(PriorSupport.SMALL_GROUP, "2025-09-08", "2025-09-26", Extent.NO),
                    tried(PriorSupport.SEN_ASSESSMENT, "2025-09-10", "2025-09-26", Extent.YES),
                ),
                consultations=(
                    *asked("2025-10-07", *FIVE_PROFESSIONALS),
                    *asked("2025-10-10", Role.FAMILY),
                    *asked("2025-10-14", Role.PUPIL),
                ),
                instead_of_sanction=False,
                decisions=decided(
                    "2025-10-17", Decided.PLACE_OFFERED, Role.PROVISION_LEAD, Role.SENIOR_LEADER
                ),
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=LANTERN_ROOMS,
                referral="r1",
                purpose=Purpose.RETURN,
                entry=Entry.FIRST,
                planned=span("2025-11-03..2026-05-01"),
                began=day("2025-11-03"),
                ending=Ending(
                    day=day("2026-05-01"), destination=Destination.MAINSTREAM, kind=EndingKind.PLANNED
                ),
                transition=Transition(
                    destination=Destination.MAINSTREAM,
                    receiving=(Role.SUBJECT_TEACHER, Role.PASTORAL),
                    passport=Passport(day=day("2026-03-18"), shared=day("2026-03-20")),
                    conversations=(
                        Conversation(day=day("2026-03-19"), role=Role.SUBJECT_TEACHER),
                        Conversation(day=day("2026-04-23"), role=Role.SUBJECT_TEACHER),
                    ),
                    elements=tuple(
                        ElementDone(element=element, day=day(done))
                        for element, done in (
                            (TransitionElement.PUPIL_AGENCY, "2026-03-13"),
                            (TransitionElement.COMMUNICATION, "2026-03-19"),
                            (TransitionElement.CLEAR_EXPECTATIONS, "2026-03-20"),
                            (TransitionElement.TIME_IN_DESTINATION, "2026-04-13"),
                            (TransitionElement.RELATIONSHIPS, "2026-04-24"),
                            (TransitionElement.FOLLOW_UP, "2026-06-19"),
                        )
                    ),
                    follow_ups_planned=tuple(map(day, ("2026-06-19", "2026-09-09", "2026-12-11"))),
                    follow_ups=tuple(
                        FollowUp(day=day(held), academic=part, social=Extent.YES, emotional=Extent.YES)
                        for held, part in (("2026-06-19", Extent.PARTLY), ("2026-09-09", Extent.YES))
                    ),
                    after_care_offered=(Access.DROP_IN,),
                    after_care=tuple(
                        AfterCareVisit(day=day(came), access=Access.DROP_IN)
                        for came in ("2026-05-06", "2026-05-14", "2026-06-10", "2026-09-15")
                    ),
                ),
            ),
        ),
        reviews=(
            Review(day=day("2025-12-12"), pupil_wish=Wish.UNSURE, family_view=View.FOR),
            Review(day=day("2026-01-30"), pupil_wish=Wish.READY, family_view=View.FOR),
            Review(day=day("2026-03-13"), pupil_wish=Wish.READY, family_view=View.FOR),
            Review(day=day("2026-04-24"), pupil_wish=Wish.READY, family_view=View.FOR),
        ),
        assessments=tuple(
            Assessment(
                day=day(filled),
                instrument=Instrument.PASS,
                edition="secondary",
                informant=Informant.PUPIL,
                scores=found,
            )
            for filled, found in (
                (
                    "2025-11-06",
                    scores(feelings_about_school=8, self_regard_as_a_learner=14, attitudes_to_teachers=11),
                ),
                (
                    "2026-04-28",
                    scores(feelings_about_school=41, self_regard_as_a_learner=37, attitudes_to_teachers=48),
                ),
            )
        ),
        marks=register(
            ALDERMOOR,
            ("2025-07-14..2025-11-02", 15),
            ("2025-11-03..2026-05-01", 22),
            ("2026-05-02..2026-07-17", 5),
            ("2026-07-18..2026-11-20", 6),
            suspended=("2025-09-18", "2025-09-19", "2025-10-16"),
        ),
        needs=looked_for("2025-11-06", NeedKind.LEARNING, NeedKind.WELLBEING),
        interventions=(
            intervention("2025-11-10", "2026-04-24", NeedKind.WELLBEING, by=Role.PASTORAL),
            intervention("2025-11-12", "2026-03-25", NeedKind.LEARNING, by=Role.OTHER),
        ),
        subjects=(
            *worked("2026-02-11", English=Pace.BEHIND, Maths=Pace.WITH),
            *worked("2026-11-12", English=Pace.WITH, Maths=Pace.WITH, Science=Pace.WITH),
        ),
        experiences=(
            said("2026-04-24", Informant.PUPIL, Extent.YES, Extent.YES),
            said("2026-09-09", Informant.PUPIL, Extent.YES, Extent.YES, Extent.YES),
            said("2026-09-09", Informant.FAMILY, Extent.YES, Extent.YES, Extent.YES),
            said("2026-06-19", Informant.STAFF, Extent.YES, Extent.PARTLY, Extent.PARTLY),
        ),
        trusted_adults=(
            trusted("2025-11-14", Role.PROVISION_LEAD, Where.BASE, "adult-2"),
            trusted("2026-04-24", Role.PASTORAL, Where.MAINSTREAM, "adult-3"),
        ),
        incidents=incidents(
            "2025-07-14..2026-11-20",
            "2025-09-10, 2025-09-17, 2025-09-25, 2025-10-02, 2025-10-15, 2025-12-03, 2026-02-05",
        ),
        suspensions=suspensions("2025-07-14..2026-11-20", ("2025-09-18", 4), ("2025-10-16", 2)),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 3",
                "pupil.sex placements.purpose placements.planned placements.ending interventions subjects "
                "experiences trusted_adults",
            ),
            published(FOUR_TENETS, "tenet 4, planned and supported transition", "placements.transition"),
            filled_in(
                "pupil.year_group home_school calendar referrals placements placements.planned "
                "placements.ending placements.transition reviews assessments needs interventions "
                "subjects experiences trusted_adults marks incidents suspensions"
            ),
        ),
    )
