"""The way back as a strip of weeks: what did happen, then what is planned.

Rules of the room: a week that is ahead is dashed, so that a proposal is never taken for what happened; after a
holiday the strip begins a new line.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

from attrs import frozen

from iapcore.decisions.situation import Situation
from iapcore.decisions.way_back.weeks import WeekOfStay, weeks_of_stay
from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedLesson, ReturnPlan
from iapcore.record.timetable import Blank, Slot, latest_ratings
from iapcore.reports.pictures.drawing import (
    DARK,
    FILL,
    GREY,
    LIGHT,
    PALE,
    Cell,
    box,
    bubble,
    letter,
    name,
    pair,
    rect,
    sheet,
    shortened,
    text,
)
from iapcore.reports.pictures.picture import Picture
from iapcore.reports.pictures.stay import closed_between, counted, no_school, short_day, stay_at
from iapcore.reports.words import in_words
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where

__all__ = ["draw_way_back"]

Colours: TypeAlias = Mapping[Slot, LessonColour]

_TELLS: Final = {
    Where.MAINSTREAM: "in mainstream",
    Where.BASE: "in the base",
    Where.ELSEWHERE: "elsewhere",
    None: "not recorded where",
}
_TALK, _ALONG = "speak to the teacher first", "somebody goes along"
_DAYS_TO_SUNDAY: Final = timedelta(days=6)


def draw_way_back(journey: Journey, *, plan: ReturnPlan, on: date, across: int = 3) -> Picture:
    """The way back as a strip of weeks: until `on` as the timetables tell, then as the plan has it.

    Each week shows how many lessons are in mainstream and how many in the base, and which come back or go back to the
    base in it, in the pupil's colours. Lessons before which the teacher is spoken to, and those to which somebody goes
    along, bear a mark. Weeks without school are a gap. Nothing is shown beyond the plan. Three weeks stand side by
    side, as suits a phone; with `across=5` a long way fits on a sheet of A4.

    >>> from datetime import date
    >>> from iapcore import Lesson, Placement, PlannedLesson, PlannedWeek, Pupil, PupilId, Timetable
    >>> monday = Slot.parse("Mon:1")
    >>> journey = Journey(
    ...     pupil=Pupil(id=PupilId("elm-01")),
    ...     placements=(Placement(began=date(2026, 11, 2)),),
    ...     timetables=(Timetable(starts=date(2026, 11, 2), lessons=(Lesson(slot=monday, where=Where.BASE),)),),
    ... )
    >>> week = PlannedWeek(starts=date(2026, 11, 9), back=(PlannedLesson(slot=monday),))
    >>> plan = ReturnPlan(day=date(2026, 11, 6), weeks=(week,))
    >>> print(draw_way_back(journey, plan=plan, on=date(2026, 11, 6)))
    The way back, seen on 6 November 2026
    Week of 2 November 2026, this week: of 1 lesson 0 in mainstream, 1 in the base.
    Week of 9 November 2026, planned: of 1 lesson 1 in mainstream, 0 in the base. Come back: Mon:1, not rated.

    Raises `OutOfScopeError` where no stay has begun by `on`, no timetable of it is recorded, or it has no week yet.
    """
    situation = stay_at(journey, plan=plan, on=on)
    weeks = [_Column(week, _colours(situation, week), _when(week, on)) for week in weeks_of_stay(situation)]
    title = f"The way back, seen on {in_words(on)}"
    words = "\n".join([title, *_told(weeks)])
    across = max(across, _LEAST)
    rows = list(_rows(weeks, across))
    high = _TOP + sum(row.high + _GAP for row in rows) + _KEY
    return sheet(title, words, 2 * _LEFT + _inner(across), high, _strip(title, rows, _inner(across)))


def _colours(situation: Situation, week: WeekOfStay) -> Colours:
    """The pupil's colours as they were at the end of that week."""
    end = week.starts + _DAYS_TO_SUNDAY
    rated = (one for one in situation.ratings or () if one.day <= end)
    return {slot: one.colour for slot, one in latest_ratings(rated, by=Informant.PUPIL).items()}


def _when(week: WeekOfStay, on: date) -> str:
    if week.is_ahead:
        return "planned"
    return "this week" if on - week.starts <= _DAYS_TO_SUNDAY else "as it was"


@frozen
class _Column:
    week: WeekOfStay
    colours: Colours
    when: str

    @property
    def counts(self) -> list[tuple[Where | None, int]]:
        """How many lessons are where; other places only where there are any."""
        every = [(where, self.week.taught(where)) for where in _TELLS]
        return [(where, many) for where, many in every if many or where in _ALWAYS]

    @property
    def lists(self) -> list[tuple[str, tuple[PlannedLesson, ...], bool]]:
        """What changes in the week: its heading, the lessons, and whether they go to the base."""
        verbs = ("Come back", "To the base") if self.week.is_ahead else ("Came back", "Went to the base")
        to_base = tuple(PlannedLesson(slot=slot) for slot in self.week.to_base)
        both = zip(verbs, (self.week.back, to_base), (False, True), strict=True)
        return [one for one in both if one[1]]

    @property
    def high(self) -> int:
        """How high the column is."""
        listed = sum(_HEAD + _CHIP * len(lessons) for _, lessons, _ in self.lists)
        return _LIST + _LINE * len(self.counts) + listed

    def colour(self, slot: Slot) -> Cell:
        return self.colours.get(slot, Blank.UNRATED)

    def subject(self, slot: Slot) -> str:
        lesson = self.week.timetable and self.week.timetable.lesson(slot)
        return (lesson and lesson.subject) or ""


_ALWAYS: Final = (Where.MAINSTREAM, Where.BASE)


def _told(columns: list[_Column]) -> Iterator[str]:
    for earlier, column in zip([columns[0], *columns], columns, strict=False):
        if (closed := closed_between(earlier.week, column.week)) > 0:
            yield f"{no_school(closed)}."
        yield _week_in_words(column)


def _week_in_words(column: _Column) -> str:
    head = f"Week of {in_words(column.week.starts)}, {column.when}: "
    if column.week.timetable is None:
        return f"{head}the timetable is not recorded."
    places = ", ".join(f"{many} {_TELLS[where]}" for where, many in column.counts)
    parts = [f"{head}of {counted(column.week.timetable)} {places}."]
    for verb, lessons, _ in column.lists:
        parts.append(f"{verb}: {'; '.join(_lesson_in_words(column, one) for one in lessons)}.")
    return " ".join(parts)


def _lesson_in_words(column: _Column, lesson: PlannedLesson) -> str:
    named = " ".join(filter(None, [lesson.slot.format(), column.subject(lesson.slot)]))
    marks = [mark for mark, is_set in ((_TALK, lesson.speak_first), (_ALONG, lesson.accompanied)) if is_set]
    return ", ".join([named, name(column.colour(lesson.slot)), *marks])


_LEAST, _LEFT, _TOP, _WIDE, _GAP = 3, 18, 84, 146, 10
_BAR, _LIST, _LINE, _HEAD, _CHIP, _BAND, _KEY = 14, 74, 20, 28, 50, 30, 100
_PAD, _SUBJECT = 9, 13


@frozen
class _Row:
    columns: tuple[_Column, ...]
    closed: int

    @property
    def band(self) -> int:
        return _BAND if self.closed else 0

    @property
    def high(self) -> int:
        return self.band + max(column.high for column in self.columns)


def _inner(across: int) -> int:
    """How wide so many weeks are, side by side."""
    return across * _WIDE + (across - 1) * _GAP


def _rows(columns: list[_Column], across: int) -> Iterator[_Row]:
    """The weeks in lines: a new one where the last is full, and after a holiday."""
    row: list[_Column] = []
    closed = 0
    for column in columns:
        gap = closed_between(row[-1].week, column.week) if row else 0
        if gap or len(row) == across:
            yield _Row(tuple(row), closed)
            row, closed = [], gap
        row.append(column)
    yield _Row(tuple(row), closed)


def _strip(title: str, rows: list[_Row], wide: int) -> Iterator[str]:
    yield text(_LEFT, 34, title, size=20, weight=700)
    yield text(_LEFT, 58, "Dashed weeks are planned: a proposal that people decide about", size=14, ink=GREY)
    y = _TOP
    for row in rows:
        if row.closed:
            yield rect(_LEFT, y, wide, _BAND - _GAP, f'rx="4" fill="{PALE}"')
            yield text(_LEFT + wide // 2, y + 15, no_school(row.closed), size=14, ink=GREY, anchor="middle")
        for place, column in enumerate(row.columns):
            yield from _column(column, _LEFT + place * (_WIDE + _GAP), y + row.band, row.high - row.band)
        y += row.high + _GAP
    yield from _key(y + _PAD)


def _column(column: _Column, x: int, y: int, high: int) -> Iterator[str]:
    ahead, now = column.week.is_ahead, column.when == "this week"
    looks = f'fill="{LIGHT if ahead else PALE}" stroke="{DARK}" stroke-width="{3 if now else 1.5}"'
    yield rect(x, y, _WIDE, high, f'rx="8" {looks}{_DASHED if ahead else ""}')
    yield text(x + _PAD, y + 24, short_day(column.week.starts), size=18, weight=700)
    yield text(x + _WIDE - _PAD, y + 24, column.when, size=14, ink=GREY, anchor="end")
    if column.week.timetable is None:
        yield text(x + _PAD, y + 50, "not recorded", size=15)
        return
    yield from _bar(column.week, x + _PAD, y + 36)
    down = y + 54
    for where, many in column.counts:
        down += _LINE
        yield text(
            x + _PAD,
            down - 2,
            f"{many} {_TELLS[where]}",
            size=15,
            weight=600 if where is Where.MAINSTREAM else 400,
        )
    down += 8
    for verb, lessons, to_base in column.lists:
        yield text(x + _PAD, down + 18, verb, size=14, ink=GREY)
        down += _HEAD
        for lesson in lessons:
            yield from _chip(column, lesson, x + _PAD, down, to_base=to_base)
            down += _CHIP


_DASHED: Final = ' stroke-dasharray="6 4"'


def _bar(week: WeekOfStay, x: int, y: int) -> Iterator[str]:
    """How much of the week is in mainstream, to look at."""
    wide = _WIDE - 2 * _PAD
    yield rect(x, y, wide, _BAR, f'fill="{LIGHT}" stroke="{DARK}" stroke-width="1.5"')
    full = wide * week.taught(Where.MAINSTREAM) // max(week.lessons, 1)
    if full:
        yield rect(x, y, full, _BAR, f'fill="{DARK}"')


def _chip(column: _Column, lesson: PlannedLesson, x: int, y: int, *, to_base: bool) -> Iterator[str]:
    slot, colour = lesson.slot, column.colour(lesson.slot)
    ink, wide = FILL[colour][1], _WIDE - 2 * _PAD
    yield from box(x, y, wide, _CHIP - 6, colour, in_base=to_base)
    yield text(x + 8, y + 28, letter(colour), size=18, weight=700, ink=ink)
    cycle = f"wk {slot.week}" if slot.week else ""
    below = " ".join(filter(None, [cycle, column.subject(slot)]))
    name_at = y + 19 if below else y + 27
    yield text(x + 29, name_at, f"{slot.weekday.value} {slot.period}", size=15, weight=700, ink=ink)
    yield text(x + 29, y + 36, shortened(below, _SUBJECT), size=13, ink=ink)
    if lesson.speak_first:
        yield bubble(x + wide - 25, y + 6, ink)
    if lesson.accompanied:
        yield pair(x + wide - 46, y + 6, ink)


def _key(y: int) -> Iterator[str]:
    wide = _inner(_LEAST) // len(FILL)
    for place, colour in enumerate(FILL):
        x = _LEFT + place * wide
        yield from box(x, y, 24, 24, colour)
        yield text(x + 12, y + 18, letter(colour), size=15, weight=700, ink=FILL[colour][1], anchor="middle")
        yield text(x + 32, y + 17, name(colour), size=14)
    yield bubble(_LEFT + 3, y + 36, DARK)
    yield text(_LEFT + 32, y + 49, _TALK, size=14)
    yield pair(_LEFT + 2 * wide + 3, y + 36, DARK)
    yield text(_LEFT + 2 * wide + 32, y + 49, _ALONG, size=14)
    yield rect(_LEFT, y + 67, 24, _BAR, f'fill="{DARK}"')
    yield text(_LEFT + 32, y + 79, "share of the week in mainstream", size=14)
