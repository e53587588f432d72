"""Tables for the tests of disclosure control, and every other table that would look the same."""

from collections.abc import Iterator
from itertools import product
from typing import TypeAlias

from iapcore.measures.inference import Count, Knot

Cells: TypeAlias = tuple[tuple[int, ...], ...]
Place: TypeAlias = tuple[int, int]


def with_totals(cells: Cells) -> list[list[int]]:
    """The rows with their totals at the end, and the totals of columns below where there are several rows."""
    lines = [[*row, sum(row)] for row in cells]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]] if len(lines) > 1 else lines


def grid(cells: Cells) -> dict[Place, int]:
    """Everything that a published table holds, by its place; totals stand last."""
    lines = with_totals(cells)
    return {(row, column): value for row, line in enumerate(lines) for column, value in enumerate(line)}


def open_places(table: dict[Place, int], hidden: set[Place]) -> set[Place]:
    """The hidden places for which some other table of non-negative numbers looks the same: each is tried."""
    rows = {row for row, _ in table}
    columns = {column for _, column in table}
    inner_rows = sorted(rows)[: len(rows) - 1] or [0]
    inner = [(row, column) for row in inner_rows for column in sorted(columns)[:-1]]
    found: set[Place] = set()
    for other in _alike(table, hidden, inner, len(inner_rows)):
        found |= {place for place in hidden if other[place] != table[place]}
        if found == hidden:
            break
    return found


def _alike(
    table: dict[Place, int], hidden: set[Place], inner: list[Place], height: int
) -> Iterator[dict[Place, int]]:
    most = max(table[place] for place in inner) + 1
    choices = [range(most + 1) if place in hidden else (table[place],) for place in inner]
    width = len(inner) // height
    for numbers in product(*choices):
        rows = tuple(numbers[row * width : (row + 1) * width] for row in range(height))
        other = grid(rows)
        if all(other[place] == value for place, value in table.items() if place not in hidden):
            yield other


def links(cells: Cells) -> list[Count]:
    """The net of a table, spelt out: cells lead from row to column, totals back."""
    lines, height, width = with_totals(cells), len(cells), len(cells[0])
    found: list[Count] = []
    for row, line in enumerate(lines):
        for column, value in enumerate(line):
            ends: list[Knot] = [("row", row), ("column", column if height > 1 else 0)]
            if (row == height) != (column == width):
                ends.reverse()
            found.append(Count(tail=ends[0], head=ends[1], value=value, cost=value))
    return found
