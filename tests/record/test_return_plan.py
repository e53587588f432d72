"""A plan of the way back: each lesson once, weeks in order; moved, left out, compared."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, OutOfScopeError, ProblemKind
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.timetable import Slot
from iapcore.strategies import records

MONDAY = date(2026, 11, 9)
WEEK = timedelta(weeks=1)
ART, MATHS, MUSIC = (Slot.parse(text) for text in ("Mon:1", "Tue:1", "Wed:1"))


def planned(starts: date, *slots: Slot, to_base: tuple[Slot, ...] = ()) -> PlannedWeek:
    return PlannedWeek(starts=starts, back=tuple(PlannedLesson(slot=slot) for slot in slots), to_base=to_base)


def plan(*weeks: PlannedWeek) -> ReturnPlan:
    return ReturnPlan(day=date(2026, 11, 6), weeks=weeks)


TWO_WEEKS = plan(planned(MONDAY, ART), planned(MONDAY + WEEK, MATHS, MUSIC))


@pytest.mark.parametrize(
    ("weeks", "path", "kind"),
    [
        ((planned(MONDAY + WEEK), planned(MONDAY)), "weeks[1].starts", ProblemKind.OUT_OF_ORDER),
        ((planned(MONDAY), planned(MONDAY)), "weeks[1].starts", ProblemKind.OUT_OF_ORDER),
        ((planned(MONDAY, ART, ART),), "weeks[0].back[1].slot", ProblemKind.DUPLICATE),
        (
            (planned(MONDAY, ART), planned(MONDAY + WEEK, ART)),
            "weeks[1].back[0].slot",
            ProblemKind.DUPLICATE,
        ),
        ((planned(MONDAY, ART, to_base=(ART,)),), "weeks[0].back[0].slot", ProblemKind.DUPLICATE),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(
    weeks: tuple[PlannedWeek, ...], path: str, kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        plan(*weeks)
    assert [(one.path, one.kind) for one in caught.value.problems] == [(path, kind)]


def test_a_week_begins_on_a_monday() -> None:
    with pytest.raises(InvalidRecordError, match="Give the Monday"):
        planned(MONDAY + timedelta(days=1))


def test_a_lesson_handed_back_may_come_back_again() -> None:
    again = plan(
        planned(MONDAY, ART), planned(MONDAY + WEEK, to_base=(ART,)), planned(MONDAY + 2 * WEEK, ART)
    )
    assert again.week_of(ART) == MONDAY + 2 * WEEK
    assert again.without(ART).week_of(ART) == MONDAY
    assert again.without(ART).weeks == again.weeks[:2]


def test_a_lesson_is_moved_to_a_week_that_is_there_and_to_a_new_one() -> None:
    sooner = TWO_WEEKS.moving(MUSIC, to=MONDAY)
    assert [[one.slot for one in week.back] for week in sooner.weeks] == [[ART, MUSIC], [MATHS]]
    later = TWO_WEEKS.moving(ART, to=MONDAY + 2 * WEEK)
    assert [week.starts for week in later.weeks] == [MONDAY + WEEK, MONDAY + 2 * WEEK]
    assert [(one.slot, one.ours, one.theirs) for one in TWO_WEEKS.diff(later)] == [
        (ART, MONDAY, MONDAY + 2 * WEEK)
    ]
    with pytest.raises(OutOfScopeError, match="does not hold"):
        TWO_WEEKS.moving(Slot.parse("Fri:5"), to=MONDAY)
    with pytest.raises(InvalidRecordError, match="Monday"):
        TWO_WEEKS.moving(ART, to=MONDAY + timedelta(days=2))


def test_what_is_planned_for_whom_stays_with_the_lesson() -> None:
    lesson = PlannedLesson(slot=ART, accompanied=True, speak_first=True)
    moved = plan(PlannedWeek(starts=MONDAY, back=(lesson,))).moving(ART, to=MONDAY + WEEK)
    assert moved.weeks == (PlannedWeek(starts=MONDAY + WEEK, back=(lesson,)),)


@given(records(ReturnPlan), st.data())
def test_a_plan_differs_from_another_as_the_other_from_it(ours: ReturnPlan, data: st.DataObject) -> None:
    theirs = data.draw(records(ReturnPlan))
    there = {one.slot: (one.ours, one.theirs) for one in ours.diff(theirs)}
    assert there == {one.slot: (one.theirs, one.ours) for one in theirs.diff(ours)}
    assert ours.diff(evolve(ours, day=theirs.day)) == ()
    slots = {one.slot for plan in (ours, theirs) for week in plan.weeks for one in week.back}
    assert all((slot in there) is (ours.week_of(slot) != theirs.week_of(slot)) for slot in slots)


def test_a_difference_is_told() -> None:
    assert TWO_WEEKS.diff(plan())[0].format() == "Mon:1: 2026-11-09, theirs not planned"
