"""What a reader can work out from a table in which some counts are hidden, and what else has to be hidden.

Rules of the room: a reader knows every count that is shown, that rows and columns add up, and that no count is
negative. A table is seen as a net: each line is a knot, each count a link between two of them. One more in a link is
made good by one more or one fewer in others, all around a ring. So a hidden count can have another value if and only if
a ring of hidden counts runs through it in which each that goes down is above 0.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from typing import TypeAlias

from attrs import frozen

__all__ = ["Count", "Knot", "cover", "determined"]

Knot: TypeAlias = tuple[str, int]
"""A line of a table: a row or a column, and its number."""


@frozen(kw_only=True)
class Count:
    """A count and the two lines it stands in: one more of it runs from `tail` to `head`.

    `cost` says how much would be lost if it were hidden too.
    """

    tail: Knot
    head: Knot
    value: int
    cost: int


def determined(counts: Sequence[Count], hidden: frozenset[int]) -> frozenset[int]:
    """The positions of the hidden counts for which only one value fits all that is shown.

    >>> row, rest = ("row", 0), ("column", 0)
    >>> parts = [Count(tail=row, head=rest, value=value, cost=1) for value in (2, 14)]
    >>> total = Count(tail=rest, head=row, value=16, cost=1)
    >>> sorted(determined([*parts, total], frozenset({0})))  # 16 less 14
    [0]
    >>> sorted(determined([*parts, total], frozenset({0, 1})))
    []
    """
    ways = _ways(counts)

    def price(position: int) -> int | None:
        return 0 if position in hidden else None

    return frozenset(position for position in hidden if _ring(counts, ways, position, price) is None)


def cover(counts: Sequence[Count], hidden: frozenset[int]) -> frozenset[int]:
    """The hidden counts and those to hide with them, so that none is determined; the least costly ring for each.

    >>> row, rest = ("row", 0), ("column", 0)
    >>> parts = [Count(tail=row, head=rest, value=value, cost=value) for value in (2, 14, 11)]
    >>> total = Count(tail=rest, head=row, value=27, cost=27)
    >>> sorted(cover([*parts, total], frozenset({0})))
    [0, 2]
    """
    ways, covered = _ways(counts), set(hidden)

    def price(position: int) -> int:
        return 0 if position in covered else counts[position].cost

    for position in sorted(hidden):
        covered.update(_ring(counts, ways, position, price) or ())
    return frozenset(covered)


_Ways: TypeAlias = dict[Knot, list[tuple[int, Knot]]]
_Price: TypeAlias = Callable[[int], int | None]
_Links: TypeAlias = tuple[int, ...]


def _ways(counts: Sequence[Count]) -> _Ways:
    """Which counts lead on from each line, and where: up from the tail, and down from the head if above 0."""
    ways: _Ways = defaultdict(list)
    for position, one in enumerate(counts):
        ways[one.tail].append((position, one.head))
        if one.value:
            ways[one.head].append((position, one.tail))
    return ways


def _ring(counts: Sequence[Count], ways: _Ways, position: int, price: _Price) -> _Links | None:
    """The other links of the least costly ring through one, along which counts may move; `None` without any."""
    one = counts[position]
    found = [_path(ways, position, one.head, one.tail, price)]
    if one.value:
        found.append(_path(ways, position, one.tail, one.head, price))
    return min((path for path in found if path is not None), default=(0, None))[1]


def _path(ways: _Ways, without: int, start: Knot, goal: Knot, price: _Price) -> tuple[int, _Links] | None:
    """Cost and links of the least costly way from one line to another."""
    waiting: list[tuple[int, _Links, Knot]] = [(0, (), start)]
    seen: set[Knot] = set()
    while waiting:
        cost, links, knot = heappop(waiting)
        if knot == goal:
            return cost, links
        if knot in seen:
            continue
        seen.add(knot)
        for position, ahead in ways[knot]:
            step = price(position)
            if position != without and ahead not in seen and step is not None:
                heappush(waiting, (cost + step, (*links, position), ahead))
    return None
