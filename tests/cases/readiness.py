"""How ready are pupil and school? The reasons in each story."""

from datetime import date
from typing import Final

from attrs import evolve

from iapcore.guidance.policy_words import ColourMeaning
from iapcore.guidance.profiles import profile
from iapcore.guidance.steps import Step
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.check_in import CheckIn
from iapcore.record.journey import Journey
from iapcore.record.learning import SubjectAssessment
from iapcore.record.placement import Placement, PurposeChange
from iapcore.record.review import Progress, Review, TargetProgress, Wish
from iapcore.record.timetable import Timetable
from iapcore.record.transition import Adjustment, Conversation, Passport
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.instruments import OwnInstrument, Polarity, Scale
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.qualifications import Pace
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases.case import UNKNOWN, Case, all_of
from tests.stories import BEGAN, IN_WEEK_ONE, LONG_AFTER, ON, PLANNED_ON, ROOM

_hybrid: Final = stories.hybrid()
_prepared: Final = stories.prepared()
_talk_first: Final = profile("half-term").choosing(
    amber_means=ColourMeaning.TALK_FIRST, red_means=ColourMeaning.ACCOMPANIED
)
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


def _twice(first: Review, second: Review) -> Journey:
    """Two reviews on one day."""
    return evolve(_hybrid, reviews=(first, evolve(second, day=first.day)))


def own_score(day: date, *, is_percentile: bool) -> Assessment:
    """The school's own form, told in percentiles or in raw points."""
    scale = Scale(
        name="belonging", low=0, high=100, polarity=Polarity.HIGHER_IS_STRENGTH, is_percentile=is_percentile
    )
    return Assessment(
        day=day,
        instrument=OwnInstrument(name="our_form", scales=(scale,)),
        edition="1",
        informant=Informant.PUPIL,
        scores=(ScaleScore(scale="belonging", points=40),),
    )


def _judged(*paces: Pace | None, day: date = date(2026, 11, 18)) -> tuple[SubjectAssessment, ...]:
    """One assessment of each of these subjects."""
    return tuple(SubjectAssessment(day=day, subject=f"s{place}", pace=one) for place, one in enumerate(paces))


READINESS_CASES: Final = (
    Case(
        name="all that is asked is met",
        journey=_prepared,
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
            "READY-12": "well",
            "READY-13": "keeps_pace",
            "READY-14": "alike",
            "READY-15": "there",
            "READY-16": "made",
            "READY-17": "named",
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
            "READY-12": "no_check_ins",
            "READY-15": "no_lesson_marks",
            "READY-16": "not_recorded",
            "READY-17": "not_recorded",
        },
        answer=Step.SETTLE,
    ),
    Case(
        name="nothing is recorded of a way back",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("READY", range(1, 18), "no_stay"),
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
            "READY-10": "no_transition",
            "READY-11": "no_incidents",
            "READY-12": "no_check_ins",
            "READY-13": "no_subjects",
            "READY-14": "no_timetable",
            "READY-15": "no_timetable",
            "READY-16": "no_transition",
            "READY-17": "no_transition",
        },
        answer=Step.FIND_OUT,
    ),
    Case(
        name="the week is recorded, the pupil's colours are not",
        journey=evolve(_hybrid, ratings=None),
        on=ON,
        expect=dict.fromkeys(("READY-3", "READY-8", "READY-9", "READY-14"), "no_ratings"),
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
        answer=Step.FIND_OUT,
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
        expect={"READY-6": "other_informant"},
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
        name="two editions do not compare",
        journey=evolve(
            _hybrid,
            assessments=(
                stories.sdq(BEGAN, 20, 4),
                evolve(stories.sdq(date(2026, 11, 18), 16, 6), edition="2027"),
            ),
        ),
        on=ON,
        expect={"READY-6": "other_edition"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="percentiles at the start, raw points now",
        journey=evolve(
            _hybrid, assessments=(own_score(BEGAN, is_percentile=True), own_score(ON, is_percentile=False))
        ),
        on=ON,
        expect={"READY-6": "percentile_against_raw"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="two questionnaires of one day say two things",
        journey=evolve(
            _hybrid, assessments=(*(_hybrid.assessments or ()), stories.sdq(date(2026, 11, 18), 20, 4))
        ),
        on=ON,
        expect={"READY-6": "contradict"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="two reviews of one day say two things",
        journey=_twice(_review, evolve(_review, targets=(), pupil_wish=Wish.READY)),
        on=ON,
        expect={"READY-4": "contradict", "READY-7": "stuck"},
        answer=Step.HOLD,
    ),
    Case(
        name="two reviews of one day say two things of the targets",
        journey=_twice(
            evolve(_review, pupil_wish=Wish.READY),
            evolve(
                _review,
                pupil_wish=Wish.READY,
                targets=(TargetProgress(target="t1", progress=Progress.MET),),
            ),
        ),
        on=ON,
        expect={"READY-4": "ready", "READY-7": "contradict"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="all is in mainstream by the week from before the stay",
        journey=evolve(_hybrid, timetables=(stories.week(date(2026, 9, 2), stories.ALL_BACK),)),
        on=_settled,
        expect={"READY-2": "no_timetable"},
        answer=Step.FIND_OUT,
    ),
    Case(
        name="no lesson of the stay was ever in the base",
        journey=evolve(_hybrid, timetables=(stories.week(BEGAN, stories.ALL_BACK),)),
        on=_settled,
        expect={"READY-2": "none_in_base"},
        answer=Step.FIND_OUT,
    ),
    Case(
        name="the days are hard",
        journey=evolve(_prepared, check_ins=stories.check_outs(ON, 2)),
        on=ON,
        expect={"READY-12": "less"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="one check-in was not rated",
        journey=evolve(
            _prepared,
            check_ins=evolve(
                stories.check_outs(ON, 4), events=(*stories.check_outs(ON, 4).events, CheckIn(day=ON))
            ),
        ),
        on=ON,
        expect={"READY-12": "not_rated"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="check-ins end long ago",
        journey=evolve(_prepared, check_ins=stories.check_outs(IN_WEEK_ONE, 4)),
        on=date(2026, 11, 30),
        expect={"READY-12": "no_check_ins"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="behind in one subject",
        journey=evolve(_prepared, subjects=_judged(Pace.WITH, Pace.BEHIND, None)),
        on=ON,
        expect={"READY-13": "behind"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="of one subject nobody judged the pace",
        journey=evolve(_prepared, subjects=_judged(Pace.WITH, None)),
        on=ON,
        expect={"READY-13": "not_judged"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="no subject was assessed in this stay",
        journey=evolve(_prepared, subjects=_judged(Pace.BEHIND, day=date(2026, 10, 1))),
        on=ON,
        expect={"READY-13": "no_subjects"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="a teacher sees a lesson otherwise than the pupil",
        journey=_hybrid,
        on=ON,
        expect={"READY-14": "otherwise", "READY-3": "some"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="staff gave no colours",
        journey=evolve(_hybrid, ratings=stories.colours(BEGAN, stories.GREEN_FIRST)),
        on=ON,
        expect={"READY-14": "not_by_both"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="nobody has returned to a lesson, and lessons are marked",
        journey=evolve(_week_one, lesson_marks=stories.lesson_marks(ON)),
        on=_settled,
        expect={"READY-15": "none_yet"},
        answer=Step.START_RETURN,
    ),
    Case(
        name="the pupil left one lesson the last time",
        journey=evolve(
            _prepared,
            lesson_marks=stories.lesson_marks(
                ON,
                (date(2026, 11, 9), "Mon:1", LessonAttendance.LEFT),
                (date(2026, 11, 17), "Tue:2", LessonAttendance.LEFT),
                *(one for one in stories.THERE if one[1] != "Tue:2"),
            ),
        ),
        on=ON,
        expect={"READY-15": "not_there"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="one lesson has no mark since it was returned to",
        journey=evolve(
            _prepared,
            lesson_marks=stories.lesson_marks(
                ON, (date(2026, 11, 10), "Tue:3", LessonAttendance.THERE), *stories.THERE[:-1]
            ),
        ),
        on=ON,
        expect={"READY-15": "not_marked"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="lesson marks end long ago",
        journey=evolve(_prepared, lesson_marks=stories.lesson_marks(BEGAN)),
        on=date(2026, 11, 30),
        expect={"READY-15": "no_lesson_marks"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="an agreed adjustment is not made, and nobody is named",
        journey=stories.with_transition(
            _prepared,
            adjustments=(
                Adjustment(agreed=date(2026, 11, 6), by=Role.SUBJECT_TEACHER),
                Adjustment(agreed=date(2026, 11, 6), made=ON),
            ),
            receiving=(),
        ),
        on=ON,
        expect={"READY-16": "not_made", "READY-17": "nobody"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="no adjustment is agreed",
        journey=stories.with_transition(_prepared, adjustments=()),
        on=ON,
        expect={"READY-16": "none_agreed"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="an amber lesson waits until its teacher was spoken to",
        journey=stories.with_transition(
            evolve(_hybrid, ratings=stories.colours(BEGAN, "AAAAA AAAAA AAAAA AAAAA RRRRR")), conversations=()
        ),
        on=ON,
        policy=_talk_first,
        expect={"READY-3": "some", "READY-9": "not_spoken"},
        answer=Step.HOLD,
    ),
    Case(
        name="whether the teachers of amber lessons were spoken to is not recorded",
        journey=stories.with_transition(
            evolve(_hybrid, ratings=stories.colours(BEGAN, "AAAAA AAAAA AAAAA AAAAA RRRRR")),
            conversations=None,
        ),
        on=ON,
        policy=_talk_first,
        expect={"READY-3": "some", "READY-9": "not_recorded"},
        answer=Step.FIND_OUT,
    ),
    Case(
        name="somebody goes along to amber lessons",
        journey=evolve(_hybrid, ratings=stories.colours(BEGAN, "AAAAA AAAAA AAAAA AAAAA AAAAA")),
        on=ON,
        policy=profile("half-term").choosing(amber_means=ColourMeaning.ACCOMPANIED),
        expect={"READY-3": "some", "READY-9": "spoken"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="only red lessons are left",
        journey=evolve(_hybrid, ratings=stories.colours(BEGAN, "RRRRR RRRRR RRRRR RRRRR RRRRR")),
        on=ON,
        expect={"READY-3": "some", "READY-9": "spoken"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="the purpose became another one in the stay",
        journey=stories.with_placement(
            _hybrid, purpose_changes=(PurposeChange(day=date(2026, 11, 18), purpose=Purpose.QUALIFICATIONS),)
        ),
        on=ON,
        expect={"READY-2": "other_purpose", "READY-3": "other_purpose", "READY-9": "other_purpose"},
        answer=Step.CONTINUE,
    ),
    Case(
        name="the purpose became return in the stay",
        journey=stories.with_placement(
            _hybrid,
            purpose=Purpose.QUALIFICATIONS,
            purpose_changes=(PurposeChange(day=date(2026, 11, 18), purpose=Purpose.RETURN),),
        ),
        on=ON,
        expect={"READY-2": "in_base", "READY-3": "some", "READY-9": "spoken"},
        answer=Step.NEXT_LESSONS,
    ),
    Case(
        name="all lessons are back and nobody has asked the pupil",
        journey=evolve(stories.back_in_full(), reviews=()),
        on=date(2026, 12, 10),
        expect={"READY-4": "no_review", "READY-2": "all_back"},
        answer=Step.FIND_OUT,
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
        name="no lesson has a colour",
        journey=evolve(_hybrid, ratings=()),
        on=ON,
        expect={"READY-3": "not_rated", "READY-8": "not_rated", "READY-9": "none_next"},
        answer=Step.FIND_OUT,
    ),
    Case(
        name="no lesson left in the base has a colour that is next",
        journey=_colours_now("AAAAA AAAAA AAAAA AAAAA AAAAA"),
        on=ON,
        policy="four-tenets",
        expect={"READY-3": "none", "READY-8": "well", "READY-9": "none_next"},
        answer=Step.HOLD,
    ),
    Case(
        name="a passport is written",
        journey=stories.with_transition(_hybrid, passport=Passport(day=date(2026, 11, 10))),
        on=ON,
        expect={"READY-10": "sharing_not_recorded"},
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
        expect={"READY-2": "all_back", "READY-3": "none_left", "READY-8": "well", "READY-9": "none_next"},
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
        expect=dict.fromkeys(("READY-2", "READY-3", "READY-8", "READY-9", "READY-14"), "no_timetable"),
        answer=Step.FIND_OUT,
    ),
    Case(
        name="a timetable without a lesson",
        journey=evolve(_hybrid, timetables=(Timetable(starts=BEGAN, lessons=()),)),
        on=ON,
        expect=dict.fromkeys(("READY-2", "READY-3", "READY-8", "READY-9", "READY-14"), "no_timetable"),
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
