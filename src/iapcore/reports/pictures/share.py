"""The share of the week in mainstream, week by week: as it was, and as planned.

Rules of the room: the two lines differ in dash and in mark, not in colour alone; the numbers stand beside them; no
line goes on where nothing is recorded or planned, and none is drawn of a teacher or of many pupils.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from typing import Final

from attrs import frozen

from iapcore.decisions.way_back.weeks import WeekOfStay, weeks_of_stay, weeks_planned
from iapcore.record.journey import Journey
from iapcore.record.return_plan import ReturnPlan
from iapcore.reports.pictures.drawing import DARK, GREY, LIGHT, PALE, rect, sheet, text
from iapcore.reports.pictures.picture import Picture
from iapcore.reports.pictures.stay import short_day, stay_at
from iapcore.reports.words import in_words
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.wording import percent

__all__ = ["draw_share"]


def draw_share(journey: Journey, *, plan: ReturnPlan | None = None, on: date) -> Picture:
    """The share of the week in mainstream over the weeks of the stay: as it was until `on`, and as the plan had it.

    Without a `plan` it is the latest that is recorded; where there is none, only what was is drawn. The words are a
    table of the same numbers. A week of which it is not told for every lesson where it is taught has no share.

    >>> from datetime import date
    >>> from iapcore import Lesson, Placement, PlannedLesson, PlannedWeek, Pupil, PupilId, Slot, Timetable
    >>> slots = Slot.parse("Mon:1"), Slot.parse("Mon:2")
    >>> journey = Journey(
    ...     pupil=Pupil(id=PupilId("elm-01")),
    ...     placements=(Placement(began=date(2026, 11, 2)),),
    ...     timetables=(
    ...         Timetable(
    ...             starts=date(2026, 11, 2), lessons=tuple(Lesson(slot=one, where=Where.BASE) for one in slots)
    ...         ),
    ...     ),
    ... )
    >>> week = PlannedWeek(starts=date(2026, 11, 9), back=(PlannedLesson(slot=slots[0]),))
    >>> print(draw_share(journey, plan=ReturnPlan(day=date(2026, 11, 6), weeks=(week,)), on=date(2026, 11, 6)))
    The share of the week in mainstream, seen on 6 November 2026
    week of            as it was           planned
    2 November 2026    0 of 2 (0 %)        0 of 2 (0 %)
    9 November 2026    -                   1 of 2 (50 %)

    Raises `OutOfScopeError` where no stay has begun by `on`, no timetable of it is recorded, or it has no week yet.
    """
    situation = stay_at(journey, plan=plan, on=on)
    actual = {week.starts: week for week in weeks_of_stay(situation) if not week.is_ahead}
    planned = {week.starts: week for week in weeks_planned(situation)}
    points = [
        _Point(monday, actual.get(monday), planned.get(monday)) for monday in sorted({*actual, *planned})
    ]
    title = f"The share of the week in mainstream, seen on {in_words(on)}"
    words = "\n".join([title, *_table(points)])
    return sheet(title, words, _SHEET, _TABLE + _LINE * len(points) + _PAD, _chart(on, points))


@frozen
class _Point:
    monday: date
    actual: WeekOfStay | None
    planned: WeekOfStay | None

    @property
    def cells(self) -> tuple[str, str, str]:
        return in_words(self.monday), _numbers(self.actual), _numbers(self.planned)


_HEADS: Final = ("week of", "as it was", "planned")


def _table(points: list[_Point]) -> Iterator[str]:
    for first, second, third in (_HEADS, *(point.cells for point in points)):
        yield f"{first:<19}{second:<20}{third}"


def _numbers(week: WeekOfStay | None) -> str:
    if week is None:
        return "-"
    if week.share is None:
        return "not known"
    return f"{week.taught(Where.MAINSTREAM)} of {week.lessons} ({percent(week.share)} %)"


_SHEET, _LEFT, _RIGHT, _TOP, _HIGH = 494, 64, 470, 112, 200
_BOTTOM: Final = _TOP + _HIGH
_TABLE, _LINE, _PAD = _BOTTOM + 52, 23, 16
_COLUMNS: Final = (18, 190, 350)
_LABEL: Final = 52
_QUARTERS: Final = 4


def _chart(on: date, points: list[_Point]) -> Iterator[str]:
    yield text(18, 34, "The share of the week in mainstream", size=20, weight=700)
    yield text(18, 56, f"seen on {in_words(on)}; what is planned is no forecast", size=14, ink=GREY)
    yield from _key()
    yield from _scale()
    yield from _weeks(points)
    across, side = _across(points), _side(points)
    planned = [(x, _up(point.planned)) for x, point in zip(across, points, strict=True)]
    actual = [(x, _up(point.actual)) for x, point in zip(across, points, strict=True)]
    yield from _series(planned, _PLANNED)
    yield from (_square(x, y, side) for x, y in planned if y is not None)
    yield from _series(actual, _ACTUAL)
    yield from (_disc(x, y, side) for x, y in actual if y is not None)
    for row, cells in enumerate([_HEADS, *(point.cells for point in points)]):
        for x, cell in zip(_COLUMNS, cells, strict=True):
            yield text(x, _TABLE + _LINE * row, cell, size=14, weight=400 if row else 700)


_WEEK, _INSET = 7, 16
_SPAN: Final = _RIGHT - _LEFT - 2 * _INSET
_WIDE, _NARROW, _ROOM = 16, 9, 24
_ACTUAL: Final = f'stroke="{DARK}" stroke-width="3"'
_PLANNED: Final = f'stroke="{GREY}" stroke-width="2.5" stroke-dasharray="5 4"'


def _scale() -> Iterator[str]:
    for quarter in range(_QUARTERS + 1):
        y = _BOTTOM - _HIGH * quarter // _QUARTERS
        yield _line([(_LEFT, y), (_RIGHT, y)], f'stroke="{GREY}" stroke-opacity="0.35"')
        yield text(_LEFT - 8, y + 5, f"{100 * quarter // _QUARTERS} %", size=14, ink=GREY, anchor="end")


def _across(points: list[_Point]) -> list[int]:
    """Where each week stands: as far apart as they are in time."""
    first = points[0].monday
    return [_LEFT + _INSET + _SPAN * (one.monday - first).days // _days(points) for one in points]


def _days(points: list[_Point]) -> int:
    return max((points[-1].monday - points[0].monday).days, 1)


def _side(points: list[_Point]) -> int:
    """How wide a mark is: narrow where many weeks stand side by side."""
    return _WIDE if _SPAN * _WEEK // _days(points) > _ROOM else _NARROW


def _weeks(points: list[_Point]) -> Iterator[str]:
    """The holidays as bands, and the days below, as many as there is room for."""
    across, half = _across(points), _SPAN * _WEEK // _days(points) // 2
    for (left, earlier), (right, later) in pairwise(zip(across, points, strict=True)):
        if (later.monday - earlier.monday).days > _WEEK:
            yield rect(left + half, _TOP, max(right - left - 2 * half, 1), _HIGH, f'fill="{PALE}"')
    free = 0
    for x, point in zip(across, points, strict=True):
        if x >= free:
            yield text(x, _BOTTOM + 22, short_day(point.monday), size=14, ink=GREY, anchor="middle")
            free = x + _LABEL


def _up(week: WeekOfStay | None) -> int | None:
    share = week.share if week else None
    return None if share is None else _BOTTOM - _HIGH * share.numerator // share.denominator


def _series(places: list[tuple[int, int | None]], looks: str) -> Iterator[str]:
    """A line through the places that are known; it stops where one is not, or none is planned."""
    for is_known, run in groupby(places, key=lambda place: place[1] is not None):
        if is_known:
            yield _line([(x, y) for x, y in run if y is not None], looks)


def _line(places: list[tuple[int, int]], looks: str) -> str:
    return f'<polyline points="{" ".join(f"{x},{y}" for x, y in places)}" fill="none" {looks}/>'


def _disc(x: int, y: int, side: int) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{side // 3}" fill="{DARK}"/>'


def _square(x: int, y: int, side: int) -> str:
    looks = f'fill="{LIGHT}" stroke="{GREY}" stroke-width="2"'
    return rect(x - side // 2, y - side // 2, side, side, looks)


def _key() -> Iterator[str]:
    yield _line([(18, 82), (58, 82)], _ACTUAL)
    yield _disc(38, 82, _WIDE)
    yield text(66, 87, _HEADS[1], size=14)
    yield _line([(160, 82), (200, 82)], _PLANNED)
    yield _square(180, 82, _WIDE)
    yield text(208, 87, _HEADS[2], size=14)
    yield rect(300, 73, 24, 18, f'fill="{PALE}"')
    yield text(332, 87, "no school", size=14)
