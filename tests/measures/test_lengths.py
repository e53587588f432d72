"""How long stays are: planned, ended and open, apart."""

from datetime import date
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.measures.counting import by_provision
from iapcore.measures.lengths import Lengths, Spread, TimeUnit, count_lengths, length_of
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Extension, Placement
from iapcore.record.provision import Provision
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan
from tests.cases import UNKNOWN
from tests.laws import later, shuffled, told

MONDAY: Final = date(2026, 9, 7)
FRIDAY_OF_SIX: Final = date(2026, 10, 16)
CALENDAR: Final = SchoolCalendar(
    key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 12, 18))),), closed=(date(2026, 9, 9),)
)
ON: Final = date(2026, 11, 20)
ENDED: Final = Placement(began=MONDAY, ending=Ending(day=date(2026, 9, 18)))
OPEN: Final = Placement(began=date(2026, 11, 2))


def stays(*placements: Placement, **content: Any) -> Journey:
    return evolve(UNKNOWN, **{"calendar": CALENDAR, "placements": placements} | content)


def counted(*journeys: Journey, on: date = ON, **content: Any) -> Lengths:
    return count_lengths(journeys, on=on, **content)


@given(st.lists(st.integers(0, 300), min_size=1))
def test_the_median_is_the_exact_middle(lengths: list[int]) -> None:
    spread = Spread.of(lengths)
    assert spread is not None
    below = sum(length < spread.median for length in lengths)
    above = sum(length > spread.median for length in lengths)
    assert max(below, above) * 2 <= len(lengths)
    assert type(spread.median) is Fraction
    ordered = sorted(lengths)
    half = len(lengths) // 2
    assert spread.median == (Fraction(ordered[half]) + ordered[-half - 1]) / 2
    assert (spread.count, spread.least, spread.most) == (len(lengths), min(lengths), max(lengths))


def test_there_is_no_mean_to_ask_for() -> None:
    """An open stay has no length yet, so a mean of all would be of stays that nobody has seen the end of."""
    assert not hasattr(Spread.of([3, 4]), "mean")
    assert Spread.of([]) is None


@pytest.mark.parametrize(
    ("unit", "span", "length"),
    [
        (TimeUnit.SCHOOL_DAYS, DateSpan(MONDAY, date(2026, 9, 11)), 4),  # closed on the Wednesday
        (TimeUnit.SCHOOL_WEEKS, DateSpan(MONDAY, date(2026, 9, 11)), 1),
        (TimeUnit.SCHOOL_WEEKS, DateSpan(date(2026, 9, 11), date(2026, 9, 14)), 2),
        (TimeUnit.SCHOOL_DAYS, DateSpan(date(2026, 9, 12), date(2026, 9, 13)), 0),
        (TimeUnit.SCHOOL_DAYS, DateSpan(MONDAY, date(2027, 1, 5)), None),
        (TimeUnit.SCHOOL_WEEKS, DateSpan(date(2026, 9, 1), MONDAY), None),
    ],
)
def test_school_time(unit: TimeUnit, span: DateSpan, length: int | None) -> None:
    assert length_of(CALENDAR, span, unit) == length
    assert length_of(None, span, unit) is None


def test_planned_ended_and_open_stand_apart() -> None:
    planned = DateSpan(MONDAY, FRIDAY_OF_SIX)
    lengths = counted(
        stays(evolve(ENDED, planned=planned)),
        stays(evolve(ENDED, ending=Ending(day=date(2026, 9, 25)), planned=planned)),
        stays(OPEN),
    )
    assert lengths.planned == Spread(count=2, least=6, median=Fraction(6), most=6)
    assert lengths.ended == Spread(count=2, least=2, median=Fraction(5, 2), most=3)
    assert lengths.so_far == Spread(count=1, least=3, median=Fraction(3), most=3)
    assert (lengths.unplanned, lengths.extended, lengths.excluded, lengths.not_known) == (1, 0, (), ())


def test_the_first_plan_is_the_plan_and_an_extension_is_counted() -> None:
    extended = Extension(day=date(2026, 10, 9), until=date(2026, 12, 11))
    placement = Placement(began=MONDAY, planned=DateSpan(MONDAY, FRIDAY_OF_SIX), extensions=(extended,))
    lengths = counted(stays(placement))
    assert lengths.planned is not None
    assert lengths.planned.most == 6
    assert lengths.extended == 1
    assert lengths.so_far is not None
    assert lengths.so_far.most == 11


@pytest.mark.parametrize(
    ("journey", "excluded", "not_known"),
    [
        (UNKNOWN, (), (("placements not recorded", 1),)),
        (stays(), (), ()),
        (stays(Placement(planned=DateSpan(date(2026, 11, 23)))), (("not begun", 1),), ()),
        (stays(Placement(planned=DateSpan(MONDAY))), (), (("first day not recorded", 1),)),
        (stays(Placement()), (), (("first day not recorded", 1),)),
        (
            stays(Placement(began=MONDAY, planned=DateSpan(MONDAY, FRIDAY_OF_SIX))),
            (),
            (("end not recorded", 1),),
        ),
        (stays(ENDED, OPEN, calendar=None), (), (("the calendar does not reach", 2),)),
        (
            stays(evolve(OPEN, planned=DateSpan(date(2026, 11, 2), date(2027, 2, 5)))),
            (),
            (("the calendar does not reach the planned end", 1),),
        ),
    ],
)
def test_what_is_not_counted_is_listed(
    journey: Journey, excluded: tuple[tuple[str, int], ...], not_known: tuple[tuple[str, int], ...]
) -> None:
    lengths = counted(journey)
    assert (lengths.excluded, lengths.not_known) == (excluded, not_known)
    assert lengths.ended is None


def test_each_model_by_itself() -> None:
    """A half-term model and a year's are two things: pooled, neither would be told."""
    rooms = [
        Provision(key=key, kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION) for key in ("year", "half-term")
    ]
    pupil = stays(evolve(ENDED, provision=rooms[1]), evolve(OPEN, provision=rooms[0]))
    lengths = counted(pupil, stays(OPEN), unit=TimeUnit.SCHOOL_DAYS, by=by_provision)
    assert [label for label, _ in lengths.groups] == ["half-term", "not recorded", "year"]
    parts = dict(lengths.groups)
    assert parts["half-term"].ended == Spread(count=1, least=9, median=Fraction(9), most=9)
    assert parts["half-term"].so_far is None
    assert parts["year"].so_far == Spread(count=1, least=15, median=Fraction(15), most=15)
    assert lengths.so_far is not None
    assert lengths.so_far.count == 2


@given(told(), st.sampled_from(TimeUnit), st.data())
def test_every_stay_is_counted_once_and_what_comes_later_changes_nothing(
    told_on: tuple[Journey, date], unit: TimeUnit, data: st.DataObject
) -> None:
    journey, on = told_on
    lengths = count_lengths([journey], on=on, unit=unit)
    spread = sum(one.count for one in (lengths.ended, lengths.so_far) if one)
    unknown = dict(lengths.not_known)
    unknown.pop("the calendar does not reach the planned end", None)
    seen = journey.as_of(on).placements
    stays_seen = 1 if seen is None else len(seen)
    assert spread + sum(unknown.values()) + sum(n for _, n in lengths.excluded) == stays_seen
    for other in (data.draw(later(journey, on)), data.draw(shuffled(journey, on))):
        assert count_lengths([other], on=on, unit=unit) == lengths
