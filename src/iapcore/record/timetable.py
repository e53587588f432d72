"""The week: where each lesson is taught, and how the pupil rates it.

Source: Simpson and O'Brien, *Four Tenets* (2025), case study two: every pupil rates the timetable by traffic
lights and returns first to the green lessons.

Rule of the room: a rating is the pupil's (or, beside it, an adult's), with its day; history is kept.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time
from functools import cache, cached_property
from typing import Final

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, Word, stop_if_any

__all__ = [
    "Blank",
    "Lesson",
    "PeriodTime",
    "Rating",
    "Slot",
    "Timetable",
    "TrafficLights",
    "Weekday",
    "coloured_week",
    "latest_ratings",
    "timetable_on",
]

_AFTERNOON: Final = 13  # after any numbered period, where a week holds both
_PERIOD: Final = re.compile("am|pm|[1-9]|1[0-2]")
_SLOT: Final = re.compile(rf"([12]?)(Mon|Tue|Wed|Thu|Fri):({_PERIOD.pattern})")


class Weekday(Word):
    """A day of the school week.

    >>> Weekday("Fri").position
    4
    """

    MONDAY = "Mon"
    TUESDAY = "Tue"
    WEDNESDAY = "Wed"
    THURSDAY = "Thu"
    FRIDAY = "Fri"

    @property
    def position(self) -> int:
        """0 for Monday to 4 for Friday, as `date.weekday()` counts."""
        return _WEEKDAYS.index(self)


_WEEKDAYS: Final = tuple(Weekday)


@frozen(cache_hash=True, field_transformer=shaped)
class Slot:
    """A place in the week: the weekday and the period (`1` to `12`), or the half-day (`am`, `pm`).

    `week` is 1 or 2 in a two-week cycle and `None` where every week is alike.

    >>> Slot.parse("1Fri:6")
    Slot(weekday=<Weekday.FRIDAY: 'Fri'>, period='6', week=1)
    >>> Slot.parse("Wed:pm").format()
    'Wed:pm'

    Raises `InvalidRecordError` for any other period or week.
    """

    weekday: Weekday
    period: str
    week: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.week == 0 or not _SLOT.fullmatch(self.format()):
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=_SLOT_REMEDY))

    def format(self) -> str:
        """`Fri:6`, `1Fri:6` or `Wed:pm`. Inverse of `parse`."""
        return f"{self.week or ''}{self.weekday.value}:{self.period}"

    @classmethod
    def parse(cls, text: str) -> "Slot":
        """Inverse of `format`. Raises `InvalidRecordError` for any other text."""
        return _slot(text)

    @cached_property
    def order(self) -> tuple[int, int, int]:
        """Sorts slots as the week runs: by week, day, then period; mornings before afternoons."""
        place = {"am": 0, "pm": _AFTERNOON}.get(self.period)
        return (self.week or 0, self.weekday.position, int(self.period) if place is None else place)


@cache  # there are 210 of them, and faults are not kept
def _slot(text: str) -> Slot:
    found = _SLOT.fullmatch(text)
    if not found:
        raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=_SLOT_REMEDY))
    week, weekday, period = found.groups()
    return Slot(Weekday(weekday), period, int(week) if week else None)


_SLOT_REMEDY: Final = (
    "Write a slot as Mon:1 to Fri:12, Mon:am or Fri:pm; put 1 or 2 before it in a two-week cycle."
)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Lesson(Discreet):
    """What is taught in a slot, and where. A primary half-day has no subject.

    `teacher` is the caller's own key for the adult, never shown. `specialist_room` says that it is taught in a room
    that the base has not (a kitchen, a music room, a sports hall); `accompanied` that somebody goes along and comes
    back for the pupil.

    >>> Lesson(slot=Slot.parse("Mon:1"), subject="Maths", where=Where.BASE).where.value
    'base'
    """

    slot: Slot
    subject: str | None = None
    teacher: str | None = None
    room: str | None = None
    where: Where | None = None
    specialist_room: bool | None = None
    accompanied: bool | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class PeriodTime(Discreet):
    """When a period or half-day begins and ends.

    >>> from datetime import time
    >>> PeriodTime(period="1", begins=time(9, 0), ends=time(10, 0)).ends.hour
    10

    Raises `InvalidRecordError` where it ends before it begins, or for a period that no slot has.
    """

    period: str
    begins: time
    ends: time

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not _PERIOD.fullmatch(self.period):
            yield Problem(path="period", kind=ProblemKind.MALFORMED, remedy="Write 1 to 12, am or pm.")
        for name, clock in (("begins", self.begins), ("ends", self.ends)):
            if clock.tzinfo is not None or clock.second or clock.microsecond:
                remedy = "Give a time of day in whole minutes, without a zone."
                yield Problem(path=name, kind=ProblemKind.MALFORMED, remedy=remedy)
                return
        if self.ends <= self.begins:
            yield Problem(
                path="ends", kind=ProblemKind.OUT_OF_ORDER, remedy="It must lie after the beginning."
            )


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Timetable(Discreet):
    """The week as it was taught from the day `starts` until the next version.

    `times` say when the periods are; `shared` are the times of the day that the pupil spends with everybody.

    >>> from datetime import date
    >>> week = Timetable(starts=date(2026, 11, 2), lessons=(Lesson(slot=Slot.parse("Mon:1")),))
    >>> week.lesson(Slot.parse("Mon:1")) is week.lessons[0]
    True

    Raises `InvalidRecordError` where two lessons stand in one slot, only some slots name a week, or two periods share
    a time of day. (A half-day may hold periods.)
    """

    starts: date = field(metadata=EXISTS_SINCE)
    lessons: tuple[Lesson, ...]
    times: tuple[PeriodTime, ...] | None = None
    shared: tuple[SharedTime, ...] | None = None
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any([*self._slots_shared(), *_times_shared(self.times or ())])

    def _slots_shared(self) -> Iterator[Problem]:
        slots = [lesson.slot for lesson in self.lessons]
        if len({*slots}) == len(slots) and len({slot.week is None for slot in slots}) <= 1:
            return
        seen: set[Slot] = set()
        for position, slot in enumerate(slots):
            path = f"lessons[{position}].slot"
            if slot in seen:
                remedy = "Another lesson stands in this slot already: keep one."
                yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)
            elif (slot.week is None) is not (slots[0].week is None):
                remedy = "Say for every slot in which week of the cycle it is, or for none."
                yield Problem(path=path, kind=ProblemKind.CONTRADICTION, remedy=remedy)
            seen.add(slot)

    def lesson(self, slot: Slot) -> Lesson | None:
        """The lesson in a slot; `None` where none is taught."""
        return next((lesson for lesson in self.lessons if lesson.slot == slot), None)

    def slots(self, where: Where) -> tuple[Slot, ...]:
        """The slots taught there, as the week runs."""
        return tuple(
            sorted((one.slot for one in self.lessons if one.where is where), key=lambda slot: slot.order)
        )


def _times_shared(times: tuple[PeriodTime, ...]) -> Iterator[Problem]:
    """Periods that stand there twice, and periods, or half-days, that run into each other."""
    for position, one in enumerate(times):
        earlier = times[:position]
        if any(other.period == one.period for other in earlier):
            remedy = "This period has its times already: keep one."
            yield Problem(path=f"times[{position}].period", kind=ProblemKind.DUPLICATE, remedy=remedy)
        elif any(_run_into_each_other(one, other) for other in earlier):
            remedy = "It runs into another period: correct the times of one."
            yield Problem(path=f"times[{position}]", kind=ProblemKind.CONTRADICTION, remedy=remedy)


def _run_into_each_other(one: PeriodTime, other: PeriodTime) -> bool:
    are_alike = one.period.isdigit() is other.period.isdigit()
    return are_alike and one.begins < other.ends and other.begins < one.ends


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Rating(Discreet):
    """The colour that somebody gave a lesson on a day.

    >>> from datetime import date
    >>> from iapcore import Informant, LessonColour
    >>> Rating(
    ...     day=date(2026, 11, 2), slot=Slot.parse("Mon:1"), colour=LessonColour.GREEN, by=Informant.PUPIL
    ... ).colour.letter
    'G'
    """

    day: date = field(metadata=EXISTS_SINCE)
    slot: Slot
    colour: LessonColour
    by: Informant


class Blank(Word):
    """A cell of the week without a colour: not rated, or not taught.

    >>> Blank("-").name
    'UNRATED'
    """

    UNRATED = "-"
    NOT_TAUGHT = "."


_CELLS: Final[dict[str, LessonColour | Blank]] = {
    **{colour.letter: colour for colour in LessonColour},
    **{blank.value: blank for blank in Blank},
}
_SIGNS: Final = {cell: sign for sign, cell in _CELLS.items()}
_DAYS_SHOWN: Final = (5, 10)


@frozen(field_transformer=shaped)
class TrafficLights:
    """A week's (or two weeks') grid of colours, a day at a time, and its one-line notation.

    A letter for each lesson (`G`, `A`, `R`), `-` where it is not rated, `.` where nothing is taught; a space
    between days. Five days, or ten in a two-week cycle.

    >>> week = TrafficLights.parse("GGARR GGGAR RRRRR GGGGG GAGAG")
    >>> week.count(LessonColour.GREEN)
    13
    >>> week.format()
    'GGARR GGGAR RRRRR GGGGG GAGAG'

    Raises `InvalidRecordError` for another number of days or days of unlike length.
    """

    days: tuple[tuple[LessonColour | Blank, ...], ...]

    def __attrs_post_init__(self) -> None:
        if len(self.days) not in _DAYS_SHOWN or len({len(day) for day in self.days}) != 1 or not self.days[0]:
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=_WEEK_REMEDY))

    def count(self, cell: LessonColour | Blank) -> int:
        """How many lessons have that colour."""
        return sum(day.count(cell) for day in self.days)

    def format(self) -> str:
        """The one-line week. Inverse of `parse`."""
        return " ".join("".join(_SIGNS[cell] for cell in day) for day in self.days)

    @classmethod
    def parse(cls, text: str) -> "TrafficLights":
        """Inverse of `format`. Raises `InvalidRecordError` for any other text."""
        if not set(text) <= {*_CELLS, " "}:
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=_WEEK_REMEDY))
        return cls(tuple(tuple(_CELLS[sign] for sign in day) for day in text.split(" ")))


_WEEK_REMEDY: Final = (
    "Write 5 or 10 days of the same number of lessons, with G, A, R, - (not rated) or . (not taught), "
    "and a space between days."
)


def coloured_week(timetable: Timetable, ratings: Iterable[Rating], *, by: Informant) -> TrafficLights:
    """The latest colours that `by` gave the lessons of a timetable, as a grid.

    >>> from datetime import date
    >>> from iapcore import Informant
    >>> week = Timetable(starts=date(2026, 11, 2), lessons=(Lesson(slot=Slot.parse("Mon:1")),))
    >>> coloured_week(week, (), by=Informant.PUPIL).format()
    '- . . . .'

    Raises `InvalidRecordError` for a timetable without lessons.
    """
    latest = latest_ratings(ratings, by=by)
    taught = {lesson.slot for lesson in timetable.lessons}
    weeks = sorted({slot.week for slot in taught}, key=lambda week: week or 0)
    periods = sorted({slot.period for slot in taught}, key=lambda period: Slot(Weekday.MONDAY, period).order)

    def cell(slot: Slot) -> LessonColour | Blank:
        if slot not in taught:
            return Blank.NOT_TAUGHT
        return latest[slot].colour if slot in latest else Blank.UNRATED

    return TrafficLights(
        tuple(
            tuple(cell(Slot(weekday, period, week)) for period in periods)
            for week in weeks
            for weekday in Weekday
        )
    )


def latest_ratings(ratings: Iterable[Rating], *, by: Informant) -> dict[Slot, Rating]:
    """The latest rating that `by` gave each slot; of two on one day, the one written later."""
    latest: dict[Slot, Rating] = {}
    for rating in ratings:
        if rating.by is by and (rating.slot not in latest or latest[rating.slot].day <= rating.day):
            latest[rating.slot] = rating
    return latest


def timetable_on(versions: Iterable[Timetable], day: date) -> Timetable | None:
    """The week as it was on a day; `None` before the first version. Of two of one day, the one written later.

    >>> from datetime import date
    >>> week = Timetable(starts=date(2026, 11, 2), lessons=())
    >>> timetable_on([week], date(2026, 11, 30)) is week
    True
    """
    begun = [version for version in versions if version.starts <= day]
    return max(reversed(begun), key=lambda version: version.starts, default=None)
