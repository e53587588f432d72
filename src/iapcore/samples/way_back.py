"""What the made-up pupil chose of the way back, and the plan that was agreed: it mostly came about."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.timetable import Slot, Timetable
from iapcore.samples.story import Story
from iapcore.samples.weeks import SHARED
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Where

__all__ = ["choices", "plans"]

_DAY: Final = timedelta(days=1)
_AGREED_WITH: Final = (Role.PUPIL, Role.FAMILY, Role.PROVISION_LEAD)


def choices(story: Story, versions: tuple[Timetable, ...]) -> tuple[PupilChoice, ...]:
    """What the pupil said on the Thursday of the first week; nothing where the stay is for qualifications."""
    if not versions or story.model.purpose is not Purpose.RETURN:
        return ()
    chance = story.chance("choices")
    in_base = versions[0].slots(Where.BASE)
    liked = chance.sample(in_base, 3)
    return (
        PupilChoice(
            day=versions[0].starts + 3 * _DAY,
            first=tuple(liked[: chance.randint(0, 2)]),
            not_yet=tuple(liked[2:]) if chance.happens(30) else (),
            at_most=chance.choice((None, *range(1, 1 + max(story.model.gain)))),
            accompanied=tuple(liked[:1]) if chance.happens(40) else (),
            back_to_base=(),
            apart_from=(SharedTime.LUNCH,) if chance.happens(5) else (),
        ),
    )


def plans(story: Story, versions: tuple[Timetable, ...]) -> tuple[ReturnPlan, ...]:
    """The plan agreed on the Friday of the first week; none where no lesson comes back."""
    chosen = choices(story, versions)
    weeks = tuple(_weeks(story, versions, chosen)) if chosen else ()
    if not weeks:
        return ()
    apart = chosen[0].apart_from or ()
    return (
        ReturnPlan(
            day=versions[0].starts + 4 * _DAY,
            weeks=weeks,
            shared=tuple(time for time in SHARED if time not in apart),
            agreed_with=_AGREED_WITH,
        ),
    )


def _weeks(
    story: Story, versions: tuple[Timetable, ...], chosen: tuple[PupilChoice, ...]
) -> Iterator[PlannedWeek]:
    """Each lesson in the week in which it first came back, or now and then in the one planned before that."""
    chance = story.chance("plans")
    along = chosen[0].accompanied or ()
    planned: dict[date, list[Slot]] = {}
    seen: set[Slot] = set()
    for earlier, later in pairwise(versions):
        monday = later.starts - later.starts.weekday() * _DAY
        left = set(earlier.slots(Where.BASE)) - seen
        for slot in filter(left.__contains__, later.slots(Where.MAINSTREAM)):
            hoped = max(planned) if planned and chance.happens(10) else monday
            planned.setdefault(hoped, []).append(slot)
            seen.add(slot)
    for starts, slots in planned.items():
        yield PlannedWeek(
            starts=starts,
            back=tuple(
                PlannedLesson(slot=slot, accompanied=slot in along, speak_first=chance.happens(80))
                for slot in sorted(slots, key=lambda slot: slot.order)
            ),
        )
