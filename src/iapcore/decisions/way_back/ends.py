"""Where a plan leads, and whether its weeks are there."""

from typing import Final

from iapcore.decisions.readiness.turns import NO_WEEK, OTHER_PURPOSE, other_purpose, week_at_hand
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.way_back.ahead import NO_CALENDAR, NO_PLAN, steps_ahead, weeks_ahead
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Force
from iapcore.record.timetable import Slot

__all__ = ["PLANNED_ENDS", "left_after"]

_TRANSITION: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")
_OUTCOMES: Final = FOUR_TENETS.at("tenet 4, measurable pupil outcomes")


@rule(
    key="WAY-10",
    asks="Does the plan end in the purpose that was agreed?",
    expects="Most stays are for a return that lasts; some have another purpose, agreed with pupil and family.",
    force=Force.ADVISORY,
    cites=(_OUTCOMES,),
    reads=("placements", "timetables", "placement.purpose", "placement.purpose_changes", "plans"),
    overlooks="Whether the pupil manages it: a plan is no forecast.",
    met=OTHER_PURPOSE
    | {
        "in_full": "With the week from {day} all lessons are back in mainstream.",
        "all_back": "All lessons are back in mainstream already.",
    },
    not_met={
        "left_open": (
            "Lessons still in the base after the plan: {left}.",
            "Talk with the pupil about {slots}: what would have to change there, and when to look again.",
        ),
        "not_the_purpose": (
            "The stay has another purpose than going back ({purpose}), and the plan brings lessons back.",
            "Talk with pupil and family about the purpose, and change the plan or the purpose.",
        ),
    },
    not_known=NO_PLAN
    | NO_WEEK
    | {
        "no_purpose": (
            "What the stay is for is not recorded.",
            "Write down the purpose that was agreed with pupil and family.",
        )
    },
)
def plan_ends_in_its_purpose(situation: Situation) -> Said:
    weeks = [step.week for step in steps_ahead(situation) if step.week.back]
    left = left_after(situation)
    known(situation.placement and situation.placement.purpose_on(situation.on), "no_purpose")
    if other := other_purpose(situation):
        return said("not_the_purpose", **dict(other.params)) if weeks else other
    if left:
        return said("left_open", slots=left, left=len(left))
    return said("in_full", day=weeks[-1].starts) if weeks else said("all_back")


def left_after(situation: Situation) -> tuple[Slot, ...]:
    """The lessons that are still in the base after the last week of the plan."""
    steps = steps_ahead(situation)
    if not steps:
        return week_at_hand(situation).in_base
    last = steps[-1]
    return last.before.after(last.slots, last.week.to_base).in_base


@rule(
    key="WAY-11",
    asks="Are the planned weeks school weeks of the stay?",
    expects="A stay has a planned end; an extension is decided by people, with a reason.",
    force=Force.ADVISORY,
    cites=(_TRANSITION,),
    reads=("placements", "calendar", "plans"),
    overlooks="Days on which the school is closed within a week. The last lessons may come back in the first week "
    "after the stay.",
    met={
        "within": "The planned weeks are school weeks until the planned end on {end}, or the first one after it.",
        "none": "No week is planned ahead.",
    },
    not_met={
        "no_school": (
            "No school in the weeks from: {weeks}.",
            "Move what is planned there to a school week.",
        ),
        "beyond": (
            "The stay is planned to end on {end}; the plan goes on until the week from {last}.",
            "Ask at the next review whether the stay shall be longer. Faster is no way out: the pace is the pupil's.",
        ),
    },
    not_known=NO_PLAN
    | NO_CALENDAR
    | {
        "no_end": (
            "No planned end of the stay is recorded.",
            "Write down until when the stay is planned.",
        )
    },
)
def weeks_are_there(situation: Situation) -> Said:
    weeks = weeks_ahead(situation)
    if not weeks:
        return said("none")
    calendar = known(situation.journey.calendar, "no_calendar")
    if not calendar.span.end or weeks[-1].starts > calendar.span.end:
        return said("no_calendar")
    taught = set(calendar.weeks_after(situation.on))
    if closed := tuple(week.starts.isoformat() for week in weeks if week.starts not in taught):
        return said("no_school", weeks=closed)
    end = known(situation.placement and situation.placement.planned_until(situation.on), "no_end")
    last, first_after = weeks[-1].starts, next(iter(calendar.weeks_after(end)), end)
    return said("beyond", end=end, last=last) if last > max(end, first_after) else said("within", end=end)


PLANNED_ENDS: Final[tuple[Rule, ...]] = (plan_ends_in_its_purpose, weeks_are_there)
