"""Lengths of stays, places in use, and shares as they may be shown: bars, each with its numbers in words beside it.

Rules of the room: nothing rests on a colour; what is not known or hidden is written, and not drawn.
"""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from attrs import frozen

from iapcore.errors import OutOfScopeError
from iapcore.measures.lengths import Lengths, Spread
from iapcore.measures.measure import Measure
from iapcore.measures.published import PublishedMeasure, PublishedPart
from iapcore.reports.pictures.drawing import DARK, GREY, LIGHT, PALE, rect, sheet, shortened, text
from iapcore.reports.pictures.picture import Picture
from iapcore.reports.words import in_words
from iapcore.vocabulary.symbols import Symbol
from iapcore.vocabulary.wording import rounded, spelt

__all__ = ["draw_lengths", "draw_places", "draw_published"]

_WIDE, _LEFT, _RIGHT = 494, 18, 474
_HEAD, _ROW, _FOOT = 76, 62, 54
_ROOM: Final = _RIGHT - _LEFT
_LABELS: Final = 9
_NAME: Final = 34
_LONG, _LONGER, _LINE = 48, 64, 22


def draw_lengths(lengths: Lengths) -> Picture:
    """How long stays were planned, how long those were that ended, and how long the open ones have been.

    Each bar runs from the shortest to the longest, with a mark at the one in the middle. For those who know the pupils:
    the shortest and the longest stay are each somebody's.

    >>> from datetime import date
    >>> from iapcore import DateSpan, Journey, Placement, Pupil, PupilId, SchoolCalendar, Term, count_lengths
    >>> calendar = SchoolCalendar(key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 10, 23))),))
    >>> stay = Placement(planned=DateSpan(date(2026, 9, 7), date(2026, 10, 16)), began=date(2026, 9, 7))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), calendar=calendar, placements=(stay,))
    >>> print(draw_lengths(count_lengths([journey], on=date(2026, 9, 18))))
    How long stays are, in school weeks, seen on 18 September 2026
    as planned at first: 6 (1 stay)
    ended: none
    open, so far: 2 (1 stay)

    Raises `OutOfScopeError` where no length is known.
    """
    kinds = (
        ("as planned at first", lengths.planned),
        ("ended", lengths.ended),
        ("open, so far", lengths.so_far),
    )
    most = [spread.most for _, spread in kinds if spread]
    if not most:
        raise OutOfScopeError("No length of a stay is known: there is nothing to draw.")
    unit, longest = spelt(lengths.unit.value), max(1, *most)
    title = f"How long stays are, in {unit}, seen on {in_words(lengths.on)}"
    rows = [_Range(name, spread, longest) for name, spread in kinds]
    words = "\n".join([title, *(f"{row.name}: {row.words}" for row in rows)])
    drawn = [*_heading("How long stays are", f"in {unit}, seen on {in_words(lengths.on)}; internal")]
    for place, row in enumerate(rows):
        drawn += row.drawn(_HEAD + _ROW * place)
    bottom = _HEAD + _ROW * len(rows)
    drawn += _scale(longest, bottom)
    return sheet(title, words, _WIDE, bottom + _FOOT, drawn)


def draw_places(provisions: Iterable[tuple[str, Measure]]) -> Picture:
    """Pupils on an open placement beside the places of each provision, by its name, from `count_places`.

    For those who know the pupils.

    >>> from datetime import date
    >>> from iapcore.measures.occupancy import PLACES
    >>> print(draw_places([("Elm Room", Measure(definition=PLACES, on=date(2026, 11, 20), numerator=6, base=8))]))
    Places in use, seen on 20 November 2026
    Elm Room: 6 of 8

    Raises `OutOfScopeError` where no provision is given.
    """
    given = list(provisions)
    if not given:
        raise OutOfScopeError("No provision is given: there is nothing to draw.")
    on = in_words(given[0][1].on)
    most = max(1, *(max(one.numerator, one.base) for _, one in given))
    rows = [_Taken(name, one, most) for name, one in given]
    title = f"Places in use, seen on {on}"
    words = "\n".join([title, *(f"{row.name}: {row.words}" for row in rows)])
    drawn = [*_heading("Places in use", f"pupils on an open placement, seen on {on}; internal")]
    for place, row in enumerate(rows):
        drawn += row.drawn(_HEAD + _ROW * place)
    return sheet(title, words, _WIDE, _HEAD + _ROW * len(rows) + _FOOT // 3, drawn)


def draw_published(measure: PublishedMeasure) -> Picture:
    """The share of a published measure and of each of its groups; what is hidden has no bar.

    >>> from datetime import date
    >>> from iapcore import publish_measure
    >>> from iapcore.measures.returns import RETURNS
    >>> back = Measure(definition=RETURNS, on=date(2026, 11, 20), numerator=20, base=33)
    >>> print(draw_published(publish_measure(back)))
    Stays that ended with all lessons back in mainstream, of: ended, seen on 20 November 2026
    all: 20 of 33 (61 %)
    """
    definition, on = measure.definition, in_words(measure.on)
    shares = [_Share("all", measure.whole), *(_Share(label, part) for label, part in measure.groups)]
    title = f"{_capital(definition.numerator)}, of: {definition.base}, seen on {on}"
    words = "\n".join([title, *(f"{row.name}: {row.words}" for row in shares)])
    lines = wrap(_capital(definition.numerator), _LONG)
    drawn = [text(_LEFT, 32 + _LINE * place, line, size=17, weight=700) for place, line in enumerate(lines)]
    below = 32 + _LINE * len(lines)
    drawn += [
        text(_LEFT, below, shortened(f"of: {definition.base}; seen on {on}", _LONGER), size=14, ink=GREY)
    ]
    for place, row in enumerate(shares):
        drawn += row.drawn(below + _LINE + _ROW * place)
    return sheet(title, words, _WIDE, below + _LINE + _ROW * len(shares) + _FOOT // 3, drawn)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _heading(title: str, below: str) -> Iterator[str]:
    yield text(_LEFT, 34, title, size=20, weight=700)
    yield text(_LEFT, 56, below, size=14, ink=GREY)


@frozen
class _Range:
    name: str
    spread: Spread | None
    longest: int

    @property
    def words(self) -> str:
        one = self.spread
        if one is None:
            return "none"
        stays = f"{one.count} stay{'' if one.count == 1 else 's'}"
        if one.least == one.most:
            return f"{one.least} ({stays})"
        middle = rounded(one.median, 0 if one.median.denominator == 1 else 1)
        return f"{one.least} to {one.most}, in the middle {middle} ({stays})"

    def drawn(self, top: int) -> Iterator[str]:
        yield text(_LEFT, top + 20, self.name, size=14, weight=700)
        yield text(_RIGHT, top + 20, self.words, size=14, anchor="end")
        yield rect(_LEFT, top + 39, _ROOM, 1, f'fill="{GREY}" fill-opacity="0.4"')
        if self.spread is None:
            return
        least, most = (_across(one, self.longest) for one in (self.spread.least, self.spread.most))
        yield rect(
            least - 2,
            top + 33,
            most - least + 4,
            14,
            f'rx="3" fill="{PALE}" stroke="{GREY}" stroke-width="2"',
        )
        median = self.spread.median
        middle = _LEFT + _ROOM * median.numerator // (median.denominator * self.longest)
        yield rect(middle - 3, top + 29, 6, 22, f'fill="{DARK}"')


@frozen
class _Taken:
    full_name: str
    places: Measure
    most: int

    @property
    def name(self) -> str:
        return shortened(self.full_name, _NAME)

    @property
    def words(self) -> str:
        one = self.places
        of = f"{one.numerator} of {one.base}" if one.base else f"{one.numerator}; places not recorded"
        return f"{of}; {one.not_known} not known" if one.not_known else of

    def drawn(self, top: int) -> Iterator[str]:
        yield text(_LEFT, top + 20, self.name, size=14, weight=700)
        yield text(_RIGHT, top + 20, self.words, size=14, anchor="end")
        taken, places = (_ROOM * one // self.most for one in (self.places.numerator, self.places.base))
        yield rect(_LEFT, top + 31, places, 18, f'fill="{LIGHT}" stroke="{GREY}" stroke-width="2"')
        yield rect(_LEFT, top + 35, taken, 10, f'fill="{DARK}"')


@frozen
class _Share:
    full_name: str
    part: PublishedPart

    @property
    def name(self) -> str:
        return shortened(self.full_name, _NAME)

    @property
    def words(self) -> str:
        part = self.part
        share = part.percent()
        shown = "" if isinstance(share, Symbol) else f" ({share} %)"
        return f"{part.numerator} of {part.base}{shown}"

    def drawn(self, top: int) -> Iterator[str]:
        yield text(_LEFT, top + 20, self.name, size=14, weight=700)
        yield text(_RIGHT, top + 20, self.words, size=14, anchor="end")
        share = self.part.share
        if isinstance(share, Symbol):
            return
        yield rect(_LEFT, top + 31, _ROOM, 18, f'fill="{LIGHT}" stroke="{GREY}" stroke-width="2"')
        yield rect(_LEFT, top + 35, _ROOM * share.numerator // share.denominator, 10, f'fill="{DARK}"')


def _across(time: int, longest: int) -> int:
    return _LEFT + _ROOM * time // longest


def _scale(longest: int, bottom: int) -> Iterator[str]:
    apart = -(-longest // _LABELS)
    for time in range(0, longest + 1, apart):
        anchor = "start" if time == 0 else "end" if time == longest else "middle"
        yield text(_across(time, longest), bottom + 20, str(time), size=14, ink=GREY, anchor=anchor)
