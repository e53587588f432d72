"""Replayed: a second term of afternoons, at a fictional primary school."""

from typing import Final

from shipped.notes import (
    FIVE_PROFESSIONALS,
    FOUR_TENETS,
    INTERNAL,
    KS1,
    KS2,
    adjusted,
    asked,
    chose,
    contacts,
    day,
    decided,
    filled_in,
    half_days,
    half_terms,
    incidents,
    intervention,
    looked_for,
    planned,
    published,
    rated,
    register,
    said,
    scores,
    slots,
    span,
    suspensions,
    targets_stand,
    tried,
    trusted,
    worked,
)

from iapcore import (
    Assessment,
    Conversation,
    DataSet,
    Destination,
    ElementDone,
    Ending,
    EndingKind,
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
from iapcore.record.safeguarding import SafeguardingPointer
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer
from iapcore.vocabulary.people import StaffKind
from iapcore.vocabulary.qualifications import Pace

BURROW: Final = Provision(
    key="burrow",
    kind=INTERNAL,
    name="The Burrow",
    school="Hazelcombe Primary School (fictional)",
    is_fictional=True,
    phase=Phase.PRIMARY,
    key_stages=(KS1, KS2),
    places=8,
    soft_start_places=12,
    teachers=1,
    assistants=1,
    staffing=(Staffing(kind=StaffKind.HIGHER_LEVEL_TEACHING_ASSISTANT, count=1),),
    purposes=(Purpose.RETURN,),
    grounds=(Ground.DISTRESS, Ground.ANXIETY),
    needs=(NeedKind.WELLBEING, NeedKind.LEARNING),
    core_offer=(CoreOffer.ASSESSMENT_AND_MONITORING,),
    additional_offer=(
        AdditionalOffer.SOCIAL_EMOTIONAL_LEARNING,
        AdditionalOffer.SOCIAL_SKILLS_AND_REGULATION,
    ),
    host=School(key="hazelcombe", name="Hazelcombe Primary School (fictional)"),
    weeks=(12, 24),
    settling_weeks=0,
    review_weeks=6,
    schedule="Three afternoons a week; a soft start every morning",
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
            "kind phase key_stages places soft_start_places teachers assistants staffing purposes "
            "core_offer additional_offer weeks review_weeks schedule referral_roles data_sets "
            "instruments",
        ),
        filled_in("name school is_fictional grounds needs host weeks settling_weeks"),
    ),
)


HAZELCOMBE: Final = half_terms(
    "hazelcombe",
    "2025-09-03..2025-10-24 2025-11-03..2025-12-19 2026-01-05..2026-02-13 "
    "2026-02-23..2026-03-27 2026-04-13..2026-05-22 2026-06-01..2026-07-21 "
    "2026-09-03..2026-10-23 2026-11-02..2026-12-18 2027-01-05..2027-02-12 "
    "2027-02-22..2027-03-25 2027-04-12..2027-05-28 2027-06-07..2027-07-21",
    inset="2025-09-03 2026-01-05 2026-07-20 2026-07-21 2026-09-03 2027-01-05",
)


AROUND_THE_TABLE: Final = (Role.PUPIL, Role.FAMILY, Role.PROVISION_LEAD, Role.CLASS_TEACHER)
HALF_DAYS: Final = "am 09:00-12:00, pm 13:00-15:15"


def second_term() -> Journey:
    """A Year 2 pupil whose second term goes from three afternoons in the base to two to one."""
    consulted = (*FIVE_PROFESSIONALS, Role.CLASS_TEACHER)
    return Journey(
        pupil=Pupil(id=PupilId("hazel-01"), year_group=YearGroup.YEAR_2, sex=Sex.MALE),
        home_school=BURROW.host,
        calendar=HAZELCOMBE,
        referrals=(
            Referral(
                ref="r1",
                day=day("2026-03-09"),
                provision=BURROW,
                purpose=Purpose.RETURN,
                asked_by=Role.CLASS_TEACHER,
                grounds=(RiskGround(ground=Ground.DISTRESS, time=Time.PAST),),
                data_considered=tuple(DataSet),
                supports=(
                    tried(PriorSupport.SMALL_GROUP, "2026-01-12", "2026-03-04", Extent.PARTLY),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-01-19", "2026-03-06", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2026-03-17", *consulted),
                    *asked("2026-03-19", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
                decisions=decided("2026-03-20", Decided.WAITING_LIST, Role.PROVISION_LEAD, Role.SENCO)
                + decided("2026-03-26", Decided.PLACE_OFFERED, Role.PROVISION_LEAD, Role.SENCO),
                waiting_since=day("2026-03-20"),
                waited_until=day("2026-03-26"),
                support_while_waiting=(
                    SupportTried(
                        support=PriorSupport.OTHER, started=day("2026-03-23"), ended=day("2026-03-27")
                    ),
                ),
            ),
            Referral(
                ref="r2",
                day=day("2026-07-02"),
                provision=BURROW,
                purpose=Purpose.RETURN,
                asked_by=Role.PROVISION_LEAD,
                grounds=(RiskGround(ground=Ground.DISTRESS, time=Time.PAST),),
                data_considered=tuple(DataSet),
                supports=(
                    tried(PriorSupport.SMALL_GROUP, "2026-01-12", "2026-03-04", Extent.PARTLY),
                    tried(PriorSupport.FAMILY_MEETINGS, "2026-01-19", "2026-03-06", Extent.PARTLY),
                ),
                consultations=(
                    *asked("2026-07-07", *consulted),
                    *asked("2026-07-09", Role.FAMILY, Role.PUPIL),
                ),
                instead_of_sanction=False,
                decisions=decided("2026-07-10", Decided.PLACE_OFFERED, Role.PROVISION_LEAD, Role.SENCO),
            ),
        ),
        placements=(
            Placement(
                ref="p1",
                provision=BURROW,
                referral="r1",
                purpose=Purpose.RETURN,
                entry=Entry.FIRST,
                planned=span("2026-04-13..2026-07-10"),
                began=day("2026-04-13"),
                ending=Ending(
                    day=day("2026-07-10"), destination=Destination.FURTHER_STAY, kind=EndingKind.PLANNED
                ),
            ),
            Placement(
                ref="p2",
                provision=BURROW,
                referral="r2",
                purpose=Purpose.RETURN,
                entry=Entry.PLANNED_FURTHER_STAY,
                purpose_changes=(),
                planned=span("2026-09-07..2026-12-04"),
                began=day("2026-09-07"),
                transition=Transition(
                    destination=Destination.MAINSTREAM,
                    receiving=(Role.CLASS_TEACHER, Role.TEACHING_ASSISTANT),
                    adjustments=(
                        adjusted("2026-09-30", "Tue:pm", "2026-10-06", by=Role.CLASS_TEACHER),
                        adjusted("2026-11-05", "Thu:pm", "2026-11-12", by=Role.CLASS_TEACHER),
                        adjusted("2026-11-18", "Wed:pm", None, by=Role.CLASS_TEACHER),
                    ),
                    passport=Passport(
                        day=day("2026-09-30"),
                        strategies=("A calm place to go to", "A job to help others with"),
                        triggers=("Changes without warning",),
                        shared=day("2026-10-02"),
                    ),
                    conversations=tuple(
                        Conversation(day=day(held), role=role, slots=slots(about))
                        for held, role, about in (
                            ("2026-09-30", Role.CLASS_TEACHER, "Tue:pm"),
                            ("2026-10-01", Role.TEACHING_ASSISTANT, "Tue:pm"),
                            ("2026-11-05", Role.CLASS_TEACHER, "Thu:pm"),
                            ("2026-11-18", Role.CLASS_TEACHER, "Wed:pm"),
                        )
                    ),
                    elements=(
                        ElementDone(element=TransitionElement.COMMUNICATION, day=day("2026-10-02")),
                        ElementDone(element=TransitionElement.PUPIL_AGENCY, day=day("2026-10-02")),
                        ElementDone(element=TransitionElement.RELATIONSHIPS, day=day("2026-10-01")),
                        ElementDone(element=TransitionElement.TIME_IN_DESTINATION, day=day("2026-10-06")),
                    ),
                ),
            ),
        ),
        timetables=(
            half_days("2026-04-13", base="Tue:pm Wed:pm Thu:pm", times=HALF_DAYS),
            half_days("2026-09-07", base="Tue:pm Wed:pm Thu:pm", times=HALF_DAYS),
            half_days("2026-10-05", base="Wed:pm Thu:pm", times=HALF_DAYS, accompanied="Tue:pm"),
            half_days("2026-11-09", base="Wed:pm", times=HALF_DAYS),
        ),
        ratings=(
            *rated("2026-09-11", green="Mon:pm Fri:pm", amber="Tue:pm", red="Wed:pm Thu:pm"),
            *rated("2026-10-02", green="Mon:pm Tue:pm Fri:pm", amber="Wed:pm Thu:pm"),
            *rated("2026-11-06", green="Mon:pm Tue:pm Thu:pm Fri:pm", amber="Wed:pm"),
            *rated("2026-11-19", green="Mon:pm Tue:pm Wed:pm Thu:pm Fri:pm"),
        ),
        choices=(
            chose("2026-10-02", first="Tue:pm", not_yet="Wed:pm", at_most=1, accompanied="Tue:pm"),
            chose("2026-11-06", first="Thu:pm", at_most=1, accompanied="Wed:pm"),
        ),
        plans=(
            planned(
                "2026-10-02",
                {"2026-10-05": "Tue:pm+", "2026-11-09": "Thu:pm*"},
                shared=tuple(SharedTime),
                agreed_with=AROUND_THE_TABLE,
            ),
            planned(  # back in full on the Monday after the last afternoon
                "2026-11-06",
                {"2026-11-09": "Thu:pm", "2026-12-07": "Wed:pm+*"},
                shared=tuple(SharedTime),
                agreed_with=AROUND_THE_TABLE,
            ),
        ),
        targets=(
            Target(
                ref="t1",
                day=day("2026-04-17"),
                need=NeedKind.WELLBEING,
                measure="Feelings named in an afternoon",
            ),
            Target(
                ref="t2",
                day=day("2026-04-17"),
                need=NeedKind.LEARNING,
                measure="Minutes of reading enjoyed in a day",
            ),
            Target(
                ref="t3",
                day=day("2026-09-11"),
                need=NeedKind.WELLBEING,
                measure="Jobs done to welcome other children in a week",
            ),
        ),
        reviews=(
            Review(
                day=day("2026-05-22"),
                attended=(Role.PROVISION_LEAD, Role.CLASS_TEACHER, Role.FAMILY),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.NONE),
                pupil_wish=Wish.NOT_YET,
                family_view=View.FOR,
            ),
            Review(
                day=day("2026-07-07"),
                attended=(Role.PROVISION_LEAD, Role.SENCO, Role.CLASS_TEACHER, Role.FAMILY),
                targets=targets_stand(t1=Progress.SOME, t2=Progress.SOME),
                pupil_wish=Wish.NOT_YET,
                family_view=View.FOR,
                decision=ReviewDecision.EXTEND,
            ),
            Review(
                day=day("2026-10-16"),
                attended=(Role.PROVISION_LEAD, Role.CLASS_TEACHER, Role.FAMILY, Role.PUPIL),
                targets=targets_stand(t1=Progress.MET, t2=Progress.SOME, t3=Progress.SOME),
                pupil_wish=Wish.READY,
                family_view=View.FOR,
                staff_view=View.FOR,
                decision=ReviewDecision.NEXT_STEP,
                next_review=day("2026-11-27"),
            ),
        ),
        assessments=tuple(
            Assessment(
                day=day(filled),
                instrument=Instrument.BOXALL,
                edition="primary",
                informant=Informant.STAFF,
                scores=scores(developmental=developmental, diagnostic=diagnostic),
            )
            for filled, developmental, diagnostic in (
                ("2026-04-16", 58, 71),
                ("2026-07-06", 69, 60),
                ("2026-09-10", 71, 58),
                ("2026-10-15", 86, 43),
            )
        ),
        marks=register(HAZELCOMBE, ("2026-04-13..2026-07-10", 7), ("2026-07-11..2026-11-20", 4)),
        incidents=incidents(
            "2026-04-13..2026-11-20",
            "2026-04-21 Tue:am, 2026-04-30 Thu:am, 2026-05-13 Wed:am, 2026-06-11 Thu:am, 2026-07-01, "
            "2026-09-15 Tue:am, 2026-09-24 Thu:am, 2026-11-03 Tue:am",
        ),
        suspensions=suspensions("2026-04-13..2026-11-20"),
        needs=looked_for("2026-04-16", NeedKind.LEARNING, NeedKind.WELLBEING),
        interventions=(
            intervention("2026-04-21", "2026-07-09", NeedKind.WELLBEING, by=Role.PROVISION_LEAD),
            intervention("2026-09-08", None, NeedKind.WELLBEING, by=Role.PROVISION_LEAD),
            intervention("2026-09-10", None, NeedKind.LEARNING, by=Role.TEACHING_ASSISTANT),
        ),
        subjects=worked("2026-11-13", Reading=Pace.WITH, Writing=Pace.BEHIND),
        experiences=(
            said("2026-10-15", Informant.PUPIL, Extent.YES, Extent.YES),
            said("2026-11-18", Informant.STAFF, Extent.YES, Extent.YES, Extent.PARTLY),
            said("2026-11-19", Informant.FAMILY, Extent.YES, Extent.YES),
        ),
        trusted_adults=(
            trusted("2026-04-24", Role.PROVISION_LEAD, Where.BASE, "adult-1"),
            trusted("2026-10-01", Role.CLASS_TEACHER, Where.MAINSTREAM, "adult-2"),
            trusted("2026-10-01", Role.TEACHING_ASSISTANT, Where.MAINSTREAM, "adult-3"),
        ),
        safeguarding=(
            SafeguardingPointer(day=day("2026-03-17"), pointer="record-1 of the school's own system"),
        ),
        contacts=contacts(
            "2026-09-07..2026-11-20",
            planned="2026-09-11 2026-10-16",
            responsive="2026-09-15 2026-11-04",
            by=Role.CLASS_TEACHER,
        ),
        provenance=(
            published(
                FOUR_TENETS,
                "case study 4",
                "pupil.year_group pupil.sex referrals.purpose referrals.grounds "
                "referrals.data_considered referrals.consultations placements.purpose "
                "placements.planned placements.ending placements.transition timetables plans reviews.day "
                "assessments targets interventions experiences trusted_adults",
            ),
            published(FOUR_TENETS, "tenet 4", "choices"),
            filled_in(
                "home_school calendar referrals referrals.data_considered referrals.consultations "
                "placements placements.planned placements.ending placements.transition timetables "
                "ratings choices plans targets reviews reviews.day assessments needs interventions subjects "
                "experiences trusted_adults safeguarding marks incidents suspensions contacts"
            ),
        ),
    )
