"""How a way back goes: lessons regained, the share of each week in mainstream, and the plan beside what came.

Rules of the room: one pupil, told lesson by lesson; nothing is added up by teacher, and a colour is no report on one.
A share is that of the week's lessons, exact; what the record does not tell is counted beside it.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from iapcore.decisions.readiness.lessons import returned_on
from iapcore.decisions.situation import Situation
from iapcore.decisions.way_back.weeks import WeekOfStay, weeks_of_stay, weeks_planned
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.return_plan import ReturnPlan
from iapcore.record.timetable import Lesson, Slot, latest_ratings
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.value import Discreet

__all__ = ["LessonBack", "LessonGroup", "ReturnProgress", "find_progress"]


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

    `weeks` are those of the stay so far, `planned` those that the plan had by then. `back` are the lessons regained;
    `behind` those that the plan had back by now and that are not, `sooner` those that are back before their week.
    Without a plan `behind` and `sooner` are `None`.

    >>> ReturnProgress(weeks=(), planned=(), back=(), by_subject=(), by_colour=(), behind=None, sooner=None)
    ‹ReturnProgress weeks=0 planned=0 back=0 by_subject=0 by_colour=0›
    """

    weeks: tuple[WeekOfStay, ...]
    planned: tuple[WeekOfStay, ...]
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

    >>> from datetime import date
    >>> from iapcore import Journey, Lesson, Placement, Pupil, PupilId, Timetable, profile
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
        weeks=tuple(week for week in weeks_of_stay(situation) if not week.is_ahead),
        planned=tuple(week for week in weeks_planned(situation) if week.starts <= on),
        back=tuple(_back(situation)),
        by_subject=tuple(_groups(situation, {one.slot: one.subject for one in _lessons(situation)})),
        by_colour=tuple(
            _groups(situation, {slot: colour.value for slot, colour in (situation.colours or {}).items()})
        ),
        behind=behind,
        sooner=sooner,
    )


def _lessons(situation: Situation) -> tuple[Lesson, ...]:
    week = situation.timetable
    return tuple(sorted(week.lessons, key=lambda one: one.slot.order)) if week else ()


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
