"""Pictures that survive a photocopier, colour blindness and a screen reader.

Rules of the room: every colour has a letter, and the three colours differ in lightness; the content stands in
`<title>` and `<desc>` as text; nothing in a picture names a pupil.
"""

from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from attrs import field, frozen

from iapcore.errors import OutOfScopeError
from iapcore.record.journey import Journey
from iapcore.record.timetable import Blank, Lesson, Slot, Timetable, Weekday, latest_ratings
from iapcore.reports.words import in_words
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where

__all__ = ["Picture", "draw_week", "timetable_on"]

_FILL: Final = {
    LessonColour.GREEN: ("#c9ecc4", "#10330d"),
    LessonColour.AMBER: ("#e8a33d", "#2b1a00"),
    LessonColour.RED: ("#8f1d22", "#ffffff"),
    Blank.UNRATED: ("#ffffff", "#222222"),
}
_WIDTH, _HEIGHT, _GAP, _LEFT, _TOP = 124, 60, 6, 52, 78
_LEGEND: Final = 62
_LONGEST: Final = 15


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


def timetable_on(journey: Journey, on: date) -> Timetable | None:
    """The version of the week in force on a day; `None` where none is recorded."""
    versions = [one for one in journey.timetables or () if one.starts <= on]
    return max(versions, key=lambda one: one.starts, default=None)


def draw_week(journey: Journey, *, on: date, following: tuple[Slot, ...] = ()) -> Picture:
    """The week as it was taught on `on`, in the pupil's colours, and where each lesson is taught.

    `following` are lessons to mark as next, for example those of `assess_readiness`.
    Raises `OutOfScopeError` where no timetable is recorded for that day.

    >>> from datetime import date
    >>> from iapcore import Lesson, Pupil, PupilId
    >>> week = Timetable(starts=date(2026, 11, 2), lessons=(Lesson(slot=Slot.parse("Mon:1"), where=Where.BASE),))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), timetables=(week,))
    >>> print(draw_week(journey, on=date(2026, 11, 20)))
    The coloured week on 20 November 2026
    Monday: 1 not rated, in the base.
    """
    week = timetable_on(journey, on)
    if week is None or not week.lessons:
        raise OutOfScopeError("No timetable is recorded for that day, so there is no week to draw.")
    seen = (rating for rating in journey.ratings or () if rating.day <= on)
    rated = {slot: one.colour for slot, one in latest_ratings(seen, by=Informant.PUPIL).items()}
    title = f"The coloured week on {in_words(on)}"
    lessons = sorted(week.lessons, key=lambda one: one.slot.order)
    words = "\n".join([title, *_days_in_words(lessons, rated, following)])
    return Picture(svg=_svg(title, words, lessons, rated, following), words=words)


_PLACES: Final = {Where.BASE: "in the base", Where.MAINSTREAM: "in mainstream", Where.ELSEWHERE: "elsewhere"}


def _days_in_words(
    lessons: list[Lesson], rated: dict[Slot, LessonColour], following: tuple[Slot, ...]
) -> list[str]:
    days: dict[str, list[str]] = {}
    for lesson in lessons:
        slot = lesson.slot
        day = f"{slot.weekday.name.capitalize()}{f', week {slot.week}' if slot.week else ''}"
        told = " ".join(filter(None, [slot.period, lesson.subject, _colour(slot, rated)]))
        where = f", {_PLACES[lesson.where]}" if lesson.where else ""
        days.setdefault(day, []).append(f"{told}{where}{', next' if slot in following else ''}")
    return [f"{day}: {'; '.join(told)}." for day, told in days.items()]


def _colour(slot: Slot, rated: dict[Slot, LessonColour]) -> str:
    return rated[slot].value if slot in rated else "not rated"


def _svg(
    title: str,
    words: str,
    lessons: list[Lesson],
    rated: dict[Slot, LessonColour],
    following: tuple[Slot, ...],
) -> str:
    rows = list(dict.fromkeys((one.slot.week, one.slot.period) for one in sorted(lessons, key=_by_row)))
    wide = _LEFT + len(Weekday) * (_WIDTH + _GAP)
    high = _TOP + len(rows) * (_HEIGHT + _GAP) + _LEGEND
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        'role="img" aria-labelledby="week-title week-desc" font-family="Helvetica, Arial, sans-serif">',
        f'<title id="week-title">{escape(title)}</title>',
        f'<desc id="week-desc">{escape(words)}</desc>',
        f'<rect width="{wide}" height="{high}" fill="#ffffff"/>',
        _text(_GAP, 26, title, size=20, weight="bold"),
    ]
    for column, weekday in enumerate(Weekday):
        x = _LEFT + column * (_WIDTH + _GAP) + _WIDTH // 2
        parts.append(_text(x, _TOP - 12, weekday.name.capitalize(), size=15, anchor="middle"))
    for row, (week, period) in enumerate(rows):
        y = _TOP + row * (_HEIGHT + _GAP) + _HEIGHT // 2
        label = f"{week}:{period}" if week else period
        parts.append(_text(_LEFT - 12, y + 5, label, size=15, anchor="end"))
    for lesson in lessons:
        slot = lesson.slot
        x = _LEFT + slot.weekday.position * (_WIDTH + _GAP)
        y = _TOP + rows.index((slot.week, slot.period)) * (_HEIGHT + _GAP)
        parts += _cell(lesson, rated.get(slot, Blank.UNRATED), x, y, is_next=slot in following)
    parts += _legend(high)
    return "\n".join([*parts, "</svg>\n"])


def _by_row(lesson: Lesson) -> tuple[int, int]:
    week, _, period = lesson.slot.order
    return week, period


def _cell(lesson: Lesson, colour: LessonColour | Blank, x: int, y: int, *, is_next: bool) -> list[str]:
    fill, ink = _FILL[colour]
    edge = ("#111111", 4) if is_next else ("#666666", 1)
    dashes = ' stroke-dasharray="5 4"' if lesson.where is Where.BASE and not is_next else ""
    where = lesson.where.value if lesson.where else ""
    letter = colour.letter if isinstance(colour, LessonColour) else colour.value
    return [
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="6" fill="{fill}" '
        f'stroke="{edge[0]}" stroke-width="{edge[1]}"{dashes}/>',
        _text(x + 10, y + 24, letter, size=18, weight="bold", ink=ink),
        _text(x + 32, y + 24, _short(lesson.subject or ""), size=13, ink=ink),
        _text(x + 10, y + 48, where, size=12, ink=ink),
        *(
            [_text(x + _WIDTH - 10, y + 48, "next", size=13, weight="bold", ink=ink, anchor="end")]
            if is_next
            else []
        ),
    ]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _legend(high: int) -> list[str]:
    told = "G green   A amber   R red   - not rated      dashed: in the base      thick: next"
    return [_text(_LEFT, high - 22, told, size=13)]


def _text(
    x: int,
    y: int,
    text: str,
    *,
    size: int,
    weight: str = "normal",
    ink: str = "#222222",
    anchor: str = "start",
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{ink}" '
        f'text-anchor="{anchor}" xml:space="preserve">{escape(text)}</text>'
    )
