"""What the pictures of a stay look at, and how they tell of a week."""

from datetime import date
from typing import Final

from iapcore.decisions.situation import Situation
from iapcore.decisions.way_back.weeks import WeekOfStay, weeks_of_stay
from iapcore.errors import OutOfScopeError
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.return_plan import ReturnPlan
from iapcore.record.timetable import Timetable
from iapcore.reports.words import in_words

__all__ = ["closed_between", "counted", "no_school", "short_day", "stay_at"]

_WEEK: Final = 7
_LETTERS: Final = 3


def stay_at(journey: Journey, *, plan: ReturnPlan | None, on: date) -> Situation:
    """The journey as of a day, with the plan in question.

    Which lessons are taught where is no question of policy, so any will do.

    Raises `OutOfScopeError` where no stay has begun by then, no timetable of it is recorded, or it has no week to show:
    it began in a holiday, and none is planned.
    """
    situation = Situation.of(journey, policy=profile(), on=on, plan=plan)
    if situation.stay is None:
        raise OutOfScopeError("No stay has begun by that day: record its first day, or choose another day.")
    if not situation.timetables:
        raise OutOfScopeError(
            "No timetable of the stay is recorded by that day: record the week as it is taught."
        )
    if not weeks_of_stay(situation):
        raise OutOfScopeError(
            "No school week of the stay has begun, and none is planned: choose a later day."
        )
    return situation


def short_day(day: date) -> str:
    """A day with little room: `9 Nov`."""
    number, month, _ = in_words(day).split()
    return f"{number} {month[:_LETTERS]}"


def closed_between(earlier: WeekOfStay, later: WeekOfStay) -> int:
    """How many weeks lie between two that are shown: weeks without school."""
    return (later.starts - earlier.starts).days // _WEEK - 1


def no_school(weeks: int) -> str:
    """A gap between two weeks, in words."""
    return f"No school for {weeks} week{'' if weeks == 1 else 's'}"


def counted(timetable: Timetable) -> str:
    """How many lessons a week has: of both weeks, where it is a cycle of two."""
    slots = [lesson.slot for lesson in timetable.lessons]
    what = "lesson" if any(slot.period.isdigit() for slot in slots) else "half-day"
    both = " in two weeks" if any(slot.week for slot in slots) else ""
    return f"{len(slots)} {what}{'' if len(slots) == 1 else 's'}{both}"
