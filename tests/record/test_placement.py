"""The stay: planned, begun, ended."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.placement import Ending, Placement
from iapcore.vocabulary.spans import DateSpan

DAY = timedelta(days=1)
PLANNED = DateSpan(date(2026, 11, 2), date(2026, 12, 11))
BEGAN = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("placement", "start"),
    [
        (Placement(), None),
        (Placement(planned=PLANNED), PLANNED.start),
        (Placement(began=BEGAN), BEGAN),
        (Placement(planned=PLANNED, began=BEGAN), BEGAN),
    ],
)
def test_it_starts_when_the_pupil_came_and_else_when_it_is_planned(
    placement: Placement, start: date | None
) -> None:
    assert placement.start == start


def test_a_stay_is_open_until_an_ending_is_recorded() -> None:
    """A planned end that has passed is no ending."""
    ending = Ending(day=PLANNED.end or BEGAN)
    assert Placement(planned=PLANNED).stay is None
    assert Placement(planned=PLANNED, began=BEGAN).stay == DateSpan(BEGAN)
    assert Placement(planned=PLANNED, began=BEGAN, ending=ending).stay == DateSpan(BEGAN, PLANNED.end)
    assert Placement(ending=ending).stay is None


def test_it_may_end_on_its_first_day_and_not_before() -> None:
    assert Placement(began=BEGAN, ending=Ending(day=BEGAN)).stay == DateSpan(BEGAN, BEGAN)
    with pytest.raises(InvalidRecordError) as caught:
        Placement(began=BEGAN, ending=Ending(day=BEGAN - DAY))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("ending.day", ProblemKind.OUT_OF_ORDER)


@given(st.from_type(Placement))
def test_a_stay_lies_between_its_first_and_its_last_day(placement: Placement) -> None:
    stay = placement.stay
    assert (stay is None) is (placement.began is None)
    if stay is not None:
        assert (stay.start, stay.end) == (placement.start, placement.ending and placement.ending.day)
