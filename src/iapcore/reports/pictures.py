"""Pictures that survive a photocopier, colour blindness and a screen reader.

Rules of the room: every colour has a letter, and the three colours differ in lightness; the content stands in
`<title>` and `<desc>` as text; nothing in a picture names a pupil.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from attrs import field, frozen

from iapcore.errors import OutOfScopeError
from iapcore.record.journey import Journey
from iapcore.record.timetable import Blank, Lesson, Slot, Weekday, latest_ratings, timetable_on
from iapcore.reports.words import in_words
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where

__all__ = ["Picture", "draw_week"]

_DARK, _LIGHT, _GREY = "#1b1b1f", "#ffffff", "#55555c"
_FILL: Final[dict[LessonColour | Blank, tuple[str, str]]] = {
    LessonColour.GREEN: ("#d3ecc9", _DARK),
    LessonColour.AMBER: ("#e9a93f", _DARK),
    LessonColour.RED: ("#9c3238", _LIGHT),
    Blank.UNRATED: (_LIGHT, _DARK),
}
"""The fill of a cell and the ink on it; on a photocopy they are light, middle, dark and white."""

_PLACES: Final = {Where.BASE: "in the base", Where.MAINSTREAM: "in mainstream", Where.ELSEWHERE: "elsewhere"}
_LEFT, _TOP, _WIDE, _HIGH, _GAP = 44, 104, 112, 74, 8
_WEEK, _KEY, _SWATCH = 34, 88, 24
_LONG, _LONGEST = 11, 14


@frozen(kw_only=True)
class Picture:
    """A picture: its SVG and the same content in words. A notebook shows the SVG.

    >>> picture = Picture(svg="<svg/>", words="Nothing")
    >>> print(picture)
    Nothing
    """

    svg: str = field(repr=False)
    words: str = field(repr=False)

    def __str__(self) -> str:
        return self.words

    def _repr_svg_(self) -> str:
        return self.svg


def draw_week(journey: Journey, *, on: date, following: tuple[Slot, ...] = ()) -> Picture:
    """The week as it was taught on `on`, in the pupil's colours, and where each lesson is taught.

    `following` are lessons to mark as next, for example those of `assess_readiness`.
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
        _Cell(lesson, rated.get(lesson.slot, Blank.UNRATED), lesson.slot in following)
        for lesson in sorted(week.lessons, key=lambda one: one.slot.order)
    ]
    title = f"The coloured week on {in_words(on)}"
    words = "\n".join([title, *_days_in_words(cells)])
    return Picture(svg="\n".join(_svg(title, words, cells)), words=words)


@frozen
class _Cell:
    lesson: Lesson
    colour: LessonColour | Blank
    is_next: bool

    @property
    def row(self) -> tuple[int, int]:
        week, _, place = self.lesson.slot.order
        return week, place

    @property
    def place(self) -> str:
        return _PLACES[self.lesson.where] if self.lesson.where else ""


def _days_in_words(cells: list[_Cell]) -> list[str]:
    days: dict[str, list[str]] = {}
    for cell in cells:
        slot = cell.lesson.slot
        day = f"{slot.weekday.name.capitalize()}{f', week {slot.week}' if slot.week else ''}"
        told = " ".join(filter(None, [slot.period, cell.lesson.subject, _name(cell.colour)]))
        parts = [told, cell.place, "next" if cell.is_next else ""]
        days.setdefault(day, []).append(", ".join(filter(None, parts)))
    return [f"{day}: {'; '.join(told)}." for day, told in days.items()]


def _name(colour: LessonColour | Blank) -> str:
    return colour.value if isinstance(colour, LessonColour) else "not rated"


def _letter(colour: LessonColour | Blank) -> str:
    return colour.letter if isinstance(colour, LessonColour) else colour.value


def _svg(title: str, words: str, cells: list[_Cell]) -> Iterator[str]:
    periods = {cell.row: cell.lesson.slot.period for cell in cells}
    tops: dict[tuple[int, int], int] = {}
    bottom, above = _TOP, 0
    for row in sorted(periods):
        bottom += _WEEK if row[0] != above else 0
        tops[row] = bottom
        bottom, above = bottom + _HIGH + _GAP, row[0]
    wide, high = _LEFT + len(Weekday) * (_WIDE + _GAP), bottom + _KEY
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'style="max-width:100%;height:auto" role="img" aria-label="{title}" '
        'font-family="Helvetica, Arial, sans-serif">'
    )
    yield f"<title>{title}</title>"
    yield f"<desc>{escape(words)}</desc>"
    yield f'<rect width="{wide}" height="{high}" rx="12" fill="{_LIGHT}"/>'
    yield _text(_LEFT, 34, title, size=21, weight=700)
    yield _text(_LEFT, 57, "How the pupil rates each lesson, and where it is taught", size=14, ink=_GREY)
    for weekday in Weekday:
        x = _across(weekday.position) + _WIDE // 2
        yield _text(x, _TOP - 12, weekday.name.capitalize(), size=14, weight=600, anchor="middle")
    for week, row in {week: (week, place) for week, place in sorted(tops, reverse=True) if week}.items():
        yield _text(_LEFT, tops[row] - 12, f"Week {week}", size=14, weight=600)
    for row, y in tops.items():
        yield _text(_LEFT - 12, y + 43, periods[row], size=15, anchor="end", ink=_GREY)
    for cell in cells:
        yield from _draw_cell(cell, _across(cell.lesson.slot.weekday.position), tops[cell.row])
    yield from _draw_key(bottom + 14)
    yield "</svg>\n"


def _across(column: int) -> int:
    return _LEFT + column * (_WIDE + _GAP)


def _draw_cell(cell: _Cell, x: int, y: int) -> Iterator[str]:
    ink = _FILL[cell.colour][1]
    subject = cell.lesson.subject or ""
    short = subject if len(subject) <= _LONGEST else f"{subject[: _LONGEST - 1]}…"
    in_base = cell.lesson.where is Where.BASE
    yield from _box(x, y, _WIDE, _HIGH, cell.colour, in_base=in_base, is_next=cell.is_next)
    yield _text(x + 11, y + 26, _letter(cell.colour), size=18, weight=700, ink=ink)
    yield _text(x + 11, y + 47, short, size=15 if len(short) < _LONG else 12, weight=700, ink=ink)
    yield _text(x + 11, y + 64, cell.place, size=12, ink=ink)
    if cell.is_next:
        yield _text(x + _WIDE - 11, y + 25, "next", size=14, weight=700, ink=ink, anchor="end")


def _draw_key(y: int) -> Iterator[str]:
    for column, colour in enumerate(_FILL):
        yield from _swatch(column, y, colour, _letter(colour), _name(colour))
    below = y + _SWATCH + 14
    yield from _swatch(0, below, Blank.UNRATED, "", "in the base", in_base=True)
    yield from _swatch(1, below, Blank.UNRATED, "", "in mainstream")
    yield from _swatch(3, below, Blank.UNRATED, "", "next", is_next=True)


def _swatch(
    column: int,
    y: int,
    colour: LessonColour | Blank,
    letter: str,
    told: str,
    *,
    in_base: bool = False,
    is_next: bool = False,
) -> Iterator[str]:
    x = _across(column)
    yield from _box(x, y, _SWATCH, _SWATCH, colour, in_base=in_base, is_next=is_next)
    yield _text(x + 12, y + 17, letter, size=14, weight=700, ink=_FILL[colour][1], anchor="middle")
    yield _text(x + 34, y + 17, told, size=13)


def _box(
    x: int, y: int, wide: int, high: int, colour: LessonColour | Blank, *, in_base: bool, is_next: bool
) -> Iterator[str]:
    fill, ink = _FILL[colour]
    yield _rect(x, y, wide, high, f'rx="8" fill="{fill}" stroke="{_GREY}" stroke-opacity="0.6"')
    if in_base:
        dashed = f'rx="6" fill="none" stroke="{ink}" stroke-opacity="0.8" stroke-dasharray="3 4"'
        yield _rect(x + 3, y + 3, wide - 6, high - 6, dashed)
    if is_next:
        yield _rect(
            x - 3, y - 3, wide + 6, high + 6, f'rx="11" fill="none" stroke="{_DARK}" stroke-width="3"'
        )


def _rect(x: int, y: int, wide: int, high: int, looks: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" {looks}/>'


def _text(
    x: int, y: int, text: str, *, size: int, weight: int = 400, ink: str = _DARK, anchor: str = "start"
) -> str:
    looks = f'font-size="{size}" font-weight="{weight}" fill="{ink}" text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}" {looks}>{escape(text)}</text>'
