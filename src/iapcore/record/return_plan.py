"""The plan of a way back, week by week, as people and pupil agreed it.

Rule of the room: a plan says what is meant to happen. What did happen stands in the timetables; both are kept.
"""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, field, frozen

from iapcore.errors import InvalidRecordError, OutOfScopeError, Problem, ProblemKind
from iapcore.record.timetable import Slot
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, stop_if_any

__all__ = ["LessonPlanned", "PlannedLesson", "PlannedWeek", "ReturnPlan"]


@frozen(kw_only=True, field_transformer=shaped)
class PlannedLesson:
    """A lesson that is to be in mainstream again: whether somebody goes along, and whom to speak to before.

    >>> PlannedLesson(slot=Slot.parse("Mon:1"), speak_first=True).slot.format()
    'Mon:1'
    """

    slot: Slot
    accompanied: bool | None = None
    speak_first: bool | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class PlannedWeek(Discreet):
    """What changes from the Monday `starts` on: the lessons that come back, and those handed back to the base.

    >>> from datetime import date
    >>> PlannedWeek(starts=date(2026, 11, 9), back=(PlannedLesson(slot=Slot.parse("Mon:1")),))
    ‹PlannedWeek back=1 to_base=0›

    Raises `InvalidRecordError` where `starts` is no Monday.
    """

    starts: date
    back: tuple[PlannedLesson, ...] = ()
    to_base: tuple[Slot, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.starts.weekday():
            remedy = "Give the Monday of the week."
            raise InvalidRecordError(Problem(path="starts", kind=ProblemKind.MALFORMED, remedy=remedy))


@frozen(kw_only=True, field_transformer=shaped)
class LessonPlanned:
    """That two plans put a lesson into different weeks; `None`: into none.

    >>> LessonPlanned(slot=Slot.parse("Mon:1"), ours=date(2026, 11, 9), theirs=None).format()
    'Mon:1: 2026-11-09, theirs not planned'
    """

    slot: Slot
    ours: date | None
    theirs: date | None

    def format(self) -> str:
        """The slot and both weeks, for a reader."""
        ours, theirs = (week.isoformat() if week else "not planned" for week in (self.ours, self.theirs))
        return f"{self.slot.format()}: {ours}, theirs {theirs}"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class ReturnPlan(Discreet):
    """A plan made on `day`: week by week which lessons come back, and which times stay shared.

    `shared` are the times of the day that the pupil spends with everybody; `agreed_with` says by role with whom the
    plan was agreed. A plan is edited by `moving` and `without`, and checked by `check_plan`.

    >>> from datetime import date
    >>> lesson = PlannedLesson(slot=Slot.parse("Mon:1"))
    >>> plan = ReturnPlan(day=date(2026, 11, 6), weeks=(PlannedWeek(starts=date(2026, 11, 9), back=(lesson,)),))
    >>> plan.moving(lesson.slot, to=date(2026, 11, 16)).week_of(lesson.slot)
    datetime.date(2026, 11, 16)

    Raises `InvalidRecordError` where weeks stand out of order, or a lesson comes back twice without having been handed
    back in between.
    """

    day: date = field(metadata=EXISTS_SINCE)
    weeks: tuple[PlannedWeek, ...] = ()
    shared: tuple[SharedTime, ...] | None = None
    agreed_with: tuple[Role, ...] | None = None
    ref: str | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        back: set[Slot] = set()
        last = date.min
        for position, week in enumerate(self.weeks):
            if week.starts <= last:
                remedy = "Give each week once, the earliest first."
                yield Problem(path=f"weeks[{position}].starts", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy)
            last = week.starts
            back -= set(week.to_base)
            for place, lesson in enumerate(week.back):
                if lesson.slot in back or lesson.slot in week.to_base:
                    remedy = "The lesson stands in the plan already: keep it once."
                    path = f"weeks[{position}].back[{place}].slot"
                    yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)
                back.add(lesson.slot)

    def week_of(self, slot: Slot) -> date | None:
        """The Monday from which a lesson is planned to be back for the last time; `None` where it is not planned."""
        return next((week.starts for week in reversed(self.weeks) if _holds(week, slot)), None)

    def moving(self, slot: Slot, *, to: date) -> "ReturnPlan":
        """The plan with a lesson moved to the week that begins on the Monday `to`.

        Raises `OutOfScopeError` where the plan does not hold the lesson, and as `ReturnPlan` does.
        """
        lesson = next((one for week in reversed(self.weeks) for one in week.back if one.slot == slot), None)
        if lesson is None:
            raise OutOfScopeError("The plan does not hold this lesson: choose one of its own.")
        weeks = {week.starts: week for week in self.without(slot).weeks}
        there = weeks.get(to) or PlannedWeek(starts=to)
        back = sorted((*there.back, lesson), key=lambda one: one.slot.order)
        weeks[to] = evolve(there, back=tuple(back))
        return evolve(self, weeks=tuple(weeks[starts] for starts in sorted(weeks)))

    def without(self, slot: Slot) -> "ReturnPlan":
        """The plan without the last time that a lesson is to come back; weeks in which nothing is left are dropped."""
        starts = self.week_of(slot)
        weeks = (
            evolve(week, back=tuple(one for one in week.back if one.slot != slot))
            if week.starts == starts
            else week
            for week in self.weeks
        )
        return evolve(self, weeks=tuple(week for week in weeks if week.back or week.to_base))

    def diff(self, other: "ReturnPlan") -> tuple[LessonPlanned, ...]:
        """The lessons that the two plans put into different weeks, as the week runs.

        >>> from datetime import date
        >>> ReturnPlan(day=date(2026, 11, 6)).diff(ReturnPlan(day=date(2026, 11, 20)))
        ()
        """
        slots = {one.slot for plan in (self, other) for week in plan.weeks for one in week.back}
        return tuple(
            LessonPlanned(slot=slot, ours=self.week_of(slot), theirs=other.week_of(slot))
            for slot in sorted(slots, key=lambda slot: slot.order)
            if self.week_of(slot) != other.week_of(slot)
        )


def _holds(week: PlannedWeek, slot: Slot) -> bool:
    return any(one.slot == slot for one in week.back)
