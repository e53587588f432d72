"""How did the stay end? The reasons in each story."""

from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve

from iapcore.decisions.outcome import OutcomeKind
from iapcore.guidance.policy_words import Evidence
from iapcore.guidance.profiles import profile
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import ExclusionReview, Incident, Suspension
from iapcore.record.journey import Journey
from iapcore.record.learning import PathwayEvent, Qualification, SubjectAssessment
from iapcore.record.placement import Ending, Entry, Extension, Placement, PurposeChange
from iapcore.record.stream import Stream
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.qualifications import Pace, PathwayStep, QualificationKind
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewResult, SuspensionCategory
from tests import stories
from tests.cases.case import NO_CALENDAR_AFTER_DECEMBER, NOTHING_THERE, UNKNOWN, Case, all_of
from tests.cases.readiness import own_score
from tests.stories import BEGAN, ENDED, LONG_AFTER, MARKED_UNTIL, ON, PLANNED_ON

_returned: Final = stories.returned()
_stay: Final = (_returned.placements or ())[0]
_ending: Final = Ending(day=ENDED, destination=Destination.MAINSTREAM)
_no_follow_up: Final = stories.with_transition(_returned, follow_ups=None)


def _followed_up(*look_backs: Any) -> Journey:
    return stories.with_transition(_returned, follow_ups=look_backs)


def _went(destination: Destination | None, **changes: Any) -> Journey:
    ending = evolve(_ending, destination=destination, chosen_by=Role.FAMILY, words="They wished for it.")
    return stories.with_placement(_returned, **{"ending": ending} | changes)


BEFORE: Final = date(2026, 10, 5)
AFTER: Final = date(2027, 1, 11)


def _to(purpose: Purpose) -> tuple[PurposeChange, ...]:
    return (PurposeChange(day=date(2026, 11, 27), purpose=purpose, asked=(Role.PUPIL, Role.FAMILY)),)


def _suspended(*given: Suspension) -> Journey:
    known = Stream(complete=DateSpan(date(2026, 4, 1), LONG_AFTER), events=given)
    return evolve(_returned, suspensions=known)


def _assessed(*paces: tuple[date, Pace | None]) -> Journey:
    """Paces in one subject, on the task that the class does."""
    subjects = tuple(
        SubjectAssessment(day=day, subject="Maths", pace=pace, on_mainstream_task=True) for day, pace in paces
    )
    return evolve(_returned, subjects=subjects)


def _incidents(*days: date) -> Stream[Incident]:
    known = DateSpan(date(2026, 7, 6), LONG_AFTER)
    return Stream(complete=known, events=tuple(Incident(day=day) for day in days))


EVERY_EVIDENCE: Final = evolve(
    _assessed((BEFORE, Pace.BEHIND), (AFTER, Pace.WITH)), incidents=_incidents(BEFORE, BEFORE, AFTER)
)
"""A return of which everything is shown that a policy can ask for."""
_ASKS_FOR_ALL: Final = profile("half-term").choosing(sustained=tuple(Evidence))


def _elsewhere(before: int) -> Stream[SessionMark]:
    """Marks of which every `before`-th until entry says that the session was held at another school."""
    known = stories.attendance(MARKED_UNTIL, before=10)
    elsewhere = AttendanceCode.DUAL_REGISTERED
    events = tuple(
        evolve(one, code=elsewhere) if one.day < BEGAN and place % before == 0 else one
        for place, one in enumerate(known.events)
    )
    return evolve(known, events=events)


_back: Final = Placement(
    purpose=Purpose.RETURN, began=BEGAN, ending=Ending(day=ENDED, destination=Destination.MAINSTREAM)
)
_in_part: Final = evolve(_back, ending=Ending(day=ENDED, destination=Destination.MAINSTREAM_IN_PART))


def _followed_by(destination: Destination, **further: Any) -> Journey:
    first = evolve(_back, ending=Ending(day=ENDED, destination=destination))
    return evolve(UNKNOWN, placements=(Placement(ref="p2", **further), first))


def _step(step: PathwayStep, month: int) -> PathwayEvent:
    return PathwayEvent(day=date(2027, month, 15), step=step)


def _leads_on(destination: Destination = Destination.POST_16, **changes: Any) -> Journey:
    ending = Ending(day=date(2027, 6, 25), destination=destination)
    return evolve(stories.with_placement(stories.qualifications(), ending=ending), **changes)


def _excluded(day: date = date(2027, 1, 20), *reviews: tuple[int, ReviewResult | None]) -> Suspension:
    """A permanent exclusion, with reviews on days of February."""
    given = tuple(ExclusionReview(day=date(2027, 2, one), result=result) for one, result in reviews)
    return Suspension(day=day, category=SuspensionCategory.PERMANENT, reviews=given)


_first, _later = stories.sdq(BEGAN, 20, 4), date(2027, 2, 3)

OUTCOME_CASES: Final = (
    Case(
        name="a sustained return",
        journey=_returned,
        on=LONG_AFTER,
        expect={
            "OUT-1": "began",
            "OUT-2": "ended",
            "OUT-3": "as_agreed",
            "OUT-4": "more",
            "OUT-5": "in_all",
            "OUT-6": "better",
            "OUT-7": "less",
            "OUT-8": "looked",
            "OUT-9": "no_subjects",
            "OUT-10": "shown",
            "OUT-11": "elsewhere",
            "OUT-12": "other_purpose",
            "OUT-13": "none",
            "OUT-14": "no_incidents",
            "OUT-15": "no_such_exit",
            "OUT-16": "none",
        },
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="nothing is recorded of a stay",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("OUT", range(2, 17), "no_stay") | {"OUT-1": "not_recorded"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="it is recorded that there was no placement",
        journey=NOTHING_THERE,
        on=ON,
        expect=all_of("OUT", range(2, 17), "no_stay") | {"OUT-1": "none"},
        answer=OutcomeKind.NOT_BEGUN,
    ),
    Case(
        name="a stay that is to come",
        journey=stories.referred(),
        on=PLANNED_ON,
        expect={"OUT-1": "planned", "OUT-2": "no_stay"},
        answer=OutcomeKind.NOT_BEGUN,
    ),
    Case(
        name="the day on which it was to begin has passed",
        journey=stories.referred(),
        on=ON,
        expect={"OUT-1": "not_recorded"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="an open stay",
        journey=stories.hybrid(),
        on=ON,
        expect=all_of("OUT", range(3, 17), "open") | {"OUT-2": "open_until"},
        answer=OutcomeKind.STILL_PLACED,
    ),
    Case(
        name="an open stay without a planned end",
        journey=stories.with_placement(stories.hybrid(), planned=None),
        on=ON,
        expect={"OUT-2": "open"},
        answer=OutcomeKind.STILL_PLACED,
    ),
    Case(
        name="the planned end has passed",
        journey=stories.hybrid(),
        on=ENDED + timedelta(days=1),
        expect={"OUT-2": "overrun"},
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="only the first and the last day are recorded",
        journey=evolve(UNKNOWN, placements=(Placement(began=BEGAN, ending=Ending(day=ENDED)),)),
        on=LONG_AFTER,
        expect={
            "OUT-1": "began",
            "OUT-2": "ended",
            "OUT-3": "no_destination",
            "OUT-4": "no_calendar",
            "OUT-5": "no_follow_up",
            "OUT-6": "no_assessments",
            "OUT-7": "no_calendar",
            "OUT-8": "no_follow_up",
            "OUT-9": "no_calendar",
            "OUT-10": "no_destination",
            "OUT-11": "no_destination",
            "OUT-12": "no_destination",
            "OUT-13": "none",
            "OUT-14": "no_calendar",
            "OUT-15": "no_destination",
            "OUT-16": "no_destination",
        },
        answer=OutcomeKind.NOT_KNOWN,
    ),
    Case(
        name="back in all lessons, and nobody has looked since",
        journey=_no_follow_up,
        on=LONG_AFTER,
        expect={"OUT-3": "as_agreed", "OUT-5": "no_follow_up", "OUT-8": "no_follow_up"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="the purpose was not recorded",
        journey=stories.with_placement(_returned, purpose=None),
        on=LONG_AFTER,
        expect={"OUT-3": "no_purpose", "OUT-12": "no_purpose"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="a managed move",
        journey=_went(Destination.MANAGED_MOVE),
        on=LONG_AFTER,
        expect={"OUT-3": "otherwise", "OUT-10": "elsewhere", "OUT-15": "explained", "OUT-16": "elsewhere"},
        answer=OutcomeKind.MANAGED_MOVE,
    ),
    Case(
        name="permanently excluded after going back",
        journey=_suspended(_excluded(), _excluded(date(2027, 4, 20))),
        on=LONG_AFTER,
        expect={"OUT-5": "in_all", "OUT-10": "excluded", "OUT-16": "excluded"},
        answer=OutcomeKind.PERMANENT_EXCLUSION,
    ),
    Case(
        name="permanently excluded after going back in part",
        journey=stories.with_placement(
            _suspended(_excluded(ENDED)), ending=evolve(_ending, destination=Destination.MAINSTREAM_IN_PART)
        ),
        on=LONG_AFTER,
        expect={"OUT-10": "elsewhere", "OUT-16": "excluded"},
        answer=OutcomeKind.PERMANENT_EXCLUSION,
    ),
    Case(
        name="the board kept to the exclusion, and a panel did not",
        journey=_suspended(
            _excluded(date(2027, 1, 20), (5, ReviewResult.BOARD_NO), (26, ReviewResult.PANEL_DIRECTED_YES)),
            _excluded(date(2027, 1, 27), (5, ReviewResult.WITHDRAWN)),
        ),
        on=LONG_AFTER,
        expect={"OUT-10": "shown", "OUT-16": "none"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="no suspension was recorded after the end",
        journey=evolve(_returned, suspensions=stories.suspensions(ENDED)),
        on=LONG_AFTER,
        expect={"OUT-7": "no_suspensions", "OUT-10": "exclusion_not_known", "OUT-16": "no_suspensions"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="the day after the end",
        journey=_returned,
        on=ENDED + timedelta(days=1),
        expect={
            "OUT-4": "too_early",
            "OUT-5": "no_follow_up",
            "OUT-6": "nothing_to_compare",
            "OUT-7": "too_early",
            "OUT-8": "too_early",
            "OUT-9": "too_early",
            "OUT-10": "missing",
            "OUT-14": "too_early",
        },
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="no more attendance than before",
        journey=evolve(_returned, marks=stories.attendance(MARKED_UNTIL, before=0, after=3)),
        on=LONG_AFTER,
        expect={"OUT-4": "not_more", "OUT-10": "otherwise"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="marks begin with the stay",
        journey=evolve(
            _returned,
            marks=evolve(
                stories.attendance(MARKED_UNTIL),
                complete=DateSpan(BEGAN, MARKED_UNTIL),
                events=stories.marks(BEGAN, MARKED_UNTIL, 20),
            ),
        ),
        on=LONG_AFTER,
        expect={"OUT-4": "no_marks"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="hardly a session was possible before entry",
        journey=evolve(
            _returned,
            marks=evolve(
                stories.attendance(MARKED_UNTIL),
                events=(
                    *stories.marks(date(2026, 10, 19), date(2026, 10, 23), 2),
                    *stories.marks(BEGAN, MARKED_UNTIL, 20),
                ),
            ),
        ),
        on=LONG_AFTER,
        expect={"OUT-4": "too_few"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="the pupil takes part in lessons and with nobody",
        journey=_followed_up(stories.look_back(stories.LAST_LOOK_BACK, social=Extent.NO)),
        on=LONG_AFTER,
        expect={"OUT-5": "not_in_all"},
        answer=OutcomeKind.PARTLY_RETURNED,
    ),
    Case(
        name="nobody looked at how the pupil feels",
        journey=_followed_up(stories.look_back(stories.LAST_LOOK_BACK, emotional=None)),
        on=LONG_AFTER,
        expect={"OUT-5": "not_seen"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="wellbeing is worse",
        journey=evolve(
            _returned, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2027, 2, 3), 24, 4))
        ),
        on=LONG_AFTER,
        expect={"OUT-6": "mixed"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    *(
        Case(
            name=f"since the end: {reason}",
            journey=evolve(_returned, assessments=given),
            on=LONG_AFTER,
            expect={"OUT-6": reason},
            answer=OutcomeKind.SUSTAINED_RETURN,
        )
        for reason, given in {
            "other_informant": (_first, stories.sdq(_later, 16, 6, Informant.PUPIL)),
            "other_edition": (_first, evolve(stories.sdq(_later, 16, 6), edition="2027")),
            "percentile_against_raw": (
                own_score(BEGAN, is_percentile=True),
                own_score(_later, is_percentile=False),
            ),
            "contradict": (_first, stories.sdq(_later, 16, 6), stories.sdq(_later, 20, 4)),
        }.items()
    ),
    Case(
        name="wellbeing is no better",
        journey=evolve(
            _returned, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2027, 2, 3), 20, 4))
        ),
        on=LONG_AFTER,
        expect={"OUT-6": "not_better"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="an assessment of no edition lies in between",
        journey=evolve(
            _returned,
            assessments=(*(_returned.assessments or ()), evolve(stories.sdq(ON, 9, 9), edition=None)),
        ),
        on=LONG_AFTER,
        expect={"OUT-6": "edition_not_recorded"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="one questionnaire",
        journey=evolve(_returned, assessments=(stories.sdq(BEGAN, 20, 4),)),
        on=LONG_AFTER,
        expect={"OUT-6": "nothing_to_compare"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="the calendar ends in December",
        journey=evolve(_returned, calendar=NO_CALENDAR_AFTER_DECEMBER),
        on=LONG_AFTER,
        expect={"OUT-4": "no_calendar", "OUT-7": "no_calendar", "OUT-8": "too_early"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="the calendar ends after the first point, and somebody has looked since",
        journey=evolve(_returned, calendar=SchoolCalendar(key="short", terms=stories.CALENDAR.terms[:5])),
        on=LONG_AFTER,
        expect={"OUT-8": "too_early"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="suspensions are recorded since the stay began alone",
        journey=evolve(
            _returned,
            suspensions=evolve(
                stories.suspensions(LONG_AFTER), complete=DateSpan(BEGAN, LONG_AFTER), events=()
            ),
        ),
        on=LONG_AFTER,
        expect={"OUT-7": "no_suspensions"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="suspended for a time that nobody wrote down",
        journey=evolve(
            _returned,
            suspensions=evolve(stories.suspensions(LONG_AFTER), events=(Suspension(day=date(2027, 1, 11)),)),
        ),
        on=LONG_AFTER,
        expect={"OUT-7": "no_length", "OUT-10": "exclusion_not_known", "OUT-16": "no_kind"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="never suspended",
        journey=evolve(_returned, suspensions=stories.suspensions(LONG_AFTER)),
        on=LONG_AFTER,
        expect={"OUT-7": "none"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="suspended as much as before",
        journey=evolve(_returned, suspensions=stories.suspensions(LONG_AFTER, d2026_10_05=4, d2027_01_11=4)),
        on=LONG_AFTER,
        expect={"OUT-7": "not_less"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="one look back too few",
        journey=_followed_up(stories.look_back(date(2027, 4, 16))),
        on=LONG_AFTER,
        expect={"OUT-5": "in_all", "OUT-8": "missed"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="a stay for qualifications that leads on",
        journey=stories.with_placement(
            stories.qualifications(), ending=Ending(day=date(2027, 6, 25), destination=Destination.POST_16)
        ),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-3": "as_agreed", "OUT-11": "not_recorded", "OUT-12": "not_recorded"},
        answer=OutcomeKind.POST_16_PATHWAY,
    ),
    Case(
        name="an open stay that was extended",
        journey=stories.with_placement(
            stories.hybrid(), extensions=(Extension(day=date(2026, 12, 9), until=date(2027, 2, 12)),)
        ),
        on=date(2027, 1, 8),
        expect={"OUT-2": "extended"},
        answer=OutcomeKind.EXTENDED,
    ),
    Case(
        name="the purpose was changed, and that is where the pupil went",
        journey=_went(Destination.SPECIAL_SCHOOL, purpose_changes=_to(Purpose.SPECIAL_SCHOOL_BRIDGE)),
        on=LONG_AFTER,
        expect={"OUT-3": "as_changed"},
        answer=OutcomeKind.SPECIAL_SCHOOL_PLACE,
    ),
    Case(
        name="the purpose was changed, and the pupil went back all the same",
        journey=_went(Destination.MAINSTREAM, purpose_changes=_to(Purpose.SPECIAL_SCHOOL_BRIDGE)),
        on=LONG_AFTER,
        expect={"OUT-3": "as_first_agreed"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="the purpose was changed, and the pupil went to another school",
        journey=_went(Destination.ANOTHER_SCHOOL, purpose_changes=_to(Purpose.SPECIAL_SCHOOL_BRIDGE)),
        on=LONG_AFTER,
        expect={"OUT-3": "otherwise_changed", "OUT-15": "no_such_exit"},
        answer=OutcomeKind.ANOTHER_SCHOOL,
    ),
    Case(
        name="whose choice an exit was is not recorded",
        journey=_went(None, ending=Ending(day=ENDED, destination=Destination.ELECTIVE_HOME_EDUCATION)),
        on=LONG_AFTER,
        expect={"OUT-15": "no_choice"},
        answer=OutcomeKind.ELECTIVE_HOME_EDUCATION,
    ),
    Case(
        name="why an exit was chosen is not recorded",
        journey=_went(
            None,
            ending=Ending(
                day=ENDED, destination=Destination.OFF_SITE_DIRECTION, chosen_by=Role.SENIOR_LEADER
            ),
        ),
        on=LONG_AFTER,
        expect={"OUT-15": "no_reason"},
        answer=OutcomeKind.OFF_SITE_DIRECTION,
    ),
    Case(
        name="half of the time before was spent at another school",
        journey=evolve(_returned, marks=_elsewhere(before=2)),
        on=LONG_AFTER,
        expect={"OUT-4": "other_basis", "OUT-10": "missing"},
        answer=OutcomeKind.RETURNED,
    ),
    Case(
        name="two follow-ups of one day that differ",
        journey=_followed_up(
            stories.look_back(stories.LAST_LOOK_BACK),
            stories.look_back(stories.LAST_LOOK_BACK, social=Extent.NO),
        ),
        on=LONG_AFTER,
        expect={"OUT-5": "unlike"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="a suspension from before the calendar",
        journey=_suspended(Suspension(day=date(2026, 4, 10), half_days=400)),
        on=LONG_AFTER,
        expect={"OUT-7": "before_calendar"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="in step in more subjects than before entry",
        journey=_assessed((BEFORE, Pace.BEHIND), (AFTER, Pace.WITH)),
        on=LONG_AFTER,
        expect={"OUT-9": "more"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="in step all the time",
        journey=_assessed((BEFORE, Pace.WITH), (AFTER, Pace.WITH)),
        on=LONG_AFTER,
        expect={"OUT-9": "in_all"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="behind as before",
        journey=_assessed((BEFORE, Pace.BEHIND), (AFTER, Pace.BEHIND)),
        on=LONG_AFTER,
        expect={"OUT-9": "not_more"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="the last pace is not told",
        journey=_assessed((BEFORE, Pace.BEHIND), (AFTER, Pace.WITH), (AFTER + timedelta(days=1), None)),
        on=LONG_AFTER,
        expect={"OUT-9": "not_told"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="assessed at one of the two times alone",
        journey=_assessed((AFTER, Pace.WITH)),
        on=LONG_AFTER,
        expect={"OUT-9": "nothing_to_compare"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="all that a policy can ask for",
        journey=EVERY_EVIDENCE,
        on=LONG_AFTER,
        policy=_ASKS_FOR_ALL,
        expect={"OUT-9": "more", "OUT-10": "shown", "OUT-14": "fewer"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="more incidents than before entry",
        journey=evolve(_returned, incidents=_incidents(AFTER)),
        on=LONG_AFTER,
        expect={"OUT-14": "not_fewer"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="no incident at all",
        journey=evolve(_returned, incidents=_incidents()),
        on=LONG_AFTER,
        expect={"OUT-14": "none"},
        answer=OutcomeKind.SUSTAINED_RETURN,
    ),
    Case(
        name="the pupil moved to another school, and nothing more is noted here",
        journey=stories.with_placement(
            evolve(_returned, suspensions=stories.suspensions(LONG_AFTER), incidents=_incidents()),
            ending=Ending(day=ENDED, destination=Destination.ANOTHER_SCHOOL),
        ),
        on=LONG_AFTER,
        expect={"OUT-7": "not_here", "OUT-14": "not_here"},
        answer=OutcomeKind.ANOTHER_SCHOOL,
    ),
    Case(
        name="a further stay was planned after a return in part",
        journey=_followed_by(Destination.MAINSTREAM_IN_PART, began=AFTER, entry=Entry.PLANNED_FURTHER_STAY),
        on=LONG_AFTER,
        placement=_in_part,
        expect={"OUT-13": "planned"},
        answer=OutcomeKind.PLANNED_FURTHER_STAY,
    ),
    Case(
        name="back in the base, and nobody had planned it",
        journey=_followed_by(Destination.MAINSTREAM, began=AFTER, entry=Entry.UNPLANNED_RETURN),
        on=LONG_AFTER,
        placement=_back,
        expect={"OUT-13": "unplanned"},
        answer=OutcomeKind.UNPLANNED_REENTRY,
    ),
    Case(
        name="how a further stay came about is not recorded",
        journey=_followed_by(Destination.MAINSTREAM, began=AFTER),
        on=LONG_AFTER,
        placement=_back,
        expect={"OUT-13": "no_entry"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="another stay has no first day",
        journey=_followed_by(Destination.MAINSTREAM, entry=Entry.UNPLANNED_RETURN),
        on=LONG_AFTER,
        placement=_back,
        expect={"OUT-13": "no_start"},
        answer=OutcomeKind.RETURNED_PARTICIPATION_NOT_KNOWN,
    ),
    Case(
        name="offered a place after 16, and gained a qualification",
        journey=_leads_on(
            pathway=(_step(PathwayStep.APPLIED, 1), _step(PathwayStep.OFFERED, 3)),
            qualifications=(
                Qualification(kind=QualificationKind.FUNCTIONAL, gained=date(2027, 6, 11)),
                Qualification(kind=QualificationKind.VOCATIONAL, entered=date(2027, 1, 15)),
                Qualification(kind=QualificationKind.ACADEMIC, gained=date(2026, 7, 1)),
            ),
        ),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-11": "secured", "OUT-12": "gained"},
        answer=OutcomeKind.POST_16_SECURED,
    ),
    Case(
        name="still in the place after 16",
        journey=_leads_on(
            pathway=(_step(PathwayStep.STILL_THERE, 7), _step(PathwayStep.STARTED, 7)),
            qualifications=(Qualification(kind=QualificationKind.FUNCTIONAL, aimed_for=BEGAN),),
        ),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-11": "retained", "OUT-12": "not_yet"},
        answer=OutcomeKind.POST_16_RETAINED,
    ),
    Case(
        name="left the place after 16",
        journey=_leads_on(
            pathway=(_step(PathwayStep.LEFT, 7), _step(PathwayStep.STARTED, 6)), qualifications=()
        ),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-11": "left", "OUT-12": "none"},
        answer=OutcomeKind.POST_16_LEFT,
    ),
    Case(
        name="applied for a place after 16",
        journey=_leads_on(pathway=(_step(PathwayStep.APPLIED, 1),)),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-11": "applied"},
        answer=OutcomeKind.POST_16_PATHWAY,
    ),
    Case(
        name="no step to a place after 16 was taken",
        journey=_leads_on(pathway=()),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-11": "no_step"},
        answer=OutcomeKind.POST_16_PATHWAY,
    ),
    Case(
        name="no place after 16",
        journey=_leads_on(Destination.NO_POST_16_PLACE, pathway=(_step(PathwayStep.OFFERED, 3),)),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-11": "no_place"},
        answer=OutcomeKind.NO_POST_16_PLACE,
    ),
    Case(
        name="a place after 16 was found later",
        journey=_leads_on(Destination.NO_POST_16_PLACE, pathway=(_step(PathwayStep.STARTED, 7),)),
        on=LONG_AFTER,
        policy="ks4-qualifications",
        expect={"OUT-11": "secured"},
        answer=OutcomeKind.NO_POST_16_PLACE,
    ),
)
