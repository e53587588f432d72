"""A value holds from its day until another takes its place."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, OutOfScopeError
from iapcore.guidance.dated import Dated

FIRST = date(2010, 9, 1)
days = st.dates(FIRST, FIRST + timedelta(days=40))


@given(st.lists(days, min_size=1, max_size=5, unique=True), st.dates(FIRST, FIRST + timedelta(days=60)))
def test_the_value_of_a_day(starts: list[date], day: date) -> None:
    """Walked day by day from the first: each start changes the value, nothing else does."""
    dated = Dated(tuple((start, number) for number, start in enumerate(sorted(starts))))
    now, held = min(starts), 0
    while now < day:
        now += timedelta(days=1)
        held += now in starts
    if day < min(starts):
        with pytest.raises(OutOfScopeError):
            dated.on(day)
    else:
        assert dated.on(day) == held


def test_before_the_first_day_nothing_is_made_up() -> None:
    dated = Dated(((FIRST, 15), (FIRST + timedelta(days=1), 10)))
    with pytest.raises(OutOfScopeError) as caught:
        dated.on(FIRST - timedelta(days=1))
    assert str(caught.value) == "No value is held for a day before 2010-09-01."
    assert [dated.on(FIRST + timedelta(days=days)) for days in (0, 1, 4000)] == [15, 10, 10]


def test_versions_cannot_change_afterwards() -> None:
    with pytest.raises(InvalidRecordError):
        Dated([(FIRST, 10)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "versions",
    [(), ((FIRST, 15), (FIRST, 10)), ((FIRST + timedelta(days=1), 15), (FIRST, 10))],
    ids=["none", "a day twice", "out of order"],
)
def test_the_days_stand_in_order_each_once(versions: tuple[tuple[date, int], ...]) -> None:
    with pytest.raises(InvalidRecordError, match="each day once"):
        Dated(versions)
