"""Slots that no timetable teaches."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from iapcore.errors import Problem
from iapcore.record.journey import Journey
from iapcore.record.problems.places import events, placements, unknown
from iapcore.record.timetable import Slot, Timetable, timetable_on

__all__ = ["WEEK"]

_HALF_DAYS: Final = ("am", "pm")
_REMEDY: Final = (
    "No timetable of this journey has a lesson in that slot: look at the timetable, "
    "and correct the slot or add the lesson."
)


def _slots(journey: Journey) -> Iterator[Problem]:
    if journey.timetables is None:
        return
    taught = {lesson.slot for timetable in journey.timetables for lesson in timetable.lessons}
    taught_days = {(slot.weekday, slot.week) for slot in taught}
    for path, slots in chain(
        _of_ratings(journey),
        _of_choices(journey),
        _of_plans(journey),
        _of_stays(journey),
        _of_events(journey, journey.timetables),
    ):
        if not taught.issuperset(slots):
            yield unknown(path, _REMEDY)
    for position, place in enumerate(journey.vocational_places or ()):
        half_days = {slot for slot in place.slots or () if slot.period in _HALF_DAYS}
        known = taught | {slot for slot in half_days if (slot.weekday, slot.week) in taught_days}
        if journey.timetables and not known.issuperset(place.slots or ()):
            yield unknown(f"vocational_places[{position}].slots", _REMEDY)


def _of_ratings(journey: Journey) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    for position, rating in enumerate(journey.ratings or ()):
        yield f"ratings[{position}].slot", (rating.slot,)


def _of_choices(journey: Journey) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    for position, choice in enumerate(journey.choices or ()):
        for name in ("first", "not_yet", "accompanied", "back_to_base"):
            yield f"choices[{position}].{name}", getattr(choice, name) or ()


def _of_plans(journey: Journey) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    for position, plan in enumerate(journey.plans or ()):
        for at, week in enumerate(plan.weeks):
            path = f"plans[{position}].weeks[{at}]"
            for place, one in enumerate(week.back):
                yield f"{path}.back[{place}].slot", (one.slot,)
            yield f"{path}.to_base", week.to_base


def _of_events(journey: Journey, versions: tuple[Timetable, ...]) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    """Those before the first version stood in a week of which nothing is recorded."""
    for name in ("lesson_marks", "incidents", "removals"):
        for path, event in events(journey, name):
            if event.slot and timetable_on(versions, event.day):
                yield f"{path}.slot", (event.slot,)


def _of_stays(journey: Journey) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    for path, placement in placements(journey):
        for name in ("conversations", "adjustments"):
            agreed = placement.transition and getattr(placement.transition, name)
            for place, one in enumerate(agreed or ()):
                yield f"{path}.transition.{name}[{place}].slots", one.slots or ()


WEEK: Final = (_slots,)
"""What is looked at."""
