"""What do the rules say of a plan of the way back? The reasons in each story."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from iapcore.decisions.way_back import Leads
from iapcore.guidance.policy import Policy
from iapcore.guidance.policy_words import ColourMeaning, SubjectReturns, TurnOrder
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedWeek
from iapcore.record.review import Wish
from iapcore.record.timetable import Lesson
from iapcore.record.transition import Adjustment, Conversation
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Where
from tests import stories
from tests.cases.case import NO_CALENDAR_AFTER_DECEMBER, UNKNOWN, Case, all_of
from tests.stories import BEGAN, ON

_agreed: Final = stories.agreed()
_ten: Final = profile("half-term").choosing(lessons_per_step=10)
_MONDAY: Final = date(2026, 11, 23)
_REVIEW: Final = date(2026, 12, 9)
_WEDNESDAY: Final = "Wed:1 Wed:2 Wed:3 Wed:4 Wed:5"


def _choosing(**values: Any) -> Policy:
    return _ten.choosing(**values)


def _plan(*weeks: tuple[str, str], journey: Journey = _agreed, **changes: Any) -> Journey:
    """The story with another plan."""
    return stories.with_plan(journey, weeks=stories.planned_weeks(*weeks, **{"speak_first": True} | changes))


def _taught(**subjects: str | None) -> Journey:
    """The story in which lessons are of other subjects; each is named by its day and period, as `Mon_3`."""
    named = {key.replace("_", ":"): value for key, value in subjects.items()}

    def lesson(one: Lesson) -> Lesson:
        return evolve(one, subject=named.get(one.slot.format(), one.slot.format()))

    return evolve(
        _agreed,
        timetables=tuple(
            evolve(week, lessons=tuple(map(lesson, week.lessons))) for week in _agreed.timetables or ()
        ),
    )


def _with(journey: Journey, slot: str, **changes: Any) -> Journey:
    """The story with changes to one lesson of its last week."""
    *before, last = journey.timetables or ()
    lessons = tuple(evolve(one, **changes) if one.slot.format() == slot else one for one in last.lessons)
    return evolve(journey, timetables=(*before, evolve(last, lessons=lessons)))


WAY_BACK_CASES: Final = (
    Case(
        name="a plan that all rules can follow",
        journey=_agreed,
        on=ON,
        policy=_ten,
        expect={
            "WAY-1": "in_base",
            "WAY-2": "kept",
            "WAY-3": "kept",
            "WAY-4": "in_order",
            "WAY-5": "as_they_come",
            "WAY-6": "to_speak",
            "WAY-7": "not_asked_for",
            "WAY-8": "stay",
            "WAY-9": "free",
            "WAY-10": "in_full",
            "WAY-11": "within",
            "WAY-12": "teacher_ready",
        },
    ),
    Case(
        name="a plan, and nothing of the stay",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("WAY", range(1, 13), "no_stay"),
        answer=Leads.NO_STEP_YET,
    ),
    Case(
        name="a stay without a plan",
        journey=evolve(_agreed, plans=None),
        on=ON,
        expect=all_of("WAY", range(1, 13), "no_plan"),
        answer=Leads.IN_FULL,
    ),
    Case(
        name="a plan, and no timetable of the stay",
        journey=evolve(_agreed, timetables=None),
        on=ON,
        expect={
            **{f"WAY-{number}": "no_timetable" for number in (1, 3, 4, 5, 6, 7, 8, 9, 10, 12)},
            "WAY-2": "kept",
        },
        answer=Leads.NO_STEP_YET,
    ),
    Case(
        name="a plan of which nothing lies ahead",
        journey=_plan(),
        on=ON,
        expect={
            **{f"WAY-{number}": "none" for number in (1, 2, 3, 4, 6, 7, 11, 12)},
            "WAY-10": "left_open",
        },
    ),
    Case(
        name="a lesson that was never left, and one that is back, in a plan",
        journey=_with(_plan(("2026-11-23", "Mon:1 Thu:2")), "Mon:5", where=Where.MAINSTREAM),
        on=ON,
        expect={"WAY-1": "not_in_base", "WAY-10": "left_open"},
    ),
    Case(
        name="a lesson handed back that is in the base",
        journey=stories.with_plan(
            _agreed, weeks=(PlannedWeek(starts=_MONDAY, to_base=stories.slots("Wed:1")),)
        ),
        on=ON,
        expect={"WAY-1": "not_in_base"},
    ),
    Case(
        name="a plan made in the first week for the second",
        journey=evolve(
            _plan(("2026-11-09", "Thu:1"), ("2026-11-16", "Thu:2")),
            plans=tuple(evolve(one, day=BEGAN) for one in _plan(("2026-11-09", "Thu:1")).plans or ()),
        ),
        on=stories.IN_WEEK_ONE,
        policy=profile("half-term").choosing(settling_weeks=2),
        expect={"WAY-2": "kept"},
    ),
    Case(
        name="a plan that begins before the first time in the base is over",
        journey=_agreed,
        on=ON,
        policy="half-term",
        expect={"WAY-2": "kept", "WAY-3": "too_many"},
    ),
    Case(
        name="a longer first time in the base than the plan knows of",
        journey=stories.with_placement(_agreed, provision=evolve(stories.ROOM, settling_weeks=4)),
        on=ON,
        policy=_ten,
        expect={"WAY-2": "too_early"},
    ),
    Case(
        name="no calendar",
        journey=evolve(_agreed, calendar=None),
        on=ON,
        policy=_ten,
        expect={"WAY-2": "no_calendar", "WAY-3": "no_calendar", "WAY-11": "no_calendar"},
    ),
    Case(
        name="a plan beyond the calendar",
        journey=evolve(_plan(("2027-01-11", "Thu:1")), calendar=NO_CALENDAR_AFTER_DECEMBER),
        on=ON,
        policy=_ten,
        expect={"WAY-11": "no_calendar"},
    ),
    Case(
        name="a step a week after the last, where the policy asks for two",
        journey=_agreed,
        on=ON,
        policy=_choosing(weeks_per_step=2),
        expect={"WAY-3": "too_soon"},
    ),
    Case(
        name="the pupil asked for two lessons at a time",
        journey=stories.with_choice(_agreed, at_most=2),
        on=ON,
        policy=_ten,
        expect={"WAY-3": "too_many"},
    ),
    Case(
        name="the pupil was not asked",
        journey=evolve(_agreed, choices=None),
        on=ON,
        policy=_ten,
        expect={"WAY-3": "not_asked", "WAY-4": "not_asked", "WAY-7": "not_asked"},
    ),
    Case(
        name="the pupil asked to wait with a lesson of the plan, and with another",
        journey=stories.with_choice(_agreed, not_yet=stories.slots("Thu:2 Wed:1")),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "not_yet", "READY-3": "some"},
    ),
    Case(
        name="the pupil asked to wait with every green lesson",
        journey=stories.with_choice(
            _agreed, not_yet=stories.slots("Thu:1 Thu:2 Thu:3 Thu:4 Thu:5 Fri:1 Fri:3 Fri:5")
        ),
        on=ON,
        policy="four-tenets",
        expect={"READY-3": "not_yet"},
    ),
    Case(
        name="red before green",
        journey=_plan(("2026-11-23", "Wed:1"), ("2026-11-30", "Thu:2")),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "out_of_turn", "WAY-10": "left_open"},
    ),
    Case(
        name="red lessons where the policy returns to green ones",
        journey=_plan(("2026-11-23", "Thu:2 Wed:1")),
        on=ON,
        policy="four-tenets",
        expect={"WAY-4": "no_turn"},
    ),
    Case(
        name="a lesson of the plan without a colour",
        journey=evolve(
            _plan(("2026-11-23", "Wed:1")),
            ratings=tuple(one for one in _agreed.ratings or () if one.slot.format() != "Wed:1"),
        ),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "not_rated", "WAY-12": "no_reason"},
    ),
    Case(
        name="no colours",
        journey=evolve(_agreed, ratings=None),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "no_ratings", "WAY-7": "no_ratings", "WAY-9": "no_wish", "WAY-12": "no_reason"},
    ),
    Case(
        name="the pupil chose a red lesson first",
        journey=stories.with_choice(
            _plan(("2026-11-23", "Wed:1 Thu:2")), first=stories.slots("Wed:1"), not_yet=()
        ),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "in_order", "WAY-12": "chosen", "READY-3": "chosen"},
    ),
    Case(
        name="a subject that comes back together and is planned so",
        journey=evolve(
            _taught(Thu_2="Art", Fri_1="Art"),
            plans=_plan(("2026-11-23", "Thu:2 Fri:1"), ("2026-11-30", "Thu:4")).plans,
        ),
        on=ON,
        policy=_choosing(subject_returns=SubjectReturns.TOGETHER),
        expect={"WAY-5": "kept", "WAY-4": "in_order"},
    ),
    Case(
        name="a subject that comes back together and is taken apart",
        journey=evolve(
            _taught(Thu_2="Art", Fri_1="Art"),
            plans=_plan(("2026-11-23", "Thu:2"), ("2026-11-30", "Fri:1")).plans,
        ),
        on=ON,
        policy=_choosing(subject_returns=SubjectReturns.TOGETHER),
        expect={"WAY-5": "apart"},
    ),
    Case(
        name="a subject that is too large for one step",
        journey=evolve(
            _taught(Thu_2="Art", Thu_4="Art", Fri_1="Art"),
            plans=_plan(("2026-11-23", "Thu:2 Thu:4"), ("2026-11-30", "Fri:1")).plans,
        ),
        on=ON,
        policy=_choosing(subject_returns=SubjectReturns.TOGETHER, lessons_per_step=2),
        expect={"WAY-5": "kept"},
    ),
    Case(
        name="two lessons of a subject at once where they come one by one",
        journey=evolve(_taught(Thu_2="Art", Fri_1="Art"), plans=_plan(("2026-11-23", "Thu:2 Fri:1")).plans),
        on=ON,
        policy=_choosing(subject_returns=SubjectReturns.ONE_BY_ONE),
        expect={"WAY-5": "at_once"},
    ),
    Case(
        name="one lesson of each subject, and one without a subject",
        journey=evolve(_taught(Thu_2=None), plans=_plan(("2026-11-23", "Thu:2 Fri:1")).plans),
        on=ON,
        policy=_choosing(subject_returns=SubjectReturns.ONE_BY_ONE),
        expect={"WAY-5": "no_subject"},
    ),
    Case(
        name="all teachers were spoken to, and somebody goes along",
        journey=_plan(("2026-11-23", "Thu:2"), speak_first=False, accompanied=True),
        on=ON,
        policy=_ten,
        expect={"WAY-6": "spoken", "WAY-7": "along"},
    ),
    Case(
        name="a teacher was not spoken to, and the plan does not say so",
        journey=_plan(("2026-11-23", "Thu:2 Thu:1"), speak_first=False),
        on=ON,
        policy=_ten,
        expect={"WAY-6": "not_said"},
    ),
    Case(
        name="of a conversation it is not recorded about which lessons it was, and the plan says nothing",
        journey=stories.with_transition(
            _plan(("2026-11-23", "Thu:2"), speak_first=False),
            conversations=(Conversation(day=ON, role=Role.SUBJECT_TEACHER),),
        ),
        on=ON,
        policy=_ten,
        expect={"WAY-6": "not_recorded"},
    ),
    Case(
        name="no conversations are recorded, and the plan says nothing",
        journey=stories.with_transition(
            _plan(("2026-11-23", "Thu:2"), speak_first=False), conversations=None
        ),
        on=ON,
        policy=_ten,
        expect={"WAY-6": "not_recorded", "WAY-12": "same_teacher"},
    ),
    Case(
        name="red lessons with company, and a plan without",
        journey=_agreed,
        on=ON,
        policy=_choosing(red_means=ColourMeaning.ACCOMPANIED),
        expect={"WAY-7": "alone"},
    ),
    Case(
        name="the pupil asked for company",
        journey=stories.with_choice(_agreed, accompanied=stories.slots("Thu:2")),
        on=ON,
        policy=_ten,
        expect={"WAY-7": "alone"},
    ),
    Case(
        name="amber lessons with company, and a plan without",
        journey=_agreed,
        on=ON,
        policy=_choosing(amber_means=ColourMeaning.ACCOMPANIED),
        expect={"WAY-7": "alone"},
    ),
    Case(
        name="nobody asked the pupil about company, or which lessons shall wait",
        journey=stories.with_choice(_agreed, accompanied=None, not_yet=None),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "not_asked", "WAY-7": "not_asked"},
    ),
    Case(
        name="amber before green, and no talk is recorded",
        journey=stories.with_transition(_plan(("2026-11-23", "Mon:3")), conversations=None),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "no_talks"},
    ),
    Case(
        name="amber before green, and the teachers of the green lessons were not spoken to",
        journey=stories.with_transition(_plan(("2026-11-23", "Mon:3")), conversations=()),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "in_order"},
    ),
    Case(
        name="the provision does not say how long the first time is, and a plan follows",
        journey=stories.with_placement(_agreed, provision=evolve(stories.ROOM, settling_weeks=None)),
        on=ON,
        policy=_ten,
        expect={"WAY-2": "kept"},
    ),
    Case(
        name="the pupil is not ready yet, and nobody set the day of the next review",
        journey=stories.with_review(_agreed, pupil_wish=Wish.NOT_YET, next_review=None),
        on=ON,
        policy=_ten,
        expect={"WAY-9": "pressed"},
    ),
    Case(
        name="the purpose is not recorded, and a plan of return",
        journey=stories.with_placement(_agreed, purpose=None),
        on=ON,
        policy=_ten,
        expect={"WAY-10": "no_purpose"},
    ),
    Case(
        name="a shared time that is left out of the plan",
        journey=stories.with_plan(_agreed, shared=(SharedTime.BREAK,)),
        on=ON,
        policy=_ten,
        expect={"WAY-8": "removed"},
    ),
    Case(
        name="a shared time that the pupil asked to be left out of",
        journey=stories.with_choice(
            stories.with_plan(_agreed, shared=(SharedTime.BREAK,)), apart_from=(SharedTime.LUNCH,)
        ),
        on=ON,
        policy=_ten,
        expect={"WAY-8": "asked"},
    ),
    Case(
        name="nobody wrote which times are shared in the plan",
        journey=stories.with_plan(_agreed, shared=None),
        on=ON,
        policy=_ten,
        expect={"WAY-8": "not_recorded"},
    ),
    Case(
        name="the pupil is not ready yet, and the plan goes on",
        journey=stories.with_review(_agreed, pupil_wish=Wish.NOT_YET),
        on=ON,
        policy=_ten,
        expect={"WAY-9": "pressed"},
    ),
    Case(
        name="the pupil is not ready yet, and the plan waits for the review",
        journey=_plan(("2026-12-14", "Thu:2"), journey=stories.with_review(_agreed, pupil_wish=Wish.NOT_YET)),
        on=ON,
        policy=_ten,
        expect={"WAY-9": "held", "WAY-11": "within"},
        answer=Leads.IN_FULL,
    ),
    Case(
        name="nobody wrote down what the pupil wants, and the plan leaves the time to ask",
        journey=_plan(("2026-12-14", "Thu:2"), journey=stories.with_review(_agreed, pupil_wish=None)),
        on=ON,
        policy=_ten,
        expect={"WAY-9": "waits"},
    ),
    Case(
        name="the pupil asked to have a lesson back in the base, and the plan does not",
        journey=stories.with_choice(_agreed, back_to_base=stories.slots("Tue:1")),
        on=ON,
        policy=_ten,
        expect={"WAY-9": "not_handed_back"},
    ),
    Case(
        name="a lesson is handed back, and nothing comes before the review",
        journey=stories.with_plan(
            stories.with_choice(_agreed, back_to_base=stories.slots("Tue:1")),
            weeks=(
                PlannedWeek(starts=_MONDAY, to_base=stories.slots("Tue:1")),
                *stories.planned_weeks(("2026-12-14", "Thu:2"), speak_first=True),
            ),
        ),
        on=ON,
        policy=_ten,
        expect={"WAY-1": "in_base", "WAY-9": "handed_back"},
    ),
    Case(
        name="a lesson that was asked back before it came back is no longer meant",
        journey=stories.with_choice(_agreed, day=date(2026, 11, 12), back_to_base=stories.slots("Tue:1")),
        on=ON,
        policy=_ten,
        expect={"WAY-9": "free"},
    ),
    Case(
        name="a stay for qualifications, and a plan of return",
        journey=stories.with_placement(_agreed, purpose=Purpose.QUALIFICATIONS),
        on=ON,
        policy=_ten,
        expect={"WAY-10": "not_the_purpose"},
        answer=Leads.NO_STEP_YET,
    ),
    Case(
        name="a stay for qualifications, and a plan that changes nothing",
        journey=stories.with_placement(_plan(), purpose=Purpose.QUALIFICATIONS),
        on=ON,
        policy=_ten,
        expect={"WAY-10": "other_purpose"},
    ),
    Case(
        name="a plan, and all lessons are back already",
        journey=evolve(stories.back_in_full(), plans=_plan().plans),
        on=date(2026, 12, 10),
        expect={"WAY-10": "all_back"},
        answer=Leads.NO_STEP_YET,
    ),
    Case(
        name="a week of the plan lies in the holidays",
        journey=_plan(("2026-12-21", "Thu:2")),
        on=ON,
        policy=_ten,
        expect={"WAY-11": "no_school"},
    ),
    Case(
        name="a plan that goes on after the planned end",
        journey=_plan(("2027-01-11", "Thu:2")),
        on=ON,
        policy=_ten,
        expect={"WAY-11": "beyond"},
    ),
    Case(
        name="no planned end",
        journey=stories.with_placement(_agreed, planned=None),
        on=ON,
        policy=_ten,
        expect={"WAY-11": "no_end"},
    ),
    Case(
        name="a specialist room speaks for a lesson",
        journey=_with(_agreed, "Thu:2", specialist_room=True),
        on=ON,
        policy=_choosing(turn_order=(TurnOrder.SPECIALIST_ROOM,)),
        expect={"WAY-12": "specialist_room"},
    ),
    Case(
        name="nothing but the colour speaks for a lesson",
        journey=_plan(("2026-11-23", "Thu:1")),
        on=ON,
        policy=_choosing(turn_order=()),
        expect={"WAY-12": "to_speak"},
    ),
    Case(
        name="what was agreed for the next lesson is owed, and nothing else speaks for it",
        journey=stories.with_transition(
            _agreed,
            adjustments=(Adjustment(agreed=date(2026, 11, 18), slots=stories.slots("Thu:2")),),
        ),
        on=ON,
        policy=_choosing(turn_order=()),
        expect={"WAY-12": "owed"},
    ),
    Case(
        name="a stay that tapers, without colours for what is left",
        journey=evolve(
            _plan(("2026-11-23", "Thu:2")),
            ratings=tuple(one for one in _agreed.ratings or () if one.slot.format() != "Thu:2"),
        ),
        on=ON,
        policy=_ten.choosing(taper=(20, 19, 18)),
        expect={"WAY-3": "kept", "WAY-4": "out_of_turn", "WAY-12": "tapered"},
    ),
    Case(
        name="an adjustment is owed for the next lessons, and the other preferences speak for others",
        journey=stories.with_transition(
            _agreed,
            adjustments=(Adjustment(agreed=date(2026, 11, 18), slots=stories.slots("Thu:2")),),
        ),
        on=ON,
        policy=_ten,
        expect={"WAY-4": "in_order", "WAY-12": "same_teacher"},
    ),
)
