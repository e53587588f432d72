"""The weeks of a plan that lie ahead, each with the week at hand as it will stand before it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from attrs import frozen

from iapcore.decisions.readiness.turns import NO_STAY, week_at_hand
from iapcore.decisions.rule import Telling, known
from iapcore.decisions.situation import Situation
from iapcore.decisions.turn import WeekAtHand
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.timetable import Slot
from iapcore.record.way_back import lessons_moved
from iapcore.vocabulary.settings import Where

__all__ = [
    "NOT_ASKED",
    "NO_CALENDAR",
    "NO_PLAN",
    "StepAhead",
    "begins_before",
    "last_step",
    "plan_of",
    "steps_ahead",
    "weeks_ahead",
]

NO_PLAN: Final[dict[str, Telling]] = NO_STAY | {
    "no_plan": (
        "No plan of the way back is recorded.",
        "Let `plan_return` propose one, go through it with the pupil, and write down what you agree.",
    )
}
"""The reasons for which nothing can be told of a plan."""

NO_CALENDAR: Final[dict[str, Telling]] = {
    "no_calendar": (
        "The school calendar is not recorded, or does not reach from the first week of the stay to the last planned.",
        "Put in the terms from the first week of the stay on, of this school year and the next.",
    )
}
NOT_ASKED: Final[dict[str, Telling]] = {
    "not_asked": (
        "What the pupil would choose is not recorded.",
        "Ask the pupil which lessons to begin with, which not yet, and how many at a time; write down the answer.",
    )
}


@frozen(kw_only=True)
class StepAhead:
    """A week of the plan, and the week at hand before it."""

    week: PlannedWeek
    before: WeekAtHand

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The lessons that come back."""
        return tuple(one.slot for one in self.week.back)

    def lessons(self) -> Iterator[tuple[WeekAtHand, PlannedLesson]]:
        """Each lesson that comes back, with the week at hand before it."""
        return ((self.before, one) for one in self.week.back)


def plan_of(situation: Situation) -> ReturnPlan:
    """The plan in question; the check ends with *not known* where there is none, or no stay."""
    known(situation.stay, "no_stay")
    return known(situation.plan, "no_plan")


def weeks_ahead(situation: Situation) -> tuple[PlannedWeek, ...]:
    """The weeks of the plan that begin after the day in question: those before are history."""
    return tuple(week for week in plan_of(situation).weeks if week.starts > situation.on)


def steps_ahead(situation: Situation) -> tuple[StepAhead, ...]:
    """The weeks ahead in order, each as it will find the week; *not known* where no timetable tells."""
    weeks = weeks_ahead(situation)
    return tuple(_steps(week_at_hand(situation), weeks))


def _steps(week_now: WeekAtHand, weeks: tuple[PlannedWeek, ...]) -> Iterator[StepAhead]:
    for week in weeks:
        yield StepAhead(week=week, before=week_now)
        week_now = week_now.after((one.slot for one in week.back), week.to_base)


def begins_before(monday: date, day: date) -> bool:
    """Whether a week begins before the week in which a day lies."""
    return monday < day - timedelta(days=day.weekday())


def last_step(situation: Situation) -> date | None:
    """The day from which the last lessons so far came back; `None` where none did."""
    versions = situation.timetables or ()
    steps = (
        later.starts
        for earlier, later in pairwise(versions)
        if any(one.was is Where.BASE and one.to is Where.MAINSTREAM for one in lessons_moved(earlier, later))
    )
    return max(steps, default=None)
