"""The made-up week: who is taught what and where, how the pupil rates it, and which lessons come back first."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Final

from attrs import frozen

from iapcore.record.timetable import Lesson, PeriodTime, Rating, Slot, Timetable, Weekday
from iapcore.samples.luck import Luck
from iapcore.samples.schools import weeks_later
from iapcore.samples.story import Story
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Destination, Phase, Where

__all__ = ["SHARED", "SUBJECTS", "Week", "ratings", "timetables", "week_of"]

SUBJECTS: Final = (
    "English",
    "Maths",
    "Science",
    "History",
    "Geography",
    "French",
    "Art",
    "Music",
    "PE",
    "Computing",
)
SHARED: Final = (SharedTime.BREAK, SharedTime.LUNCH, SharedTime.ASSEMBLIES)
"""The times that the pupil spends with everybody."""
_OWN_ROOM: Final = ("Science", "Art", "Music", "PE", "Computing")
_LESSONS: Final = (5, 5, 5, 3, 2, 2, 2, 2, 2, 2)
_TIMES: Final = tuple(
    PeriodTime(period=str(period), begins=time(hour, 0), ends=time(hour, 50))
    for period, hour in enumerate((9, 10, 11, 12, 14, 15), start=1)
)
_COLOURS: Final = tuple(LessonColour)
_BETTER: Final = {LessonColour.RED: LessonColour.AMBER, LessonColour.AMBER: LessonColour.GREEN}
_THURSDAY: Final = timedelta(days=3)


@frozen(kw_only=True)
class Week:
    """The slots in the order in which they come back (green ones first), with subject and colour of each.

    `elsewhere` are the slots with a vocational provider.
    """

    order: tuple[Slot, ...]
    subjects: tuple[str | None, ...]
    colours: tuple[LessonColour, ...]
    elsewhere: tuple[Slot, ...] = ()


def week_of(story: Story) -> Week:
    """The week of a pupil, before it is known where its lessons are."""
    chance = story.chance("week")
    if story.model.phase is Phase.PRIMARY:
        base = chance.sample([slot for slot in story.model.slots if slot.period == "pm"], 3)
        order = (*(slot for slot in story.model.slots if slot not in base), *base)
        return Week(order=order, subjects=(None,) * len(order), colours=(LessonColour.GREEN,) * len(order))
    subjects = [subject for subject, count in zip(SUBJECTS, _LESSONS, strict=True) for _ in range(count)]
    chance.shuffle(subjects)
    likes = {subject: chance.one(_COLOURS, 4, 3, 3) for subject in SUBJECTS}
    drawn = [
        (likes[subject] if chance.happens(80) else chance.choice(_COLOURS), chance.random(), slot, subject)
        for slot, subject in zip(story.model.slots, subjects, strict=True)
    ]
    drawn.sort(key=lambda one: (_COLOURS.index(one[0]), one[1]))
    vocational = story.model.purpose is Purpose.QUALIFICATIONS and chance.happens(50)
    return Week(
        order=tuple(slot for _, _, slot, _ in drawn),
        subjects=tuple(subject for _, _, _, subject in drawn),
        colours=tuple(colour for colour, _, _, _ in drawn),
        elsewhere=(Slot(Weekday.FRIDAY, "5"), Slot(Weekday.FRIDAY, "6")) if vocational else (),
    )


def timetables(story: Story, week: Week) -> tuple[Timetable, ...]:
    """The versions of the week during the stay; none before it has begun."""
    subjects = dict(zip(week.order, week.subjects, strict=True))
    made: dict[tuple[Slot, Where], Lesson] = {}
    slots = story.model.slots

    def lesson(slot: Slot, where: Where) -> Lesson:
        if (slot, where) not in made:
            made[slot, where] = _lesson(slot, subjects[slot], where)
        return made[slot, where]

    def version(starts: date, back: int) -> Timetable:
        in_mainstream = set(week.order[:back])

        def where(slot: Slot) -> Where:
            if slot in week.elsewhere:
                return Where.ELSEWHERE
            return Where.MAINSTREAM if slot in in_mainstream else Where.BASE

        return Timetable(
            starts=starts,
            lessons=tuple(lesson(slot, where(slot)) for slot in slots),
            times=_TIMES if story.model.phase is Phase.SECONDARY else None,
            shared=SHARED,
        )

    return tuple(version(starts, back) for starts, back in _steps(story))


def _lesson(slot: Slot, subject: str | None, where: Where) -> Lesson:
    """A subject has one teacher, and perhaps a room of its own; of a primary half-day neither is written down."""
    if subject is None:
        return Lesson(slot=slot, where=where)
    return Lesson(
        slot=slot,
        subject=subject,
        teacher=f"teacher-{1 + SUBJECTS.index(subject)}",
        where=where,
        specialist_room=subject in _OWN_ROOM,
    )


def _steps(story: Story) -> Iterator[tuple[date, int]]:
    """From which day how many lessons are in mainstream: more and more, sometimes held, now and then one fewer."""
    if story.stay is None:
        return
    chance = story.chance("steps")
    every, most = story.model.every, len(story.model.slots) - 1
    back = least = chance.randint(*story.model.first)
    starts = story.stay.start
    yield starts, back
    last = story.stay.end or starts
    while (starts := weeks_later(starts, every)) <= last:
        moved = _moved(story, chance)
        if moved and least <= back + moved <= most:
            back += moved
            yield starts, back
    if story.destination is Destination.MAINSTREAM:
        yield last, most + 1


def _moved(story: Story, chance: Luck) -> int:
    return chance.weighed(((0, 12), (-1, 3), (chance.randint(*story.model.gain), 85)))


def ratings(story: Story, week: Week) -> tuple[Rating, ...]:
    """The colours that the pupil gives in the first week, and again in the fourth, when some have grown lighter."""
    if story.stay is None or not story.model.has_ratings:
        return ()
    chance = story.chance("ratings")
    first = story.stay.start + _THURSDAY
    again = weeks_later(first, 3)
    coloured = tuple(zip(week.order, week.colours, strict=True))
    rated = [Rating(day=first, slot=slot, colour=colour, by=Informant.PUPIL) for slot, colour in coloured]
    if story.stay.end is not None and again <= story.stay.end:
        rated += [
            Rating(day=again, slot=slot, colour=_BETTER[colour], by=Informant.PUPIL)
            for slot, colour in coloured
            if colour in _BETTER and chance.happens(30)
        ]
    return tuple(rated)
