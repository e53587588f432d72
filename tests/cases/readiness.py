"""How ready are pupil and school? The reasons in each story."""

from datetime import date
from typing import Final

from attrs import evolve

from iapcore.guidance.steps import Step
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.review import Progress, Review, TargetProgress, Wish
from iapcore.record.timetable import Timetable
from iapcore.record.transition import Conversation, Passport
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases.case import UNKNOWN, Case, all_of
from tests.stories import BEGAN, LONG_AFTER, ON, PLANNED_ON, ROOM

_hybrid: Final = stories.hybrid()
_week_one: Final = evolve(
    _hybrid, timetables=(_hybrid.timetables or ())[:1], ratings=stories.colours(BEGAN, stories.GREEN_FIRST)
)
_settled: Final = date(2026, 11, 9)
_review: Final = Review(
    day=date(2026, 11, 18),
    targets=(TargetProgress(target="t1", progress=Progress.BACK),),
    pupil_wish=Wish.NOT_YET,
    next_review=date(2026, 11, 27),
)


def _colours_now(grid: str) -> Journey:
    """The hybrid week, with colours that the pupil gave when five lessons were back."""
    first = stories.colours(date(2026, 11, 4), stories.GREEN_FIRST)
    return evolve(_hybrid, ratings=(*first, *stories.colours(date(2026, 11, 19), grid)))


def _lessons(*weeks: str) -> Journey:
    """The hybrid week, with other versions of the timetable."""
    days = (BEGAN, date(2026, 11, 9), date(2026, 11, 16))
    return evolve(_hybrid, timetables=tuple(map(stories.week, days, weeks)))


READINESS_CASES: Final = (
    Case(
        name="all that is asked is met",
        journey=_hybrid,
        on=ON,
        expect={
            "READY-1": "over",
            "READY-2": "in_base",
            "READY-3": "some",
            "READY-4": "ready",
            "READY-5": "enough",
            "READY-6": "better",
            "READY-7": "moving",
            "READY-8": "well",
            "READY-9": "spoken",
            "READY-10": "shared",
            "READY-11": "no_more",
        },
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="the provision does not say how long the first time is, and the marks end eleven days before",
        journey=evolve(
            stories.with_placement(_hybrid, provision=evolve(ROOM, settling_weeks=None)),
            marks=stories.attendance(date(2026, 11, 17)),
        ),
        on=date(2026, 11, 28),
        expect={"READY-1": "over", "READY-5": "enough"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="the first week",
        journey=_hybrid,
        on=stories.IN_WEEK_ONE,
        expect={
            "READY-1": "settling",
            "READY-2": "in_base",
            "READY-5": "too_few",
            "READY-6": "nothing_to_compare",
            "READY-8": "none_yet",
            "READY-10": "not_recorded",
        },
        answer=Step.SETTLE,
    ),
    Case(
        name="nothing is recorded of a way back",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("READY", range(1, 12), "no_stay"),
        answer=Step.FIND_OUT,
    ),
    Case(
        name="only the first day is recorded",
        journey=evolve(UNKNOWN, placements=(Placement(began=BEGAN),)),
        on=ON,
        expect={
            "READY-1": "no_calendar",
            "READY-2": "no_timetable",
            "READY-3": "no_timetable",
            "READY-4": "no_review",
            "READY-5": "no_marks",
            "READY-6": "no_assessments",
            "READY-7": "no_review",
            "READY-8": "no_timetable",
            "READY-9": "no_timetable",
            "READY-10": "not_recorded",
            "READY-11": "no_incidents",
        },
        answer=Step.FIND_OUT,
    ),
    Case(
        name="the week is recorded, the pupil's colours are not",
        journey=evolve(_hybrid, ratings=None),
        on=ON,
        expect={"READY-3": "no_ratings", "READY-8": "no_ratings", "READY-9": "no_ratings"},
        answer=Step.FIND_OUT,
    ),
    Case(
        name="a first green lesson, and nothing but week and colours recorded",
        journey=evolve(
            UNKNOWN,
            calendar=stories.CALENDAR,
            placements=(stories.placement(),),
            timetables=_week_one.timetables,
            ratings=_week_one.ratings,
        ),
        on=_settled,
        expect={
            "READY-3": "some",
            "READY-4": "no_review",
            "READY-5": "no_marks",
            "READY-6": "no_assessments",
            "READY-7": "no_review",
            "READY-9": "not_recorded",
        },
        answer=Step.START_RETURN,
    ),
    Case(
        name="the pupil is not ready yet",
        journey=evolve(_hybrid, reviews=(_review,)),
        on=ON,
        expect={"READY-4": "not_yet", "READY-7": "stuck"},
        answer=Step.HOLD,
    ),
    Case(
        name="the pupil is unsure",
        journey=stories.with_review(_hybrid, pupil_wish=Wish.UNSURE),
        on=ON,
        expect={"READY-4": "unsure"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a target is stuck",
        journey=evolve(_hybrid, reviews=(evolve(_review, pupil_wish=Wish.READY),)),
        on=ON,
        expect={"READY-4": "ready", "READY-7": "stuck"},
        answer=Step.HOLD,
    ),
    Case(
        name="the pupil comes on few days",
        journey=evolve(_hybrid, marks=stories.attendance(ON, after=3)),
        on=ON,
        expect={"READY-5": "less"},
        answer=Step.HOLD,
    ),
    Case(
        name="marks end long ago",
        journey=evolve(_hybrid, marks=stories.attendance(date(2026, 10, 30))),
        on=ON,
        expect={"READY-5": "no_marks"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="scores stay as they were",
        journey=evolve(
            _hybrid, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2026, 11, 18), 20, 4))
        ),
        on=ON,
        expect={"READY-6": "not_better"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="one scale is better and one is worse",
        journey=evolve(
            _hybrid, assessments=(stories.sdq(BEGAN, 20, 4), stories.sdq(date(2026, 11, 18), 16, 3))
        ),
        on=ON,
        expect={"READY-6": "mixed"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="two informants do not compare",
        journey=evolve(
            _hybrid,
            assessments=(
                stories.sdq(BEGAN, 20, 4),
                stories.sdq(date(2026, 11, 18), 16, 6, Informant.PUPIL),
            ),
        ),
        on=ON,
        expect={"READY-6": "nothing_to_compare"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="it is not recorded who filled in an assessment",
        journey=evolve(_hybrid, assessments=(*(_hybrid.assessments or ()), stories.sdq(ON, 9, 9, None))),
        on=ON,
        expect={"READY-6": "edition_not_recorded"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a lesson that came back is red",
        journey=_colours_now("GR--- GGR-- ----- ----- -----"),
        on=ON,
        expect={"READY-8": "badly"},
        answer=Step.STEP_BACK,
    ),
    Case(
        name="a lesson that came back has not been rated since",
        journey=_colours_now("GG--- GG--- ----- ----- -----"),
        on=ON,
        expect={"READY-8": "not_rated"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a teacher was not spoken to",
        journey=stories.with_transition(_hybrid, conversations=()),
        on=ON,
        expect={"READY-9": "not_spoken"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="no lesson has a colour that is next",
        journey=evolve(_hybrid, ratings=()),
        on=ON,
        expect={"READY-3": "none", "READY-8": "not_rated", "READY-9": "none_next"},
        answer=Step.HOLD,
    ),
    Case(
        name="a passport is written",
        journey=stories.with_transition(_hybrid, passport=Passport(day=date(2026, 11, 10))),
        on=ON,
        expect={"READY-10": "not_shared"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="more incidents than before",
        journey=evolve(_hybrid, incidents=stories.incidents(ON, *[date(2026, 11, 17)] * 9)),
        on=ON,
        expect={"READY-11": "more"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="incidents are recorded since the stay began alone",
        journey=evolve(
            _hybrid, incidents=evolve(stories.incidents(ON), complete=DateSpan(BEGAN, ON), events=())
        ),
        on=ON,
        expect={"READY-11": "no_incidents"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="all lessons are back",
        journey=stories.back_in_full(),
        on=date(2026, 12, 10),
        expect={"READY-2": "all_back", "READY-3": "none", "READY-8": "well", "READY-9": "none_next"},
        answer=Step.RETURN_IN_FULL,
    ),
    Case(
        name="all lessons are back and one is red",
        journey=evolve(
            stories.back_in_full(),
            ratings=stories.colours(date(2026, 12, 8), "GGGGG GGGGG RAAAA GGGGG GGGGG"),
        ),
        on=date(2026, 12, 10),
        expect={"READY-8": "badly"},
        answer=Step.STEP_BACK,
    ),
    Case(
        name="a stay for qualifications",
        journey=stories.qualifications(),
        on=ON,
        policy="ks4-qualifications",
        expect={"READY-1": "over", "READY-2": "other_purpose", "READY-3": "no_ratings", "READY-5": "less"},
        answer=Step.CONTINUE,
    ),
    Case(
        name="a stay for qualifications, with all that is asked of a way back",
        journey=stories.with_placement(_hybrid, purpose=Purpose.QUALIFICATIONS),
        on=ON,
        expect={"READY-2": "other_purpose", "READY-3": "other_purpose", "READY-9": "other_purpose"},
        answer=Step.CONTINUE,
    ),
    Case(
        name="where one lesson is taught is not recorded",
        journey=_lessons(stories.ALL_IN_BASE, stories.TWO_BACK, "MMBBB MMMB? BBBBB BBBBB BBBBB"),
        on=ON,
        expect=dict.fromkeys(("READY-2", "READY-3", "READY-8", "READY-9"), "no_timetable"),
        answer=Step.FIND_OUT,
    ),
    Case(
        name="a timetable without a lesson",
        journey=evolve(_hybrid, timetables=(Timetable(starts=BEGAN, lessons=()),)),
        on=ON,
        expect=dict.fromkeys(("READY-2", "READY-3", "READY-8", "READY-9"), "no_timetable"),
        answer=Step.FIND_OUT,
    ),
    Case(
        name="ready once, and not asked at the last review",
        journey=evolve(
            _hybrid, reviews=(*(_hybrid.reviews or ()), Review(day=date(2026, 11, 19), targets=()))
        ),
        on=ON,
        expect={"READY-4": "no_review", "READY-7": "moving"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="targets moved once, and were not looked at in the last review",
        journey=evolve(_hybrid, reviews=(*(_hybrid.reviews or ()), Review(day=ON, pupil_wish=Wish.READY))),
        on=ON,
        expect={"READY-4": "ready", "READY-7": "no_review"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="not ready once, and not asked since",
        journey=evolve(_hybrid, reviews=(_review, Review(day=ON))),
        on=ON,
        expect={"READY-4": "not_yet", "READY-7": "stuck"},
        answer=Step.HOLD,
    ),
    Case(
        name="of one conversation it is not recorded about which lessons it was",
        journey=stories.with_transition(
            _hybrid, conversations=(Conversation(day=ON, role=Role.SUBJECT_TEACHER),)
        ),
        on=ON,
        expect={"READY-9": "not_recorded"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a week of half-days",
        journey=stories.half_days(),
        on=ON,
        policy="primary-nurture",
        expect={"READY-2": "in_base", "READY-3": "some", "READY-8": "well"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a planned stay",
        journey=stories.referred(),
        on=PLANNED_ON,
        expect={"READY-1": "no_stay"},
        answer=Step.PREPARE,
    ),
    Case(
        name="a stay that has ended",
        journey=stories.returned(),
        on=LONG_AFTER,
        expect={"READY-1": "over"},
        answer=Step.FOLLOW_UP,
    ),
)
