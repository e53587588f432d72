"""What can be worked out from a table, said by the net of its lines and by trying every table out."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from iapcore.measures.inference import Count, cover, determined
from tests.measures.tables import Cells, Place, grid, links, open_places, with_totals

SMALL = st.integers(0, 3)


@st.composite
def tables(draw: st.DrawFn) -> Cells:
    rows, columns = draw(st.sampled_from([(1, 1), (1, 2), (1, 3), (1, 4), (2, 2), (2, 3), (3, 2), (2, 1)]))
    return tuple(tuple(draw(SMALL) for _ in range(columns)) for _ in range(rows))


def places(cells: Cells) -> list[Place]:
    return [(row, column) for row, line in enumerate(with_totals(cells)) for column in range(len(line))]


@given(tables(), st.data())
def test_a_count_is_determined_where_only_one_table_fits(cells: Cells, data: st.DataObject) -> None:
    all_of_them = places(cells)
    hidden = data.draw(st.sets(st.sampled_from(all_of_them)))
    positions = frozenset(map(all_of_them.index, hidden))
    told = {all_of_them[position] for position in determined(links(cells), positions)}
    assert told == hidden - open_places(grid(cells), hidden)


@given(tables(), st.data())
def test_what_is_covered_is_not_determined(cells: Cells, data: st.DataObject) -> None:
    all_of_them = places(cells)
    hidden = data.draw(st.sets(st.sampled_from(all_of_them)))
    covered = cover(links(cells), frozenset(map(all_of_them.index, hidden)))
    assert determined(links(cells), covered) == frozenset()
    assert open_places(grid(cells), {all_of_them[position] for position in covered}) == {
        all_of_them[position] for position in covered
    }


def test_the_cheapest_ring_is_hidden() -> None:
    """Of a rectangle of four with three rows to choose from, the one with the fewest behind it."""
    cells = ((2, 40, 50), (60, 30, 20), (70, 80, 90))
    all_of_them = places(cells)
    covered = cover(links(cells), frozenset({all_of_them.index((0, 0))}))
    rings = {
        frozenset({(0, 0), (0, column), (row, 0), (row, column)}): cells[0][column]
        + cells[row][0]
        + cells[row][column]
        for row, column in product((1, 2), (1, 2))
    }
    assert {all_of_them[position] for position in covered} == min(rings, key=lambda ring: rings[ring])


def test_in_a_table_of_many_groups_nothing_that_is_hidden_is_determined() -> None:
    cells = tuple(tuple((7 * row + 5 * column) ** 2 % 41 for column in range(6)) for row in range(60))
    counts = links(cells)
    small = frozenset(position for position, one in enumerate(counts) if one.value < 8)
    covered = cover(counts, small)
    assert determined(counts, small)
    assert small < covered
    assert determined(counts, covered) == frozenset()


def test_a_count_alone_in_its_net_is_determined() -> None:
    alone = Count(tail=("row", 0), head=("column", 0), value=3, cost=3)
    assert determined([alone], frozenset({0})) == {0}
    assert cover([alone], frozenset({0})) == {0}
