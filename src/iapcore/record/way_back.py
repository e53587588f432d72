"""Where the lessons of a week stand, and what changed from one week to another.

Rule of the room: *never left*, *left* and *returned* are not written down but seen by comparing the versions of a
timetable.
"""

from attrs import frozen

from iapcore.record.timetable import Slot, Timetable
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.shape import shaped

__all__ = ["LessonMoved", "WayBack", "lessons_moved", "way_back"]


@frozen(kw_only=True, field_transformer=shaped)
class WayBack:
    """Where the lessons of a week stand: never left, back again, or still in the base; as the week runs."""

    never_left: tuple[Slot, ...]
    returned: tuple[Slot, ...]
    in_base: tuple[Slot, ...]


def way_back(versions: tuple[Timetable, ...]) -> WayBack:
    """Compare the versions of a timetable, in order, from the first of a stay to the one in question.

    >>> from datetime import date
    >>> from iapcore import Lesson
    >>> def week(day: int, where: Where) -> Timetable:
    ...     return Timetable(starts=date(2026, 11, day), lessons=(Lesson(slot=Slot.parse("Mon:1"), where=where),))
    >>> way_back((week(2, Where.BASE), week(9, Where.MAINSTREAM))).returned[0].format()
    'Mon:1'
    """
    were_in_base = {slot for version in versions for slot in version.slots(Where.BASE)}
    back = versions[-1].slots(Where.MAINSTREAM) if versions else ()
    return WayBack(
        never_left=tuple(slot for slot in back if slot not in were_in_base),
        returned=tuple(slot for slot in back if slot in were_in_base),
        in_base=versions[-1].slots(Where.BASE) if versions else (),
    )


@frozen(kw_only=True, field_transformer=shaped)
class LessonMoved:
    """That a lesson is taught elsewhere than before. `None` is *not taught then*, or *nobody wrote where*.

    >>> LessonMoved(slot=Slot.parse("Mon:1"), was=Where.BASE, to=Where.MAINSTREAM).format()
    'Mon:1: base to mainstream'
    """

    slot: Slot
    was: Where | None
    to: Where | None

    def format(self) -> str:
        """The slot and both places, for a reader."""
        was, to = (place.value if place else "not recorded" for place in (self.was, self.to))
        return f"{self.slot.format()}: {was} to {to}"


def lessons_moved(earlier: Timetable, later: Timetable) -> tuple[LessonMoved, ...]:
    """What changed between two weeks: every lesson that is taught elsewhere than it was, as the week runs.

    >>> from datetime import date
    >>> from iapcore import Lesson
    >>> def week(day: int, where: Where) -> Timetable:
    ...     return Timetable(starts=date(2026, 11, day), lessons=(Lesson(slot=Slot.parse("Mon:1"), where=where),))
    >>> [one.format() for one in lessons_moved(week(2, Where.BASE), week(9, Where.MAINSTREAM))]
    ['Mon:1: base to mainstream']
    """
    was, after = ({lesson.slot: lesson.where for lesson in week.lessons} for week in (earlier, later))
    return tuple(
        LessonMoved(slot=slot, was=was.get(slot), to=after.get(slot))
        for slot in sorted(was.keys() | after.keys(), key=lambda slot: slot.order)
        if was.get(slot) is not after.get(slot)
    )
