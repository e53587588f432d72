"""A measure as rows that any data frame takes: the same keys in every row, plain scalars in every cell."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.profiles import profile
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count
from iapcore.measures.measure import Measure
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
    whole, *groups = to_rows(measure)
    assert all(row.keys() == whole.keys() for row in groups)
    assert list(whole)[: len(KEYS)] == KEYS
    assert {type(cell) for row in (whole, *groups) for cell in row.values()} <= {int, str, date, type(None)}
    assert [row["group"] for row in groups] == [label for label, _ in measure.groups]
    for column in ("numerator", "base", "not_known", *(key for key in whole if key.startswith("excluded: "))):
        assert whole[column] == sum(int(str(row[column])) for row in groups)


def test_a_measure_without_groups_is_one_row() -> None:
    assert to_rows(Measure(definition=RETURNS, on=ON, numerator=0, base=0)) == [
        {"measure": "returns", "group": None, "on": ON, "numerator": 0, "base": 0, "not_known": 0}
    ]


def test_a_reason_that_only_some_groups_have_is_nought_in_the_others() -> None:
    journeys = (stories.returned(), stories.qualifications(), UNKNOWN)
    measure = count_returns(journeys, policy=profile(), on=LONG_AFTER, by=lambda one: one.pupil.year_group)
    assert [(row["group"], row["excluded: for another purpose"]) for row in to_rows(measure)] == [
        (None, 1),
        ("11", 1),
        ("8", 0),
        ("not recorded", 0),
    ]
