"""How a way back goes: lessons regained, the share of each week in mainstream, and the plan beside what came.

Rules of the room: one pupil, told lesson by lesson; nothing is added up by teacher, and a colour is no report on one.
A share is that of the week's lessons, exact; what the record does not tell is counted beside it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from attrs import frozen

from iapcore.decisions.readiness.lessons import returned_on
from iapcore.decisions.situation import Situation
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.return_plan import ReturnPlan
from iapcore.record.timetable import Lesson, Slot, Timetable, latest_ratings, timetable_on
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.value import Discreet

__all__ = ["LessonBack", "LessonGroup", "ReturnProgress", "WeekShare", "find_progress"]

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@frozen(kw_only=True)
class WeekShare:
    """Where the lessons of one week were, from the Monday `starts`; `planned` is how many were meant to be back.

    `planned` is `None` before the first week of a plan, and where there is none.

    >>> WeekShare(starts=date(2026, 11, 16), mainstream=5, base=20, elsewhere=0, not_told=0).share
    Fraction(1, 5)
    """

    starts: date
    mainstream: int
    base: int
    elsewhere: int
    not_told: int
    planned: int | None = None

    @property
    def share(self) -> Fraction | None:
        """The share of the lessons in mainstream; `None` where it is not told of each lesson, or none is taught."""
        taught = self.mainstream + self.base + self.elsewhere
        return None if self.not_told or not taught else Fraction(self.mainstream, taught)

    @property
    def planned_share(self) -> Fraction | None:
        """The share that was planned; `None` where no plan tells of the week."""
        taught = self.mainstream + self.base + self.elsewhere
        return None if self.planned is None or self.not_told or not taught else Fraction(self.planned, taught)


@frozen(kw_only=True, repr=False)
class LessonGroup(Discreet):
    """Of the lessons of a subject, or of a colour, how many are in mainstream. `of` is `None` where it is not recorded.

    >>> LessonGroup(of="Art", mainstream=1, lessons=2)
    ‹LessonGroup›
    """

    of: str | None
    mainstream: int
    lessons: int


@frozen(kw_only=True)
class LessonBack:
    """A lesson that came back: since when, how the pupil has coloured it since, and how the last lesson was marked.

    >>> LessonBack(slot=Slot.parse("Mon:1"), since=date(2026, 11, 9)).colour is None
    True
    """

    slot: Slot
    since: date
    colour: LessonColour | None = None
    last_time: LessonAttendance | None = None


@frozen(kw_only=True, repr=False)
class ReturnProgress(Discreet):
    """How a way back goes, on a day.

    `back` are the lessons regained; `behind` those that the plan had back by now and that are not, `sooner` those that
    are back before their week. Without a plan both are `None`.

    >>> ReturnProgress(weeks=(), back=(), by_subject=(), by_colour=(), behind=None, sooner=None)
    ‹ReturnProgress weeks=0 back=0 by_subject=0 by_colour=0›
    """

    weeks: tuple[WeekShare, ...]
    back: tuple[LessonBack, ...]
    by_subject: tuple[LessonGroup, ...]
    by_colour: tuple[LessonGroup, ...]
    behind: tuple[Slot, ...] | None
    sooner: tuple[Slot, ...] | None


def find_progress(
    journey: Journey,
    *,
    policy: Policy,
    on: date,
    plan: ReturnPlan | None = None,
    placement: Placement | None = None,
) -> ReturnProgress:
    """How the way back of a stay goes: by default of the latest, beside the plan that is recorded last.

    The weeks are those of the stay until `on` that have school; without a calendar, all of them.

    >>> from datetime import date
    >>> from iapcore import Journey, Lesson, Placement, Pupil, PupilId, profile
    >>> first, second = (
    ...     Timetable(starts=date(2026, 11, day), lessons=(Lesson(slot=Slot.parse("Mon:1"), where=where),))
    ...     for day, where in ((2, Where.BASE), (9, Where.MAINSTREAM))
    ... )
    >>> stay = Placement(began=date(2026, 11, 2))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,), timetables=(first, second))
    >>> progress = find_progress(journey, policy=profile(), on=date(2026, 11, 13))
    >>> [str(week.share) for week in progress.weeks], [one.slot.format() for one in progress.back]
    (['0', '1'], ['Mon:1'])
    """
    situation = Situation.of(journey, policy=policy, on=on, plan=plan, placement=placement)
    plan, week = situation.plan, situation.week
    behind = sooner = None
    if plan is not None and week is not None:
        meant = _meant_back(plan, on)
        behind = tuple(slot for slot in week.in_base if slot in meant)
        planned = {one.slot for each in plan.weeks for one in each.back}
        sooner = tuple(
            slot for slot in week.returned if slot in planned - meant and _is_ahead(plan, slot, on)
        )
    return ReturnProgress(
        weeks=tuple(_weeks(situation)),
        back=tuple(_back(situation)),
        by_subject=tuple(_groups(situation, {one.slot: one.subject for one in _lessons(situation)})),
        by_colour=tuple(
            _groups(situation, {slot: colour.value for slot, colour in (situation.colours or {}).items()})
        ),
        behind=behind,
        sooner=sooner,
    )


def _lessons(situation: Situation) -> tuple[Lesson, ...]:
    versions = situation.timetables
    return tuple(sorted(versions[-1].lessons, key=lambda one: one.slot.order)) if versions else ()


def _meant_back(plan: ReturnPlan, on: date) -> set[Slot]:
    """The lessons that the plan had brought back by a day, without those it handed back since."""
    meant: set[Slot] = set()
    for week in plan.weeks:
        if week.starts <= on:
            meant = (meant - set(week.to_base)) | {one.slot for one in week.back}
    return meant


def _is_ahead(plan: ReturnPlan, slot: Slot, on: date) -> bool:
    starts = plan.week_of(slot)
    return starts is not None and starts > on


def _weeks(situation: Situation) -> Iterator[WeekShare]:
    stay, versions = situation.stay, situation.timetables or ()
    if stay is None or not versions:
        return
    last, calendar = stay.end or situation.on, situation.journey.calendar
    monday = stay.start - stay.start.weekday() * _DAY
    while monday <= last:
        days = [monday + number * _DAY for number in range(_WEEK.days)]
        in_stay = [day for day in days if day in stay]
        has_school = calendar is None or any(calendar.is_school_day(day) is not False for day in in_stay)
        if has_school and (found := list(_taught(versions, in_stay, _cycle(situation, monday)))):
            yield _share(situation.plan, monday, found)
        monday += _WEEK


def _cycle(situation: Situation, monday: date) -> int | None:
    calendar = situation.journey.calendar
    return calendar.cycle_week(monday) if calendar else None


def _taught(versions: tuple[Timetable, ...], days: Iterable[date], cycle: int | None) -> Iterator[Lesson]:
    """The lessons of these days, each as the version of its own day has it; of two weeks those of the one taught."""
    for day in days:
        version = timetable_on(versions, day) or versions[0]
        for one in version.lessons:
            if one.slot.weekday.position == day.weekday() and cycle in (None, one.slot.week or cycle):
                yield one


def _share(plan: ReturnPlan | None, monday: date, taught: list[Lesson]) -> WeekShare:
    places = [one.where for one in taught]
    planned: int | None = None
    if plan is not None and plan.weeks and plan.weeks[0].starts <= monday:
        meant = _meant_back(plan, monday)
        before = {one.slot for week in plan.weeks for one in week.back}
        kept = [one.where is Where.MAINSTREAM and one.slot not in before for one in taught]
        planned = sum(kept) + sum(one.slot in meant for one in taught)
    return WeekShare(
        starts=monday,
        mainstream=places.count(Where.MAINSTREAM),
        base=places.count(Where.BASE),
        elsewhere=places.count(Where.ELSEWHERE),
        not_told=places.count(None),
        planned=planned,
    )


def _back(situation: Situation) -> Iterator[LessonBack]:
    """The lessons regained, as the week runs, each with what has been seen of it since."""
    since, week = returned_on(situation), situation.week
    rated = latest_ratings(situation.ratings or (), by=Informant.PUPIL)
    marks = situation.journey.lesson_marks
    for slot in week.returned if week else ():
        rating = rated.get(slot)
        seen = [one for one in (marks.events if marks else ()) if one.slot == slot and since[slot] <= one.day]
        yield LessonBack(
            slot=slot,
            since=since[slot],
            colour=rating.colour if rating and since[slot] <= rating.day else None,
            last_time=max(seen, key=lambda one: one.day).attendance if seen else None,
        )


def _groups(situation: Situation, keys: dict[Slot, str | None] | dict[Slot, str]) -> Iterator[LessonGroup]:
    """The lessons of the week in groups, as the week first has them; where a lesson has no key, under `None`."""
    counted: dict[str | None, list[Where | None]] = {}
    for lesson in _lessons(situation):
        counted.setdefault(keys.get(lesson.slot), []).append(lesson.where)
    for key, places in counted.items():
        yield LessonGroup(of=key, mainstream=places.count(Where.MAINSTREAM), lessons=len(places))
