"""How long stays are: as planned at first, as they were, and so far where they are open.

Rules of the room: time is counted in school days or weeks of the pupil's own calendar, the first day and the last
included; where the calendar does not reach, it is not known and counted as that. Planned, ended and open stays stand
apart and are never pooled. There is no mean: an open stay has no length yet. A long stay is no failure, and a short one
no success.

Source: Simpson, *The rise of Internal Alternative Provision* (2024): six weeks to a year in secondary schools, and a
whole year in many primary ones. Lengths are told beside the provision's own model.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from statistics import median
from typing import Final, TypeAlias

from attrs import evolve, frozen

from iapcore.guidance.library import FOUR_TENETS, IAP_FINDINGS
from iapcore.measures.counting import NOT_BEGUN, label_of, stays_of, unbegun
from iapcore.measures.measure import By, Definition
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.shape import shaped, stop_unless_a_day
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Word

__all__ = [
    "LENGTHS",
    "NO_CALENDAR",
    "NO_END",
    "NO_PLACEMENTS",
    "NO_START",
    "Lengths",
    "Spread",
    "TimeUnit",
    "count_lengths",
    "length_of",
]

NO_CALENDAR: Final = "the calendar does not reach"
NO_PLACEMENTS: Final = "placements not recorded"
NO_START: Final = "first day not recorded"
NO_END: Final = "end not recorded"

LENGTHS: Final = Definition(
    key="lengths",
    numerator="length of stays, first and last day included",
    base="stays that began",
    unit="stays",
    cites=(IAP_FINDINGS.at("what is working well, length"), FOUR_TENETS.at("tenet 4, common challenges")),
    caution="Ended stays alone are shorter than all stays will be while some are open. Longer is not worse.",
)


class TimeUnit(Word):
    """In what a stay is counted: school days, or weeks with at least one school day.

    >>> TimeUnit("school_weeks").name
    'SCHOOL_WEEKS'
    """

    SCHOOL_DAYS = "school_days"
    SCHOOL_WEEKS = "school_weeks"


def length_of(calendar: SchoolCalendar | None, span: DateSpan, unit: TimeUnit) -> int | None:
    """School days, or weeks with a school day, in a span; `None` where no calendar tells.

    >>> from datetime import date
    >>> from iapcore import Term
    >>> calendar = SchoolCalendar(key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 10, 23))),))
    >>> length_of(calendar, DateSpan(date(2026, 9, 7), date(2026, 9, 18)), TimeUnit.SCHOOL_WEEKS)
    2
    """
    if calendar is None:
        return None
    if unit is TimeUnit.SCHOOL_WEEKS:
        return calendar.school_weeks(span)
    days = calendar.school_days(span)
    return None if days is None else len(days)


@frozen(kw_only=True, field_transformer=shaped)
class Spread:
    """How many lengths there are, the least, the exact one in the middle, and the most.

    >>> Spread.of([6, 4, 7, 12])
    Spread(count=4, least=4, median=Fraction(13, 2), most=12)
    >>> Spread.of([]) is None
    True
    """

    count: int
    least: int
    median: Fraction
    most: int

    @classmethod
    def of(cls, lengths: Iterable[int]) -> "Spread | None":
        """The spread of some lengths; `None` where there are none."""
        given = sorted(lengths)
        if not given:
            return None
        middle = median(map(Fraction, given))
        return cls(count=len(given), least=given[0], median=Fraction(middle), most=given[-1])


@frozen(kw_only=True, field_transformer=shaped)
class Lengths:
    """Lengths of stays in a unit of school time, as they stood `on` a day: **internal**, with small numbers.

    `planned` is the first plan of the stays that began, `ended` how long those were that ended, `so_far` how long the
    open ones have been. `unplanned` counts stays without a plan in the record, and `extended` those whose plan was
    moved. What is `excluded` and `not_known` is counted by reason; a plan of which the calendar does not tell too.
    """

    definition: Definition
    on: date
    unit: TimeUnit
    planned: Spread | None
    ended: Spread | None
    so_far: Spread | None
    unplanned: int
    extended: int
    excluded: tuple[tuple[str, int], ...]
    not_known: tuple[tuple[str, int], ...]
    groups: "tuple[tuple[str, Lengths], ...]" = ()


_PLANNED: Final = "planned"
_ENDED: Final = "ended"
_SO_FAR: Final = "so far"
_UNPLANNED: Final = "no plan"
_EXTENDED: Final = "extended"
_NO_CALENDAR_FOR_PLAN: Final = "the calendar does not reach the planned end"
_UNKNOWN: Final = (NO_PLACEMENTS, NO_START, NO_END, NO_CALENDAR, _NO_CALENDAR_FOR_PLAN)

_Said: TypeAlias = tuple[str, int | None]


def count_lengths(
    journeys: Iterable[Journey],
    *,
    on: date,
    unit: TimeUnit = TimeUnit.SCHOOL_WEEKS,
    by: By | None = None,
) -> Lengths:
    """How long stays were planned, how long they were, and how long the open ones have been.

    Counted are stays that began by `on`, one by one. To group, `by` is asked about the journey with one stay alone, so
    `by_provision` sets the models apart. A stay whose planned end has passed without an ending is not known.

    >>> from datetime import date
    >>> from iapcore import Pupil, PupilId, Term
    >>> calendar = SchoolCalendar(key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 10, 23))),))
    >>> stay = Placement(planned=DateSpan(date(2026, 9, 7), date(2026, 10, 16)), began=date(2026, 9, 7))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), calendar=calendar, placements=(stay,))
    >>> lengths = count_lengths([journey], on=date(2026, 9, 18))
    >>> lengths.planned.median, lengths.ended, lengths.so_far.most
    (Fraction(6, 1), None, 2)
    """
    stop_unless_a_day(on)
    whole: list[_Said] = []
    parts: dict[str, list[_Said]] = defaultdict(list)
    for journey, placement, group in stays_of(journeys, on=on, by=by):
        for said in _said(journey, placement, on, unit):
            whole.append(said)
            if by is not None:
                parts[label_of(group)].append(said)
    groups = tuple((label, _lengths(parts[label], on, unit)) for label in sorted(parts))
    return evolve(_lengths(whole, on, unit), groups=groups)


def _said(journey: Journey, placement: Placement | None, on: date, unit: TimeUnit) -> Iterator[_Said]:
    """What one stay adds: a word, and a length where it is one."""
    if placement is None:
        yield NO_PLACEMENTS, None
    elif placement.began is None:
        yield (NOT_BEGUN if unbegun(placement, on) == NOT_BEGUN else NO_START), None
    else:
        yield from _planned(journey, placement, unit)
        if placement.overran(on):
            yield NO_END, None
            return
        last = placement.ending.day if placement.ending else on
        length = length_of(journey.calendar, DateSpan(placement.began, last), unit)
        word = _ENDED if placement.ending else _SO_FAR
        yield (NO_CALENDAR, None) if length is None else (word, length)


def _planned(journey: Journey, placement: Placement, unit: TimeUnit) -> Iterator[_Said]:
    if placement.extensions:
        yield _EXTENDED, None
    if placement.planned is None or placement.planned.end is None:
        yield _UNPLANNED, None
        return
    length = length_of(journey.calendar, placement.planned, unit)
    yield (_NO_CALENDAR_FOR_PLAN, None) if length is None else (_PLANNED, length)


def _lengths(said: list[_Said], on: date, unit: TimeUnit) -> Lengths:
    words = Counter(word for word, _ in said)
    spreads = {
        name: Spread.of(length for word, length in said if word == name and length is not None)
        for name in (_PLANNED, _ENDED, _SO_FAR)
    }
    return Lengths(
        definition=LENGTHS,
        on=on,
        unit=unit,
        planned=spreads[_PLANNED],
        ended=spreads[_ENDED],
        so_far=spreads[_SO_FAR],
        unplanned=words[_UNPLANNED],
        extended=words[_EXTENDED],
        excluded=tuple((word, words[word]) for word in (NOT_BEGUN,) if words[word]),
        not_known=tuple((word, words[word]) for word in _UNKNOWN if words[word]),
    )
