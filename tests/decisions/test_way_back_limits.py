"""What a plan of the way back never does, whatever the record says.

Expected (tenet four): never faster than school and pupil chose, nothing that the pupil asked to wait with, and what the
pupil asks to have back waits for nobody.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.judgement import Decision
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import settled_on
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back import WayAhead, check_plan, find_progress, plan_return
from iapcore.errors import InvalidRecordError
from iapcore.guidance.policy import Policy
from iapcore.guidance.policy_words import ColourMeaning, SubjectReturns
from iapcore.guidance.profiles import profile
from iapcore.guidance.sources import Force
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.review import Review, Wish
from iapcore.record.timetable import Lesson, Rating, Slot, Timetable
from iapcore.record.transition import Conversation, Transition
from iapcore.reports.plan_text import tell_plan
from iapcore.reports.words import tell
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Audience, Informant, Role
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import EndingKind, Where
from iapcore.vocabulary.shape import LAST_DAY
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.stories import BEGAN, IN_WEEK_ONE, ON

HALF_TERM: Final = profile("half-term")
AGREED: Final = stories.agreed()
ASKED_BACK: Final = stories.with_choice(AGREED, day=ON, back_to_base=stories.slots("Mon:1"))
FIRST_WEEK: Final = evolve(AGREED, timetables=(AGREED.timetables or ())[:1], plans=None)


def plan(journey: Journey, policy: Policy = HALF_TERM, on: date = ON) -> Decision[WayAhead]:
    return plan_return(journey, policy=policy, on=on)


def backs(decision: Decision[WayAhead]) -> list[date]:
    return [week.starts for week in decision.answer.plan.weeks if week.back]


def calendar(first: date, last: date) -> SchoolCalendar:
    return SchoolCalendar(key="short", terms=(Term(DateSpan(first, last)),))


def test_a_pupil_who_is_not_ready_is_not_pressed_once_the_first_week_is_over() -> None:
    """The first time in the base ends; the word of the pupil stands until people have looked again."""
    said = Review(day=IN_WEEK_ONE, pupil_wish=Wish.NOT_YET, next_review=date(2026, 11, 27))
    decision = plan(evolve(FIRST_WEEK, reviews=(said,)), on=IN_WEEK_ONE)
    assert backs(decision)[0] == date(2026, 11, 30)
    assert decision.finding("WAY-9").reason == "held"


def test_where_no_calendar_tells_when_the_first_time_is_over_no_lesson_is_added() -> None:
    ends_soon = evolve(FIRST_WEEK, calendar=calendar(BEGAN, date(2026, 11, 10)))
    unsaid = stories.with_placement(ends_soon, provision=None)
    decision = plan(unsaid, HALF_TERM.choosing(settling_weeks=2), IN_WEEK_ONE)
    assert decision.answer.plan.weeks == ()
    assert decision.finding("WAY-2").reason == "no_calendar"


def test_a_stay_that_began_before_the_calendar_goes_on_where_lessons_are_back() -> None:
    later = evolve(AGREED, calendar=calendar(date(2026, 11, 9), date(2026, 12, 18)))
    assert backs(plan(later))[0] == date(2026, 11, 23)


def test_a_lesson_that_the_pupil_asks_to_have_back_waits_for_no_calendar() -> None:
    for known in (None, calendar(BEGAN, date(2026, 11, 20))):
        decision = plan(evolve(ASKED_BACK, calendar=known))
        (week,) = decision.answer.plan.weeks
        assert (week.starts, week.to_base) == (date(2026, 11, 23), stories.slots("Mon:1"))
        assert decision.finding("WAY-9").reason == "handed_back"
    for on in (LAST_DAY, LAST_DAY - timedelta(days=1)):
        assert plan(ASKED_BACK, on=on).answer.plan.weeks == ()  # the next Monday is beyond all days


def test_after_the_stay_nothing_is_handed_back() -> None:
    ended = stories.with_placement(ASKED_BACK, ending=Ending(day=date(2026, 11, 20), kind=EndingKind.PLANNED))
    decision = plan(ended, on=date(2026, 11, 27))
    assert decision.answer.plan.weeks == ()
    assert decision.finding("WAY-9").reason == "free"


def test_a_plan_that_leaves_time_to_find_out_says_until_when() -> None:
    unasked = stories.with_review(AGREED, pupil_wish=None)
    later = ReturnPlan(day=ON, weeks=stories.planned_weeks(("2026-12-14", "Thu:2"), speak_first=True))
    decision = check_plan(unasked, policy=HALF_TERM, on=ON, plan=later)
    found = decision.finding("WAY-9")
    assert (found.reason, found.verdict) == ("waits", Verdict.NOT_KNOWN)
    assert "until 9 December 2026" in tell_plan(decision).split("What is waited for")[1]
    sooner = later.moving(Slot.parse("Thu:2"), to=date(2026, 11, 23))
    assert check_plan(unasked, policy=HALF_TERM, on=ON, plan=sooner).finding("WAY-9").reason == "no_wish"


def test_a_lesson_that_is_not_in_the_base_breaks_no_policy_about_subjects() -> None:
    """A plan made by people may hold a lesson that is back already: the rules say so, and go on."""
    together = HALF_TERM.choosing(subject_returns=SubjectReturns.TOGETHER)
    weeks = stories.planned_weeks(("2026-11-23", "Mon:1 Fri:12"), speak_first=True)
    last = (AGREED.timetables or ())[-1]
    alone = tuple(
        evolve(one, subject="Art") if one.slot == Slot.parse("Mon:1") else one for one in last.lessons
    )
    journey = evolve(AGREED, timetables=(*(AGREED.timetables or ())[:-1], evolve(last, lessons=alone)))
    decision = check_plan(journey, policy=together, on=ON, plan=ReturnPlan(day=ON, weeks=weeks))
    assert dict(decision.finding("WAY-1").params)["slots"] == ("Mon:1", "Fri:12")


def test_the_talks_to_have_now_are_those_before_the_next_week_that_has_any() -> None:
    decision = plan(AGREED)
    does = next(one.does for one in decision.next_actions if one.rule == "WAY-6")
    assert does.startswith("Before 30 November 2026, meet the teachers of Mon:3, Tue:4, Thu:1, Thu:3, Thu:5:")


def test_what_is_no_plan_is_refused_by_its_name() -> None:
    unlike: Any = plan(AGREED)
    with pytest.raises(InvalidRecordError, match="plan: Give ReturnPlan"):
        check_plan(AGREED, policy=HALF_TERM, on=ON, plan=unlike)


# Any record of a small week

SLOTS: Final = stories.slots("Mon:1 Mon:2 Tue:1 Wed:1 Thu:1 Fri:1")
NO_LESSON: Final = Slot.parse("Fri:12")
TERMS: Final = (
    Term(DateSpan(date(2026, 11, 2), date(2026, 12, 18))),
    Term(DateSpan(date(2027, 1, 4), date(2027, 2, 12))),
)
MARKED: Final = "MARKED"


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _days(most: int) -> st.SearchStrategy[date]:
    return st.integers(-7, most).map(lambda days: BEGAN + timedelta(days=days))


def _some(of: tuple[Any, ...], most: int = 3) -> st.SearchStrategy[Any]:
    return _maybe(st.lists(st.sampled_from(of), max_size=most, unique=True).map(tuple))


def _several(
    make: Callable[..., Any], most: int = 2, **parts: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    return st.lists(st.builds(make, **parts), max_size=most).map(tuple)


def _week(starts: date, lessons: list[tuple[Slot, Where]], subjects: str, shared: Any) -> Timetable:
    return Timetable(
        starts=starts,
        lessons=tuple(
            Lesson(slot=slot, where=where, subject=None if subject == "-" else subject, teacher=MARKED)
            for (slot, where), subject in zip(lessons, subjects, strict=False)
        ),
        shared=shared,
    )


def _choice(first: Any, not_yet: Any, **parts: Any) -> PupilChoice:
    waits = not_yet and tuple(slot for slot in not_yet if slot not in (first or ()))
    return PupilChoice(first=first, not_yet=waits, words=MARKED, **parts)


def _people_plan(
    day: date, numbers: list[int], lessons: list[PlannedLesson], handed: Slot | None
) -> ReturnPlan:
    """A plan of people: one lesson a week, on any Mondays; in its first week one may go to the base."""
    weeks = [BEGAN + timedelta(weeks=number) for number in sorted(numbers)]
    return ReturnPlan(
        day=day,
        weeks=tuple(
            PlannedWeek(
                starts=starts,
                back=(lesson,),
                to_base=(handed,) if handed and not place and handed != lesson.slot else (),
            )
            for place, (starts, lesson) in enumerate(zip(weeks, lessons, strict=False))
        ),
        words=MARKED,
    )


WEEKS: Final = st.builds(
    _week,
    starts=_days(21),
    lessons=st.lists(
        st.tuples(
            st.sampled_from(SLOTS),
            st.sampled_from((Where.BASE, Where.BASE, Where.MAINSTREAM, Where.ELSEWHERE)),
        ),
        unique_by=lambda one: one[0],
        min_size=1,
    ),
    subjects=st.text("AB-", min_size=6, max_size=6),
    shared=_some(tuple(SharedTime)),
)
PLANS: Final = st.builds(
    _people_plan,
    day=_days(28),
    numbers=st.lists(st.integers(-2, 12), max_size=5, unique=True),
    lessons=st.lists(
        st.builds(
            PlannedLesson,
            slot=st.sampled_from((*SLOTS, NO_LESSON)),
            accompanied=st.booleans(),
            speak_first=st.booleans(),
        ),
        max_size=5,
        unique_by=lambda one: one.slot,
    ),
    handed=_maybe(st.sampled_from(SLOTS)),
)
JOURNEYS: Final = st.builds(
    Journey,
    pupil=st.just(Pupil(id=PupilId("elm-09"))),
    calendar=_maybe(
        st.just(SchoolCalendar(key="two", terms=TERMS))
        | st.integers(0, 30).map(lambda days: calendar(BEGAN, BEGAN + timedelta(days=days)))
    ),
    placements=st.builds(
        Placement,
        began=_days(0).filter(lambda day: day.weekday() < 5),
        planned=_maybe(st.just(DateSpan(date(2026, 10, 26), date(2027, 1, 29)))),
        purpose=_maybe(st.just(Purpose.RETURN) | st.sampled_from(Purpose)),
        provision=_maybe(
            st.builds(
                partial(Provision, key="elm-room", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION),
                settling_weeks=_maybe(st.integers(0, 2)),
            )
        ),
        transition=_maybe(
            st.builds(
                Transition,
                conversations=_several(
                    partial(Conversation, role=Role.SUBJECT_TEACHER), day=_days(21), slots=_some(SLOTS, 6)
                ),
            )
        ),
        ending=_maybe(st.builds(partial(Ending, kind=EndingKind.PLANNED), day=st.just(date(2026, 11, 27)))),
    ).map(lambda stay: (stay,)),
    timetables=st.lists(WEEKS, min_size=1, max_size=3).map(tuple),
    ratings=_maybe(
        _several(
            partial(Rating, by=Informant.PUPIL),
            9,
            day=_days(21),
            slot=st.sampled_from((*SLOTS, NO_LESSON)),
            colour=st.sampled_from(LessonColour),
        )
    ),
    choices=_maybe(
        _several(
            _choice,
            day=_days(21),
            first=_some((*SLOTS, NO_LESSON)),
            not_yet=_some((*SLOTS, NO_LESSON)),
            at_most=_maybe(st.integers(1, 3)),
            accompanied=_some(SLOTS),
            back_to_base=_some((*SLOTS, NO_LESSON)),
            apart_from=_some(tuple(SharedTime)),
        )
    ),
    reviews=_maybe(_several(Review, day=_days(21), pupil_wish=_maybe(st.sampled_from(Wish)))),
    plans=_maybe(st.lists(PLANS, max_size=2).map(tuple)),
)
POLICIES: Final = st.builds(
    HALF_TERM.choosing,
    lessons_per_step=st.integers(1, 5),
    weeks_per_step=st.sampled_from((1, 2, 20)),
    taper=st.sampled_from(((), (3, 2, 1), (40, 30, 2), (1,))),
    settling_weeks=st.integers(0, 2),
    subject_returns=st.sampled_from(SubjectReturns),
    amber_means=st.sampled_from(ColourMeaning),
    colour_order=st.permutations(list(LessonColour)).map(tuple),
)


@given(JOURNEYS, POLICIES, _days(60))
def test_whatever_is_recorded_our_own_plan_keeps_to_the_rules(
    journey: Journey, policy: Policy, on: date
) -> None:
    decision = plan(journey, policy, on)
    against = [
        one.key for one in decision.findings if one.force is Force.REQUIRED and one.verdict is Verdict.NOT_MET
    ]
    assert against == []
    assert check_plan(journey, policy=policy, on=on, plan=decision.answer.plan) == decision
    situation = Situation.of(journey, policy=policy, on=on)
    choice, weeks = situation.choice, decision.answer.plan.weeks
    planned = [one.slot for week in weeks for one in week.back]
    assert len(planned) == len(set(planned))
    assert not set(planned) & {*((choice and choice.not_yet) or ()), NO_LESSON}
    in_base = set(situation.week.in_base) if situation.week else set()
    most = (choice and choice.at_most) or len(SLOTS)
    taper = policy.taper.value
    for week in weeks:
        in_base |= set(week.to_base)
        allowed = policy.lessons_per_step.value
        if taper and len(in_base) <= taper[0]:
            allowed = len(in_base) - max((left for left in taper if left < len(in_base)), default=0)
        back = {one.slot for one in week.back}
        assert len(back) <= min(allowed, most)
        assert back <= in_base
        in_base -= back
    if planned and situation.stay and situation.week and not situation.week.returned:
        settled = settled_on(situation, situation.stay.start)
        assert settled is not None
        assert settled <= backs(decision)[0]


@given(JOURNEYS, PLANS, POLICIES, _days(60))
def test_whatever_people_plan_it_is_answered_and_tells_no_name_and_no_word(
    journey: Journey, people_plan: ReturnPlan, policy: Policy, on: date
) -> None:
    progress = find_progress(journey, policy=policy, on=on, plan=people_plan)
    for given_plan in (people_plan, None):
        decision = check_plan(journey, policy=policy, on=on, plan=given_plan)
        told = [tell(decision, to=audience) for audience in Audience]
        assert MARKED not in " ".join((*told, tell_plan(decision), repr(decision), repr(progress)))
