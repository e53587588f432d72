"""The made-up stay: its plan, how it ended, and the move to what comes next."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from iapcore.record.placement import Ending, Entry, Extension, Placement
from iapcore.record.transition import (
    Adjustment,
    AfterCareVisit,
    Conversation,
    ElementDone,
    FollowUp,
    Passport,
    Transition,
)
from iapcore.samples.schools import RECORDED, last_school_day, next_school_day, room, weeks_later
from iapcore.samples.story import LEAVES_SCHOOL, Story
from iapcore.samples.weeks import Week
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.provision_kinds import Access
from iapcore.vocabulary.settings import Destination, EndingKind, Phase, TransitionElement
from iapcore.vocabulary.spans import DateSpan

__all__ = ["placements"]

_DAY: Final = timedelta(days=1)
_STRATEGIES: Final = (
    "A seat near the door",
    "A quiet word first",
    "Instructions in small steps",
    "A time-out card",
)
_TRIGGERS: Final = ("Reading aloud", "Loud corridors", "A change without notice")
_BY_THE_FAMILY: Final = (Destination.FAMILY_WITHDREW, Destination.ELECTIVE_HOME_EDUCATION)
_FOLLOW_UP_WEEKS: Final = (6, 12, 26)


def placements(story: Story, week: Week) -> tuple[Placement, ...]:
    """None where no place was offered, one, or a further stay after it."""
    if story.planned is None:
        return ()
    extension = tuple(_extensions(story))
    first = Placement(
        ref="p1",
        provision=room(story.model, story.school),
        referral="r1",
        purpose=story.model.purpose,
        entry=Entry.FIRST,
        planned=story.planned,
        began=story.began,
        extensions=extension,
        ending=_ending(story),
        transition=_transition(story, week) if story.began else None,
    )
    return (first, *_further(story))


def _extensions(story: Story) -> Iterator[Extension]:
    if story.extended:
        day, until = story.extended
        yield Extension(day=day, until=until, by=(Role.PROVISION_LEAD, Role.FAMILY, Role.PUPIL))


def _ending(story: Story) -> Ending | None:
    if story.left is None or story.planned is None:
        return None
    early = story.planned.end is not None and story.left < story.planned.end
    kind = EndingKind.EARLY if early else EndingKind.EXTENDED if story.extended else EndingKind.PLANNED
    chosen_by = Role.FAMILY if story.destination in _BY_THE_FAMILY else Role.PROVISION_LEAD
    return Ending(day=story.left, destination=story.destination, kind=kind, chosen_by=chosen_by)


def _further(story: Story) -> Iterator[Placement]:
    """A second stay of six weeks, from the second Monday after the first."""
    if story.destination is not Destination.FURTHER_STAY or story.left is None:
        return
    monday = weeks_later(story.left - _DAY * story.left.weekday(), 2)
    last = last_school_day(weeks_later(monday, 5) + _DAY * 4)
    yield Placement(
        ref="p2",
        provision=room(story.model, story.school),
        referral="r1",
        purpose=story.model.purpose,
        entry=Entry.PLANNED_FURTHER_STAY,
        planned=DateSpan(monday, last),
        began=monday if monday <= RECORDED else None,
        ending=Ending(day=last, destination=Destination.MAINSTREAM, kind=EndingKind.PLANNED)
        if last <= RECORDED
        else None,
    )


def _transition(story: Story, week: Week) -> Transition:
    """Prepared in the last weeks before the move, and followed up where the pupil stays at the school."""
    chance = story.chance("transition")
    moves = story.left or (story.planned and story.planned.end) or story.start
    prepared = max(story.start, last_school_day(weeks_later(moves, -2)))
    shared = min(moves, prepared + _DAY * chance.randint(0, 7))
    passport = Passport(
        day=prepared,
        strategies=tuple(chance.sample(_STRATEGIES, 2)),
        triggers=(chance.choice(_TRIGGERS),),
        shared=shared if chance.happens(90) else None,
    )
    is_secondary = story.model.phase is Phase.SECONDARY
    teacher = Role.SUBJECT_TEACHER if is_secondary else Role.CLASS_TEACHER
    lessons = tuple(sorted(week.order[-6:-3], key=lambda slot: slot.order))
    talks = tuple(
        Conversation(day=prepared, role=teacher, slots=(slot,)) for slot in lessons if chance.happens(90)
    )
    adjustments = tuple(
        Adjustment(
            agreed=prepared,
            by=teacher,
            slots=(slot,),
            made=prepared + _DAY * 5 if chance.happens(80) else None,
        )
        for slot in lessons
    )
    return Transition(
        destination=story.destination,
        receiving=(teacher, Role.PASTORAL),
        passport=passport,
        conversations=talks,
        elements=tuple(
            ElementDone(element=element, day=prepared)
            for element in TransitionElement
            if element is not TransitionElement.FOLLOW_UP and chance.happens(85)
        ),
        adjustments=adjustments,
        follow_ups=_follow_ups(story),
        after_care=_after_care(story),
    )


def _follow_ups(story: Story) -> tuple[FollowUp, ...]:
    """Six, twelve and twenty-six weeks after a move within the school."""
    if story.left is None or story.destination in LEAVES_SCHOOL:
        return ()
    chance = story.chance("follow-ups")
    extents = tuple(Extent)
    return tuple(
        FollowUp(
            day=day,
            academic=chance.one(extents, 65, 28, 7),
            social=chance.one(extents, 65, 28, 7),
            emotional=chance.one(extents, 60, 32, 8),
        )
        for day in _days_after(story.left, _FOLLOW_UP_WEEKS)
    )


def _after_care(story: Story) -> tuple[AfterCareVisit, ...]:
    if story.left is None or story.destination in LEAVES_SCHOOL:
        return ()
    chance = story.chance("after-care")
    days = _days_after(story.left, tuple(range(1, 1 + chance.randrange(4))))
    return tuple(AfterCareVisit(day=day, access=Access.DROP_IN) for day in days)


def _days_after(left: date, weeks: tuple[int, ...]) -> Iterator[date]:
    for count in weeks:
        day = weeks_later(left, count)
        yield next_school_day(day)
