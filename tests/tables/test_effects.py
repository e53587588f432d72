"""Before, during and after in rows: together or not at all, and no small number unasked."""

from datetime import date
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.three_times import Counted
from iapcore.errors import InvalidRecordError
from iapcore.measures.before_and_after import BEFORE_AND_AFTER, Area, BeforeAndAfter, Led
from iapcore.tables.effects import effect_to_rows
from iapcore.vocabulary.settings import Destination

ON: Final = date(2026, 11, 20)
BACK, MOVED = Destination.MAINSTREAM, Destination.MANAGED_MOVE


def compared(
    stays: int, before: int, during: int, after: int, *led: Led, possible: int = 400
) -> BeforeAndAfter:
    counts = [Counted(count=count, possible=possible) for count in (before, during, after)]
    return BeforeAndAfter(
        definition=BEFORE_AND_AFTER[Area.ATTENDANCE],
        area=Area.ATTENDANCE,
        on=ON,
        weeks=10,
        least=20,
        stays=stays,
        before=counts[0],
        during=counts[1],
        after=counts[2],
        led=led,
        in_another_stay=0,
        absent=None,
        year_earlier=None,
        excluded=(("open", 3),),
        not_known=(("session marks not recorded", 1),),
    )


def led(where: Destination | None, ended: int) -> Led:
    return Led(destination=where, ended=ended, compared=0)


def added_up(parts: list[BeforeAndAfter]) -> BeforeAndAfter:
    """The whole of which these are the groups."""
    places = dict.fromkeys(one.destination for part in parts for one in part.led)
    ended = {
        where: sum(one.ended for part in parts for one in part.led if one.destination is where)
        for where in places
    }
    whole = compared(sum(part.stays for part in parts), 0, 0, 0, *(led(*one) for one in ended.items()))
    pooled = {
        name: Counted.pooled(getattr(part, name) for part in parts) for name in ("before", "during", "after")
    }
    groups = tuple((f"group {place}", part) for place, part in enumerate(parts))
    return evolve(whole, groups=groups, **pooled)


GIRLS: Final = compared(20, 200, 250, 300, led(BACK, 18), led(MOVED, 12))
BOYS: Final = compared(11, 100, 150, 200, led(BACK, 11), led(MOVED, 2), led(None, 9))


def cells(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_a_whole_with_its_groups() -> None:
    rows = effect_to_rows(added_up([GIRLS, BOYS]))
    assert cells(rows, "group", "stays", "before: sessions attended", "after: possible sessions") == [
        (None, "31", "300", "800"),
        ("group 0", "20", "200", "400"),
        ("group 1", "11", "100", "400"),
    ]
    assert cells(rows, "led to: mainstream", "led to: led elsewhere, or not recorded") == [
        ("29", "23"),
        ("18", "12"),
        ("11", "11"),
    ]
    assert {row["hidden_below"] for row in rows} == {10}


def test_one_small_group_hides_all_groups_and_not_the_whole() -> None:
    """Shown beside the whole, the others would tell of the small one."""
    rows = effect_to_rows(added_up([GIRLS, BOYS, compared(2, 20, 20, 20, led(BACK, 2))]))
    assert cells(rows, "stays", "during: sessions attended", "led to: led elsewhere, or not recorded") == [
        ("33", "420", "54"),
        *[("c", "c", "c")] * 3,
    ]
    assert "led to: mainstream" not in rows[0]


def test_all_but_a_few_are_as_telling_as_a_few() -> None:
    rows = effect_to_rows(compared(20, 200, 300, 395, led(BACK, 20)))
    assert cells(rows, "stays", "before: sessions attended", "after: sessions attended") == [("c", "c", "c")]


def test_internal_rows_hide_nothing_and_say_what_is_left_out() -> None:
    whole = added_up([GIRLS, compared(2, 20, 20, 20, led(BACK, 2))])
    rows = effect_to_rows(whole, internal=True)
    names = (
        "group",
        "stays",
        "led to: mainstream",
        "led to: managed_move",
        "left out: open",
        "in another stay",
    )
    assert cells(rows, *names) == [
        (None, 22, 20, 12, 3, 0),
        ("group 0", 20, 18, 12, 3, 0),
        ("group 1", 2, 2, 0, 3, 0),
    ]
    assert len({tuple(row) for row in rows}) == 1


@pytest.mark.parametrize("threshold", [1, 0, -1])
def test_a_threshold_that_hides_nothing_is_refused(threshold: int) -> None:
    with pytest.raises(InvalidRecordError, match="threshold"):
        effect_to_rows(GIRLS, threshold=threshold)


parts: Final = st.builds(
    compared,
    *([st.integers(0, 40)] * 4),
    st.builds(led, st.just(BACK), st.integers(1, 20)),
    st.builds(led, st.just(None), st.integers(1, 20)),
    possible=st.just(60),
)


@given(st.lists(parts, min_size=2, max_size=4), st.sampled_from((2, 5, 10)))
def test_no_small_number_can_be_read_or_worked_out(drawn: list[BeforeAndAfter], threshold: int) -> None:
    whole, *groups = effect_to_rows(added_up(drawn), threshold=threshold)
    for name in list(whole)[4:-1]:
        column = [row[name] for row in (whole, *groups)]
        numbers = [int(str(cell)) for cell in column if cell != "c"]
        assert all(number >= threshold for number in numbers)
        # Shown are all, the whole alone, or none: what is hidden is nothing less any sum of what is shown.
        assert [cell != "c" for cell in column] in (
            [True] * len(column),
            [True, *[False] * len(groups)],
            [False] * len(column),
        )
    for row in (whole, *groups):
        windows = [row[name] for name in row if name.startswith(("stays", "before", "during", "after"))]
        assert len(windows) == 7
        assert windows.count("c") in (0, 7)
        for name in ("before", "during", "after"):
            count, possible = row[f"{name}: sessions attended"], row[f"{name}: possible sessions"]
            assert count == "c" or int(str(possible)) - int(str(count)) >= threshold
        assert any(name.startswith("led to") for name in row)
