"""How a way back goes: shares of weeks counted by hand, what came back, and the plan beside it."""

import itertools
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

from attrs import evolve
from hypothesis import given

from iapcore.decisions.way_back import LessonGroup, ReturnProgress, find_progress
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedWeek
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.settings import Where
from tests import stories
from tests.laws import policies, told
from tests.stories import BEGAN, ON

AGREED: Final = stories.agreed()
HALF_TERM: Final = profile("half-term")
PLANNED_WEEKS: Final = stories.planned_weeks(("2026-11-09", "Mon:1 Mon:2 Tue:4"), ("2026-11-16", "Tue:1"))


def progress(journey: Journey = AGREED, on: date = ON, **more: Any) -> ReturnProgress:
    return find_progress(journey, policy=HALF_TERM, on=on, **more)


def with_week(*lessons: tuple[str, Where | None], **changes: Any) -> Journey:
    versions = (
        Timetable(
            starts=BEGAN, lessons=tuple(Lesson(slot=Slot.parse(slot), where=where) for slot, where in lessons)
        ),
    )
    return evolve(AGREED, timetables=versions, **changes)


def shares(found: ReturnProgress) -> list[Fraction | None]:
    return [week.share for week in found.weeks]


def test_the_share_of_each_week_is_that_of_its_lessons_at_its_end() -> None:
    found = progress()
    assert [week.starts for week in found.weeks] == [date(2026, 11, day) for day in (2, 9, 16)]
    assert shares(found) == [Fraction(0), Fraction(2, 25), Fraction(1, 5)]
    versions = (stories.week(BEGAN, stories.ALL_IN_BASE), stories.week(date(2026, 11, 11), stories.ALL_BACK))
    assert shares(progress(evolve(AGREED, timetables=versions))) == [0, 1, 1]


def test_weeks_without_school_are_left_out() -> None:
    stay = stories.with_placement(AGREED, began=date(2026, 10, 21), planned=None)
    versions = (stories.week(date(2026, 10, 21), stories.ALL_IN_BASE),)
    found = progress(evolve(stay, timetables=versions))
    assert [week.starts for week in found.weeks][:2] == [date(2026, 10, 19), date(2026, 11, 2)]


def test_where_a_place_is_not_told_there_is_no_share() -> None:
    found = progress(with_week(("Mon:1", Where.ELSEWHERE), ("Tue:1", None), ("Wed:1", Where.MAINSTREAM)))
    assert set(shares(found)) == {None}


def test_lessons_regained_are_told_with_colour_and_the_last_time() -> None:
    back = {one.slot.format(): one for one in progress().back}
    assert list(back) == ["Mon:1", "Mon:2", "Tue:1", "Tue:2", "Tue:3"]
    assert back["Mon:1"].since == date(2026, 11, 9)
    assert back["Tue:3"].colour is LessonColour.AMBER
    assert (back["Tue:1"].last_time, back["Mon:1"].last_time) == (
        LessonAttendance.LATE,
        LessonAttendance.THERE,
    )
    unseen = progress(evolve(AGREED, ratings=None, lesson_marks=None)).back[0]
    assert (unseen.colour, unseen.last_time) == (None, None)
    earlier = stories.colours(date(2026, 11, 4), "GGGGG GGGGG GGGGG GGGGG GGGGG")
    assert {one.colour for one in progress(evolve(AGREED, ratings=earlier)).back} == {None}


def test_subjects_and_colours_are_counted_and_no_teacher_is() -> None:
    found = progress()
    assert found.by_subject == (LessonGroup(of="Maths", mainstream=5, lessons=25),)
    assert {(one.of, one.mainstream) for one in found.by_colour} == {("green", 4), ("amber", 1), ("red", 0)}
    assert sum(one.lessons for one in found.by_colour) == 25
    assert "Maths" not in repr(found)
    assert "t1" not in repr(found)


def test_the_plan_stands_beside_what_came() -> None:
    meant = stories.with_plan(AGREED, day=BEGAN, weeks=PLANNED_WEEKS)
    found = progress(meant)
    assert [slot.format() for slot in found.behind or ()] == ["Tue:4"]
    assert found.sooner == ()
    assert shares(found) == [Fraction(0), Fraction(2, 25), Fraction(5, 25)]
    assert [week.share for week in found.planned] == [Fraction(0), Fraction(3, 25), Fraction(4, 25)]
    later = stories.with_plan(AGREED, day=BEGAN, weeks=stories.planned_weeks(("2026-11-30", "Tue:1 Wed:1")))
    assert [slot.format() for slot in progress(later).sooner or ()] == ["Tue:1"]


def test_a_lesson_that_the_plan_handed_back_is_not_behind() -> None:
    handed = (*PLANNED_WEEKS, PlannedWeek(starts=date(2026, 11, 23), to_base=stories.slots("Tue:4")))
    meant = stories.with_plan(AGREED, day=BEGAN, weeks=handed)
    assert [slot.format() for slot in progress(meant).behind or ()] == ["Tue:4"]
    assert progress(meant, on=date(2026, 11, 24)).behind == ()


def test_without_a_plan_nothing_is_behind_and_without_a_stay_there_is_nothing() -> None:
    found = progress(evolve(AGREED, plans=None))
    assert (found.behind, found.sooner, found.planned) == (None, None, ())
    nothing = progress(evolve(AGREED, placements=None))
    assert (nothing.weeks, nothing.back, nothing.by_subject, nothing.by_colour) == ((), (), (), ())
    assert progress(AGREED, plan=(AGREED.plans or ())[0]) == progress()


@given(told(), policies())
def test_every_lesson_is_counted_once(told_on: tuple[Journey, date], policy: str) -> None:
    journey, on = told_on
    found = find_progress(journey, policy=profile(policy), on=on)
    lessons = sum(one.lessons for one in found.by_subject)
    assert lessons == sum(one.lessons for one in found.by_colour)
    assert all(0 <= one.mainstream <= one.lessons for one in (*found.by_subject, *found.by_colour))
    assert all(week.share is None or 0 <= week.share <= 1 for week in found.weeks)
    assert all(week.starts.weekday() == 0 and week.starts <= on for week in found.weeks)
    assert all(later - earlier >= timedelta(weeks=1) for earlier, later in _pairs(found))


def _pairs(found: ReturnProgress) -> list[tuple[date, date]]:
    starts = [week.starts for week in found.weeks]
    return list(itertools.pairwise(starts))
