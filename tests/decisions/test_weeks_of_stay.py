"""The weeks of a stay: what did happen as the timetables tell, what is ahead as the plan has it, and no more."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.situation import Situation
from iapcore.decisions.way_back import plan_return
from iapcore.decisions.way_back.weeks import WeekOfStay, weeks_of_stay, weeks_planned
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.timetable import Slot
from iapcore.vocabulary.settings import Where
from tests import stories
from tests.laws import policies
from tests.stories import BEGAN, ON

MONDAY: Final = Slot.parse("Mon:1")
LAST: Final = Slot.parse("Fri:5")
WEEK: Final = timedelta(weeks=1)


def weeks(journey: Journey, *, on: date = ON, plan: ReturnPlan | None = None) -> tuple[WeekOfStay, ...]:
    return weeks_of_stay(Situation.of(journey, policy=profile(), on=on, plan=plan))


def planned(journey: Journey, *, on: date = ON, plan: ReturnPlan | None = None) -> tuple[WeekOfStay, ...]:
    return weeks_planned(Situation.of(journey, policy=profile(), on=on, plan=plan))


def plan(*changes: PlannedWeek, day: date = ON) -> ReturnPlan:
    return ReturnPlan(day=day, weeks=changes)


def change(starts: date, back: str = "", to_base: str = "") -> PlannedWeek:
    lessons = tuple(PlannedLesson(slot=slot, accompanied=True) for slot in stories.slots(back))
    return PlannedWeek(starts=starts, back=lessons, to_base=stories.slots(to_base))


def told(all_weeks: tuple[WeekOfStay, ...]) -> list[tuple[str, bool, int, int]]:
    return [
        (one.starts.isoformat(), one.is_ahead, one.taught(Where.MAINSTREAM), one.lessons) for one in all_weeks
    ]


class TestAsItWas:
    """Until the day in question each week is as its timetable tells at its end."""

    def test_a_week_each(self) -> None:
        assert told(weeks(stories.hybrid())) == [
            ("2026-11-02", False, 0, 25),
            ("2026-11-09", False, 2, 25),
            ("2026-11-16", False, 5, 25),
        ]

    def test_what_came_back_and_what_went(self) -> None:
        journey = evolve(
            stories.hybrid(),
            timetables=(
                stories.week(BEGAN, stories.ALL_IN_BASE),
                stories.week(date(2026, 11, 12), stories.TWO_BACK),
                stories.week(date(2026, 11, 16), "BMBBB MMBBB BBBBB BBBBB BBBBE"),
            ),
        )
        first, second, third = weeks(journey)
        assert (first.back, first.to_base) == ((), ())
        assert [one.slot.format() for one in second.back] == ["Mon:1", "Mon:2"]
        assert [one.slot.format() for one in third.back] == ["Tue:1", "Tue:2"]
        assert third.to_base == (MONDAY,)
        assert (third.taught(Where.ELSEWHERE), third.share) == (1, Fraction(3, 25))

    def test_company_is_told_where_it_is_recorded(self) -> None:
        journey = stories.hybrid()
        *others, last = journey.timetables or ()
        lessons = tuple(evolve(one, accompanied=one.slot == Slot.parse("Tue:1")) for one in last.lessons)
        with_company = evolve(journey, timetables=(*others, evolve(last, lessons=lessons)))
        assert {one.slot.format(): one.accompanied for one in weeks(with_company)[-1].back} == {
            "Tue:1": True,
            "Tue:2": False,
            "Tue:3": False,
        }

    def test_a_version_after_the_day_is_not_seen(self) -> None:
        assert told(weeks(stories.hybrid(), on=date(2026, 11, 10)))[-1] == ("2026-11-09", False, 2, 25)

    def test_a_holiday_is_left_out_where_the_calendar_tells(self) -> None:
        journey = stories.half_days()
        starts = [one.starts for one in weeks(journey)]
        assert date(2026, 10, 19) in starts
        assert date(2026, 10, 26) not in starts
        assert date(2026, 10, 26) in [one.starts for one in weeks(evolve(journey, calendar=None))]

    def test_a_week_of_which_no_timetable_tells(self) -> None:
        journey = stories.hybrid()
        first, second, _ = weeks(evolve(journey, timetables=(journey.timetables or ())[1:]))
        assert (first.timetable, first.lessons, first.taught(Where.BASE), first.share) == (None, 0, 0, None)
        assert (second.share, second.back) == (Fraction(2, 25), ())

    def test_a_lesson_without_a_place_leaves_no_share(self) -> None:
        journey = evolve(stories.hybrid(), timetables=(stories.week(BEGAN, "MB ?? BB BB BB"),))
        assert [(one.taught(None), one.share) for one in weeks(journey)] == [(2, None)] * 3

    def test_after_the_stay_there_is_nothing_more(self) -> None:
        assert weeks(stories.returned(), on=stories.LONG_AFTER)[-1].starts == date(2026, 12, 7)

    def test_before_the_stay_or_without_a_timetable_there_are_none(self) -> None:
        for journey in (stories.referred(), evolve(stories.hybrid(), timetables=None)):
            assert weeks(journey, plan=plan()) == planned(journey, plan=plan()) == ()


class TestAsPlanned:
    """After the day each week is as the plan has it, to its last."""

    def test_week_by_week(self) -> None:
        ours = plan(change(date(2026, 11, 23), "Thu:2"), change(date(2026, 12, 7), "Fri:5", "Mon:1"))
        ahead = weeks(stories.hybrid(), plan=ours)[3:]
        assert told(ahead) == [
            ("2026-11-23", True, 6, 25),
            ("2026-11-30", True, 6, 25),
            ("2026-12-07", True, 6, 25),
        ]
        assert [(len(one.back), len(one.to_base)) for one in ahead] == [(1, 0), (0, 0), (1, 1)]
        last = ahead[-1].timetable
        assert last is not None
        moved = {slot: last.lesson(slot) for slot in (MONDAY, LAST)}
        assert [(one.where, one.accompanied) for one in moved.values() if one] == [
            (Where.BASE, None),
            (Where.MAINSTREAM, True),
        ]

    def test_without_a_calendar_only_weeks_with_a_change(self) -> None:
        journey = evolve(stories.hybrid(), calendar=None)
        ours = plan(change(date(2026, 11, 23), "Thu:2"), change(date(2026, 12, 7), "Fri:5"))
        assert [one.starts for one in weeks(journey, plan=ours)[3:]] == [
            date(2026, 11, 23),
            date(2026, 12, 7),
        ]

    def test_a_week_that_is_past_is_history(self) -> None:
        ours = plan(change(date(2026, 11, 16), "Thu:2"), day=date(2026, 11, 13))
        assert told(weeks(stories.hybrid(), plan=ours)) == told(weeks(stories.hybrid()))

    def test_what_the_week_has_not_cannot_move(self) -> None:
        ours = plan(change(date(2026, 11, 23), "Mon:9", "Mon:8"))
        assert told(weeks(stories.hybrid(), plan=ours))[-1] == ("2026-11-23", True, 5, 25)


class TestAsThePlanHadIt:
    """Beside what did happen: the week in which the plan was made, and each one to its last."""

    def test_from_the_week_in_which_it_was_made(self) -> None:
        ours = plan(
            change(date(2026, 11, 9), "Mon:1"),
            change(date(2026, 11, 16), "Mon:2 Mon:3"),
            day=date(2026, 11, 6),
        )
        assert told(planned(stories.hybrid(), plan=ours)) == [
            ("2026-11-02", True, 0, 25),
            ("2026-11-09", True, 1, 25),
            ("2026-11-16", True, 3, 25),
        ]

    def test_from_the_first_of_the_stay_where_it_was_made_before(self) -> None:
        journey = stories.hybrid()
        late = evolve(journey, timetables=(journey.timetables or ())[1:])
        ours = plan(change(date(2026, 11, 9), "Tue:1"), day=stories.PLANNED_ON)
        assert told(planned(late, plan=ours)) == [("2026-11-02", True, 2, 25), ("2026-11-09", True, 3, 25)]

    def test_the_latest_plan_where_none_is_given(self) -> None:
        ours = plan(change(date(2026, 11, 23), "Thu:2"))
        assert planned(stories.hybrid()) == ()
        assert told(planned(evolve(stories.hybrid(), plans=(ours,)))) == [
            ("2026-11-16", True, 5, 25),
            ("2026-11-23", True, 6, 25),
        ]


@given(st.sampled_from(sorted(stories.STORIES)), policies(), st.integers(0, 60))
def test_a_proposal_is_told_alike_from_both_sides(name: str, policy: str, later: int) -> None:
    journey, day = stories.STORIES[name]
    on = day + timedelta(days=later)
    answer = plan_return(journey, policy=profile(policy), on=on).answer
    seen = weeks(journey, on=on, plan=answer.plan)
    ahead = [one for one in seen if one.is_ahead]
    assert ahead == list(planned(journey, on=on, plan=answer.plan)[1:])
    assert all(two.starts - one.starts >= WEEK for one, two in pairwise(seen))
    if answer.plan.weeks:
        last = ahead[-1]
        assert last.starts == answer.plan.weeks[-1].starts
        assert last.timetable is not None
        assert last.timetable.slots(Where.BASE) == answer.left
