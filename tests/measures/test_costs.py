"""What a place costs beside another, in a school's own figures."""

import inspect
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.measures import costs
from iapcore.measures.costs import SAYS_NOT, Cost, compare_costs
from iapcore.vocabulary.money import Money

ROOM: Final = Cost(name="the elm room", total=Money.parse("96,000"), places=8, weeks=39)
OUTSIDE: Final = Cost(name="a place outside", total=Money.parse("6,150"), places=1, weeks=13)
costs_of_places: Final = st.builds(
    Cost,
    name=st.just("a place"),
    total=st.integers(0, 10**9).map(Money),
    places=st.integers(1, 60),
    weeks=st.integers(1, 52),
)


def test_two_places_side_by_side() -> None:
    compared = compare_costs(ROOM, OUTSIDE)
    assert compared.difference == Fraction(615_000, 13) - Fraction(9_600_000, 8 * 39)
    assert compared.times == Fraction(615_000, 13) / Fraction(9_600_000, 8 * 39)
    assert compare_costs(OUTSIDE, ROOM).difference == -compared.difference
    assert str(compared).splitlines()[:2] == [
        "the elm room: £307.69 for a place and school week",
        "a place outside: £473.08 for a place and school week",
    ]


def test_it_says_what_it_does_not_say() -> None:
    compared = compare_costs(ROOM, OUTSIDE)
    assert compared.says_not == SAYS_NOT
    assert str(compared).splitlines()[2:] == list(SAYS_NOT)
    assert "no exclusion as avoided" in SAYS_NOT[0]
    assert compared.cites


def test_where_ours_costs_nothing_there_is_no_ratio() -> None:
    assert compare_costs(evolve(ROOM, total=Money(0)), OUTSIDE).times is None


@pytest.mark.parametrize("wrong", [{"places": 0}, {"weeks": 0}, {"places": -1, "weeks": 0}])
def test_a_cost_is_for_places_and_weeks(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        evolve(ROOM, **wrong)
    assert [one.path for one in refused.value.problems] == list(wrong)


@given(costs_of_places, costs_of_places)
def test_nothing_is_lost_to_rounding(ours: Cost, other: Cost) -> None:
    """Multiplied out again, the pence are the pence that were given."""
    for one in (ours, other):
        assert one.per_place_week * one.places * one.weeks == one.total.pence
    compared = compare_costs(ours, other)
    assert compared.ours.per_place_week + compared.difference == other.per_place_week
    if compared.times is not None:
        assert compared.times * ours.per_place_week == other.per_place_week


def test_no_price_comes_with_the_library() -> None:
    """No source tells what a place costs: every figure is the user's, and none has a default."""
    defaults = [
        one.default for thing in (Cost, compare_costs) for one in inspect.signature(thing).parameters.values()
    ]
    assert set(defaults) == {inspect.Parameter.empty}
    assert not [one for one in vars(costs).values() if isinstance(one, (int, Fraction, Money))]
