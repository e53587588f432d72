"""The coloured week: a grid of lessons, each with its colour, its letter and where it is taught."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.errors import OutOfScopeError
from iapcore.record.journey import Journey
from iapcore.record.timetable import Blank, Lesson, Slot, Weekday, latest_ratings, timetable_on
from iapcore.reports.pictures.drawing import (
    FILL,
    GREY,
    Cell,
    box,
    letter,
    name,
    pair,
    roof,
    sheet,
    shortened,
    text,
)
from iapcore.reports.pictures.picture import Picture
from iapcore.reports.words import in_words
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where

__all__ = ["draw_week"]

_PLACES: Final = {Where.BASE: "in the base", Where.MAINSTREAM: "in mainstream", Where.ELSEWHERE: "elsewhere"}
_LEFT, _TOP, _WIDE, _HIGH, _GAP = 44, 104, 112, 74, 8
_WEEK, _KEY, _SWATCH = 34, 88, 24
_LONG, _LONGEST = 11, 14


def draw_week(journey: Journey, *, on: date, following: tuple[Slot, ...] = ()) -> Picture:
    """The week as it was taught on `on`, in the pupil's colours, and where each lesson is taught.

    `following` are lessons to mark as next, for example those of `assess_readiness`. Lessons to which somebody goes
    along, and those in a room that the base has not, bear a mark.
    Raises `OutOfScopeError` where no timetable is recorded for that day.

    >>> from datetime import date
    >>> from iapcore import Lesson, Pupil, PupilId, Timetable
    >>> week = Timetable(starts=date(2026, 11, 2), lessons=(Lesson(slot=Slot.parse("Mon:1"), where=Where.BASE),))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), timetables=(week,))
    >>> print(draw_week(journey, on=date(2026, 11, 20)))
    The coloured week on 20 November 2026
    Monday: 1 not rated, in the base.
    """
    week = timetable_on(journey.timetables or (), on)
    if week is None or not week.lessons:
        raise OutOfScopeError("No timetable is recorded for that day: record one, or choose another day.")
    seen = (rating for rating in journey.ratings or () if rating.day <= on)
    rated = {slot: one.colour for slot, one in latest_ratings(seen, by=Informant.PUPIL).items()}
    cells = [
        _Taught(lesson, rated.get(lesson.slot, Blank.UNRATED), lesson.slot in following)
        for lesson in sorted(week.lessons, key=lambda one: one.slot.order)
    ]
    title = f"The coloured week on {in_words(on)}"
    return _drawn(title, "\n".join([title, *_days_in_words(cells)]), cells)


@frozen
class _Taught:
    lesson: Lesson
    colour: Cell
    is_next: bool

    @property
    def row(self) -> tuple[int, int]:
        week, _, place = self.lesson.slot.order
        return week, place

    @property
    def place(self) -> str:
        return _PLACES[self.lesson.where] if self.lesson.where else ""


def _days_in_words(cells: list[_Taught]) -> list[str]:
    days: dict[str, list[str]] = {}
    for cell in cells:
        slot = cell.lesson.slot
        day = f"{slot.weekday.name.capitalize()}{f', week {slot.week}' if slot.week else ''}"
        told = " ".join(filter(None, [slot.period, cell.lesson.subject, name(cell.colour)]))
        parts = [
            told,
            cell.place,
            _ALONG if cell.lesson.accompanied else "",
            _SPECIAL if cell.lesson.specialist_room else "",
            "next" if cell.is_next else "",
        ]
        days.setdefault(day, []).append(", ".join(filter(None, parts)))
    return [f"{day}: {'; '.join(told)}." for day, told in days.items()]


_ALONG: Final = "somebody goes along"
_SPECIAL: Final = "specialist room"


def _drawn(title: str, words: str, cells: list[_Taught]) -> Picture:
    marks = [
        mark
        for mark, is_used in (
            (_ALONG, any(cell.lesson.accompanied for cell in cells)),
            (_SPECIAL, any(cell.lesson.specialist_room for cell in cells)),
        )
        if is_used
    ]
    periods = {cell.row: cell.lesson.slot.period for cell in cells}
    tops: dict[tuple[int, int], int] = {}
    bottom, above = _TOP, 0
    for row in sorted(periods):
        bottom += _WEEK if row[0] != above else 0
        tops[row] = bottom
        bottom, above = bottom + _HIGH + _GAP, row[0]
    wide = _LEFT + len(Weekday) * (_WIDE + _GAP)
    high = bottom + _KEY + (_SWATCH + _AIR if marks else 0)
    return sheet(title, words, wide, high, _grid(title, cells, periods, tops, _key(bottom + _AIR, marks)))


def _grid(
    title: str,
    cells: list[_Taught],
    periods: dict[tuple[int, int], str],
    tops: dict[tuple[int, int], int],
    key: Iterator[str],
) -> Iterator[str]:
    yield text(_LEFT, 34, title, size=21, weight=700)
    yield text(_LEFT, 57, "How the pupil rates each lesson, and where it is taught", size=14, ink=GREY)
    for weekday in Weekday:
        x = _across(weekday.position) + _WIDE // 2
        yield text(x, _TOP - 12, weekday.name.capitalize(), size=14, weight=600, anchor="middle")
    for week, row in {week: (week, place) for week, place in sorted(tops, reverse=True) if week}.items():
        yield text(_LEFT, tops[row] - 12, f"Week {week}", size=14, weight=600)
    for row, y in tops.items():
        yield text(_LEFT - 12, y + 43, periods[row], size=15, anchor="end", ink=GREY)
    for cell in cells:
        yield from _draw_cell(cell, _across(cell.lesson.slot.weekday.position), tops[cell.row])
    yield from key


def _across(column: int) -> int:
    return _LEFT + column * (_WIDE + _GAP)


def _draw_cell(cell: _Taught, x: int, y: int) -> Iterator[str]:
    ink = FILL[cell.colour][1]
    short = shortened(cell.lesson.subject or "", _LONGEST)
    in_base = cell.lesson.where is Where.BASE
    yield from box(x, y, _WIDE, _HIGH, cell.colour, in_base=in_base, is_next=cell.is_next)
    yield text(x + 11, y + 26, letter(cell.colour), size=18, weight=700, ink=ink)
    if cell.lesson.accompanied:
        yield pair(x + 32, y + 12, ink)
    if cell.lesson.specialist_room:
        yield roof(x + 53, y + 12, ink)
    yield text(x + 11, y + 47, short, size=15 if len(short) < _LONG else 12, weight=700, ink=ink)
    yield text(x + 11, y + 64, cell.place, size=14, ink=ink)
    if cell.is_next:
        yield text(x + _WIDE - 11, y + 25, "next", size=14, weight=700, ink=ink, anchor="end")


_AIR: Final = 14


def _key(y: int, marks: list[str]) -> Iterator[str]:
    for column, colour in enumerate(FILL):
        yield from _swatch(column, y, colour, letter(colour), name(colour))
    below = y + _SWATCH + _AIR
    yield from _swatch(0, below, Blank.UNRATED, "", "in the base", in_base=True)
    yield from _swatch(1, below, Blank.UNRATED, "", "in mainstream")
    yield from _swatch(3, below, Blank.UNRATED, "", "next", is_next=True)
    below += _SWATCH + _AIR
    for place, mark in enumerate(marks):
        x = _across(2 * place)
        yield _MARKS[mark](x + 3, below + 5, GREY)
        yield text(x + 34, below + 17, mark, size=13)


_MARKS: Final = {_ALONG: pair, _SPECIAL: roof}


def _swatch(
    column: int,
    y: int,
    colour: Cell,
    sign: str,
    told: str,
    *,
    in_base: bool = False,
    is_next: bool = False,
) -> Iterator[str]:
    x = _across(column)
    yield from box(x, y, _SWATCH, _SWATCH, colour, in_base=in_base, is_next=is_next)
    yield text(x + 12, y + 17, sign, size=14, weight=700, ink=FILL[colour][1], anchor="middle")
    yield text(x + 34, y + 17, told, size=13)
