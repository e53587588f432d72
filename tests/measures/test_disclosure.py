"""Small counts are hidden, and nobody who knows the totals can work them out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.guidance.sources import Basis
from iapcore.guidance.thresholds import LEAST_SHOWN
from iapcore.measures.disclosure import (
    CITES,
    THRESHOLD,
    PublishedCell,
    PublishedTable,
    Suppression,
    Table,
    publish_table,
)
from iapcore.vocabulary.symbols import Symbol
from tests.measures.tables import Cells, Place, grid, open_places

NAMES = "abcdefgh"
SHAPES = [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (3, 1), (2, 3), (3, 2)]


def table(cells: tuple[tuple[int | None, ...], ...]) -> Table:
    return Table(columns=tuple(NAMES[: len(cells[0])]), rows=tuple(zip(NAMES, cells, strict=False)))


def cells_of(published: PublishedTable) -> dict[Place, PublishedCell]:
    rows = [*published.rows, *([published.totals] if published.totals else [])]
    return {
        (row, column): cell
        for row, line in enumerate(rows)
        for column, cell in enumerate((*line.cells, line.total))
    }


@st.composite
def tables(draw: st.DrawFn) -> Cells:
    rows, columns = draw(st.sampled_from(SHAPES))
    counts = st.integers(0, 12 if rows == 1 or columns == 1 else 4)
    return tuple(tuple(draw(counts) for _ in range(columns)) for _ in range(rows))


@given(tables(), st.integers(2, 4))
def test_no_hidden_count_has_only_one_possible_value(cells: Cells, threshold: int) -> None:
    """Rows and columns with margins, each table of non-negative integers tried out."""
    published = cells_of(publish_table(table(cells), threshold=threshold))
    true = grid(cells)
    hidden = {place for place, cell in published.items() if cell.value is Symbol.CONFIDENTIAL}
    lone = len(cells) == len(cells[0]) == 1  # a single count stands beside nothing
    assert open_places(true, hidden) == hidden or lone
    assert {place: cell.value for place, cell in published.items() if place not in hidden} == {
        place: value for place, value in true.items() if place not in hidden
    }
    for place, value in true.items():
        small = Suppression.PRIMARY if value < threshold else None
        assert (published[place].why is Suppression.PRIMARY) == (small is not None)
        assert (published[place].why is None) == (place not in hidden)


def test_a_larger_table_with_margins_tried_out() -> None:
    cells = ((1, 5, 4), (4, 6, 5), (6, 4, 7))
    published = cells_of(publish_table(table(cells), threshold=4))
    hidden = {place for place, cell in published.items() if cell.why}
    assert hidden == {(0, 0), (0, 2), (1, 0), (1, 2)}
    assert open_places(grid(cells), hidden) == hidden


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (((20, 30, 40),), "a | 20 | 30 | 40 | 90"),
        (((20, 3, 40),), "a | c | c | 40 | 63"),
        (((1, 2, 1),), "a | c | c | c | c"),
        (((6, 7, 8),), "a | c | c | c | 21"),
        (((0, 25),), "a | c | c | 25"),  # nobody, and so all of the others
        (((None, 25),), "a | z | 25 | 25"),
        (((None, None),), "a | z | z | z"),
        (((3,),), "a | c | c"),
        (((12,),), "a | 12 | 12"),
    ],
)
def test_a_table_in_one_way(cells: tuple[tuple[int | None, ...], ...], words: str) -> None:
    published = publish_table(table(cells))
    assert str(published).splitlines()[1:] == [words]
    assert published.totals is None


def test_noughts_that_share_a_total_of_nought_are_not_told_by_it() -> None:
    """Two hidden noughts beside what makes up the whole total would both be nought: a third is hidden with them."""
    published = publish_table(table(((0, 0, 30, 40),)))
    assert [str(cell) for cell in published.rows[0].cells] == ["c", "c", "c", "40"]
    assert [cell.why for cell in published.rows[0].cells] == [
        Suppression.PRIMARY,
        Suppression.PRIMARY,
        Suppression.COMPLEMENTARY,
        None,
    ]


def test_a_table_in_two_ways_says_what_was_hidden_and_why() -> None:
    published = publish_table(table(((11, 14, 30), (2, 31, 20), (12, 31, 20))))
    assert published.hidden == (
        ("b", "a", Suppression.PRIMARY),
        ("b", "c", Suppression.COMPLEMENTARY),
        ("c", "a", Suppression.COMPLEMENTARY),
        ("c", "c", Suppression.COMPLEMENTARY),
    )
    assert published.threshold == THRESHOLD
    small_total = publish_table(table(((1, 2), (20, 30))))
    assert ("a", "total", Suppression.PRIMARY) in small_total.hidden
    assert str(small_total.totals and small_total.totals.total) == "53"


def test_what_cannot_be_is_no_cover() -> None:
    """A place where there can be nothing is known to be empty, so it helps to hide nothing."""
    published = publish_table(table(((2, None, 30), (20, 25, 40))))
    assert [[str(cell) for cell in row.cells] for row in published.rows] == [
        ["c", "z", "c"],
        ["c", "25", "c"],
    ]


def test_the_hidden_number_is_nowhere_in_the_result() -> None:
    assert "=7919," not in repr(publish_table(table(((7919, 80_000),)), threshold=8000))


def test_the_threshold_is_guidance_and_can_be_chosen() -> None:
    """Fewer than ten observations are looked at before they are let out; no source gives one number for all."""
    assert THRESHOLD == 10
    assert LEAST_SHOWN.basis is Basis.GUIDANCE
    assert set(LEAST_SHOWN.cites) < set(CITES)
    assert str(publish_table(table(((6, 7),)), threshold=5)).endswith("a | 6 | 7 | 13")


@pytest.mark.parametrize("threshold", [1, 0, -3])
def test_a_threshold_that_hides_nothing_is_refused(threshold: int) -> None:
    with pytest.raises(InvalidRecordError, match="from 2 on"):
        publish_table(table(((6, 7),)), threshold=threshold)


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ({"columns": (), "rows": (("a", ()),)}, "columns"),
        ({"columns": ("a",), "rows": ()}, "rows"),
        ({"columns": ("a", "a"), "rows": (("a", (1, 2)),)}, "columns"),
        ({"columns": ("a",), "rows": (("a", (1,)), ("a", (2,)))}, "rows"),
        ({"columns": ("a", "b"), "rows": (("a", (1,)),)}, "rows[0]"),
        ({"columns": ("a",), "rows": (("a", (1,)), ("b", (-1,)))}, "rows[1]"),
    ],
)
def test_a_table_that_is_none_is_refused(given_: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Table(**given_)
    assert [problem.path for problem in caught.value.problems] == [path]
