"""After how long stays led back, with the other endings beside it: shares as steps, none of them a forecast.

Rules of the room: the three lines differ in dash and mark, not in colour alone; other endings are never left out; a
line ends where nobody knows more.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen

from iapcore.errors import OutOfScopeError
from iapcore.measures.durations import Incidence
from iapcore.measures.lengths import TimeUnit
from iapcore.reports.pictures.drawing import DARK, GREY, LIGHT, rect, sheet, text
from iapcore.reports.pictures.picture import Picture
from iapcore.reports.words import in_words
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.wording import percent, spelt

__all__ = ["draw_incidence"]


def draw_incidence(times: Incidence) -> Picture:
    """The share of stays that had led back after so much school time, that had ended otherwise, and that were open.

    For those who know the pupils: a step is often one pupil. The words are a table of the same numbers.

    >>> from datetime import date
    >>> from iapcore import Ending, Journey, Placement, Pupil, PupilId, Purpose, SchoolCalendar, Term, DateSpan
    >>> from iapcore import count_time_to_return, profile
    >>> calendar = SchoolCalendar(key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 12, 18))),))
    >>> ending = Ending(day=date(2026, 10, 16), destination=Destination.MAINSTREAM)
    >>> stay = Placement(purpose=Purpose.RETURN, began=date(2026, 9, 7), ending=ending)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), calendar=calendar, placements=(stay,))
    >>> print(draw_incidence(count_time_to_return([journey], policy=profile(), on=date(2026, 11, 20))))
    After how long stays led back, seen on 20 November 2026 (1 stay)
    school weeks    back in mainstream    ended otherwise    still in the stay
    6               100 %                 0 %                0 %

    Raises `OutOfScopeError` where no stay is counted.
    """
    if not times.steps:
        raise OutOfScopeError("No stay that was to lead back is counted: there is nothing to draw.")
    points = [_Point.of(step.time, dict(step.incidence), step.still) for step in times.steps]
    stays = f"{times.stays} stay{'' if times.stays == 1 else 's'}"
    title = f"After how long stays led back, seen on {in_words(times.on)} ({stays})"
    heads = (spelt(times.unit.value), *_HEADS)
    lines = [heads, *((str(one.time), *(f"{percent(share)} %" for share in one.shares)) for one in points)]
    words = "\n".join(
        [title, *(f"{a:<16}{b:<22}{c:<19}{d}" for a, b, c, d in lines)],
    )
    return sheet(title, words, _WIDE, _HIGH, _drawn(times, points, stays))


@frozen
class _Point:
    time: int
    shares: tuple[Fraction, Fraction, Fraction]

    @classmethod
    def of(cls, time: int, shares: dict[Destination, Fraction], still: Fraction) -> "_Point":
        back = shares.get(Destination.MAINSTREAM, Fraction(0))
        return cls(time, (back, 1 - back - still, still))


_HEADS: Final = ("back in mainstream", "ended otherwise", "still in the stay")
_WIDE, _LEFT, _RIGHT, _TOP, _TALL = 494, 64, 474, 128, 200
_BOTTOM: Final = _TOP + _TALL
_HIGH: Final = _BOTTOM + 62
_LINES: Final = (
    f'stroke="{DARK}" stroke-width="3.5"',
    f'stroke="{GREY}" stroke-width="2.5" stroke-dasharray="8 4"',
    f'stroke="{GREY}" stroke-width="2" stroke-dasharray="1.5 4"',
)
_KEYS: Final = (18, 196, 348)
_QUARTERS: Final = 4
_LABELS: Final = 9


def _drawn(times: Incidence, points: list[_Point], stays: str) -> Iterator[str]:
    yield text(18, 34, "After how long stays led back", size=20, weight=700)
    yield text(
        18, 56, f"{stays}, seen on {in_words(times.on)}; internal. Faster is not better", size=14, ink=GREY
    )
    for kind, (x, words) in enumerate(zip(_KEYS, _HEADS, strict=True)):
        yield _line([(x, 92), (x + 34, 92)], kind)
        yield _mark(x + 17, 92, kind)
        yield text(x + 42, 97, words, size=14)
    yield from _scale(points[-1].time, times.unit)
    for kind in (2, 1, 0):
        yield _line(list(_steps(points, kind)), kind)
        yield from (_mark(x, y, kind) for x, y in _ends(points, kind))


def _across(time: int, longest: int) -> int:
    return _LEFT + (_RIGHT - _LEFT) * time // max(longest, 1)


def _up(share: Fraction) -> int:
    return _BOTTOM - _TALL * share.numerator // share.denominator


def _ends(points: list[_Point], kind: int) -> Iterator[tuple[int, int]]:
    """Where the line is after each step that moved it."""
    before = Fraction(kind // 2)
    for one in points:
        if one.shares[kind] != before:
            yield _across(one.time, points[-1].time), _up(one.shares[kind])
        before = one.shares[kind]


def _steps(points: list[_Point], kind: int) -> Iterator[tuple[int, int]]:
    """Along, then up or down: nothing happens between two lengths."""
    y = _up(Fraction(kind // 2))  # at first every stay is still open
    yield _LEFT, y
    for one in points:
        x = _across(one.time, points[-1].time)
        yield x, y
        y = _up(one.shares[kind])
        yield x, y


def _scale(longest: int, unit: TimeUnit) -> Iterator[str]:
    for quarter in range(_QUARTERS + 1):
        y = _BOTTOM - _TALL * quarter // _QUARTERS
        yield f'<line x1="{_LEFT}" y1="{y}" x2="{_RIGHT}" y2="{y}" stroke="{GREY}" stroke-opacity="0.35"/>'
        yield text(_LEFT - 8, y + 5, f"{100 * quarter // _QUARTERS} %", size=14, ink=GREY, anchor="end")
    apart = -(-longest // _LABELS) or 1
    for time in range(0, longest + 1, apart):
        yield text(_across(time, longest), _BOTTOM + 22, str(time), size=14, ink=GREY, anchor="middle")
    yield text(_RIGHT, _BOTTOM + 46, f"{spelt(unit.value)} in the stay", size=14, ink=GREY, anchor="end")


def _line(places: list[tuple[int, int]], kind: int) -> str:
    return f'<polyline points="{" ".join(f"{x},{y}" for x, y in places)}" fill="none" {_LINES[kind]}/>'


def _mark(x: int, y: int, kind: int) -> str:
    """A disc for those who went back, a square for other endings; none for what has not happened."""
    if kind == 0:
        return f'<circle cx="{x}" cy="{y}" r="5" fill="{DARK}"/>'
    return rect(x - 4, y - 4, 8, 8, f'fill="{LIGHT}" stroke="{GREY}" stroke-width="2"') if kind == 1 else ""
