"""Small stories to judge: journeys of made-up pupils whose records hold together.

Most follow one pupil through a six-week half-term model: referred in September, placed from 2 November, the
first week wholly in the base, a week shared with mainstream from the second, back in full by 11 December.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve

from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.attendance import LessonMark, SessionMark
from iapcore.record.behaviour import Incident, Suspension
from iapcore.record.check_in import CheckIn, CheckTime, DomainRating
from iapcore.record.journey import Journey
from iapcore.record.learning import PathwayEvent, SubjectAssessment
from iapcore.record.placement import Ending, Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.referral import Consultation, Referral, RiskGround
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.review import Progress, Review, Target, TargetProgress, Wish
from iapcore.record.stream import Stream
from iapcore.record.support import Evaluation, Intervention, NeedLookedFor, SupportTried
from iapcore.record.timetable import Lesson, Rating, Slot, Timetable, TrafficLights, Weekday
from iapcore.record.transition import (
    Adjustment,
    Conversation,
    ElementDone,
    FollowUp,
    Passport,
    Transition,
)
from iapcore.vocabulary.attendance_codes import AttendanceCode, Half
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import DataSet, Ground, NeedKind, PriorSupport, Purpose, Time
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.lessons import LessonAttendance, SharedTime
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, MonitoringDomain, SessionType
from iapcore.vocabulary.people import Informant, Role, View
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.qualifications import Pace, PathwayStep
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Destination, EndingKind, TransitionElement, Where
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.year_groups import KeyStage, YearGroup

REFERRED: Final = date(2026, 9, 28)
PLANNED_ON: Final = date(2026, 10, 30)
"""A day on which the referral is complete and the placement is planned."""
BEGAN: Final = date(2026, 11, 2)
IN_WEEK_ONE: Final = date(2026, 11, 6)
ON: Final = date(2026, 11, 20)
"""A day in the third week, when the week is shared."""
ENDED: Final = date(2026, 12, 11)
LONG_AFTER: Final = date(2027, 7, 30)
"""The last day of the school year: every follow-up of the half-term policy has come."""
LAST_LOOK_BACK: Final = date(2027, 7, 23)
COLLEGE_ON: Final = date(2027, 6, 10)
"""A day before the Year 11 pupil leaves."""
MARKED_UNTIL: Final = date(2027, 3, 19)
"""A day from which ten school weeks since the end have passed."""

CALENDAR: Final = SchoolCalendar(
    key="elmsworth",
    terms=(
        Term(DateSpan(date(2026, 4, 13), date(2026, 5, 22))),
        Term(DateSpan(date(2026, 6, 1), date(2026, 7, 21))),
        Term(DateSpan(date(2026, 9, 2), date(2026, 10, 23))),
        Term(DateSpan(date(2026, 11, 2), date(2026, 12, 18))),
        Term(DateSpan(date(2027, 1, 4), date(2027, 2, 12))),
        Term(DateSpan(date(2027, 2, 22), date(2027, 3, 25))),
        Term(DateSpan(date(2027, 4, 12), date(2027, 5, 28))),
        Term(DateSpan(date(2027, 6, 7), LONG_AFTER)),
    ),
)
ROOM: Final = Provision(
    key="elmsworth-room",
    name="The Elms",
    is_fictional=True,
    kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION,
    key_stages=(KeyStage.KS3,),
    places=12,
    purposes=tuple(Purpose),
    needs=tuple(NeedKind),
    core_offer=tuple(CoreOffer),
    additional_offer=(AdditionalOffer.CALM_ENVIRONMENT, AdditionalOffer.RELATIONSHIPS),
    session_types=(SessionType.CURRICULUM, SessionType.INTERVENTION),
    settling_weeks=1,
)

_WHERE: Final = {"B": Where.BASE, "M": Where.MAINSTREAM, "E": Where.ELSEWHERE, "?": None}
_PRESENT: Final = {Half.MORNING: AttendanceCode("/"), Half.AFTERNOON: AttendanceCode("\\")}
_FIVE: Final = "12345"
_HALVES: Final = ("am", "pm")


# The parts of a story


def _cells(grid: str) -> Iterator[tuple[Slot, str]]:
    days = grid.split()
    periods = _HALVES if len(days[0]) == len(_HALVES) else _FIVE
    for weekday, day in zip(Weekday, days, strict=True):
        for period, cell in zip(periods, day, strict=True):
            yield Slot(weekday, period), cell


def week(starts: date, grid: str) -> Timetable:
    """A week of five lessons a day (or two half-days): B base, M mainstream, E elsewhere, ? not recorded."""
    return Timetable(
        starts=starts,
        lessons=tuple(
            Lesson(slot=slot, subject="Maths", teacher=f"t{slot.period}", where=_WHERE[cell])
            for slot, cell in _cells(grid)
            if cell != "."
        ),
    )


def colours(day: date, grid: str, by: Informant = Informant.PUPIL) -> tuple[Rating, ...]:
    """The colours that somebody gave a week, in the notation of `TrafficLights`; - is not rated."""
    cells = [cell for row in TrafficLights.parse(grid).days for cell in row]
    return tuple(
        Rating(day=day, slot=slot, colour=colour, by=by)
        for (slot, _), colour in zip(_cells(grid), cells, strict=True)
        if isinstance(colour, LessonColour)
    )


def slots(text: str) -> tuple[Slot, ...]:
    """Slots in their notation, with a space between."""
    return tuple(map(Slot.parse, text.split()))


def marks(start: date, end: date, absent: int) -> tuple[SessionMark, ...]:
    """Both sessions of every school day; on every `absent`-th of them the pupil was ill (0: never)."""
    length = (end - start).days + 1
    days = [day for offset in range(length) if CALENDAR.is_school_day(day := start + timedelta(days=offset))]
    ill = {day for place, day in enumerate(days, start=1) if absent and place % absent == 0}
    return tuple(
        SessionMark(day=day, half=half, code=AttendanceCode("I") if day in ill else code)
        for day in days
        for half, code in _PRESENT.items()
    )


def attendance(end: date, *, before: int = 2, after: int = 20, began: date = BEGAN) -> Stream[SessionMark]:
    """Marks from the summer to `end`: absent every `before`-th day until the stay began, every `after`-th since."""
    start = date(2026, 7, 6)
    return Stream(
        complete=DateSpan(start, end),
        events=(*marks(start, began - timedelta(days=1), before), *marks(began, end, after)),
    )


def sdq(day: date, total: int, prosocial: int, informant: Informant | None = Informant.TEACHER) -> Assessment:
    """An SDQ: fewer points are better in total, more are better in prosocial."""
    scores = (ScaleScore(scale="total", points=total), ScaleScore(scale="prosocial", points=prosocial))
    return Assessment(day=day, instrument=Instrument.SDQ, edition="2014", informant=informant, scores=scores)


def looked_for(day: date, answers: str) -> tuple[NeedLookedFor, ...]:
    """Needs in learning, wellbeing and safety: y found, n not found, ? not written down; a shorter text, fewer."""
    found = {"y": True, "n": False, "?": None}
    return tuple(
        NeedLookedFor(day=day, need=need, found=found[one])
        for need, one in zip(NeedKind, answers, strict=False)
    )


def incidents(end: date, *days: date) -> Stream[Incident]:
    """Incidents from the first day of school to `end`."""
    return Stream(complete=DateSpan(date(2026, 9, 2), end), events=tuple(Incident(day=day) for day in days))


def suspensions(end: date, **half_days: int) -> Stream[Suspension]:
    """Suspensions from the summer to `end`, each as `d2026_10_05=4`."""
    given = {date(*map(int, key.lstrip("d").split("_"))): number for key, number in half_days.items()}
    events = tuple(Suspension(day=day, half_days=number) for day, number in given.items())
    return Stream(complete=DateSpan(date(2026, 6, 1), end), events=events)


def look_back(day: date, part: Extent | None = Extent.YES, **ways: Extent | None) -> FollowUp:
    """A follow-up in which the pupil takes part in all three ways alike, unless `ways` says otherwise."""
    return evolve(FollowUp(day=day, academic=part, social=part, emotional=part), **ways)


def referral(**changes: Any) -> Referral:
    """A referral of which nothing is left out."""
    asked = {
        Role.PROVISION_LEAD: View.FOR,
        Role.PASTORAL: View.FOR,
        Role.SENCO: View.UNSURE,
        Role.SENIOR_LEADER: View.FOR,
        Role.SAFEGUARDING_LEAD: View.FOR,
        Role.CLASS_TEACHER: View.FOR,
        Role.FAMILY: View.FOR,
        Role.PUPIL: View.UNSURE,
    }
    tried = (PriorSupport.MENTORING, PriorSupport.TIME_OUT_CARD, PriorSupport.FAMILY_MEETINGS)
    complete = Referral(
        ref="r1",
        day=REFERRED,
        provision=ROOM,
        purpose=Purpose.RETURN,
        asked_by=Role.PASTORAL,
        grounds=(
            RiskGround(ground=Ground.SUSPENSION, time=Time.PAST),
            RiskGround(ground=Ground.PERSISTENT_ABSENCE, time=Time.FORESEEN),
        ),
        data_considered=tuple(DataSet),
        supports=tuple(
            SupportTried(
                support=support,
                started=date(2026, 5, 11),
                evaluation=Evaluation(day=date(2026, 9, 21), helped=Extent.PARTLY),
            )
            for support in tried
        ),
        consultations=tuple(
            Consultation(role=role, day=date(2026, 10, 2), view=view) for role, view in asked.items()
        ),
        instead_of_sanction=False,
        words="Asked for by the tutor.",
    )
    return evolve(complete, **changes)


def placement(**changes: Any) -> Placement:
    """A stay of six weeks for return that was planned and has begun."""
    planned = DateSpan(BEGAN, ENDED)
    begun = Placement(
        ref="p1", referral="r1", provision=ROOM, purpose=Purpose.RETURN, planned=planned, began=BEGAN
    )
    return evolve(begun, **changes)


# The stories


def referred() -> Journey:
    """Referred a month ahead, everybody asked, a placement planned: every rule of eligibility can be met."""
    return Journey(
        pupil=Pupil(id=PupilId("elm-01"), year_group=YearGroup.YEAR_8, sex=Sex.FEMALE),
        calendar=CALENDAR,
        referrals=(referral(),),
        placements=(placement(began=None),),
    )


GREEN_FIRST: Final = "GGARR GGGAR RRRRR GGGGG GAGAG"
ALL_IN_BASE: Final = "BBBBB BBBBB BBBBB BBBBB BBBBB"
TWO_BACK: Final = "MMBBB BBBBB BBBBB BBBBB BBBBB"
FIVE_BACK: Final = "MMBBB MMMBB BBBBB BBBBB BBBBB"
ALL_BACK: Final = "MMMMM MMMMM MMMMM MMMMM MMMMM"
SPOKEN: Final = "Thu:2 Thu:4 Fri:1 Fri:3 Fri:5"
"""The lessons whose teachers were spoken to: all of them green, and not the first of the week."""


def hybrid() -> Journey:
    """The third week: five lessons are back and go well, more are next, and all that is asked is met."""
    transition = Transition(
        passport=Passport(
            day=date(2026, 11, 10),
            strategies=("A seat near the door",),
            triggers=("Being called out",),
            shared=date(2026, 11, 12),
        ),
        conversations=(
            Conversation(day=date(2026, 11, 6), role=Role.SUBJECT_TEACHER, slots=slots("Mon:1 Mon:2")),
            Conversation(day=date(2026, 11, 19), role=Role.SUBJECT_TEACHER, slots=slots(SPOKEN)),
        ),
        elements=(ElementDone(element=TransitionElement.PUPIL_AGENCY, day=date(2026, 11, 6)),),
    )
    review = Review(
        day=date(2026, 11, 18),
        attended=(Role.PROVISION_LEAD, Role.FAMILY, Role.PUPIL),
        targets=(
            TargetProgress(target="t1", progress=Progress.MET),
            TargetProgress(target="t2", progress=Progress.SOME),
        ),
        pupil_wish=Wish.READY,
        family_view=View.FOR,
        next_review=date(2026, 12, 9),
        words="A good three weeks.",
    )
    return evolve(
        referred(),
        placements=(placement(transition=transition),),
        timetables=(
            week(BEGAN, ALL_IN_BASE),
            week(date(2026, 11, 9), TWO_BACK),
            week(date(2026, 11, 16), FIVE_BACK),
        ),
        ratings=(
            *colours(date(2026, 11, 4), GREEN_FIRST),
            *colours(date(2026, 11, 19), "GG--- GGA-- ----- ----- -----"),
            *colours(date(2026, 11, 19), "----- ----- ----- R---- -----", Informant.TEACHER),
        ),
        targets=(
            Target(ref="t1", day=date(2026, 11, 6), need=NeedKind.WELLBEING, words="Ask for a break."),
            Target(ref="t2", day=date(2026, 11, 6), need=NeedKind.LEARNING),
        ),
        reviews=(review,),
        assessments=(sdq(date(2026, 11, 4), 20, 4), sdq(date(2026, 11, 18), 16, 6)),
        marks=attendance(ON),
        incidents=incidents(ON, date(2026, 10, 12), date(2026, 10, 20), date(2026, 11, 10)),
        suspensions=suspensions(ON, d2026_10_05=4),
    )


def supported() -> Journey:
    """The same third week: learning and wellbeing needs were found in the first week, and all is answered."""
    return evolve(
        hybrid(),
        needs=looked_for(date(2026, 11, 4), "yyn"),
        interventions=(
            Intervention(started=date(2026, 9, 14), needs=(NeedKind.WELLBEING,), words="Mentoring goes on."),
            Intervention(started=date(2026, 11, 9), needs=(NeedKind.LEARNING,), words="Reading."),
        ),
        subjects=(SubjectAssessment(day=IN_WEEK_ONE, subject="Maths", on_mainstream_task=True),),
        check_ins=check_ins(BEGAN, ON),
    )


def check_ins(start: date, end: date) -> Stream[CheckIn]:
    """A check-in on every school day, over all five domains."""
    length = (end - start).days + 1
    days = [day for offset in range(length) if CALENDAR.is_school_day(day := start + timedelta(days=offset))]
    ratings = tuple(DomainRating(domain=one, points=3, out_of=5) for one in MonitoringDomain)
    return Stream(
        complete=DateSpan(start, end), events=tuple(CheckIn(day=day, ratings=ratings) for day in days)
    )


def check_outs(end: date, points: int, out_of: int = 5) -> Stream[CheckIn]:
    """A check-out on every school day of the stay, with the same points in engagement and in behaviour."""
    watched = (MonitoringDomain.ENGAGEMENT, MonitoringDomain.BEHAVIOUR)
    ratings = tuple(DomainRating(domain=one, points=points, out_of=out_of) for one in watched)
    days = CALENDAR.school_days(DateSpan(BEGAN, end)) or ()
    return Stream(
        complete=DateSpan(BEGAN, end),
        events=tuple(CheckIn(day=day, time=CheckTime.CHECK_OUT, ratings=ratings) for day in days),
    )


def lesson_marks(end: date, *given: tuple[date, str, LessonAttendance]) -> Stream[LessonMark]:
    """Marks of lessons, each with its day and its slot."""
    events = tuple(LessonMark(day=day, slot=Slot.parse(slot), attendance=seen) for day, slot, seen in given)
    return Stream(complete=DateSpan(BEGAN, end), events=events)


BEFORE_THE_MOVE: Final = tuple(one for one in TransitionElement if one is not TransitionElement.FOLLOW_UP)
THERE: Final = (
    *((date(2026, 11, 16), slot, LessonAttendance.THERE) for slot in ("Mon:1", "Mon:2")),
    *((date(2026, 11, 17), slot, LessonAttendance.LATE) for slot in ("Tue:1", "Tue:2", "Tue:3")),
)
"""The last time in each of the five lessons that are back, the pupil was there."""


def prepared() -> Journey:
    """The third week once more, with all that is asked of both sides, and the five elements before a move."""
    journey = hybrid()
    by_staff = colours(date(2026, 11, 19), "----- ----- ----- G---- -----", Informant.TEACHER)
    return with_transition(
        evolve(
            journey,
            ratings=(*(one for one in journey.ratings or () if one.by is Informant.PUPIL), *by_staff),
            check_ins=check_outs(ON, 4),
            lesson_marks=lesson_marks(ON, *THERE),
            subjects=(
                SubjectAssessment(day=date(2026, 11, 10), subject="Maths", pace=Pace.BEHIND),
                SubjectAssessment(day=date(2026, 11, 18), subject="Maths", pace=Pace.WITH),
                SubjectAssessment(day=date(2026, 11, 17), subject="English", pace=Pace.AHEAD),
            ),
        ),
        destination=Destination.MAINSTREAM,
        receiving=(Role.SUBJECT_TEACHER, Role.PASTORAL),
        elements=tuple(ElementDone(element=one, day=date(2026, 11, 12)) for one in BEFORE_THE_MOVE),
        adjustments=(Adjustment(agreed=date(2026, 11, 6), by=Role.SUBJECT_TEACHER, made=date(2026, 11, 13)),),
    )


PLANNED: Final = (
    ("2026-11-23", "Thu:2 Thu:4 Fri:1 Fri:3 Fri:5"),
    ("2026-11-30", "Thu:1 Thu:3 Thu:5 Mon:3 Tue:4"),
    ("2026-12-07", "Fri:2 Fri:4 Mon:4 Mon:5 Tue:5 Wed:1 Wed:2 Wed:3 Wed:4 Wed:5"),
)
"""A plan for the hybrid week, its last step a large one."""


def planned_weeks(*weeks: tuple[str, str], **changes: Any) -> tuple[PlannedWeek, ...]:
    """Weeks of a plan: the Monday of each and what comes back; `changes` are those of every lesson."""
    return tuple(
        PlannedWeek(
            starts=date.fromisoformat(starts),
            back=tuple(PlannedLesson(slot=slot, **changes) for slot in slots(text)),
        )
        for starts, text in weeks
    )


def agreed() -> Journey:
    """The third week once more: the pupil was asked, and a plan was agreed that all rules can follow."""
    journey = prepared()
    shared = (SharedTime.BREAK, SharedTime.LUNCH)
    return evolve(
        journey,
        timetables=tuple(evolve(one, shared=shared) for one in journey.timetables or ()),
        choices=(
            PupilChoice(
                day=date(2026, 11, 18), first=(), not_yet=(), accompanied=(), words="Not on Mondays."
            ),
        ),
        plans=(
            ReturnPlan(
                day=date(2026, 11, 19),
                weeks=planned_weeks(*PLANNED, speak_first=True),
                shared=shared,
                agreed_with=(Role.PUPIL, Role.FAMILY),
                words="Agreed in the room.",
            ),
        ),
    )


def with_plan(journey: Journey, **changes: Any) -> Journey:
    """The journey with changes to its plan."""
    return evolve(journey, plans=tuple(evolve(one, **changes) for one in journey.plans or ()))


def with_choice(journey: Journey, **changes: Any) -> Journey:
    """The journey with changes to what the pupil chose."""
    return evolve(journey, choices=tuple(evolve(one, **changes) for one in journey.choices or ()))


def college() -> Journey:
    """The Year 11 pupil in the second summer term, with a place at college and all five elements before the move."""
    day = date(2027, 5, 4)
    transition = Transition(
        destination=Destination.POST_16,
        receiving=(Role.OTHER,),
        passport=Passport(day=day, strategies=("Time to think",), triggers=("Crowds",), shared=day),
        conversations=(Conversation(day=day, role=Role.OTHER),),
        elements=tuple(ElementDone(element=one, day=day) for one in BEFORE_THE_MOVE),
        adjustments=(Adjustment(agreed=day, by=Role.OTHER, made=day),),
    )
    return evolve(
        with_placement(qualifications(), transition=transition),
        timetables=None,
        pathway=(
            PathwayEvent(day=date(2027, 1, 15), step=PathwayStep.APPLIED, provider="college"),
            PathwayEvent(day=date(2027, 3, 19), step=PathwayStep.OFFERED, provider="college"),
        ),
    )


def back_in_full() -> Journey:
    """The sixth week of the same stay: all lessons are back, and the last day has not come."""
    journey = hybrid()
    return evolve(
        journey,
        timetables=(*(journey.timetables or ()), week(date(2026, 12, 7), ALL_BACK)),
        ratings=(*(journey.ratings or ()), *colours(date(2026, 12, 8), "GGGGG GGGGG AAAAA GGGGG GGGGG")),
        reviews=(*(journey.reviews or ()), Review(day=date(2026, 12, 9), targets=(), pupil_wish=Wish.READY)),
        marks=attendance(date(2026, 12, 10)),
    )


def returned() -> Journey:
    """The same stay, ended as agreed and followed up until July: a sustained return."""
    journey = back_in_full()
    stay = with_transition(
        journey,
        follow_ups=(
            look_back(date(2027, 2, 5), Extent.PARTLY),
            look_back(date(2027, 4, 16)),
            look_back(LAST_LOOK_BACK),
        ),
    )
    ending = Ending(
        day=ENDED,
        destination=Destination.MAINSTREAM,
        kind=EndingKind.PLANNED,
        chosen_by=Role.PUPIL,
        words="Cake.",
    )
    return evolve(
        with_placement(stay, ending=ending),
        assessments=(*(journey.assessments or ()), sdq(date(2027, 2, 3), 12, 7)),
        marks=attendance(MARKED_UNTIL),
        incidents=incidents(LONG_AFTER),
        suspensions=suspensions(LONG_AFTER, d2026_10_05=4),
    )


def qualifications() -> Journey:
    """A Year 11 pupil who was severely absent, and who stays to sit qualifications: not to go back."""
    began = date(2026, 9, 7)
    room = evolve(ROOM, key="elmsworth-ks4", key_stages=(KeyStage.KS4,), settling_weeks=0)
    return Journey(
        pupil=Pupil(id=PupilId("elm-02"), year_group=YearGroup.YEAR_11, sex=Sex.MALE),
        calendar=CALENDAR,
        referrals=(
            referral(
                day=date(2026, 6, 1),
                provision=room,
                purpose=Purpose.QUALIFICATIONS,
                grounds=(RiskGround(ground=Ground.SEVERE_ABSENCE, time=Time.PAST),),
            ),
        ),
        placements=(
            placement(
                provision=room,
                purpose=Purpose.QUALIFICATIONS,
                planned=DateSpan(began, date(2027, 6, 25)),
                began=began,
            ),
        ),
        timetables=(week(began, "BBBBB BBBBB BBMMB BBBBB BBBBB"),),
        marks=attendance(MARKED_UNTIL, before=1, after=4, began=began),
    )


def half_days() -> Journey:
    """A Year 2 pupil in a planned second term: three afternoons a week in the base, then two."""
    began = date(2026, 9, 7)
    room = evolve(
        ROOM,
        key="elmsworth-nest",
        kind=ProvisionKind.NURTURE_PROVISION,
        key_stages=(KeyStage.KS1, KeyStage.KS2),
        settling_weeks=0,
    )
    return Journey(
        pupil=Pupil(id=PupilId("elm-03"), year_group=YearGroup.YEAR_2),
        calendar=CALENDAR,
        referrals=(referral(day=date(2026, 6, 1), provision=room),),
        placements=(placement(provision=room, planned=DateSpan(began, date(2026, 12, 18)), began=began),),
        timetables=(week(began, "MB MM MB MM MB"), week(date(2026, 11, 2), "MB MM MM MM MB")),
        ratings=colours(date(2026, 11, 3), "GA GG AG GG GG"),
    )


# The same story, told otherwise


def with_referral(journey: Journey, **changes: Any) -> Journey:
    """The journey with its first referral changed."""
    first, *others = journey.referrals or ()
    return evolve(journey, referrals=(evolve(first, **changes), *others))


def with_placement(journey: Journey, **changes: Any) -> Journey:
    """The journey with its first placement changed."""
    first, *others = journey.placements or ()
    return evolve(journey, placements=(evolve(first, **changes), *others))


def with_transition(journey: Journey, **changes: Any) -> Journey:
    """The journey with the transition of its first placement changed."""
    first, *_ = journey.placements or ()
    return with_placement(journey, transition=evolve(first.transition or Transition(), **changes))


def with_review(journey: Journey, **changes: Any) -> Journey:
    """The journey with its last review changed."""
    *others, last = journey.reviews or ()
    return evolve(journey, reviews=(*others, evolve(last, **changes)))


STORIES: Final = {
    "referred": (referred(), PLANNED_ON),
    "week one": (hybrid(), IN_WEEK_ONE),
    "hybrid": (hybrid(), ON),
    "prepared": (prepared(), ON),
    "college": (college(), COLLEGE_ON),
    "back in full": (back_in_full(), date(2026, 12, 10)),
    "returned": (returned(), LONG_AFTER),
    "qualifications": (qualifications(), ON),
    "half-days": (half_days(), ON),
}
"""Each story with a day on which to ask."""
