"""Each thing falls into exactly one place, and each group is counted as the whole is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, NOT_RECORDED, count
from iapcore.measures.measure import Measure
from iapcore.measures.returns import RETURNS
from iapcore.vocabulary.characteristics import Sex

ON = date(2026, 11, 20)
PLACES = (HIT, BASE, NOT_KNOWN, "open", "died")


def counted(placed: list[tuple[str, object]], *, grouped: bool = True) -> Measure:
    return count(RETURNS, placed, on=ON, grouped=grouped)


def in_all(measure: Measure) -> int:
    return measure.base + measure.not_known + sum(number for _, number in measure.excluded)


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(["a", "b", None, Sex.FEMALE]))))
def test_nothing_is_lost_and_groups_sum_to_the_whole(placed: list[tuple[str, object]]) -> None:
    whole = counted(placed)
    parts = [part for _, part in whole.groups]
    assert in_all(whole) == len(placed)
    assert whole.numerator == sum(part.numerator for part in parts)
    assert whole.base == sum(part.base for part in parts)
    assert whole.not_known == sum(part.not_known for part in parts)
    for reason in ("open", "died"):
        assert dict(whole.excluded).get(reason, 0) == sum(
            dict(part.excluded).get(reason, 0) for part in parts
        )
    assert all(part.groups == () and part.on == ON and part.definition == RETURNS for part in parts)


@given(st.permutations([(HIT, "a"), (BASE, "b"), ("open", "b"), (NOT_KNOWN, None), ("died", "a")]))
def test_the_order_of_the_things_does_not_matter(placed: list[tuple[str, object]]) -> None:
    assert counted(placed) == counted(sorted(placed, key=str))


def test_a_group_is_labelled_by_its_code_and_groups_stand_in_order() -> None:
    whole = counted([(HIT, Sex.MALE), (HIT, None), (BASE, 8), (HIT, Sex.FEMALE), (BASE, "8")])
    assert [label for label, _ in whole.groups] == sorted(
        ["8", NOT_RECORDED, Sex.MALE.value, Sex.FEMALE.value]
    )
    assert dict(whole.groups)["8"].base == 2


def test_without_a_grouping_there_are_no_groups() -> None:
    assert counted([(HIT, None), (BASE, None)], grouped=False).groups == ()


def test_nothing_counted_is_nothing_known() -> None:
    assert str(counted([])) == "0 of 0 ended"
