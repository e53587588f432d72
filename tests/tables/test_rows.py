"""A measure as rows that any data frame takes: the same keys in every row, plain scalars in every cell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import OutOfScopeError
from iapcore.guidance.profiles import profile
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count
from iapcore.measures.measure import Measure
from iapcore.measures.occupancy import LESSONS_BACK, PLACES
from iapcore.measures.returns import RETURNS, count_returns
from iapcore.tables.rows import to_rows
from tests import stories
from tests.cases import UNKNOWN
from tests.stories import LONG_AFTER, ON

KEYS = ["measure", "group", "on", "numerator", "base", "not_known"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([HIT, BASE, NOT_KNOWN, "open", "died", "for another purpose"]),
            st.sampled_from(["a", "b", None]),
        )
    )
)
def test_every_row_has_the_same_keys_and_plain_cells(placed: list[tuple[str, object]]) -> None:
    measure = count(RETURNS, placed, on=ON, grouped=True)
    whole, *groups = to_rows(measure, internal=True)
    assert all(row.keys() == whole.keys() for row in groups)
    assert list(whole)[: len(KEYS)] == KEYS
    assert {type(cell) for row in (whole, *groups) for cell in row.values()} <= {int, str, date, type(None)}
    assert [row["group"] for row in groups] == [label for label, _ in measure.groups]
    for column in ("numerator", "base", "not_known", *(key for key in whole if key.startswith("excluded: "))):
        assert whole[column] == sum(int(str(row[column])) for row in groups)


def test_a_measure_without_groups_is_one_row() -> None:
    assert to_rows(Measure(definition=RETURNS, on=ON, numerator=0, base=0), internal=True) == [
        {"measure": "returns", "group": None, "on": ON, "numerator": 0, "base": 0, "not_known": 0}
    ]


def test_a_reason_that_only_some_groups_have_is_nought_in_the_others() -> None:
    journeys = (stories.returned(), stories.qualifications(), UNKNOWN)
    measure = count_returns(journeys, policy=profile(), on=LONG_AFTER, by=lambda one: one.pupil.year_group)
    rows = to_rows(measure, internal=True)
    assert [(row["group"], row["excluded: for another purpose"]) for row in rows] == [
        (None, 1),
        ("11", 1),
        ("8", 0),
        ("not recorded", 0),
    ]


def test_small_numbers_are_hidden_unless_somebody_asks_for_them() -> None:
    """A base has often fewer than twelve pupils, so nearly every table of it points at somebody."""
    placed = [(HIT, "a")] * 11 + [(BASE, "b")] * 3 + [("open", "b")] * 12 + [("died", "a")]
    measure = count(RETURNS, placed, on=ON, grouped=True)
    whole, first, second = to_rows(measure)
    assert list(whole) == [*KEYS, "excluded: open", "excluded: other reasons", "hidden_below"]
    assert {type(cell) for row in (whole, first, second) for cell in row.values()} <= {
        int,
        str,
        date,
        type(None),
    }
    assert [(row["numerator"], row["base"]) for row in (whole, first, second)] == [
        ("c", "14"),
        ("c", "c"),
        ("c", "c"),
    ]
    assert [row["excluded: other reasons"] for row in (whole, first, second)] == ["c"] * 3
    assert {row["hidden_below"] for row in to_rows(measure, threshold=4)} == {4}


def test_a_measure_of_lessons_or_places_is_for_the_team() -> None:
    """Twenty-five lessons can be one pupil's: their number does not show how few pupils stand behind it."""
    for definition in (PLACES, LESSONS_BACK):
        measure = Measure(definition=definition, on=ON, numerator=11, base=12)
        with pytest.raises(OutOfScopeError, match="within the team"):
            to_rows(measure)
        assert to_rows(measure, internal=True)[0]["numerator"] == 11
