"""What a reader can work out from a table in which some counts are hidden, and what else has to be hidden.

Rules of the room: a reader knows every count that is shown, that rows and columns add up, and that no count is
negative. A table is seen as a net: each line is a knot, each count a link between two of them. One more in a link is
made good by one more or one fewer in others, all around a ring. So a hidden count can have another value if and only if
a ring of hidden counts runs through it in which each that goes down is above 0.
"""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    net = _Net(counts, hidden)
    return frozenset(position for position in hidden if not net.has_ring(position))


def cover(counts: Sequence[Count], hidden: frozenset[int]) -> frozenset[int]:
    """The hidden counts and those to hide with them, so that none is determined; the least costly ring for each.

    >>> row, rest = ("row", 0), ("column", 0)
    >>> parts = [Count(tail=row, head=rest, value=value, cost=value) for value in (2, 14, 11)]
    >>> total = Count(tail=rest, head=row, value=27, cost=27)
    >>> sorted(cover([*parts, total], frozenset({0})))
    [0, 2]
    """
    net = _Net(counts, hidden)
    for position in sorted(hidden):
        if not net.has_ring(position):
            net.hide(net.least_ring(position))
    return frozenset(net.hidden)


_Step: TypeAlias = tuple[int, int, Knot]
"""What a link costs, its position, and the line to which it leads on."""
_Links: TypeAlias = tuple[int, ...]


class _Net:
    """The links that lead on from each line, the least costly first; those that are hidden cost nothing more."""

    def __init__(self, counts: Sequence[Count], hidden: Iterable[int]) -> None:
        self._counts = counts
        self.hidden = set(hidden)
        self._free: defaultdict[Knot, list[tuple[int, Knot]]] = defaultdict(list)
        self._steps: defaultdict[Knot, list[_Step]] = defaultdict(list)
        for position, one in enumerate(counts):
            is_free = position in self.hidden
            for knot, ahead in _ways(one):
                self._steps[knot].append((0 if is_free else one.cost, position, ahead))
                if is_free:
                    self._free[knot].append((position, ahead))
        for onward in self._steps.values():
            onward.sort()

    def hide(self, positions: Iterable[int]) -> None:
        """These are hidden too."""
        for position in set(positions) - self.hidden:
            one = self._counts[position]
            for knot, ahead in _ways(one):
                self._steps[knot].remove((one.cost, position, ahead))
                insort(self._steps[knot], (0, position, ahead))
                self._free[knot].append((position, ahead))
            self.hidden.add(position)

    def has_ring(self, position: int) -> bool:
        """Whether a ring of hidden links runs through one."""
        return any(self._leads_on(position, *ends) for ends in _ways(self._counts[position]))

    def _leads_on(self, without: int, goal: Knot, start: Knot) -> bool:
        reached, seen = [start], {start}
        for knot in reached:
            for position, ahead in self._free[knot]:
                if ahead not in seen and position != without:
                    if ahead == goal:
                        return True
                    seen.add(ahead)
                    reached.append(ahead)
        return False

    def least_ring(self, position: int) -> _Links:
        """The other links of the least costly ring through one, along which counts may move; none without any."""
        found = [self._path(position, *ends) for ends in _ways(self._counts[position])]
        return min((path for path in found if path is not None), default=(0, ()))[1]

    def _path(self, without: int, goal: Knot, start: Knot) -> tuple[int, _Links] | None:
        """Cost and links of the least costly way from one line to another.

        Of the links that lead on from a line only the next waits: what costs more is looked at when its turn comes.
        """
        seen = {start}
        waiting: list[tuple[int, _Links, Knot, int, Iterator[_Step]]] = []

        def look_on(cost: int, links: _Links, onward: Iterator[_Step]) -> None:
            for price, position, ahead in onward:
                if position != without and ahead not in seen:
                    heappush(waiting, (cost + price, (*links, position), ahead, cost, onward))
                    return

        look_on(0, (), iter(self._steps[start]))
        while waiting:
            cost, links, knot, before, others = heappop(waiting)
            if knot == goal:
                return cost, links
            look_on(before, links[:-1], others)
            if knot not in seen:
                seen.add(knot)
                look_on(cost, links, iter(self._steps[knot]))
        return None


def _ways(one: Count) -> tuple[tuple[Knot, Knot], ...]:
    """From which line to which a count may move: up, and down where it is above 0."""
    up, down = (one.tail, one.head), (one.head, one.tail)
    return (up, down) if one.value else (up,)
